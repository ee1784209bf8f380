package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/clitest"
)

// command is run as the tests of all commands run theirs.
func command() clitest.Run { return run }

func TestReport(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command().Golden(t, "testdata/report."+lang+".txt", "-lang", lang)
	}
	command().Golden(t, "testdata/2011.zh.txt", "-lang", "zh", "-date", "2011-06-30", "-by", "town,state,track")
}

func TestExplain(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command().Golden(t, "testdata/a-02."+lang+".txt", "-lang", lang, "-explain", "A-02")
		command().Golden(t, "testdata/gr-0207."+lang+".txt", "-lang", lang, "-explain", "gr-0207")
	}
}

// TestAnyDayAddsUp asks for days across the calendar: every split has the
// total, and legal persons and grassroots make it up.
func TestAnyDayAddsUp(t *testing.T) {
	t.Parallel()
	for _, date := range []string{"0001-01-01", "1999-12-31", "2003-07-01", "2008-02-29", "2012-12-31", "2014-06-30", "2015-03-31", "9999-12-31"} {
		stdout, stderr, code := command().Call("-json", "-date", date, "-by", "village,sector,year,track")
		require.Zero(t, code, stderr)
		var got struct {
			Legal  int `json:"legal_persons"`
			Groups int `json:"social_groups"`
			Units  int `json:"private_units"`
			Filed  int `json:"grassroots"`
			Census struct {
				Groups []struct{ N int }
				Total  int
			}
			Service struct {
				Organizations, Orphans int
				Lines                  []struct{ Served, Unserved int }
			}
		}
		require.NoError(t, json.Unmarshal([]byte(stdout), &got))
		sum := 0
		for _, g := range got.Census.Groups {
			sum += g.N
		}
		assert.Equal(t, got.Census.Total, sum, date)
		assert.Equal(t, got.Census.Total, got.Legal+got.Filed, date)
		assert.Equal(t, got.Legal, got.Groups+got.Units, date)
		assert.Equal(t, got.Census.Total, got.Service.Organizations, date)
		for _, l := range got.Service.Lines {
			assert.Equal(t, got.Census.Total, l.Served+l.Unserved, date)
		}
	}
}

func TestEveryApplicationIsExplained(t *testing.T) {
	t.Parallel()
	outcome := map[string]string{"A-01": "register", "A-02": "file", "A-03": "approve preparation", "A-04": "file", "A-05": "refuse", "A-06": "refuse"}
	for _, a := range applications() {
		stdout, stderr, code := command().Call("-lang", "en", "-explain", a.ID)
		assert.Zero(t, code, stderr)
		assert.Contains(t, stdout, a.Name)
		assert.Contains(t, stdout, "\nResult        "+outcome[a.ID], a.ID)
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	stdout, stderr, code := command().Call("-lang", "en", "-date", "2015-02-30", "-by", "colour,town")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, "-date: ")
	assert.Contains(t, stderr, "-by: ")
	_, stderr, code = command().Call("-lang", "en", "-explain", "nobody")
	assert.Equal(t, 2, code)
	assert.Equal(t, "-explain: there is no application nobody, and no such organization in the registry on 2015-03-31\n", stderr)
}
