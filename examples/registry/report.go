package main

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

// report is what the command prints.
type report struct {
	On           rule.Date          `json:"on"`
	Legal        int                `json:"legal_persons"`
	Groups       int                `json:"social_groups"`
	Units        int                `json:"private_units"`
	Filed        int                `json:"grassroots"`
	Density      *density           `json:"density,omitempty"`
	Census       org.Census         `json:"census"`
	Years        []bar              `json:"years"`
	Compound     *compound          `json:"compound,omitempty"`
	Moves        []move             `json:"moves"` // since the last year's end
	Coverage     network.Coverage   `json:"coverage"`
	Service      service            `json:"service"`
	Base         []class            `json:"base"`
	Functions    []base.Performance `json:"functions"`
	Associations association.Count  `json:"associations"`
}

// density is the legal persons per 10,000 residents, whose number is known to
// the hundred and for 2015 alone.
type density struct {
	Residents rule.Figure   `json:"residents"`
	Per10000  rule.Interval `json:"per_10000"`
}

// bar is one year's end, or the day itself.
type bar struct {
	On    rule.Date  `json:"on"`
	Legal int        `json:"legal_persons"`
	Filed int        `json:"grassroots"`
	Rate  rule.Value `json:"growth"` // exact, none for the first and for part of a year
}

func (b bar) total() int { return b.Legal + b.Filed }

// compound is the yearly growth between two year's ends.
type compound struct {
	From  rule.Date     `json:"from"`
	To    rule.Date     `json:"to"`
	Years int           `json:"years"`
	Rate  rule.Interval `json:"rate"`
}

type move struct {
	Move org.Move `json:"move"`
	N    int      `json:"n"`
}

// service is a [network.Service] without the ids of orphans.
type service struct {
	Organizations int                 `json:"organizations"`
	Lines         []network.LineShare `json:"lines"`
	Both          int                 `json:"both"`
	Orphans       int                 `json:"orphans"`
	SinglePoints  []network.Load      `json:"single_points"`
}

type class struct {
	Class base.Class `json:"class"`
	N     int        `json:"n"`
}

func newReport(d *district.District, on rule.Date, by []org.Dimension) (*report, error) {
	r := &report{On: on, Census: d.Registry.Census(on, by...), Coverage: d.Network.Coverage(on), Functions: d.Base.Functions(on), Associations: d.Roll.Count(on)}
	c := d.Registry.Census(on, org.ByState, org.ByKind)
	r.Filed = c.Count(org.Group{State: org.Filed})
	r.Legal = c.Total - r.Filed
	legal := func(k org.Kind) int {
		return c.Count(org.Group{State: org.Registered, Kind: k}) + c.Count(org.Group{State: org.Suspended, Kind: k})
	}
	r.Groups, r.Units = legal(org.SocialGroup), legal(org.PrivateNonEnterprise)
	if on.Year() == 2015 {
		residents := district.Residents()
		per, err := org.Density(r.Legal, residents.Interval(), 3)
		if err != nil {
			return nil, err
		}
		r.Density = &density{residents, per}
	}
	if err := r.grow(d.Registry); err != nil {
		return nil, err
	}
	moves := map[org.Move]int{}
	for _, m := range d.Registry.Movements(yearBefore(on), on) {
		moves[m.Move]++
	}
	for _, m := range org.Moves() {
		r.Moves = append(r.Moves, move{m, moves[m]})
	}
	s := d.Network.Service(on)
	r.Service = service{s.Organizations, s.Lines, s.Both, len(s.Orphans), s.SinglePoints()}
	residents := d.Base.Count(on)
	for _, c := range base.Classes() {
		r.Base = append(r.Base, class{c, residents[c]})
	}
	return r, nil
}

// yearBefore is the end of the year before a day, which the first year has not.
func yearBefore(on rule.Date) rule.Date {
	day, err := rule.NewDate(on.Year()-1, 12, 31)
	if err != nil {
		return rule.Date{}
	}
	return day
}

// grow fills the series of year's ends up to the day, which comes last.
func (r *report) grow(registry org.Registry) error {
	var days []rule.Date
	for _, y := range district.Years() {
		if y.Until.Month() == 12 && y.Until.Before(r.On) {
			days = append(days, y.Until)
		}
	}
	whole := len(days)
	days = append(days, r.On)
	if r.On.Month() == 12 && r.On.Day() == 31 {
		whole++
	}
	for i, day := range days {
		c := registry.Census(day, org.ByState)
		filed := c.Count(org.Group{State: org.Filed})
		b := bar{On: day, Legal: c.Total - filed, Filed: filed}
		if i > 0 && i < whole {
			before := r.Years[i-1].total()
			b.Rate = rule.Ratio(decimal.NewFromInt(int64(b.total()-before)), decimal.NewFromInt(int64(before)), rule.Percent)
		}
		r.Years = append(r.Years, b)
	}
	if whole < 2 {
		return nil
	}
	rate, err := org.Compound(r.Years[0].total(), r.Years[whole-1].total(), whole-1, 4)
	r.Compound = &compound{days[0], days[whole-1], whole - 1, rate}
	return err
}
