package grading

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Panel is how several judges' scores for one indicator become one (评审组).
type Panel struct {
	Judges   []string      `json:"judges"` // who may score
	Method   Method        `json:"method"`
	Absent   Absent        `json:"absent"` // what a missing score is
	Need     int           `json:"need"`   // least number of scores that count, before any is dropped
	Rounding rule.Rounding `json:"rounding"`
	Basis
}

// Method is how a panel's scores are joined.
type Method uint8

// The methods.
const (
	Mean    Method = 1 + iota // 平均分
	Trimmed                   // 去掉一个最高分和一个最低分后的平均分
	Median                    // 中位数
)

var methods = rule.NewEnum[Method]("method",
	rule.Named("mean", "平均分", "mean"),
	rule.Named("trimmed", "去掉一个最高分和一个最低分后的平均分", "mean without one highest and one lowest"),
	rule.Named("median", "中位数", "median"),
)

// Absent is what a missing score of a judge is.
type Absent uint8

// What it may be.
const (
	Refuse   Absent = 1 + iota // 不得缺: a problem
	LeaveOut                   // 不计: left out
)

var absents = rule.NewEnum[Absent]("rule for missing scores",
	rule.Named("refuse", "不得缺", "refused"),
	rule.Named("leave-out", "不计", "left out"),
)

// Ballot is one judge's score, or the judge's withdrawal from it.
type Ballot struct {
	Judge    string
	Score    decimal.NullDecimal
	Conflict bool // 回避: the judge takes no part, whatever the score
}

// Verdict is what a panel's ballots come to.
type Verdict struct {
	Score     decimal.Decimal
	Counted   int // scores neither withdrawn nor missing
	Highest   decimal.Decimal
	Lowest    decimal.Decimal
	Deviation rule.Value  // mean distance of the counted scores from their median
	Reason    rule.Reason // the method, with every judge as a part
}

// Validate reports every fault of the panel: no judge or one twice, a method
// or rule for missing scores not stated, no rounding, a need that cannot be
// met or leaves nothing after the highest and the lowest are dropped.
func (p Panel) Validate() error {
	var found rule.Problems
	if len(p.Judges) == 0 {
		found.Add(problems.Problem("judges", rule.Required))
	}
	for i, judge := range p.Judges {
		if judge == "" {
			found.Add(problems.Problem(rule.At("judges", i), rule.Required))
		} else if slices.Index(p.Judges, judge) < i {
			found.Add(problems.Problem(rule.At("judges", i), JudgeTwice, rule.With("judge", rule.Quoted(judge))))
		}
	}
	if !p.Method.Valid() {
		found.Add(problems.Problem("method", rule.Required))
	}
	if !p.Absent.Valid() {
		found.Add(problems.Problem("absent", rule.Required))
	}
	least := 1
	if p.Method == Trimmed {
		least = 3
	}
	if p.Need < least || p.Need > len(p.Judges) {
		found.Add(problems.Problem("need", JudgesFew, rule.With("kept", rule.Int(int64(len(p.Judges)), 0)), rule.With("need", rule.Int(int64(max(least, p.Need)), 0))))
	}
	found.Nest("rounding", p.Rounding.Validate())
	return found.Err()
}

// Judge joins the ballots for an indicator of so many points. The panel must
// be valid. Ballots of judges not on the panel or twice, scores outside the
// points, missing scores where they are refused and fewer scores than needed
// are [rule.Problems] with paths such as ballots[2]. The order of the ballots
// is of no effect: of equal highest or lowest scores the one of the judge whose
// name comes first is dropped.
func (p Panel) Judge(points decimal.Decimal, ballots []Ballot) (Verdict, error) {
	var found rule.Problems
	var counted []Ballot
	var parts []rule.Reason
	part := func(code rule.Code, judge string, score rule.Value) {
		parts = append(parts, problems.Reason(code, rule.With("judge", rule.Word(judge))).Gives(rule.Given, score))
	}
	seen := map[string]bool{}
	for i, b := range ballots {
		path, judge := rule.At("ballots", i), rule.With("judge", rule.Quoted(b.Judge))
		switch {
		case !slices.Contains(p.Judges, b.Judge):
			found.Add(problems.Problem(path, JudgeUnknown, judge))
		case seen[b.Judge]:
			found.Add(problems.Problem(path, JudgeTwice, judge))
		case b.Conflict:
			part(PanelConflict, b.Judge, rule.Value{})
		case !b.Score.Valid:
			seen[b.Judge] = false
			continue
		case b.Score.Decimal.Sign() < 0 || b.Score.Decimal.Cmp(points) > 0:
			found.Add(problems.Problem(path, ScoreRange, rule.With("score", rule.Num(b.Score.Decimal, rule.Point)),
				rule.With("scores", rule.Label(rule.AtLeast(decimal.Decimal{}).AtMost(points).Words()))))
		default:
			counted = append(counted, b)
		}
		seen[b.Judge] = true
	}
	for _, judge := range p.Judges {
		switch {
		case seen[judge]:
		case p.Absent == Refuse:
			found.Add(problems.Problem("ballots", JudgeMissing, rule.With("judge", rule.Word(judge))))
		default:
			part(PanelAbsent, judge, rule.Value{})
		}
	}
	if len(counted) < p.Need && len(found) == 0 {
		found.Add(problems.Problem("ballots", JudgesFew, rule.With("kept", rule.Int(int64(len(counted)), 0)), rule.With("need", rule.Int(int64(p.Need), 0))))
	}
	if len(found) > 0 {
		return Verdict{}, found.Err()
	}
	slices.SortFunc(counted, func(a, b Ballot) int {
		return cmp.Or(a.Score.Decimal.Cmp(b.Score.Decimal), cmp.Compare(a.Judge, b.Judge))
	})
	v := Verdict{Counted: len(counted), Lowest: counted[0].Score.Decimal, Highest: counted[len(counted)-1].Score.Decimal}
	kept := counted
	if p.Method == Trimmed {
		highest := len(counted) - 1
		for highest > 1 && counted[highest-1].Score.Decimal.Equal(v.Highest) {
			highest--
		}
		part(PanelDropped, counted[0].Judge, rule.Num(v.Lowest, rule.Point))
		part(PanelDropped, counted[highest].Judge, rule.Num(v.Highest, rule.Point))
		kept = slices.Concat(counted[1:highest], counted[highest+1:])
	}
	var sum, away decimal.Decimal
	low, high := counted[(len(counted)-1)/2].Score.Decimal, counted[len(counted)/2].Score.Decimal
	for _, b := range kept {
		sum = sum.Add(b.Score.Decimal)
		part(PanelKept, b.Judge, rule.Num(b.Score.Decimal, rule.Point))
	}
	two := decimal.NewFromInt(2)
	for _, b := range counted {
		away = away.Add(b.Score.Decimal.Mul(two).Sub(low.Add(high)).Abs())
	}
	v.Deviation = rule.Ratio(away, two.Mul(decimal.NewFromInt(int64(len(counted)))), rule.Point)
	slices.SortFunc(parts, func(a, b rule.Reason) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.In(language.English), b.In(language.English)))
	})
	step := rule.With("step", rule.Num(p.Rounding.Step, rule.Point))
	code, a, n := PanelMean, sum, decimal.NewFromInt(int64(len(kept)))
	if p.Method == Median {
		code, a, n = PanelMedian, low.Add(high), two
	}
	v.Score = p.Rounding.Quotient(a, n)
	v.Reason = problems.Reason(code, rule.With("sum", rule.Num(a, rule.Point)), rule.With("one", rule.Int(1, 0)), rule.With("count", rule.Num(n, 0)), step).
		Gives(rule.Prorate, rule.Num(v.Score, rule.Point))
	v.Reason.Mode, v.Reason.Parts = p.Rounding.Mode, parts
	v.Reason = p.Basis.under(v.Reason)
	return v, nil
}

// Sheet joins the ballots for several judged leaves of a rubric into answers for
// a [Sheet], and returns the verdict on each by leaf. A rounding that is finer
// than the scores are given leaves their decimals to the rubric. Ballots for a
// leaf that does not exist or is not judged, and every fault of [Panel.Judge], are
// [rule.Problems] with the leaf's path: b13.ballots[2].
func (p Panel) Sheet(r Rubric, ballots map[string][]Ballot) (Sheet, map[string]Verdict, error) {
	var found rule.Problems
	found.Nest("panel", p.Validate())
	if len(found) > 0 {
		return nil, nil, found.Err()
	}
	sheet, verdicts := Sheet{}, map[string]Verdict{}
	judged := map[string]bool{}
	for _, leaf := range r.Leaves() {
		if leaf.Measure.Kind != Judged {
			continue
		}
		judged[leaf.ID] = true
		list, given := ballots[leaf.ID]
		if !given {
			continue
		}
		v, err := p.Judge(leaf.Points, list)
		found.Nest(leaf.ID, err)
		sheet[leaf.ID], verdicts[leaf.ID] = rule.Num(v.Score, rule.Point), v
	}
	for id := range ballots {
		if !judged[id] {
			found.Add(problems.Problem(id, LeafUnjudged, rule.With("id", rule.Quoted(id))))
		}
	}
	if len(found) > 0 {
		return nil, nil, found.Err()
	}
	return sheet, verdicts, nil
}

// Agreement returns which part of the verdicts has all its counted scores
// within a tolerance of each other; no value without a verdict.
func Agreement(verdicts []Verdict, tolerance decimal.Decimal) rule.Value {
	within := int64(0)
	for _, v := range verdicts {
		if v.Highest.Sub(v.Lowest).Cmp(tolerance) <= 0 {
			within++
		}
	}
	if len(verdicts) == 0 {
		return rule.Value{}
	}
	return rule.Ratio(decimal.NewFromInt(within), decimal.NewFromInt(int64(len(verdicts))), rule.Percent)
}

// Methods returns every method.
func Methods() []Method { return methods.Values() }

// Valid tells whether the method is stated.
func (m Method) Valid() bool { return methods.Valid(m) }

// String returns the stable text form.
func (m Method) String() string { return methods.Text(m) }

// Label returns the method in the reader's language.
func (m Method) Label(tag language.Tag) string { return methods.Label(m, tag) }

// MarshalText writes the stable text form; a method not stated is an error.
func (m Method) MarshalText() ([]byte, error) { return methods.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Method) UnmarshalText(text []byte) error { return methods.Unmarshal(m, text) }

// Absents returns every rule.
func Absents() []Absent { return absents.Values() }

// Valid tells whether the rule is stated.
func (a Absent) Valid() bool { return absents.Valid(a) }

// String returns the stable text form.
func (a Absent) String() string { return absents.Text(a) }

// Label returns the rule in the reader's language.
func (a Absent) Label(tag language.Tag) string { return absents.Label(a, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (a Absent) MarshalText() ([]byte, error) { return absents.Marshal(a) }

// UnmarshalText reads the stable text form; anything else is an error.
func (a *Absent) UnmarshalText(text []byte) error { return absents.Unmarshal(a, text) }
