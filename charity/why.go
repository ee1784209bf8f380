package charity

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// why says in one line what stood in an event's way.
func why(refusal rule.Reason) rule.Value {
	lines := func(tag language.Tag, between string) string {
		if len(refusal.Parts) == 0 {
			return refusal.In(tag)
		}
		parts := make([]string, len(refusal.Parts))
		for i, part := range refusal.Parts {
			parts[i] = clause(part, tag)
		}
		return strings.Join(parts, between)
	}
	return rule.Label(rule.Words(lines(language.Chinese, ";"), lines(language.English, "; ")))
}

// clause is a decided clause in one line, with those it joins.
func clause(r rule.Reason, tag language.Tag) string {
	if len(r.Parts) == 0 {
		return r.In(tag)
	}
	parts := make([]string, len(r.Parts))
	for i, part := range r.Parts {
		parts[i] = clause(part, tag)
	}
	return r.In(tag) + " (" + strings.Join(parts, ", ") + ")"
}

// Page explains why the project is where it is: every move that led there,
// with the requirements each met and what was found, and what the next move
// still lacks.
func (p *Project) Page() rule.Page {
	page := rule.Page{
		Title: rule.Words("项目阶段说明", "Why the project stands where it does"),
		Rule:  p.pipeline.rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("项目", "Project"), Value: rule.Word(p.founding.ID + " " + p.founding.Title)},
			{Label: rule.Words("发起人", "Founder"), Value: rule.Word(p.founding.Founder)},
			{Label: rule.Words("阶段", "Stage"), Value: rule.Label(stages.Labels(p.stage))},
			{Label: rule.Words("自", "Since"), Value: rule.On(p.Since())},
		},
	}
	again := p.pipeline.open(p.founding)
	for i := range p.events {
		e := p.events[i]
		from := again.stage
		reason, err := again.apply(&e, e.Kind < Record)
		if err != nil || reason == nil {
			continue
		}
		step := problems.Reason(Stands, rule.With("date", rule.On(e.Date)), e.Kind.label("event"),
			rule.With("from", rule.Label(stages.Labels(from))), rule.With("to", rule.Label(stages.Labels(again.stage)))).
			Gives(rule.Compare, rule.Flag(true))
		if e.Note != "" {
			step.Parts = append(step.Parts, problems.Reason(Noted, rule.With("note", rule.Word(e.Note))).Gives(rule.Given, rule.Word(e.Note)))
		}
		for _, part := range reason.Parts {
			step.Parts = append(step.Parts, met(part)...)
		}
		page.Steps = append(page.Steps, step)
	}
	if next := p.Wanting(); len(next.Parts) > 0 {
		page.Notes = append(page.Notes, next)
	}
	return page
}

// met opens "all of" into its clauses.
func met(r rule.Reason) []rule.Reason {
	if r.Code == rule.ClauseAllOf {
		return r.Parts
	}
	return []rule.Reason{r}
}

// Wanting says what the project still lacks, as of its last event, for the
// move that leads to the next of the five stages or to its end: a reason with
// every unmet requirement as its parts, none if it may move. It is zero for a
// project that has no such move.
func (p *Project) Wanting() rule.Reason {
	for _, on := range [...]Kind{Approve, Secure, Graduate, Launch, Complete, Resume, Settle} {
		row := p.pipeline.rows[p.stage][on]
		if row == nil {
			continue
		}
		out := problems.Reason(Wants, on.label("event")).Gives(rule.Compare, rule.Flag(true))
		e := Event{Kind: on, Date: p.Last()}
		if _, reason := p.pipeline.table.Step(p.stage, on, situation{p, &e}); !reason.Holds() {
			out.Parts = reason.Parts
			out.Output = rule.Flag(false)
		}
		return out
	}
	return rule.Reason{}
}

// Last returns the day of the project's last event, or of its founding.
func (p *Project) Last() rule.Date {
	if n := len(p.events); n > 0 {
		return p.events[n-1].Date
	}
	return p.founding.Date
}
