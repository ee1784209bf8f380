package study

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/roster"
)

// Share is a part of a whole, both counted.
type Share struct {
	Part  int64 `json:"part"`
	Whole int64 `json:"whole"`
}

// Value returns the share as an exact percentage, or no value where the whole
// is nothing.
func (s Share) Value() rule.Value {
	if s.Whole == 0 {
		return rule.Value{}
	}
	return rule.Ratio(decimal.NewFromInt(s.Part), decimal.NewFromInt(s.Whole), rule.Percent)
}

// Log is a district's register and what its records came to. Totals must come
// from [hours.TallyCredits] over the same entries and register.
type Log struct {
	Register *volunteer.Register
	Entries  []hours.Entry
	Totals   *hours.Totals
}

// TeamMonth is the service of one team in one month.
type TeamMonth struct {
	Team     string                `json:"team"`  // empty for records without a team
	Month    rule.Date             `json:"month"` // its first day
	Hours    volunteer.Hours       `json:"hours"`
	Turnouts volunteer.PersonTimes `json:"turnouts"` // days of service of each person
	People   volunteer.Persons     `json:"people"`
}

// ByTeamAndMonth adds up the credits in a period, by team, then month.
func (l Log) ByTeamAndMonth(in rule.Period) []TeamMonth {
	type key struct {
		team  string
		month rule.Date
	}
	type turnout struct {
		person string
		day    rule.Date
	}
	type cell struct {
		hours    volunteer.Hours
		turnouts map[turnout]bool
		people   map[string]bool
	}
	cells := map[key]*cell{}
	for _, credit := range l.Totals.Credits() {
		if !in.Contains(credit.Day) {
			continue
		}
		e := &l.Entries[credit.Entry]
		k := key{e.Team, credit.Day.AddDays(1 - credit.Day.Day())}
		c := cells[k]
		if c == nil {
			c = &cell{turnouts: map[turnout]bool{}, people: map[string]bool{}}
			cells[k] = c
		}
		c.hours = c.hours.Add(credit.Hours)
		c.turnouts[turnout{e.Person, credit.Day}] = true
		c.people[e.Person] = true
	}
	out := make([]TeamMonth, 0, len(cells))
	for k, c := range cells {
		out = append(out, TeamMonth{
			k.team, k.month, c.hours, volunteer.PersonTimes(len(c.turnouts)), volunteer.Persons(len(c.people)),
		})
	}
	slices.SortFunc(out, func(a, b TeamMonth) int { return cmp.Or(cmp.Compare(a.Team, b.Team), a.Month.Compare(b.Month)) })
	return out
}

// active returns, by place in the register, who has a credit in a period.
func (l Log) active(in rule.Period) []bool {
	out := make([]bool, l.Register.Places())
	for _, credit := range l.Totals.Credits() {
		if in.Contains(credit.Day) {
			if place, ok := l.Register.Place(l.Entries[credit.Entry].Person); ok {
				out[place] = true
			}
		}
	}
	return out
}

// Active is the share of those enrolled on a day, erased ones included, who
// served in the period.
func (l Log) Active(on rule.Date, in rule.Period) Share {
	var s Share
	for place, active := range l.active(in) {
		if _, enrolled := volunteer.ClassOn(l.Register.EnrolmentsAt(place), on); enrolled {
			s.Whole++
			if active {
				s.Part++
			}
		}
	}
	return s
}

// Cohort is the people first enrolled in one year, and how many of them served
// in that year and each year after it.
type Cohort struct {
	Year   int     `json:"year"`
	Active []Share `json:"active"` // of the cohort, in Year, Year+1 and so on
}

// Retention returns the cohorts from the first year to the last, with their
// activity up to the last.
func (l Log) Retention(first, last int) []Cohort {
	if first < 1 || last > 9998 || last < first {
		return []Cohort{}
	}
	cohort := make([]int, l.Register.Places()) // index by place, -1 for none
	out := make([]Cohort, last-first+1)
	for i := range out {
		out[i] = Cohort{first + i, make([]Share, last-first-i+1)}
	}
	for place := range cohort {
		var start rule.Date
		for _, e := range l.Register.EnrolmentsAt(place) {
			if start.IsZero() || e.Period.From.Before(start) {
				start = e.Period.From
			}
		}
		cohort[place] = -1
		if year := start.Year(); year >= first && year <= last {
			cohort[place] = year - first
			for k := range out[year-first].Active {
				out[year-first].Active[k].Whole++
			}
		}
	}
	for year := first; year <= last; year++ {
		in := rule.Period{From: rule.Day(year, 1, 1), Until: rule.Day(year+1, 1, 1)}
		for place, active := range l.active(in) {
			if c := cohort[place]; active && c >= 0 && c <= year-first {
				out[c].Active[year-first-c].Part++
			}
		}
	}
	return out
}

// Turnout is the share of a roster's turns that were served: those with a
// credited record of the person whose activity is the shift's id.
func (l Log) Turnout(turns []roster.Turn) Share {
	type key struct{ shift, person string }
	served := map[key]bool{}
	for _, credit := range l.Totals.Credits() {
		e := &l.Entries[credit.Entry]
		served[key{e.Activity, e.Person}] = true
	}
	s := Share{Whole: int64(len(turns))}
	for _, t := range turns {
		if served[key{t.Shift, t.Person}] {
			s.Part++
		}
	}
	return s
}
