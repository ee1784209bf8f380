package regime

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The facts of an application that conditions may ask for. Those marked
// computed come from the application itself or the [Index] and cannot be
// stated.
const (
	Kind  = "kind"  // computed: legal form, none where none is applied for
	Level = "level" // computed: level of the territory
	On    = "on"    // computed: day of the application

	CategoryIs = "category" // see [Category]
	Persons    = "persons"  // individual members
	Units      = "units"    // unit members
	Members    = "members"  // computed: both together
	Funds      = "funds"    // of activity; of a foundation, its original fund; in yuan
	CashPaid   = "cash-paid"

	NameProper    = "name-proper"
	Bodies        = "bodies"
	Domicile      = "domicile"
	OfficeShared  = "office-shared"
	Premises      = "premises"
	Staff         = "staff"
	LawfulFunds   = "lawful-funds"
	Property      = "property"
	Liability     = "liability"
	Charter       = "charter"
	Consent       = "consent"
	PurposeLawful = "purpose-lawful"
	FoundersClear = "founders-clear"
	Truthful      = "truthful"
	HeadElsewhere = "head-elsewhere" // other social groups the head to be is legal representative of
	SameScope     = "same-scope"     // computed: organizations of the same scope there already
	Needed        = "needed"

	PreparedOn     = "prepared-on"     // day the preparation was approved
	MonthsPrepared = "months-prepared" // computed: months begun since
	MeetingHeld    = "meeting-held"

	PublicPurpose = "public-purpose"
	PublicRaising = "public-raising"
	Nationwide    = "nationwide"
	Board         = "board"
	PaidBoard     = "paid-board"
	PaidBoardOver = "paid-board-over" // computed: paid members beyond a third of the board
	BoardTerm     = "board-term"      // in years
	Officials     = "officials"       // serving state staff as chair, vice-chair or secretary-general

	HeadAdult = "head-adult"
	Reachable = "reachable"

	CharityConditions = "charity-conditions"
	CharityPurpose    = "charity-purpose"
	SpendingKept      = "spending-kept"
	NotForProfit      = "not-for-profit"
	SoundFinance      = "sound-finance"
	PenaltyFree       = "penalty-free"
	Listed            = "listed"
	CharityAlready    = "charity-already"
	GovernanceSound   = "governance-sound"
	RegisteredOn      = "registered-on"
	MonthsRegistered  = "months-registered" // computed: full months since
)

// computed lists the facts that are not stated but computed.
func computed(fact string) bool {
	switch fact {
	case Kind, Level, On, Members, SameScope, PaidBoardOver, MonthsPrepared, MonthsRegistered:
		return true
	}
	return false
}

// Facts returns the facts that every regime may ask for. A [Regime] may declare
// more.
func Facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)}
	}
	number := func(unit rule.Unit, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	date := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.DateType, Label: rule.Words(zh, en)}
	}
	term := func(terms []rule.Term, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.TextType, Label: rule.Words(zh, en), Terms: terms}
	}
	return rule.Vocabulary{
		Kind:       term(rule.Terms(org.Kinds()), "法律形式", "legal form"),
		Level:      term(rule.Terms(org.Levels()), "活动地域层级", "level of the territory"),
		On:         date("申请日", "day of application"),
		CategoryIs: term(rule.Terms(Categories()), "类别", "category"),
		Persons:    number(rule.Person, "个人会员", "individual members"),
		Units:      number(rule.Organization, "单位会员", "unit members"),
		Members:    number(0, "会员总数", "members in all"),
		Funds:      number(rule.Yuan, "活动资金(原始基金)", "funds"),
		CashPaid:   flag("为到账货币资金", "paid in cash"),

		NameProper:    flag("名称规范", "proper name"),
		Bodies:        flag("有相应的组织机构", "has its bodies"),
		Domicile:      flag("有固定的住所", "has a fixed domicile"),
		OfficeShared:  flag("与其他社区社会组织共用办公场所", "shares an office with other community organizations"),
		Premises:      flag("有必要的场所", "has the premises it needs"),
		Staff:         flag("有与业务活动相适应的工作人员", "has the staff its work needs"),
		LawfulFunds:   flag("有合法的资产和经费来源", "lawful assets and sources of money"),
		Property:      flag("有与业务活动相适应的合法财产", "has the lawful property its work needs"),
		Liability:     flag("能独立承担民事责任", "can bear civil liability"),
		Charter:       flag("有规范的章程", "has a proper charter"),
		Consent:       flag("业务主管单位审查同意", "consent of the competent unit"),
		PurposeLawful: flag("宗旨、业务范围合法", "lawful purpose and scope"),
		FoundersClear: flag("发起人、拟任负责人符合条件", "founders and head without bar"),
		Truthful:      flag("申请材料属实", "truthful application"),
		HeadElsewhere: number(rule.Organization, "拟任法定代表人任其他社会团体法定代表人", "other social groups its head is legal representative of"),
		SameScope:     number(rule.Organization, "同一行政区域内业务范围相同或者相似的组织", "organizations of the same or a similar scope in the division"),
		Needed:        flag("仍有必要成立", "needed all the same"),

		PreparedOn:     date("批准筹备日", "day the preparation was approved"),
		MonthsPrepared: number(rule.MonthUnit, "批准筹备以来(不足一月按一月计)", "months begun since the preparation was approved"),
		MeetingHeld:    flag("已召开会员(代表)大会", "has held its general meeting"),

		PublicPurpose: flag("为特定的公益目的而设立", "for a specific public purpose"),
		PublicRaising: flag("面向公众募捐", "raises money from the public"),
		Nationwide:    flag("全国性", "nationwide"),
		Board:         number(rule.Person, "理事", "board members"),
		PaidBoard:     number(rule.Person, "领取报酬的理事", "paid board members"),
		PaidBoardOver: number(rule.Person, "领取报酬的理事超出理事总数三分之一", "paid board members beyond a third of the board"),
		BoardTerm:     number(rule.YearUnit, "理事任期", "term of the board"),
		Officials:     number(rule.Person, "任理事长、副理事长、秘书长的现职国家工作人员", "serving state staff as chair, vice-chair or secretary-general"),

		HeadAdult: flag("负责人具有完全民事行为能力", "head of full civil capacity"),
		Reachable: flag("有固定的联系场所", "has a place where it is reached"),

		CharityConditions: flag("符合慈善法规定的条件", "meets the conditions of the Charity Law"),
		CharityPurpose:    flag("以开展慈善活动为宗旨", "charity is its purpose"),
		SpendingKept:      flag("上一年度慈善支出和管理费用符合规定", "last year's spending as prescribed"),
		NotForProfit:      flag("不以营利为目的", "not for profit"),
		SoundFinance:      flag("有健全的财务制度和合理的薪酬制度", "sound finances, reasonable pay"),
		PenaltyFree:       flag("申请前二年内未受行政处罚", "no penalty in the two years before"),
		Listed:            flag("被列入异常名录", "on the list of abnormal activity"),
		CharityAlready:    flag("已登记或认定为慈善组织", "is a charity already"),
		GovernanceSound:   flag("内部治理结构健全、运作规范", "sound governance and conduct"),
		RegisteredOn:      date("登记日", "day of registration"),
		MonthsRegistered:  number(rule.MonthUnit, "登记已满", "full months since registration"),
	}
}
