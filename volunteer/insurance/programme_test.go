package insurance_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

// programme is a year in two policies: the first to the end of June for all,
// the second for the rest.
func programme() insurance.Programme {
	first, second := district(), district()
	first.Period.Until = rule.Day(2015, 7, 1)
	first.Plans[0].Premium = funding.Fen(1001)
	second.ID, second.Period.From = "district-2015-2", rule.Day(2015, 7, 1)
	return insurance.Programme{
		Period:   rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)},
		Classes:  []volunteer.Class{volunteer.Regular, volunteer.Charity},
		Policies: []insurance.Policy{first, second},
	}
}

// register draws people with one or two enrolments around the year.
func register(t testing.TB, n int, seed uint64) *volunteer.Register {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	people := make([]volunteer.Person, n)
	for i := range people {
		from := rule.Day(2014, 1, 1).AddDays(random.IntN(600))
		p := volunteer.Person{ID: "v" + strconv.Itoa(i), Name: "志愿者", Consent: volunteer.Consent{Given: rule.Day(2014, 1, 1)}}
		enrol := func(class volunteer.Class) {
			period := rule.Since(from.AddDays(random.IntN(60)))
			if random.IntN(3) == 0 {
				period.Until = period.From.AddDays(1 + random.IntN(400))
			}
			p.Enrolments = append(p.Enrolments, volunteer.Enrolment{Class: class, Period: period})
		}
		enrol(volunteer.Classes()[random.IntN(2)])
		if random.IntN(4) == 0 {
			enrol(volunteer.Regular + volunteer.Charity - p.Enrolments[0].Class)
		}
		people[i] = p
	}
	r, err := volunteer.NewRegister(volunteer.Lists{People: people})
	require.NoError(t, err)
	return r
}

func days(p rule.Period) func(yield func(rule.Date) bool) {
	return func(yield func(rule.Date) bool) {
		for d := p.From; d.Before(p.Until); d = d.AddDays(1) {
			if !yield(d) {
				return
			}
		}
	}
}

func TestInsuredHeadsAreTheRegister(t *testing.T) {
	t.Parallel()
	pr := programme()
	for seed := range uint64(3) {
		r := register(t, 120, seed)
		gone, _, err := r.Erase("v7")
		require.NoError(t, err)
		roll, err := pr.Enrol(gone)
		require.NoError(t, err)
		for day := range days(pr.Period) {
			g := pr.Gaps(gone, roll, day)
			assert.Equal(t, gone.Count(day).Heads, g.Heads)
			assert.Equal(t, g.Heads, g.Insured)
			assert.Empty(t, g.Uninsured)
			assert.Empty(t, g.Twice)
			assert.Empty(t, g.Strangers)
		}
	}
}

func TestRepairClosesEveryGap(t *testing.T) {
	t.Parallel()
	pr, r := programme(), register(t, 80, 9)
	roll, err := pr.Enrol(r)
	require.NoError(t, err)
	term := pr.Policies[0].Period
	broken := append(roll[5:len(roll):len(roll)],
		insurance.Cover{Person: "v30", Policy: "district-2015", Class: volunteer.Charity, Period: term},
		insurance.Cover{Person: "stranger", Policy: "district-2015", Class: volunteer.Charity, Period: term})
	from := rule.Day(2015, 3, 1)
	before := pr.Gaps(r, broken, from)
	assert.NotEmpty(t, before.Uninsured)
	assert.Contains(t, before.Strangers, "stranger")
	assert.Len(t, before.Reasons, 3)

	repaired, err := pr.Repair(r, broken, from)
	require.NoError(t, err)
	for day := range days(rule.Period{From: from, Until: pr.Period.Until}) {
		g := pr.Gaps(r, repaired, day)
		assert.Equal(t, r.Count(day).Heads, g.Insured)
		assert.Empty(t, append(append(g.Uninsured, g.Twice...), g.Strangers...))
	}
	past := pr.Gaps(r, repaired, rule.Day(2015, 2, 1))
	assert.Equal(t, pr.Gaps(r, broken, rule.Day(2015, 2, 1)), past, "the past stays as it was")
	_, err = pr.Repair(r, broken, rule.Day(2016, 1, 1))
	assert.ErrorIs(t, err, insurance.OutsideProgramme)
}

func TestDailyPremiumsSumToTheFen(t *testing.T) {
	t.Parallel()
	pr, r := programme(), register(t, 60, 4)
	roll, err := pr.Enrol(r)
	require.NoError(t, err)
	year, err := pr.Bill(roll, pr.Period)
	require.NoError(t, err)
	var daily funding.Money
	for day := range days(pr.Period) {
		bill, err := pr.Bill(roll, rule.Period{From: day, Until: day.AddDays(1)})
		require.NoError(t, err)
		daily, err = daily.Add(bill.Premium)
		require.NoError(t, err)
	}
	assert.Equal(t, year.Premium, daily)
	total := year.Reasons[len(year.Reasons)-1]
	out, ok := total.Replay()
	assert.True(t, ok && out.Equal(total.Output))
}

func TestLeaverAndJoinerPayOnePremium(t *testing.T) {
	t.Parallel()
	pr := programme()
	term := pr.Policies[0].Period
	for cut := range days(term) {
		roll := []insurance.Cover{{Person: "joiner", Policy: "district-2015", Class: volunteer.Regular, Period: rule.Period{From: cut, Until: term.Until}}}
		if cut != term.From {
			roll = append(roll, insurance.Cover{Person: "leaver", Policy: "district-2015", Class: volunteer.Regular, Period: rule.Period{From: term.From, Until: cut}})
		}
		bill, err := pr.Bill(roll, term)
		require.NoError(t, err)
		assert.Equal(t, funding.Fen(1001), bill.Premium, cut)
	}
}

func TestPayersShareTheBill(t *testing.T) {
	t.Parallel()
	pr, r := programme(), register(t, 30, 5)
	roll, err := pr.Enrol(r)
	require.NoError(t, err)
	bill, err := pr.Bill(roll, pr.Period)
	require.NoError(t, err)
	zhenhai, err := org.ParseTerritory("330211")
	require.NoError(t, err)
	scheme := funding.OneThreeX(zhenhai)
	settled, err := funding.Settle(scheme, []funding.Request{bill.Request("insurance", "district", zhenhai)})
	require.NoError(t, err)
	var paid funding.Money
	for j := range scheme.Sources {
		paid, err = paid.Add(settled.Cell(0, j))
		require.NoError(t, err)
	}
	assert.Equal(t, bill.Premium, paid)
}

func TestRenew(t *testing.T) {
	t.Parallel()
	pr, r := programme(), register(t, 40, 6)
	roll, err := pr.Enrol(r)
	require.NoError(t, err)
	bill, err := pr.Bill(roll, pr.Period)
	require.NoError(t, err)
	next := district()
	next.ID, next.Period = "district-2016", rule.Period{From: rule.Day(2016, 1, 1), Until: rule.Day(2017, 1, 1)}
	renewal, err := insurance.Renew(next, r, bill)
	require.NoError(t, err)
	assert.Equal(t, int64(r.Count(next.Period.From).Heads), renewal.Total.Heads)
	out, ok := renewal.Change.Replay()
	assert.True(t, ok && out.Equal(renewal.Change.Output))
}

func TestProgrammeFaults(t *testing.T) {
	t.Parallel()
	pr := programme()
	pr.Policies[0].Period.Until = rule.Day(2015, 6, 1) // June has no policy
	err := pr.Validate()
	require.ErrorIs(t, err, insurance.Hole)
	assert.Len(t, rule.ProblemsOf(err), 2, "for each class")
	assert.Contains(t, err.Error(), "volunteer has no policy in force from 2015-06-01 until 2015-07-01")

	pr = programme()
	pr.Period.Until = rule.Date{}
	pr.Classes = append(pr.Classes, 0)
	pr.Policies[1].ID = pr.Policies[0].ID
	pr.Policies[0].Period = rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2035, 1, 1)}
	pr.Policies[0].Plans[0].Benefits = []insurance.Benefit{{Kind: insurance.Hospital, Share: rule.Dec("2")}, {Kind: insurance.Hospital}}
	err = pr.Validate()
	for _, code := range []rule.Code{rule.Required, insurance.PolicyTwice, insurance.TermLong, insurance.DailyHospital, insurance.ShareRange, insurance.KindTwice} {
		assert.ErrorIs(t, err, code)
	}
	pr = programme()
	_, err = pr.Bill([]insurance.Cover{
		{Person: "a", Policy: "other", Class: volunteer.Regular, Period: pr.Period},
		{Person: "a", Policy: "district-2015", Class: volunteer.Regular, Period: pr.Period},
	}, pr.Period)
	assert.ErrorIs(t, err, insurance.CoverUnknown)
	assert.ErrorIs(t, err, insurance.CoverOutside)
}
