package award

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Plan is what is paid when a grade is given (等级奖励).
type Plan struct {
	rule.Head
	First   []Amount      `json:"first"`             // for the first grade that earns anything, best first
	Raised  Raise         `json:"raised"`            // what a grade better than all before earns
	Raising grading.Basis `json:"raising,omitzero"`  // the clause that says so
	Renewed []Amount      `json:"renewed,omitempty"` // 续评奖励: for a grade given anew that is no better; none: nothing
	Renewal grading.Basis `json:"renewal,omitzero"`  // the clause that says so
}

// Amount is what a grade earns.
type Amount struct {
	Grade  string        `json:"grade"`
	Label  rule.Text     `json:"label"`
	Amount funding.Money `json:"amount"`
}

// Raise is what a grade earns that is better than every one before.
type Raise uint8

// What it may earn.
const (
	Difference Raise = 1 + iota // 补差额: its amount less that of the best before
	Whole                       // 全额
	Nothing                     // 不再奖励
)

var raises = rule.NewEnum[Raise]("award on raising",
	rule.Named("difference", "补差额", "the difference"),
	rule.Named("whole", "全额", "the whole amount"),
	rule.Named("nothing", "不再奖励", "nothing more"),
)

// Validate reports every fault of the plan: what the head lacks, no amount,
// grades without id or label or twice, amounts not above zero, a better grade
// that earns less, no word on raising, renewals of grades that earn nothing.
func (p Plan) Validate() error {
	var found rule.Problems
	found.Nest("", p.Head.Validate())
	if len(p.First) == 0 {
		found.Add(problems.Problem("first", rule.Required))
	}
	if !p.Raised.Valid() {
		found.Add(problems.Problem("raised", rule.Required))
	}
	check := func(list string, amounts []Amount) {
		first := map[string]int{}
		for i, a := range amounts {
			at := list + "[" + strconv.Itoa(i) + "]"
			if a.Grade == "" {
				found.Add(problems.Problem(at+".grade", rule.Required))
			} else if j, again := first[a.Grade]; again {
				found.Add(problems.Problem(at+".grade", GradeTwice, rule.With("grade", rule.Quoted(a.Grade)), rule.With("first", rule.Int(int64(j), 0))))
			}
			first[a.Grade] = i
			if a.Label.ZH == "" || a.Label.EN == "" {
				found.Add(problems.Problem(at+".label", rule.Required))
			}
			if a.Amount.Sign() <= 0 {
				found.Add(problems.Problem(at+".amount", AmountNotPositive, rule.With("amount", a.Amount.Value())))
			} else if i > 0 && amounts[i-1].Amount.Fen() < a.Amount.Fen() {
				found.Add(problems.Problem(at+".amount", BetterEarnsLess, rule.With("amount", a.Amount.Value()), rule.With("better", amounts[i-1].Amount.Value())))
			}
		}
	}
	check("first", p.First)
	check("renewed", p.Renewed)
	for i, a := range p.Renewed {
		if _, ok := rank(p.First, a.Grade); !ok && a.Grade != "" {
			found.Add(problems.Problem("renewed["+strconv.Itoa(i)+"].grade", RenewsNothing, rule.With("grade", rule.Quoted(a.Grade))))
		}
	}
	return found.Err()
}

// rank returns the place of a grade, best first.
func rank(amounts []Amount, grade string) (int, bool) {
	for i, a := range amounts {
		if a.Grade == grade {
			return i, true
		}
	}
	return 0, false
}

// Raises returns everything a better grade may earn.
func Raises() []Raise { return raises.Values() }

// Valid tells whether the rule is stated.
func (r Raise) Valid() bool { return raises.Valid(r) }

// String returns the stable text form.
func (r Raise) String() string { return raises.Text(r) }

// Label returns the rule in the reader's language.
func (r Raise) Label(tag language.Tag) string { return raises.Label(r, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (r Raise) MarshalText() ([]byte, error) { return raises.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Raise) UnmarshalText(text []byte) error { return raises.Unmarshal(r, text) }
