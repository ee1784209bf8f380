package funding_test

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleMoney() {
	pool := funding.Yuan(1_678_000)
	one, _ := funding.ParseMoney("45351.35")
	left, _ := pool.Sub(one)
	fmt.Println(left, left.Compare(pool))
	fmt.Println(pool.Upper())
	// Output:
	// 1632648.65 -1
	// 壹佰陆拾柒万捌仟元整
}

func ExampleParseMoney() {
	for _, s := range []string{"-3.5", "1.234", "1,000", "10000000000000000"} {
		m, err := funding.ParseMoney(s)
		fmt.Println(m, err, errors.Is(err, funding.MoneyFiner))
	}
	// Output:
	// -3.50 <nil> false
	// 0.00 amount 1.234 is finer than a fen (two decimals) true
	// 0.00 "1,000" is not an amount (a minus, digits, one point, as in 1678000.00) false
	// 0.00 amount 10000000000000000 is out of range (below 10^16 yuan) false
}

func ExampleParseUpper() {
	m, _ := funding.ParseUpper("人民币壹仟陆佰捌拾圆叁角贰分")
	fmt.Println(m, m.Upper())
	_, err := funding.ParseUpper("一千元")
	if problem, ok := errors.AsType[*rule.Problem](err); ok {
		fmt.Println(problem.In(language.Chinese))
	}
	// Output:
	// 1680.32 壹仟陆佰捌拾元零叁角贰分
	// “一千元”不是规范的大写金额(如 壹仟陆佰捌拾元叁角贰分)
}

// Seven months of a yearly subsidy, by the rounding the rule names.
func ExampleMoney_MulRatio() {
	year, months, of := funding.Yuan(2500), decimal.NewFromInt(7), decimal.NewFromInt(12)
	for _, r := range []funding.Rounding{funding.ToFen(funding.HalfUp), funding.ToJiao(funding.Up), funding.ToYuan(funding.Down)} {
		m, _ := year.MulRatio(months, of, r)
		fmt.Println(m)
	}
	// Output:
	// 1458.33
	// 1458.40
	// 1458.00
}

// The shares of district, subdistrict and community in one payment.
func ExampleSplit() {
	total, _ := funding.ParseMoney("1458.33")
	parts, _ := funding.Split(total, []decimal.Decimal{rule.Dec("0.5"), rule.Dec("0.3"), rule.Dec("0.2")})
	fmt.Println(parts)
	_, err := funding.Split(total, []decimal.Decimal{rule.Dec("0.5"), rule.Dec("-0.3")})
	fmt.Println(err)
	// Output:
	// [729.16 437.50 291.67]
	// weights[1]: weight -0.3 is negative
}
