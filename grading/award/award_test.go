package award_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/award"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func given(grades ...string) []award.Given {
	var out []award.Given
	for i, g := range grades {
		out = append(out, award.Given{Grade: g, On: rule.Day(2022+i, 6, 1)})
	}
	return out
}

func place() org.Territory { return org.Area("330211") }

func payer() grading.Payer {
	return grading.Payer{ID: "district", Label: rule.Words("区", "district"), Kind: funding.District}
}

// settled is what a plan's scheme pays for grades.
func settled(t *testing.T, p award.Plan, list []award.Given) *funding.Settlement {
	t.Helper()
	scheme, err := p.Scheme(place(), payer())
	require.NoError(t, err)
	requests, err := p.Requests("a", "虚构协会", org.Area("330211001"), list)
	require.NoError(t, err)
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	return s
}

func yuan(s *funding.Settlement) string {
	var out []string
	for i := range s.Len() {
		out = append(out, fmt.Sprint(s.Award(i).Total.Fen()/100))
	}
	return strings.Join(out, " ")
}

func TestWhatGradesEarn(t *testing.T) {
	t.Parallel()
	whole, nothing, renewing := award.Baoan2022(), award.Baoan2022(), award.Baoan2022()
	whole.Raised, nothing.Raised = award.Whole, award.Nothing
	renewing.Renewed = []award.Amount{
		{Grade: "5a", Label: rule.Words("5A级", "5A"), Amount: funding.Yuan(30_000)},
		{Grade: "4a", Label: rule.Words("4A级", "4A"), Amount: funding.Yuan(20_000)},
	}
	for _, c := range []struct {
		plan   award.Plan
		grades string
		earned string
	}{
		{award.Baoan2022(), "3a", "100000"},
		{award.Baoan2022(), "3a 4a", "100000 100000"},
		{award.Baoan2022(), "3a 5a", "100000 200000"},
		{award.Baoan2022(), "3a 4a 5a", "100000 100000 100000"},
		{award.Baoan2022(), "4a 4a", "200000 0"},
		{award.Baoan2022(), "4a 3a 4a 5a", "200000 0 0 100000"}, // down and up again is no raise
		{award.Baoan2022(), "2a 3a", "0 100000"},
		{award.Baoan2022(), "5a 2a 5a", "300000 0 0"},
		{whole, "3a 4a 4a", "100000 200000 0"},
		{nothing, "3a 5a", "100000 0"},
		{renewing, "4a 4a 5a 5a 3a", "200000 20000 100000 30000 0"},
		{award.Guangzhou2015(), "3a 4a 5a", "10000 20000 20000"},
		{award.Taishun(), "4a 5a", "5000 5000"},
	} {
		s := settled(t, c.plan, given(strings.Fields(c.grades)...))
		assert.Equal(t, c.earned, yuan(s), c.plan.ID+" "+c.grades)
	}
}

// By the difference nobody is ever paid more in all than the best grade's
// amount, and who reaches it is paid just that, whatever the way there and the
// order of the list.
func TestDifferencesAddUpToTheBest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	p := award.Baoan2022()
	for range 200 {
		var grades []string
		best := decimal.Decimal{}
		for range 1 + r.IntN(6) {
			i := r.IntN(5)
			grades = append(grades, []string{"5a", "4a", "3a", "2a", "1a"}[i])
			if i < 3 {
				best = decimal.Max(best, p.First[i].Amount.Decimal())
			}
		}
		list := given(grades...)
		want := settled(t, p, list)
		_, paid, _ := want.Totals()
		assert.True(t, best.Equal(paid))
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		assert.Equal(t, yuan(want), yuan(settled(t, p, list)))
	}
}

// From the life of a grade to the payment, tier by tier and to the fen.
func TestAwardsAreSharedByTiers(t *testing.T) {
	t.Parallel()
	law, err := life.New(rule.Calendar{}, life.Order39())
	require.NoError(t, err)
	lived, err := law.Live([]life.Entry{
		{On: rule.Day(2022, 3, 1), Event: life.Recorded, Grade: "3a"},
		{On: rule.Day(2023, 3, 1), Event: life.Lower, Grade: "2a", Ground: life.Penalised},
		{On: rule.Day(2024, 3, 1), Event: life.Announce, Grade: "5a"}, // without a proceeding: refused
		{On: rule.Day(2025, 7, 1), Event: life.Recorded, Grade: "4a"},
		{On: rule.Day(2025, 8, 1), Event: life.Recorded, Grade: "4a"},
	})
	require.NoError(t, err)
	awarded := settled(t, award.Baoan2022(), award.GivenIn(lived))
	assert.Equal(t, "100000 100000 0", yuan(awarded))
	payers := grading.Zhaobaoshan2019().Subsidy.Payers
	payers[0].Weight, payers[1].Weight, payers[2].Weight = rule.Dec("1"), rule.Dec("1"), rule.Dec("1")
	scheme, err := payers.Scheme(award.Baoan2022().Head, grading.Basis{}, place())
	require.NoError(t, err)
	shared, err := funding.Settle(scheme, award.Shared(awarded))
	require.NoError(t, err)
	assert.Equal(t, 2, shared.Len())
	for i := range shared.Len() {
		assert.Equal(t, []funding.Money{funding.Fen(3333334), funding.Fen(3333333), funding.Fen(3333333)}, shared.Award(i).Cells)
	}
}

func TestPlanFaultsAreNamed(t *testing.T) {
	t.Parallel()
	p := award.Baoan2022()
	p.Title = rule.Text{}
	p.Raised = 0
	p.First[1].Amount = funding.Yuan(400_000)
	p.First[2] = award.Amount{Grade: "5a"}
	p.Renewed = []award.Amount{{Grade: "1a", Label: rule.Words("1A级", "1A"), Amount: funding.Yuan(1)}, {}}
	var got []string
	for _, problem := range rule.ProblemsOf(p.Validate()) {
		got = append(got, problem.Path+" "+string(problem.Code))
	}
	assert.Equal(t, []string{
		"first[1].amount award.order", "first[2].amount award.amount", "first[2].grade award.grade-twice", "first[2].label required",
		"raised required", "renewed[0].grade award.renews-nothing", "renewed[1].amount award.amount", "renewed[1].grade required",
		"renewed[1].label required", "title required",
	}, got)
	list := given("3a", "4a")
	list[1].On = list[0].On
	_, err := award.Baoan2022().Requests("a", "虚构协会", place(), append(list, award.Given{Grade: "3a"}))
	require.ErrorIs(t, err, award.GivenTwice)
	require.ErrorIs(t, err, rule.Required)
	_, err = award.Baoan2022().Scheme(place(), grading.Payer{ID: "x", Label: rule.Words("区", "district")})
	require.ErrorIs(t, err, rule.Required)
	_, err = award.Plan{}.Scheme(place(), payer())
	require.ErrorIs(t, err, rule.Required)
}

func TestPlansAreTheSameInJSON(t *testing.T) {
	t.Parallel()
	for _, p := range []award.Plan{award.Baoan2022(), award.Guangzhou2015(), award.Taishun()} {
		require.NoError(t, p.Validate())
		data, err := rule.Encode("award/1", p)
		require.NoError(t, err)
		var got award.Plan
		require.NoError(t, rule.DecodeAs("award/1", data, &got))
		assert.Equal(t, p, got)
	}
}

func topThree(ties award.Ties) award.Prize {
	p := award.Prize{
		Head:   rule.Head{ID: "top-three", Title: rule.Words("年度三佳(示例)", "best three of the year (illustration)"), Status: rule.Illustrative},
		Places: 3, Amount: funding.Yuan(5000), Least: rule.Dec("60"), Ties: ties,
	}
	if ties == award.ByThen {
		p.Then = []rule.Text{rule.Words("服务人次", "attendances served")}
	}
	return p
}

func TestPrizesAndTies(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ties     award.Ties
		entrants string // id score/then
		winners  string
	}{
		{award.AllWin, "a90 b80 c70 d65", "a b c"},
		{award.AllWin, "a90 b80 c70 d70 e70 f65", "a b c d e"},
		{award.NoneWin, "a90 b80 c70 d70 e70 f65", "a b"},
		{award.NoneWin, "a90 b80 c80 d70", "a b c"}, // equals that all find a place
		{award.NoneWin, "a90 b90 c90 d90", ""},
		{award.AllWin, "a90 b90 c90 d90", "a b c d"},
		{award.AllWin, "a90 b60 c59.9 d59.9", "a b"}, // the least
		{award.AllWin, "a90.0 b90", "a b"},
		{award.AllWin, "a90 b90 c89.99 d89.98", "a b c"},
		{award.ByThen, "a90/1 b80/1 c70/5 d70/6 e70/5", "a b d"},
		{award.ByThen, "a90/1 b80/1 c70/6 d70/6 e70/5", "a b c d"},
	} {
		var entrants []award.Entrant
		for word := range strings.FieldsSeq(c.entrants) {
			score, then, further := strings.Cut(word[1:], "/")
			e := award.Entrant{ID: word[:1], Score: rule.Dec(score)}
			if further {
				e.Then = []decimal.Decimal{rule.Dec(then)}
			}
			entrants = append(entrants, e)
		}
		r := rand.New(rand.NewPCG(3, 4))
		r.Shuffle(len(entrants), func(i, j int) { entrants[i], entrants[j] = entrants[j], entrants[i] })
		ranks, err := topThree(c.ties).Award(entrants)
		require.NoError(t, err)
		var winners []string
		for _, rank := range ranks {
			if rank.Wins {
				winners = append(winners, rank.ID)
				assert.Equal(t, funding.Yuan(5000), rank.Request("虚构", org.Area("330211")).Asked)
			}
			assert.Equal(t, rank.Wins, rank.Amount != funding.Money{})
			assert.NotContains(t, rank.Reason.In(language.Chinese)+rank.Reason.In(language.English), "{")
		}
		assert.Equal(t, c.winners, strings.Join(winners, " "), c.entrants)
	}
}

// Whoever scores more never comes in behind, equals fare alike, and the places
// are kept but for ties.
func TestPrizesAreFair(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		p := topThree(award.AllTies()[r.IntN(2)])
		p.Places = 1 + r.IntN(6)
		var entrants []award.Entrant
		for i := range 1 + r.IntN(12) {
			entrants = append(entrants, award.Entrant{ID: string(rune('a' + i)), Score: decimal.NewFromInt(55 + r.Int64N(10))})
		}
		score := map[string]decimal.Decimal{}
		for _, e := range entrants {
			score[e.ID] = e.Score
		}
		ranks, err := p.Award(entrants)
		require.NoError(t, err)
		won := 0
		for i, a := range ranks {
			if a.Wins {
				won++
			}
			for _, b := range ranks[i+1:] {
				assert.LessOrEqual(t, score[b.ID].Cmp(score[a.ID]), 0)
				assert.False(t, b.Wins && !a.Wins)
				assert.Equal(t, score[a.ID].Equal(score[b.ID]), a.Place == b.Place)
				if a.Place == b.Place {
					assert.Equal(t, a.Wins, b.Wins)
				}
			}
		}
		if p.Ties == award.NoneWin {
			assert.LessOrEqual(t, won, p.Places)
		}
	}
}

func TestPrizeFaultsAreNamed(t *testing.T) {
	t.Parallel()
	p := topThree(award.ByThen)
	_, err := p.Award([]award.Entrant{{ID: "a"}, {ID: "a", Then: []decimal.Decimal{{}}}, {Then: []decimal.Decimal{{}}}})
	var got []string
	for _, problem := range rule.ProblemsOf(err) {
		got = append(got, problem.Path+" "+string(problem.Code))
	}
	assert.Equal(t, []string{"entrants[0].then award.then-count", "entrants[1].id award.entrant-twice", "entrants[2].id required"}, got)
	p.Places, p.Then, p.Amount = 0, nil, funding.Money{}
	for _, code := range []rule.Code{award.PlacesFew, award.ThenShape, award.AmountNotPositive} {
		require.ErrorIs(t, p.Validate(), code)
	}
	require.ErrorIs(t, award.Prize{}.Validate(), rule.Required)
}

func course(t *testing.T, entries ...award.Entry) award.Course {
	t.Helper()
	c, err := award.NewCourse(entries)
	require.NoError(t, err)
	return c
}

func TestMonthsOfAYearThatStopsAndResumes(t *testing.T) {
	t.Parallel()
	c := course(t,
		award.Entry{On: rule.Day(2019, 9, 16), Turn: award.Resume},
		award.Entry{On: rule.Day(2018, 4, 1), Turn: award.Start},
		award.Entry{On: rule.Day(2019, 3, 15), Turn: award.Stop},
		award.Entry{On: rule.Day(2020, 2, 29), Turn: award.End},
	)
	for _, want := range []struct{ year, first, every, any int }{
		{2017, 0, 0, 0}, {2018, 9, 9, 9}, {2019, 6, 5, 7}, {2020, 2, 1, 2}, {2021, 0, 0, 0},
	} {
		for by, n := range map[award.Month]int{award.FirstDay: want.first, award.EveryDay: want.every, award.AnyDay: want.any} {
			got, why, err := c.Months(want.year, by)
			require.NoError(t, err)
			assert.Equal(t, n, got, "%d %s", want.year, by)
			assert.True(t, why.Output.Equal(rule.Int(int64(n), rule.MonthUnit)))
			assert.NotContains(t, why.In(language.Chinese)+why.In(language.English), "{")
		}
	}
	for day, want := range map[rule.Date]award.Paying{
		rule.Day(2018, 3, 31): award.NotYet, rule.Day(2018, 4, 1): award.Running, rule.Day(2019, 3, 14): award.Running,
		rule.Day(2019, 3, 15): award.Stopped, rule.Day(2019, 9, 15): award.Stopped, rule.Day(2019, 9, 16): award.Running,
		rule.Day(2020, 2, 28): award.Running, rule.Day(2020, 2, 29): award.Ended,
	} {
		assert.Equal(t, want, c.On(day), day)
	}
}

// Counted day by day: a month counts by its first day, by all its days, by any.
func TestMonthsAgainstCountingDayByDay(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		day := rule.Day(2019, 6, 1).AddDays(r.IntN(300))
		entries := []award.Entry{{On: day, Turn: award.Start}}
		for turn := award.Stop; r.IntN(5) > 0; turn = award.Stop + award.Resume - turn {
			day = day.AddDays(1 + r.IntN(60))
			entries = append(entries, award.Entry{On: day, Turn: turn})
		}
		c := course(t, entries...)
		first, every, some := 0, 0, 0
		for m := range 12 {
			begin := rule.Day(2020, 1, 1).AddMonths(m)
			all, some1 := true, false
			for d := begin; d.Month() == begin.Month(); d = d.AddDays(1) {
				paid := c.On(d) == award.Running
				all, some1 = all && paid, some1 || paid
			}
			for _, count := range []struct {
				n  *int
				is bool
			}{{&first, c.On(begin) == award.Running}, {&every, all}, {&some, some1}} {
				if count.is {
					*count.n++
				}
			}
		}
		for by, want := range map[award.Month]int{award.FirstDay: first, award.EveryDay: every, award.AnyDay: some} {
			got, _, err := c.Months(2020, by)
			require.NoError(t, err)
			assert.Equal(t, want, got, by)
		}
	}
}

func TestCourseFaultsAreNamed(t *testing.T) {
	t.Parallel()
	day := rule.Day(2019, 1, 1)
	_, err := award.NewCourse([]award.Entry{{On: day, Turn: award.Start}, {On: day, Turn: award.Stop}, {}})
	for _, code := range []rule.Code{award.TurnTwice, rule.Required} {
		require.ErrorIs(t, err, code)
	}
	for _, turns := range [][]award.Turn{{award.Resume}, {award.Stop}, {award.Start, award.Resume}, {award.Start, award.End, award.Resume}, {award.Start, award.Stop, award.Stop}} {
		var entries []award.Entry
		for i, turn := range turns {
			entries = append(entries, award.Entry{On: day.AddDays(i), Turn: turn})
		}
		slices.Reverse(entries)
		_, err := award.NewCourse(entries)
		require.ErrorIs(t, err, award.TurnRefused)
		assert.Equal(t, "entries[0].turn", rule.ProblemsOf(err)[0].Path)
	}
	_, _, err = award.Course{}.Months(0, 0)
	require.ErrorIs(t, err, rule.Required)
	require.ErrorIs(t, err, rule.DateInvalid)
}

// A raise from 3A to 4A earns the difference, computed by the scheme.
func ExamplePlan_Requests() {
	plan, place := award.Baoan2022(), org.Area("440306")
	requests, err := plan.Requests("a", "an invented association", place, []award.Given{
		{Grade: "3a", On: rule.Day(2022, 9, 1)}, {Grade: "4a", On: rule.Day(2024, 9, 1)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	scheme, err := plan.Scheme(place, grading.Payer{ID: "baoan", Label: rule.Words("宝安区", "Baoan"), Kind: funding.District})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := funding.Settle(scheme, requests)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range s.Len() {
		fmt.Println(s.Request(i).Date, s.Award(i).Total)
	}
	// Output:
	// 2022-09-01 100000.00
	// 2024-09-01 100000.00
}
