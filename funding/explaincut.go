package funding

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// cut adds the steps that limits, envelopes and the budget took from a claim in
// one round, and what unspent money gave back. Amounts are fen.
func (e *explainer) cut(round int, claim, award int64) {
	for k := range e.c.cuttings {
		done := &e.c.cuttings[k]
		if done.round != round {
			continue
		}
		after := award
		if k+1 < len(e.c.cuttings) && e.c.cuttings[k+1].round == round {
			after = e.c.cuttings[k+1].before[e.i]
		}
		pooled := int64(0)
		if done.pooled != nil {
			pooled = done.pooled[e.i]
		}
		b := e.c.bounds[done.bound]
		g := b.of(e.i)
		if done.groups[g].short {
			e.cutBy(b, &done.groups[g], int(g), claim, after-pooled)
		}
		if pooled > 0 {
			e.step(FromPool, rule.Sum, Fen(after), rule.With("amount", Fen(after-pooled).Value()), rule.With("more", Fen(pooled).Value()))
		}
		claim = after
	}
}

// cutBy adds the step of a bound that was short for the request's group.
func (e *explainer) cutBy(b *bound, group *cuttingOf, g int, claim, after int64) {
	if e.terse {
		e.step(b.policy.code(), rule.Allot, Fen(after))
		return
	}
	inputs := []rule.Input{
		rule.With("claim", Fen(claim).Value()), rule.With("budget", Fen(group.left).Value()),
		rule.With("claims", rule.Num(group.claimed.decimal().Shift(-2), rule.Yuan)), rule.With("of", rule.Label(e.bounding(b, g))),
	}
	with := func(name string, value rule.Value) { inputs = append(inputs, rule.With(name, value)) }
	op := rule.Allot
	switch b.policy {
	case Priority:
		with("score", rule.Num(*e.r.Score, rule.Point))
	case FirstCome:
		with("date", rule.On(e.r.Date))
	case ByEqualAwards:
		with("level", Fen(group.mark).Value())
	case ByEqualLosses:
		with("loss", Fen(group.mark).Value())
	case CutOff:
		op = rule.Compare
		with("score", rule.Num(*e.r.Score, rule.Point))
		line := rule.Value{}
		if group.mark >= 0 {
			line = rule.Num(decimal.New(group.mark, -maxScoreDigits).Truncate(scoreDigits(group.mark)), rule.Point)
		}
		with("line", line)
	case EqualCut:
		e.equallyCut(inputs, group.mark, after)
		return
	}
	e.step(b.policy.code(), op, Fen(after), inputs...)
}

// equallyCut adds the step of the same rate for all, with what made it
// necessary as its part.
func (e *explainer) equallyCut(inputs []rule.Input, rate, after int64) {
	r := e.prorated(CutEqually, after, inputs[0], rule.With("rate", rule.Num(decimal.New(rate, -4), rule.Percent)))
	r.Mode = Down
	r.Parts = []rule.Reason{problems.Reason(BudgetShort, inputs[1:]...).Gives(rule.Compare, rule.Flag(false))}
}

// scoreDigits is the decimals that a score in millionths needs.
func scoreDigits(score int64) int32 {
	n := int32(maxScoreDigits)
	for ; n > 0 && score%10 == 0; n-- {
		score /= 10
	}
	return n
}

// bounding says what bound it was.
func (e *explainer) bounding(b *bound, g int) rule.Text {
	if b.limit != nil {
		per := pers.Labels(b.limit.Per)
		return rule.Words(per.ZH+"限额", "limit "+per.EN)
	}
	if g < len(e.c.source.Envelopes) {
		return e.c.source.Envelopes[g].Title
	}
	return rule.Words("预算", "budget")
}

// explainRounds explains a share of the rest that was split in several rounds:
// the first as ever, each further one as what it adds.
func (e *explainer) explainRounds(rounds [][]int64) []rule.Reason {
	turn := e.s.turns[e.c.turn]
	n, own := len(e.s.requests), slices.Index(turn, e.j)
	split := e.sharing()
	start, paid := e.facts.rest, int64(0)
	before := make([]int64, len(turn))
	dropped := uint64(0)
	for r, awards := range rounds {
		if !split.weigh(e.facts, dropped) || r > 0 && start <= paid {
			break
		}
		e.facts.rest = max(0, start-paid)
		shares := slices.Clone(split.shares(e.facts.rest))
		if award := awards[own*n+e.i]; dropped>>own&1 == 0 {
			e.round(split, r+1, shares[own], before[own], award)
		}
		for k := range turn {
			award := awards[k*n+e.i]
			if award < shares[k] {
				dropped |= 1 << k
			}
			before[k] += award
			paid += award
		}
	}
	return e.steps
}

// round adds the steps of one round.
func (e *explainer) round(split *sharing, round int, share, before, award int64) {
	outer, brief := e.steps, e.brief
	e.steps = nil
	e.shared(split, share)
	e.facts.rest += before
	claim := max(0, e.c.limit(before+share, e.facts, e)-before)
	e.cut(round, claim, award)
	if round == 1 {
		return
	}
	parts := e.steps
	e.steps, e.brief = outer, brief
	e.step(FurtherRound, rule.Sum, Fen(before+award), rule.With("amount", Fen(before).Value()), rule.With("more", Fen(award).Value()),
		rule.With("round", rule.Label(rule.Words("第 "+strconv.Itoa(round)+" 轮", "round "+strconv.Itoa(round))))).Parts = parts
}
