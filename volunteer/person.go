package volunteer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Person is a volunteer on the register. Skills and languages are codes of the
// register's own choosing, such as "first-aid" and "zh".
type Person struct {
	ID           string      `json:"id"` // the register's own number, never the identity number
	Name         string      `json:"name"`
	Identity     Identity    `json:"identity,omitzero"`
	Birth        rule.Date   `json:"birth,omitzero"` // where there is no identity number
	Consent      Consent     `json:"consent"`
	Enrolments   []Enrolment `json:"enrolments"`
	Skills       []string    `json:"skills,omitempty"`
	Languages    []string    `json:"languages,omitempty"`
	Availability []Weekly    `json:"availability,omitempty"`
	Guardians    []Guardian  `json:"guardians,omitempty"` // of a minor
}

// Consent is a person's agreement (知情同意) to be kept on the register.
type Consent struct {
	Given     rule.Date `json:"given"`
	Withdrawn rule.Date `json:"withdrawn,omitzero"`
}

// Enrolment is a person's standing as a volunteer of one class over a period.
type Enrolment struct {
	Class  Class       `json:"class"`
	Period rule.Period `json:"period"`
}

// Guardian is the adult who agrees that a minor serves.
type Guardian struct {
	Name     string    `json:"name"`
	Identity Identity  `json:"identity,omitzero"`
	Birth    rule.Date `json:"birth,omitzero"` // where there is no identity number
	Agreed   rule.Date `json:"agreed"`         // day of the consent
}

// adult is the age of majority (Civil Code, art. 17), in months.
const adult = 18 * 12

// Born returns the date of birth: that of the identity number where there is
// one, else the one stated.
func (p Person) Born() rule.Date { return born(p.Identity, p.Birth) }

// Born returns the date of birth: that of the identity number where there is
// one, else the one stated.
func (g Guardian) Born() rule.Date { return born(g.Identity, g.Birth) }

func born(id Identity, stated rule.Date) rule.Date {
	if id.IsZero() {
		return stated
	}
	return id.Birth()
}

// MinorOn tells whether the person is under 18 on a day. Who gives no date of
// birth is taken for an adult.
func (p Person) MinorOn(d rule.Date) bool {
	birth := p.Born()
	return !birth.IsZero() && d.Before(birth.AddMonths(adult))
}

// ClassOn returns the class under which the person is enrolled on a day, and
// false where there is none. Who is enrolled under several is one head, counted
// in the first of [Classes].
func (p Person) ClassOn(d rule.Date) (Class, bool) { return ClassOn(p.Enrolments, d) }

// ClassOn is [Person.ClassOn] for enrolments by themselves, such as those of
// [Register.EnrolmentsAt].
func ClassOn(enrolments []Enrolment, d rule.Date) (Class, bool) {
	var class Class
	for _, e := range enrolments {
		if e.Period.Contains(d) && (class == 0 || e.Class < class) {
			class = e.Class
		}
	}
	return class, class != 0
}

// Free tells whether some line of the person's availability covers the whole
// span.
func (p Person) Free(s Span) bool {
	for _, w := range p.Availability {
		if w.Covers(s) {
			return true
		}
	}
	return false
}

// Validate reports every fault of the person by itself: no id, or one that is
// an identity number; no name; a date of birth that the identity number
// contradicts; no consent, or service outside it; no enrolment, or faulty ones;
// a minor without a guardian; a guardian who is younger than the ward, not of
// age, or agreed too late.
func (p Person) Validate() error {
	var found rule.Problems
	found.Nest("id", validateID(p.ID))
	if strings.TrimSpace(p.Name) == "" {
		found.Add(problems.Problem("name", rule.Required))
	}
	if !p.Identity.IsZero() && !p.Birth.IsZero() && p.Birth != p.Identity.Birth() {
		found.Add(problems.Problem("birth", BirthDiffers))
	}
	if p.Consent.Given.IsZero() {
		found.Add(problems.Problem("consent.given", rule.Required))
	} else if !p.Consent.Withdrawn.IsZero() && p.Consent.Withdrawn.Before(p.Consent.Given) {
		found.Add(problems.Problem("consent.withdrawn", ConsentBackwards))
	}
	if len(p.Enrolments) == 0 {
		found.Add(problems.Problem("enrolments", rule.Required))
	}
	var first rule.Date
	for i, e := range p.Enrolments {
		at := rule.At("enrolments", i)
		found.Nest(at, e.validate(p.Consent, p.Born()))
		for _, earlier := range p.Enrolments[:i] {
			if earlier.Class == e.Class && earlier.Period.Overlaps(e.Period) {
				found.Add(problems.Problem(at, EnrolledTwice, rule.With("class", rule.Label(e.Class.Words()))))
			}
		}
		if first.IsZero() || e.Period.From.Before(first) {
			first = e.Period.From
		}
	}
	for i, w := range p.Availability {
		found.Nest(rule.At("availability", i), w.Validate())
	}
	if !first.IsZero() && p.MinorOn(first) && len(p.Guardians) == 0 {
		found.Add(problems.Problem("guardians", GuardianMissing))
	}
	for i, g := range p.Guardians {
		found.Nest(rule.At("guardians", i), g.validate(p.Born(), first))
	}
	return found.Err()
}

func (e Enrolment) validate(c Consent, birth rule.Date) error {
	var found rule.Problems
	if !e.Class.Valid() {
		found.Add(problems.Problem("class", rule.Required))
	}
	if e.Period.From.IsZero() {
		found.Add(problems.Problem("period.from", rule.Required))
		return found.Err()
	}
	found.Nest("period", e.Period.Validate())
	if e.Period.From.Before(c.Given) {
		found.Add(problems.Problem("period.from", BeforeConsent,
			rule.With("from", rule.On(e.Period.From)), rule.With("given", rule.On(c.Given))))
	}
	if !c.Withdrawn.IsZero() && (e.Period.Until.IsZero() || c.Withdrawn.Before(e.Period.Until)) {
		found.Add(problems.Problem("period.until", AfterConsent, rule.With("withdrawn", rule.On(c.Withdrawn))))
	}
	if !birth.IsZero() && e.Period.From.Before(birth) {
		found.Add(problems.Problem("period.from", BeforeBirth))
	}
	return found.Err()
}

func (g Guardian) validate(ward, first rule.Date) error {
	var found rule.Problems
	if strings.TrimSpace(g.Name) == "" {
		found.Add(problems.Problem("name", rule.Required))
	}
	if g.Agreed.IsZero() {
		found.Add(problems.Problem("agreed", rule.Required))
	} else if !first.IsZero() && first.Before(g.Agreed) {
		found.Add(problems.Problem("agreed", GuardianLate, rule.With("from", rule.On(first)), rule.With("agreed", rule.On(g.Agreed))))
	}
	birth := g.Born()
	switch {
	case birth.IsZero():
		found.Add(problems.Problem("birth", rule.Required))
	case !ward.IsZero() && !birth.Before(ward):
		found.Add(problems.Problem("birth", GuardianYounger))
	case !g.Agreed.IsZero() && g.Agreed.Before(birth.AddMonths(adult)):
		found.Add(problems.Problem("birth", GuardianMinor))
	}
	return found.Err()
}

// validateID refuses an id that is missing or is somebody's identity number,
// since ids stand in every output.
func validateID(id string) error {
	if id == "" {
		return problems.Problem("", rule.Required)
	}
	if _, err := ParseIdentity(id); err == nil {
		return problems.Problem("", IDIsIdentity)
	}
	return nil
}

// plainName is a name as it is compared: compatibility forms and case folded,
// spaces, middle dots and marks left out.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(name))
}
