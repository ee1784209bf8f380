package hours

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Entry is one line of the log: version 1 is the record of an attendance,
// every later version corrects or cancels it and states the whole record anew.
type Entry struct {
	Record    uint64         `json:"record"`  // number of the record
	Version   int            `json:"version"` // 1 for the record itself, then 2, 3, …
	Entered   rule.Date      `json:"entered"` // day the line was written
	Cancelled bool           `json:"cancelled,omitzero"`
	Person    string         `json:"person"`
	Activity  string         `json:"activity"`
	Team      string         `json:"team,omitzero"`
	Kind      Kind           `json:"kind"`
	Span      volunteer.Span `json:"span"`
	Verifier  string         `json:"verifier,omitzero"` // who verified it; empty while nobody has
}

func (e *Entry) validate() error {
	var found rule.Problems
	if e.Version < 1 {
		found.Add(problems.Problem("version", VersionRange))
	}
	if e.Entered.IsZero() {
		found.Add(problems.Problem("entered", rule.Required))
	}
	if e.Activity == "" {
		found.Add(problems.Problem("activity", rule.Required))
	}
	if !e.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	found.Nest("span", e.Span.Validate())
	if err := e.Span.Validate(); err == nil && !e.Entered.IsZero() && e.Entered.Before(e.Span.From.Date()) {
		found.Add(problems.Problem("entered", EnteredEarly,
			rule.With("entered", rule.On(e.Entered)), rule.With("from", rule.Word(e.Span.From.String()))))
	}
	return found.Err()
}

// sound is a quick look whether validate would find nothing.
func (e *Entry) sound() bool {
	return e.Version >= 1 && e.Activity != "" && e.Kind.Valid() && !e.Span.From.IsZero() &&
		e.Span.From.Before(e.Span.Until) && !e.Entered.Before(e.Span.From.Date())
}

// standing returns the places of the entries that stand on a day: of each
// record the last version entered by then, unless it cancels. Versions that
// are missing, stand twice or were entered before an earlier one are problems.
func standing(entries []Entry, asOf rule.Date) ([]int32, rule.Problems) {
	var found rule.Problems
	out := make([]int32, 0, len(entries))
	if plain(entries) {
		for i := range entries {
			if e := &entries[i]; !e.Cancelled && !asOf.Before(e.Entered) {
				out = append(out, int32(i))
			}
		}
		return out, found
	}
	type key struct {
		record  uint64
		version int32
		place   int32
	}
	keys := make([]key, len(entries))
	for i := range entries {
		keys[i] = key{entries[i].Record, int32(min(entries[i].Version, 1<<30)), int32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.record, b.record), cmp.Compare(a.version, b.version), cmp.Compare(a.place, b.place))
	})
	for i := 0; i < len(keys); {
		stands, version := int32(-1), int32(0)
		record := keys[i].record
		last := rule.Date{}
		for ; i < len(keys) && keys[i].record == record; i++ {
			e := &entries[keys[i].place]
			at := "entries[" + strconv.Itoa(int(keys[i].place)) + "]"
			switch version++; {
			case keys[i].version < version:
				found.Add(problems.Problem(at+".version", VersionTwice,
					rule.With("record", number(record)), rule.With("version", rule.Int(int64(keys[i].version), 0))))
				version = keys[i].version
			case keys[i].version > version:
				found.Add(problems.Problem(at+".version", VersionMissing,
					rule.With("record", number(record)), rule.With("version", rule.Int(int64(version), 0))))
				version = keys[i].version
			}
			if e.Entered.Before(last) {
				found.Add(problems.Problem(at+".entered", VersionEarly, rule.With("record", number(record))))
			}
			last = e.Entered
			if !asOf.Before(e.Entered) {
				stands = keys[i].place
			}
		}
		if stands >= 0 && !entries[stands].Cancelled {
			out = append(out, stands)
		}
	}
	return out, found
}

// plain tells whether the entries are first versions with ascending numbers,
// as a log without corrections is.
func plain(entries []Entry) bool {
	for i := range entries {
		if entries[i].Version != 1 || i > 0 && entries[i].Record <= entries[i-1].Record {
			return false
		}
	}
	return true
}

// Erase returns the log with a person's id replaced by the id that stands in
// for it (see [volunteer.Register.Erase]), as volunteer and as verifier. Every
// total stays as it was.
func Erase(entries []Entry, person, standIn string) []Entry {
	out := slices.Clone(entries)
	for i := range out {
		if out[i].Person == person {
			out[i].Person = standIn
		}
		if out[i].Verifier == person {
			out[i].Verifier = standIn
		}
	}
	return out
}
