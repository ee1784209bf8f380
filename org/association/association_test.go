package association_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/rule"
)

func day(y, m, d int) rule.Date { return rule.Day(y, m, d) }

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// registry holds associations a0, a1 and so on from 2010 on; the last one ends
// in 2014.
func registry(t testing.TB, n int) org.Registry {
	t.Helper()
	var list []org.Organization
	for i := range n {
		o := org.Organization{ID: fmt.Sprint("a", i), Registered: day(2010, 1, 1), Profile: org.Profile{
			Name: "某行业协会", Kind: org.SocialGroup, Sector: org.Business, Territory: org.Area("330211"),
		}}
		if i == n-1 {
			o.Ended = day(2014, 1, 1)
		}
		list = append(list, o)
	}
	r, err := org.NewRegistry(list)
	require.NoError(t, err)
	return r
}

func in(id, member string, from rule.Date, until ...rule.Date) association.Membership {
	m := association.Membership{Association: id, Member: member, Period: rule.Since(from)}
	if len(until) > 0 {
		m.Period.Until = until[0]
	}
	return m
}

func TestRoll(t *testing.T) {
	t.Parallel()
	r, err := association.NewRoll(registry(t, 3), []association.Membership{
		in("a0", "e1", day(2010, 1, 1)), in("a1", "e1", day(2012, 1, 1)), in("a2", "e1", day(2012, 1, 1)),
		in("a0", "e2", day(2010, 1, 1), day(2013, 1, 1)), in("a0", "e2", day(2015, 1, 1)),
		in("a2", "e3", day(2011, 1, 1)),
	})
	require.NoError(t, err)
	assert.Equal(t, association.Count{
		On: day(2012, 6, 1), Associations: 3, Memberships: 5, Members: 3, In: []int{2, 0, 1},
		Each: []association.Each{{"a0", 2, 1}, {"a1", 1, 0}, {"a2", 2, 1}},
	}, r.Count(day(2012, 6, 1)))
	assert.Equal(t, association.Count{
		On: day(2014, 1, 1), Associations: 2, Memberships: 2, Members: 1, In: []int{0, 1},
		Each: []association.Each{{"a0", 1, 0}, {"a1", 1, 0}},
	}, r.Count(day(2014, 1, 1)), "no membership outlives its association, and the gap of e2 counts")
	assert.Equal(t, []string{"e1", "e2"}, r.Members("a0", day(2015, 1, 1)))
	assert.Empty(t, r.Members("a2", day(2014, 1, 1)))
	assert.Empty(t, r.Members("nobody", day(2014, 1, 1)))
	for on, want := range map[rule.Date]bool{day(2009, 12, 31): false, day(2010, 1, 1): true, day(2012, 12, 31): true, day(2013, 1, 1): false, day(2015, 1, 1): true} {
		assert.Equal(t, want, r.Has("a0", "e2", on), on)
	}
	assert.False(t, r.Has("a0", "nobody", day(2012, 1, 1)))
	empty, err := association.NewRoll(org.Registry{}, nil)
	require.NoError(t, err)
	assert.Zero(t, empty.Count(day(2012, 1, 1)).Members)
}

// TestCountsAddUp compares the counts with a look at every pair, on random
// rolls in random order.
func TestCountsAddUp(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 5))
	reg := registry(t, 6)
	for range 100 {
		var list []association.Membership
		for a := range 6 {
			for e := range 15 {
				if random.IntN(3) == 0 {
					from := day(2010, 1, 1).AddDays(random.IntN(1400))
					list = append(list, in(fmt.Sprint("a", a), fmt.Sprint("e", e), from, from.AddDays(1+random.IntN(900))))
				}
			}
		}
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		r, err := association.NewRoll(reg, list)
		require.NoError(t, err)
		on := day(2010, 1, 1).AddDays(random.IntN(2500))
		c := r.Count(on)
		memberships, members := 0, map[string]bool{}
		for _, m := range list {
			entry, ok := reg.At(m.Association, on)
			if m.Period.Contains(on) && ok && entry.State.Present() {
				memberships++
				members[m.Member] = true
				assert.True(t, r.Has(m.Association, m.Member, on))
			}
		}
		require.Equal(t, memberships, c.Memberships)
		require.Len(t, members, c.Members)
		sum, alone, once, weighted := 0, 0, 0, 0
		for _, e := range c.Each {
			sum += e.Members
			alone += e.Alone
		}
		for k, n := range c.In {
			once += n
			weighted += n * (k + 1)
		}
		require.Equal(t, []int{memberships, memberships, c.Members}, []int{sum, weighted, once})
		if len(c.In) > 0 {
			require.Equal(t, c.In[0], alone)
		}
	}
}

func TestRollFaults(t *testing.T) {
	t.Parallel()
	_, err := association.NewRoll(registry(t, 2), []association.Membership{
		{},
		in("nobody", "e1", day(2012, 1, 1)), in("a0", "e1", day(2009, 12, 31)), in("a0", "e2", day(2012, 1, 1)),
		in("a0", "e2", day(2013, 1, 1)), in("a1", "e3", day(2014, 1, 1)), in("a1", "e4", day(2013, 1, 1), day(2013, 1, 1)),
	})
	assert.Equal(t, []string{
		"[0].association association.unknown", "[0].member required", "[0].period.from required",
		"[1].association association.unknown", "[2].period.from association.outside-life", "[4].period association.member-twice",
		"[5].period.from association.outside-life", "[6].period.until period.empty",
	}, codes(err))
}

func claim(member string, on rule.Date, yard, trained, distance int64, without ...string) association.Claim {
	c := association.Claim{Member: member, On: on, Facts: rule.FactMap{
		"licence": rule.Flag(true), "filed": rule.Flag(true), "yard": rule.Int(yard, 0), "trained": rule.Int(trained, rule.Person), "distance": rule.Int(distance, 0),
	}, Evidence: map[string]string{}}
	for name := range c.Facts {
		c.Evidence[name] = "doc-" + name
	}
	for _, name := range without {
		delete(c.Evidence, name)
	}
	return c
}

func book(t *testing.T, records association.Records) *association.Book {
	t.Helper()
	since := day(2010, 1, 1)
	roll, err := association.NewRoll(registry(t, 2), []association.Membership{
		in("a0", "e1", since), in("a0", "e2", since), in("a0", "e3", since, day(2014, 1, 1)),
	})
	require.NoError(t, err)
	records.Association, records.Convention = "a0", association.Recycling()
	b, err := association.NewBook(roll, records)
	require.NoError(t, err)
	return b
}

// TestSanctionsInSteps: each step of the ladder at its line, the end of the
// window to the day, and a pledge that was not signed.
func TestSanctionsInSteps(t *testing.T) {
	t.Parallel()
	b := book(t, association.Records{
		Signatures: []association.Signature{{Member: "e1", Obligation: "stolen", Period: rule.Since(day(2012, 6, 1))}},
		Breaches: []association.Breach{
			{"e1", "stolen", day(2012, 5, 31), "report 0"}, // the day before the signature
			{"e1", "weights", day(2012, 7, 1), "report 1"},
			{"e1", "sellers", day(2012, 8, 1), "report 2"},
			{"e1", "weights", day(2012, 9, 1), "report 3"},
			{"e1", "stolen", day(2013, 1, 1), "report 4"},
			{"e2", "covers", day(2013, 1, 1), "report 5"},
		},
	})
	for _, c := range []struct {
		on       rule.Date
		weight   int
		sanction association.Sanction
	}{
		{day(2012, 5, 31), 0, 0},
		{day(2012, 6, 30), 0, 0},
		{day(2012, 7, 1), 1, association.Reminder},
		{day(2012, 8, 1), 2, association.Criticism},
		{day(2012, 9, 1), 3, association.Suspension},
		{day(2012, 12, 31), 3, association.Suspension},
		{day(2013, 1, 1), 6, association.Expulsion},
		{day(2014, 6, 30), 6, association.Expulsion},
		{day(2014, 7, 1), 5, association.Suspension},
		{day(2014, 8, 1), 4, association.Suspension},
		{day(2014, 9, 1), 3, association.Suspension},
		{day(2014, 12, 31), 3, association.Suspension},
		{day(2015, 1, 1), 0, 0},
	} {
		d := b.Discipline("e1", c.on)
		assert.Equal(t, c.weight, d.Weight, c.on)
		assert.Equal(t, c.sanction, d.Sanction, c.on)
		for _, s := range d.Steps {
			assert.NotContains(t, s.In(language.Chinese)+s.In(language.English), "{")
			if s.Op == rule.Sum {
				sum, ok := s.Replay()
				assert.True(t, ok && sum.Equal(s.Output))
			}
		}
	}
	assert.Zero(t, b.Discipline("e2", day(2013, 1, 1)).Sanction, "the pledge was never signed")
	assert.Equal(t, association.BreachUnsigned, b.Discipline("e2", day(2013, 1, 1)).Steps[0].Code)
	assert.Len(t, b.Sanctioned(day(2013, 1, 1)), 1)
	assert.Equal(t, []string{"e2", "e3"}, b.Unsigned("stolen", day(2013, 1, 1)))
	assert.Equal(t, []string{"e2"}, b.Unsigned("stolen", day(2014, 1, 1)))
	assert.Empty(t, b.Unsigned("weights", day(2014, 1, 1)))
}

func TestCertify(t *testing.T) {
	t.Parallel()
	b := book(t, association.Records{})
	for name, c := range map[string]struct {
		claim association.Claim
		unmet int
	}{
		"at every line":  {claim("e1", day(2013, 3, 1), 100, 1, 50), 0},
		"yard":           {claim("e1", day(2013, 3, 1), 99, 1, 50), 1},
		"staff":          {claim("e1", day(2013, 3, 1), 100, 0, 50), 1},
		"distance":       {claim("e1", day(2013, 3, 1), 100, 1, 49), 1},
		"no document":    {claim("e1", day(2013, 3, 1), 100, 1, 50, "filed"), 1},
		"everything":     {claim("e1", day(2013, 3, 1), 0, 0, 0, "licence", "filed"), 5},
		"nothing stated": {association.Claim{Member: "e1", On: day(2013, 3, 1)}, 5},
	} {
		got := b.Certify(c.claim)
		assert.Equal(t, c.unmet == 0, got.Granted, name)
		for _, s := range got.Steps {
			if s.Code == rule.ClauseAllOf {
				assert.Len(t, s.Unmet(), c.unmet, name)
			}
		}
	}
	assert.Equal(t, day(2015, 3, 1), b.Certify(claim("e1", day(2013, 3, 1), 100, 1, 50)).Last)
}

func TestQualified(t *testing.T) {
	t.Parallel()
	b := book(t, association.Records{
		Signatures: []association.Signature{{"e1", "stolen", rule.Since(day(2010, 1, 1))}},
		Breaches:   []association.Breach{{"e1", "stolen", day(2014, 1, 10), "judgment"}},
		Claims: []association.Claim{
			claim("e1", day(2013, 3, 1), 100, 1, 50), claim("e1", day(2013, 9, 1), 99, 1, 50), claim("e3", day(2013, 3, 1), 200, 2, 60),
			claim("e1", day(2016, 2, 1), 100, 1, 50),
		},
	})
	for _, c := range []struct {
		member string
		on     rule.Date
		holds  bool
		codes  []rule.Code
	}{
		{"e1", day(2013, 2, 28), false, []rule.Code{association.NeverClaimed}},
		{"e1", day(2013, 3, 1), true, []rule.Code{association.ValidUntil}},
		{"e1", day(2014, 1, 9), true, []rule.Code{association.ValidUntil}},
		{"e1", day(2014, 1, 10), false, []rule.Code{association.ValidUntil, association.Rests}},
		{"e1", day(2015, 3, 1), false, []rule.Code{association.ValidUntil, association.Rests}},
		{"e1", day(2015, 3, 2), false, []rule.Code{association.ValidUntil, association.Expired, association.Rests}},
		{"e1", day(2016, 1, 10), false, []rule.Code{association.ValidUntil, association.Expired}},
		{"e1", day(2016, 2, 1), true, []rule.Code{association.ValidUntil}},
		{"e3", day(2013, 12, 31), true, []rule.Code{association.ValidUntil}},
		{"e3", day(2014, 1, 1), false, []rule.Code{association.ValidUntil, association.MembershipEnds}},
		{"nobody", day(2014, 1, 1), false, []rule.Code{association.NeverClaimed, association.MembershipEnds}},
	} {
		s := b.Qualified(c.member, c.on)
		var got []rule.Code
		for _, r := range s.Reasons {
			got = append(got, r.Code)
		}
		assert.Equal(t, c.holds, s.Holds, "%s %s", c.member, c.on)
		assert.Equal(t, c.codes, got, "%s %s", c.member, c.on)
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	require.NoError(t, association.Recycling().Validate())
	assert.Equal(t, association.Instruments(), association.Recycling().Instruments())
	roll, err := association.NewRoll(registry(t, 2), []association.Membership{in("a0", "e1", day(2012, 1, 1))})
	require.NoError(t, err)
	signed := func(member, obligation string, from rule.Date) association.Signature {
		return association.Signature{Member: member, Obligation: obligation, Period: rule.Since(from)}
	}
	twice := claim("e1", day(2013, 1, 1), 100, 1, 50)
	odd := claim("e2", day(2013, 1, 2), 100, 1, 50)
	odd.Facts["colour"] = rule.Word("red")
	_, err = association.NewBook(roll, association.Records{
		Association: "a1", Convention: association.Recycling(),
	})
	assert.Equal(t, []string{"association association.unknown"}, codes(err))
	_, err = association.NewBook(roll, association.Records{
		Association: "a0", Convention: association.Recycling(),
		Signatures: []association.Signature{
			signed("e2", "stolen", day(2013, 1, 1)), signed("e1", "weights", day(2013, 1, 1)), signed("e1", "nothing", day(2013, 1, 1)),
			signed("e1", "stolen", day(2013, 1, 1)), signed("e1", "stolen", day(2014, 1, 1)), signed("e1", "covers", rule.Date{}),
		},
		Breaches: []association.Breach{{"e1", "weights", day(2011, 12, 31), "x"}, {"e1", "nothing", day(2013, 1, 1), ""}},
		Claims:   []association.Claim{twice, twice, odd},
	})
	assert.Equal(t, []string{
		"breaches[0].member association.not-member", "breaches[1].evidence required", "breaches[1].obligation association.obligation-none",
		"claims[1].on association.claim-twice", "claims[2].facts association.fact-foreign", "claims[2].member association.not-member",
		"signatures[0].member association.not-member", "signatures[1].obligation association.no-pledge", "signatures[2].obligation association.obligation-none",
		"signatures[4].period association.signed-twice", "signatures[5].period.from required",
	}, codes(err))

	c := association.Recycling()
	c.Obligations[0].Weight, c.Obligations[1].ID, c.Obligations[2].Instrument, c.Obligations[3].Title = 101, "weights", association.Certification, rule.Text{}
	c.Window = 0
	c.Ladder[1].Is, c.Ladder[2].Is = association.Expulsion, association.Criticism
	c.Qualification.Valid.N = 0
	c.Qualification.Needs = rule.Is("colour")
	assert.Equal(t, []string{
		"ladder association.ladder-falls", "obligations[0].weight association.weight", "obligations[1].id association.obligation-twice",
		"obligations[2].instrument association.no-obligation", "obligations[3].title required", "qualification.needs.fact fact.unknown",
		"qualification.valid.n duration.length", "window association.window",
	}, codes(c.Validate()))
	c = association.Recycling()
	c.Ladder = c.Ladder[1:]
	assert.Equal(t, []string{"ladder band.gap"}, codes(c.Validate()))
}

func TestRecordsAreData(t *testing.T) {
	t.Parallel()
	data, err := rule.Encode("records/1", association.Records{Association: "a0", Convention: association.Recycling(), Claims: []association.Claim{claim("e1", day(2013, 1, 1), 100, 1, 50)}})
	require.NoError(t, err)
	var again association.Records
	require.NoError(t, rule.DecodeAs("records/1", data, &again))
	back, err := rule.Encode("records/1", again)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(back))
	convention, err := rule.Encode("convention/1", association.Recycling())
	require.NoError(t, err)
	golden(t, "convention.recycling.json", string(convention))
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s: run with UPDATE_GOLDEN=1 if this is meant", file)
}

func BenchmarkCount(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var list []association.Membership
			for i := range n {
				list = append(list, in(fmt.Sprint("a", i%20), fmt.Sprint("e", i), day(2010, 1, 1)))
				if i%8 == 0 {
					list = append(list, in(fmt.Sprint("a", (i+3)%20), fmt.Sprint("e", i), day(2011, 1, 1)))
				}
			}
			r, err := association.NewRoll(registry(b, 21), list)
			require.NoError(b, err)
			b.ResetTimer()
			for b.Loop() {
				require.Equal(b, n, r.Count(day(2012, 1, 1)).Members)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/enterprise")
		})
	}
}
