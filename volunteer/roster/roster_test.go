package roster_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/roster"
)

func tuesday() rule.Date { return rule.Day(2015, 4, 21) }

// shift is a shift on that Tuesday from one hour to another.
func shift(id string, from, until int, needs ...roster.Need) roster.Shift {
	return roster.Shift{
		ID: id, Place: "广场", Needs: needs,
		Span: volunteer.Span{From: volunteer.Clock(tuesday(), from, 0), Until: volunteer.Clock(tuesday(), until, 0)},
	}
}

func anybody(n int) roster.Need { return roster.Need{Count: n} }

// person is available on Tuesdays from one hour to another.
func person(id string, from, until int, skills ...string) volunteer.Person {
	start := rule.Day(2014, 1, 1)
	return volunteer.Person{
		ID: id, Name: "志愿者", Consent: volunteer.Consent{Given: start}, Skills: skills,
		Enrolments:   []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(start)}},
		Availability: []volunteer.Weekly{{Day: volunteer.Tuesday, From: from * 60, Until: until * 60}},
	}
}

func register(t testing.TB, people ...volunteer.Person) *volunteer.Register {
	t.Helper()
	r, err := volunteer.NewRegister(volunteer.Lists{People: people})
	require.NoError(t, err)
	return r
}

func TestMake(t *testing.T) {
	t.Parallel()
	r := register(t, person("a", 8, 18, "first-aid"), person("b", 8, 18), person("c", 8, 12))
	got, err := roster.Make(roster.Request{
		Register: r, Standby: 2,
		Shifts: []roster.Shift{
			shift("morning", 9, 12, roster.Need{Skill: "first-aid", Count: 1}, anybody(1)),
			shift("afternoon", 13, 17, anybody(2)),
			shift("evening", 19, 21, anybody(1)),
		},
	})
	require.NoError(t, err)
	assert.Equal(t, []roster.Turn{
		{Shift: "morning", Person: "c"},
		{Shift: "morning", Skill: "first-aid", Person: "a"},
		{Shift: "afternoon", Person: "a"},
		{Shift: "afternoon", Person: "b"},
	}, got.Turns, "the even spread gives b one shift and c the other")
	require.Len(t, got.Short, 1)
	assert.Equal(t, roster.NobodyFits, got.Short[0].Reason.Code)
	assert.Equal(t, "班次 evening 需要 1 人次,没有既会又有空的人", got.Short[0].Reason.In(language.Chinese))
	assert.Equal(t, roster.Standby{Shift: "morning", People: []string{"b"}}, got.Standby[0])
	out, ok := got.Reason.Replay()
	assert.True(t, ok && out.Equal(got.Reason.Output))
}

func TestShortIsExplained(t *testing.T) {
	t.Parallel()
	r := register(t, person("a", 8, 18, "first-aid"), person("b", 8, 18))
	got, err := roster.Make(roster.Request{
		Register: r,
		Shifts:   []roster.Shift{shift("x", 9, 12, roster.Need{Skill: "first-aid", Count: 1}), shift("y", 10, 13, anybody(2))},
	})
	require.NoError(t, err)
	assert.Len(t, got.Turns, 2)
	require.Len(t, got.Short, 1)
	reason := got.Short[0].Reason
	assert.Equal(t, roster.Tight, reason.Code)
	assert.Contains(t, reason.In(language.English), "shifts x, y want 3 person-times together")

	limited, err := roster.Make(roster.Request{
		Register: r, Most: 1, Shifts: []roster.Shift{shift("x", 9, 12, anybody(2)), shift("y", 13, 14, anybody(1))},
	})
	require.NoError(t, err)
	assert.Len(t, limited.Turns, 2)
	assert.Contains(t, limited.Short[0].Reason.In(language.English), "one shift of the sitting each: 0 persons; the rest, up to their limits: 2 person-times")
}

func TestChained(t *testing.T) {
	t.Parallel()
	r := register(t, person("a", 8, 18))
	got, err := roster.Make(roster.Request{
		Register: r, Shifts: []roster.Shift{shift("x", 9, 11, anybody(1)), shift("y", 10, 13, anybody(1)), shift("z", 12, 14, anybody(1)), shift("w", 14, 15, anybody(1))},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"x"}, got.Chained)
	assert.Len(t, got.Turns, 2, "one of the chain, and w")
}

// draw returns a small request at random: sittings of two shifts.
func draw(t *testing.T, seed uint64) roster.Request {
	random := rand.New(rand.NewPCG(seed, 5))
	skills := []string{"", "first-aid", "signing"}
	var people []volunteer.Person
	for i := range 2 + random.IntN(3) {
		from := 8 + random.IntN(6)
		people = append(people, person("p"+strconv.Itoa(i), from, from+4+random.IntN(8), skills[random.IntN(3)], skills[random.IntN(3)]))
	}
	request := roster.Request{Register: register(t, people...), Most: random.IntN(3), Standby: 2}
	for i := range 1 + random.IntN(4) {
		from := 8 + i/2*3
		s := shift("s"+strconv.Itoa(i), from, from+2, roster.Need{Skill: skills[random.IntN(3)], Count: 1 + random.IntN(2)})
		request.Shifts = append(request.Shifts, s)
	}
	return request
}

// best tries every roster: the most turns, then the most kept, then the least
// sum of squares of loads.
func best(request roster.Request) (turns, kept, squares int) {
	var people []*volunteer.Person
	for _, p := range request.Register.All() {
		people = append(people, p)
	}
	type place struct{ shift, person int }
	var places []place
	for s, sh := range request.Shifts {
		for i, p := range people {
			skill := sh.Needs[0].Skill
			if p.Free(sh.Span) && (skill == "" || slices.Contains(p.Skills, skill)) {
				places = append(places, place{s, i})
			}
		}
	}
	turns = -1
	for set := range 1 << len(places) {
		load := make([]int, len(people))
		count := make([]int, len(request.Shifts))
		n, k, sum, fine := 0, 0, 0, true
		for i, pl := range places {
			if set>>i&1 == 0 {
				continue
			}
			n++
			load[pl.person]++
			count[pl.shift]++
			fine = fine && count[pl.shift] <= request.Shifts[pl.shift].Needs[0].Count &&
				(request.Most == 0 || load[pl.person] <= request.Most)
			for j := range i {
				if set>>j&1 == 1 && places[j].person == pl.person &&
					request.Shifts[places[j].shift].Span.Overlaps(request.Shifts[pl.shift].Span) {
					fine = false
				}
			}
			for _, keep := range request.Keep {
				if keep.Shift == request.Shifts[pl.shift].ID && keep.Person == people[pl.person].ID {
					k++
				}
			}
		}
		for _, l := range load {
			sum += l * l
		}
		if fine && (n > turns || n == turns && (k > kept || k == kept && sum < squares)) {
			turns, kept, squares = n, k, sum
		}
	}
	return turns, kept, squares
}

func squares(r roster.Roster) int {
	sum := 0
	for _, n := range r.Load() {
		sum += n * n
	}
	return sum
}

func TestMakeEqualsBruteForce(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		request := draw(t, seed)
		got, err := roster.Make(request)
		require.NoError(t, err)
		turns, _, sum := best(request)
		require.Len(t, got.Turns, turns, "seed %d", seed)
		require.Equal(t, sum, squares(got), "seed %d", seed)

		// one person drops out, the rest is kept as far as can be
		request.Keep = got.Turns
		people := []string{}
		for i, p := range request.Register.All() {
			if i > 0 {
				people = append(people, p.ID)
			}
		}
		var rest []volunteer.Person
		for _, id := range people {
			p, _ := request.Register.Person(id)
			rest = append(rest, p)
		}
		request.Register = register(t, rest...)
		again, err := roster.Make(request)
		require.NoError(t, err)
		turns, kept, sum := best(request)
		require.Equal(t, []int{turns, kept, sum}, []int{len(again.Turns), again.Kept, squares(again)}, "seed %d", seed)
		require.Len(t, again.Dropped, len(got.Turns)-kept)
	}
}

func TestNobodyIsInTwoPlacesAndGreedyIsNoBetter(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		request := large(t, 60, 30, seed)
		got, err := roster.Make(request)
		require.NoError(t, err)
		spans := map[string]volunteer.Span{}
		count := map[string]int{}
		for _, s := range request.Shifts {
			spans[s.ID] = s.Span
		}
		mine := map[string][]volunteer.Span{}
		for _, turn := range got.Turns {
			for _, other := range mine[turn.Person] {
				require.False(t, other.Overlaps(spans[turn.Shift]))
			}
			mine[turn.Person] = append(mine[turn.Person], spans[turn.Shift])
			count[turn.Shift+"/"+turn.Skill]++
			p, _ := request.Register.Person(turn.Person)
			require.True(t, p.Free(spans[turn.Shift]))
			require.True(t, turn.Skill == "" || slices.Contains(p.Skills, turn.Skill))
		}
		for _, s := range request.Shifts {
			for _, n := range s.Needs {
				require.LessOrEqual(t, count[s.ID+"/"+n.Skill], n.Count)
			}
		}
		assert.GreaterOrEqual(t, len(got.Turns), greedy(request))

		random := rand.New(rand.NewPCG(seed, 6))
		random.Shuffle(len(request.Shifts), func(i, j int) {
			request.Shifts[i], request.Shifts[j] = request.Shifts[j], request.Shifts[i]
		})
		shuffled, err := roster.Make(request)
		require.NoError(t, err)
		assert.Equal(t, got, shuffled)
	}
}

// greedy fills shift by shift with the first who fit.
func greedy(request roster.Request) int {
	busy := map[string][]volunteer.Span{}
	turns := 0
	for _, s := range request.Shifts {
		for _, n := range s.Needs {
			left := n.Count
			for _, p := range request.Register.All() {
				free := p.Free(s.Span) && (request.Most == 0 || len(busy[p.ID]) < request.Most) &&
					!slices.ContainsFunc(busy[p.ID], func(o volunteer.Span) bool { return o.Overlaps(s.Span) })
				if left > 0 && free && (n.Skill == "" || slices.Contains(p.Skills, n.Skill)) {
					busy[p.ID] = append(busy[p.ID], s.Span)
					turns++
					left--
				}
			}
		}
	}
	return turns
}

// large returns a request over two weeks, shifts of three hours that start at
// 8, 11, 14 and 17.
func large(t testing.TB, people, shifts int, seed uint64) roster.Request {
	random := rand.New(rand.NewPCG(seed, 8))
	skills := []string{"first-aid", "signing", "driving", "sound"}
	var list []volunteer.Person
	for i := range people {
		p := person("v"+strconv.Itoa(10_000+i), 0, 1, skills[random.IntN(4)])
		p.Availability = nil
		for range 3 {
			from := 8 + 3*random.IntN(3)
			p.Availability = append(p.Availability, volunteer.Weekly{
				Day: volunteer.Weekdays()[random.IntN(7)], From: from * 60, Until: (from + 3 + 3*random.IntN(2)) * 60,
			})
		}
		list = append(list, p)
	}
	request := roster.Request{Register: register(t, list...), Most: 4, Standby: 3}
	for i := range shifts {
		day := tuesday().AddDays(random.IntN(14))
		from := volunteer.Clock(day, 8+3*random.IntN(4), 0)
		request.Shifts = append(request.Shifts, roster.Shift{
			ID: "s" + strconv.Itoa(1000+i), Place: "广场", Span: volunteer.Span{From: from, Until: from.Add(180)},
			Needs: []roster.Need{{Count: 1 + random.IntN(6)}, {Skill: skills[random.IntN(4)], Count: 1 + random.IntN(2)}},
		})
	}
	return request
}

func TestFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	_, err := roster.Make(roster.Request{
		Register: register(t, person("a", 8, 18)), Called: []string{"nobody"}, Most: -1,
		Shifts: []roster.Shift{
			{}, shift("x", 12, 9, anybody(0)), shift("x", 9, 12, anybody(1), anybody(2)),
		},
	})
	for _, code := range []rule.Code{
		rule.Required, volunteer.SpanBackwards, volunteer.PersonUnknown, roster.CountRange, roster.ShiftTwice, roster.SkillTwice,
	} {
		assert.ErrorIs(t, err, code)
	}
	_, err = roster.Make(roster.Request{})
	assert.ErrorIs(t, err, rule.Required)
}

func BenchmarkMake(b *testing.B) {
	for _, size := range []struct{ people, shifts int }{{200, 30}, {2_000, 300}, {20_000, 300}} {
		b.Run(strconv.Itoa(size.people)+"x"+strconv.Itoa(size.shifts), func(b *testing.B) {
			request := large(b, size.people, size.shifts, 1)
			b.ReportAllocs()
			for b.Loop() {
				_, err := roster.Make(request)
				require.NoError(b, err)
			}
		})
	}
}
