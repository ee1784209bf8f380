package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// HaishuVenture returns the third round of venture philanthropy of Haishu in
// Ningbo (2013): a project's budget is normally at most 50,000; registered and
// street-filed organizations may apply; the term is at least six months and at
// most a year; what other government money supports is not funded again. Whose
// money it was is not told: it is booked as the district's. How instalments were
// paid in a later round is in purchase.Haishu2020.
func HaishuVenture() funding.Scheme {
	source := rule.Source{Title: "海曙火热征集第三届公益创投项目", Issuer: "宁波公益网", Date: rule.Day(2013, 4, 15), Link: "nbgy.org"}
	ask := func(c rule.Condition) rule.Condition { return c.From(source, rule.Published) }
	district := org.Area("330203")
	return funding.Scheme{
		Head:      published("haishu-venture-2013", rule.Words("海曙区公益创投(第三届,2013)", "Haishu venture philanthropy (round 3, 2013)"), source, rule.Period{}),
		Territory: district, Rounding: toFen(),
		Facts: rule.Vocabulary{
			"standing":         {Type: rule.TextType, Label: rule.Words("登记或备案", "registered or filed")},
			"funded_elsewhere": flag("已有其他政府资金支持", "other government money supports it"),
		},
		Sources: []funding.Source{{
			ID: "venture", Title: rule.Words("公益创投资金", "venture philanthropy money"), Kind: funding.District, Territory: district,
			If: rule.AllOf(
				ask(rule.IsOneOf("standing", rule.Word("registered"), rule.Word("filed"))),
				ask(rule.InRange("months", rule.AtLeast(rule.Dec("6")).AtMost(rule.Dec("12")))),
				ask(rule.Not(rule.Is("funded_elsewhere"))),
			),
			Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")},
			Cap:  new(funding.Yuan(50_000)),
		}},
	}
}

// ChouchengVenture returns the venture philanthropy of Choucheng street in Yiwu:
// at most 30,000 for a project. Registered and filed organizations were scored
// apart.
func ChouchengVenture() funding.Scheme {
	return street("choucheng-venture", "义乌市稠城街道公益创投", "Choucheng street, Yiwu, venture philanthropy", "330782", nil, 30_000)
}

// NanxiashuVenture returns the venture philanthropy of Nanxiashu street in Wujin
// (2017): 5,000 to 20,000 for a project.
func NanxiashuVenture() funding.Scheme {
	return street("nanxiashu-venture-2017", "武进区南夏墅街道公益创投(2017)", "Nanxiashu street, Wujin, venture philanthropy (2017)", "320412", new(funding.Yuan(5_000)), 20_000)
}

// street is a round of a street: the eligible cost, within the ends told. The
// money is the street's; the territory is its district, since the source does
// not give the street's code.
func street(id, zh, en, district string, least *funding.Money, most int64) funding.Scheme {
	area := org.Area(district)
	return funding.Scheme{
		Head:      published(id, rule.Words(zh, en), rule.Source{Title: zh}, rule.Period{}),
		Territory: area, Rounding: toFen(),
		Sources: []funding.Source{{
			ID: "venture", Title: rule.Words("街道公益创投资金", "the street's venture philanthropy money"), Kind: funding.Subdistrict, Territory: area,
			Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")}, Least: least, Cap: new(funding.Yuan(most)),
		}},
	}
}
