package life

import "github.com/sancheng-go/sancheng/org/rule"

// five are the five grades of the ministry's rule, best first.
func five() []Grade {
	grade := func(id, zh, en string) Grade { return Grade{id, rule.Words(zh, en)} }
	return []Grade{
		grade("5A", "5A级", "5A"), grade("4A", "4A级", "4A"), grade("3A", "3A级", "3A"), grade("2A", "2A级", "2A"), grade("1A", "1A级", "1A"),
	}
}

func clause(n int, of rule.Length, source rule.Source, article string) Clause {
	return Clause{rule.Duration{N: n, Of: of}, source.At(article), rule.Published}
}

func ours(n int, of rule.Length) Clause {
	return Clause{rule.Duration{N: n, Of: of}, rule.Source{}, rule.Illustrative}
}

// Order39 is the life of a grade by the ministry's Order 39, from 2011-03-01
// until it was revised: five years (art. 28), objections while the result is
// public (art. 20), notice of a review within 15 days (art. 23), certificate and
// plate back within 15 days of the notice (as its announcement 432 has it). Until it lapses
// nobody comes again (art. 6); many places allow it after some years: see
// [Anqing2021] and [Chanhe2025]. How many days a result is public, and how long one waits
// after a lowering or a withdrawal, is not in the texts seen and illustrative.
func Order39() Rules {
	source := rule.Source{Title: "社会组织评估管理办法", Issuer: "民政部", Number: "民政部令第39号", Date: rule.Day(2010, 12, 27)}
	return Rules{
		Head: rule.Head{
			ID: "grade-life-order-39", Title: rule.Words("社会组织评估管理办法:评估等级管理", "Order 39: the life of a grade"),
			Source: source, Status: rule.Published, Period: rule.Period{From: rule.Day(2011, 3, 1), Until: rule.Day(2026, 3, 1)},
		},
		Grades:    five(),
		Validity:  clause(5, rule.Years, source, "第二十八条"),
		Publicity: ours(7, rule.Days),
		Notice:    clause(15, rule.Days, source, "第二十三条"),
		Return: Clause{rule.Duration{N: 15, Of: rule.Days}, rule.Source{
			Title: "民政部关于中国兽药协会等7家社会组织降低评估等级的公告", Issuer: "民政部", Number: "民政部公告第432号", Date: rule.Day(2018, 4, 28),
		}, rule.Published},
		Lowered:   ours(2, rule.Years),
		Withdrawn: ours(3, rule.Years),
	}
}

// Revised2026 is the same as revised, from 2026-03-01: the five years run from 1
// January after the announcement to 31 December of the fifth year, and who holds
// a grade may come again in the first four. Both are published; the rest is as
// in [Order39] and illustrative here, since the text has not been seen.
func Revised2026() Rules {
	source := rule.Source{Title: "社会组织评估管理办法(2026年修订)", Issuer: "民政部", Date: rule.Day(2026, 1, 27)}
	return Rules{
		Head: rule.Head{
			ID: "grade-life-revised-2026", Title: rule.Words("社会组织评估管理办法(2026年修订):评估等级管理", "The rule as revised in 2026: the life of a grade"),
			Source: source, Status: rule.Illustrative, Period: rule.Since(rule.Day(2026, 3, 1)),
		},
		Grades:    five(),
		Validity:  clause(5, rule.Years, source, "次年1月1日至第5年12月31日"),
		NewYear:   true,
		Within:    clause(4, rule.Years, source, "有效期的前4年内"),
		Publicity: ours(7, rule.Days),
		Notice:    ours(15, rule.Days),
		Return:    ours(15, rule.Days),
		Lowered:   ours(2, rule.Years),
		Withdrawn: ours(3, rule.Years),
	}
}

// Zhenjiang2012 is an older variant, Zhenjiang's of 2012, where grades held for
// three years. The rest is as in [Order39].
func Zhenjiang2012() Rules {
	r := Order39()
	r.ID, r.Title = "grade-life-zhenjiang-2012", rule.Words("镇江市社会组织评估等级管理(2012)", "Zhenjiang, 2012: the life of a grade")
	source := rule.Source{Title: "镇江市社会组织评估", Issuer: "镇江市民政局", Date: rule.Day(2012, 11, 5), Link: "menqiu.com"}
	r.Validity = clause(3, rule.Years, source, "社会组织评估等级有效期为3年")
	return r
}

// Anqing2021 is Order 39 with what Anqing's notice of 2021 adds: who holds a grade
// may come again to raise it after three years.
func Anqing2021() Rules {
	r := Order39()
	r.ID, r.Title = "grade-life-anqing-2021", rule.Words("安庆市社会组织评估等级管理(2021)", "Anqing, 2021: the life of a grade")
	return r.AgainAfter(3, rule.Source{Title: "关于开展安庆市社会组织评估工作的通知", Issuer: "安庆市民政局", Date: rule.Day(2021, 9, 23), Article: "一、评估对象"})
}

// Chanhe2025 is Order 39 with what a district's notice of 2025 adds (洛阳市瀍河
// 回族区): who holds a grade may come again to raise it after two years.
func Chanhe2025() Rules {
	r := Order39()
	r.ID, r.Title = "grade-life-chanhe-2025", rule.Words("瀍河回族区社会组织评估等级管理(2025)", "Chanhe, 2025: the life of a grade")
	return r.AgainAfter(2, rule.Source{Title: "洛阳市瀍河回族区民政局关于开展2025年度社会组织评估的通知", Issuer: "洛阳市瀍河回族区民政局", Article: "一、(三)"})
}

// AgainAfter returns the rules of a place that lets graded organizations come
// again after so many years, by the clause that says so.
func (r Rules) AgainAfter(years int, source rule.Source) Rules {
	r.After = Clause{rule.Duration{N: years, Of: rule.Years}, source, rule.Published}
	return r
}
