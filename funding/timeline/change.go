package timeline

import (
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Changes returns what changed from one version of a scheme to another, in
// words: a reason for each change of the scheme itself, and one for each source
// and item of cost that changed, was added or is gone, with its changes as
// parts. Schemes that pay alike in every case by the same words have none.
func Changes(before, after funding.Scheme) []rule.Reason {
	var out []rule.Reason
	for _, change := range differ(ofScheme(before, after), ofScheme(after, before)) {
		out = append(out, change.From(after.Source, after.Status))
	}
	was, is := groups(before), groups(after)
	for _, g := range was {
		if k := slices.IndexFunc(is, g.same); k < 0 {
			out = append(out, problems.Reason(Removed, rule.With("what", rule.Label(g.kind)), rule.With("before", rule.Label(g.title))).
				From(after.Source, after.Status))
		}
	}
	for _, g := range is {
		k := slices.IndexFunc(was, g.same)
		if k < 0 {
			added := problems.Reason(Added, rule.With("what", rule.Label(g.kind)), rule.With("after", rule.Label(g.title))).From(g.clause, after.Status)
			added.Parts = differ(nil, g.entries)
			out = append(out, added)
			continue
		}
		if parts := differ(was[k].entries, g.entries); len(parts) > 0 {
			changed := problems.Reason(PartChanged, rule.With("what", rule.Label(g.title))).From(g.clause, after.Status)
			changed.Parts = parts
			out = append(out, changed)
		}
	}
	return out
}

// Report returns the page that tells what changed from one version to another.
func Report(before, after funding.Scheme) rule.Page {
	changes := Changes(before, after)
	return rule.Page{
		Title: rule.Words("办法修订说明", "What changed in the scheme"),
		Rule:  after.Head,
		Lines: []rule.Line{
			{Label: rule.Words("修订前", "before"), Value: rule.Word(before.ID)},
			{Label: rule.Words("修订后", "after"), Value: rule.Word(after.ID)},
			{Label: rule.Words("变动", "changes"), Value: rule.Int(int64(len(changes)), rule.Item)},
		},
		Steps: changes,
	}
}

// entry is one thing a scheme says: what, and how much.
type entry struct {
	key   string // stable
	what  rule.Text
	value rule.Value
}

// group is a source or an item of cost with all that it says.
type group struct {
	key     string
	kind    rule.Text
	title   rule.Text
	clause  rule.Source
	entries []entry
}

func (g group) same(h group) bool { return g.key == h.key }

// differ tells what differs between two lists of entries: changes and additions
// in the order of the second, then what is gone.
func differ(before, after []entry) []rule.Reason {
	find := func(list []entry, key string) (entry, bool) {
		k := slices.IndexFunc(list, func(e entry) bool { return e.key == key })
		if k < 0 {
			return entry{}, false
		}
		return list[k], true
	}
	var out []rule.Reason
	for _, e := range after {
		what, now := rule.With("what", rule.Label(e.what)), rule.With("after", e.value)
		was, ok := find(before, e.key)
		switch {
		case !ok:
			out = append(out, problems.Reason(Added, what, now))
		case !was.value.Equal(e.value):
			out = append(out, problems.Reason(Changed, what, rule.With("before", was.value), now))
		}
	}
	for _, e := range before {
		if _, ok := find(after, e.key); !ok {
			out = append(out, problems.Reason(Removed, rule.With("what", rule.Label(e.what)), rule.With("before", e.value)))
		}
	}
	return out
}
