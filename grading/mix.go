package grading

import (
	"iter"
	"math/bits"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Span is what one organization of a class may be paid: from the first amount
// to the second, every fen between them included.
type Span struct {
	From, To funding.Money
}

// Mixes are the ways to divide a number of paid organizations among classes so
// that their bill can lie in an interval: the inverse of an assessment. With a
// report's "89 organizations, nearly 140,000 yuan" they are all the class
// counts that agree with the sentence.
type Mixes struct {
	spans  []Span
	heads  int
	lowest int64 // bills in fen that are within
	most   int64
}

// NewMixes returns the mixes of so many organizations, from none to a million,
// whose bill in yuan can lie in the interval. Amounts that are negative or end
// before they begin, no class, and more than 9×10¹⁸ mixes to choose from are
// [rule.Problems].
func NewMixes(spans []Span, heads int, bill rule.Interval) (Mixes, error) {
	var found rule.Problems
	const mostHeads = 1_000_000
	if len(spans) == 0 || heads < 0 || heads > mostHeads || !countable(heads, len(spans)) {
		found.Add(problems.Problem("", MixShape))
		return Mixes{}, found.Err()
	}
	for i, s := range spans {
		if s.From.Fen() < 0 || s.To.Fen() < s.From.Fen() {
			found.Add(problems.Problem(rule.At("spans", i), AmountRange, rule.With("from", s.From.Value()), rule.With("to", s.To.Value())))
			continue
		}
		if over, _ := bits.Mul64(uint64(s.To.Fen()), uint64(heads)); over > 0 || s.To.Fen()*int64(heads) < 0 || s.To.Fen() > largest/int64(max(heads, 1)) {
			found.Add(problems.Problem(rule.At("spans", i), BillRange))
		}
	}
	found.Nest("bill", bill.Validate())
	if len(found) > 0 {
		return Mixes{}, found.Err()
	}
	m := Mixes{spans: slices.Clone(spans), heads: heads, most: largest}
	if low, in, stated := bill.Low(); stated {
		m.lowest = wholeFen(low, rule.Up, !in, 1)
	}
	if high, in, stated := bill.High(); stated {
		m.most = wholeFen(high, rule.Down, !in, -1)
	}
	return m, nil
}

// largest bounds every bill in fen.
const largest = 1<<62 - 1

// wholeFen returns the bill in fen nearest to an end of the interval on its
// inner side, kept within -1 and largest.
func wholeFen(yuan decimal.Decimal, mode rule.Mode, without bool, inward int64) int64 {
	fen := yuan.Shift(2)
	if fen.Sign() < 0 && inward < 0 {
		return -1
	}
	if fen.Sign() < 0 {
		return 0
	}
	whole := rule.Rounding{Mode: mode, Step: decimal.NewFromInt(1)}.Round(fen)
	if whole.Cmp(decimal.NewFromInt(largest)) >= 0 {
		return largest
	}
	n := whole.IntPart()
	if without && whole.Equal(fen) {
		n += inward
	}
	return n
}

// countable tells whether heads can be divided among classes in no more ways
// than an int64 counts.
func countable(heads, classes int) bool {
	ways := uint64(1)
	for i := 1; i < classes; i++ {
		high, low := bits.Mul64(ways, uint64(heads+i))
		if high >= uint64(i) {
			return false
		}
		if ways, _ = bits.Div64(high, low, uint64(i)); ways >= 1<<63 {
			return false
		}
	}
	return true
}

// Count returns how many mixes there are.
func (m Mixes) Count() int64 {
	n := int64(0)
	m.prefixes(func(_ []int, low, high int) bool {
		n += int64(high - low)
		return true
	})
	return n
}

// All yields every mix as the number of organizations in each class, in the
// order of the spans: the first class rises last. The slice is the caller's.
func (m Mixes) All() iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		m.prefixes(func(counts []int, low, high int) bool {
			k := len(counts)
			for n := low; n < high; n++ {
				if k >= 2 {
					rest := counts[k-1] + counts[k-2]
					counts[k-2], counts[k-1] = n, rest-n
				}
				if !yield(slices.Clone(counts)) {
					return false
				}
			}
			return true
		})
	}
}

// prefixes visits every choice for all classes but the last two, with the
// range low ≤ n < high of what the last but one may have. The bill is linear
// in n, so that these are without holes and are found by bisection.
func (m Mixes) prefixes(visit func(counts []int, low, high int) bool) {
	k := len(m.spans)
	counts := make([]int, k)
	if k == 1 {
		counts[0] = m.heads
		if least, most := m.bills(counts); least <= m.most && most >= m.lowest {
			visit(counts, 0, 1)
		}
		return
	}
	var choose func(class, rest int) bool
	choose = func(class, rest int) bool {
		if class < k-2 {
			for n := 0; n <= rest; n++ {
				counts[class] = n
				if !choose(class+1, rest-n) {
					return false
				}
			}
			return true
		}
		within := func(n int) (notDear, notCheap bool) {
			counts[k-2], counts[k-1] = n, rest-n
			least, most := m.bills(counts)
			return least <= m.most, most >= m.lowest
		}
		low1, high1 := run(rest+1, func(n int) bool { ok, _ := within(n); return ok })
		low2, high2 := run(rest+1, func(n int) bool { _, ok := within(n); return ok })
		low, high := max(low1, low2), min(high1, high2)
		if low >= high {
			return true
		}
		counts[k-2], counts[k-1] = low, rest-low
		return visit(counts, low, high)
	}
	choose(0, m.heads)
}

// run returns where below n a condition holds that changes at most once.
func run(n int, holds func(int) bool) (low, high int) {
	if holds(0) {
		return 0, sort.Search(n, func(i int) bool { return !holds(i) })
	}
	return sort.Search(n, holds), n
}

// bills returns the least and the greatest bill of a mix, in fen.
func (m Mixes) bills(counts []int) (least, most int64) {
	for i, n := range counts {
		least += m.spans[i].From.Fen() * int64(n)
		most += m.spans[i].To.Fen() * int64(n)
	}
	return least, most
}
