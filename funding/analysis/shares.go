package analysis

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Share is what one source, part or group of requests has of all that is paid.
type Share struct {
	Key      string          `json:"key"`
	Label    rule.Text       `json:"label"`
	Requests int             `json:"requests"` // that receive something of it, or belong to it
	Paid     decimal.Decimal `json:"paid"`     // yuan
	Of       rule.Value      `json:"of"`       // all that is paid, as a percentage; none where nothing is
}

// BySource returns the share of each source, in the order of the scheme.
func BySource(s *funding.Settlement) []Share {
	_, paid, _ := s.Totals()
	shares := make([]Share, len(s.Scheme().Sources))
	for j, source := range s.Scheme().Sources {
		shares[j] = Share{Key: source.ID, Label: source.Title}
		for i := range s.Len() {
			if cell := s.Cell(i, j); cell.Sign() > 0 {
				shares[j].Requests++
				shares[j].Paid = shares[j].Paid.Add(cell.Decimal())
			}
		}
		shares[j].Of = rule.Ratio(shares[j].Paid, paid, rule.Percent)
	}
	return shares
}

// ByPart returns the shares of the three parts of the "1+3+X" model.
func ByPart(s *funding.Settlement) []Share {
	_, paid, _ := s.Totals()
	var shares []Share
	for _, part := range funding.Parts() {
		share := Share{Key: part.String(), Label: rule.Words(part.Label(language.Chinese), part.Label(language.English))}
		for i := range s.Len() {
			of := decimal.Decimal{}
			for j, source := range s.Scheme().Sources {
				if source.Kind.Part() == part {
					of = of.Add(s.Cell(i, j).Decimal())
				}
			}
			if of.Sign() > 0 {
				share.Requests++
				share.Paid = share.Paid.Add(of)
			}
		}
		share.Of = rule.Ratio(share.Paid, paid, rule.Percent)
		shares = append(shares, share)
	}
	return shares
}

// By returns the share of each group of requests, in the order of their keys.
func By(s *funding.Settlement, grouping Grouping) []Share {
	_, paid, _ := s.Totals()
	facts := s.Scheme().Facts
	groups := map[string]*Share{}
	for i := range s.Len() {
		r := s.Request(i)
		key, label := grouping.of(&r, facts)
		share := groups[key]
		if share == nil {
			share = &Share{Key: key, Label: label}
			groups[key] = share
		}
		share.Requests++
		share.Paid = share.Paid.Add(total(s, i).Decimal())
	}
	shares := make([]Share, 0, len(groups))
	for _, share := range groups {
		share.Of = rule.Ratio(share.Paid, paid, rule.Percent)
		shares = append(shares, *share)
	}
	slices.SortFunc(shares, func(a, b Share) int { return compareKeys(a.Key, b.Key) })
	return shares
}

// compareKeys orders keys as text; requests without a key come last.
func compareKeys(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// Grouping says which requests belong together. The zero Grouping puts all in
// one.
type Grouping struct {
	key func(r *funding.Request, facts rule.Vocabulary) (string, rule.Text)
}

func (g Grouping) of(r *funding.Request, facts rule.Vocabulary) (key string, label rule.Text) {
	if g.key == nil {
		return "", rule.Words("全部", "all")
	}
	if key, label = g.key(r, facts); key == "" {
		return "", rule.Words("未说明", "not stated")
	}
	return key, label
}

// ByTerritory groups requests by the territory of a level they come from: by
// town, by village.
func ByTerritory(level org.Level) Grouping {
	return Grouping{func(r *funding.Request, _ rule.Vocabulary) (string, rule.Text) {
		at, ok := r.Territory.At(level)
		if !ok {
			return "", rule.Text{}
		}
		return at.String(), rule.Words(at.String(), at.String())
	}}
}

// ByFact groups requests by a fact they state, such as their class, or by one
// of their own figures such as the organization. Terms of the scheme's
// vocabulary are labelled as it says.
func ByFact(name string) Grouping {
	return Grouping{func(r *funding.Request, facts rule.Vocabulary) (string, rule.Text) {
		value, ok := r.Fact(name)
		if !ok {
			return "", rule.Text{}
		}
		key := value.In(language.English)
		for _, term := range facts[name].Terms {
			if term.Name == key {
				return key, term.Label
			}
		}
		return key, rule.Words(value.In(language.Chinese), key)
	}}
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.SortedFunc(maps.Keys(m), compareKeys)
}
