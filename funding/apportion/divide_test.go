package apportion_test

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/apportion"
	"github.com/sancheng-go/sancheng/org/rule"
)

// claimants reads weights such as "6 6 2", each with a least and a most if
// stated: 6@1, 6@1..3, 6@..3.
func claimants(t testing.TB, text string) []apportion.Claimant {
	t.Helper()
	var out []apportion.Claimant
	for field := range strings.FieldsSeq(text) {
		weight, bounds, _ := strings.Cut(field, "@")
		least, most, capped := strings.Cut(bounds, "..")
		var c apportion.Claimant
		var err error
		c.Weight, err = decimal.NewFromString(weight)
		require.NoError(t, err)
		if least != "" {
			c.Least, err = strconv.ParseInt(least, 10, 64)
			require.NoError(t, err)
		}
		if capped {
			n, err := strconv.ParseInt(most, 10, 64)
			require.NoError(t, err)
			c.Most = &n
		}
		out = append(out, c)
	}
	return out
}

func divide(t testing.TB, m apportion.Method, total int64, text string) string {
	t.Helper()
	parts, err := apportion.Divide(m, total, claimants(t, text))
	require.NoError(t, err)
	return strings.Trim(fmt.Sprint(parts), "[]")
}

func TestDivide(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		total                                     int64
		weights                                   string
		hamilton, jefferson, webster, adams, hill string
	}{
		{10, "6 6 2", "4 4 2", "5 4 1", "5 4 1", "4 4 2", "4 4 2"},
		{11, "6 6 2", "5 5 1", "5 5 1", "5 5 1", "5 4 2", "5 4 2"},
		{3, "1 1 1 1", "1 1 1 0", "1 1 1 0", "1 1 1 0", "1 1 1 0", "1 1 1 0"}, // a tie goes to the first
		{2, "1 5 3", "0 1 1", "0 1 1", "0 1 1", "0 1 1", "0 1 1"},             // too few for all
		{4, "1 1000 1", "0 4 0", "0 4 0", "0 4 0", "1 2 1", "1 2 1"},          // by Adams and Hill one each
		{5, "0 1 0.5", "0 3 2", "0 4 1", "0 3 2", "0 3 2", "0 3 2"},           // nothing without a weight
		{5, "0@2 1 0.5", "2 2 1", "2 2 1", "2 2 1", "2 2 1", "2 2 1"},         // but its least
		{10, "90@..5 5@3 5", "5 3 2", "5 3 2", "5 3 2", "5 3 2", "5 3 2"},     // bounds
		{10, "90 5@3 5", "7 3 0", "7 3 0", "7 3 0", "6 3 1", "6 3 1"},         // a least only
		{0, "1 2", "0 0", "0 0", "0 0", "0 0", "0 0"},                         //
		{1, "1e-18 0.999999999999999998", "0 1", "0 1", "0 1", "0 1", "0 1"},  // 18 digits
		{1_000_000_000_000_000, "1 1 1", "333333333333334 333333333333333 333333333333333", "333333333333334 333333333333333 333333333333333", "333333333333334 333333333333333 333333333333333", "333333333333334 333333333333333 333333333333333", "333333333333334 333333333333333 333333333333333"},
	} {
		for m, want := range map[apportion.Method]string{
			apportion.Hamilton: c.hamilton, apportion.Jefferson: c.jefferson, apportion.Webster: c.webster,
			apportion.Adams: c.adams, apportion.Hill: c.hill,
		} {
			assert.Equal(t, want, divide(t, m, c.total, c.weights), "%d of %q by %s", c.total, c.weights, m)
		}
	}
}

// Nothing overflows where many share the greatest total.
func TestDivideTheGreatestTotal(t *testing.T) {
	t.Parallel()
	of := make([]apportion.Claimant, 20_000)
	for i := range of {
		of[i] = apportion.Claimant{Weight: decimal.NewFromInt(7), Most: new(int64(1) << 62)}
	}
	for _, m := range apportion.Methods() {
		parts, err := apportion.Divide(m, 1_000_000_000_000_000, of)
		require.NoError(t, err)
		for _, part := range parts {
			require.Equal(t, int64(50_000_000_000), part, m)
		}
	}
}

// census reads the population and the seats of each state of a census: those
// the House was apportioned by, as the U.S. Census Bureau publishes them. That
// is, of 1790 the federal numbers (3,615,920 in all), of 1910 without Indians
// not taxed, of 1990, 2010 and 2020 with the population overseas (tables of
// those years' apportionments). The populations of 1900 have been revised since;
// they serve for paradoxes, not for the seats. The paradoxes and the vetoed bill
// are told by M. J. Caulfield, Apportioning Representatives in the United States
// Congress (Mathematical Association of America, Convergence).
func census(t testing.TB, year string) (states []apportion.Claimant, names []string, seats []int64) {
	t.Helper()
	file, err := os.Open("testdata/us-house.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		if row[0] != year {
			continue
		}
		weight, err := decimal.NewFromString(row[2])
		require.NoError(t, err)
		n, err := strconv.ParseInt(row[3], 10, 64)
		require.NoError(t, err)
		states = append(states, apportion.Claimant{Weight: weight, Least: 1})
		names = append(names, row[1])
		seats = append(seats, n)
	}
	require.NotEmpty(t, states, year)
	return states, names, seats
}

func sum(parts []int64) (total int64) {
	for _, part := range parts {
		total += part
	}
	return total
}

// The House of Representatives of the United States as it was apportioned.
func TestAgreesWithTheHouse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		year   string
		method apportion.Method
		seats  int64
	}{
		{"1790", apportion.Jefferson, 105},
		{"1880", apportion.Hamilton, 325}, // 325 was chosen because the two agree
		{"1880", apportion.Webster, 325},
		{"1910", apportion.Webster, 433},
		{"1940", apportion.Hill, 435},
		{"1960", apportion.Hill, 435},
		{"1990", apportion.Hill, 435},
		{"2010", apportion.Hill, 435},
		{"2020", apportion.Hill, 435},
	} {
		states, names, seats := census(t, c.year)
		require.Equal(t, c.seats, sum(seats), c.year)
		parts, err := apportion.Divide(c.method, c.seats, states)
		require.NoError(t, err)
		for i := range parts {
			assert.Equal(t, seats[i], parts[i], "%s in %s by %s", names[i], c.year, c.method)
		}
	}
}

// The bill of 1792 that President Washington vetoed: 120 seats by Hamilton.
func TestAgreesWithTheVetoedBill(t *testing.T) {
	t.Parallel()
	states, names, _ := census(t, "1790")
	parts, err := apportion.Divide(apportion.Hamilton, 120, states)
	require.NoError(t, err)
	got := map[string]int64{}
	for i, name := range names {
		got[name] = parts[i]
	}
	assert.Equal(t, map[string]int64{
		"New Jersey": 6, "Virginia": 21, "Connecticut": 8, "South Carolina": 7, "Delaware": 2, "Vermont": 3,
		"Massachusetts": 16, "North Carolina": 12, "New Hampshire": 5, "Pennsylvania": 14, "Georgia": 2,
		"Kentucky": 2, "Rhode Island": 2, "Maryland": 9, "New York": 11,
	}, got)
}

// In 1941 the choice between Webster and Hill was over one seat: Michigan's by
// the one, that of Arkansas by the other.
func TestWebsterAndHillDifferIn1940(t *testing.T) {
	t.Parallel()
	states, names, seats := census(t, "1940")
	parts, err := apportion.Divide(apportion.Webster, 435, states)
	require.NoError(t, err)
	differ := map[string]int64{}
	for i := range parts {
		if parts[i] != seats[i] {
			differ[names[i]] = parts[i] - seats[i]
		}
	}
	assert.Equal(t, map[string]int64{"Michigan": 1, "Arkansas": -1}, differ)
}

// of returns what one state receives by Hamilton for each size of the house.
func of(t testing.TB, year, state string, from, to int64) []int64 {
	t.Helper()
	states, names, _ := census(t, year)
	at := slices.Index(names, state)
	require.GreaterOrEqual(t, at, 0)
	var out []int64
	for total := from; total <= to; total++ {
		parts, err := apportion.Divide(apportion.Hamilton, total, states)
		require.NoError(t, err)
		out = append(out, parts[at])
	}
	return out
}

// The paradoxes of Hamilton that the Census Office met.
func TestHamiltonTakesPlacesAway(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []int64{8, 7}, of(t, "1880", "Alabama", 299, 300))
	assert.Equal(t, []int64{9, 10}, of(t, "1880", "Texas", 299, 300))
	assert.Equal(t, []int64{18, 19}, of(t, "1880", "Illinois", 299, 300))

	// Of the sizes from 350 to 400, Colorado had 3 seats in all but 357.
	for i, seats := range of(t, "1900", "Colorado", 350, 400) {
		want := int64(3)
		if 350+i == 357 {
			want = 2
		}
		assert.Equal(t, want, seats, "Colorado at %d", 350+i)
	}
	// From 382 to 391 Maine went from 3 to 4 and back five times.
	changes := 0
	maine := of(t, "1900", "Maine", 382, 391)
	for i := range maine[1:] {
		if maine[i] != maine[i+1] {
			changes++
		}
	}
	assert.Equal(t, 5, changes, maine)

	// A claimant that joins with its fair part shifts a place between others.
	states, names, _ := census(t, "1900")
	before, err := apportion.Divide(apportion.Hamilton, 386, states)
	require.NoError(t, err)
	joined := append(slices.Clone(states), apportion.Claimant{Weight: decimal.NewFromInt(1_000_000), Least: 1})
	after, err := apportion.Divide(apportion.Hamilton, 391, joined)
	require.NoError(t, err)
	assert.Equal(t, int64(5), after[len(states)])
	assert.Equal(t, int64(1), after[slices.Index(names, "Maine")]-before[slices.Index(names, "Maine")])
}

// quota returns a claimant's exact share, without bounds.
func quota(total int64, of []apportion.Claimant, i int) *big.Rat {
	all := decimal.Decimal{}
	for _, c := range of {
		all = all.Add(c.Weight)
	}
	return new(big.Rat).Quo(new(big.Rat).Mul(of[i].Weight.Rat(), new(big.Rat).SetInt64(total)), all.Rat())
}

func floor(r *big.Rat) int64 { return new(big.Int).Quo(r.Num(), r.Denom()).Int64() }

func ceil(r *big.Rat) int64 {
	if r.IsInt() {
		return floor(r)
	}
	return floor(r) + 1
}

// With the 2020 census, Jefferson would give California more than its quota
// rounded up, and Adams less than its quota rounded down.
func TestDivisorMethodsLeaveTheQuota(t *testing.T) {
	t.Parallel()
	states, names, _ := census(t, "2020")
	california := slices.Index(names, "California")
	exact := quota(435, states, california)
	assert.Equal(t, "51.99", exact.FloatString(2))
	for method, want := range map[apportion.Method]int64{apportion.Jefferson: 54, apportion.Adams: 50, apportion.Webster: 52} {
		parts, err := apportion.Divide(method, 435, states)
		require.NoError(t, err)
		assert.Equal(t, want, parts[california], method)
	}
}

func randomClaimants(r *rand.Rand, bounded bool) []apportion.Claimant {
	out := make([]apportion.Claimant, 1+r.IntN(6))
	for i := range out {
		weight := 1 + r.Int64N(30)
		if r.IntN(5) == 0 {
			weight *= 40
		}
		out[i].Weight = decimal.New(weight, -int32(r.IntN(2)))
		if bounded && r.IntN(3) == 0 {
			out[i].Least = r.Int64N(4)
		}
		if bounded && r.IntN(3) == 0 {
			out[i].Most = new(out[i].Least + r.Int64N(6))
		}
		if bounded && r.IntN(8) == 0 {
			out[i].Weight = decimal.Decimal{}
		}
	}
	return out
}

var divisorMethods = []apportion.Method{apportion.Jefferson, apportion.Webster, apportion.Adams, apportion.Hill}

// naive gives place after place from the least on, comparing squares of
// quotients as fractions.
func naive(m apportion.Method, total int64, of []apportion.Claimant) []int64 {
	parts := make([]int64, len(of))
	left := total
	for i, c := range of {
		parts[i] = c.Least
		left -= c.Least
	}
	for ; left > 0; left-- {
		best, first := -1, new(big.Rat)
		for i, c := range of {
			if c.Weight.IsZero() || c.Most != nil && parts[i] >= *c.Most {
				continue
			}
			a := new(big.Rat).SetInt64(parts[i])
			next := new(big.Rat).Add(a, big.NewRat(1, 1))
			middle := new(big.Rat).Add(a, big.NewRat(1, 2))
			divisor := map[apportion.Method]*big.Rat{
				apportion.Jefferson: next.Mul(next, next), apportion.Webster: middle.Mul(middle, middle),
				apportion.Adams: new(big.Rat).Mul(a, a), apportion.Hill: new(big.Rat).Mul(a, new(big.Rat).Add(a, big.NewRat(1, 1))),
			}[m]
			square := new(big.Rat).Mul(c.Weight.Rat(), c.Weight.Rat())
			if divisor.Sign() == 0 {
				square.Mul(square, big.NewRat(1_000_000_000_000, 1))
			} else {
				square.Quo(square, divisor)
			}
			if best < 0 || square.Cmp(first) > 0 {
				best, first = i, square
			}
		}
		if best < 0 {
			return nil
		}
		parts[best]++
	}
	return parts
}

func TestDivideByDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 1))
	for range 80 {
		of := randomClaimants(r, true)
		total := r.Int64N(60)
		for _, m := range divisorMethods {
			parts, err := apportion.Divide(m, total, of)
			if err != nil {
				require.True(t, slices.ContainsFunc([]error{apportion.LeastTooMuch, apportion.MostTooLittle}, func(code error) bool {
					return assert.ErrorIs(discard{}, err, code)
				}), err)
				continue
			}
			require.Equal(t, naive(m, total, of), parts, "%d of %v by %s", total, of, m)
		}
	}
}

type discard struct{}

func (discard) Errorf(string, ...any) {}

// Hamilton within bounds is as near to the exact shares as can be: no place
// moved from one to another brings the squares of the distances down.
func TestHamiltonIsNearestWithinBounds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 2))
	solved := 0
	for range 600 {
		of := randomClaimants(r, true)
		total := r.Int64N(40)
		parts, err := apportion.Divide(apportion.Hamilton, total, of)
		if err != nil {
			continue
		}
		solved++
		require.Equal(t, total, sum(parts))
		missing := make([]*big.Rat, len(of)) // of the exact share
		for i, c := range of {
			missing[i] = new(big.Rat)
			if !c.Weight.IsZero() {
				missing[i] = quota(total, of, i)
			}
			missing[i].Sub(missing[i], new(big.Rat).SetInt64(parts[i]))
			require.GreaterOrEqual(t, parts[i], c.Least)
			if c.Most != nil {
				require.LessOrEqual(t, parts[i], *c.Most)
			}
			if c.Weight.IsZero() {
				require.Equal(t, c.Least, parts[i])
			}
		}
		for i, from := range of {
			for j, to := range of {
				if i == j || parts[i] <= from.Least || to.Weight.IsZero() || to.Most != nil && parts[j] >= *to.Most {
					continue
				}
				gain := new(big.Rat).Sub(missing[j], missing[i])
				order := gain.Cmp(big.NewRat(1, 1))
				require.LessOrEqual(t, order, 0, "%d of %v: %v", total, of, parts)
				require.False(t, order == 0 && j < i, "a tie goes to the first: %d of %v: %v", total, of, parts)
			}
		}
	}
	assert.Greater(t, solved, 150)
}

// Without bounds it is what funding.Split does with fen.
func TestHamiltonIsSplit(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 6))
	for range 500 {
		of := randomClaimants(r, false)
		total := r.Int64N(1_000)
		weights := make([]decimal.Decimal, len(of))
		for i, c := range of {
			weights[i] = c.Weight
		}
		split, err := funding.Split(funding.Fen(total), weights)
		require.NoError(t, err)
		parts, err := apportion.Divide(apportion.Hamilton, total, of)
		require.NoError(t, err)
		for i := range parts {
			require.Equal(t, split[i].Fen(), parts[i])
		}
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 3))
	hamiltonLost := false
	for range 12 {
		of := randomClaimants(r, false)
		for _, m := range apportion.Methods() {
			before := make([]int64, len(of))
			for total := range int64(40) {
				parts, err := apportion.Divide(m, total, of)
				require.NoError(t, err)
				require.Equal(t, total, sum(parts))
				for i := range parts {
					exact := quota(total, of, i)
					if m == apportion.Hamilton || m == apportion.Jefferson {
						require.GreaterOrEqual(t, parts[i], floor(exact), "%s never goes below the quota", m)
					}
					if m == apportion.Hamilton || m == apportion.Adams {
						require.LessOrEqual(t, parts[i], ceil(exact), "%s never goes above the quota", m)
					}
					if m != apportion.Hamilton {
						require.GreaterOrEqual(t, parts[i], before[i], "%s is house monotone", m)
					} else if parts[i] < before[i] {
						hamiltonLost = true
					}
					for j := range parts {
						if of[i].Weight.GreaterThan(of[j].Weight) {
							require.GreaterOrEqual(t, parts[i], parts[j], "%s: the larger weight never gets less", m)
						}
					}
				}
				before = parts
			}
		}
	}
	assert.True(t, hamiltonLost, "Hamilton is not house monotone, and these cases show it")
}

// Divisor methods divide among some as they divide among all: what two hold
// together they would divide in the same way by themselves.
func TestDivisorMethodsAreConsistent(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 4))
	for range 500 {
		of := randomClaimants(r, false)
		for _, m := range divisorMethods {
			parts, err := apportion.Divide(m, r.Int64N(50), of)
			require.NoError(t, err)
			for j := 1; j < len(of); j++ {
				two, err := apportion.Divide(m, parts[j-1]+parts[j], of[j-1:j+1])
				require.NoError(t, err)
				require.Equal(t, parts[j-1:j+1], two, "%v of %v by %s", parts, of, m)
			}
		}
	}
}

// The act of 1792 took a ratio of 33,000: one number that shows the whole
// division to be right.
func TestDivisors(t *testing.T) {
	t.Parallel()
	states, names, seats := census(t, "1790")
	least, greatest, ok := apportion.Divisors(apportion.Jefferson, states, seats)
	require.True(t, ok)
	between := func(n int64) bool {
		d := big.NewRat(n, 1)
		return fraction(t, least).Cmp(d) <= 0 && d.Cmp(fraction(t, greatest)) <= 0
	}
	assert.True(t, between(33_000))
	assert.Equal(t, "32,138.454… 33,158.9", least.In(language.Und)+" "+greatest.In(language.Und))
	for i := range states {
		assert.Equal(t, seats[i], states[i].Weight.IntPart()/33_000, names[i])
	}
	seats[0]++
	seats[1]--
	_, _, ok = apportion.Divisors(apportion.Jefferson, states, seats)
	assert.False(t, ok)
	for _, m := range []apportion.Method{apportion.Hamilton, apportion.Hill} {
		_, _, ok = apportion.Divisors(m, states, seats)
		assert.False(t, ok)
	}
}

func fraction(t *testing.T, v rule.Value) *big.Rat {
	t.Helper()
	num, den, ok := v.Fraction()
	require.True(t, ok)
	return new(big.Rat).Quo(num.Rat(), den.Rat())
}

// Every division has a divisor, and a place moved has none unless there was a
// tie.
func TestDivisorsOfAnyDivision(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 7))
	refused := 0
	for range 2_000 {
		of := randomClaimants(r, true)
		m := divisorMethods[r.IntN(3)]
		parts, err := apportion.Divide(m, r.Int64N(40), of)
		if err != nil {
			continue
		}
		if m == apportion.Adams && slices.ContainsFunc(of, func(c apportion.Claimant) bool { return !c.Weight.IsZero() }) && slices.Contains(parts, 0) {
			continue // not a place for each
		}
		least, greatest, ok := apportion.Divisors(m, of, parts)
		require.True(t, ok, "%v of %v by %s", parts, of, m)
		if !least.IsZero() && !greatest.IsZero() {
			require.LessOrEqual(t, fraction(t, least).Cmp(fraction(t, greatest)), 0)
		}
		if len(parts) > 1 && (least.IsZero() || greatest.IsZero() || !least.Equal(greatest)) && parts[0] > 0 {
			parts[0]--
			parts[1]++
			if _, _, ok := apportion.Divisors(m, of, parts); !ok {
				refused++
			} else {
				require.True(t, least.IsZero() || greatest.IsZero(), "%v of %v by %s", parts, of, m)
			}
		}
	}
	assert.Positive(t, refused)
}

func TestDivideRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		method  apportion.Method
		total   int64
		weights string
		message string
	}{
		{0, -1, "", "claimants: there are no claimants\nmethod: is required\ntotal: the total -1 is out of range: 0 to 1,000,000,000,000,000"},
		{apportion.Webster, 5, "-1 1@-2 1@3..2 1e-18 1234567890123456789", "claimants: counted in the finest decimal of all, the weights together have more than 18 digits\nclaimants[0].weight: weight -1 is negative\nclaimants[1]: the least, -2, must not be negative or above the most\nclaimants[2]: the least, 3, must not be negative or above the most"},
		{apportion.Hamilton, 5, "1@3 1@3", "total: the least of all, 6, is more than the total 5"},
		{apportion.Adams, 5, "1@..2 1@..2 0", "total: the most of all, 4, is less than the total 5; a weight of zero receives its least only"},
		{apportion.Adams, 5, "0 0", "total: the most of all, 0, is less than the total 5; a weight of zero receives its least only"},
	} {
		parts, err := apportion.Divide(c.method, c.total, claimants(t, c.weights))
		assert.Nil(t, parts)
		require.Error(t, err)
		assert.Equal(t, c.message, err.Error())
	}
}

func ExampleDivide() {
	classes := []string{"elderly", "children", "disabled", "community"}
	requests := []int64{53, 24, 17, 6} // handed in
	of := make([]apportion.Claimant, len(requests))
	for i, n := range requests {
		of[i] = apportion.Claimant{Weight: decimal.NewFromInt(n), Least: 1}
	}
	of[0].Most = new(int64(5))
	parts, err := apportion.Divide(apportion.Webster, 10, of)
	if err != nil {
		panic(err)
	}
	for i, class := range classes {
		fmt.Println(class, parts[i])
	}
	// Output:
	// elderly 5
	// children 2
	// disabled 2
	// community 1
}

func BenchmarkDivide(b *testing.B) {
	r := rand.New(rand.NewPCG(4, 5))
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		of := make([]apportion.Claimant, n)
		for i := range of {
			of[i] = apportion.Claimant{Weight: decimal.New(1+r.Int64N(10_000_000), -2), Least: r.Int64N(2)}
		}
		for _, m := range []apportion.Method{apportion.Hamilton, apportion.Webster, apportion.Hill} {
			b.Run(fmt.Sprintf("%s/%d", m, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := apportion.Divide(m, int64(n)*1_000, of); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/claimant")
			})
		}
	}
}
