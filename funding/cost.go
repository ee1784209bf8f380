package funding

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Cost says how the items of cost of one sort (费用科目) count towards the
// eligible cost (可列支费用).
type Cost struct {
	Item     string          `json:"item"` // the stable name that requests use
	Title    rule.Text       `json:"title"`
	Excluded bool            `json:"excluded,omitzero"` // does not count at all
	Most     *Money          `json:"most,omitempty"`    // counts up to this amount
	Part     decimal.Decimal `json:"part,omitzero"`     // counts up to this part of all items together, cut to the fen
	Clause   rule.Source     `json:"clause,omitzero"`
}

// Item is an amount of cost in a request, of a sort that the scheme lists.
type Item struct {
	Item   string `json:"item"`
	Amount Money  `json:"amount"`
}

// InKind says how contributions in kind (实物、劳务折价投入) count as social
// money: at a rate, cut to the fen, and up to a limit for one request. They
// raise what is matched and the share of social money; they pay nothing.
type InKind struct {
	Rate   decimal.Decimal `json:"rate"`
	Most   *Money          `json:"most,omitempty"`
	Clause rule.Source     `json:"clause,omitzero"`
}

// maxItems bounds the items of cost that a scheme lists and a request states.
const maxItems = 200

func (s Scheme) validateCosts() error {
	var found rule.Problems
	if len(s.Costs) > maxItems {
		found.Add(problems.Problem("costs", TooManyItems, rule.With("most", rule.Int(maxItems, 0))))
		return found.Err()
	}
	first := map[string]int{}
	for i, c := range s.Costs {
		path := "costs" + at(i)
		if c.Item == "" {
			found.Add(problems.Problem(path+".item", rule.Required))
		} else if k, twice := first[c.Item]; twice {
			found.Add(problems.Problem(path+".item", ItemTwice, rule.With("item", rule.Word(c.Item)), rule.With("first", rule.Int(int64(k), 0))))
		} else {
			first[c.Item] = i
		}
		if c.Title.ZH == "" || c.Title.EN == "" {
			found.Add(problems.Problem(path+".title", rule.Required))
		}
		if c.Most != nil {
			found.Add(negative(path+".most", *c.Most))
		}
		if !c.Part.IsZero() {
			found.Nest(path+".part", validRatio(c.Part, decimal.NewFromInt(1)))
		}
		if c.Excluded && (c.Most != nil || !c.Part.IsZero()) {
			found.Add(problems.Problem(path+".excluded", ItemExcludedLimit))
		}
	}
	if s.InKind != nil {
		found.Nest("in_kind.rate", validRatio(s.InKind.Rate, decimal.NewFromInt(1)))
		if s.InKind.Most != nil {
			found.Add(negative("in_kind.most", *s.InKind.Most))
		}
	}
	return found.Err()
}

// cost returns the place of the sort of cost among those the scheme lists.
func (t *terms) cost(item string) (int, bool) {
	for i := range t.scheme.Costs {
		if t.scheme.Costs[i].Item == item {
			return i, true
		}
	}
	return 0, false
}

// eligible returns the eligible cost of a request in fen: its items where the
// scheme lists them, else what it states, else what it asks.
func (t *terms) eligible(r *Request) int64 {
	if len(r.Items) == 0 {
		if r.Eligible != nil {
			return r.Eligible.Fen()
		}
		return r.Asked.Fen()
	}
	all, sum := r.itemised(), int64(0)
	for i := range r.Items {
		sum += t.counts(&r.Items[i], all)
	}
	return sum
}

// counts returns what one item counts for in fen; all is the sum of all items.
func (t *terms) counts(item *Item, all int64) int64 {
	k, ok := t.cost(item.Item)
	if !ok || t.scheme.Costs[k].Excluded {
		return 0
	}
	cost := &t.scheme.Costs[k]
	amount := item.Amount.Fen()
	if cost.Most != nil {
		amount = min(amount, cost.Most.Fen())
	}
	if !cost.Part.IsZero() {
		amount = min(amount, t.parts[k].floor(all))
	}
	return amount
}

// itemised returns the sum of all items in fen. A valid request's is in the
// range of Money.
func (r *Request) itemised() int64 {
	sum := int64(0)
	for i := range r.Items {
		sum += r.Items[i].Amount.Fen()
	}
	return sum
}

// social returns the social money of a request in fen, contributions in kind
// counted.
func (t *terms) social(r *Request) int64 {
	return r.Social.Fen() + t.inKind(r)
}

// inKind returns what the contributions in kind count for, in fen.
func (t *terms) inKind(r *Request) int64 {
	terms := t.scheme.InKind
	if terms == nil || r.InKind.Sign() <= 0 {
		return 0
	}
	counted := t.inKindRate.floor(r.InKind.Fen())
	if terms.Most != nil {
		counted = min(counted, terms.Most.Fen())
	}
	return counted
}

// validateItems reports items that the scheme does not list, amounts below zero
// and what contradicts the items.
func (r *Request) validateItems(t *terms) error {
	var found rule.Problems
	if len(r.Items) > maxItems {
		return problems.Problem("items", TooManyItems, rule.With("most", rule.Int(maxItems, 0)))
	}
	if len(r.Items) > 0 && r.Eligible != nil {
		found.Add(problems.Problem("eligible", EligibleAndItems))
	}
	sum := uint128{}
	for i := range r.Items {
		path := "items[" + strconv.Itoa(i) + "]"
		if _, ok := t.cost(r.Items[i].Item); !ok {
			found.Add(problems.Problem(path+".item", ItemUnknown, rule.With("item", rule.Quoted(r.Items[i].Item))))
		}
		if p := negative(path+".amount", r.Items[i].Amount); p != nil {
			found.Add(p)
			continue
		}
		sum = sum.add(uint128{0, uint64(r.Items[i].Amount.Fen())})
	}
	if sum.above(maxFen) {
		found.Add(problems.Problem("items", MoneyRange, rule.With("value", rule.Num(sum.decimal().Shift(-2), rule.Yuan))))
	}
	return found.Err()
}
