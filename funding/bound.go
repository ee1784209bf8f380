package funding

// bound is what limits the claims of several requests on a source together: one
// of its limits, or its budget with the envelopes. Amounts are fen.
type bound struct {
	policy Shortage
	limit  *Limit  // nil for the budget
	group  []int32 // of each request; nil where all are one group
	left   []int64 // of each group, what may still be paid; unlimited for no limit
}

const unlimited = -1

// cutting is what one bound did in one round.
type cutting struct {
	round   int
	bound   int
	before  []int64     // the claims it met; nil for the first of a round, which met the claims as computed
	groups  []cuttingOf // by group
	pooled  []int64     // what others left unspent and came on top; nil for nothing
	offered int64       // all of it
}

// cuttingOf is what a bound did to one group.
type cuttingOf struct {
	claimed uint128
	left    int64
	short   bool
	mark    int64 // the level, loss, rate or score that the policy arrived at
}

// bounds returns the bounds of source j, in the order they apply.
func (s *settler) bounds(j int) []*bound {
	source := s.columns[j].source
	var bounds []*bound
	for k := range source.Limits {
		bounds = append(bounds, s.limited(&source.Limits[k]))
	}
	if source.Budget == nil && len(source.Envelopes) == 0 {
		return bounds
	}
	b := &bound{policy: source.Short}
	rest := int64(unlimited)
	if source.Budget != nil {
		rest = source.Budget.Fen() + s.columns[j].received
	}
	if len(source.Envelopes) > 0 {
		b.group = make([]int32, len(s.requests))
		f := s.facts(s.columns[j].turn)
		for i := range s.requests {
			f.at(s, i)
			b.group[i] = int32(source.envelope(f))
		}
		for k := range source.Envelopes {
			amount := source.Envelopes[k].Amount.Fen()
			b.left = append(b.left, amount)
			if rest != unlimited {
				rest -= amount
			}
		}
	}
	b.left = append(b.left, rest)
	return append(bounds, b)
}

// envelope returns the place of the request's envelope, and one beyond the last
// for a request in none.
func (s *Source) envelope(f *rowFacts) int {
	for k := range s.Envelopes {
		if s.Envelopes[k].fits(f) {
			return k
		}
	}
	return len(s.Envelopes)
}

// limited returns the bound of a limit, its groups in the order of their first
// requests.
func (s *settler) limited(l *Limit) *bound {
	b := &bound{policy: l.Short, limit: l, group: make([]int32, len(s.requests))}
	groups := map[string]int32{}
	for i := range s.requests {
		key := l.key(&s.requests[i])
		g, ok := groups[key]
		if !ok {
			g = int32(len(b.left))
			groups[key] = g
			b.left = append(b.left, l.Most.Fen())
		}
		b.group[i] = g
	}
	return b
}

// cut brings the claims of every group within what is left of the bound, in
// place, takes it off, and returns what it did; nil where it did nothing.
func (s *settler) cut(c *column, b *bound, claims []int64) *cutting {
	done := cutting{groups: make([]cuttingOf, len(b.left))}
	for i, claim := range claims {
		g := &done.groups[b.of(i)]
		g.claimed = g.claimed.add(uint128{0, uint64(claim)})
	}
	short := false
	for g := range done.groups {
		of := &done.groups[g]
		of.left = b.left[g]
		of.short = of.left != unlimited && of.claimed.above(uint64(of.left))
		short = short || of.short
	}
	var original []int64
	pools := short && b.limit == nil && c.source.Pool
	if pools {
		original = append(original, claims...)
	}
	switch {
	case short && b.group == nil:
		done.groups[0].mark = s.divide(c, b.policy, done.groups[0].left, claims, nil)
	case short:
		s.cutGroups(c, b, &done, claims)
	}
	for i, claim := range claims {
		if g := b.of(i); b.left[g] != unlimited {
			b.left[g] -= claim
		}
	}
	if pools {
		s.pool(c, b, &done, original, claims)
	}
	if !short {
		return nil
	}
	return &done
}

func (b *bound) of(i int) int32 {
	if b.group == nil {
		return 0
	}
	return b.group[i]
}

// cutGroups cuts the claims of the groups that are short.
func (s *settler) cutGroups(c *column, b *bound, done *cutting, claims []int64) {
	starts := make([]int32, len(done.groups)+1) // of the members of each short group
	for i := range claims {
		if g := b.group[i]; done.groups[g].short {
			starts[g+1]++
		}
	}
	for g := range done.groups {
		starts[g+1] += starts[g]
	}
	members, next := make([]int32, starts[len(starts)-1]), append([]int32{}, starts...)
	for i := range claims {
		if g := b.group[i]; done.groups[g].short {
			members[next[g]] = int32(i)
			next[g]++
		}
	}
	var own []int64
	for g := range done.groups {
		who := members[starts[g]:starts[g+1]]
		if len(who) == 0 {
			continue
		}
		own = own[:0]
		for _, i := range who {
			own = append(own, claims[i])
		}
		done.groups[g].mark = s.divide(c, b.policy, done.groups[g].left, own, who)
		for k, i := range who {
			claims[i] = own[k]
		}
	}
}

// pool divides what envelopes left unspent among the claims that were cut, by
// the same policy. It is one round and needs no other: either everything cut is
// met, or the policy leaves nothing that it would give to anybody.
func (s *settler) pool(c *column, b *bound, done *cutting, claims, awards []int64) {
	offered := int64(0)
	for _, left := range b.left {
		if left != unlimited {
			offered += left
		}
	}
	unmet, sum := make([]int64, len(claims)), uint128{}
	for i := range claims {
		unmet[i] = claims[i] - awards[i]
		sum = sum.add(uint128{0, uint64(unmet[i])})
	}
	if offered == 0 || sum == (uint128{}) {
		return
	}
	if sum.above(uint64(offered)) {
		s.divide(c, b.policy, offered, unmet, nil)
	}
	paid := int64(0)
	for i, more := range unmet {
		awards[i] += more
		paid += more
	}
	done.offered, done.pooled = offered, unmet
	for g := range b.left { // taken from the envelopes in their order
		if b.left[g] > 0 {
			taken := min(b.left[g], paid)
			b.left[g] -= taken
			paid -= taken
		}
	}
}
