package hours

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Finding is a record that was not credited, or not in full. It is for people
// to look at; a later entry may mend it.
type Finding struct {
	Code    rule.Code // [Unverified], [SelfVerified], [TooLong], [NotEnrolled], [Overlapping], [OverCeiling] or [OverDay]
	Record  uint64
	Other   uint64 // the record that holds the time already, for Overlapping
	Person  string
	Day     rule.Date
	Minutes int // not counted; for OverDay those claimed in all when the day was full
}

// Reason returns the finding as a reason.
func (f Finding) Reason() rule.Reason {
	inputs := []rule.Input{
		rule.With("record", number(f.Record)),
		rule.With("person", rule.Word(f.Person)),
		rule.With("day", rule.On(f.Day)),
		rule.With("minutes", rule.Int(int64(f.Minutes), 0)),
	}
	if f.Code == Overlapping {
		inputs = append(inputs, rule.With("other", number(f.Other)))
	}
	return problems.Reason(f.Code, inputs...).Gives(rule.Compare, rule.Flag(false))
}

// MarshalJSON writes the finding as its reason.
func (f Finding) MarshalJSON() ([]byte, error) { return json.Marshal(f.Reason()) }

// number is a record's number as a word, without grouping.
func number(n uint64) rule.Value { return rule.Word(decimal.NewFromUint64(n).String()) }
