package regime

import (
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func days(n int) rule.Duration { return rule.Duration{N: n, Of: rule.Days} }

// revised is the day from which social groups are registered without a
// preparation of their own: the revision of the regulations of 2016.
func revised() rule.Date { return rule.Day(2016, 2, 6) }

// DualManagement returns dual management (双重管理, published): registration with
// the consent of a competent unit. Social groups by Order 250, which until its
// revision of 2016 took two steps, the approval of the preparation (60 days)
// and, within six months, the registration (30 days); private non-enterprise
// units by Order 251; foundations by Order 400, from 2004-06-01.
func DualManagement() Regime {
	return Regime{
		Head: rule.Head{
			ID: "registration.dual-management-1998", Title: rule.Words("双重管理", "dual management"),
			Source: order250(), Status: rule.Published, Period: rule.Since(order250().Date),
		},
		Ways: dualWays(),
	}
}

func dualWays() []Way {
	c := published(order250())
	return []Way{
		{
			ID: "group-establish", Title: rule.Words("社会团体成立登记(1998)", "registration of a prepared social group (1998)"),
			Source: order250(), Status: rule.Published, Period: rule.Period{From: order250().Date, Until: revised()},
			Leads: Register, Track: org.DualManagement, Kinds: []org.Kind{org.SocialGroup}, Within: days(30),
			For: atLeast(MonthsPrepared, 0),
			Needs: []rule.Condition{
				c.at("", rule.AllOf(atMost(MonthsPrepared, 6), rule.Is(MeetingHeld))), c.at("", all(Charter)), c.at("", atMost(HeadElsewhere, 0)),
			},
		},
		{
			ID: "group-prepare", Title: rule.Words("社会团体筹备(1998)", "preparation of a social group (1998)"),
			Source: order250().At("第十二条"), Status: rule.Published, Period: rule.Period{From: order250().Date, Until: revised()},
			Leads: Prepare, Track: org.DualManagement, Kinds: []org.Kind{org.SocialGroup}, Within: days(60),
			Needs: append([]rule.Condition{groupConsent()}, groupNeeds()...),
		},
		{
			ID: "group", Title: rule.Words("社会团体成立登记(2016)", "registration of a social group (2016)"),
			Source: order250().At("第十二条"), Status: rule.Published, Period: rule.Since(revised()),
			Leads: Register, Track: org.DualManagement, Kinds: []org.Kind{org.SocialGroup}, Within: days(60),
			Needs: slices.Concat([]rule.Condition{groupConsent()}, groupNeeds(), []rule.Condition{oneHead()}),
		},
		{
			ID: "unit", Title: rule.Words("民办非企业单位成立登记", "registration of a private non-enterprise unit"),
			Source: order251().At("第十一条"), Status: rule.Published, Period: rule.Since(order251().Date),
			Leads: Register, Track: org.DualManagement, Kinds: []org.Kind{org.PrivateNonEnterprise}, Within: days(60),
			Needs: append([]rule.Condition{unitConsent()}, unitNeeds()...),
		},
		{
			ID: "foundation", Title: rule.Words("基金会设立登记", "registration of a foundation"),
			Source: order400().At("第十一条"), Status: rule.Published, Period: rule.Since(rule.Day(2004, 6, 1)),
			Leads: Register, Track: org.DualManagement, Kinds: []org.Kind{org.Foundation}, Within: days(60),
			Needs: foundationNeeds(),
		},
	}
}
