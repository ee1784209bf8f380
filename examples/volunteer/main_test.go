package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/clitest"
)

var command = clitest.Run(run)

func TestReport(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/report."+lang+".txt", "-lang", lang)
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/v00300."+lang+".txt", "-lang", lang, "-explain", "v00300")
	}
	stdout, stderr, code := command.Call("-explain", "nobody", "-lang", "en")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Equal(t, "person: nobody on the register has the id \"nobody\"\n", stderr)
}

// TestIdentitiesAreMasked looks for every identity number of the register in
// everything that is printed.
func TestIdentitiesAreMasked(t *testing.T) {
	t.Parallel()
	d, err := synthetic()
	require.NoError(t, err)
	var written strings.Builder
	for _, args := range [][]string{{}, {"-json"}, {"-explain", "v00300"}, {"-explain", "v00300", "-json"}} {
		stdout, stderr, _ := command.Call(args...)
		written.WriteString(stdout + stderr)
	}
	text := written.String()
	bodies := map[string]bool{}
	for i := range len(text) - 18 {
		if text[i:i+6] == "330211" {
			bodies[text[i:i+18]] = true
		}
	}
	for _, p := range d.register.All() {
		assert.False(t, bodies[p.Identity.Reveal()])
		for _, g := range p.Guardians {
			assert.False(t, bodies[g.Identity.Reveal()])
		}
	}
	assert.Contains(t, text, "3****************")
}

func TestJSON(t *testing.T) {
	t.Parallel()
	stdout, _, code := command.Call("-json")
	require.Zero(t, code)
	var got struct {
		Count  struct{ Heads int }
		Before struct{ Uninsured int }                                   `json:"before_repair"`
		After  struct{ Insured, Heads, Uninsured, Twice, Strangers int } `json:"after_repair"`
		Roster struct {
			Wanted int
			Turns  []struct{ Person string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Positive(t, got.Before.Uninsured)
	assert.Equal(t, got.After.Heads, got.After.Insured)
	assert.Zero(t, got.After.Uninsured+got.After.Twice+got.After.Strangers)
	assert.Equal(t, 500, got.Roster.Wanted)
}
