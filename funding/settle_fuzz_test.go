package funding_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
)

// FuzzSettle settles the round a seed stands for and demands what
// TestSettleProperties does.
func FuzzSettle(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, a, b uint64) { checkSettle(t, rand.New(rand.NewPCG(a, b))) })
}

// FuzzDecodeScheme demands that a document either is refused or reads back as
// it was written and settles.
func FuzzDecodeScheme(f *testing.F) {
	data, err := funding.EncodeScheme(model(f))
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"schema":"scheme/1","data":{"sources":[{"budget":"1e999999999"}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		scheme, err := funding.DecodeScheme(data)
		if err != nil {
			require.Equal(t, funding.Scheme{}, scheme)
			return
		}
		again, err := funding.EncodeScheme(scheme)
		require.NoError(t, err)
		back, err := funding.DecodeScheme(again)
		require.NoError(t, err)
		twice, err := funding.EncodeScheme(back)
		require.NoError(t, err)
		require.Equal(t, string(again), string(twice))
		_, err = funding.Settle(scheme, nil)
		require.NoError(t, err)
	})
}
