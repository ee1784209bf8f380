package purchase

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Terms are how agreements are paid and settled (付款条款).
type Terms struct {
	rule.Head
	Instalments []Instalment     `json:"instalments"`
	MidTerm     rule.Condition   `json:"mid_term,omitzero"` // of the mid-term check; none is made if not stated
	Delivery    rule.Condition   `json:"delivery,omitzero"` // of the acceptance at the end
	Ratio       *decimal.Decimal `json:"ratio,omitempty"`   // of the accepted cost that is borne, at most the price; all of it if not stated
	Recall      bool             `json:"recall,omitzero"`   // an agreement that was ended gives everything back
	Rounding    funding.Rounding `json:"rounding"`
	Facts       rule.Vocabulary  `json:"facts,omitzero"` // what conditions ask and events state
}

// Instalment is one payment of the price.
type Instalment struct {
	ID    string           `json:"id"`
	Title rule.Text        `json:"title"`
	Share *decimal.Decimal `json:"share,omitempty"` // of the price; the agreement states the amount if not stated
	Needs rule.Condition   `json:"needs,omitzero"`  // what it is paid against
}

const most = 100

// vocabulary is what the terms' conditions may ask: mid-term-passed, delivered
// and owed, what is still to be paid or given back after the settlement; beside
// these the terms' own facts.
func (t Terms) vocabulary() rule.Vocabulary {
	v := maps.Clone(t.Facts)
	if v == nil {
		v = rule.Vocabulary{}
	}
	maps.Copy(v, ownFacts())
	return v
}

// ownFacts are what the agreement itself knows.
func ownFacts() rule.Vocabulary {
	return rule.Vocabulary{
		"mid-term-passed": flag("中期评估合格", "mid-term check passed"),
		"delivered":       flag("验收合格", "delivery accepted"),
		"owed":            {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("尚未结清的金额", "amount still owed either way")},
	}
}

// Validate reports every fault of the terms: those of the head, no instalment
// or one twice, shares stated for some instalments and not for others or that
// do not sum to one, a ratio out of range, conditions on facts nobody declares.
func (t Terms) Validate() error {
	var found rule.Problems
	found.Nest("", t.Head.Validate())
	found.Nest("rounding", t.Rounding.Validate())
	if len(t.Instalments) == 0 {
		found.Add(problems.Problem("instalments", NoInstalments))
	}
	if len(t.Instalments) > most {
		found.Add(problems.Problem("instalments", TooManyInstalments, rule.With("most", rule.Int(most, 0))))
		return found.Err()
	}
	for _, name := range slices.Sorted(maps.Keys(t.Facts)) {
		if _, taken := ownFacts()[name]; taken {
			found.Add(problems.Problem("facts."+name, FactTaken, rule.With("fact", rule.Word(name))))
		}
	}
	v := t.vocabulary()
	sum, shares, seen := decimal.Decimal{}, 0, map[string]bool{}
	for i, x := range t.Instalments {
		if x.ID == "" {
			found.Add(problems.Problem(rule.At("instalments", i)+".id", rule.Required))
		}
		if seen[x.ID] {
			found.Add(problems.Problem(rule.At("instalments", i)+".id", InstalmentTwice, rule.With("id", rule.Quoted(x.ID))))
		}
		seen[x.ID] = true
		if x.Title.ZH == "" || x.Title.EN == "" {
			found.Add(problems.Problem(rule.At("instalments", i)+".title", rule.Required))
		}
		if x.Share != nil {
			shares++
			if inRange(*x.Share) {
				sum = sum.Add(*x.Share)
			} else {
				found.Add(problems.Problem(rule.At("instalments", i)+".share", RatioRange, rule.With("ratio", rule.Num(*x.Share, 0))))
			}
		}
		if !x.Needs.IsZero() {
			found.Nest(rule.At("instalments", i)+".needs", x.Needs.Validate(v))
		}
	}
	switch {
	case shares > 0 && shares < len(t.Instalments):
		for i, x := range t.Instalments {
			if x.Share == nil {
				found.Add(problems.Problem(rule.At("instalments", i)+".share", rule.Required))
			}
		}
	case shares > 0 && !sum.Equal(decimal.NewFromInt(1)):
		found.Add(problems.Problem("instalments", SharesNotWhole, rule.With("sum", rule.Num(sum, 0))))
	}
	if t.Ratio != nil && !inRange(*t.Ratio) {
		found.Add(problems.Problem("ratio", RatioRange, rule.With("ratio", rule.Num(*t.Ratio, 0))))
	}
	for path, c := range map[string]rule.Condition{"mid_term": t.MidTerm, "delivery": t.Delivery} {
		if !c.IsZero() {
			found.Nest(path, c.Validate(v))
		}
	}
	return found.Err()
}

func inRange(d decimal.Decimal) bool {
	return d.Exponent() >= -12 && d.Exponent() <= 0 && d.Sign() > 0 && !d.GreaterThan(decimal.NewFromInt(1))
}

func flag(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }

// Haishu2020 returns how Haishu's ninth round of venture philanthropy was paid
// (2020): the final instalment is paid where the mid-term check was passed;
// papers that are late or missing fail it, and then payment is stopped or the
// project ended. Amounts were not told and stand in the agreement. The source's
// title describes the page where this stands.
func Haishu2020() Terms {
	source := rule.Source{Title: "海曙区第九届公益创投项目中期评估(2020年)", Link: "hssosc.com"}
	ask := func(c rule.Condition) rule.Condition { return c.From(source, rule.Published) }
	return Terms{
		Head: rule.Head{
			ID: "purchase.haishu-2020", Title: rule.Words("海曙区公益创投(第九届,2020)", "Haishu venture philanthropy (round 9, 2020)"),
			Source: source, Status: rule.Published,
		},
		Instalments: []Instalment{
			{ID: "first", Title: rule.Words("首期资金", "first instalment")},
			{ID: "final", Title: rule.Words("末期资金", "final instalment"), Needs: ask(rule.Is("mid-term-passed"))},
		},
		MidTerm:  ask(rule.AllOf(rule.Is("papers-on-time"), rule.Is("check-passed"))),
		Rounding: funding.ToFen(funding.HalfUp),
		Facts: rule.Vocabulary{
			"papers-on-time": flag("按时提交中期评估材料", "mid-term papers handed in on time"),
			"check-passed":   flag("中期评估达到要求", "the mid-term check found it sufficient"),
		},
	}
}

// SixtyThirtyTen returns terms that pay 60%, 30% and 10%: on signing, after a
// mid-term check of at least 60 points, and after acceptance. All figures are
// illustrative.
func SixtyThirtyTen() Terms { return threeStages("purchase.60-30-10", "0.6", "0.3", "0.1") }

// FiftyFortyTen returns terms that pay 50%, 40% and 10% as [SixtyThirtyTen]
// does. All figures are illustrative.
func FiftyFortyTen() Terms { return threeStages("purchase.50-40-10", "0.5", "0.4", "0.1") }

func threeStages(id, advance, midTerm, final string) Terms {
	ask := func(c rule.Condition) rule.Condition { return c.From(rule.Source{}, rule.Illustrative) }
	share := func(s string) *decimal.Decimal { return new(rule.Dec(s)) }
	pass := rule.InRange("score", rule.AtLeast(rule.Dec("60")))
	return Terms{
		Head: rule.Head{ID: id, Title: rule.Words("三期付款条款(示例)", "Payment in three instalments (illustrative)"), Status: rule.Illustrative},
		Instalments: []Instalment{
			{ID: "advance", Title: rule.Words("首期", "advance"), Share: share(advance)},
			{ID: "mid-term", Title: rule.Words("中期", "mid-term payment"), Share: share(midTerm), Needs: ask(rule.Is("mid-term-passed"))},
			{ID: "final", Title: rule.Words("尾款", "final payment"), Share: share(final), Needs: ask(rule.Is("delivered"))},
		},
		MidTerm: ask(pass), Delivery: ask(pass),
		Rounding: funding.ToFen(funding.HalfUp),
		Facts:    rule.Vocabulary{"score": {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("评估得分", "score")}},
	}
}
