package hours

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Certificate holds the facts of a certificate of service (志愿服务记录证明):
// whose, how long, when, for whom, as of which day, and how they were computed.
type Certificate struct {
	Person   string             `json:"person"` // id
	Name     string             `json:"name"`
	Identity volunteer.Identity `json:"identity,omitzero"` // masked
	AsOf     rule.Date          `json:"as_of"`
	Hours    volunteer.Hours    `json:"hours"`
	First    rule.Date          `json:"first,omitzero"` // first day of credited service
	Last     rule.Date          `json:"last,omitzero"`
	Days     int                `json:"days"` // days of credited service
	Steps    []rule.Reason      `json:"steps"`
	Findings []Finding          `json:"findings"`

	rules rule.Head
}

// Certify credits one person's entries and returns the facts with each step.
// Problems are those of [Tally]; an id that is not on the register is one.
func Certify(rules Rules, register *volunteer.Register, entries []Entry, person string, asOf rule.Date) (Certificate, error) {
	p, ok := register.Person(person)
	if !ok {
		return Certificate{}, volunteer.PersonUnknownAt("person", person)
	}
	own := make(map[uint64]bool)
	for _, e := range entries {
		if e.Person == person {
			own[e.Record] = true
		}
	}
	var log []Entry
	for _, e := range entries {
		if own[e.Record] {
			log = append(log, e)
		}
	}
	t, err := TallyCredits(rules, register, log, asOf)
	if err != nil {
		return Certificate{}, err
	}
	c := Certificate{
		Person: p.ID, Name: p.Name, Identity: p.Identity, AsOf: asOf,
		Hours: t.Of(person), Steps: []rule.Reason{}, Findings: []Finding{}, rules: rules.Head,
	}
	total := problems.Reason(CreditedSum)
	for _, credit := range t.credits {
		e := &log[credit.Entry]
		if e.Person != person {
			continue
		}
		if c.First.IsZero() {
			c.First = credit.Day
		}
		if credit.Day != c.Last {
			c.Days++
		}
		c.Last = credit.Day
		c.Steps = append(c.Steps, problems.Reason(Credited,
			rule.With("day", rule.On(credit.Day)), rule.With("activity", rule.Word(e.Activity)),
			rule.With("kind", rule.Label(rule.Words(e.Kind.Label(language.Chinese), e.Kind.Label(language.English)))),
			rule.With("from", clock(e.Span.From, credit.Day)), rule.With("until", clock(e.Span.Until, credit.Day)),
			rule.With("verifier", verifier(e.Verifier))).
			Gives(rule.Given, credit.Hours.Value()).From(rules.Source, rules.Status))
		total.Inputs = append(total.Inputs, rule.With(strconv.Itoa(len(c.Steps)), credit.Hours.Value()))
	}
	for _, f := range t.Findings {
		if f.Person == person {
			c.Findings = append(c.Findings, f)
		}
	}
	if len(total.Inputs) > 0 {
		c.Steps = append(c.Steps, total.Gives(rule.Sum, c.Hours.Value()))
	}
	return c, nil
}

// clock is a moment for people: the time, and the date where it is another day.
func clock(m volunteer.Moment, day rule.Date) rule.Value {
	date, time, _ := strings.Cut(strings.TrimSuffix(m.String(), "+08:00"), "T")
	if m.Date() == day {
		return rule.Word(time)
	}
	return rule.Word(date + " " + time)
}

func verifier(name string) rule.Value {
	if name == "" {
		return rule.Label(rule.Words("无人", "nobody"))
	}
	return rule.Word(name)
}

// Page lays the certificate out.
func (c Certificate) Page() rule.Page {
	line := func(zh, en string, v rule.Value) rule.Line { return rule.Line{Label: rule.Words(zh, en), Value: v} }
	page := rule.Page{
		Title: rule.Words("志愿服务记录证明", "Certificate of volunteer service"),
		Rule:  c.rules,
		Lines: []rule.Line{
			line("志愿者", "Volunteer", rule.Word(c.Name+" · "+c.Person)),
			line("身份证号", "Identity", rule.Word(c.Identity.String())),
			line("时长", "Hours", c.Hours.Value()),
			line("截至", "As of", rule.On(c.AsOf)),
		},
		Steps: c.Steps,
	}
	if c.Days > 0 {
		page.Lines = append(page.Lines, line("首末日期", "First and last day", rule.Word(c.First.String()+" – "+c.Last.String())))
	}
	for _, f := range c.Findings {
		page.Notes = append(page.Notes, f.Reason())
	}
	return page
}
