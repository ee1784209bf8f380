package base

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Offer is an organization's time in doing one of the base's functions: a
// resident, or a professional team that was brought in.
type Offer struct {
	Function     Function    `json:"function"`
	Organization string      `json:"organization"` // id in the registry
	Period       rule.Period `json:"period"`
}

// Performance is who does one function on a day.
type Performance struct {
	Function Function `json:"function"`
	By       []string `json:"by"` // ids in order: none where it is not done, one where it hangs on one alone
}

func (b *Base) offer(found *rule.Problems, offers []Offer) {
	type key struct {
		function     Function
		organization string
	}
	rows := map[key][]int{}
	for i, o := range offers {
		path := rule.At("offers", i)
		if !o.Function.Valid() {
			found.Add(problems.Problem(path+".function", rule.Required))
		}
		if len(b.registry.History(o.Organization)) == 0 {
			found.Add(problems.Problem(path+".organization", ResidentOrg, rule.With("id", rule.Quoted(o.Organization))))
		}
		if o.Period.From.IsZero() {
			found.Add(problems.Problem(path+".period.from", rule.Required))
		}
		found.Nest(path+".period", o.Period.Validate())
		for _, j := range rows[key{o.Function, o.Organization}] {
			if offers[j].Period.Overlaps(o.Period) {
				found.Add(problems.Problem(path+".period", OfferTwice, rule.With("first", rule.Int(int64(j), 0))))
			}
		}
		rows[key{o.Function, o.Organization}] = append(rows[key{o.Function, o.Organization}], i)
	}
	b.offers = slices.Clone(offers)
}

// Functions returns who does each function on a day, in the order of
// [Functions]. Organizations that are not there do nothing.
func (b *Base) Functions(on rule.Date) []Performance {
	out := make([]Performance, 0, len(Functions()))
	for _, f := range Functions() {
		p := Performance{Function: f, By: []string{}}
		for _, o := range b.offers {
			if e, ok := b.registry.At(o.Organization, on); o.Function == f && o.Period.Contains(on) && ok && e.State.Present() {
				p.By = append(p.By, o.Organization)
			}
		}
		slices.Sort(p.By)
		out = append(out, p)
	}
	return out
}
