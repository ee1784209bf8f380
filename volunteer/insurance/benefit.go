package insurance

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is what a benefit is paid for.
type Kind uint8

// The kinds of benefits.
const (
	Accident    Kind = 1 + iota // 意外身故、伤残: the degree's share of the sum
	SuddenDeath                 // 猝死: the sum
	Medical                     // 医疗费用: the cost itself
	Hospital                    // 住院津贴: so much a day
	ThirdParty                  // 第三者责任: the damage itself
)

var kinds = rule.NewEnum[Kind]("benefit",
	rule.Named("accident", "意外身故、伤残", "accidental death or disability"),
	rule.Named("sudden-death", "猝死", "sudden death"),
	rule.Named("medical", "医疗费用", "medical expenses"),
	rule.Named("hospital", "住院津贴", "hospital allowance"),
	rule.Named("third-party", "第三者责任", "third-party liability"),
)

// Kinds returns every kind.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// indemnifies tells whether the kind makes good a loss, so that all policies
// together pay no more than the loss.
func (k Kind) indemnifies() bool { return k == Medical || k == ThirdParty }

// Benefit is what is paid to one insured head.
type Benefit struct {
	Kind       Kind            `json:"kind"`
	Most       funding.Money   `json:"most,omitzero"`       // in all for one head; for Hospital zero is no limit
	Each       funding.Money   `json:"each,omitzero"`       // most for one claim; zero for no limit of its own
	Deductible funding.Money   `json:"deductible,omitzero"` // of each claim, for losses
	Share      decimal.Decimal `json:"share,omitzero"`      // of the rest that is paid; zero for all of it
	Daily      funding.Money   `json:"daily,omitzero"`      // for Hospital
}

// Limit is the most that a policy pays for one kind to all heads together.
type Limit struct {
	Kind Kind          `json:"kind"`
	Most funding.Money `json:"most"`
}

func validateBenefits(benefits []Benefit) error {
	var found rule.Problems
	seen := map[Kind]bool{}
	for i, b := range benefits {
		at := rule.At("benefits", i)
		found.Add(kindFault(at, b.Kind, seen))
		found.Add(negative(at+".most", b.Most), negative(at+".each", b.Each),
			negative(at+".deductible", b.Deductible), negative(at+".daily", b.Daily))
		if b.Share.Sign() < 0 || b.Share.GreaterThan(decimal.NewFromInt(1)) {
			found.Add(problems.Problem(at+".share", ShareRange, rule.With("value", rule.Num(b.Share, 0))))
		}
		if (b.Kind == Hospital) != (b.Daily.Sign() > 0) {
			found.Add(problems.Problem(at+".daily", DailyHospital))
		}
		if b.Kind != Hospital && b.Most.Sign() == 0 {
			found.Add(problems.Problem(at+".most", rule.Required))
		}
	}
	return found.Err()
}

func validateLimits(limits []Limit) error {
	var found rule.Problems
	seen := map[Kind]bool{}
	for i, l := range limits {
		at := rule.At("limits", i)
		found.Add(kindFault(at, l.Kind, seen), negative(at+".most", l.Most))
	}
	return found.Err()
}

func kindFault(at string, kind Kind, seen map[Kind]bool) *rule.Problem {
	if !kind.Valid() {
		return problems.Problem(at+".kind", rule.Required)
	}
	again := seen[kind]
	seen[kind] = true
	if again {
		return problems.Problem(at+".kind", KindTwice, rule.With("kind", kindLabel(kind)))
	}
	return nil
}

func kindLabel(k Kind) rule.Value { return rule.Label(kinds.Labels(k)) }
