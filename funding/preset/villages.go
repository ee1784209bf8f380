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
	for _, item := range FuyangItems() {
		costs = append(costs, funding.Cost{Item: item.Item, Title: cultureItem(item.Item), Most: new(item.Amount)})
	}
	return funding.Scheme{
		Head: published("fuyang-rural-culture", rule.Words("阜阳市农村文化建设补助", "Fuyang's grant for rural culture"),
			rule.Source{Title: "阜阳市农村文化建设专项补助", Issuer: "阜阳新闻网"}, rule.Period{}),
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

// cultureItem is the title of an item of the grant for rural culture.
func cultureItem(item string) rule.Text {
	switch item {
	case "information":
		return rule.Words("文化信息资源共享工程", "shared cultural information")
	case "shows":
		return rule.Words("农村文艺演出活动", "shows")
	case "library":
		return rule.Words("农家书屋", "farm library")
	case "films":
		return rule.Words("农村电影放映", "films")
	}
	return rule.Words("农民体育活动", "sport")
}

// HuoshanVillages returns how Huoshan county shared the grant for rural culture
// of 2017: 12,000 a village, 75% from centre and province and 25% from the
// county; 144 villages made 1,296,000 and 432,000.
func HuoshanVillages() funding.Scheme {
	county := org.Area("341525")
	return funding.Scheme{
		Head: published("huoshan-villages-2017", rule.Words("霍山县农村文化建设专项补助(2017)", "Huoshan's grant for rural culture (2017)"),
			rule.Source{Title: "2017年度农村文化建设专项补助标准", Issuer: "霍山县", Date: rule.Day(2017, 12, 25), Link: "ahhuoshan.gov.cn"},
			rule.Period{From: rule.Day(2017, 1, 1), Until: rule.Day(2018, 1, 1)}),
		Territory: county, Rounding: toFen(),
		Sources: []funding.Source{
			capped(weight("above", rule.Words("中央、省财政", "centre and province"), funding.Central, org.Territory{}, "75"), 9_000),
			capped(weight("county", rule.Words("县财政配套", "county"), funding.District, county, "25"), 3_000),
		},
	}
}

// HuoshanItems returns the items of a village's 12,000 in Huoshan in 2017.
func HuoshanItems() []funding.Item {
	return []funding.Item{
		{Item: "information", Amount: funding.Yuan(2_000)},
		{Item: "shows", Amount: funding.Yuan(4_400)},
		{Item: "library", Amount: funding.Yuan(2_000)},
		{Item: "films", Amount: funding.Yuan(2_400)},
		{Item: "sport", Amount: funding.Yuan(1_200)},
	}
}

func capped(s funding.Source, yuan int64) funding.Source {
	s.Cap = new(funding.Yuan(yuan))
	return s
}

// ZhaotongSharing returns how the grant for rural culture of 2015 was shared in
// Zhaotong: 8,930,000, centre and province 80:20, 7,144,000 and 1,786,000.
func ZhaotongSharing() funding.Scheme {
	return funding.Scheme{
		Head: published("zhaotong-sharing-2015", rule.Words("昭通市农村文化建设专项补助资金(2015)", "Zhaotong's grant for rural culture (2015)"),
			rule.Source{Title: "昭通市2015年农村文化建设专项补助资金", Issuer: "昭通市财政局", Date: rule.Day(2015, 8, 21), Link: "ztnews.net"},
			rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}),
		Territory: org.Area("5306"), Rounding: toFen(),
		Sources: []funding.Source{
			weight("centre", rule.Words("中央资金", "centre"), funding.Central, org.Territory{}, "80"),
			weight("province", rule.Words("省级资金", "province"), funding.Provincial, org.Area("53"), "20"),
		},
	}
}
