package venture

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Ceiling is the most that one project gets: the smaller of a share of its
// budget and an amount (资助上限). Either may be left out.
type Ceiling struct {
	rule.Head
	Share decimal.Decimal `json:"share,omitzero"` // of the project's budget, above zero and up to one
	Most  funding.Money   `json:"most,omitzero"`
}

// Validate reports the faults of the head, a ceiling that states neither, a
// share outside zero to one or with more than twelve decimals, and a negative
// amount.
func (c Ceiling) Validate() error {
	var found rule.Problems
	found.Nest("", c.Head.Validate())
	if c.Share.IsZero() && c.Most.Sign() == 0 {
		found.Add(problems.Problem("most", rule.Required))
	}
	if c.Share.Sign() < 0 || c.Share.GreaterThan(decimal.NewFromInt(1)) || c.Share.Exponent() < -12 {
		found.Add(problems.Problem("share", ShareRange, rule.With("share", rule.Num(c.Share, rule.Percent))))
	}
	if c.Most.Sign() < 0 {
		found.Add(problems.Problem("most", AmountNegative, rule.With("amount", c.Most.Value())))
	}
	return found.Err()
}

// Amount returns the most a project gets of what it asks. Errors are those of
// [Ceiling.Validate].
func (c Ceiling) Amount(e Entry) (funding.Money, error) {
	if err := c.Validate(); err != nil {
		return funding.Money{}, err
	}
	amount, _ := c.apply(e)
	return amount, nil
}

// apply returns what a project that asks an amount may get at most, with the
// steps that lead there. A share is cut to the fen, never rounded up.
func (c Ceiling) apply(e Entry) (funding.Money, []rule.Reason) {
	step := func(code rule.Code, inputs ...rule.Input) rule.Reason {
		return problems.Reason(code, inputs...).From(c.Source, c.Status)
	}
	least := []rule.Input{rule.With("asked", e.Asked.Value())}
	amount, steps := e.Asked, []rule.Reason(nil)
	if !c.Share.IsZero() {
		share := fen().Round(e.Budget.Decimal().Mul(c.Share))
		r := step(ShareOfBudget, rule.With("budget", e.Budget.Value()), rule.With("share", rule.Num(c.Share, rule.Percent)),
			rule.With("one", rule.Int(1, 0)), rule.With("step", rule.Num(fen().Step, rule.Yuan))).Gives(rule.Prorate, rule.Num(share, rule.Yuan))
		r.Mode = rule.Down
		steps = append(steps, r)
		least = append(least, rule.With("share", r.Output))
		if m, err := funding.FromDecimal(share); err == nil && m.Compare(amount) < 0 {
			amount = m
		}
	}
	if c.Most.Sign() > 0 {
		least = append(least, rule.With("most", c.Most.Value()))
		if c.Most.Compare(amount) < 0 {
			amount = c.Most
		}
	}
	return amount, append(steps, step(SmallestCounts, least...).Gives(rule.Least, amount.Value()))
}

// fen is the rounding of a share: down to the fen.
func fen() rule.Rounding { return rule.Rounding{Mode: rule.Down, Step: decimal.New(1, -2)} }

// Guangzhou2019 returns the ceiling of Guangzhou's rules of 2019: no more than
// 60% of the project's budget and no more than 500,000 yuan (published). What
// is left is the organization's own money.
func Guangzhou2019() Ceiling {
	return Ceiling{
		Head: rule.Head{
			ID: "venture-ceiling-guangzhou.2019", Title: rule.Words("广州市社会组织公益创投资助上限", "ceiling of venture philanthropy, Guangzhou"),
			Source: rule.Source{
				Title: "广州市社会组织公益创投项目管理办法", Issuer: "广州市社会组织管理局", Number: "穗社管规字〔2019〕1号",
			},
			Status: rule.Published, Period: rule.Period{From: rule.Day(2019, 7, 16), Until: rule.Day(2024, 7, 16)},
		},
		Share: decimal.New(6, -1), Most: funding.Yuan(500_000),
	}
}

// Haishu2013 returns the ceiling of the third round of Haishu district, Ningbo:
// a project's budget normally does not exceed 50,000 yuan (published).
func Haishu2013() Ceiling {
	return Ceiling{
		Head: rule.Head{
			ID: "venture-ceiling-haishu.2013", Title: rule.Words("海曙区第三届公益创投项目预算上限", "ceiling of venture philanthropy, Haishu, third round"),
			Source: rule.Source{
				Title: "海曙火热征集第三届公益创投项目", Issuer: "宁波公益网", Date: rule.Day(2013, 4, 15),
				Link: "http://www.nbgy.org/archiver/tid-10738.html",
			},
			Status: rule.Published, Period: rule.Since(rule.Day(2013, 4, 15)),
		},
		Most: funding.Yuan(50_000),
	}
}
