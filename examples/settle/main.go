// Command settle settles a funding round: requests from a table, rules from a
// scheme, every fen accounted for.
//
//	go run ./examples/settle                                   the embedded sample
//	go run ./examples/settle -scheme scheme.json -requests requests.csv
//	go run ./examples/settle -explain P07 -lang zh             one award, explained
//	go run ./examples/settle -receipt >settlement.json         the outcome with every reason
//	go run ./examples/settle -verify settlement.json           computed again, another way
//	go run ./examples/settle -digest                           for two offices to compare
//	go run ./examples/settle -figures -by town                 leverage, Gini, shares
//	go run ./examples/settle -compare other.json -by town      who would win and lose
//	go run ./examples/settle -ask lottery.ratio -grid 0.1..1/0.01 -within 350000
//	                                                           the largest ratio that stays within it
//	go run ./examples/settle -ask district.budget -grid 0..600000/1000 -fund-from 80
//	                                                           the smallest budget that funds all from 80 points up
//
// The sample is synthetic and its scheme illustrative. The table is CSV as
// clerks keep it: UTF-8 or GB18030, headers in Chinese or English. While a
// fault stands nothing is settled; every fault is listed, and the exit code is
// 2. The scheme is JSON; -print writes the sample's, to start from. Facts that a
// scheme's conditions ask for are columns of the table, under their name or
// label.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"io"
	"maps"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/org/rule"
)

//go:embed scheme.json
var sampleScheme []byte

//go:embed requests.csv
var sampleRequests []byte

func main() { cli.Main(run) }

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("settle", rule.Words("核定一轮资助", "settles a funding round"))
	var o options
	o.scheme = c.String("scheme", "", rule.Words("资助办法(JSON);不给则用内置示例", "the scheme (JSON); by default the embedded sample"))
	o.requests = c.String("requests", "", rule.Words("申请表(CSV);不给则用内置示例", "the table of requests (CSV); by default the embedded sample"))
	o.explain = c.String("explain", "", rule.Words("只说明一件申请,给编号", "explain one request, by its id"))
	o.csv = c.Bool("csv", rule.Words("以 CSV 输出", "write CSV"))
	o.print = c.Bool("print", rule.Words("输出所用的资助办法(JSON)", "write the scheme in use (JSON)"))
	o.figures = c.Bool("figures", rule.Words("列出撬动、集中度和各方份额", "leverage, concentration and shares"))
	o.compare = c.String("compare", "", rule.Words("另一份资助办法(JSON):对照谁增谁减", "another scheme (JSON): who would receive more and less"))
	o.by = c.String("by", "", rule.Words("按某项事实分组,如 town、organization", "group by a fact, such as town or organization"))
	o.receipt = c.Bool("receipt", rule.Words("输出核定结果(JSON),带逐格理由和摘要,供核对", "write the settlement (JSON) with every reason and digests, to be verified"))
	o.verify = c.String("verify", "", rule.Words("核对一份核定结果(JSON):重新计算,列出不符之处", "verify a settlement (JSON): compute it again and list what differs"))
	o.digest = c.Bool("digest", rule.Words("输出办法、申请、核定结果的摘要,供两家比对", "write the digests of scheme, requests and settlement, for two offices to compare"))
	o.question.flags(c)
	return c.Run(args, stdout, stderr, o.settle)
}

type options struct {
	scheme, requests, explain *string
	compare, by, verify       *string
	csv, print, figures       *bool
	receipt, digest           *bool
	question                  question
}

// round is the requests, settled under the scheme in use and, where one is
// compared, under another.
type round struct {
	requests []request
	settled  *funding.Settlement
	other    *funding.Settlement
}

func (o options) settle(out *cli.Output) error {
	r, err := o.read()
	if err != nil {
		return err
	}
	switch {
	case *o.print:
		data, err := funding.EncodeScheme(r.settled.Scheme())
		if err != nil {
			return err
		}
		_, err = out.Write(data)
		return err
	case *o.explain != "":
		i, ok := r.settled.Find(*o.explain)
		if !ok {
			return problems.Problem("-explain", RequestUnknown, rule.With("id", rule.Quoted(*o.explain)))
		}
		return writePage(out, r.settled.Explain(i))
	case *o.verify != "":
		return verify(out, r, *o.verify)
	case *o.receipt:
		return writeReceipt(out, r)
	case *o.digest:
		return writeDigests(out, r)
	case o.question.asked():
		return o.question.answer(out, r)
	case r.other != nil:
		return writeComparison(out, r, o.grouping())
	case *o.figures:
		return writeFigures(out, r.settled, o.grouping())
	case out.JSON:
		return out.Encode(r.settled)
	case *o.csv:
		return writeCSV(out, r.settled)
	}
	writeTables(out, r.settled)
	return nil
}

func (o options) grouping() analysis.Grouping {
	if *o.by == "" {
		return analysis.Grouping{}
	}
	return analysis.ByFact(*o.by)
}

// read reads the schemes and the table and settles it, and reports every fault
// of all of them.
func (o options) read() (round, error) {
	var found rule.Problems
	scheme, err := readScheme(*o.scheme)
	found.Nest("", err)
	schemes := []funding.Scheme{scheme}
	if *o.compare != "" {
		other, err := readScheme(*o.compare)
		found.Nest("-compare", err)
		schemes = append(schemes, other)
	}
	facts := rule.Vocabulary{}
	for _, s := range schemes {
		maps.Copy(facts, s.Facts)
	}
	var r round
	settle := func(sheet cli.Sheet[request]) error {
		var faults rule.Problems
		var settled [2]*funding.Settlement
		for k, s := range schemes {
			var err error
			settled[k], err = funding.Settle(s, sheet.Rows)
			if len(faults) == 0 {
				faults.Nest("", sheet.Locate("requests", err))
			}
		}
		r = round{sheet.Rows, settled[0], settled[1]}
		return faults.Err()
	}
	if len(found) > 0 {
		settle = nil // without a scheme only the cells can be looked at
	}
	found.Nest("", o.readRequests(settle, facts))
	found.Nest("", o.question.check())
	return r, found.Err()
}

// readScheme reads a scheme, or the sample where no file is named.
func readScheme(name string) (funding.Scheme, error) {
	data := sampleScheme
	if name != "" {
		var err error
		if data, err = cli.ReadFile(name); err != nil {
			return funding.Scheme{}, err
		}
	}
	return funding.DecodeScheme(data)
}

// readRequests reads the table and settles it.
func (o options) readRequests(settle func(cli.Sheet[request]) error, facts rule.Vocabulary) error {
	from := io.Reader(bytes.NewReader(sampleRequests))
	if *o.requests != "" {
		file, err := cli.Open(*o.requests)
		if err != nil {
			return err
		}
		defer file.Close()
		from = file
	}
	_, err := cli.ReadChecked(from, settle, columns(facts)...)
	return err
}
