package org

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Density returns the number of organizations per 10,000 residents
// (每万人拥有的社会组织数) when the number of residents lies in an interval, such
// as [rule.Figure.Interval] gives for a rounded one. The ends of the result
// are rounded outward to that number of decimal places. Residents without two
// ends above zero are a [rule.Problem] with code [DensityBase].
func Density(organizations int, residents rule.Interval, places int) (rule.Interval, error) {
	low, high, err := ends(residents)
	if err == nil {
		err = checkPlaces(places)
	}
	if err != nil {
		return rule.Interval{}, err
	}
	n := perTenThousand(organizations)
	step := decimal.New(1, -int32(places))
	least := rule.Rounding{Mode: rule.Down, Step: step}.Quotient(n, high)
	most := rule.Rounding{Mode: rule.Up, Step: step}.Quotient(n, low)
	return rule.AtLeast(least).AtMost(most), nil
}

// Residents returns the numbers of residents, whole persons, at which so many
// organizations have a density per 10,000 residents within an interval: with
// 333 organizations and a density of 6.35 rounded to two places, 523,997 to
// 524,822. A density without two ends above zero is a [rule.Problem] with code
// [DensityBase]; the interval may be empty.
func Residents(organizations int, density rule.Interval) (rule.Interval, error) {
	low, high, err := ends(density)
	if err != nil {
		return rule.Interval{}, err
	}
	n := perTenThousand(organizations)
	one := decimal.NewFromInt(1)
	least := rule.Rounding{Mode: rule.Up, Step: one}.Quotient(n, high)
	if _, in, _ := density.High(); !in && least.Mul(high).Equal(n) {
		least = least.Add(one)
	}
	most := rule.Rounding{Mode: rule.Down, Step: one}.Quotient(n, low)
	if _, in, _ := density.Low(); !in && most.Mul(low).Equal(n) {
		most = most.Sub(one)
	}
	return rule.AtLeast(least).AtMost(most), nil
}

func perTenThousand(organizations int) decimal.Decimal {
	return decimal.NewFromInt(int64(organizations)).Mul(decimal.NewFromInt(10_000))
}

func ends(i rule.Interval) (low, high decimal.Decimal, err error) {
	low, _, from := i.Low()
	high, _, to := i.High()
	if !from || !to || low.Sign() <= 0 || i.Empty() {
		return low, high, problems.Problem("", DensityBase, rule.With("interval", rule.Label(i.Words())))
	}
	return low, high, nil
}
