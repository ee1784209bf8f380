package bridging_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/bridging"
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

// The fee is stepped by day, not one rate for the whole loan.
func TestLianyungangChargesByTheDay(t *testing.T) {
	t.Parallel()
	versions := bridging.Lianyungang()
	for _, c := range []struct {
		version int
		yuan    int64
		days    int
		want    string
	}{
		{1, 1_000_000, 1, "200.00"},
		{1, 1_000_000, 4, "800.00"},
		{1, 1_000_000, 5, "1000.00"},
		{1, 1_000_000, 6, "1400.00"},
		{1, 1_000_000, 7, "1800.00"},
		{1, 33, 1, "0.01"},
		{1, 24, 1, "0.00"},
		{0, 1_000_000, 1, "400.00"},
		{0, 1_000_000, 2, "800.00"},
		{0, 1_000_000, 3, "1250.00"},
		{0, 1_000_000, 7, "3050.00"},
	} {
		rules := versions[c.version]
		require.NoError(t, rules.Validate())
		fee, why, err := rules.Charge(funding.Yuan(c.yuan), c.days)
		require.NoError(t, err)
		assert.Equal(t, c.want, fee.String(), "%s, %d days", rules.ID, c.days)
		again, ok := why.Replay()
		assert.True(t, ok && again.Equal(why.Output))
		var parts []rule.Input
		for _, part := range why.Parts {
			out, ok := part.Replay()
			assert.True(t, ok && out.Equal(part.Output))
			parts = append(parts, rule.With("part", part.Output))
		}
		sum, ok := rule.Reason{Inputs: parts, Op: rule.Sum}.Replay()
		require.True(t, ok)
		exact, _ := sum.Number()
		rounded, err := rules.Rounding.Round(exact)
		require.NoError(t, err)
		assert.Equal(t, fee, rounded, "the bands add up to the fee")
	}
}

// The year of a rule is part of its key.
func TestLianyungangBeforeAndAfter(t *testing.T) {
	t.Parallel()
	versions := bridging.Lianyungang()
	day := rule.Day(2023, 6, 1)
	assert.True(t, versions[0].Period.Contains(day.AddDays(-1)))
	assert.False(t, versions[0].Period.Contains(day))
	assert.True(t, versions[1].Period.Contains(day))
	for i, c := range []struct{ at, above int64 }{{800_000, 800_001}, {950_000, 950_001}} {
		pool := bridging.Pool{
			Rules:         versions[i],
			Contributions: []bridging.Movement{{ID: "c", Contributor: "甲", Date: rule.Day(2023, 5, 1), Amount: funding.Yuan(2_000_000)}},
		}
		date := day.AddDays(i - 1)
		for k, yuan := range []int64{c.at, c.above} {
			pool.Requests = append(pool.Requests, bridging.Request{ID: strconv.Itoa(k), Borrower: "乙", Date: date, Amount: funding.Yuan(yuan), Renewal: funding.Yuan(1_000_000), Days: 7})
		}
		book, err := pool.Run()
		require.NoError(t, err)
		assert.True(t, book.Loan(0).Granted, "%d%% of the renewal", 80+15*i)
		assert.False(t, book.Loan(1).Granted, "one yuan more")
	}
	for i, rules := range append(versions, bridging.Illustrative()) {
		data, err := bridging.Encode(bridging.Pool{Rules: rules, Contributions: []bridging.Movement{}, Requests: []bridging.Request{}})
		require.NoError(t, err)
		golden(t, filepath.Join("testdata", []string{"lianyungang-before.json", "lianyungang.json", "illustrative.json"}[i]), string(data))
		back, err := bridging.Decode(data)
		require.NoError(t, err)
		again, err := bridging.Encode(back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
	}
}

func TestDayCount(t *testing.T) {
	t.Parallel()
	rules := bridging.Lianyungang()[1]
	rules.Count = bridging.BothEnds
	fee, _, err := rules.Charge(funding.Yuan(1_000_000), 6)
	require.NoError(t, err)
	assert.Equal(t, "1800.00", fee.String(), "the 1st to the 7th, both charged, are 7 days")
	for _, days := range []int{-1, 0, 3661} {
		_, _, err := rules.Charge(funding.Yuan(1), days)
		require.ErrorIs(t, err, bridging.DaysRange)
	}
}

// small is a pool of three members in which everything happens.
func small() bridging.Pool {
	day := func(d int) rule.Date { return rule.Day(2024, 3, d) }
	return bridging.Pool{
		Rules: bridging.Illustrative(),
		Contributions: []bridging.Movement{
			{ID: "c1", Contributor: "甲厂", Date: day(1), Amount: funding.Yuan(3_000_000)},
			{ID: "c2", Contributor: "乙厂", Date: day(1), Amount: funding.Yuan(2_000_000)},
			{ID: "c3", Contributor: "丙厂", Date: day(4), Amount: funding.Yuan(1_000_000)},
		},
		Withdrawals: []bridging.Movement{
			{ID: "w1", Contributor: "甲厂", Date: day(3), Amount: funding.Yuan(2_000_000)},
			{ID: "w2", Contributor: "乙厂", Date: day(20), Amount: funding.Yuan(500_000)},
		},
		Requests: []bridging.Request{
			{ID: "r1", Borrower: "甲厂", Date: day(2), Amount: funding.Yuan(3_800_000), Renewal: funding.Yuan(4_000_000), Days: 7},
			{ID: "r2", Borrower: "乙厂", Date: day(4), Amount: funding.Yuan(2_200_000), Renewal: funding.Yuan(2_400_000), Days: 5},
			{ID: "r3", Borrower: "丙厂", Date: day(4), Amount: funding.Yuan(1), Renewal: funding.Yuan(2), Days: 5},
			{ID: "r4", Borrower: "丙厂", Date: day(9), Amount: funding.Yuan(960_000), Renewal: funding.Yuan(1_000_000), Days: 5},
			{ID: "r5", Borrower: "丙厂", Date: day(9), Amount: funding.Yuan(950_000), Renewal: funding.Yuan(1_000_000), Days: 16},
			{ID: "r6", Borrower: "丙厂", Date: day(10), Amount: funding.Yuan(950_000), Renewal: funding.Yuan(1_000_000), Days: 5},
		},
		Outcomes: []bridging.Outcome{
			{Request: "r2", Date: day(12)},
			{Request: "r6", Date: day(18), Lost: funding.Yuan(100)},
		},
	}
}

func TestPool(t *testing.T) {
	t.Parallel()
	book, err := small().Run()
	require.NoError(t, err)
	var granted []string
	for i := range book.Len() {
		if l := book.Loan(i); l.Granted {
			granted = append(granted, l.Request+" "+l.Repaid.String()+" "+l.Fee.String()+" "+l.Lost.String())
		}
	}
	assert.Equal(t, []string{
		"r1 2024-03-09 6840.00 0.00",
		"r2 2024-03-12 4840.00 0.00", // three days late: 5 × 440 + 3 × 880
		"r6 2024-03-18 0.00 100.00",
	}, granted)
	totals := book.Totals()
	assert.Equal(t, "6950000", totals.Turnover.String())
	assert.Equal(t, funding.Yuan(6_000_000), totals.Peak)
	assert.Equal(t, rule.Day(2024, 3, 4), totals.PeakOn)
	assert.Equal(t, funding.Money{}, totals.Least)
	assert.Equal(t, funding.Money{}, totals.Outstanding)
	assert.Equal(t, funding.Fen(5_499_900_00), totals.Available)
	shares := book.Shares()
	assert.Equal(t, "丙厂", shares[0].Contributor)
	lost := map[string]string{}
	for _, s := range shares {
		lost[s.Contributor] = s.Lost.String()
	}
	assert.Equal(t, map[string]string{"甲厂": "50.00", "乙厂": "33.33", "丙厂": "16.67"}, lost)
	for _, tag := range []language.Tag{language.Chinese, language.English} {
		name := map[language.Tag]string{language.Chinese: "zh", language.English: "en"}[tag]
		text := ""
		for i := range book.Len() {
			text += book.Explain(i).In(tag) + "\n"
		}
		golden(t, "testdata/pool."+name+".txt", text+book.Statement().In(tag))
	}
	data, err := json.MarshalIndent(book, "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/pool.json", string(data)+"\n")
	data, err = json.MarshalIndent(book.Statement(), "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/statement.json", string(data)+"\n")
	assert.Equal(t, bridging.Illustrative(), book.Rules())
}

func TestEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	pool := small()
	pool.Rules.Count = 0
	data, err := bridging.Encode(bridging.Pool{Rules: small().Rules, Requests: []bridging.Request{{}}, Contributions: []bridging.Movement{}})
	require.NoError(t, err)
	none, err := bridging.Decode(data)
	require.ErrorIs(t, err, rule.Required)
	assert.Zero(t, none, "nothing stands beside an error")
	pool.Rules.Fee = pool.Rules.Fee[1:]
	pool.Contributions[0].Amount = funding.Yuan(-1)
	pool.Contributions[1].ID = "c1"
	pool.Withdrawals[0].Contributor = ""
	pool.Requests[0].Days = 0
	pool.Requests[1].ID = "r1"
	pool.Requests[2].Renewal = funding.Fen(-1)
	pool.Requests[3].Date = rule.Date{}
	pool.Outcomes[0].Lost = funding.Fen(-1)
	pool.Outcomes[1].Request = "r2"
	_, err = pool.Run()
	var paths []string
	for _, p := range rule.ProblemsOf(err) {
		paths = append(paths, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"contributions[0].amount bridging.amount", "contributions[1].id bridging.id-twice",
		"outcomes[0].lost bridging.amount", "outcomes[1].request bridging.id-twice",
		"requests[0].days bridging.days", "requests[1].id bridging.id-twice", "requests[2].renewal bridging.renewal",
		"requests[3].date required",
		"rules.count required", "rules.fee band.gap", "withdrawals[0].contributor required",
	}, paths)

	pool = small()
	pool.Outcomes = []bridging.Outcome{
		{Request: "r3", Date: rule.Day(2024, 3, 30)}, {Request: "r9", Date: rule.Day(2024, 3, 30)},
	}
	_, err = pool.Run()
	require.ErrorIs(t, err, bridging.NoLoan)
	pool.Outcomes = []bridging.Outcome{{Request: "r1", Date: rule.Day(2024, 3, 2), Lost: funding.Yuan(3_800_001)}}
	_, err = pool.Run()
	require.ErrorIs(t, err, bridging.LostMore)
	pool.Outcomes = pool.Outcomes[:0]
	pool.End = rule.Day(2024, 3, 3)
	_, err = pool.Run()
	require.ErrorIs(t, err, bridging.AfterEnd)
	pool = small()
	pool.Rules.Facts = rule.Vocabulary{"days": bridging.Vocabulary()["days"]}
	_, err = pool.Run()
	require.ErrorIs(t, err, bridging.FactTaken)
	pool = small()
	pool.Contributions[0].Amount = funding.Yuan(9_999_999_999_999_999)
	_, err = pool.Run()
	require.ErrorIs(t, err, bridging.ContributedMost)
}

// random is a pool with loans, defaults and withdrawals that compete.
func random(rng *rand.Rand, n int) bridging.Pool {
	pool := bridging.Pool{Rules: bridging.Illustrative()}
	start := rule.Day(2024, 1, 1)
	for i := range 2 + rng.IntN(5) {
		pool.Contributions = append(pool.Contributions, bridging.Movement{
			ID: "c" + strconv.Itoa(i), Contributor: "m" + strconv.Itoa(i/2), Date: start.AddDays(rng.IntN(20)), Amount: funding.Fen(1 + rng.Int64N(900_000_000)),
		})
	}
	for i := range rng.IntN(4) {
		pool.Withdrawals = append(pool.Withdrawals, bridging.Movement{
			ID: "w" + strconv.Itoa(i), Contributor: "m" + strconv.Itoa(rng.IntN(3)), Date: start.AddDays(rng.IntN(60)), Amount: funding.Fen(1 + rng.Int64N(300_000_000)),
		})
	}
	for i := range n {
		amount := 1 + rng.Int64N(400_000_000)
		pool.Requests = append(pool.Requests, bridging.Request{
			ID: "r" + strconv.Itoa(i), Borrower: "b" + strconv.Itoa(rng.IntN(4)), Date: start.AddDays(rng.IntN(60)),
			Amount: funding.Fen(amount), Renewal: funding.Fen(amount + rng.Int64N(amount+1)/8), Days: 1 + rng.IntN(17),
		})
	}
	return pool
}

// plain runs a pool day by day in decimal yuan, every loan looked at every day.
func plain(pool bridging.Pool) (granted map[string]bool, fees decimal.Decimal, least decimal.Decimal) {
	d := func(m funding.Money) decimal.Decimal { return m.Decimal() }
	granted = map[string]bool{}
	holds, owed := map[string]decimal.Decimal{}, map[string]decimal.Decimal{}
	var available decimal.Decimal
	requests, withdrawals := slices.Clone(pool.Requests), slices.Clone(pool.Withdrawals)
	slices.SortFunc(requests, func(a, b bridging.Request) int { return cmpText(a.ID, b.ID) })
	slices.SortFunc(withdrawals, func(a, b bridging.Movement) int { return cmpText(a.ID, b.ID) })
	rates := []decimal.Decimal{rule.Dec("0.0002"), rule.Dec("0.0004")}
	for day := rule.Day(2024, 1, 1); day.Before(rule.Day(2024, 6, 1)); day = day.AddDays(1) {
		for _, r := range requests {
			if granted[r.ID] && r.Date.AddDays(r.Days) == day {
				available = available.Add(d(r.Amount))
				owed[r.Borrower] = owed[r.Borrower].Sub(d(r.Amount))
				fee := decimal.Decimal{}
				for k := 1; k <= r.Days; k++ {
					fee = fee.Add(d(r.Amount).Mul(rates[min(1, (k-1)/5)]))
				}
				fees = fees.Add(fee.Round(2))
			}
		}
		for _, c := range pool.Contributions {
			if c.Date == day {
				available = available.Add(d(c.Amount))
				holds[c.Contributor] = holds[c.Contributor].Add(d(c.Amount))
			}
		}
		for _, r := range requests {
			if r.Date != day {
				continue
			}
			with := owed[r.Borrower].Add(d(r.Amount))
			if d(r.Amount).GreaterThan(available) || r.Days > 15 || with.GreaterThan(rule.Dec("5000000")) ||
				d(r.Amount).GreaterThan(d(r.Renewal).Mul(rule.Dec("0.95"))) {
				continue
			}
			granted[r.ID], owed[r.Borrower], available = true, with, available.Sub(d(r.Amount))
		}
		for _, w := range withdrawals {
			if w.Date == day && !d(w.Amount).GreaterThan(available) && !d(w.Amount).GreaterThan(holds[w.Contributor]) {
				available, holds[w.Contributor] = available.Sub(d(w.Amount)), holds[w.Contributor].Sub(d(w.Amount))
			}
		}
		least = decimal.Min(least, available)
	}
	return granted, fees, least
}

func cmpText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestRunAgreesWithADailyLoop(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 34))
	lent := 0
	for range 150 {
		pool := random(rng, 60)
		book, err := pool.Run()
		require.NoError(t, err)
		granted, fees, least := plain(pool)
		require.False(t, least.IsNegative())
		for i := range book.Len() {
			l := book.Loan(i)
			require.Equal(t, granted[l.Request], l.Granted, l.Request)
			reasons := book.Reasons(i)
			refused := reasons[len(reasons)-1].Code == bridging.LoanRefused
			require.Equal(t, l.Granted, !refused, "reasons say what was decided")
			if l.Granted {
				lent++
				require.True(t, reasons[len(reasons)-1].Output.Equal(l.Fee.Value()))
			}
		}
		require.Equal(t, fees.StringFixed(2), book.Totals().Fees.String())

		shuffled := pool
		shuffled.Requests, shuffled.Contributions, shuffled.Withdrawals = slices.Clone(pool.Requests), slices.Clone(pool.Contributions), slices.Clone(pool.Withdrawals)
		rng.Shuffle(len(pool.Requests), func(i, j int) {
			shuffled.Requests[i], shuffled.Requests[j] = shuffled.Requests[j], shuffled.Requests[i]
		})
		slices.Reverse(shuffled.Contributions)
		slices.Reverse(shuffled.Withdrawals)
		other, err := shuffled.Run()
		require.NoError(t, err)
		require.Equal(t, book.Totals(), other.Totals(), "the order of the lists changes nothing")
		require.Equal(t, book.Shares(), other.Shares())
	}
	assert.Greater(t, lent, 1000, "the test lends")
}

// With losses and withdrawals the book still adds up, on every day.
func TestTheBookAddsUp(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 34))
	losses := 0
	for range 150 {
		pool := random(rng, 40)
		book, err := pool.Run()
		require.NoError(t, err)
		for i := range book.Len() {
			if l := book.Loan(i); l.Granted && rng.IntN(4) == 0 {
				q := pool.Requests[i]
				pool.Outcomes = []bridging.Outcome{{Request: q.ID, Date: q.Date.AddDays(1 + rng.IntN(40)), Lost: funding.Fen(rng.Int64N(q.Amount.Fen() + 1))}}
				if book, err = pool.Run(); err != nil {
					require.ErrorIs(t, err, bridging.NoLoan)
					continue
				}
				break
			}
		}
		for _, d := range book.Days() {
			require.GreaterOrEqual(t, d.Available().Sign(), 0)
			require.GreaterOrEqual(t, d.Outstanding().Sign(), 0)
		}
		totals := book.Totals()
		holds, lost, fees := int64(0), int64(0), int64(0)
		for _, s := range book.Shares() {
			require.GreaterOrEqual(t, s.Holds.Sign(), 0)
			require.Equal(t, s.In.Fen()-s.Out.Fen()-s.Lost.Fen(), s.Holds.Fen())
			holds, lost, fees = holds+s.Holds.Fen(), lost+s.Lost.Fen(), fees+s.Fees.Fen()
		}
		require.Equal(t, totals.Available.Fen()+totals.Outstanding.Fen(), holds, "what the members hold is in the pool or lent")
		require.Equal(t, totals.Lost.Fen(), lost)
		require.Equal(t, totals.Fees.Fen(), fees)
		losses += int(min(1, lost))
		for _, step := range book.Statement().Steps {
			if out, ok := step.Replay(); ok {
				require.True(t, out.Equal(step.Output), step.In(language.English))
			}
		}
	}
	assert.Greater(t, losses, 30, "the test loses")
}

// A mutual pool may lend to its members alone, and up to a multiple of what each
// has in it, after what it lost and took out.
func TestMembersAlone(t *testing.T) {
	t.Parallel()
	pool := small()
	pool.Rules.Needs = rule.InRange("multiple-of-holding", rule.AtMost(rule.Dec("1.5")))
	require.NoError(t, pool.Rules.Validate())
	pool.Withdrawals, pool.Outcomes = []bridging.Movement{{ID: "w", Contributor: "丙厂", Date: rule.Day(2024, 3, 9), Amount: funding.Yuan(600_000)}}, nil
	request := func(id, borrower string, day int, yuan int64) bridging.Request {
		return bridging.Request{ID: id, Borrower: borrower, Date: rule.Day(2024, 3, day), Amount: funding.Yuan(yuan), Days: 20}
	}
	pool.Requests = []bridging.Request{
		request("1", "丁厂", 2, 1),
		request("2", "丙厂", 3, 1), // contributes the day after
		request("3", "丙厂", 5, 600_001),
		request("4", "丙厂", 5, 900_000),
		request("5", "丙厂", 6, 1),
		request("6", "甲厂", 6, 4_500_000),
		request("7", "乙厂", 7, 600_000),
	}
	book, err := pool.Run()
	require.NoError(t, err)
	var granted []string
	for i := range book.Len() {
		if book.Loan(i).Granted {
			granted = append(granted, book.Loan(i).Request)
		}
	}
	assert.Equal(t, []string{"3", "5", "6", "7"}, granted, "600,001 + 900,000 is above one and a half of a million")
	assert.Contains(t, book.Explain(3).In(language.English), "1.500")
}

func TestTheBookMayBeClosedBeforeEverybodyRepaid(t *testing.T) {
	t.Parallel()
	pool := small()
	pool.Contributions, pool.Withdrawals = pool.Contributions[:2], nil
	pool.Requests, pool.Outcomes = pool.Requests[:1], nil
	pool.End = rule.Day(2024, 3, 8)
	book, err := pool.Run()
	require.NoError(t, err)
	assert.True(t, book.Loan(0).Open)
	assert.Equal(t, funding.Yuan(3_800_000), book.Totals().Outstanding)
	pool.End = rule.Day(2024, 3, 9)
	book, err = pool.Run()
	require.NoError(t, err)
	assert.False(t, book.Loan(0).Open)
	assert.Equal(t, funding.Yuan(5_000_000), book.Totals().Available)
}
