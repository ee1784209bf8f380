package rule

import (
	"slices"
	"strconv"
)

// Calendar is which days are worked, as published for a span of years. It is
// data that comes in from outside. Saturdays and Sundays are days of rest but
// for those in Work; every other day is worked but for those in Rest. Its
// period is the days it knows.
type Calendar struct {
	Head
	Rest []Date `json:"rest"` // 放假: holidays, those on weekends included or not
	Work []Date `json:"work"` // 调休上班: weekends that are worked
}

// Validate reports the faults of the head, a calendar that does not say which
// days it knows, days that do not rise, lie outside or are both of rest and
// worked, and weekdays said to be worked in place of a weekend.
func (c Calendar) Validate() error {
	var found Problems
	found.Nest("", c.Head.Validate())
	if c.Period.From.IsZero() || c.Period.Until.IsZero() {
		found.Add(problems.Problem("period", Required))
	}
	for name, days := range map[string][]Date{"rest": c.Rest, "work": c.Work} {
		for i, day := range days {
			at := name + "[" + strconv.Itoa(i) + "]"
			switch {
			case !c.Period.Contains(day):
				found.Add(problems.Problem(at, CalendarOutside, With("day", On(day)), With("period", Label(c.Period.Words()))))
			case i > 0 && !days[i-1].Before(day):
				found.Add(problems.Problem(at, CalendarOrder, With("day", On(day))))
			case name == "work" && !day.weekend() || name == "work" && among(c.Rest, day):
				found.Add(problems.Problem(at, CalendarWork, With("day", On(day))))
			}
		}
	}
	return found.Err()
}

// Works tells whether a day is worked; known is false for a day outside the
// calendar's period.
func (c Calendar) Works(d Date) (works, known bool) {
	if c.ID == "" || !c.Period.Contains(d) {
		return false, false
	}
	if d.weekend() {
		return among(c.Work, d), true
	}
	return !among(c.Rest, d), true
}

func among(days []Date, d Date) bool {
	_, found := slices.BinarySearchFunc(days, d, Date.Compare)
	return found
}

// weekend tells whether the day is a Saturday or Sunday; 0001-01-01 was a
// Monday.
func (d Date) weekend() bool { return (d.n-1)%7 >= 5 }

// ahead returns the n-th working day behind a day.
func (c Calendar) ahead(d Date, n int) (Date, error) {
	for n > 0 {
		d = d.AddDays(1)
		works, known := c.Works(d)
		if !known {
			return Date{}, problems.Problem("from", CalendarUnknown, With("day", On(d)))
		}
		if works {
			n--
		}
	}
	return d, nil
}

// Calendar2026 is the holidays of 2026 as the State Council's office arranged
// them (国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04).
func Calendar2026() Calendar {
	c := Calendar{Head: Head{
		ID: "holidays-2026", Title: Words("2026 年节假日安排", "holidays of 2026"),
		Source: Source{Title: "国务院办公厅关于2026年部分节假日安排的通知", Issuer: "国务院办公厅", Date: Day(2025, 11, 4), Link: "epaper.zsnews.cn"},
		Status: Published, Period: Period{From: Day(2026, 1, 1), Until: Day(2027, 1, 1)},
	}}
	for _, span := range [][3]int{{1, 1, 3}, {2, 15, 23}, {4, 4, 6}, {5, 1, 5}, {6, 19, 21}, {9, 25, 27}, {10, 1, 7}} {
		for day := span[1]; day <= span[2]; day++ {
			c.Rest = append(c.Rest, Day(2026, span[0], day))
		}
	}
	for _, day := range [][2]int{{1, 4}, {2, 14}, {2, 28}, {5, 9}, {9, 20}, {10, 10}} {
		c.Work = append(c.Work, Day(2026, day[0], day[1]))
	}
	return c
}
