package council

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// report is where Zhenhai's two forms of governance are told. It names who
// takes part and gives no numbers.
func report() rule.Source {
	return rule.Source{
		Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
		Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
	}
}

func least(n int64) rule.Interval { return rule.AtLeast(decimal.NewFromInt(n)) }

func between(low, high int64) rule.Interval {
	return rule.AtLeast(decimal.NewFromInt(low)).AtMost(decimal.NewFromInt(high))
}

// ResidentsAssociation is a residents' autonomous association (小区居民自治会):
// community cadres, residents' delegates, members of the owners' committee and
// property managers consult and decide together. Who takes part is the
// report's; the numbers are illustrative: residents and owners hold more than
// half of the seats, two thirds make a quorum, and a matter of the common
// charges needs two thirds of all seats with the owners' consent.
func ResidentsAssociation() Rules {
	return Rules{
		Head: rule.Head{
			ID: "council.residents-association", Title: rule.Words("小区居民自治会组成与议事规则(示例)", "residents' autonomous association (illustration)"),
			Source: report(), Status: rule.Illustrative,
		},
		Form: SelfGoverning,
		Size: between(7, 15),
		Groups: []Group{
			{ID: "cadres", Title: rule.Words("社区干部", "community cadres"), Seats: least(1), Most: AtLeast(1, 4)},
			{ID: "residents", Title: rule.Words("居民代表", "residents' delegates"), Seats: least(3), Least: AtLeast(1, 3), Attend: true},
			{ID: "owners", Title: rule.Words("业委会委员", "owners' committee members"), Seats: least(1)},
			{ID: "managers", Title: rule.Words("物业代表", "property managers"), Seats: least(1), Most: AtLeast(1, 4)},
		},
		Term: 36, Quorum: AtLeast(2, 3),
		Matters: []Matter{
			{ID: "ordinary", Title: rule.Words("一般事项", "ordinary matter"), Majority: MoreThan(1, 2), Base: OfPresent},
			{ID: "charges", Title: rule.Words("公共收益和费用", "common income and charges"), Majority: AtLeast(2, 3), Base: OfSeats, Consent: []string{"owners"}},
			{ID: "convention", Title: rule.Words("修改自治公约", "change of the convention"), Majority: AtLeast(2, 3), Base: OfSeats},
		},
	}
}

// HarmonyCouncil is a harmony council (和谐共建理事会): old and new residents
// and all circles of a place govern together. Who takes part is the report's;
// the numbers are illustrative: new residents hold a third of the seats, and
// nothing that touches them is carried without their consent.
func HarmonyCouncil() Rules {
	return Rules{
		Head: rule.Head{
			ID: "council.harmony", Title: rule.Words("和谐共建理事会组成与议事规则(示例)", "harmony council (illustration)"),
			Source: report(), Status: rule.Illustrative,
		},
		Form: Integrating,
		Size: between(9, 21),
		Groups: []Group{
			{ID: "old", Title: rule.Words("老居民", "old residents"), Seats: least(3), Attend: true},
			{ID: "new", Title: rule.Words("新居民(新镇海人)", "new residents"), Seats: least(3), Least: AtLeast(1, 3), Attend: true},
			{ID: "circles", Title: rule.Words("各界代表", "delegates of all circles"), Seats: least(1), Most: AtLeast(1, 3)},
		},
		Term: 36, Quorum: AtLeast(2, 3),
		Matters: []Matter{
			{ID: "ordinary", Title: rule.Words("一般事项", "ordinary matter"), Majority: MoreThan(1, 2), Base: OfPresent},
			{ID: "newcomers", Title: rule.Words("涉及新居民权益的事项", "matter that touches new residents"), Majority: MoreThan(1, 2), Base: OfPresent, Consent: []string{"new"}},
			{ID: "rules", Title: rule.Words("修改本规则", "change of these rules"), Majority: AtLeast(2, 3), Base: OfSeats, Consent: []string{"old", "new"}},
		},
	}
}

// FoundationBoard is the board (理事会) of a foundation by the Regulations on
// Foundations (基金会管理条例, State Council Order 400, 2004), articles 20, 21
// and 23 (published): 5 to 25 directors, at most a third of them paid, terms of
// at most five years, two thirds present for a quorum; more than half of those
// present for a resolution, two thirds for a weighty one; whoever has an
// interest of their own is recused.
func FoundationBoard() Rules {
	source := rule.Source{
		Title: "基金会管理条例", Issuer: "国务院", Number: "国务院令第400号", Date: rule.Day(2004, 3, 8),
		Link: "https://github.com/LawRefBook/Laws",
	}
	twenty, meetings := source.At("第二十条"), source.At("第二十一条")
	weighty := func(id, zh, en string) Matter {
		return Matter{ID: id, Title: rule.Words(zh, en), Majority: AtLeast(2, 3), Base: OfPresent, Source: source.At("第二十一条第三款")}
	}
	return Rules{
		Head: rule.Head{
			ID: "council.foundation-board-2004", Title: rule.Words("基金会理事会", "board of a foundation"),
			Source: source, Status: rule.Published, Period: rule.Since(rule.Day(2004, 6, 1)),
		},
		Form: Board,
		Size: between(5, 25),
		Groups: []Group{
			{ID: "unpaid", Title: rule.Words("不领取报酬的理事", "unpaid directors")},
			{ID: "paid", Title: rule.Words("领取报酬的理事", "paid directors"), Most: AtLeast(1, 3)},
		},
		Term: 60, Quorum: AtLeast(2, 3),
		Matters: []Matter{
			{ID: "ordinary", Title: rule.Words("一般决议", "ordinary resolution"), Majority: MoreThan(1, 2), Base: OfPresent, Source: source.At("第二十一条第二款")},
			weighty("charter", "章程的修改", "change of the charter"),
			weighty("officers", "选举或者罢免理事长、副理事长、秘书长", "election or removal of chair, deputy or secretary-general"),
			weighty("ventures", "章程规定的重大募捐、投资活动", "weighty fundraising or investment by the charter"),
			weighty("merger", "基金会的分立、合并", "division or merger"),
		},
		Clauses: Clauses{Size: twenty, Groups: twenty, Term: twenty, Quorum: meetings},
	}
}
