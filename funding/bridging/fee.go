package bridging

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Charge returns what a loan costs that is repaid so many days after it was made,
// and why: every day is charged at the rate of the band it lies in, so that
// 1,000,000 for 7 days at 0.02% within 5 days and 0.04% beyond is 5 × 200 +
// 2 × 400 = 1,800. Which days are charged says the rules' [DayCount]; the sum
// is rounded once. Faulty rules, an amount not above zero and days out of range
// are problems.
func (r Rules) Charge(amount funding.Money, days int) (funding.Money, rule.Reason, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	if amount.Sign() <= 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", amount.Value())))
	}
	found.Add(daysInRange("days", days))
	if len(found) > 0 {
		return funding.Money{}, rule.Reason{}, found.Err()
	}
	t, err := r.tariff()
	if err != nil {
		return funding.Money{}, rule.Reason{}, err
	}
	fee, err := t.fee(amount, days)
	if err != nil {
		return funding.Money{}, rule.Reason{}, err
	}
	return fee, t.reason(amount, days, fee), nil
}

func daysInRange(path string, days int) *rule.Problem {
	if days >= 1 && days <= mostDays {
		return nil
	}
	return problems.Problem(path, DaysRange, rule.With("days", rule.Int(int64(days), rule.DayUnit)),
		rule.With("least", rule.Int(1, 0)), rule.With("most", rule.Int(mostDays, 0)))
}

// tariff is the rules' fee made ready for many loans.
type tariff struct {
	rules *Rules
	steps []step
	sums  []decimal.Decimal // the rates of the days from the first on added up, by days charged
}

// step is a rate for the days from one to another, both included.
type step struct {
	from, to int
	rate     decimal.Decimal
}

func (r Rules) tariff() (tariff, error) {
	table, err := r.bands()
	if err != nil {
		return tariff{}, err
	}
	t := tariff{rules: &r, sums: []decimal.Decimal{{}}}
	for i := range table.Len() {
		row := table.Row(i)
		s := step{from: 1, to: mostDays + 1, rate: row.Is}
		most := decimal.NewFromInt(mostDays + 1)
		if low, in, stated := row.In.Low(); stated && low.Sign() > 0 {
			s.from = int(decimal.Min(low, most).Floor().IntPart())
			if !in || !low.IsInteger() {
				s.from++
			}
			s.from = max(1, s.from)
		}
		if high, in, stated := row.In.High(); stated && high.LessThan(most) {
			s.to = int(decimal.Max(high, decimal.Decimal{}).Ceil().IntPart())
			if !in || !high.IsInteger() {
				s.to--
			}
		}
		if s.from <= s.to {
			t.steps = append(t.steps, s)
		}
	}
	return t, nil
}

// sum returns the rates of the days charged, added up.
func (t *tariff) sum(charged int) decimal.Decimal {
	for i := 0; len(t.sums) <= charged; {
		day := len(t.sums)
		for t.steps[i].to < day {
			i++
		}
		t.sums = append(t.sums, t.sums[day-1].Add(t.steps[i].rate))
	}
	return t.sums[charged]
}

func (t *tariff) fee(amount funding.Money, days int) (funding.Money, error) {
	return amount.MulRate(t.sum(t.rules.Count.charged(days)), t.rules.Rounding)
}

// reason is the fee's step, with a part for each band.
func (t *tariff) reason(amount funding.Money, days int, fee funding.Money) rule.Reason {
	charged := t.rules.Count.charged(days)
	source := t.rules.FeeFrom
	if source.IsZero() {
		source = t.rules.Source
	}
	r := problems.Reason(FeeInAll, rule.With("amount", amount.Value()), rule.With("rate", rule.Num(t.sum(charged), rule.Percent)),
		rule.With("of", rule.Int(1, 0)), rule.With("step", t.rules.Rounding.Step.Value())).
		Gives(rule.Prorate, fee.Value()).From(source, t.rules.Status)
	r.Mode = t.rules.Rounding.Mode
	for _, s := range t.steps {
		last := min(s.to, charged)
		if last < s.from {
			continue
		}
		n := decimal.NewFromInt(int64(last - s.from + 1))
		r.Parts = append(r.Parts, problems.Reason(FeeOfDays, rule.With("amount", amount.Value()),
			rule.With("rate", rule.Num(s.rate, rule.Percent)), rule.With("days", rule.Num(n, rule.DayUnit))).
			Gives(rule.Product, rule.Num(amount.Decimal().Mul(s.rate).Mul(n), rule.Yuan)))
	}
	return r
}
