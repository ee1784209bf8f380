package rule

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// Op is how the output of a reason follows from its inputs.
type Op uint8

// The operations. Inputs of arithmetic are taken in their order.
const (
	Given      Op = 1 + iota // the output is what it is: a record, a lookup
	Sum                      // a + b + c
	Difference               // a − b − c
	Product                  // a × b × c, exact
	Least                    // the smallest of the inputs
	Greatest                 // the largest of the inputs
	Prorate                  // a × b ÷ c, then rounded: inputs a, b, c, step; Mode says how
	Compare                  // whether the requirement is met
	Allot                    // a share of the first input, by largest remainder among all
)

var ops = NewEnum[Op]("operation",
	Named("given", "采用", "given"),
	Named("sum", "相加", "sum"),
	Named("difference", "相减", "difference"),
	Named("product", "相乘", "product"),
	Named("least", "取小", "least"),
	Named("greatest", "取大", "greatest"),
	Named("prorate", "折算", "prorated"),
	Named("compare", "核对", "compared"),
	Named("allot", "分摊", "allotted"),
)

// Ops returns every operation.
func Ops() []Op { return ops.Values() }

// Valid tells whether the operation is stated.
func (o Op) Valid() bool { return ops.Valid(o) }

// String returns the stable text form.
func (o Op) String() string { return ops.Text(o) }

// Label returns the operation in the reader's language.
func (o Op) Label(tag language.Tag) string { return ops.Label(o, tag) }

// MarshalText writes the stable text form; an operation not stated is an error.
func (o Op) MarshalText() ([]byte, error) { return ops.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Op) UnmarshalText(text []byte) error { return ops.Unmarshal(o, text) }

// Reason is one step of an outcome: the rule that fired, the numbers it saw,
// what came of them, and the clause it rests on.
type Reason struct {
	Code   Code     // stable
	Inputs []Input  // what the rule saw
	Op     Op       // how the output follows
	Mode   Mode     // how a prorated output was rounded
	Output Value    // what came of it
	Source Source   // the clause
	Status Status   // illustrative where the rule's figures are ours
	Parts  []Reason // the steps this one joins

	text Text
}

// Gives returns the reason with its operation and output.
func (r Reason) Gives(op Op, output Value) Reason {
	r.Op, r.Output = op, output
	return r
}

// From returns the reason with its source and the status of the rule.
func (r Reason) From(source Source, status Status) Reason {
	r.Source, r.Status = source, status
	return r
}

// In returns the step in one line of the reader's language, without its
// output: "75 ≤ 89.6 < 90", or the sentence of its code.
func (r Reason) In(tag language.Tag) string {
	return cmp.Or(fill(r.text.In(tag), tag, r.named()), string(r.Code))
}

// named is what the sentence may name: the inputs and, of a prorated step, the
// quotient before it was rounded ({exact}) and how it was rounded ({rounding}).
func (r Reason) named() []Input {
	if r.Op != Prorate || len(r.Inputs) != 4 {
		return r.Inputs
	}
	a, ok1 := r.Inputs[0].Value.Number()
	b, ok2 := r.Inputs[1].Value.Number()
	c, ok3 := r.Inputs[2].Value.Number()
	if !ok1 || !ok2 || !ok3 || c.IsZero() {
		return r.Inputs
	}
	return append(slices.Clone(r.Inputs),
		With("exact", Ratio(a.Mul(b), c, 0)), With("rounding", Label(modes.Labels(r.Mode))))
}

// Basis returns what the step rests on in the reader's language: its clause,
// its rounding unless the sentence says it, and a mark where the figures are
// illustrative.
func (r Reason) Basis(tag language.Tag) string {
	zh := Chinese(tag)
	basis := r.Source.In(tag)
	if r.Mode.Valid() && !strings.Contains(r.text.ZH, "{rounding}") {
		rounding := r.Mode.Label(tag)
		if r.Op == Prorate && len(r.Inputs) == 4 {
			rounding += Text{"到 ", " to "}.In(tag) + r.Inputs[3].Value.In(tag)
		}
		switch {
		case basis == "":
			basis = rounding
		case zh:
			basis += "," + rounding
		default:
			basis += ", " + rounding
		}
	}
	if r.Status != Illustrative {
		return basis
	}
	mark := r.Status.Label(tag)
	switch {
	case basis == "":
		return mark
	case zh:
		return basis + "(" + mark + ")"
	}
	return basis + " (" + mark + ")"
}

// Replay computes the output again from the inputs; labels among them say what
// the numbers are of. ok is false where the operation is not arithmetic or
// another input is no number.
func (r Reason) Replay() (out Value, ok bool) {
	numbers := make([]decimal.Decimal, 0, len(r.Inputs))
	for _, input := range r.Inputs {
		switch n, isNumber := input.Value.Number(); {
		case isNumber:
			numbers = append(numbers, n)
		case input.Value.Type() != LabelType:
			return Value{}, false
		}
	}
	if len(numbers) == 0 {
		return Value{}, false
	}
	total := numbers[0]
	switch r.Op {
	case Sum:
		for _, n := range numbers[1:] {
			total = total.Add(n)
		}
	case Difference:
		for _, n := range numbers[1:] {
			total = total.Sub(n)
		}
	case Product:
		for _, n := range numbers[1:] {
			total = total.Mul(n)
		}
	case Least:
		total = decimal.Min(total, numbers[1:]...)
	case Greatest:
		total = decimal.Max(total, numbers[1:]...)
	case Prorate:
		if len(numbers) != 4 || numbers[2].IsZero() || numbers[3].Sign() <= 0 || !r.Mode.Valid() {
			return Value{}, false
		}
		total = Rounding{r.Mode, numbers[3]}.Quotient(total.Mul(numbers[1]), numbers[2])
	default:
		return Value{}, false
	}
	return Num(total, r.Output.Unit()), true
}

// MarshalJSON writes code, inputs, operation, output, source, status, parts
// and the sentence in both languages.
func (r Reason) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code   Code     `json:"code"`
		Inputs inputs   `json:"inputs"`
		Op     Op       `json:"op,omitzero"`
		Mode   Mode     `json:"rounding,omitzero"`
		Output Value    `json:"output,omitzero"`
		Source Source   `json:"source,omitzero"`
		Status Status   `json:"status,omitzero"`
		Parts  []Reason `json:"parts,omitempty"`
		Text   Text     `json:"text"`
	}{
		r.Code, r.Inputs, r.Op, r.Mode, r.Output, r.Source, r.Status, r.Parts,
		Text{r.In(language.Chinese), r.In(language.English)},
	})
}
