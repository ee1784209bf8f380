package receipt

import (
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// round is a funding round computed from its definition. Amounts are fen;
// requests stand in the order of their ids.
type round struct {
	scheme   *funding.Scheme
	requests []funding.Request
	turns    [][]int
	columns  []column
	rest     []int64 // of each request, unmet so far
	calc     calc
}

// column is a source and what comes of it.
type column struct {
	source  *funding.Source
	turn    int
	mode    rule.Mode
	step    int64
	claimed big.Int
	awards  []int64
	paid    int64
	in, out int64
	short   bool
	bounds  []bound
	steps   [][]funding.Step // of each request
}

// most is the largest amount there is.
const most = 1_000_000_000_000_000_000 - 1

func newRound(scheme funding.Scheme, requests []funding.Request) (*round, error) {
	if err := funding.Check(scheme, requests); err != nil {
		return nil, err
	}
	r := &round{scheme: &scheme, requests: make([]funding.Request, len(requests)), rest: make([]int64, len(requests))}
	for k, i := range byID(requests) {
		r.requests[k] = requests[i]
		r.rest[k] = requests[i].Asked.Fen()
	}
	for j := range scheme.Sources {
		source := &scheme.Sources[j]
		c := column{source: source, mode: scheme.Rounding.Mode, step: scheme.Rounding.Step.Fen(), awards: make([]int64, len(requests))}
		if source.Rounding.Mode.Valid() {
			c.mode, c.step = source.Rounding.Mode, source.Rounding.Step.Fen()
		}
		r.columns = append(r.columns, c)
	}
	r.order()
	return r, nil
}

func (r *round) ids() []string {
	ids := make([]string, len(r.requests))
	for k := range r.requests {
		ids[k] = r.requests[k].ID
	}
	return ids
}

// order puts the sources in their turns: again and again the first that waits
// for nobody; a last payer waits for all others. Neighbours that share a rest
// by the same method, and do not wait for one another, have one turn.
func (r *round) order() {
	settled := map[string]bool{}
	for len(settled) < len(r.columns) {
		for j := range r.columns {
			source := r.columns[j].source
			if settled[source.ID] || r.waits(source, settled) {
				continue
			}
			settled[source.ID] = true
			last := len(r.turns) - 1
			if last >= 0 && r.together(r.turns[last], source) {
				r.turns[last] = append(r.turns[last], j)
			} else {
				r.turns = append(r.turns, []int{j})
			}
			break
		}
	}
	for k, turn := range r.turns {
		for _, j := range turn {
			r.columns[j].turn = k
		}
	}
}

func (r *round) waits(source *funding.Source, settled map[string]bool) bool {
	for _, id := range source.After {
		if !settled[id] {
			return true
		}
	}
	if source.Rule.Method != funding.LastPayer {
		return false
	}
	for j := range r.columns {
		other := r.columns[j].source
		if other.Rule.Method != funding.LastPayer && !settled[other.ID] {
			return true
		}
	}
	return false
}

func (r *round) together(turn []int, source *funding.Source) bool {
	method := source.Rule.Method
	if method != funding.Rest && method != funding.Portion || r.columns[turn[0]].source.Rule.Method != method {
		return false
	}
	for _, j := range turn {
		if slices.Contains(source.After, r.columns[j].source.ID) {
			return false
		}
	}
	return true
}

// settle settles the sources of one turn.
func (r *round) settle(turn []int) {
	for _, j := range turn {
		c := &r.columns[j]
		room := make([]funding.Step, 3*len(r.requests)) // few have more than three
		c.steps = make([][]funding.Step, len(r.requests))
		for k := range c.steps {
			c.steps[k] = room[3*k : 3*k : 3*k+3]
		}
		r.bound(j)
	}
	if method := r.columns[turn[0]].source.Rule.Method; method == funding.Rest || method == funding.Portion {
		r.share(turn)
	} else {
		r.compute(turn[0])
	}
	for _, j := range turn {
		c := &r.columns[j]
		for i := range r.columns {
			if next := &r.columns[i]; c.source.Next != "" && next.source.ID == c.source.Next {
				c.out = c.source.Budget.Fen() + c.in - c.paid
				next.in += c.out
			}
		}
	}
}

// compute settles a source that computes its amounts by itself.
func (r *round) compute(j int) {
	c := &r.columns[j]
	claims := make([]int64, len(r.requests))
	in := make([]bool, len(r.requests))
	f := &facts{round: r, turn: c.turn}
	for k := range r.requests {
		f.k = k
		if code := r.refusal(c, f); code != "" {
			c.note(k, code, 0)
			continue
		}
		in[k] = true
		code, amount := r.amount(c, f)
		c.note(k, code, amount)
		claims[k] = r.within(c, f, amount, r.rest[k], true)
	}
	r.pay(j, claims, in, true)
	for k := range r.requests {
		r.rest[k] = max(0, r.rest[k]-c.awards[k])
	}
}

// note adds a step to the reasons of a request.
func (c *column) note(k int, code rule.Code, after int64) {
	c.steps[k] = append(c.steps[k], funding.Step{Code: code, Amount: funding.Fen(after)})
}

// refusal is why a source takes no part in a request; empty where it does.
func (r *round) refusal(c *column, f *facts) rule.Code {
	if !c.source.Territory.IsZero() && !c.source.Territory.Contains(r.requests[f.k].Territory) {
		return funding.OutsideTerritory
	}
	for _, id := range c.source.After {
		if paid, _ := f.paidBy(id); paid == 0 {
			return funding.NotPaidBefore
		}
	}
	if !c.source.If.IsZero() {
		if holds, _ := c.source.If.Holds(f); !holds {
			return funding.NotEligible
		}
	}
	return ""
}

// within brings an amount within the source's bounds for one request, noting
// what each took or added.
func (r *round) within(c *column, f *facts, amount, rest int64, noting bool) int64 {
	source, k := c.source, f.k
	set := func(code rule.Code, to int64) {
		amount = to
		if noting {
			c.note(k, code, to)
		}
	}
	if received := r.requests[k].Received.Fen(); source.Difference && received > 0 {
		set(funding.DifferenceOnly, max(0, amount-received))
	}
	if source.Floor != nil && amount < source.Floor.Fen() {
		set(funding.RaisedToFloor, source.Floor.Fen())
	}
	if source.Cap != nil && amount > source.Cap.Fen() {
		set(funding.Capped, source.Cap.Fen())
	}
	if !source.CapShare.IsZero() {
		if bound := r.part(r.eligible(k), source.CapShare); amount > bound {
			set(funding.CappedToShare, bound)
		}
	}
	if !source.Beyond && amount > rest {
		set(funding.WithinRest, rest)
	}
	if source.Least != nil && amount < source.Least.Fen() && amount > 0 {
		set(funding.BelowLeast, 0)
	}
	return amount
}

// facts is what conditions may ask for of one request.
type facts struct {
	round *round
	turn  int
	k     int
}

func (f *facts) paidBy(id string) (int64, bool) {
	for j := range f.round.columns {
		if c := &f.round.columns[j]; c.source.ID == id && c.turn < f.turn {
			return c.awards[f.k], true
		}
	}
	return 0, false
}

// Fact returns a fact of the request, or what an earlier source pays.
func (f *facts) Fact(name string) (rule.Value, bool) {
	request := &f.round.requests[f.k]
	if id, ok := strings.CutPrefix(name, "paid."); ok {
		if paid, ok := f.paidBy(id); ok {
			return funding.Fen(paid).Value(), true
		}
		return request.Fact(name)
	}
	switch name {
	case "eligible":
		return funding.Fen(f.round.eligible(f.k)).Value(), true
	case "social_share":
		return rule.Ratio(decimal.NewFromInt(f.round.social(f.k)), decimal.NewFromInt(f.round.eligible(f.k)), rule.Percent), true
	}
	return request.Fact(name)
}

// totals sums up what each request receives.
func (r *round) totals() []totals {
	out := make([]totals, len(r.requests))
	for k := range r.requests {
		total := int64(0)
		for j := range r.columns {
			total = min(most, total+r.columns[j].awards[k])
		}
		asked := r.requests[k].Asked
		out[k] = totals{asked, funding.Fen(total), funding.Fen(max(0, asked.Fen()-total))}
	}
	return out
}

// account is what became of a source.
func (r *round) account(j int) funding.Account {
	c := &r.columns[j]
	a := funding.Account{
		Source: c.source.ID, Kind: c.source.Kind, Budget: c.source.Budget, Claimed: decimal.NewFromBigInt(&c.claimed, -2),
		Paid: funding.Fen(min(most, c.paid)), In: funding.Fen(c.in), Out: funding.Fen(c.out), Short: c.short,
	}
	if c.source.Budget != nil {
		a.Left = new(funding.Fen(c.source.Budget.Fen() + c.in - c.paid - c.out))
	}
	return a
}
