package network

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Coverage is how far the divisions have the nodes of their level on a day.
type Coverage struct {
	On    rule.Date `json:"on"`
	Tiers []Reach   `json:"tiers"` // in the order of the rules
}

// Reach is how far one tier of the rules is built.
type Reach struct {
	Tier
	Divisions int   `json:"divisions"` // of the tier's level
	Covered   int   `json:"covered"`   // that have such a node
	Nodes     int   `json:"nodes"`     // a division may have several
	Gaps      []Gap `json:"gaps"`      // divisions without one, by code, where every one should have it
}

// Share is the part of the divisions that have such a node, exact; no value
// where the level has no divisions.
func (r Reach) Share() rule.Value {
	return rule.Ratio(decimal.NewFromInt(int64(r.Covered)), decimal.NewFromInt(int64(r.Divisions)), rule.Percent)
}

// Gap is a division without a node of its own level, and the nodes from above
// that serve its organizations instead, the nearest first.
type Gap struct {
	Territory org.Territory `json:"territory"`
	Instead   []string      `json:"instead"`
	Reason    rule.Reason   `json:"reason"`
}

// Coverage returns, for each tier, which divisions have a node of their level
// on a day and which do not. Divisions of the network's lists count, and those
// alone.
func (n *Network) Coverage(on rule.Date) Coverage {
	open := n.open(on)
	c := Coverage{On: on, Tiers: make([]Reach, 0, len(n.rules.Tiers))}
	for _, tier := range n.rules.Tiers {
		r := Reach{Tier: tier, Gaps: []Gap{}}
		for _, d := range n.divisions {
			if d.Level() != tier.Level {
				continue
			}
			r.Divisions++
			here := 0
			for _, i := range n.at[d] {
				if open[i] && n.nodes[i].Kind == tier.Kind {
					here++
				}
			}
			r.Nodes += here
			if here > 0 {
				r.Covered++
			} else if tier.Every {
				r.Gaps = append(r.Gaps, n.gap(open, tier, d))
			}
		}
		c.Tiers = append(c.Tiers, r)
	}
	return c
}

func (n *Network) gap(open []bool, tier Tier, d org.Territory) Gap {
	g := Gap{Territory: d, Instead: []string{}}
	for _, i := range n.servers(open, Territorial, d, 0) {
		g.Instead = append(g.Instead, n.nodes[i].ID)
	}
	g.Reason = problems.Reason(Uncovered, rule.With("territory", rule.Word(d.String())), rule.With("kind", named(tier.Kind))).
		From(n.rules.Source, n.rules.Status)
	return g
}
