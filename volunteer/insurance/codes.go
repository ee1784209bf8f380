package insurance

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNegative   rule.Code = "insurance.amount-negative"    // an amount below zero
	ClassTwice       rule.Code = "insurance.class-twice"        // one class twice
	ClassUncovered   rule.Code = "insurance.class-uncovered"    // a class without a plan
	HeadsRange       rule.Code = "insurance.heads-range"        // a number of heads that cannot be
	KindTwice        rule.Code = "insurance.kind-twice"         // one kind of benefit twice
	ShareRange       rule.Code = "insurance.share-range"        // a share outside 0 to 1
	DailyHospital    rule.Code = "insurance.daily-hospital"     // a daily amount where none belongs, or none where one does
	PolicyTwice      rule.Code = "insurance.policy-twice"       // one policy id twice
	Hole             rule.Code = "insurance.hole"               // days on which a class has no policy in force
	TermLong         rule.Code = "insurance.term-long"          // a term of more than ten years
	OutsideProgramme rule.Code = "insurance.outside-programme"  // a day outside the programme
	CoverUnknown     rule.Code = "insurance.cover-unknown"      // a cover of no policy or class of the programme
	CoverOutside     rule.Code = "insurance.cover-outside"      // a cover beyond its policy's term
	ClaimTwice       rule.Code = "insurance.claim-twice"        // one claim id twice
	ClaimShape       rule.Code = "insurance.claim-shape"        // amounts that do not fit the kind of claim
	TotalNotPositive rule.Code = "insurance.total-not-positive" // a total that is not above zero
	StepNotPositive  rule.Code = "insurance.step-not-positive"  // a step between sums that is not above zero
	NoUpperEnd       rule.Code = "insurance.no-upper-end"       // a total without an upper end
	TooManySums      rule.Code = "insurance.too-many-sums"      // more sums per head than are tried
)

// Codes of the reasons this package gives.
const (
	OfClass        rule.Code = "insurance.of-class"         // the class a step is about
	SumOfClass     rule.Code = "insurance.sum-of-class"     // sums insured of a class
	PremiumOfClass rule.Code = "insurance.premium-of-class" // premiums of a class
	SumInAll       rule.Code = "insurance.sum-in-all"       // sums insured of all classes
	PremiumInAll   rule.Code = "insurance.premium-in-all"   // premiums of all classes

	BillOfClass      rule.Code = "insurance.bill-of-class"  // premiums of a class by the day
	RenewalChange    rule.Code = "insurance.renewal-change" // a renewal beside the term before
	UninsuredHeads   rule.Code = "insurance.uninsured"      // registered without a cover
	InsuredTwice     rule.Code = "insurance.insured-twice"  // several covers on one day
	InsuredStrangers rule.Code = "insurance.strangers"      // covers of people not on the register
	NotCovered       rule.Code = "insurance.not-covered"    // no cover on the day of the claim
	NoBenefit        rule.Code = "insurance.no-benefit"     // covered, but not for this
	DueDegree        rule.Code = "insurance.due-degree"     // the degree's share of the sum
	DueSum           rule.Code = "insurance.due-sum"        // the sum
	DueDays          rule.Code = "insurance.due-days"       // so much a day
	DueLoss          rule.Code = "insurance.due-loss"       // the loss beyond the deductible
	DueShare         rule.Code = "insurance.due-share"      // a share of it
	PaidLeast        rule.Code = "insurance.paid-least"     // what is due, within the limits
	AskedTwo         rule.Code = "insurance.asked-two"      // the inverse question for two classes

	Asked     rule.Code = "insurance.asked"      // an inverse question, and how many answers it has
	Fits      rule.Code = "insurance.fits"       // one sum per head and one number of heads
	FitsRange rule.Code = "insurance.fits-range" // one sum per head and a range of heads
)

var problems = rule.Catalog{
	AmountNegative:   rule.Words("金额不得为负,实为 {value}", "the amount must not be negative: {value}"),
	ClassTwice:       rule.Words("“{class}”出现两次", "{class} stands twice"),
	ClassUncovered:   rule.Words("保单没有“{class}”一档", "the policy has no plan for {class}"),
	HeadsRange:       rule.Words("人数 {value} 不合理", "{value} cannot be"),
	KindTwice:        rule.Words("“{kind}”责任出现两次", "{kind} stands twice"),
	ShareRange:       rule.Words("赔付比例须在 0 与 1 之间,实为 {value}", "a share lies between 0 and 1, not {value}"),
	DailyHospital:    rule.Words("住院津贴须写明每日金额,其他责任不得写", "a hospital allowance states its daily amount, other benefits have none"),
	PolicyTwice:      rule.Words("保单编号“{policy}”出现两次", "policy {policy} stands twice"),
	Hole:             rule.Words("{from} 起至 {until} 前,“{class}”没有有效保单", "{class} has no policy in force from {from} until {until}"),
	TermLong:         rule.Words("期限 {days},超过十年", "a term of {days} is longer than ten years"),
	OutsideProgramme: rule.Words("{day} 不在保障期间内", "{day} is outside the programme's period"),
	CoverUnknown:     rule.Words("保单“{policy}”没有“{class}”一档", "there is no policy {policy} with a plan for {class}"),
	CoverOutside:     rule.Words("承保期间超出保单“{policy}”的期限", "the cover reaches beyond the term of policy {policy}"),
	ClaimTwice:       rule.Words("理赔编号“{claim}”出现两次", "claim {claim} stands twice"),
	ClaimShape:       rule.Words("“{kind}”的损失、程度或天数填写不符", "loss, degree or days do not fit a claim for {kind}"),
	TotalNotPositive: rule.Words("总保额须大于零,实为 {value}", "the total must be above zero, not {value}"),
	StepNotPositive:  rule.Words("级差须大于零,实为 {value}", "the step must be above zero, not {value}"),
	NoUpperEnd:       rule.Words("总保额未写明上限", "the total has no upper end"),
	TooManySums:      rule.Words("待试的人均保额有 {sums} 个,超过 {most} 个:请加大级差或提高人数下限", "{sums} sums per head to try, more than {most}: ask with a larger step or more heads"),

	OfClass:        rule.Words("{class}", "{class}"),
	SumOfClass:     rule.Words("保额:{heads} × {each}", "sum insured: {heads} x {each}"),
	PremiumOfClass: rule.Words("保费:{heads} × {each}", "premium: {heads} x {each}"),
	SumInAll:       rule.Words("保额合计", "sums insured in all"),
	PremiumInAll:   rule.Words("保费合计", "premiums in all"),

	BillOfClass:      rule.Words("{policy}“{class}”:全期 {full}、非全期 {part},每人全期 {premium},共 {days}", "{policy}, {class}: {full} for the full term, {part} for a part, {premium} each for the term, {days} in all"),
	RenewalChange:    rule.Words("续保保费 {after},上期 {before}", "renewal premium {after}, before {before}"),
	UninsuredHeads:   rule.Words("在册 {heads},已承保 {insured},未承保", "{heads} on the register, {insured} insured: not insured"),
	InsuredTwice:     rule.Words("{day} 重复承保", "insured more than once on {day}"),
	InsuredStrangers: rule.Words("{day} 已承保而不在册", "insured on {day} but not on the register"),
	NotCovered:       rule.Words("{person} 在 {day} 没有有效保障", "{person} has no cover on {day}"),
	NoBenefit:        rule.Words("保单不含“{kind}”责任", "the policies have no benefit for {kind}"),
	DueDegree:        rule.Words("保额 {of} × 程度 {share}", "sum {of} x degree {share}"),
	DueSum:           rule.Words("按保额全额", "the full sum"),
	DueDays:          rule.Words("每日 {daily} × {days}", "{daily} a day x {days}"),
	DueLoss:          rule.Words("损失 {loss} − 免赔额 {deductible}", "loss {loss} less deductible {deductible}"),
	DueShare:         rule.Words("{of} × 赔付比例 {share}", "{of} x share {share}"),
	PaidLeast:        rule.Words("应付与各项限额取小", "the smallest of what is due and the limits"),
	AskedTwo:         rule.Words("两类人员合计 {heads} 人、总保额 {total},人均保额以 {step} 为级差:{pairs} 对保额相符,组合数", "two classes, {heads} heads in all, total {total}, sums in steps of {step}: {pairs} pairs of sums agree, with this many combinations"),

	Asked:     rule.Words("总保额 {total} 元,人数 {heads},人均保额以 {step} 为级差:相符的组合数", "total {total} yuan, heads {heads}, sums per head in steps of {step}: pairs that agree"),
	Fits:      rule.Words("{heads} × 人均保额 {sum}", "{heads} x {sum} per head"),
	FitsRange: rule.Words("人均保额 {sum}:{from}至{to}均相符", "{sum} per head: every number from {from} to {to} agrees"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
