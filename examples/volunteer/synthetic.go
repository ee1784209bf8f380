package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/roster"
)

const (
	seed   = 20150421
	people = 30_000
	births = 22_000 // days of birth
)

// district is what the report looks at.
type district struct {
	area      org.Territory
	asOf      rule.Date
	year      rule.Period
	register  *volunteer.Register
	log       []hours.Entry
	totals    *hours.Totals
	programme insurance.Programme
	payers    funding.Scheme
	shifts    []roster.Shift
}

func newDistrict() (*district, error) {
	random := rand.New(rand.NewPCG(seed, 1))
	d := &district{
		area: org.Area("330211"), asOf: rule.Day(2015, 12, 31),
		year: rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)},
	}
	lists, err := d.lists(random)
	if err != nil {
		return nil, err
	}
	if d.register, err = volunteer.NewRegister(lists); err != nil {
		return nil, err
	}
	d.log = d.records(random)
	if d.totals, err = hours.TallyCredits(hours.Usual(), d.register, d.log, d.asOf); err != nil {
		return nil, err
	}
	d.programme = insurance.Programme{
		Period: d.year, Classes: []volunteer.Class{volunteer.Regular, volunteer.Charity}, Policies: []insurance.Policy{d.policy()},
	}
	d.payers = funding.OneThreeX(d.area)
	d.shifts = week(random)
	return d, nil
}

func (d *district) policy() insurance.Policy {
	plan := func(class volunteer.Class) insurance.Plan {
		return insurance.Plan{
			Class: class, Sum: funding.Yuan(600), Premium: funding.Fen(150),
			Benefits: []insurance.Benefit{{Kind: insurance.Accident, Most: funding.Yuan(600)}},
		}
	}
	return insurance.Policy{
		Head: rule.Head{
			ID: "district-2015.synthetic", Title: rule.Words("区域全体志愿者保险(虚构条款)", "insurance of all volunteers (invented terms)"),
			Status: rule.Illustrative, Period: d.year,
		},
		Plans: []insurance.Plan{plan(volunteer.Regular), plan(volunteer.Charity)},
	}
}

// lists invents people, five teams, and a few who registered twice.
func (d *district) lists(random *rand.Rand) (volunteer.Lists, error) {
	var l volunteer.Lists
	for i := range 5 {
		l.Teams = append(l.Teams, volunteer.Team{ID: fmt.Sprintf("team-%d", i+1), Name: fmt.Sprintf("志愿服务队%d", i+1)})
	}
	for i := range people {
		p, err := d.person(random, i)
		if err != nil {
			return volunteer.Lists{}, err
		}
		if i%5_000 == 4_999 { // registered a second time under another id
			twin := l.People[i-1]
			p.Name, p.Identity, p.Guardians = twin.Name, twin.Identity, twin.Guardians
		}
		l.People = append(l.People, p)
		if random.IntN(3) == 0 {
			l.Memberships = append(l.Memberships, volunteer.Membership{
				Person: p.ID, Team: l.Teams[random.IntN(5)].ID, Period: p.Enrolments[0].Period,
			})
		}
	}
	return l, nil
}

func (d *district) person(random *rand.Rand, i int) (volunteer.Person, error) {
	const surnames, given = "王李张刘陈杨赵黄周吴", "安宁和平清明远志海波春晓文德"
	pick := func(from string) string { r := []rune(from); return string(r[random.IntN(len(r))]) }
	skills := []string{"first-aid", "signing", "driving", "sound"}
	from := rule.Day(2012, 1, 1).AddDays(random.IntN(1_340)) // the last ones join in the summer of 2015
	class := volunteer.Regular
	if random.IntN(4) == 0 {
		class = volunteer.Charity
	}
	period := rule.Since(from)
	if random.IntN(20) == 0 {
		period.Until = from.AddDays(400 + random.IntN(900))
	}
	p := volunteer.Person{
		ID: fmt.Sprintf("v%05d", i), Name: pick(surnames) + pick(given) + pick(given),
		Consent: volunteer.Consent{Given: from}, Enrolments: []volunteer.Enrolment{{Class: class, Period: period}},
		Skills: []string{skills[random.IntN(4)]}, Languages: []string{"zh"},
	}
	if i%100 == 0 { // few say when they have time
		start := 8 + 3*random.IntN(3)
		for _, day := range []volunteer.Weekday{volunteer.Saturday, volunteer.Sunday, volunteer.Weekdays()[random.IntN(5)]} {
			p.Availability = append(p.Availability, volunteer.Weekly{Day: day, From: start * 60, Until: (start + 6) * 60})
		}
	}
	// everybody has another day of birth or another sequence; the youngest are born in 2000
	birth := rule.Day(1940, 1, 1).AddDays(i * 7919 % births)
	var err error
	if p.Identity, err = number(birth, 1+i/births); err != nil {
		return p, err
	}
	if p.MinorOn(from) {
		parent, err := number(birth.AddMonths(-12*30), 1+random.IntN(998))
		if err != nil {
			return p, err
		}
		p.Guardians = []volunteer.Guardian{{Name: p.Name[:3] + "家长", Identity: parent, Agreed: from}}
	}
	return p, nil
}

// number returns the valid identity number of the district for a day of birth
// and a sequence.
func number(birth rule.Date, sequence int) (volunteer.Identity, error) {
	body := "330211" + strings.ReplaceAll(birth.String(), "-", "") + fmt.Sprintf("%03d", sequence)
	var err error
	for _, check := range "0123456789X" {
		var id volunteer.Identity
		if id, err = volunteer.ParseIdentity(body + string(check)); err == nil {
			return id, nil
		}
	}
	return volunteer.Identity{}, err
}

// records invents five years of service: a few serve much, most little; some
// records overlap, some are not verified, some are corrected.
func (d *district) records(random *rand.Rand) []hours.Entry {
	var log []hours.Entry
	record := uint64(0)
	for _, p := range d.register.All() {
		serves := random.IntN(8)
		if random.IntN(50) == 0 {
			serves = 40 + random.IntN(300)
		}
		for range serves {
			record++
			enrolled := p.Enrolments[0].Period
			until := d.asOf
			if !enrolled.Until.IsZero() && enrolled.Until.Before(until) {
				until = enrolled.Until
			}
			day := enrolled.From.AddDays(random.IntN(max(1, until.DaysSince(enrolled.From))))
			from := volunteer.Clock(day, 8+random.IntN(10), 0)
			e := hours.Entry{
				Record: record, Version: 1, Entered: day, Person: p.ID, Activity: activities()[random.IntN(4)], Kind: hours.Service,
				Span: volunteer.Span{From: from, Until: from.Add(60 + 30*random.IntN(8))}, Verifier: "ST-01",
			}
			if random.IntN(40) == 0 {
				e.Verifier = ""
			}
			if teams := d.register.Memberships(p.ID); len(teams) > 0 {
				e.Team = teams[0].Team
			}
			log = append(log, e)
			if random.IntN(100) == 0 {
				e.Version, e.Entered, e.Span.Until = 2, day.AddDays(3), e.Span.From.Add(60)
				log = append(log, e)
			}
		}
	}
	return log
}

func activities() []string {
	return []string{"清洁家园", "助老服务", "交通引导", "义诊咨询"}
}

// week invents the shifts of a community week: 500 turn-outs wanted.
func week(random *rand.Rand) []roster.Shift {
	var shifts []roster.Shift
	skills := []string{"first-aid", "signing", "driving", "sound"}
	wanted := 500
	for i := 0; wanted > 0; i++ {
		day := rule.Day(2015, 10, 17).AddDays(i % 9) // a Saturday, and on to the next Sunday
		from := volunteer.Clock(day, 8+3*(i/9%4), 0)
		count := min(wanted, 6+random.IntN(6))
		s := roster.Shift{
			ID: fmt.Sprintf("w%02d", i+1), Place: fmt.Sprintf("社区%d", 1+random.IntN(6)),
			Span: volunteer.Span{From: from, Until: from.Add(180)}, Needs: []roster.Need{{Count: count}},
		}
		wanted -= count
		if wanted > 0 {
			s.Needs = append(s.Needs, roster.Need{Skill: skills[random.IntN(4)], Count: min(wanted, 2)})
			wanted -= s.Needs[1].Count
		}
		shifts = append(shifts, s)
	}
	return shifts
}
