package base

import (
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Rules say who may reside in a base, as what, and for how long.
type Rules struct {
	rule.Head
	Rows   []stage.Row[Standing, Act] `json:"rows"`
	Terms  []Term                     `json:"terms"`
	Answer Limit                      `json:"answer"` // to an application
	Leave  Limit                      `json:"leave"`  // after notice
}

// Term is how long a class may reside.
type Term struct {
	Class      Class `json:"class"`
	Stay       Limit `json:"stay"`
	Extensions int   `json:"extensions,omitzero"` // by as long again
	Rent       Limit `json:"rent,omitzero"`       // subsidised at most; zero for no subsidy
}

// Limit is a duration and where it stands.
type Limit struct {
	Within rule.Duration `json:"within"`
	Source rule.Source   `json:"source,omitzero"`
	Status rule.Status   `json:"status"`
}

// Facts returns what the conditions of a base may ask for. The base finds by
// itself what the registry and its own books say: registered, filed, preparing,
// months, extensions-left. The other facts come with an event.
func Facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	number := func(unit rule.Unit, zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	v := ours()
	v["review"] = number(rule.Point, "评估得分", "score of the review")
	v["grade"] = number(0, "等级(几 A)", "grade, in A")
	v["projects"] = number(rule.Item, "承接项目", "projects won")
	v["supported"] = number(rule.Organization, "所支持的组织", "organizations supported")
	v["breach"] = flag("违反入驻协议", "breach of the agreement")
	return v
}

// ours is the facts that the base finds by itself.
func ours() rule.Vocabulary {
	return rule.Vocabulary{
		"registered":      {Type: rule.FlagType, Label: rule.Words("已登记", "registered")},
		"filed":           {Type: rule.FlagType, Label: rule.Words("已备案", "filed")},
		"preparing":       {Type: rule.FlagType, Label: rule.Words("拟登记(筹备)", "in preparation")},
		"months":          {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("在本档满月数", "full months in the class")},
		"extensions-left": {Type: rule.NumberType, Unit: rule.Times, Label: rule.Words("剩余续期次数", "extensions left")},
	}
}

// Table returns the transition table of the rules, or its faults.
func (r Rules) Table() (stage.Table[Standing, Act], error) {
	return stage.New(Outside, []Standing{Graduated}, r.Rows, Facts())
}

// Validate reports every fault of the rules: those of the head and the table,
// a class without a term or with two, and limits that are no durations.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	_, err := r.Table()
	found.Nest("rows", err)
	found.Nest("answer", r.Answer.validate())
	found.Nest("leave", r.Leave.validate())
	seen := map[Class]bool{}
	for i, t := range r.Terms {
		path := rule.At("terms", i)
		if !t.Class.Valid() {
			found.Add(problems.Problem(path+".class", rule.Required))
		}
		if seen[t.Class] {
			found.Add(problems.Problem(path+".class", TermTwice, rule.With("class", rule.Label(classes.Labels(t.Class)))))
		}
		seen[t.Class] = true
		found.Nest(path+".stay", t.Stay.validate())
		if t.Extensions < 0 || t.Extensions > 20 {
			found.Add(problems.Problem(path+".extensions", Extensions, rule.With("value", rule.Int(int64(t.Extensions), 0))))
		}
		if t.Rent != (Limit{}) {
			found.Nest(path+".rent", t.Rent.validate())
		}
	}
	for _, c := range Classes() {
		if !seen[c] {
			found.Add(problems.Problem("terms", TermMissing, rule.With("class", rule.Label(classes.Labels(c)))))
		}
	}
	return found.Err()
}

func (l Limit) validate() error {
	var found rule.Problems
	found.Nest("within", l.Within.Validate())
	if !l.Status.Valid() {
		found.Add(problems.Problem("status", rule.Required))
	}
	if l.Status == rule.Published && l.Source.Title == "" {
		found.Add(problems.Problem("source.title", rule.Required))
	}
	return found.Err()
}

func (r Rules) term(c Class) Term {
	for _, t := range r.Terms {
		if t.Class == c {
			return t
		}
	}
	return Term{}
}
