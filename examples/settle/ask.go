package main

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/org/rule"
)

// question is a question asked backwards, in flags.
type question struct {
	ask, grid, within, of, from *string
	noneWorse                   *bool
}

func (q *question) flags(c *cli.Command) {
	q.ask = c.String("ask", "", rule.Words("反算:来源.ratio、来源.amount、来源.cap 或 来源.budget", "ask backwards: SOURCE.ratio, SOURCE.amount, SOURCE.cap or SOURCE.budget"))
	q.grid = c.String("grid", "", rule.Words("-ask 的试算范围:起点..终点/步长,如 0.1..1.5/0.01", "the grid of -ask: FROM..TO/STEP, such as 0.1..1.5/0.01"))
	q.within = c.String("within", "", rule.Words("-ask 求支出不超过此额的最大值", "-ask for the largest that keeps what is paid within this"))
	q.of = c.String("of", "", rule.Words("-within 只计这一来源的支出;不给则计全部公共资金", "whose payments -within counts; by default all public money"))
	q.from = c.String("fund-from", "", rule.Words("-ask 求此分以上全部足额的最小值;all 为不设分数线", "-ask for the smallest that funds all from this score up in full; all for everybody"))
	q.noneWorse = c.Bool("none-worse", rule.Words("-ask 求无一减少的最小值;与现办法比,给了 -compare 则与那份比", "-ask for the smallest by which nobody receives less than under the scheme as it stands, or under that of -compare"))
}

func (q *question) asked() bool { return *q.ask != "" }

// check reports flags that contradict each other or cannot be read.
func (q *question) check() error {
	_, err := q.read(nil)
	return err
}

// read reads the flags.
func (q *question) read(before *funding.Settlement) (analysis.Question, error) {
	var found rule.Problems
	var out analysis.Question
	given := map[string]bool{"-grid": *q.grid != "", "-within": *q.within != "", "-of": *q.of != "", "-fund-from": *q.from != "", "-none-worse": *q.noneWorse}
	if !q.asked() {
		for flag, is := range given {
			if is {
				found.Add(problems.Problem(flag, FlagApart, rule.With("flag", rule.Word("-ask"))))
			}
		}
		return out, found.Err()
	}
	dot := strings.LastIndexByte(*q.ask, '.')
	if err := out.Vary.UnmarshalText([]byte((*q.ask)[dot+1:])); err != nil || dot < 0 {
		found.Add(problems.Problem("-ask", AskSyntax, rule.With("value", rule.Quoted(*q.ask))))
	} else {
		out.Source = (*q.ask)[:dot]
	}
	if err := q.readGrid(&out); err != nil {
		found.Add(problems.Problem("-grid", GridSyntax, rule.With("value", rule.Quoted(*q.grid))))
	}
	goals := 0
	if given["-within"] {
		goals++
		limit, err := funding.ParseMoney(*q.within)
		found.Nest("-within", err)
		out.Goal, out.Limit, out.Of = analysis.WithinLimit, &limit, *q.of
	} else if given["-of"] {
		found.Add(problems.Problem("-of", FlagApart, rule.With("flag", rule.Word("-within"))))
	}
	if given["-fund-from"] {
		goals++
		out.Goal, out.Smallest = analysis.FullyFunded, true
		if *q.from != "all" {
			line, err := rule.ParseDecimal(*q.from)
			found.Nest("-fund-from", err)
			out.Line = &line
		}
	}
	if given["-none-worse"] {
		goals++
		out.Goal, out.Smallest, out.Before = analysis.NoneWorse, true, before
	}
	if goals != 1 {
		found.Add(problems.Problem("-ask", GoalNumber))
	}
	return out, found.Err()
}

// readGrid reads FROM..TO/STEP.
func (q *question) readGrid(out *analysis.Question) error {
	from, rest, _ := strings.Cut(*q.grid, "..")
	to, step, _ := strings.Cut(rest, "/")
	var found rule.Problems
	for _, part := range []struct {
		text string
		to   *decimal.Decimal
	}{{from, &out.From}, {to, &out.To}, {step, &out.Step}} {
		d, err := rule.ParseDecimal(part.text)
		found.Nest("", err)
		*part.to = d
	}
	return found.Err()
}

// answer writes the answer on a page, or all of it as JSON.
func (q *question) answer(out *cli.Output, r round) error {
	before := r.settled
	if r.other != nil {
		before = r.other
	}
	asked, err := q.read(before)
	if err != nil {
		return err
	}
	answer, err := analysis.Ask(r.settled.Scheme(), r.requests, asked)
	var found rule.Problems
	found.Nest("-ask", err)
	if len(found) > 0 {
		return found.Err()
	}
	if out.JSON {
		return out.Encode(answer)
	}
	return writePage(out, answer.Page())
}
