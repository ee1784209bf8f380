package purchase

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Stage is where an agreement stands.
type Stage uint8

// The stages.
const (
	Signed    Stage = 1 + iota // 已签约
	Passed                     // 中期合格
	Flawed                     // 中期不合格
	Delivered                  // 验收合格
	Rejected                   // 验收不合格
	Ended                      // 已终止
	Settled                    // 已结算
	Closed                     // 已结清
)

var stages = rule.NewEnum[Stage]("agreement stage",
	rule.Named("signed", "已签约", "signed"),
	rule.Named("passed", "中期合格", "passed at mid-term"),
	rule.Named("flawed", "中期不合格", "failed at mid-term"),
	rule.Named("delivered", "验收合格", "delivered"),
	rule.Named("rejected", "验收不合格", "rejected"),
	rule.Named("ended", "已终止", "ended"),
	rule.Named("settled", "已结算", "settled"),
	rule.Named("closed", "已结清", "closed"),
)

// Stages returns every stage.
func Stages() []Stage { return stages.Values() }

// Valid tells whether the stage is stated.
func (s Stage) Valid() bool { return stages.Valid(s) }

// String returns the stable text form.
func (s Stage) String() string { return stages.Text(s) }

// Label returns the stage in the reader's language.
func (s Stage) Label(tag language.Tag) string { return stages.Label(s, tag) }

// MarshalText writes the stable text form; a stage not stated is an error.
func (s Stage) MarshalText() ([]byte, error) { return stages.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Stage) UnmarshalText(text []byte) error { return stages.Unmarshal(s, text) }

// Kind is what an event of an agreement does.
type Kind uint8

// The kinds of events.
const (
	Pay     Kind = 1 + iota // 支付: the next instalment, or what the settlement leaves to be paid
	Pass                    // 中期合格
	Fail                    // 中期不合格
	Deliver                 // 验收合格
	Reject                  // 验收不合格
	End                     // 终止
	Settle                  // 结算: what was spent, and what of it is not eligible
	Refund                  // 退回: money comes back
	Close                   // 结清: nothing is owed either way
)

var kinds = rule.NewEnum[Kind]("agreement event",
	rule.Named("pay", "支付", "payment"),
	rule.Named("pass", "中期合格", "mid-term passed"),
	rule.Named("fail", "中期不合格", "mid-term failed"),
	rule.Named("deliver", "验收合格", "delivery accepted"),
	rule.Named("reject", "验收不合格", "delivery rejected"),
	rule.Named("end", "终止", "ending"),
	rule.Named("settle", "结算", "settlement"),
	rule.Named("refund", "退回", "refund"),
	rule.Named("close", "结清", "closing"),
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

// Life returns the transition table of an agreement under the terms. Where the
// terms ask nothing at mid-term, there is no mid-term check.
func (t Terms) Life() (stage.Table[Stage, Kind], error) {
	even := rule.InRange("owed", rule.Exactly(rule.Dec("0")))
	rows := []stage.Row[Stage, Kind]{
		{From: Signed, On: Pay, To: Signed},
		{From: Signed, On: End, To: Ended},
		{From: Delivered, On: Pay, To: Delivered},
		{From: Delivered, On: Settle, To: Settled},
		{From: Rejected, On: Deliver, To: Delivered, Needs: t.Delivery},
		{From: Rejected, On: End, To: Ended},
		{From: Ended, On: Settle, To: Settled},
		{From: Settled, On: Pay, To: Settled},
		{From: Settled, On: Refund, To: Settled},
		{From: Settled, On: Close, To: Closed, Needs: even},
	}
	before := Signed
	if !t.MidTerm.IsZero() {
		before = Passed
		rows = append(rows,
			stage.Row[Stage, Kind]{From: Signed, On: Pass, To: Passed, Needs: t.MidTerm},
			stage.Row[Stage, Kind]{From: Signed, On: Fail, To: Flawed, Needs: rule.Not(t.MidTerm)},
			stage.Row[Stage, Kind]{From: Flawed, On: Pass, To: Passed, Needs: t.MidTerm},
			stage.Row[Stage, Kind]{From: Flawed, On: End, To: Ended},
			stage.Row[Stage, Kind]{From: Passed, On: Pay, To: Passed},
			stage.Row[Stage, Kind]{From: Passed, On: End, To: Ended},
		)
	}
	reject := stage.Row[Stage, Kind]{From: before, On: Reject, To: Rejected}
	if !t.Delivery.IsZero() {
		reject.Needs = rule.Not(t.Delivery)
	}
	rows = append(rows, stage.Row[Stage, Kind]{From: before, On: Deliver, To: Delivered, Needs: t.Delivery}, reject)
	return stage.New(Signed, []Stage{Closed}, rows, t.vocabulary())
}
