package eligibility

import "github.com/sancheng-go/sancheng/org/rule"

// clauses makes the conditions of one rule.
type clauses struct {
	source rule.Source
	status rule.Status
}

func (c clauses) at(article string, need rule.Condition) rule.Condition {
	return need.From(c.source.At(article), c.status)
}

// ours is a clause that the text seen does not state.
func (c clauses) ours(need rule.Condition) rule.Condition {
	return need.From(rule.Source{}, rule.Illustrative)
}

func not(fact string) rule.Condition { return rule.IsOneOf(fact, rule.Flag(false)) }

func atLeast(fact string, n string) rule.Condition {
	return rule.InRange(fact, rule.AtLeast(rule.Dec(n)))
}

// attended is that last year's check was not missed.
func attended() rule.Condition {
	return rule.IsOneOf(LastCheck, Passed.Value(), BasicallyPassed.Value(), Failed.Value())
}

// sound is that last year's check was not failed.
func sound() rule.Condition {
	return rule.IsOneOf(LastCheck, Passed.Value(), BasicallyPassed.Value(), Missed.Value())
}

// first is that so many years are full and no evaluation was taken part in;
// lapsed that a grade was given and holds no longer.
func first(years string) rule.Condition { return rule.AllOf(atLeast(FullYears, years), not(Assessed)) }

func lapsed() rule.Condition { return rule.AllOf(rule.Is(Assessed), not(Graded)) }

// again is that a grade is held for so many years.
func again(years string) rule.Condition {
	return rule.AllOf(rule.Is(Graded), atLeast(GradeYears, years))
}

// order39 is what article 7 of Order 39 asks, which many places repeat.
func (c clauses) order39(article string) []rule.Condition {
	return []rule.Condition{
		c.at(article+"第(一)项", attended()),
		c.at(article+"第(二)项", sound()),
		c.at(article+"第(二)项", not(TwoBasic)),
		c.at(article+"第(三)项", not(Penalised)),
		c.at(article+"第(三)项", not(Unexecuted)),
		c.at(article+"第(四)项", not(UnderInvestigation)),
	}
}

// Order39 is the ministry's rule for every registered organization from
// 2011-03-01 until it was revised (社会组织评估管理办法, 民政部令第39号, art. 6
// and 7): two full years on the register and never evaluated, or a grade whose
// five years have run out; not who missed last year's check, failed it, was
// basically qualified two years running, was penalised last year, has a penalty
// yet to execute or is under investigation.
func Order39() Rules {
	source := rule.Source{Title: "社会组织评估管理办法", Issuer: "民政部", Number: "民政部令第39号", Date: rule.Day(2010, 12, 27)}
	c := clauses{source, rule.Published}
	entry := rule.AnyOf(c.at("第六条第(一)项", first("2")), c.at("第六条第(二)项", lapsed()))
	return Rules{
		Head: rule.Head{
			ID: "order-39", Title: rule.Words("社会组织评估管理办法:参评资格", "Order 39: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2011, 3, 1), Until: rule.Day(2026, 3, 1)},
		},
		Needs: rule.AllOf(append([]rule.Condition{c.at("第六条", entry)}, c.order39("第七条")...)...),
	}
}

// National2021 is the ministry's rule for national organizations
// (全国性社会组织评估管理规定, 民发〔2021〕96号), from the day it was made
// public: besides what Order 39 asks, the yearly report must have been handed
// in, and nobody on the list of abnormal activity or of serious illegality is
// evaluated. Who may come is as in Order 39.
func National2021() Rules {
	source := rule.Source{Title: "全国性社会组织评估管理规定", Issuer: "民政部", Number: "民发〔2021〕96号", Date: rule.Day(2021, 12, 10)}
	r := Order39()
	c := clauses{source, rule.Published}
	r.Head = rule.Head{
		ID: "national-2021", Title: rule.Words("全国性社会组织评估管理规定:参评资格", "National organizations: who may be evaluated"),
		Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2021, 12, 10), Until: rule.Day(2026, 3, 1)},
	}
	r.Needs.AllOf = append(append(r.Needs.AllOf[:1:1], c.order39("不予评估情形")...), c.at("不予评估情形第(四)项", not(Listed)))
	for i := range r.Needs.AllOf {
		if r.Needs.AllOf[i].Fact == UnderInvestigation {
			r.Needs.AllOf[i].Source.Article = "不予评估情形第(五)项"
		}
	}
	return r
}

// Revised2026 is the rule as revised, in force from 2026-03-01
// (社会组织评估管理办法, 2026). Published of it, and seen, is what was taken
// away and added: a failed check, two basically qualified ones, an
// investigation and a minor penalty bar no longer, and whoever holds a grade may
// come again in the first four years of its validity. That the other bars of
// Order 39 stand as they were is ours, and marked so.
func Revised2026() Rules {
	source := rule.Source{Title: "社会组织评估管理办法(2026年修订)", Issuer: "民政部", Date: rule.Day(2026, 1, 27)}
	c := clauses{source, rule.Published}
	entry := rule.AnyOf(
		c.ours(first("2")), c.ours(lapsed()),
		c.at("评估等级有效期的前4年内", rule.AllOf(rule.Is(Graded), rule.InRange(GradeYears, rule.Below(rule.Dec("4"))))),
	)
	return Rules{
		Head: rule.Head{
			ID: "revised-2026", Title: rule.Words("社会组织评估管理办法(2026年修订):参评资格", "The rule as revised in 2026: who may be evaluated"),
			Source: source, Status: rule.Illustrative, Period: rule.Since(rule.Day(2026, 3, 1)),
		},
		Needs: rule.AllOf(entry, c.ours(attended()), c.at("不再限制轻微行政处罚", not(PenalisedGravely)), c.ours(not(Unexecuted))),
	}
}

// Zhenjiang2012 is an older variant, Zhenjiang's of 2012 (镇江市): one full year
// on the register, the last two checks passed, no penalty in that time. Grades
// held for three years there.
func Zhenjiang2012() Rules {
	source := rule.Source{Title: "镇江市社会组织评估", Issuer: "镇江市民政局", Date: rule.Day(2012, 11, 5), Link: "menqiu.com"}
	c := clauses{source, rule.Published}
	two := rule.AllOf(rule.IsOneOf(LastCheck, Passed.Value()), rule.IsOneOf(CheckBefore, Passed.Value()))
	return Rules{
		Head: rule.Head{
			ID: "zhenjiang-2012", Title: rule.Words("镇江市社会组织评估:参评资格(2012)", "Zhenjiang, 2012: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2012, 1, 1), Until: rule.Day(2013, 1, 1)},
		},
		Needs: rule.AllOf(c.at("登记满一个年度", atLeast(FullYears, "1")), c.at("最近2年年检合格", two), c.at("且未受行政处罚", not(PenalisedTwoYears))),
	}
}

// Huaining2022 is a county's notice for one round (怀宁县, Anqing, 2022): two
// years on the register, whether graded or not, the bars of Order 39, and no 5A
// without a party organization. Sought is 5A for who applies for that.
func Huaining2022() Rules {
	source := rule.Source{Title: "关于开展安庆市怀宁县社会组织等级评估工作的通知", Issuer: "怀宁县民政局", Date: rule.Day(2022, 8, 10), Link: "yuweinet.cn"}
	c := clauses{source, rule.Published}
	party := rule.AnyOf(rule.Not(rule.IsOneOf(Sought, rule.Word("5A"))), rule.Is(PartyBody))
	needs := append([]rule.Condition{c.at("二、评估对象", atLeast(FullYears, "2"))}, c.order39("二")...)
	return Rules{
		Head: rule.Head{
			ID: "huaining-2022", Title: rule.Words("怀宁县社会组织等级评估:参评资格(2022)", "Huaining, 2022: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2022, 8, 1), Until: rule.Day(2022, 11, 1)},
		},
		Needs: rule.AllOf(append(needs, c.at("未组建党组织的不得参加5A评选", party))...),
	}
}

// Anqing2021 is a city's notice for one round (安庆市, 2021): two years on the
// register, or a grade held for three years that is to be raised, and the bars of
// Order 39.
func Anqing2021() Rules {
	source := rule.Source{Title: "关于开展安庆市社会组织评估工作的通知", Issuer: "安庆市民政局", Date: rule.Day(2021, 9, 23)}
	c := clauses{source, rule.Published}
	entry := rule.AnyOf(rule.AllOf(atLeast(FullYears, "2"), not(Graded)), again("3"))
	return Rules{
		Head: rule.Head{
			ID: "anqing-2021", Title: rule.Words("安庆市社会组织评估:参评资格(2021)", "Anqing, 2021: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2021, 9, 23), Until: rule.Day(2022, 1, 1)},
		},
		Needs: rule.AllOf(append([]rule.Condition{c.at("一、评估对象", entry)}, c.order39("一")...)...),
	}
}

// Chanhe2025 is a district's notice (洛阳市瀍河回族区, 2025): as Order 39, and
// who holds a grade may apply for a better one two years after the last time.
func Chanhe2025() Rules {
	source := rule.Source{Title: "洛阳市瀍河回族区民政局关于开展2025年度社会组织评估的通知", Issuer: "洛阳市瀍河回族区民政局", Link: "chanhe.gov.cn"}
	c := clauses{source, rule.Published}
	entry := rule.AnyOf(c.at("一、(一)", first("2")), c.at("一、(二)", lapsed()), c.at("一、(三)", again("2")))
	return Rules{
		Head: rule.Head{
			ID: "chanhe-2025", Title: rule.Words("瀍河回族区社会组织评估:参评资格(2025)", "Chanhe, 2025: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2025, 1, 1), Until: rule.Day(2026, 1, 1)},
		},
		Needs: rule.AllOf(append([]rule.Condition{entry}, c.order39("二")...)...),
	}
}

// Liwan2025 is a district's notice (广州市荔湾区, 2025): two full years on the
// register without a grade, a grade for two years or one that has lapsed; not
// without last year's report, with a penalty of last year or one yet to execute,
// or under investigation. What became of the check does not matter.
func Liwan2025() Rules {
	source := rule.Source{
		Title:  "广州市荔湾区民政局关于开展2025年度荔湾区社会组织等级评估工作的通知",
		Issuer: "广州市荔湾区民政局", Date: rule.Day(2025, 5, 6),
	}
	c := clauses{source, rule.Published}
	entry := rule.AnyOf(rule.AllOf(atLeast(FullYears, "2"), not(Graded)), again("2"))
	return Rules{
		Head: rule.Head{
			ID: "liwan-2025", Title: rule.Words("荔湾区社会组织等级评估:参评资格(2025)", "Liwan, 2025: who may be evaluated"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2025, 5, 6), Until: rule.Day(2026, 1, 1)},
		},
		Needs: rule.AllOf(
			c.at("一", entry), c.at("一(一)", attended()), c.at("一(二)", not(Penalised)), c.at("一(二)", not(Unexecuted)),
			c.at("一(三)", not(UnderInvestigation)),
		),
	}
}

// Presets returns every rule of this package, the ministry's first.
func Presets() []Rules {
	return []Rules{Order39(), National2021(), Revised2026(), Zhenjiang2012(), Anqing2021(), Huaining2022(), Chanhe2025(), Liwan2025()}
}
