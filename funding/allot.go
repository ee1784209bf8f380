package funding

import (
	"cmp"
	"math/big"
	"math/bits"
	"slices"
)

// maxRankBits bounds the bits of a rank.
const maxRankBits = 10

// tally counts the parts of a split by rank: the first bits of the remainder
// that was cut off. While the fen left over are not given out, a part holds
// its rank above its floor.
type tally struct {
	left   uint64 // fen not given out
	bits   int    // of a rank
	counts [1 << maxRankBits]int
}

// newTally returns the tally for a total, whose leading zeros leave at least
// four bits for the rank.
func newTally(total uint64) tally {
	return tally{left: total, bits: min(maxRankBits, bits.LeadingZeros64(total))}
}

// put records the floor and rank of a part.
func (t *tally) put(part *Money, floor, rank uint64) {
	t.left -= floor
	t.counts[rank%uint64(len(t.counts))]++
	part.fen = int64(rank<<((64-t.bits)&63) | floor)
}

// split64 splits total over weights that stand in the parts and sum to sum.
// weight returns them again.
func split64(total, sum uint64, parts []Money, weight func(i int) uint64) {
	t := newTally(total)
	shift := max(0, bits.Len64(sum)-t.bits)
	for i := range parts {
		hi, lo := bits.Mul64(total, uint64(parts[i].fen))
		floor, rest := bits.Div64(hi, lo, sum)
		t.put(&parts[i], floor, rest>>(shift&63))
	}
	raise(parts, &t, func(i int, floor uint64) uint64 { return total*weight(i) - floor*sum }, cmp.Compare[uint64])
}

// split128 is split64 for weights that sum to 2^64 or more.
func split128(total uint64, sum uint128, parts []Money, weight func(i int) uint128) {
	t := newTally(total)
	shift := 64 + bits.Len64(sum.hi) - t.bits
	for i := range parts {
		floor, rest := weight(i).divide(total, sum)
		t.put(&parts[i], floor, rest.from(shift))
	}
	raise(parts, &t, func(i int, _ uint64) uint128 {
		_, rest := weight(i).divide(total, sum)
		return rest
	}, uint128.compare)
}

// splitBig is split64 for weights of any size, laid open.
func splitBig(total uint64, weights []weight, parts []Money) {
	nonzero := slices.IndexFunc(weights, func(w weight) bool { return !w.zero() })
	low := weights[nonzero].exponent
	for _, w := range weights[nonzero:] {
		if !w.zero() {
			low = min(low, w.exponent)
		}
	}
	var scales [maxSpan + 1]*big.Int // powers of ten
	scaled := func(product *big.Int, w weight) *big.Int {
		if w.zero() {
			return product.SetUint64(0)
		}
		shift := w.exponent - low
		if scales[shift] == nil {
			scales[shift] = power(int64(shift))
		}
		return product.Mul(w.value, scales[shift])
	}
	var sum, product, floor, rest, rank big.Int
	for _, w := range weights {
		sum.Add(&sum, scaled(&product, w))
	}
	factor := new(big.Int).SetUint64(total)
	divide := func(rest *big.Int, w weight) {
		scaled(&product, w)
		product.Mul(&product, factor)
		floor.QuoRem(&product, &sum, rest)
	}
	t := newTally(total)
	shift := uint(max(0, sum.BitLen()-t.bits))
	for i, w := range weights {
		divide(&rest, w)
		t.put(&parts[i], floor.Uint64(), rank.Rsh(&rest, shift).Uint64())
	}
	raise(parts, &t, func(i int, _ uint64) *big.Int {
		rest := new(big.Int)
		divide(rest, weights[i])
		return rest
	}, (*big.Int).Cmp)
}

// raise takes the ranks off the parts and gives the fen left over, one each,
// to the parts with the largest remainders, equal remainders to the lower
// index. Ranks decide for all parts but those of the one rank at which the fen
// run out; only their remainders are asked for and compared.
func raise[R any](parts []Money, t *tally, rest func(i int, floor uint64) R, compare func(a, b R) int) {
	last, need := len(t.counts)-1, int(t.left)
	for need > t.counts[last] {
		need -= t.counts[last]
		last--
	}
	claims := make([]claim[R], 0, t.counts[last])
	shift := (64 - t.bits) & 63
	for i := range parts {
		rank, floor := uint64(parts[i].fen)>>shift, uint64(parts[i].fen)&(1<<shift-1)
		_, above := bits.Sub64(uint64(last), rank, 0)
		parts[i].fen = int64(floor + above)
		if rank == uint64(last) {
			claims = append(claims, claim[R]{rest(i, floor), i})
		}
	}
	largest(claims, need, compare)
	for _, c := range claims[:need] {
		parts[c.index].fen++
	}
}

// claim is the remainder of a part that may get a fen more.
type claim[R any] struct {
	rest  R
	index int
}

// largest brings the need largest claims to the front, in any order: the
// larger remainder first, then the lower index. It selects (Hoare's FIND) and
// sorts what is left only if the pivots were bad for too long.
func largest[R any](claims []claim[R], need int, compare func(a, b R) int) {
	order := func(a, b claim[R]) int {
		return cmp.Or(compare(b.rest, a.rest), cmp.Compare(a.index, b.index))
	}
	rounds := 2 * bits.Len(uint(len(claims)))
	for 0 < need && need < len(claims) {
		if rounds--; rounds < 0 {
			slices.SortFunc(claims, order)
			return
		}
		three := [...]claim[R]{claims[0], claims[len(claims)/2], claims[len(claims)-1]}
		slices.SortFunc(three[:], order)
		pivot, i, j := three[1], 0, len(claims)-1
		for i <= j {
			for order(claims[i], pivot) < 0 {
				i++
			}
			for order(pivot, claims[j]) < 0 {
				j--
			}
			if i <= j {
				claims[i], claims[j] = claims[j], claims[i]
				i++
				j--
			}
		}
		// claims[:j+1] come before claims[i:]; what lies between is in place.
		switch {
		case need < j+1:
			claims = claims[:j+1]
		case need > i:
			claims, need = claims[i:], need-i
		default:
			return
		}
	}
}
