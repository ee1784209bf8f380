package award

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Grades are the grades awards are usually paid for, best first.
func Grades() []string { return []string{"5A", "4A", "3A"} }

// FirstRaisedRenewed is a district's awards on all three occasions,
// illustrative: 100,000, 50,000 and 20,000 for the first 5A, 4A or 3A, the
// difference on raising, and 20,000, 10,000 and 5,000 for a grade given anew.
// Published awards are in package funding/preset: Guangzhou's, Baoan's and
// Taishun's, none of which tells of renewals.
func FirstRaisedRenewed(district org.Territory) funding.Scheme {
	source := func(o Occasion, yuan ...int64) funding.Source {
		s := funding.Source{
			ID: o.String(), Title: rule.Words("等级评估奖励("+occasions.Labels(o).ZH+")", "award "+occasions.Labels(o).EN), Kind: funding.District,
			Territory: district, Beyond: true, If: rule.IsOneOf(FactOccasion, o.Value()),
		}
		s.Rule.Method = funding.ByCase
		for i, grade := range Grades() {
			s.Rule.Cases = append(s.Rule.Cases, funding.Case{If: rule.IsOneOf(grading.FactGrade, rule.Word(grade)), Amount: funding.Yuan(yuan[i])})
		}
		return s
	}
	raised := source(Better, 100_000, 50_000, 20_000)
	raised.Difference = true
	return funding.Scheme{
		Head: rule.Head{
			ID: "first-raised-renewed.illustrative", Title: rule.Words("社会组织等级评估奖励:首评、升级、续评(示例)", "Awards by grade: first, raised, renewed (illustrative)"),
			Status: rule.Illustrative,
		},
		Territory: district, Rounding: funding.ToFen(funding.HalfUp), Facts: Facts(),
		Sources: []funding.Source{source(First, 100_000, 50_000, 20_000), raised, source(Renewed, 20_000, 10_000, 5_000)},
	}
}
