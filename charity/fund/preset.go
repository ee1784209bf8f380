package fund

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Published returns the founding thresholds that were published in Shenzhen,
// Hengshan, Xuzhou and Gansu. Titles describe where they were read; the issuing
// documents' own titles are not in hand.
func Published() []Rules { return []Rules{Shenzhen(), Hengshan(), Xuzhou(), Gansu()} }

func head(id, zh, en, title string) rule.Head {
	return rule.Head{
		ID: "named-fund." + id, Title: rule.Words(zh, en),
		Source: rule.Source{Title: title}, Status: rule.Published,
	}
}

// Shenzhen returns the rules of 2013: 2 million at once, or 4 million within
// three years, and yearly spending of 20%. That the 20% are of the balance at
// the year's start is our reading.
func Shenzhen() Rules {
	share := rule.Dec("0.2")
	return Rules{
		Head: head("shenzhen-2013", "深圳冠名慈善基金(2013)", "Named charity funds, Shenzhen (2013)", "深圳2013年冠名慈善基金规定(文件原名未见)"),
		Thresholds: []Threshold{
			{Pledge: funding.Yuan(2_000_000), First: rule.Dec("1")},
			{Pledge: funding.Yuan(4_000_000), Years: 3},
		},
		Spend: &share,
	}
}

// Hengshan returns the thresholds of Hengshan: 3,000 yuan for a person, 20,000
// for a unit.
func Hengshan() Rules {
	return Rules{
		Head: head("hengshan", "Hengshan 冠名慈善基金", "Named charity funds, Hengshan", "Hengshan 冠名慈善基金规定(文件原名未见)"),
		Thresholds: []Threshold{
			{Founder: Person, Pledge: funding.Yuan(3_000)},
			{Founder: Unit, Pledge: funding.Yuan(20_000)},
		},
	}
}

// Xuzhou returns the rule of 2011: 10,000 yuan, 10% first, the rest within ten
// years (Xuzhou Daily).
func Xuzhou() Rules {
	return Rules{
		Head:       head("xuzhou-2011", "徐州冠名慈善基金(2011)", "Named charity funds, Xuzhou (2011)", "徐州2011年冠名慈善基金规定(见徐州日报报道,文件原名未见)"),
		Thresholds: []Threshold{{Pledge: funding.Yuan(10_000), First: rule.Dec("0.1"), Years: 10}},
	}
}

// Gansu returns the threshold of Gansu: 500 yuan a month. A second class, of
// 5,000 a month, was published without saying what it gives.
func Gansu() Rules {
	return Rules{
		Head:       head("gansu", "甘肃冠名慈善基金", "Named charity funds, Gansu", "甘肃冠名慈善基金规定(文件原名未见)"),
		Thresholds: []Threshold{{Pledge: funding.Yuan(500), Monthly: true}},
	}
}

// Illustrative returns rules with every part filled in: thresholds as in
// Xuzhou, yearly spending of 20%, fees up to 5% of what comes in, the rest to
// the federation. Fee and receiver are illustrative.
func Illustrative() Rules {
	rules := Xuzhou()
	spend, fee := rule.Dec("0.2"), rule.Dec("0.05")
	rules.Head = rule.Head{
		ID: "named-fund.illustrative", Title: rule.Words("冠名慈善基金(示例)", "Named charity funds (illustrative)"), Status: rule.Illustrative,
	}
	rules.Spend, rules.Fee, rules.General = &spend, &fee, "慈善总会"
	return rules
}
