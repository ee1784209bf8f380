package purchase

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNegative     rule.Code = "purchase.amount-negative" // below zero
	AmountNotPositive  rule.Code = "purchase.amount"          // not above zero
	NoInstalments      rule.Code = "purchase.no-instalments"  // nothing is ever paid
	InstalmentTwice    rule.Code = "purchase.instalment"      // two instalments with one id
	SharesNotWhole     rule.Code = "purchase.shares"          // shares that do not sum to one
	RatioRange         rule.Code = "purchase.ratio"           // a ratio outside 0 to 1
	AmountsDiffer      rule.Code = "purchase.amounts"         // amounts that do not sum to the price
	AmountsUnused      rule.Code = "purchase.amounts-unused"  // amounts where the terms have shares
	SourceTwice        rule.Code = "purchase.source"          // one source twice
	OutOfOrder         rule.Code = "purchase.number"          // not the next number
	BeforeLast         rule.Code = "purchase.date"            // before what it follows
	FieldUnused        rule.Code = "purchase.unused"          // a field the kind of event does not take
	IneligibleMore     rule.Code = "purchase.ineligible"      // more not eligible than was spent
	RefundMore         rule.Code = "purchase.refund"          // more comes back than has to
	NothingDue         rule.Code = "purchase.nothing-due"     // nothing is left to be paid
	Refused            rule.Code = "purchase.refused"         // a history with an event the terms refuse
	SignedOutside      rule.Code = "purchase.signed"          // signed on a day the terms are not in force
	FactTaken          rule.Code = "purchase.fact-taken"      // a fact of one's own with a name that has its meaning
	SettlementNothing  rule.Code = "purchase.no-award"        // an award of nothing is no price
	TooManyInstalments rule.Code = "purchase.many"            // more than 100 instalments or sources
)

// Codes of the reasons this package gives.
const (
	MayBuy      rule.Code = "purchase.rules"        // the rules' conditions decided
	PaysShare   rule.Code = "purchase.pays-share"   // an instalment by its share of the price
	PaysStated  rule.Code = "purchase.pays-stated"  // an instalment as the agreement states it
	PaysBalance rule.Code = "purchase.pays-balance" // what the settlement leaves to be paid
	BySource    rule.Code = "purchase.by-source"    // one source's part
	Accepted    rule.Code = "purchase.accepted"     // the cost that is accepted
	OfAccepted  rule.Code = "purchase.of-accepted"  // the ratio of it that is borne
	DueInAll    rule.Code = "purchase.due"          // what is due in all
	DueNothing  rule.Code = "purchase.due-nothing"  // nothing is due: all is recalled
	TakenBack   rule.Code = "purchase.taken-back"   // what goes back
	LeftToPay   rule.Code = "purchase.left-to-pay"  // what is still to be paid
	GivenBack   rule.Code = "purchase.given-back"   // what came back
	NetPaid     rule.Code = "purchase.net"          // what a source has paid in the end
	PaidOut     rule.Code = "purchase.paid-out"     // one payment
	WaitsFor    rule.Code = "purchase.waits-for"    // the next instalment and what it waits for
	GateOpen    rule.Code = "purchase.gate"         // an instalment's condition decided
)

var problems = rule.Catalog{
	AmountNegative:     rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountNotPositive:  rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero, not {amount}"),
	NoInstalments:      rule.Words("没有任何一期付款", "there is no instalment"),
	InstalmentTwice:    rule.Words("付款期“{id}”出现两次", "instalment {id} stands twice"),
	SharesNotWhole:     rule.Words("各期比例之和须为 1,实为 {sum}", "the shares must sum to 1, not {sum}"),
	RatioRange:         rule.Words("比例须在 0 与 1 之间,实为 {ratio}", "a ratio lies between 0 and 1, not {ratio}"),
	AmountsDiffer:      rule.Words("各期金额合计 {sum},与合同价 {price} 不符", "the amounts sum to {sum}, the price is {price}"),
	AmountsUnused:      rule.Words("条款已写明各期比例,不另写金额", "the terms have shares: amounts are not stated beside them"),
	SourceTwice:        rule.Words("资金来源“{id}”出现两次", "source {id} stands twice"),
	OutOfOrder:         rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:         rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before {last}, which it follows"),
	FieldUnused:        rule.Words("“{kind}”不写这一项", "{kind} does not take this field"),
	IneligibleMore:     rule.Words("不合规支出 {ineligible} 超过支出 {spent}", "{ineligible} of {spent} spent is not eligible"),
	RefundMore:         rule.Words("退回 {amount},超过应退的 {owed}", "{amount} comes back, {owed} has to"),
	NothingDue:         rule.Words("没有应付未付的款项", "nothing is left to be paid"),
	Refused:            rule.Words("{date}“{kind}”按条款不成立", "{kind} on {date} is refused by the terms"),
	SignedOutside:      rule.Words("签约日 {date} 不在条款施行期内({period})", "signed on {date}, outside the terms' period ({period})"),
	FactTaken:          rule.Words("“{fact}”已有固定含义,不能另行定义", "{fact} has its meaning and cannot be declared again"),
	SettlementNothing:  rule.Words("核定金额为零,不成立合同", "an award of nothing makes no agreement"),
	TooManyInstalments: rule.Words("超过 {most} 项", "there are more than {most}"),

	MayBuy:      rule.Words("{title}", "{title}"),
	PaysShare:   rule.Words("“{instalment}”:合同价 {price} 的 {share},最大余数法", "{instalment}: {share} of the price {price}, largest remainder"),
	PaysStated:  rule.Words("“{instalment}”:合同写明的金额", "{instalment}: as the agreement states"),
	PaysBalance: rule.Words("“{instalment}”:结算应付 {due} − 已付 {paid}", "{instalment}: due by the settlement {due} − paid {paid}"),
	BySource:    rule.Words("{source}:{amount} × {weight} ÷ {weights},最大余数法", "{source}: {amount} x {weight} / {weights}, largest remainder"),
	Accepted:    rule.Words("支出 {spent} − 不合规支出 {ineligible}", "spent {spent} − not eligible {ineligible}"),
	OfAccepted:  rule.Words("{accepted} × {ratio},{rounding}", "{accepted} x {ratio}, {rounding}"),
	DueInAll:    rule.Words("承担的费用 {borne} 与合同价 {price} 取小", "the smaller of what is borne, {borne}, and the price, {price}"),
	DueNothing:  rule.Words("项目终止,按条款全额收回", "the agreement was ended: the terms recall everything"),
	TakenBack:   rule.Words("已付 {paid} − 应付 {due},应予收回", "paid {paid} − due {due}: goes back"),
	LeftToPay:   rule.Words("应付 {due} − 已付 {paid},尚待支付", "due {due} − paid {paid}: to be paid"),
	GivenBack:   rule.Words("{date} 退回", "came back on {date}"),
	NetPaid:     rule.Words("{source}:支付 {paid} − 退回 {back}", "{source}: paid {paid} − came back {back}"),
	PaidOut:     rule.Words("{date} 支付“{instalment}”", "{instalment}, paid on {date}"),
	WaitsFor:    rule.Words("下一期“{instalment}”尚待下列条件", "the next instalment, {instalment}, waits for this"),
	GateOpen:    rule.Words("“{instalment}”的付款条件", "what {instalment} is paid against"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
