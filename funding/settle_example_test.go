package funding_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleSettle() {
	scheme := funding.OneThreeX(org.Area("330211"))
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "P1", Organization: "虚构邻里中心", Territory: org.Area("330211001"), Asked: funding.Yuan(50_000), Social: funding.Yuan(10_000)},
		{ID: "P2", Organization: "虚构关爱中心", Territory: org.Area("330211002"), Asked: funding.Fen(3_000_001)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, source := range scheme.Sources {
		fmt.Println(source.ID, settled.Cell(0, i), settled.Cell(1, i))
	}
	// Output:
	// social 10000.00 0.00
	// lottery 10000.00 0.00
	// district 15000.00 15000.01
	// subdistrict 9000.00 9000.00
	// community 6000.00 6000.00
}

// A budget that is short is shared in proportion to what is due from it.
func ExampleScheme() {
	scheme := funding.OneThreeX(org.Area("330211"))
	lottery := &scheme.Sources[1]
	lottery.Budget, lottery.Short = new(funding.Yuan(10_000)), funding.ProRata
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "P1", Organization: "虚构中心", Territory: org.Area("330211001"), Asked: funding.Yuan(60_000), Social: funding.Yuan(20_000)},
		{ID: "P2", Organization: "虚构中心", Territory: org.Area("330211001"), Asked: funding.Yuan(60_000), Social: funding.Yuan(10_000)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(settled.Cell(0, 1), settled.Cell(1, 1))
	// Output: 6666.67 3333.33
}

func ExampleScheme_Validate() {
	scheme := funding.OneThreeX(org.Area("330211"))
	scheme.Sources[1].Cap = new(funding.Yuan(-1))
	scheme.Sources[2].Budget = new(funding.Yuan(100)) // and no word on what happens when it is short
	err := scheme.Validate()
	fmt.Println(rule.ProblemsOf(err).In(language.English))
	fmt.Println(errors.Is(err, funding.AmountNegative))
	// Output:
	// sources[1].cap: the amount must not be negative: -¥1.00
	// sources[2].short: is required
	// true
}

func ExampleSettlement_Explain() {
	settled, err := funding.Settle(funding.OneThreeX(org.Area("330211")), []funding.Request{
		{ID: "P1", Organization: "虚构邻里中心", Territory: org.Area("330211001"), Asked: funding.Yuan(20_000), Social: funding.Yuan(5_000)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(settled.Explain(0).In(language.English))
	// Output:
	// Funding decision    rules one-three-x.illustrative (in force 2012-01-01, illustrative)
	// request       P1
	// organization  虚构邻里中心
	// asked         ¥20,000.00
	// awarded       ¥20,000.00
	//
	//  step                                               result      source
	//  1 social money                                     ¥5,000.00
	//      social money secured                           ¥5,000.00   宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理, 2015-04-21 (illustrative)
	//  2 welfare-lottery fund                             ¥5,000.00
	//      social money ¥5,000.00 × match 1               ¥5,000.00   宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理, 2015-04-21, half up to ¥0.01 (illustrative)
	//  3 district subsidy                                 ¥5,000.00
	//      rest ¥10,000.00 × 50 ÷ 100, largest remainder  ¥5,000.00   宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理, 2015-04-21 (illustrative)
	//  4 subdistrict subsidy                              ¥3,000.00
	//      rest ¥10,000.00 × 30 ÷ 100, largest remainder  ¥3,000.00   宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理, 2015-04-21 (illustrative)
	//  5 community subsidy                                ¥2,000.00
	//      rest ¥10,000.00 × 20 ÷ 100, largest remainder  ¥2,000.00   宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理, 2015-04-21 (illustrative)
	//  6 total                                            ¥20,000.00
}

func ExampleFromDecimal() {
	m, err := funding.FromDecimal(rule.Dec("1458.33"))
	fmt.Println(m, err)
	_, err = funding.FromDecimal(rule.Dec("1458.333"))
	fmt.Println(err)
	// Output:
	// 1458.33 <nil>
	// amount 1,458.333 is finer than a fen (two decimals)
}

// The community pays first; district and subdistrict follow it, in proportion
// to what it pays and only where it pays (figures illustrative).
func ExampleSource() {
	district := org.Area("330211")
	scheme := funding.OneThreeX(district)
	follow := func(id string, kind funding.Kind, ratio string) funding.Source {
		return funding.Source{
			ID: id, Title: rule.Words("跟进补助", "follows the community"), Kind: kind, Territory: district, After: []string{"community"},
			Rule: funding.Rule{Method: funding.Share, Of: "community", Ratio: rule.Dec(ratio)},
		}
	}
	scheme.Sources = []funding.Source{
		follow("district", funding.District, "0.5"),
		follow("subdistrict", funding.Subdistrict, "0.3"),
		{
			ID: "community", Title: rule.Words("村(社区)补助", "community subsidy"), Kind: funding.Community, Territory: org.Area("330211001203"),
			Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.4")}, Cap: new(funding.Yuan(3_000)), Least: new(funding.Yuan(200)),
		},
	}
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "P1", Organization: "虚构中心", Territory: org.Area("330211001203"), Asked: funding.Yuan(10_000)},
		{ID: "P2", Organization: "虚构中心", Territory: org.Area("330211001204"), Asked: funding.Yuan(10_000)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range settled.Len() {
		fmt.Println(settled.Award(i).Request, settled.Award(i).Cells)
	}
	fmt.Println(settled.Reasons(1, 0)[0].In(language.English))
	// Output:
	// P1 [1500.00 900.00 3000.00]
	// P2 [0.00 0.00 0.00]
	// community subsidy does not pay: takes no part
}
