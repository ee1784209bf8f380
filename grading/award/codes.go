package award

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	GivenTwice        rule.Code = "award.given-twice"   // two grades given on a day
	AmountNotPositive rule.Code = "award.amount"        // an amount not above zero
	PlacesFew         rule.Code = "award.places"        // no place to win
	ThenShape         rule.Code = "award.then"          // further comparisons without ties that ask for them, or the reverse
	ThenCount         rule.Code = "award.then-count"    // a wrong number of further comparisons
	EntrantTwice      rule.Code = "award.entrant-twice" // one id for two entrants
	TurnTwice         rule.Code = "award.turn-twice"    // two turns on a day
	TurnRefused       rule.Code = "award.turn-refused"  // a turn the state does not allow
)

// Codes of the reasons this package gives.
const (
	PrizeWon     rule.Code = "award.prize-won"      // within the places
	PrizeTied    rule.Code = "award.prize-tied"     // equals at the last place win
	PrizeTiedOut rule.Code = "award.prize-tied-out" // equals at the last place do not
	PrizeBeyond  rule.Code = "award.prize-beyond"   // beyond the places
	PrizeBelow   rule.Code = "award.prize-below"    // below the least
	TurnOf       rule.Code = "award.turn"           // a turn of a payment
	MonthsPaid   rule.Code = "award.months"         // how many months are paid
)

var problems = rule.Catalog{
	GivenTwice:        rule.Words("{day} 评定了两个等级", "two grades on {day}"),
	AmountNotPositive: rule.Words("金额须大于零,实为 {amount}", "an amount must be above zero, not {amount}"),
	PlacesFew:         rule.Words("名额须不少于一个,实为 {places}", "there must be at least one place, not {places}"),
	ThenShape:         rule.Words("并列时依次比较的,须写明比较什么;否则不得写", "further comparisons are named where ties ask for them, and nowhere else"),
	ThenCount:         rule.Words("依次比较的数有 {got} 个,应为 {want} 个", "{got} further comparisons, not {want}"),
	EntrantTwice:      rule.Words("编号“{id}”重复,前一处为第 {first} 项(从零数起)", "id \"{id}\" stands twice; the other is item {first}, counted from zero"),
	TurnTwice:         rule.Words("{day} 有两项变动,前一处为第 {first} 项(从零数起)", "two turns on {day}; the other is item {first}, counted from zero"),
	TurnRefused:       rule.Words("{state}时不能“{turn}”", "{turn}: not possible where it is {state}"),

	PrizeWon:     rule.Words("得分 {score},第 {place} 名(名额 {places})", "{score}: place {place} of {places}"),
	PrizeTied:    rule.Words("得分 {score},与共 {equals} 家并列第 {place} 名,并列者均获奖(名额 {places})", "{score}: {equals} equal at place {place} of {places}, all of them win"),
	PrizeTiedOut: rule.Words("得分 {score},与共 {equals} 家并列第 {place} 名,超出名额 {places},并列者均不获奖", "{score}: {equals} equal at place {place}, more than the {places} places hold, none of them wins"),
	PrizeBeyond:  rule.Words("得分 {score},第 {place} 名,不在前 {places} 名", "{score}: place {place}, not among the first {places}"),
	PrizeBelow:   rule.Words("得分 {score},低于最低得分 {least}", "{score} is below the least of {least}"),
	TurnOf:       rule.Words("{day} 起{turn}", "{turn} on {day}"),
	MonthsPaid:   rule.Words("{year} 年应发月数({counts}的月份)", "months paid for in {year} ({counts})"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
