package due

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// National returns the terms of the three national regulations (published). A
// year's term of months that begins on 31 December ends on 31 March or 31 May.
func National() Terms {
	order250 := rule.Source{Title: "社会团体登记管理条例", Issuer: "国务院", Number: "国务院令第250号", Date: rule.Day(1998, 10, 25)}
	order251 := rule.Source{Title: "民办非企业单位登记管理暂行条例", Issuer: "国务院", Number: "国务院令第251号", Date: rule.Day(1998, 10, 25)}
	order400 := rule.Source{Title: "基金会管理条例", Issuer: "国务院", Number: "国务院令第400号", Date: rule.Day(2004, 3, 8)}
	term := func(id string, kind org.Kind, from Occasion, n int, of rule.Length, source rule.Source, zh, en string) Term {
		return Term{
			ID: id, Title: rule.Words(zh, en), Kinds: []org.Kind{kind}, From: from, Within: rule.Duration{N: n, Of: of},
			Source: source, Status: rule.Published,
		}
	}
	group, unit := org.SocialGroup, org.PrivateNonEnterprise
	return Terms{
		Head: rule.Head{
			ID: "terms.national", Title: rule.Words("登记后事项期限", "terms after registration"),
			Source: order250, Status: rule.Published, Period: rule.Since(order250.Date),
		},
		Terms: []Term{
			term("group-activity", group, Certified, 1, rule.Years, order250.At("第二十九条"), "开展活动", "begin activity"),
			term("group-change", group, Changed, 30, rule.Days, order250.At("第十八条"), "申请变更登记", "apply for the change"),
			term("group-deregister", group, Liquidated, 15, rule.Days, order250.At("第二十一条"), "办理注销登记", "deregister"),
			term("group-report-unit", group, YearEnded, 3, rule.Months, order250.At("第二十八条"), "向业务主管单位报送年度工作报告", "year's report to the competent unit"),
			term("group-report", group, YearEnded, 5, rule.Months, order250.At("第二十八条"), "向登记管理机关报送年度工作报告", "year's report to the registration authority"),
			term("unit-change", unit, Changed, 30, rule.Days, order251.At("第十五条"), "申请变更登记", "apply for the change"),
			term("unit-deregister", unit, Liquidated, 15, rule.Days, order251.At("第十七条"), "办理注销登记", "deregister"),
			term("unit-report-unit", unit, YearEnded, 3, rule.Months, order251.At("第二十三条"), "向业务主管单位报送年度工作报告", "year's report to the competent unit"),
			term("unit-report", unit, YearEnded, 5, rule.Months, order251.At("第二十三条"), "向登记管理机关报送年度工作报告", "year's report to the registration authority"),
			term("foundation-report", org.Foundation, YearEnded, 3, rule.Months, order400, "报送年度工作报告", "year's report"),
		},
	}
}
