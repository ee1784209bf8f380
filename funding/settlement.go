package funding

import (
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Settlement is the outcome of a funding round: an award for every request and
// source, and what is left of every budget. It keeps what is needed to explain
// each award; the explanation itself is made when it is asked for. It is
// immutable and safe for concurrent use.
type Settlement struct {
	*terms
	requests []Request // by id
	places   []int32   // of the requests as given, by id; nil where they came so
	cells    []int64   // fen, by request, then source
}

// Scheme returns the scheme that was settled.
func (s *Settlement) Scheme() Scheme { return *s.scheme }

// Len returns the number of requests.
func (s *Settlement) Len() int { return len(s.requests) }

// Request returns the i-th request, as given.
func (s *Settlement) Request(i int) Request { return s.requests[s.place(i)] }

// place returns the i-th request's place by id.
func (s *Settlement) place(i int) int {
	if s.places == nil {
		return i
	}
	return int(s.places[i])
}

// Find returns the place of the request with that id among those given.
func (s *Settlement) Find(id string) (int, bool) {
	k, ok := slices.BinarySearchFunc(s.requests, id, func(r Request, id string) int { return compareIDs(r.ID, id) })
	if !ok || s.places == nil {
		return k, ok
	}
	return slices.Index(s.places, int32(k)), true
}

// Cell returns what the j-th source pays for the i-th request.
func (s *Settlement) Cell(i, j int) Money { return Fen(s.row(i)[j]) }

func (s *Settlement) row(i int) []int64 {
	m, k := len(s.columns), s.place(i)
	return s.cells[k*m : (k+1)*m]
}

// Award is what one request receives.
type Award struct {
	Request string
	Asked   Money
	Cells   []Money // by source
	Total   Money
	Unmet   Money // what was asked and is not paid; zero where more is paid
}

// Award returns what the i-th request receives.
func (s *Settlement) Award(i int) Award {
	row, r := s.row(i), &s.requests[s.place(i)]
	a := Award{Request: r.ID, Asked: r.Asked, Cells: make([]Money, len(row))}
	total := int64(0)
	for j, fen := range row {
		a.Cells[j] = Fen(fen)
		total += fen
	}
	a.Total = Fen(total)
	a.Unmet = Fen(max(0, a.Asked.Fen()-total))
	return a
}

// Account is what became of one source.
type Account struct {
	Source  string
	Kind    Kind
	Budget  *Money          // nil for no limit
	Claimed decimal.Decimal // yuan that the requests had a claim to
	Paid    Money
	In      Money  // what earlier sources left unspent and passed on to it
	Out     Money  // what it left unspent and passed on to a later one
	Left    *Money // of the budget
	Short   bool   // the claims exceeded the budget or an envelope
}

// Accounts returns what became of each source, in the order of the scheme.
func (s *Settlement) Accounts() []Account {
	accounts := make([]Account, len(s.columns))
	for j := range s.columns {
		c := &s.columns[j]
		accounts[j] = Account{
			Source: c.source.ID, Kind: c.source.Kind, Claimed: c.claimed.decimal().Shift(-2),
			Paid: Fen(c.paid), In: Fen(c.received), Out: Fen(c.moved), Short: c.short,
		}
		if c.source.Budget != nil {
			accounts[j].Budget = new(*c.source.Budget)
			accounts[j].Left = new(Fen(c.source.Budget.Fen() + c.received - c.paid - c.moved))
		}
	}
	return accounts
}

// Totals returns the sums over all requests: asked, paid and unmet, in yuan.
// They are decimals because sums over a whole country may exceed the range of
// one payment.
func (s *Settlement) Totals() (asked, paid, unmet decimal.Decimal) {
	var a, p, u uint128
	m := len(s.columns)
	for k := range s.requests {
		total := int64(0)
		for _, fen := range s.cells[k*m : (k+1)*m] {
			total += fen
		}
		ask := s.requests[k].Asked.Fen()
		a = a.add(uint128{0, uint64(ask)})
		p = p.add(uint128{0, uint64(total)})
		u = u.add(uint128{0, uint64(max(0, ask-total))})
	}
	return a.decimal().Shift(-2), p.decimal().Shift(-2), u.decimal().Shift(-2)
}

// MarshalJSON writes the settlement's figures: the scheme's id, an award for
// each request and an account for each source. Reasons are left out; see
// [Settlement.Explain].
func (s *Settlement) MarshalJSON() ([]byte, error) {
	type cell struct {
		Source string `json:"source"`
		Amount Money  `json:"amount"`
	}
	type award struct {
		Request string `json:"request"`
		Asked   Money  `json:"asked"`
		Cells   []cell `json:"cells"`
		Total   Money  `json:"total"`
		Unmet   Money  `json:"unmet"`
	}
	type account struct {
		Source  string          `json:"source"`
		Kind    Kind            `json:"kind"`
		Budget  *Money          `json:"budget"`
		Claimed decimal.Decimal `json:"claimed"`
		Paid    Money           `json:"paid"`
		In      Money           `json:"in,omitzero"`
		Out     Money           `json:"out,omitzero"`
		Left    *Money          `json:"left"`
		Short   bool            `json:"short"`
	}
	awards := make([]award, s.Len())
	for i := range awards {
		a := s.Award(i)
		cells := make([]cell, len(a.Cells))
		for j, amount := range a.Cells {
			cells[j] = cell{s.columns[j].source.ID, amount}
		}
		awards[i] = award{a.Request, a.Asked, cells, a.Total, a.Unmet}
	}
	accounts := make([]account, len(s.columns))
	for j, a := range s.Accounts() {
		accounts[j] = account(a)
	}
	return json.Marshal(struct {
		Scheme   string      `json:"scheme"`
		Status   rule.Status `json:"status"`
		Awards   []award     `json:"awards"`
		Accounts []account   `json:"accounts"`
	}{s.scheme.ID, s.scheme.Status, awards, accounts})
}
