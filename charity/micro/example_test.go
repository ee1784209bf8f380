package micro_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/micro"
	"github.com/sancheng-go/sancheng/funding"
)

func ExampleDesk_Approval() {
	desk, err := micro.New(micro.EighteenClasses())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, yuan := range []int64{500, 501, 5_001} {
		_, reason, ok := desk.Approval(funding.Yuan(yuan))
		fmt.Println(ok, reason.In(language.English), "→", reason.Output.In(language.English))
	}
	// Output:
	// true a cost of ¥500.00 is above ¥0.00, ¥500.00 or below, decided within 2 days → head of the station
	// true a cost of ¥501.00 is above ¥500.00, ¥2,000.00 or below, decided within 5 days → village or residents' committee
	// false a cost of ¥5,001.00 is outside micro projects (above ¥0.00, ¥5,000.00 or below): it takes the five stages → no
}
