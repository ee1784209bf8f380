package regime

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Application asks for an organization to be registered or filed, or for a
// registered one to be recognized or permitted something. What it states is in
// Facts; what it does not state counts as not known, and no condition on it is
// met. But where it states individual or unit members and not the other, there
// are none of the other, and it is for its territory and not the nation unless
// it says so.
type Application struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	On        rule.Date     `json:"on"`            // day on which all papers were received
	Kind      org.Kind      `json:"kind,omitzero"` // legal form applied for; none where only filing is asked for
	Territory org.Territory `json:"territory"`     // where it works
	Sector    org.Sector    `json:"sector,omitzero"`
	Scopes    []string      `json:"scopes,omitempty"` // scope of work (业务范围); none: as its name says
	Facts     rule.FactMap  `json:"facts"`
}

// validate reports what makes the application no question: missing fields,
// facts that nobody asks for, that are of another type, negative or computed.
func (a Application) validate(known rule.Vocabulary) error {
	var found rule.Problems
	required := func(path string, missing bool) {
		if missing {
			found.Add(problems.Problem(path, rule.Required))
		}
	}
	required("id", a.ID == "")
	required("name", a.Name == "")
	required("on", a.On.IsZero())
	required("territory", a.Territory.IsZero())
	required("kind", a.Kind != 0 && !a.Kind.Valid())
	required("sector", a.Sector != 0 && !a.Sector.Valid())
	for _, name := range slices.Sorted(maps.Keys(a.Facts)) {
		at, value := "facts."+name, a.Facts[name]
		fact, ok := known[name]
		switch {
		case !ok:
			found.Add(problems.Problem(at, rule.FactUnknown, rule.With("fact", rule.Quoted(name))))
		case computed(name):
			found.Add(problems.Problem(at, FactComputed, rule.With("fact", label(fact.Label))))
		case value.Type() != fact.Type && (value.Type() != rule.RatioType || fact.Type != rule.NumberType):
			found.Add(problems.Problem(at, rule.FactType, rule.With("fact", label(fact.Label)),
				rule.With("want", typed(fact.Type)), rule.With("got", typed(value.Type()))))
		default:
			if num, den, ok := value.Fraction(); ok && num.Sign()*den.Sign() < 0 {
				found.Add(problems.Problem(at, FactNegative, rule.With("fact", label(fact.Label)), rule.With("value", value)))
			}
		}
	}
	return found.Err()
}

func typed(t rule.Type) rule.Value {
	return label(rule.Words(t.Label(language.Chinese), t.Label(language.English)))
}

// known is what is known of an application: what it states and what is
// computed.
type known struct {
	a       *Application
	similar int // organizations of the same scope; below zero: nobody has looked
}

// Fact returns a fact of the application.
func (k known) Fact(name string) (rule.Value, bool) {
	switch name {
	case Kind:
		return rule.Word(k.a.Kind.String()), k.a.Kind != 0
	case Level:
		return rule.Word(k.a.Territory.Level().String()), true
	case On:
		return rule.On(k.a.On), true
	case Persons, Units, Members:
		persons, ok1 := k.number(Persons)
		units, ok2 := k.number(Units)
		value := rule.Num(persons.Add(units), 0)
		switch name {
		case Persons:
			value = rule.Num(persons, rule.Person)
		case Units:
			value = rule.Num(units, rule.Organization)
		}
		return value, ok1 || ok2
	case Nationwide:
		if k.a.Facts[Nationwide].IsZero() {
			return rule.Flag(false), true
		}
	case SameScope:
		return rule.Int(int64(k.similar), rule.Organization), k.similar >= 0
	case PaidBoardOver:
		return k.paidBoardOver()
	case MonthsPrepared:
		return k.months(PreparedOn, true)
	case MonthsRegistered:
		return k.months(RegisteredOn, false)
	}
	v, ok := k.a.Facts[name]
	return v, ok && !v.IsZero()
}

func (k known) number(name string) (decimal.Decimal, bool) {
	v, ok := k.a.Facts[name]
	if !ok {
		return decimal.Decimal{}, false
	}
	return v.Number()
}

// paidBoardOver is how many paid members of the board are more than a third of
// it.
func (k known) paidBoardOver() (rule.Value, bool) {
	board, ok1 := k.number(Board)
	paid, ok2 := k.number(PaidBoard)
	third, _ := board.QuoRem(decimal.NewFromInt(3), 0)
	return rule.Num(decimal.Max(decimal.Decimal{}, paid.Sub(third)), rule.Person), ok1 && ok2
}

// months is the months from a stated day to the day of the application: those
// that are full or, with begun, that have begun. A month is full on the day of
// the same number, or on the month's last day where there is none (Civil Code,
// art. 202); that day still belongs to it.
func (k known) months(since string, begun bool) (rule.Value, bool) {
	from, ok := k.a.Facts[since].Date()
	if !ok || k.a.On.Before(from) {
		return rule.Value{}, false
	}
	n := 12*(k.a.On.Year()-from.Year()) + k.a.On.Month() - from.Month()
	switch full := from.AddMonths(n); {
	case k.a.On.Before(full) && !begun:
		n--
	case full.Before(k.a.On) && begun:
		n++
	}
	return rule.Int(int64(n), rule.MonthUnit), true
}
