// Command settle settles a funding round: requests from a table, rules from a
// scheme, every fen accounted for.
//
//	go run ./examples/settle                                   the embedded sample
//	go run ./examples/settle -scheme scheme.json -requests requests.csv
//	go run ./examples/settle -explain P07 -lang zh             one award, explained
//
// The sample is synthetic and its scheme illustrative. The table is CSV as
// clerks keep it: UTF-8 or GB18030, headers in Chinese or English. While a
// fault stands nothing is settled; every fault is listed, and the exit code is
// 2. The scheme is JSON; -print writes the sample's, to start from.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"io"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
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
	return c.Run(args, stdout, stderr, o.settle)
}

type options struct {
	scheme, requests, explain *string
	csv, print                *bool
}

func (o options) settle(out *cli.Output) error {
	var found rule.Problems
	scheme, err := o.readScheme()
	found.Nest("", err)
	var settled *funding.Settlement
	settle := func(sheet cli.Sheet[funding.Request]) error {
		var err error
		settled, err = funding.Settle(scheme, sheet.Rows)
		return sheet.Locate("requests", err)
	}
	if err != nil {
		settle = nil // without a scheme only the cells can be looked at
	}
	found.Nest("", o.readRequests(settle))
	if len(found) > 0 {
		return found.Err()
	}
	if *o.print {
		data, err := funding.EncodeScheme(scheme)
		if err != nil {
			return err
		}
		_, err = out.Write(data)
		return err
	}
	switch {
	case *o.explain != "":
		i, ok := settled.Find(*o.explain)
		if !ok {
			return problems.Problem("-explain", RequestUnknown, rule.With("id", rule.Quoted(*o.explain)))
		}
		return writePage(out, settled.Explain(i))
	case out.JSON:
		return out.Encode(settled)
	case *o.csv:
		return writeCSV(out, settled)
	}
	writeTables(out, settled)
	return nil
}

func (o options) readScheme() (funding.Scheme, error) {
	data := sampleScheme
	if *o.scheme != "" {
		var err error
		if data, err = cli.ReadFile(*o.scheme); err != nil {
			return funding.Scheme{}, err
		}
	}
	return funding.DecodeScheme(data)
}

// readRequests reads the table and settles it.
func (o options) readRequests(settle func(cli.Sheet[funding.Request]) error) error {
	from := io.Reader(bytes.NewReader(sampleRequests))
	if *o.requests != "" {
		file, err := cli.Open(*o.requests)
		if err != nil {
			return err
		}
		defer file.Close()
		from = file
	}
	_, err := cli.ReadChecked(from, settle, columns()...)
	return err
}
