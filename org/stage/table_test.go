package stage_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// life is the stages of an organization at an incubation base.
type life uint8

const (
	applied life = 1 + iota
	inBase
	graduated
	withdrawn
)

var lives = rule.NewEnum[life]("stage",
	rule.Named("applied", "申请入驻", "applied"),
	rule.Named("in-base", "在孵", "in the base"),
	rule.Named("graduated", "出壳", "graduated"),
	rule.Named("withdrawn", "退出", "withdrawn"),
)

func (l life) Valid() bool                   { return lives.Valid(l) }
func (l life) String() string                { return lives.Text(l) }
func (l life) Label(tag language.Tag) string { return lives.Label(l, tag) }
func (l life) MarshalText() ([]byte, error)  { return lives.Marshal(l) }

// event is what happens to it.
type event uint8

const (
	admit event = 1 + iota
	graduate
	leave
)

var events = rule.NewEnum[event]("event",
	rule.Named("admit", "准予入驻", "admitted"),
	rule.Named("graduate", "孵化期满", "graduates"),
	rule.Named("leave", "退出", "leaves"),
)

func (e event) Valid() bool                   { return events.Valid(e) }
func (e event) String() string                { return events.Text(e) }
func (e event) Label(tag language.Tag) string { return events.Label(e, tag) }
func (e event) MarshalText() ([]byte, error)  { return events.Marshal(e) }

type row = stage.Row[life, event]

func facts() rule.Vocabulary {
	return rule.Vocabulary{
		"score":  {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("评审得分", "review score")},
		"months": {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("在孵时间", "time in the base")},
		"filed":  {Type: rule.FlagType, Label: rule.Words("已备案", "filed")},
	}
}

func base() []row {
	return []row{
		{From: inBase, On: leave, To: withdrawn},
		{From: inBase, On: graduate, To: graduated, Needs: rule.AllOf(rule.InRange("months", rule.AtLeast(rule.Dec("12"))), rule.Is("filed"))},
		{From: applied, On: leave, To: withdrawn},
		{From: applied, On: admit, To: inBase, Needs: rule.InRange("score", rule.AtLeast(rule.Dec("60")))},
	}
}

func table(t testing.TB) stage.Table[life, event] {
	t.Helper()
	table, err := stage.New(applied, []life{withdrawn, graduated}, base(), facts())
	require.NoError(t, err)
	return table
}

func TestNewReportsEveryFault(t *testing.T) {
	t.Parallel()
	both := []life{graduated, withdrawn}
	for _, c := range []struct {
		start life
		ends  []life
		rows  []row
		want  string
	}{
		{applied, nil, nil, "start: stage applied has no way out and is not an end"},
		{0, []life{graduated, 9}, []row{{From: applied, On: 7, To: inBase}}, "[0]: a stage or event is not stated\nends[1]: a stage or event is not stated\nstart: a stage or event is not stated"},
		{applied, both, append(base(), row{From: applied, On: admit, To: graduated}), "[4]: two rows for admitted in stage applied; the other is row 3, counted from zero"},
		{inBase, both, base(), "[2]: no path leads from the start to stage applied\n[3]: no path leads from the start to stage applied"},
		{applied, []life{withdrawn}, base(), "[1]: stage graduated has no way out and is not an end"},
		{applied, []life{withdrawn, graduated, inBase}, base(), "ends[2]: stage in the base is an end but has a way out"},
		{applied, both, base()[2:3], "ends[0]: no path leads from the start to stage graduated"},
		{applied, both, append(base()[:3], row{From: applied, On: admit, To: inBase, Needs: rule.AllOf(rule.Is("age"), rule.AnyOf())}), "[3].needs.all_of[0].fact: the condition asks for age, which is not declared\n[3].needs.all_of[1]: a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{
			applied,
			nil,
			[]row{{From: applied, On: admit, To: inBase}, {From: inBase, On: leave, To: withdrawn}, {From: graduated, On: leave, To: graduated}, {From: graduated, On: leave, To: applied}},
			"[1]: stage withdrawn has no way out and is not an end\n[2]: no path leads from the start to stage graduated\n[3]: two rows for leaves in stage graduated; the other is row 2, counted from zero\n[3]: no path leads from the start to stage graduated",
		},
	} {
		got, err := stage.New(c.start, c.ends, c.rows, facts())
		require.EqualError(t, err, c.want)
		assert.Empty(t, got.Rows(), "nothing partial beside an error")
		hole := regexp.MustCompile(`\{[a-z]+\}`)
		assert.NotRegexp(t, hole, err.Error())
		assert.NotRegexp(t, hole, rule.ProblemsOf(err).In(language.Chinese))
	}
	lone, err := stage.New[life, event](graduated, []life{graduated}, nil, nil)
	require.NoError(t, err, "a start may be an end")
	assert.Equal(t, graduated, lone.Start())
}

// The order rows are given in changes nothing.
func TestTable(t *testing.T) {
	t.Parallel()
	want := table(t)
	r := rand.New(rand.NewPCG(61, 67))
	for range 20 {
		rows := base()
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		got, err := stage.New(applied, []life{graduated, withdrawn, graduated}, rows, facts())
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	assert.Equal(t, applied, want.Start())
	assert.Len(t, want.Rows(), 4)
	assert.Len(t, want.From(inBase), 2)
	assert.Empty(t, want.From(graduated))
	for _, from := range lives.Values() {
		for _, on := range events.Values() {
			got, ok := want.On(from, on)
			at := slices.IndexFunc(base(), func(r row) bool { return r.From == from && r.On == on })
			require.Equal(t, at >= 0, ok)
			if ok {
				require.Equal(t, base()[at], got)
			}
		}
	}
}

func TestTableKeepsToItself(t *testing.T) {
	t.Parallel()
	rows, ends, known := base(), []life{withdrawn, graduated}, facts()
	got, err := stage.New(applied, ends, rows, known)
	require.NoError(t, err)
	rows[0].To, ends[0] = applied, applied
	delete(known, "score")
	got.Rows()[0].To = graduated
	delete(got.Facts(), "filed")
	assert.Equal(t, table(t), got)
	assert.Len(t, got.Facts(), 3)
}

func TestStep(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from   life
		on     event
		facts  rule.FactMap
		to     life
		code   rule.Code
		zh, en string
		parts  []string
	}{
		{applied, leave, nil, withdrawn, stage.Moved, "申请入驻 → 退出:退出", "applied → withdrawn: leaves", nil},
		{
			applied, admit,
			rule.FactMap{"score": rule.Int(60, rule.Point)},
			inBase, stage.Moved, "申请入驻 → 在孵:准予入驻", "applied → in the base: admitted",
			[]string{"review score: 60 points; required: 60 points or above"},
		},
		{
			applied, admit,
			rule.FactMap{"score": rule.Int(59, rule.Point)},
			applied, stage.Refused,
			"“准予入驻”不成立:由“申请入驻”进入“在孵”尚缺下列条件", "admitted refused: unmet on the way from applied to in the base",
			[]string{"review score: 59 points; required: 60 points or above"},
		},
		{
			inBase, graduate,
			rule.FactMap{"months": rule.Int(7, rule.MonthUnit)},
			inBase, stage.Refused,
			"“孵化期满”不成立:由“在孵”进入“出壳”尚缺下列条件", "graduates refused: unmet on the way from in the base to graduated",
			[]string{"time in the base: 7 months; required: 12 months or above", "filed: not stated; required: yes"},
		},
		{inBase, graduate, rule.FactMap{"months": rule.Int(12, rule.MonthUnit), "filed": rule.Flag(true)}, graduated, stage.Moved, "在孵 → 出壳:孵化期满", "in the base → graduated: graduates", []string{"all of the following"}},
		{applied, graduate, nil, applied, stage.NoWay, "“申请入驻”阶段不能“孵化期满”,此时可以:准予入驻、退出", "graduates is not possible in stage applied; possible: admitted, leaves", nil},
		{graduated, leave, nil, graduated, stage.NoWay, "“出壳”阶段不能“退出”,此时可以:无", "leaves is not possible in stage graduated; possible: none", nil},
		{0, 9, nil, 0, stage.NoWay, "“未说明”阶段不能“未说明”,此时可以:无", "not stated is not possible in stage not stated; possible: none", nil},
	} {
		to, r := table(t).Step(c.from, c.on, c.facts)
		assert.Equal(t, c.to, to)
		assert.Equal(t, c.code, r.Code)
		assert.Equal(t, c.code == stage.Moved, r.Holds())
		assert.Equal(t, c.zh, r.In(language.Chinese))
		assert.Equal(t, c.en, r.In(language.English))
		var parts []string
		for _, part := range r.Parts {
			parts = append(parts, part.In(language.English))
		}
		assert.Equal(t, c.parts, parts)
		_, err := json.Marshal(r)
		require.NoError(t, err)
	}
}

func TestMermaid(t *testing.T) {
	t.Parallel()
	golden(t, "base.zh.mmd", table(t).Mermaid(language.Chinese))
	golden(t, "base.en.mmd", table(t).Mermaid(language.English))
}

// golden compares got with testdata/name; UPDATE_GOLDEN=1 rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run with UPDATE_GOLDEN=1 to write it")
	assert.Equal(t, string(want), got)
}

func TestSentencesIsACopy(t *testing.T) {
	t.Parallel()
	delete(stage.Sentences(), stage.Moved)
	assert.Contains(t, stage.Sentences(), stage.Moved)
}

func TestRowJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(base()[2:])
	require.NoError(t, err)
	assert.Equal(t, `[{"from":"applied","on":"leave","to":"withdrawn"},`+
		`{"from":"applied","on":"admit","to":"in-base","needs":{"fact":"score","range":{"at_least":"60"}}}]`, string(data))
}

// FuzzNew: of any rows, New builds a table only if every stage can be reached,
// every stage but the ends can be left and no two rows are for one event in one
// stage; and then every walk over it follows its rows.
func FuzzNew(f *testing.F) {
	f.Add([]byte{1, 1, 2, 2, 2, 3, 2, 3, 4, 1, 3, 4}, uint8(1), uint8(0b11000))
	f.Add([]byte{1, 1, 2}, uint8(1), uint8(0b100))
	f.Add([]byte{1, 1, 1}, uint8(1), uint8(0))
	f.Fuzz(func(t *testing.T, in []byte, start, endBits uint8) {
		var rows []row
		for ; len(in) >= 3; in = in[3:] {
			rows = append(rows, row{From: life(in[0] % 6), On: event(in[1] % 5), To: life(in[2] % 6)})
		}
		var ends []life
		for n := range life(8) {
			if endBits&(1<<n) != 0 {
				ends = append(ends, n)
			}
		}
		got, err := stage.New(life(start%6), ends, rows, nil)

		// An independent reading: the set of stages reached grows row by row.
		sound := life(start % 6).Valid()
		reached := map[life]bool{life(start % 6): true}
		for range rows {
			for _, r := range rows {
				reached[r.To] = reached[r.To] || reached[r.From]
			}
		}
		left := map[life]int{}
		twice := map[[2]uint8]int{}
		for _, r := range rows {
			left[r.From]++
			twice[[2]uint8{uint8(r.From), uint8(r.On)}]++
			sound = sound && r.From.Valid() && r.To.Valid() && r.On.Valid() && reached[r.From]
		}
		for _, n := range twice {
			sound = sound && n == 1
		}
		for s, is := range reached {
			sound = sound && (!is || (left[s] > 0) != slices.Contains(ends, s))
		}
		for _, end := range ends {
			sound = sound && end.Valid() && reached[end]
		}
		if sound != (err == nil) {
			t.Fatalf("%v: %v", rows, err)
		}
		for _, r := range got.Rows() {
			to, reason := got.Step(r.From, r.On, rule.FactMap{})
			if to != r.To || !reason.Holds() {
				t.Fatalf("%v leads to %s", r, to)
			}
		}
	})
}
