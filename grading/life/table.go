package life

import (
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Names of the facts the tables ask for.
const (
	windowOpen = "window_open"
	waitOver   = "wait_over"
	inTime     = "in_time"
	publicOver = "public_over"
	grounded   = "grounded"
	below      = "below"
)

func facts() rule.Vocabulary {
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	return rule.Vocabulary{
		windowOpen: flag("已到可以再次申请的时候", "the time to come again has come"),
		waitOver:   flag("降低、取消等级后的限期已满", "the wait after a lowering or withdrawal is over"),
		inTime:     flag("在公示期内", "within the days of publicity"),
		publicOver: flag("公示期已满", "the days of publicity are over"),
		grounded:   flag("写明情形", "a ground is stated"),
		below:      flag("低于现等级", "below the grade held"),
	}
}

// Proceedings returns the table of the proceeding under way.
func Proceedings() (stage.Table[Stage, Event], error) {
	return stage.New(Idle, nil, []stage.Row[Stage, Event]{
		{From: Idle, On: Apply, To: Applied, Needs: rule.AllOf(rule.Is(windowOpen), rule.Is(waitOver))},
		{From: Applied, On: TurnAway, To: Idle},
		{From: Applied, On: Publish, To: Published},
		{From: Published, On: Object, To: UnderReview, Needs: rule.Is(inTime)},
		{From: Published, On: Announce, To: Idle, Needs: rule.Is(publicOver)},
		{From: Published, On: NoGrade, To: Idle, Needs: rule.Is(publicOver)},
		{From: UnderReview, On: Review, To: Reviewed},
		{From: Reviewed, On: Announce, To: Idle},
		{From: Reviewed, On: NoGrade, To: Idle},
		{From: Idle, On: Recorded, To: Idle},
	}, facts())
}

// Grades returns the table of the standing of a grade.
func Grades() (stage.Table[Standing, Event], error) {
	return stage.New(Ungraded, nil, []stage.Row[Standing, Event]{
		{From: Ungraded, On: Announce, To: Graded},
		{From: Ungraded, On: Recorded, To: Graded},
		{From: Graded, On: Announce, To: Graded},
		{From: Graded, On: Recorded, To: Graded},
		{From: Graded, On: Lower, To: Graded, Needs: rule.AllOf(rule.Is(grounded), rule.Is(below))},
		{From: Graded, On: Withdraw, To: Withdrawn, Needs: rule.Is(grounded)},
		{From: Graded, On: Expire, To: Lapsed},
		{From: Lapsed, On: Announce, To: Graded},
		{From: Lapsed, On: Recorded, To: Graded},
		{From: Withdrawn, On: Announce, To: Graded},
		{From: Withdrawn, On: Recorded, To: Graded},
	}, facts())
}
