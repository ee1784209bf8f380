package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// GuangzhouVenture returns the grants of Guangzhou's venture philanthropy
// (广州市社会组织公益创投), oldest version first: at most 60% of the project's budget
// and at most 300,000, from 2019-07-16 on at most 500,000 (穗社管规字〔2019〕1号, in
// force to 2024-07-15), whichever is less; own money is at least 40% of the
// budget, in both versions. Both caps meet at a budget of 833,333.33; above it
// 40% of own money no longer suffices. The cap of the text of 2023 is not
// confirmed, and that text is not here. A share that may not be exceeded is cut
// to the fen.
//
// The grant is the approved budget less own money: a request asks for that,
// states the budget as eligible cost and own money as social money.
func GuangzhouVenture() []funding.Scheme {
	change := rule.Day(2019, 7, 16)
	return []funding.Scheme{
		guangzhouVenture("guangzhou-venture-before-2019", rule.Source{
			Title: "广州修订公益创投管理办法(所述往年规定)", Issuer: "央广网", Date: rule.Day(2019, 7, 18), Link: "cnr.cn",
		}, rule.Period{Until: change}, 300_000),
		guangzhouVenture("guangzhou-venture-2019", rule.Source{
			Title: "广州市社会组织公益创投项目管理办法", Issuer: "广州市社会组织管理局", Number: "穗社管规字〔2019〕1号", Link: "gz.gov.cn",
		}, rule.Period{From: change, Until: rule.Day(2024, 7, 16)}, 500_000),
	}
}

func guangzhouVenture(id string, source rule.Source, period rule.Period, most int64) funding.Scheme {
	return funding.Scheme{
		Head:      published(id, rule.Words("广州市社会组织公益创投", "Guangzhou venture philanthropy"), source, period),
		Territory: org.Area("4401"),
		Rounding:  funding.ToFen(funding.Down),
		Sources: []funding.Source{{
			ID: "lottery", Title: rule.Words("市本级福利彩票公益金", "the city's welfare-lottery fund"), Kind: funding.Lottery,
			If:   rule.InRange("social_share", rule.AtLeast(rule.Dec("0.4"))).From(source, rule.Published),
			Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.6")},
			Cap:  new(funding.Yuan(most)),
		}},
	}
}

// GuangzhouGrades returns what Guangzhou pays out of its lottery fund since
// 2015-04-20 to develop social organizations: by grade 50,000 for 5A, 30,000 for
// 4A, 10,000 for 3A; and 30,000 once for a new organization. A request states the
// grade, and whether it is a new organization that has not been paid for it yet.
func GuangzhouGrades() funding.Scheme {
	facts := gradeFacts()
	facts["new"] = flag("新成立且未领取过资助", "new and not yet paid for it")
	return funding.Scheme{
		Head: published("guangzhou-grades-2015", rule.Words("广州市福利彩票公益金扶持社会组织发展", "Guangzhou's lottery fund for the development of social organizations"),
			rule.Source{
				Title:  "广州市福利彩票公益金扶持社会组织发展资金管理办法",
				Issuer: "广州市民政局、广州市财政局", Date: rule.Day(2015, 4, 20), Link: "gzfso.org.cn",
			}, rule.Since(rule.Day(2015, 4, 20))),
		Territory: org.Area("4401"), Rounding: toFen(), Facts: facts,
		Sources: []funding.Source{
			{
				ID: "grade", Title: rule.Words("等级评估资助", "for the grade"), Kind: funding.Lottery, Beyond: true,
				Rule: byGrade(graded{"5A", 50_000}, graded{"4A", 30_000}, graded{"3A", 10_000}),
			},
			{
				ID: "new", Title: rule.Words("新成立社会组织资助", "for a new organization"), Kind: funding.Lottery, Beyond: true,
				If: rule.Is("new"), Rule: funding.Rule{Method: funding.Fixed, Amount: funding.Yuan(30_000)},
			},
		},
	}
}
