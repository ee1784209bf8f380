package whatif

import (
	"cmp"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
)

// counting returns what computes the bill of a batch, and who is paid, under
// another scale with the same classes. Where no rate follows the score, it
// counts the rows of each class and multiplies; else it grades each score anew.
func counting(p grading.Policy, b *grading.Batch) func(grading.Scale) (funding.Money, int, error) {
	h := condensed(b)
	for _, rate := range p.Subsidy.Rates {
		if rate.Point.Scored() {
			return func(s grading.Scale) (funding.Money, int, error) {
				p := p
				p.Scale = s
				return h.regraded(p)
			}
		}
	}
	g, err := grading.New(p)
	if err != nil {
		return func(grading.Scale) (funding.Money, int, error) { return funding.Money{}, 0, err }
	}
	t := h.tally()
	pays := make([][yearMonths + 1]funding.Money, len(p.Scale.Classes))
	for i := range pays {
		at, exact := p.Scale.Reach(i)
		if !exact {
			at = inside(p.Scale, i)
		}
		for months := 1; months <= yearMonths; months++ {
			a, err := g.Assess(grading.Case{ID: "any", Score: grading.Scored(at), Months: months})
			if err != nil {
				return func(grading.Scale) (funding.Money, int, error) { return funding.Money{}, 0, err }
			}
			pays[i][months] = a.Payable
		}
	}
	return func(s grading.Scale) (funding.Money, int, error) { return t.bill(s, pays) }
}

const yearMonths = 12

// inside is a score within a class of a scale without steps.
func inside(s grading.Scale, i int) decimal.Decimal {
	in := s.Classes[i].In.Intersect(s.Scores.In)
	low, _, _ := in.Low()
	high, _, _ := in.High()
	return low.Add(high).Mul(decimal.New(5, -1))
}

// heap is a batch with each score and number of months once, from the lowest
// score up, and how often each occurs.
type heap struct {
	batch  *grading.Batch
	counts []int64
}

func condensed(b *grading.Batch) heap {
	type key struct {
		score  int64
		months uint8
	}
	counts := map[key]int64{}
	for row, score := range b.Scores {
		if b.Classes[row] < 0 {
			continue
		}
		k := key{score, yearMonths}
		if b.Months != nil {
			k.months = b.Months[row]
		}
		counts[k]++
	}
	keys := make([]key, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.months, b.months)) })
	h := heap{batch: &grading.Batch{Decimals: b.Decimals, Classes: make([]int8, len(keys))}}
	for _, k := range keys {
		h.batch.Scores = append(h.batch.Scores, k.score)
		h.batch.Months = append(h.batch.Months, k.months)
		h.counts = append(h.counts, counts[k])
	}
	return h
}

// regraded returns what a policy pays for all of it.
func (h heap) regraded(p grading.Policy) (funding.Money, int, error) {
	g, err := grading.New(p)
	if err != nil {
		return funding.Money{}, 0, err
	}
	graded, err := g.Regrade(h.batch)
	if err != nil {
		return funding.Money{}, 0, err
	}
	var sum summed
	for i, amount := range graded.Payable {
		sum.add(amount, h.counts[i])
	}
	return sum.total()
}

// tally is how many rows have at most a score, by the months they are paid for.
type tally struct {
	scores []decimal.Decimal // rising
	upTo   [][yearMonths + 1]int64
}

func (h heap) tally() tally {
	t := tally{upTo: make([][yearMonths + 1]int64, 1, len(h.counts)+1)}
	for i, score := range h.batch.Scores {
		if i == 0 || score != h.batch.Scores[i-1] {
			t.scores = append(t.scores, h.batch.Score(i))
			t.upTo = append(t.upTo, t.upTo[len(t.upTo)-1])
		}
		t.upTo[len(t.upTo)-1][h.batch.Months[i]] += h.counts[i]
	}
	return t
}

// bill counts the rows of each class by months and multiplies.
func (t tally) bill(s grading.Scale, pays [][yearMonths + 1]funding.Money) (funding.Money, int, error) {
	var sum summed
	for i, class := range s.Classes {
		low := sort.Search(len(t.scores), func(k int) bool { return class.In.Side(t.scores[k]) >= 0 })
		high := sort.Search(len(t.scores), func(k int) bool { return class.In.Side(t.scores[k]) > 0 })
		for months := 1; months <= yearMonths; months++ {
			sum.add(pays[i][months], t.upTo[high][months]-t.upTo[low][months])
		}
	}
	return sum.total()
}

// summed adds amounts up.
type summed struct {
	fen  decimal.Decimal
	paid int64
}

func (s *summed) add(amount funding.Money, times int64) {
	if amount.Sign() > 0 && times > 0 {
		s.paid += times
		s.fen = s.fen.Add(decimal.NewFromInt(amount.Fen()).Mul(decimal.NewFromInt(times)))
	}
}

func (s *summed) total() (funding.Money, int, error) {
	total, err := funding.FromDecimal(s.fen.Shift(-2))
	if err != nil {
		return funding.Money{}, 0, problems.Problem("", grading.BillRange)
	}
	return total, int(s.paid), nil
}
