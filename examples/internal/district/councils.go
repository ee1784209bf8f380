package district

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Council is a council and the filed organization whose body it is.
type Council struct {
	Organization string
	*council.Council
}

// makeCouncils seats the residents' associations and harmony councils. The
// fourth association has no property manager on it.
func makeCouncils() ([]Council, error) {
	var out []Council
	seat := func(id string, rules council.Rules, groups []string, n []int, since rule.Date) error {
		var seats []council.Seat
		for g, group := range groups {
			for i := range n[g] {
				seats = append(seats, council.Seat{Person: fmt.Sprintf("%s-%s-%d", id, group, i+1), Group: group, Period: rule.Since(since)})
			}
		}
		c, err := council.New(rules, seats)
		out = append(out, Council{id, c})
		return err
	}
	for i := range towns() {
		n := []int{2, 4, 2, 1}
		if i == 3 {
			n[3] = 0
		}
		if err := seat(fmt.Sprintf("self-governing-%d", i+1), council.ResidentsAssociation(), []string{"cadres", "residents", "owners", "managers"}, n, rule.Day(2013, 1, 1)); err != nil {
			return nil, err
		}
	}
	for i := range 3 {
		if err := seat(fmt.Sprintf("harmony-%d", i+1), council.HarmonyCouncil(), []string{"old", "new", "circles"}, []int{4, 4 + i, 3}, rule.Day(2013, 6, 1)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
