package district

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// founder is an organization on which others rest: it has an id of its own and
// stays.
type founder struct {
	id, name string
	of       class
	on       rule.Date
	where    org.Territory
	sector   org.Sector
}

// Ids of founders that the other parts of the district name.
const (
	Federation   = "federation"             // of the district
	Welfare      = "centre-welfare"         // the public-welfare service centre
	Recycling    = "association-05"         // of recycling enterprises
	firstStreet  = "federation-zhaobaoshan" // the first of a subdistrict
	supportTeam  = "support-team"
	socialWorker = "social-work"
)

func founders() []founder {
	day, area := rule.Day, Area()
	list := []founder{
		{firstStreet, "虚构招宝山街道社区社会组织联合会", groups, day(2008, 5, 20), org.Area("330211001"), org.SocialService},
		{Federation, "虚构区社会组织促进会", groups, day(2013, 6, 18), area, org.SocialService},
		{"hub-culture", "虚构区群众文化联合会", groups, day(2009, 3, 2), area, org.Culture},
		{"hub-sport", "虚构区体育总会", groups, day(2006, 9, 1), area, org.Sport},
		{"hub-service", "虚构区志愿服务联合会", groups, day(2010, 12, 5), area, org.SocialService},
		{Welfare, "虚构区社会组织公益服务中心", units, day(2014, 10, 20), area, org.SocialService},
		{supportTeam, "虚构公益事业支持中心", units, day(2013, 9, 3), area, org.SocialService},
		{socialWorker, "虚构社会工作服务中心", units, day(2011, 11, 8), area, org.SocialService},
	}
	opened := []rule.Date{day(2010, 6, 1), day(2011, 9, 1), day(2012, 4, 1), day(2012, 10, 1), day(2013, 5, 1), day(2013, 11, 1)}
	for i, t := range towns() {
		list = append(list, founder{fmt.Sprintf("centre-town-%d", i+1), "虚构" + t.name + "社会组织服务中心", units, opened[i], org.Area(t.code), org.SocialService})
	}
	for i, trade := range trades() {
		list = append(list, founder{fmt.Sprintf("association-%02d", i+1), "虚构" + trade, groups, day(2001+i%14, 1+i%12, 15), area, org.Business})
	}
	for i, t := range towns() {
		list = append(list, founder{fmt.Sprintf("self-governing-%d", i+1), "虚构" + t.name + "小区居民自治会", filed, day(2012, 3+i, 10), village(t, i), org.SocialService})
		if i < 3 {
			list = append(list, founder{fmt.Sprintf("harmony-%d", i+1), "虚构" + t.name + "和谐共建理事会", filed, day(2013, 3+i, 10), village(t, 5+i), org.SocialService})
		}
	}
	return list
}

// trades are the industry associations and chambers.
func trades() []string {
	list := []string{}
	for _, t := range []string{
		"航运业", "煤炭业", "装备制造业", "建筑业", "再生资源", "紧固件", "石化", "物流", "模具", "汽车配件", "水产", "花木", "餐饮", "旅游",
		"家政服务", "印刷", "纺织服装", "电子商务", "房地产", "物业管理", "建材", "金属制品", "粮油", "民宿", "光电", "广告", "培训",
	} {
		list = append(list, t+"行业协会")
	}
	for _, t := range towns() {
		list = append(list, t.name+"商会")
	}
	return append(list, "区企业联合会")
}

func (m *maker) found(f founder) {
	t := towns()[0]
	for _, place := range towns() {
		if org.Area(place.code).Contains(f.where) {
			t = place
		}
	}
	l := &life{id: f.id, name: m.name(f.name), of: f.of, place: t, where: f.where, stays: true, busy: true}
	m.alive[f.of] = append(m.alive[f.of], l)
	m.begin(l, f.on, f.sector, org.Profile{})
	if f.id == firstStreet {
		m.hosts[t.code] = f.id
	}
	if f.id == "hub-sport" {
		m.parent = l
	}
}

// born invents an organization of no special standing.
func (m *maker) born(of class, on rule.Date) {
	t := towns()[m.random.IntN(len(towns()))]
	l := &life{of: of, place: t, busy: true, where: Area()}
	low := m.random.IntN(100)
	switch {
	case of == filed && low < 85, of == units && low < 30:
		l.where = village(t, m.random.IntN(t.villages))
	case of == filed, of == units && low < 80, of == groups && low < 40:
		l.where = org.Area(t.code)
	}
	pick := topics()[of]
	topic := pick[m.random.IntN(len(pick))]
	l.id = fmt.Sprintf("%s-%04d", [...]string{groups: "sg", units: "pu", filed: "gr"}[of], m.number[of]+1)
	l.name = m.name("虚构" + t.name + topic.name)
	m.alive[of] = append(m.alive[of], l)
	var p org.Profile
	switch host, hosted := m.hosts[t.code]; {
	case of == filed && m.parent != nil && on.Compare(rule.Day(2007, 12, 31)) > 0 && topic.sector == org.Sport && m.random.IntN(6) == 0:
		p.Parent, p.Relation, l.branch = m.parent.id, org.Branch, true
	case of == filed && hosted && on.Compare(rule.Day(2008, 12, 31)) > 0 && m.random.IntN(2) == 0:
		p.Parent, p.Relation = host, org.Member
	}
	m.begin(l, on, topic.sector, p)
}

// begin is the first event of an organization.
func (m *maker) begin(l *life, on rule.Date, sector org.Sector, p org.Profile) {
	p.Name, p.Territory, p.Sector, p.Identifiers = l.name, l.where, sector, m.certificate(l.of)
	act := org.Register
	switch l.of {
	case groups:
		p.Kind, p.Track = org.SocialGroup, trackOn(on, groups)
	case units:
		p.Kind, p.Track = org.PrivateNonEnterprise, trackOn(on, units)
	case filed:
		act, p.Track = org.File, org.Filing
	}
	m.add(l, on, act, p)
}

// topic is what an organization is about.
type topic struct {
	name   string
	sector org.Sector
}

func topics() [3][]topic {
	return [3][]topic{
		groups: {
			{"书画协会", org.Culture},
			{"摄影协会", org.Culture},
			{"戏曲协会", org.Culture},
			{"篮球协会", org.Sport},
			{"门球协会", org.Sport},
			{"慈善协会", org.SocialService},
			{"老年协会", org.SocialService},
			{"科技协会", org.Research},
			{"环保协会", org.Environment},
			{"农技协会", org.Rural},
			{"教师协会", org.Education},
			{"律师协会", org.Law},
			{"会计协会", org.Profession},
			{"医学会", org.Health},
		},
		units: {
			{"幼儿园", org.Education},
			{"培训学校", org.Education},
			{"艺术培训中心", org.Education},
			{"养老服务中心", org.SocialService},
			{"助残服务中心", org.SocialService},
			{"社区服务中心", org.SocialService},
			{"康复中心", org.Health},
			{"健身俱乐部", org.Sport},
			{"文化馆", org.Culture},
			{"调解中心", org.Law},
			{"环保服务中心", org.Environment},
		},
		filed: {
			{"书画社", org.Culture},
			{"舞蹈队", org.Culture},
			{"合唱队", org.Culture},
			{"戏迷社", org.Culture},
			{"太极队", org.Sport},
			{"健步队", org.Sport},
			{"乒乓队", org.Sport},
			{"邻里互助社", org.SocialService},
			{"助老队", org.SocialService},
			{"义工队", org.SocialService},
			{"和事佬工作室", org.Law},
			{"护绿队", org.Environment},
			{"读书会", org.Education},
			{"保健社", org.Health},
			{"种养互助社", org.Rural},
		},
	}
}
