package studio

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Rules say which studio may open and which may stay.
type Rules struct {
	rule.Head
	Entry  rule.Condition `json:"entry"`
	Stay   rule.Condition `json:"stay"`
	Months int            `json:"months"` // over which stay looks at sessions
}

// Facts returns what conditions of studios may ask for.
func Facts() rule.Vocabulary {
	number := func(unit rule.Unit, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		"founder-hours": number(rule.Hour, "创办人服务时长", "founder's hours of service"),
		"founder-adult": {Type: rule.FlagType, Label: rule.Words("创办人已成年", "founder of age")},
		"members":       number(rule.Person, "成员(含创办人)", "members, founder included"),
		"services":      number(rule.Item, "服务项目", "services"),
		"sessions":      number(rule.Times, "期间活动场次", "sessions of the window"),
		"served":        number(rule.PersonTime, "期间服务人次", "attendances served in the window"),
	}
}

// Validate reports the faults of head, conditions and window.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	found.Nest("entry", r.Entry.Validate(Facts()))
	found.Nest("stay", r.Stay.Validate(Facts()))
	if r.Months < 1 || r.Months > 120 {
		found.Add(problems.Problem("months", WindowRange, rule.With("months", rule.Int(int64(r.Months), rule.MonthUnit))))
	}
	return found.Err()
}

// Review is the answer to whether a studio may open or stay.
type Review struct {
	Studio string      `json:"studio"`
	Day    rule.Date   `json:"day"`
	Holds  bool        `json:"holds"`
	Reason rule.Reason `json:"reason"` // every clause
}

// Enter decides whether a studio may open on its first day, with the founder's
// credited hours.
func (b *Book) Enter(rules Rules, studio string, founderHours volunteer.Hours) (Review, error) {
	place, err := b.reviewed(rules, studio)
	if err != nil {
		return Review{}, err
	}
	day := b.studios[place].Period.From
	facts, err := b.facts(place, rule.Period{From: day, Until: day.AddDays(1)}, day, founderHours)
	if err != nil {
		return Review{}, err
	}
	reason := rules.Entry.Decide(facts, Facts())
	return Review{studio, day, reason.Holds(), reason}, nil
}

// Review decides whether a studio may stay, from its sessions of the months
// before the day.
func (b *Book) Review(rules Rules, studio string, founderHours volunteer.Hours, day rule.Date) (Review, error) {
	place, err := b.reviewed(rules, studio)
	if err != nil {
		return Review{}, err
	}
	facts, err := b.facts(place, rule.Period{From: day.AddMonths(-rules.Months), Until: day}, day, founderHours)
	if err != nil {
		return Review{}, err
	}
	reason := rules.Stay.Decide(facts, Facts())
	return Review{studio, day, reason.Holds(), reason}, nil
}

func (b *Book) reviewed(rules Rules, studio string) (int, error) {
	var found rule.Problems
	found.Nest("rules", rules.Validate())
	place, ok := b.places[studio]
	if !ok {
		found.Add(problems.Problem("studio", StudioUnknown, rule.With("studio", rule.Quoted(studio))))
	}
	return place, found.Err()
}

func (b *Book) facts(place int, window rule.Period, day rule.Date, founderHours volunteer.Hours) (rule.FactMap, error) {
	s := b.studios[place]
	activity, err := b.Activity(s.ID, window)
	if err != nil {
		return nil, err
	}
	members := map[string]bool{s.Founder: true}
	for _, m := range s.Members {
		if m.Period.Contains(day) {
			members[m.Person] = true
		}
	}
	founder, _ := b.register.Person(s.Founder)
	return rule.FactMap{
		"founder-hours": founderHours.Value(),
		"founder-adult": rule.Flag(!founder.MinorOn(day)),
		"members":       rule.Int(int64(len(members)), rule.Person),
		"services":      rule.Int(int64(len(s.Services)), rule.Item),
		"sessions":      rule.Int(int64(activity.Sessions), rule.Times),
		"served":        activity.Served.Times.Value(),
	}, nil
}

// Usual returns rules of a usual kind, illustrative: an adult founder with 100
// hours, three members and a service to open; six sessions in twelve months to
// stay.
func Usual() Rules {
	least := func(fact string, n int64) rule.Condition {
		return rule.InRange(fact, rule.AtLeast(decimal.NewFromInt(n)))
	}
	return Rules{
		Head: rule.Head{
			ID: "studios-usual.1", Title: rule.Words("个人工作室规则(示例)", "rules of personal studios (illustration)"),
			Status: rule.Illustrative,
		},
		Entry:  rule.AllOf(rule.Is("founder-adult"), least("founder-hours", 100), least("members", 3), least("services", 1)),
		Stay:   rule.AllOf(least("members", 3), least("sessions", 6)),
		Months: 12,
	}
}
