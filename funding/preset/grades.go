package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// BaoanGrades returns what Baoan in Shenzhen pays industry groups by grade
// (2022): 300,000 for 5A, 200,000 for 4A, 100,000 for 3A, once. A rise gets the
// difference (差额): what was received before is taken off, so that 3A to 4A pays
// 100,000, 3A to 5A 200,000, and the same grade again nothing (which follows
// from "once" and "difference" and was not told in words). A request states the
// grade and what was received for an earlier one.
func BaoanGrades() funding.Scheme {
	district := org.Area("440306")
	return funding.Scheme{
		Head: published("baoan-grades-2022", rule.Words("深圳市宝安区产业类社会组织获评等级奖励", "Baoan's awards to industry groups by grade"),
			rule.Source{Title: "产业类社会组织获评等级奖励项目申报通知", Issuer: "深圳市宝安区工业和信息化局", Date: rule.Day(2022, 7, 25)}, rule.Period{}),
		Territory: district, Rounding: toFen(), Facts: gradeFacts(),
		Sources: []funding.Source{{
			ID: "grade", Title: rule.Words("等级评估奖励(晋级补差额)", "award by grade, the difference for a rise"), Kind: funding.District, Territory: district,
			Rule:       byGrade(graded{"5A", 300_000}, graded{"4A", 200_000}, graded{"3A", 100_000}),
			Difference: true, Beyond: true,
		}},
	}
}

// TaishunGrades returns what Taishun county in Wenzhou pays by grade: 10,000 for
// 5A, 5,000 for 4A, 3,000 for 3A, to be used for premises and training and not
// for wages.
func TaishunGrades() funding.Scheme {
	county := org.Area("330329")
	return funding.Scheme{
		Head: published("taishun-grades", rule.Words("泰顺县社会组织等级评估奖励(不得用于工资福利)", "Taishun's awards by grade, not for wages"),
			rule.Source{Title: "泰顺县社会组织等级评估奖励办法(试行)"}, rule.Period{}),
		Territory: county, Rounding: toFen(), Facts: gradeFacts(),
		Sources: []funding.Source{{
			ID: "grade", Title: rule.Words("等级评估奖励", "award by grade"), Kind: funding.District, Territory: county, Beyond: true,
			Rule: byGrade(graded{"5A", 10_000}, graded{"4A", 5_000}, graded{"3A", 3_000}),
		}},
	}
}

// LonggangScience returns what Longgang in Shenzhen pays organizations of science
// with at least 50 unit members and at least 5 cases of service in the year
// before: 100,000 a year, and 50,000 more, once, to one that became 5A. A request
// states what was received for the grade before.
func LonggangScience() funding.Scheme {
	district := org.Area("440307")
	facts := gradeFacts()
	facts["unit_members"] = rule.Fact{Type: rule.NumberType, Unit: rule.Organization, Label: rule.Words("会员单位", "unit members")}
	facts["cases"] = rule.Fact{Type: rule.NumberType, Unit: rule.Item, Label: rule.Words("上一年区内服务案例", "cases of service in the year before")}
	source := rule.Source{Title: "科技类社会组织运营扶持项目扶持范围与标准", Link: "wellconn.cn"}
	eligible := rule.AllOf(
		rule.InRange("unit_members", rule.AtLeast(rule.Dec("50"))).From(source, rule.Published),
		rule.InRange("cases", rule.AtLeast(rule.Dec("5"))).From(source, rule.Published),
	)
	return funding.Scheme{
		Head:      published("longgang-science", rule.Words("深圳市龙岗区科技类社会组织运营扶持", "Longgang's support of organizations of science"), source, rule.Period{}),
		Territory: district, Rounding: toFen(), Facts: facts,
		Sources: []funding.Source{
			{
				ID: "yearly", Title: rule.Words("年度奖励补助", "a year's support"), Kind: funding.District, Territory: district, Beyond: true,
				If: eligible, Rule: funding.Rule{Method: funding.Fixed, Amount: funding.Yuan(100_000)},
			},
			{
				ID: "grade", Title: rule.Words("5A 一次性额外奖励", "once more for 5A"), Kind: funding.District, Territory: district,
				If: eligible, Rule: byGrade(graded{"5A", 50_000}), Difference: true, Beyond: true,
			},
		},
	}
}

// GradeAwards returns awards by grade with illustrative amounts: 100,000 for 5A,
// 50,000 for 4A, 20,000 for 3A.
func GradeAwards(district org.Territory) funding.Scheme {
	return funding.Scheme{
		Head:      illustrative("grade-awards.illustrative", "社会组织等级评估奖励(示例)", "Awards by grade (illustrative)"),
		Territory: district, Rounding: toFen(), Facts: gradeFacts(),
		Sources: []funding.Source{{
			ID: "grade", Title: rule.Words("等级评估奖励", "award by grade"), Kind: funding.District, Territory: district, Beyond: true,
			Rule: byGrade(graded{"5A", 100_000}, graded{"4A", 50_000}, graded{"3A", 20_000}),
		}},
	}
}
