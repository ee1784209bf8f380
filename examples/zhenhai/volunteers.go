package main

import (
	"fmt"
	"sync"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/studio"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

// The synthetic volunteers: nobody of them exists, and none has a name of his
// or her own.
const (
	regulars, charities    = 30_000, 2_400
	atStudios, studioCount = 620, 61
)

// volunteerID is the id of a synthetic volunteer.
func volunteerID(n int) string { return fmt.Sprintf("v%05d", n) }

// people is the synthetic register, made once.
var people = sync.OnceValues(register)

// register makes volunteers first, then charity volunteers.
func register() (*volunteer.Register, error) {
	list := make([]volunteer.Person, 0, regulars+charities)
	for n := range regulars + charities {
		from := rule.Day(2012, 1, 1).AddDays(n % 900)
		class := volunteer.Regular
		if n >= regulars {
			class = volunteer.Charity
		}
		list = append(list, volunteer.Person{
			ID: volunteerID(n), Name: "虚构志愿者", Birth: rule.Day(1950, 1, 1).AddDays(n % 14_000),
			Consent:    volunteer.Consent{Given: from},
			Enrolments: []volunteer.Enrolment{{Class: class, Period: rule.Since(from)}},
		})
	}
	return volunteer.NewRegister(volunteer.Lists{
		People: list,
		Teams:  []volunteer.Team{{ID: "base", Name: "虚构服务基地志愿队"}},
	})
}

// programme is the insurance of 2015 with invented terms.
func programme() insurance.Programme {
	year := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}
	plan := func(class volunteer.Class) insurance.Plan {
		return insurance.Plan{Class: class, Sum: funding.Yuan(600), Premium: funding.Fen(150)}
	}
	return insurance.Programme{
		Period: year, Classes: []volunteer.Class{volunteer.Regular, volunteer.Charity},
		Policies: []insurance.Policy{{
			Head: rule.Head{
				ID: "zhenhai-volunteers.synthetic", Title: rule.Words("区域全体志愿者保险(虚构条款)", "insurance of all volunteers (invented terms)"),
				Status: rule.Illustrative, Period: year,
			},
			Plans: []insurance.Plan{plan(volunteer.Regular), plan(volunteer.Charity)},
		}},
	}
}

// trainees returns invented records of training: everybody took one to four
// courses, the few who rose took most.
func trainees() []talent.Record {
	courses := talent.Usual().Courses
	var records []talent.Record
	for n := range 420 {
		r := talent.Record{Person: volunteerID(n), Hours: volunteer.TenThousandths(int64(n%300) * 10_000)}
		tier := 1
		if n%5 == 0 {
			tier = 2
		}
		if n%25 == 0 {
			tier = 3
		}
		for k := range tier {
			r.Entered = append(r.Entered, talent.Entered{Tier: talent.Tiers()[k], Day: rule.Day(2012, 6, 1).AddMonths(13 * k)})
		}
		for k := range 1 + (n+tier)%len(courses) {
			r.Completed = append(r.Completed, talent.Completed{Course: courses[k].ID, Day: rule.Day(2013, 1, 10).AddDays(n + 90*k)})
		}
		records = append(records, r)
	}
	return records
}

// studioBook returns invented studios, their members and a session a month.
func studioBook(register *volunteer.Register) (*studio.Book, error) {
	var studios []studio.Studio
	var sessions []studio.Session
	open := rule.Since(rule.Day(2014, 1, 1))
	for n := range studioCount {
		s := studio.Studio{
			ID: fmt.Sprintf("s%02d", n+1), Name: fmt.Sprintf("虚构工作室%02d", n+1), Founder: volunteerID(n),
			Services: []string{"邻里服务"}, Period: open,
		}
		for m := studioCount + n; m < atStudios; m += studioCount {
			s.Members = append(s.Members, studio.Member{Person: volunteerID(m), Period: open})
		}
		for month := range 14 {
			sessions = append(sessions, studio.Session{
				Studio: s.ID, Day: rule.Day(2014, 1, 15).AddMonths(month), Service: s.Services[0],
				Volunteers: []string{s.Founder, s.Members[month%len(s.Members)].Person},
				Served:     volunteer.Attendance{Others: int64(9 + (n+month)%7)},
			})
		}
		studios = append(studios, s)
	}
	return studio.New(register, studios, sessions)
}

// baseEvents returns the invented events of the service base from the end of
// November 2014: the log of the volunteers and whom the events reached.
func baseEvents() (log []hours.Entry, reached []volunteer.Attendance) {
	for n := range 65 {
		day := rule.Day(2014, 11, 29).AddDays(n * 121 / 64)
		from := volunteer.Clock(day, 9, 0)
		for k := range 7 + n%3 {
			log = append(log, hours.Entry{
				Record: uint64(len(log) + 1), Version: 1, Entered: day, Person: volunteerID((n*40 + k*7) % 900),
				Activity: fmt.Sprintf("虚构活动%02d", n+1), Team: "base", Kind: hours.Service,
				Span: volunteer.Span{From: from, Until: from.Add(150)}, Verifier: "base",
			})
		}
		reached = append(reached, volunteer.Attendance{Others: int64(120 + 7*n%60)})
	}
	return log, reached
}
