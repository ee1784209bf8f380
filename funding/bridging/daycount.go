package bridging

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// DayCount says how the days of a loan are counted (计息天数).
type DayCount uint8

// The two counts.
const (
	FirstNotLast DayCount = 1 + iota // 算头不算尾: lent on the 1st, repaid on the 8th: 7 days
	BothEnds                         // 首尾均计: the same loan: 8 days
)

var dayCounts = rule.NewEnum[DayCount]("day count",
	rule.Named("first-not-last", "算头不算尾", "the first day and not the last"),
	rule.Named("both-ends", "首尾均计", "the first day and the last"),
)

// DayCounts returns every count.
func DayCounts() []DayCount { return dayCounts.Values() }

// Valid tells whether the count is stated.
func (c DayCount) Valid() bool { return dayCounts.Valid(c) }

// String returns the stable text form.
func (c DayCount) String() string { return dayCounts.Text(c) }

// Label returns the count in the reader's language.
func (c DayCount) Label(tag language.Tag) string { return dayCounts.Label(c, tag) }

// MarshalText writes the stable text form; a count not stated is an error.
func (c DayCount) MarshalText() ([]byte, error) { return dayCounts.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *DayCount) UnmarshalText(text []byte) error { return dayCounts.Unmarshal(c, text) }

// charged returns the days charged for a loan repaid so many days after it was
// made.
func (c DayCount) charged(days int) int {
	if c == BothEnds {
		return days + 1
	}
	return days
}
