package honour

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Badge is an honour that lapses: it is held on a day while the hours of the
// months up to that day reach the least.
type Badge struct {
	rule.Head
	Hours  decimal.Decimal `json:"hours"`  // least of the window
	Months int             `json:"months"` // length of the window
}

// Served is the credited hours of a day.
type Served struct {
	Day   rule.Date       `json:"day"`
	Hours volunteer.Hours `json:"hours"`
}

// Held is whether a badge is held on a day.
type Held struct {
	Holds  bool        `json:"holds"`
	Until  rule.Date   `json:"until,omitzero"` // first day without it, if nothing is served from now on
	Reason rule.Reason `json:"reason"`
}

// Validate reports the faults of the head, hours that are not above zero and a
// window outside 1 to 600 months.
func (b Badge) Validate() error {
	var found rule.Problems
	found.Nest("", b.Head.Validate())
	if b.Hours.Sign() <= 0 {
		found.Add(problems.Problem("hours", BadgeHours, rule.With("hours", rule.Num(b.Hours, rule.Hour))))
	}
	if b.Months < 1 || b.Months > 600 {
		found.Add(problems.Problem("months", BadgeWindow, rule.With("months", rule.Int(int64(b.Months), rule.MonthUnit))))
	}
	return found.Err()
}

// On decides whether the badge is held on a day and when it lapses. A day of
// service counts up to the day before the same date so many months later. Days
// after the day asked for are left out; their order does not matter.
func (b Badge) On(day rule.Date, served []Served) (Held, error) {
	if err := b.Validate(); err != nil {
		return Held{}, err
	}
	if day.IsZero() {
		return Held{}, problems.Problem("day", rule.Required)
	}
	served = slices.Clone(served)
	slices.SortFunc(served, func(x, y Served) int { return cmp.Or(x.Day.Compare(y.Day), x.Hours.Compare(y.Hours)) })
	var sum volunteer.Hours
	var counted []Served
	for _, s := range served {
		if !s.Day.IsZero() && !day.Before(s.Day) && day.Before(s.Day.AddMonths(b.Months)) {
			counted = append(counted, s)
			sum = sum.Add(s.Hours)
		}
	}
	out := Held{Holds: !sum.Decimal().LessThan(b.Hours)}
	if out.Holds {
		rest := sum.Decimal()
		for _, s := range counted {
			if rest = rest.Sub(s.Hours.Decimal()); rest.LessThan(b.Hours) {
				out.Until = s.Day.AddMonths(b.Months)
				break
			}
		}
	}
	out.Reason = problems.Reason(BadgeServed,
		rule.With("months", rule.Int(int64(b.Months), rule.MonthUnit)), rule.With("day", rule.On(day)),
		rule.With("served", sum.Value()), rule.With("least", rule.Num(b.Hours, rule.Hour))).
		Gives(rule.Compare, rule.Flag(out.Holds)).From(b.Source, b.Status)
	return out, nil
}

// ActiveVolunteer returns a badge of a usual kind, illustrative: 20 hours in
// twelve months.
func ActiveVolunteer() Badge {
	return Badge{
		Head: rule.Head{
			ID: "badge-active.1", Title: rule.Words("活跃志愿者徽章(示例)", "badge of the active volunteer (illustration)"),
			Status: rule.Illustrative,
		},
		Hours: decimal.NewFromInt(20), Months: 12,
	}
}
