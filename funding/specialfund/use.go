package specialfund

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Use is what the fund pays for (用途).
type Use uint8

// The three uses the source document names.
const (
	Purchase Use = 1 + iota // 服务购买: purchase of services
	Awards                  // 评估奖励: awards by assessment
	Platform                // 平台补助: subsidies of platforms
)

var uses = rule.NewEnum[Use]("use",
	rule.Named("purchase", "服务购买", "purchase of services"),
	rule.Named("awards", "评估奖励", "awards by assessment"),
	rule.Named("platform", "平台补助", "platform subsidies"),
)

// Uses returns every use.
func Uses() []Use { return uses.Values() }

// Valid tells whether the use is stated.
func (u Use) Valid() bool { return uses.Valid(u) }

// String returns the stable text form.
func (u Use) String() string { return uses.Text(u) }

// Label returns the use in the reader's language.
func (u Use) Label(tag language.Tag) string { return uses.Label(u, tag) }

// MarshalText writes the stable text form; a use not stated is an error.
func (u Use) MarshalText() ([]byte, error) { return uses.Marshal(u) }

// UnmarshalText reads the stable text form; anything else is an error.
func (u *Use) UnmarshalText(text []byte) error { return uses.Unmarshal(u, text) }

// Kind is what an event does.
type Kind uint8

// The kinds of events.
const (
	Appropriate Kind = 1 + iota // 拨入: the treasury appropriates money for a use
	Move                        // 调剂: money goes from one use to another
	Commit                      // 承诺: a contract, an award, a subsidy is promised
	Pay                         // 支付: a commitment is paid, or a part of it
	Release                     // 核减: a commitment is made smaller by what is not paid of it
	Refund                      // 退回: what was paid on a commitment comes back
	Close                       // 年终结转: the year is closed
)

var kinds = rule.NewEnum[Kind]("event",
	rule.Named("appropriate", "拨入", "appropriation"),
	rule.Named("move", "调剂", "move"),
	rule.Named("commit", "承诺", "commitment"),
	rule.Named("pay", "支付", "payment"),
	rule.Named("release", "核减", "release"),
	rule.Named("refund", "退回", "refund"),
	rule.Named("close", "年终结转", "closing of the year"),
)

// Kinds returns every kind.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }
