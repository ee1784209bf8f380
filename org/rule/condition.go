package rule

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Fact declares a named fact that conditions may ask for: its type, its unit
// and what people call it. A text that is one of a few stable words declares
// them as its terms, so that reasons name them by their labels.
type Fact struct {
	Type  Type   `json:"type"`
	Unit  Unit   `json:"unit,omitzero"`
	Label Text   `json:"label"`
	Terms []Term `json:"terms,omitempty"`
}

// term returns a text that is one of the terms as its label, another value as
// it is.
func (f Fact) term(v Value) Value {
	if word, ok := v.Word(); ok {
		for _, t := range f.Terms {
			if t.Name == word {
				return Label(t.Label)
			}
		}
	}
	return v
}

// Vocabulary is every fact that conditions of one kind may ask for, by name.
type Vocabulary map[string]Fact

// Facts answers what is known of one case. ok is false where a fact is not
// stated.
type Facts interface {
	Fact(name string) (value Value, ok bool)
}

// FactMap is facts by name.
type FactMap map[string]Value

// Fact returns the value of that name.
func (m FactMap) Fact(name string) (Value, bool) {
	v, ok := m[name]
	return v, ok
}

// Condition asks exactly one question: whether a fact lies in an interval, is
// one of some values, or falls within a period; whether all or any of some
// conditions hold, or whether one does not. Amounts of money are asked as
// decimal yuan.
type Condition struct {
	Fact   string   `json:"fact,omitzero"`    // the fact asked for by the first three questions
	Range  Interval `json:"range,omitzero"`   // the number lies here
	OneOf  []Value  `json:"one_of,omitempty"` // the value is among these
	Within Period   `json:"within,omitzero"`  // the date is in this period

	AllOf []Condition `json:"all_of,omitempty"`
	AnyOf []Condition `json:"any_of,omitempty"`
	Not   *Condition  `json:"not,omitempty"`

	Source Source `json:"source,omitzero"` // the clause that asks
	Status Status `json:"status,omitzero"` // illustrative where the figures are ours
}

// Is asks that a flag is set.
func Is(fact string) Condition { return Condition{Fact: fact, OneOf: []Value{Flag(true)}} }

// InRange asks that a number lies in the interval.
func InRange(fact string, in Interval) Condition { return Condition{Fact: fact, Range: in} }

// IsOneOf asks that a value is among those given.
func IsOneOf(fact string, values ...Value) Condition {
	return Condition{Fact: fact, OneOf: stated(values)}
}

// IsWithin asks that a date falls in the period.
func IsWithin(fact string, p Period) Condition { return Condition{Fact: fact, Within: p} }

// AllOf asks that every condition holds.
func AllOf(conditions ...Condition) Condition { return Condition{AllOf: stated(conditions)} }

// AnyOf asks that at least one condition holds.
func AnyOf(conditions ...Condition) Condition { return Condition{AnyOf: stated(conditions)} }

// stated copies a list. An empty one stays a question, which Validate refuses,
// and does not become the condition that asks nothing.
func stated[T any](list []T) []T { return append([]T{}, list...) }

// Not asks that the condition does not hold.
func Not(c Condition) Condition { return Condition{Not: &c} }

// From returns the condition with the clause that asks it.
func (c Condition) From(source Source, status Status) Condition {
	c.Source, c.Status = source, status
	return c
}

// IsZero tells whether the condition asks nothing.
func (c Condition) IsZero() bool { return c.questions() == 0 && c.Fact == "" }

func (c Condition) questions() int {
	n := 0
	for _, asked := range []bool{
		!c.Range.IsZero(), c.OneOf != nil, c.Within != Period{},
		c.AllOf != nil, c.AnyOf != nil, c.Not != nil,
	} {
		if asked {
			n++
		}
	}
	return n
}

const deepest = 16

// Validate reports every fault of the condition against the facts it may ask
// for: no question or several, a fact nobody declares or of another type, a
// word that is not among the fact's terms, an empty interval or period, more
// than 16 levels.
func (c Condition) Validate(v Vocabulary) error { return c.validate(v, 1) }

func (c Condition) validate(v Vocabulary, depth int) error {
	if depth > deepest {
		return problems.Problem("", ConditionDeep, With("most", Int(deepest, 0)))
	}
	var found Problems
	leaf := c.AllOf == nil && c.AnyOf == nil && c.Not == nil
	if c.questions() != 1 || leaf != (c.Fact != "") ||
		c.OneOf != nil && len(c.OneOf) == 0 || c.AllOf != nil && len(c.AllOf) == 0 || c.AnyOf != nil && len(c.AnyOf) == 0 {
		found.Add(problems.Problem("", ConditionShape))
	}
	for i, part := range c.AllOf {
		found.Nest(At("all_of", i), part.validate(v, depth+1))
	}
	for i, part := range c.AnyOf {
		found.Nest(At("any_of", i), part.validate(v, depth+1))
	}
	if c.Not != nil {
		found.Nest("not", c.Not.validate(v, depth+1))
	}
	if !leaf || c.Fact == "" {
		return found.Err()
	}
	fact, ok := v[c.Fact]
	if !ok {
		found.Add(problems.Problem("fact", FactUnknown, With("fact", Quoted(c.Fact))))
		return found.Err()
	}
	mismatch := func(path string, got Type) {
		if fact.Type.asked() != got.asked() {
			found.Add(problems.Problem(path, FactType, With("fact", Label(fact.Label)),
				With("want", Label(types.Labels(fact.Type))), With("got", Label(types.Labels(got)))))
		}
	}
	if !c.Range.IsZero() {
		mismatch("range", NumberType)
		found.Nest("range", c.Range.Validate())
	}
	for i, value := range c.OneOf {
		at := At("one_of", i)
		mismatch(at, value.Type())
		if word, ok := value.Word(); ok && len(fact.Terms) > 0 && fact.term(value).Type() == TextType {
			found.Add(problems.Problem(at, EnumUnknown, With("what", Word(c.Fact)), With("value", Quoted(word)), With("accepted", Word(accepted(fact.Terms)))))
		}
	}
	if (c.Within != Period{}) {
		mismatch("within", DateType)
		found.Nest("within", c.Within.Validate())
	}
	return found.Err()
}

// asked is the type a question on a fact of type t is about: ratios are asked
// as numbers.
func (t Type) asked() Type {
	if t == RatioType {
		return NumberType
	}
	return t
}

// Decide answers the question for one case. The reason's output is a flag, or
// no value where a fact that decides it is not stated: then neither the
// condition nor its negation holds. A fact of a type the question does not ask
// for counts as not stated. Every clause is answered, in order. The reason
// refers to the condition, which must not be changed afterwards.
func (c Condition) Decide(facts Facts, v Vocabulary) Reason { return c.decide(facts, v) }

func (c *Condition) decide(facts Facts, v Vocabulary) Reason {
	switch {
	case c.AllOf != nil:
		return c.join(ClauseAllOf, c.AllOf, false, facts, v)
	case c.AnyOf != nil:
		return c.join(ClauseAnyOf, c.AnyOf, true, facts, v)
	case c.Not != nil:
		r := problems.Reason(ClauseNot)
		part := c.Not.decide(facts, v)
		r.Parts = []Reason{part}
		if holds, stated := part.Output.Flag(); stated {
			return c.conclude(r, Flag(!holds))
		}
		return c.conclude(r, Value{})
	}
	declared, known := v[c.Fact]
	name, required := With("fact", Label(declared.Label)), With("required", Value{typ: LabelType, unit: declared.Unit, asked: c})
	if !known {
		name = With("fact", Word(c.Fact))
	}
	if len(declared.Terms) > 0 {
		required = With("required", Label(c.requiredTerms(declared)))
	}
	found, holds, stated := c.answer(facts)
	if !stated {
		return c.conclude(problems.Reason(ClauseUnstated, name, required), Value{})
	}
	return c.conclude(problems.Reason(c.clause(), name, With("found", declared.term(found)), required), Flag(holds))
}

func (c *Condition) conclude(r Reason, output Value) Reason {
	return r.Gives(Compare, output).From(c.Source, c.Status)
}

// join answers all of (decisive is false) or any of (decisive is true): one
// decisive part settles it, else an unstated part leaves it open.
func (c *Condition) join(code Code, parts []Condition, decisive bool, facts Facts, v Vocabulary) Reason {
	r := problems.Reason(code)
	r.Parts = make([]Reason, len(parts))
	settled, open := false, false
	for i := range parts {
		r.Parts[i] = parts[i].decide(facts, v)
		holds, stated := r.Parts[i].Output.Flag()
		settled = settled || stated && holds == decisive
		open = open || !stated
	}
	if open && !settled {
		return c.conclude(r, Value{})
	}
	return c.conclude(r, Flag(settled == decisive))
}

// answer answers a question on one fact. stated is false where the fact is not
// stated, or is of a type the question does not ask for.
func (c *Condition) answer(facts Facts) (found Value, holds, stated bool) {
	found, stated = facts.Fact(c.Fact)
	if !stated {
		return found, false, false
	}
	switch {
	case !c.Range.IsZero():
		switch found.typ {
		case NumberType:
			holds = c.Range.Contains(found.num)
		case RatioType:
			holds = c.Range.containsFraction(found.num, found.den)
		default:
			stated = false
		}
	case c.Within != Period{}:
		var date Date
		date, stated = found.Date()
		holds = c.Within.Contains(date)
	default:
		stated = len(c.OneOf) > 0 && c.OneOf[0].typ.asked() == found.typ.asked()
		holds = stated && slices.ContainsFunc(c.OneOf, found.Equal)
	}
	return found, holds, stated
}

// clause is the code of the question's answer.
func (c *Condition) clause() Code {
	switch {
	case c.OneOf != nil:
		return ClauseOneOf
	case c.Within != Period{}:
		return ClauseWithin
	}
	return ClauseInterval
}

// required says in words what the question asks for.
func (c *Condition) required(unit Unit) Text {
	switch c.clause() {
	case ClauseOneOf:
		return c.requiredTerms(Fact{})
	case ClauseWithin:
		return c.Within.Words()
	}
	return c.Range.WordsOf(unit)
}

// requiredTerms lists the values that are asked for, by their labels.
func (c *Condition) requiredTerms(f Fact) Text {
	var zh, en []string
	for _, value := range c.OneOf {
		value = f.term(value)
		zh = append(zh, value.In(language.Chinese))
		en = append(en, value.In(language.English))
	}
	return Text{strings.Join(zh, "、"), strings.Join(en, ", ")}
}

// Holds tells whether a decided condition holds.
func (r Reason) Holds() bool {
	holds, stated := r.Output.Flag()
	return stated && holds
}

// Unmet returns the clauses of a decided condition that must still be met, in
// order: what stands in the way, not what does not matter any more.
func (r Reason) Unmet() []Reason {
	if r.Holds() {
		return nil
	}
	if r.Code != ClauseAllOf {
		return []Reason{r}
	}
	var unmet []Reason
	for _, part := range r.Parts {
		unmet = append(unmet, part.Unmet()...)
	}
	return unmet
}
