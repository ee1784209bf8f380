package association

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Discipline is the sanction a member stands under on a day, and why.
type Discipline struct {
	Member   string        `json:"member"`
	On       rule.Date     `json:"on"`
	Weight   int           `json:"weight"`            // of all breaches that count
	Sanction Sanction      `json:"sanction,omitzero"` // zero for none
	Steps    []rule.Reason `json:"steps"`             // every breach, counted or not, then the sum and its place on the ladder
}

// Discipline adds up a member's breaches within the convention's window before
// the end of a day. A breach counts on the day it happened and until the
// months are over; one of a pledge counts if the member had signed it then.
func (b *Book) Discipline(member string, on rule.Date) Discipline {
	d := Discipline{Member: member, On: on, Steps: []rule.Reason{}}
	c := b.records.Convention
	window := rule.Int(int64(c.Window), rule.MonthUnit)
	months := rule.With("months", rule.Label(rule.Words(window.In(language.Chinese), window.In(language.English))))
	weights := []rule.Input{months}
	for _, x := range b.breaches[member] {
		if on.Before(x.On) {
			break
		}
		o, _ := c.obligation(x.Obligation)
		inputs := []rule.Input{rule.With("on", rule.On(x.On)), rule.With("obligation", rule.Label(o.Title)), rule.With("instrument", rule.Label(instruments.Labels(o.Instrument)))}
		code, weight := BreachCounts, o.Weight
		switch end := x.On.AddMonths(c.Window); {
		case o.Instrument == Pledge && !b.hasSigned(member, o.ID, x.On):
			code, weight = BreachUnsigned, 0
		case !end.IsZero() && !on.Before(end):
			code, weight = BreachOld, 0
			inputs = append(inputs, months)
		default:
			weights = append(weights, rule.With("weight", rule.Int(int64(weight), 0)))
		}
		d.Weight += weight
		d.Steps = append(d.Steps, problems.Reason(code, inputs...).Gives(rule.Given, rule.Int(int64(weight), 0)).From(o.Source, c.Status))
	}
	if d.Weight == 0 {
		return d
	}
	d.Steps = append(d.Steps, problems.Reason(WeightOf, weights...).Gives(rule.Sum, rule.Int(int64(d.Weight), 0)))
	place, _ := b.ladder.Find(decimal.NewFromInt(int64(d.Weight)))
	row := b.ladder.Row(place)
	d.Sanction = row.Is
	d.Steps = append(d.Steps, problems.Reason(SanctionIs, rule.With("weight", rule.Int(int64(d.Weight), 0)), rule.With("band", rule.Label(row.In.Words()))).
		Gives(rule.Given, rule.Label(sanctions.Labels(row.Is))).From(c.Source, c.Status))
	return d
}

// Sanctioned returns the members who stand under a sanction on a day, by id.
func (b *Book) Sanctioned(on rule.Date) []Discipline {
	var out []Discipline
	for _, member := range b.roll.Members(b.records.Association, on) {
		if d := b.Discipline(member, on); d.Sanction != 0 {
			out = append(out, d)
		}
	}
	return out
}
