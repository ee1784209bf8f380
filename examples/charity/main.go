// Command charity runs sixty synthetic public-welfare projects through two
// years: from need to result, with the money in them, and looks at them as of
// any day.
//
//	go run ./examples/charity                  the portfolio: funnel, money, people, what is late
//	go run ./examples/charity -on 2014-06-30   the same as of another day
//	go run ./examples/charity -explain P07     one project's whole story
//	go run ./examples/charity -zeros           the three zeros, each a check that can fail
//	go run ./examples/charity -diagram         the stages as a Mermaid diagram
//	go run ./examples/charity -lang zh         in Chinese; -json for programs
//
// Every project, party, amount and person-time is invented; the seed is fixed.
// With -zeros it exits with 1 if one of them does not hold.
package main

import (
	"context"
	"fmt"
	"io"
	"sync"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

func main() { cli.Main(run) }

// synthetic is the sixty projects, made once.
var synthetic = sync.OnceValues(sixty)

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("charity", rule.Words("六十个公益项目的两年(虚构数据)", "sixty public-welfare projects through two years (synthetic)"))
	on := c.String("on", end().String(), rule.Words("截至哪一天", "as of which day"))
	explain := c.String("explain", "", rule.Words("一个项目的全部经过,如 P07", "one project's whole story, such as P07"))
	zeros := c.Bool("zeros", rule.Words("核对三个“零”", "check the three zeros"))
	diagram := c.Bool("diagram", rule.Words("输出阶段流程图(Mermaid)", "write the stages as a Mermaid diagram"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		day, err := rule.ParseDate(*on)
		if err != nil {
			var found rule.Problems
			found.Nest("-on", err)
			return found.Err()
		}
		projects, err := synthetic()
		if err != nil {
			return err
		}
		switch {
		case *diagram:
			_, err := io.WriteString(out, projects[0].Pipeline().Mermaid(out.Lang))
			return err
		case *explain != "":
			return story(out, projects, *explain, day)
		case *zeros:
			return writeZeros(out, projects, day)
		}
		return portfolio(out, projects, day)
	})
}

// writeZeros writes the three zeros with what breaks them.
func writeZeros(out *cli.Output, projects []*charity.Project, day rule.Date) error {
	p, err := market(projects, day)
	if err != nil {
		return err
	}
	checks := p.Zeros(projects, day)
	broken := 0
	for _, c := range checks {
		if !c.Holds() {
			broken++
		}
	}
	if out.JSON {
		if err := out.Encode(checks); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(out, invented().In(out.Lang))
		for _, c := range checks {
			fmt.Fprintf(out, rule.Words("\n%s:%s\n  %d 项中 %d 项做到,占 %s\n", "\n%s: %s\n  of %d, %d keep it: %s\n").In(out.Lang),
				c.Zero.Label(out.Lang), c.Zero.Definition().In(out.Lang), c.Subjects, c.Kept, c.Measure().In(out.Lang))
			for _, reason := range c.Breaks {
				writeReason(out, "  - ", reason)
			}
		}
	}
	if broken > 0 {
		return cli.Failed(broken)
	}
	return nil
}

// writeReason writes a reason with its parts below it.
func writeReason(out *cli.Output, indent string, r rule.Reason) {
	line := indent + r.In(out.Lang)
	if _, ok := r.Output.Number(); ok {
		line += " = " + r.Output.In(out.Lang)
	}
	fmt.Fprintln(out, line)
	for _, part := range r.Parts {
		writeReason(out, "    "+indent, part)
	}
}
