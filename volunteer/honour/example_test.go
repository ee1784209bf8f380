package honour_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
)

func ExampleTable_Award() {
	stars, err := honour.New(honour.National())
	if err != nil {
		fmt.Println(err)
		return
	}
	award := stars.Award(honour.Standing{Hours: volunteer.TenThousandths(450 * 10_000)})
	fmt.Println(award.Title.In(language.English))
	fmt.Println(award.Next.Title.In(language.English))
	// Output:
	// two stars
	// three stars
}
