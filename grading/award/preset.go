package award

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// amounts are what 5A, 4A and 3A earn, in yuan.
func amounts(five, four, three int64) []Amount {
	amount := func(id, zh, en string, yuan int64) Amount {
		return Amount{Grade: id, Label: rule.Words(zh, en), Amount: funding.Yuan(yuan)}
	}
	return []Amount{amount("5a", "5A级", "5A", five), amount("4a", "4A级", "4A", four), amount("3a", "3A级", "3A", three)}
}

// Baoan2022 is what Shenzhen's Baoan district pays industry associations for
// their grades (深圳市宝安区, 2022): 300,000, 200,000 and 100,000 once for 5A, 4A
// and 3A, and on raising the difference (差额). That a grade given again earns
// nothing follows from "first time" and "difference".
func Baoan2022() Plan {
	return Plan{
		Head: rule.Head{
			ID: "baoan-2022", Title: rule.Words("宝安区行业协会商会等级评估奖励", "Baoan's awards for the grades of industry associations"),
			Source: rule.Source{Title: "宝安区行业协会商会等级评估奖励", Issuer: "深圳市宝安区", Article: "2022年"},
			Status: rule.Published, Period: rule.Since(rule.Day(2022, 1, 1)),
		},
		First: amounts(300_000, 200_000, 100_000), Raised: Difference,
	}
}

// Guangzhou2015 is what Guangzhou pays for grades (广州市, from 2015-04-20):
// 50,000, 30,000 and 10,000 for 5A, 4A and 3A. What a grade earns that is
// raised or given again was not found: the difference, and nothing, are ours.
func Guangzhou2015() Plan {
	ours := grading.Basis{Status: rule.Illustrative}
	return Plan{
		Head: rule.Head{
			ID: "guangzhou-2015", Title: rule.Words("广州市社会组织等级评估奖励", "Guangzhou's awards for grades"),
			Source: rule.Source{Title: "广州市社会组织等级评估资助", Issuer: "广州市民政局", Date: rule.Day(2015, 4, 20), Link: "gzfso.org.cn"},
			Status: rule.Published, Period: rule.Since(rule.Day(2015, 4, 20)),
		},
		First: amounts(50_000, 30_000, 10_000), Raised: Difference, Raising: ours, Renewal: ours,
	}
}

// Taishun is what Wenzhou's Taishun county pays for grades (温州市泰顺县): 10,000,
// 5,000 and 3,000 for 5A, 4A and 3A, not for wages. What a grade earns that is
// raised or given again was not found: the difference, and nothing, are ours.
func Taishun() Plan {
	ours := grading.Basis{Status: rule.Illustrative}
	return Plan{
		Head: rule.Head{
			ID: "taishun", Title: rule.Words("泰顺县社会组织等级评估奖励", "Taishun's awards for grades"),
			Source: rule.Source{Title: "泰顺县社会组织等级评估奖励", Issuer: "泰顺县民政局"},
			Status: rule.Published,
		},
		First: amounts(10_000, 5_000, 3_000), Raised: Difference, Raising: ours, Renewal: ours,
	}
}
