package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGuardStopsAtTheBoundOfTheTable(t *testing.T) {
	t.Parallel()
	_, err := io.ReadAll(&guard{from: strings.NewReader("0123456789"), size: maxTable - 10})
	require.NoError(t, err)
	_, err = io.ReadAll(&guard{from: strings.NewReader("0123456789A"), size: maxTable - 10})
	require.ErrorIs(t, err, TableTooLarge)
}
