package specialfund_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

// history numbers events as they come.
type history []specialfund.Event

func (h *history) add(year, month, day int, e specialfund.Event) {
	e.Number, e.Date = len(*h)+1, rule.Day(year, month, day)
	*h = append(*h, e)
}

// three is a synthetic fund over three years, in which everything happens.
func three() specialfund.Record {
	y := funding.Yuan
	var h history
	h.add(2012, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: y(1_000_000)})
	h.add(2012, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: y(300_000)})
	h.add(2012, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Platform, Amount: y(200_000)})
	h.add(2012, 3, 1, specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Purchase, Commitment: "P1", Party: "甲", Amount: y(700_000)})
	h.add(2012, 3, 5, specialfund.Event{Kind: specialfund.Pay, Commitment: "P1", Amount: y(420_000)})
	h.add(2012, 6, 1, specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Platform, Commitment: "T1", Party: "乙", Amount: y(200_000)})
	h.add(2012, 6, 1, specialfund.Event{Kind: specialfund.Pay, Commitment: "T1", Amount: y(200_000)})
	h.add(2012, 12, 31, specialfund.Event{Kind: specialfund.Close})
	h.add(2013, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: y(1_200_000)})
	h.add(2013, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: y(400_000)})
	h.add(2013, 2, 1, specialfund.Event{Kind: specialfund.Pay, Commitment: "P1", Amount: y(250_000)})
	h.add(2013, 2, 2, specialfund.Event{Kind: specialfund.Release, Commitment: "P1", Amount: y(30_000)})
	h.add(2013, 4, 1, specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Purchase, Commitment: "P2", Party: "丙", Amount: y(900_000)})
	h.add(2013, 4, 2, specialfund.Event{Kind: specialfund.Pay, Commitment: "P2", Amount: y(900_000)})
	h.add(2013, 9, 1, specialfund.Event{Kind: specialfund.Refund, Commitment: "P2", Amount: y(600_000)})
	h.add(2013, 9, 2, specialfund.Event{Kind: specialfund.Move, Use: specialfund.Awards, To: specialfund.Platform, Amount: y(150_000)})
	h.add(2013, 12, 31, specialfund.Event{Kind: specialfund.Close})
	h.add(2014, 1, 10, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: y(1_700_000)})
	h.add(2014, 6, 1, specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Awards, Commitment: "A1", Party: "丁", Amount: y(50_000)})
	h.add(2014, 12, 31, specialfund.Event{Kind: specialfund.Close})
	return specialfund.Record{Rules: specialfund.Illustrative(), Events: h}
}

func TestStatement(t *testing.T) {
	t.Parallel()
	record := three()
	fund, err := record.Fold()
	require.NoError(t, err)
	require.NoError(t, fund.Audit())

	// P2 took 330,000 of 2012 and 570,000 of 2013; 600,000 came back, newest first.
	s := fund.Statement(2013).Uses[specialfund.Purchase]
	assert.Equal(t, funding.Yuan(300_000), s.Opening)
	assert.Equal(t, funding.Yuan(600_000), s.Refunded)
	assert.Equal(t, funding.Yuan(1_230_000), s.Closing)
	assert.Equal(t, funding.Yuan(280_000), s.UnpaidBefore)
	assert.Equal(t, funding.Money{}, s.Unpaid)

	// Money of 2012 may be carried for two years: what is left of it at the end
	// of 2014 goes back: 30,000 of purchase; of awards, 150,000 were moved first
	// and 50,000 committed, which leaves 100,000; of platforms the 150,000 moved.
	last := fund.Statement(2014)
	assert.Equal(t, funding.Yuan(30_000), last.Uses[specialfund.Purchase].Returned)
	assert.Equal(t, funding.Yuan(100_000), last.Uses[specialfund.Awards].Returned)
	assert.Equal(t, funding.Yuan(150_000), last.Uses[specialfund.Platform].Returned)
	assert.Equal(t, funding.Yuan(50_000), last.Uses[specialfund.Awards].Unpaid)

	spent, why := fund.Spent()
	assert.Equal(t, funding.Yuan(420_000+200_000+250_000+300_000), spent)
	out, ok := why.Replay()
	assert.True(t, ok && out.Equal(spent.Value()))

	for _, year := range []int{2012, 2013, 2014} {
		for tag, name := range map[language.Tag]string{language.Chinese: "zh", language.English: "en"} {
			golden(t, "testdata/"+strconv.Itoa(year)+"."+name+".txt", fund.Page(year).In(tag))
		}
		for _, step := range fund.Page(year).Steps {
			for _, part := range step.Parts {
				if again, ok := part.Replay(); ok {
					assert.True(t, again.Equal(part.Output), part.In(language.English))
				}
			}
		}
	}
	page, err := json.MarshalIndent(fund.Page(2013), "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/2013.json", string(page)+"\n")
	data, err := specialfund.Encode(record)
	require.NoError(t, err)
	golden(t, "testdata/record.json", string(data))
	back, err := specialfund.Decode(data)
	require.NoError(t, err)
	assert.Equal(t, record.Events, back.Events)
	again, err := specialfund.Encode(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
}

// The check that the appropriation rises can fail.
func TestRising(t *testing.T) {
	t.Parallel()
	least := rule.AtLeast(rule.Dec("0.1"))
	for name, c := range map[string]struct {
		growth rule.Interval
		yuan   []int64 // by year, 0 for none
		holds  bool
	}{
		"rises":                   {rule.Interval{}, []int64{100, 101, 102}, true},
		"by a yuan":               {rule.Interval{}, []int64{1_000_000, 1_000_001}, true},
		"the same":                {rule.Interval{}, []int64{100, 101, 101}, false},
		"falls":                   {rule.Interval{}, []int64{100, 99, 200}, false},
		"a year without":          {rule.Interval{}, []int64{100, 0, 200}, false},
		"one year":                {rule.Interval{}, []int64{100}, false},
		"at a tenth":              {least, []int64{100, 110}, true},
		"just below a tenth":      {least, []int64{1000, 1099}, false},
		"not below the year last": {rule.AtLeast(rule.Dec("0")), []int64{100, 100}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rules := specialfund.Illustrative()
			rules.Growth = c.growth
			var h history
			for i, yuan := range c.yuan {
				if yuan > 0 {
					h.add(2012+i, 1, 1, specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: funding.Yuan(yuan)})
				}
				h.add(2012+i, 12, 31, specialfund.Event{Kind: specialfund.Close})
			}
			fund, err := specialfund.Record{Rules: rules, Events: h}.Fold()
			require.NoError(t, err)
			assert.Equal(t, c.holds, fund.Rising().Holds())
		})
	}
}

func TestMoneyIsNotSpentTwice(t *testing.T) {
	t.Parallel()
	fund, err := specialfund.New(specialfund.Illustrative())
	require.NoError(t, err)
	n := 0
	apply := func(e specialfund.Event) bool {
		e.Number, e.Date = n+1, rule.Day(2014, 1, 1)
		reason, err := fund.Apply(e)
		require.NoError(t, err)
		if reason.Holds() {
			n++
		}
		return reason.Holds()
	}
	commit := func(id string, fen int64) bool {
		return apply(specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Awards, Commitment: id, Party: "甲", Amount: funding.Fen(fen)})
	}
	on := func(kind specialfund.Kind, fen int64) bool {
		return apply(specialfund.Event{Kind: kind, Commitment: "a", Amount: funding.Fen(fen)})
	}
	require.True(t, apply(specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: funding.Fen(1000)}))
	require.True(t, apply(specialfund.Event{Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: funding.Fen(5000)}))
	assert.False(t, commit("a", 1001), "money for purchase is not there for awards")
	assert.True(t, commit("a", 1000))
	assert.False(t, commit("b", 1))
	assert.False(t, on(specialfund.Pay, 1001))
	assert.False(t, on(specialfund.Refund, 1), "nothing is paid yet")
	assert.True(t, on(specialfund.Pay, 600))
	assert.False(t, on(specialfund.Release, 401), "what is paid is not released")
	assert.True(t, on(specialfund.Release, 400))
	assert.False(t, on(specialfund.Refund, 601))
	assert.True(t, on(specialfund.Refund, 600))
	assert.Equal(t, funding.Fen(1000), fund.Available(specialfund.Awards))
	assert.True(t, commit("b", 1000))
	assert.Equal(t, funding.Fen(1000), fund.Committed(specialfund.Awards))
	assert.Len(t, fund.Events(), n)

	bad := three()
	bad.Events[3].Amount = funding.Yuan(1_000_001)
	_, err = bad.Fold()
	require.ErrorIs(t, err, specialfund.Refused)
	assert.Equal(t, "events[3].amount", rule.ProblemsOf(err)[0].Path)
}

// Random histories add up in every year and use, against a count of their own,
// and a refund of all that was paid restores every budget.
func TestRandomHistories(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(13, 13))
	refunds, returned := 0, int64(0)
	for range 200 {
		rules := specialfund.Illustrative()
		rules.Carry = new(rng.IntN(3))
		if rng.IntN(4) == 0 {
			rules.Carry = nil
		}
		fund, err := specialfund.New(rules)
		require.NoError(t, err)
		n, ids := 0, 0
		var appropriated, paid, back int64
		apply := func(year int, e specialfund.Event) {
			e.Number, e.Date = n+1, rule.Day(year, 6, 1)
			reason, err := fund.Apply(e)
			require.NoError(t, err)
			if !reason.Holds() {
				return
			}
			n++
			switch e.Kind {
			case specialfund.Appropriate:
				appropriated += e.Amount.Fen()
			case specialfund.Pay:
				paid += e.Amount.Fen()
			case specialfund.Refund:
				paid -= e.Amount.Fen()
				refunds++
			default:
			}
		}
		use := func() specialfund.Use { return specialfund.Use(1 + rng.IntN(3)) }
		for year := 2012; year < 2016; year++ {
			for range 25 {
				e := specialfund.Event{Kind: specialfund.Kind(1 + rng.IntN(6)), Amount: funding.Fen(1 + rng.Int64N(1000))}
				switch e.Kind {
				case specialfund.Appropriate:
					e.Use = use()
				case specialfund.Move:
					if e.Use, e.To = use(), use(); e.Use == e.To {
						continue
					}
				case specialfund.Commit:
					ids++
					e.Use, e.Party, e.Commitment = use(), "甲", strconv.Itoa(ids)
				default:
					if ids == 0 {
						continue
					}
					e.Commitment = strconv.Itoa(1 + rng.IntN(ids))
					if !known(fund, e.Commitment) {
						continue
					}
				}
				apply(year, e)
			}
			s := fund.Statement(year)
			require.Equal(t, s.Total.MovedIn, s.Total.MovedOut)
			if year > 2012 {
				before := fund.Statement(year - 1)
				for _, u := range specialfund.Uses() {
					require.Equal(t, before.Uses[u].Closing, s.Uses[u].Opening)
					require.Equal(t, before.Uses[u].Unpaid, s.Uses[u].UnpaidBefore)
				}
			}
			apply(year, specialfund.Event{Kind: specialfund.Close})
			s = fund.Statement(year)
			back += s.Total.Returned.Fen()
			for _, u := range specialfund.Uses() {
				l := s.Uses[u]
				require.Equal(t, fund.Available(u), l.Closing)
				require.Equal(t, fund.Committed(u), l.Unpaid)
				require.GreaterOrEqual(t, l.Closing.Sign(), 0)
				require.GreaterOrEqual(t, l.Unpaid.Sign(), 0)
			}
		}
		require.NoError(t, fund.Audit())
		total, _ := fund.Spent()
		require.Equal(t, paid, total.Fen())
		left := int64(0)
		for _, u := range specialfund.Uses() {
			left += fund.Available(u).Fen() + fund.Committed(u).Fen()
		}
		require.Equal(t, appropriated, left+paid+back, "every fen is somewhere")
		returned += back
	}
	assert.Greater(t, refunds, 30)
	assert.Positive(t, returned)
}

// known tells whether a commitment was made: a payment of more than there is
// is refused and changes nothing, one of an unknown commitment is an error.
func known(f *specialfund.Fund, id string) bool {
	for _, e := range f.Events() {
		if e.Kind == specialfund.Commit && e.Commitment == id {
			return true
		}
	}
	return false
}

func TestARefundRestoresEveryBudget(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(14, 13))
	for range 100 {
		rules := specialfund.Illustrative()
		rules.Carry = nil
		var h history
		for year := 2012; year < 2016; year++ {
			for _, use := range specialfund.Uses() {
				h.add(year, 1, 1, specialfund.Event{Kind: specialfund.Appropriate, Use: use, Amount: funding.Fen(1 + rng.Int64N(1000))})
			}
			h.add(year, 12, 31, specialfund.Event{Kind: specialfund.Close})
		}
		before, err := specialfund.Record{Rules: rules, Events: h}.Fold()
		require.NoError(t, err)
		use := specialfund.Use(1 + rng.IntN(3))
		amount := funding.Fen(1 + rng.Int64N(before.Available(use).Fen()))
		h.add(2016, 1, 1, specialfund.Event{Kind: specialfund.Commit, Use: use, Commitment: "x", Party: "甲", Amount: amount})
		h.add(2016, 1, 1, specialfund.Event{Kind: specialfund.Pay, Commitment: "x", Amount: amount})
		for rest := amount.Fen(); rest > 0; {
			part := 1 + rng.Int64N(rest)
			h.add(2016, 1, 2, specialfund.Event{Kind: specialfund.Refund, Commitment: "x", Amount: funding.Fen(part)})
			rest -= part
		}
		// The same money may be committed again, year by year as at first.
		h.add(2016, 1, 3, specialfund.Event{Kind: specialfund.Commit, Use: use, Commitment: "y", Party: "甲", Amount: amount})
		after, err := specialfund.Record{Rules: rules, Events: h[:len(h)-1]}.Fold()
		require.NoError(t, err)
		for _, u := range specialfund.Uses() {
			assert.Equal(t, before.Available(u), after.Available(u))
		}
		first, err := before.Apply(h[12+4])
		require.NoError(t, err)
		second, err := after.Apply(h[len(h)-1])
		require.NoError(t, err)
		assert.Equal(t, first.Parts, second.Parts, "drawn from the same years")
	}
}

func TestEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	rules := specialfund.Illustrative()
	rules.Carry, rules.Status = new(-1), 0
	_, err := specialfund.New(rules)
	require.ErrorIs(t, err, specialfund.CarryNegative)
	require.ErrorIs(t, err, rule.Required)

	fund, err := three().Fold()
	require.NoError(t, err)
	for name, c := range map[string]struct {
		event specialfund.Event
		codes []rule.Code
	}{
		"nothing stated":    {specialfund.Event{}, []rule.Code{specialfund.OutOfOrder, rule.Required}},
		"a closed year":     {specialfund.Event{Number: 21, Date: rule.Day(2014, 12, 31), Kind: specialfund.Close}, []rule.Code{specialfund.YearNotOpen}},
		"two years on":      {specialfund.Event{Number: 21, Date: rule.Day(2016, 1, 1), Kind: specialfund.Close}, []rule.Code{specialfund.YearNotOpen}},
		"a closing's sum":   {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Close, Amount: funding.Fen(1)}, []rule.Code{specialfund.FieldUnused}},
		"twice":             {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Commit, Use: specialfund.Awards, Commitment: "P1", Party: "x", Amount: funding.Fen(1)}, []rule.Code{specialfund.CommitmentTwice}},
		"never":             {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Pay, Use: specialfund.Awards, Commitment: "P9", Amount: funding.Fen(-1)}, []rule.Code{specialfund.CommitmentUnknown, specialfund.FieldUnused, specialfund.AmountNotPositive}},
		"to where it is":    {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Move, Use: specialfund.Awards, To: specialfund.Awards, Amount: funding.Fen(1)}, []rule.Code{specialfund.SameUse}},
		"more than can be":  {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: funding.Yuan(9_999_999_999_999_999)}, []rule.Code{specialfund.MovedMost}},
		"a use of its own":  {specialfund.Event{Number: 21, Date: rule.Day(2015, 1, 1), Kind: specialfund.Appropriate, Use: 9, Amount: funding.Fen(1)}, []rule.Code{rule.Required}},
		"before what it is": {specialfund.Event{Number: 20, Date: rule.Day(2015, 1, 1), Kind: specialfund.Close}, []rule.Code{specialfund.OutOfOrder}},
	} {
		_, err := fund.Apply(c.event)
		for _, code := range c.codes {
			require.ErrorIs(t, err, code, name)
		}
	}
	assert.Len(t, fund.Events(), 20, "the fund is as it was")
	var record specialfund.Record
	record.Rules, record.Events = specialfund.Illustrative(), append(record.Events,
		specialfund.Event{Number: 1, Date: rule.Day(2015, 2, 1), Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: funding.Fen(1)},
		specialfund.Event{Number: 2, Date: rule.Day(2015, 1, 1), Kind: specialfund.Close})
	_, err = record.Fold()
	require.ErrorIs(t, err, specialfund.BeforeLast)
}

// What a source of a settlement pays becomes commitments of the fund.
func TestCommitments(t *testing.T) {
	t.Parallel()
	scheme := funding.OneThreeX(org.Area("330211"))
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "r1", Organization: "甲", Territory: org.Area("330211001"), Asked: funding.Yuan(10_000), Social: funding.Yuan(1_000)},
		{ID: "r2", Organization: "乙", Territory: org.Area("330211001"), Asked: funding.Yuan(10_000), Social: funding.Yuan(10_000)},
		{ID: "r3", Organization: "丙", Territory: org.Area("330211001"), Asked: funding.Yuan(5_000)},
	})
	require.NoError(t, err)
	events, err := specialfund.Commitments(settled, "district", specialfund.Awards, rule.Day(2014, 3, 1), 2)
	require.NoError(t, err)
	record := specialfund.Record{Rules: specialfund.Illustrative(), Events: append([]specialfund.Event{
		{Number: 1, Date: rule.Day(2014, 1, 1), Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: settled.Accounts()[2].Paid},
	}, events...)}
	fund, err := record.Fold()
	require.NoError(t, err)
	assert.Len(t, events, 2, "r2 is paid without the district")
	assert.Equal(t, "r3/district", events[1].Commitment)
	assert.Equal(t, funding.Yuan(6_500), fund.Committed(specialfund.Awards))
	assert.Equal(t, funding.Money{}, fund.Available(specialfund.Awards))
	_, err = specialfund.Commitments(settled, "province", specialfund.Awards, rule.Day(2014, 3, 1), 2)
	require.ErrorIs(t, err, specialfund.SourceUnknown)
}
