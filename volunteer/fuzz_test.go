package volunteer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/sancheng-go/sancheng/volunteer"
)

// FuzzParseIdentity: what is read is given back, its parts are its own
// digits, one digit changed is not read as the same, and no fault quotes it.
func FuzzParseIdentity(f *testing.F) {
	for _, seed := range []string{known, female, "", "110105190002290029", "1****************X", "11010519491231002x", "三三零二一一"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := volunteer.ParseIdentity(s)
		if err != nil {
			assert.True(t, id.IsZero())
			if len(s) > 12 {
				assert.NotContains(t, err.Error(), s)
			}
			return
		}
		assert.Equal(t, strings.ToUpper(s), id.Reveal())
		assert.Equal(t, s[6:14], strings.ReplaceAll(id.Birth().String(), "-", ""))
		assert.Equal(t, s[:6], id.Division())
		for i := range 17 {
			other := []byte(s)
			other[i] = '0' + (other[i]-'0'+1)%10
			_, err := volunteer.ParseIdentity(string(other))
			assert.Error(t, err, "the check character finds one wrong digit")
		}
	})
}

// FuzzParseMoment: what is read and written again is the same moment.
func FuzzParseMoment(f *testing.F) {
	for _, seed := range []string{"2015-04-21T09:30+08:00", "2015-04-20T17:00Z", "2015-04-21T24:00+08:00", "2015-04-21T09:30"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := volunteer.ParseMoment(s)
		if err != nil {
			assert.True(t, m.IsZero())
			return
		}
		again, err := volunteer.ParseMoment(m.String())
		assert.NoError(t, err)
		assert.Equal(t, m, again)
		if later := m.Add(1441); !later.IsZero() {
			assert.Equal(t, m, later.Add(-1441))
			assert.Equal(t, 1441, later.Since(m))
		}
	})
}
