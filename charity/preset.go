package charity

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// FiveStages returns the process “评估-筹资-孵化-推介-运行” of the source
// document as rules. The document names the five stages, their order and some
// classes of beneficiaries; the gates, the pass line of 60 points and the
// terms in days are illustrative, and so are failing, pausing, returning and
// withdrawing.
func FiveStages() Rules {
	return Rules{
		Head: rule.Head{
			ID:    "five-stages.illustrative",
			Title: rule.Words("公益项目五阶段流程(示例条件)", "Public-welfare project in five stages (illustrative gates)"),
			Source: rule.Source{
				Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
				Issuer: "浙江省民政厅网站",
				Date:   rule.Day(2015, 4, 21),
			},
			Status: rule.Illustrative,
		},
		Facts: rule.Vocabulary{
			"need":       flag("需求属实", "the need is real"),
			"feasible":   flag("方案可行", "the plan is feasible"),
			"score":      {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("立项评审得分", "assessment score")},
			"mentor":     {Type: rule.TextType, Label: rule.Words("导师", "mentor")},
			"has-mentor": flag("已配备导师", "a mentor is assigned"),
			"left-base":  flag("已办妥离驻手续", "exit from the base is done"),
			"result":     {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("绩效评估得分", "evaluation score")},
		},
		Classes: []Class{ // “…等”: the list is open
			{"aged", rule.Words("高龄空巢老人", "aged and empty-nest residents")},
			{"unemployed-women", rule.Words("失业妇女", "unemployed women")},
			{"cancer", rule.Words("癌症病人", "cancer patients")},
			{"autism", rule.Words("自闭症儿童", "children with autism")},
			{"other", rule.Words("其他", "others")},
		},
		Terms: []Term{{Assess, 60}, {Raise, 120}, {Incubate, 180}, {Promote, 90}, {Run, 365}},
		Rows:  slices.Concat(moves(), records()),
	}
}

func isNot(fact string) rule.Condition { return rule.IsOneOf(fact, rule.Flag(false)) }

func none(fact string) rule.Condition { return rule.InRange(fact, rule.AtMost(rule.Dec("0"))) }

func some(fact string) rule.Condition { return rule.InRange(fact, rule.AtLeast(rule.Dec("1"))) }

func passed(fact string) rule.Condition { return rule.InRange(fact, rule.AtLeast(rule.Dec("60"))) }

func row(from Stage, on Kind, to Stage, needs rule.Condition) Row {
	return Row{From: from, On: on, To: to, Needs: needs}
}

// moves returns the rows that lead from stage to stage.
func moves() []Row {
	rows := []Row{
		row(Assess, Approve, Raise, rule.AllOf(rule.Is("need"), rule.Is("feasible"), passed("score"))),
		row(Raise, Secure, Incubate, rule.AllOf(
			rule.InRange("target", rule.Above(rule.Dec("0"))), isNot("campaign-open"), none("gap"), none("owed"))),
		row(Incubate, Graduate, Promote, rule.AllOf(
			rule.Is("has-mentor"), rule.InRange("budget", rule.Above(rule.Dec("0"))), none("over-budget"),
			some("milestones"), none("milestones-open"), rule.Is("left-base"))),
		row(Promote, Launch, Run, rule.AllOf(some("offers"), some("agreements"))),
		row(Run, Complete, Closed, rule.AllOf(passed("result"), some("person-times"), none("reports-due"), none("ledger-open"))),
	}
	for _, s := range Five() {
		paused := s - Assess + AssessPaused
		rows = append(rows,
			Row{From: s, On: Pause, To: paused}, Row{From: paused, On: Resume, To: s},
			Row{From: s, On: Fail, To: Failing}, Row{From: paused, On: Fail, To: Failing},
			Row{From: s, On: Withdraw, To: Withdrawing}, Row{From: paused, On: Withdraw, To: Withdrawing})
		if s != Assess {
			rows = append(rows, Row{From: s, On: Return, To: s - 1, Needs: isNot("campaign-open")})
		}
	}
	return append(rows,
		row(Failing, Settle, Failed, none("ledger-open")),
		row(Withdrawing, Settle, Withdrawn, none("ledger-open")))
}

// records returns the rows that stay in a stage.
func records() []Row {
	var rows []Row
	add := func(kind Kind, needs rule.Condition, in ...Stage) {
		for _, s := range in {
			rows = append(rows, row(s, kind, s, needs))
		}
	}
	free := rule.Condition{}
	add(Record, free, Five()...)
	add(OpenCampaign, isNot("campaign-open"), Raise)
	inTime := rule.AllOf(rule.Is("campaign-open"), isNot("campaign-over"))
	add(Pledge, inTime, Raise)
	add(Lapse, free, Raise, Incubate, Promote, Run)
	add(Give, rule.AllOf(rule.Is("campaign-open"), isNot("campaign-over"), none("refused-excess")), Raise)
	add(Give, free, Incubate, Promote, Run)
	add(Match, free, Raise, Incubate, Promote, Run)
	add(Tally, rule.AllOf(rule.Is("campaign-open"), rule.AnyOf(rule.Is("campaign-over"), none("gap"))), Raise)
	add(Refund, none("not-free"), Raise, Incubate, Promote, Run, Failing, Withdrawing)
	add(Plan, free, Incubate)
	add(SetMilestone, free, Incubate, Run)
	add(ReachMilestone, free, Incubate, Run)
	add(Offer, free, Promote)
	add(Agree, some("offers"), Promote)
	add(Commit, rule.AllOf(none("unfunded"), none("over-budget")), Incubate, Promote, Run)
	add(Release, free, Incubate, Promote, Run, Failing, Withdrawing)
	add(Pay, rule.AllOf(none("reports-due"), none("cash-short")), Incubate, Run)
	add(Pay, none("cash-short"), Failing, Withdrawing)
	add(Report, free, Incubate, Run, Failing, Withdrawing)
	add(Serve, free, Incubate, Run)
	add(PassOn, none("not-free"), Run, Failing, Withdrawing)
	add(Cover, free, Failing, Withdrawing)
	return rows
}
