package funding

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Shortage is what happens when a budget does not cover what is claimed. Awards
// are then whole rounding steps; with [Priority], [FirstCome] and [CutOff] a
// claim that is paid in full stays as it is.
type Shortage uint8

// The policies. Ties are broken by request id, and where the policy says so not
// at all.
const (
	ProRata       Shortage = 1 + iota // 按比例: in proportion to the claims, by largest remainder
	Priority                          // 按得分: whole claims from the highest score down, and what is left to the first that does not fit
	EqualCut                          // 统一下调: every claim at the same rate, the largest in ten-thousandths that the budget covers, cut to the step: equal claims receive exactly the same
	ByEqualAwards                     // 等额分配: equal amounts, nobody above the claim
	ByEqualLosses                     // 等额扣减: everybody loses the same, nobody more than the claim
	CutOff                            // 分数线: whole claims down to the lowest score at which all that score it fit; nobody below
	FirstCome                         // 先到先得: whole claims by date of application, and what is left to the first that does not fit
)

var shortages = rule.NewEnum[Shortage]("shortage policy",
	rule.Named("pro-rata", "按应补额比例分配", "pro rata to the claims"),
	rule.Named("priority", "按得分从高到低", "by score, highest first"),
	rule.Named("equal-cut", "按同一比例下调", "every claim at the same rate"),
	rule.Named("equal-awards", "等额分配,以应补额为限", "equal amounts up to the claim"),
	rule.Named("equal-losses", "等额扣减", "equal losses"),
	rule.Named("cut-off", "按分数线", "cut off at a score"),
	rule.Named("first-come", "先到先得", "first come"),
)

// Shortages returns every policy.
func Shortages() []Shortage { return shortages.Values() }

// Valid tells whether the policy is stated.
func (s Shortage) Valid() bool { return shortages.Valid(s) }

// String returns the stable text form.
func (s Shortage) String() string { return shortages.Text(s) }

// Label returns the policy in the reader's language.
func (s Shortage) Label(tag language.Tag) string { return shortages.Label(s, tag) }

// MarshalText writes the stable text form; a policy not stated is an error.
func (s Shortage) MarshalText() ([]byte, error) { return shortages.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Shortage) UnmarshalText(text []byte) error { return shortages.Unmarshal(s, text) }

// asks is what the policy needs every request to state.
func (s Shortage) asks() needs {
	return needs{score: s == Priority || s == CutOff, date: s == FirstCome}
}

// code is the code of the reason that the policy cut a claim.
func (s Shortage) code() rule.Code {
	switch s {
	case Priority:
		return CutByPriority
	case EqualCut:
		return CutEqually
	case ByEqualAwards:
		return CutToEqual
	case ByEqualLosses:
		return CutByEqual
	case CutOff:
		return CutOffLine
	case FirstCome:
		return CutFirstCome
	}
	return CutProRata
}
