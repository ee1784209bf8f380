package preset

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func points(low, high int64, step decimal.Decimal) band.Domain {
	return band.Domain{In: rule.AtLeast(decimal.NewFromInt(low)).AtMost(decimal.NewFromInt(high)), Step: step}
}

// grades are the ids and labels of the five grades, best first.
func grades() []grading.NoticeRow {
	row := func(id, zh, en string) grading.NoticeRow {
		return grading.NoticeRow{ID: id, Label: rule.Words(zh, en)}
	}
	return []grading.NoticeRow{
		row("5A", "5A级", "5A"), row("4A", "4A级", "4A"), row("3A", "3A级", "3A"), row("2A", "2A级", "2A"), row("1A", "1A级", "1A"),
	}
}

// worded are the five grades with the words of their intervals.
func worded(words ...string) []grading.NoticeRow {
	rows := grades()
	for i := range rows {
		rows[i].Words = words[i]
	}
	return rows
}

func none() grading.NoticeRow {
	return grading.NoticeRow{ID: "none", Label: rule.Words("未达等级", "no grade")}
}

// National is a scale of 1,000 points with the five grades of the ministry's
// Order 39 (art. 26). Order 39 names the grades and gives no points: the lines,
// 900, 800, 700, 600 and 500, are ours and illustrative.
func National(step decimal.Decimal) grading.Scale {
	s := grading.Scale{
		Head: rule.Head{
			ID: "national-5A", Title: rule.Words("社会组织评估等级(分数线为示例)", "The five grades (illustrative lines)"),
			Source: rule.Source{Title: "社会组织评估管理办法", Issuer: "民政部", Number: "民政部令第39号", Date: rule.Day(2010, 12, 27), Article: "第二十六条"},
			Status: rule.Illustrative, Period: rule.Period{From: rule.Day(2011, 3, 1), Until: rule.Day(2026, 3, 1)},
		},
		Scores: points(0, 1000, step),
	}
	below := rule.Interval{}
	for i, row := range append(grades(), none()) {
		in := below
		if row.ID != "none" {
			line := decimal.NewFromInt(int64(900 - 100*i))
			in, below = below.AtLeast(line), rule.Below(line)
		}
		s.Classes = append(s.Classes, grading.Class{ID: row.ID, Label: row.Label, In: in, Fails: row.ID == "none"})
	}
	return s
}

// Huaining2022 is the scale of a county's notice, as published (怀宁县, Anqing,
// Anhui): 950以上, 901—950, 851—900, 801—850 and 701—800 of 1,000 points, with
// up to 100 extra points. 950 is twice a grade, and at a resolution finer than
// whole points scores such as 900.5 are none. Step is the resolution, which the
// notice does not state. Anqing's own notice of 2021 begins with the same rows.
func Huaining2022(step decimal.Decimal) grading.Notice {
	return grading.Notice{
		Head: rule.Head{
			ID: "huaining-2022", Title: rule.Words("怀宁县社会组织评估等级(2022)", "Huaining's grades, 2022"),
			Source: rule.Source{
				Title: "关于开展安庆市怀宁县社会组织等级评估工作的通知", Issuer: "怀宁县民政局", Date: rule.Day(2022, 8, 10), Article: "三、评估内容", Link: "yuweinet.cn",
			},
			Status: rule.Published, Period: rule.Period{From: rule.Day(2022, 8, 1), Until: rule.Day(2022, 11, 1)},
		},
		Scores: points(0, 1100, step),
		Rows:   worded("950以上", "901—950分之间", "851—900分之间", "801—850分之间", "701—800分之间"),
		Below:  none(),
	}
}

// Chanhe2025 is the scale of a district's notice, as published (瀍河回族区,
// Luoyang, Henan): 900分及以上, 800--899, 700--799, 600--699 and 599分及以下 of
// 1,000 points. It is sound for whole points; at a finer resolution scores such
// as 899.5 are no grade. Step is the resolution, which the notice does not state.
func Chanhe2025(step decimal.Decimal) grading.Notice {
	return grading.Notice{
		Head: rule.Head{
			ID: "chanhe-2025", Title: rule.Words("瀍河回族区社会组织评估等级(2025)", "Chanhe's grades, 2025"),
			Source: rule.Source{
				Title: "洛阳市瀍河回族区民政局关于开展2025年度社会组织评估的通知", Issuer: "洛阳市瀍河回族区民政局", Article: "三、评估分数及等级设置", Link: "chanhe.gov.cn",
			},
			Status: rule.Published, Period: rule.Period{From: rule.Day(2025, 1, 1), Until: rule.Day(2026, 1, 1)},
		},
		Scores: points(0, 1000, step),
		Rows:   worded("900分及以上", "800--899分", "700--799分", "600--699分", "599分及以下"),
	}
}
