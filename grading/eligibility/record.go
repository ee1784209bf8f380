package eligibility

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Record is what is known of an organization that applies. What is not stated
// is not known, and meets no condition.
type Record struct {
	Registered   rule.Date     `json:"registered"`             // 登记日期
	Checks       map[int]Check `json:"checks,omitempty"`       // by the year they are for
	Penalties    []Penalty     `json:"penalties"`              // every administrative penalty there was; none if empty
	Investigated *bool         `json:"investigated,omitempty"` // 正在被立案调查
	Abnormal     *bool         `json:"abnormal,omitempty"`     // 列入活动异常名录
	Serious      *bool         `json:"serious,omitempty"`      // 列入严重违法失信名单
	Party        *bool         `json:"party,omitempty"`        // 已组建党组织
	Grade        Grade         `json:"grade,omitzero"`         // the last one it was given; zero where it never took part
	Sought       string        `json:"sought,omitzero"`        // the class applied for, where it matters
}

// Penalty is an administrative penalty (行政处罚).
type Penalty struct {
	On       rule.Date `json:"on"`
	Minor    bool      `json:"minor,omitzero"`    // 轻微
	Executed rule.Date `json:"executed,omitzero"` // 执行完毕; not stated: not yet
}

// Grade is a grade that was given and the days it holds, both included.
type Grade struct {
	Class string    `json:"class"`
	From  rule.Date `json:"from"`
	Last  rule.Date `json:"last"`
}

func (r Record) validate(on rule.Date) error {
	var found rule.Problems
	if on.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	if r.Registered.IsZero() {
		found.Add(problems.Problem("registered", rule.Required))
	} else if on.Before(r.Registered) && !on.IsZero() {
		found.Add(problems.Problem("registered", AfterApplication, rule.With("day", rule.On(r.Registered)), rule.With("on", rule.On(on))))
	}
	for year, check := range r.Checks {
		if !check.Valid() {
			found.Add(problems.Problem("checks."+strconv.Itoa(year), rule.Required))
		}
	}
	for i, p := range r.Penalties {
		at := "penalties[" + strconv.Itoa(i) + "]"
		switch {
		case p.On.IsZero():
			found.Add(problems.Problem(at+".on", rule.Required))
		case on.Before(p.On):
			found.Add(problems.Problem(at+".on", AfterApplication, rule.With("day", rule.On(p.On)), rule.With("on", rule.On(on))))
		case !p.Executed.IsZero() && p.Executed.Before(p.On):
			found.Add(problems.Problem(at+".executed", ExecutedBefore, rule.With("day", rule.On(p.Executed)), rule.With("on", rule.On(p.On))))
		}
	}
	if r.Grade != (Grade{}) {
		if r.Grade.Class == "" {
			found.Add(problems.Problem("grade.class", rule.Required))
		}
		if r.Grade.From.IsZero() {
			found.Add(problems.Problem("grade.from", rule.Required))
		}
		if r.Grade.Last.IsZero() || r.Grade.Last.Before(r.Grade.From) {
			found.Add(problems.Problem("grade.last", GradeShape, rule.With("last", rule.On(r.Grade.Last)), rule.With("from", rule.On(r.Grade.From))))
		}
	}
	return found.Err()
}

// Names of the facts that conditions may ask for.
const (
	FullYears          = "full_years"    // whole years since registration, the anniversary included
	Assessed           = "assessed"      // took part in an evaluation before
	Graded             = "graded"        // holds a grade on the day
	GradeYears         = "grade_years"   // whole years since it was given that grade
	LastCheck          = "last_check"    // the check for the year before the application's
	CheckBefore        = "check_before"  // the one for the year before that
	TwoBasic           = "two_basic"     // both were basically qualified
	Penalised          = "penalised"     // penalised in the year before the application's
	PenalisedTwoYears  = "penalised_two" // or in the one before that
	PenalisedGravely   = "gravely"       // penalised in the year before, and not for a minor matter
	Unexecuted         = "unexecuted"    // a penalty is not yet executed
	Listed             = "listed"        // on the list of abnormal activity or that of serious illegality
	UnderInvestigation = "investigated"  // under investigation
	PartyBody          = "party"         // has a party organization
	Sought             = "sought"        // the class applied for
)

// Facts returns the facts that conditions may ask for.
func Facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	years := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: rule.YearUnit, Label: rule.Words(zh, en)}
	}
	check := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.LabelType, Label: rule.Words(zh, en)} }
	return rule.Vocabulary{
		FullYears:          years("登记已满", "full years since registration"),
		Assessed:           flag("参加过评估", "evaluated before"),
		Graded:             flag("持有有效期内的等级", "holds a grade that is valid"),
		GradeYears:         years("取得现等级已满", "full years since the grade it holds"),
		LastCheck:          check("上年度年度检查", "yearly check for last year"),
		CheckBefore:        check("再上年度年度检查", "yearly check for the year before last"),
		TwoBasic:           flag("连续2年年度检查基本合格", "basically qualified two years running"),
		Penalised:          flag("上年度受到行政处罚", "penalised last year"),
		PenalisedTwoYears:  flag("最近2年受到行政处罚", "penalised in the last two years"),
		PenalisedGravely:   flag("上年度受到行政处罚(轻微的除外)", "penalised last year, minor matters apart"),
		Unexecuted:         flag("行政处罚尚未执行完毕", "a penalty not yet executed"),
		Listed:             flag("被列入活动异常名录或者严重违法失信名单", "on the list of abnormal activity or of serious illegality"),
		UnderInvestigation: flag("正在被立案调查", "under investigation"),
		PartyBody:          flag("已组建党组织", "has a party organization"),
		Sought:             {Type: rule.TextType, Label: rule.Words("申报等级", "class applied for")},
	}
}

// facts returns what is known on the day of the application.
func (r Record) facts(on rule.Date) rule.FactMap {
	f := rule.FactMap{FullYears: rule.Int(fullYears(r.Registered, on), rule.YearUnit)}
	known := func(name string, b *bool) {
		if b != nil {
			f[name] = rule.Flag(*b)
		}
	}
	known(UnderInvestigation, r.Investigated)
	known(PartyBody, r.Party)
	switch {
	case r.Abnormal != nil && *r.Abnormal || r.Serious != nil && *r.Serious:
		f[Listed] = rule.Flag(true)
	case r.Abnormal != nil && r.Serious != nil:
		f[Listed] = rule.Flag(false)
	}
	last, lastKnown := r.Checks[on.Year()-1]
	before, beforeKnown := r.Checks[on.Year()-2]
	if lastKnown {
		f[LastCheck] = last.Value()
	}
	if beforeKnown {
		f[CheckBefore] = before.Value()
	}
	switch {
	case lastKnown && last != BasicallyPassed, beforeKnown && before != BasicallyPassed:
		f[TwoBasic] = rule.Flag(false)
	case lastKnown && beforeKnown:
		f[TwoBasic] = rule.Flag(true)
	}
	var penalised, two, gravely, unexecuted bool
	for _, p := range r.Penalties {
		lastYear := p.On.Year() == on.Year()-1
		penalised = penalised || lastYear
		gravely = gravely || lastYear && !p.Minor
		two = two || p.On.Year() >= on.Year()-2
		unexecuted = unexecuted || p.Executed.IsZero() || on.Before(p.Executed)
	}
	f[Penalised], f[PenalisedTwoYears], f[PenalisedGravely], f[Unexecuted] = rule.Flag(penalised), rule.Flag(two), rule.Flag(gravely), rule.Flag(unexecuted)
	held := r.Grade != (Grade{})
	f[Assessed] = rule.Flag(held)
	f[Graded] = rule.Flag(held && !on.Before(r.Grade.From) && !r.Grade.Last.Before(on))
	if held {
		f[GradeYears] = rule.Int(fullYears(r.Grade.From, on), rule.YearUnit)
	}
	if r.Sought != "" {
		f[Sought] = rule.Word(r.Sought)
	}
	return f
}

// fullYears counts whole years from one day to another, negative for none.
func fullYears(from, on rule.Date) int64 {
	n := on.Year() - from.Year()
	if on.Before(from.AddMonths(12 * n)) {
		n--
	}
	return int64(n)
}
