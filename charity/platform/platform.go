package platform

import (
	"cmp"
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Lists is what a platform is made from.
type Lists struct {
	Facts    rule.Vocabulary `json:"facts,omitempty"` // that needs and offers may state; see also [KeptFacts]
	Needs    []Need          `json:"needs"`
	Offers   []Offer         `json:"offers"`
	Supplies []Supply        `json:"supplies,omitempty"` // so far, in the order they happened
}

// Platform is checked needs and offers. Build it with [New]; it is safe for use
// by several goroutines.
type Platform struct {
	facts  rule.Vocabulary // that may be asked for
	needs  []Need          // by id
	offers []Offer         // by id
	wants  []round         // of needs, by id and round
	gives  []round         // of offers
	given  map[[2]int]int64
	index  map[spot]*shelf
	whole  map[thing][]int // rounds of offers
}

// round is one round of a need or offer.
type round struct {
	of     int // place in needs or offers
	number int
	window rule.Period
	left   int64 // still wanted, still there
}

type thing struct {
	resource Resource
	item     string
}

type spot struct {
	thing
	place org.Territory
}

// shelf is the rounds of offers of one item and place, by first day, so that a
// need looks only at those that can reach its days.
type shelf struct {
	rounds  []int
	longest int // days of the longest window; negative if one has no end
}

// reaching returns the rounds that may share a day with a window.
func (s *shelf) reaching(gives []round, w rule.Period) []int {
	from, until := 0, len(s.rounds)
	after := func(day rule.Date) int {
		n, _ := slices.BinarySearchFunc(s.rounds, day, func(r int, day rule.Date) int { return gives[r].window.From.Compare(day) })
		return n
	}
	if !w.Until.IsZero() {
		until = after(w.Until)
	}
	if s.longest >= 0 {
		from = after(w.From.AddDays(-s.longest))
	}
	return s.rounds[min(from, until):until]
}

// New checks the lists. Problems, all at once: ids missing or twice, parties,
// resources, items or places not stated, numbers out of range, windows without
// a day, rounds of a window without an end, facts nobody declares or of another
// type, conditions on unknown facts, roles without id or title, and supplies of
// unknown needs or offers, that do not fit, or of more than there is or is
// wanted.
func New(l Lists) (*Platform, error) {
	var found rule.Problems
	p := &Platform{facts: KeptFacts(), needs: slices.Clone(l.Needs), offers: slices.Clone(l.Offers)}
	for _, name := range slices.Sorted(maps.Keys(l.Facts)) {
		if _, kept := p.facts[name]; kept {
			found.Add(problems.Problem("facts."+name, FactKept))
		}
		p.facts[name] = l.Facts[name]
	}
	seen := make(map[string]bool, len(l.Needs))
	for i := range l.Needs {
		n := &l.Needs[i]
		found.Nest(rule.At("needs", i), n.validate(l.Facts, p.facts))
		if seen[n.ID] && n.ID != "" {
			found.Add(problems.Problem(rule.At("needs", i)+".id", Twice, rule.With("id", rule.Quoted(n.ID))))
		}
		seen[n.ID] = true
	}
	clear(seen)
	for i := range l.Offers {
		o := &l.Offers[i]
		found.Nest(rule.At("offers", i), o.validate(l.Facts, p.facts))
		if seen[o.ID] && o.ID != "" {
			found.Add(problems.Problem(rule.At("offers", i)+".id", Twice, rule.With("id", rule.Quoted(o.ID))))
		}
		seen[o.ID] = true
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	slices.SortFunc(p.needs, func(a, b Need) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.offers, func(a, b Offer) int { return cmp.Compare(a.ID, b.ID) })
	for i := range p.needs {
		p.wants = rounds(p.wants, i, p.needs[i].common())
	}
	p.index, p.whole = map[spot]*shelf{}, map[thing][]int{}
	for i := range p.offers {
		from := len(p.gives)
		o := &p.offers[i]
		p.gives = rounds(p.gives, i, o.common())
		is := thing{o.Resource, o.Item}
		for r := from; r < len(p.gives); r++ {
			p.put(spot{is, o.Place}, r)
			p.whole[is] = append(p.whole[is], r)
		}
	}
	for _, s := range p.index {
		slices.SortStableFunc(s.rounds, func(a, b int) int { return p.gives[a].window.From.Compare(p.gives[b].window.From) })
	}
	p.given = map[[2]int]int64{}
	for i, s := range l.Supplies {
		found.Nest(rule.At("supplies", i), p.supply(s))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return p, nil
}

func (n *Need) validate(stated, asked rule.Vocabulary) error {
	var found rule.Problems
	found.Nest("", n.common().validate(stated, asked))
	if n.Place.IsZero() {
		found.Add(problems.Problem("place", rule.Required))
	}
	if n.Worth < 1 || n.Worth > mostPoints {
		found.Add(problems.Problem("worth", OutOfRange, rule.With("value", rule.Int(n.Worth, 0)),
			rule.With("least", rule.Int(1, 0)), rule.With("most", rule.Int(mostPoints, 0))))
	}
	for i, r := range n.Roles {
		if r.ID == "" || r.Title.ZH == "" || r.Title.EN == "" || r.Money.Sign() < 0 {
			found.Add(problems.Problem(rule.At("roles", i), rule.Required))
		}
	}
	return found.Err()
}

func (o *Offer) validate(stated, asked rule.Vocabulary) error {
	var found rule.Problems
	found.Nest("", o.common().validate(stated, asked))
	if o.Each < 0 || o.Each > mostQuantity {
		found.Add(problems.Problem("each", OutOfRange, rule.With("value", rule.Int(o.Each, 0)),
			rule.With("least", rule.Int(0, 0)), rule.With("most", rule.Int(mostQuantity, 0))))
	}
	return found.Err()
}

// rounds appends the rounds of a need or offer.
func rounds(to []round, of int, c common) []round {
	window := c.window
	for i := range max(1, c.repeat.Times) {
		to = append(to, round{of, i, window, c.quantity})
		if !window.From.IsZero() && !window.Until.IsZero() {
			window = rule.Period{From: window.From.AddDays(c.repeat.Days), Until: window.Until.AddDays(c.repeat.Days)}
		}
	}
	return to
}

// put puts a round of an offer on its shelf.
func (p *Platform) put(at spot, r int) {
	s := p.index[at]
	if s == nil {
		s = &shelf{}
		p.index[at] = s
	}
	s.rounds = append(s.rounds, r)
	if days, ends := p.gives[r].window.Days(); ends && s.longest >= 0 {
		s.longest = max(s.longest, days)
	} else {
		s.longest = -1
	}
}

// supply takes what was supplied from both sides.
func (p *Platform) supply(s Supply) error {
	var found rule.Problems
	offer, ok := locate(p.gives, s.OfferRound, func(i int) int { return cmp.Compare(p.offers[i].ID, s.Offer) })
	if !ok {
		found.Add(problems.Problem("offer", Unknown, rule.With("id", rule.Quoted(s.Offer))))
	}
	need, ok := locate(p.wants, s.NeedRound, func(i int) int { return cmp.Compare(p.needs[i].ID, s.Need) })
	if !ok {
		found.Add(problems.Problem("need", Unknown, rule.With("id", rule.Quoted(s.Need))))
	}
	if s.Date.IsZero() {
		found.Add(problems.Problem("date", rule.Required))
	}
	if len(found) > 0 {
		return found.Err()
	}
	l := look{p: p}
	if hurdle := l.hurdle(offer, need); hurdle != 0 && hurdle != usedUp {
		found.Add(problems.Problem("", DoesNotFit, rule.With("offer", rule.Quoted(s.Offer)), rule.With("need", rule.Quoted(s.Need))))
	} else if most := p.most(offer, need); s.Amount < 1 || s.Amount > most {
		resource := p.needs[p.wants[need].of].Resource
		found.Add(problems.Problem("amount", AmountAbove, rule.With("amount", resource.amount(s.Amount)), rule.With("limit", resource.amount(most))))
	}
	if len(found) > 0 {
		return found.Err()
	}
	p.gives[offer].left -= s.Amount
	p.wants[need].left -= s.Amount
	p.given[[2]int{offer, need}] += s.Amount
	return nil
}

// locate finds a round by its number and how its owner compares.
func locate(in []round, number int, compare func(of int) int) (int, bool) {
	return slices.BinarySearchFunc(in, number, func(r round, number int) int {
		return cmp.Or(compare(r.of), cmp.Compare(r.number, number))
	})
}

// most is what an offer can still give a need.
func (p *Platform) most(offer, need int) int64 {
	most := min(p.gives[offer].left, p.wants[need].left)
	if each := p.offers[p.gives[offer].of].Each; each > 0 {
		given := int64(0)
		if len(p.given) > 0 {
			given = p.given[[2]int{offer, need}]
		}
		most = min(most, each-given)
	}
	return most
}
