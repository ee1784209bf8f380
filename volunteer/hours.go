package volunteer

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Hours is credited service time (志愿服务时长): a whole number of
// ten-thousandths of an hour. It is comparable, and the zero value is no time.
type Hours struct{ n int64 }

// hourPlaces is the number of decimals of an hour that are kept.
const hourPlaces = 4

// HoursFrom returns a number of hours. More than four decimals or more than
// 10^12 hours are a problem with code [HoursRange].
func HoursFrom(d decimal.Decimal) (Hours, error) {
	scaled := d.Shift(hourPlaces)
	if !scaled.IsInteger() || scaled.Abs().GreaterThan(decimal.New(1, 12+hourPlaces)) {
		return Hours{}, problems.Problem("", HoursRange, rule.With("value", rule.Num(d, rule.Hour)))
	}
	return Hours{scaled.IntPart()}, nil
}

// TenThousandths is n ten-thousandths of an hour.
func TenThousandths(n int64) Hours { return Hours{n} }

// TenThousandths returns the time in ten-thousandths of an hour.
func (h Hours) TenThousandths() int64 { return h.n }

// Decimal returns the time in hours.
func (h Hours) Decimal() decimal.Decimal {
	d := decimal.New(h.n, -hourPlaces)
	for range hourPlaces {
		if shorter := d.Truncate(-d.Exponent() - 1); shorter.Equal(d) {
			d = shorter
		}
	}
	return d
}

// Value returns the time as an input of a reason.
func (h Hours) Value() rule.Value { return rule.Num(h.Decimal(), rule.Hour) }

// Add returns the sum of two times.
func (h Hours) Add(g Hours) Hours { return Hours{h.n + g.n} }

// Compare orders times: -1, 0 or 1.
func (h Hours) Compare(g Hours) int { return cmp.Compare(h.n, g.n) }

// String returns the hours as a plain decimal, such as 12.5.
func (h Hours) String() string { return h.Decimal().String() }

// MarshalText writes the hours as String does.
func (h Hours) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what MarshalText writes; problems are those of
// [rule.ParseDecimal] and [HoursFrom]. On an error the time stays as it was.
func (h *Hours) UnmarshalText(text []byte) error {
	d, err := rule.ParseDecimal(string(text))
	if err != nil {
		return err
	}
	parsed, err := HoursFrom(d)
	if err != nil {
		return err
	}
	*h = parsed
	return nil
}
