package award_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/award"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func given(grades string) []award.Given {
	var out []award.Given
	for i, g := range strings.Fields(grades) {
		out = append(out, award.Given{Grade: g, On: rule.Day(2022+i, 6, 1)})
	}
	return out
}

func who(s funding.Scheme) award.Recipient {
	return award.Recipient{ID: "a", Organization: "虚构协会", Territory: s.Territory}
}

// paid is what a scheme pays for grades, in whole yuan.
func paid(t *testing.T, s funding.Scheme, list []award.Given) string {
	t.Helper()
	got, err := who(s).Replay(s, award.Grades(), list)
	require.NoError(t, err)
	var out []string
	for _, g := range got {
		out = append(out, strconv.FormatInt(g.Paid.Fen()/100, 10))
	}
	return strings.Join(out, " ")
}

// The published awards of Baoan, Guangzhou and Taishun, and illustrative ones
// that tell of renewals.
func TestWhatGradesEarn(t *testing.T) {
	t.Parallel()
	ours := award.FirstRaisedRenewed(org.Area("330211"))
	require.NoError(t, ours.Validate())
	for _, c := range []struct {
		scheme         funding.Scheme
		grades, earned string
	}{
		{preset.BaoanGrades(), "3A", "100000"},
		{preset.BaoanGrades(), "3A 4A", "100000 100000"},
		{preset.BaoanGrades(), "3A 5A", "100000 200000"},
		{preset.BaoanGrades(), "3A 4A 5A", "100000 100000 100000"},
		{preset.BaoanGrades(), "4A 4A", "200000 0"},
		{preset.BaoanGrades(), "4A 3A 4A 5A", "200000 0 0 100000"}, // down and up again is no raise
		{preset.BaoanGrades(), "2A 3A", "0 100000"},
		{preset.BaoanGrades(), "5A 2A 5A", "300000 0 0"},
		{preset.GuangzhouGrades(), "3A", "10000"},
		{preset.TaishunGrades(), "4A", "5000"},
		{ours, "3A", "20000"},
		{ours, "3A 4A 5A", "20000 30000 50000"},
		{ours, "4A 4A 5A 5A 3A", "50000 10000 40000 20000 5000"}, // of the raise, what was paid so far is taken off
		{ours, "1A 2A", "0 0"},
	} {
		assert.Equal(t, c.earned, paid(t, c.scheme, given(c.grades)), c.scheme.ID+" "+c.grades)
	}
}

// By the difference nobody is ever paid more in all than the best grade's
// amount, and who reaches it is paid just that, whatever the way there and the
// order of the list.
func TestDifferencesAddUpToTheBest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	s := preset.BaoanGrades()
	for range 200 {
		var grades []string
		best := int64(0)
		for range 1 + r.IntN(6) {
			i := r.IntN(5)
			grades = append(grades, []string{"5A", "4A", "3A", "2A", "1A"}[i])
			best = max(best, []int64{300_000, 200_000, 100_000, 0, 0}[i])
		}
		list := given(strings.Join(grades, " "))
		got, err := who(s).Replay(s, award.Grades(), list)
		require.NoError(t, err)
		sum := int64(0)
		for _, g := range got {
			sum += g.Paid.Fen()
		}
		assert.Equal(t, best*100, sum)
		want := paid(t, s, list)
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		assert.Equal(t, want, paid(t, s, list))
	}
}

func TestOccasions(t *testing.T) {
	t.Parallel()
	for history, want := range map[string]award.Occasion{
		"3A": award.First, "2A 3A": award.First, "3A 4A": award.Better, "4A 3A": award.Renewed, "4A 4A": award.Renewed,
		"3A 2A": award.Outside, "2A": award.Outside, "3A 5A 4A": award.Renewed,
	} {
		list := given(history)
		r, err := who(preset.BaoanGrades()).Ask(award.Grades(), list, list[len(list)-1])
		require.NoError(t, err)
		got, _ := r.Fact(award.FactOccasion)
		assert.True(t, want.Value().Equal(got), history)
		assert.True(t, strings.HasPrefix(r.ID, "a/202"))
	}
}

// From the life of a grade to the payment, tier by tier and to the fen, out of a
// budget that all organizations of a round ask for.
func TestAwardsAreSharedByTiers(t *testing.T) {
	t.Parallel()
	law, err := life.New(rule.Calendar{}, life.Order39())
	require.NoError(t, err)
	lived, err := law.Live([]life.Entry{
		{On: rule.Day(2022, 3, 1), Event: life.Recorded, Grade: "3A"},
		{On: rule.Day(2023, 3, 1), Event: life.Lower, Grade: "2A", Ground: life.Penalised},
		{On: rule.Day(2024, 3, 1), Event: life.Announce, Grade: "5A"}, // without a proceeding: refused
		{On: rule.Day(2025, 7, 1), Event: life.Recorded, Grade: "4A"},
	})
	require.NoError(t, err)
	list := award.GivenIn(lived)
	require.Len(t, list, 2)
	list[0].Paid = funding.Yuan(100_000)
	baoan := preset.BaoanGrades()
	request, err := who(baoan).Ask(award.Grades(), list[:1], list[1])
	require.NoError(t, err)
	first, err := award.Recipient{ID: "b", Organization: "虚构商会", Territory: baoan.Territory}.Ask(award.Grades(), nil, list[1])
	require.NoError(t, err)
	baoan.Sources[0].Budget, baoan.Sources[0].Short = new(funding.Yuan(150_000)), funding.ProRata
	awarded, err := funding.Settle(baoan, []funding.Request{request, first})
	require.NoError(t, err)
	payers := grading.Zhaobaoshan2019().Subsidy.Payers
	payers[0].Weight, payers[1].Weight, payers[2].Weight = rule.Dec("1"), rule.Dec("1"), rule.Dec("1")
	scheme, err := payers.Scheme(baoan.Head, grading.Basis{}, baoan.Territory)
	require.NoError(t, err)
	shared, err := funding.Settle(scheme, award.Shared(awarded))
	require.NoError(t, err)
	assert.Equal(t, []funding.Money{funding.Fen(1666667), funding.Fen(1666667), funding.Fen(1666666)}, shared.Award(0).Cells)
	assert.Equal(t, []funding.Money{funding.Fen(3333334), funding.Fen(3333333), funding.Fen(3333333)}, shared.Award(1).Cells)
}

func TestAskFaultsAreNamed(t *testing.T) {
	t.Parallel()
	a := who(preset.BaoanGrades())
	_, err := a.Ask(nil, []award.Given{{Grade: "3A"}}, award.Given{})
	var got []string
	for _, problem := range rule.ProblemsOf(err) {
		got = append(got, problem.Path+" "+string(problem.Code))
	}
	assert.Equal(t, []string{"before[0].on required", "grade required", "grades required", "on required"}, got)
	most := funding.Fen(999_999_999_999_999_999)
	list := given("3A 3A 3A")
	list[0].Paid, list[1].Paid = most, most
	_, err = a.Ask(award.Grades(), list[:2], list[2])
	require.Error(t, err)
	list[1].On = list[0].On
	_, err = a.Replay(preset.BaoanGrades(), award.Grades(), list)
	require.ErrorIs(t, err, award.GivenTwice)
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

// A raise from 3A to 4A earns the difference, computed by Baoan's scheme.
func ExampleRecipient_Replay() {
	scheme := preset.BaoanGrades()
	who := award.Recipient{ID: "a", Organization: "an invented association", Territory: scheme.Territory}
	paid, err := who.Replay(scheme, award.Grades(), []award.Given{
		{Grade: "3A", On: rule.Day(2022, 9, 1)}, {Grade: "4A", On: rule.Day(2024, 9, 1)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range paid {
		fmt.Println(g.On, g.Grade, g.Paid)
	}
	// Output:
	// 2022-09-01 3A 100000.00
	// 2024-09-01 4A 100000.00
}
