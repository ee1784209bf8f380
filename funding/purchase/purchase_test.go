package purchase_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/purchase"
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

func TestWhoBuysAndSupplies(t *testing.T) {
	t.Parallel()
	rules := purchase.Order102()
	require.NoError(t, rules.Validate())
	good := purchase.Proposal{Buyer: purchase.StateOrgan, Supplier: purchase.SocialOrganization, Subject: purchase.Service, Months: 12}
	assert.True(t, rules.Decide(good).Holds())
	buyers := map[purchase.Body]bool{purchase.StateOrgan: true}
	suppliers := map[purchase.Body]bool{
		purchase.Enterprise: true, purchase.SocialOrganization: true, purchase.PublicTwo: true, purchase.BusinessUnit: true,
		purchase.VillageCollective: true, purchase.SelfGoverning: true, purchase.AbleIndividual: true,
	}
	for _, body := range purchase.Bodies() {
		p := good
		p.Buyer = body
		assert.Equal(t, buyers[body], rules.Decide(p).Holds(), "%s buys", body)
		p = good
		p.Supplier = body
		assert.Equal(t, suppliers[body], rules.Decide(p).Holds(), "%s supplies", body)
	}
	for _, subject := range purchase.Subjects() {
		p := good
		p.Subject = subject
		assert.Equal(t, subject == purchase.Service, rules.Decide(p).Holds(), subject)
	}
	one := good
	one.Supplier = purchase.PublicOne
	assert.Len(t, rules.Decide(one).Parts[0].Unmet(), 2, "class-1 institutions are not among the suppliers, and barred")

	long := good
	long.Months = 13
	reason := rules.Decide(long)
	assert.False(t, reason.Holds())
	unmet := reason.Parts[0].Unmet()
	require.Len(t, unmet, 1)
	assert.Equal(t, rule.Illustrative, unmet[0].Status, "the term is not published")
	long.Facts = rule.FactMap{"stable": rule.Flag(true), "budgeted": rule.Flag(true)}
	long.Months = 36
	assert.True(t, rules.Decide(long).Holds())
	long.Months = 37
	assert.False(t, rules.Decide(long).Holds())
	assert.False(t, rules.Decide(purchase.Proposal{}).Holds(), "what is not stated is not met")

	one.Subject = purchase.Financing
	for tag, name := range map[language.Tag]string{language.Chinese: "zh", language.English: "en"} {
		golden(t, "testdata/proposal."+name+".txt", rules.Explain(one).In(tag))
	}
	data, err := json.MarshalIndent(rules.Explain(one), "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/proposal.json", string(data)+"\n")
	assert.Contains(t, rules.Explain(good).In(language.English), "may be bought")
	assert.Contains(t, rules.Explain(purchase.Proposal{}).In(language.English), "cannot be decided")
}

func TestDirectedCommission(t *testing.T) {
	t.Parallel()
	rules := purchase.DirectedCommission(funding.Yuan(100_000))
	require.NoError(t, rules.Validate())
	p := purchase.Proposal{Price: funding.Yuan(100_000)}
	assert.True(t, rules.Decide(p).Holds())
	p.Price = funding.Fen(100_000_01)
	reason := rules.Decide(p)
	assert.False(t, reason.Holds())
	assert.Equal(t, rule.Illustrative, reason.Status)
	p.Facts = rule.FactMap{"continues": rule.Flag(true), "last-accepted": rule.Flag(false)}
	assert.False(t, rules.Decide(p).Holds())
	p.Facts["last-accepted"] = rule.Flag(true)
	assert.True(t, rules.Decide(p).Holds())
	assert.True(t, rules.Decide(purchase.Proposal{Price: p.Price, Facts: rule.FactMap{"only-supplier": rule.Flag(true)}}).Holds())
}

// three is an agreement paid by three sources in three instalments, by terms
// that bear 60% of the accepted cost.
func three() purchase.Contract {
	terms := purchase.SixtyThirtyTen()
	terms.Ratio = new(rule.Dec("0.6"))
	return purchase.Contract{
		ID: "A-1", Buyer: "招宝山街道", Supplier: "阳光邻里互助中心", Signed: rule.Day(2014, 3, 1), Terms: terms,
		Sources: []purchase.Share{
			{Source: "lottery", Title: rule.Words("福利彩票公益金", "welfare-lottery fund"), Amount: funding.Fen(20_000_01)},
			{Source: "district", Title: rule.Words("区级财政补助", "district subsidy"), Amount: funding.Fen(10_000_00)},
			{Source: "subdistrict", Title: rule.Words("镇(街道)财政补助", "subdistrict subsidy"), Amount: funding.Fen(3_333_33)},
		},
	}
}

// course numbers and dates events as they come.
type course []purchase.Event

func (c *course) add(e purchase.Event) {
	e.Number, e.Date = len(*c)+1, rule.Day(2014, 3, 1).AddDays(30*(len(*c)+1))
	*c = append(*c, e)
}

func scored(points string) rule.FactMap {
	return rule.FactMap{"score": rule.Num(rule.Dec(points), rule.Point)}
}

func TestInstalmentsAndClawback(t *testing.T) {
	t.Parallel()
	var c course
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Pass, Facts: scored("60")})
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Deliver, Facts: scored("85.5")})
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Settle, Spent: funding.Yuan(50_000), Ineligible: funding.Fen(1_234_50)})
	c.add(purchase.Event{Kind: purchase.Refund, Amount: funding.Fen(1_000_00)})
	c.add(purchase.Event{Kind: purchase.Refund, Amount: funding.Fen(3_074_04)})
	c.add(purchase.Event{Kind: purchase.Close})
	record := purchase.Record{Contract: three(), Events: c}
	a, err := record.Fold()
	require.NoError(t, err)
	assert.Equal(t, purchase.Closed, a.Stage())
	due, ok := a.Due()
	assert.True(t, ok)
	assert.Equal(t, "29259.30", due.String(), "(50,000 − 1,234.50) × 0.6")
	sum := int64(0)
	for _, s := range a.Net() {
		sum += s.Amount.Fen()
	}
	assert.Equal(t, due.Fen(), sum)
	for tag, name := range map[language.Tag]string{language.Chinese: "zh", language.English: "en"} {
		golden(t, "testdata/clawback."+name+".txt", a.Page().In(tag))
	}
	page, err := json.MarshalIndent(a.Page(), "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/clawback.json", string(page)+"\n")
	replayed(t, a.Page().Steps)

	data, err := purchase.Encode(record)
	require.NoError(t, err)
	golden(t, "testdata/record.json", string(data))
	back, err := purchase.Decode(data)
	require.NoError(t, err)
	again, err := purchase.Encode(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	other, err := back.Fold()
	require.NoError(t, err)
	assert.Equal(t, a.Net(), other.Net())
}

func replayed(t *testing.T, steps []rule.Reason) {
	t.Helper()
	for _, step := range steps {
		if out, ok := step.Replay(); ok {
			assert.True(t, out.Equal(step.Output), step.In(language.English))
		}
		replayed(t, step.Parts)
	}
}

// What is paid waits for what it is paid against, and says for what.
func TestPaymentsWait(t *testing.T) {
	t.Parallel()
	a, err := three().Sign()
	require.NoError(t, err)
	n := 0
	try := func(e purchase.Event) rule.Reason {
		e.Number, e.Date = n+1, rule.Day(2014, 4, 1)
		reason, err := a.Apply(e)
		require.NoError(t, err)
		if reason.Holds() {
			n++
		}
		return reason
	}
	assert.True(t, try(purchase.Event{Kind: purchase.Pay}).Holds())
	refused := try(purchase.Event{Kind: purchase.Pay})
	assert.Equal(t, purchase.GateOpen, refused.Code)
	assert.False(t, refused.Holds())
	assert.Equal(t, purchase.WaitsFor, a.Page().Notes[0].Code)
	assert.False(t, try(purchase.Event{Kind: purchase.Pass, Facts: scored("59.9")}).Holds())
	assert.False(t, try(purchase.Event{Kind: purchase.Fail, Facts: scored("60")}).Holds(), "a pass cannot be recorded as a failure")
	assert.False(t, try(purchase.Event{Kind: purchase.Fail}).Holds(), "without a score neither holds")
	assert.True(t, try(purchase.Event{Kind: purchase.Fail, Facts: scored("59.9")}).Holds())
	assert.Equal(t, purchase.Flawed, a.Stage())
	assert.False(t, try(purchase.Event{Kind: purchase.Pay}).Holds(), "payment is stopped")
	assert.True(t, try(purchase.Event{Kind: purchase.Pass, Facts: scored("61")}).Holds(), "mended")
	assert.True(t, try(purchase.Event{Kind: purchase.Pay}).Holds())
	assert.False(t, try(purchase.Event{Kind: purchase.Settle}).Holds(), "not delivered yet")
	assert.False(t, try(purchase.Event{Kind: purchase.Pay}).Holds(), "the final payment waits for delivery")
	assert.True(t, try(purchase.Event{Kind: purchase.Deliver}).Holds(), "the score stays known")
	assert.True(t, try(purchase.Event{Kind: purchase.Settle, Spent: funding.Yuan(53_000)}).Holds())
	assert.False(t, try(purchase.Event{Kind: purchase.Close}).Holds(), "the balance is still to be paid")
	assert.True(t, try(purchase.Event{Kind: purchase.Pay}).Holds())
	_, err = a.Apply(purchase.Event{Kind: purchase.Pay, Number: n + 1, Date: rule.Day(2014, 4, 1)})
	require.ErrorIs(t, err, purchase.NothingDue)
	assert.True(t, try(purchase.Event{Kind: purchase.Close}).Holds())
	for j, s := range a.Net() {
		assert.LessOrEqual(t, s.Amount.Compare(a.Contract().Sources[j].Amount), 0)
	}
	replayed(t, a.Page().Steps)
}

// The final instalment is paid where the mid-term check was passed; late papers
// fail it.
func TestHaishuPassToPay(t *testing.T) {
	t.Parallel()
	contract := purchase.Contract{
		ID: "H-9", Buyer: "海曙区", Supplier: "虚构", Signed: rule.Day(2020, 4, 1), Terms: purchase.Haishu2020(),
		Sources: []purchase.Share{{Source: "district", Amount: funding.Yuan(50_000)}},
		Amounts: []funding.Money{funding.Yuan(30_000), funding.Yuan(20_000)},
	}
	facts := func(onTime, passed bool) rule.FactMap {
		return rule.FactMap{"papers-on-time": rule.Flag(onTime), "check-passed": rule.Flag(passed)}
	}
	for _, c := range []struct{ onTime, passed, paid bool }{{true, true, true}, {true, false, false}, {false, true, false}, {false, false, false}} {
		kind := purchase.Pass
		if !c.paid {
			kind = purchase.Fail
		}
		var events course
		events.add(purchase.Event{Kind: purchase.Pay})
		events.add(purchase.Event{Kind: kind, Facts: facts(c.onTime, c.passed)})
		for i := range events {
			events[i].Date = rule.Day(2020, 9, 1)
		}
		a, err := purchase.Record{Contract: contract, Events: events}.Fold()
		require.NoError(t, err)
		reason, err := a.Apply(purchase.Event{Kind: purchase.Pay, Number: 3, Date: rule.Day(2020, 10, 1)})
		require.NoError(t, err)
		assert.Equal(t, c.paid, reason.Holds())
		if !c.paid {
			reason, err = a.Apply(purchase.Event{Kind: purchase.End, Number: 3, Date: rule.Day(2020, 10, 1)})
			require.NoError(t, err)
			assert.True(t, reason.Holds(), "or the project is ended")
		}
	}
}

func TestAnEndedAgreementMayRecallEverything(t *testing.T) {
	t.Parallel()
	contract := three()
	contract.Terms.Recall = true
	var c course
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.End})
	c.add(purchase.Event{Kind: purchase.Settle, Spent: funding.Yuan(20_000)})
	a, err := purchase.Record{Contract: contract, Events: c}.Fold()
	require.NoError(t, err)
	assert.Equal(t, a.Net(), a.TakenBack())
	_, err = a.Apply(purchase.Event{Kind: purchase.Refund, Number: 4, Date: rule.Day(2015, 1, 1), Amount: funding.Fen(20_000_02)})
	require.ErrorIs(t, err, purchase.RefundMore)
	reason, err := a.Apply(purchase.Event{Kind: purchase.Refund, Number: 4, Date: rule.Day(2015, 1, 1), Amount: funding.Fen(20_000_01)})
	require.NoError(t, err)
	assert.True(t, reason.Holds())
	for _, s := range a.Net() {
		assert.Equal(t, funding.Money{}, s.Amount, "a refund of everything restores every source")
	}
}

// Whatever is paid and comes back, every source pays its part to the fen: never
// more than its part of the price, never less than nothing, in the end what is
// due; and money that comes back in any pieces restores every source.
func TestSourcesPayExactly(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(6, 6))
	refunds := 0
	for range 500 {
		terms := purchase.FiftyFortyTen()
		if rng.IntN(2) == 0 {
			terms.Ratio = new(rule.Dec("0." + strconv.Itoa(1+rng.IntN(9_999))))
		}
		terms.Recall = rng.IntN(2) == 0
		contract := purchase.Contract{ID: "x", Buyer: "b", Supplier: "s", Signed: rule.Day(2014, 1, 1), Terms: terms}
		for j := range 1 + rng.IntN(5) {
			contract.Sources = append(contract.Sources, purchase.Share{Source: strconv.Itoa(j), Amount: funding.Fen(1 + rng.Int64N(3000))})
		}
		var c course
		c.add(purchase.Event{Kind: purchase.Pay})
		if rng.IntN(3) == 0 {
			c.add(purchase.Event{Kind: purchase.End})
		} else {
			c.add(purchase.Event{Kind: purchase.Pass, Facts: scored("99")})
			c.add(purchase.Event{Kind: purchase.Pay})
			c.add(purchase.Event{Kind: purchase.Deliver})
			if rng.IntN(2) == 0 {
				c.add(purchase.Event{Kind: purchase.Pay})
			}
		}
		spent := rng.Int64N(8000)
		c.add(purchase.Event{Kind: purchase.Settle, Spent: funding.Fen(spent), Ineligible: funding.Fen(rng.Int64N(spent + 1))})
		a, err := purchase.Record{Contract: contract, Events: c}.Fold()
		require.NoError(t, err)
		due, _ := a.Due()
		owed := int64(0)
		for _, s := range a.TakenBack() {
			owed += s.Amount.Fen()
		}
		next := func(e purchase.Event) bool {
			e.Number, e.Date = len(a.Events())+1, rule.Day(2016, 1, 1)
			reason, err := a.Apply(e)
			require.NoError(t, err)
			return reason.Holds()
		}
		paid := int64(0)
		for _, s := range a.Net() {
			paid += s.Amount.Fen()
		}
		require.Equal(t, max(0, paid-due.Fen()), owed)
		if paid < due.Fen() {
			require.True(t, next(purchase.Event{Kind: purchase.Pay}))
		}
		target := map[string]int64{}
		for j, s := range a.Net() {
			target[s.Source] = s.Amount.Fen() - a.TakenBack()[j].Amount.Fen()
		}
		for owed > 0 {
			part := 1 + rng.Int64N(owed)
			require.True(t, next(purchase.Event{Kind: purchase.Refund, Amount: funding.Fen(part)}))
			owed -= part
			refunds++
			for j, s := range a.Net() {
				require.GreaterOrEqual(t, s.Amount.Sign(), 0)
				require.LessOrEqual(t, s.Amount.Compare(contract.Sources[j].Amount), 0)
			}
		}
		sum := int64(0)
		for _, s := range a.Net() {
			require.Equal(t, target[s.Source], s.Amount.Fen())
			sum += s.Amount.Fen()
		}
		require.Equal(t, due.Fen(), sum)
		require.True(t, next(purchase.Event{Kind: purchase.Close}))
	}
	assert.Greater(t, refunds, 200)
}

func TestAFullyPaidAgreementPaysEverySourcesPart(t *testing.T) {
	t.Parallel()
	var c course
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Pass, Facts: scored("99")})
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Deliver})
	c.add(purchase.Event{Kind: purchase.Pay})
	a, err := purchase.Record{Contract: three(), Events: c}.Fold()
	require.NoError(t, err)
	assert.Equal(t, a.Contract().Sources, a.Net())
}

func TestEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	c := three()
	c.Buyer, c.Signed = "", rule.Date{}
	c.Terms.Instalments[1].Share = new(rule.Dec("0.4"))
	c.Terms.Instalments[2].Needs = rule.Is("nobody-says")
	c.Terms.Ratio = new(rule.Dec("1.1"))
	c.Sources[1].Source = "lottery"
	c.Sources[2].Amount = funding.Money{}
	c.Amounts = []funding.Money{funding.Yuan(1)}
	_, err := c.Sign()
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"amounts purchase.amounts-unused", "buyer required", "signed required",
		"sources[1].source purchase.source", "sources[2].amount purchase.amount",
		"terms.instalments purchase.shares", "terms.instalments[2].needs.fact fact.unknown", "terms.ratio purchase.ratio",
	}, got)

	c = three()
	c.Terms.Period = rule.Since(rule.Day(2014, 3, 2))
	c.Terms.Facts["delivered"] = rule.Fact{Type: rule.FlagType, Label: rule.Words("x", "x")}
	_, err = c.Sign()
	require.ErrorIs(t, err, purchase.SignedOutside)
	require.ErrorIs(t, err, purchase.FactTaken, "nobody may state by himself that it was delivered")
	rules := purchase.Order102()
	rules.Facts["buyer"] = c.Terms.Facts["delivered"]
	require.ErrorIs(t, rules.Validate(), purchase.FactTaken)
	c = three()
	c.Terms.Instalments[0].Share = nil
	_, err = c.Sign()
	require.ErrorIs(t, err, rule.Required)
	c = three()
	c.Terms = purchase.Haishu2020()
	c.Amounts = []funding.Money{funding.Yuan(1), funding.Fen(-1)}
	_, err = c.Sign()
	require.ErrorIs(t, err, purchase.AmountNegative)
	require.ErrorIs(t, err, purchase.AmountsDiffer)
	c = three()
	c.Terms.Instalments = nil
	_, err = c.Sign()
	require.ErrorIs(t, err, purchase.NoInstalments)

	a, err := three().Sign()
	require.NoError(t, err)
	for name, e := range map[string]struct {
		event purchase.Event
		code  rule.Code
	}{
		"number":     {purchase.Event{Number: 2, Date: rule.Day(2014, 4, 1), Kind: purchase.Pay}, purchase.OutOfOrder},
		"date":       {purchase.Event{Number: 1, Date: rule.Day(2014, 2, 28), Kind: purchase.Pay}, purchase.BeforeLast},
		"kind":       {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1)}, rule.Required},
		"unused":     {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Pay, Amount: funding.Fen(1)}, purchase.FieldUnused},
		"negative":   {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Settle, Spent: funding.Fen(-1), Ineligible: funding.Fen(-2)}, purchase.AmountNegative},
		"ineligible": {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Settle, Spent: funding.Fen(1), Ineligible: funding.Fen(2)}, purchase.IneligibleMore},
		"fact":       {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Pass, Facts: rule.FactMap{"delivered": rule.Flag(true)}}, rule.FactUnknown},
		"amount":     {purchase.Event{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Refund}, rule.Required},
	} {
		_, err := a.Apply(e.event)
		require.ErrorIs(t, err, e.code, name)
	}
	assert.Empty(t, a.Events())
	_, err = purchase.Record{Contract: three(), Events: course{{Number: 1, Date: rule.Day(2014, 4, 1), Kind: purchase.Deliver, Facts: scored("99")}}}.Fold()
	require.ErrorIs(t, err, purchase.Refused, "the mid-term check is not skipped")
}

// An award of a settlement is carried out by an agreement with its sources.
func TestSharesOfAnAward(t *testing.T) {
	t.Parallel()
	scheme := funding.OneThreeX(org.Area("330211"))
	scheme.Sources = scheme.Sources[1:]
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "r1", Organization: "甲", Territory: org.Area("330211001"), Asked: funding.Yuan(10_000), Social: funding.Yuan(1_000)},
		{ID: "r2", Organization: "乙", Territory: org.Area("330211001")},
	})
	require.NoError(t, err)
	shares, err := purchase.Shares(settled, 0)
	require.NoError(t, err)
	var got []string
	for _, s := range shares {
		got = append(got, s.Source+" "+s.Title.ZH+" "+s.Amount.String())
	}
	assert.Equal(t, []string{
		"lottery 福利彩票公益金 1000.00", "district 区级财政补助 4500.00", "subdistrict 镇(街道)财政补助 2700.00", "community 村(社区)补助 1800.00",
	}, got)
	_, err = purchase.Shares(settled, 1)
	require.ErrorIs(t, err, purchase.SettlementNothing)
}

func TestTheLifeOfAnAgreement(t *testing.T) {
	t.Parallel()
	table, err := purchase.SixtyThirtyTen().Life()
	require.NoError(t, err)
	golden(t, "testdata/life.zh.mmd", table.Mermaid(language.Chinese))
	none := purchase.SixtyThirtyTen()
	none.MidTerm, none.Delivery = rule.Condition{}, rule.Condition{}
	none.Instalments = none.Instalments[:1]
	_, err = none.Life()
	require.NoError(t, err, "without a mid-term check the table stays whole")

	for name, terms := range map[string]purchase.Terms{
		"haishu-2020": purchase.Haishu2020(), "60-30-10": purchase.SixtyThirtyTen(), "50-40-10": purchase.FiftyFortyTen(),
	} {
		require.NoError(t, terms.Validate(), name)
		data, err := rule.Encode("terms/1", terms)
		require.NoError(t, err)
		golden(t, "testdata/"+name+".json", string(data))
	}
	data, err := rule.Encode("purchase-rules/1", purchase.Order102())
	require.NoError(t, err)
	golden(t, "testdata/order-102.json", string(data))
}
