package charity

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Zero is one of the three zeros a platform promises: 资源对接“零障碍”、公益创业
// “零风险”、公众参与“零门槛”.
type Zero uint8

// The three zeros, each a check that can fail.
const (
	ZeroObstacle  Zero = 1 + iota // 零障碍: every open need has an offer that can meet it
	ZeroRisk                      // 零风险: no founder bears a loss of a failed project
	ZeroThreshold                 // 零门槛: every need has a part for anybody to play
)

var zeros = rule.NewEnum[Zero]("zero",
	rule.Named("obstacle", "资源对接“零障碍”", "zero obstacle"),
	rule.Named("risk", "公益创业“零风险”", "zero risk"),
	rule.Named("threshold", "公众参与“零门槛”", "zero threshold"),
)

// Zeros returns all three.
func Zeros() []Zero { return zeros.Values() }

// Valid tells whether the zero is stated.
func (z Zero) Valid() bool { return zeros.Valid(z) }

// String returns the stable text form.
func (z Zero) String() string { return zeros.Text(z) }

// Label returns the zero in the reader's language.
func (z Zero) Label(tag language.Tag) string { return zeros.Label(z, tag) }

// MarshalText writes the stable text form; a zero not stated is an error.
func (z Zero) MarshalText() ([]byte, error) { return zeros.Marshal(z) }

// UnmarshalText reads the stable text form; anything else is an error.
func (z *Zero) UnmarshalText(text []byte) error { return zeros.Unmarshal(z, text) }

// Definition says what the zero means here. The source document gives only the
// names; the definitions are ours.
func (z Zero) Definition() rule.Text {
	switch z {
	case ZeroObstacle:
		return rule.Words("每一项未满足的需求都有可行的供给,否则指明缺什么", "every open need has a feasible offer, or what is missing is named")
	case ZeroRisk:
		return rule.Words("失败项目承担的每一元都有出处,发起人不受损失", "every committed yuan of a failed project is covered by a source, and no founder bears a loss")
	case ZeroThreshold:
		return rule.Words("每一项需求都有无需技能、资金、会员身份即可参与的角色", "every need has a role open to a person without skill, money or membership")
	}
	return rule.Text{}
}

// Check is a zero looked into ([Risk] here; the other two, and all three
// together, by package charity/platform): how many subjects were looked at, how many keep
// it, and what breaks it.
type Check struct {
	Zero     Zero          `json:"zero"`
	Subjects int           `json:"subjects"`
	Kept     int           `json:"kept"`
	Breaks   []rule.Reason `json:"breaks"` // each names its subject and what is missing
}

// Holds tells whether nothing breaks it.
func (c Check) Holds() bool { return len(c.Breaks) == 0 }

// Measure returns the part of the subjects that keeps it, exact; no value if
// there is none.
func (c Check) Measure() rule.Value { return ratio(int64(c.Kept), int64(c.Subjects), rule.Percent) }

// Risk looks into zero risk on a day. The subjects are the projects that failed
// or were withdrawn, settled or not. One breaks it where it owes more than the
// money it holds and nobody has covered the rest ([Uncovered]), or where its
// founder's own money was spent on it or covered its debts ([FounderPaid]).
func Risk(projects []*Project, on rule.Date) Check {
	c := Check{Zero: ZeroRisk, Breaks: []rule.Reason{}}
	sorted := slices.Clone(projects)
	slices.SortFunc(sorted, func(a, b *Project) int { return cmp.Compare(a.founding.ID, b.founding.ID) })
	for _, p := range sorted {
		then := p.At(on)
		if then == nil {
			continue
		}
		switch then.stage {
		case Failing, Withdrawing, Failed, Withdrawn:
		default:
			continue
		}
		c.Subjects++
		breaks := then.risks()
		if len(breaks) == 0 {
			c.Kept++
		}
		c.Breaks = append(c.Breaks, breaks...)
	}
	return c
}

func (p *Project) risks() []rule.Reason {
	var out []rule.Reason
	named := func(code rule.Code, fen int64) {
		amount := funding.Fen(fen).Value()
		out = append(out, problems.Reason(code, rule.With("project", rule.Word(p.founding.ID)),
			rule.With("founder", rule.Word(p.founding.Founder)), rule.With("amount", amount)).Gives(rule.Given, amount))
	}
	if short := -p.free(); short > 0 {
		named(Uncovered, short)
	}
	if paid := p.founderPaid(); paid > 0 {
		named(FounderPaid, paid)
	}
	return out
}

// founderPaid is what was spent of the founder's own money, in fen.
func (p *Project) founderPaid() int64 {
	paid := int64(0)
	for e := range p.book.Journal {
		if e.Debit.Party == p.founding.Founder && e.Credit.Kind == Reserved && e.Debit.Kind != Payables {
			paid += e.Amount.Fen()
		}
	}
	return paid
}
