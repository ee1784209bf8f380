package fund

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// State is how a fund stands.
type State uint8

// The states.
const (
	Standing  State = 1 + iota // 存续
	Suspended                  // 中止使用
	Closed                     // 终止
)

var states = rule.NewEnum[State]("fund state",
	rule.Named("standing", "存续", "standing"),
	rule.Named("suspended", "中止使用", "suspended"),
	rule.Named("closed", "终止", "closed"),
)

// States returns every state.
func States() []State { return states.Values() }

// Valid tells whether the state is stated.
func (s State) Valid() bool { return states.Valid(s) }

// String returns the stable text form.
func (s State) String() string { return states.Text(s) }

// Label returns the state in the reader's language.
func (s State) Label(tag language.Tag) string { return states.Label(s, tag) }

// MarshalText writes the stable text form; a state not stated is an error.
func (s State) MarshalText() ([]byte, error) { return states.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *State) UnmarshalText(text []byte) error { return states.Unmarshal(s, text) }

// Kind says what happens to a fund.
type Kind uint8

// The kinds of event.
const (
	Instalment    Kind = 1 + iota // 认捐到账: the founder pays on the pledge
	Gift                          // 追加捐赠: anybody adds to it
	Grant                         // 资助支出: it is spent on its purpose
	Fee                           // 管理费
	ChangePurpose                 // 变更用途
	Suspend                       // 中止
	Resume                        // 恢复
	Close                         // 终止: the rest is passed on
)

var kinds = rule.NewEnum[Kind]("fund event",
	rule.Named("instalment", "认捐到账", "instalment"),
	rule.Named("gift", "追加捐赠", "gift"),
	rule.Named("grant", "资助支出", "grant"),
	rule.Named("fee", "管理费", "administration fee"),
	rule.Named("change-purpose", "变更用途", "change of purpose"),
	rule.Named("suspend", "中止使用", "suspend"),
	rule.Named("resume", "恢复使用", "resume"),
	rule.Named("close", "终止", "close"),
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

// Founder says who founds a fund.
type Founder uint8

// The founders.
const (
	Person Founder = 1 + iota // 个人
	Unit                      // 单位: enterprise, organization, school
)

var founders = rule.NewEnum[Founder]("founder",
	rule.Named("person", "个人", "person"),
	rule.Named("unit", "单位", "unit"),
)

// Founders returns every kind of founder.
func Founders() []Founder { return founders.Values() }

// Valid tells whether the founder is stated.
func (f Founder) Valid() bool { return founders.Valid(f) }

// String returns the stable text form.
func (f Founder) String() string { return founders.Text(f) }

// Label returns the founder in the reader's language.
func (f Founder) Label(tag language.Tag) string { return founders.Label(f, tag) }

// MarshalText writes the stable text form; a founder not stated is an error.
func (f Founder) MarshalText() ([]byte, error) { return founders.Marshal(f) }

// UnmarshalText reads the stable text form; anything else is an error.
func (f *Founder) UnmarshalText(text []byte) error { return founders.Unmarshal(f, text) }

// Rest says by what rule the rest of a closed fund is passed on.
type Rest uint8

// The rules, in the order they are tried.
const (
	ByDeed      Rest = 1 + iota // 按设立协议: to whom the deed names
	LikePurpose                 // 用于目的相同或相近的项目
	GeneralFund                 // 转入慈善总会统筹资金
)

var rests = rule.NewEnum[Rest]("rest",
	rule.Named("by-deed", "按设立协议", "by the deed"),
	rule.Named("like-purpose", "用于目的相同或相近的项目", "to a like purpose"),
	rule.Named("general-fund", "转入慈善总会统筹资金", "to the federation's general fund"),
)

// Rests returns every rule.
func Rests() []Rest { return rests.Values() }

// Valid tells whether the rule is stated.
func (r Rest) Valid() bool { return rests.Valid(r) }

// String returns the stable text form.
func (r Rest) String() string { return rests.Text(r) }

// Label returns the rule in the reader's language.
func (r Rest) Label(tag language.Tag) string { return rests.Label(r, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (r Rest) MarshalText() ([]byte, error) { return rests.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Rest) UnmarshalText(text []byte) error { return rests.Unmarshal(r, text) }

// AccountKind is a class of accounts in a fund's book.
type AccountKind uint8

// The kinds of account.
const (
	Cash      AccountKind = 1 + iota // 专户存款 (debit)
	Paid                             // 到账认捐, by founder (credit)
	Given                            // 追加捐赠, by giver (credit)
	Granted                          // 资助支出, by receiver (debit)
	Charged                          // 管理费 (debit)
	Passed                           // 结余转出, by receiver (debit)
	Pledge                           // 认捐应收 (debit)
	PledgedBy                        // 认捐 (credit)
)

var accountKinds = rule.NewEnum[AccountKind]("fund account",
	rule.Named("cash", "专户存款", "cash"),
	rule.Named("paid", "到账认捐", "paid in by the founder"),
	rule.Named("given", "追加捐赠", "given by others"),
	rule.Named("granted", "资助支出", "granted"),
	rule.Named("charged", "管理费", "charged"),
	rule.Named("passed", "结余转出", "passed on"),
	rule.Named("pledge", "认捐应收", "pledge receivable"),
	rule.Named("pledged-by", "认捐", "pledged"),
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
