package stage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Step decides an event in a stage. It returns the stage after the event and
// the reason: with code [Moved] and the decided condition as its part, or,
// with the stage unchanged, [Refused] and every unmet requirement as its
// parts, or [NoWay] where the table has no row for the event and the events
// it has instead.
func (t Table[S, E]) Step(from S, on E, facts rule.Facts) (S, rule.Reason) {
	row, ok := t.On(from, on)
	if !ok {
		r := problems.Reason(NoWay, label("stage", from), label("event", on), rule.With("possible", rule.Label(t.possible(from))))
		return from, r.Gives(rule.Compare, rule.Flag(false))
	}
	inputs := []rule.Input{label("stage", from), label("event", on), label("to", row.To)}
	if row.Needs.IsZero() {
		return row.To, problems.Reason(Moved, inputs...).Gives(rule.Compare, rule.Flag(true))
	}
	decided := row.Needs.Decide(facts, t.facts)
	if decided.Holds() {
		r := problems.Reason(Moved, inputs...).Gives(rule.Compare, rule.Flag(true))
		r.Parts = []rule.Reason{decided}
		return row.To, r
	}
	r := problems.Reason(Refused, inputs...).Gives(rule.Compare, rule.Flag(false))
	r.Parts = decided.Unmet()
	return from, r
}

// possible lists the events that lead out of a stage.
func (t Table[S, E]) possible(from S) rule.Text {
	var zh, en []string
	for _, row := range t.From(from) {
		zh = append(zh, row.On.Label(language.Chinese))
		en = append(en, row.On.Label(language.English))
	}
	if len(zh) == 0 {
		return rule.Words("无", "none")
	}
	return rule.Words(strings.Join(zh, "、"), strings.Join(en, ", "))
}
