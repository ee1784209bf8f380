package volunteer_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// The example number of GB 11643, and one that ends in X.
const (
	known  = "11010519491231002X"
	female = "440524188001010014"
)

func TestParseIdentity(t *testing.T) {
	t.Parallel()
	for _, s := range []string{known, female} {
		id, err := volunteer.ParseIdentity(s)
		require.NoError(t, err, s)
		assert.Equal(t, s, id.Reveal())
	}
	id, err := volunteer.ParseIdentity("11010519491231002x")
	require.NoError(t, err)
	assert.Equal(t, known, id.Reveal())
	assert.Equal(t, rule.Day(1949, 12, 31), id.Birth())
	assert.Equal(t, "110105", id.Division())
	assert.Equal(t, "1****************X", id.String())
	assert.Len(t, id.String(), 18)
	assert.Empty(t, volunteer.Identity{}.String())
	assert.Empty(t, volunteer.Identity{}.Reveal())
	assert.True(t, volunteer.Identity{}.Birth().IsZero())
}

func TestIdentityFaults(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		number string
		codes  []rule.Code
	}{
		"empty":            {"", []rule.Code{volunteer.IdentityLength}},
		"short":            {"1101051949123100", []rule.Code{volunteer.IdentityLength}},
		"old form":         {"110105491231002", []rule.Code{volunteer.IdentityLength}},
		"long":             {known + "0", []rule.Code{volunteer.IdentityLength}},
		"letters":          {"1101O519491231OO2X", []rule.Code{volunteer.IdentityDigit, volunteer.IdentityDigit, volunteer.IdentityDigit}},
		"X in the middle":  {"11010519X91231002X", []rule.Code{volunteer.IdentityDigit}},
		"no such province": {"990105194912310026", []rule.Code{volunteer.IdentityDivision}},
		"29 February":      {"110105190002290029", []rule.Code{volunteer.IdentityBirth}},
		"month 13":         {"110105194913310029", []rule.Code{volunteer.IdentityBirth}},
		"day 00":           {"110105194912000029", []rule.Code{volunteer.IdentityBirth}},
		"year 0000":        {"110105000012310024", []rule.Code{volunteer.IdentityBirth}},
		"check":            {"110105194912310021", []rule.Code{volunteer.IdentityCheck}},
		"all three":        {"000105194913310021", []rule.Code{volunteer.IdentityBirth, volunteer.IdentityCheck, volunteer.IdentityDivision}},
		"masked":           {"1****************X", []rule.Code{volunteer.IdentityMasked}},
		"full width":       {"110105194912310", []rule.Code{volunteer.IdentityLength}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := volunteer.ParseIdentity(test.number)
			var got []rule.Code
			for _, p := range rule.ProblemsOf(err) {
				if p.Code != volunteer.IdentityCheck || len(test.codes) == 1 && test.codes[0] == p.Code || len(test.codes) == 3 {
					got = append(got, p.Code)
				}
			}
			assert.Equal(t, test.codes, got)
			if len(test.number) > 6 {
				assert.NotContains(t, err.Error(), test.number)
			}
		})
	}
}

func TestIdentityIsMaskedWhateverTheVerb(t *testing.T) {
	t.Parallel()
	id, err := volunteer.ParseIdentity(known)
	require.NoError(t, err)
	hidden := struct{ id volunteer.Identity }{id}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%X", "%b", "%o", "%08d", "%T"} {
		for _, value := range []any{id, &id, hidden, []volunteer.Identity{id}, map[volunteer.Identity]int{id: 1}} {
			out := fmt.Sprintf(verb, value)
			assert.NotContains(t, out, known[:17], verb)
			assert.NotContains(t, out, "19491231", verb)
		}
	}
	out, err := json.Marshal(id)
	require.NoError(t, err)
	assert.Equal(t, `"1****************X"`, string(out))
}

func TestIdentityJSON(t *testing.T) {
	t.Parallel()
	var p struct {
		Identity volunteer.Identity `json:"identity"`
	}
	require.NoError(t, rule.Decode([]byte(`{"identity":"`+known+`"}`), &p))
	assert.Equal(t, known, p.Identity.Reveal())
	for in, code := range map[string]rule.Code{
		`{"identity":` + female + `}`:             volunteer.IdentityText,
		`{"identity":["` + known + `"]}`:          volunteer.IdentityText,
		`{"identity":{"number":"` + known + `"}}`: volunteer.IdentityText,
		`{"identity":null}`:                       volunteer.IdentityText,
		`{"identity":"110105194912310021"}`:       volunteer.IdentityCheck,
		`{"identity":"1****************X"}`:       volunteer.IdentityMasked,
	} {
		err := rule.Decode([]byte(in), &p)
		require.ErrorIs(t, err, code, in)
		assert.NotContains(t, err.Error(), "19491231")
		assert.Equal(t, known, p.Identity.Reveal(), "the target stays as it was")
		for _, problem := range rule.ProblemsOf(err) {
			assert.Equal(t, "identity", problem.Path)
		}
	}
}
