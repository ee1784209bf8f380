package award

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Prize goes to the best so many (年度十佳): the same amount to each.
type Prize struct {
	rule.Head
	Places int             `json:"places"`         // 名额
	Amount funding.Money   `json:"amount"`         // of each
	Least  decimal.Decimal `json:"least,omitzero"` // 最低得分: nobody below wins, even where places stay empty
	Ties   Ties            `json:"ties"`           // what becomes of equals at the last place
	Then   []rule.Text     `json:"then,omitempty"` // of ByThen: what is compared next, higher first
}

// Ties is what becomes of equals (并列) where there are fewer places than
// equals.
type Ties uint8

// What may become of them.
const (
	AllWin  Ties = 1 + iota // 并列者均获奖
	NoneWin                 // 并列者均不获奖
	ByThen                  // 依次比较: by what Then names; who is equal in all of it wins together
)

var ties = rule.NewEnum[Ties]("rule for ties",
	rule.Named("all-win", "并列者均获奖", "all of them win"),
	rule.Named("none-win", "并列者均不获奖", "none of them wins"),
	rule.Named("by-then", "依次比较", "compared further"),
)

// Entrant is who takes part.
type Entrant struct {
	ID    string            `json:"id"`
	Score decimal.Decimal   `json:"score"`
	Then  []decimal.Decimal `json:"then,omitempty"` // one for each of the prize's
}

// Rank is where an entrant comes in.
type Rank struct {
	ID     string        `json:"id"`
	Place  int           `json:"place"` // 1 for the best; equals share it
	Wins   bool          `json:"wins"`
	Amount funding.Money `json:"amount"`
	Reason rule.Reason   `json:"reason"`
}

// Validate reports every fault of the prize.
func (p Prize) Validate() error {
	var found rule.Problems
	found.Nest("", p.Head.Validate())
	if p.Places < 1 {
		found.Add(problems.Problem("places", PlacesFew, rule.With("places", rule.Int(int64(p.Places), 0))))
	}
	if p.Amount.Sign() <= 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", p.Amount.Value())))
	}
	if !p.Ties.Valid() {
		found.Add(problems.Problem("ties", rule.Required))
	}
	if (p.Ties == ByThen) != (len(p.Then) > 0) {
		found.Add(problems.Problem("then", ThenShape))
	}
	return found.Err()
}

// Award ranks the entrants, best first, equals by id, and says who wins: whoever
// comes in within the places and reaches the least. Equals beyond the last
// place win or not by the rule for ties. A prize that is not valid, entrants
// without an id or twice, and a wrong number of further comparisons are
// [rule.Problems].
func (p Prize) Award(entrants []Entrant) ([]Rank, error) {
	var found rule.Problems
	found.Nest("prize", p.Validate())
	first := map[string]int{}
	for i, e := range entrants {
		at := "entrants[" + strconv.Itoa(i) + "]"
		if e.ID == "" {
			found.Add(problems.Problem(at+".id", rule.Required))
		} else if j, again := first[e.ID]; again {
			found.Add(problems.Problem(at+".id", EntrantTwice, rule.With("id", rule.Quoted(e.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[e.ID] = i
		if len(e.Then) != len(p.Then) {
			found.Add(problems.Problem(at+".then", ThenCount, rule.With("got", rule.Int(int64(len(e.Then)), 0)), rule.With("want", rule.Int(int64(len(p.Then)), 0))))
		}
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	order := slices.Clone(entrants)
	slices.SortFunc(order, func(a, b Entrant) int { return cmp.Or(compare(a, b), cmp.Compare(a.ID, b.ID)) })
	ranks := make([]Rank, len(order))
	for low := 0; low < len(order); {
		high := low + 1
		for high < len(order) && compare(order[low], order[high]) == 0 {
			high++
		}
		for i := low; i < high; i++ {
			ranks[i] = p.rank(order[i], low+1, high)
		}
		low = high
	}
	return ranks, nil
}

// compare orders entrants, the better first.
func compare(a, b Entrant) int {
	c := b.Score.Cmp(a.Score)
	for i := range a.Then {
		c = cmp.Or(c, b.Then[i].Cmp(a.Then[i]))
	}
	return c
}

// rank decides an entrant whose equals take the places from place to last.
func (p Prize) rank(e Entrant, place, last int) Rank {
	r := Rank{ID: e.ID, Place: place}
	code := PrizeBeyond
	switch {
	case e.Score.Cmp(p.Least) < 0:
		code = PrizeBelow
	case last <= p.Places:
		r.Wins, code = true, PrizeWon
	case place <= p.Places && p.Ties == NoneWin:
		code = PrizeTiedOut
	case place <= p.Places:
		r.Wins, code = true, PrizeTied
	}
	if r.Wins {
		r.Amount = p.Amount
	}
	r.Reason = problems.Reason(code, rule.With("score", rule.Num(e.Score, rule.Point)), rule.With("place", rule.Int(int64(place), 0)),
		rule.With("places", rule.Int(int64(p.Places), 0)), rule.With("least", rule.Num(p.Least, rule.Point)),
		rule.With("equals", rule.Int(int64(last-place+1), 0))).
		Gives(rule.Given, r.Amount.Value()).From(p.Source, p.Status)
	return r
}

// Request returns what a winner asks a scheme to pay.
func (r Rank) Request(organization string, where org.Territory) funding.Request {
	return funding.Request{ID: r.ID, Organization: organization, Territory: where, Asked: r.Amount}
}

// AllTies returns every rule for ties.
func AllTies() []Ties { return ties.Values() }

// Valid tells whether the rule is stated.
func (t Ties) Valid() bool { return ties.Valid(t) }

// String returns the stable text form.
func (t Ties) String() string { return ties.Text(t) }

// Label returns the rule in the reader's language.
func (t Ties) Label(tag language.Tag) string { return ties.Label(t, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (t Ties) MarshalText() ([]byte, error) { return ties.Marshal(t) }

// UnmarshalText reads the stable text form; anything else is an error.
func (t *Ties) UnmarshalText(text []byte) error { return ties.Unmarshal(t, text) }
