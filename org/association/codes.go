package association

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	Unknown         rule.Code = "association.unknown"          // the registry holds no such organization
	OutsideLife     rule.Code = "association.outside-life"     // membership before the association is there
	MemberTwice     rule.Code = "association.member-twice"     // one membership twice at a time
	NotMember       rule.Code = "association.not-member"       // no member on the day
	ObligationTwice rule.Code = "association.obligation-twice" // two obligations of one id
	ObligationNone  rule.Code = "association.obligation-none"  // no such obligation
	Certified       rule.Code = "association.no-obligation"    // certification asks by conditions, not by obligations
	WeightRange     rule.Code = "association.weight"           // a weight outside 1 to 100
	WindowRange     rule.Code = "association.window"           // a window outside 1 to 120 months
	LadderFalls     rule.Code = "association.ladder-falls"     // a heavier breach with a milder sanction
	NoPledge        rule.Code = "association.no-pledge"        // a signature under what needs none
	SignedTwice     rule.Code = "association.signed-twice"     // one pledge twice at a time
	FactForeign     rule.Code = "association.fact-foreign"     // a fact the certification does not know
	ClaimTwice      rule.Code = "association.claim-twice"      // two claims of one member on a day
)

// Codes of the reasons this package gives.
const (
	BreachCounts   rule.Code = "association.breach-counts"   // a breach within the window
	BreachUnsigned rule.Code = "association.breach-unsigned" // of a pledge the member had not signed
	BreachOld      rule.Code = "association.breach-old"      // outside the window
	WeightOf       rule.Code = "association.weight-of"       // all breaches together
	SanctionIs     rule.Code = "association.sanction-is"     // what the weight leads to
	Unproven       rule.Code = "association.unproven"        // a fact without a document
	ValidUntil     rule.Code = "association.valid-until"     // how long a certificate runs
	Expired        rule.Code = "association.expired"         // a certificate that has run out
	NeverClaimed   rule.Code = "association.never-claimed"   // nothing to certify
	MembershipEnds rule.Code = "association.membership-ends" // no member any more
	Rests          rule.Code = "association.rests"           // a sanction suspends the qualification
)

var problems = rule.Catalog{
	Unknown:         rule.Words("名录中没有“{id}”", "the registry holds no organization {id}"),
	OutsideLife:     rule.Words("{from} 时该协会不存续", "the association is not there on {from}"),
	MemberTwice:     rule.Words("与第 {first} 行(从零数起)的会员期间重叠", "overlaps the membership of row {first}, counted from zero"),
	NotMember:       rule.Words("{member} 在 {on} 不是会员", "{member} is no member on {on}"),
	ObligationTwice: rule.Words("义务“{id}”写了两次", "obligation {id} stands twice"),
	ObligationNone:  rule.Words("没有义务“{id}”", "there is no obligation {id}"),
	Certified:       rule.Words("资质认定以条件表述,不列为义务", "certification is stated by conditions, not as an obligation"),
	WeightRange:     rule.Words("分量 {value} 须在 1 至 100 之间", "a weight of {value} is not between 1 and 100"),
	WindowRange:     rule.Words("累计期间须为 1 至 120 个月,实为 {months}", "the window is 1 to 120 months, not {months}"),
	LadderFalls:     rule.Words("违约更重,措施反而更轻", "a heavier weight leads to a milder sanction"),
	NoPledge:        rule.Words("“{id}”不是责任状,无须签署", "{id} is no pledge and is not signed"),
	SignedTwice:     rule.Words("与第 {first} 行(从零数起)的签署期间重叠", "overlaps the pledge of row {first}, counted from zero"),
	FactForeign:     rule.Words("资质认定没有名为“{fact}”的事实", "the certification knows no fact {fact}"),
	ClaimTwice:      rule.Words("{member} 在 {on} 申请了两次", "{member} claims twice on {on}"),

	BreachCounts:   rule.Words("{on} 违反“{obligation}”({instrument})", "{on}: breach of {obligation} ({instrument})"),
	BreachUnsigned: rule.Words("{on} 违反“{obligation}”,当时未签署,不计", "{on}: breach of {obligation}, not signed then and not counted"),
	BreachOld:      rule.Words("{on} 违反“{obligation}”,已逾 {months},不再累计", "{on}: breach of {obligation}, longer ago than {months} and no longer counted"),
	WeightOf:       rule.Words("{months} 内违约累计", "breaches within {months} together"),
	SanctionIs:     rule.Words("累计 {weight}({band})", "weight {weight} ({band})"),
	Unproven:       rule.Words("“{fact}”没有证明材料,视为未说明", "{fact} is proven by no document and counts as not stated"),
	ValidUntil:     rule.Words("{from} 认定,有效期 {valid}", "certified on {from}, valid for {valid}"),
	Expired:        rule.Words("资质已于 {until} 到期", "the certificate ran out on {until}"),
	NeverClaimed:   rule.Words("没有获得认定的申请", "no claim was ever granted"),
	MembershipEnds: rule.Words("在 {on} 已不是会员", "no member on {on}"),
	Rests:          rule.Words("因“{sanction}”,资质中止", "the qualification rests: {sanction}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
