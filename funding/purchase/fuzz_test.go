package purchase_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/purchase"
)

// FuzzDecode reads any document: a history that folds never pays a source more
// than its part or less than nothing, and its page can be written.
func FuzzDecode(f *testing.F) {
	var c course
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Pass, Facts: scored("60")})
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Deliver})
	c.add(purchase.Event{Kind: purchase.Settle, Spent: funding.Yuan(40_000), Ineligible: funding.Yuan(1_234)})
	c.add(purchase.Event{Kind: purchase.Refund, Amount: funding.Yuan(1)})
	data, err := purchase.Encode(purchase.Record{Contract: three(), Events: c})
	require.NoError(f, err)
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		record, err := purchase.Decode(data)
		if err != nil {
			return
		}
		a, err := record.Fold()
		if err != nil {
			return
		}
		for j, s := range a.Net() {
			require.GreaterOrEqual(t, s.Amount.Sign(), 0)
			require.LessOrEqual(t, s.Amount.Compare(record.Contract.Sources[j].Amount), 0)
		}
		require.NotEmpty(t, a.Page().In(language.Chinese))
	})
}
