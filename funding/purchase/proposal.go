package purchase

import (
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules say what may be bought, by whom and from whom, or when a purchase may
// be made in a certain way: a condition on the facts of a [Proposal].
type Rules struct {
	rule.Head
	Needs rule.Condition  `json:"needs"`
	Facts rule.Vocabulary `json:"facts,omitzero"` // what Needs asks beside a proposal's own figures
}

// Proposal is a purchase that somebody means to make.
type Proposal struct {
	Buyer    Body          `json:"buyer"`
	Supplier Body          `json:"supplier"`
	Subject  Subject       `json:"subject"`
	Price    funding.Money `json:"price,omitzero"`
	Months   int           `json:"months,omitzero"` // of the contract
	Facts    rule.FactMap  `json:"facts,omitempty"`
}

// Vocabulary returns what rules may ask of every proposal: buyer, supplier,
// subject, price and months.
func Vocabulary() rule.Vocabulary {
	return rule.Vocabulary{
		"buyer":    {Type: rule.LabelType, Label: rule.Words("购买主体", "buyer")},
		"supplier": {Type: rule.LabelType, Label: rule.Words("承接主体", "supplier")},
		"subject":  {Type: rule.LabelType, Label: rule.Words("购买内容", "subject")},
		"price":    {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("合同价", "price")},
		"months":   {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("合同期限", "term of the contract")},
	}
}

// Fact returns a figure of the proposal, or what else it states.
func (p Proposal) Fact(name string) (rule.Value, bool) {
	switch name {
	case "buyer":
		return rule.Label(bodies.Labels(p.Buyer)), p.Buyer.Valid()
	case "supplier":
		return rule.Label(bodies.Labels(p.Supplier)), p.Supplier.Valid()
	case "subject":
		return rule.Label(subjects.Labels(p.Subject)), p.Subject.Valid()
	case "price":
		return p.Price.Value(), p.Price.Sign() > 0
	case "months":
		return rule.Int(int64(p.Months), rule.MonthUnit), p.Months > 0
	}
	return p.Facts.Fact(name)
}

func (r Rules) vocabulary() rule.Vocabulary {
	v := maps.Clone(r.Facts)
	if v == nil {
		v = rule.Vocabulary{}
	}
	maps.Copy(v, Vocabulary())
	return v
}

// Validate reports every fault of the rules.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	for _, name := range slices.Sorted(maps.Keys(r.Facts)) {
		if _, taken := Vocabulary()[name]; taken {
			found.Add(problems.Problem("facts."+name, FactTaken, rule.With("fact", rule.Word(name))))
		}
	}
	if r.Needs.IsZero() {
		found.Add(problems.Problem("needs", rule.Required))
	} else {
		found.Nest("needs", r.Needs.Validate(r.vocabulary()))
	}
	return found.Err()
}

// Decide answers whether a purchase may be made, clause by clause.
func (r Rules) Decide(p Proposal) rule.Reason {
	decided := r.Needs.Decide(p, r.vocabulary())
	reason := problems.Reason(MayBuy, rule.With("title", rule.Label(r.Title))).Gives(rule.Compare, decided.Output).From(r.Source, r.Status)
	reason.Parts = []rule.Reason{decided}
	return reason
}

// Explain returns the page of one proposal: who buys what from whom, whether it
// may be, and what stands in the way.
func (r Rules) Explain(p Proposal) rule.Page {
	decided := r.Decide(p)
	verdict := rule.Words("可以购买", "may be bought")
	switch _, stated := decided.Output.Flag(); {
	case !stated:
		verdict = rule.Words("情况未说明,不能判定", "cannot be decided: something is not stated")
	case !decided.Holds():
		verdict = rule.Words("不得购买", "may not be bought")
	}
	page := rule.Page{
		Title: rule.Words("购买服务审查说明", "Purchase of a service, decision"),
		Rule:  r.Head,
		Lines: []rule.Line{
			{Label: rule.Words("购买主体", "buyer"), Value: rule.Label(bodies.Labels(p.Buyer))},
			{Label: rule.Words("承接主体", "supplier"), Value: rule.Label(bodies.Labels(p.Supplier))},
			{Label: rule.Words("购买内容", "subject"), Value: rule.Label(subjects.Labels(p.Subject))},
			{Label: rule.Words("结论", "result"), Value: rule.Label(verdict)},
		},
		Steps: []rule.Reason{decided},
	}
	page.Notes = decided.Parts[0].Unmet()
	return page
}

// Order102 returns who buys and supplies, and what is never bought, by the
// Measures on Government Purchase of Services (政府购买服务管理办法, Ministry of
// Finance Order 102, 2020), articles 5, 6, 8 and 10. That a contract runs a year
// at most, or three where the service is stable and budgeted, is not confirmed
// in a published text and is marked illustrative.
func Order102() Rules {
	source := rule.Source{Title: "政府购买服务管理办法", Issuer: "财政部", Number: "财政部令第102号"}
	asks := func(c rule.Condition, article string) rule.Condition {
		return c.From(source.At(article), rule.Published)
	}
	of := func(list ...Body) []rule.Value {
		values := make([]rule.Value, len(list))
		for i, b := range list {
			values[i] = rule.Label(bodies.Labels(b))
		}
		return values
	}
	var never []rule.Value
	for _, s := range Subjects() {
		if s != Service {
			never = append(never, rule.Label(subjects.Labels(s)))
		}
	}
	most := func(months string) rule.Condition { return rule.InRange("months", rule.AtMost(rule.Dec(months))) }
	years := rule.AnyOf(most("12"), rule.AllOf(rule.Is("stable"), rule.Is("budgeted"), most("36")))
	return Rules{
		Head: rule.Head{
			ID: "purchase.order-102", Title: rule.Words("政府购买服务管理办法", "Measures on Government Purchase of Services"),
			Source: source, Status: rule.Published,
		},
		Needs: rule.AllOf(
			asks(rule.IsOneOf("buyer", of(StateOrgan)...), "第五条"),
			asks(rule.IsOneOf("supplier", of(Enterprise, SocialOrganization, PublicTwo, BusinessUnit, VillageCollective, SelfGoverning, AbleIndividual)...), "第六条"),
			asks(rule.Not(rule.AnyOf(rule.IsOneOf("buyer", of(PublicOne, MassBody)...), rule.IsOneOf("supplier", of(PublicOne, MassBody)...))), "第八条"),
			asks(rule.Not(rule.IsOneOf("subject", never...)), "第十条"),
			years.From(rule.Source{}, rule.Illustrative),
		),
		Facts: rule.Vocabulary{
			"stable":   {Type: rule.FlagType, Label: rule.Words("服务内容相对固定", "the service is stable")},
			"budgeted": {Type: rule.FlagType, Label: rule.Words("资金有预算保障", "the money is budgeted")},
		},
	}
}

// DirectedCommission returns when a service may be given to one organization
// without competition (定向委托): only that one can supply it, or the price is
// at most the limit, or it continues what the same organization has done well.
// The source document names the channel and no rule of it: all three are
// illustrative. Order 102 is asked beside it.
func DirectedCommission(limit funding.Money) Rules {
	return Rules{
		Head: rule.Head{
			ID: "purchase.directed", Title: rule.Words("定向委托(示例条件)", "Directed commission (illustrative conditions)"), Status: rule.Illustrative,
		},
		Needs: rule.AnyOf(
			rule.Is("only-supplier"),
			rule.InRange("price", rule.AtMost(limit.Decimal())),
			rule.AllOf(rule.Is("continues"), rule.Is("last-accepted")),
		).From(rule.Source{}, rule.Illustrative),
		Facts: rule.Vocabulary{
			"only-supplier": {Type: rule.FlagType, Label: rule.Words("只有一家能够承接", "only one can supply it")},
			"continues":     {Type: rule.FlagType, Label: rule.Words("延续原有服务", "continues a service")},
			"last-accepted": {Type: rule.FlagType, Label: rule.Words("上一期验收合格", "the last term was accepted")},
		},
	}
}
