package regime

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// directWays is registration without a competent unit, for some categories: what
// the regulations ask, but for its consent.
func directWays(prefix string, source rule.Source, status rule.Status, from rule.Date, open ...Category) []Way {
	var words []rule.Value
	for _, c := range open {
		words = append(words, rule.Word(c.String()))
	}
	way := func(id string, kind org.Kind, zh, en string, needs []rule.Condition) Way {
		return Way{
			ID: prefix + id, Title: rule.Words(zh, en), Source: source, Status: status, Period: rule.Since(from),
			Leads: Register, Track: org.DirectRegistration, Kinds: []org.Kind{kind}, Within: days(60),
			For: rule.IsOneOf(CategoryIs, words...), Needs: needs,
		}
	}
	return []Way{
		way("group", org.SocialGroup, "社会团体直接登记", "direct registration of a social group", append(groupNeeds(), oneHead())),
		way("unit", org.PrivateNonEnterprise, "民办非企业单位直接登记", "direct registration of a private non-enterprise unit", unitNeeds()),
	}
}

func plan2013() rule.Source {
	return rule.Source{
		Title: "国务院机构改革和职能转变方案", Issuer: "第十二届全国人民代表大会第一次会议", Date: rule.Day(2013, 3, 14),
		Link: "http://www.gongyishibao.com/html/gongyizixun/7090.html",
	}
}

// FourCategories returns the direct registration of four categories
// (四类社会组织直接登记, published) beside dual management: trade associations and
// chambers, science and technology, public welfare and charity, community
// service, by the national plan of March 2013.
func FourCategories() Regime {
	return direct("registration.four-categories-2013", rule.Words("四类社会组织直接登记", "direct registration of four categories"), plan2013(), plan2013().Date)
}

// Zhejiang returns the same for Zhejiang, which opened it in the whole province
// on 2013-09-18 (published; the link tells the day, by the province's department
// of civil affairs).
func Zhejiang() Regime {
	source := plan2013()
	source.Link = "http://gsiic.com/Item/272795.aspx"
	return direct("registration.zhejiang-2013", rule.Words("浙江省四类社会组织直接登记", "direct registration of four categories in Zhejiang"), source, rule.Day(2013, 9, 18))
}

func direct(id string, title rule.Text, source rule.Source, from rule.Date) Regime {
	return Regime{
		Head: rule.Head{ID: id, Title: title, Source: source, Status: rule.Published, Period: rule.Since(from)},
		Ways: append(directWays("direct-", source, rule.Published, from, Trade, Science, PublicWelfare, Community), dualWays()...),
	}
}

// DualTrack returns the two tracks of Zhenhai district since 2012: direct
// registration on trial for public-welfare organizations, dual management for
// the others, and filing below that. The three instruments are the report's of
// 2015; that direct registration asks what the regulations ask but for the
// consent, the thresholds of filing and the days are ours (illustrative).
func DualTrack() Regime {
	from := rule.Day(2012, 1, 1)
	district := func(title string) rule.Source { return rule.Source{Title: title, Issuer: "镇海区"} }
	trial := directWays("trial-", district("镇海区公益类社会组织直接登记实施办法(试行)"), rule.Illustrative, from, PublicWelfare)
	filing := filingWay(10, district("镇海区基层社会组织备案管理暂行办法"))
	filing.Period = rule.Since(from)
	r := Regime{
		Head: rule.Head{
			ID: "registration.dual-track-2012", Title: rule.Words("登记、备案双轨制(镇海区,2012)", "registration and filing on two tracks (Zhenhai, 2012)"),
			Source: district("关于加快发展城乡社区社会组织推进社会管理创新的实施意见"), Status: rule.Illustrative, Period: rule.Since(from),
		},
		Ways: append(trial, dualWays()...),
	}
	r.Ways = append(r.Ways, filing)
	return r
}
