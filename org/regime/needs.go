package regime

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func number(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

func atLeast(fact string, n int64) rule.Condition { return rule.InRange(fact, rule.AtLeast(number(n))) }

func atMost(fact string, n int64) rule.Condition { return rule.InRange(fact, rule.AtMost(number(n))) }
func no(fact string) rule.Condition              { return rule.IsOneOf(fact, rule.Flag(false)) }

func all(facts ...string) rule.Condition {
	var parts []rule.Condition
	for _, fact := range facts {
		parts = append(parts, rule.Is(fact))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return rule.AllOf(parts...)
}

// clauses makes conditions that rest on articles of one source.
type clauses struct {
	source rule.Source
	status rule.Status
}

func published(source rule.Source) clauses    { return clauses{source, rule.Published} }
func illustrative(source rule.Source) clauses { return clauses{source, rule.Illustrative} }

func (c clauses) at(article string, asked rule.Condition) rule.Condition {
	return asked.From(c.source.At(article), c.status)
}

// members asks for so many individual members, so many unit members and no
// others, or so many mixed: whoever has both needs the number for both
// together.
func members(persons, units, mixed int64) rule.Condition {
	return rule.AnyOf(
		atLeast(Persons, persons),
		rule.AllOf(atLeast(Units, units), atMost(Persons, 0)),
		atLeast(Members, mixed),
	)
}

// newScope asks that there is no organization of the scope, or that one more is
// needed.
func newScope() rule.Condition { return rule.AnyOf(atMost(SameScope, 0), rule.Is(Needed)) }

func order250() rule.Source {
	return rule.Source{Title: "社会团体登记管理条例", Issuer: "国务院", Number: "国务院令第250号", Date: rule.Day(1998, 10, 25)}
}

func order251() rule.Source {
	return rule.Source{Title: "民办非企业单位登记管理暂行条例", Issuer: "国务院", Number: "国务院令第251号", Date: rule.Day(1998, 10, 25)}
}

func order400() rule.Source {
	return rule.Source{Title: "基金会管理条例", Issuer: "国务院", Number: "国务院令第400号", Date: rule.Day(2004, 3, 8)}
}

// groupNeeds is what articles 10, 11 and 13 ask of a social group.
func groupNeeds() []rule.Condition {
	c := published(order250())
	return []rule.Condition{
		c.at("第十条第一款第(一)项", members(50, 30, 50)),
		c.at("第十条第一款第(二)项", all(NameProper, Bodies)),
		c.at("第十条第一款第(三)项", all(Domicile)),
		c.at("第十条第一款第(四)项", all(Staff)),
		c.at("第十条第一款第(五)项", rule.AllOf(rule.Is(LawfulFunds),
			rule.AnyOf(rule.AllOf(no(Nationwide), atLeast(Funds, 30_000)), atLeast(Funds, 100_000)))),
		c.at("第十条第一款第(六)项", all(Liability)),
		c.at("第十一条第(五)项", all(Charter)),
		c.at("第十三条第(一)项", all(PurposeLawful)),
		c.at("第十三条第(二)项", newScope()),
		c.at("第十三条第(三)项", all(FoundersClear)),
		c.at("第十三条第(四)项", all(Truthful)),
	}
}

func groupConsent() rule.Condition { return published(order250()).at("第九条", all(Consent)) }

func oneHead() rule.Condition {
	return published(order250()).at("第十二条第三款", atMost(HeadElsewhere, 0))
}

// unitNeeds is what articles 8, 9 and 11 ask of a private non-enterprise unit.
func unitNeeds() []rule.Condition {
	c := published(order251())
	return []rule.Condition{
		c.at("第八条第(二)项", all(NameProper, Bodies)),
		c.at("第八条第(三)项", all(Staff)),
		c.at("第八条第(四)项", all(Property)),
		c.at("第八条第(五)项", all(Premises)),
		c.at("第九条第(六)项", all(Charter)),
		c.at("第十一条第(一)项", all(PurposeLawful)),
		c.at("第十一条第(二)项", all(Truthful)),
		c.at("第十一条第(三)项", newScope()),
		c.at("第十一条第(四)项", all(FoundersClear)),
	}
}

func unitConsent() rule.Condition {
	return published(order251()).at("第八条第(一)项", all(Consent))
}

// foundationNeeds is what articles 8, 9, 20 and 23 ask of a foundation.
func foundationNeeds() []rule.Condition {
	c := published(order400())
	return []rule.Condition{
		c.at("第八条第(一)项", all(PublicPurpose)),
		c.at("第八条第(二)项", rule.AllOf(rule.Is(CashPaid), rule.AnyOf(
			rule.AllOf(no(PublicRaising), atLeast(Funds, 2_000_000)),
			rule.AllOf(no(Nationwide), atLeast(Funds, 4_000_000)),
			atLeast(Funds, 8_000_000),
		))),
		c.at("第八条第(三)项", all(NameProper, Charter, Bodies, Staff)),
		c.at("第八条第(四)项", all(Domicile)),
		c.at("第八条第(五)项", all(Liability)),
		c.at("第九条第(五)项", all(Consent)),
		c.at("第二十条第一款", rule.InRange(Board, rule.AtLeast(number(5)).AtMost(number(25)))),
		c.at("第二十条第一款", atMost(BoardTerm, 5)),
		c.at("第二十条第二款", atMost(PaidBoardOver, 0)),
		c.at("第二十三条第一款", atMost(Officials, 0)),
	}
}

// grassroots is open to what works in a town or village, or a part of one.
func grassroots() rule.Condition {
	return rule.IsOneOf(Level, rule.Word(org.Town.String()), rule.Word(org.Village.String()))
}
