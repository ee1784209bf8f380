package bridging

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are what a pool lends by.
type Rules struct {
	rule.Head
	Fee      []band.Row[decimal.Decimal] `json:"fee"`               // daily rate by the day of the loan, counted from 1
	Count    DayCount                    `json:"count"`             // which days are charged
	Rounding funding.Rounding            `json:"rounding"`          // of a loan's fee
	Needs    rule.Condition              `json:"needs,omitzero"`    // what a loan must keep to; see [Vocabulary]
	Facts    rule.Vocabulary             `json:"facts,omitzero"`    // what Needs asks beside a request's own figures
	FeeFrom  rule.Source                 `json:"fee_from,omitzero"` // where the fee stands; the rules' source if not stated
}

// mostDays bounds the days of one loan: bridging takes days, not years.
const mostDays = 3660

// Vocabulary returns what [Rules.Needs] may ask of every request: amount,
// renewal, share-of-renewal (the loan as a ratio of the promised renewal),
// days, date; outstanding, what the borrower would owe with the loan; holding,
// what the borrower has in the pool as a contributor of the same name, zero for
// one that is none; and multiple-of-holding, the ratio of the two.
func Vocabulary() rule.Vocabulary {
	yuan := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		"amount":              yuan("借款金额", "loan"),
		"renewal":             yuan("银行承诺续贷金额", "renewal promised by the bank"),
		"share-of-renewal":    {Type: rule.RatioType, Unit: rule.Percent, Label: rule.Words("借款占承诺续贷的比例", "loan as a share of the promised renewal")},
		"days":                {Type: rule.NumberType, Unit: rule.DayUnit, Label: rule.Words("借款天数", "days of the loan")},
		"outstanding":         yuan("借款人未还金额(含本次)", "outstanding of the borrower, with this loan"),
		"holding":             yuan("借款人在资金池的出资余额", "what the borrower has in the pool"),
		"multiple-of-holding": {Type: rule.RatioType, Label: rule.Words("未还金额(含本次)为出资余额的倍数", "outstanding, with this loan, as a multiple of what the borrower has in the pool")},
		"date":                {Type: rule.DateType, Label: rule.Words("申请日期", "day of the request")},
	}
}

// vocabulary is all that the rules' condition may ask.
func (r Rules) vocabulary() rule.Vocabulary {
	v := Vocabulary()
	maps.Copy(v, r.Facts)
	return v
}

// Validate reports every fault of the rules: those of the head, days without a
// rate or with two, a rate out of range, a count or rounding not stated, and a
// condition on facts nobody declares.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Fee) == 0 {
		found.Add(problems.Problem("fee", rule.Required))
	}
	for i, row := range r.Fee {
		if row.Is.Sign() < 0 || row.Is.Exponent() < -12 || row.Is.Exponent() > 0 || row.Is.GreaterThan(decimal.NewFromInt(1)) {
			found.Add(problems.Problem(rule.At("fee", i)+".is", RateRange, rule.With("rate", rule.Num(row.Is, 0))))
		}
	}
	if len(r.Fee) > 0 {
		_, err := r.bands()
		found.Nest("fee", err)
	}
	if !r.Count.Valid() {
		found.Add(problems.Problem("count", rule.Required))
	}
	found.Nest("rounding", r.Rounding.Validate())
	for _, name := range slices.Sorted(maps.Keys(r.Facts)) {
		if _, taken := Vocabulary()[name]; taken {
			found.Add(problems.Problem("facts."+name, FactTaken, rule.With("fact", rule.Word(name))))
		}
	}
	if !r.Needs.IsZero() {
		found.Nest("needs", r.Needs.Validate(r.vocabulary()))
	}
	return found.Err()
}

// bands is the table of rates by day. Days are whole, from the first on.
func (r Rules) bands() (band.Table[decimal.Decimal], error) {
	one := decimal.NewFromInt(1)
	return band.New(band.Domain{In: rule.AtLeast(one), Step: one}, r.Fee)
}
