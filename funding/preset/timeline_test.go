package preset_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/timeline"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Guangzhou's two versions stand in one timeline: a request falls under that of
// its date, and what changed is told in words.
func TestGuangzhouOverTime(t *testing.T) {
	t.Parallel()
	versions := preset.GuangzhouVenture()
	line := timeline.Timeline{Versions: versions}
	require.NoError(t, line.Validate())
	for day, id := range map[rule.Date]string{
		rule.Day(2018, 5, 1): "guangzhou-venture-before-2019", rule.Day(2019, 7, 15): "guangzhou-venture-before-2019",
		rule.Day(2019, 7, 16): "guangzhou-venture-2019", rule.Day(2024, 7, 15): "guangzhou-venture-2019",
	} {
		version, _, err := line.Under(funding.Request{Date: day})
		require.NoError(t, err)
		assert.Equal(t, id, versions[version].ID, day)
	}
	_, _, err := line.Under(funding.Request{Date: rule.Day(2024, 7, 16)})
	require.Error(t, err, "the text of 2023 is not here")
	golden(t, "testdata/guangzhou-change.zh.txt", timeline.Report(versions[0], versions[1]).In(language.Chinese))
}
