package preset_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

func district() org.Territory { return org.Area("330211") }

func TestEverySchemeIsWhole(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for status, schemes := range map[rule.Status][]funding.Scheme{
		rule.Published: preset.Published(), rule.Illustrative: preset.Illustrative(district()),
	} {
		for _, s := range schemes {
			assert.Equal(t, status, s.Status, s.ID)
			assert.False(t, seen[s.ID], s.ID)
			seen[s.ID] = true
			if status == rule.Published {
				assert.NotEmpty(t, s.Source.Title, s.ID)
			}
			data, err := funding.EncodeScheme(s)
			require.NoError(t, err)
			golden(t, "testdata/"+s.ID+".json", string(data))
			back, err := funding.DecodeScheme(data)
			require.NoError(t, err, s.ID)
			again, err := funding.EncodeScheme(back)
			require.NoError(t, err)
			assert.Equal(t, string(data), string(again))
		}
	}
	first := preset.BaoanGrades()
	first.Sources[0].Rule.Cases[0].Amount = funding.Money{}
	assert.Equal(t, funding.Yuan(300_000), preset.BaoanGrades().Sources[0].Rule.Cases[0].Amount, "every call gives a fresh value")
}

// one settles one request and returns the row and the page.
func one(t *testing.T, s funding.Scheme, r funding.Request) ([]string, rule.Page) {
	t.Helper()
	r.ID, r.Organization = "r", "虚构"
	if r.Territory.IsZero() {
		r.Territory = s.Territory
	}
	settled, err := funding.Settle(s, []funding.Request{r})
	require.NoError(t, err)
	row := make([]string, len(s.Sources))
	for j := range row {
		row[j] = settled.Cell(0, j).String()
	}
	return row, settled.Explain(0)
}

func grade(g string) rule.FactMap { return rule.FactMap{"grade": rule.Word(g)} }

// Rules whose figures are ours say so in every explanation.
func TestIllustrativeSchemesSaySo(t *testing.T) {
	t.Parallel()
	for _, s := range preset.Illustrative(district()) {
		facts := grade("4A")
		facts["purpose"] = rule.Label(rule.Words("社会福利", "social welfare"))
		_, page := one(t, s, funding.Request{Asked: funding.Yuan(5_000), Social: funding.Yuan(3_000), Facts: facts, Territory: org.Area("330211001001"), Date: rule.Day(2015, 3, 1)})
		assert.Contains(t, page.In(language.Chinese), "示例", s.ID)
		assert.Contains(t, page.In(language.English), "illustrative", s.ID)
		marked := 0
		for _, step := range page.Steps {
			for _, part := range step.Parts {
				assert.Equal(t, rule.Illustrative, part.Status, "%s: %s", s.ID, part.In(language.English))
				marked++
			}
		}
		assert.Positive(t, marked, s.ID)
	}
	for _, s := range preset.Published() {
		_, page := one(t, s, funding.Request{Asked: funding.Yuan(5_000), Date: s.Period.From})
		assert.NotContains(t, page.In(language.Chinese), "示例", s.ID)
	}
}

// "60% and 500,000" is the smaller of two caps, and the year is part of its key.
func TestGuangzhouIsTheSmallerOfTwoCaps(t *testing.T) {
	t.Parallel()
	versions := preset.GuangzhouVenture()
	change := rule.Day(2019, 7, 16)
	assert.False(t, versions[0].Period.Contains(change))
	assert.True(t, versions[0].Period.Contains(change.AddDays(-1)))
	assert.True(t, versions[1].Period.Contains(change))
	assert.True(t, versions[1].Period.Contains(rule.Day(2024, 7, 15)))
	assert.False(t, versions[1].Period.Contains(rule.Day(2024, 7, 16)))
	for _, c := range []struct {
		version     int
		budget, own string
		want        string
	}{
		{1, "833333", "333333.20", "499999.80"},
		{1, "833333.33", "333333.34", "499999.99"},
		{1, "833333.34", "333333.34", "500000.00"},
		{1, "833335", "333334", "500000.00"}, // 40% of own money leave a yuan unmet
		{1, "900000", "360000", "500000.00"}, // and here 40,000: more is needed
		{1, "900000", "400000", "500000.00"},
		{1, "900000", "359999.99", "0.00"},   // below 40%
		{1, "500000", "300000", "200000.00"}, // approved budget less own money
		{0, "500000", "200000", "300000.00"},
		{0, "499999.99", "200000", "299999.99"},
		{0, "833333", "333333.20", "300000.00"},
	} {
		budget, err := funding.ParseMoney(c.budget)
		require.NoError(t, err)
		own, err := funding.ParseMoney(c.own)
		require.NoError(t, err)
		asked, err := budget.Sub(own)
		require.NoError(t, err)
		s := versions[c.version]
		row, page := one(t, s, funding.Request{Asked: asked, Eligible: &budget, Social: own, Date: change.AddDays(c.version - 1)})
		assert.Equal(t, []string{c.want}, row, "%s, budget %s", s.ID, c.budget)
		if c.budget == "900000" && c.own == "360000" {
			for tag, name := range map[language.Tag]string{language.Chinese: "zh", language.English: "en"} {
				golden(t, "testdata/guangzhou."+name+".txt", page.In(tag))
			}
			require.Len(t, page.Notes, 2, "what is unmet, and the cap that stands in the way")
			assert.True(t, page.Notes[0].Output.Equal(funding.Yuan(40_000).Value()))
			assert.Equal(t, funding.Capped, page.Notes[1].Parts[0].Code)
		}
	}
}

func TestGrades(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scheme funding.Scheme
		want   map[string]string
	}{
		{preset.GuangzhouGrades(), map[string]string{"5A": "50000.00", "4A": "30000.00", "3A": "10000.00", "2A": "0.00"}},
		{preset.TaishunGrades(), map[string]string{"5A": "10000.00", "4A": "5000.00", "3A": "3000.00", "1A": "0.00"}},
		{preset.BaoanGrades(), map[string]string{"5A": "300000.00", "4A": "200000.00", "3A": "100000.00", "2A": "0.00"}},
		{preset.GradeAwards(district()), map[string]string{"5A": "100000.00", "4A": "50000.00", "3A": "20000.00", "2A": "0.00"}},
	} {
		for g, want := range c.want {
			row, _ := one(t, c.scheme, funding.Request{Facts: grade(g)})
			assert.Equal(t, want, row[0], "%s, %s", c.scheme.ID, g)
		}
	}
	facts := grade("4A")
	facts["new"] = rule.Flag(true)
	row, _ := one(t, preset.GuangzhouGrades(), funding.Request{Facts: facts})
	assert.Equal(t, []string{"30000.00", "30000.00"}, row)
}

func TestLonggang(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		grade                    string
		received, members, cases int64
		want                     []string
	}{
		{"5A", 0, 50, 5, []string{"100000.00", "50000.00"}},
		{"5A", 50_000, 50, 5, []string{"100000.00", "0.00"}},
		{"4A", 0, 50, 5, []string{"100000.00", "0.00"}},
		{"5A", 0, 49, 5, []string{"0.00", "0.00"}},
		{"5A", 0, 50, 4, []string{"0.00", "0.00"}},
	} {
		facts := grade(c.grade)
		facts["unit_members"], facts["cases"] = rule.Int(c.members, rule.Organization), rule.Int(c.cases, rule.Item)
		row, _ := one(t, preset.LonggangScience(), funding.Request{Facts: facts, Received: funding.Yuan(c.received)})
		assert.Equal(t, c.want, row)
	}
}

// A rise from 3A to 4A pays 100,000, from 3A to 5A 200,000, the same again 0.
func TestBaoanPaysTheDifference(t *testing.T) {
	t.Parallel()
	worth := map[string]int64{"": 0, "3A": 100_000, "4A": 200_000, "5A": 300_000}
	for _, c := range []struct{ from, to, want string }{
		{"", "3A", "100000.00"},
		{"3A", "4A", "100000.00"},
		{"3A", "5A", "200000.00"},
		{"4A", "5A", "100000.00"},
		{"3A", "3A", "0.00"},
		{"5A", "5A", "0.00"},
		{"5A", "4A", "0.00"},
	} {
		row, page := one(t, preset.BaoanGrades(), funding.Request{Facts: grade(c.to), Received: funding.Yuan(worth[c.from])})
		assert.Equal(t, []string{c.want}, row, "%s to %s", c.from, c.to)
		if c.from == "3A" && c.to == "5A" {
			golden(t, "testdata/baoan.zh.txt", page.In(language.Chinese))
		}
	}
}

func TestVentures(t *testing.T) {
	t.Parallel()
	project := func(yuan string, months int64, standing string, elsewhere bool) funding.Request {
		asked, err := funding.ParseMoney(yuan)
		require.NoError(t, err)
		return funding.Request{Asked: asked, Months: months, Facts: rule.FactMap{"standing": rule.Word(standing), "funded_elsewhere": rule.Flag(elsewhere)}}
	}
	for _, c := range []struct {
		r    funding.Request
		want string
	}{
		{project("49999.99", 6, "registered", false), "49999.99"},
		{project("50000", 12, "filed", false), "50000.00"},
		{project("50000.01", 12, "filed", false), "50000.00"},
		{project("50000", 5, "filed", false), "0.00"},
		{project("50000", 13, "filed", false), "0.00"},
		{project("50000", 12, "neither", false), "0.00"},
		{project("50000", 12, "filed", true), "0.00"},
	} {
		row, _ := one(t, preset.HaishuVenture(), c.r)
		assert.Equal(t, []string{c.want}, row)
	}
	for yuan, want := range map[string]string{"4999.99": "0.00", "5000": "5000.00", "20000": "20000.00", "20000.01": "20000.00"} {
		row, _ := one(t, preset.NanxiashuVenture(), project(yuan, 6, "", false))
		assert.Equal(t, []string{want}, row)
	}
	row, _ := one(t, preset.ChouchengVenture(), project("30000.01", 6, "", false))
	assert.Equal(t, []string{"30000.00"}, row)
}

func TestVillageMoney(t *testing.T) {
	t.Parallel()
	items := preset.FuyangItems()
	total := int64(0)
	for _, item := range items {
		total += item.Amount.Fen()
		row, _ := one(t, preset.FuyangCulture(), funding.Request{Asked: item.Amount, Items: []funding.Item{item}})
		sum := int64(0)
		for _, cell := range row {
			m, err := funding.ParseMoney(cell)
			require.NoError(t, err)
			sum += m.Fen()
		}
		assert.Equal(t, item.Amount.Fen(), sum, "the parts of %s add up", item.Item)
	}
	assert.Equal(t, funding.Yuan(10_000), funding.Fen(total), "the five items sum to 10,000")
	row, page := one(t, preset.FuyangCulture(), funding.Request{Asked: funding.Yuan(10_000), Items: items})
	assert.Equal(t, []string{"5000.00", "3000.00", "2000.00"}, row)
	golden(t, "testdata/fuyang.zh.txt", page.In(language.Chinese))
	golden(t, "testdata/fuyang.en.txt", page.In(language.English))
	more := preset.FuyangItems()
	more[3].Amount, more[4].Amount = funding.Yuan(2_600), funding.Yuan(1_000)
	row, _ = one(t, preset.FuyangCulture(), funding.Request{Asked: funding.Yuan(10_000), Items: more})
	assert.Equal(t, []string{"4900.00", "2940.00", "1960.00"}, row, "thirteen films count as twelve, five events as five")

	total = 0
	for _, item := range preset.HuoshanItems() {
		total += item.Amount.Fen()
	}
	assert.Equal(t, funding.Yuan(12_000), funding.Fen(total), "Huoshan's items sum to 12,000")
	var villages []funding.Request
	for i := range 144 {
		villages = append(villages, funding.Request{
			ID: string(rune('a'+i/26)) + string(rune('a'+i%26)), Organization: "虚构村", Territory: org.Area("341525"), Asked: funding.Yuan(12_000),
		})
	}
	settled, err := funding.Settle(preset.HuoshanVillages(), villages)
	require.NoError(t, err)
	assert.Equal(t, funding.Yuan(9_000), settled.Cell(0, 0))
	assert.Equal(t, funding.Yuan(3_000), settled.Cell(0, 1))
	accounts := settled.Accounts()
	assert.Equal(t, funding.Yuan(1_296_000), accounts[0].Paid)
	assert.Equal(t, funding.Yuan(432_000), accounts[1].Paid)

	row, _ = one(t, preset.ZhaotongSharing(), funding.Request{Asked: funding.Yuan(8_930_000)})
	assert.Equal(t, []string{"7144000.00", "1786000.00"}, row)
}

func TestIllustrativeSharing(t *testing.T) {
	t.Parallel()
	village := org.Area("330211001001")
	row, _ := one(t, preset.FourThreeThree(district()), funding.Request{Asked: funding.Fen(100_001), Territory: village})
	assert.Equal(t, []string{"400.01", "300.00", "300.00"}, row)
	for social, want := range map[int64]string{9_999: "9999.00", 10_000: "10000.00", 10_002: "10001.00", 30_000: "20000.00", 30_002: "20000.00"} {
		row, _ = one(t, preset.TieredMatch(district()), funding.Request{Asked: funding.Yuan(200_000), Social: funding.Yuan(social), Territory: village})
		assert.Equal(t, want, row[1])
	}
	row, _ = one(t, preset.OneToOne(district()), funding.Request{Asked: funding.Yuan(200_000), Social: funding.Yuan(20_001), Territory: village})
	assert.Equal(t, "20000.00", row[1])

	// Routine costs: two levels in proportion, the sum to the fen.
	for asked, want := range map[int64][]string{
		100_001: {"600.01", "400.00"}, 500_000: {"3000.00", "2000.00"}, 500_001: {"3000.00", "2000.00"}, 1: {"0.01", "0.00"},
	} {
		row, _ = one(t, preset.RoutineActivity(district()), funding.Request{Asked: funding.Fen(asked), Territory: village, Date: rule.Day(2015, 3, 1)})
		assert.Equal(t, want, row)
	}
	at := func(id string, on rule.Date) funding.Request {
		return funding.Request{ID: id, Organization: "虚构", Territory: village, Asked: funding.Yuan(3_000), Date: on}
	}
	settled, err := funding.Settle(preset.RoutineActivity(district()), []funding.Request{
		at("a", rule.Day(2015, 3, 1)), at("b", rule.Day(2015, 1, 5)), at("c", rule.Day(2014, 12, 31)),
	})
	require.NoError(t, err)
	var totals []string
	for i := range settled.Len() {
		totals = append(totals, settled.Award(i).Total.String())
	}
	assert.Equal(t, []string{"2000.00", "3000.00", "3000.00"}, totals, "5,000 a year, the earlier request first")

	lottery := preset.CommunityLottery(district())
	purpose := func(zh, en string) rule.FactMap { return rule.FactMap{"purpose": rule.Label(rule.Words(zh, en))} }
	row, _ = one(t, lottery, funding.Request{Asked: funding.Yuan(30_000), Facts: purpose("社会福利", "social welfare"), Territory: village})
	assert.Equal(t, []string{"15000.00"}, row)
	row, page := one(t, lottery, funding.Request{Asked: funding.Yuan(30_000), Facts: purpose("平衡预算", "balancing the budget"), Territory: village})
	assert.Equal(t, []string{"0.00"}, row)
	assert.Contains(t, page.In(language.Chinese), "《彩票管理条例》第三十三条", "the law is cited for the refusal")
}

func TestLotteryBudgetsAddUp(t *testing.T) {
	t.Parallel()
	for _, b := range []preset.Budget{preset.NingboLottery2023(), preset.TaizhouLottery2023(), preset.ShanghaiLottery2018()} {
		require.NoError(t, b.Validate())
		data, err := rule.Encode("budget/1", b)
		require.NoError(t, err)
		golden(t, "testdata/"+b.ID+".json", string(data))
		var back preset.Budget
		require.NoError(t, rule.DecodeAs("budget/1", data, &back))
		assert.Equal(t, b, back)
		replayed(t, b.Page().Steps)
	}
	golden(t, "testdata/ningbo-lottery-2023.zh.txt", preset.NingboLottery2023().Page().In(language.Chinese))

	wrong := preset.NingboLottery2023()
	wrong.All.Parts[1].Parts[0].Amount = funding.Fen(wrong.All.Parts[1].Parts[0].Amount.Fen() + 1)
	wrong.All.Parts[0].Title = rule.Text{}
	wrong.All.Parts[0].Amount = funding.Fen(-1)
	err := wrong.Validate()
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"all.parts budget.parts", "all.parts[0].amount budget.negative", "all.parts[0].title required", "all.parts[1].parts budget.parts",
	}, got)
	deep := preset.Part{Title: rule.Words("深", "deep")}
	for range 20 {
		deep = preset.Part{Title: deep.Title, Parts: []preset.Part{deep}}
	}
	wrong = preset.NingboLottery2023()
	wrong.All = deep
	require.ErrorIs(t, wrong.Validate(), preset.PartsDeep)
}

func replayed(t *testing.T, steps []rule.Reason) {
	t.Helper()
	for _, step := range steps {
		if out, ok := step.Replay(); ok {
			assert.True(t, out.Equal(step.Output), step.In(language.English))
		}
		assert.Equal(t, rule.Published, step.Status)
		replayed(t, step.Parts)
	}
}

func TestSourcesAreCited(t *testing.T) {
	t.Parallel()
	for _, s := range preset.Published() {
		_, page := one(t, s, funding.Request{Asked: funding.Yuan(1_000), Social: funding.Yuan(900), Facts: grade("4A"), Date: s.Period.From})
		assert.Contains(t, page.In(language.Chinese), s.Source.Title, s.ID)
	}
}
