package funding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// one returns a scheme of these sources, rounded half up to the fen. Sources
// are given an id, a title and a kind where they have none.
func one(t testing.TB, sources ...funding.Source) funding.Scheme {
	t.Helper()
	s := model(t)
	s.Sources = nil
	for j, source := range sources {
		if source.ID == "" {
			source.ID = string(rune('a' + j))
		}
		source.Title = rule.Words("来源"+source.ID, "source "+source.ID)
		if !source.Kind.Valid() {
			source.Kind = funding.Lottery
		}
		if source.Budget != nil && !source.Short.Valid() {
			source.Short = funding.ProRata
		}
		s.Sources = append(s.Sources, source)
	}
	return s
}

// pays returns what each source pays for one request, and the codes of the
// steps of the last source.
func pays(t testing.TB, scheme funding.Scheme, r funding.Request) (row, codes []string) {
	t.Helper()
	require.NoError(t, scheme.Validate())
	s, err := funding.Settle(scheme, []funding.Request{r})
	require.NoError(t, err)
	for j := range scheme.Sources {
		row = append(row, s.Cell(0, j).String())
		checkReasons(t, s, 0, j)
	}
	for _, reason := range s.Reasons(0, len(scheme.Sources)-1) {
		codes = append(codes, string(reason.Code))
		for _, tag := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, reason.In(tag), "{")
		}
	}
	return row, codes
}

func yuan(t testing.TB, s string) *funding.Money {
	t.Helper()
	m, err := funding.ParseMoney(s)
	require.NoError(t, err)
	return &m
}

func TestBoundsForOneRequest(t *testing.T) {
	t.Parallel()
	share := funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.6")}
	for name, c := range map[string]struct {
		source      funding.Source
		asked, want string
		codes       []string
	}{
		"below the floor":         {funding.Source{Rule: share, Floor: yuan(t, "600")}, "999.98", "600.00", []string{"award.share", "award.floor"}},
		"at the floor":            {funding.Source{Rule: share, Floor: yuan(t, "600")}, "1000", "600.00", []string{"award.share"}},
		"above the floor":         {funding.Source{Rule: share, Floor: yuan(t, "600")}, "1000.02", "600.01", []string{"award.share"}},
		"the floor within rest":   {funding.Source{Rule: share, Floor: yuan(t, "600")}, "500", "500.00", []string{"award.share", "award.floor", "award.within-rest"}},
		"below the cap":           {funding.Source{Rule: share, Cap: yuan(t, "500000")}, "833333", "499999.80", []string{"award.share"}},
		"where the cap bites":     {funding.Source{Rule: share, Cap: yuan(t, "500000")}, "833333.33", "500000.00", []string{"award.share"}},
		"above the cap":           {funding.Source{Rule: share, Cap: yuan(t, "500000")}, "900000", "500000.00", []string{"award.share", "award.capped"}},
		"below the least amount":  {funding.Source{Rule: share, Least: yuan(t, "600")}, "999.98", "0.00", []string{"award.share", "award.below-least"}},
		"the least amount":        {funding.Source{Rule: share, Least: yuan(t, "600")}, "1000", "600.00", []string{"award.share"}},
		"in steps of a hundred":   {funding.Source{Rule: share, Rounding: funding.Rounding{Mode: funding.Down, Step: funding.Yuan(100)}}, "1166.65", "600.00", []string{"award.share"}},
		"a step further":          {funding.Source{Rule: share, Rounding: funding.Rounding{Mode: funding.Down, Step: funding.Yuan(100)}}, "1166.67", "700.00", []string{"award.share"}},
		"capped to a share":       {funding.Source{Rule: funding.Rule{Method: funding.Fixed, Amount: funding.Yuan(1000)}, CapShare: rule.Dec("0.333")}, "1000.01", "333.00", []string{"award.fixed", "award.capped-share"}},
		"the difference, nothing": {funding.Source{Rule: share, Difference: true}, "300", "0.00", []string{"award.share", "award.difference"}},
		"the difference":          {funding.Source{Rule: share, Difference: true}, "1000", "400.00", []string{"award.share", "award.difference"}},
	} {
		r := request(t, "A", c.asked, "0")
		r.Received = funding.Yuan(200)
		row, codes := pays(t, one(t, c.source), r)
		assert.Equal(t, []string{c.want}, row, name)
		assert.Equal(t, c.codes, codes, name)
	}
}

func TestMonths(t *testing.T) {
	t.Parallel()
	fixed := funding.Rule{Method: funding.Fixed, Amount: funding.Yuan(2500), Months: 12}
	tiers := []funding.Tier{{In: rule.AtMost(rule.Dec("1000")), Is: rule.Dec("1")}, {In: rule.Above(rule.Dec("1000")), Is: rule.Dec("0.5")}}
	for name, c := range map[string]struct {
		rule   funding.Rule
		months int64
		want   string
	}{
		"seven months":      {fixed, 7, "1458.33"},
		"a whole year":      {fixed, 12, "2500.00"},
		"more than a year":  {fixed, 13, "2500.00"},
		"of a share":        {funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.5"), Months: 12}, 7, "2916.67"},
		"of tiers":          {funding.Rule{Method: funding.Match, Tiers: tiers, Months: 12}, 7, "875.00"},
		"of units":          {funding.Rule{Method: funding.PerUnit, Amount: funding.Yuan(100), Months: 12}, 7, "175.00"},
		"of points":         {funding.Rule{Method: funding.PerPoint, Amount: funding.Yuan(10), Months: 12}, 7, "522.67"},
		"of the first case": {funding.Rule{Method: funding.ByCase, Cases: []funding.Case{{If: rule.InRange("score", rule.AtLeast(rule.Dec("89.6"))), Amount: funding.Yuan(2500)}}, Months: 12}, 7, "1458.33"},
	} {
		r := request(t, "A", "10000", "2000")
		r.Months, r.Units, r.Score = c.months, 3, new(rule.Dec("89.6"))
		if c.rule.Method == funding.Share {
			r.Eligible = yuan(t, "10000")
		}
		row, codes := pays(t, one(t, funding.Source{Rule: c.rule}), r)
		assert.Equal(t, []string{c.want}, row, name)
		assert.Equal(t, "award.by-months", codes[0], name)
	}
	_, err := funding.Settle(one(t, funding.Source{Rule: fixed}), []funding.Request{request(t, "A", "1", "0")})
	assert.Equal(t, []string{"requests[0].months required"}, faults(err))
}

func TestBandsAndCases(t *testing.T) {
	t.Parallel()
	bands := funding.Rule{Method: funding.ByBand, Fact: "score", Bands: []band.Row[funding.Money]{
		{In: rule.AtLeast(rule.Dec("60")).Below(rule.Dec("75")), Is: funding.Yuan(1500)},
		{In: rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90")), Is: funding.Yuan(2500)},
		{In: rule.AtLeast(rule.Dec("90")), Is: funding.Yuan(3500)},
	}}
	for score, want := range map[string]string{"59.9": "0.00", "60": "1500.00", "89.999999": "2500.00", "90": "3500.00"} {
		r := request(t, "A", "10000", "0")
		r.Score = new(rule.Dec(score))
		row, _ := pays(t, one(t, funding.Source{Rule: bands}), r)
		assert.Equal(t, []string{want}, row, score)
	}
	row, codes := pays(t, one(t, funding.Source{Rule: bands}), request(t, "A", "10000", "0"))
	assert.Equal(t, []string{"0.00"}, row, "a score nobody gave lies in no band")
	assert.Equal(t, []string{"award.no-band"}, codes)

	grade := func(grade string, amount int64) funding.Case {
		return funding.Case{If: rule.IsOneOf("grade", rule.Word(grade)), Amount: funding.Yuan(amount)}
	}
	scheme := one(t, funding.Source{Rule: funding.Rule{Method: funding.ByCase, Cases: []funding.Case{grade("5A", 300_000), grade("4A", 200_000), grade("3A", 100_000)}}, Difference: true})
	scheme.Facts = rule.Vocabulary{"grade": {Type: rule.TextType, Label: rule.Words("等级", "grade")}}
	for name, c := range map[string]struct {
		grade    string
		received int64
		want     string
	}{
		"the first time": {"3A", 0, "100000.00"}, "a rise by one": {"4A", 100_000, "100000.00"}, "by two": {"5A", 100_000, "200000.00"},
		"the same again": {"3A", 100_000, "0.00"}, "no grade that pays": {"2A", 0, "0.00"},
	} {
		r := request(t, "A", "1000000", "0")
		r.Facts, r.Received = rule.FactMap{"grade": rule.Word(c.grade)}, funding.Yuan(c.received)
		row, _ := pays(t, scheme, r)
		assert.Equal(t, []string{c.want}, row, name)
	}
}

func TestTurns(t *testing.T) {
	t.Parallel()
	home := territory(t, "330211")
	portion := func(id, ratio string, kind funding.Kind, area string) funding.Source {
		return funding.Source{ID: id, Kind: kind, Territory: territory(t, area), Rule: funding.Rule{Method: funding.Portion, Ratio: rule.Dec(ratio)}}
	}
	fixedParts := one(t,
		portion("district", "0.5", funding.District, "330211"),
		portion("subdistrict", "0.3", funding.Subdistrict, "330211002"),
		portion("community", "0.2", funding.Community, "330211001"))
	row, codes := pays(t, fixedParts, request(t, "A", "1000.01", "0"))
	assert.Equal(t, []string{"500.01", "0.00", "200.00"}, row, "the part of another subdistrict stays unmet")
	assert.Equal(t, []string{"award.portion"}, codes)

	// the community first; the other two follow in proportion to it
	follow := func(id, ratio string, kind funding.Kind) funding.Source {
		return funding.Source{ID: id, Kind: kind, Territory: home, After: []string{"community"}, Rule: funding.Rule{Method: funding.Share, Of: "community", Ratio: rule.Dec(ratio)}}
	}
	community := funding.Source{
		ID: "community", Kind: funding.Community, Territory: home, If: rule.InRange("asked", rule.AtLeast(rule.Dec("1000"))),
		Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.4")},
	}
	two := one(t, follow("district", "0.5", funding.District), follow("subdistrict", "0.25", funding.Subdistrict), community)
	row, _ = pays(t, two, request(t, "A", "1000", "0"))
	assert.Equal(t, []string{"200.00", "100.00", "400.00"}, row)
	row, _ = pays(t, two, request(t, "A", "999.99", "0"))
	assert.Equal(t, []string{"0.00", "0.00", "0.00"}, row)
	s, err := funding.Settle(two, []funding.Request{request(t, "A", "999.99", "0")})
	require.NoError(t, err)
	assert.Equal(t, "source community does not pay: takes no part", s.Reasons(0, 1)[0].In(language.English))

	last := one(t, funding.Source{Rule: funding.Rule{Method: funding.LastPayer}}, funding.Source{Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.3")}})
	row, _ = pays(t, last, request(t, "A", "100.05", "0"))
	assert.Equal(t, []string{"70.03", "30.02"}, row, "wherever it stands, the last payer pays last")

	// rests that wait for one another are split one after the other
	rest := func(after ...string) funding.Source {
		return funding.Source{After: after, Rule: funding.Rule{Method: funding.Rest, Ratio: rule.Dec("1")}, Cap: yuan(t, "30")}
	}
	row, _ = pays(t, one(t, rest(), rest("a")), request(t, "A", "50", "0"))
	assert.Equal(t, []string{"30.00", "20.00"}, row)
	row, _ = pays(t, one(t, rest(), rest()), request(t, "A", "50", "0"))
	assert.Equal(t, []string{"25.00", "25.00"}, row)
}

func TestCostsAndContributionsInKind(t *testing.T) {
	t.Parallel()
	scheme := one(t, funding.Source{Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")}}, funding.Source{
		Rule: funding.Rule{Method: funding.Match, Ratio: rule.Dec("1")}, Beyond: true,
		If: rule.InRange("social_share", rule.AtLeast(rule.Dec("0.4"))),
	})
	scheme.Costs = []funding.Cost{
		{Item: "service", Title: rule.Words("服务费", "services")},
		{Item: "travel", Title: rule.Words("差旅费", "travel"), Most: yuan(t, "500")},
		{Item: "management", Title: rule.Words("管理费", "management"), Part: rule.Dec("0.1")},
		{Item: "equipment", Title: rule.Words("设备购置", "equipment"), Excluded: true},
	}
	scheme.InKind = &funding.InKind{Rate: rule.Dec("0.5"), Most: yuan(t, "400")}
	r := request(t, "A", "10000", "280")
	item := func(name, amount string) funding.Item { return funding.Item{Item: name, Amount: *yuan(t, amount)} }
	r.Items = []funding.Item{item("service", "600.05"), item("travel", "700"), item("management", "300"), item("equipment", "1000")}
	r.InKind = *yuan(t, "600.03")
	// 600.05 + 500 + a tenth of 2,600.05 + 0
	row, codes := pays(t, scheme, r)
	assert.Equal(t, []string{"1360.05", "580.01"}, row)
	assert.Equal(t, []string{"award.match"}, codes)
	s, err := funding.Settle(scheme, []funding.Request{r})
	require.NoError(t, err)
	golden(t, "testdata/costs.zh.txt", s.Explain(0).In(language.Chinese))
	golden(t, "testdata/costs.en.txt", s.Explain(0).In(language.English))

	r.Social = *yuan(t, "244.00")
	_, codes = pays(t, scheme, r)
	assert.Equal(t, []string{"award.not-eligible"}, codes, "544.01 of 1,360.05 is less than two fifths, 544.02")
	r.Social = *yuan(t, "244.01")
	_, codes = pays(t, scheme, r)
	assert.Equal(t, []string{"award.match"}, codes)

	r.Eligible, r.Items = yuan(t, "5"), append(r.Items, item("feasts", "-1"))
	_, err = funding.Settle(scheme, []funding.Request{r})
	assert.Equal(t, []string{
		"requests[0].eligible request.eligible-and-items",
		"requests[0].items[4].amount amount.negative", "requests[0].items[4].item cost.item-unknown",
	}, faults(err))
}

func TestSchemesThatContradictThemselves(t *testing.T) {
	t.Parallel()
	share := funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.5")}
	portion := funding.Rule{Method: funding.Portion, Ratio: rule.Dec("0.6")}
	for name, c := range map[string]struct {
		sources []funding.Source
		want    []string
	}{
		"two that wait for each other": {
			[]funding.Source{{Rule: share, After: []string{"b"}}, {Rule: share, After: []string{"a"}}, {Rule: share}},
			[]string{"sources[0].after scheme.after-circle", "sources[1].after scheme.after-circle"},
		},
		"one that waits for itself": {[]funding.Source{{Rule: share, After: []string{"a"}}}, []string{"sources[0].after scheme.after-circle"}},
		"one that waits for the last payer": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.LastPayer}}, {Rule: share, After: []string{"a"}}},
			[]string{"sources[0].after scheme.after-circle", "sources[1].after scheme.after-circle"},
		},
		"one that waits for nobody": {[]funding.Source{{Rule: share, After: []string{"x", ""}}}, []string{"sources[0].after[0] scheme.source-unknown", "sources[0].after[1] scheme.source-unknown"}},
		"parts above the whole":     {[]funding.Source{{Rule: portion}, {Rule: portion}}, []string{"sources[0].rule.ratio scheme.portions-above-one"}},
		"a match of lottery money": {
			[]funding.Source{{Rule: share}, {Rule: funding.Rule{Method: funding.Match, Ratio: rule.Dec("1"), Of: "a"}}},
			[]string{"sources[1].rule.of scheme.match-not-social"},
		},
		"a share of what is paid later, or by nobody": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1"), Of: "b"}}, {Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1"), Of: "x"}}},
			[]string{"sources[0].rule.of scheme.source-later", "sources[1].rule.of scheme.source-unknown"},
		},
		"tiers that descend": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.Match, Tiers: []funding.Tier{
				{In: rule.Above(rule.Dec("10000")), Is: rule.Dec("0.5")}, {In: rule.AtMost(rule.Dec("10000")), Is: rule.Dec("1")},
			}}}},
			[]string{"sources[0].rule.tiers[1] scheme.not-ascending"},
		},
		"bands over a text, with a hole and a debt": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.ByBand, Fact: "organization", Bands: []band.Row[funding.Money]{
				{In: rule.Below(rule.Dec("1"))}, {In: rule.Above(rule.Dec("2")), Is: funding.Fen(-1)},
			}}}},
			[]string{"sources[0].rule.bands band.gap", "sources[0].rule.bands[1].is amount.negative", "sources[0].rule.fact scheme.fact-not-number"},
		},
		"no bands, no cases": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.ByBand, Fact: "x"}}, {Rule: funding.Rule{Method: funding.ByCase}}},
			[]string{"sources[0].rule.bands required", "sources[0].rule.fact fact.unknown", "sources[1].rule.cases required"},
		},
		"bounds that cross": {
			[]funding.Source{{Rule: share, Floor: yuan(t, "2"), Least: yuan(t, "3"), Cap: yuan(t, "1"), CapShare: rule.Dec("1.1")}},
			[]string{"sources[0].cap_share scheme.ratio-range", "sources[0].floor scheme.above-cap", "sources[0].least scheme.above-cap"},
		},
		"bounds that mean nothing": {
			[]funding.Source{{Rule: funding.Rule{Method: funding.Rest, Ratio: rule.Dec("1"), Months: 12}, Floor: yuan(t, "2"), Difference: true}},
			[]string{"sources[0].difference scheme.parameter-unused", "sources[0].floor scheme.parameter-unused", "sources[0].rule.months scheme.parameter-unused"},
		},
	} {
		assert.Equal(t, c.want, faults(one(t, c.sources...).Validate()), name)
	}
	s := one(t, funding.Source{Rule: share})
	s.Facts = rule.Vocabulary{"asked": {Type: rule.TextType}, "paid.a": {Type: rule.TextType}}
	s.Costs = []funding.Cost{{}, {Item: "x", Title: rule.Words("x", "x"), Excluded: true, Most: yuan(t, "-1")}, {Item: "x", Title: rule.Words("x", "x")}}
	s.InKind = &funding.InKind{Rate: rule.Dec("1.5")}
	assert.Equal(t, []string{
		"costs[0].item required", "costs[0].title required", "costs[1].excluded cost.excluded-limit", "costs[1].most amount.negative",
		"costs[2].item cost.item-twice", "facts.asked scheme.fact-taken", "facts.paid.a scheme.fact-taken", "in_kind.rate scheme.ratio-range",
	}, faults(s.Validate()))
}

func TestTransitionalClauseAdmits(t *testing.T) {
	t.Parallel()
	s := one(t, funding.Source{Rule: funding.Rule{Method: funding.LastPayer}})
	s.Period = rule.Since(rule.Day(2019, 7, 16))
	r := request(t, "A", "100", "0")
	r.Date = rule.Day(2019, 7, 15)
	_, err := funding.Settle(s, []funding.Request{r})
	assert.Equal(t, []string{"requests[0].date request.date-outside"}, faults(err))
	s.Admits = rule.IsWithin("date", rule.Since(rule.Day(2019, 7, 1)))
	row, _ := pays(t, s, r)
	assert.Equal(t, []string{"100.00"}, row)
}
