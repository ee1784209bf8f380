package charity

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// AccountKind is a class of accounts in a project's ledger.
type AccountKind uint8

// The kinds of account. Money that came in stands on the credit of gifts,
// matching or cover until it is spent or goes back; what is promised and what
// is committed is kept in pairs, so that both go out again with it.
const (
	Cash     AccountKind = 1 + iota // 专户存款 (debit)
	Gifts                           // 受赠资金, by giver (credit)
	Matching                        // 配套资金, by payer (credit)
	Covering                        // 风险补偿资金, by whoever covers (credit)
	Owed                            // 应退款, by giver (credit)
	Promises                        // 认捐应收, by giver (debit)
	Promised                        // 认捐 (credit, against promises)
	Reserved                        // 已承担支出 (debit, against payables)
	Payables                        // 应付款, by payee (credit)
)

var accountKinds = rule.NewEnum[AccountKind]("account",
	rule.Named("cash", "专户存款", "cash"),
	rule.Named("gifts", "受赠资金", "gifts held"),
	rule.Named("matching", "配套资金", "matching money held"),
	rule.Named("covering", "风险补偿资金", "cover held"),
	rule.Named("owed", "应退款", "refunds owed"),
	rule.Named("promises", "认捐应收", "promises receivable"),
	rule.Named("promised", "认捐", "promised"),
	rule.Named("reserved", "已承担支出", "reserved"),
	rule.Named("payables", "应付款", "payables"),
)

// AccountKinds returns every kind.
func AccountKinds() []AccountKind { return accountKinds.Values() }

// Valid tells whether the kind is stated.
func (k AccountKind) Valid() bool { return accountKinds.Valid(k) }

// String returns the stable text form.
func (k AccountKind) String() string { return accountKinds.Text(k) }

// Label returns the kind in the reader's language.
func (k AccountKind) Label(tag language.Tag) string { return accountKinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k AccountKind) MarshalText() ([]byte, error) { return accountKinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *AccountKind) UnmarshalText(text []byte) error { return accountKinds.Unmarshal(k, text) }

// Account (科目) is one account of a project's ledger.
type Account struct {
	Kind   AccountKind  `json:"kind"`
	Source funding.Kind `json:"source,omitzero"` // whose money
	Party  string       `json:"party,omitzero"`
}
