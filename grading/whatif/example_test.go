package whatif_test

import (
	"fmt"
	"math/rand/v2"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org/rule"
)

// What would lift a synthetic organization to the next class, and by how few
// indicators?
func ExampleReach() {
	rubric := grading.SocialOrganizationRubric()
	sheet := table(rand.New(rand.NewPCG(1, 2)), rubric, 40, 2).Sheet(rubric, 14)
	mark, err := rubric.Mark(sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	next := whatif.Distances(policy().Scale, mark.Score)[0]
	fmt.Println(mark.Score, "is", next.Short, "short of", next.Class)
	ways, err := whatif.Reach(rubric, sheet, next.At, next.Beyond)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(ways.Sets), "ways by", ways.Size)
	for _, why := range ways.Sets[0].Reasons {
		fmt.Println(" ", why.In(language.English))
	}
	// Output:
	// 683.6 is 66.4 short of class-2
	// 386 ways by 3
	//   legal representative duly chosen: from 0 points to 20 points
	//   a fixed domicile: from 0 points to 20 points
	//   staff with a college degree: from 0 points to 30 points
}

// Who changes class when a line moves by one point?
func ExampleSensitivity() {
	p := policy()
	g, err := grading.New(p)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := g.Regrade(&grading.Batch{Scores: []int64{950, 900, 899, 760, 750, 749, 600, 599}, Classes: make([]int8, 8)})
	if err != nil {
		fmt.Println(err)
		return
	}
	shifts, err := whatif.Sensitivity(p, b, rule.Dec("1"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range shifts {
		fmt.Println(s.Class, "at", s.Line, "- one lower:", s.Lower.Rows, s.Lower.Bill, "one higher:", s.Higher.Rows, s.Higher.Bill)
	}
	// Output:
	// class-1 at 900 - one lower: [2] 18500.00 one higher: [1] 16500.00
	// class-2 at 750 - one lower: [5] 18500.00 one higher: [4] 16500.00
	// class-3 at 600 - one lower: [7] 19000.00 one higher: [6] 16000.00
}
