package main

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/roster"
	"github.com/sancheng-go/sancheng/volunteer/study"
)

// report is what the command prints.
type report struct {
	Count      volunteer.Count       `json:"count"`
	Duplicates []volunteer.Duplicate `json:"duplicates"`
	Total      insurance.Total       `json:"total"` // a full term for everybody on the last day
	Bill       insurance.Bill        `json:"bill"`
	Payers     []payer               `json:"payers"`
	Before     gaps                  `json:"before_repair"`
	After      gaps                  `json:"after_repair"`
	Inverse    insurance.Answer      `json:"inverse"`
	Hours      volunteer.Hours       `json:"hours"`
	Records    int                   `json:"records"`
	Findings   map[string]int        `json:"findings"`
	Active     study.Share           `json:"active"`
	Stars      []stars               `json:"stars"`
	Roster     roster.Roster         `json:"roster"`
	Load       []int                 `json:"load"` // people with 1, 2, … shifts
}

type payer struct {
	Title rule.Text     `json:"title"`
	Pays  funding.Money `json:"pays"`
}

// gaps is an [insurance.Gaps] without its lists.
type gaps struct {
	Day       rule.Date     `json:"day"`
	Heads     int           `json:"heads"`
	Insured   int           `json:"insured"`
	Uninsured int           `json:"uninsured"`
	Twice     int           `json:"twice"`
	Strangers int           `json:"strangers"`
	Reasons   []rule.Reason `json:"reasons"`
}

// stars is how many volunteers have each step of a scale.
type stars struct {
	Scale  rule.Head   `json:"scale"`
	Titles []rule.Text `json:"titles"`
	People []int       `json:"people"`
}

func (d *district) report() (*report, error) {
	r := &report{Count: d.register.Count(d.asOf), Duplicates: d.register.Duplicates(), Hours: d.totals.Hours, Records: len(d.log)}
	if err := d.insure(r); err != nil {
		return nil, err
	}
	r.Findings = map[string]int{}
	for _, f := range d.totals.Findings {
		r.Findings[string(f.Code)]++
	}
	r.Active = study.Log{Register: d.register, Entries: d.log, Totals: d.totals}.Active(d.asOf, d.year)
	for _, scale := range []honour.Scale{honour.National(), honour.Zhangjiagang()} {
		s, err := d.stars(scale)
		if err != nil {
			return nil, err
		}
		r.Stars = append(r.Stars, s)
	}
	made, err := rostered()
	if err != nil {
		return nil, err
	}
	r.Roster = made
	for _, n := range made.Load() {
		for len(r.Load) < n {
			r.Load = append(r.Load, 0)
		}
		r.Load[n-1]++
	}
	return r, nil
}

// insure enrols the register of the first of January, finds who is missing at
// the end of September, and bills the repaired roll.
func (d *district) insure(r *report) error {
	total, err := d.programme.Policies[0].Total(insurance.HeadsOn(d.register, d.asOf)...)
	if err != nil {
		return err
	}
	r.Total = total
	all, err := d.programme.Enrol(d.register)
	if err != nil {
		return err
	}
	stale := []insurance.Cover{} // as the list stood in January, for the whole year
	for _, c := range all {
		if c.Period.From == d.year.From {
			c.Period = d.year
			stale = append(stale, c)
		}
	}
	day := rule.Day(2015, 9, 30)
	r.Before = short(d.programme.Gaps(d.register, stale, day))
	repaired, err := d.programme.Repair(d.register, stale, day)
	if err != nil {
		return err
	}
	r.After = short(d.programme.Gaps(d.register, repaired, day))
	if r.Bill, err = d.programme.Bill(repaired, d.year); err != nil {
		return err
	}
	settled, err := funding.Settle(d.payers, []funding.Request{r.Bill.Request("insurance-2015", "区志愿者服务中心", d.area)})
	if err != nil {
		return err
	}
	for j, s := range d.payers.Sources {
		r.Payers = append(r.Payers, payer{s.Title, settled.Cell(0, j)})
	}
	r.Inverse, err = insurance.Question{
		Total: rule.Exactly(rule.Dec("19440000")), Heads: rule.Above(rule.Dec("30000")).Below(rule.Dec("40000")), Step: funding.Yuan(1),
	}.Solve()
	return err
}

func short(g insurance.Gaps) gaps {
	return gaps{g.Day, g.Heads, g.Insured, len(g.Uninsured), len(g.Twice), len(g.Strangers), g.Reasons}
}

func (d *district) stars(scale honour.Scale) (stars, error) {
	table, err := honour.New(scale)
	if err != nil {
		return stars{}, err
	}
	s := stars{Scale: scale.Head, People: make([]int, len(scale.Steps))}
	for _, step := range scale.Steps {
		s.Titles = append(s.Titles, step.Title)
	}
	for place := range d.register.Len() {
		if step := table.Award(honour.Standing{Hours: d.totals.At(place)}).Step; step > 0 {
			s.People[step-1]++
		}
	}
	return s, nil
}

func (r *report) write(out *cli.Output) {
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	value := func(v rule.Value) string { return v.In(out.Lang) }
	people := func(n int) string { return value(rule.Int(int64(n), rule.Person)) }
	line("全部人员、队伍、班次、保费均为虚构;星级标准为已公布的标准。", "All people, teams, shifts and premiums are synthetic; the star tables are those published.")

	line("\n一、名册(2015-12-31)", "\nRegister (2015-12-31)")
	line("  在册 %s:志愿者 %s,慈善义工 %s;身份证号重复 %d 组(不自动合并)",
		"  %s enrolled: volunteers %s, charity volunteers %s; %d sets share an identity number (never merged)",
		people(r.Count.Heads), people(r.Count.ByClass[volunteer.Regular]), people(r.Count.ByClass[volunteer.Charity]), len(r.Duplicates))

	line("\n二、保险", "\nInsurance")
	line("  全期满额:保额 %s,保费 %s", "  a full term for all: sums insured %s, premiums %s", value(r.Total.Sum.Value()), value(r.Total.Premium.Value()))
	for _, g := range []gaps{r.Before, r.After} {
		line("  %s:在册 %s,已承保 %s,漏保 %s,已离册仍承保 %s", "  %s: %s enrolled, %s insured, %s missing, %s insured though no longer enrolled",
			g.Day, people(g.Heads), people(g.Insured), people(g.Uninsured), people(g.Strangers))
	}
	line("  补齐后按日计费 %s,由下列各方承担:", "  premiums by the day after the repair %s, paid by:", value(r.Bill.Premium.Value()))
	var rows [][]string
	for _, p := range r.Payers {
		rows = append(rows, []string{"    " + p.Title.In(out.Lang), value(p.Pays.Value())})
	}
	out.Lines(rule.Columns(rows, 1))
	for i, reason := range r.Inverse.Reasons {
		indent := "    "
		if i == 0 {
			indent = "  "
		}
		line("%s%s = %s", "%s%s = %s", indent, reason.In(out.Lang), value(reason.Output))
	}

	line("\n三、时长与星级", "\nHours and stars")
	line("  记录 %s 条,入账 %s;2015 年活跃 %s", "  %s records, %s credited; active in 2015: %s", value(rule.Int(int64(r.Records), 0)), value(r.Hours.Value()), value(r.Active.Value()))
	head := cli.Table{Head: []rule.Text{rule.Words("  标准", "  table")}}
	for i, title := range r.Stars[0].Titles {
		head.Head = append(head.Head, title)
		head.Right = append(head.Right, i+1)
	}
	for _, s := range r.Stars {
		row := []string{"  " + s.Scale.Title.In(out.Lang)}
		for _, n := range s.People {
			row = append(row, strconv.Itoa(n))
		}
		head.Rows = append(head.Rows, row)
	}
	out.Table(head)

	line("\n四、社区服务周(10 月 17 日至 25 日)", "\nCommunity week (17 to 25 October)")
	line("  %s:排定 %s", "  %s: %s filled", r.Roster.Reason.In(out.Lang), value(r.Roster.Reason.Output))
	for n, count := range r.Load {
		line("  上 %d 班:%s", "  shifts %d: %s", n+1, people(count))
	}
	const most = 5
	for i, s := range r.Roster.Short {
		if i == most {
			line("  另有 %d 处缺人(见 -json)", "  and %d more that stay short (see -json)", len(r.Roster.Short)-most)
			break
		}
		line("  %s(%s)缺 %d:%s = %s", "  %s (%s) short by %d: %s = %s", s.Shift, skillTitle(s.Skill).In(out.Lang), s.Wanted-s.Filled, s.Reason.In(out.Lang), value(s.Reason.Output))
	}
}

// skillTitle is what people call a skill of the synthetic register.
func skillTitle(code string) rule.Text {
	switch code {
	case "first-aid":
		return rule.Words("急救", "first aid")
	case "signing":
		return rule.Words("手语", "sign language")
	case "driving":
		return rule.Words("驾驶", "driving")
	case "sound":
		return rule.Words("音响", "sound")
	}
	return rule.Words("不限技能", "anybody")
}

// words returns a label in both languages.
func words(l interface{ Label(language.Tag) string }) rule.Value {
	return rule.Label(rule.Words(l.Label(language.Chinese), l.Label(language.English)))
}
