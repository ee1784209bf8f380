package fund

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are a place's rules for named funds.
type Rules struct {
	rule.Head
	Thresholds []Threshold      `json:"thresholds"`       // any one suffices to found a fund
	Spend      *decimal.Decimal `json:"spend,omitempty"`  // least yearly spending, share of the balance at the year's start
	Fee        *decimal.Decimal `json:"fee,omitempty"`    // most a year, share of what came in within the year; none may be charged if not stated
	General    string           `json:"general,omitzero"` // who takes the rest if neither deed nor purpose says
}

// Threshold is one way to found a fund (设立门槛).
type Threshold struct {
	Founder Founder         `json:"founder,omitzero"` // whom it is for; zero for everybody
	Pledge  funding.Money   `json:"pledge"`           // least pledge in all, or each month
	Monthly bool            `json:"monthly,omitzero"` // the pledge is by month
	First   decimal.Decimal `json:"first,omitzero"`   // least share paid at the founding
	Years   int             `json:"years,omitzero"`   // longest time for the rest; 0 if not limited
}

// Validate reports every fault of the rules.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Thresholds) == 0 {
		found.Add(problems.Problem("thresholds", rule.Required))
	}
	one := decimal.NewFromInt(1)
	for i, t := range r.Thresholds {
		path := "thresholds[" + strconv.Itoa(i) + "]"
		if t.Pledge.Sign() <= 0 {
			found.Add(problems.Problem(path+".pledge", AmountNotPositive, rule.With("amount", t.Pledge.Value())))
		}
		if t.First.Sign() < 0 || t.First.Cmp(one) > 0 || t.First.Exponent() < -digits {
			found.Add(problems.Problem(path+".first", ShareRange, rule.With("value", rule.Num(t.First, 0))))
		}
		if t.Years < 0 {
			found.Add(problems.Problem(path+".years", ShareRange, rule.With("value", rule.Int(int64(t.Years), 0))))
		}
	}
	for _, share := range [...]struct {
		name  string
		value *decimal.Decimal
	}{{"spend", r.Spend}, {"fee", r.Fee}} {
		if s := share.value; s != nil && (s.Sign() <= 0 || s.Cmp(one) > 0 || s.Exponent() < -digits) {
			found.Add(problems.Problem(share.name, ShareRange, rule.With("value", rule.Num(*s, 0))))
		}
	}
	return found.Err()
}

// digits bounds the decimals of a share.
const digits = 12

// Deed (设立协议) is what a fund is founded by.
type Deed struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"` // 冠名
	Founder string        `json:"founder"`
	By      Founder       `json:"by"`
	Purpose string        `json:"purpose"`
	Date    rule.Date     `json:"date"`
	Pledge  funding.Money `json:"pledge"`           // in all, or each month
	Monthly bool          `json:"monthly,omitzero"` // the pledge is by month, without end
	First   funding.Money `json:"first"`            // paid at the founding
	Years   int           `json:"years,omitzero"`   // the rest is paid within so many years
	Rest    string        `json:"rest,omitzero"`    // who takes what is left at the end
}

func (d Deed) validate() error {
	var found rule.Problems
	for _, field := range [...]struct {
		name    string
		missing bool
	}{
		{"id", d.ID == ""},
		{"name", d.Name == ""},
		{"founder", d.Founder == ""},
		{"by", !d.By.Valid()},
		{"purpose", d.Purpose == ""},
		{"date", d.Date.IsZero()},
	} {
		if field.missing {
			found.Add(problems.Problem(field.name, rule.Required))
		}
	}
	if d.Pledge.Sign() <= 0 {
		found.Add(problems.Problem("pledge", AmountNotPositive, rule.With("amount", d.Pledge.Value())))
	}
	if d.First.Sign() < 0 || d.First.Compare(d.Pledge) > 0 {
		found.Add(problems.Problem("first", AmountAbove, rule.With("amount", d.First.Value()), rule.With("limit", d.Pledge.Value())))
	}
	if d.Years < 0 || d.Years > 100 {
		found.Add(problems.Problem("years", ShareRange, rule.With("value", rule.Int(int64(d.Years), 0))))
	}
	return found.Err()
}

// deedFacts are what a threshold asks of a deed.
func deedFacts() rule.Vocabulary {
	return rule.Vocabulary{
		"by":      {Type: rule.TextType, Label: rule.Words("设立人", "founder")},
		"pledge":  {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("认捐额", "pledge")},
		"monthly": {Type: rule.FlagType, Label: rule.Words("按月认捐", "pledged by month")},
		"first":   {Type: rule.NumberType, Unit: rule.Percent, Label: rule.Words("首期到账比例", "share paid at the founding")},
		"years":   {Type: rule.NumberType, Unit: rule.YearUnit, Label: rule.Words("余款期限", "time for the rest")},
	}
}

func (d Deed) facts() rule.FactMap {
	share := rule.Rounding{Mode: rule.Down, Step: decimal.New(1, -digits)}.Quotient(d.First.Decimal(), d.Pledge.Decimal())
	years := d.Years
	if d.First.Compare(d.Pledge) >= 0 {
		years = 0
	}
	return rule.FactMap{
		"by": rule.Word(d.By.String()), "pledge": d.Pledge.Value(), "monthly": rule.Flag(d.Monthly),
		"first": rule.Num(share, rule.Percent), "years": rule.Int(int64(years), rule.YearUnit),
	}
}

// Condition returns the threshold as a condition on a deed.
func (t Threshold) Condition() rule.Condition {
	parts := []rule.Condition{
		rule.IsOneOf("monthly", rule.Flag(t.Monthly)),
		rule.InRange("pledge", rule.AtLeast(t.Pledge.Decimal())),
	}
	if t.Founder.Valid() {
		parts = append(parts, rule.IsOneOf("by", rule.Word(t.Founder.String())))
	}
	if t.First.Sign() > 0 {
		parts = append(parts, rule.InRange("first", rule.AtLeast(t.First)))
	}
	if t.Years > 0 {
		parts = append(parts, rule.InRange("years", rule.AtMost(decimal.NewFromInt(int64(t.Years)))))
	}
	return rule.AllOf(parts...)
}

// Decide says whether a fund may be founded by the deed: a decided condition
// with every threshold's clauses. A faulty deed or faulty rules are an error.
func (r Rules) Decide(d Deed) (rule.Reason, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	found.Nest("deed", d.validate())
	if len(found) > 0 {
		return rule.Reason{}, found.Err()
	}
	ways := make([]rule.Condition, len(r.Thresholds))
	for i, t := range r.Thresholds {
		ways[i] = t.Condition()
	}
	return rule.AnyOf(ways...).From(r.Source, r.Status).Decide(d.facts(), deedFacts()), nil
}
