package name_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b string }{
		{"镇海区志愿者协会", "镇海区志愿者协会"},
		{"镇海区ＩＴ协会", "镇海区it协会"},
		{"老年大学(镇海)", "老年大学（镇海）"},
		{"老年大学(镇海)", "老年大学【镇海】"},
		{"老年大学(镇海)", " 老年大学 〔镇海〕 "},
		{"“三社”联盟", "「三社」联盟"},
		{"宁波·镇海", "宁波・镇海"},
		{"a – b", "A-B"},
		{"green  home", "Green\tHome"},
		{"镇海\u200b区", "镇海区"},
		{"㈠中心", "(一)中心"},
		{"第２中心", "第2中心"},
	} {
		assert.Equal(t, name.Fold(c.a), name.Fold(c.b))
		assert.True(t, name.Same(c.a, c.b))
	}
	assert.False(t, name.Same("green home", "greenhome"))
	assert.False(t, name.Same("镇海区协会", "镇海协会"))
}

func TestHas(t *testing.T) {
	t.Parallel()
	n := "宁波市镇海区“阳光 Home”志愿服务中心（分部）"
	for _, s := range []string{"阳光", "阳光home", "Ｈｏｍｅ", "中心(分部)", "中心分部", n} {
		assert.True(t, name.Has(n, s), s)
	}
	for _, s := range []string{"", " ", "()", "月光"} {
		assert.False(t, name.Has(n, s), s)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"镇海区（ＩＴ）协会", "A  b", "e\u0301\u200d", "ﬁ İ ẞ", "㍿\xff", "A \u0344"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := name.Fold(s)
		assert.Equal(t, once, name.Fold(once))
		assert.True(t, name.Same(s, once))
	})
}

func TestSort(t *testing.T) {
	t.Parallel()
	want := []string{
		"长沙商会", "朝阳区商会", "成都商会", "重庆商会", "第2小学", "第10小学", "供给服务社", "航模协会", "行业协会", "济南商会", "济宁商会", "嘉兴商会", "丽水商会", "离退休协会",
		"宁波商会", "宁波市IT协会", "取水协会", "曲艺协会", "台州商会", "厦门商会", "月饼协会", "乐清商会", "长者服务社", "掌声艺术团", "镇海商会", "众创商会",
	}
	random := rand.New(rand.NewPCG(3, 9))
	self := func(s string) string { return s }
	for range 20 {
		got := slices.Clone(want)
		random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		name.Sort(name.Standard(), got, self, self)
		require.Equal(t, want, got)
	}
	plain := []string{"厦门商会", "沙发协会", "夏布协会"}
	name.Sort(name.Pinyin{}, plain, self, self)
	assert.Equal(t, []string{"沙发协会", "厦门商会", "夏布协会"}, plain, "without readings 厦 is shà")
	name.Sort(name.Standard(), plain, self, self)
	assert.Equal(t, []string{"沙发协会", "夏布协会", "厦门商会"}, plain)
	sun := name.Standard()
	sun.Readings = append(sun.Readings, name.Reading{Word: "朝阳", As: "昭阳"})
	rows := []string{"朝阳艺术团", "乘风艺术团", "照相协会"}
	name.Sort(sun, rows, self, self)
	assert.Equal(t, []string{"乘风艺术团", "朝阳艺术团", "照相协会"}, rows, "zhāo yáng, the rising sun, where the caller says so")
}

// Rows of one name keep the order of their ids, whatever order they come in.
func TestSortTies(t *testing.T) {
	t.Parallel()
	type row struct{ name, id string }
	rows := []row{{"协会", "b"}, {"协会", "a"}, {"协 会", "0"}}
	for range 3 {
		name.Sort(name.Standard(), rows, func(r row) string { return r.name }, func(r row) string { return r.id })
		assert.Equal(t, []row{{"协 会", "0"}, {"协会", "a"}, {"协会", "b"}}, rows)
		rows[0], rows[1], rows[2] = rows[2], rows[0], rows[1]
	}
}

func TestReadings(t *testing.T) {
	t.Parallel()
	require.NoError(t, name.Standard().Validate())
	err := name.Pinyin{Readings: []name.Reading{{Word: "重庆", As: "崇"}, {As: ""}, {Word: "重庆", As: "崇庆"}}}.Validate()
	assert.Equal(t, []string{"readings[0].as name.reading-length", "readings[1].word required", "readings[2].word name.word-twice"}, codes(err))
}

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func splitter(t testing.TB) name.Splitter {
	t.Helper()
	s, err := name.Common(
		name.Division{Name: "浙江省", Level: org.Province}, name.Division{Name: "宁波市", Level: org.City},
		name.Division{Name: "镇海区", Level: org.District}, name.Division{Name: "招宝山街道", Level: org.Town}, name.Division{Name: "慈溪市", Level: org.District},
	).Splitter()
	require.NoError(t, err)
	return s
}

func TestSplit(t *testing.T) {
	t.Parallel()
	s := splitter(t)
	for _, c := range []struct{ in, divisions, trade, field, form string }{
		{"宁波市镇海区阳光志愿服务中心", "宁波市镇海区", "阳光", "志愿服务", "中心"},
		{"镇海区餐饮行业协会", "镇海区", "", "餐饮", "行业协会"},
		{"镇海餐饮商会", "镇海区", "", "餐饮", "商会"},
		{"招宝山街道合唱团", "招宝山街道", "", "合唱", "团"},
		{"宁波市镇海区晨光助学基金会", "宁波市镇海区", "晨光", "助学", "基金会"},
		{"慈溪市春晖养老院", "慈溪市", "春晖", "养老", "院"},
		{"中国志愿服务联合会", "", "", "中国志愿服务", "联合会"},
		{"镇海区", "", "镇海区", "", ""},
		{"", "", "", "", ""},
	} {
		p := s.Split(c.in)
		divisions := ""
		for _, d := range p.Divisions {
			divisions += d.Name
		}
		assert.Equal(t, []string{c.divisions, c.trade, c.field, c.form}, []string{divisions, p.Trade, p.Field, p.Form.Word}, c.in)
		assert.Equal(t, c.trade+c.field, p.Core())
	}
	_, err := name.Lexicon{
		Divisions: []name.Division{{}, {Name: "镇海区"}}, Fields: []string{"养老", "养老"}, Forms: []name.Form{{Word: "会", Kind: 9}},
	}.Splitter()
	assert.Equal(t, []string{"divisions[0].level required", "divisions[0].name required", "divisions[1].level required", "fields[1] name.word-twice", "forms[0].kind name.kind"}, codes(err))
}

func TestPresets(t *testing.T) {
	t.Parallel()
	for _, r := range name.Presets() {
		require.NoError(t, r.Validate(), r.ID)
		data, err := rule.Encode("name-rules/1", r)
		require.NoError(t, err)
		golden(t, r.ID+".json", string(data))
		var back name.Rules
		require.NoError(t, rule.DecodeAs("name-rules/1", data, &back))
		assert.Equal(t, r, back)
		for _, c := range r.Clauses {
			assert.Equal(t, rule.Published, c.Needs.Status)
			assert.NotEmpty(t, c.Needs.Source.Article, r.ID)
		}
	}
	var bad name.Rules
	bad.Clauses = []name.Clause{{When: rule.Is("colour"), Needs: rule.Condition{}}}
	bad.Kinds = []org.Kind{7}
	assert.Equal(t, []string{"clauses[0].needs condition.shape", "clauses[0].when.fact fact.unknown", "id required", "kinds[0] required", "status required", "title required"}, codes(bad.Validate()))
}

func TestOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind org.Kind
		day  rule.Date
		want []string
	}{
		{org.SocialGroup, rule.Day(1998, 10, 24), nil},
		{org.SocialGroup, rule.Day(1998, 10, 25), []string{"name.social-groups-1998"}},
		{org.SocialGroup, rule.Day(2024, 5, 1), []string{"name.social-groups-1998", "name.all-2024"}},
		{org.PrivateNonEnterprise, rule.Day(1999, 12, 27), nil},
		{org.PrivateNonEnterprise, rule.Day(2024, 4, 30), []string{"name.private-units-1999"}},
		{org.PrivateNonEnterprise, rule.Day(2024, 5, 1), []string{"name.all-2024"}},
		{org.Foundation, rule.Day(2004, 6, 20), nil},
		{org.Foundation, rule.Day(2015, 3, 31), []string{"name.foundations-2004"}},
	} {
		var got []string
		for _, r := range name.On(c.kind, c.day) {
			got = append(got, r.ID)
		}
		assert.Equal(t, c.want, got, "%v %v", c.kind, c.day)
	}
}

// Every clause of every preset: a name that meets all, and names that each
// break one.
func TestEveryClause(t *testing.T) {
	t.Parallel()
	s := splitter(t)
	no, yes := false, true
	for _, c := range []struct {
		rules    name.Rules
		proposed name.Proposed
		breaks   []string // articles
	}{
		{name.SocialGroups(), name.Proposed{Name: "镇海区餐饮协会", Kind: org.SocialGroup}, nil},
		{name.SocialGroups(), name.Proposed{Name: "中国镇海餐饮协会", Kind: org.SocialGroup}, []string{"第十条第二款"}},
		{name.SocialGroups(), name.Proposed{Name: "全国餐饮协会", Kind: org.SocialGroup}, []string{"第十条第二款"}},
		{name.SocialGroups(), name.Proposed{Name: "中华餐饮协会", Kind: org.SocialGroup}, []string{"第十条第二款"}},
		{name.SocialGroups(), name.Proposed{Name: "镇海区中华武术协会", Kind: org.SocialGroup}, nil},
		{name.SocialGroups(), name.Proposed{Name: "中国餐饮协会", Kind: org.SocialGroup, Nationwide: true}, nil},

		{name.PrivateUnits(), name.Proposed{Name: "宁波市镇海区阳光养老中心", Kind: org.PrivateNonEnterprise}, nil},
		{name.PrivateUnits(), name.Proposed{Name: "慈溪市阳光养老中心", Kind: org.PrivateNonEnterprise}, nil},
		{name.PrivateUnits(), name.Proposed{Name: "镇海区阳光养老中心", Kind: org.PrivateNonEnterprise}, []string{"第四条第一款"}},
		{name.PrivateUnits(), name.Proposed{Name: "阳光养老中心", Kind: org.PrivateNonEnterprise}, []string{"第三条第二款"}},
		{name.PrivateUnits(), name.Proposed{Name: "阳光养老中心", Kind: org.PrivateNonEnterprise, Nationwide: true}, nil},
		{name.PrivateUnits(), name.Proposed{Name: "宁波市光养老中心", Kind: org.PrivateNonEnterprise}, []string{"第五条"}},
		{name.PrivateUnits(), name.Proposed{Name: "宁波市大阳光养老中心", Kind: org.PrivateNonEnterprise}, nil},
		{name.PrivateUnits(), name.Proposed{Name: "宁波市养老中心", Kind: org.PrivateNonEnterprise}, []string{"第五条"}},
		{name.PrivateUnits(), name.Proposed{Name: "宁波市阳光中心", Kind: org.PrivateNonEnterprise}, []string{"第六条"}},
		{name.PrivateUnits(), name.Proposed{Name: "宁波市养老总会", Kind: org.PrivateNonEnterprise}, []string{"第五条", "第七条", "第七条"}},

		{name.Foundations(), name.Proposed{Name: "宁波市镇海区晨光助学基金会", Kind: org.Foundation}, nil},
		{name.Foundations(), name.Proposed{Name: "宁波市晨助学基金会", Kind: org.Foundation}, []string{"第五条"}},
		{name.Foundations(), name.Proposed{Name: "宁波市助学基金会", Kind: org.Foundation}, []string{"第五条"}},
		{name.Foundations(), name.Proposed{Name: "宁波市助学基金会", Kind: org.Foundation, Public: true}, nil},
		{name.Foundations(), name.Proposed{Name: "宁波市晨助学基金会", Kind: org.Foundation, Public: true}, []string{"第五条"}},
		{name.Foundations(), name.Proposed{Name: "宁波市晨光基金会", Kind: org.Foundation}, []string{"第三条"}},
		{name.Foundations(), name.Proposed{Name: "宁波市晨光助学中心", Kind: org.Foundation}, []string{"第三条第二款"}},
		{name.Foundations(), name.Proposed{Name: "国家晨光助学基金会", Kind: org.Foundation, Nationwide: true}, []string{"第四条第一款"}},
		{name.Foundations(), name.Proposed{Name: "中国晨光助学基金会", Kind: org.Foundation, Nationwide: true, Public: true}, nil},
		{name.Foundations(), name.Proposed{Name: "晨光助学基金会", Kind: org.Foundation, Nationwide: true, Public: true}, []string{"第四条第一款"}},
		{name.Foundations(), name.Proposed{Name: "晨光助学基金会", Kind: org.Foundation}, []string{"第四条第二款"}},
		{name.Foundations(), name.Proposed{Name: "镇海区晨光助学基金会", Kind: org.Foundation}, []string{"第四条第二款"}},

		{name.All2024(), name.Proposed{Name: "镇海区餐饮协会", Kind: org.SocialGroup, Taken: &no}, nil},
		{name.All2024(), name.Proposed{Name: "镇海区餐饮协会", Kind: org.SocialGroup, Taken: &yes}, []string{"第十六条第(一)项"}},
		{name.All2024(), name.Proposed{Name: "镇海区餐饮协会", Kind: org.SocialGroup}, []string{"第十六条第(一)项"}},
		{name.All2024(), name.Proposed{Name: "餐饮协会", Kind: org.SocialGroup, Taken: &no}, []string{"第八条"}},
		{name.All2024(), name.Proposed{Name: "中华餐饮协会", Kind: org.SocialGroup, Taken: &no}, []string{"第八条", "第八条第三款"}},
		{name.All2024(), name.Proposed{Name: "中华餐饮协会", Kind: org.SocialGroup, Nationwide: true, Taken: &no}, nil},
		{name.All2024(), name.Proposed{Name: "镇海区养老院", Kind: org.PrivateNonEnterprise, Taken: &no}, []string{"第八条第二款"}},
		{name.All2024(), name.Proposed{Name: "镇海区光养老院", Kind: org.PrivateNonEnterprise, Taken: &no}, nil},
		{name.All2024(), name.Proposed{Name: "镇海区协会", Kind: org.SocialGroup, Taken: &no}, []string{"第八条"}},
		{name.All2024(), name.Proposed{Name: "镇海区阳光养老", Kind: org.PrivateNonEnterprise, Taken: &no}, []string{"第八条"}},
	} {
		v, err := c.rules.Check(s, c.proposed)
		require.NoError(t, err)
		var articles []string
		for _, r := range v.Unmet() {
			articles = append(articles, r.Source.Article)
		}
		assert.Equal(t, c.breaks, articles, "%s %+v\n%s", c.rules.ID, c.proposed, v.Page().In(language.English))
		assert.Equal(t, len(c.breaks) == 0, v.Met())
	}
}

func TestCheckFaults(t *testing.T) {
	t.Parallel()
	_, err := name.Foundations().Check(splitter(t), name.Proposed{Kind: org.SocialGroup})
	assert.Equal(t, []string{"kind name.kind", "name required"}, codes(err))
}

func TestPage(t *testing.T) {
	t.Parallel()
	v, err := name.PrivateUnits().Check(splitter(t), name.Proposed{Name: "镇海区光养老总会", Kind: org.PrivateNonEnterprise})
	require.NoError(t, err)
	golden(t, "page.zh.txt", v.Page().In(language.Chinese))
	golden(t, "page.en.txt", v.Page().In(language.English))
	out, err := json.MarshalIndent(v.Page(), "", "  ")
	require.NoError(t, err)
	golden(t, "page.json", string(out)+"\n")
}

// golden compares with a file under testdata, or writes it where
// UPDATE_GOLDEN=1.
func golden(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

func ExampleSort() {
	names := []string{"厦门商会", "重庆商会", "长沙商会", "镇海商会"}
	self := func(s string) string { return s }
	name.Sort(name.Standard(), names, self, self)
	fmt.Println(names)
	// Output: [长沙商会 重庆商会 厦门商会 镇海商会]
}

func ExampleRules_Check() {
	words, err := name.Common(name.Division{Name: "镇海区", Level: org.District}).Splitter()
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := name.SocialGroups().Check(words, name.Proposed{Name: "中华餐饮协会", Kind: org.SocialGroup})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range v.Unmet() {
		fmt.Println(r.In(language.Chinese), r.Basis(language.Chinese))
	}
	// Output: 冠以“中国”“全国”“中华”等字样:是,要求:否 《社会团体登记管理条例》国务院令第250号第十条第二款
}

func BenchmarkSort(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		random := rand.New(rand.NewPCG(1, 1))
		chars := []rune("重庆长沙厦门宁波镇海阳光志愿服务餐饮行业养老文化艺术科技")
		names := make([]string, n)
		for i := range names {
			var r [10]rune
			for j := range r {
				r[j] = chars[random.IntN(len(chars))]
			}
			names[i] = string(r[:])
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				name.Sort(name.Standard(), slices.Clone(names), func(s string) string { return s }, func(s string) string { return s })
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/name")
		})
	}
}
