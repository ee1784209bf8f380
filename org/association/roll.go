package association

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Membership is an enterprise's time in an association.
type Membership struct {
	Association string      `json:"association"` // id in the registry
	Member      string      `json:"member"`      // id of the enterprise
	Period      rule.Period `json:"period"`
}

// Roll is the memberships of a district's associations, checked. Build it with
// [NewRoll].
type Roll struct {
	registry     org.Registry
	associations []string // sorted
	members      []string // sorted
	ties         []tie    // by association, member, first day
	first        []int    // ties[first[i]:first[i+1]] are those of association i
}

type tie struct {
	association, member int
	period              rule.Period
}

// NewRoll checks the memberships, in whatever order. Problems, all at once:
// what is not stated, associations that the registry does not hold or that are
// not there on the first day of a membership, periods without a day, and one
// enterprise twice in an association at a time.
func NewRoll(registry org.Registry, list []Membership) (*Roll, error) {
	var found rule.Problems
	r := &Roll{registry: registry}
	for i, m := range list {
		path := rule.At("", i)
		if m.Member == "" {
			found.Add(problems.Problem(path+".member", rule.Required))
		}
		if m.Period.From.IsZero() {
			found.Add(problems.Problem(path+".period.from", rule.Required))
		}
		found.Nest(path+".period", m.Period.Validate())
		if e, ok := registry.At(m.Association, m.Period.From); !ok && len(registry.History(m.Association)) == 0 {
			found.Add(problems.Problem(path+".association", Unknown, rule.With("id", rule.Quoted(m.Association))))
		} else if !e.State.Present() && !m.Period.From.IsZero() {
			found.Add(problems.Problem(path+".period.from", OutsideLife, rule.With("from", rule.On(m.Period.From))))
		}
		r.associations = append(r.associations, m.Association)
		r.members = append(r.members, m.Member)
	}
	r.associations, r.members = distinct(r.associations), distinct(r.members)
	r.fill(&found, list)
	if len(found) > 0 {
		return nil, found.Err()
	}
	return r, nil
}

func distinct(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// fill sorts the memberships and reports those that overlap.
func (r *Roll) fill(found *rule.Problems, list []Membership) {
	order := make([]int, len(list))
	for i := range list {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := list[i], list[j]
		return cmp.Or(cmp.Compare(x.Association, y.Association), cmp.Compare(x.Member, y.Member), x.Period.From.Compare(y.Period.From), cmp.Compare(i, j))
	})
	r.ties = make([]tie, 0, len(list))
	r.first = make([]int, len(r.associations)+1)
	for n, i := range order {
		m := list[i]
		a, _ := slices.BinarySearch(r.associations, m.Association)
		b, _ := slices.BinarySearch(r.members, m.Member)
		if n > 0 {
			before := list[order[n-1]]
			if before.Association == m.Association && before.Member == m.Member && before.Period.Overlaps(m.Period) {
				found.Add(problems.Problem(rule.At("", i)+".period", MemberTwice, rule.With("first", rule.Int(int64(order[n-1]), 0))))
			}
		}
		r.ties = append(r.ties, tie{a, b, m.Period})
		r.first[a+1] = n + 1
	}
	for a := range r.associations {
		r.first[a+1] = max(r.first[a+1], r.first[a])
	}
}

// there tells whether association a is there on a day.
func (r *Roll) there(a int, on rule.Date) bool {
	e, ok := r.registry.At(r.associations[a], on)
	return ok && e.State.Present()
}

// Has tells whether an enterprise is a member of an association on a day. No
// membership outlives its association.
func (r *Roll) Has(association, member string, on rule.Date) bool {
	a, ok := slices.BinarySearch(r.associations, association)
	if !ok || !r.there(a, on) {
		return false
	}
	b, ok := slices.BinarySearch(r.members, member)
	if !ok {
		return false
	}
	ties := r.ties[r.first[a]:r.first[a+1]]
	n, _ := slices.BinarySearchFunc(ties, b, func(t tie, b int) int { return cmp.Compare(t.member, b) })
	for ; n < len(ties) && ties[n].member == b; n++ {
		if ties[n].period.Contains(on) {
			return true
		}
	}
	return false
}

// Members returns the members of an association on a day, by id.
func (r *Roll) Members(association string, on rule.Date) []string {
	var out []string
	a, ok := slices.BinarySearch(r.associations, association)
	if !ok || !r.there(a, on) {
		return nil
	}
	for _, t := range r.ties[r.first[a]:r.first[a+1]] {
		if t.period.Contains(on) {
			out = append(out, r.members[t.member])
		}
	}
	return out
}

// Count is the associations and their member enterprises on a day.
type Count struct {
	On           rule.Date `json:"on"`
	Associations int       `json:"associations"` // there on the day, with a member
	Memberships  int       `json:"memberships"`  // an enterprise in two associations has two
	Members      int       `json:"members"`      // each enterprise once
	In           []int     `json:"in"`           // In[k]: enterprises in k+1 associations
	Each         []Each    `json:"each"`         // by id
}

// Each is one association's count.
type Each struct {
	Association string `json:"association"`
	Members     int    `json:"members"`
	Alone       int    `json:"alone"` // that are in no other association
}

// Count counts associations and members on a day.
func (r *Roll) Count(on rule.Date) Count {
	c := Count{On: on, In: []int{}, Each: []Each{}}
	in := make([]int, len(r.members))
	r.each(on, func(_, member int) { in[member]++ })
	for _, n := range in {
		if n == 0 {
			continue
		}
		c.Members++
		c.Memberships += n
		for len(c.In) < n {
			c.In = append(c.In, 0)
		}
		c.In[n-1]++
	}
	last := -1
	r.each(on, func(association, member int) {
		if association != last {
			c.Each = append(c.Each, Each{Association: r.associations[association]})
			last = association
		}
		e := &c.Each[len(c.Each)-1]
		e.Members++
		if in[member] == 1 {
			e.Alone++
		}
	})
	c.Associations = len(c.Each)
	return c
}

// each walks through the memberships that hold on a day, by association.
func (r *Roll) each(on rule.Date, yield func(association, member int)) {
	for a := range r.associations {
		if !r.there(a, on) {
			continue
		}
		for _, t := range r.ties[r.first[a]:r.first[a+1]] {
			if t.period.Contains(on) {
				yield(a, t.member)
			}
		}
	}
}
