package funding

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// OneThreeX returns a scheme of the "1+3+X" input model for a district: social
// money secured comes first (X), the welfare-lottery fund matches it (1), and
// district, subdistrict and community share what is left (3).
//
// The source document names the sources and says that government money levers
// social money; it gives no ratio, cap or order. Those here are illustrative:
// the lottery fund matches at 1:1 up to 20,000 yuan a project, the three tiers
// share the rest 50:30:20. Budgets are left to the caller; where one is set the
// shortage policy must be set as well.
func OneThreeX(district org.Territory) Scheme {
	return Scheme{
		Head: rule.Head{
			ID:    "one-three-x.illustrative",
			Title: rule.Words("“1+3+X”资金投入模式(示例比例)", `The "1+3+X" input model (illustrative ratios)`),
			Source: rule.Source{
				Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
				Issuer: "浙江省民政厅网站",
				Date:   rule.Day(2015, 4, 21),
			},
			Status: rule.Illustrative,
			Period: rule.Since(rule.Day(2012, 1, 1)),
		},
		Territory: district,
		Rounding:  ToFen(HalfUp),
		Sources: []Source{
			{
				ID: "social", Title: rule.Words("社会多元资金", "social money"),
				Kind: OtherSocial, Rule: Rule{Method: Secured},
			},
			{
				ID: "lottery", Title: rule.Words("福利彩票公益金", "welfare-lottery fund"),
				Kind: Lottery, Rule: Rule{Method: Match, Ratio: rule.Dec("1")}, Cap: new(Yuan(20_000)),
			},
			{
				ID: "district", Title: rule.Words("区级财政补助", "district subsidy"),
				Kind: District, Territory: district, Rule: Rule{Method: Rest, Ratio: rule.Dec("50")},
			},
			{
				ID: "subdistrict", Title: rule.Words("镇(街道)财政补助", "subdistrict subsidy"),
				Kind: Subdistrict, Territory: district, Rule: Rule{Method: Rest, Ratio: rule.Dec("30")},
			},
			{
				ID: "community", Title: rule.Words("村(社区)补助", "community subsidy"),
				Kind: Community, Territory: district, Rule: Rule{Method: Rest, Ratio: rule.Dec("20")},
			},
		},
	}
}
