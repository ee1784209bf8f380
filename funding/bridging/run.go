package bridging

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Run takes the pool through time and returns its book. Only days on which
// something happens are looked at. On one day, first loans are repaid and money
// is put in; then requests are decided; last, money is taken out; each in the
// order of ids, so that the order of the lists never matters.
//
// A request is granted where its loan keeps to the rules and the pool holds it
// on that day; else it is refused, and the reason says by what. Nothing is lent
// that the pool does not hold, so that what is available is never below zero.
// Fees are not lent again. What a loan loses is shared on that day among the
// contributors by what each then holds, by largest remainder, equal remainders
// to the first by name.
//
// Faults of the pool are problems, all at once, and nothing is run.
func (p Pool) Run() (*Book, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	b := &Book{pool: p, loans: make([]loan, len(p.Requests)), fees: new(big.Int), turnover: new(big.Int)}
	var err error
	if b.tariff, err = b.pool.Rules.tariff(); err != nil {
		return nil, err
	}
	b.vocabulary = b.pool.Rules.vocabulary()
	r := runner{Book: b, gate: newGate(p.Rules.Needs), borrowers: make(map[string]int32)}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	if err := r.run(); err != nil {
		return nil, err
	}
	return b, b.close()
}

// runner is the state of one run. Amounts are fen.
type runner struct {
	*Book
	gate           gate
	in, out, asked []int32 // by date and id
	borrowers      map[string]int32
	owed           []int64 // by borrower
	borrower       []int32 // by request
	lender         []int32 // by borrower: its place among the members, or -1
	due            dueHeap
	scratch        big.Int
}

func (r *runner) prepare() error {
	p := &r.pool
	var sum []funding.Money
	for _, m := range p.Contributions {
		sum = append(sum, m.Amount)
	}
	if _, err := funding.Sum(sum...); err != nil {
		return problems.Problem("contributions", ContributedMost)
	}
	r.in, r.out = byDate(p.Contributions), byDate(p.Withdrawals)
	r.asked = ordered(len(p.Requests), func(a, b int32) int {
		x, y := &p.Requests[a], &p.Requests[b]
		if c := x.Date.Compare(y.Date); c != 0 {
			return c
		}
		return cmp.Compare(x.ID, y.ID)
	})
	names := make([]string, 0, len(p.Contributions))
	for _, moves := range [][]Movement{p.Contributions, p.Withdrawals} {
		for _, m := range moves {
			names = append(names, m.Contributor)
		}
	}
	slices.Sort(names)
	r.members = make([]member, 0, len(names))
	for _, name := range slices.Compact(names) {
		r.members = append(r.members, member{name: name, days: new(big.Int)})
	}
	r.borrower = make([]int32, len(p.Requests))
	for i := range p.Requests {
		name := p.Requests[i].Borrower
		k, ok := r.borrowers[name]
		if !ok {
			k = int32(len(r.owed))
			r.borrowers[name] = k
			r.owed = append(r.owed, 0)
			r.lender = append(r.lender, r.memberOf(name))
		}
		r.borrower[i] = k
	}
	if len(p.Outcomes) == 0 {
		return nil
	}
	requests := make(map[string]int32, len(p.Requests))
	for i := range p.Requests {
		requests[p.Requests[i].ID] = int32(i)
	}
	var found rule.Problems
	for k, o := range p.Outcomes {
		i, ok := requests[o.Request]
		switch {
		case !ok:
			found.Add(problems.Problem(rule.At("outcomes", k)+".request", NoLoan, rule.With("id", rule.Quoted(o.Request))))
			continue
		case o.Lost.Compare(p.Requests[i].Amount) > 0:
			found.Add(problems.Problem(rule.At("outcomes", k)+".lost", LostMore, rule.With("lost", o.Lost.Value()), rule.With("lent", p.Requests[i].Amount.Value())))
		case !p.Requests[i].Date.Before(o.Date):
			found.Add(problems.Problem(rule.At("outcomes", k)+".date", DaysDiffer))
		case o.Date.DaysSince(p.Requests[i].Date) > mostDays:
			found.Add(daysInRange(rule.At("outcomes", k)+".date", o.Date.DaysSince(p.Requests[i].Date)))
		}
		r.loans[i].outcome = int32(k) + 1
	}
	return found.Err()
}

func byDate(moves []Movement) []int32 {
	return ordered(len(moves), func(a, b int32) int {
		x, y := &moves[a], &moves[b]
		return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.ID, y.ID))
	})
}

func ordered(n int, compare func(a, b int32) int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, compare)
	return order
}

func (r *runner) run() error {
	for {
		day, ok := r.next()
		if !ok || r.pool.after(day) {
			break
		}
		for len(r.due) > 0 && r.due[0].date == day {
			if err := r.repay(r.due.pop()); err != nil {
				return err
			}
		}
		for ; len(r.in) > 0 && r.pool.Contributions[r.in[0]].Date == day; r.in = r.in[1:] {
			m := &r.pool.Contributions[r.in[0]]
			r.member(m.Contributor).put(day, m.Amount.Fen())
			r.available += m.Amount.Fen()
		}
		for ; len(r.asked) > 0 && r.pool.Requests[r.asked[0]].Date == day; r.asked = r.asked[1:] {
			r.decide(r.asked[0])
		}
		for ; len(r.out) > 0 && r.pool.Withdrawals[r.out[0]].Date == day; r.out = r.out[1:] {
			r.withdraw(r.out[0])
		}
		r.days = append(r.days, Day{Date: day, available: r.available, outstanding: r.outstanding})
	}
	var found rule.Problems
	for i := range r.loans {
		if l := &r.loans[i]; l.outcome > 0 && !l.granted {
			found.Add(problems.Problem(rule.At("outcomes", int(l.outcome)-1)+".request", NoLoan, rule.With("id", rule.Quoted(r.pool.Requests[i].ID))))
		}
	}
	return found.Err()
}

// next returns the next day on which something happens.
func (r *runner) next() (rule.Date, bool) {
	day, ok := rule.Date{}, false
	see := func(d rule.Date) {
		if !ok || d.Before(day) {
			day, ok = d, true
		}
	}
	if len(r.due) > 0 {
		see(r.due[0].date)
	}
	if len(r.in) > 0 {
		see(r.pool.Contributions[r.in[0]].Date)
	}
	if len(r.asked) > 0 {
		see(r.pool.Requests[r.asked[0]].Date)
	}
	if len(r.out) > 0 {
		see(r.pool.Withdrawals[r.out[0]].Date)
	}
	return day, ok
}

// decide lends on a request or does not.
func (r *runner) decide(i int32) {
	q, l := &r.pool.Requests[i], &r.loans[i]
	fen := q.Amount.Fen()
	l.available, l.owed = r.available, r.owed[r.borrower[i]]
	if k := r.lender[r.borrower[i]]; k >= 0 {
		l.holding = r.members[k].holds
	}
	if fen > r.available || !r.gate.holds(asked{q, l.owed, l.holding}) {
		return
	}
	l.granted, l.repaid = true, q.Date.AddDays(q.Days)
	if l.outcome > 0 {
		l.repaid = r.pool.Outcomes[l.outcome-1].Date
	}
	r.available -= fen
	r.outstanding += fen
	r.owed[r.borrower[i]] += fen
	r.turnover.Add(r.turnover, r.scratch.SetInt64(fen))
	r.due.push(due{l.repaid, i, q.ID})
}

// repay takes a loan back, with its fee, and shares what it lost.
func (r *runner) repay(d due) error {
	q, l := &r.pool.Requests[d.request], &r.loans[d.request]
	fen := q.Amount.Fen()
	lost := int64(0)
	if l.outcome > 0 {
		lost = r.pool.Outcomes[l.outcome-1].Lost.Fen()
	}
	r.outstanding -= fen
	r.owed[r.borrower[d.request]] -= fen
	r.available += fen - lost
	l.back = true
	if lost > 0 {
		return r.lose(d.date, lost)
	}
	fee, err := r.tariff.fee(q.Amount, l.repaid.DaysSince(q.Date))
	if err != nil {
		return err
	}
	l.fee = fee.Fen()
	r.fees.Add(r.fees, r.scratch.SetInt64(l.fee))
	return nil
}

// lose shares a loss among the members by what they hold.
func (r *runner) lose(day rule.Date, lost int64) error {
	weights := make([]decimal.Decimal, len(r.members))
	for i := range r.members {
		weights[i] = decimal.NewFromInt(r.members[i].holds)
	}
	parts, err := funding.Split(funding.Fen(lost), weights)
	if err != nil {
		return err
	}
	for i, part := range parts {
		m := &r.members[i]
		m.until(day)
		m.holds -= part.Fen()
		m.lost += part.Fen()
	}
	r.lost += lost
	return nil
}

// withdraw pays a member out as far as both the member and the pool hold it;
// else nothing is paid.
func (r *runner) withdraw(k int32) {
	w := &r.pool.Withdrawals[k]
	m := r.member(w.Contributor)
	fen := w.Amount.Fen()
	if fen > m.holds || fen > r.available {
		r.refused = append(r.refused, refusal{k, m.holds, r.available})
		return
	}
	m.until(w.Date)
	m.holds -= fen
	m.out += fen
	r.available -= fen
}

// due is a loan that comes back on a day.
type due struct {
	date    rule.Date
	request int32
	id      string
}

// dueHeap holds the soonest at its top, of one day the first by id.
type dueHeap []due

func (h *dueHeap) less(i, j int) bool {
	a, b := (*h)[i], (*h)[j]
	if a.date != b.date {
		return a.date.Before(b.date)
	}
	return a.id < b.id
}

func (h *dueHeap) push(d due) {
	*h = append(*h, d)
	for i := len(*h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h.less(i, up) {
			return
		}
		(*h)[i], (*h)[up] = (*h)[up], (*h)[i]
		i = up
	}
}

func (h *dueHeap) pop() due {
	old := *h
	top, last := old[0], len(old)-1
	old[0] = old[last]
	*h = old[:last]
	for i := 0; ; {
		least := i
		for _, down := range [2]int{2*i + 1, 2*i + 2} {
			if down < last && h.less(down, least) {
				least = down
			}
		}
		if least == i {
			return top
		}
		old[i], old[least] = old[least], old[i]
		i = least
	}
}
