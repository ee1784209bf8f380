package timeline

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// said collects what a scheme, a source or an item of cost says, leaving out
// what it does not state.
type said []entry

func (s *said) add(key, zh, en string, value rule.Value) {
	if !value.IsZero() {
		*s = append(*s, entry{key, rule.Words(zh, en), value})
	}
}

func (s *said) money(key, zh, en string, m *funding.Money) {
	if m != nil {
		s.add(key, zh, en, m.Value())
	}
}

func (s *said) number(key, zh, en string, d decimal.Decimal) {
	if !d.IsZero() {
		s.add(key, zh, en, rule.Num(d, 0))
	}
}

func (s *said) flag(key, zh, en string, yes bool) {
	if yes {
		s.add(key, zh, en, rule.Flag(true))
	}
}

func (s *said) text(key, zh, en string, t rule.Text) {
	if t.ZH != "" || t.EN != "" {
		s.add(key, zh, en, rule.Label(t))
	}
}

func (s *said) word(key, zh, en, w string) {
	if w != "" {
		s.add(key, zh, en, rule.Word(w))
	}
}

func (s *said) source(key string, source rule.Source) {
	s.text(key, "依据", "source", rule.Words(source.In(language.Chinese), source.In(language.English)))
	s.word(key+".issuer", "发布机关", "issuer", source.Issuer)
	s.word(key+".number", "文号", "number", source.Number)
	s.add(key+".date", "发布日期", "date of issue", rule.On(source.Date))
	s.word(key+".link", "网址", "link", source.Link)
}

// enumerated is a value of an enumeration with its label.
type enumerated interface{ Label(language.Tag) string }

func labels(e enumerated) rule.Text {
	return rule.Words(e.Label(language.Chinese), e.Label(language.English))
}

func rounding(r funding.Rounding) rule.Text {
	if !r.Mode.Valid() {
		return rule.Text{}
	}
	step := r.Step.Value()
	return rule.Words(r.Mode.Label(language.Chinese)+"到 "+step.In(language.Chinese), r.Mode.Label(language.English)+" to "+step.In(language.English))
}

// listed joins texts.
func listed(texts []rule.Text, zh, en string) rule.Text {
	var a, b []string
	for _, t := range texts {
		a, b = append(a, t.ZH), append(b, t.EN)
	}
	return rule.Words(strings.Join(a, zh), strings.Join(b, en))
}

// condition puts a condition into words: 申请金额 5,000元以上.
func condition(c rule.Condition, v rule.Vocabulary) rule.Text {
	if c.IsZero() {
		return rule.Text{}
	}
	return clause(c.Decide(rule.FactMap{}, v))
}

// clause takes the words of a decision on no facts.
func clause(r rule.Reason) rule.Text {
	parts := make([]rule.Text, len(r.Parts))
	for i, part := range r.Parts {
		parts[i] = clause(part)
	}
	switch r.Code {
	case rule.ClauseAllOf:
		all := listed(parts, ",且", ", and ")
		return rule.Words("("+all.ZH+")", "("+all.EN+")")
	case rule.ClauseAnyOf:
		either := listed(parts, ",或", ", or ")
		return rule.Words("("+either.ZH+")", "("+either.EN+")")
	case rule.ClauseNot:
		return rule.Words("不是“"+parts[0].ZH+"”", "not ("+parts[0].EN+")")
	}
	var zh, en []string
	for _, input := range r.Inputs {
		if input.Name != "found" {
			zh, en = append(zh, input.Value.In(language.Chinese)), append(en, input.Value.In(language.English))
		}
	}
	return rule.Words(strings.Join(zh, " "), strings.Join(en, " "))
}

// ofScheme is what a scheme says beside its sources and items of cost. Their
// order is that of those the other version has as well.
func ofScheme(s, other funding.Scheme) []entry {
	var out said
	v := s.Vocabulary()
	out.text("title", "名称", "title", s.Title)
	out.source("source", s.Source)
	out.text("status", "性质", "status", labels(s.Status))
	out.text("period", "施行期间", "in force", s.Period.Words())
	out.word("territory", "适用地域", "territory", s.Territory.String())
	out.text("rounding", "取整", "rounding", rounding(s.Rounding))
	out.text("admits", "过渡条款", "transitional clause", condition(s.Admits, v))
	out.flag("backfill", "余额再分", "further rounds", s.Backfill)
	if kind := s.InKind; kind != nil {
		out.number("in_kind.rate", "实物、劳务折算率", "rate of contributions in kind", kind.Rate)
		out.money("in_kind.most", "实物、劳务折算上限", "most for contributions in kind", kind.Most)
		out.source("in_kind.clause", kind.Clause)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Facts)) {
		fact := s.Facts[name]
		kind := labels(fact.Type)
		if fact.Unit.Valid() {
			unit := labels(fact.Unit)
			kind = rule.Words(kind.ZH+"("+unit.ZH+")", kind.EN+" ("+unit.EN+")")
		}
		out.text("facts."+name, "事实“"+name+"”", "fact "+name, rule.Words(fact.Label.ZH+","+kind.ZH, fact.Label.EN+", "+kind.EN))
	}
	var sources, items []string
	for _, source := range s.Sources {
		if slices.ContainsFunc(other.Sources, func(o funding.Source) bool { return o.ID == source.ID }) {
			sources = append(sources, source.ID)
		}
	}
	for _, cost := range s.Costs {
		if slices.ContainsFunc(other.Costs, func(o funding.Cost) bool { return o.Item == cost.Item }) {
			items = append(items, cost.Item)
		}
	}
	out.word("order", "支付次序", "order of payment", strings.Join(sources, ", "))
	out.word("items", "费用科目次序", "order of the items of cost", strings.Join(items, ", "))
	return out
}

// groups is the sources and items of cost with all that they say.
func groups(s funding.Scheme) []group {
	v := s.Vocabulary()
	for _, source := range s.Sources {
		v["paid."+source.ID] = rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(source.Title.ZH+"已付", "paid by "+source.Title.EN)}
	}
	var out []group
	for _, cost := range s.Costs {
		var e said
		e.text("title", "名称", "title", cost.Title)
		e.flag("excluded", "不予列支", "does not count", cost.Excluded)
		e.money("most", "列支上限", "counts up to", cost.Most)
		e.number("part", "列支比例上限", "counts up to the part of all items", cost.Part)
		e.source("clause", cost.Clause)
		out = append(out, group{"cost " + cost.Item, rule.Words("费用科目", "item of cost"), cost.Title, cost.Clause, e})
	}
	for j := range s.Sources {
		source := &s.Sources[j]
		out = append(out, group{"source " + source.ID, rule.Words("资金来源", "source"), source.Title, source.Clause, ofSource(source, v)})
	}
	return out
}

// ofSource is what a source says.
func ofSource(s *funding.Source, v rule.Vocabulary) []entry {
	var out said
	out.text("title", "名称", "title", s.Title)
	out.text("kind", "资金类别", "kind of money", labels(s.Kind))
	out.word("territory", "所属地域", "territory", s.Territory.String())
	out.text("if", "条件", "condition", condition(s.If, v))
	out.word("after", "须先支付的来源", "pays after", strings.Join(s.After, ", "))
	ofRule(&out, &s.Rule, v)
	out.text("rounding", "取整", "rounding", rounding(s.Rounding))
	out.flag("difference", "只发差额", "only the difference", s.Difference)
	out.money("floor", "保底", "floor", s.Floor)
	out.money("cap", "单项封顶", "cap for one request", s.Cap)
	out.number("cap_share", "按可列支费用比例封顶", "cap as a share of the eligible cost", s.CapShare)
	out.money("least", "起付额", "least that is paid", s.Least)
	out.flag("beyond", "可超出申请额", "pays beyond what is asked", s.Beyond)
	for i, l := range s.Limits {
		per := labels(l.Per)
		key := "limit " + l.Per.String() + strings.Repeat("'", i)
		out.add(key, per.ZH+"限额", "limit "+per.EN, l.Most.Value())
		out.text(key+" short", per.ZH+"限额不足时", "when short, limit "+per.EN, labels(l.Short))
		out.source(key+" clause", l.Clause)
	}
	out.money("budget", "预算", "budget", s.Budget)
	ids := make([]string, len(s.Envelopes))
	for i, e := range s.Envelopes {
		ids[i] = e.ID
		key := "envelope " + e.ID
		out.add(key, "额度“"+e.Title.ZH+"”", "envelope "+e.Title.EN, e.Amount.Value())
		out.word(key+" territory", "额度“"+e.Title.ZH+"”的地域", "territory of the envelope "+e.Title.EN, e.Territory.String())
		out.text(key+" if", "额度“"+e.Title.ZH+"”的条件", "condition of the envelope "+e.Title.EN, condition(e.If, v))
		out.text(key+" title", "额度名称", "title of the envelope", e.Title)
	}
	out.word("envelopes", "额度次序", "order of the envelopes", strings.Join(ids, ", "))
	out.flag("pool", "额度可调剂", "envelopes pooled", s.Pool)
	if s.Short.Valid() {
		out.text("short", "预算不足时", "when the budget is short", labels(s.Short))
	}
	out.word("next", "结余转入", "what is left goes to", s.Next)
	if s.Carry != nil {
		out.number("carry.share", "结转比例", "share carried over", s.Carry.Share)
		out.money("carry.most", "结转上限", "most carried over", s.Carry.Most)
	}
	out.source("clause", s.Clause)
	return out
}

// ofRule is how a source computes what it pays.
func ofRule(out *said, r *funding.Rule, v rule.Vocabulary) {
	out.text("method", "计算办法", "method", labels(r.Method))
	out.number("ratio", "比例(权重)", "ratio (weight)", r.Ratio)
	var tiers, bands, cases []rule.Text
	for _, tier := range r.Tiers {
		ratio := rule.Num(tier.Is, 0).In(language.English)
		in := tier.In.WordsOf(rule.Yuan)
		tiers = append(tiers, rule.Words(in.ZH+" "+ratio, in.EN+" "+ratio))
	}
	out.text("tiers", "分段比例", "tiers", listed(tiers, ";", "; "))
	out.word("of", "基数为所付金额的来源", "of what is paid by", r.Of)
	if r.Amount.Sign() != 0 {
		out.add("amount", "金额", "amount", r.Amount.Value())
	}
	if r.Fact != "" {
		out.text("fact", "档次依据", "bands of", v[r.Fact].Label)
	}
	for _, b := range r.Bands {
		in := b.In.WordsOf(v[r.Fact].Unit)
		bands = append(bands, paying(in, b.Is))
	}
	out.text("bands", "各档金额", "amounts by band", listed(bands, ";", "; "))
	for _, c := range r.Cases {
		cases = append(cases, caseWords(&c, v))
	}
	out.text("cases", "各种情形的金额", "amounts by case", listed(cases, ";", "; "))
	if r.Months > 0 {
		out.add("months", "按月折算,全额月数", "months that the whole amount is for", rule.Int(r.Months, rule.MonthUnit))
	}
}

// caseWords says when a case is paid and how much.
func caseWords(c *funding.Case, v rule.Vocabulary) rule.Text {
	when := condition(c.If, v)
	if c.Span == nil {
		return paying(when, c.Amount)
	}
	s := c.Span
	from, to := paying(when, s.From), s.To.Value()
	out := rule.Words(from.ZH+" 至 "+to.In(language.Chinese), from.EN+" to "+to.In(language.English))
	if s.Point.Valid() {
		out = rule.Words(out.ZH+","+s.Point.Label(language.Chinese), out.EN+", "+s.Point.Label(language.English))
	}
	low, high := rule.Num(s.Low, rule.Point), rule.Num(s.High, rule.Point)
	switch s.Point {
	case funding.ByScore:
		out = rule.Words(out.ZH+"("+low.In(language.Chinese)+" 至 "+high.In(language.Chinese)+")",
			out.EN+" ("+low.In(language.English)+" to "+high.In(language.English)+")")
	case funding.BySteps:
		points, each := rule.Num(s.Points, rule.Point), s.Each.Value()
		out = rule.Words(out.ZH+"("+low.In(language.Chinese)+"起每满 "+points.In(language.Chinese)+"加 "+each.In(language.Chinese)+")",
			out.EN+" (from "+low.In(language.English)+", "+each.In(language.English)+" more for every "+points.In(language.English)+")")
	}
	return out
}

func paying(when rule.Text, m funding.Money) rule.Text {
	return rule.Words(when.ZH+" "+m.Value().In(language.Chinese), when.EN+" "+m.Value().In(language.English))
}
