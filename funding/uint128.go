package funding

import "math/bits"

// powers holds the powers of ten that fit 64 bits.
var powers = [...]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// times returns u × n: the lower 128 bits and, in over, the 64 above them.
func (u uint128) times(n uint64) (over uint64, low uint128) {
	middle, lo := bits.Mul64(u.lo, n)
	over, hi := bits.Mul64(u.hi, n)
	hi, carry := bits.Add64(hi, middle, 0)
	return over + carry, uint128{hi, lo}
}

// plus returns u + v, and false where the sum does not fit.
func (u uint128) plus(v uint128) (uint128, bool) {
	lo, carry := bits.Add64(u.lo, v.lo, 0)
	hi, carry := bits.Add64(u.hi, v.hi, carry)
	return uint128{hi, lo}, carry == 0
}

// minus returns u − v, for v not above u.
func (u uint128) minus(v uint128) uint128 {
	lo, borrow := bits.Sub64(u.lo, v.lo, 0)
	hi, _ := bits.Sub64(u.hi, v.hi, borrow)
	return uint128{hi, lo}
}

// compare orders numbers: -1, 0 or 1.
func (u uint128) compare(v uint128) int {
	switch {
	case u == v:
		return 0
	case u.hi > v.hi || u.hi == v.hi && u.lo > v.lo:
		return 1
	}
	return -1
}

// divide returns total × u ÷ sum, cut to the whole, and its remainder. It
// serves u <= sum, sum >= 2^64 and total < 2^60.
func (u uint128) divide(total uint64, sum uint128) (quotient uint64, remainder uint128) {
	// One digit of long division to the base 2^64 (Knuth, algorithm D), with
	// the divisor shifted so that its top bit is set.
	shift := bits.LeadingZeros64(sum.hi)
	over, n := u.times(total)
	n2 := over<<shift | n.hi>>(64-shift)
	n1 := n.hi<<shift | n.lo>>(64-shift)
	n0 := n.lo << shift
	d1, d0 := sum.hi<<shift|sum.lo>>(64-shift), sum.lo<<shift

	quotient, rest := bits.Div64(n2, n1, d1)
	p1, p0 := bits.Mul64(quotient, d0)
	r0, borrow := bits.Sub64(n0, p0, 0)
	r1, borrow := bits.Sub64(rest, p1, borrow)
	for borrow > 0 { // at most twice
		quotient--
		var carry uint64
		r0, carry = bits.Add64(r0, d0, 0)
		r1, carry = bits.Add64(r1, d1, carry)
		borrow -= carry
	}
	return quotient, uint128{r1 >> shift, r0>>shift | r1<<(64-shift)}
}

// from returns the 64 bits of u that begin at bit n.
func (u uint128) from(n int) uint64 {
	if n >= 64 {
		return u.hi >> (n - 64)
	}
	return u.lo>>n | u.hi<<(64-n)
}
