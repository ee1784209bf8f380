package award

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Given is a grade that was given on a day. A lowering or withdrawal is none.
type Given struct {
	Grade string    `json:"grade"`
	On    rule.Date `json:"on"`
}

// GivenIn returns the grades an organization was given in the life of its
// grade.
func GivenIn(l life.Life) []Given {
	var out []Given
	for _, s := range l.Steps {
		if s.Accepted && (s.Entry.Event == life.Announce || s.Entry.Event == life.Recorded) {
			out = append(out, Given{s.Entry.Grade, s.Entry.On})
		}
	}
	return out
}

// Occasion is how a grade given stands to those before.
type Occasion uint8

// The occasions.
const (
	First   Occasion = 1 + iota // 首次获评: the first that earns anything
	Better                      // 升级: better than every one before
	Renewed                     // 续评: no better
	Outside                     // 不在奖励范围: it earns nothing
)

var occasions = rule.NewEnum[Occasion]("occasion",
	rule.Named("first", "首次获评", "for the first time"),
	rule.Named("better", "升级", "raised"),
	rule.Named("renewed", "续评", "renewed"),
	rule.Named("outside", "不在奖励范围", "outside the plan"),
)

// FactOccasion is the name of the fact that says on which occasion a grade was
// given; [grading.FactGrade] that of the grade.
const FactOccasion = "occasion"

// Requests returns what an organization asks for the grades it was given, one
// request for each, by day: its occasion and grade as facts, the amount of its
// grade as what is asked, and of a raise the amount of the best grade before as
// what was received. What is paid for them is the scheme's to compute: see
// [Plan.Scheme]. Ids are those of the day: prefix/2022-06-01. The order of the
// input does not matter. A plan that is not valid, and a grade without a day or
// two on one, are [rule.Problems].
func (p Plan) Requests(prefix, organization string, where org.Territory, given []Given) ([]funding.Request, error) {
	var found rule.Problems
	found.Nest("plan", p.Validate())
	first := map[rule.Date]int{}
	for i, g := range given {
		at := "given[" + strconv.Itoa(i) + "]"
		if g.On.IsZero() {
			found.Add(problems.Problem(at+".on", rule.Required))
		} else if j, again := first[g.On]; again {
			found.Add(problems.Problem(at+".on", GivenTwice, rule.With("day", rule.On(g.On)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[g.On] = i
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	given = slices.Clone(given)
	slices.SortFunc(given, func(a, b Given) int { return a.On.Compare(b.On) })
	best := -1 // the best rank before; -1 for none
	requests := make([]funding.Request, len(given))
	for i, g := range given {
		r := funding.Request{ID: prefix + "/" + g.On.String(), Organization: organization, Territory: where, Date: g.On}
		place, known := rank(p.First, g.Grade)
		occasion := Renewed
		switch {
		case !known:
			occasion = Outside
		case best < 0:
			occasion = First
		case place < best:
			occasion, r.Received = Better, p.First[best].Amount
		}
		if known {
			r.Asked = p.First[place].Amount
			if best < 0 || place < best {
				best = place
			}
		}
		r.Facts = rule.FactMap{grading.FactGrade: rule.Word(g.Grade), FactOccasion: occasion.Value()}
		requests[i] = r
	}
	return requests, nil
}

// Scheme returns the plan as a funding scheme of one payer in a place: the
// amount of the grade on the first occasion, on a raise what the plan says of
// it, on a renewal its amounts. Faults of the plan, and a payer without a kind,
// are [rule.Problems].
func (p Plan) Scheme(place org.Territory, payer grading.Payer) (funding.Scheme, error) {
	if err := p.Validate(); err != nil {
		return funding.Scheme{}, err
	}
	s := funding.Scheme{
		Head: p.Head, Territory: place, Rounding: funding.ToFen(funding.HalfUp),
		Facts: rule.Vocabulary{
			grading.FactGrade: grading.RequestFacts()[grading.FactGrade],
			FactOccasion:      {Type: rule.LabelType, Label: rule.Words("评定情形", "occasion")},
		},
	}
	add := func(o Occasion, amounts []Amount, difference bool, basis grading.Basis) {
		clause := basis.Source
		if clause.IsZero() {
			clause = p.Source
		}
		source := funding.Source{
			ID: payer.ID + "-" + o.String(), Title: rule.Words(payer.Label.ZH+"("+o.Label(language.Chinese)+")", payer.Label.EN+" ("+o.Label(language.English)+")"),
			Kind: payer.Kind, Clause: clause, Difference: difference,
			If: rule.IsOneOf(FactOccasion, o.Value()).From(clause, basis.Status),
		}
		if payer.Kind.Level().Valid() {
			source.Territory = place
		}
		source.Rule.Method = funding.ByCase
		for _, a := range amounts {
			source.Rule.Cases = append(source.Rule.Cases, funding.Case{If: rule.IsOneOf(grading.FactGrade, rule.Word(a.Grade)), Amount: a.Amount})
		}
		s.Sources = append(s.Sources, source)
	}
	add(First, p.First, false, grading.Basis{})
	if p.Raised != Nothing {
		add(Better, p.First, p.Raised == Difference, p.Raising)
	}
	if len(p.Renewed) > 0 {
		add(Renewed, p.Renewed, false, p.Renewal)
	}
	var found rule.Problems
	found.Nest("scheme", s.Validate())
	return s, found.Err()
}

// Shared returns what a settlement pays as requests to a scheme that shares it
// among several payers, one for each request that is paid something.
func Shared(s *funding.Settlement) []funding.Request {
	requests := make([]funding.Request, 0, s.Len())
	for i := range s.Len() {
		if a := s.Award(i); a.Total.Sign() > 0 {
			r := s.Request(i)
			requests = append(requests, funding.Request{ID: r.ID, Organization: r.Organization, Territory: r.Territory, Asked: a.Total, Date: r.Date})
		}
	}
	return requests
}

// Occasions returns every occasion.
func Occasions() []Occasion { return occasions.Values() }

// Valid tells whether the occasion is stated.
func (o Occasion) Valid() bool { return occasions.Valid(o) }

// String returns the stable text form.
func (o Occasion) String() string { return occasions.Text(o) }

// Label returns the occasion in the reader's language.
func (o Occasion) Label(tag language.Tag) string { return occasions.Label(o, tag) }

// Value returns the occasion as a fact that conditions ask for.
func (o Occasion) Value() rule.Value { return rule.Label(occasions.Labels(o)) }

// MarshalText writes the stable text form; an occasion not stated is an error.
func (o Occasion) MarshalText() ([]byte, error) { return occasions.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Occasion) UnmarshalText(text []byte) error { return occasions.Unmarshal(o, text) }
