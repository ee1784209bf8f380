package award

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Given is a grade that was given on a day. A lowering or withdrawal is none.
type Given struct {
	Grade string    `json:"grade"`
	On    rule.Date `json:"on"`
}

// GivenIn returns the grades an organization was given in the life of its
// grade.
func GivenIn(l life.Life) []Given {
	var out []Given
	for _, s := range l.Steps {
		if s.Accepted && (s.Entry.Event == life.Announce || s.Entry.Event == life.Recorded) {
			out = append(out, Given{s.Entry.Grade, s.Entry.On})
		}
	}
	return out
}

// Claim is what a grade given earns, and why. Its last reason's output is the
// amount.
type Claim struct {
	Given   Given         `json:"given"`
	Amount  funding.Money `json:"amount"`
	Reasons []rule.Reason `json:"reasons"`
}

// Claims returns what each grade earns that an organization was given, by day.
// The first grade that earns anything earns its amount; a better one than every
// one before what the plan says of raising; any other what it says of renewal. A
// grade outside the plan earns nothing and is no fault, for a plan may begin at
// 3A. The order of the input does not matter. A plan that is not valid, and a
// grade without a day or two on one, are [rule.Problems].
func (p Plan) Claims(given []Given) ([]Claim, error) {
	var found rule.Problems
	found.Nest("plan", p.Validate())
	first := map[rule.Date]int{}
	for i, g := range given {
		at := "given[" + strconv.Itoa(i) + "]"
		if g.On.IsZero() {
			found.Add(problems.Problem(at+".on", rule.Required))
		} else if j, again := first[g.On]; again {
			found.Add(problems.Problem(at+".on", GivenTwice, rule.With("day", rule.On(g.On)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[g.On] = i
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	given = slices.Clone(given)
	slices.SortFunc(given, func(a, b Given) int { return a.On.Compare(b.On) })
	best := -1 // the best rank before; -1 for none
	claims := make([]Claim, len(given))
	for i, g := range given {
		place, known := rank(p.First, g.Grade)
		switch {
		case !known:
			claims[i] = p.nothing(g, problems.Reason(EarnsNothing, rule.With("grade", rule.Word(g.Grade))), grading.Basis{})
		case best < 0:
			claims[i] = p.table(g, FirstAward, p.First[place], grading.Basis{})
		case place < best:
			claims[i] = p.raised(g, p.First[place], p.First[best])
		default:
			claims[i] = p.renewed(g, p.First[place])
		}
		if known && (best < 0 || place < best) {
			best = place
		}
	}
	return claims, nil
}

// under gives a reason the clause it rests on, or the plan's source and status.
func (p Plan) under(r rule.Reason, b grading.Basis) rule.Reason {
	if b.Source.IsZero() {
		b.Source = p.Source
	}
	return r.From(b.Source, cmp.Or(b.Status, p.Status))
}

func (p Plan) nothing(g Given, r rule.Reason, b grading.Basis) Claim {
	return Claim{g, funding.Money{}, []rule.Reason{p.under(r.Gives(rule.Given, funding.Money{}.Value()), b)}}
}

// table is an amount as it stands in the plan.
func (p Plan) table(g Given, code rule.Code, a Amount, b grading.Basis) Claim {
	r := problems.Reason(code, rule.With("grade", rule.Label(a.Label))).Gives(rule.Given, a.Amount.Value())
	return Claim{g, a.Amount, []rule.Reason{p.under(r, b)}}
}

func (p Plan) raised(g Given, to, from Amount) Claim {
	grades := []rule.Input{rule.With("from", rule.Label(from.Label)), rule.With("to", rule.Label(to.Label))}
	switch p.Raised {
	case Whole:
		return p.table(g, RaisedWhole, to, p.Raising)
	case Nothing:
		return p.nothing(g, problems.Reason(RaisedNothing, grades...), p.Raising)
	}
	more := funding.Fen(to.Amount.Fen() - from.Amount.Fen())
	r := problems.Reason(RaisedDifference, rule.With("amount", to.Amount.Value()), rule.With("before", from.Amount.Value())).Gives(rule.Difference, more.Value())
	r.Inputs = append(r.Inputs, grades...)
	return Claim{g, more, []rule.Reason{p.under(r, p.Raising)}}
}

func (p Plan) renewed(g Given, a Amount) Claim {
	if place, ok := rank(p.Renewed, g.Grade); ok {
		return p.table(g, RenewalAward, p.Renewed[place], p.Renewal)
	}
	return p.nothing(g, problems.Reason(RenewalNothing, rule.With("grade", rule.Label(a.Label))), p.Renewal)
}

// Request returns what a claim asks a scheme to pay, with its grade as the fact
// [grading.FactGrade].
func (c Claim) Request(id, organization string, where org.Territory) funding.Request {
	return funding.Request{
		ID: id, Organization: organization, Territory: where, Asked: c.Amount, Date: c.Given.On,
		Facts: rule.FactMap{grading.FactGrade: rule.Word(c.Given.Grade)},
	}
}
