package duty

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are the spending duties of one period of law.
type Rules struct {
	rule.Head
	First      int            `json:"first"`          // the first accounting year they govern
	Mean       int            `json:"mean,omitzero"`  // years whose mean may stand for the last year; 0 for none
	Free       *funding.Money `json:"free,omitempty"` // management fees below this are free of the ceiling
	Forms      []Rule         `json:"forms"`
	FreeSource rule.Source    `json:"free_source,omitzero"`
	MeanSource rule.Source    `json:"mean_source,omitzero"`
}

// Rule is the duty of one form of organization, in bands of net assets at last
// year's end, in yuan.
type Rule struct {
	Form  Form             `json:"form"`
	Bands []band.Row[Duty] `json:"bands"`
}

// Duty is what one band demands: every floor, and the ceiling.
type Duty struct {
	Floors  []Floor          `json:"floors"`
	Ceiling *decimal.Decimal `json:"ceiling,omitempty"` // of management fees, share of the year's total spending
	Source  rule.Source      `json:"source,omitzero"`
	Status  rule.Status      `json:"status"`
}

// Floor is a least share of a base to be spent on charity within the year.
type Floor struct {
	Of    Base            `json:"of"`
	Share decimal.Decimal `json:"share"`
}

// Validate reports every fault of the rules: what is not stated, shares
// outside 0 to 1, a form twice, and bands with gaps or overlaps.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if r.First <= 0 {
		found.Add(problems.Problem("first", rule.Required))
	}
	if r.Mean < 0 || r.Mean > 10 {
		found.Add(problems.Problem("mean", MeanRange, rule.With("value", rule.Int(int64(r.Mean), rule.YearUnit))))
	}
	if len(r.Forms) == 0 {
		found.Add(problems.Problem("forms", rule.Required))
	}
	seen := map[Form]bool{}
	for i, form := range r.Forms {
		path := "forms[" + strconv.Itoa(i) + "]"
		if !form.Form.Valid() {
			found.Add(problems.Problem(path+".form", rule.Required))
		}
		if seen[form.Form] {
			found.Add(problems.Problem(path+".form", FormTwice))
		}
		seen[form.Form] = true
		_, err := band.New(band.Domain{}, form.Bands)
		found.Nest(path+".bands", err)
		for j, row := range form.Bands {
			found.Nest(path+".bands["+strconv.Itoa(j)+"].is", row.Is.validate())
		}
	}
	return found.Err()
}

func (d Duty) validate() error {
	var found rule.Problems
	if !d.Status.Valid() {
		found.Add(problems.Problem("status", rule.Required))
	}
	share := func(path string, s decimal.Decimal) {
		if s.Sign() <= 0 || s.Cmp(decimal.NewFromInt(1)) > 0 || s.Exponent() < -12 {
			found.Add(problems.Problem(path, ShareRange, rule.With("value", rule.Num(s, 0))))
		}
	}
	if len(d.Floors) == 0 {
		found.Add(problems.Problem("floors", rule.Required))
	}
	for i, floor := range d.Floors {
		path := "floors[" + strconv.Itoa(i) + "]"
		if !floor.Of.Valid() {
			found.Add(problems.Problem(path+".of", rule.Required))
		}
		share(path+".share", floor.Share)
	}
	if d.Ceiling != nil {
		share("ceiling", *d.Ceiling)
	}
	return found.Err()
}

// For returns the latest of the rules that govern a form of organization in an
// accounting year, and false if none does.
func For(all []Rules, form Form, year int) (Rules, bool) {
	best, ok := Rules{}, false
	for _, rules := range all {
		if _, governs := rules.form(form); governs && rules.First <= year && (!ok || rules.First > best.First) {
			best, ok = rules, true
		}
	}
	return best, ok
}

func (r Rules) form(form Form) (Rule, bool) {
	for _, f := range r.Forms {
		if f.Form == form {
			return f, true
		}
	}
	return Rule{}, false
}
