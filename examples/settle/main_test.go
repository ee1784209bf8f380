package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/sancheng-go/sancheng/examples/internal/clitest"
	"github.com/sancheng-go/sancheng/funding"
)

var command = clitest.Run(run)

var languages = []string{"zh", "en"}

func TestReport(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		command.Golden(t, "testdata/report."+lang+".txt", "-lang", lang)
	}
	command.Golden(t, "testdata/report.csv", "-csv")
	command.Golden(t, "testdata/report.json", "-json")
}

func TestExplain(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		command.Golden(t, "testdata/P07."+lang+".txt", "-explain", "P07", "-lang", lang)
	}
	// the page says in JSON what it says in both languages
	stdout, _, _ := command.Call("-explain", "P07", "-json")
	type step struct {
		Text  struct{ ZH, EN string }
		Parts []step
	}
	var page struct{ Steps, Notes []step }
	require.NoError(t, json.Unmarshal([]byte(stdout), &page))
	zh, _, _ := command.Call("-explain", "P07", "-lang", "zh")
	en, _, _ := command.Call("-explain", "P07", "-lang", "en")
	said := 0
	for steps := append(page.Steps, page.Notes...); len(steps) > 0; steps = steps[1:] {
		assert.Contains(t, zh, steps[0].Text.ZH)
		assert.Contains(t, en, steps[0].Text.EN)
		steps = append(steps, steps[0].Parts...)
		said++
	}
	assert.Greater(t, said, 10)
	nothing, stderr, code := command.Call("-explain", "P99", "-lang", "zh")
	assert.Equal(t, 2, code)
	assert.Empty(t, nothing)
	assert.Equal(t, "-explain:申请表里没有编号“P99”\n", stderr)
}

// The printed scheme is one to start from: it settles to the same.
func TestPrint(t *testing.T) {
	t.Parallel()
	printed, stderr, code := command.Call("-print")
	require.Zero(t, code, stderr)
	want, err := funding.DecodeScheme(sampleScheme)
	require.NoError(t, err)
	got, err := funding.DecodeScheme([]byte(printed))
	require.NoError(t, err)
	assert.Equal(t, want, got)
	same, _, _ := command.Call("-scheme", file(t, "scheme.json", printed), "-json")
	plain, _, _ := command.Call("-json")
	assert.Equal(t, plain, same)
}

// file writes a file and returns its name.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// A table as clerks keep it settles to the same as the sample.
func TestTablesOfClerks(t *testing.T) {
	t.Parallel()
	want, _, _ := command.Call("-json")
	plain := string(sampleRequests)
	header, rows, _ := strings.Cut(plain, "\n")
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(plain)
	require.NoError(t, err)
	require.NotEqual(t, plain, gb)
	digits := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．")
	wide, grouped, spaced := header+"\n", header+"\n", header+"\n\n"
	for row := range strings.Lines(rows) {
		cells := strings.Split(strings.TrimSpace(row), ",")
		amounts := []string{digits.Replace(cells[3]), digits.Replace(cells[4]), digits.Replace(cells[5])}
		wide += strings.Join(append(cells[:3:3], amounts...), ",") + "\n"
		asked := cells[3]
		if n := len(asked) - 3; n > 0 {
			asked = `"` + asked[:n] + "," + asked[n:] + `.00"`
		}
		grouped += strings.Join([]string{cells[0], cells[1], cells[2], asked, cells[4], cells[5]}, ",") + "\n"
		spaced += "  " + strings.Join(cells, " , ") + " \r\n,,,,,\r\n"
	}
	for name, text := range map[string]string{
		"byte order mark":     "\uFEFF" + plain,
		"GB18030":             gb,
		"line ends":           strings.ReplaceAll(plain, "\n", "\r\n"),
		"English headers":     "id,organization,territory,asked,social,score\n" + rows,
		"other headers":       " 申请编号 ,申请单位,区划代码,申请额,自筹资金,评审得分\n" + rows,
		"upper case":          "ID,Organization,Territory,Amount,Social Money,SCORE\n" + rows,
		"full-width digits":   wide,
		"thousands separated": grouped,
		"spaces, blank rows":  spaced,
	} {
		got, stderr, code := command.Call("-json", "-requests", file(t, "requests.csv", text))
		require.Zero(t, code, "%s: %s", name, stderr)
		assert.Equal(t, want, got, name)
	}
}

// An analyst's own rules and table: facts the conditions ask for are columns.
func TestAnalyst(t *testing.T) {
	t.Parallel()
	own := []string{"-scheme", "testdata/analyst/scheme.json", "-requests", "testdata/analyst/requests.csv"}
	for _, lang := range languages {
		command.Golden(t, "testdata/analyst/report."+lang+".txt", append(own, "-lang", lang)...)
		command.Golden(t, "testdata/analyst/explain."+lang+".txt", append(own, "-lang", lang, "-explain", "丁")...)
		command.Golden(t, "testdata/analyst/figures."+lang+".txt", append(own, "-lang", lang, "-figures", "-by", "class")...)
	}
}

// While a fault stands nothing is settled, and every fault is listed.
func TestEveryFaultIsListed(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		stdout, stderr, code := command.Call("-lang", lang,
			"-scheme", "testdata/analyst/scheme.json", "-requests", "testdata/analyst/faulty.csv")
		assert.Equal(t, 2, code)
		assert.Empty(t, stdout)
		clitest.Golden(t, "testdata/analyst/faulty."+lang+".txt", stderr)
	}
	for name, c := range map[string]struct{ args, want string }{
		"no scheme": {"-scheme nowhere.json", "cannot read nowhere.json: there is no such file\n"},
		"both":      {"-scheme nowhere.json -requests nowhere.csv -compare no.json", "cannot read nowhere.json: there is no such file\ncannot read nowhere.csv: there is no such file\n-compare: cannot read no.json: there is no such file\n"},
		"no JSON":   {"-scheme main.go", "not JSON: line 1, \"/\" should not be here\n"},
	} {
		stdout, stderr, code := command.Call(append(strings.Fields(c.args), "-lang", "en")...)
		assert.Equal(t, 2, code, name)
		assert.Empty(t, stdout, name)
		assert.Equal(t, c.want, stderr, name)
	}
}

// What every source pays adds up to what the requests receive, and no budget
// is overspent.
func TestBudgetsAddUp(t *testing.T) {
	t.Parallel()
	stdout, _, code := command.Call("-json")
	require.Zero(t, code)
	var s struct {
		Awards []struct {
			Asked, Total, Unmet funding.Money
			Cells               []struct {
				Source string
				Amount funding.Money
			}
		}
		Accounts []struct {
			Source       string
			Budget, Left *funding.Money
			Paid         funding.Money
			Claimed      json.Number
			Short        bool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &s))
	require.Len(t, s.Awards, 37)
	paid := map[string]int64{}
	for _, a := range s.Awards {
		sum := int64(0)
		for _, cell := range a.Cells {
			paid[cell.Source] += cell.Amount.Fen()
			sum += cell.Amount.Fen()
		}
		assert.Equal(t, a.Total.Fen(), sum)
		assert.Equal(t, a.Asked.Fen(), sum+a.Unmet.Fen())
	}
	short := 0
	for _, a := range s.Accounts {
		assert.Equal(t, paid[a.Source], a.Paid.Fen(), a.Source)
		if a.Budget != nil {
			assert.Equal(t, a.Budget.Fen(), a.Paid.Fen()+a.Left.Fen(), a.Source)
			assert.GreaterOrEqual(t, a.Left.Sign(), 0, a.Source)
		}
		if a.Short {
			short++
		}
	}
	assert.Positive(t, short, "the sample shows a short budget")
}

func TestFigures(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		command.Golden(t, "testdata/figures."+lang+".txt", "-figures", "-by", "town", "-lang", lang)
	}
	command.Golden(t, "testdata/figures.json", "-figures", "-json")
}

// whatIf is the sample with a lower cap of the lottery fund, no fiscal money of
// the community and a larger part of the district.
func whatIf(t *testing.T) string {
	t.Helper()
	s, err := funding.DecodeScheme(sampleScheme)
	require.NoError(t, err)
	s.ID = "sample.what-if"
	s.Sources[1].Cap = new(funding.Yuan(9_000))
	s.Sources = s.Sources[:4]
	data, err := funding.EncodeScheme(s)
	require.NoError(t, err)
	return file(t, "other.json", string(data))
}

func TestCompare(t *testing.T) {
	t.Parallel()
	other := whatIf(t)
	for _, lang := range languages {
		command.Golden(t, "testdata/compare."+lang+".txt", "-compare", other, "-by", "town", "-lang", lang)
	}
	command.Golden(t, "testdata/compare.json", "-compare", other, "-json")
	same, _, code := command.Call("-compare", "scheme.json", "-lang", "en")
	assert.Zero(t, code)
	assert.NotContains(t, same, "+")
}

func TestAsk(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"ratio":  "-ask lottery.ratio -grid 0.1..1/0.01 -within 250000 -of lottery",
		"budget": "-ask district.budget -grid 0..600000/1000 -fund-from 80",
		"worse":  "-ask lottery.budget -grid 100000..500000/10000 -none-worse",
	} {
		for _, lang := range languages {
			command.Golden(t, "testdata/ask-"+name+"."+lang+".txt", append(strings.Fields(args), "-lang", lang)...)
		}
	}
	command.Golden(t, "testdata/ask-ratio.json", "-ask", "lottery.ratio", "-grid", "0.1..1/0.01", "-within", "250000", "-json")

	for args, want := range map[string]string{
		"-ask ratio -grid 1..2 -of x": "-ask: ratio should be SOURCE.ratio, SOURCE.amount, SOURCE.cap or SOURCE.budget\n" +
			"-ask: -ask takes one of -within, -fund-from and -none-worse\n" +
			"-grid: 1..2 should be FROM..TO/STEP, such as 0.1..1.5/0.01\n-of: goes with -within only\n",
		"-ask a.size -grid 1..2/1 -within 1x -none-worse": "-ask: a.size should be SOURCE.ratio, SOURCE.amount, SOURCE.cap or SOURCE.budget\n" +
			"-ask: -ask takes one of -within, -fund-from and -none-worse\n" +
			"-within: \"1x\" is not an amount (a minus, digits, one point, as in 1678000.00)\n",
		"-grid 1..2/1 -none-worse":                             "-grid: goes with -ask only\n-none-worse: goes with -ask only\n",
		"-ask nobody.ratio -grid 1..2/0 -within 5 -of anybody": "-ask.of: the scheme has no source anybody\n-ask.source: the scheme has no source nobody\n-ask.step: the step 0 must be above zero\n",
		"-ask social.cap -grid 1..2/1 -fund-from all":          "-ask.vary: source social has no cap to vary\n",
		"-ask lottery.cap -grid 1..2/0.001 -fund-from all":     "-ask.at: amount 1.001 is finer than a fen (two decimals)\n",
	} {
		stdout, stderr, code := command.Call(append(strings.Fields(args), "-lang", "en")...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout, args)
		assert.Equal(t, want, stderr, args)
	}
}

// A receipt is verified by computing the round again; one fen or one reason
// changed at any place is found, and the exit code is 1.
func TestVerify(t *testing.T) {
	t.Parallel()
	written, stderr, code := command.Call("-receipt")
	require.Zero(t, code, stderr)
	stdout, _, code := command.Call("-verify", file(t, "settlement.json", written), "-lang", "en")
	assert.Zero(t, code)
	assert.Equal(t, "computed again: every fen and every reason agrees\n", stdout)
	for name, c := range map[string]struct{ old, changed, want string }{
		"a fen":      {`"amount": "9481.67"`, `"amount": "9481.68"`, "awards[0].cells[1].steps: "},
		"a total":    {`"total": "43500.00"`, `"total": "43500.01"`, "awards[6].total"},
		"an account": {`"left": "51000.11"`, `"left": "51000.10"`, "accounts[2]"},
		"a reason":   {`"code": "award.cut-pro-rata"`, `"code": "award.capped"`, "awards[0].cells[1]"},
		"the rules":  {`"scheme_digest": "`, `"scheme_digest": "0`, "scheme_digest"},
	} {
		require.Contains(t, written, c.old, name)
		forged := strings.Replace(written, c.old, c.changed, 1)
		stdout, stderr, code := command.Call("-verify", file(t, "settlement.json", forged), "-lang", "en")
		assert.Equal(t, 1, code, name)
		assert.Contains(t, stdout, c.want, name)
		assert.Contains(t, stderr, "checks failed: ", name)
	}
	// the receipt of other requests or other rules does not pass
	stdout, _, code = command.Call("-scheme", whatIf(t), "-verify", file(t, "settlement.json", written), "-lang", "zh")
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "scheme:应为 sample.what-if,实为 sample.2015\n")
	_, stderr, code = command.Call("-verify", file(t, "broken.json", `{"schema": "settlement/1", "data": {"scheme": 3}}`), "-lang", "en")
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, "-verify.scheme: ")
}

// Digests depend on what was settled, not on the order or form of the table.
func TestDigest(t *testing.T) {
	t.Parallel()
	want, stderr, code := command.Call("-digest", "-json")
	require.Zero(t, code, stderr)
	lines := strings.Split(strings.TrimSpace(string(sampleRequests)), "\n")
	slices.Reverse(lines[1:])
	got, _, _ := command.Call("-digest", "-json", "-requests", file(t, "turned.csv", strings.Join(lines, "\r\n")))
	assert.Equal(t, want, got)
	other, _, _ := command.Call("-digest", "-json", "-scheme", whatIf(t))
	assert.NotEqual(t, want, other)
	for _, lang := range languages {
		command.Golden(t, "testdata/digest."+lang+".txt", "-digest", "-lang", lang)
	}
}
