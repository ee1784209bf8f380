package bridging

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// asked is what the rules may ask of a request.
type asked struct {
	request *Request
	owed    int64 // fen, by the borrower before
	holding int64 // fen, of the borrower in the pool
}

// Fact returns a figure of the request, or what else it states.
func (a *asked) Fact(name string) (rule.Value, bool) {
	q := a.request
	switch name {
	case "amount":
		return q.Amount.Value(), true
	case "renewal":
		return q.Renewal.Value(), q.Renewal.Sign() > 0
	case "share-of-renewal":
		return rule.Ratio(decimal.NewFromInt(q.Amount.Fen()), decimal.NewFromInt(q.Renewal.Fen()), rule.Percent), q.Renewal.Sign() > 0
	case "days":
		return rule.Int(int64(q.Days), rule.DayUnit), true
	case "outstanding":
		return rule.Num(decimal.New(a.owed, -2).Add(q.Amount.Decimal()), rule.Yuan), true
	case "holding":
		return funding.Fen(a.holding).Value(), true
	case "multiple-of-holding":
		return rule.Ratio(decimal.NewFromInt(a.owed+q.Amount.Fen()), decimal.NewFromInt(a.holding), 0), a.holding > 0
	case "date":
		return rule.On(q.Date), true
	}
	return q.Facts.Fact(name)
}

// Reasons returns why the i-th request was granted or refused, and what it
// cost: the rules' condition decided clause by clause, what the pool held, and
// the fee. A refusal ends in a step that does not hold.
func (b *Book) Reasons(i int) []rule.Reason {
	q, l := &b.pool.Requests[i], &b.loans[i]
	var steps []rule.Reason
	keeps := true
	if needs := b.pool.Rules.Needs; !needs.IsZero() {
		decided := needs.Decide(&asked{q, l.owed, l.holding}, b.vocabulary)
		keeps = decided.Holds()
		step := problems.Reason(Keeps).Gives(rule.Compare, rule.Flag(keeps)).From(b.pool.Rules.Source, b.pool.Rules.Status)
		step.Parts = []rule.Reason{decided}
		steps = append(steps, step)
	}
	code, holds := Covered, q.Amount.Fen() <= l.available
	if !holds {
		code = Uncovered
	}
	steps = append(steps, problems.Reason(code, rule.With("available", funding.Fen(l.available).Value()), rule.With("amount", q.Amount.Value())).
		Gives(rule.Compare, rule.Flag(holds)))
	switch {
	case !keeps || !holds:
		return append(steps, problems.Reason(LoanRefused).Gives(rule.Compare, rule.Flag(false)))
	case !l.back:
		return steps
	case l.outcome > 0 && b.pool.Outcomes[l.outcome-1].Lost.Sign() > 0:
		return append(steps, problems.Reason(FeeOfLost).Gives(rule.Given, funding.Money{}.Value()))
	}
	t := b.tariff // sums are complete for every fee charged
	return append(steps, t.reason(q.Amount, l.repaid.DaysSince(q.Date), funding.Fen(l.fee)))
}

// Explain returns the page of one request.
func (b *Book) Explain(i int) rule.Page {
	q, l := &b.pool.Requests[i], b.Loan(i)
	result := rule.Words("不予放款", "refused")
	if l.Granted {
		result = rule.Words("放款", "lent")
	}
	page := rule.Page{
		Title: rule.Words("互助转贷核定说明", "Bridging loan decision"),
		Rule:  b.pool.Rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("申请", "request"), Value: rule.Word(q.ID)},
			{Label: rule.Words("借款人", "borrower"), Value: rule.Word(q.Borrower)},
			{Label: rule.Words("日期", "date"), Value: rule.On(q.Date)},
			{Label: rule.Words("申请金额", "asked"), Value: q.Amount.Value()},
			{Label: rule.Words("结论", "result"), Value: rule.Label(result)},
			{Label: rule.Words("计息天数", "day count"), Value: rule.Label(dayCounts.Labels(b.pool.Rules.Count))},
		},
		Steps: b.Reasons(i),
	}
	if l.Granted && !l.Open {
		page.Lines = append(page.Lines, rule.Line{Label: rule.Words("还款日期", "repaid"), Value: rule.On(l.Repaid)})
	}
	return page
}

// Statement returns the page of the whole pool: what it has to lend, which adds
// up, its turnover, peak and least, and what every contributor holds.
func (b *Book) Statement() rule.Page {
	t := b.Totals()
	var in, out int64
	for i := range b.members {
		in, out = in+b.members[i].in, out+b.members[i].out
	}
	page := rule.Page{
		Title: rule.Words("互助转贷资金池收支", "Bridging-loan pool, statement"),
		Rule:  b.pool.Rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("申请", "requests"), Value: rule.Int(int64(t.Requests), rule.Item)},
			{Label: rule.Words("费用合计", "fees in all"), Value: t.Fees.Value()},
			{Label: rule.Words("计息天数", "day count"), Value: rule.Label(dayCounts.Labels(b.pool.Rules.Count))},
		},
		Steps: []rule.Reason{
			problems.Reason(PoolHolds, rule.With("in", funding.Fen(in).Value()), rule.With("out", funding.Fen(out).Value()),
				rule.With("lost", t.Lost.Value()), rule.With("outstanding", t.Outstanding.Value())).Gives(rule.Difference, t.Available.Value()),
			problems.Reason(TurnedOver, rule.With("loans", rule.Int(int64(t.Loans), rule.Item))).Gives(rule.Given, rule.Num(t.Turnover, rule.Yuan)),
		},
	}
	if !t.PeakOn.IsZero() {
		page.Steps = append(page.Steps, problems.Reason(PeakOut, rule.With("date", rule.On(t.PeakOn))).Gives(rule.Given, t.Peak.Value()))
	}
	if !t.LeastOn.IsZero() {
		page.Steps = append(page.Steps, problems.Reason(LeastIn, rule.With("date", rule.On(t.LeastOn))).Gives(rule.Given, t.Least.Value()))
	}
	for _, s := range b.Shares() {
		name := rule.With("contributor", rule.Label(rule.Words(s.Contributor, s.Contributor)))
		step := problems.Reason(HoldsAfter, name, rule.With("in", s.In.Value()), rule.With("out", s.Out.Value()), rule.With("lost", s.Lost.Value())).
			Gives(rule.Difference, s.Holds.Value())
		if s.Lost.Sign() > 0 {
			step.Parts = append(step.Parts, problems.Reason(LossShared, name, rule.With("lost", t.Lost.Value())).Gives(rule.Allot, s.Lost.Value()))
		}
		if s.Fees.Sign() > 0 {
			step.Parts = append(step.Parts, problems.Reason(FeesShared, name, rule.With("fees", t.Fees.Value())).Gives(rule.Allot, s.Fees.Value()))
		}
		page.Steps = append(page.Steps, step)
	}
	for _, x := range b.refused {
		w := &b.pool.Withdrawals[x.withdrawal]
		page.Notes = append(page.Notes, problems.Reason(NotWithdrawn, rule.With("contributor", rule.Word(w.Contributor)),
			rule.With("amount", w.Amount.Value()), rule.With("balance", funding.Fen(x.holds).Value()), rule.With("available", funding.Fen(x.available).Value())).
			Gives(rule.Compare, rule.Flag(false)))
	}
	return page
}
