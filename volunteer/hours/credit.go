package hours

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

const (
	tenThousand = 10_000
	wholeDay    = 24 * 60
)

// crediting is the state of a tally.
type crediting struct {
	*compiled
	trusting bool
	keep     bool
	entries  []Entry
	totals   *Totals

	// of the person and day at hand
	day      rule.Date
	total    int64 // in ten-thousandths of a minute
	credited int64 // in ten-thousandths of an hour
}

// person credits one person's records and returns the sum in ten-thousandths
// of an hour.
func (c *crediting) person(enrolments []volunteer.Enrolment, stays []stay) int64 {
	c.order(stays)
	c.day, c.total, c.credited = rule.Date{}, 0, 0
	sum := int64(0)
	var busy volunteer.Moment // all time before is taken
	var holder int32          // the entry that reaches up to busy
	shared := false
	for i := range stays {
		s := &stays[i]
		if code := c.refusal(s, enrolments); code != "" {
			c.find(code, s, s.span.Minutes(), 0)
			continue
		}
		span := s.span
		if span.From.Before(busy) {
			until := span.Until
			if busy.Before(until) {
				until = busy
			}
			c.find(Overlapping, s, until.Since(span.From), c.entries[holder].Record)
			span.From, shared = until, true
		}
		gain := c.span(s, span)
		if gain > 0 {
			c.totals.Records++
		}
		sum += gain
		if busy.Before(s.span.Until) {
			busy, holder = s.span.Until, s.place
		}
	}
	if shared {
		c.overfull(enrolments, stays)
	}
	return sum
}

// few is the number of stays up to which they are put in order one by one.
const few = 24

// order puts stays in order of time, then of their records.
func (c *crediting) order(stays []stay) {
	if len(stays) > few {
		slices.SortFunc(stays, c.compare)
		return
	}
	for i := 1; i < len(stays); i++ {
		s := stays[i]
		at := i
		for ; at > 0 && c.compare(s, stays[at-1]) < 0; at-- {
			stays[at] = stays[at-1]
		}
		stays[at] = s
	}
}

func (c *crediting) compare(a, b stay) int {
	if order := a.span.From.Compare(b.span.From); order != 0 {
		return order
	}
	return cmp.Or(a.span.Until.Compare(b.span.Until), cmp.Compare(c.entries[a.place].Record, c.entries[b.place].Record))
}

// refusal returns why a record counts nothing, or no code.
func (c *crediting) refusal(s *stay, enrolments []volunteer.Enrolment) rule.Code {
	switch {
	case s.word == noWord && !c.trusting:
		return Unverified
	case s.word == ownWord:
		return SelfVerified
	case c.longest > 0 && int64(s.span.Minutes())*tenThousand > c.longest:
		return TooLong
	}
	day := s.span.From.Date()
	for _, enrolment := range enrolments {
		if enrolment.Period.Contains(day) {
			return ""
		}
	}
	return NotEnrolled
}

// days yields a span day by day.
func days(span volunteer.Span, yield func(day rule.Date, minutes int)) {
	for span.From.Before(span.Until) {
		minutes := min(span.Minutes(), wholeDay-span.From.Minute())
		yield(span.From.Date(), minutes)
		span.From = span.From.Add(minutes)
	}
}

// span credits the time of a record that no other holds.
func (c *crediting) span(s *stay, span volunteer.Span) int64 {
	sum := int64(0)
	days(span, func(day rule.Date, minutes int) {
		if day != c.day {
			c.day, c.total, c.credited = day, 0, 0
		}
		before := c.total
		c.total += int64(minutes) * c.shares[s.kind]
		if c.ceiling > 0 && c.total > c.ceiling {
			c.find(OverCeiling, s, int((c.total-max(before, c.ceiling))/tenThousand), 0)
		}
		rounded := c.round(c.total)
		gain := rounded - c.credited
		c.credited = rounded
		sum += gain
		if c.keep && gain > 0 {
			c.totals.credits = append(c.totals.credits, Credit{int(s.place), day, volunteer.TenThousandths(gain)})
		}
	})
	return sum
}

// overfull finds the days on which a person's records claim more than 24 hours.
func (c *crediting) overfull(enrolments []volunteer.Enrolment, stays []stay) {
	claimed := map[rule.Date]int{}
	for i := range stays {
		s := &stays[i]
		if c.refusal(s, enrolments) != "" {
			continue
		}
		days(s.span, func(day rule.Date, minutes int) {
			before := claimed[day]
			claimed[day] += minutes
			if before <= wholeDay && claimed[day] > wholeDay {
				e := &c.entries[s.place]
				c.totals.Findings = append(c.totals.Findings, Finding{OverDay, e.Record, 0, e.Person, day, claimed[day]})
			}
		})
	}
}

func (c *crediting) find(code rule.Code, s *stay, minutes int, other uint64) {
	e := &c.entries[s.place]
	c.totals.Findings = append(c.totals.Findings, Finding{code, e.Record, other, e.Person, e.Span.From.Date(), minutes})
}
