package duty

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// National returns the national rules, oldest first: Order 400 of 2004,
// 民发〔2016〕189号 of 2016, and the Charity Law as revised in 2023.
func National() []Rules { return []Rules{Order400(), Notice189(), CharityLaw()} }

// Order400 returns article 29 of the Regulations on Foundations (基金会管理条例,
// State Council Order 400, 2004).
func Order400() Rules {
	source := rule.Source{Title: "基金会管理条例", Issuer: "国务院", Number: "国务院令第400号", Article: "第二十九条"}
	return Rules{
		Head: rule.Head{
			ID: "spending.foundations-2004", Title: rule.Words("基金会公益事业支出(2004)", "Foundations' spending (2004)"),
			Source: source, Status: rule.Published,
		},
		First: 2004,
		Forms: []Rule{
			{PublicFoundation, all(published(source, "0.1", Floor{LastIncome, rule.Dec("0.7")}))},
			{Foundation, all(published(source, "0.1", Floor{NetAssets, rule.Dec("0.08")}))},
		},
	}
}

// Notice189 returns the rules on yearly charitable spending and management fees
// of 2016 (关于慈善组织开展慈善活动年度支出和管理费用的规定, 民发〔2016〕189号),
// articles 7 to 11. The row for other publicly fundraising organizations in
// article 7 and the three upper rows of article 8 are not confirmed in a
// published text and are marked illustrative.
func Notice189() Rules {
	source := rule.Source{Title: "关于慈善组织开展慈善活动年度支出和管理费用的规定", Issuer: "民政部、财政部、国家税务总局", Number: "民发〔2016〕189号"}
	seven, eight, nine := source.At("第七条"), source.At("第八条"), source.At("第九条")
	assets := func(share string) Floor { return Floor{NetAssets, rule.Dec(share)} }
	income := func(share string) Floor { return Floor{LastIncome, rule.Dec(share)} }
	low := func(million string) rule.Interval { return rule.AtLeast(rule.Dec(million).Shift(6)) }
	below := func(million string) rule.Interval { return rule.Below(rule.Dec(million).Shift(6)) }
	between := func(from, to string) rule.Interval { return low(from).Below(rule.Dec(to).Shift(6)) }
	free := funding.Yuan(200_000)
	return Rules{
		Head: rule.Head{
			ID: "spending.charities-2016", Title: rule.Words("慈善组织年度支出和管理费用(2016)", "Charities' yearly spending and management fees (2016)"),
			Source: source, Status: rule.Published,
		},
		First: 2016, Mean: 3, MeanSource: source.At("第十条"),
		Free: &free, FreeSource: source.At("第十一条"),
		Forms: []Rule{
			{PublicFoundation, all(published(seven, "0.1", income("0.7")))},
			{PublicOther, all(illustrative(seven, "0.13", income("0.7")))},
			{Foundation, []band.Row[Duty]{
				{In: low("60"), Is: illustrative(eight, "0.12", assets("0.06"))},
				{In: between("8", "60"), Is: illustrative(eight, "0.13", assets("0.06"))},
				{In: between("4", "8"), Is: illustrative(eight, "0.15", assets("0.07"))},
				{In: below("4"), Is: published(eight, "0.2", assets("0.08"))},
			}},
			{Other, []band.Row[Duty]{
				{In: low("10"), Is: published(nine, "0.13", assets("0.06"))},
				{In: between("5", "10"), Is: published(nine, "0.14", assets("0.07"))},
				{In: between("1", "5"), Is: published(nine, "0.15", assets("0.08"))},
				{In: below("1"), Is: published(nine, "0.2", assets("0.08"), income("0.5"))},
			}},
		},
	}
}

// CharityLaw returns article 61 of the Charity Law as revised in 2023 (慈善法):
// 70% and 10% for publicly fundraising foundations, or of the three-year mean.
// The law leaves other organizations to the ministries: for them see
// [Notice189]. A ministry rule may since have replaced that.
func CharityLaw() Rules {
	source := rule.Source{Title: "中华人民共和国慈善法", Issuer: "全国人民代表大会常务委员会", Article: "第六十一条"}
	return Rules{
		Head: rule.Head{
			ID: "spending.charity-law-2023", Title: rule.Words("慈善法年度支出和管理费用(2023 修正)", "Charity Law, yearly spending and management fees (rev. 2023)"),
			Source: source, Status: rule.Published,
		},
		First: 2024, Mean: 3, MeanSource: source,
		Forms: []Rule{{PublicFoundation, all(published(source, "0.1", Floor{LastIncome, rule.Dec("0.7")}))}},
	}
}

// Ningbo returns article 32 of the Ningbo Regulations on the Promotion of
// Charity (宁波市慈善事业促进条例, in force 2011-10-01): at least 70% of what was
// raised last year, unless the giver agreed otherwise.
func Ningbo() Rules {
	source := rule.Source{Title: "宁波市慈善事业促进条例", Article: "第三十二条"}
	duty := all(published(source, "", Floor{LastRaised, rule.Dec("0.7")}))
	return Rules{
		Head: rule.Head{
			ID: "spending.ningbo-2011", Title: rule.Words("宁波市慈善组织年度支出(2011)", "Charities' yearly spending, Ningbo (2011)"),
			Source: source, Status: rule.Published, Period: rule.Since(rule.Day(2011, 10, 1)),
		},
		First: 2012,
		Forms: []Rule{{PublicFoundation, duty}, {PublicOther, duty}},
	}
}

func all(d Duty) []band.Row[Duty] { return []band.Row[Duty]{{Is: d}} }

func published(source rule.Source, ceiling string, floors ...Floor) Duty {
	return duty(source, rule.Published, ceiling, floors)
}

func illustrative(source rule.Source, ceiling string, floors ...Floor) Duty {
	return duty(source, rule.Illustrative, ceiling, floors)
}

func duty(source rule.Source, status rule.Status, ceiling string, floors []Floor) Duty {
	d := Duty{Floors: floors, Source: source, Status: status}
	if ceiling != "" {
		share := rule.Dec(ceiling)
		d.Ceiling = &share
	}
	return d
}
