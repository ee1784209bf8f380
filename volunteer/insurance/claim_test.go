package insurance_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

// twoLayers is Qinghai's cover before Jieyang's, for a year.
func twoLayers() (insurance.Programme, []insurance.Cover) {
	year := rule.Period{From: rule.Day(2016, 1, 1), Until: rule.Day(2017, 1, 1)}
	first, second := insurance.Jieyang(), insurance.Qinghai()
	first.Period, second.Period = year, year
	first.Plans[0].Benefits[1].Deductible = funding.Yuan(100)
	first.Plans[0].Benefits[1].Share = rule.Dec("0.8")
	cover := func(person, policy string) insurance.Cover {
		return insurance.Cover{Person: person, Policy: policy, Class: volunteer.Regular, Period: year}
	}
	return insurance.Programme{Period: year, Classes: []volunteer.Class{volunteer.Regular}, Policies: []insurance.Policy{first, second}},
		[]insurance.Cover{cover("a", first.ID), cover("a", second.ID), cover("b", second.ID)}
}

func TestSettle(t *testing.T) {
	t.Parallel()
	pr, roll := twoLayers()
	day := rule.Day(2016, 5, 1)
	claims := []insurance.Claim{
		{ID: "1", Person: "a", Day: day, Kind: insurance.Medical, Loss: funding.Fen(1_000_055)},
		{ID: "2", Person: "a", Day: day, Kind: insurance.Accident, Degree: rule.Dec("0.1")},
		{ID: "3", Person: "b", Day: day, Kind: insurance.Hospital, Days: 12},
		{ID: "4", Person: "c", Day: day, Kind: insurance.Hospital, Days: 12},
		{ID: "5", Person: "b", Day: rule.Day(2017, 1, 1), Kind: insurance.SuddenDeath},
		{ID: "6", Person: "a", Day: day.AddDays(1), Kind: insurance.Medical, Loss: funding.Yuan(200_000)},
	}
	outcomes, err := pr.Settle(roll, claims)
	require.NoError(t, err)
	paid := map[string]string{}
	for _, o := range outcomes {
		paid[o.Claim] = o.Paid.String()
		for _, p := range o.Payments {
			for _, r := range p.Reasons {
				if out, ok := r.Replay(); ok {
					assert.True(t, out.Equal(r.Output), r.Code)
				}
			}
		}
	}
	assert.Equal(t, map[string]string{
		"1": "10000.55", // 80% of 9,900.55 is 7,920.44; the second policy makes good the rest
		"2": "70000.00", // 10% of 100,000 and of 600,000: fixed sums are paid by each
		"3": "1200.00",  // 12 days
		"4": "0.00",     // not covered
		"5": "0.00",     // after the term
		"6": "99999.45", // 10,000 − 7,920.44 and 100,000 − 2,080.11 are left
	}, paid)
	assert.Equal(t, insurance.NotCovered, outcomes[3].Reasons[0].Code)
	assert.Equal(t, funding.Fen(20_000_000-9_999_945), outcomes[4].Rest)
}

func TestOrderOfClaimsChangesNothing(t *testing.T) {
	t.Parallel()
	pr, roll := twoLayers()
	random := rand.New(rand.NewPCG(3, 3))
	var claims []insurance.Claim
	for i := range 40 {
		claims = append(claims, insurance.Claim{
			ID: string(rune('A' + i)), Person: []string{"a", "b"}[i%2], Day: rule.Day(2016, 1, 1).AddDays(random.IntN(300)),
			Kind: insurance.ThirdParty, Loss: funding.Fen(int64(1 + random.IntN(30_000_000))),
		})
	}
	want, err := pr.Settle(roll, claims)
	require.NoError(t, err)
	perHead := map[string]int64{}
	for _, o := range want {
		i := slices.IndexFunc(claims, func(c insurance.Claim) bool { return c.ID == o.Claim })
		perHead[claims[i].Person] += o.Paid.Fen()
		assert.LessOrEqual(t, o.Paid.Fen(), claims[i].Loss.Fen())
	}
	for _, fen := range perHead {
		assert.LessOrEqual(t, fen, int64(10_000_000), "no head gets more than its limit")
	}
	random.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
	got, err := pr.Settle(roll, claims)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestPolicyLimit(t *testing.T) {
	t.Parallel()
	year := rule.Period{From: rule.Day(2016, 1, 1), Until: rule.Day(2017, 1, 1)}
	p := insurance.Rongcheng()
	p.Period = year
	pr := insurance.Programme{Period: year, Classes: []volunteer.Class{volunteer.Activity}, Policies: []insurance.Policy{p}}
	var roll []insurance.Cover
	var claims []insurance.Claim
	for i := range 12 {
		id := string(rune('a' + i))
		roll = append(roll, insurance.Cover{Person: id, Policy: p.ID, Class: volunteer.Activity, Period: year})
		claims = append(claims, insurance.Claim{ID: id, Person: id, Day: rule.Day(2016, 6, 1), Kind: insurance.Accident, Degree: rule.Dec("1")})
	}
	outcomes, err := pr.Settle(roll, claims)
	require.NoError(t, err)
	var all funding.Money
	for _, o := range outcomes {
		all, err = all.Add(o.Paid)
		require.NoError(t, err)
	}
	assert.Equal(t, funding.Yuan(2_000_000), all, "in all")
	assert.Equal(t, "0.00", outcomes[11].Paid.String())
}

func TestClaimFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	pr, roll := twoLayers()
	_, err := pr.Settle(roll, []insurance.Claim{
		{},
		{ID: "1", Person: "a", Day: rule.Day(2016, 1, 1), Kind: insurance.Medical},
		{ID: "1", Person: "a", Day: rule.Day(2016, 1, 1), Kind: insurance.Accident, Degree: rule.Dec("1.5")},
	})
	assert.ErrorIs(t, err, rule.Required)
	assert.ErrorIs(t, err, insurance.ClaimShape)
	assert.ErrorIs(t, err, insurance.ClaimTwice)
	assert.Len(t, rule.ProblemsOf(err), 7)
}

func TestPresetsAreValid(t *testing.T) {
	t.Parallel()
	for _, p := range []insurance.Policy{
		insurance.Qinghai(), insurance.Jieyang(), insurance.Rongcheng(), insurance.Beijing(), insurance.ShanghaiCard(),
	} {
		assert.NoError(t, p.Validate(), p.ID)
		assert.Equal(t, rule.Published, p.Status)
	}
	total, err := insurance.Beijing().Total(insurance.Heads{Class: volunteer.Regular, Count: 236})
	require.NoError(t, err)
	assert.Equal(t, funding.Yuan(23_600), total.Premium, "as published")
}
