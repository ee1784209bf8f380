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

// Given is a grade that was given on a day, and what was paid for it. A lowering
// or withdrawal is none.
type Given struct {
	Grade string        `json:"grade"` // as it stands in the certificate: 5A
	On    rule.Date     `json:"on"`
	Paid  funding.Money `json:"paid,omitzero"`
}

// GivenIn returns the grades an organization was given in the life of its
// grade.
func GivenIn(l life.Life) []Given {
	var out []Given
	for _, s := range l.Steps {
		if s.Accepted && (s.Entry.Event == life.Announce || s.Entry.Event == life.Recorded) {
			out = append(out, Given{Grade: s.Entry.Grade, On: s.Entry.On})
		}
	}
	return out
}

// Occasion is how a grade given stands to those before.
type Occasion uint8

// The occasions.
const (
	First   Occasion = 1 + iota // 首次获评: the first among those that are paid for
	Better                      // 升级: better than every one before
	Renewed                     // 续评: no better
	Outside                     // 不在奖励范围: not among those that are paid for
)

var occasions = rule.NewEnum[Occasion]("occasion",
	rule.Named("first", "首次获评", "for the first time"),
	rule.Named("better", "升级", "raised"),
	rule.Named("renewed", "续评", "renewed"),
	rule.Named("outside", "不在奖励范围", "outside the awards"),
)

// FactOccasion is the name of the fact that says on which occasion a grade was
// given; [grading.FactGrade] that of the grade.
const FactOccasion = "occasion"

// Facts declares the facts a scheme may ask for of the requests made here.
func Facts() rule.Vocabulary {
	v := grading.RequestFacts()
	v[FactOccasion] = rule.Fact{Type: rule.LabelType, Label: rule.Words("评定情形", "occasion")}
	return v
}

// Recipient is an organization that asks.
type Recipient struct {
	ID           string
	Organization string
	Territory    org.Territory
}

// Ask returns what an organization asks of a scheme for a grade it was given:
// the grade and its occasion as facts, and as received before what was paid for
// the grades before, so that a source that pays the difference does. What is
// paid is the scheme's to compute. Grades are those that are paid for, best
// first; grades before whose day is not before this one's do not count. The id
// is that of the organization and the day: a/2022-06-01. Missing grades and
// days, and a sum of payments beyond the range of money, are [rule.Problems].
func (r Recipient) Ask(grades []string, before []Given, now Given) (funding.Request, error) {
	var found rule.Problems
	if len(grades) == 0 {
		found.Add(problems.Problem("grades", rule.Required))
	}
	if now.Grade == "" {
		found.Add(problems.Problem("grade", rule.Required))
	}
	if now.On.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	best, received := len(grades), funding.Money{}
	for i, g := range before {
		if g.On.IsZero() {
			found.Add(problems.Problem("before["+strconv.Itoa(i)+"].on", rule.Required))
		}
		if !g.On.Before(now.On) {
			continue
		}
		sum, err := funding.FromDecimal(received.Decimal().Add(g.Paid.Decimal()))
		found.Nest("before["+strconv.Itoa(i)+"].paid", err)
		received = sum
		if place := slices.Index(grades, g.Grade); place >= 0 {
			best = min(best, place)
		}
	}
	if len(found) > 0 {
		return funding.Request{}, found.Err()
	}
	occasion := Renewed
	switch place := slices.Index(grades, now.Grade); {
	case place < 0:
		occasion = Outside
	case best == len(grades):
		occasion = First
	case place < best:
		occasion = Better
	}
	return funding.Request{
		ID: r.ID + "/" + now.On.String(), Organization: r.Organization, Territory: r.Territory, Date: now.On, Received: received,
		Facts: rule.FactMap{grading.FactGrade: rule.Word(now.Grade), FactOccasion: occasion.Value()},
	}, nil
}

// Replay asks for every grade an organization was given, by day, each after what
// was paid for those before, and returns them with what the scheme pays. The
// order of the input does not matter. Two grades on one day, and faults of the
// scheme and its requests, are [rule.Problems].
func (r Recipient) Replay(scheme funding.Scheme, grades []string, given []Given) ([]Given, error) {
	given = slices.Clone(given)
	slices.SortFunc(given, func(a, b Given) int { return a.On.Compare(b.On) })
	for i, now := range given {
		if i > 0 && given[i-1].On == now.On {
			return nil, problems.Problem("given", GivenTwice, rule.With("day", rule.On(now.On)))
		}
		request, err := r.Ask(grades, given[:i], now)
		if err != nil {
			return nil, err
		}
		s, err := funding.Settle(scheme, []funding.Request{request})
		if err != nil {
			return nil, err
		}
		given[i].Paid = s.Award(0).Total
	}
	return given, nil
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
