package funding

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of the faults of schemes and requests.
const (
	NoSources          rule.Code = "scheme.no-sources"       // nobody pays
	TooManySources     rule.Code = "scheme.too-many-sources" // more than 64
	SourceTwice        rule.Code = "scheme.source-twice"     // two sources with one id
	ShortWithoutBudget rule.Code = "scheme.short-no-budget"  // a shortage policy and no budget
	ParameterUnused    rule.Code = "scheme.parameter-unused" // a parameter the method does not take
	RatioRange         rule.Code = "scheme.ratio-range"      // a ratio out of range
	RatioDigits        rule.Code = "scheme.ratio-digits"     // a ratio with too many decimals
	TierEdge           rule.Code = "scheme.tier-edge"        // a tier that ends within a fen
	TerritoryLevel     rule.Code = "scheme.territory-level"  // a territory below the level of the money
	TerritoryOutside   rule.Code = "territory.outside"       // not in the scheme's territory
	AmountNegative     rule.Code = "amount.negative"         // below zero
	AmountNotPositive  rule.Code = "amount.not-positive"     // not above zero
	RequestTwice       rule.Code = "request.twice"           // two requests with one id
	ScoreRange         rule.Code = "request.score-range"     // not 0 to 100,000 with six decimals
	UnitsRange         rule.Code = "request.units-range"     // below zero or absurdly many
	DateOutside        rule.Code = "request.date-outside"    // not in the scheme's period
	AwardRange         rule.Code = "award.range"             // beyond the range of Money
	AwardTotalRange    rule.Code = "award.total-range"       // all sources together beyond it
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
	CutProRata       rule.Code = "award.cut-pro-rata"      // the budget is short, all are cut
	CutByPriority    rule.Code = "award.cut-by-priority"   // the budget is short, the last get less
	SourcePays       rule.Code = "award.source"            // what one source pays
	AwardTotal       rule.Code = "award.total"             // what all sources pay
	UnmetRest        rule.Code = "award.unmet"             // what nobody pays
)

var schemeSentences = rule.Catalog{
	NoSources:          rule.Words("没有资金来源", "there is no source"),
	TooManySources:     rule.Words("资金来源超过 {most} 个", "there are more than {most} sources"),
	SourceTwice:        rule.Words("资金来源编号“{id}”与第 {first} 个(从零数起)重复", "source id {id} is also that of source {first}, counted from zero"),
	ShortWithoutBudget: rule.Words("未设预算,却写了不足时的办法", "a shortage policy without a budget"),
	ParameterUnused:    rule.Words("“{method}”办法不用这一参数", "the method {method} does not take this parameter"),
	RatioRange:         rule.Words("比例 {ratio} 超出范围,应为{range}", "ratio {ratio} is out of range: {range}"),
	RatioDigits:        rule.Words("比例 {ratio} 小数位过多,至多 {most} 位", "ratio {ratio} has more than {most} decimals"),
	TierEdge:           rule.Words("分段界限 {edge} 元不足分", "the tier ends within a fen, at {edge} yuan"),
	TerritoryLevel:     rule.Words("地域 {territory} 低于“{kind}”的层级", "territory {territory} lies below the level of {kind}"),
	TerritoryOutside:   rule.Words("地域 {territory} 不在办法适用的 {scheme} 范围内", "territory {territory} is not within the scheme's {scheme}"),
	AmountNegative:     rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountNotPositive:  rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero: {amount}"),
	RequestTwice:       rule.Words("申请编号“{id}”已用于另一件申请", "request id {id} is used by another request too"),
	ScoreRange:         rule.Words("得分须在 0 至 {most} 之间,至多六位小数", "the score must lie between 0 and {most}, with at most six decimals"),
	UnitsRange:         rule.Words("数量 {units} 超出范围(0 至 {most})", "{units} units are out of range (0 to {most})"),
	DateOutside:        rule.Words("申请日期 {date} 不在办法施行期内({period})", "the date {date} is outside the scheme's period ({period})"),
	AwardRange:         rule.Words("“{source}”应付金额超出可表示的范围", "what {source} would pay is beyond the range of an amount"),

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
	CutProRata:       rule.Words("预算 {budget} 不足以支付 {claims},按比例:{claim} × {budget} ÷ {claims},最大余数法", "budget {budget} is short of {claims}, pro rata: {claim} × {budget} ÷ {claims}, largest remainder"),
	CutByPriority:    rule.Words("预算 {budget} 不足以支付 {claims},按得分从高到低;得分 {score},应得 {claim}", "budget {budget} is short of {claims}, highest score first; score {score}, claim {claim}"),
	SourcePays:       rule.Words("{source}", "{source}"),
	AwardTotal:       rule.Words("合计", "total"),
	UnmetRest:        rule.Words("申请 {asked},尚有 {unmet} 没有着落", "{unmet} of {asked} is not met by any source"),
}
