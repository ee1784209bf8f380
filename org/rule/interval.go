package rule

import (
	"encoding/json"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// Interval is a set of numbers between two ends, each stated in one of the
// four words of the law (Civil Code, art. 1259): 以上 (at least) and 以下 (at
// most) include their number, 超过 (above) and 不满 (below) do not. Either end
// may be missing; the zero value is every number.
//
//	rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90"))   75以上 不满90
type Interval struct {
	low, high end
}

type end struct {
	at     decimal.Decimal
	stated bool
	in     bool
}

// AtLeast is d and every number above: d 以上.
func AtLeast(d decimal.Decimal) Interval { return Interval{}.AtLeast(d) }

// Above is every number above d: 超过 d.
func Above(d decimal.Decimal) Interval { return Interval{}.Above(d) }

// AtMost is d and every number below: d 以下.
func AtMost(d decimal.Decimal) Interval { return Interval{}.AtMost(d) }

// Below is every number below d: 不满 d.
func Below(d decimal.Decimal) Interval { return Interval{}.Below(d) }

// AtLeast returns the interval with d as its lower end, included.
func (i Interval) AtLeast(d decimal.Decimal) Interval { i.low = end{d, true, true}; return i }

// Above returns the interval with d as its lower end, excluded.
func (i Interval) Above(d decimal.Decimal) Interval { i.low = end{d, true, false}; return i }

// AtMost returns the interval with d as its upper end, included.
func (i Interval) AtMost(d decimal.Decimal) Interval { i.high = end{d, true, true}; return i }

// Below returns the interval with d as its upper end, excluded.
func (i Interval) Below(d decimal.Decimal) Interval { i.high = end{d, true, false}; return i }

// Exactly is the interval that holds d alone.
func Exactly(d decimal.Decimal) Interval { return AtLeast(d).AtMost(d) }

// IsZero tells whether neither end is stated.
func (i Interval) IsZero() bool { return !i.low.stated && !i.high.stated }

// Low returns the lower end: its number, whether the number is included, and
// whether there is such an end.
func (i Interval) Low() (at decimal.Decimal, in, stated bool) {
	return i.low.at, i.low.in, i.low.stated
}

// High returns the upper end: its number, whether the number is included, and
// whether there is such an end.
func (i Interval) High() (at decimal.Decimal, in, stated bool) {
	return i.high.at, i.high.in, i.high.stated
}

// Contains tells whether d lies in the interval.
func (i Interval) Contains(d decimal.Decimal) bool { return i.Side(d) == 0 }

// Side returns -1 if d lies below the interval, 1 if above it, else 0. It
// allocates nothing where d and the ends are of everyday length.
func (i Interval) Side(d decimal.Decimal) int {
	switch {
	case i.low.stated && !inside(compare(d, i.low.at), i.low.in):
		return -1
	case i.high.stated && !inside(compare(i.high.at, d), i.high.in):
		return 1
	}
	return 0
}

// containsFraction tells whether num/den lies in the interval, exactly.
func (i Interval) containsFraction(num, den decimal.Decimal) bool {
	if den.Sign() < 0 {
		num, den = num.Neg(), den.Neg()
	}
	return (!i.low.stated || inside(num.Cmp(i.low.at.Mul(den)), i.low.in)) &&
		(!i.high.stated || inside(i.high.at.Mul(den).Cmp(num), i.high.in))
}

// inside tells whether a number lies inside an end: c is 1 where it is beyond
// the end's number on the inner side.
func inside(c int, in bool) bool { return c > 0 || c == 0 && in }

// Empty tells whether no number lies in the interval.
func (i Interval) Empty() bool {
	if !i.low.stated || !i.high.stated {
		return false
	}
	c := i.low.at.Cmp(i.high.at)
	return c > 0 || c == 0 && !(i.low.in && i.high.in)
}

// Intersect returns the numbers that lie in both intervals.
func (i Interval) Intersect(j Interval) Interval {
	out := i
	if j.low.stated {
		c := 1
		if i.low.stated {
			c = j.low.at.Cmp(i.low.at)
		}
		if c > 0 || c == 0 && !j.low.in {
			out.low = j.low
		}
	}
	if j.high.stated {
		c := -1
		if i.high.stated {
			c = j.high.at.Cmp(i.high.at)
		}
		if c < 0 || c == 0 && !j.high.in {
			out.high = j.high
		}
	}
	return out
}

// Within tells whether every number of i lies in j.
func (i Interval) Within(j Interval) bool {
	if i.Empty() {
		return true
	}
	k := i.Intersect(j)
	return k.low.equal(i.low) && k.high.equal(i.high)
}

func (e end) equal(f end) bool {
	return e.stated == f.stated && (!e.stated || e.in == f.in && e.at.Equal(f.at))
}

// In returns the interval in the words of the law: 75以上 不满90, and "75 or
// above, below 90".
func (i Interval) In(tag language.Tag) string { return i.in(tag, 0) }

func (i Interval) in(tag language.Tag, unit Unit) string {
	zh := Chinese(tag)
	low, high := Num(i.low.at, unit).In(tag), Num(i.high.at, unit).In(tag)
	if i.low.stated && i.high.stated && i.low.in && i.high.in && i.low.at.Equal(i.high.at) {
		return low
	}
	var first, second string
	switch {
	case !i.low.stated:
	case i.low.in && zh:
		first = low + "以上"
	case i.low.in:
		first = low + " or above"
	case zh:
		first = "超过" + low
	default:
		first = "above " + low
	}
	switch {
	case !i.high.stated:
	case i.high.in && zh:
		second = high + "以下"
	case i.high.in:
		second = high + " or below"
	case zh:
		second = "不满" + high
	default:
		second = "below " + high
	}
	switch {
	case first == "" && second == "" && zh:
		return "任意数"
	case first == "" && second == "":
		return "any number"
	case first == "" || second == "":
		return first + second
	case zh:
		return first + " " + second
	}
	return first + ", " + second
}

// String returns the interval in English words.
func (i Interval) String() string { return i.In(language.English) }

// ends is the wire form: at most one of the first two and of the last two.
type ends struct {
	AtLeast *string `json:"at_least,omitempty"`
	Above   *string `json:"above,omitempty"`
	AtMost  *string `json:"at_most,omitempty"`
	Below   *string `json:"below,omitempty"`
}

func (i Interval) ends() ends {
	var out ends
	low, high := plain(i.low.at), plain(i.high.at)
	switch {
	case !i.low.stated:
	case i.low.in:
		out.AtLeast = &low
	default:
		out.Above = &low
	}
	switch {
	case !i.high.stated:
	case i.high.in:
		out.AtMost = &high
	default:
		out.Below = &high
	}
	return out
}

func (e ends) interval() (Interval, error) {
	var i Interval
	var found Problems
	if e.AtLeast != nil && e.Above != nil || e.AtMost != nil && e.Below != nil {
		found.Add(problems.Problem("", IntervalEnds))
	}
	read := func(name string, written *string, set func(decimal.Decimal) Interval) {
		if written == nil {
			return
		}
		d, err := ParseDecimal(*written)
		found.Nest(name, err)
		i = set(d)
	}
	read("at_least", e.AtLeast, func(d decimal.Decimal) Interval { return i.AtLeast(d) })
	read("above", e.Above, func(d decimal.Decimal) Interval { return i.Above(d) })
	read("at_most", e.AtMost, func(d decimal.Decimal) Interval { return i.AtMost(d) })
	read("below", e.Below, func(d decimal.Decimal) Interval { return i.Below(d) })
	if len(found) > 0 {
		return Interval{}, found.Err()
	}
	return i, i.Validate()
}

// Validate reports an interval in which no number lies, with code
// [IntervalEmpty].
func (i Interval) Validate() error {
	if i.Empty() {
		return problems.Problem("", IntervalEmpty, With("interval", Label(i.Words())))
	}
	return nil
}

// Words returns the interval in the words of the law, in both languages.
func (i Interval) Words() Text { return i.WordsOf(0) }

// WordsOf is [Interval.Words] for numbers that count a unit: 10% or above.
func (i Interval) WordsOf(unit Unit) Text {
	return Text{i.in(language.Chinese, unit), i.in(language.English, unit)}
}

// MarshalJSON writes {"at_least": "75", "below": "90"}, with the word of each
// stated end.
func (i Interval) MarshalJSON() ([]byte, error) { return json.Marshal(i.ends()) }

// UnmarshalJSON reads what MarshalJSON writes. On an error the interval stays
// as it was.
func (i *Interval) UnmarshalJSON(data []byte) error { return Decode(data, i) }

func (i *Interval) wire() any { return new(ends) }

func (i *Interval) unwire(form any) error {
	read, err := form.(*ends).interval()
	*i = read
	return err
}
