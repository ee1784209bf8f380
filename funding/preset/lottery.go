package preset

import (
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// CommunityLottery returns the lottery-fund subsidy of community and
// social-organization projects (福彩公益金补助社区(社会组织)服务项目), one of the source
// document's three channels of purchase. That the fund serves welfare, sport and
// like public benefit alone is published (Lottery Regulations, article 33); half
// of the eligible cost and at most 20,000 are illustrative.
func CommunityLottery(district org.Territory) funding.Scheme {
	law := rule.Source{Title: "彩票管理条例", Issuer: "国务院", Article: "第三十三条"}
	purposes := []rule.Value{
		rule.Label(rule.Words("社会福利", "social welfare")),
		rule.Label(rule.Words("体育", "sport")),
		rule.Label(rule.Words("其他社会公益", "other public benefit")),
	}
	return funding.Scheme{
		Head:      illustrative("community-lottery.illustrative", "福彩公益金补助社区服务项目(示例)", "Lottery-fund subsidy of community projects (illustrative)"),
		Territory: district, Rounding: toFen(),
		Facts: rule.Vocabulary{"purpose": {Type: rule.LabelType, Label: rule.Words("资金用途", "purpose of the money")}},
		Sources: []funding.Source{{
			ID: "lottery", Title: rule.Words("福利彩票公益金", "welfare-lottery fund"), Kind: funding.Lottery,
			If:   rule.IsOneOf("purpose", purposes...).From(law, rule.Published),
			Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.5")}, Cap: new(funding.Yuan(20_000)),
		}},
	}
}

// Budget is how the money of a year was divided, as it was published.
type Budget struct {
	rule.Head
	Sold   funding.Money `json:"sold,omitzero"`   // lottery sold
	Raised funding.Money `json:"raised,omitzero"` // public-welfare fund raised
	All    Part          `json:"all"`
}

// Part is an amount with what it consists of, if that was told.
type Part struct {
	Title  rule.Text     `json:"title"`
	Amount funding.Money `json:"amount"`
	Parts  []Part        `json:"parts,omitempty"`
}

// Validate reports every fault of the head, every part without a title or with
// an amount below zero, and every amount that its parts do not add up to
// ([PartsDiffer]).
func (b Budget) Validate() error {
	var found rule.Problems
	found.Nest("", b.Head.Validate())
	found.Nest("all", b.All.validate(1))
	return found.Err()
}

const deepest = 16

func (p Part) validate(depth int) error {
	var found rule.Problems
	if p.Title.ZH == "" || p.Title.EN == "" {
		found.Add(problems.Problem("title", rule.Required))
	}
	if p.Amount.Sign() < 0 {
		found.Add(problems.Problem("amount", PartNegative, rule.With("amount", p.Amount.Value())))
	}
	if depth > deepest {
		found.Add(problems.Problem("parts", PartsDeep, rule.With("most", rule.Int(deepest, 0))))
		return found.Err()
	}
	if p.Parts == nil {
		return found.Err()
	}
	amounts := make([]funding.Money, len(p.Parts))
	for i, part := range p.Parts {
		amounts[i] = part.Amount
		found.Nest("parts["+strconv.Itoa(i)+"]", part.validate(depth+1))
	}
	sum, err := funding.Sum(amounts...)
	found.Nest("parts", err)
	if err == nil && sum != p.Amount {
		found.Add(problems.Problem("parts", PartsDiffer, rule.With("sum", sum.Value()), rule.With("amount", p.Amount.Value())))
	}
	return found.Err()
}

// Page lays a valid budget out: every amount with the parts that add up to it.
func (b Budget) Page() rule.Page {
	page := rule.Page{
		Title: rule.Words("福利彩票公益金分配", "How lottery money was divided"),
		Rule:  b.Head,
		Steps: []rule.Reason{b.All.reason(b.Head)},
	}
	if b.Sold.Sign() > 0 {
		page.Lines = []rule.Line{
			{Label: rule.Words("销售", "sold"), Value: b.Sold.Value()},
			{Label: rule.Words("筹集公益金", "raised"), Value: b.Raised.Value()},
			{Label: rule.Words("筹集占销售", "raised of sold"), Value: rule.Ratio(b.Raised.Decimal(), b.Sold.Decimal(), rule.Percent)},
		}
	}
	return page
}

func (p Part) reason(head rule.Head) rule.Reason {
	title := rule.With("title", rule.Label(p.Title))
	if p.Parts == nil {
		return problems.Reason(PartOf, title).Gives(rule.Given, p.Amount.Value()).From(head.Source, head.Status)
	}
	inputs := []rule.Input{title}
	r := problems.Reason(PartsAddUp)
	for _, part := range p.Parts {
		inputs = append(inputs, rule.With("part", part.Amount.Value()))
		r.Parts = append(r.Parts, part.reason(head))
	}
	r.Inputs = inputs
	return r.Gives(rule.Sum, p.Amount.Value()).From(head.Source, head.Status)
}

// NingboLottery2023 returns the city budget of Ningbo's lottery fund for 2023:
// 110,000,000 = 24,005,000 for 22 projects of the city + 85,995,000 to the
// districts, of which 55,605,000 for old people, 1,500,000 for children and
// 28,890,000 for public benefit. It is a sum check, not a scheme.
func NingboLottery2023() Budget {
	return Budget{
		Head: published("ningbo-lottery-2023", rule.Words("宁波市福彩公益金市级预算(2023)", "Ningbo's lottery fund, city budget (2023)"),
			rule.Source{Title: "2023年宁波市福彩社会责任报告发布", Issuer: "宁波晚报", Date: rule.Day(2024, 11, 8), Link: "epaper.cnnb.com.cn"}, rule.Period{}),
		Sold: funding.Yuan(2_437_000_000), Raised: funding.Yuan(701_000_000),
		All: sum("市级预算", "city budget", 110_000_000,
			amount("市本级项目(22 个)", "22 projects of the city", 24_005_000),
			sum("补助区(县、市)", "to the districts", 85_995_000,
				amount("老年人福利", "old people", 55_605_000),
				amount("儿童福利", "children", 1_500_000),
				amount("社会公益", "public benefit", 28_890_000))),
	}
}

// TaizhouLottery2023 returns how the lottery fund raised in Taizhou in 2023 was
// divided, in whole millions: centre and province 326, city 91, counties 33.
func TaizhouLottery2023() Budget {
	return Budget{
		Head: published("taizhou-lottery-2023", rule.Words("台州市福彩公益金分配(2023)", "Taizhou's lottery fund (2023)"),
			rule.Source{Title: "2023年台州市福利彩票公益金使用情况公告", Date: rule.Day(2024, 5, 27), Link: "mzj.zjtz.gov.cn"}, rule.Period{}),
		Sold: funding.Yuan(1_532_000_000), Raised: funding.Yuan(450_000_000),
		All: sum("筹集公益金", "raised", 450_000_000,
			amount("中央和省", "centre and province", 326_000_000), amount("市", "city", 91_000_000), amount("县(市、区)", "counties", 33_000_000)),
	}
}

// ShanghaiLottery2018 returns how the lottery fund raised in Shanghai in 2018
// was divided, in whole millions: centre 780, city 499, districts 308.
func ShanghaiLottery2018() Budget {
	return Budget{
		Head: published("shanghai-lottery-2018", rule.Words("上海市福彩公益金分配(2018)", "Shanghai's lottery fund (2018)"),
			rule.Source{Title: "上海市2018年福利彩票公益金", Link: "zhcw.com"}, rule.Period{}),
		Sold: funding.Yuan(5_123_000_000), Raised: funding.Yuan(1_587_000_000),
		All: sum("筹集公益金", "raised", 1_587_000_000,
			amount("中央", "centre", 780_000_000), amount("市", "city", 499_000_000), amount("区", "districts", 308_000_000)),
	}
}

func amount(zh, en string, yuan int64) Part {
	return Part{Title: rule.Words(zh, en), Amount: funding.Yuan(yuan)}
}

func sum(zh, en string, yuan int64, parts ...Part) Part {
	p := amount(zh, en, yuan)
	p.Parts = parts
	return p
}
