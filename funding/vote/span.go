package vote

import (
	"math/big"
	"math/bits"
)

// span is a number that lies between two whole numbers of units, both
// included: what is known of an exact fraction. Comparisons of spans are
// certain or left to exact arithmetic, never guessed.
type span struct{ lo, hi uint64 }

// one is the unit of spans that hold a part of one.
const one = 1 << 62

func (s span) plus(t span) span { return span{s.lo + t.lo, s.hi + t.hi} }

func (s span) times(n uint64) span { return span{s.lo * n, s.hi * n} }

// minus returns s − t, known not to be negative.
func (s span) minus(t span) span {
	d := span{0, 0}
	if s.lo > t.hi {
		d.lo = s.lo - t.hi
	}
	if s.hi > t.lo {
		d.hi = s.hi - t.lo
	}
	return d
}

// part returns s × n ÷ of for n up to of.
func (s span) part(n, of uint64) span {
	hi, lo := bits.Mul64(s.lo, n)
	low, _ := bits.Div64(hi, lo, of)
	hi, lo = bits.Mul64(s.hi, n)
	high, rest := bits.Div64(hi, lo, of)
	if rest > 0 {
		high++
	}
	return span{low, high}
}

// unspent returns 1 − s ÷ of in units of one, for s known to be below of.
func (s span) unspent(of span) span {
	if s.hi == 0 {
		return span{one, one}
	}
	u := span{0, one}
	if s.hi < of.lo {
		q, rest := bits.Div64(s.hi>>2, s.hi<<62, of.lo)
		if rest > 0 {
			q++
		}
		u.lo = one - q
	}
	if s.lo < of.hi {
		q, _ := bits.Div64(s.lo>>2, s.lo<<62, of.hi)
		u.hi = one - q
	}
	return u
}

// product compares a × b with c × d: -1, 0 or 1.
func product(a, b, c, d uint64) int {
	h1, l1 := bits.Mul64(a, b)
	h2, l2 := bits.Mul64(c, d)
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 > h2 || h1 == h2 && l1 > l2:
		return 1
	}
	return -1
}

// fixed returns num ÷ den in units of 2^-shift.
func fixed(num, den *big.Int, shift int) span {
	n, d := num, den
	if shift >= 0 {
		n = new(big.Int).Lsh(num, uint(shift))
	} else {
		d = new(big.Int).Lsh(den, uint(-shift))
	}
	q, rest := new(big.Int).QuoRem(n, d, new(big.Int))
	s := span{q.Uint64(), q.Uint64()}
	if rest.Sign() > 0 {
		s.hi++
	}
	return s
}
