package ledger

import (
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Entry moves an amount (金额) from the credited to the debited account
// (借方, 贷方).
type Entry[A comparable] struct {
	Event  int // number of the event that posted it
	Debit  A
	Credit A
	Amount funding.Money // above zero
}

// Book is a journal of entries and the balances that follow from it. The zero
// value is an empty book. The balances of all accounts always sum to zero.
type Book[A comparable] struct {
	entries  []Entry[A]
	accounts []A
	balances []int64   // fen, debits less credits, by place in accounts
	places   map[A]int // of accounts, once a search would be slower
}

const (
	searched = 12                            // accounts up to which a search is faster than a map
	bound    = 1_000_000_000_000_000_000 - 1 // fen, the range of Money
)

// place returns where an account stands, or -1.
func (b *Book[A]) place(a A) int {
	if b.places != nil {
		if i, ok := b.places[a]; ok {
			return i
		}
		return -1
	}
	return slices.Index(b.accounts, a)
}

func (b *Book[A]) open(a A) int {
	if i := b.place(a); i >= 0 {
		return i
	}
	b.accounts = append(b.accounts, a)
	b.balances = append(b.balances, 0)
	if b.places != nil {
		b.places[a] = len(b.accounts) - 1
	} else if len(b.accounts) > searched {
		b.places = make(map[A]int, 2*len(b.accounts))
		for i, account := range b.accounts {
			b.places[account] = i
		}
	}
	return len(b.accounts) - 1
}

// Post enters all the entries or none. Problems are an amount that is not
// above zero ([AmountNotPositive]), an entry between an account and itself
// ([SameAccount]), and a balance beyond the range of Money ([OutOfRange]).
func (b *Book[A]) Post(entries ...Entry[A]) error {
	for i, e := range entries {
		code := rule.Code("")
		switch {
		case e.Amount.Fen() <= 0:
			code = AmountNotPositive
		case e.Debit == e.Credit:
			code = SameAccount
		case !b.move(e, e.Amount.Fen()):
			code = OutOfRange
		default:
			continue
		}
		for _, done := range slices.Backward(entries[:i]) {
			b.move(done, -done.Amount.Fen())
		}
		return problems.Problem("", code, rule.With("amount", e.Amount.Value()))
	}
	b.entries = append(b.entries, entries...)
	return nil
}

// move changes both balances, or neither where one would leave the range.
func (b *Book[A]) move(e Entry[A], fen int64) bool {
	debit, credit := b.open(e.Debit), b.open(e.Credit)
	after, before := b.balances[debit]+fen, b.balances[credit]-fen
	if max(after, -after, before, -before) > bound {
		return false
	}
	b.balances[debit], b.balances[credit] = after, before
	return true
}

// Grow makes room for the entries of a known number of events.
func (b *Book[A]) Grow(events int) {
	b.entries = slices.Grow(b.entries, events)
	b.accounts = slices.Grow(b.accounts, min(events, searched))
	b.balances = slices.Grow(b.balances, min(events, searched))
}

// Balance returns debits less credits of an account, zero for one never used.
func (b *Book[A]) Balance(a A) funding.Money {
	i := b.place(a)
	if i < 0 {
		return funding.Money{}
	}
	return funding.Fen(b.balances[i])
}

// Accounts returns every account ever used, in order of first use.
func (b *Book[A]) Accounts() []A { return slices.Clone(b.accounts) }

// All runs through the accounts and their balances, in order of first use.
func (b *Book[A]) All(yield func(A, funding.Money) bool) {
	for i, a := range b.accounts {
		if !yield(a, funding.Fen(b.balances[i])) {
			return
		}
	}
}

// Entries returns the journal, oldest entry first.
func (b *Book[A]) Entries() []Entry[A] { return append([]Entry[A]{}, b.entries...) }

// Journal runs through the entries, oldest first.
func (b *Book[A]) Journal(yield func(Entry[A]) bool) {
	for _, e := range b.entries {
		if !yield(e) {
			return
		}
	}
}

// IsEmpty tells whether every account is at zero.
func (b *Book[A]) IsEmpty() bool {
	for _, balance := range b.balances {
		if balance != 0 {
			return false
		}
	}
	return true
}

// Audit adds the journal up again and reports, with [Unbalanced], an account
// whose balance does not follow from it, and balances that do not sum to zero.
func (b *Book[A]) Audit() error {
	again := make([]int64, len(b.accounts))
	for _, e := range b.entries {
		again[b.place(e.Debit)] += e.Amount.Fen()
		again[b.place(e.Credit)] -= e.Amount.Fen()
	}
	var sum int64
	for i, balance := range b.balances {
		sum += balance
		if again[i] != balance {
			return problems.Problem("", Unbalanced, rule.With("journal", funding.Fen(again[i]).Value()), rule.With("balance", funding.Fen(balance).Value()))
		}
	}
	if sum != 0 {
		return problems.Problem("", Unbalanced, rule.With("journal", funding.Money{}.Value()), rule.With("balance", funding.Fen(sum).Value()))
	}
	return nil
}
