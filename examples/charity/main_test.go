package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/examples/internal/clitest"
	"github.com/sancheng-go/sancheng/org/rule"
)

var command = clitest.Run(run)

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/portfolio."+lang+".txt", "-lang", lang)
		command.Golden(t, "testdata/p07."+lang+".txt", "-lang", lang, "-explain", "P07")
		command.Golden(t, "testdata/stages."+lang+".mmd", "-lang", lang, "-diagram")
		stdout, _, code := command.Call("-lang", lang, "-zeros")
		assert.Equal(t, 1, code, "zeros that do not hold")
		clitest.Golden(t, "testdata/zeros."+lang+".txt", stdout)
	}
	command.Golden(t, "testdata/midyear.en.txt", "-lang", "en", "-on", "2014-06-30")
}

// Each project ends where its turn leads it, with its books in order, and the
// sixty reach every stage but those nobody's turn leads to.
func TestEveryTurnIsTaken(t *testing.T) {
	t.Parallel()
	projects, err := sixty()
	require.NoError(t, err)
	require.Len(t, projects, count)
	seen := map[charity.Stage]bool{}
	turns := map[turn]bool{}
	for i, p := range projects {
		require.NoError(t, p.Audit())
		turns[turnOf(i)] = true
		for _, v := range p.Visits() {
			seen[v.Stage] = true
		}
		if p.Stage().Ended() {
			assert.Empty(t, p.Balances(), p.Founding().ID)
		}
		switch turnOf(i) {
		case unworthy:
			assert.Equal(t, charity.Withdrawn, p.Stage(), p.Founding().ID)
		case stranded:
			assert.Equal(t, charity.Failing, p.Stage())
		case paidFor:
			assert.Equal(t, charity.Failed, p.Stage())
		}
		assert.False(t, end().Before(p.Last()))
	}
	assert.Len(t, turns, int(stalled)+1)
	for _, s := range append(charity.Five(), charity.Closed, charity.Failed, charity.Withdrawn, charity.Failing, charity.IncubatePaused) {
		assert.True(t, seen[s], s.String())
	}
}

// On whatever day, no yuan has appeared or vanished, and every project is
// somewhere.
func TestAsOfAnyDay(t *testing.T) {
	t.Parallel()
	projects, err := synthetic()
	require.NoError(t, err)
	for day := rule.Day(2013, 1, 1); !end().Before(day); day = day.AddDays(73) {
		f, err := charity.NewPortfolio(projects, day)
		require.NoError(t, err)
		sum := f.Total()
		in := sum.Raised.Fen() + sum.Matched.Fen() + sum.Covered.Fen()
		assert.Equal(t, in, sum.Spent.Fen()+sum.Returned.Fen()+sum.PassedOn.Fen()+sum.Held.Fen(), day)
		founded, somewhere := 0, f.Settling
		for _, p := range projects {
			if !day.Before(p.Founding().Date) {
				founded++
			}
		}
		for _, row := range f.Funnel {
			somewhere += row.Here
			assert.LessOrEqual(t, row.Passed, row.Reached)
		}
		for _, e := range f.Ends {
			somewhere += e.Count
		}
		assert.Equal(t, founded, f.Count)
		assert.Equal(t, founded, somewhere, day)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{}, {"-explain", "P07"}, {"-zeros"}} {
		stdout, _, code := command.Call(append(args, "-json")...)
		assert.Less(t, code, 2)
		assert.True(t, json.Valid([]byte(stdout)), args)
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"no such project": {"-explain", "P61"},
		"not founded yet": {"-explain", "P60", "-on", "2013-01-31"},
		"no such day":     {"-on", "2014-02-30"},
		"no such flag":    {"-nothing"},
	} {
		stdout, stderr, code := command.Call(args...)
		assert.Equal(t, 2, code, name)
		assert.Empty(t, stdout, name)
		assert.NotEmpty(t, stderr, name)
	}
}
