package platform_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/org/rule"
)

// sparse makes up as many offers as needs, ten of which fit each need. A need
// can be met on two days, an offer is there on one, five offers a day: the
// market is one chain that does not fall into parts.
func sparse(size int) platform.Lists {
	random := rand.New(rand.NewPCG(uint64(size), 7))
	var l platform.Lists
	for i := range size {
		day := rule.Day(2015, 1, 1).AddDays(i / 5)
		n := need("n"+strconv.Itoa(100_000+i), 1, 1+random.Int64N(100))
		n.Window = rule.Period{From: day, Until: day.AddDays(2)}
		n.Prefers = []platform.Preference{{If: rule.IsOneOf("by", rule.Word("citizen")), Points: 1 + random.Int64N(50)}}
		o := offer("o"+strconv.Itoa(100_000+i), 1)
		o.Window = rule.Period{From: day, Until: day.AddDays(1)}
		o.By = platform.Parties()[random.IntN(5)]
		o.Prefers = []platform.Preference{{If: rule.IsOneOf("by", rule.Word("organization")), Points: 1 + random.Int64N(50)}}
		l.Needs, l.Offers = append(l.Needs, n), append(l.Offers, o)
	}
	return l
}

func BenchmarkMatch(b *testing.B) {
	for _, size := range []int{200, 2_000, 20_000} {
		for _, objective := range platform.Objectives() {
			b.Run(strconv.Itoa(size)+"x"+strconv.Itoa(size)+"/"+objective.String(), func(b *testing.B) {
				p, err := platform.New(sparse(size))
				require.NoError(b, err)
				b.ReportAllocs()
				fits := 0
				for b.Loop() {
					r, err := p.Match(objective, rule.Date{})
					require.NoError(b, err)
					fits = 0
					for _, n := range r.Needs {
						fits += n.Fits
					}
				}
				b.ReportMetric(float64(fits)/float64(size), "fits/need")
			})
		}
	}
}
