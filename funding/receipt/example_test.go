package receipt_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org"
)

// A district settles a round and publishes the receipt; anybody who has the
// rules and the requests computes it again. A fen moved from one source to
// another is found.
func ExampleReceipt_Verify() {
	scheme := funding.OneThreeX(org.Area("330211"))
	requests := []funding.Request{{
		ID: "P1", Organization: "阳光邻里互助中心", Territory: org.Area("330211001"),
		Asked: funding.Yuan(50_000), Social: funding.Yuan(10_000),
	}}
	settled, err := funding.Settle(scheme, requests)
	if err != nil {
		panic(err)
	}
	published, err := receipt.Of(settled)
	if err != nil {
		panic(err)
	}
	fmt.Println(published.Verify(scheme, requests))

	cells := published.Awards[0].Cells
	cells[2].Amount, cells[3].Amount = funding.Fen(1_500_001), funding.Fen(899_999)
	fmt.Println(published.Verify(scheme, requests))
	// Output:
	// <nil>
	// awards[0].cells[2].amount: should be ¥15,000.00, not ¥15,000.01
	// awards[0].cells[3].amount: should be ¥9,000.00, not ¥8,999.99
}
