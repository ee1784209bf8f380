package funding

import (
	"math/bits"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Split divides total into one part for each weight, in proportion to the
// weights, by largest remainder (Hamilton, 最大余数法): each part is first its
// exact share cut to the fen, and the fen left over go, one each, to the parts
// that lost most by the cut.
//
// The weights are taken exactly, whatever their digits and scales; only their
// ratios count. What holds of the result:
//   - the parts sum to total;
//   - each part is its exact share rounded down or up to the fen; a share that
//     is a whole number of fen, zero among them, is met exactly;
//   - equal remainders go to the lower index, so that the order of the weights
//     decides over single fen between equals, and over nothing else;
//   - a negative total is the mirror of the positive one, so that a refund
//     undoes the payment.
//
// Largest remainder is not monotone in the total: with one fen more to divide,
// a part can become a fen smaller (the Alabama paradox).
//
// No weights, weights that are all zero, and each negative weight are
// [rule.Problem]s with codes [SplitNoWeights], [SplitAllZero] and
// [SplitNegative]; weights with more than 2,000 digits from the first of the
// largest to the last of the smallest one with code [SplitSpan]. They come all
// at once.
//
// It takes linear time, and a constant number of allocations for weights of up
// to 38 digits.
func Split(total Money, weights []decimal.Decimal) ([]Money, error) {
	parts := make([]Money, len(weights))
	if err := split(total.magnitude(), weightsOf(weights, laidOut), parts); err != nil {
		return nil, err
	}
	if total.fen < 0 {
		for i, part := range parts {
			parts[i] = part.Neg()
		}
	}
	return parts, nil
}

// split is Split into given parts, for a total in fen that is not negative. It
// takes the narrowest integers that hold the weights.
func split(total uint64, weights []weight, parts []Money) error {
	low := lowest(weights)
	if sum, ok := scale64(weights, low, parts); ok && sum > 0 {
		split64(total, sum, parts, func(i int) uint64 {
			scaled, _ := weights[i].scaled64(low)
			return scaled
		})
		return nil
	}
	if err := checkWeights(weights); err != nil {
		return err
	}
	if sum, ok := sum128(weights, low); ok {
		split128(total, sum, parts, func(i int) uint128 {
			scaled, _ := weights[i].scaled128(low)
			return scaled
		})
		return nil
	}
	splitBig(total, weights, parts)
	return nil
}

// splitInts is Split for weights that are whole numbers and not all zero, and
// a total in fen that is not negative and in the range of Money. The parts must
// be as many as the weights.
func splitInts(total uint64, weights []uint64, parts []Money) {
	var sum uint128
	for i, w := range weights {
		parts[i].fen = int64(w)
		sum, _ = sum.plus(uint128{0, w})
	}
	if sum.hi == 0 {
		split64(total, sum.lo, parts, func(i int) uint64 { return weights[i] })
	} else {
		split128(total, sum, parts, func(i int) uint128 { return uint128{0, weights[i]} })
	}
}

// lowest returns the lowest exponent of the weights.
func lowest(weights []weight) int32 {
	if len(weights) == 0 {
		return 0
	}
	low := weights[0].exponent
	for _, w := range weights {
		low = min(low, w.exponent)
	}
	return low
}

// scale64 puts each weight times 10^-low into its part and returns their sum;
// false where one is negative or the sum does not fit.
func scale64(weights []weight, low int32, parts []Money) (sum uint64, ok bool) {
	var over uint64
	for i, w := range weights {
		var scaled uint64
		if w.exponent == low && w.value != nil && w.value.IsUint64() {
			scaled = w.value.Uint64() // most weights, without a call
		} else if scaled, ok = w.scaled64(low); !ok {
			return 0, false
		}
		parts[i].fen = int64(scaled)
		var carry uint64
		sum, carry = bits.Add64(sum, scaled, 0)
		over |= carry
	}
	return sum, over == 0
}

// sum128 returns the sum of the weights times 10^-low; false where it does not
// fit.
func sum128(weights []weight, low int32) (sum uint128, ok bool) {
	for _, w := range weights {
		scaled, ok := w.scaled128(low)
		if !ok {
			return uint128{}, false
		}
		if sum, ok = sum.plus(scaled); !ok {
			return uint128{}, false
		}
	}
	return sum, true
}

// maxSpan bounds the digits of a weight scaled to a whole number, and with
// them the memory that a few characters of input can ask for.
const maxSpan = 2000

// checkWeights reports every fault of the weights.
func checkWeights(weights []weight) error {
	if len(weights) == 0 {
		return problems.Problem("weights", SplitNoWeights)
	}
	var found rule.Problems
	zero, high, low := true, int64(0), int64(0)
	for i, w := range weights {
		if w.zero() {
			continue
		}
		if w.value.Sign() < 0 {
			value := shown(decimal.NewFromBigInt(w.value, w.exponent))
			found.Add(problems.Problem("weights["+strconv.Itoa(i)+"]", SplitNegative, rule.With("value", value)))
		}
		last := int64(w.exponent)
		first := last + int64(w.value.BitLen())*30103/100000 // log10(2), rounded up
		if zero {
			zero, high, low = false, first, last
		}
		high, low = max(high, first), min(low, last)
	}
	if zero {
		found.Add(problems.Problem("weights", SplitAllZero))
	}
	if high-low > maxSpan {
		found.Add(problems.Problem("weights", SplitSpan, rule.With("most", rule.Int(maxSpan, 0))))
	}
	return found.Err()
}
