package hours

import (
	"iter"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Totals is what a log comes to on a day.
type Totals struct {
	Rules    Rules
	AsOf     rule.Date
	Hours    volunteer.Hours // of everybody
	Records  int             // records that were credited with some time
	Findings []Finding       // by person, then time

	register *volunteer.Register
	people   []volunteer.Hours // by place in the register
	credits  []Credit          // by person, then time
}

// Credit is what one record brought its volunteer on one day.
type Credit struct {
	Entry int // place of the entry in the log
	Day   rule.Date
	Hours volunteer.Hours
}

// Of returns the hours of a person, or of one erased; none for an id that is
// not on the register.
func (t *Totals) Of(person string) volunteer.Hours {
	if place, ok := t.register.Place(person); ok {
		return t.people[place]
	}
	return volunteer.Hours{}
}

// At returns the hours of the person at a place of the register.
func (t *Totals) At(place int) volunteer.Hours { return t.people[place] }

// Credits returns every credit by person, day and time, if the tally was asked
// to keep them.
func (t *Totals) Credits() []Credit { return t.credits }

// Tally credits the entries by the rules as they stand on a day. It reports
// every fault at once, with paths such as entries[14].span.until: those of the
// rules and entries, people and teams that are not on the register, versions
// that are missing or stand twice. What is well-formed but not credited is a
// finding, not a fault.
//
// Time grows as n log n at most; a log in the order of its record numbers, and
// without corrections, is not sorted.
func Tally(rules Rules, register *volunteer.Register, entries []Entry, asOf rule.Date) (*Totals, error) {
	return tally(rules, register, entries, asOf, false)
}

// TallyCredits is [Tally] that also keeps each record's credit by day.
func TallyCredits(rules Rules, register *volunteer.Register, entries []Entry, asOf rule.Date) (*Totals, error) {
	return tally(rules, register, entries, asOf, true)
}

func tally(rules Rules, register *volunteer.Register, entries []Entry, asOf rule.Date, keep bool) (*Totals, error) {
	var found rule.Problems
	found.Nest("rules", rules.Validate())
	if asOf.IsZero() {
		found.Add(problems.Problem("as_of", rule.Required))
	}
	owners, words := resolve(register, entries, &found)
	stands, faults := standing(entries, asOf)
	found.Add(faults...)
	if len(found) > 0 {
		return nil, found.Err()
	}
	t := &Totals{Rules: rules, AsOf: asOf, register: register, people: make([]volunteer.Hours, register.Places())}
	c := &crediting{compiled: rules.compile(), trusting: rules.Trusting, entries: entries, totals: t, keep: keep}
	for place, stays := range byOwner(entries, stands, owners, words, register.Places()) {
		t.people[place] = volunteer.TenThousandths(c.person(register.EnrolmentsAt(place), stays))
		t.Hours = t.Hours.Add(t.people[place])
	}
	return t, nil
}

// resolve checks every entry and returns the place of its person and who
// vouches for it.
func resolve(register *volunteer.Register, entries []Entry, found *rule.Problems) (owners []int32, words []word) {
	owners, words = make([]int32, len(entries)), make([]word, len(entries))
	f := newFinder(register)
	lastTeam := ""
	for from := 0; from < len(entries); from += batch {
		until := min(from+batch, len(entries))
		f.find(entries[from:until], owners[from:until])
		for i := from; i < until; i++ {
			e := &entries[i]
			words[i] = e.word()
			if !e.sound() {
				found.Nest(path(i), e.validate())
			}
			if owners[i] < 0 {
				found.Add(volunteer.PersonUnknownAt(path(i)+".person", e.Person))
			}
			if e.Team != lastTeam && e.Team != "" && !register.HasTeam(e.Team) {
				found.Add(volunteer.TeamUnknownAt(path(i)+".team", e.Team))
			} else {
				lastTeam = e.Team
			}
		}
	}
	return owners, words
}

func path(i int) string { return "entries[" + strconv.Itoa(i) + "]" }

// stay is what crediting needs of an entry, so that the entries themselves are
// read once and in order.
type stay struct {
	span  volunteer.Span
	place int32 // of the entry
	owner int32
	kind  Kind
	word  word
}

// word says who vouches for an entry.
type word uint8

const (
	noWord word = iota
	ownWord
	otherWord
)

func (e *Entry) word() word {
	switch e.Verifier {
	case "":
		return noWord
	case e.Person:
		return ownWord
	}
	return otherWord
}

// crowd is the number of owners whose stays are put in order together: few
// enough that their stays fit a processor's cache.
const crowd = 1 << 12

// byOwner yields each owner's entries that stand, by owner. They are gathered
// in two steps, first by crowd and then by owner, so that every step writes to
// few places at a time. The stays yielded stand until the next owner.
func byOwner(entries []Entry, stands, owners []int32, words []word, people int) iter.Seq2[int, []stay] {
	return func(yield func(int, []stay) bool) {
		stays, crowds := byCrowd(entries, stands, owners, words, people)
		var scratch []stay
		var starts [crowd + 1]int
		for k := range len(crowds) - 1 {
			of := stays[crowds[k]:crowds[k+1]]
			clear(starts[:])
			for i := range of {
				starts[of[i].owner%crowd+1]++
			}
			for p := range crowd {
				starts[p+1] += starts[p]
			}
			if len(scratch) < len(of) {
				scratch = make([]stay, max(len(of), 2*len(scratch)))
			}
			next := starts
			for i := range of {
				at := &next[of[i].owner%crowd]
				scratch[*at] = of[i]
				*at++
			}
			for p := range crowd {
				if from, until := starts[p], starts[p+1]; from < until && !yield(k*crowd+p, scratch[from:until]) {
					return
				}
			}
		}
	}
}

// byCrowd puts the entries that stand together by crowd; crowd k has those
// from starts[k] up to starts[k+1].
func byCrowd(entries []Entry, stands, owners []int32, words []word, people int) (stays []stay, starts []int) {
	starts = make([]int, (people+crowd-1)/crowd+1)
	for _, i := range stands {
		starts[owners[i]/crowd+1]++
	}
	for k := range len(starts) - 1 {
		starts[k+1] += starts[k]
	}
	stays = make([]stay, len(stands))
	next := slices.Clone(starts)
	for _, i := range stands {
		e := &entries[i]
		at := &next[owners[i]/crowd]
		stays[*at] = stay{e.Span, i, owners[i], e.Kind, words[i]}
		*at++
	}
	return stays, starts
}
