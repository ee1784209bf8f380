package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// FuyangCulture returns the yearly grant for rural culture of Fuyang (阜阳): 10,000
// a village, made of information 2,000, shows 2,400, library 2,000, films 2,400
// (twelve of 200) and sport 1,200 (six of 200), borne by centre, province, and
// city and county 50:30:20. A village states its items; each counts up to its
// amount. Parts are rounded by themselves, which is exact for whole yuan. It was
// paid to 1,819 villages.
func FuyangCulture() funding.Scheme {
	part := func(id string, title rule.Text, kind funding.Kind, of org.Territory, ratio string) funding.Source {
		return funding.Source{ID: id, Title: title, Kind: kind, Territory: of, Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec(ratio)}}
	}
	costs := make([]funding.Cost, 0, len(FuyangItems()))
	titles := map[string]rule.Text{
		"information": rule.Words("文化信息", "information"), "shows": rule.Words("文艺演出", "shows"),
		"library": rule.Words("图书", "library"), "films": rule.Words("电影放映", "films"), "sport": rule.Words("体育活动", "sport"),
	}
	for _, item := range FuyangItems() {
		costs = append(costs, funding.Cost{Item: item.Item, Title: titles[item.Item], Most: new(item.Amount)})
	}
	return funding.Scheme{
		Head: published("fuyang-rural-culture", rule.Words("阜阳市农村文化建设补助", "Fuyang's grant for rural culture"),
			rule.Source{Title: "阜阳市农村文化建设专项补助(新闻所载)"}, rule.Period{}),
		Territory: org.Area("3412"), Rounding: toFen(), Costs: costs,
		Sources: []funding.Source{
			part("centre", rule.Words("中央财政", "centre"), funding.Central, org.Territory{}, "0.5"),
			part("province", rule.Words("省级财政", "province"), funding.Provincial, org.Area("34"), "0.3"),
			part("city", rule.Words("市县财政", "city and county"), funding.Municipal, org.Area("3412"), "0.2"),
		},
	}
}

// FuyangItems returns the five items of [FuyangCulture] with their amounts, as a
// village's request states them.
func FuyangItems() []funding.Item {
	return []funding.Item{
		{Item: "information", Amount: funding.Yuan(2_000)},
		{Item: "shows", Amount: funding.Yuan(2_400)},
		{Item: "library", Amount: funding.Yuan(2_000)},
		{Item: "films", Amount: funding.Yuan(12 * 200)},
		{Item: "sport", Amount: funding.Yuan(6 * 200)},
	}
}

// HuoshanVillages returns how Huoshan county shared the money of its villages in
// 2017: 12,000 a village, 75% from above and 25% from the county; 144 villages
// made 1,296,000 and 432,000. Which level above paid was not told; it is booked
// as the province's.
func HuoshanVillages() funding.Scheme {
	return funding.Scheme{
		Head: published("huoshan-villages-2017", rule.Words("霍山县村级经费分担(2017)", "Huoshan, village money shared (2017)"),
			rule.Source{Title: "霍山县村级经费分担(2017年)", Link: "ahhuoshan.gov.cn"}, rule.Period{From: rule.Day(2017, 1, 1), Until: rule.Day(2018, 1, 1)}),
		Territory: org.Area("341525"), Rounding: toFen(),
		Sources: []funding.Source{
			capped(weight("above", rule.Words("上级财政", "levels above"), funding.Provincial, org.Area("34"), "75"), 9_000),
			capped(weight("county", rule.Words("县级财政", "county"), funding.District, org.Area("341525"), "25"), 3_000),
		},
	}
}

func capped(s funding.Source, yuan int64) funding.Source {
	s.Cap = new(funding.Yuan(yuan))
	return s
}

// ZhaotongSharing returns how a grant of 8,930,000 was shared in Zhaotong in
// 2015: 80:20, 7,144,000 and 1,786,000. Which levels paid was not told; they are
// booked as the province's and the city's.
func ZhaotongSharing() funding.Scheme {
	return funding.Scheme{
		Head: published("zhaotong-sharing-2015", rule.Words("昭通市补助资金分担(2015)", "Zhaotong, a grant shared (2015)"),
			rule.Source{Title: "昭通市补助资金分担(2015年)", Link: "ztnews.net"}, rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}),
		Territory: org.Area("5306"), Rounding: toFen(),
		Sources: []funding.Source{
			weight("above", rule.Words("上级资金", "levels above"), funding.Provincial, org.Area("53"), "80"),
			weight("own", rule.Words("本级配套", "the city's own"), funding.Municipal, org.Area("5306"), "20"),
		},
	}
}
