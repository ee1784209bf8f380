package honour

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// National returns the five stars of the national rules for keeping records of
// voluntary service: 100, 300, 600, 1,000 and 1,500 hours (published).
func National() Scale {
	return Scale{
		Head: rule.Head{
			ID: "stars-national.2012", Title: rule.Words("志愿者星级(全国)", "stars of volunteers (national)"),
			Source: rule.Source{
				Title: "志愿服务记录办法", Issuer: "民政部", Number: "民函〔2012〕340号", Date: rule.Day(2012, 10, 23),
			},
			Status: rule.Published, Period: rule.Since(rule.Day(2012, 10, 23)),
		},
		Steps: byHours(stars(), "100", "300", "600", "1000", "1500"),
	}
}

// Zhangjiagang returns the five stars of Zhangjiagang: 30, 60, 100, 200 and 300
// hours, whose prizes are earned again in every further 300 hours (published).
func Zhangjiagang() Scale {
	return Scale{
		Head:  zhangjiagang("stars-zhangjiagang.2014", rule.Words("张家港市星级志愿者", "star volunteers of Zhangjiagang")),
		Steps: byHours(stars(), "30", "60", "100", "200", "300"),
		Cycle: decimal.NewFromInt(300),
	}
}

// ZhangjiagangMedals returns the medals of Zhangjiagang: bronze, silver and
// gold star at 600, 1,000 and 1,500 hours, the award for life at 3,000
// (published).
func ZhangjiagangMedals() Scale {
	return Scale{
		Head: zhangjiagang("medals-zhangjiagang.2014", rule.Words("张家港市志愿者奖章", "volunteers' medals of Zhangjiagang")),
		Steps: byHours([]rule.Text{
			rule.Words("铜星奖章", "bronze star"), rule.Words("银星奖章", "silver star"),
			rule.Words("金星奖章", "gold star"), rule.Words("志愿服务终身成就奖", "award for a life of service"),
		}, "600", "1000", "1500", "3000"),
	}
}

func zhangjiagang(id string, title rule.Text) rule.Head {
	return rule.Head{
		ID: id, Title: title, Status: rule.Published, Period: rule.Since(rule.Day(2014, 5, 26)),
		Source: rule.Source{
			Title: "张家港市星级志愿者认定奖励通知", Issuer: "张家港市志愿者协会", Date: rule.Day(2014, 5, 26),
			Link: "http://www.zjgfwd.org/archiver/?tid-2640.html",
		},
	}
}

// Longquanyi returns the table of Longquanyi district, Chengdu, by hours and
// points together: five stars, gold and diamond (published; the date of issue
// is not known).
func Longquanyi() Scale {
	titles := append(stars(), rule.Words("金牌志愿者", "gold volunteer"), rule.Words("钻石志愿者", "diamond volunteer"))
	steps := byHours(titles, "50", "100", "200", "400", "800", "1000", "2000")
	for i, points := range []string{"500", "1000", "2100", "4200", "8400", "10500", "21000"} {
		steps[i].Needs = append(steps[i].Needs, Need{Points, rule.Dec(points)})
	}
	return Scale{
		Head: rule.Head{
			ID: "stars-longquanyi", Title: rule.Words("龙泉驿区志愿者星级", "stars of volunteers (Longquanyi)"),
			Source: rule.Source{Title: "奖励办法", Issuer: "龙泉驿区志愿者协会", Link: "https://m.nryq.cn/wenku/rsshd/mY6AWXpQ05"},
			Status: rule.Published,
		},
		Steps: steps,
	}
}

// Longgang returns the table of Longgang district, Shenzhen, as announced for
// 2023: four stars by hours and by time on the register, half a year for the
// first two and a year for the others (published).
func Longgang() Scale {
	steps := byHours(stars()[:4], "100", "300", "600", "1000")
	for i, months := range []string{"6", "6", "12", "12"} {
		steps[i].Needs = append(steps[i].Needs, Need{Months, rule.Dec(months)})
	}
	return Scale{
		Head: rule.Head{
			ID: "stars-longgang.2023", Title: rule.Words("龙岗区星级志愿者", "star volunteers of Longgang"),
			Source: rule.Source{
				Title: "龙岗区星级志愿者评定管理办法(2023年修订版)", Issuer: "龙岗区义工联",
				Link: "https://www.chinagovernance.com/document/11094509",
			},
			Status: rule.Published,
		},
		Steps: steps,
	}
}

func stars() []rule.Text {
	return []rule.Text{
		rule.Words("一星级", "one star"), rule.Words("二星级", "two stars"), rule.Words("三星级", "three stars"),
		rule.Words("四星级", "four stars"), rule.Words("五星级", "five stars"),
	}
}

func byHours(titles []rule.Text, hours ...string) []Step {
	steps := make([]Step, len(hours))
	for i, h := range hours {
		steps[i] = Step{titles[i], []Need{{Hours, rule.Dec(h)}}}
	}
	return steps
}
