package talent

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Plan is a district's plan of selection and training (分层选培计划).
type Plan struct {
	rule.Head
	Courses    []Course    `json:"courses"`
	Promotions []Promotion `json:"promotions"` // one for each tier above the lowest, in order
}

// Course is a line of the training catalogue.
type Course struct {
	ID      string          `json:"id"`
	Title   rule.Text       `json:"title"`
	Field   Field           `json:"field"`
	Credits decimal.Decimal `json:"credits"`
}

// Promotion is what a tier asks of those in the tier below.
type Promotion struct {
	To    Tier           `json:"to"`
	Needs rule.Condition `json:"needs"`
}

// Record is what is known of one person: the days of entering tiers, courses
// completed, credited hours.
type Record struct {
	Person    string          `json:"person"`
	Entered   []Entered       `json:"entered"` // from the lowest tier up
	Completed []Completed     `json:"completed"`
	Hours     volunteer.Hours `json:"hours"`
}

// Entered is the day somebody came into a tier.
type Entered struct {
	Tier Tier      `json:"tier"`
	Day  rule.Date `json:"day"`
}

// Completed is a course somebody finished.
type Completed struct {
	Course string    `json:"course"`
	Day    rule.Date `json:"day"`
}

// Facts returns what promotions may ask for: credits in all and by field, as
// in credits.finance; hours; months in the tier.
func Facts() rule.Vocabulary {
	v := rule.Vocabulary{
		"credits": {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("学分", "credits")},
		"hours":   {Type: rule.NumberType, Unit: rule.Hour, Label: rule.Words("服务时长", "hours of service")},
		"months":  {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("在本层级时间", "time in the tier")},
	}
	for _, f := range Fields() {
		label := fields.Labels(f)
		v["credits."+f.String()] = rule.Fact{
			Type: rule.NumberType, Unit: rule.Point, Label: rule.Words(label.ZH+"学分", "credits in "+label.EN),
		}
	}
	return v
}

// Validate reports every fault of the plan: those of the head, courses without
// id, title or field, twice, or without credits, and promotions that are not
// one for each tier above the lowest, in order, with a sound condition.
func (p Plan) Validate() error {
	var found rule.Problems
	found.Nest("", p.Head.Validate())
	seen := map[string]bool{}
	for i, c := range p.Courses {
		at := rule.At("courses", i)
		switch {
		case c.ID == "":
			found.Add(problems.Problem(at+".id", rule.Required))
		case seen[c.ID]:
			found.Add(problems.Problem(at+".id", CourseTwice, rule.With("course", rule.Quoted(c.ID))))
		}
		seen[c.ID] = true
		if c.Title.ZH == "" || c.Title.EN == "" {
			found.Add(problems.Problem(at+".title", rule.Required))
		}
		if !c.Field.Valid() {
			found.Add(problems.Problem(at+".field", rule.Required))
		}
		if c.Credits.Sign() <= 0 {
			found.Add(problems.Problem(at+".credits", CreditsRange, rule.With("credits", rule.Num(c.Credits, rule.Point))))
		}
	}
	if len(p.Promotions) != len(Tiers())-1 {
		found.Add(problems.Problem("promotions", PromotionsShape))
	}
	for i, promotion := range p.Promotions {
		if i+1 < len(Tiers()) && promotion.To != Tiers()[i+1] {
			found.Add(problems.Problem(rule.At("promotions", i)+".to", PromotionsShape))
		}
		found.Nest(rule.At("promotions", i)+".needs", promotion.Needs.Validate(Facts()))
	}
	return found.Err()
}

// Review is where somebody stands on a day and what the next tier asks.
type Review struct {
	Person string        `json:"person"`
	Tier   Tier          `json:"tier,omitzero"` // zero before the first
	Next   Tier          `json:"next,omitzero"` // zero at the top
	Ready  bool          `json:"ready"`
	Lacks  []rule.Reason `json:"lacks"`          // every clause of the next tier that is not met
	Asked  rule.Reason   `json:"asked,omitzero"` // every clause, if there is a next tier
}

// Review answers where a person stands on a day and what is lacking for the
// next tier. Each course counts once, on or before the day. Problems, all at
// once: those of the plan; a record without a person; tiers entered out of
// order; courses not in the catalogue; days not stated.
func (p Plan) Review(record Record, on rule.Date) (Review, error) {
	var found rule.Problems
	found.Nest("plan", p.Validate())
	found.Nest("record", p.check(record))
	if on.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	if len(found) > 0 {
		return Review{}, found.Err()
	}
	review := Review{Person: record.Person, Lacks: []rule.Reason{}}
	var since rule.Date
	for _, e := range record.Entered {
		if !on.Before(e.Day) {
			review.Tier, since = e.Tier, e.Day
		}
	}
	if int(review.Tier) == len(Tiers()) {
		return review, nil
	}
	review.Next = review.Tier + 1
	if review.Next == Volunteer {
		return review, nil // who enrols is a volunteer; there is nothing to decide
	}
	facts := p.facts(record, on)
	facts["months"] = rule.Int(int64(monthsBetween(since, on)), rule.MonthUnit)
	review.Asked = p.Promotions[review.Next-2].Needs.Decide(facts, Facts())
	review.Ready = review.Asked.Holds()
	review.Lacks = append(review.Lacks, review.Asked.Unmet()...)
	return review, nil
}

func (p Plan) check(record Record) error {
	var found rule.Problems
	if record.Person == "" {
		found.Add(problems.Problem("person", rule.Required))
	}
	for i, e := range record.Entered {
		switch path := rule.At("entered", i); {
		case e.Day.IsZero():
			found.Add(problems.Problem(path+".day", rule.Required))
		case e.Tier != Tier(i+1), i > 0 && e.Day.Before(record.Entered[i-1].Day):
			found.Add(problems.Problem(path, TiersOrder))
		}
	}
	for i, c := range record.Completed {
		if !slices.ContainsFunc(p.Courses, func(course Course) bool { return course.ID == c.Course }) {
			found.Add(problems.Problem(rule.At("completed", i)+".course", CourseUnknown, rule.With("course", rule.Quoted(c.Course))))
		}
		if c.Day.IsZero() {
			found.Add(problems.Problem(rule.At("completed", i)+".day", rule.Required))
		}
	}
	return found.Err()
}

func (p Plan) facts(record Record, on rule.Date) rule.FactMap {
	var all decimal.Decimal
	byField := map[Field]decimal.Decimal{}
	for _, course := range p.Courses {
		done := slices.ContainsFunc(record.Completed, func(c Completed) bool { return c.Course == course.ID && !on.Before(c.Day) })
		if done {
			all = all.Add(course.Credits)
			byField[course.Field] = byField[course.Field].Add(course.Credits)
		}
	}
	facts := rule.FactMap{"credits": rule.Num(all, rule.Point), "hours": record.Hours.Value()}
	for _, f := range Fields() {
		facts["credits."+f.String()] = rule.Num(byField[f], rule.Point)
	}
	return facts
}

// monthsBetween counts the full months from one day to another.
func monthsBetween(from, to rule.Date) int {
	n := (to.Year()-from.Year())*12 + to.Month() - from.Month()
	if to.Before(from.AddMonths(n)) {
		n--
	}
	return n
}

// Trained counts the courses completed in a period, each person each time, and
// the different people who completed one.
func Trained(records []Record, in rule.Period) (volunteer.PersonTimes, volunteer.Persons) {
	var times volunteer.PersonTimes
	people := map[string]bool{}
	for _, r := range records {
		for _, c := range r.Completed {
			if in.Contains(c.Day) {
				times++
				people[r.Person] = true
			}
		}
	}
	return times, volunteer.Persons(len(people))
}

// Usual returns a plan with the fields of training the district names and
// illustrative figures: staff after 12 months, 100 hours and 6 credits with
// project design among them; leaders after 24 months as staff with 15 credits,
// finance and party building among them.
func Usual() Plan {
	least := func(fact string, n int64) rule.Condition {
		return rule.InRange(fact, rule.AtLeast(decimal.NewFromInt(n)))
	}
	course := func(id, zh, en string, field Field, credits int64) Course {
		return Course{id, rule.Words(zh, en), field, decimal.NewFromInt(credits)}
	}
	return Plan{
		Head: rule.Head{
			ID: "talent-usual.1", Title: rule.Words("社会组织人才分层选培计划(示例)", "plan of selection and training (illustration)"),
			Status: rule.Illustrative,
		},
		Courses: []Course{
			course("party", "两新党建专题", "two-new party building", PartyBuilding, 3),
			course("design", "项目设计专题", "project design", ProjectDesign, 4),
			course("finance", "财务管理专题", "financial management", Finance, 4),
			course("visit", "外出学习考察", "study visit", StudyVisit, 4),
		},
		Promotions: []Promotion{
			{Staff, rule.AllOf(least("months", 12), least("hours", 100), least("credits", 6), least("credits.project-design", 4))},
			{Leader, rule.AllOf(least("months", 24), least("credits", 15), least("credits.finance", 4), least("credits.party-building", 3))},
		},
	}
}
