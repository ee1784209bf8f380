package funding

import (
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Per says which requests a limit counts together.
type Per uint8

// The groups.
const (
	PerOrganization     Per = 1 + iota // 每家单位
	PerOrganizationYear                // 每家单位每年, by the year of the date of application
	PerTown                            // 每镇(街道)
	PerVillage                         // 每村(社区)
	PerYear                            // 每年, by the year of the date of application
)

var pers = rule.NewEnum[Per]("limit",
	rule.Named("organization", "每家单位", "per organization"),
	rule.Named("organization-year", "每家单位每年", "per organization and year"),
	rule.Named("town", "每镇(街道)", "per town (subdistrict)"),
	rule.Named("village", "每村(社区)", "per village (community)"),
	rule.Named("year", "每年", "per year"),
)

// Pers returns every group.
func Pers() []Per { return pers.Values() }

// Valid tells whether the group is stated.
func (p Per) Valid() bool { return pers.Valid(p) }

// String returns the stable text form.
func (p Per) String() string { return pers.Text(p) }

// Label returns the group in the reader's language.
func (p Per) Label(tag language.Tag) string { return pers.Label(p, tag) }

// MarshalText writes the stable text form; a group not stated is an error.
func (p Per) MarshalText() ([]byte, error) { return pers.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Per) UnmarshalText(text []byte) error { return pers.Unmarshal(p, text) }

// Limit is the most that a source pays for several requests together (限额):
// those of one organization, one territory, one year. Requests of a territory
// above the level of the limit count by their own territory. Limits apply one
// after the other, before the budget.
type Limit struct {
	Per    Per         `json:"per"`
	Most   Money       `json:"most"`
	Short  Shortage    `json:"short"` // how claims above it are cut
	Clause rule.Source `json:"clause,omitzero"`
}

// Envelope is a part of a source's budget that is set aside for some requests
// (分类额度、分片额度): those from a territory, of a category, or both. A
// request belongs to the first envelope that fits it; what of the budget is in
// no envelope is for all others.
type Envelope struct {
	ID        string         `json:"id"`
	Title     rule.Text      `json:"title"`
	Territory org.Territory  `json:"territory,omitzero"` // requests from here
	If        rule.Condition `json:"if,omitzero"`        // of which this holds
	Amount    Money          `json:"amount"`
}

// Carry is what of an unspent budget goes on to the same source of the next
// round (结转): a share of it, cut to the fen, up to an amount.
type Carry struct {
	Share decimal.Decimal `json:"share"`
	Most  *Money          `json:"most,omitempty"`
}

// maxEnvelopes bounds the envelopes and the limits of one source.
const maxEnvelopes = 1000

// validateMoney checks budget, envelopes, limits and where unspent money goes.
// later is the sources by id whose turn comes later.
func (s *Source) validateMoney(facts rule.Vocabulary, later map[string]*Source) error {
	var found rule.Problems
	if len(s.Envelopes) > maxEnvelopes || len(s.Limits) > maxEnvelopes {
		return problems.Problem("envelopes", TooManyEnvelopes, rule.With("most", rule.Int(maxEnvelopes, 0)))
	}
	if s.Budget != nil {
		found.Add(negative("budget", *s.Budget))
	}
	switch bounded := s.Budget != nil || len(s.Envelopes) > 0; {
	case bounded && !s.Short.Valid():
		found.Add(problems.Problem("short", rule.Required))
	case !bounded && s.Short.Valid():
		found.Add(problems.Problem("short", ShortWithoutBudget))
	}
	for i, l := range s.Limits {
		path := "limits" + at(i)
		if !l.Per.Valid() {
			found.Add(problems.Problem(path+".per", rule.Required))
		}
		found.Add(negative(path+".most", l.Most))
		if !l.Short.Valid() {
			found.Add(problems.Problem(path+".short", rule.Required))
		}
	}
	found.Nest("", s.validateEnvelopes(facts))
	if s.Pool && len(s.Envelopes) == 0 {
		found.Add(problems.Problem("pool", PoolWithoutEnvelopes))
	}
	if s.Carry != nil {
		found.Nest("carry.share", validRatio(s.Carry.Share, decimal.NewFromInt(1)))
		if s.Carry.Most != nil {
			found.Add(negative("carry.most", *s.Carry.Most))
		}
	}
	if (s.Next != "" || s.Carry != nil) && s.Budget == nil {
		found.Add(problems.Problem("budget", rule.Required))
	}
	if s.Next != "" && s.Carry != nil {
		found.Add(problems.Problem("next", NextAndCarry))
	}
	if next, ok := later[s.Next]; s.Next != "" {
		switch {
		case !ok:
			found.Add(problems.Problem("next", NextNotLater, rule.With("id", rule.Quoted(s.Next))))
		case next.Budget == nil:
			found.Add(problems.Problem("next", NextUnlimited, rule.With("source", rule.Label(next.Title))))
		}
	}
	return found.Err()
}

func (s *Source) validateEnvelopes(facts rule.Vocabulary) error {
	var found rule.Problems
	ids := map[string]int{}
	sum := uint128{}
	for i, e := range s.Envelopes {
		path := "envelopes" + at(i)
		if first, twice := ids[e.ID]; e.ID == "" {
			found.Add(problems.Problem(path+".id", rule.Required))
		} else if twice {
			found.Add(problems.Problem(path+".id", EnvelopeTwice, rule.With("id", rule.Quoted(e.ID)), rule.With("first", rule.Int(int64(first), 0))))
		} else {
			ids[e.ID] = i
		}
		if e.Title.ZH == "" || e.Title.EN == "" {
			found.Add(problems.Problem(path+".title", rule.Required))
		}
		if !e.If.IsZero() {
			found.Nest(path+".if", e.If.Validate(facts))
		}
		if p := negative(path+".amount", e.Amount); p != nil {
			found.Add(p)
			continue
		}
		sum = sum.add(uint128{0, uint64(e.Amount.Fen())})
		for k, earlier := range s.Envelopes[:i] {
			if earlier.If.IsZero() && (earlier.Territory.IsZero() || earlier.Territory.Contains(e.Territory)) {
				found.Add(problems.Problem(path, EnvelopeUnreachable, rule.With("id", rule.Quoted(e.ID)), rule.With("first", rule.Int(int64(k), 0))))
				break
			}
		}
	}
	most := uint64(maxFen)
	if s.Budget != nil {
		most = s.Budget.magnitude()
	}
	if sum.above(most) {
		found.Add(problems.Problem("envelopes", EnvelopesAboveBudget,
			rule.With("sum", rule.Num(sum.decimal().Shift(-2), rule.Yuan)), rule.With("budget", Fen(int64(most)).Value())))
	}
	return found.Err()
}

// key is what the limit counts requests together by.
func (l *Limit) key(r *Request) string {
	year := strconv.Itoa(r.Date.Year())
	switch l.Per {
	case PerOrganization:
		return r.Organization
	case PerOrganizationYear:
		return year + " " + r.Organization
	case PerTown:
		return territoryAt(r.Territory, org.Town).String()
	case PerVillage:
		return territoryAt(r.Territory, org.Village).String()
	}
	return year
}

// territoryAt is the division of that level, or the territory itself where it
// lies above.
func territoryAt(t org.Territory, level org.Level) org.Territory {
	if up, ok := t.At(level); ok {
		return up
	}
	return t
}

// fits tells whether the request belongs to the envelope.
func (e *Envelope) fits(f *rowFacts) bool {
	if !e.Territory.IsZero() && !e.Territory.Contains(f.request.Territory) {
		return false
	}
	if e.If.IsZero() {
		return true
	}
	holds, _ := e.If.Holds(f)
	return holds
}
