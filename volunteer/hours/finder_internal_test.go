package hours

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// TestFinderIsTheRegister: whoever is looked up many at a time has the place
// that the register gives, nobody has none, and it is the same where the table
// had to be given up.
func TestFinderIsTheRegister(t *testing.T) {
	t.Parallel()
	since := rule.Day(2014, 1, 1)
	var lists volunteer.Lists
	for i := range 3_000 {
		lists.People = append(lists.People, volunteer.Person{
			ID: "v" + strconv.Itoa(i*7919%100_003), Name: "虚构志愿者", Consent: volunteer.Consent{Given: since},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(since)}},
		})
	}
	register, err := volunteer.NewRegister(lists)
	require.NoError(t, err)
	register, standIn, err := register.Erase(lists.People[5].ID)
	require.NoError(t, err)
	for _, slots := range []bool{true, false} {
		f := newFinder(register)
		require.NotNil(t, f.slots)
		if !slots {
			f.slots = nil
		}
		entries := []Entry{{Person: standIn}, {Person: ""}, {Person: lists.People[5].ID}}
		for i := range 100_003 {
			entries = append(entries, Entry{Person: "v" + strconv.Itoa(i)})
		}
		found := 0
		for ; len(entries) > 0; entries = entries[min(batch, len(entries)):] {
			var places [batch]int32
			some := entries[:min(batch, len(entries))]
			f.find(some, places[:len(some)])
			for i, e := range some {
				place, ok := register.Place(e.Person)
				if !ok {
					place = -1
				}
				assert.Equal(t, int32(place), places[i], e.Person)
				if ok {
					found++
				}
			}
		}
		assert.Equal(t, 3_000, found)
	}
}
