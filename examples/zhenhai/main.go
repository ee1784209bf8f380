// Command zhenhai replays the report of 2015 on Zhenhai's social
// organizations: each of its 34 statements is computed, checked or modelled by
// the library and gets a verdict. The organizations, projects and persons it
// runs on are synthetic; the figures they are held against are the report's.
//
//	go run ./examples/zhenhai                 every statement, with its verdict
//	go run ./examples/zhenhai -fact F15       one statement with all its reasons
//	go run ./examples/zhenhai -lang zh        in Chinese; -json for programs
//
// It exits with 1 if a statement is contradictory.
package main

import (
	"context"
	"fmt"
	"io"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

func main() { cli.Main(run) }

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("zhenhai", rule.Words("逐条复核镇海区 2015 年报告", "replays Zhenhai's report of 2015, statement by statement"))
	only := c.String("fact", "", rule.Words("只看一条,附全部理由,如 F15", "one statement with all its reasons, such as F15"))
	file := c.String("document", "", rule.Words("另一份报告数据(JSON)", "another version of the report's data (JSON)"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		data := embedded
		if *file != "" {
			var err error
			if data, err = cli.ReadFile(*file); err != nil {
				return err
			}
		}
		d, err := readDocument(data)
		if err != nil {
			return err
		}
		facts, err := replay(d, *only)
		if err != nil {
			return err
		}
		if *only != "" && len(facts) == 0 {
			return problems.Problem("-fact", StatementUnknown, rule.With("id", rule.Quoted(*only)))
		}
		if err := write(out, d, facts, *only != ""); err != nil {
			return err
		}
		if wrong := count(facts, rule.Contradictory); wrong > 0 {
			return cli.Failed(wrong)
		}
		return nil
	})
}

func write(out *cli.Output, d document, facts []fact, reasons bool) error {
	if out.JSON {
		return out.Encode(struct {
			Source rule.Source `json:"source"`
			AsOf   rule.Date   `json:"as_of"`
			Facts  []fact      `json:"facts"`
		}{d.Source, d.AsOf, facts})
	}
	fmt.Fprintf(out, "%s (%s)\n", d.Source.In(out.Lang), d.Source.Issuer)
	fmt.Fprintln(out, rule.Words(
		"组织、项目、人员均为虚构,按报告的数目构造;右侧为报告原数。有原数的,与原数核对;没有原数的,“一致”指所列核对成立,“仅陈述”只列出不核对。",
		"Organizations, projects and persons are synthetic, made to the report's counts; the figures on the right are the report's. A line with a figure is held against it; without one, \"consistent\" means that the check it names holds, and \"stated\" that nothing is checked.").In(out.Lang))
	fmt.Fprintln(out)
	writeFacts(out, facts, reasons)
	fmt.Fprintln(out)
	fmt.Fprintf(out, rule.Words("%d 条:一致 %d,矛盾 %d,不能判定 %d,仅陈述 %d\n", "%d statements: %d consistent, %d contradictory, %d not decidable, %d stated\n").In(out.Lang),
		len(facts), count(facts, rule.Consistent), count(facts, rule.Contradictory), count(facts, rule.NotDecidable), count(facts, rule.Stated))
	return nil
}

func count(facts []fact, v rule.Verdict) int {
	n := 0
	for _, f := range facts {
		if f.Verdict == v {
			n++
		}
	}
	return n
}
