package post

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Birthday says whether a limit of age still allows the birthday itself. The
// notice of 2014 says 70周岁 and leaves it open.
type Birthday bool

// The two readings.
const (
	BirthdayIn  Birthday = true  // the limit is passed the day after the birthday
	BirthdayOut Birthday = false // the limit is passed on the birthday
)

// National returns the rules of the nation on officials' posts (published): the
// notices of 1994, 1998 and 2014, the Civil Servant Law, and what the
// regulations on social groups and foundations say of who heads them.
//
// Copies of three notices do not give their day of issue. Here each is in force
// from the first day on which it is known to have been, so that no post is
// blamed for a day before it.
func National(birthday Birthday) Rules {
	notice2014 := retired(birthday)
	clauses := append(leaders(), notice2014...)
	clauses = append(clauses, servants()...)
	clauses = append(clauses, heads()...)
	return Rules{
		Head: rule.Head{
			ID: "posts.national", Title: rule.Words("党政机关干部兼任社会组织职务", "officials' posts in social organizations"),
			Source: notice1998(), Status: rule.Published,
		},
		Age: 70, Clauses: clauses,
	}
}

func notice1998() rule.Source {
	return rule.Source{
		Title: "关于党政机关领导干部不兼任社会团体领导职务的通知", Issuer: "中共中央办公厅、国务院办公厅", Number: "中办发〔1998〕17号",
		Link: "http://nhrliberty.com/content/22909.html",
	}
}

func no(fact string) rule.Condition { return rule.IsOneOf(fact, rule.Flag(false)) }

func atMost(fact string, n int64) rule.Condition {
	return rule.InRange(fact, rule.AtMost(decimal.NewFromInt(n)))
}

func word[T interface{ String() string }](fact string, values ...T) rule.Condition {
	var words []rule.Value
	for _, v := range values {
		words = append(words, rule.Word(v.String()))
	}
	return rule.IsOneOf(fact, words...)
}

func from(source rule.Source, article string, c rule.Condition) rule.Condition {
	return c.From(source.At(article), rule.Published)
}

// leaders are the notices on serving leaders, of 1994 and 1998.
func leaders() []Clause {
	notice1994 := rule.Source{
		Title: "关于部门领导同志不兼任社会团体领导职务问题的通知", Issuer: "国务院办公厅", Number: "国办发〔1994〕59号",
	}
	interpretation := rule.Source{
		Title:  "民政部关于对《中共中央办公厅、国务院办公厅关于党政机关领导干部不兼任社会团体领导职务的通知》有关问题的解释",
		Issuer: "民政部", Number: "民社函〔1998〕224号", Date: rule.Day(1998, 11, 3),
	}
	post := []rule.Condition{word(KindIs, org.SocialGroup), word(ServiceIs, Serving), rule.Is(IsLeading)}
	central := rule.AllOf(append(post[:3:3], rule.Is(IsCentral))...)
	leader := rule.AllOf(append(post[:3:3], rule.Is(IsLeader), word(RankIs, County, Bureau, Ministry))...)
	excepted := rule.AllOf(append(post[:3:3], rule.Is(IsLeader), word(RankIs, County, Bureau, Ministry), rule.Is(Approved))...)
	since := rule.Since(interpretation.Date)
	return []Clause{
		{ID: "1994-59", Period: rule.Since(rule.Day(1995, 1, 1)), When: central, Needs: from(notice1994, "", rule.Is(Approved))},
		{ID: "1998-17", Period: since, When: leader, Needs: from(notice1998(), "第一条、第二条", rule.Is(Approved)), Grace: rule.Duration{N: 6, Of: rule.Months}},
		{ID: "1998-224-pay", Period: since, When: leader, Needs: from(interpretation, "第一条", no(Paid))},
		{ID: "1998-224-one", Period: since, When: excepted, Needs: from(interpretation, "第二条", atMost(OtherPosts, 0))},
	}
}

// retired is the notice on retired leaders, of 2014.
func retired(birthday Birthday) []Clause {
	notice := rule.Source{
		Title: "关于规范退(离)休领导干部在社会团体兼职问题的通知", Issuer: "中共中央组织部", Number: "组通字〔2014〕11号",
		Link: "https://mzj.sz.gov.cn/cn/wsbs/bmfw/content/post_8091616.html",
	}
	limit := rule.Below(decimal.Decimal{})
	if birthday {
		limit = rule.AtMost(decimal.Decimal{})
	}
	when := func(more ...rule.Condition) rule.Condition {
		return rule.AllOf(append([]rule.Condition{word(KindIs, org.SocialGroup), word(ServiceIs, Retired), rule.Is(IsLeader)}, more...)...)
	}
	clause := func(id, article string, when, needs rule.Condition) Clause {
		return Clause{ID: id, Period: rule.Since(rule.Day(2015, 1, 1)), When: when, Needs: from(notice, article, needs)}
	}
	second := rule.InRange(TermIs, rule.AtLeast(decimal.NewFromInt(2)))
	return []Clause{
		clause("2014-11-approved", "第一条", when(), rule.Is(Approved)),
		clause("2014-11-one", "第一条", when(), atMost(OtherPosts, 0)),
		clause("2014-11-related", "第一条", when(), rule.Is(Related)),
		clause("2014-11-again", "第一条", when(second), rule.Is(Reapproved)),
		clause("2014-11-terms", "第一条", when(), atMost(TermIs, 2)),
		clause("2014-11-age", "第一条", when(), rule.InRange(PastAge, limit)),
		clause("2014-11-head", "第一条", when(rule.Is(LegalRepresentative)), rule.Is(SpecialNeed)),
		clause("2014-11-overseas", "第一条", when(rule.Is(Overseas)), rule.Is(SpecialNeed)),
		clause("2014-11-pay", "", when(), no(Paid)),
	}
}

// servants is the Civil Servant Law: a post outside is approved and unpaid.
func servants() []Clause {
	law := rule.Source{Title: "中华人民共和国公务员法", Issuer: "全国人民代表大会常务委员会"}
	revised := rule.Day(2019, 6, 1)
	clause := func(id, article string, period rule.Period) Clause {
		return Clause{ID: id, Period: period, When: word(ServiceIs, Serving), Needs: from(law, article, rule.AllOf(rule.Is(Approved), no(Paid)))}
	}
	return []Clause{
		clause("servants-2006", "第四十二条", rule.Period{From: rule.Day(2006, 1, 1), Until: revised}),
		clause("servants-2019", "第四十四条", rule.Since(revised)),
	}
}

// heads is what the regulations say of who heads an organization.
func heads() []Clause {
	order400 := rule.Source{Title: "基金会管理条例", Issuer: "国务院", Number: "国务院令第400号", Date: rule.Day(2004, 3, 8)}
	order250 := rule.Source{Title: "社会团体登记管理条例", Issuer: "国务院", Number: "国务院令第250号", Date: rule.Day(1998, 10, 25)}
	return []Clause{
		{
			ID: "foundation-head", Period: rule.Since(rule.Day(2004, 6, 1)),
			When:  rule.AllOf(word(KindIs, org.Foundation), word(RoleIs, Chair, ViceChair, SecretaryGeneral)),
			Needs: from(order400, "第二十三条第一款", word(ServiceIs, Retired, Private)),
		},
		{
			ID: "one-group", Period: rule.Since(rule.Day(2016, 2, 6)),
			When:  rule.AllOf(word(KindIs, org.SocialGroup), rule.Is(LegalRepresentative)),
			Needs: from(order250, "第十二条第三款", atMost(OtherHeads, 0)),
		},
	}
}
