package venture

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Result is what a competition decided.
type Result struct {
	Rules    rule.Head     `json:"rules"`
	Budget   funding.Money `json:"budget"`
	Paid     funding.Money `json:"paid"`
	Left     funding.Money `json:"left"`
	Awards   []Award       `json:"awards"`   // by score, the highest first, then by id
	Refusals []Refusal     `json:"refusals"` // in the same order

	titles map[string]rule.Text // of entries, classes
}

// Award is a project that is funded.
type Award struct {
	Entry        string          `json:"entry"`
	Organization string          `json:"organization"`
	Class        string          `json:"class"`
	Score        decimal.Decimal `json:"score"`
	Amount       funding.Money   `json:"amount"`
	Reasons      []rule.Reason   `json:"reasons"` // the score, the line, the amount, the money there was
}

// Refusal is a project that is not funded, with every reason.
type Refusal struct {
	Entry        string          `json:"entry"`
	Organization string          `json:"organization"`
	Class        string          `json:"class"`
	Score        decimal.Decimal `json:"score"`
	Reasons      []rule.Reason   `json:"reasons"` // the score, then everything that stood against it
}

// Decide decides the competition. Entries are taken by score, the highest
// first, equal scores by id as text; each is funded unless it is below the line,
// the grant gives it nothing, its class or its organization has as many awards as
// it may have, the round has, or less money is left than it would get. One that
// does not fit is passed over. Errors are those of [Rules.Validate] under rules,
// and of entries: a need that is not in the catalogue, the faults of their scores
// and those of [funding.Settle].
func (r Rules) Decide(entries []Entry) (*Result, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	c := newCompetition(r)
	list := make([]scoredEntry, len(entries))
	requests := make([]funding.Request, len(entries))
	for i, e := range entries {
		at := "entries[" + strconv.Itoa(i) + "]"
		if _, known := c.needs[e.Need]; !known {
			found.Add(problems.Problem(at+".need", NeedUnknown, rule.With("id", rule.Quoted(e.Need))))
		}
		list[i] = scoredEntry{Entry: e, place: i}
		if err := r.Judging.check(e.Scores); err != nil {
			found.Nest(at, err)
		} else {
			list[i].mean, list[i].why = r.Judging.mean(e.Scores)
		}
		requests[i] = e.Request
		requests[i].Score = new(list[i].mean)
	}
	granted, err := funding.Settle(r.Grant, requests)
	for _, p := range rule.ProblemsOf(err) {
		moved := *p
		if rest, ok := strings.CutPrefix(p.Path, "requests["); ok {
			moved.Path = "entries[" + rest
		}
		found.Add(&moved)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	c.granted = granted
	slices.SortFunc(list, func(a, b scoredEntry) int {
		if order := b.mean.Cmp(a.mean); order != 0 {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	for _, e := range list {
		c.take(e)
	}
	return c.result, nil
}

// scoredEntry is an entry with its place among those given and its score.
type scoredEntry struct {
	Entry
	place int
	mean  decimal.Decimal
	why   rule.Reason
}

// competition is a round half decided.
type competition struct {
	rules   Rules
	needs   map[string]need
	quotas  map[int]int         // by class
	funded  map[int]int         // by class
	held    map[string][]string // by organization: its awards
	granted *funding.Settlement // what each entry would get
	result  *Result
}

func newCompetition(r Rules) *competition {
	c := &competition{
		rules: r, needs: r.Catalogue.index(), quotas: map[int]int{}, funded: map[int]int{}, held: map[string][]string{},
		result: &Result{
			Rules: r.Head, Budget: r.Budget, Left: r.Budget, Awards: []Award{}, Refusals: []Refusal{}, titles: map[string]rule.Text{},
		},
	}
	for _, q := range r.Quotas {
		c.quotas[r.Catalogue.class(q.Class)] = q.Most
	}
	for _, class := range r.Catalogue.Classes {
		c.result.titles[class.ID] = class.Title
	}
	return c
}

func (c *competition) reason(code rule.Code, inputs ...rule.Input) rule.Reason {
	return problems.Reason(code, inputs...).From(c.rules.Source, c.rules.Status)
}

// take decides the next entry.
func (c *competition) take(e scoredEntry) {
	class := c.needs[e.Need].class
	id := c.rules.Catalogue.Classes[class].ID
	if !e.Title.IsZero() {
		c.result.titles[e.ID] = e.Title
	}
	score := e.why.From(c.rules.Source, c.rules.Status)
	amount, steps := c.granted.Award(e.place).Total, c.steps(e.place)
	if against := c.against(e, class, amount); len(against) > 0 {
		c.result.Refusals = append(c.result.Refusals, Refusal{e.ID, e.Organization, id, e.mean, append([]rule.Reason{score}, against...)})
		return
	}
	line := c.reason(ReachesLine, rule.With("score", rule.Num(e.mean, rule.Point)), rule.With("line", rule.Num(c.rules.Line, rule.Point))).
		Gives(rule.Compare, rule.Flag(true))
	left := funding.Fen(c.result.Left.Fen() - amount.Fen())
	paid := c.reason(MoneyLeft, rule.With("left", c.result.Left.Value()), rule.With("amount", amount.Value())).Gives(rule.Difference, left.Value())
	reasons := append(append([]rule.Reason{score, line}, steps...), paid)
	c.result.Awards = append(c.result.Awards, Award{e.ID, e.Organization, id, e.mean, amount, reasons})
	c.result.Left = left
	c.result.Paid = funding.Fen(c.result.Paid.Fen() + amount.Fen())
	c.funded[class]++
	c.held[e.Organization] = append(c.held[e.Organization], e.ID)
}

// steps explains what the grant gives an entry: the steps of its source, or a
// step for each of several.
func (c *competition) steps(place int) []rule.Reason {
	if len(c.rules.Grant.Sources) == 1 {
		return c.granted.Reasons(place, 0)
	}
	return c.granted.Explain(place).Steps
}

// against lists everything that stands against an entry at its turn.
func (c *competition) against(e scoredEntry, class int, amount funding.Money) []rule.Reason {
	var against []rule.Reason
	refuse := func(code rule.Code, inputs ...rule.Input) {
		against = append(against, c.reason(code, inputs...).Gives(rule.Compare, rule.Flag(false)))
	}
	if e.mean.LessThan(c.rules.Line) {
		against = append(against, c.reason(BelowLine, rule.With("line", rule.Num(c.rules.Line, rule.Point)), rule.With("score", rule.Num(e.mean, rule.Point))).
			Gives(rule.Difference, rule.Num(c.rules.Line.Sub(e.mean), rule.Point)))
	}
	if amount.Sign() == 0 {
		nothing := c.reason(NoGrant).Gives(rule.Compare, rule.Flag(false))
		nothing.Parts = c.steps(e.place)
		against = append(against, nothing)
	}
	if most, limited := c.quotas[class]; limited && c.funded[class] >= most {
		refuse(QuotaFull, rule.With("class", rule.Label(c.rules.Catalogue.Classes[class].Title)), rule.With("most", rule.Int(int64(most), rule.Item)))
	}
	if held := c.held[e.Organization]; len(held) >= c.rules.PerOrg {
		refuse(HasAward, rule.With("organization", rule.Word(e.Organization)), rule.With("most", rule.Int(int64(c.rules.PerOrg), rule.Item)),
			rule.With("awards", rule.Word(strings.Join(held, ", "))))
	}
	if c.rules.Projects > 0 && len(c.result.Awards) >= c.rules.Projects {
		refuse(PlacesFull, rule.With("most", rule.Int(int64(c.rules.Projects), rule.Item)))
	}
	if amount.Compare(c.result.Left) > 0 {
		refuse(MoneyShort, rule.With("amount", amount.Value()), rule.With("left", c.result.Left.Value()))
	}
	return against
}
