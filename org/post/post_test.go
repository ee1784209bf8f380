package post_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/post"
	"github.com/sancheng-go/sancheng/org/rule"
)

func day(s string) rule.Date {
	d, err := rule.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func flags(words string) rule.FactMap {
	f := rule.FactMap{}
	for word := range strings.FieldsSeq(words) {
		name, off := strings.CutPrefix(word, "!")
		f[name] = rule.Flag(!off)
	}
	return f
}

// case is one person in one post, and the clauses it breaks.
type auditCase struct {
	name   string
	person post.Person
	post   post.Post
	on     string
	breaks string
}

func serving(rank post.Rank) post.Person {
	return post.Person{ID: "p", Name: "某甲", Born: day("1960-05-05"), Rank: rank, Leader: true}
}

func retired(born string) post.Person {
	return post.Person{ID: "p", Name: "某乙", Born: day(born), Rank: post.County, Leader: true, Retired: day("2010-01-01")}
}

func in(kind org.Kind, role post.Role, term int, facts string) post.Post {
	return post.Post{Person: "p", Organization: "o", Kind: kind, Role: role, Term: term, Period: rule.Since(day("2000-01-01")), Facts: flags(facts)}
}

// Every clause at its line, just below and just above it.
func cases() []auditCase {
	group, fine := org.SocialGroup, "approved !paid related reapproved"
	central := serving(post.Ministry)
	central.Central = true
	private := post.Person{ID: "p", Name: "某丙", Born: day("1930-01-01")}
	plain := serving(post.County)
	plain.Leader = false
	held := func(since string, p post.Post) post.Post { p.Period = rule.Since(day(since)); return p }
	return []auditCase{
		{"an official of section level may", serving(post.Section), in(group, post.Chair, 1, "!paid !approved"), "2000-06-01", ""},
		{"of county level may not", serving(post.County), in(group, post.Chair, 1, "!paid !approved"), "2000-06-01", "1998-17"},
		{"nor above", serving(post.Bureau), in(group, post.Chair, 1, "!paid !approved"), "2000-06-01", "1998-17"},
		{"nor at the top", serving(post.Ministry), in(group, post.BranchHead, 1, "!paid !approved"), "2000-06-01", "1998-17"},
		{"approved it may", serving(post.County), in(group, post.SecretaryGeneral, 1, "!paid approved"), "2000-06-01", ""},
		{"but not paid", serving(post.County), in(group, post.ViceChair, 1, "paid approved"), "2000-06-01", "1998-224-pay"},
		{"nor both", serving(post.County), in(group, post.ViceChair, 1, "paid !approved"), "2000-06-01", "1998-17 1998-224-pay"},
		{"a seat on the council is no leading post", serving(post.County), in(group, post.StandingDirector, 1, "paid !approved"), "2000-06-01", ""},
		{"who holds no leading office is no leader", plain, in(group, post.Chair, 1, "paid !approved"), "2000-06-01", ""},
		{"a private unit is no social group", serving(post.County), in(org.PrivateNonEnterprise, post.Chair, 1, "paid !approved"), "2000-06-01", ""},
		{"nobody's official", private, in(group, post.Chair, 9, "paid !approved"), "2015-03-31", ""},

		{"before the notice", serving(post.County), held("1998-11-03", in(group, post.Chair, 1, "paid !approved")), "1998-11-03", "1998-17 1998-224-pay"},
		{"the day before it", serving(post.County), held("1997-01-01", in(group, post.Chair, 1, "paid !approved")), "1998-11-02", ""},
		{"half a year for who held it before", serving(post.County), held("1998-11-02", in(group, post.Chair, 1, "!paid !approved")), "1999-05-03", ""},
		{"and no day more", serving(post.County), held("1998-11-02", in(group, post.Chair, 1, "!paid !approved")), "1999-05-04", "1998-17"},
		{"none for who began with it", serving(post.County), held("1998-11-03", in(group, post.Chair, 1, "!paid !approved")), "1998-11-04", "1998-17"},

		{"a leader of a department, 1994", central, held("1990-01-01", in(group, post.Chair, 1, "!approved !paid")), "1995-01-01", "1994-59"},
		{"the day before", central, held("1990-01-01", in(group, post.Chair, 1, "!approved !paid")), "1994-12-31", ""},
		{"with both notices", central, in(group, post.Chair, 1, "!approved !paid"), "2000-06-01", "1994-59 1998-17"},
		{"filed", central, in(group, post.Chair, 1, "approved !paid"), "2000-06-01", ""},

		{"a civil servant in 2005", serving(post.Section), in(group, post.Director, 1, "paid !approved"), "2005-12-31", ""},
		{"by the law of 2005", serving(post.Section), in(group, post.Director, 1, "paid approved"), "2006-01-01", "servants-2006"},
		{"unpaid but not approved", serving(post.Section), in(org.PrivateNonEnterprise, post.Supervisor, 1, "!paid !approved"), "2019-05-31", "servants-2006"},
		{"by the law of 2018", serving(post.Section), in(group, post.Adviser, 1, "paid approved"), "2019-06-01", "servants-2019"},
		{"both as asked", serving(post.Section), in(group, post.Adviser, 1, "!paid approved"), "2019-06-01", ""},

		{"a foundation's chair", serving(post.Section), in(org.Foundation, post.Chair, 1, "!paid approved"), "2004-06-01", "foundation-head"},
		{"the day before", serving(post.Section), in(org.Foundation, post.Chair, 1, "!paid approved"), "2004-05-31", ""},
		{"vice-chair", serving(post.Section), in(org.Foundation, post.ViceChair, 1, "!paid approved"), "2015-03-31", "foundation-head"},
		{"secretary-general", serving(post.Section), in(org.Foundation, post.SecretaryGeneral, 1, "!paid approved"), "2015-03-31", "foundation-head"},
		{"a board member", serving(post.Section), in(org.Foundation, post.Director, 1, "!paid approved"), "2015-03-31", ""},
		{"retired", retired("1950-01-01"), in(org.Foundation, post.Chair, 1, "paid !approved"), "2015-03-31", ""},
		{"serving until the day before", retired("1950-01-01"), held("2004-01-01", in(org.Foundation, post.Chair, 1, "!paid approved")), "2009-12-31", "foundation-head"},
		{"retired on that day", retired("1950-01-01"), held("2004-01-01", in(org.Foundation, post.Chair, 1, "!paid approved")), "2010-01-01", ""},

		{"a retired leader as it should be", retired("1950-01-01"), in(group, post.Chair, 1, fine), "2015-03-31", ""},
		{"before the notice of 2014", retired("1940-01-01"), in(group, post.Honorary, 5, "!approved paid !related"), "2014-12-31", ""},
		{"with it", retired("1940-01-01"), in(group, post.Honorary, 5, "!approved paid !related !reapproved"), "2015-01-01", "2014-11-approved 2014-11-related 2014-11-again 2014-11-terms 2014-11-age 2014-11-pay"},
		{"the first term needs no second approval", retired("1950-01-01"), in(group, post.Chair, 1, "approved !paid related !reapproved"), "2015-03-31", ""},
		{"the second does", retired("1950-01-01"), in(group, post.Chair, 2, "approved !paid related !reapproved"), "2015-03-31", "2014-11-again"},
		{"two terms", retired("1950-01-01"), in(group, post.Chair, 2, fine), "2015-03-31", ""},
		{"three terms", retired("1950-01-01"), in(group, post.Chair, 3, fine), "2015-03-31", "2014-11-terms"},
		{"69", retired("1945-04-01"), in(group, post.Chair, 1, fine), "2015-03-31", ""},
		{"70 yesterday", retired("1945-03-30"), in(group, post.Chair, 1, fine), "2015-03-31", "2014-11-age"},
		{"born on a leap day, 70 on 28 February", retired("1948-02-29"), in(group, post.Chair, 1, fine), "2018-03-01", "2014-11-age"},
		{"born on a leap day, the day before", retired("1948-02-29"), in(group, post.Chair, 1, fine), "2018-02-27", ""},
		{"legal representative", retired("1950-01-01"), in(group, post.Chair, 1, fine+" legal-representative !special-need"), "2015-03-31", "2014-11-head"},
		{"of special need", retired("1950-01-01"), in(group, post.Chair, 1, fine+" legal-representative special-need"), "2015-03-31", ""},
		{"overseas", retired("1950-01-01"), in(group, post.Director, 1, fine+" overseas !special-need"), "2015-03-31", "2014-11-overseas"},
		{"paid", retired("1950-01-01"), in(group, post.Director, 1, "approved related paid"), "2015-03-31", "2014-11-pay"},
		{"not related", retired("1950-01-01"), in(group, post.Director, 1, "approved !related !paid"), "2015-03-31", "2014-11-related"},
		{"not approved", retired("1950-01-01"), in(group, post.Director, 1, "!approved related !paid"), "2015-03-31", "2014-11-approved"},
	}
}

func broken(r post.Report) string {
	var out []string
	for _, f := range r.Breaches() {
		out = append(out, f.Clause)
	}
	return strings.Join(out, " ")
}

func TestEveryClause(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range cases() {
		r, err := post.National(post.BirthdayIn).Audit(post.Roster{Persons: []post.Person{c.person}, Posts: []post.Post{c.post}}, day(c.on))
		require.NoError(t, err, c.name)
		assert.Equal(t, c.breaks, broken(r), c.name)
		assert.Empty(t, r.Undecided(), "%s\n%s", c.name, r.Page().In(language.English))
		for _, f := range r.Breaches() {
			seen[f.Clause] = true
			assert.NotEmpty(t, f.Reason.Source.Title)
			assert.Equal(t, rule.Published, f.Reason.Status)
		}
	}
	seen["1998-224-one"], seen["2014-11-one"], seen["one-group"] = true, true, true // TestSeveralPosts
	for _, c := range post.National(post.BirthdayIn).Clauses {
		assert.True(t, seen[c.ID], "no case breaks %s", c.ID)
	}
}

// Whether the 70th birthday itself is still within the limit is a parameter.
func TestBirthday(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		on      string
		in, out string
	}{
		{"2015-03-30", "", ""},
		{"2015-03-31", "", "2014-11-age"},
		{"2015-04-01", "2014-11-age", "2014-11-age"},
	} {
		roster := post.Roster{Persons: []post.Person{retired("1945-03-31")}, Posts: []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid related")}}
		r, err := post.National(post.BirthdayIn).Audit(roster, day(c.on))
		require.NoError(t, err)
		assert.Equal(t, c.in, broken(r), c.on)
		r, err = post.National(post.BirthdayOut).Audit(roster, day(c.on))
		require.NoError(t, err)
		assert.Equal(t, c.out, broken(r), c.on)
	}
}

// One post more: for an excepted leader, for a retired one, and as legal
// representative. A post that has ended does not count.
func TestSeveralPosts(t *testing.T) {
	t.Parallel()
	second := func(facts string) post.Post {
		p := in(org.SocialGroup, post.Director, 1, facts)
		p.Organization = "other"
		return p
	}
	ended := second("approved !paid related")
	ended.Period.Until = day("2015-03-31")
	for _, c := range []struct {
		name   string
		person post.Person
		posts  []post.Post
		on     string
		breaks string
	}{
		{"excepted, one", serving(post.County), []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid")}, "2015-03-31", ""},
		{"excepted, two", serving(post.County), []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid"), second("approved !paid")}, "2015-03-31", "1998-224-one"},
		{"the second has ended", serving(post.County), []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid"), ended}, "2015-03-31", ""},
		{"the day before", serving(post.County), []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid"), ended}, "2015-03-30", "1998-224-one"},
		{"retired, two", retired("1950-01-01"), []post.Post{in(org.SocialGroup, post.Chair, 1, "approved !paid related"), second("approved !paid related")}, "2015-03-31", "2014-11-one 2014-11-one"},
		{"head of one group", post.Person{ID: "p"}, []post.Post{in(org.SocialGroup, post.Chair, 1, "legal-representative"), second("!legal-representative")}, "2016-02-06", ""},
		{"head of two", post.Person{ID: "p"}, []post.Post{in(org.SocialGroup, post.Chair, 1, "legal-representative"), second("legal-representative")}, "2016-02-06", "one-group one-group"},
		{"before the revision of 2016", post.Person{ID: "p"}, []post.Post{in(org.SocialGroup, post.Chair, 1, "legal-representative"), second("legal-representative")}, "2016-02-05", ""},
	} {
		r, err := post.National(post.BirthdayIn).Audit(post.Roster{Persons: []post.Person{c.person}, Posts: c.posts}, day(c.on))
		require.NoError(t, err, c.name)
		assert.Equal(t, c.breaks, broken(r), c.name)
	}
}

// What is not stated is neither a breach nor met.
func TestUndecided(t *testing.T) {
	t.Parallel()
	p := retired("1950-01-01")
	p.Born = rule.Date{}
	r, err := post.National(post.BirthdayIn).Audit(post.Roster{Persons: []post.Person{p}, Posts: []post.Post{in(org.SocialGroup, post.Chair, 2, "legal-representative")}}, day("2015-03-31"))
	require.NoError(t, err)
	assert.Empty(t, r.Breaches())
	var open []string
	for _, f := range r.Undecided() {
		open = append(open, f.Clause)
	}
	assert.Equal(t, []string{"2014-11-approved", "2014-11-related", "2014-11-again", "2014-11-age", "2014-11-head", "2014-11-pay"}, open)

	rules := post.National(post.BirthdayIn)
	rules.Clauses = []post.Clause{{ID: "x", When: rule.Is(post.Related), Needs: rule.Is(post.Approved).From(rule.Source{}, rule.Illustrative)}}
	r, err = rules.Audit(post.Roster{Persons: []post.Person{p}, Posts: []post.Post{in(org.SocialGroup, post.Chair, 2, "!approved")}}, day("2015-03-31"))
	require.NoError(t, err)
	require.Len(t, r.Undecided(), 1, "nobody can say whether the clause is for it")
	assert.Equal(t, post.WhenOpen, r.Findings[0].Reason.Code)
	assert.Len(t, r.Findings[0].Reason.Parts, 2)
	r, err = rules.Audit(post.Roster{Persons: []post.Person{p}, Posts: []post.Post{in(org.SocialGroup, post.Chair, 2, "approved")}}, day("2015-03-31"))
	require.NoError(t, err)
	assert.Empty(t, r.Findings, "it is met whether or not it is for it")
}

func district(n int, seed uint64) post.Roster {
	random := rand.New(rand.NewPCG(seed, 5))
	var r post.Roster
	for i := range n {
		p := post.Person{ID: fmt.Sprintf("p%06d", i), Name: "虚构", Born: day("1935-01-01").AddDays(random.IntN(15000)), Rank: post.Rank(random.IntN(5))}
		if p.Rank != 0 {
			p.Leader = random.IntN(2) == 0
			if random.IntN(2) == 0 {
				p.Retired = day("2005-01-01").AddDays(random.IntN(4000))
			}
		}
		r.Persons = append(r.Persons, p)
		for j := range 1 + random.IntN(2) {
			facts := rule.FactMap{}
			for _, name := range []string{post.Approved, post.Paid, post.Related, post.Reapproved, post.SpecialNeed, post.LegalRepresentative} {
				if k := random.IntN(3); k > 0 {
					facts[name] = rule.Flag(k == 1)
				}
			}
			r.Posts = append(r.Posts, post.Post{
				Person: p.ID, Organization: fmt.Sprintf("o%d", j), Kind: org.Kinds()[random.IntN(3)], Role: post.Roles()[random.IntN(9)],
				Term: 1 + random.IntN(3), Period: rule.Since(day("2008-01-01").AddDays(random.IntN(2000))), Facts: facts,
			})
		}
	}
	return r
}

func TestOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	roster := district(200, 1)
	want, err := post.National(post.BirthdayIn).Audit(roster, day("2015-03-31"))
	require.NoError(t, err)
	require.NotEmpty(t, want.Breaches())
	require.NotEmpty(t, want.Undecided())
	random := rand.New(rand.NewPCG(9, 9))
	for range 5 {
		random.Shuffle(len(roster.Persons), func(i, j int) { roster.Persons[i], roster.Persons[j] = roster.Persons[j], roster.Persons[i] })
		random.Shuffle(len(roster.Posts), func(i, j int) { roster.Posts[i], roster.Posts[j] = roster.Posts[j], roster.Posts[i] })
		got, err := post.National(post.BirthdayIn).Audit(roster, day("2015-03-31"))
		require.NoError(t, err)
		assert.Equal(t, want.Page().In(language.Chinese), got.Page().In(language.Chinese))
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	rules := post.Rules{Age: -1, Clauses: []post.Clause{
		{When: rule.Is(post.Approved), Needs: rule.Is("colour")},
		{ID: "a", When: rule.Is(post.Approved), Needs: rule.Is(post.Approved).From(rule.Source{}, rule.Published), Grace: rule.Duration{N: 1}},
		{ID: "a", When: rule.Condition{}, Needs: rule.Is(post.Approved).From(rule.Source{}, rule.Illustrative)},
	}}
	roster := post.Roster{
		Persons: []post.Person{{ID: "a"}, {ID: "a"}, {}, {ID: "b", Leader: true}, {ID: "c", Retired: day("2010-01-01")}},
		Posts: []post.Post{
			{Person: "z"},
			{Person: "a", Organization: "o", Kind: org.SocialGroup, Role: post.Chair, Term: 1, Facts: rule.FactMap{post.TermIs: rule.Int(1, 0), "colour": rule.Flag(true), post.Paid: rule.Int(1, rule.Yuan)}},
			{Person: "a", Organization: "o", Kind: org.SocialGroup, Role: post.Chair, Term: 2, Period: rule.Period{From: day("2010-01-01"), Until: day("2011-01-01")}},
		},
	}
	_, err := rules.Audit(roster, rule.Date{})
	assert.Equal(t, []string{
		"day required",
		"roster.persons[1].id post.person-twice", "roster.persons[2].id required", "roster.persons[3].rank required", "roster.persons[4].retired post.retired-private",
		"roster.posts[0].kind required", "roster.posts[0].organization required", "roster.posts[0].person post.person-unknown", "roster.posts[0].role required", "roster.posts[0].term required",
		"roster.posts[1].facts.colour fact.unknown", "roster.posts[1].facts.paid fact.type", "roster.posts[1].facts.term post.fact-computed",
		"roster.posts[2] post.post-twice",
		"rules.age post.age",
		"rules.clauses[0].id required", "rules.clauses[0].needs.fact fact.unknown", "rules.clauses[0].needs.status required",
		"rules.clauses[1].grace.of required", "rules.clauses[1].needs.source.title required", "rules.clauses[1].period.from required",
		"rules.clauses[2].id post.clause-twice", "rules.clauses[2].when condition.shape",
		"rules.id required", "rules.status required", "rules.title required",
	}, codes(err))
	_, err = post.Decode([]byte(`{"schema":"post-rules/1","data":{"id":"x","colour":1}}`))
	require.ErrorIs(t, err, rule.JSONUnknown)
	_, err = post.Decode([]byte(`{"schema":"post-rules/1","data":{"id":"x"}}`))
	require.ErrorIs(t, err, rule.Required)
}

func TestPresets(t *testing.T) {
	t.Parallel()
	for file, birthday := range map[string]post.Birthday{"in": post.BirthdayIn, "out": post.BirthdayOut} {
		r := post.National(birthday)
		require.NoError(t, r.Validate())
		data, err := r.Encode()
		require.NoError(t, err)
		golden(t, "national-birthday-"+file+".json", string(data))
		back, err := post.Decode(data)
		require.NoError(t, err)
		again, err := back.Encode()
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
	}
	roster := post.Roster{
		Persons: []post.Person{retired("1940-01-01"), {ID: "q", Name: "某丁", Rank: post.Section}},
		Posts: []post.Post{
			in(org.SocialGroup, post.Honorary, 3, "!approved !paid related reapproved"),
			{Person: "q", Organization: "o", Kind: org.Foundation, Role: post.SecretaryGeneral, Term: 1, Facts: flags("approved")},
		},
	}
	data, err := rule.Encode("roster/1", roster)
	require.NoError(t, err)
	var back post.Roster
	require.NoError(t, rule.DecodeAs("roster/1", data, &back))
	r, err := post.National(post.BirthdayIn).Audit(back, day("2015-03-31"))
	require.NoError(t, err)
	page := r.Page()
	golden(t, "audit.zh.txt", page.In(language.Chinese))
	golden(t, "audit.en.txt", page.In(language.English))
	out, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, "audit.json", string(out)+"\n")
}

// golden compares with a file under testdata, or writes it where
// UPDATE_GOLDEN=1.
func golden(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

func ExampleRules_Audit() {
	roster := post.Roster{
		Persons: []post.Person{{ID: "01", Name: "某局长", Rank: post.County, Leader: true}},
		Posts: []post.Post{{
			Person: "01", Organization: "餐饮协会", Kind: org.SocialGroup, Role: post.Chair, Term: 1,
			Facts: rule.FactMap{post.Approved: rule.Flag(false), post.Paid: rule.Flag(false)},
		}},
	}
	report, err := post.National(post.BirthdayIn).Audit(roster, rule.Day(2015, 3, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Breaches() {
		fmt.Println(f.Person.Name, f.Post.Role.Label(language.Chinese), f.Clause)
		for _, r := range f.Reason.Unmet() {
			fmt.Println(" ", r.In(language.Chinese))
		}
	}
	// Output:
	// 某局长 会长(理事长) 1998-17
	//   经批准或备案:否,要求:是
	// 某局长 会长(理事长) servants-2006
	//   经批准或备案:否,要求:是
}

// Nine in ten posts break nothing, as in a roster that was cleaned up once.
func BenchmarkAudit(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		roster := district(n, 1)
		for i := range roster.Posts {
			roster.Posts[i].Facts = flags("approved !paid related reapproved special-need")
			if i%10 > 0 {
				roster.Posts[i].Kind, roster.Posts[i].Role = org.PrivateNonEnterprise, post.Director
			}
		}
		roster.Posts = slices.Clip(roster.Posts)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := post.National(post.BirthdayIn).Audit(roster, day("2015-03-31")); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(roster.Posts)), "ns/post")
		})
	}
}
