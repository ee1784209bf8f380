package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

// pricing is a scale and its rates made ready for scores that are whole
// numbers of one power of ten.
type pricing struct {
	g           *Grader
	decimals    int32
	least, most int64
	lines       []int64 // first score of every class but the lowest
	classes     []int   // by place from the lowest
	step, unit  int64   // between scores, in units of the score times unit; 0 for none
	fixed       []bool  // by class: the score does not matter
	table       [][yearMonths + 1]funding.Money
	seen        map[scoreMonths]funding.Money // payments where it does
}

type scoreMonths struct {
	score  int64
	months int
}

// pricing returns nothing of use, and false, where a number might not fit.
func (g *Grader) pricing(decimals int32, low, high int64) (*pricing, bool) {
	m := &planner{ok: true}
	n := len(g.pays)
	p := &pricing{g: g, decimals: decimals, fixed: make([]bool, n), table: make([][yearMonths + 1]funding.Money, n), seen: map[scoreMonths]funding.Money{}}
	scores := g.policy.Scale.Scores
	p.least, p.lines, p.most = edges(m, g.table, scores.In, decimals)
	for place := range g.table.Len() {
		p.classes = append(p.classes, g.table.Row(place).Is)
	}
	fine := max(decimalsOf(scores.Step), decimals)
	p.step, p.unit = m.whole(scores.Step, fine), m.power(fine-decimals)
	m.times(int64(max(magnitude(low), magnitude(high))), p.unit)
	for i, pay := range g.pays {
		if g.policy.Scale.Classes[i].Fails {
			p.fixed[i] = true
			continue
		}
		least, most := pay.spread()
		p.fixed[i] = least == most
		for months := range yearMonths + 1 {
			p.table[i][months] = g.months(least, months)
		}
	}
	return p, m.ok
}

// class returns the class of a score, and false for one outside the scale or
// between its steps.
func (p *pricing) class(score int64) (int, bool) {
	if score < p.least || score > p.most || p.step != 0 && score*p.unit%p.step != 0 {
		return 0, false
	}
	place := 0
	for _, line := range p.lines {
		if score >= line {
			place++
		}
	}
	return p.classes[place], true
}

// pay returns the payment. Where the score matters it is computed once for
// each score and number of months.
func (p *pricing) pay(class int, score int64, months int) funding.Money {
	if p.fixed[class] {
		return p.table[class][months]
	}
	key := scoreMonths{score, months}
	payable, ok := p.seen[key]
	if !ok {
		payable = p.g.months(p.g.pays[class].annual(decimal.New(score, -p.decimals)), months)
		p.seen[key] = payable
	}
	return payable
}
