package post

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Person is somebody who holds posts.
type Person struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Born    rule.Date `json:"born,omitzero"`    // not stated: no rule on age can be decided
	Rank    Rank      `json:"rank,omitzero"`    // of an official, serving or retired; none: no official
	Leader  bool      `json:"leader,omitzero"`  // holds, or held, a leading office (领导干部)
	Central bool      `json:"central,omitzero"` // leads, or led, a department of the State Council
	Retired rule.Date `json:"retired,omitzero"` // the first day out of office
}

// Service returns how the person stands to public office on a day.
func (p Person) Service(on rule.Date) Service {
	switch {
	case p.Rank == 0:
		return Private
	case p.Retired.IsZero() || on.Before(p.Retired):
		return Serving
	}
	return Retired
}

// Post is a post in a social organization that a person holds for a time. Facts
// states more of it: see [Facts].
type Post struct {
	Person       string       `json:"person"`       // id
	Organization string       `json:"organization"` // id
	Kind         org.Kind     `json:"kind"`
	Role         Role         `json:"role"`
	Period       rule.Period  `json:"period"`
	Term         int          `json:"term"` // of office, the first is 1; those before without a break count
	Facts        rule.FactMap `json:"facts,omitempty"`
}

// Roster is persons and the posts they hold or held.
type Roster struct {
	Persons []Person `json:"persons"`
	Posts   []Post   `json:"posts"`
}

// The facts of a post on a day that clauses may ask for. Those that are
// computed cannot be stated.
const (
	KindIs     = "kind"        // computed: legal form of the organization
	RoleIs     = "role"        // computed
	IsLeading  = "leading"     // computed: a leading post
	ServiceIs  = "service"     // computed: see [Person.Service]
	RankIs     = "rank"        // computed
	IsLeader   = "leader"      // computed
	IsCentral  = "central"     // computed
	TermIs     = "term"        // computed
	OtherPosts = "other-posts" // computed: further posts the person holds that day
	OtherHeads = "other-heads" // computed: other social groups it is legal representative of that day
	PastAge    = "past-age"    // computed: days since the birthday of the limit of age, below zero before it

	Approved            = "approved"
	Reapproved          = "reapproved" // for the term after the first
	Paid                = "paid"
	Related             = "related"
	SpecialNeed         = "special-need"
	LegalRepresentative = "legal-representative" // no where not stated
	Overseas            = "overseas"             // no where not stated
)

// Facts returns the facts of a post that clauses may ask for.
func Facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)}
	}
	number := func(unit rule.Unit, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	term := func(terms []rule.Term, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.TextType, Label: rule.Words(zh, en), Terms: terms}
	}
	return rule.Vocabulary{
		KindIs:     term(rule.Terms(org.Kinds()), "法律形式", "legal form"),
		RoleIs:     term(rule.Terms(Roles()), "职务", "role"),
		ServiceIs:  term(rule.Terms(Services()), "任职状态", "service"),
		RankIs:     term(rule.Terms(Ranks()), "级别", "rank"),
		IsLeading:  flag("领导职务", "a leading post"),
		IsLeader:   flag("领导干部", "a leading official"),
		IsCentral:  flag("国务院部门领导", "leader of a State Council department"),
		TermIs:     number(0, "届次", "term of office"),
		OtherPosts: number(rule.Item, "其他兼职", "other posts"),
		OtherHeads: number(rule.Organization, "任其他社会团体法定代表人", "other social groups it is legal representative of"),
		PastAge:    number(rule.DayUnit, "超过年龄界限", "past the limit of age"),

		Approved:            flag("经批准或备案", "approved or filed"),
		Reapproved:          flag("连任经重新批准", "approved anew for the further term"),
		Paid:                flag("领取报酬", "paid"),
		Related:             flag("与原工作业务或特长相关", "related to the former work or skill"),
		SpecialNeed:         flag("工作特殊需要", "special need of the work"),
		LegalRepresentative: flag("任法定代表人", "legal representative"),
		Overseas:            flag("境外社会团体", "overseas organization"),
	}
}

func stated(fact string) bool {
	switch fact {
	case Approved, Reapproved, Paid, Related, SpecialNeed, LegalRepresentative, Overseas:
		return true
	}
	return false
}

// Validate reports every fault of the roster: persons and posts without what
// names them, persons of one id ([PersonTwice]), who retire without having been
// in office ([RetiredPrivate]), posts of persons that are not listed
// ([PersonUnknown]), one post twice at a time ([PostTwice]), facts that cannot
// be stated.
func (r Roster) Validate() error {
	var found rule.Problems
	required := func(path string, missing bool) {
		if missing {
			found.Add(problems.Problem(path, rule.Required))
		}
	}
	known := Facts()
	first := map[string]int{}
	for i, p := range r.Persons {
		at := "persons[" + strconv.Itoa(i) + "]"
		required(at+".id", p.ID == "")
		required(at+".rank", p.Rank != 0 && !p.Rank.Valid() || p.Rank == 0 && (p.Leader || p.Central))
		if p.Rank == 0 && !p.Retired.IsZero() {
			found.Add(problems.Problem(at+".retired", RetiredPrivate))
		}
		if j, twice := first[p.ID]; twice && p.ID != "" {
			found.Add(problems.Problem(at+".id", PersonTwice, rule.With("person", rule.Quoted(p.ID)), rule.With("first", rule.Int(int64(j), 0))))
			continue
		}
		first[p.ID] = i
	}
	type seat struct {
		person, organization string
		role                 Role
	}
	last := make(map[seat]int, len(r.Posts)) // one more than the place of the last post of the seat
	before := make([]int, len(r.Posts))      // and of the one before it
	for i, p := range r.Posts {
		faults := p.faults(known)
		if _, listed := first[p.Person]; !listed {
			faults.Add(problems.Problem("person", PersonUnknown, rule.With("person", rule.Quoted(p.Person))))
		}
		this := seat{p.Person, p.Organization, p.Role}
		before[i] = last[this]
		for j := before[i]; j > 0; j = before[j-1] {
			if p.Period.Overlaps(r.Posts[j-1].Period) {
				faults.Add(problems.Problem("", PostTwice, rule.With("first", rule.Int(int64(j-1), 0))))
			}
		}
		last[this] = i + 1
		if len(faults) > 0 {
			found.Nest("posts["+strconv.Itoa(i)+"]", faults.Err())
		}
	}
	return found.Err()
}

// faults reports what is wrong with a post by itself.
func (p Post) faults(known rule.Vocabulary) rule.Problems {
	var found rule.Problems
	for _, field := range [...]struct {
		path    string
		missing bool
	}{{"organization", p.Organization == ""}, {"kind", !p.Kind.Valid()}, {"role", !p.Role.Valid()}, {"term", p.Term < 1}} {
		if field.missing {
			found.Add(problems.Problem(field.path, rule.Required))
		}
	}
	found.Nest("period", p.Period.Validate())
	for name, value := range p.Facts { // problems are sorted by path
		fact, ok := known[name]
		switch {
		case !ok:
			found.Add(problems.Problem("facts."+name, rule.FactUnknown, rule.With("fact", rule.Quoted(name))))
		case !stated(name):
			found.Add(problems.Problem("facts."+name, FactComputed, rule.With("fact", rule.Label(fact.Label))))
		case value.Type() != rule.FlagType:
			found.Add(problems.Problem("facts."+name, rule.FactType, rule.With("fact", rule.Label(fact.Label)),
				rule.With("want", typed(rule.FlagType)), rule.With("got", typed(value.Type()))))
		}
	}
	return found
}

func typed(t rule.Type) rule.Value {
	return rule.Label(rule.Words(t.Label(language.Chinese), t.Label(language.English)))
}
