package whatif

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org"
)

// Group is how the rows of one key are graded and what they are paid.
type Group struct {
	Key    string          `json:"key"`
	Rows   int             `json:"rows"`
	Counts []int           `json:"counts"` // by class, best first
	Barred int             `json:"barred"`
	Bill   decimal.Decimal `json:"bill"` // in yuan
}

// Distribute counts a batch by class within the groups of a key, such as a
// sector or a territory, in the order of the keys.
func Distribute(b *grading.Batch, key func(row int) string) []Group {
	place := map[string]int{}
	groups := []Group{}
	bills := []int64{}
	for row, class := range b.Classes {
		k := key(row)
		i, known := place[k]
		if !known {
			i = len(groups)
			place[k] = i
			groups = append(groups, Group{Key: k, Counts: make([]int, len(b.Totals))})
			bills = append(bills, 0)
		}
		groups[i].Rows++
		if class < 0 {
			groups[i].Barred++
		} else {
			groups[i].Counts[class]++
		}
		bills[i] += b.Payable[row].Fen()
	}
	for i := range groups {
		groups[i].Bill = decimal.New(bills[i], -2)
	}
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Compare(a.Key, b.Key) })
	return groups
}

// ByTerritory is the key of the territory at a level; the territory itself
// where it has none at that level.
func ByTerritory(where func(row int) org.Territory, level org.Level) func(row int) string {
	return func(row int) string {
		t := where(row)
		if at, ok := t.At(level); ok {
			return at.String()
		}
		return t.String()
	}
}
