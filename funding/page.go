package funding

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Explain returns the page that explains the i-th request's award: every
// source with its steps, the total, and, where something is unmet, why it is
// not more: what each source would pay beyond, and the rule that stands in the
// way.
func (s *Settlement) Explain(i int) rule.Page {
	r := &s.requests[s.place(i)]
	a := s.Award(i)
	page := rule.Page{
		Title: rule.Words("资金核定说明", "Funding decision"),
		Rule:  s.scheme.Head,
		Lines: []rule.Line{
			{Label: rule.Words("申请", "request"), Value: rule.Word(r.ID)},
			{Label: rule.Words("单位", "organization"), Value: rule.Word(r.Organization)},
			{Label: rule.Words("申请金额", "asked"), Value: r.Asked.Value()},
			{Label: rule.Words("核定金额", "awarded"), Value: rule.Label(amountInWords(a.Total))},
		},
	}
	page.Steps = s.bases(r)
	total := make([]rule.Input, 0, len(s.columns))
	var held []rule.Reason
	for j := range s.columns {
		steps := s.Reasons(i, j)
		step := problems.Reason(SourcePays, rule.With("source", rule.Label(s.columns[j].source.Title))).
			Gives(rule.Given, s.Cell(i, j).Value())
		step.Parts = steps
		page.Steps = append(page.Steps, step)
		held = append(held, heldBack(s.columns[j].source, steps)...)
		total = append(total, rule.With(s.columns[j].source.ID, s.Cell(i, j).Value()))
	}
	page.Steps = append(page.Steps, problems.Reason(AwardTotal, total...).Gives(rule.Sum, a.Total.Value()))
	if a.Unmet.Sign() > 0 {
		page.Notes = append(page.Notes, problems.Reason(UnmetRest, rule.With("unmet", a.Unmet.Value()), rule.With("asked", a.Asked.Value())).
			Gives(rule.Given, a.Unmet.Value()))
		page.Notes = append(page.Notes, held...)
	}
	return page
}

// heldBack says why a source pays no more: each step that took something from
// its amount, and how much. That a request's rest is met takes nothing from it.
func heldBack(source *Source, steps []rule.Reason) []rule.Reason {
	var held []rule.Reason
	for k := 1; k < len(steps); k++ {
		before, _ := steps[k-1].Output.Number()
		after, _ := steps[k].Output.Number()
		if less := before.Sub(after); less.Sign() > 0 && steps[k].Code != WithinRest {
			note := problems.Reason(HeldBack, rule.With("source", rule.Label(source.Title)), rule.With("less", rule.Num(less, rule.Yuan))).
				Gives(rule.Given, rule.Num(less, rule.Yuan))
			note.Parts = []rule.Reason{steps[k]}
			held = append(held, note)
		}
	}
	return held
}

// bases explains the eligible cost that follows from a request's items, and the
// social money with what its contributions in kind count for.
func (s *Settlement) bases(r *Request) []rule.Reason {
	var steps []rule.Reason
	if len(r.Items) > 0 {
		all := r.itemised()
		var inputs []rule.Input
		var parts []rule.Reason
		for i := range r.Items {
			item := &r.Items[i]
			k, _ := s.cost(item.Item)
			cost, counted := &s.scheme.Costs[k], Fen(s.counts(item, all)).Value()
			inputs = append(inputs, rule.With(item.Item, counted))
			parts = append(parts, costCounts(cost, item, all, counted, s.scheme))
		}
		eligible := problems.Reason(EligibleCost, inputs...).Gives(rule.Sum, Fen(s.eligible(r)).Value())
		eligible.Parts = parts
		steps = append(steps, eligible)
	}
	if s.scheme.InKind != nil && r.InKind.Sign() > 0 {
		counted := Fen(s.inKind(r)).Value()
		part := problems.Reason(InKindCounts, rule.With("in_kind", r.InKind.Value()), rule.With("ratio", rule.Num(s.scheme.InKind.Rate, 0))).
			Gives(rule.Given, counted).From(s.scheme.InKind.Clause, s.scheme.Status)
		social := problems.Reason(SocialMoney, rule.With("social", r.Social.Value()), rule.With("counted", counted)).
			Gives(rule.Sum, Fen(s.social(r)).Value())
		social.Parts = []rule.Reason{part}
		steps = append(steps, social)
	}
	return steps
}

// costCounts says what one item of cost counts for and why.
func costCounts(cost *Cost, item *Item, all int64, counted rule.Value, scheme *Scheme) rule.Reason {
	title, amount := rule.With("item", rule.Label(cost.Title)), rule.With("amount", item.Amount.Value())
	code, inputs := ItemCounts, []rule.Input{title, amount}
	switch {
	case cost.Excluded:
		code = ItemExcluded
	case counted.Equal(item.Amount.Value()):
	case cost.Most != nil && counted.Equal(cost.Most.Value()):
		code, inputs = ItemCapped, append(inputs, rule.With("most", cost.Most.Value()))
	default:
		code, inputs = ItemPart, append(inputs, rule.With("all", Fen(all).Value()), rule.With("ratio", rule.Num(cost.Part, rule.Percent)))
	}
	return problems.Reason(code, inputs...).Gives(rule.Given, counted).From(cost.Clause, scheme.Status)
}

func amountInWords(m Money) rule.Text {
	figure := m.Value()
	return rule.Words(figure.In(language.Chinese)+"("+m.Upper()+")", figure.In(language.English))
}
