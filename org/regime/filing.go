package regime

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Filing returns the filing of grassroots organizations (基层社会组织备案) with a
// least number of members, such as 5, 10 or 15 (illustrative, as are its other
// conditions and its term: usual local figures, confirmed by no published text).
func Filing(least int) Regime {
	return Regime{
		Head: rule.Head{
			ID: fmt.Sprintf("filing.members-%d", least), Title: rule.Words("基层社会组织备案", "filing of grassroots organizations"),
			Status: rule.Illustrative,
		},
		Ways: []Way{filingWay(least, rule.Source{})},
	}
}

func filingWay(least int, source rule.Source) Way {
	c := illustrative(source)
	return Way{
		ID: "filing", Title: rule.Words("基层社会组织备案", "filing of a grassroots organization"), Source: source, Status: rule.Illustrative,
		Leads: File, Track: org.Filing, For: grassroots(), Within: days(20),
		Needs: []rule.Condition{
			c.at("", atLeast(Members, int64(least))), c.at("", all(HeadAdult)), c.at("", all(Reachable)), c.at("", all(PurposeLawful)),
		},
	}
}

// Yangzhou returns the low registration (降低门槛登记) of community organizations
// of Yangzhou: 20 individual members, 10 unit members, 20 mixed, an office that
// may be shared (published; the year is not given). What falls short is filed by
// the county bureau; conditions and terms of that are illustrative.
func Yangzhou() Regime {
	source := rule.Source{Title: "扬州市社区社会组织登记与备案管理暂行办法", Issuer: "扬州市", Link: "http://www.cpwnews.com/content-13-23414-1.html"}
	c := published(source)
	common := []rule.Condition{
		c.at("", all(NameProper)), c.at("", rule.AnyOf(rule.Is(Domicile), rule.Is(OfficeShared))), c.at("", all(Bodies, Staff)),
		c.at("", all(Charter)), c.at("", all(Liability)),
	}
	way := func(id string, kind org.Kind, zh, en string, term rule.Source, needs ...rule.Condition) Way {
		return Way{
			ID: id, Title: rule.Words(zh, en), Source: term, Status: rule.Published,
			Leads: Register, Track: org.LowRegistration, Kinds: []org.Kind{kind}, For: grassroots(), Within: days(60),
			Needs: append(needs, common...),
		}
	}
	filing := filingWay(1, source)
	return Regime{
		Head: rule.Head{ID: "registration.yangzhou", Title: rule.Words("扬州市社区社会组织登记与备案", "community organizations in Yangzhou"), Source: source, Status: rule.Published},
		Ways: []Way{
			way("low-group", org.SocialGroup, "社区社会团体登记", "registration of a community social group", order250().At("第十二条"),
				c.at("", members(20, 10, 20)), published(order250()).at("第十条第一款第(五)项", atLeast(Funds, 30_000))),
			way("low-unit", org.PrivateNonEnterprise, "社区民办非企业单位登记", "registration of a community private non-enterprise unit", order251().At("第十一条"),
				published(order251()).at("第八条第(四)项", all(Property))),
			filing,
		},
	}
}
