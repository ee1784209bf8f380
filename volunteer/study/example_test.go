package study_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/volunteer/study"
)

// A share keeps what it is a share of.
func ExampleShare_Value() {
	fmt.Println(study.Share{Part: 1, Whole: 3}.Value().In(language.English))
	fmt.Println(study.Share{Part: 1, Whole: 4}.Value().In(language.English))
	// Output:
	// 33.33…%
	// 25%
}
