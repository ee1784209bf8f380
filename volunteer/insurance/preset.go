package insurance

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// The policies below hold the figures that were published and no others: a sum
// or premium that was not told is zero. None was published with the days of
// its term; set the Period before enrolling anybody. Titles of sources describe
// the page where the figures stand.

// Qinghai returns the benefits of Volunteer China's cover for Qinghai, 2016 to
// 2017: sudden death 100,000; accident 600,000; medical 100,000; hospital 100 a
// day; third parties 100,000 each and 2,000,000 in all; free of charge to the
// volunteer (published).
func Qinghai() Policy {
	return Policy{
		Head: published("qinghai.2016", rule.Words("志愿中国志愿者保险(青海,2016—2017)", "Volunteer China cover (Qinghai, 2016-2017)"),
			"志愿中国志愿者保险(青海,2016—2017年)", "qinghai.gov.cn"),
		Plans: []Plan{{
			Class: volunteer.Regular, Sum: funding.Yuan(600_000),
			Benefits: []Benefit{
				{Kind: Accident, Most: funding.Yuan(600_000)},
				{Kind: SuddenDeath, Most: funding.Yuan(100_000)},
				{Kind: Medical, Most: funding.Yuan(100_000)},
				{Kind: Hospital, Daily: funding.Yuan(100)},
				{Kind: ThirdParty, Most: funding.Yuan(100_000)},
			},
		}},
		Limits: []Limit{{ThirdParty, funding.Yuan(2_000_000)}},
	}
}

// Jieyang returns the cover of Jieyang's volunteers, about 250,000 people:
// 100,000 and medical 10,000 for one yuan a head and year (published).
func Jieyang() Policy {
	return Policy{
		Head: published("jieyang", rule.Words("揭阳市志愿者保险", "cover of Jieyang's volunteers"), "揭阳市志愿者保险", ""),
		Plans: []Plan{{
			Class: volunteer.Regular, Sum: funding.Yuan(100_000), Premium: funding.Yuan(1),
			Benefits: []Benefit{
				{Kind: Accident, Most: funding.Yuan(100_000)},
				{Kind: Medical, Most: funding.Yuan(10_000)},
			},
		}},
	}
}

// Rongcheng returns the cover of Rongcheng by the event: 200,000; medical
// 20,000 with a deductible of 100; 2,000,000 in all; free of charge to the
// volunteer (published). The limit in all is read as that of the accident
// benefit.
func Rongcheng() Policy {
	return Policy{
		Head: published("rongcheng", rule.Words("荣成市志愿服务活动保险", "cover of volunteer events in Rongcheng"), "荣成市志愿服务活动保险", "rczyz.cn"),
		Plans: []Plan{{
			Class: volunteer.Activity, Sum: funding.Yuan(200_000),
			Benefits: []Benefit{
				{Kind: Accident, Most: funding.Yuan(200_000)},
				{Kind: Medical, Most: funding.Yuan(20_000), Deductible: funding.Yuan(100)},
			},
		}},
		Limits: []Limit{{Accident, funding.Yuan(2_000_000)}},
	}
}

// Beijing returns the premium of an organization's volunteers in Beijing in
// 2018: 100 a head, 236 heads for 23,600; the sums were not told (published).
func Beijing() Policy {
	return Policy{
		Head:  published("beijing.2018", rule.Words("北京志愿者意外及医疗保险(2018)", "accident and medical cover of volunteers in Beijing (2018)"), "志愿者意外及医疗保险(2018年)", "tongrenapp.com"),
		Plans: []Plan{{Class: volunteer.Regular, Premium: funding.Yuan(100)}},
	}
}

// ShanghaiCard returns the cover that goes with Shanghai's volunteer card (from
// 30 hours of service): 120,000 and medical 5,000 (published). The scale of
// disabilities, 6,000 to 60,000, was not told step by step, so the accident
// benefit is left out.
func ShanghaiCard() Policy {
	return Policy{
		Head: published("shanghai-card", rule.Words("上海志愿者卡保险", "cover of Shanghai's volunteer card"), "上海志愿者卡保险", ""),
		Plans: []Plan{{
			Class: volunteer.Regular, Sum: funding.Yuan(120_000),
			Benefits: []Benefit{{Kind: Medical, Most: funding.Yuan(5_000)}},
		}},
	}
}

func published(id string, title rule.Text, source, link string) rule.Head {
	return rule.Head{ID: id, Title: title, Source: rule.Source{Title: source, Link: link}, Status: rule.Published}
}
