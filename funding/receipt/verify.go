package receipt

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// maxFaults bounds the differences that are listed.
const maxFaults = 100

// Verify computes the round again from the scheme and the requests, and reports
// every cell of the settlement that differs by one fen or one reason, every sum
// and account, with paths such as awards[3].cells[1].amount; awards are
// counted in the order of the request ids. It returns nil where everything
// agrees. Faults of the scheme and the requests are those of funding.Settle.
//
// It is as linear as settling, and takes a few times as long.
func Verify(scheme funding.Scheme, requests []funding.Request, s *funding.Settlement) error {
	found := given(scheme, s.Scheme())
	order := make([]funding.Request, s.Len())
	for i := range order {
		order[i] = s.Request(i)
	}
	back := make([]int, len(order)) // the place by id of each
	v := view{awards: len(order), accounts: s.Accounts(), ids: make([]string, len(order))}
	for k, i := range byID(order) {
		back[i], v.ids[k] = k, order[i].ID
	}
	v.cells = func(j int) iter.Seq2[int, cell] {
		return func(yield func(int, cell) bool) {
			for i, steps := range s.Steps(j) {
				if !yield(back[i], cell{s.Cell(i, j), steps}) {
					return
				}
			}
		}
	}
	v.compare(&found, scheme, requests)
	return found.err()
}

// Verify is [Verify] for a receipt: it checks the digests of what went in as
// well, every total, and what is unmet.
func (r Receipt) Verify(scheme funding.Scheme, requests []funding.Request) error {
	var found faults
	for _, d := range []struct {
		path, got string
		of        func() (string, error)
	}{
		{"scheme", r.Scheme, func() (string, error) { return scheme.ID, nil }},
		{"status", r.Status.String(), func() (string, error) { return scheme.Status.String(), nil }},
		{"scheme_digest", r.SchemeDigest, func() (string, error) { return SchemeDigest(scheme) }},
		{"requests_digest", r.RequestsDigest, func() (string, error) { return RequestsDigest(requests) }},
	} {
		want, err := d.of()
		if err != nil {
			return err
		}
		found.differ(d.path, rule.Quoted(want), rule.Quoted(d.got))
	}
	v := view{awards: len(r.Awards), ids: make([]string, len(r.Awards))}
	for k, a := range r.Awards {
		v.ids[k] = a.Request
		found.shape(k, a, scheme)
	}
	for _, a := range r.Accounts {
		v.accounts = append(v.accounts, funding.Account(a))
	}
	v.cells = func(j int) iter.Seq2[int, cell] {
		return func(yield func(int, cell) bool) {
			for k, a := range r.Awards {
				if j < len(a.Cells) && !yield(k, cell{a.Cells[j].Amount, a.Cells[j].Steps}) {
					return
				}
			}
		}
	}
	totals := v.compare(&found, scheme, requests)
	for k := range min(len(r.Awards), len(totals)) {
		path, t := awardPath(k), totals[k]
		found.differ(path+".asked", t.asked.Value(), r.Awards[k].Asked.Value())
		found.differ(path+".total", t.total.Value(), r.Awards[k].Total.Value())
		found.differ(path+".unmet", t.unmet.Value(), r.Awards[k].Unmet.Value())
	}
	return found.err()
}

// view is what is verified: a settlement or a receipt, its awards by request
// id.
type view struct {
	awards   int
	ids      []string
	cells    func(j int) iter.Seq2[int, cell]
	accounts []funding.Account
}

type cell struct {
	amount funding.Money
	steps  []funding.Step
}

// totals is what one request receives in all.
type totals struct{ asked, total, unmet funding.Money }

// compare computes the round again and holds the view against it.
func (v view) compare(found *faults, scheme funding.Scheme, requests []funding.Request) []totals {
	round, err := newRound(scheme, requests)
	if err != nil {
		found.problems.Nest("", err)
		return nil
	}
	if !found.list("awards", v.ids, round.ids()) {
		return nil
	}
	for _, turn := range round.turns {
		round.settle(turn)
		for _, j := range turn {
			column := &round.columns[j]
			for k, got := range v.cells(j) {
				want := funding.Fen(column.awards[k])
				path := func(field string) string { return awardPath(k) + ".cells[" + strconv.Itoa(j) + "]." + field }
				if got.amount != want {
					found.add(problems.Problem(path("amount"), Differs, rule.With("want", want.Value()), rule.With("got", got.amount.Value())))
				}
				if steps := column.steps[k]; !slices.Equal(steps, got.steps) {
					found.add(problems.Problem(path("steps"), ReasonDiffers, rule.With("want", words(steps)), rule.With("got", words(got.steps))))
				}
			}
			column.steps = nil
		}
	}
	v.compareAccounts(found, round)
	return round.totals()
}

func (v view) compareAccounts(found *faults, round *round) {
	var got, want []string
	for _, a := range v.accounts {
		got = append(got, a.Source)
	}
	for j := range round.columns {
		want = append(want, round.columns[j].source.ID)
	}
	if !found.list("accounts", got, want) {
		return
	}
	for j, a := range v.accounts {
		path := "accounts[" + strconv.Itoa(j) + "]."
		w := round.account(j)
		found.differ(path+"kind", rule.Word(w.Kind.String()), rule.Word(a.Kind.String()))
		found.differ(path+"budget", optional(w.Budget), optional(a.Budget))
		found.differ(path+"claimed", rule.Num(w.Claimed, rule.Yuan), rule.Num(a.Claimed, rule.Yuan))
		found.differ(path+"paid", w.Paid.Value(), a.Paid.Value())
		found.differ(path+"in", w.In.Value(), a.In.Value())
		found.differ(path+"out", w.Out.Value(), a.Out.Value())
		found.differ(path+"left", optional(w.Left), optional(a.Left))
		found.differ(path+"short", rule.Flag(w.Short), rule.Flag(a.Short))
	}
}

func optional(m *funding.Money) rule.Value {
	if m == nil {
		return rule.Value{}
	}
	return m.Value()
}

func words(steps []funding.Step) rule.Value {
	said := make([]string, len(steps))
	for i, s := range steps {
		said[i] = string(s.Code) + " " + s.Amount.String()
	}
	return rule.Word(strings.Join(said, "; "))
}

func awardPath(k int) string { return "awards[" + strconv.Itoa(k) + "]" }

// faults collects differences, up to so many.
type faults struct {
	problems rule.Problems
	more     bool
}

// given reports a settlement of another scheme.
func given(want, got funding.Scheme) faults {
	var found faults
	a, err := SchemeDigest(want)
	found.problems.Nest("scheme", err)
	b, err := SchemeDigest(got)
	found.problems.Nest("scheme", err)
	found.differ("scheme", rule.Word(a), rule.Word(b))
	return found
}

func (f *faults) add(p *rule.Problem) {
	if len(f.problems) >= maxFaults {
		f.more = true
		return
	}
	f.problems.Add(p)
}

func (f *faults) differ(path string, want, got rule.Value) {
	if !want.Equal(got) {
		f.add(problems.Problem(path, Differs, rule.With("want", want), rule.With("got", got)))
	}
}

// list compares ids in their order, and tells whether they agree.
func (f *faults) list(path string, got, want []string) bool {
	for k := range max(len(got), len(want)) {
		at := path + "[" + strconv.Itoa(k) + "]"
		switch {
		case k >= len(got):
			f.add(problems.Problem(at, Missing, rule.With("id", rule.Quoted(want[k]))))
		case k >= len(want):
			f.add(problems.Problem(at, Surplus, rule.With("id", rule.Quoted(got[k]))))
		default:
			f.differ(at, rule.Quoted(want[k]), rule.Quoted(got[k]))
		}
	}
	return slices.Equal(got, want)
}

// shape compares the sources of an award's cells with the scheme's.
func (f *faults) shape(k int, a Award, scheme funding.Scheme) {
	for j := range max(len(a.Cells), len(scheme.Sources)) {
		path := awardPath(k) + ".cells[" + strconv.Itoa(j) + "]"
		switch {
		case j >= len(a.Cells):
			f.add(problems.Problem(path, Missing, rule.With("id", rule.Quoted(scheme.Sources[j].ID))))
		case j >= len(scheme.Sources):
			f.add(problems.Problem(path, Surplus, rule.With("id", rule.Quoted(a.Cells[j].Source))))
		default:
			f.differ(path+".source", rule.Quoted(scheme.Sources[j].ID), rule.Quoted(a.Cells[j].Source))
		}
	}
}

func (f *faults) err() error {
	if f.more {
		f.problems.Add(problems.Problem("", TooManyFaults, rule.With("most", rule.Int(maxFaults, 0))))
	}
	return f.problems.Err()
}
