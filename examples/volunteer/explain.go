package main

import (
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer/honour"
	"github.com/sancheng-go/sancheng/volunteer/hours"
)

// page is all about one volunteer: hours with every step, star and what is
// missing for the next, insurance, shifts of the week.
func (d *district) page(person string) (rule.Page, error) {
	certificate, err := hours.Certify(hours.Usual(), d.register, d.log, person, d.asOf)
	if err != nil {
		return rule.Page{}, err
	}
	page := certificate.Page()
	add := func(zh, en string, v rule.Value) {
		page.Lines = append(page.Lines, rule.Line{Label: rule.Words(zh, en), Value: v})
	}
	p, _ := d.register.Person(person)
	if class, ok := p.ClassOn(d.asOf); ok {
		add("身份", "Class", words(class))
	}
	stars, err := honour.New(honour.National())
	if err != nil {
		return rule.Page{}, err
	}
	award := stars.Award(honour.Standing{Hours: certificate.Hours})
	add("星级(全国标准)", "Stars (national)", rule.Label(award.Title))
	page.Steps = append(page.Steps, award.Reasons...)
	if award.Next != nil {
		add("下一星级", "Next", rule.Label(award.Next.Title))
		page.Steps = append(page.Steps, award.Next.Reasons...)
	}
	covers, err := d.programme.Enrol(d.register)
	if err != nil {
		return rule.Page{}, err
	}
	for i, c := range covers {
		if c.Person != person {
			continue
		}
		bill, err := d.programme.Bill(covers[i:i+1], d.year)
		if err != nil {
			return rule.Page{}, err
		}
		add("承保期间", "Insured", rule.Label(c.Period.Words()))
		add("按日保费", "Premium by the day", bill.Premium.Value())
		page.Steps = append(page.Steps, bill.Reasons[:len(bill.Reasons)-1]...)
	}
	made, err := rostered()
	if err != nil {
		return rule.Page{}, err
	}
	for _, turn := range made.Turns {
		if turn.Person == person {
			add("服务周班次", "Shift of the week", rule.Word(turn.Shift))
		}
	}
	return page, nil
}
