package council_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/rule"
)

var (
	first = rule.Day(2014, 1, 1)
	on    = rule.Day(2015, 3, 31)
)

// seats fills groups such as "residents*4 owners*2"; persons are named after
// their group: residents1, residents2.
func seats(spec string) []council.Seat {
	var out []council.Seat
	for part := range strings.FieldsSeq(spec) {
		group, count, _ := strings.Cut(part, "*")
		n, err := strconv.Atoi(count)
		if err != nil {
			panic(err)
		}
		for i := range n {
			out = append(out, council.Seat{Person: fmt.Sprint(group, i+1), Group: group, Period: rule.Since(first)})
		}
	}
	return out
}

func persons(spec string) []string {
	var out []string
	for _, s := range seats(spec) {
		out = append(out, s.Person)
	}
	return out
}

func made(t *testing.T, rules council.Rules, spec string) *council.Council {
	t.Helper()
	c, err := council.New(rules, seats(spec))
	require.NoError(t, err)
	return c
}

// unmet are the clauses in the way: what they ask of, found.
func unmet(d council.Decision) []string {
	var out []string
	for _, r := range d.Unmet() {
		out = append(out, r.Inputs[0].Value.In(language.English)+": "+r.Inputs[1].Value.In(language.English))
	}
	return out
}

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// TestComposition is the line of every clause: at it, and one person beyond.
func TestComposition(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rules func() council.Rules
		seats string
		want  []string
	}{
		{council.ResidentsAssociation, "cadres*1 residents*3 owners*2 managers*1", nil},
		{council.ResidentsAssociation, "cadres*1 residents*3 owners*1 managers*1", []string{"members in office: 6 persons"}},
		{council.ResidentsAssociation, "cadres*3 residents*5 owners*4 managers*3", nil},
		{council.ResidentsAssociation, "cadres*3 residents*6 owners*4 managers*3", []string{"members in office: 16 persons"}},
		{council.ResidentsAssociation, "cadres*2 residents*3 owners*3", []string{"property managers: 0 persons"}},
		{council.ResidentsAssociation, "cadres*2 residents*3 owners*3 managers*1", nil},
		{council.ResidentsAssociation, "cadres*2 residents*3 owners*4 managers*1", []string{"residents' delegates: 3 persons"}}, // a third of 10 is 4
		{council.ResidentsAssociation, "cadres*3 residents*4 owners*3 managers*1", []string{"community cadres: 3 persons"}},     // a quarter of 11 is 2
		{council.ResidentsAssociation, "cadres*3 residents*4 owners*3 managers*2", nil},
		{council.ResidentsAssociation, "residents*2", []string{
			"members in office: 2 persons", "community cadres: 0 persons", "residents' delegates: 2 persons",
			"owners' committee members: 0 persons", "property managers: 0 persons",
		}},

		{council.HarmonyCouncil, "old*4 new*3 circles*2", nil},
		{council.HarmonyCouncil, "old*4 new*3 circles*3", []string{"new residents: 3 persons"}},
		{council.HarmonyCouncil, "old*2 new*4 circles*3", []string{"old residents: 2 persons"}},
		{council.HarmonyCouncil, "old*3 new*3 circles*3", nil},
		{council.HarmonyCouncil, "old*3 new*4 circles*4", []string{"delegates of all circles: 4 persons"}},
		{council.HarmonyCouncil, "old*5 new*4", []string{"delegates of all circles: 0 persons"}},

		{council.FoundationBoard, "unpaid*4", []string{"members in office: 4 persons"}},
		{council.FoundationBoard, "unpaid*5", nil},
		{council.FoundationBoard, "unpaid*25", nil},
		{council.FoundationBoard, "unpaid*26", []string{"members in office: 26 persons"}},
		{council.FoundationBoard, "unpaid*4 paid*2", nil},
		{council.FoundationBoard, "unpaid*3 paid*2", []string{"paid directors: 2 persons"}},
	} {
		d := made(t, c.rules(), c.seats).Composition(on)
		assert.Equal(t, c.want, unmet(d), c.seats)
		assert.Equal(t, c.want == nil, d.Holds, c.seats)
		for _, step := range d.Steps[:len(d.Steps)-1] {
			out, ok := step.Replay()
			assert.True(t, ok && out.Equal(step.Output))
		}
	}
}

func TestTerm(t *testing.T) {
	t.Parallel()
	c := made(t, council.FoundationBoard(), "unpaid*5")
	assert.True(t, c.Composition(rule.Day(2018, 12, 31)).Holds)
	assert.Equal(t, []string{"in office beyond the term: 5 persons"}, unmet(c.Composition(rule.Day(2019, 1, 1))))
	assert.Equal(t, []string{"members in office: 0 persons"}, unmet(c.Composition(rule.Day(2013, 12, 31))))
	assert.Len(t, c.Members(on), 5)
	assert.Empty(t, c.Members(first.AddDays(-1)))
}

func TestQuorum(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rules          func() council.Rules
		seats, present string
		want           []string
	}{
		{council.FoundationBoard, "unpaid*6", "unpaid*4", nil},
		{council.FoundationBoard, "unpaid*6", "unpaid*3", []string{"members present: 3 persons"}},
		{council.FoundationBoard, "unpaid*7", "unpaid*4", []string{"members present: 4 persons"}}, // 4.67: five must be there
		{council.FoundationBoard, "unpaid*7", "unpaid*5", nil},
		{council.HarmonyCouncil, "old*5 new*3 circles*1", "old*5 circles*1", []string{"present: new residents: 0 persons"}},
		{council.HarmonyCouncil, "old*5 new*3 circles*1", "old*5 new*1", nil},
		{council.HarmonyCouncil, "old*5 new*3 circles*1", "", []string{
			"members present: 0 persons", "present: old residents: 0 persons", "present: new residents: 0 persons",
		}},
	} {
		d, err := made(t, c.rules(), c.seats).Quorum(council.Meeting{On: on, Present: persons(c.present)})
		require.NoError(t, err)
		assert.Equal(t, c.want, unmet(d), c.present)
	}
}

// ballots gives the ballots of "+old1 -new1 0circles1 !old2": for, against,
// abstained, recused.
func ballots(spec string) []council.Cast {
	var out []council.Cast
	for b := range strings.FieldsSeq(spec) {
		out = append(out, council.Cast{Person: b[1:], Ballot: map[byte]council.Ballot{
			'+': council.Favour, '-': council.Against, '0': council.Abstain, '!': council.Recused,
		}[b[0]]})
	}
	return out
}

func TestVote(t *testing.T) {
	t.Parallel()
	const harmony = "old*4 new*3 circles*2"
	for _, c := range []struct {
		rules                           func() council.Rules
		seats, present, matter, ballots string
		want                            []string
	}{
		// Of six present more than half are four; silence is an abstention.
		{council.FoundationBoard, "unpaid*6", "unpaid*6", "ordinary", "+unpaid1 +unpaid2 +unpaid3", []string{"in favour: 3 persons"}},
		{council.FoundationBoard, "unpaid*6", "unpaid*6", "ordinary", "+unpaid1 +unpaid2 +unpaid3 +unpaid4", nil},
		// Two thirds of six are four, of five four.
		{council.FoundationBoard, "unpaid*6", "unpaid*6", "charter", "+unpaid1 +unpaid2 +unpaid3 -unpaid4", []string{"in favour: 3 persons"}},
		{council.FoundationBoard, "unpaid*6", "unpaid*5", "merger", "+unpaid1 +unpaid2 +unpaid3 -unpaid4", []string{"in favour: 3 persons"}},
		{council.FoundationBoard, "unpaid*6", "unpaid*5", "merger", "+unpaid1 +unpaid2 +unpaid3 +unpaid4", nil},
		// One recused leaves the base: more than half of four are three.
		{council.FoundationBoard, "unpaid*6", "unpaid*5", "ordinary", "+unpaid1 +unpaid2 +unpaid3 !unpaid4", nil},
		{council.FoundationBoard, "unpaid*6", "unpaid*5", "ordinary", "+unpaid1 +unpaid2 !unpaid4", []string{"in favour: 2 persons"}},
		// Nothing is carried by nobody, and nothing without a quorum.
		{council.FoundationBoard, "unpaid*6", "unpaid*4", "ordinary", "!unpaid1 !unpaid2 !unpaid3 !unpaid4", []string{"in favour: 0 persons"}},
		{council.FoundationBoard, "unpaid*6", "unpaid*3", "ordinary", "+unpaid1 +unpaid2 +unpaid3", []string{"members present: 3 persons"}},
		// What touches new residents needs more than half of theirs.
		{council.HarmonyCouncil, harmony, harmony, "newcomers", "+old1 +old2 +old3 +old4 +circles1 +circles2 +new1 -new2 -new3", []string{"in favour: new residents: 1 person"}},
		{council.HarmonyCouncil, harmony, harmony, "newcomers", "+old1 +old2 +old3 +circles1 +new1 +new2 -new3", nil},
		{council.HarmonyCouncil, harmony, harmony, "ordinary", "+old1 +old2 +old3 +old4 +circles1 -new1 -new2 -new3", nil},
		// Two thirds of all nine seats are six, whoever is present.
		{council.HarmonyCouncil, harmony, "old*4 new*3", "rules", "+old1 +old2 +old3 +new1 +new2", []string{"in favour: 5 persons"}},
		{council.HarmonyCouncil, harmony, "old*4 new*3", "rules", "+old1 +old2 +old3 +old4 +new1 +new2", nil},
		{council.ResidentsAssociation, "cadres*1 residents*4 owners*2 managers*1", "cadres*1 residents*4 owners*2", "charges", "+cadres1 +residents1 +residents2 +residents3 +residents4 +owners1 -owners2", []string{"in favour: owners' committee members: 1 person"}},
	} {
		d, err := made(t, c.rules(), c.seats).Vote(
			council.Meeting{On: on, Present: persons(c.present)}, council.Motion{Matter: c.matter, Ballots: ballots(c.ballots)},
		)
		require.NoError(t, err, c.ballots)
		assert.Equal(t, c.want, unmet(d), c.ballots)
		assert.Equal(t, c.want == nil, d.Holds, c.ballots)
	}
}

func TestBaseOfVotesCast(t *testing.T) {
	t.Parallel()
	rules := council.FoundationBoard()
	rules.Matters[0].Base = council.OfCast
	c := made(t, rules, "unpaid*6")
	d, err := c.Vote(council.Meeting{On: on, Present: persons("unpaid*6")}, council.Motion{Matter: "ordinary", Ballots: ballots("+unpaid1 +unpaid2 -unpaid3")})
	require.NoError(t, err)
	assert.True(t, d.Holds, "two of three, three abstain")
}

// TestVoteProperties: more in favour never hurts a motion, the order of names
// and ballots never matters, and the least majority is the smallest number
// that reaches the fraction.
func TestVoteProperties(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 7))
	for range 30 {
		of := 2 + random.IntN(7)
		share := council.Share{Parts: 1 + random.IntN(of-1), Of: of, More: random.IntN(2) == 0}
		n := 5 + random.IntN(20)
		rules := council.FoundationBoard()
		rules.Quorum, rules.Matters[0].Majority, rules.Matters[0].Base = council.AtLeast(1, 2), share, council.OfSeats
		c := made(t, rules, fmt.Sprintf("unpaid*%d", n))
		present := persons(fmt.Sprintf("unpaid*%d", n))
		carried := false
		for favour := range n + 1 {
			motion := council.Motion{Matter: "ordinary"}
			for _, p := range present[:favour] {
				motion.Ballots = append(motion.Ballots, council.Cast{Person: p, Ballot: council.Favour})
			}
			d, err := c.Vote(council.Meeting{On: on, Present: present}, motion)
			require.NoError(t, err)
			reaches := favour*of >= n*share.Parts && favour > 0
			if share.More {
				reaches = favour*of > n*share.Parts
			}
			require.Equal(t, reaches, d.Holds, "%d of %d, %v", favour, n, share)
			require.False(t, carried && !d.Holds)
			carried = d.Holds

			shuffled := append([]string{}, present...)
			random.Shuffle(n, func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			random.Shuffle(favour, func(i, j int) {
				motion.Ballots[i], motion.Ballots[j] = motion.Ballots[j], motion.Ballots[i]
			})
			again, err := c.Vote(council.Meeting{On: on, Present: shuffled}, motion)
			require.NoError(t, err)
			require.Equal(t, d.Page().In(language.Chinese), again.Page().In(language.Chinese))
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	for _, rules := range []func() council.Rules{council.ResidentsAssociation, council.HarmonyCouncil, council.FoundationBoard} {
		require.NoError(t, rules().Validate())
	}
	_, err := council.New(council.Rules{}, []council.Seat{{}})
	assert.Equal(t, []string{
		"rules.form required", "rules.groups required", "rules.id required", "rules.matters required", "rules.quorum council.share",
		"rules.status required", "rules.title required", "seats[0].group council.group-unknown", "seats[0].period.from required", "seats[0].person required",
	}, codes(err))

	rules := council.HarmonyCouncil()
	rules.Term = 601
	rules.Quorum = council.MoreThan(3, 3)
	rules.Groups[1].ID = "old"
	rules.Groups[2].Least = council.AtLeast(3, 2)
	rules.Matters[1].ID = "ordinary"
	rules.Matters[2].Consent = []string{"nobody"}
	rules.Matters[2].Base = 0
	assert.Equal(t, []string{
		"groups[1].id council.group-twice", "groups[2].least council.share", "matters[1].consent[0] council.group-unknown",
		"matters[1].id council.matter-twice", "matters[2].base required", "matters[2].consent[0] council.group-unknown", "quorum council.share", "term council.term",
	}, codes(rules.Validate()))

	rules = council.HarmonyCouncil()
	rules.Size = rule.AtMost(rule.Dec("6"))
	assert.Equal(t, []string{"groups council.unfillable"}, codes(rules.Validate()), "the groups take seven seats at least")

	for _, change := range []func(*council.Rules){
		func(r *council.Rules) { r.Groups[0].Least = council.AtLeast(3, 4) }, // with a third that is above the whole
		func(r *council.Rules) {
			r.Groups[0].Most, r.Groups[1].Most = council.AtLeast(1, 3), council.AtLeast(1, 4)
		},
	} {
		rules := council.HarmonyCouncil()
		change(&rules)
		assert.Equal(t, []string{"groups council.shares-sum"}, codes(rules.Validate()))
	}
	rules = council.HarmonyCouncil()
	rules.Groups[0].Least = council.AtLeast(2, 3)
	require.NoError(t, rules.Validate(), "two thirds and a third are the whole")
	rules.Groups[0].Most = council.MoreThan(2, 3)
	assert.Equal(t, []string{"groups[0].most.more council.most-more"}, codes(rules.Validate()))

	twice := append(seats("old*5"), council.Seat{Person: "old1", Group: "new", Period: rule.Since(on)})
	_, err = council.New(council.HarmonyCouncil(), twice)
	assert.Equal(t, []string{"seats[5].period council.seat-twice"}, codes(err))

	c := made(t, council.HarmonyCouncil(), "old*4 new*3 circles*2")
	_, err = c.Quorum(council.Meeting{Present: []string{"old1"}})
	assert.Equal(t, []string{"on required", "present[0] council.not-in-office"}, codes(err))
	_, err = c.Vote(council.Meeting{On: on, Present: []string{"old1", "old1", "nobody"}},
		council.Motion{Matter: "war", Ballots: []council.Cast{{Person: "old2", Ballot: council.Favour}, {Person: "old1"}, {Person: "old1", Ballot: council.Against}}})
	assert.Equal(t, []string{
		"ballots[0].person council.ballot-absent", "ballots[1].ballot required", "ballots[2].person council.named-twice",
		"matter council.matter-unknown", "meeting.present[1] council.named-twice", "meeting.present[2] council.not-in-office",
	}, codes(err))
}

func TestRulesAreData(t *testing.T) {
	t.Parallel()
	for _, rules := range []council.Rules{council.ResidentsAssociation(), council.HarmonyCouncil(), council.FoundationBoard()} {
		data, err := rule.Encode("council/1", rules)
		require.NoError(t, err)
		var again council.Rules
		require.NoError(t, rule.DecodeAs("council/1", data, &again))
		back, err := rule.Encode("council/1", again)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(back))
		golden(t, rules.ID+".json", string(data))
	}
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
