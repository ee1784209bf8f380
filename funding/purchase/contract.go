package purchase

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Contract (协议) is what buyer and supplier sign.
type Contract struct {
	ID       string          `json:"id"`
	Buyer    string          `json:"buyer"`
	Supplier string          `json:"supplier"`
	Signed   rule.Date       `json:"signed"`
	Terms    Terms           `json:"terms"`
	Sources  []Share         `json:"sources"`           // who pays how much of the price
	Amounts  []funding.Money `json:"amounts,omitempty"` // by instalment, where the terms have no shares
}

// Share is one source's part of the price.
type Share struct {
	Source string        `json:"source"`
	Title  rule.Text     `json:"title,omitzero"` // for people; the source's id if not stated
	Amount funding.Money `json:"amount"`
}

// label is what people call the source.
func (s Share) label() rule.Value {
	if s.Title == (rule.Text{}) {
		return rule.Label(rule.Words(s.Source, s.Source))
	}
	return rule.Label(s.Title)
}

// Shares returns what each source of a settlement pays for the i-th request, as
// the price of the agreement that carries the award out. An award of nothing is
// a problem.
func Shares(s *funding.Settlement, i int) ([]Share, error) {
	var shares []Share
	for j, source := range s.Scheme().Sources {
		if amount := s.Cell(i, j); amount.Sign() > 0 {
			shares = append(shares, Share{source.ID, source.Title, amount})
		}
	}
	if shares == nil {
		return nil, problems.Problem("", SettlementNothing)
	}
	return shares, nil
}

// Event is one thing that happened under an agreement on one day.
type Event struct {
	Number     int           `json:"number"` // 1, 2, 3: its place in the history
	Date       rule.Date     `json:"date"`
	Kind       Kind          `json:"kind"`
	Spent      funding.Money `json:"spent,omitzero"`      // of a settlement: what the service cost
	Ineligible funding.Money `json:"ineligible,omitzero"` // of a settlement: what of it may not be charged
	Amount     funding.Money `json:"amount,omitzero"`     // of a refund: what comes back
	Facts      rule.FactMap  `json:"facts,omitempty"`     // what the terms ask; stays known
}

// Record is an agreement as kept in a file: what was signed and what happened.
type Record struct {
	Contract Contract `json:"contract"`
	Events   []Event  `json:"events"`
}

const recordSchema = "agreement/1"

// Encode writes a record as an indented JSON document, {"schema":
// "agreement/1", "data": …}.
func Encode(r Record) ([]byte, error) { return rule.Encode(recordSchema, r) }

// Decode reads a document that [Encode] wrote, strictly. The history is checked
// when it is folded: [Record.Fold].
func Decode(data []byte) (Record, error) {
	var r Record
	if err := rule.DecodeAs(recordSchema, data, &r); err != nil {
		return Record{}, err
	}
	return r, nil
}

// Price returns what the sources pay together.
func (c Contract) Price() (funding.Money, error) {
	amounts := make([]funding.Money, len(c.Sources))
	for j, s := range c.Sources {
		amounts[j] = s.Amount
	}
	return funding.Sum(amounts...)
}

// Validate reports every fault of the contract: those of its terms, fields not
// stated, a day on which the terms are not in force, sources twice or without an
// amount, and amounts by instalment that
// are missing, stated beside shares, or do not sum to the price.
func (c Contract) Validate() error {
	var found rule.Problems
	found.Nest("terms", c.Terms.Validate())
	for path, text := range map[string]string{"id": c.ID, "buyer": c.Buyer, "supplier": c.Supplier} {
		if text == "" {
			found.Add(problems.Problem(path, rule.Required))
		}
	}
	switch {
	case c.Signed.IsZero():
		found.Add(problems.Problem("signed", rule.Required))
	case !c.Terms.Period.Contains(c.Signed):
		found.Add(problems.Problem("signed", SignedOutside, rule.With("date", rule.On(c.Signed)), rule.With("period", rule.Label(c.Terms.Period.Words()))))
	}
	if len(c.Sources) == 0 {
		found.Add(problems.Problem("sources", rule.Required))
	}
	if len(c.Sources) > most {
		found.Add(problems.Problem("sources", TooManyInstalments, rule.With("most", rule.Int(most, 0))))
	}
	seen := map[string]bool{}
	for j, s := range c.Sources {
		switch {
		case s.Source == "":
			found.Add(problems.Problem(rule.At("sources", j)+".source", rule.Required))
		case seen[s.Source]:
			found.Add(problems.Problem(rule.At("sources", j)+".source", SourceTwice, rule.With("id", rule.Quoted(s.Source))))
		}
		seen[s.Source] = true
		if s.Amount.Sign() <= 0 {
			found.Add(problems.Problem(rule.At("sources", j)+".amount", AmountNotPositive, rule.With("amount", s.Amount.Value())))
		}
	}
	price, err := c.Price()
	found.Nest("sources", err)
	shared := len(c.Terms.Instalments) > 0 && c.Terms.Instalments[0].Share != nil
	switch {
	case shared && c.Amounts != nil:
		found.Add(problems.Problem("amounts", AmountsUnused))
	case !shared && len(c.Amounts) != len(c.Terms.Instalments):
		found.Add(problems.Problem("amounts", rule.Required))
	case !shared:
		for i, m := range c.Amounts {
			if m.Sign() < 0 {
				found.Add(problems.Problem(rule.At("amounts", i), AmountNegative, rule.With("amount", m.Value())))
			}
		}
		sum, err := funding.Sum(c.Amounts...)
		found.Nest("amounts", err)
		if err == nil && sum != price {
			found.Add(problems.Problem("amounts", AmountsDiffer, rule.With("sum", sum.Value()), rule.With("price", price.Value())))
		}
	}
	return found.Err()
}

// plan returns the instalments of a valid contract, which sum to its price.
func (c Contract) plan(price funding.Money) ([]funding.Money, error) {
	if c.Amounts != nil {
		return c.Amounts, nil
	}
	weights := make([]decimal.Decimal, len(c.Terms.Instalments))
	for i, x := range c.Terms.Instalments {
		weights[i] = *x.Share
	}
	return funding.Split(price, weights)
}
