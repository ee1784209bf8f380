package regime

import (
	"maps"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Regime is the law of a place and time: the ways to become an organization, in
// the order in which they are preferred.
type Regime struct {
	rule.Head
	Ways  []Way           `json:"ways"`
	Facts rule.Vocabulary `json:"facts,omitempty"` // facts it asks for besides those of [Facts]
}

// Way is one way by which an application succeeds.
type Way struct {
	ID     string           `json:"id"`
	Title  rule.Text        `json:"title"`
	Source rule.Source      `json:"source,omitzero"`
	Status rule.Status      `json:"status"`
	Period rule.Period      `json:"period,omitzero"` // days on which it may be applied for
	Leads  Outcome          `json:"leads"`
	Track  org.Track        `json:"track,omitzero"`     // of those it registers or files
	Kinds  []org.Kind       `json:"kinds,omitempty"`    // legal forms it is for; none: whatever the form
	For    rule.Condition   `json:"for,omitzero"`       // whom it is open to; zero: everyone
	Needs  []rule.Condition `json:"needs"`              // every one must be met
	Within rule.Duration    `json:"within"`             // for the authority's decision
	Extend rule.Duration    `json:"extension,omitzero"` // by which that may be extended
}

// vocabulary is every fact the regime may ask for.
func (r Regime) vocabulary() rule.Vocabulary {
	v := Facts()
	maps.Copy(v, r.Facts)
	return v
}

// Validate reports every fault of the regime, with its path: in the head; no
// way, or two of one id ([WayTwice]); a way without title, status, outcome,
// conditions or term; one that refuses, or that registers or files on no track
// ([WayTrack]); a published way without source; conditions that do not fit the
// facts; facts that are declared already ([FactTwice]).
func (r Regime) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	known := Facts()
	for _, fact := range slices.Sorted(maps.Keys(r.Facts)) {
		if _, twice := known[fact]; twice {
			found.Add(problems.Problem("facts."+fact, FactTwice, rule.With("fact", rule.Quoted(fact))))
		}
		if !r.Facts[fact].Type.Valid() {
			found.Add(problems.Problem("facts."+fact+".type", rule.Required))
		}
	}
	known = r.vocabulary()
	if len(r.Ways) == 0 {
		found.Add(problems.Problem("ways", rule.Required))
	}
	first := map[string]int{}
	for i, w := range r.Ways {
		at := "ways[" + strconv.Itoa(i) + "]"
		found.Nest(at, w.validate(known))
		if j, twice := first[w.ID]; twice && w.ID != "" {
			found.Add(problems.Problem(at+".id", WayTwice, rule.With("way", rule.Quoted(w.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[w.ID] = i
	}
	return found.Err()
}

func (w Way) validate(known rule.Vocabulary) error {
	var found rule.Problems
	head := rule.Head{ID: w.ID, Title: w.Title, Source: w.Source, Status: w.Status, Period: w.Period}
	found.Nest("", head.Validate())
	registers := w.Leads == Register || w.Leads == File || w.Leads == Prepare
	switch {
	case !w.Leads.Valid() || w.Leads == Refuse:
		found.Add(problems.Problem("leads", WayRefuses))
	case registers && !w.Track.Valid() || !registers && w.Track != 0 || (w.Leads == File) != (w.Track == org.Filing):
		found.Add(problems.Problem("track", WayTrack, rule.With("outcome", label(outcomes.Labels(w.Leads)))))
	}
	for i, k := range w.Kinds {
		if !k.Valid() {
			found.Add(problems.Problem("kinds["+strconv.Itoa(i)+"]", rule.Required))
		}
	}
	if !w.For.IsZero() {
		found.Nest("for", w.For.Validate(known))
	}
	if len(w.Needs) == 0 {
		found.Add(problems.Problem("needs", rule.Required))
	}
	for i, need := range w.Needs {
		at := "needs[" + strconv.Itoa(i) + "]"
		found.Nest(at, need.Validate(known))
		if !need.Status.Valid() {
			found.Add(problems.Problem(at+".status", rule.Required))
		}
		if need.Status == rule.Published && need.Source.Title == "" {
			found.Add(problems.Problem(at+".source.title", rule.Required))
		}
	}
	found.Nest("within", w.Within.Validate())
	if !w.Extend.IsZero() {
		found.Nest("extension", w.Extend.Validate())
	}
	return found.Err()
}

// Schema names the document that a regime is kept in.
const Schema = "regime/1"

// Encode writes the regime as a JSON document of [Schema].
func (r Regime) Encode() ([]byte, error) { return rule.Encode(Schema, r) }

// Decode reads a document that Encode wrote, strictly, and checks it: see
// [rule.DecodeAs] and [Regime.Validate].
func Decode(data []byte) (Regime, error) {
	var r Regime
	if err := rule.DecodeAs(Schema, data, &r); err != nil {
		return Regime{}, err
	}
	if err := r.Validate(); err != nil {
		return Regime{}, err
	}
	return r, nil
}

// label carries a text in both languages.
func label(t rule.Text) rule.Value { return rule.Label(t) }
