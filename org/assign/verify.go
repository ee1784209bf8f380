package assign

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Verify checks a flow of [Network.Solve] without solving anything: each node
// sends out what it has, each amount lies within its bounds, and the prices
// prove that no flow is cheaper. It reports every place that fails.
func (n Network) Verify(f Flow) error {
	var found rule.Problems
	found.Nest("", n.Validate())
	if len(f.Amounts) != len(n.Edges) || len(f.Prices) != len(n.Supply) {
		found.Add(problems.Problem("", ShapeDiffers))
	}
	if len(found) > 0 {
		return found.Err()
	}
	left := slices.Clone(n.Supply)
	var cost int64
	for v, price := range f.Prices {
		if size(price) > 2*maxSum {
			found.Add(problems.Problem(rule.At("prices", v), AmountRange, rule.With("amount", rule.Int(price, 0))))
		}
	}
	if len(found) > 0 {
		return found.Err()
	}
	for i, e := range n.Edges {
		amount := f.Amounts[i]
		if amount < e.Least || amount > e.Most {
			found.Add(outside(i, amount, e))
			continue
		}
		left[e.From] -= amount
		left[e.To] += amount
		cost += amount * e.Cost
		reduced := e.Cost + f.Prices[e.From] - f.Prices[e.To]
		if reduced < 0 && amount < e.Most || reduced > 0 && amount > e.Least {
			found.Add(problems.Problem(rule.At("amounts", i), NotCheapest,
				rule.With("amount", rule.Int(amount, 0)), rule.With("reduced", rule.Int(reduced, 0))))
		}
	}
	if len(found) > 0 {
		return found.Err()
	}
	for v, rest := range left {
		if rest != 0 {
			found.Add(problems.Problem(rule.At("supply", v), NotConserved, rule.With("node", rule.Int(int64(v), 0)),
				rule.With("want", rule.Int(n.Supply[v], 0)), rule.With("got", rule.Int(n.Supply[v]-rest, 0))))
		}
	}
	if cost != f.Cost {
		found.Add(problems.Problem("cost", CostDiffers, rule.With("want", rule.Int(cost, 0)), rule.With("got", rule.Int(f.Cost, 0))))
	}
	return found.Err()
}

func outside(i int, amount int64, e Edge) *rule.Problem {
	return problems.Problem(rule.At("amounts", i), OutOfBounds, rule.With("amount", rule.Int(amount, 0)),
		rule.With("least", rule.Int(e.Least, 0)), rule.With("most", rule.Int(e.Most, 0)))
}
