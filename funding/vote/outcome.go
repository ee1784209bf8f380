package vote

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Outcome is what a vote decided.
type Outcome struct {
	Rules   rule.Head     `json:"rules"`
	Budget  funding.Money `json:"budget"`
	Cost    funding.Money `json:"cost"`    // of the winners together
	Winners []string      `json:"winners"` // ids, sorted as text
	Share   rule.Value    `json:"share,omitzero"`
	Steps   int64         `json:"steps,omitzero"` // how often the shares were raised
	Reasons []rule.Reason `json:"reasons"`        // the share and the rounds, in their order
	Refused []rule.Reason `json:"refused"`        // why each other project is not funded, by id

	d *decision
}

func (d *decision) outcome() *Outcome {
	o := &Outcome{Rules: d.rules.Head, Budget: d.election.Budget, Winners: []string{}, Reasons: []rule.Reason{}, Refused: []rule.Reason{}, d: d}
	if d.rules.Method == Greedy {
		d.explainGreedy(o)
	} else {
		d.explainShares(o)
	}
	won := make([]rule.Input, 0, len(d.taken))
	for _, k := range d.taken {
		p := d.project(k)
		o.Winners = append(o.Winners, p.ID)
		won = append(won, rule.With(p.ID, p.Cost.Value()))
	}
	slices.Sort(o.Winners)
	o.Cost = amount(d.t.spends(d.taken))
	if len(won) > 0 {
		o.Reasons = append(o.Reasons, d.reason(TotalCost, won...).Gives(rule.Sum, o.Cost.Value()))
	}
	return o
}

func (d *decision) project(k int32) Project { return d.election.Projects[d.t.order[k]] }

func (d *decision) reason(code rule.Code, inputs ...rule.Input) rule.Reason {
	return problems.Reason(code, inputs...).From(d.rules.Source, d.rules.Status)
}

// amount is a number of fen known to be within the range of money.
func amount(fen uint64) funding.Money { return funding.Fen(int64(fen)) }

// yuan is a fraction of fen in yuan, in lowest terms.
func yuan(num, den *big.Int) rule.Value {
	if common := new(big.Int).GCD(nil, nil, num, den); common.Sign() > 0 {
		num, den = new(big.Int).Quo(num, common), new(big.Int).Quo(den, common)
	}
	return rule.Ratio(decimal.NewFromBigInt(num, 0), decimal.NewFromBigInt(den, 2), rule.Yuan)
}

func voters(n uint64) rule.Value { return rule.Int(int64(n), rule.Person) }

// explainShares fills in the outcome of equal shares.
func (d *decision) explainShares(o *Outcome) {
	t, c := d.t, d.count
	c.catchUp()
	heads := new(big.Int).SetUint64(t.voters)
	start := yuan(new(big.Int).SetUint64(t.budget), heads)
	o.Share, o.Steps = yuan(c.share, heads), d.steps
	o.Reasons = append(o.Reasons, d.reason(Shared, rule.With("budget", o.Budget.Value()), rule.With("voters", voters(t.voters))).Gives(rule.Given, start))
	if d.steps > 0 {
		o.Reasons = append(o.Reasons, d.reason(Raised, rule.With("steps", rule.Int(d.steps, rule.Times)), rule.With("step", d.rules.Step.Value())).Gives(rule.Given, o.Share))
	}
	for _, k := range t.free() {
		d.taken = append(d.taken, k)
		o.Reasons = append(o.Reasons, d.reason(Free, rule.With("project", name(d.project(k)))).Gives(rule.Given, rule.Flag(true)))
	}
	for q, r := range c.rounds {
		d.taken = append(d.taken, r.project)
		o.Reasons = append(o.Reasons, d.bought(q, r))
	}
	spent := t.spends(d.taken)
	switch {
	case d.beyond > 0:
		beyond := rule.Num(decimal.NewFromBigInt(new(big.Int).SetUint64(d.beyond), -2), rule.Yuan)
		o.Reasons = append(o.Reasons, d.reason(RaisedLast, rule.With("cost", beyond), rule.With("budget", o.Budget.Value())).Gives(rule.Compare, rule.Flag(false)))
	case d.rules.Method == EqualSharesAddOne:
		o.Reasons = append(o.Reasons, d.reason(Exhaustive, rule.With("left", amount(t.budget-spent).Value())).Gives(rule.Compare, rule.Flag(true)))
	}
	for k := range t.order {
		if !slices.Contains(d.taken, int32(k)) {
			o.Refused = append(o.Refused, d.unpaid(int32(k)))
		}
	}
}

// price returns the price of a point in a round and its effective votes, the
// cost divided by that price.
func (d *decision) price(q int) (price, votes rule.Value) {
	t, x := d.t, &d.count.exact
	// a weight costs prices[q] ÷ den fen; a point is 10⁶ ÷ million weights
	num := new(big.Int).Mul(x.prices[q], big.NewInt(1_000_000))
	den := new(big.Int).Mul(x.den, new(big.Int).SetUint64(t.million))
	whole := new(big.Int).Mul(den, new(big.Int).SetUint64(t.cost[d.count.rounds[q].project]))
	common := new(big.Int).GCD(nil, nil, num, whole)
	return yuan(num, den), rule.Ratio(decimal.NewFromBigInt(whole.Quo(whole, common), 0), decimal.NewFromBigInt(new(big.Int).Quo(num, common), 0), 0)
}

// bought explains a round: what each pays, and the effective votes.
func (d *decision) bought(q int, r round) rule.Reason {
	p, all := d.project(r.project), d.t.supports[r.project]
	price, votes := d.price(q)
	return d.reason(Bought, rule.With("project", name(p)), rule.With("supporters", voters(all)),
		rule.With("full", voters(r.full)), rule.With("price", price), rule.With("rest", voters(all-r.full)),
		rule.With("cost", p.Cost.Value())).Gives(rule.Given, votes)
}

// unpaid explains why a project was not bought.
func (d *decision) unpaid(k int32) rule.Reason {
	p := d.project(k)
	if d.t.total[k] == 0 {
		return d.reason(Unsupported, rule.With("project", name(p))).Gives(rule.Compare, rule.Flag(false))
	}
	var groups []int32
	for _, s := range d.t.support[k] {
		if d.count.spent[s.group] == 0 {
			groups = append(groups, s.group)
		}
	}
	held := yuan(d.count.held(groups, int32(len(d.count.rounds))), d.count.exact.den)
	return d.reason(OutOfReach, rule.With("project", name(p)), rule.With("cost", p.Cost.Value()),
		rule.With("supporters", voters(d.t.supports[k])), rule.With("held", held)).Gives(rule.Compare, rule.Flag(false))
}

// explainGreedy fills in the outcome of the greedy rule.
func (d *decision) explainGreedy(o *Outcome) {
	for _, l := range d.looked {
		code := PassedOver
		if l.fits {
			code = Fits
		}
		p := d.project(l.project)
		r := d.reason(code, rule.With("project", name(p)), rule.With("score", rule.Num(plain(d.t.score[l.project]), 0)),
			rule.With("cost", p.Cost.Value()), rule.With("left", amount(l.left).Value())).Gives(rule.Compare, rule.Flag(l.fits))
		if l.fits {
			o.Reasons = append(o.Reasons, r)
		} else {
			o.Refused = append(o.Refused, r)
		}
	}
}

// plain returns points given in millionths, without zeros at the end.
func plain(millionths int64) decimal.Decimal {
	places := int32(maxDigits)
	for places > 0 && millionths%10 == 0 {
		millionths /= 10
		places--
	}
	return decimal.New(millionths, -places)
}
