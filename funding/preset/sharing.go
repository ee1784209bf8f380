package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// FourThreeThree returns an illustrative sharing of what is asked by district,
// subdistrict and community, 4:3:3.
func FourThreeThree(district org.Territory) funding.Scheme {
	return funding.Scheme{
		Head:      illustrative("four-three-three.illustrative", "三级财政 4:3:3 分担(示例)", "Three levels share 4:3:3 (illustrative)"),
		Territory: district, Rounding: toFen(),
		Sources: []funding.Source{
			weight("district", rule.Words("区级财政补助", "district subsidy"), funding.District, district, "4"),
			weight("subdistrict", rule.Words("镇(街道)财政补助", "subdistrict subsidy"), funding.Subdistrict, district, "3"),
			weight("community", rule.Words("村(社区)补助", "community subsidy"), funding.Community, district, "3"),
		},
	}
}

// OneToOne returns an illustrative match of social money at 1:1, up to 20,000.
func OneToOne(district org.Territory) funding.Scheme {
	return match("one-to-one.illustrative", "社会资金 1:1 配套(示例)", "Social money matched 1:1 (illustrative)", district,
		funding.Rule{Method: funding.Match, Ratio: rule.Dec("1")})
}

// TieredMatch returns an illustrative match of social money in tiers: up to
// 10,000 at 1:1, beyond at 1:0.5, at most 20,000.
func TieredMatch(district org.Territory) funding.Scheme {
	limit := rule.Dec("10000")
	return match("tiered-match.illustrative", "社会资金分段配套(示例)", "Social money matched in tiers (illustrative)", district,
		funding.Rule{Method: funding.Match, Tiers: []funding.Tier{
			{In: rule.AtMost(limit), Is: rule.Dec("1")}, {In: rule.Above(limit), Is: rule.Dec("0.5")},
		}})
}

func match(id, zh, en string, district org.Territory, by funding.Rule) funding.Scheme {
	return funding.Scheme{
		Head: illustrative(id, zh, en), Territory: district, Rounding: toFen(),
		Sources: []funding.Source{
			{ID: "social", Title: rule.Words("社会多元资金", "social money"), Kind: funding.OtherSocial, Rule: funding.Rule{Method: funding.Secured}},
			{ID: "lottery", Title: rule.Words("福利彩票公益金", "welfare-lottery fund"), Kind: funding.Lottery, Rule: by, Cap: new(funding.Yuan(20_000))},
		},
	}
}

// RoutineActivity returns the subsidy of an organization's routine activity
// costs (日常活动经费) by two levels in proportion: town or subdistrict, and village
// or community. That both pay in proportion is the source document's; the
// proportion of 60:40 and the limits of 3,000 and 2,000 for an organization and
// year, first come first served, are illustrative. Requests are dated.
func RoutineActivity(district org.Territory) funding.Scheme {
	limited := func(s funding.Source, yuan int64) funding.Source {
		s.Limits = []funding.Limit{{Per: funding.PerOrganizationYear, Most: funding.Yuan(yuan), Short: funding.FirstCome}}
		return s
	}
	s := funding.Scheme{
		Head:      illustrative("routine-activity.illustrative", "社会组织日常活动经费两级补助(示例比例)", "Routine activity costs, two levels (illustrative ratio)"),
		Territory: district, Rounding: toFen(),
		Sources: []funding.Source{
			limited(weight("subdistrict", rule.Words("镇(街道)补助", "town (subdistrict) subsidy"), funding.Subdistrict, district, "60"), 3_000),
			limited(weight("community", rule.Words("村(社区)补助", "village (community) subsidy"), funding.Community, district, "40"), 2_000),
		},
	}
	s.Source = rule.Source{
		Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
		Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
	}
	return s
}
