package micro

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Rules are a place's rules for micro-livelihood projects.
type Rules struct {
	rule.Head
	Classes   []Class              `json:"classes"`
	Approvals []band.Row[Approval] `json:"approvals"` // by cost in yuan, from above zero without a gap
	Days      int                  `json:"days"`      // longest from approval to the end
}

// Class is a class of service (服务大类).
type Class struct {
	ID    string    `json:"id"`
	Title rule.Text `json:"title"`
	Kinds []Kind    `json:"kinds"`
}

// Kind is a kind of service (服务小类).
type Kind struct {
	ID    string    `json:"id"`
	Title rule.Text `json:"title"`
}

// Approval says who approves and within how many days.
type Approval struct {
	By   Approver `json:"by"`
	Days int      `json:"days"`
}

// Desk (受理窗口) is checked rules, ready to carry projects. It is built by [New]
// and safe for use by several goroutines.
type Desk struct {
	rules    Rules
	moves    stage.Table[Stage, Act]
	services map[string]service
}

// service is a kind of the catalogue, or a class where the kind is not known.
type service struct {
	class  int
	isKind bool
}

// New returns the desk of the rules, or every fault of them: those of the head,
// classes and kinds without id or title or twice, approvals without approver or
// days, and costs between zero and the table's end that no row or two rows
// cover.
func New(r Rules) (*Desk, error) {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	d := &Desk{rules: r, services: map[string]service{}}
	add := func(path, id string, title rule.Text, is service) {
		if id == "" || title.ZH == "" || title.EN == "" {
			found.Add(problems.Problem(path, rule.Required))
		}
		if _, twice := d.services[id]; twice && id != "" {
			found.Add(problems.Problem(path, Twice, rule.With("id", rule.Quoted(id))))
		}
		d.services[id] = is
	}
	if len(r.Classes) == 0 {
		found.Add(problems.Problem("classes", rule.Required))
	}
	for i, c := range r.Classes {
		add(rule.At("classes", i), c.ID, c.Title, service{class: i})
		for j, k := range c.Kinds {
			add(rule.At(rule.At("classes", i)+".kinds", j), k.ID, k.Title, service{i, true})
		}
	}
	for i, row := range r.Approvals {
		if !row.Is.By.Valid() || row.Is.Days < 1 {
			found.Add(problems.Problem(rule.At("approvals", i), rule.Required))
		}
	}
	if r.Days < 1 {
		found.Add(problems.Problem("days", rule.Required))
	}
	_, err := band.New(band.Domain{In: r.costs(), Step: rule.Dec("0.01")}, r.Approvals)
	found.Nest("approvals", err)
	d.moves, err = moves()
	found.Nest("", err)
	if len(found) > 0 {
		return nil, found.Err()
	}
	return d, nil
}

// Rules returns the rules the desk was built from.
func (d *Desk) Rules() Rules { return d.rules }

// costs are those the table must cover: above zero, up to its end.
func (r Rules) costs() rule.Interval {
	in := rule.Above(rule.Dec("0"))
	if len(r.Approvals) == 0 {
		return in.AtMost(rule.Dec("0.01"))
	}
	highest := r.Approvals[0].In
	for _, row := range r.Approvals[1:] {
		end, included, stated := row.In.High()
		top, has, ok := highest.High()
		if !stated || ok && (end.Cmp(top) > 0 || end.Equal(top) && included && !has) {
			highest = row.In
		}
	}
	end, included, stated := highest.High()
	switch {
	case !stated:
		return in
	case included:
		return in.AtMost(end)
	}
	return in.Below(end)
}

// facts are what the life of a project asks for.
func facts() rule.Vocabulary {
	yuan := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		"may-approve": {Type: rule.FlagType, Label: rule.Words("批准人有权批准该金额", "the approver may approve the cost")},
		"over-asked":  yuan("超出申报的金额", "amount over what is asked for"),
		"over-spent":  yuan("超出批准的金额", "amount over what was approved"),
		"served":      {Type: rule.NumberType, Unit: rule.PersonTime, Label: rule.Words("受益人次", "person-times served")},
	}
}

// moves is which act leads where, and what it takes.
func moves() (stage.Table[Stage, Act], error) {
	none := func(fact string) rule.Condition { return rule.InRange(fact, rule.AtMost(rule.Dec("0"))) }
	return stage.New(Proposed, []Stage{Done, Refused, Dropped}, []stage.Row[Stage, Act]{
		{From: Proposed, On: Approve, To: Approved, Needs: rule.AllOf(rule.Is("may-approve"), none("over-asked"))},
		{From: Proposed, On: Refuse, To: Refused},
		{From: Proposed, On: Drop, To: Dropped},
		{From: Approved, On: Start, To: Doing},
		{From: Approved, On: Drop, To: Dropped},
		{From: Doing, On: Finish, To: Done, Needs: rule.AllOf(none("over-spent"), rule.InRange("served", rule.AtLeast(rule.Dec("1"))))},
		{From: Doing, On: Drop, To: Dropped},
	}, facts())
}

// Approval returns who approves a cost, and why. It is false for a cost beyond
// the table: that is no micro project.
func (d *Desk) Approval(cost funding.Money) (Approval, rule.Reason, bool) {
	r := d.rules
	for _, row := range r.Approvals {
		if row.In.Contains(cost.Decimal()) {
			reason := problems.Reason(ApprovedBy, rule.With("cost", cost.Value()), rule.With("range", rule.Label(row.In.WordsOf(rule.Yuan))),
				rule.With("days", rule.Int(int64(row.Is.Days), rule.DayUnit))).
				Gives(rule.Given, rule.Label(approvers.Labels(row.Is.By))).From(r.Source, r.Status)
			return row.Is, reason, true
		}
	}
	reason := problems.Reason(TooLarge, rule.With("cost", cost.Value()), rule.With("range", rule.Label(r.costs().WordsOf(rule.Yuan)))).
		Gives(rule.Compare, rule.Flag(false)).From(r.Source, r.Status)
	return Approval{}, reason, false
}
