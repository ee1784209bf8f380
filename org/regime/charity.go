package regime

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The Charity Law in its two versions and the measures under it.
func charityLaw() rule.Source {
	return rule.Source{Title: "中华人民共和国慈善法", Issuer: "全国人民代表大会", Date: rule.Day(2016, 3, 16)}
}

func charityLaw2023() rule.Source {
	return rule.Source{Title: "中华人民共和国慈善法", Issuer: "全国人民代表大会常务委员会", Number: "2023年12月29日修正", Date: rule.Day(2023, 12, 29)}
}

// before and since are the days on which each version is in force.
func before() rule.Period {
	return rule.Period{From: rule.Day(2016, 9, 1), Until: rule.Day(2024, 9, 5)}
}
func since() rule.Period { return rule.Since(rule.Day(2024, 9, 5)) }

func charity(id string, title rule.Text, ways ...Way) Regime {
	return Regime{
		Head: rule.Head{ID: id, Title: title, Source: charityLaw(), Status: rule.Published, Period: rule.Since(before().From)},
		Ways: ways,
	}
}

// CharityRecognition returns the recognition (认定) of registered organizations
// as charities, 20 days, extended by at most 60 (published). Until the revision
// in force on 2024-09-05 only those founded before the law was published, on
// 2016-03-16, could ask for it; since then every one can.
func CharityRecognition() Regime {
	measures := rule.Source{Title: "慈善组织认定办法", Issuer: "民政部", Link: "https://flfgsc.cn/law/慈善组织认定办法-2024年"}
	c := published(measures)
	way := func(id string, title rule.Text, source rule.Source, period rule.Period, first ...rule.Condition) Way {
		return Way{
			ID: id, Title: title, Source: source, Status: rule.Published, Period: period,
			Leads: Recognize, Within: days(20), Extend: days(60),
			Needs: append(first,
				published(source).at("第十条第二款", atLeast(MonthsRegistered, 0)),
				c.at("第四条第(二)项", all(CharityPurpose, SpendingKept)),
				c.at("第四条第(三)项", all(NotForProfit)),
				c.at("第四条第(四)项", all(SoundFinance)),
				c.at("", all(PenaltyFree)),
				c.at("", no(Listed)),
			),
		}
	}
	old := charityLaw().At("第十条第二款")
	return charity("charity.recognition", rule.Words("慈善组织认定", "recognition of charities"),
		way("recognition-2016", rule.Words("慈善组织认定(2016)", "recognition of a charity (2016)"), old, before(),
			published(charityLaw()).at("第十条第二款", rule.IsWithin(RegisteredOn, rule.Period{Until: charityLaw().Date}))),
		way("recognition-2023", rule.Words("慈善组织认定(2023)", "recognition of a charity (2023)"), charityLaw2023().At("第十条第二款"), since()),
	)
}

// CharityRegistration returns the registration of new charities: 30 days,
// extended by at most 60 (published). The conditions are those of the law as a
// whole, which whoever applies has to have checked.
func CharityRegistration() Regime {
	way := func(id string, title rule.Text, source rule.Source, period rule.Period) Way {
		return Way{
			ID: id, Title: title, Source: source.At("第十条第一款"), Status: rule.Published, Period: period,
			Leads: Register, Track: org.DirectRegistration, Within: days(30), Extend: days(60),
			Needs: []rule.Condition{published(source).at("第十条第一款", all(CharityConditions))},
		}
	}
	return charity("charity.registration", rule.Words("慈善组织设立登记", "registration of charities"),
		way("charity-2016", rule.Words("慈善组织设立登记(2016)", "registration of a charity (2016)"), charityLaw(), before()),
		way("charity-2023", rule.Words("慈善组织设立登记(2023)", "registration of a charity (2023)"), charityLaw2023(), since()),
	)
}

// PublicFundraising returns the permit for raising money from the public
// (公开募捐资格), 20 days: for charities registered two full years by the law of
// 2016, one full year since its revision in force on 2024-09-05 (published). The
// day of the application chooses.
func PublicFundraising() Regime {
	way := func(id string, title rule.Text, source rule.Source, period rule.Period, years int64) Way {
		c := published(source)
		return Way{
			ID: id, Title: title, Source: source.At("第二十二条"), Status: rule.Published, Period: period,
			Leads: Permit, Within: days(20),
			Needs: []rule.Condition{
				c.at("第二十二条", all(CharityAlready)),
				c.at("第二十二条", atLeast(MonthsRegistered, 12*years)),
				c.at("第二十二条", all(GovernanceSound)),
			},
		}
	}
	return charity("charity.fundraising", rule.Words("公开募捐资格", "public fundraising"),
		way("fundraising-2016", rule.Words("公开募捐资格(满二年)", "permit after two years"), charityLaw(), before(), 2),
		way("fundraising-2023", rule.Words("公开募捐资格(满一年)", "permit after one year"), charityLaw2023(), since(), 1),
	)
}
