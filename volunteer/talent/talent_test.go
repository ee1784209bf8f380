package talent_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

func record() talent.Record {
	hours, _ := volunteer.HoursFrom(rule.Dec("120"))
	return talent.Record{
		Person: "v1", Hours: hours, Entered: []talent.Entered{{Tier: talent.Volunteer, Day: rule.Day(2014, 1, 31)}},
		Completed: []talent.Completed{
			{Course: "design", Day: rule.Day(2014, 5, 1)}, {Course: "design", Day: rule.Day(2014, 9, 1)}, {Course: "party", Day: rule.Day(2015, 3, 1)},
		},
	}
}

func TestReview(t *testing.T) {
	t.Parallel()
	plan := talent.Usual()
	before, err := plan.Review(record(), rule.Day(2015, 1, 30))
	require.NoError(t, err)
	assert.False(t, before.Ready)
	assert.Len(t, before.Lacks, 2, "months, and credits: a course counts once")
	after, err := plan.Review(record(), rule.Day(2015, 3, 1))
	require.NoError(t, err)
	assert.True(t, after.Ready)
	assert.Empty(t, after.Lacks)
	assert.Equal(t, talent.Staff, after.Next)

	r := record()
	r.Entered = append(r.Entered, talent.Entered{Tier: talent.Staff, Day: rule.Day(2015, 3, 1)}, talent.Entered{Tier: talent.Leader, Day: rule.Day(2018, 3, 1)})
	top, err := plan.Review(r, rule.Day(2018, 3, 1))
	require.NoError(t, err)
	assert.Equal(t, talent.Leader, top.Tier)
	assert.Zero(t, top.Next)
	early, err := plan.Review(r, rule.Day(2014, 1, 1))
	require.NoError(t, err)
	assert.Zero(t, early.Tier)
	assert.Equal(t, talent.Volunteer, early.Next)
}

func TestMonthsEndWithTheMonth(t *testing.T) {
	t.Parallel()
	r := record() // entered on 31 January
	r.Completed = append(r.Completed, talent.Completed{Course: "finance", Day: rule.Day(2014, 5, 1)})
	for day, ready := range map[rule.Date]bool{rule.Day(2015, 1, 30): false, rule.Day(2015, 1, 31): true} {
		review, err := talent.Usual().Review(r, day)
		require.NoError(t, err)
		assert.Equal(t, ready, review.Ready, day)
	}
}

func TestFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	plan := talent.Usual()
	plan.Courses = append(plan.Courses, plan.Courses[0], talent.Course{})
	plan.Promotions[0].To = talent.Leader
	r := record()
	r.Person = ""
	r.Entered = append(r.Entered, talent.Entered{Tier: talent.Leader, Day: rule.Day(2013, 1, 1)}, talent.Entered{Tier: talent.Leader})
	r.Completed = append(r.Completed, talent.Completed{Course: "none"})
	_, err := plan.Review(r, rule.Date{})
	for _, code := range []rule.Code{
		talent.CourseTwice, rule.Required, talent.CreditsRange, talent.PromotionsShape, talent.TiersOrder, talent.CourseUnknown,
	} {
		assert.ErrorIs(t, err, code)
	}
}

func TestTrained(t *testing.T) {
	t.Parallel()
	times, people := talent.Trained([]talent.Record{record(), record()}, rule.Period{})
	assert.Equal(t, volunteer.PersonTimes(6), times)
	assert.Equal(t, volunteer.Persons(1), people)
}

func ExamplePlan_Review() {
	hours, _ := volunteer.HoursFrom(rule.Dec("80"))
	review, err := talent.Usual().Review(talent.Record{
		Person: "v1", Hours: hours,
		Entered:   []talent.Entered{{Tier: talent.Volunteer, Day: rule.Day(2014, 1, 1)}},
		Completed: []talent.Completed{{Course: "design", Day: rule.Day(2014, 6, 1)}},
	}, rule.Day(2015, 4, 21))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(review.Tier, "→", review.Next)
	for _, lack := range review.Lacks {
		fmt.Println(lack.In(language.English))
	}
	// Output:
	// volunteer → staff
	// hours of service: 80 hours; required: 100 hours or above
	// credits: 4 points; required: 6 points or above
}
