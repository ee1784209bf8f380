package network

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Coverage is how far the network reaches, by territory, sector and host.
type Coverage struct {
	Levels  []LevelReach  `json:"levels"`  // of the divisions asked about, the highest first
	Sectors []SectorReach `json:"sectors"` // every sector, in order
	Seats   []SeatCount   `json:"seats"`   // kinds and hosts with any open node, in order
}

// LevelReach is the divisions of one level.
type LevelReach struct {
	Level     org.Level       `json:"level"`
	Divisions int             `json:"divisions"`
	Covered   int             `json:"covered"` // that have an open node with its seat in them
	Gaps      []org.Territory `json:"gaps"`    // that have none, in order
}

// Share returns the part of the divisions that is covered, exact; no value if
// there are none.
func (r LevelReach) Share() rule.Value {
	return rule.Ratio(decimal.NewFromInt(int64(r.Covered)), decimal.NewFromInt(int64(r.Divisions)), rule.Percent)
}

// SectorReach is the open nodes that work in one sector. A node without sectors
// works in all and is not counted here.
type SectorReach struct {
	Sector org.Sector `json:"sector"`
	Nodes  int        `json:"nodes"`
}

// SeatCount is the open nodes of one kind at one kind of host.
type SeatCount struct {
	Kind  Kind `json:"kind"`
	Host  Host `json:"host"`
	Nodes int  `json:"nodes"`
}

// Coverage returns how far the network reaches into the divisions: towns and
// subdistricts, villages and communities, each once.
func (n *Network) Coverage(divisions []org.Territory) Coverage {
	var c Coverage
	seats := map[[2]uint8]int{}
	works := map[org.Sector]int{}
	seated := map[org.Territory]bool{} // every division with a node in it
	for _, node := range n.nodes {     // counted, in no order
		if !node.Open() {
			continue
		}
		seats[[2]uint8{uint8(node.Kind), uint8(node.Host)}]++
		for i, s := range node.Sectors {
			if !slices.Contains(node.Sectors[:i], s) {
				works[s]++
			}
		}
		for t, ok := node.Territory, true; ok; t, ok = t.Parent() {
			seated[t] = true
		}
	}
	sorted := slices.Clone(divisions)
	slices.SortFunc(sorted, func(a, b org.Territory) int {
		return cmp.Or(cmp.Compare(a.Level(), b.Level()), a.Compare(b))
	})
	for _, t := range slices.Compact(sorted) {
		if k := len(c.Levels); k == 0 || c.Levels[k-1].Level != t.Level() {
			c.Levels = append(c.Levels, LevelReach{Level: t.Level(), Gaps: []org.Territory{}})
		}
		level := &c.Levels[len(c.Levels)-1]
		level.Divisions++
		if seated[t] {
			level.Covered++
		} else {
			level.Gaps = append(level.Gaps, t)
		}
	}
	for _, s := range org.Sectors() {
		c.Sectors = append(c.Sectors, SectorReach{s, works[s]})
	}
	for _, k := range Kinds() {
		for _, h := range Hosts() {
			if nodes := seats[[2]uint8{uint8(k), uint8(h)}]; nodes > 0 {
				c.Seats = append(c.Seats, SeatCount{k, h, nodes})
			}
		}
	}
	return c
}

// Flow is the money that went from one node to another.
type Flow struct {
	From   string        `json:"from"`
	To     string        `json:"to"`
	Times  int           `json:"times"`
	Amount funding.Money `json:"amount"`
}

// Flows returns the flows between nodes within a period, by the IDs of both.
func (n *Network) Flows(within rule.Period) []Flow {
	places := map[[2]string]int{}
	var out []Flow
	for e := range n.book.Journal {
		if !within.Contains(n.events[e.Event-1].Date) || e.Debit.kind != held || e.Credit.kind != held {
			continue
		}
		key := [2]string{e.Credit.node, e.Debit.node}
		i, ok := places[key]
		if !ok {
			i = len(out)
			places[key] = i
			out = append(out, Flow{From: key[0], To: key[1]})
		}
		out[i].Times++
		out[i].Amount = funding.Fen(out[i].Amount.Fen() + e.Amount.Fen())
	}
	slices.SortFunc(out, func(a, b Flow) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return out
}

// Statement is what came of one node's money within a period: Opening + Raised +
// Received − Sent − Granted = Closing, to the fen.
type Statement struct {
	Node     string        `json:"node"`
	Opening  funding.Money `json:"opening"`
	Raised   funding.Money `json:"raised"`
	Received funding.Money `json:"received"`
	Sent     funding.Money `json:"sent"`
	Granted  funding.Money `json:"granted"`
	Closing  funding.Money `json:"closing"`
}

// Statement returns the statement of a node, from the journal.
func (n *Network) Statement(id string, within rule.Period) Statement {
	var opening, in, got, sent, out int64
	mine := account{held, id}
	for e := range n.book.Journal {
		fen, day := e.Amount.Fen(), n.events[e.Event-1].Date
		if e.Debit != mine && e.Credit != mine || !within.Until.IsZero() && !day.Before(within.Until) {
			continue
		}
		switch {
		case day.Before(within.From) && e.Debit == mine:
			opening += fen
		case day.Before(within.From):
			opening -= fen
		case e.Credit.kind == raised:
			in += fen
		case e.Debit.kind == granted:
			out += fen
		case e.Debit == mine:
			got += fen
		default:
			sent += fen
		}
	}
	f := funding.Fen
	return Statement{id, f(opening), f(in), f(got), f(sent), f(out), f(opening + in + got - sent - out)}
}
