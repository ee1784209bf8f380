package funding

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of the faults of schemes and requests.
const (
	NoSources            rule.Code = "scheme.no-sources"             // nobody pays
	TooManySources       rule.Code = "scheme.too-many-sources"       // more than 64
	SourceTwice          rule.Code = "scheme.source-twice"           // two sources with one id
	ShortWithoutBudget   rule.Code = "scheme.short-no-budget"        // a shortage policy and no budget
	ParameterUnused      rule.Code = "scheme.parameter-unused"       // a parameter the method does not take
	RatioRange           rule.Code = "scheme.ratio-range"            // a ratio out of range
	RatioDigits          rule.Code = "scheme.ratio-digits"           // a ratio with too many decimals
	TierEdge             rule.Code = "scheme.tier-edge"              // a tier that ends within a fen
	TerritoryLevel       rule.Code = "scheme.territory-level"        // a territory below the level of the money
	TerritoryOutside     rule.Code = "territory.outside"             // not in the scheme's territory
	AmountNegative       rule.Code = "amount.negative"               // below zero
	AmountNotPositive    rule.Code = "amount.not-positive"           // not above zero
	RequestTwice         rule.Code = "request.twice"                 // two requests with one id
	ScoreRange           rule.Code = "request.score-range"           // not 0 to 100,000 with six decimals
	UnitsRange           rule.Code = "request.units-range"           // below zero or absurdly many
	DateOutside          rule.Code = "request.date-outside"          // not in the scheme's period
	FactTaken            rule.Code = "scheme.fact-taken"             // a declared fact with a name of the library's own
	FactNotNumber        rule.Code = "scheme.fact-not-number"        // bands over a fact that is no number
	SourceUnknown        rule.Code = "scheme.source-unknown"         // a source that is not in the scheme
	SourceLater          rule.Code = "scheme.source-later"           // a source whose turn comes later is asked what it pays
	AfterCircle          rule.Code = "scheme.after-circle"           // sources that wait for one another
	MatchNotSocial       rule.Code = "scheme.match-not-social"       // a match of money that is not social
	PortionsAboveOne     rule.Code = "scheme.portions-above-one"     // fixed parts of one rest that exceed it
	NotAscending         rule.Code = "scheme.not-ascending"          // tiers or bands out of order
	TooManyCases         rule.Code = "scheme.too-many-cases"         // more than 1,000
	SpanAndAmount        rule.Code = "scheme.span-and-amount"        // a range stated beside one amount
	MonthsRange          rule.Code = "months.range"                  // below zero or above 120
	AboveCap             rule.Code = "scheme.above-cap"              // a floor or least amount above the cap
	TooManyEnvelopes     rule.Code = "scheme.too-many-envelopes"     // more than 1,000 envelopes or limits
	EnvelopeTwice        rule.Code = "scheme.envelope-twice"         // two envelopes with one id
	EnvelopeUnreachable  rule.Code = "scheme.envelope-unreachable"   // an earlier envelope takes all its requests
	EnvelopesAboveBudget rule.Code = "scheme.envelopes-above-budget" // envelopes that are together more than the budget
	PoolWithoutEnvelopes rule.Code = "scheme.pool-no-envelopes"      // unspent money of envelopes where there are none
	NextNotLater         rule.Code = "scheme.next-not-later"         // unspent money for a source whose turn does not come later
	NextUnlimited        rule.Code = "scheme.next-unlimited"         // unspent money for a source without a budget
	NextAndCarry         rule.Code = "scheme.next-and-carry"         // unspent money that goes two ways
	TooManyItems         rule.Code = "cost.too-many"                 // more than 200 items of cost
	ItemTwice            rule.Code = "cost.item-twice"               // one sort of cost listed twice
	ItemUnknown          rule.Code = "cost.item-unknown"             // a sort of cost that the scheme does not list
	ItemExcludedLimit    rule.Code = "cost.excluded-limit"           // a limit on what does not count
	EligibleAndItems     rule.Code = "request.eligible-and-items"    // the eligible cost stated beside the items it follows from
	AwardRange           rule.Code = "award.range"                   // beyond the range of Money
	AwardTotalRange      rule.Code = "award.total-range"             // all sources together beyond it
)

// Codes of the reasons of an award.
const (
	OutsideTerritory rule.Code = "award.outside-territory" // the source pays elsewhere
	NotEligible      rule.Code = "award.not-eligible"      // the source's condition is not met
	FixedAmount      rule.Code = "award.fixed"             // a fixed amount
	SecuredMoney     rule.Code = "award.secured"           // the social money secured
	ShareOfRequest   rule.Code = "award.share"             // a share of the eligible amount
	MatchOfSocial    rule.Code = "award.match"             // a match of social money
	AmountPerUnit    rule.Code = "award.per-unit"          // an amount for each unit
	AmountPerPoint   rule.Code = "award.per-point"         // an amount for each point
	TierPart         rule.Code = "award.tier"              // one tier's part
	TierSum          rule.Code = "award.tiers"             // the tiers together
	ShareOfRest      rule.Code = "award.rest"              // a share of the unmet rest
	Capped           rule.Code = "award.capped"            // limited to the cap for one request
	WithinRest       rule.Code = "award.within-rest"       // limited to what is still unmet
	NotPaidBefore    rule.Code = "award.not-paid-before"   // a source it waits for pays nothing
	ShareOfSource    rule.Code = "award.share-of-source"   // a share or match of what another source pays
	PortionOfRest    rule.Code = "award.portion"           // a fixed part of the unmet rest
	LastPays         rule.Code = "award.last-payer"        // the whole unmet rest
	BandAmount       rule.Code = "award.band"              // the amount of a band
	NoBand           rule.Code = "award.no-band"           // the number lies in no band
	CaseAmount       rule.Code = "award.case"              // the amount of a case
	CaseSpan         rule.Code = "award.case-span"         // the amount in the range of a case
	NoCase           rule.Code = "award.no-case"           // no case holds
	ByMonths         rule.Code = "award.by-months"         // pro rata by months
	DifferenceOnly   rule.Code = "award.difference"        // less what was received before
	RaisedToFloor    rule.Code = "award.floor"             // raised to the least for one request
	ShareBound       rule.Code = "award.share-bound"       // a bound that is a share of the eligible cost
	CappedToShare    rule.Code = "award.capped-share"      // limited to that bound
	BelowLeast       rule.Code = "award.below-least"       // too little to be paid
	EligibleCost     rule.Code = "award.eligible"          // the items that count
	ItemCounts       rule.Code = "award.item"              // an item of cost counts
	ItemExcluded     rule.Code = "award.item-excluded"     // an item of cost does not count
	ItemCapped       rule.Code = "award.item-capped"       // an item of cost counts up to an amount
	ItemPart         rule.Code = "award.item-part"         // an item of cost counts up to a part of all
	SocialMoney      rule.Code = "award.social"            // social money, what is given in kind counted
	InKindCounts     rule.Code = "award.in-kind"           // what contributions in kind count for
	CutProRata       rule.Code = "award.cut-pro-rata"      // the budget is short, all are cut
	CutByPriority    rule.Code = "award.cut-by-priority"   // the budget is short, the last get less
	CutFirstCome     rule.Code = "award.cut-first-come"    // the budget is short, the last to come get less
	CutEqually       rule.Code = "award.cut-equally"       // the budget is short, all are paid at one rate
	BudgetShort      rule.Code = "award.budget-short"      // why
	CutToEqual       rule.Code = "award.cut-to-equal"      // the budget is short, all get the same up to the claim
	CutByEqual       rule.Code = "award.cut-by-equal"      // the budget is short, all lose the same
	CutOffLine       rule.Code = "award.cut-off"           // the budget is short, it reaches down to a score
	FromPool         rule.Code = "award.from-pool"         // more from what others left unspent
	FurtherRound     rule.Code = "award.further-round"     // more from a further round
	CarriedOver      rule.Code = "award.carried-over"      // unspent money goes on to the next round
	Lapsed           rule.Code = "award.lapsed"            // unspent money goes back
	SourcePays       rule.Code = "award.source"            // what one source pays
	AwardTotal       rule.Code = "award.total"             // what all sources pay
	HeldBack         rule.Code = "award.held-back"         // why a source pays no more
	UnmetRest        rule.Code = "award.unmet"             // what nobody pays
)

var schemeSentences = rule.Catalog{
	NoSources:            rule.Words("没有资金来源", "there is no source"),
	TooManySources:       rule.Words("资金来源超过 {most} 个", "there are more than {most} sources"),
	SourceTwice:          rule.Words("资金来源编号“{id}”与第 {first} 个(从零数起)重复", "source id {id} is also that of source {first}, counted from zero"),
	ShortWithoutBudget:   rule.Words("未设预算,却写了不足时的办法", "a shortage policy without a budget"),
	ParameterUnused:      rule.Words("“{method}”办法不用这一参数", "the method {method} does not take this parameter"),
	RatioRange:           rule.Words("比例 {ratio} 超出范围,应为{range}", "ratio {ratio} is out of range: {range}"),
	RatioDigits:          rule.Words("比例 {ratio} 小数位过多,至多 {most} 位", "ratio {ratio} has more than {most} decimals"),
	TierEdge:             rule.Words("分段界限 {edge} 元不足分", "the tier ends within a fen, at {edge} yuan"),
	TerritoryLevel:       rule.Words("地域 {territory} 低于“{kind}”的层级", "territory {territory} lies below the level of {kind}"),
	TerritoryOutside:     rule.Words("地域 {territory} 不在办法适用的 {scheme} 范围内", "territory {territory} is not within the scheme's {scheme}"),
	AmountNegative:       rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountNotPositive:    rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero: {amount}"),
	RequestTwice:         rule.Words("申请编号“{id}”已用于另一件申请", "request id {id} is used by another request too"),
	ScoreRange:           rule.Words("得分须在 0 至 {most} 之间,至多六位小数", "the score must lie between 0 and {most}, with at most six decimals"),
	UnitsRange:           rule.Words("数量 {units} 超出范围(0 至 {most})", "{units} units are out of range (0 to {most})"),
	DateOutside:          rule.Words("申请日期 {date} 不在办法施行期内({period})", "the date {date} is outside the scheme's period ({period})"),
	FactTaken:            rule.Words("“{fact}”是申请自有的事实,不得另行定义", "{fact} is what every request states itself and cannot be declared"),
	FactNotNumber:        rule.Words("“{fact}”不是数值,不能按档次查找", "{fact} is no number and has no bands"),
	SourceUnknown:        rule.Words("没有编号为“{id}”的资金来源", "there is no source {id}"),
	SourceLater:          rule.Words("“{id}”轮次不在前,此时尚未支付", "the turn of {id} does not come earlier: it has not paid yet"),
	AfterCircle:          rule.Words("相互等待,永远轮不到:{sources}", "these wait for one another and never have their turn: {sources}"),
	MatchNotSocial:       rule.Words("配套的对象须是社会资金,“{source}”是{kind}", "only social money is matched, and {source} is {kind}"),
	PortionsAboveOne:     rule.Words("固定分担比例合计 {sum},超过一:{sources}", "the fixed parts sum to {sum}, more than the whole: {sources}"),
	NotAscending:         rule.Words("分段须由低到高排列:“{interval}”", "tiers and bands must ascend: {interval}"),
	TooManyCases:         rule.Words("情形超过 {most} 种", "there are more than {most} cases"),
	SpanAndAmount:        rule.Words("已写明幅度,不得另写定额", "a range stands in place of the amount and cannot be stated beside it"),
	MonthsRange:          rule.Words("月数 {months} 超出范围(0 至 {most})", "{months} months are out of range (0 to {most})"),
	AboveCap:             rule.Words("{amount} 高于封顶额 {cap}", "{amount} is above the cap of {cap}"),
	TooManyEnvelopes:     rule.Words("分类额度或限额超过 {most} 项", "there are more than {most} envelopes or limits"),
	EnvelopeTwice:        rule.Words("额度编号“{id}”与第 {first} 项(从零数起)重复", "envelope id {id} is also that of envelope {first}, counted from zero"),
	EnvelopeUnreachable:  rule.Words("额度“{id}”永远用不到:第 {first} 项(从零数起)已包含其全部申请", "envelope {id} is never used: envelope {first}, counted from zero, takes all its requests"),
	EnvelopesAboveBudget: rule.Words("各项额度合计 {sum},超过预算 {budget}", "the envelopes sum to {sum}, more than the budget of {budget}"),
	PoolWithoutEnvelopes: rule.Words("没有分类额度,不能调剂使用", "there are no envelopes whose money could be used elsewhere"),
	NextNotLater:         rule.Words("结余只能转入轮次在后的来源,“{id}”不是", "unspent money goes only to a source whose turn comes later, and {id} is none"),
	NextUnlimited:        rule.Words("“{source}”没有预算限制,不能转入结余", "{source} has no budget that unspent money could raise"),
	NextAndCarry:         rule.Words("结余既转入他处,又结转下年,只能择一", "what is left goes to another source and to the next round: only one is possible"),
	TooManyItems:         rule.Words("费用科目超过 {most} 项", "there are more than {most} items of cost"),
	ItemTwice:            rule.Words("费用科目“{item}”与第 {first} 个(从零数起)重复", "item {item} is also that of row {first}, counted from zero"),
	ItemUnknown:          rule.Words("办法没有列出费用科目“{item}”", "the scheme lists no item of cost {item}"),
	ItemExcludedLimit:    rule.Words("不予列支的科目不得再设限额", "what does not count cannot have a limit"),
	EligibleAndItems:     rule.Words("已列费用科目,不得另填可列支费用", "the eligible cost follows from the items and cannot be stated beside them"),
	AwardRange:           rule.Words("“{source}”应付金额超出可表示的范围", "what {source} would pay is beyond the range of an amount"),

	AwardTotalRange: rule.Words("各来源应付合计超出可表示的范围", "what all sources would pay is beyond the range of an amount"),

	OutsideTerritory: rule.Words("申请地域 {territory} 不属 {own},不参与", "the request comes from {territory}, not from {own}: takes no part"),
	NotEligible:      rule.Words("不符合下列条件", "these conditions are not met"),
	FixedAmount:      rule.Words("定额", "fixed amount"),
	SecuredMoney:     rule.Words("落实的社会资金", "social money secured"),
	ShareOfRequest:   rule.Words("可列支费用 {base} × {ratio}", "eligible cost {base} × {ratio}"),
	MatchOfSocial:    rule.Words("社会资金 {base} × 配套比例 {ratio}", "social money {base} × match {ratio}"),
	AmountPerUnit:    rule.Words("{amount} × {units}", "{amount} × {units}"),
	AmountPerPoint:   rule.Words("每分 {amount} × {score}", "{amount} a point × {score}"),
	TierPart:         rule.Words("其中 {base} × {ratio}", "{base} of it × {ratio}"),
	TierSum:          rule.Words("分段合计 {sum}", "tiers together {sum}"),
	ShareOfRest:      rule.Words("余额 {rest} × {weight} ÷ {weights},最大余数法", "rest {rest} × {weight} ÷ {weights}, largest remainder"),
	Capped:           rule.Words("{amount},单项不超过 {cap}", "{amount}, at most {cap} for one request"),
	WithinRest:       rule.Words("{amount},不超过尚缺的 {rest}", "{amount}, at most the unmet {rest}"),
	NotPaidBefore:    rule.Words("{sources} 未支付,不参与", "{sources} does not pay: takes no part"),
	ShareOfSource:    rule.Words("{source}支付的 {base} × {ratio}", "{base} paid by {source} × {ratio}"),
	PortionOfRest:    rule.Words("余额 {rest} × {ratio},最大余数法", "rest {rest} × {ratio}, largest remainder"),
	LastPays:         rule.Words("兜底:其他来源之后的余额 {rest}", "last payer: the rest of {rest} after all others"),
	BandAmount:       rule.Words("{fact} {value},属“{band}”一档,{amount}", "{fact} {value} lies in the band {band}: {amount}"),
	NoBand:           rule.Words("{fact} {value},不属任何一档", "{fact} {value} lies in no band"),
	CaseAmount:       rule.Words("符合第 {case} 种情形,{amount}", "case {case} holds: {amount}"),
	CaseSpan:         rule.Words("符合第 {case} 种情形,{from} 至 {to}", "case {case} holds: {from} to {to}"),
	NoCase:           rule.Words("不符合任何一种情形", "no case holds"),
	ByMonths:         rule.Words("{sum} × {months} ÷ {of} 个月", "{sum} × {months} ÷ {of} months"),
	DifferenceOnly:   rule.Words("{amount},扣除此前已领取的 {received},只发差额", "{amount} less the {received} received before: only the difference"),
	RaisedToFloor:    rule.Words("{amount},不低于 {floor}", "{amount}, at least {floor}"),
	ShareBound:       rule.Words("可列支费用 {eligible} × {ratio}", "eligible cost {eligible} × {ratio}"),
	CappedToShare:    rule.Words("{amount},不超过可列支费用的一定比例 {most}", "{amount}, at most the stated share of the eligible cost, {most}"),
	BelowLeast:       rule.Words("{amount},不足起付额 {least},不予支付", "{amount} is below {least}, the least that is paid"),
	EligibleCost:     rule.Words("可列支费用", "eligible cost"),
	ItemCounts:       rule.Words("{item} {amount},全额列支", "{item} {amount} counts in full"),
	ItemExcluded:     rule.Words("{item} {amount},不予列支", "{item} {amount} does not count"),
	ItemCapped:       rule.Words("{item} {amount},列支不超过 {most}", "{item} {amount} counts up to {most}"),
	ItemPart:         rule.Words("{item} {amount},列支不超过各项合计 {all}的 {ratio}", "{item} {amount} counts up to {ratio} of all items, {all}"),
	SocialMoney:      rule.Words("社会资金,含实物、劳务折价", "social money, contributions in kind counted"),
	InKindCounts:     rule.Words("实物、劳务 {in_kind},按 {ratio} 折算", "{in_kind} in kind count at {ratio}"),
	CutProRata:       rule.Words("{of} {budget} 不足以支付 {claims},按比例:{claim} × {budget} ÷ {claims},最大余数法", "{of} {budget} is short of {claims}, pro rata: {claim} × {budget} ÷ {claims}, largest remainder"),
	CutByPriority:    rule.Words("{of} {budget} 不足以支付 {claims},按得分从高到低;得分 {score},应得 {claim}", "{of} {budget} is short of {claims}, highest score first; score {score}, claim {claim}"),
	CutFirstCome:     rule.Words("{of} {budget} 不足以支付 {claims},先到先得;申请日期 {date},应得 {claim}", "{of} {budget} is short of {claims}, first come by date; applied {date}, claim {claim}"),
	CutEqually:       rule.Words("{claim} × {rate},各申请按同一比例下调", "{claim} × {rate}, the same rate for all"),
	BudgetShort:      rule.Words("{of} {budget} 不足以支付 {claims}", "{of} {budget} is short of {claims}"),
	CutToEqual:       rule.Words("{of} {budget} 不足以支付 {claims},等额分配:每件至多 {level},应得 {claim}", "{of} {budget} is short of {claims}, equal amounts: at most {level} each, claim {claim}"),
	CutByEqual:       rule.Words("{of} {budget} 不足以支付 {claims},等额扣减:每件扣 {loss},应得 {claim}", "{of} {budget} is short of {claims}, equal losses: {loss} off each, claim {claim}"),
	CutOffLine:       rule.Words("{of} {budget} 不足以支付 {claims},分数线 {line};得分 {score},应得 {claim}", "{of} {budget} is short of {claims}, cut off at {line}; score {score}, claim {claim}"),
	FromPool:         rule.Words("{amount},另由结余额度补足 {more}", "{amount}, and {more} from what others leave unspent"),
	FurtherRound:     rule.Words("{amount},{round}再付 {more}", "{amount}, and {more} in {round}"),
	CarriedOver:      rule.Words("{source}结余 {left},结转下年 {amount}", "{source} has {left} left; {amount} goes on to the next round"),
	Lapsed:           rule.Words("{source}结余 {left},收回 {amount}", "{source} has {left} left; {amount} lapses"),
	SourcePays:       rule.Words("{source}", "{source}"),
	AwardTotal:       rule.Words("合计", "total"),
	HeldBack:         rule.Words("为什么不是更多:{source}少付 {less},因为", "why not more: {source} pays {less} less, since"),
	UnmetRest:        rule.Words("申请 {asked},尚有 {unmet} 没有着落", "{unmet} of {asked} is not met by any source"),
}
