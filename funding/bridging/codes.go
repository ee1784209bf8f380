package bridging

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNotPositive rule.Code = "bridging.amount"         // an amount that is not above zero
	RateRange         rule.Code = "bridging.rate"           // a daily rate below zero or above one
	DaysRange         rule.Code = "bridging.days"           // a number of days that cannot be
	IDTwice           rule.Code = "bridging.id-twice"       // one id twice in a list
	AfterEnd          rule.Code = "bridging.after-end"      // after the day the book is closed
	OutsidePeriod     rule.Code = "bridging.outside-period" // a request on a day the rules are not in force
	NoLoan            rule.Code = "bridging.no-loan"        // an outcome of a loan that was never made
	LostMore          rule.Code = "bridging.lost-more"      // more lost than was lent
	ContributedMost   rule.Code = "bridging.contributed"    // contributions beyond the range of an amount
	FeesMost          rule.Code = "bridging.fees"           // fees beyond the range of an amount
	FactTaken         rule.Code = "bridging.fact-taken"     // a fact of one's own with a name that has its meaning
	NoSuchDay         rule.Code = "bridging.no-such-day"    // repaid after the last day there is
	DaysDiffer        rule.Code = "bridging.outcome-days"   // an outcome before the loan was made
	RenewalNegative   rule.Code = "bridging.renewal"        // a promised renewal below zero
)

// Codes of the reasons a book gives.
const (
	Covered      rule.Code = "bridging.covered"       // the pool holds the loan
	Uncovered    rule.Code = "bridging.uncovered"     // it does not
	Keeps        rule.Code = "bridging.keeps"         // the loan keeps to the rules
	FeeOfDays    rule.Code = "bridging.fee-of-days"   // the fee of the days at one rate
	FeeInAll     rule.Code = "bridging.fee"           // the fee of a loan
	FeeOfLost    rule.Code = "bridging.fee-of-lost"   // no fee where the loan was lost in part
	LoanRefused  rule.Code = "bridging.refused"       // nothing is lent
	LossShared   rule.Code = "bridging.loss-shared"   // a contributor's part of a loss
	FeesShared   rule.Code = "bridging.fees-shared"   // a contributor's part of the fees
	HoldsAfter   rule.Code = "bridging.holds"         // what a contributor holds
	PoolHolds    rule.Code = "bridging.pool-holds"    // what the pool has to lend
	TurnedOver   rule.Code = "bridging.turned-over"   // all loans together
	PeakOut      rule.Code = "bridging.peak"          // the most outstanding
	LeastIn      rule.Code = "bridging.least"         // the least that was left to lend
	NotWithdrawn rule.Code = "bridging.not-withdrawn" // money that could not be taken out
)

var problems = rule.Catalog{
	AmountNotPositive: rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero, not {amount}"),
	RateRange:         rule.Words("日费率须在 0 与 1 之间,实为 {rate}", "a daily rate lies between 0 and 1, not {rate}"),
	DaysRange:         rule.Words("天数须在 {least} 至 {most} 之间,实为 {days}", "the days must lie between {least} and {most}, not {days}"),
	IDTwice:           rule.Words("编号“{id}”出现两次", "id {id} stands twice"),
	AfterEnd:          rule.Words("{date} 晚于结账日 {end}", "{date} is after the book is closed on {end}"),
	OutsidePeriod:     rule.Words("{date} 不在办法施行期内({period})", "{date} is outside the rules' period ({period})"),
	NoLoan:            rule.Words("“{id}”没有放款,不应有还款结果", "{id} was never lent, so that nothing can come of it"),
	LostMore:          rule.Words("损失 {lost} 超过放款 {lent}", "{lost} lost of {lent} lent"),
	ContributedMost:   rule.Words("出资合计超出金额范围", "the contributions together are out of range"),
	FeesMost:          rule.Words("费用合计超出金额范围", "the fees together are out of range"),
	FactTaken:         rule.Words("“{fact}”已有固定含义,不能另行定义", "{fact} has its meaning and cannot be declared again"),
	NoSuchDay:         rule.Words("还款日超出历法范围", "the day of repayment is beyond the calendar"),
	DaysDiffer:        rule.Words("还款日须晚于放款日", "a loan is repaid after the day it was made"),
	RenewalNegative:   rule.Words("承诺续贷金额不得为负,实为 {amount}", "the promised renewal must not be negative: {amount}"),

	Covered:      rule.Words("资金池可用 {available},足以放款 {amount}", "the pool has {available}, enough for {amount}"),
	Uncovered:    rule.Words("资金池可用 {available},不足以放款 {amount},当日不放款", "the pool has {available}, short of {amount}: nothing is lent that day"),
	Keeps:        rule.Words("符合借款条件", "the loan keeps to the rules"),
	FeeOfDays:    rule.Words("{amount} × 日费率 {rate} × {days}", "{amount} x {rate} a day x {days}"),
	FeeInAll:     rule.Words("{amount} × {rate},{rounding}", "{amount} x {rate}, {rounding}"),
	FeeOfLost:    rule.Words("未全部收回,不计收费用", "not repaid in full: no fee is received"),
	LoanRefused:  rule.Words("不予放款", "nothing is lent"),
	LossShared:   rule.Words("{contributor}按当日余额分担损失 {lost}", "{contributor}'s part of the loss of {lost}, by the balance on its day"),
	FeesShared:   rule.Words("{contributor}按出资额与天数分得费用 {fees}", "{contributor}'s part of the fees of {fees}, by money and days"),
	HoldsAfter:   rule.Words("{contributor}:出资 {in} − 退出 {out} − 分担损失 {lost}", "{contributor}: in {in}, out {out}, losses {lost}"),
	PoolHolds:    rule.Words("出资 {in} − 退出 {out} − 损失 {lost} − 未还 {outstanding}", "in {in}, out {out}, lost {lost}, outstanding {outstanding}"),
	TurnedOver:   rule.Words("累计放款 {loans}", "{loans} lent in all"),
	PeakOut:      rule.Words("未还余额最高日 {date}", "most outstanding, on {date}"),
	LeastIn:      rule.Words("可用资金最低日 {date}", "least left to lend, on {date}"),
	NotWithdrawn: rule.Words("{contributor}申请退出 {amount},本人余额 {balance}、资金池可用 {available},不足", "{contributor} asks for {amount}, holds {balance}, and the pool has {available}: not enough"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
