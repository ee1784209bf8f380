package bridging

import (
	"cmp"
	"encoding/json"
	"math/big"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Book is what became of a pool. It is immutable and safe for concurrent use.
type Book struct {
	pool       Pool
	tariff     tariff
	vocabulary rule.Vocabulary
	loans      []loan // by request
	members    []member
	days       []Day
	refused    []refusal // withdrawals
	feeShares  []int64   // by member

	available, outstanding, lost int64
	turnover, fees               *big.Int
}

// loan is what became of a request. Amounts are fen.
type loan struct {
	available int64 // in the pool when it was decided
	owed      int64 // by the borrower then
	holding   int64 // of the borrower in the pool then
	fee       int64
	repaid    rule.Date
	outcome   int32 // place among the outcomes, counted from 1
	granted   bool
	back      bool // within the book
}

// member is a contributor.
type member struct {
	name                 string
	in, out, lost, holds int64
	since                rule.Date
	days                 *big.Int // fen × days
}

// until counts money and days up to a day.
func (m *member) until(day rule.Date) {
	if !m.since.IsZero() && m.holds > 0 {
		days := new(big.Int).SetInt64(int64(day.DaysSince(m.since)))
		m.days.Add(m.days, days.Mul(days, big.NewInt(m.holds)))
	}
	m.since = day
}

func (m *member) put(day rule.Date, fen int64) {
	m.until(day)
	m.in += fen
	m.holds += fen
}

// member returns the contributor of a name that is known.
func (b *Book) member(name string) *member { return &b.members[b.memberOf(name)] }

// memberOf returns the place of a name among the contributors, or -1.
func (b *Book) memberOf(name string) int32 {
	i, ok := sort.Find(len(b.members), func(i int) int { return cmp.Compare(name, b.members[i].name) })
	if !ok {
		return -1
	}
	return int32(i)
}

// refusal is money that could not be taken out.
type refusal struct {
	withdrawal       int32
	holds, available int64
}

// close divides the fees by money and days.
func (b *Book) close() error {
	total, err := funding.FromDecimal(decimal.NewFromBigInt(b.fees, -2))
	if err != nil {
		return problems.Problem("requests", FeesMost)
	}
	b.feeShares = make([]int64, len(b.members))
	if total.Sign() == 0 {
		return nil
	}
	weights := make([]decimal.Decimal, len(b.members))
	for i := range b.members {
		b.members[i].until(b.days[len(b.days)-1].Date)
		weights[i] = decimal.NewFromBigInt(b.members[i].days, 0)
	}
	parts, err := funding.Split(total, weights)
	if err != nil {
		return err
	}
	for i, part := range parts {
		b.feeShares[i] = part.Fen()
	}
	return nil
}

// Rules returns what the pool lends by.
func (b *Book) Rules() Rules { return b.pool.Rules }

// Len returns the number of requests.
func (b *Book) Len() int { return len(b.loans) }

// Loan is what became of one request.
type Loan struct {
	Request string        `json:"request"`
	Granted bool          `json:"granted"`
	Lent    funding.Money `json:"lent"` // zero where it was refused
	Repaid  rule.Date     `json:"repaid,omitzero"`
	Open    bool          `json:"open,omitzero"` // not yet repaid when the book is closed
	Fee     funding.Money `json:"fee"`
	Lost    funding.Money `json:"lost,omitzero"`
}

// Loan returns what became of the i-th request.
func (b *Book) Loan(i int) Loan {
	q, l := &b.pool.Requests[i], &b.loans[i]
	out := Loan{Request: q.ID, Granted: l.granted}
	if !l.granted {
		return out
	}
	out.Lent, out.Fee, out.Open = q.Amount, funding.Fen(l.fee), !l.back
	if l.back {
		out.Repaid = l.repaid
		if l.outcome > 0 {
			out.Lost = b.pool.Outcomes[l.outcome-1].Lost
		}
	}
	return out
}

// Day is how the pool stands at the end of a day on which something happened.
type Day struct {
	Date                   rule.Date
	available, outstanding int64
}

// Available returns what the pool has to lend.
func (d Day) Available() funding.Money { return funding.Fen(d.available) }

// Outstanding returns what is lent and not repaid.
func (d Day) Outstanding() funding.Money { return funding.Fen(d.outstanding) }

// Days returns every day on which something happened, in order. Between two of
// them the pool stands as at the end of the first.
func (b *Book) Days() []Day { return slices.Clone(b.days) }

// Totals are what a pool's book comes to.
type Totals struct {
	Requests    int             `json:"requests"`
	Loans       int             `json:"loans"`
	Turnover    decimal.Decimal `json:"turnover"` // all loans together, in yuan: may exceed one amount's range
	Fees        funding.Money   `json:"fees"`
	Lost        funding.Money   `json:"lost"`
	Outstanding funding.Money   `json:"outstanding"` // when the book is closed
	Available   funding.Money   `json:"available"`   // then
	Peak        funding.Money   `json:"peak"`        // most outstanding at the end of a day
	PeakOn      rule.Date       `json:"peak_on,omitzero"`
	Least       funding.Money   `json:"least"` // least available at the end of a day
	LeastOn     rule.Date       `json:"least_on,omitzero"`
}

// Totals returns what the book comes to; peak and least are of their first day.
func (b *Book) Totals() Totals {
	t := Totals{
		Requests: len(b.loans), Turnover: decimal.NewFromBigInt(b.turnover, -2),
		Lost: funding.Fen(b.lost), Outstanding: funding.Fen(b.outstanding), Available: funding.Fen(b.available),
	}
	fees := int64(0)
	for _, share := range b.feeShares {
		fees += share
	}
	t.Fees = funding.Fen(fees)
	for i := range b.loans {
		if b.loans[i].granted {
			t.Loans++
		}
	}
	for i, d := range b.days {
		if d.outstanding > t.Peak.Fen() {
			t.Peak, t.PeakOn = d.Outstanding(), d.Date
		}
		if i == 0 || d.available < t.Least.Fen() {
			t.Least, t.LeastOn = d.Available(), d.Date
		}
	}
	return t
}

// Share is what a contributor put in, lost and holds.
type Share struct {
	Contributor string        `json:"contributor"`
	In          funding.Money `json:"in"`
	Out         funding.Money `json:"out"`
	Lost        funding.Money `json:"lost"`
	Holds       funding.Money `json:"holds"` // in − out − lost
	Fees        funding.Money `json:"fees"`  // part of the fees received, by money and days
}

// Shares returns the contributors by name.
func (b *Book) Shares() []Share {
	shares := make([]Share, len(b.members))
	for i := range b.members {
		m := &b.members[i]
		shares[i] = Share{m.name, funding.Fen(m.in), funding.Fen(m.out), funding.Fen(m.lost), funding.Fen(m.holds), funding.Fen(b.feeShares[i])}
	}
	return shares
}

// MarshalJSON writes the rules' id, the totals, every loan and every share.
func (b *Book) MarshalJSON() ([]byte, error) {
	loans := make([]Loan, b.Len())
	for i := range loans {
		loans[i] = b.Loan(i)
	}
	return json.Marshal(struct {
		Rules  string      `json:"rules"`
		Status rule.Status `json:"status"`
		Totals Totals      `json:"totals"`
		Loans  []Loan      `json:"loans"`
		Shares []Share     `json:"shares"`
	}{b.pool.Rules.ID, b.pool.Rules.Status, b.Totals(), loans, b.Shares()})
}
