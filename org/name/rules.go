package name

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are what a published regulation asks of the names of some legal forms.
type Rules struct {
	rule.Head
	Kinds    []org.Kind `json:"kinds"`    // whose names they govern
	National []string   `json:"national"` // words of the nation, such as 中国
	Clauses  []Clause   `json:"clauses"`
}

// Clause asks Needs of names for which When holds; a zero When is all names.
// Both are conditions on the facts of [Facts].
type Clause struct {
	When  rule.Condition `json:"when,omitzero"`
	Needs rule.Condition `json:"needs"`
}

// The facts of a name that clauses may ask for.
const (
	LegalForm     = "kind"           // text form of the legal form
	Nationwide    = "nationwide"     // registered by the ministry
	Public        = "public"         // a foundation that raises money from the public
	NationalWord  = "national-word"  // begins with a word of the nation
	HasDivision   = "division"       // begins with a division
	DistrictAlone = "district-alone" // begins with a city's district without the city
	TradeLength   = "trade-length"   // characters of the trade name
	HasField      = "field"          // a field was found
	HasForm       = "has-form"       // ends with a word for its form
	FormWord      = "form"           // that word
	FormKind      = "form-kind"      // the legal form of that word, or none
	GrandForm     = "grand-form"     // the form says 总
	Taken         = "taken"          // another of the field and form has it
)

// Facts returns the facts that clauses may ask for.
func Facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		LegalForm:     {Type: rule.TextType, Label: rule.Words("法律形式", "legal form"), Terms: rule.Terms(org.Kinds())},
		Nationwide:    flag("民政部登记(全国性)", "registered by the ministry (nationwide)"),
		Public:        flag("公募", "raises money from the public"),
		NationalWord:  flag("冠以“中国”“全国”“中华”等字样", "begins with a word of the nation"),
		HasDivision:   flag("冠以行政区划名称", "begins with a division"),
		DistrictAlone: flag("单独冠以市辖区名称", "begins with a city's district alone"),
		TradeLength:   {Type: rule.NumberType, Label: rule.Words("字号字数", "characters of the trade name")},
		HasField:      flag("标明行(事)业或业务领域", "states its field"),
		HasForm:       flag("标明组织形式", "states its form"),
		FormWord:      {Type: rule.TextType, Label: rule.Words("组织形式", "form")},
		FormKind:      {Type: rule.TextType, Label: rule.Words("组织形式所属类型", "legal form the word belongs to"), Terms: rule.Terms(org.Kinds())},
		GrandForm:     flag("组织形式含“总”字", "the form says 总"),
		Taken:         flag("与同一登记管理机关同领域同形式的名称相同", "taken at the authority, in the field and form"),
	}
}

// Validate reports every fault of the rules: in the head, no legal form, no
// clause, and conditions that do not fit [Facts].
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Kinds) == 0 {
		found.Add(problems.Problem("kinds", rule.Required))
	}
	for i, k := range r.Kinds {
		if !k.Valid() {
			found.Add(problems.Problem("kinds["+strconv.Itoa(i)+"]", rule.Required))
		}
	}
	if len(r.Clauses) == 0 {
		found.Add(problems.Problem("clauses", rule.Required))
	}
	for i, c := range r.Clauses {
		at := "clauses[" + strconv.Itoa(i) + "]"
		if !c.When.IsZero() {
			found.Nest(at+".when", c.When.Validate(Facts()))
		}
		found.Nest(at+".needs", c.Needs.Validate(Facts()))
	}
	return found.Err()
}

// Proposed is a name someone wants to register.
type Proposed struct {
	Name       string   `json:"name"`
	Kind       org.Kind `json:"kind"`
	Nationwide bool     `json:"nationwide,omitzero"`
	Public     bool     `json:"public,omitzero"`
	Taken      *bool    `json:"taken,omitempty"` // nil: nobody has looked
}

// Verdict says what a name is made of and which clauses it meets.
type Verdict struct {
	Rules rule.Head
	Parts Parts
	Steps []rule.Reason // every clause that asks something of it, in order
	name  string
}

// Met tells whether the name breaks no clause.
func (v Verdict) Met() bool { return len(v.Unmet()) == 0 }

// Unmet returns what stands in the name's way, in order.
func (v Verdict) Unmet() []rule.Reason {
	var unmet []rule.Reason
	for _, step := range v.Steps {
		unmet = append(unmet, step.Unmet()...)
	}
	return unmet
}

// Page explains the verdict.
func (v Verdict) Page() rule.Page {
	var divisions strings.Builder
	for _, d := range v.Parts.Divisions {
		divisions.WriteString(d.Name)
	}
	line := func(zh, en, value string) rule.Line {
		l := rule.Line{Label: rule.Words(zh, en)}
		if value != "" {
			l.Value = rule.Word(value)
		}
		return l
	}
	return rule.Page{
		Title: rule.Words("名称核查", "Check of a name"),
		Rule:  v.Rules,
		Lines: []rule.Line{
			line("名称", "Name", v.name), line("行政区划", "Division", divisions.String()), line("字号", "Trade name", v.Parts.Trade),
			line("行(事)业领域", "Field", v.Parts.Field), line("组织形式", "Form", v.Parts.Form.Word),
			{Label: rule.Words("结论", "Result"), Value: rule.Label(result(v.Met()))},
		},
		Steps: v.Steps,
	}
}

func result(met bool) rule.Text {
	if met {
		return rule.Words("符合", "meets the rules")
	}
	return rule.Words("不符合", "breaks the rules")
}

// Check takes a name apart and asks every clause of it. Rules that are not for
// its legal form are a [rule.Problem] with code [KindInvalid].
func (r Rules) Check(s Splitter, p Proposed) (Verdict, error) {
	var found rule.Problems
	found.Nest("", r.Validate())
	if p.Name == "" {
		found.Add(problems.Problem("name", rule.Required))
	}
	governed := false
	for _, k := range r.Kinds {
		governed = governed || k == p.Kind
	}
	if !governed {
		found.Add(problems.Problem("kind", KindInvalid, rule.With("kind", label(p.Kind))))
	}
	if len(found) > 0 {
		return Verdict{}, found.Err()
	}
	v := Verdict{Rules: r.Head, Parts: s.Split(p.Name), name: p.Name}
	facts, vocabulary := r.facts(v.Parts, p), Facts()
	for i := range r.Clauses {
		c := &r.Clauses[i]
		if !c.When.IsZero() {
			if holds, _ := c.When.Holds(facts); !holds {
				continue
			}
		}
		v.Steps = append(v.Steps, c.Needs.Decide(facts, vocabulary))
	}
	return v, nil
}

func (r Rules) facts(parts Parts, p Proposed) rule.FactMap {
	national := false
	for _, word := range r.National {
		national = national || strings.HasPrefix(Fold(p.Name), Fold(word))
	}
	alone := len(parts.Divisions) > 0 && parts.Divisions[0].Level == org.District && strings.HasSuffix(parts.Divisions[0].Name, "区")
	facts := rule.FactMap{
		LegalForm: rule.Word(p.Kind.String()), Nationwide: rule.Flag(p.Nationwide), Public: rule.Flag(p.Public),
		NationalWord: rule.Flag(national), HasDivision: rule.Flag(len(parts.Divisions) > 0), DistrictAlone: rule.Flag(alone),
		TradeLength: rule.Int(int64(utf8.RuneCountInString(parts.Trade)), 0), HasField: rule.Flag(parts.Field != ""),
		HasForm: rule.Flag(parts.Form.Word != ""), GrandForm: rule.Flag(strings.Contains(parts.Form.Word, "总")),
	}
	if parts.Form.Word != "" {
		facts[FormWord] = rule.Word(parts.Form.Word)
	}
	if parts.Form.Kind != 0 {
		facts[FormKind] = rule.Word(parts.Form.Kind.String())
	}
	if p.Taken != nil {
		facts[Taken] = rule.Flag(*p.Taken)
	}
	return facts
}

func label(k org.Kind) rule.Value {
	return rule.Label(rule.Words(k.Label(language.Chinese), k.Label(language.English)))
}
