package grading

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Zhaobaoshan2019 is how Zhaobaoshan subdistrict (招宝山街道), Zhenhai, grades
// the organizations filed with it and pays them by class: 3,000 to 4,000 a
// year in class 1, 2,000 to 3,000 in class 2, 1,000 to 2,000 in class 3, and
// nothing without an assessment or a class. The ranges were published; both
// ends are read as included. The lines of the classes, the point of a range
// that is paid (its middle), the part of the year and who pays are not known
// and are illustrative.
func Zhaobaoshan2019() Policy {
	source := rule.Source{Issuer: "宁波市镇海区招宝山街道", Article: "2019年(zhongguoshequ1990.org)", Link: "zhongguoshequ1990.org"}
	ours := Basis{Status: rule.Illustrative}
	published := Basis{Source: source, Status: rule.Published}
	line := func(s string) Class {
		in, err := band.ParseWords(s)
		if err != nil {
			panic(err)
		}
		return Class{In: in, Basis: ours}
	}
	class := func(id, zh, en, words string) Class {
		c := line(words)
		c.ID, c.Label = id, rule.Words(zh, en)
		return c
	}
	failed := class("failed", "未通过评估", "failed", "不满60")
	failed.Fails = true
	rate := func(class string, from, to int64) Rate {
		r := Range(class, funding.Yuan(from), funding.Yuan(to), funding.Middle)
		r.Basis, r.Chosen = published, ours
		return r
	}
	payer := func(kind funding.Kind, id, zh, en, weight string) Payer {
		return Payer{ID: id, Label: rule.Words(zh, en), Kind: kind, Weight: rule.Dec(weight)}
	}
	return Policy{
		Scale: Scale{
			Head: rule.Head{
				ID: "zhaobaoshan-scale-2019.1", Title: rule.Words("招宝山街道基层社会组织等级", "Zhaobaoshan classes of grassroots organizations"),
				Status: rule.Illustrative, Period: rule.Since(rule.Day(2019, 1, 1)),
			},
			Scores: band.Domain{In: rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("100")), Step: rule.Dec("0.1")},
			Classes: []Class{
				class("class-1", "一类", "class 1", "90以上"),
				class("class-2", "二类", "class 2", "75以上不满90"),
				class("class-3", "三类", "class 3", "60以上不满75"),
				failed,
			},
		},
		Subsidy: Subsidy{
			Head: rule.Head{
				ID: "zhaobaoshan-2019.1", Title: rule.Words("招宝山街道基层社会组织等级补助", "Zhaobaoshan subsidy by class"),
				Status: rule.Illustrative, Period: rule.Since(rule.Day(2019, 1, 1)),
			},
			Rates: []Rate{
				rate("class-1", 3000, 4000),
				rate("class-2", 2000, 3000),
				rate("class-3", 1000, 2000),
			},
			Rounding: funding.Rounding{Mode: rule.HalfUp, Step: funding.Fen(1)},
			PartYear: ours,
			Sharing:  ours,
			Payers: Payers{
				payer(funding.District, "district", "区", "district", "50"),
				payer(funding.Subdistrict, "subdistrict", "街道", "subdistrict", "30"),
				payer(funding.Community, "community", "社区", "community", "20"),
			},
		},
	}
}
