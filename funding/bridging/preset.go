package bridging

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Lianyungang returns the rules of Lianyungang's bridging loans (应急转贷),
// oldest first: until 2023-05-31 and from 2023-06-01 on. What was published is
// the daily fee stepped by day and the share of the promised renewal: 0.04%
// within 2 days, then 0.045%, and 80%; from 2023-06-01 on 0.02% within 5 days,
// 0.04% beyond, and 95% (连政规发〔2023〕8号). The figures were told in news of the
// revision; which days are charged and how a fee is rounded was not, and is the usual rule here: the
// first day and not the last, half up to the fen.
func Lianyungang() []Rules {
	change := rule.Day(2023, 6, 1)
	return []Rules{
		lianyungang("lianyungang-before-2023-06", rule.Period{Until: change}, "2", "0.0004", "0.00045", "0.8"),
		lianyungang("lianyungang-2023-06", rule.Since(change), "5", "0.0002", "0.0004", "0.95"),
	}
}

func lianyungang(id string, period rule.Period, days, within, beyond, share string) Rules {
	source := rule.Source{Title: "连云港市中小微企业应急转贷资金管理办法", Number: "连政规发〔2023〕8号"}
	if period.From.IsZero() {
		source = rule.Source{Title: "连云港市应急转贷资金(2023年6月1日前,修订时的新闻所载)"}
	}
	return Rules{
		Head: rule.Head{
			ID: "bridging." + id, Title: rule.Words("连云港市应急转贷资金", "Lianyungang's bridging loans"),
			Source: source, Status: rule.Published, Period: period,
		},
		Fee: []band.Row[decimal.Decimal]{
			{In: rule.AtMost(rule.Dec(days)), Is: rule.Dec(within)},
			{In: rule.Above(rule.Dec(days)), Is: rule.Dec(beyond)},
		},
		Count:    FirstNotLast,
		Rounding: funding.ToFen(funding.HalfUp),
		Needs:    rule.InRange("share-of-renewal", rule.AtMost(rule.Dec(share))).From(source, rule.Published),
	}
}

// Illustrative returns Lianyungang's fee and share of the renewal of 2023 with
// two limits of ours beside: 15 days at most, and 5,000,000 outstanding for one
// borrower. The source document names the pool and no figure of its rules.
func Illustrative() Rules {
	r := Lianyungang()[1]
	fee := r.Source
	r.Head = rule.Head{ID: "bridging.illustrative", Title: rule.Words("小额互助转贷(示例)", "Mutual bridging loans (illustrative)"), Status: rule.Illustrative}
	r.FeeFrom = fee
	r.Needs = rule.AllOf(r.Needs,
		rule.InRange("days", rule.AtMost(rule.Dec("15"))).From(rule.Source{}, rule.Illustrative),
		rule.InRange("outstanding", rule.AtMost(rule.Dec("5000000"))).From(rule.Source{}, rule.Illustrative))
	return r
}
