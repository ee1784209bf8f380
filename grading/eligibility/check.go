package eligibility

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Check is what became of a yearly check (年度检查), or of the yearly report
// that stands in its place.
type Check uint8

// What may become of it.
const (
	Passed          Check = 1 + iota // 合格
	BasicallyPassed                  // 基本合格
	Failed                           // 不合格
	Missed                           // 未参加年检(未提交年报)
)

var checks = rule.NewEnum[Check]("yearly check",
	rule.Named("passed", "合格", "passed"),
	rule.Named("basically-qualified", "基本合格", "basically qualified"),
	rule.Named("failed", "不合格", "failed"),
	rule.Named("missed", "未参加", "missed"),
)

// Checks returns everything that may become of a check.
func Checks() []Check { return checks.Values() }

// Valid tells whether the check is stated.
func (c Check) Valid() bool { return checks.Valid(c) }

// String returns the stable text form.
func (c Check) String() string { return checks.Text(c) }

// Label returns the check in the reader's language.
func (c Check) Label(tag language.Tag) string { return checks.Label(c, tag) }

// Value returns the check as a fact that conditions ask for.
func (c Check) Value() rule.Value { return rule.Label(checks.Labels(c)) }

// MarshalText writes the stable text form; a check not stated is an error.
func (c Check) MarshalText() ([]byte, error) { return checks.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *Check) UnmarshalText(text []byte) error { return checks.Unmarshal(c, text) }
