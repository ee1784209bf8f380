package insurance

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Bill is what the covers of a roll cost.
type Bill struct {
	Period  rule.Period   `json:"period"`
	Lines   []BillLine    `json:"lines"` // by policy in order, then class; only those with covers
	Premium funding.Money `json:"premium"`
	Reasons []rule.Reason `json:"reasons"` // one for each line, and the total
}

// BillLine is the part of one class under one policy.
type BillLine struct {
	Policy  string          `json:"policy"`
	Class   volunteer.Class `json:"class"`
	Covers  int64           `json:"covers"`
	Days    int64           `json:"days"` // days of all covers together
	Premium funding.Money   `json:"premium"`
}

// earned returns the premium of one head that is earned after each number of
// days of a policy's term. The last is the whole premium.
func (p *Policy) earned(plan *Plan) ([]int64, error) {
	days, _ := p.Period.Days()
	out := make([]int64, days+1)
	for k := range out {
		m, err := plan.Premium.MulRatio(decimal.NewFromInt(int64(k)), decimal.NewFromInt(int64(days)), p.rounding())
		if err != nil {
			return nil, err
		}
		out[k] = m.Fen()
	}
	out[days] = plan.Premium.Fen()
	return out, nil
}

// Bill charges the covers of a roll for the days they have within a period. A
// head is charged the difference of what is earned up to its first and its
// last day, so the bills of the days of a year add up to the bill of the year,
// and a leaver and the joiner who takes the place to one full premium, to the
// fen. Problems: those of the programme, a cover of a policy or class it does
// not have or outside the policy's term, a total beyond the range of Money.
func (pr Programme) Bill(roll []Cover, within rule.Period) (Bill, error) {
	var found rule.Problems
	found.Nest("programme", pr.Validate())
	found.Nest("within", bounded(within))
	if len(found) > 0 {
		return Bill{}, found.Err()
	}
	accounts, err := pr.accounts()
	if err != nil {
		return Bill{}, err
	}
	last := &account{}
	for i := range roll {
		c := &roll[i]
		if last.policy == nil || last.policy.ID != c.Policy || last.plan.Class != c.Class {
			if last = find(accounts, c); last == nil {
				last = &account{}
				found.Add(problems.Problem(rule.At("roll", i), CoverUnknown,
					rule.With("policy", rule.Quoted(c.Policy)), rule.With("class", rule.Label(c.Class.Words()))))
				continue
			}
		}
		term := last.policy.Period
		if c.Period.From.Before(term.From) || c.Period.Until.IsZero() || term.Until.Before(c.Period.Until) {
			found.Add(problems.Problem(rule.At("roll", i)+".period", CoverOutside, rule.With("policy", rule.Word(c.Policy))))
			continue
		}
		days := intersect(c.Period, within)
		if days.Empty() {
			continue
		}
		from, until := days.From.DaysSince(term.From), days.Until.DaysSince(term.From)
		last.covers++
		last.days += int64(until - from)
		last.runs[until-from]++
		last.add(last.earned[until] - last.earned[from])
	}
	if len(found) > 0 {
		return Bill{}, found.Err()
	}
	return pr.bill(accounts, within)
}

// account is the line of one class under one policy while it is summed.
type account struct {
	policy *Policy
	plan   *Plan
	earned []int64 // by days of the term
	runs   []int64 // covers by days
	covers int64
	days   int64
	fen    int64
	over   int64 // times 10^18 fen were carried out of fen
}

const carry = 1_000_000_000_000_000_000

func (a *account) add(fen int64) {
	if a.fen += fen; a.fen >= carry {
		a.fen -= carry
		a.over++
	}
}

func (pr *Programme) accounts() ([]*account, error) {
	var out []*account
	for i := range pr.Policies {
		p := &pr.Policies[i]
		for _, class := range volunteer.Classes() {
			plan, ok := p.plan(class)
			if !ok {
				continue
			}
			earned, err := p.earned(plan)
			if err != nil {
				return nil, err
			}
			out = append(out, &account{policy: p, plan: plan, earned: earned, runs: make([]int64, len(earned))})
		}
	}
	return out, nil
}

func find(accounts []*account, c *Cover) *account {
	for _, a := range accounts {
		if a.policy.ID == c.Policy && a.plan.Class == c.Class {
			return a
		}
	}
	return nil
}

func (pr *Programme) bill(accounts []*account, within rule.Period) (Bill, error) {
	b := Bill{Period: within, Lines: []BillLine{}}
	var inputs []rule.Input
	for _, a := range accounts {
		if a.covers == 0 {
			continue
		}
		if a.over > 0 {
			_, err := funding.FromDecimal(decimal.New(a.over, 18).Add(decimal.NewFromInt(a.fen)).Shift(-2))
			return Bill{}, err
		}
		line := BillLine{a.policy.ID, a.plan.Class, a.covers, a.days, funding.Fen(a.fen)}
		total, err := b.Premium.Add(line.Premium)
		if err != nil {
			return Bill{}, err
		}
		b.Premium = total
		b.Lines = append(b.Lines, line)
		full := a.runs[len(a.runs)-1]
		b.Reasons = append(b.Reasons, problems.Reason(BillOfClass,
			rule.With("policy", rule.Label(a.policy.Title)), rule.With("class", rule.Label(a.plan.Class.Words())),
			rule.With("full", rule.Int(full, rule.Person)), rule.With("part", rule.Int(a.covers-full, rule.Person)),
			rule.With("days", rule.Int(a.days, rule.DayUnit)), rule.With("premium", a.plan.Premium.Value())).
			Gives(rule.Given, line.Premium.Value()).From(a.policy.Source, a.policy.Status))
		inputs = append(inputs, rule.With(a.policy.ID+"."+a.plan.Class.String(), line.Premium.Value()))
	}
	b.Reasons = append(b.Reasons, problems.Reason(PremiumInAll, inputs...).Gives(rule.Sum, b.Premium.Value()))
	return b, nil
}

// Request turns the bill into a request for the round of a funding scheme,
// which says who pays it: [funding.Settle] with this one request shares the
// premium between the payers, to the fen.
func (b Bill) Request(id, organization string, territory org.Territory) funding.Request {
	heads := int64(0)
	for _, line := range b.Lines {
		heads += line.Covers
	}
	return funding.Request{
		ID: id, Organization: organization, Territory: territory,
		Asked: b.Premium, Units: heads, Date: b.Period.From,
	}
}

// HeadsOn counts the register on a day for [Policy.Total], those erased
// included.
func HeadsOn(r *volunteer.Register, day rule.Date) []Heads {
	count := r.Count(day)
	heads := []Heads{}
	for _, class := range volunteer.Classes() {
		if n := count.ByClass[class]; n > 0 {
			heads = append(heads, Heads{class, int64(n)})
		}
	}
	return heads
}

// Renewal is the bill for a policy that follows another.
type Renewal struct {
	Total  Total         `json:"total"`
	Before funding.Money `json:"before"` // premium of the term that ends
	Change rule.Reason   `json:"change"` // by how much the premium differs
}

// Renew bills a full term of the next policy for everybody who is enrolled, on
// its first day, in a class it covers.
func Renew(next Policy, r *volunteer.Register, before Bill) (Renewal, error) {
	var found rule.Problems
	found.Nest("policy.period", bounded(next.Period))
	if len(found) > 0 {
		return Renewal{}, found.Err()
	}
	heads := HeadsOn(r, next.Period.From)
	covered := heads[:0]
	for _, h := range heads {
		if next.Covers(h.Class) {
			covered = append(covered, h)
		}
	}
	total, err := next.Total(covered...)
	if err != nil {
		return Renewal{}, err
	}
	change, err := total.Premium.Sub(before.Premium)
	if err != nil {
		return Renewal{}, err
	}
	return Renewal{total, before.Premium, problems.Reason(RenewalChange,
		rule.With("after", total.Premium.Value()), rule.With("before", before.Premium.Value())).
		Gives(rule.Difference, change.Value())}, nil
}

func compareCovers(a, b Cover) int {
	return cmp.Or(cmp.Compare(a.Person, b.Person), a.Period.From.Compare(b.Period.From), cmp.Compare(a.Policy, b.Policy))
}
