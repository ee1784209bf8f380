package name

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Presets returns every set of rules of this package, by legal form and date.
func Presets() []Rules {
	return []Rules{SocialGroups(), PrivateUnits(), Foundations(), All2024()}
}

// On returns the rules that govern the names of a legal form on a day.
func On(kind org.Kind, day rule.Date) []Rules {
	var out []Rules
	for _, r := range Presets() {
		for _, k := range r.Kinds {
			if k == kind && r.Period.Contains(day) {
				out = append(out, r)
			}
		}
	}
	return out
}

func nation() []string { return []string{"中国", "全国", "中华"} }

func no(fact string) rule.Condition  { return rule.IsOneOf(fact, rule.Flag(false)) }
func yes(fact string) rule.Condition { return rule.Is(fact) }

// SocialGroups returns article 10 of the Regulations on Social Groups: a local
// one does not begin with 中国, 全国 or 中华 (published).
func SocialGroups() Rules {
	source := rule.Source{Title: "社会团体登记管理条例", Issuer: "国务院", Number: "国务院令第250号", Date: rule.Day(1998, 10, 25)}
	return Rules{
		Head: rule.Head{
			ID: "name.social-groups-1998", Title: rule.Words("社会团体名称", "names of social groups"),
			Source: source, Status: rule.Published, Period: rule.Since(source.Date),
		},
		Kinds: []org.Kind{org.SocialGroup}, National: nation(),
		Clauses: []Clause{{When: no(Nationwide), Needs: no(NationalWord).From(source.At("第十条第二款"), rule.Published)}},
	}
}

// PrivateUnits returns the interim provisions on names of private
// non-enterprise units (published), until they were replaced.
func PrivateUnits() Rules {
	source := rule.Source{
		Title: "民办非企业单位名称管理暂行规定", Issuer: "民政部", Number: "民发〔1999〕129号", Date: rule.Day(1999, 12, 28),
		Link: "http://msdy.org.cn/show-309201.html",
	}
	at := func(c rule.Condition, article string) rule.Condition {
		return c.From(source.At(article), rule.Published)
	}
	return Rules{
		Head: rule.Head{
			ID: "name.private-units-1999", Title: rule.Words("民办非企业单位名称(1999)", "names of private non-enterprise units (1999)"),
			Source: source, Status: rule.Published, Period: rule.Period{From: source.Date, Until: rule.Day(2024, 5, 1)},
		},
		Kinds: []org.Kind{org.PrivateNonEnterprise}, National: nation(),
		Clauses: []Clause{
			{When: no(Nationwide), Needs: at(yes(HasDivision), "第三条第二款")},
			{Needs: at(no(DistrictAlone), "第四条第一款")},
			{Needs: at(rule.InRange(TradeLength, rule.AtLeast(rule.Dec("2"))), "第五条")},
			{Needs: at(yes(HasField), "第六条")},
			{Needs: at(rule.IsOneOf(FormKind, rule.Word(org.PrivateNonEnterprise.String())), "第七条")},
			{Needs: at(no(GrandForm), "第七条")},
		},
	}
}

// Foundations returns the provisions on names of foundations (published), until
// they were replaced.
func Foundations() Rules {
	source := rule.Source{
		Title: "基金会名称管理规定", Issuer: "民政部", Number: "民政部令第26号", Date: rule.Day(2004, 6, 21),
		Link: "https://www.gov.cn/gongbao/content/2005/content_63234.htm",
	}
	at := func(c rule.Condition, article string) rule.Condition {
		return c.From(source.At(article), rule.Published)
	}
	trade := at(rule.InRange(TradeLength, rule.AtLeast(rule.Dec("2"))), "第五条")
	return Rules{
		Head: rule.Head{
			ID: "name.foundations-2004", Title: rule.Words("基金会名称(2004)", "names of foundations (2004)"),
			Source: source, Status: rule.Published, Period: rule.Period{From: source.Date, Until: rule.Day(2024, 5, 1)},
		},
		Kinds: []org.Kind{org.Foundation}, National: append(nation(), "国家"),
		Clauses: []Clause{
			{Needs: at(yes(HasField), "第三条")},
			{Needs: at(rule.IsOneOf(FormWord, rule.Word("基金会")), "第三条第二款")},
			{When: rule.AllOf(yes(Nationwide), yes(Public)), Needs: at(yes(NationalWord), "第四条第一款")},
			{When: no(Public), Needs: at(no(NationalWord), "第四条第一款")},
			{When: no(Nationwide), Needs: at(yes(HasDivision), "第四条第二款")},
			{When: no(Nationwide), Needs: at(no(DistrictAlone), "第四条第二款")},
			{When: no(Public), Needs: trade},
			{When: rule.AllOf(yes(Public), rule.InRange(TradeLength, rule.AtLeast(rule.Dec("1")))), Needs: trade},
		},
	}
}

// All2024 returns the measures on names of all social organizations of 2024
// (published): their parts, the words of the nation, which only those that the
// ministry registers may be allowed, and names that are taken.
func All2024() Rules {
	source := rule.Source{
		Title: "社会组织名称管理办法", Issuer: "民政部", Number: "民政部令第69号", Date: rule.Day(2024, 1, 8),
		Link: "https://shui5.cn/article/95/182765.html",
	}
	at := func(c rule.Condition, article string) rule.Condition {
		return c.From(source.At(article), rule.Published)
	}
	withTrade := rule.IsOneOf(LegalForm, rule.Word(org.PrivateNonEnterprise.String()), rule.Word(org.Foundation.String()))
	return Rules{
		Head: rule.Head{
			ID: "name.all-2024", Title: rule.Words("社会组织名称(2024)", "names of social organizations (2024)"),
			Source: source, Status: rule.Published, Period: rule.Since(rule.Day(2024, 5, 1)),
		},
		Kinds: org.Kinds(), National: nation(),
		Clauses: []Clause{
			{When: no(Nationwide), Needs: at(yes(HasDivision), "第八条")},
			{When: no(Nationwide), Needs: at(no(NationalWord), "第八条第三款")},
			{When: withTrade, Needs: at(rule.InRange(TradeLength, rule.AtLeast(rule.Dec("1"))), "第八条第二款")},
			{Needs: at(yes(HasField), "第八条")},
			{Needs: at(yes(HasForm), "第八条")},
			{Needs: at(no(Taken), "第十六条第(一)项")},
		},
	}
}
