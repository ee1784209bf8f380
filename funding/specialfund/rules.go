package specialfund

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are what a fund is kept by.
type Rules struct {
	rule.Head
	Growth rule.Interval `json:"growth,omitzero"` // where the growth of a year's appropriation over the year before must lie; above zero if not stated
	Carry  *int          `json:"carry,omitempty"` // years for which money may be carried over after its own; nil for no limit
}

// Validate reports every fault of the rules: those of the head, a growth that
// no number meets, a negative number of years.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	found.Nest("growth", r.Growth.Validate())
	if r.Carry != nil && *r.Carry < 0 {
		found.Add(problems.Problem("carry", CarryNegative, rule.With("years", rule.Int(int64(*r.Carry), rule.YearUnit))))
	}
	return found.Err()
}

// growth is the condition on a year's growth.
func (r Rules) growth() rule.Condition {
	in := r.Growth
	if in.IsZero() {
		in = rule.Above(rule.Dec("0"))
	}
	return rule.InRange("growth", in).From(r.Source, r.Status)
}

// runsOut tells whether money of a year may not be carried beyond another.
func (r Rules) runsOut(money, year int) bool { return r.Carry != nil && money+*r.Carry <= year }

// Zhenhai returns the rules of Zhenhai's special fund as the source document
// tells them: the appropriation rises year by year. It says nothing of carrying
// over, so that no limit is set.
func Zhenhai() Rules {
	return Rules{
		Head: rule.Head{
			ID: "special-fund.zhenhai", Title: rule.Words("镇海区社会组织专项资金", "Zhenhai's special fund for social organizations"),
			Source: rule.Source{
				Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
				Issuer: "浙江省民政厅网站",
				Date:   rule.Day(2015, 4, 21),
			},
			Status: rule.Published,
		},
		Growth: rule.Above(rule.Dec("0")),
	}
}

// Illustrative returns the rules of [Zhenhai] with a limit of ours: money may be
// carried over for two years after its own.
func Illustrative() Rules {
	r := Zhenhai()
	r.Head = rule.Head{
		ID: "special-fund.illustrative", Title: rule.Words("社会组织专项资金(结转年限为示例)", "A special fund for social organizations (carry-over illustrative)"),
		Status: rule.Illustrative,
	}
	r.Carry = new(2)
	return r
}

// Event is one thing that happened to a fund on one day.
type Event struct {
	Number     int           `json:"number"` // 1, 2, 3: its place in the fund's history
	Date       rule.Date     `json:"date"`
	Kind       Kind          `json:"kind"`
	Use        Use           `json:"use,omitzero"`        // of an appropriation, a move, a commitment
	To         Use           `json:"to,omitzero"`         // where money is moved
	Commitment string        `json:"commitment,omitzero"` // which is made, paid, released or refunded
	Party      string        `json:"party,omitzero"`      // to whom a commitment is made
	Amount     funding.Money `json:"amount,omitzero"`     // above zero; not stated for a closing
}

// Record is a fund's rules and history, as kept in a file.
type Record struct {
	Rules  Rules   `json:"rules"`
	Events []Event `json:"events"`
}

const recordSchema = "special-fund/1"

// Encode writes a record as an indented JSON document, {"schema":
// "special-fund/1", "data": …}.
func Encode(r Record) ([]byte, error) { return rule.Encode(recordSchema, r) }

// Decode reads a document that [Encode] wrote, strictly. The history is checked
// when it is folded: [Record.Fold].
func Decode(data []byte) (Record, error) {
	var r Record
	if err := rule.DecodeAs(recordSchema, data, &r); err != nil {
		return Record{}, err
	}
	return r, nil
}
