package rule

import "strings"

// Period is a half-open span of days: From is the first day inside, Until the
// first day after. A From not stated means "always before", an Until not
// stated "still". The zero value is all time.
type Period struct {
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
}

// Since returns the open-ended period that starts on from.
func Since(from Date) Period { return Period{From: from} }

// Contains tells whether the day d lies in the period. A date not stated lies
// in none.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && !d.Before(p.From) && (p.Until.IsZero() || d.Before(p.Until))
}

// Empty tells whether the period holds no day.
func (p Period) Empty() bool {
	return !p.Until.IsZero() && max(p.From.n, 1) >= p.Until.n
}

// Overlaps tells whether the two periods share a day.
func (p Period) Overlaps(q Period) bool {
	return !p.Empty() && !q.Empty() &&
		(p.Until.IsZero() || q.From.Before(p.Until)) &&
		(q.Until.IsZero() || p.From.Before(q.Until))
}

// Days returns the number of days in the period, and false if it has no end
// or no beginning.
func (p Period) Days() (int, bool) {
	if p.From.IsZero() || p.Until.IsZero() {
		return 0, false
	}
	return max(0, p.Until.DaysSince(p.From)), true
}

// Words returns the period in words: 2015-01-01 起、2016-01-01 前, and "from
// 2015-01-01, before 2016-01-01".
func (p Period) Words() Text {
	var zh, en []string
	if !p.From.IsZero() {
		zh, en = append(zh, p.From.String()+" 起"), append(en, "from "+p.From.String())
	}
	if !p.Until.IsZero() {
		zh, en = append(zh, p.Until.String()+" 前"), append(en, "before "+p.Until.String())
	}
	if len(zh) == 0 {
		return Text{"任何日期", "any day"}
	}
	return Text{strings.Join(zh, "、"), strings.Join(en, ", ")}
}

// String returns the period in English words.
func (p Period) String() string { return p.Words().EN }

// Validate reports a period that holds no day, as a [Problem] at path until
// with code [PeriodEmpty].
func (p Period) Validate() error {
	if p.Empty() {
		return problems.Problem("until", PeriodEmpty, With("from", On(p.From)), With("until", On(p.Until)))
	}
	return nil
}
