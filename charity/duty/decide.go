package duty

import (
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Year is what one accounting year of an organization shows.
type Year struct {
	Year       int           `json:"year"`
	Income     funding.Money `json:"income"`     // actual, less restricted to later years, plus released
	Raised     funding.Money `json:"raised"`     // by public fundraising
	NetAssets  funding.Money `json:"net_assets"` // at the year's end
	Charity    funding.Money `json:"charity"`    // charitable spending
	Management funding.Money `json:"management"` // management fees
	Other      funding.Money `json:"other"`      // all other spending
}

// Decision says whether an organization did its duty in a year.
type Decision struct {
	Rules  rule.Head
	Form   Form
	Year   int
	Floors []FloorCheck
	Fees   *FeeCheck // nil where the rules set no ceiling
	Cure   Cure
	Steps  []rule.Reason
}

// FloorCheck is one floor decided.
type FloorCheck struct {
	Floor
	Mean      bool // the mean of several years stands for the last
	Required  funding.Money
	Shortfall funding.Money // zero if met
}

// FeeCheck is the ceiling for management fees decided.
type FeeCheck struct {
	Free bool          // small enough to be free of the ceiling
	Most funding.Money // the ceiling in yuan
	Over funding.Money // zero if kept
}

// Cure is what would have mended the year, the rest of its accounts unchanged:
// Spend so much more on charity; and for fees above their ceiling either that
// suffices too, or Cut them by so much.
type Cure struct {
	Spend funding.Money // mends floors and ceiling together
	Cut   funding.Money // of fees, mends the ceiling alone; zero if it is kept
}

// Met tells whether every floor is met and the ceiling kept.
func (d Decision) Met() bool { return d.Cure == Cure{} }

// Decide says whether an organization of the form did its duty in a year. Its
// accounts must hold that year and the one before; where those before it hold
// as many years as the rules' mean, the smaller of last year's figure and the
// mean counts. A base below zero counts as zero. Problems are a form the rules
// do not govern ([NotGoverned]), a year before them ([YearEarly]) or missing
// ([YearMissing]), a year twice, and negative spending.
func (r Rules) Decide(form Form, accounts []Year, year int) (Decision, error) {
	if err := r.Validate(); err != nil {
		return Decision{}, err
	}
	years, err := r.check(form, accounts, year)
	if err != nil {
		return Decision{}, err
	}
	governing, _ := r.form(form)
	table, err := band.New(band.Domain{}, governing.Bands)
	if err != nil {
		return Decision{}, err
	}
	now, last := years[year], years[year-1]
	place, _ := table.Find(last.NetAssets.Decimal())
	row := table.Row(place)
	d := Decision{Rules: r.Head, Form: form, Year: year}
	d.Steps = append(d.Steps, problems.Reason(BandFound,
		rule.With("form", rule.Label(forms.Labels(form))), rule.With("assets", last.NetAssets.Value()),
		rule.With("band", rule.Label(row.In.Words()))).
		Gives(rule.Given, rule.Label(row.In.Words())).From(row.Is.Source, row.Is.Status))
	for _, floor := range row.Is.Floors {
		check, steps, err := r.floor(floor, row.Is, years, now)
		if err != nil {
			return Decision{}, err
		}
		d.Floors = append(d.Floors, check)
		d.Steps = append(d.Steps, steps...)
		d.Cure.Spend = larger(d.Cure.Spend, check.Shortfall)
	}
	if row.Is.Ceiling != nil {
		if err := r.ceiling(&d, row.Is, now); err != nil {
			return Decision{}, err
		}
	}
	return d, nil
}

func larger(a, b funding.Money) funding.Money {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}

func (r Rules) check(form Form, accounts []Year, year int) (map[int]Year, error) {
	var found rule.Problems
	if _, ok := r.form(form); !ok {
		found.Add(problems.Problem("form", NotGoverned, rule.With("form", rule.Label(forms.Labels(form)))))
	}
	whole := func(y int) rule.Input { return rule.With("year", rule.Word(strconv.Itoa(y))) }
	if year < r.First {
		found.Add(problems.Problem("year", YearEarly, whole(year), rule.With("first", rule.Word(strconv.Itoa(r.First)))))
	}
	years := map[int]Year{}
	for i, account := range accounts {
		path := "accounts[" + strconv.Itoa(i) + "]"
		if _, twice := years[account.Year]; twice {
			found.Add(problems.Problem(path+".year", YearTwice, whole(account.Year)))
		}
		years[account.Year] = account
		for _, spent := range [...]struct {
			name   string
			amount funding.Money
		}{{"charity", account.Charity}, {"management", account.Management}, {"other", account.Other}} {
			if spent.amount.Sign() < 0 {
				found.Add(problems.Problem(path+"."+spent.name, SpendingNegative, rule.With("amount", spent.amount.Value())))
			}
		}
	}
	for _, y := range [...]int{year, year - 1} {
		if _, ok := years[y]; !ok {
			found.Add(problems.Problem("accounts", YearMissing, whole(y)))
		}
	}
	return years, found.Err()
}

func (y Year) base(b Base) funding.Money {
	switch b {
	case LastIncome:
		return y.Income
	case NetAssets:
		return y.NetAssets
	}
	return y.Raised
}

// floor decides one floor by last year's figure or by the mean, whichever asks
// for less.
func (r Rules) floor(floor Floor, d Duty, years map[int]Year, now Year) (FloorCheck, []rule.Reason, error) {
	last := larger(years[now.Year-1].base(floor.Of), funding.Money{})
	required, step, err := share(floor, d, last.Decimal(), 1)
	if err != nil {
		return FloorCheck{}, nil, err
	}
	check := FloorCheck{Floor: floor, Required: required}
	steps := []rule.Reason{step}
	if sum, ok := r.sum(floor.Of, years, now.Year); ok {
		mean, step, err := share(floor, d, sum, r.Mean)
		if err != nil {
			return FloorCheck{}, nil, err
		}
		if mean.Compare(required) < 0 {
			check.Mean, check.Required = true, mean
			steps = append(steps, step.From(r.MeanSource, r.Status))
		}
	}
	if check.Shortfall, err = check.Required.Sub(now.Charity); err != nil {
		return FloorCheck{}, nil, err
	}
	check.Shortfall = larger(check.Shortfall, funding.Money{})
	steps = append(steps, compared(FloorMet, FloorMissed, check.Shortfall,
		rule.With("spent", now.Charity.Value()), rule.With("required", check.Required.Value())))
	return check, steps, nil
}

// sum adds up the base over the years of the mean, if all are there.
func (r Rules) sum(b Base, years map[int]Year, year int) (decimal.Decimal, bool) {
	var sum decimal.Decimal
	for i := 1; i <= r.Mean; i++ {
		y, ok := years[year-i]
		if !ok {
			return decimal.Decimal{}, false
		}
		sum = sum.Add(y.base(b).Decimal())
	}
	return decimal.Max(sum, decimal.Decimal{}), r.Mean > 0
}

// share computes base × share ÷ years, up to the fen.
func share(floor Floor, d Duty, base decimal.Decimal, over int) (funding.Money, rule.Reason, error) {
	fen := rule.Rounding{Mode: rule.Up, Step: rule.Dec("0.01")}
	by := decimal.NewFromInt(int64(over))
	required, err := funding.FromDecimal(fen.Quotient(base.Mul(floor.Share), by))
	if err != nil {
		return funding.Money{}, rule.Reason{}, err
	}
	code, inputs := FloorOfLast, []rule.Input{
		rule.With("base", rule.Num(base, rule.Yuan)), rule.With("share", rule.Num(floor.Share, rule.Percent)),
		rule.With("years", rule.Num(by, 0)), rule.With("step", rule.Num(fen.Step, rule.Yuan)),
	}
	if over > 1 {
		code = FloorOfMean
	}
	of := bases.Labels(floor.Of)
	step := problems.Reason(code, inputs...).Gives(rule.Prorate, required.Value()).From(d.Source, d.Status)
	step.Mode = fen.Mode
	named := problems.Reason(FloorIs, rule.With("of", rule.Label(of)), rule.With("share", rule.Num(floor.Share, rule.Percent))).
		Gives(rule.Given, required.Value()).From(d.Source, d.Status)
	named.Parts = []rule.Reason{step}
	return required, named, nil
}

// ceiling decides the management fees and adds what would cure them.
func (r Rules) ceiling(d *Decision, duty Duty, now Year) error {
	total, err := funding.Sum(now.Charity, now.Management, now.Other)
	if err != nil {
		return err
	}
	check := FeeCheck{Free: r.Free != nil && now.Management.Compare(*r.Free) < 0}
	d.Fees = &check
	if check.Most, err = total.MulRate(*duty.Ceiling, funding.ToFen(rule.Down)); err != nil {
		return err
	}
	if check.Free {
		d.Steps = append(d.Steps, problems.Reason(FeesFree, rule.With("fees", now.Management.Value()), rule.With("free", r.Free.Value())).
			Gives(rule.Compare, rule.Flag(true)).From(r.FreeSource, r.Status))
		return nil
	}
	limit := problems.Reason(CeilingIs, rule.With("total", total.Value()), rule.With("share", rule.Num(*duty.Ceiling, rule.Percent)),
		rule.With("one", rule.Int(1, 0)), rule.With("step", rule.Num(rule.Dec("0.01"), rule.Yuan))).
		Gives(rule.Prorate, check.Most.Value()).From(duty.Source, duty.Status)
	limit.Mode = rule.Down
	if check.Over, err = now.Management.Sub(check.Most); err != nil {
		return err
	}
	check.Over = larger(check.Over, funding.Money{})
	d.Steps = append(d.Steps, limit, compared(CeilingKept, CeilingBroken, check.Over,
		rule.With("fees", now.Management.Value()), rule.With("most", check.Most.Value())))
	if check.Over.Sign() == 0 {
		return nil
	}
	return r.cure(d, *duty.Ceiling, total, now)
}

// cure finds how much more charity, or how much less fees, keep the ceiling c:
// fees ≤ c·(total + x), or fees − y ≤ c·(total − y), or fees − y below Free.
func (r Rules) cure(d *Decision, c decimal.Decimal, total funding.Money, now Year) error {
	up := rule.Rounding{Mode: rule.Up, Step: rule.Dec("0.01")}
	over := now.Management.Decimal().Sub(c.Mul(total.Decimal()))
	spend, err := funding.FromDecimal(up.Quotient(over, c))
	if err != nil {
		return err
	}
	d.Cure.Spend = larger(d.Cure.Spend, spend)
	cut := now.Management
	if one := decimal.NewFromInt(1); c.Cmp(one) < 0 {
		if cut, err = funding.FromDecimal(up.Quotient(over, one.Sub(c))); err != nil {
			return err
		}
	}
	if r.Free != nil {
		if free := funding.Fen(now.Management.Fen() - r.Free.Fen() + 1); free.Compare(cut) < 0 {
			cut = free
		}
	}
	d.Cure.Cut = cut
	return nil
}

func compared(met, missed rule.Code, by funding.Money, inputs ...rule.Input) rule.Reason {
	if by.Sign() == 0 {
		return problems.Reason(met, inputs...).Gives(rule.Compare, rule.Flag(true))
	}
	return problems.Reason(missed, append(inputs, rule.With("by", by.Value()))...).Gives(rule.Compare, rule.Flag(false))
}

// Page explains the decision, with what would have cured it.
func (d Decision) Page() rule.Page {
	page := rule.Page{
		Title: rule.Words("慈善支出与管理费用核查", "Charitable spending and management fees"),
		Rule:  d.Rules,
		Lines: []rule.Line{
			{Label: rule.Words("组织", "Organization"), Value: rule.Label(rule.Words(d.Form.Label(language.Chinese), d.Form.Label(language.English)))},
			{Label: rule.Words("年度", "Year"), Value: rule.Word(strconv.Itoa(d.Year))},
			{Label: rule.Words("达标", "Met"), Value: rule.Flag(d.Met())},
		},
		Steps: d.Steps,
	}
	if d.Cure.Spend.Sign() > 0 {
		page.Notes = append(page.Notes, problems.Reason(CureSpend, rule.With("amount", d.Cure.Spend.Value())))
	}
	if d.Cure.Cut.Sign() > 0 {
		page.Notes = append(page.Notes, problems.Reason(CureCut, rule.With("amount", d.Cure.Cut.Value())))
	}
	return page
}
