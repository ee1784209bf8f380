package due

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Occasion is what a term begins with.
type Occasion uint8

// The occasions.
const (
	Certified  Occasion = 1 + iota // the certificate is received
	Changed                        // the competent unit agrees to a change of what is registered
	Liquidated                     // the liquidation ends
	YearEnded                      // 31 December
)

var occasions = rule.NewEnum[Occasion]("occasion",
	rule.Named("certified", "取得登记证书", "certificate received"),
	rule.Named("changed", "登记事项变更经同意", "change agreed to"),
	rule.Named("liquidated", "清算结束", "liquidation ended"),
	rule.Named("year-ended", "年度结束", "year ended"),
)

// Occasions returns every occasion.
func Occasions() []Occasion { return occasions.Values() }

// Valid tells whether the occasion is stated.
func (o Occasion) Valid() bool { return occasions.Valid(o) }

// String returns the stable text form.
func (o Occasion) String() string { return occasions.Text(o) }

// Label returns the occasion in the reader's language.
func (o Occasion) Label(tag language.Tag) string { return occasions.Label(o, tag) }

// MarshalText writes the stable text form; an occasion not stated is an error.
func (o Occasion) MarshalText() ([]byte, error) { return occasions.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Occasion) UnmarshalText(text []byte) error { return occasions.Unmarshal(o, text) }

// Standing is how a duty stands on a day.
type Standing uint8

// The standings.
const (
	InTime  Standing = 1 + iota // done by the last day
	Late                        // done after it
	Open                        // not done, the last day is not over
	Overdue                     // not done, and it is
)

var standings = rule.NewEnum[Standing]("standing",
	rule.Named("in-time", "按期完成", "in time"),
	rule.Named("late", "逾期完成", "late"),
	rule.Named("open", "未到期", "open"),
	rule.Named("overdue", "逾期未办", "overdue"),
)

// Standings returns every standing.
func Standings() []Standing { return standings.Values() }

// Valid tells whether the standing is stated.
func (s Standing) Valid() bool { return standings.Valid(s) }

// String returns the stable text form.
func (s Standing) String() string { return standings.Text(s) }

// Label returns the standing in the reader's language.
func (s Standing) Label(tag language.Tag) string { return standings.Label(s, tag) }

// MarshalText writes the stable text form; a standing not stated is an error.
func (s Standing) MarshalText() ([]byte, error) { return standings.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Standing) UnmarshalText(text []byte) error { return standings.Unmarshal(s, text) }
