package analysis

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Comparison is what becomes of the same requests under two schemes.
type Comparison struct {
	Before  rule.Head `json:"before"`
	After   rule.Head `json:"after"`
	Groups  []Group   `json:"groups"` // in the order of their keys
	Total   Group     `json:"total"`
	Changes []Change  `json:"changes"` // every request that receives more or less, by id
}

// Group is what becomes of some of the requests. Amounts are yuan.
type Group struct {
	Key       string          `json:"key"`
	Label     rule.Text       `json:"label"`
	Requests  int             `json:"requests"`
	Before    decimal.Decimal `json:"before"`
	After     decimal.Decimal `json:"after"`
	Winners   int             `json:"winners"`
	Losers    int             `json:"losers"`
	Unchanged int             `json:"unchanged"`
	Gain      decimal.Decimal `json:"gain"` // of the winners
	Loss      decimal.Decimal `json:"loss"` // of the losers, above zero
}

// Change is a request that receives more or less.
type Change struct {
	Request string        `json:"request"`
	Before  funding.Money `json:"before"`
	After   funding.Money `json:"after"`
}

// Compare says who wins and who loses when the second settlement takes the
// place of the first, group by group. Both must settle the same requests, in
// whatever order; each that is in one of them only, or asks for another amount,
// is a [rule.Problem] with code [RequestsDiffer].
func Compare(before, after *funding.Settlement, grouping Grouping) (Comparison, error) {
	c := Comparison{Before: before.Scheme().Head, After: after.Scheme().Head, Changes: []Change{}}
	c.Total.Label = rule.Words("合计", "total")
	then, now := byID(before), byID(after)
	var found rule.Problems
	differ := func(id string) {
		found.Add(problems.Problem("requests", RequestsDiffer, rule.With("id", rule.Quoted(id))))
	}
	facts := before.Scheme().Facts
	groups := map[string]*Group{}
	for k, l := 0, 0; k < len(then) || l < len(now); {
		switch {
		case l == len(now) || k < len(then) && then[k].ID < now[l].ID:
			differ(then[k].ID)
			k++
			continue
		case k == len(then) || now[l].ID < then[k].ID:
			differ(now[l].ID)
			l++
			continue
		case then[k].Asked != now[l].Asked:
			differ(then[k].ID)
		}
		key, label := grouping.of(&then[k].Request, facts)
		group := groups[key]
		if group == nil {
			group = &Group{Key: key, Label: label}
			groups[key] = group
		}
		was, is := total(before, then[k].place), total(after, now[l].place)
		group.count(was, is)
		c.Total.count(was, is)
		if was != is {
			c.Changes = append(c.Changes, Change{then[k].ID, was, is})
		}
		k++
		l++
	}
	if len(found) > 0 {
		return Comparison{}, found.Err()
	}
	c.Groups = make([]Group, 0, len(groups))
	for _, key := range sortedKeys(groups) {
		c.Groups = append(c.Groups, *groups[key])
	}
	return c, nil
}

// placed is a request and its place among those given.
type placed struct {
	funding.Request
	place int
}

// byID returns the requests of a settlement by id.
func byID(s *funding.Settlement) []placed {
	out := make([]placed, s.Len())
	for i := range out {
		out[i] = placed{s.Request(i), i}
	}
	slices.SortFunc(out, func(a, b placed) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func (g *Group) count(was, is funding.Money) {
	g.Requests++
	g.Before = g.Before.Add(was.Decimal())
	g.After = g.After.Add(is.Decimal())
	switch change := is.Decimal().Sub(was.Decimal()); change.Sign() {
	case 1:
		g.Winners++
		g.Gain = g.Gain.Add(change)
	case -1:
		g.Losers++
		g.Loss = g.Loss.Sub(change)
	default:
		g.Unchanged++
	}
}

// Relative returns how much more the group receives, as a percentage of what it
// received; no value where that was nothing.
func (g *Group) Relative() rule.Value {
	return rule.Ratio(g.After.Sub(g.Before), g.Before, rule.Percent)
}

// Page returns the comparison as a page: what each group receives before and
// after, and how many of it gain and lose how much.
func (c Comparison) Page() rule.Page {
	page := rule.Page{
		Title: rule.Words("两种办法对照", "Two schemes on the same requests"),
		Rule:  c.After,
		Lines: []rule.Line{
			{Label: rule.Words("原办法", "before"), Value: headline(c.Before)},
			{Label: rule.Words("新办法", "after"), Value: headline(c.After)},
		},
	}
	for k := range c.Groups {
		page.Steps = append(page.Steps, c.Groups[k].reason(c.After))
	}
	if len(c.Groups) != 1 {
		page.Steps = append(page.Steps, c.Total.reason(c.After))
	}
	return page
}

func headline(h rule.Head) rule.Value {
	return rule.Label(rule.Words(h.Title.ZH+" "+h.ID, h.Title.EN+" "+h.ID))
}

func (g *Group) reason(after rule.Head) rule.Reason {
	count := func(n int) rule.Input {
		return rule.With("requests", rule.Label(rule.Words(strconv.Itoa(n), strconv.Itoa(n))))
	}
	r := problems.Reason(GroupChange, rule.With("after", rule.Num(g.After, rule.Yuan)), rule.With("before", rule.Num(g.Before, rule.Yuan)),
		rule.With("group", rule.Label(g.Label)), count(g.Requests)).
		Gives(rule.Difference, rule.Num(g.After.Sub(g.Before), rule.Yuan)).From(rule.Source{}, after.Status)
	if g.Winners > 0 {
		r.Parts = append(r.Parts, problems.Reason(GroupGains, count(g.Winners)).Gives(rule.Given, rule.Num(g.Gain, rule.Yuan)))
	}
	if g.Losers > 0 {
		r.Parts = append(r.Parts, problems.Reason(GroupLoses, count(g.Losers)).Gives(rule.Given, rule.Num(g.Loss.Neg(), rule.Yuan)))
	}
	if g.Unchanged > 0 {
		r.Parts = append(r.Parts, problems.Reason(GroupSame, count(g.Unchanged)))
	}
	return r
}
