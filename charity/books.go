package charity

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
)

// Balance is what stands on an account: debits less credits.
type Balance struct {
	Account Account       `json:"account"`
	Amount  funding.Money `json:"amount"`
}

// Balances returns every account that is not at zero, in order of first use.
func (p *Project) Balances() []Balance {
	var out []Balance
	for a, amount := range p.book.All {
		if amount.Sign() != 0 {
			out = append(out, Balance{a, amount})
		}
	}
	return out
}

// Entries returns the journal of the project's ledger, oldest entry first.
func (p *Project) Entries() []ledger.Entry[Account] { return p.book.Entries() }

// Audit adds the project's ledger up again.
func (p *Project) Audit() error { return p.book.Audit() }
