package funding

import (
	"math/big"
	"math/bits"
	"reflect"
	"unsafe"

	"github.com/shopspring/decimal"
)

// weight is a decimal laid open: value × 10^exponent, where a nil value is
// zero. It is only ever read.
type weight struct {
	value    *big.Int
	exponent int32
}

// laidOut tells whether a weight lies in memory as a decimal does.
var laidOut = sameLayout(reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[weight]())

func sameLayout(a, b reflect.Type) bool {
	if a.Size() != b.Size() || a.NumField() != b.NumField() {
		return false
	}
	for i := range a.NumField() {
		if a.Field(i).Type != b.Field(i).Type || a.Field(i).Offset != b.Field(i).Offset {
			return false
		}
	}
	return true
}

// weightsOf lays decimals open. Decimal has no accessor that tells without an
// allocation or a slow call whether its coefficient fits 64 bits, and asking
// for it takes longer than all the arithmetic of a split. So the decimals are
// read where they lie, once their layout has been compared, type by type and
// offset by offset; under any other layout their coefficients are copied, with
// the same result.
func weightsOf(decimals []decimal.Decimal, inPlace bool) []weight {
	if inPlace {
		return unsafe.Slice((*weight)(unsafe.Pointer(unsafe.SliceData(decimals))), len(decimals))
	}
	weights := make([]weight, len(decimals))
	for i, d := range decimals {
		weights[i] = weight{d.Coefficient(), d.Exponent()}
	}
	return weights
}

// zero tells whether the weight is zero.
func (w weight) zero() bool { return w.value == nil || w.value.Sign() == 0 }

// scaled64 returns the weight times 10^-low, where low is not above its
// exponent; false where that is negative or does not fit 64 bits.
func (w weight) scaled64(low int32) (uint64, bool) {
	if w.zero() {
		return 0, true
	}
	shift := int64(w.exponent) - int64(low)
	if w.value.Sign() < 0 || !w.value.IsUint64() || shift >= int64(len(powers)) {
		return 0, false
	}
	over, scaled := bits.Mul64(w.value.Uint64(), powers[shift])
	return scaled, over == 0
}

// scaled128 is scaled64 for 128 bits and a weight that is not negative.
func (w weight) scaled128(low int32) (scaled uint128, ok bool) {
	if w.zero() {
		return uint128{}, true
	}
	for i, word := range w.value.Bits() {
		switch at := i * bits.UintSize; {
		case at < 64:
			scaled.lo |= uint64(word) << at
		case at < 128:
			scaled.hi |= uint64(word) << (at - 64)
		default:
			return uint128{}, false
		}
	}
	var over uint64
	for shift := int64(w.exponent) - int64(low); shift > 0 && over == 0; {
		step := min(shift, int64(len(powers)-1))
		over, scaled = scaled.times(powers[step])
		shift -= step
	}
	return scaled, over == 0
}
