package sancheng_test

import (
	"cmp"
	"go/constant"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/charity/duty"
	"github.com/sancheng-go/sancheng/charity/fund"
	"github.com/sancheng-go/sancheng/charity/micro"
	charitynetwork "github.com/sancheng-go/sancheng/charity/network"
	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/funding/apportion"
	"github.com/sancheng-go/sancheng/funding/bridging"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/purchase"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/funding/timeline"
	"github.com/sancheng-go/sancheng/funding/twoway"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/award"
	"github.com/sancheng-go/sancheng/grading/eligibility"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/due"
	"github.com/sancheng-go/sancheng/org/linkage"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/post"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/roster"
	"github.com/sancheng-go/sancheng/volunteer/studio"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

// catalogs is the sentences of every package that declares codes.
func catalogs() map[string]rule.Catalog {
	return map[string]rule.Catalog{
		"charity":             charity.Sentences(),
		"charity/duty":        duty.Sentences(),
		"charity/fund":        fund.Sentences(),
		"charity/micro":       micro.Sentences(),
		"charity/network":     charitynetwork.Sentences(),
		"charity/platform":    platform.Sentences(),
		"funding/ledger":      ledger.Sentences(),
		"funding/preset":      preset.Sentences(),
		"funding/purchase":    purchase.Sentences(),
		"funding/specialfund": specialfund.Sentences(),
		"funding":             funding.Sentences(),
		"funding/receipt":     receipt.Sentences(),
		"funding/timeline":    timeline.Sentences(),
		"funding/bridging":    bridging.Sentences(),
		"funding/venture":     venture.Sentences(),
		"funding/vote":        vote.Sentences(),
		"funding/analysis":    analysis.Sentences(),
		"funding/apportion":   apportion.Sentences(),
		"funding/twoway":      twoway.Sentences(),
		"grading":             grading.Sentences(),
		"grading/whatif":      whatif.Sentences(),
		"grading/award":       award.Sentences(),
		"grading/eligibility": eligibility.Sentences(),
		"grading/life":        life.Sentences(),
		"org":                 org.Sentences(),
		"org/assign":          assign.Sentences(),
		"org/band":            band.Sentences(),
		"org/council":         council.Sentences(),
		"org/due":             due.Sentences(),
		"org/name":            name.Sentences(),
		"org/network":         network.Sentences(),
		"org/base":            base.Sentences(),
		"org/post":            post.Sentences(),
		"org/regime":          regime.Sentences(),
		"org/association":     association.Sentences(),
		"org/linkage":         linkage.Sentences(),
		"org/rule":            rule.Sentences(),
		"org/stage":           stage.Sentences(),
		"volunteer":           volunteer.Sentences(),
		"volunteer/honour":    honour.Sentences(),
		"volunteer/hours":     hours.Sentences(),
		"volunteer/insurance": insurance.Sentences(),
		"volunteer/roster":    roster.Sentences(),
		"volunteer/talent":    talent.Sentences(),
		"volunteer/studio":    studio.Sentences(),
	}
}

// declaredCode is a constant of type rule.Code.
type declaredCode struct {
	room, name string
	code       rule.Code
}

func declaredCodes(t *testing.T) []declaredCode {
	t.Helper()
	var found []declaredCode
	for _, r := range readHouse(t).rooms {
		for _, name := range r.types.Scope().Names() {
			c, ok := r.types.Scope().Lookup(name).(*types.Const)
			if !ok {
				continue
			}
			if _, is := named(c.Type(), "org/rule", "Code"); is {
				found = append(found, declaredCode{r.path, name, rule.Code(constant.StringVal(c.Val()))})
			}
		}
	}
	require.NotEmpty(t, found)
	slices.SortFunc(found, func(a, b declaredCode) int { return cmp.Compare(a.code, b.code) })
	return found
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	t.Parallel()
	parameter := regexp.MustCompile(`\{[^}]*\}`)
	parameters := func(sentence string) []string {
		names := parameter.FindAllString(sentence, -1)
		slices.Sort(names)
		return slices.Compact(names)
	}
	silent := catalogs()
	for _, d := range declaredCodes(t) {
		catalog, listed := catalogs()[d.room]
		if !assert.True(t, listed, "%s declares codes: add its Sentences to the table of this test", d.room) {
			continue
		}
		text := catalog[d.code]
		assert.NotEmpty(t, strings.TrimSpace(text.ZH), "%s.%s in Chinese", d.room, d.name)
		assert.NotEmpty(t, strings.TrimSpace(text.EN), "%s.%s in English", d.room, d.name)
		assert.Equal(t, parameters(text.ZH), parameters(text.EN), "parameters of %s.%s", d.room, d.name)
		delete(silent[d.room], d.code)
	}
	for room, left := range silent {
		assert.Empty(t, left, "sentences of %s without a code", room)
	}
}

// testdata/codes.golden lists every code there ever was. One that is no longer
// declared is marked retired and never comes back; UPDATE_GOLDEN=1 adds the
// new ones and marks those that are gone.
func TestCodesAreStable(t *testing.T) {
	t.Parallel()
	golden := filepath.Join("testdata", "codes.golden")
	text, err := os.ReadFile(golden)
	update := os.Getenv("UPDATE_GOLDEN") != ""
	if !update {
		require.NoError(t, err)
	}
	var declared []string
	owner := map[rule.Code]declaredCode{}
	for _, d := range declaredCodes(t) {
		declared = append(declared, string(d.code))
		assert.Regexp(t, `^[a-z0-9-]+(\.[a-z0-9-]+)*$`, d.code)
		if other, taken := owner[d.code]; taken {
			assert.Fail(t, "a code with two meanings", "%s is %s.%s and %s.%s", d.code, d.room, d.name, other.room, other.name)
		}
		owner[d.code] = d
	}

	want, reused := merged(string(text), declared)
	assert.Empty(t, reused, "retired codes")
	if update {
		require.NoError(t, os.WriteFile(golden, []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, string(text), "run with UPDATE_GOLDEN=1 if codes are new or retired")
}

const retired = " retired"

// merged returns the golden list brought up to date with the codes declared,
// and the codes declared that were retired.
func merged(golden string, declared []string) (updated string, reused []string) {
	lines := slices.Clone(declared)
	for line := range strings.FieldsSeq(strings.ReplaceAll(golden, retired, "\x00")) {
		code, gone := strings.CutSuffix(line, "\x00")
		switch is := slices.Contains(declared, code); {
		case gone && is:
			reused = append(reused, code)
		case !is:
			lines = append(lines, code+retired)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n", reused
}

func TestMergedKeepsWhatIsRetired(t *testing.T) {
	t.Parallel()
	updated, reused := merged("a.one\nb.two retired\nc.three\nd.four retired\n", []string{"a.one", "d.four", "e.five"})
	assert.Equal(t, "a.one\nb.two retired\nc.three retired\nd.four\ne.five\n", updated)
	assert.Equal(t, []string{"d.four"}, reused)
}
