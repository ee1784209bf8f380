package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// SocialOrganizationRubric is a complete rubric of 1,000 points and 40 leaves
// on the four heads under which social organizations are publicly evaluated:
// basic conditions (基础条件), internal governance (内部治理), work performance
// (工作绩效), social appraisal (社会评价), with up to 100 extra points and two
// vetoes. The heads are public; the lower indicators, points and measures are
// ours and illustrative.
func SocialOrganizationRubric() Rubric {
	points := decimal.NewFromInt
	leaf := func(id, zh, en string, full int64, m Measure) Indicator {
		return Indicator{ID: id, Label: rule.Words(zh, en), Points: points(full), Measure: &m}
	}
	group := func(id, zh, en string, full int64, parts ...Indicator) Indicator {
		return Indicator{ID: id, Label: rule.Words(zh, en), Points: points(full), Parts: parts}
	}
	may := func(void Void, i Indicator) Indicator { i.Void = void; return i }
	shown := func(i Indicator, zh, en string) Indicator {
		i.Evidence = []rule.Text{rule.Words(zh, en)}
		return i
	}
	yes := Measure{Kind: YesNo}
	judged := Measure{Kind: Judged}
	count := func(each, per int64, unit rule.Unit) Measure {
		return Measure{Kind: Count, Each: points(each), Per: points(per), Unit: unit}
	}
	less := func(each int64) Measure { return Measure{Kind: Deduction, Each: points(each), Unit: rule.Times} }
	// shares are bands of a share, from one line up: points below it, from it,
	// from the next and so on.
	shares := func(least int64, lines ...int64) Measure {
		whole := rule.AtLeast(points(0)).AtMost(points(1))
		m := Measure{Kind: Banded, Values: band.Domain{In: whole}, Unit: rule.Percent}
		in, is := rule.AtLeast(points(0)), least
		for i := 0; i < len(lines); i += 2 {
			line := decimal.New(lines[i], -2)
			m.Bands = append(m.Bands, band.Row[decimal.Decimal]{In: in.Below(line), Is: points(is)})
			in, is = rule.AtLeast(line), lines[i+1]
		}
		m.Bands = append(m.Bands, band.Row[decimal.Decimal]{In: in.AtMost(points(1)), Is: points(is)})
		return m
	}
	toTenth := &rule.Rounding{Mode: rule.HalfUp, Step: rule.Dec("0.1")}

	conditions := group("a", "基础条件", "basic conditions", 100,
		group("a1", "法人资格", "legal standing", 60,
			shown(leaf("a11", "法定代表人按规定产生", "legal representative duly chosen", 20, yes), "会议纪要", "minutes"),
			shown(leaf("a12", "净资产不低于开办资金", "net assets not below the founding funds", 20, yes), "审计报告", "audit report"),
			leaf("a13", "有固定住所", "a fixed domicile", 20, yes)),
		group("a2", "登记管理", "registration", 40,
			leaf("a21", "变更登记及时", "changes registered in time", 20, less(10)),
			leaf("a22", "年检年报按时", "yearly reports on time", 20, less(10))))
	governance := group("b", "内部治理", "internal governance", 350,
		group("b1", "组织机构", "bodies", 120,
			leaf("b11", "按期换届", "terms of office kept", 20, yes),
			leaf("b12", "理事会会议", "council meetings", 30, count(10, 1, rule.Times)),
			leaf("b13", "监事履职", "supervisors at work", 20, judged),
			leaf("b14", "理事到会率", "council attendance", 40, shares(0, 50, 20, 67, 30, 90, 40)),
			leaf("b15", "章程修改合乎程序", "charter duly amended", 10, yes)),
		group("b2", "人力资源", "staff", 90,
			leaf("b21", "专职工作人员", "full-time staff", 30, count(10, 1, rule.Person)),
			leaf("b22", "大专以上人员比例", "staff with a college degree", 30, shares(0, 30, 10, 50, 20, 80, 30)),
			may(Spread, leaf("b23", "志愿者管理", "care for volunteers", 30, judged))),
		group("b3", "财务资产", "finance", 140,
			leaf("b31", "会计核算规范", "orderly accounts", 40, judged),
			leaf("b32", "财务违规", "breaches of financial rules", 40, less(20)),
			leaf("b33", "独立银行账户", "a bank account of its own", 20, yes),
			may(Full, leaf("b34", "捐赠收支公开", "gifts and their use published", 40, judged))))
	governance.Parts[1].Rounding = toTenth
	performance := group("c", "工作绩效", "work performance", 400,
		group("c1", "提供服务", "services", 180,
			leaf("c11", "服务项目数", "service projects", 40, count(8, 1, rule.Item)),
			leaf("c12", "受益人次", "attendances served", 60, count(10, 500, rule.PersonTime)),
			leaf("c13", "服务质量", "quality of service", 50, judged),
			may(Spread, leaf("c14", "承接政府购买服务", "government purchases carried out", 30, count(10, 1, rule.Item)))),
		group("c2", "反映诉求", "voice", 80,
			leaf("c21", "调研报告", "studies", 30, count(15, 1, rule.Item)),
			leaf("c22", "政策建议", "proposals on policy", 30, count(10, 1, rule.Item)),
			leaf("c23", "会员诉求办理率", "members' requests dealt with", 20, shares(0, 60, 10, 90, 20))),
		group("c3", "信息公开", "openness", 60,
			leaf("c31", "年度报告公开", "yearly report published", 30, yes),
			leaf("c32", "信息更新次数", "updates a year", 30, count(5, 2, rule.Times))),
		group("c4", "规范自律", "self-discipline", 80,
			leaf("c41", "自律公约", "a convention", 10, yes),
			leaf("c44", "诚信承诺", "a public pledge", 10, yes),
			leaf("c42", "投诉", "complaints", 30, less(10)),
			leaf("c43", "党建工作", "party building", 30, judged)))
	performance.Parts[0].Rounding = toTenth
	appraisal := group("d", "社会评价", "social appraisal", 150,
		group("d1", "内部评价", "from inside", 60,
			leaf("d11", "会员满意率", "members satisfied", 30, shares(0, 60, 15, 80, 24, 90, 30)),
			leaf("d12", "员工满意率", "staff satisfied", 30, shares(0, 60, 15, 80, 24, 90, 30))),
		group("d2", "外部评价", "from outside", 90,
			leaf("d21", "登记管理机关评价", "registration authority", 30, judged),
			leaf("d22", "业务主管单位评价", "competent unit", 30, judged),
			leaf("d23", "服务对象评价", "those served", 30, judged)))
	honours := group("e", "加分项", "extra points", 100,
		leaf("e11", "市级以上表彰", "honours of city rank and above", 60, count(20, 1, rule.Item)),
		leaf("e12", "媒体报道", "reports in the press", 20, count(5, 1, rule.Item)),
		leaf("e13", "创新做法", "innovations", 20, count(10, 1, rule.Item)))
	honours.Extra = true
	return Rubric{
		Head: rule.Head{
			ID: "social-organization-rubric-2026.1", Title: rule.Words("社会组织等级评估评分表", "Evaluation of social organizations, points"),
			Status: rule.Illustrative, Period: rule.Since(rule.Day(2026, 1, 1)),
		},
		Points: points(1000),
		Parts: []Indicator{
			conditions, governance, performance, appraisal, honours,
			leaf("v1", "弄虚作假", "false statements", 0, Measure{Kind: Veto}),
			leaf("v2", "受到行政处罚", "an administrative penalty", 0, Measure{Kind: Veto}),
		},
	}
}
