package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/bridging"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/purchase"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/org/rule"
)

// model settles one synthetic project by the "1+3+X" model and adds up what
// each part pays.
func (w *world) model(f *fact) error {
	scheme := funding.OneThreeX(w.district)
	s, err := funding.Settle(scheme, []funding.Request{{
		ID: "F12", Organization: "虚构", Territory: towns()[0], Asked: funding.Yuan(50_000), Social: funding.Yuan(10_000),
	}})
	if err != nil {
		return err
	}
	count, paid := map[funding.Part]int{}, map[funding.Part]int64{}
	for j, source := range scheme.Sources {
		count[source.Kind.Part()]++
		paid[source.Kind.Part()] += s.Cell(0, j).Fen()
	}
	f.exactly("fiscal_tiers", count[funding.PartThree], "funding.OneThreeX", rule.Words("“3”的层级", `tiers of the "3"`))
	a := s.Award(0)
	f.derived(rule.Words("社会资金 1 万元带动各来源合计(比例为示例)", "10,000 yuan of social money draws, with the rest (illustrative ratios)"),
		a.Total.Value(), a.Total == a.Asked, "funding.Settle", s.Explain(0).Steps...)
	one, three, x := funding.Fen(paid[funding.PartOne]), funding.Fen(paid[funding.PartThree]), funding.Fen(paid[funding.PartX])
	f.derived(rule.Words("其中“1”+“3”+“X”", `of it "1" + "3" + "X"`), amounts(one, three, x),
		one.Fen()+three.Fen()+x.Fen() == a.Total.Fen(), "funding.Kind.Part")
	f.derived(rule.Words("财政与彩票资金每元带动社会资金", "social money drawn by a yuan of public money"),
		rule.Ratio(x.Decimal(), funding.Fen(one.Fen()+three.Fen()).Decimal(), 0), x.Sign() > 0, "rule.Ratio")
	return nil
}

// amounts shows several amounts in one place.
func amounts(list ...funding.Money) rule.Value {
	var zh, en []string
	for _, m := range list {
		zh, en = append(zh, m.Value().In(language.Chinese)), append(en, m.Value().In(language.English))
	}
	return rule.Label(rule.Words(strings.Join(zh, " + "), strings.Join(en, " + ")))
}

// appropriated is one year of a synthetic special fund: what was appropriated,
// in thousands, for purchase, awards and platforms; and, in thousandths, how
// much of it was committed and how much of that is paid.
type appropriated struct {
	year                       int
	purchase, awards, platform int64
	committed, paid            int64
}

func appropriations() []appropriated {
	return []appropriated{
		{2012, 1_100, 450, 300, 980, 1_000},
		{2013, 1_300, 600, 420, 960, 1_000},
		{2014, 1_650, 780, 520, 970, 1_000},
		{2015, 1_900, 900, 600, 900, 760},
	}
}

// specialFund keeps the books of a synthetic special fund up to the report.
func (w *world) specialFund(f *fact) error {
	record := specialfund.Record{Rules: specialfund.Zhenhai()}
	add := func(e specialfund.Event) {
		e.Number = len(record.Events) + 1
		record.Events = append(record.Events, e)
	}
	for _, y := range appropriations() {
		for i, thousands := range []int64{y.purchase, y.awards, y.platform} {
			use := specialfund.Uses()[i]
			id := fmt.Sprintf("%d-%s", y.year, use)
			amount := funding.Yuan(thousands * y.committed)
			add(specialfund.Event{Date: rule.Day(y.year, 1, 20), Kind: specialfund.Appropriate, Use: use, Amount: funding.Yuan(thousands * 1_000)})
			add(specialfund.Event{Date: rule.Day(y.year, 1, 20), Kind: specialfund.Commit, Use: use, Commitment: id, Party: "虚构", Amount: amount})
			add(specialfund.Event{Date: rule.Day(y.year, 1, 20), Kind: specialfund.Pay, Commitment: id, Amount: funding.Fen(amount.Fen() / 1_000 * y.paid)})
		}
		if y.year < w.asOf.Year() {
			add(specialfund.Event{Date: rule.Day(y.year, 12, 31), Kind: specialfund.Close})
		}
	}
	fund, err := record.Fold()
	if err != nil {
		return err
	}
	spent, why := fund.Spent()
	f.number("spent", spent.Decimal(), "specialfund.Fund.Spent", rule.Words("累计支付(账目虚构)", "paid so far (synthetic books)"), why)
	rising := fund.Rising()
	f.derived(rule.Words("逐年增加", "rises every year"), rising.Output, rising.Holds(), "specialfund.Fund.Rising", rising)
	uses := 0
	for _, use := range specialfund.Uses() {
		if fund.Paid(use).Sign() > 0 {
			uses++
		}
	}
	f.derived(rule.Words("支付的用途:服务购买、评估奖励、平台补助", "uses paid for: purchase, awards, platforms"),
		rule.Int(int64(uses), rule.Item), uses == len(specialfund.Uses()), "specialfund.Fund.Paid")
	last := fund.Statement(w.asOf.Year())
	f.derived(rule.Words("本年已承诺未付(账相符)", "committed and not yet paid this year (the books balance)"),
		last.Total.Unpaid.Value(), fund.Audit() == nil, "specialfund.Fund.Statement", fund.Page(w.asOf.Year()).Steps...)
	return nil
}

// commissions decides a synthetic directed commission and settles a synthetic
// lottery-fund subsidy: the channels beside venture philanthropy.
func (w *world) commissions(f *fact) error {
	proposal := purchase.Proposal{
		Buyer: purchase.StateOrgan, Supplier: purchase.SocialOrganization, Subject: purchase.Service, Price: funding.Yuan(60_000), Months: 12,
	}
	directed := purchase.DirectedCommission(funding.Yuan(100_000)).Decide(proposal)
	f.derived(rule.Words("6 万元的服务可以定向委托(条件为示例)", "a service of 60,000 may be commissioned directly (illustrative conditions)"),
		directed.Output, directed.Holds(), "purchase.DirectedCommission", directed)
	s, err := funding.Settle(preset.CommunityLottery(w.district), []funding.Request{{
		ID: "F21", Organization: "虚构", Territory: towns()[0], Asked: funding.Yuan(30_000),
		Facts: rule.FactMap{"purpose": rule.Label(rule.Words("社会福利", "social welfare"))},
	}})
	if err != nil {
		return err
	}
	a := s.Award(0)
	f.derived(rule.Words("3 万元的社区服务项目得福彩公益金补助(比例为示例)", "lottery-fund subsidy of a community project of 30,000 (illustrative ratio)"),
		a.Total.Value(), a.Total.Sign() > 0 && a.Total.Compare(a.Asked) <= 0, "preset.CommunityLottery", s.Explain(0).Steps...)
	return nil
}

// routine pays an organization's routine costs from two levels in proportion.
func (w *world) routine(f *fact) error {
	scheme := preset.RoutineActivity(w.district)
	s, err := funding.Settle(scheme, []funding.Request{{ID: "F14", Organization: "虚构", Territory: towns()[0], Asked: funding.Fen(100_001), Date: w.asOf}})
	if err != nil {
		return err
	}
	f.exactly("payers", len(scheme.Sources), "preset.RoutineActivity", rule.Words("按比例补助的层级", "levels that pay in proportion"))
	a := s.Award(0)
	f.derived(rule.Words("1,000.01 元按 60:40 分担(示例比例)", "1,000.01 yuan shared 60:40 (illustrative)"),
		amounts(a.Cells...), a.Total == a.Asked, "funding.Settle", s.Explain(0).Steps...)
	return nil
}

// bridging runs a synthetic pool of sixty members from 2004 to the report:
// thirteen loans a week, each for a week.
func (w *world) bridging(f *fact) error {
	start := rule.Day(2004, 1, 5)
	pool := bridging.Pool{Rules: bridging.Illustrative(), End: w.asOf}
	for i := range 60 {
		pool.Contributions = append(pool.Contributions, bridging.Movement{
			ID: fmt.Sprintf("C%02d", i), Contributor: fmt.Sprintf("虚构会员%02d", i), Date: start, Amount: funding.Yuan(500_000),
		})
	}
	for week := 0; ; week++ {
		day := start.AddDays(7 * week)
		if w.asOf.Before(day) {
			break
		}
		for i := range 13 {
			renewal := 1_360_000 + int64((3*i+5*week)%8)*226_000
			pool.Requests = append(pool.Requests, bridging.Request{
				ID: fmt.Sprintf("L%04d-%02d", week, i), Borrower: fmt.Sprintf("虚构会员%02d", (13*week+i)%60), Date: day,
				Amount: funding.Yuan(renewal / 100 * 95), Renewal: funding.Yuan(renewal), Days: 3 + (i+week)%5,
			})
		}
	}
	book, err := pool.Run()
	if err != nil {
		return err
	}
	t := book.Totals()
	f.number("turnover", t.Turnover, "bridging.Pool.Run", rule.Words("累计转贷(资金池虚构)", "turned over so far (a synthetic pool)"), book.Explain(0).Steps...)
	f.derived(rule.Words("笔数", "loans"), rule.Int(int64(t.Loans), rule.Item), t.Loans == t.Requests, "bridging.Book.Totals")
	never := true
	for _, d := range book.Days() {
		never = never && d.Available().Sign() >= 0
	}
	f.derived(rule.Words("任何一日资金池余额不为负,最低", "the pool is never below zero; least"), t.Least.Value(), never, "bridging.Book.Days")
	f.derived(rule.Words("未还余额最高", "most outstanding"), t.Peak.Value(), t.Peak.Compare(funding.Yuan(30_000_000)) <= 0, "bridging.Book.Totals", book.Statement().Steps[:4]...)
	rules := bridging.Lianyungang()[1]
	fee, why, err := rules.Charge(funding.Yuan(1_000_000), 7)
	if err != nil {
		return err
	}
	f.derived(rule.Words("100 万元用 7 天的费用(连云港 2023 年费率)", "a million for seven days, at Lianyungang's rates of 2023"),
		fee.Value(), fee == funding.Yuan(1_800), "bridging.Rules.Charge", why)
	return nil
}
