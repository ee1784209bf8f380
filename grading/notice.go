package grading

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Notice is a scale as it was published: a class and the words of its interval
// in each row (950以上, 901—950), faults included.
type Notice struct {
	rule.Head
	Scores band.Domain `json:"scores"`
	Rows   []NoticeRow `json:"rows"`
	Below  NoticeRow   `json:"below,omitzero"` // what scores below every row are called; without words. Not stated: they are a hole
}

// NoticeRow is one row of a published scale.
type NoticeRow struct {
	ID    string    `json:"id"`
	Label rule.Text `json:"label"`
	Words string    `json:"words,omitzero"`
}

// Reading is how a published scale is read where its rows leave scores out or
// cover them twice.
type Reading uint8

// The readings.
const (
	AsWritten   Reading = 1 + iota // 照原文: only a scale without faults
	ByLowerEnds                    // 以下限为准: the best class whose lower end the score reaches
	ByUpperEnds                    // 以上限为准: the lowest class whose upper end the score does not exceed
)

var readings = rule.NewEnum[Reading]("reading",
	rule.Named("as-written", "照原文", "as written"),
	rule.Named("by-lower-ends", "以下限为准", "lower ends decide"),
	rule.Named("by-upper-ends", "以上限为准", "upper ends decide"),
)

// Diagnosis is what is wrong with a published scale.
type Diagnosis struct {
	Rows   []rule.Interval // as its words say, in the order of the rows; the last is what lies below them, where stated
	Faults []band.Fault    // holes, double covers and rows no score reaches, each with an example; none if sound
}

// Sound tells whether the scale can be used as written.
func (d Diagnosis) Sound() bool { return len(d.Faults) == 0 }

// Problems returns the faults as problems.
func (d Diagnosis) Problems() rule.Problems {
	var found rule.Problems
	for _, fault := range d.Faults {
		p := fault.Problem()
		p.Path = "rows" + p.Path
		found.Add(p)
	}
	return found
}

// Diagnose reads the words of every row and lists every hole and double cover
// at the resolution of the score, with an example of each. Words that state no
// interval, and a notice without rows or without a least and a greatest score,
// are [rule.Problems].
func (n Notice) Diagnose() (Diagnosis, error) {
	classes, err := n.classes()
	if err != nil {
		return Diagnosis{}, err
	}
	var d Diagnosis
	rows := make([]band.Row[int], len(classes))
	for i, class := range classes {
		d.Rows = append(d.Rows, class.In)
		rows[i] = band.Row[int]{In: class.In, Is: i}
	}
	d.Faults = band.Check(n.Scores, rows)
	return d, nil
}

// classes reads the rows as classes, and the one below them where stated.
func (n Notice) classes() ([]Class, error) {
	var found rule.Problems
	found.Nest("", n.Head.Validate())
	_, _, bottom := n.Scores.In.Low()
	_, _, top := n.Scores.In.High()
	if !bottom || !top || n.Scores.In.Empty() {
		found.Add(problems.Problem("scores.in", ScaleUnbounded))
	}
	if n.Scores.Step.Sign() < 0 {
		found.Add(problems.Problem("scores.step", ScaleStep, rule.With("step", rule.Num(n.Scores.Step, rule.Point))))
	}
	if len(n.Rows) == 0 {
		found.Add(problems.Problem("rows", rule.Required))
	}
	var classes []Class
	lowest := rule.Interval{}
	for i, row := range n.Rows {
		found.Nest(rule.At("rows", i), named(row.ID, row.Label))
		in, err := band.ParseWords(row.Words)
		found.Nest(rule.At("rows", i)+".words", err)
		classes = append(classes, Class{ID: row.ID, Label: row.Label, In: in})
		below, in1, stated := in.Low()
		least, _, known := lowest.High()
		if stated && (!known || below.Cmp(least) < 0) {
			if in1 {
				lowest = rule.Below(below)
			} else {
				lowest = rule.AtMost(below)
			}
		}
	}
	if n.Below.ID != "" && !lowest.IsZero() {
		classes = append(classes, Class{ID: n.Below.ID, Label: n.Below.Label, In: lowest, Fails: true})
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return classes, nil
}

// Scale returns the scale to grade with under a named reading, whose name
// becomes part of its id and title. As written it is refused with every hole
// and double cover while it has any. Under another reading the rows must still
// stand best first; the scale is illustrative then, since the reading is the
// user's and not the issuer's.
func (n Notice) Scale(reading Reading) (Scale, error) {
	if !reading.Valid() {
		return Scale{}, problems.Problem("reading", rule.Required)
	}
	classes, err := n.classes()
	if err != nil {
		return Scale{}, err
	}
	d, err := n.Diagnose()
	if err != nil {
		return Scale{}, err
	}
	s := Scale{Head: n.Head, Scores: n.Scores, Classes: classes}
	if reading == AsWritten {
		if !d.Sound() {
			return Scale{}, d.Problems().Err()
		}
		return s, s.Validate()
	}
	for i := range classes {
		classes[i].In = d.read(i, reading)
	}
	s.ID += "+" + reading.String()
	s.Title = rule.Words(s.Title.ZH+"("+reading.Label(language.Chinese)+")", s.Title.EN+" ("+reading.Label(language.English)+")")
	s.Status = rule.Illustrative
	if err := s.Validate(); err != nil {
		return Scale{}, err
	}
	return s, nil
}

// read returns the scores of the i-th row, which stand best first: from its
// own lower end up to the next better row's, or from the next lower row's
// upper end up to its own.
func (d Diagnosis) read(i int, reading Reading) rule.Interval {
	var low, high decimal.Decimal
	var lowIn, hasLow, highOut, hasHigh bool
	if reading == ByLowerEnds {
		low, lowIn, hasLow = d.Rows[i].Low()
		if i > 0 {
			high, highOut, hasHigh = d.Rows[i-1].Low()
		}
	} else {
		if i < len(d.Rows)-1 {
			var in bool
			low, in, hasLow = d.Rows[i+1].High()
			lowIn = !in
		}
		if i > 0 {
			var in bool
			high, in, hasHigh = d.Rows[i].High()
			highOut = !in
		}
	}
	var in rule.Interval
	switch {
	case hasLow && lowIn:
		in = in.AtLeast(low)
	case hasLow:
		in = in.Above(low)
	}
	switch {
	case hasHigh && highOut:
		in = in.Below(high)
	case hasHigh:
		in = in.AtMost(high)
	}
	return in
}

// Readings returns every reading.
func Readings() []Reading { return readings.Values() }

// Valid tells whether the reading is stated.
func (r Reading) Valid() bool { return readings.Valid(r) }

// String returns the stable text form.
func (r Reading) String() string { return readings.Text(r) }

// Label returns the reading in the reader's language.
func (r Reading) Label(tag language.Tag) string { return readings.Label(r, tag) }

// MarshalText writes the stable text form; a reading not stated is an error.
func (r Reading) MarshalText() ([]byte, error) { return readings.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Reading) UnmarshalText(text []byte) error { return readings.Unmarshal(r, text) }
