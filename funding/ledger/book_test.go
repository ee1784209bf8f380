package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
)

func entry(event int, debit, credit string, fen int64) ledger.Entry[string] {
	return ledger.Entry[string]{Event: event, Debit: debit, Credit: credit, Amount: funding.Fen(fen)}
}

// Money goes from the treasury to a budget and on to whoever is paid.
func ExampleBook() {
	var book ledger.Book[string]
	err := book.Post(
		entry(1, "budget", "treasury", 100_000),
		entry(2, "paid", "budget", 30_000))
	fmt.Println(err, book.Balance("budget"), book.Balance("paid"), book.Balance("treasury"))
	fmt.Println(book.Audit(), book.IsEmpty())
	// Output:
	// <nil> 700.00 300.00 -1000.00
	// <nil> false
}

func TestAllOrNothing(t *testing.T) {
	t.Parallel()
	const most = 999_999_999_999_999_999
	for name, c := range map[string]struct {
		bad  ledger.Entry[string]
		code rule.Code
	}{
		"nothing":      {entry(2, "a", "b", 0), ledger.AmountNotPositive},
		"less":         {entry(2, "a", "b", -1), ledger.AmountNotPositive},
		"to itself":    {entry(2, "a", "a", 1), ledger.SameAccount},
		"out of range": {entry(2, "a", "b", most), ledger.OutOfRange},
		"or below":     {entry(2, "c", "a", most), ledger.OutOfRange},
	} {
		var book ledger.Book[string]
		require.NoError(t, book.Post(entry(1, "a", "b", 5)), name)
		if c.bad.Debit == "c" {
			require.NoError(t, book.Post(entry(1, "b", "a", 10)), name)
		}
		before, journal := book.Balance("a"), book.Entries()
		err := book.Post(entry(2, "b", "c", 7), c.bad)
		require.ErrorIs(t, err, c.code, name)
		assert.Equal(t, before, book.Balance("a"), name)
		assert.Equal(t, funding.Money{}, book.Balance("c"), name)
		assert.Equal(t, journal, book.Entries(), name)
		require.NoError(t, book.Audit(), name)
	}
	var edge ledger.Book[string]
	require.NoError(t, edge.Post(entry(1, "a", "b", most)))
	require.ErrorIs(t, edge.Post(entry(2, "a", "b", 1)), ledger.OutOfRange)
}

// Whatever is posted, every balance is what the journal makes it, all sum to
// zero, and posting everything the other way round empties the book.
func TestBooksBalance(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		var book ledger.Book[int]
		book.Grow(40)
		want := map[int]int64{}
		var done []ledger.Entry[int]
		for event := range 40 {
			e := ledger.Entry[int]{Event: event, Debit: rng.IntN(20), Credit: rng.IntN(20), Amount: funding.Fen(rng.Int64N(1000))}
			if book.Post(e) != nil {
				continue
			}
			done = append(done, e)
			want[e.Debit] += e.Amount.Fen()
			want[e.Credit] -= e.Amount.Fen()
		}
		sum := int64(0)
		for a, balance := range book.All {
			require.Equal(t, want[a], balance.Fen())
			sum += balance.Fen()
		}
		require.Zero(t, sum)
		require.Len(t, book.Accounts(), len(want))
		require.NoError(t, book.Audit())
		require.Equal(t, done, book.Entries())
		require.Equal(t, done, slices.Collect(book.Journal))
		require.Equal(t, funding.Money{}, book.Balance(99))
		for _, e := range done {
			e.Debit, e.Credit = e.Credit, e.Debit
			require.NoError(t, book.Post(e))
		}
		require.True(t, book.IsEmpty())
	}
}

func TestRunsMayStop(t *testing.T) {
	t.Parallel()
	var book ledger.Book[string]
	require.NoError(t, book.Post(entry(1, "a", "b", 1), entry(2, "b", "c", 1)))
	n := 0
	for range book.All {
		n++
		break
	}
	for range book.Journal {
		n++
		break
	}
	assert.Equal(t, 2, n)
}
