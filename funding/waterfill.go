package funding

import (
	"math/bits"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// WaterFill divides total among claims in equal amounts, nobody receiving more
// than the claim (等额分配,以应得为限; constrained equal awards). It is as if
// water rose at one level in vessels as high as the claims: whoever is full
// drops out, the rest rise on.
//
// What holds of the result:
//   - the awards sum to total, or every claim is met where total covers them;
//   - claims below the level are met in full, all others receive the level, cut
//     to the fen, and the fen left over go one each to the first of these;
//   - the larger claim never receives less, but for an odd fen;
//   - with more to divide nobody receives less, as [Split] cannot promise.
//
// It is the dual of [EqualLosses]: what one awards of a total is what the other
// takes away where the rest is divided, up to the order among equals.
//
// A negative total or claim is a [rule.Problem] with code [AmountNegative];
// they come all at once. The level is found in a few passes over the claims, in
// logarithmically many at worst; beside the result one list is allocated.
func WaterFill(total Money, claims []Money) ([]Money, error) {
	return levelled(total, claims, equalAwards)
}

// EqualLosses divides total among claims so that everybody loses the same
// amount of the claim, and nobody more than the claim (等额扣减; constrained
// equal losses). Small claims are the first to get nothing.
//
// The awards sum to total, or every claim is met where total covers them. The
// odd fen go to the first of those who receive anything. Faults and cost are as
// of [WaterFill].
func EqualLosses(total Money, claims []Money) ([]Money, error) {
	return levelled(total, claims, equalLosses)
}

func levelled(total Money, claims []Money, divide func(total int64, claims []int64)) ([]Money, error) {
	var found rule.Problems
	if total.Sign() < 0 {
		found.Add(problems.Problem("total", AmountNegative, rule.With("amount", total.Value())))
	}
	fen := make([]int64, len(claims))
	for i, claim := range claims {
		if claim.Sign() < 0 {
			found.Add(problems.Problem("claims["+strconv.Itoa(i)+"]", AmountNegative, rule.With("amount", claim.Value())))
		}
		fen[i] = claim.fen
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	divide(total.fen, fen)
	awards := make([]Money, len(fen))
	for i := range fen {
		awards[i].fen = fen[i]
	}
	return awards, nil
}

// equalAwards turns claims into the awards of [WaterFill], in place. Neither
// total nor a claim is negative.
func equalAwards(total int64, claims []int64) {
	sum := excess(claims, 0).sum
	if !sum.above(uint64(total)) {
		return
	}
	level, odd := levelAt(claims, sum.minus(uint128{0, uint64(total)}))
	for i, claim := range claims {
		if claim > level {
			claims[i] = level
			if odd > 0 {
				claims[i]++
				odd--
			}
		}
	}
}

// equalLosses turns claims into the awards of [EqualLosses], in place. Neither
// total nor a claim is negative.
func equalLosses(total int64, claims []int64) {
	if !excess(claims, 0).sum.above(uint64(total)) {
		return
	}
	loss, odd := levelAt(claims, uint128{0, uint64(total)})
	for i := len(claims) - 1; i >= 0; i-- {
		if claims[i] <= loss {
			claims[i] = 0
			continue
		}
		claims[i] -= loss
		if odd > 0 {
			claims[i]--
			odd--
		}
	}
}

// levelAt returns the highest level above which the claims hold at least
// target, and how much more than it they hold: less than one fen for each claim
// above the level. The claims together must hold target.
func levelAt(claims []int64, target uint128) (level, more int64) {
	// What lies above a level is convex in it, so that Newton's steps come from
	// below and never pass the level sought. With each step what is left or the
	// number of claims above is at least halved.
	for {
		above := excess(claims, level)
		if above.count == 0 {
			return level, 0
		}
		left := above.sum.minus(target)
		step, rest := bits.Div64(left.hi, left.lo, above.count)
		if step == 0 {
			return level, int64(rest)
		}
		level += int64(step)
	}
}

// overhang is what claims hold above a level, and how many reach above it.
type overhang struct {
	sum   uint128
	count uint64
}

func excess(claims []int64, level int64) overhang {
	var above overhang
	for _, claim := range claims {
		if claim > level {
			above.sum = above.sum.add(uint128{0, uint64(claim - level)})
			above.count++
		}
	}
	return above
}
