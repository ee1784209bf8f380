// Command registry asks a district's registry of social organizations anything
// as of any day: a census by any dimensions, growth, movements, the service
// network, the base and the associations.
//
//	go run ./examples/registry                             as of 2015-03-31
//	go run ./examples/registry -date 2012-12-31 -by town,state
//	go run ./examples/registry -explain A-02               why an application is decided so
//	go run ./examples/registry -explain gr-0007            one organization: its life, and who answers for it
//	go run ./examples/registry -lang zh                    in Chinese; -json for programs
//
// The organizations, enterprises, applications and village codes are invented
// from a fixed seed; the rules are those of the library, published ones with
// their source.
package main

import (
	"context"
	"io"
	"strings"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func main() { cli.Main(run) }

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("registry", rule.Words("一个区的社会组织名录:任一日的统计、增长和服务网络(虚构数据)", "a district's registry of social organizations, as of any day (synthetic)"))
	date := c.String("date", "2015-03-31", rule.Words("统计日", "the day"))
	by := c.String("by", "state,kind", rule.Words("分组,如 town,state;可用:"+strings.Join(dimensions(), "、"), "count apart by, such as town,state; any of: "+strings.Join(dimensions(), ", ")))
	explain := c.String("explain", "", rule.Words("说明一份申请(A-01 至 A-06)或一个组织(如 gr-0007)", "explain an application (A-01 to A-06) or an organization (such as gr-0007)"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		on, dims, err := asked(*date, *by)
		if err != nil {
			return err
		}
		d, err := district.New()
		if err != nil {
			return err
		}
		if *explain != "" {
			return explained(out, d, *explain, on)
		}
		r, err := newReport(d, on, dims)
		if err != nil {
			return err
		}
		if out.JSON {
			return out.Encode(r)
		}
		r.write(out)
		return nil
	})
}

// asked reads the day and the dimensions; every fault is reported.
func asked(date, by string) (rule.Date, []org.Dimension, error) {
	var found rule.Problems
	on, err := rule.ParseDate(date)
	found.Nest("-date", err)
	var dims []org.Dimension
	for name := range strings.SplitSeq(by, ",") {
		var d org.Dimension
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		found.Nest("-by", d.UnmarshalText([]byte(name)))
		dims = append(dims, d)
	}
	return on, dims, found.Err()
}

func dimensions() []string {
	var out []string
	for _, d := range org.Dimensions() {
		out = append(out, d.String())
	}
	return out
}

func explained(out *cli.Output, d *district.District, id string, on rule.Date) error {
	page, err := explainOne(d, id, on)
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(page)
	}
	_, err = io.WriteString(out, page.In(out.Lang))
	return err
}
