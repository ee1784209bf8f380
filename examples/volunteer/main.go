// Command volunteer runs a district's volunteers on synthetic people: a
// register of 30,000, what its insurance costs and who is not insured, the
// stars of a year's service, and the roster of a community week with 500
// turn-outs.
//
//	go run ./examples/volunteer                   the report
//	go run ./examples/volunteer -explain v00042   one volunteer on one page
//	go run ./examples/volunteer -lang zh          in Chinese; -json for programs
//
// Every person, team, shift, premium and payer is invented; the seed is fixed.
// Star tables are those published. Identity numbers are masked everywhere.
package main

import (
	"context"
	"io"
	"sync"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer/roster"
)

func main() { cli.Main(run) }

// synthetic is the district, rostered its roster of the week; both are made
// once.
var (
	synthetic = sync.OnceValues(newDistrict)
	rostered  = sync.OnceValues(func() (roster.Roster, error) {
		d, err := synthetic()
		if err != nil {
			return roster.Roster{}, err
		}
		return roster.Make(roster.Request{Register: d.register, Shifts: d.shifts, Most: 3, Standby: 2})
	})
)

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("volunteer", rule.Words("一个区的志愿者:保险、星级、排班(虚构数据)", "a district's volunteers: insurance, stars, roster (synthetic)"))
	explain := c.String("explain", "", rule.Words("某位志愿者的一页说明,如 v00042", "one volunteer on one page, such as v00042"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		d, err := synthetic()
		if err != nil {
			return err
		}
		if *explain != "" {
			page, err := d.page(*explain)
			if err != nil {
				return err
			}
			if out.JSON {
				return out.Encode(page)
			}
			_, err = io.WriteString(out, page.In(out.Lang))
			return err
		}
		r, err := d.report()
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
