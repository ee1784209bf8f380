package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/clitest"
)

var command = clitest.Run(run)

func TestSideBySide(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/both."+lang+".txt", "-lang", lang)
		command.Golden(t, "testdata/p37."+lang+".txt", "-lang", lang, "-explain", "P37")
	}
	stdout, stderr, code := command.Call("-json")
	require.Zero(t, code, stderr)
	var got struct {
		Competition struct {
			Awards []struct{ Entry string }
			Paid   string
		}
		Residents struct{ Winners []string }
		Projects  []struct{}
		Both      int
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Len(t, got.Competition.Awards, 37)
	assert.Equal(t, "1678000.00", got.Competition.Paid)
	assert.Len(t, got.Projects, 60)
	assert.Positive(t, got.Both)
}

// TestReplay holds the four kinds of ballots against results worked out by hand.
// In cumulative.pb, at a share of 15, x and y both cost their supporters a
// quarter per vote and x comes first by its id; at 19 y costs 0.183… and x cannot be
// paid for any more, but z can.
func TestReplay(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ file, rule, satisfaction, ballots, budget, cost, winners string }{
		{"approval", "equal-shares", "cost", "points", "100.00", "99.50", "hall lamps"},
		{"approval", "equal-shares-add1", "cost", "points", "100.00", "99.50", "hall lamps"},
		{"approval", "greedy", "cost", "points", "100.00", "100.00", "hall stage"},
		{"approval", "greedy", "cardinality", "points", "100.00", "79.50", "lamps stage"},
		{"ordinal", "equal-shares", "cost", "points", "20.00", "10.00", "a"},
		{"ordinal", "equal-shares-add1", "cost", "points", "20.00", "20.00", "a c"},
		{"ordinal", "greedy", "cost", "points", "20.00", "20.00", "a c"},
		{"ordinal", "greedy", "cost", "listed", "20.00", "20.00", "a b"},
		{"ordinal", "equal-shares-add1", "cardinal", "pabutools", "20.00", "20.00", "a c"},
		{"cumulative", "equal-shares", "cost", "points", "45.00", "30.00", "x"},
		{"cumulative", "equal-shares-add1", "cost", "points", "45.00", "45.00", "y z"},
		{"cumulative", "greedy", "cost", "points", "45.00", "45.00", "y z"},
		{"cumulative", "greedy", "cost", "listed", "45.00", "45.00", "x z"},
		{"scoring", "equal-shares", "cost", "points", "10.00", "0.00", ""},
		{"scoring", "equal-shares-add1", "cost", "points", "10.00", "0.00", ""},
		{"scoring", "greedy", "cost", "points", "10.00", "10.00", "p"},
	} {
		stdout, stderr, code := command.Call("-json", "-pb", "testdata/"+test.file+".pb", "-rule", test.rule, "-satisfaction", test.satisfaction, "-ballots", test.ballots)
		require.Zero(t, code, stderr)
		var got map[string]any
		require.NoError(t, json.Unmarshal([]byte(stdout), &got))
		winners := make([]any, 0, 3)
		for id := range strings.FieldsSeq(test.winners) {
			winners = append(winners, id)
		}
		assert.Equal(t, map[string]any{"rule": test.rule, "budget": test.budget, "cost": test.cost, "winners": winners}, got, "%v", test)
	}
}

func TestReplayInWords(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/approval."+lang+".txt", "-lang", lang, "-pb", "testdata/approval.pb")
	}
}

// TestTheFilesOwnRule runs a file by the rule it names, and one that demands three
// votes.
func TestTheFilesOwnRule(t *testing.T) {
	t.Parallel()
	stdout, stderr, code := command.Call("-lang", "en", "-pb", "testdata/approval.pb")
	require.Zero(t, code, stderr)
	assert.Contains(t, stdout, "equal shares, by cost")
	assert.Contains(t, stdout, "these are the projects the file says were selected")
	stdout, _, _ = command.Call("-lang", "en", "-pb", "testdata/approval.pb", "-rule", "greedy")
	assert.Contains(t, stdout, "the file says otherwise: 1 more here [stage], 1 fewer [lamps]")
	data, err := os.ReadFile("testdata/approval.pb")
	require.NoError(t, err)
	file := t.TempDir() + "/three.pb"
	text := strings.ReplaceAll(string(data), "rule;equalshares", "rule;greedy\r\nmin_project_score_threshold;3")
	text = strings.NewReplacer("stage;;0", "stage;;1", "lamps;;1", "lamps;;0").Replace(text)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	stdout, stderr, code = command.Call("-lang", "en", "-pb", file)
	require.Zero(t, code, stderr)
	assert.Contains(t, stdout, "greedy by votes")
	assert.Contains(t, stdout, "these are the projects the file says were selected")
	assert.Contains(t, stdout, "1 projects are below the least score the file demands")
	stdout, stderr, code = command.Call("-lang", "en", "-pb", file, "-satisfaction", "cardinality")
	require.Zero(t, code, stderr)
	assert.NotContains(t, stdout, "lamps")
	stdout, stderr, code = command.Call("-lang", "en", "-pb", file, "-satisfaction", "cardinality", "-every")
	require.Zero(t, code, stderr)
	assert.Contains(t, stdout, "lamps")
	require.NoError(t, os.WriteFile(file, []byte(strings.ReplaceAll(text, "threshold;3", "threshold;9")), 0o600))
	_, _, code = command.Call("-pb", file)
	assert.Equal(t, 2, code)
}

func TestFaults(t *testing.T) {
	t.Parallel()
	stdout, stderr, code := command.Call("-lang", "en", "-pb", "testdata/faulty.pb")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	clitest.Golden(t, "testdata/faulty.en.txt", stderr)
	for want, args := range map[string][]string{
		"-rule: method of voting \"best\" is unknown":    {"-rule", "best"},
		"-satisfaction: satisfaction \"joy\" is unknown": {"-satisfaction", "joy"},
		"-ballots: -ballots does not know all":           {"-ballots", "all"},
		"-skip-unknown: -skip-unknown goes with -pb":     {"-skip-unknown"},
		"-explain: there is no project P61":              {"-explain", "P61"},
		"cannot read nothing.pb: there is no such file":  {"-pb", "nothing.pb"},
		"-explain does not go with -pb":                  {"-pb", "testdata/ordinal.pb", "-explain", "a"},
	} {
		stdout, stderr, code := command.Call(append(args, "-lang", "en")...)
		assert.Equal(t, 2, code)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, want)
	}
}

func TestUnknownProjectsAreSkippedOnRequest(t *testing.T) {
	t.Parallel()
	file := t.TempDir() + "/gone.pb"
	data, err := os.ReadFile("testdata/approval.pb")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, append(data, "9;;lamps,gone\r\n"...), 0o600))
	_, stderr, code := command.Call("-lang", "en", "-pb", file)
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, "lines[24].vote: there is no project gone")
	stdout, stderr, code := command.Call("-lang", "en", "-pb", file, "-skip-unknown")
	assert.Zero(t, code, stderr)
	assert.Contains(t, stdout, "1 votes for projects the file does not list were left out")
	assert.Contains(t, stdout, "the file says that num_votes is 5, but has 6")
}
