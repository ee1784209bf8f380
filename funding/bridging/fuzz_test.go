package bridging_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding/bridging"
)

// FuzzDecode reads any document: one that is read is written and read again the
// same, and a pool that runs is never below zero and adds up.
func FuzzDecode(f *testing.F) {
	pool := small()
	data, err := bridging.Encode(pool)
	require.NoError(f, err)
	f.Add(data)
	pool.Requests[0].Date = pool.Requests[0].Date.AddDays(2_000_000)
	pool.Outcomes = nil
	data, err = bridging.Encode(pool)
	require.NoError(f, err)
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		pool, err := bridging.Decode(data)
		if err != nil {
			return
		}
		again, err := bridging.Encode(pool)
		require.NoError(t, err)
		back, err := bridging.Decode(again)
		require.NoError(t, err)
		require.Equal(t, pool, back)
		book, err := pool.Run()
		if err != nil {
			return
		}
		for _, d := range book.Days() {
			require.GreaterOrEqual(t, d.Available().Sign(), 0)
		}
		holds := int64(0)
		for _, s := range book.Shares() {
			holds += s.Holds.Fen()
		}
		totals := book.Totals()
		require.Equal(t, totals.Available.Fen()+totals.Outstanding.Fen(), holds)
		for i := range book.Len() {
			reasons := book.Reasons(i)
			require.Equal(t, book.Loan(i).Granted, reasons[len(reasons)-1].Code != bridging.LoanRefused)
		}
		book.Statement()
	})
}
