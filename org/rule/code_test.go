package rule_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestSentencesIsACopy(t *testing.T) {
	t.Parallel()
	delete(rule.Sentences(), rule.Required)
	assert.Contains(t, rule.Sentences(), rule.Required)
}

// Every problem of this package, as it is met, says everything it has to say.
func TestNoSentenceHasAHole(t *testing.T) {
	t.Parallel()
	type row struct {
		N    int8          `json:"n"`
		On   rule.Date     `json:"on"`
		Is   rule.Status   `json:"is"`
		In   rule.Interval `json:"in"`
		Is2  rule.Value    `json:"v"`
		Next *row          `json:"next"`
	}
	var found rule.Problems
	for _, text := range []string{
		`{"n":300,"on":"2015-02-29","is":"x","in":{"at_least":"1","above":"2"},"v":{}}`, `{"n":1,"n":"x","x":1,"on":"x"}`, `{`,
		`{"in":{"at_least":"2","below":"1"},"v":{"number":"1","over":"0"}}`, `{"v":{"number":"x","over":"` + strings.Repeat("1", 50) + `"}}`,
		strings.Repeat(`{"next":`, 70),
	} {
		var r row
		found.Nest("", rule.Decode([]byte(text), &r))
	}
	found.Nest("", rule.DecodeAs("a/1", []byte(`{"schema":"b/1","data":{}}`), &row{}))
	found.Nest("", rule.Head{Status: rule.Published, Period: rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2014, 1, 1)}}.Validate())
	found.Nest("", rule.Rounding{}.Validate())
	found.Nest("", rule.Condition{}.Validate(nil))
	found.Nest("", rule.Is("x").Validate(nil))
	found.Nest("", rule.Is("score").Validate(vocabulary))
	found.Nest("", rule.Not(deeply(rule.Is("filed"), 16)).Validate(vocabulary))
	found.Nest("", rule.Duration{}.Validate())
	_, _, err := rule.Duration{N: 1, Of: rule.WorkingDays}.Last(rule.Day(2026, 1, 1), rule.Calendar{})
	found.Nest("", err)
	calendar := rule.Calendar2026()
	calendar.Rest[1], calendar.Work[0], calendar.Work[5] = calendar.Rest[0], rule.Day(2026, 1, 5), rule.Day(2027, 1, 2)
	found.Nest("", calendar.Validate())
	found.Nest("", os.ErrNotExist)
	met := map[rule.Code]bool{}
	hole := regexp.MustCompile(`\{[a-z]+\}`)
	for _, p := range found {
		met[p.Code] = true
		assert.NotRegexp(t, hole, p.Error())
		assert.NotRegexp(t, hole, p.In(language.Chinese))
	}
	for code := range rule.Sentences() {
		reason := strings.HasPrefix(string(code), "clause.") || code == rule.DurationCounted || code == rule.DurationMoved
		assert.Equal(t, !reason, met[code], "%s", code)
	}
}

func deeply(c rule.Condition, levels int) rule.Condition {
	for range levels {
		c = rule.Not(c)
	}
	return c
}
