package org

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// tie is an event that gives organization child another parent, one more than
// its place, or none.
type tie struct {
	on            rule.Date
	event         uint32
	child, parent uint32
}

// deepest is the number of levels a hierarchy may have.
const deepest = 64

// link goes through the changes of parents by day and reports parents that
// are not there, may not be parents, or lead back to the child.
func (b *builder) link() {
	slices.SortStableFunc(b.ties, func(x, y tie) int { return x.on.Compare(y.on) })
	parents := make([]uint32, len(b.ids))
	for from := 0; from < len(b.ties); {
		until := from
		for ; until < len(b.ties) && b.ties[until].on == b.ties[from].on; until++ {
			parents[b.ties[until].child] = b.ties[until].parent
		}
		made := slices.DeleteFunc(b.ties[from:until], func(t tie) bool { return t.parent == 0 || parents[t.child] != t.parent })
		var circles []uint32
		for _, t := range made {
			b.checkTie(t)
			if b.circle(t, parents) {
				circles = append(circles, t.child)
			}
		}
		for _, child := range circles {
			parents[child] = 0 // so that those below are not blamed too
		}
		for _, t := range made {
			b.depth(t, parents)
		}
		from = until
	}
}

// parentOf is the parameter that names the parent of a tie.
func (b *builder) parentOf(t tie) rule.Input {
	return rule.With("parent", rule.Quoted(b.ids[t.parent-1]))
}

// checkTie reports a parent that is not there or may not be one.
func (b *builder) checkTie(t tie) {
	if len(b.spansOf(t.parent-1)) == 0 {
		return
	}
	s, child := b.on(t.parent-1, t.on), b.on(t.child, t.on)
	switch {
	case s == nil || !s.state.Present():
		b.fault(t.event, "parent", ParentAbsent, b.parentOf(t), rule.With("on", rule.On(t.on)))
	case child.relation == Branch && (s.kind == PrivateNonEnterprise || s.state == Filed):
		b.fault(t.event, "parent", BranchBarred, b.parentOf(t))
	}
}

// circle reports a tie whose parents lead back to the child.
func (b *builder) circle(t tie, parents []uint32) bool {
	up := t.parent
	for range deepest {
		if up == t.child+1 {
			b.fault(t.event, "parent", ParentCircle, b.parentOf(t))
			return true
		}
		if up == 0 {
			break
		}
		up = parents[up-1]
	}
	return false
}

// depth reports a tie with too many levels above it.
func (b *builder) depth(t tie, parents []uint32) {
	up := t.parent
	for range deepest {
		if up == 0 {
			return
		}
		up = parents[up-1]
	}
	b.fault(t.event, "parent", ParentDeep, b.parentOf(t), rule.With("most", rule.Int(deepest, 0)))
}

// Children returns the organizations there on a day that belong to the one
// with that id, directly, by id.
func (r Registry) Children(id string, day rule.Date) []Entry {
	parent, ok := r.index[id]
	if !ok {
		return nil
	}
	var out []Entry
	for n := range r.ids {
		i := uint32(n)
		if s := r.on(i, day); s != nil && s.parent == parent+1 && s.state.Present() {
			out = append(out, r.entry(i, s, day))
		}
	}
	return out
}

// Parents returns the chain above an organization on a day, the nearest first.
func (r Registry) Parents(id string, day rule.Date) []Entry {
	var out []Entry
	for i, ok := r.index[id]; ok; {
		s := r.on(i, day)
		if s == nil || s.parent == 0 || len(out) == deepest {
			break
		}
		i = s.parent - 1
		if up := r.on(i, day); up != nil {
			out = append(out, r.entry(i, up, day))
		}
	}
	return out
}
