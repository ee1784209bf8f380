package sancheng_test

import (
	"encoding"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/charity/duty"
	"github.com/sancheng-go/sancheng/charity/fund"
	"github.com/sancheng-go/sancheng/charity/micro"
	charitynetwork "github.com/sancheng-go/sancheng/charity/network"
	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/funding/apportion"
	"github.com/sancheng-go/sancheng/funding/bridging"
	"github.com/sancheng-go/sancheng/funding/purchase"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/award"
	"github.com/sancheng-go/sancheng/grading/eligibility"
	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/due"
	"github.com/sancheng-go/sancheng/org/linkage"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/post"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

// enums is every enumeration of the library.
func enums() []enumeration {
	return []enumeration{
		enum(charity.AccountKinds), enum(charity.Excesses), enum(charity.Kinds), enum(charity.Modes), enum(charity.Stages), enum(charity.Zeros),
		enum(duty.Bases), enum(duty.Forms),
		enum(fund.AccountKinds), enum(fund.Founders), enum(fund.Kinds), enum(fund.Rests), enum(fund.States),
		enum(micro.Acts), enum(micro.Approvers), enum(micro.Stages),
		enum(charitynetwork.Acts), enum(charitynetwork.Hosts), enum(charitynetwork.Kinds),
		enum(platform.Objectives), enum(platform.Parties), enum(platform.Resources),
		enum(funding.Kinds), enum(funding.Methods), enum(funding.Parts), enum(funding.Points), enum(funding.Shortages),
		enum(venture.Channels),
		enum(vote.Methods), enum(vote.Satisfactions),
		enum(analysis.Goals), enum(analysis.Parameters), enum(apportion.Methods),
		enum(funding.Pers),
		enum(bridging.DayCounts), enum(purchase.Bodies), enum(purchase.Kinds), enum(purchase.Stages), enum(purchase.Subjects), enum(specialfund.Kinds), enum(specialfund.Uses),
		enum(grading.Absents), enum(grading.Measurings), enum(grading.Methods), enum(grading.Outcomes), enum(grading.Readings), enum(grading.Voids),
		enum(award.AllTies), enum(award.MonthRules), enum(award.Occasions), enum(award.Payings), enum(award.Turns),
		enum(eligibility.Checks),
		enum(life.Events), enum(life.Grounds), enum(life.Stages), enum(life.Standings),
		enum(org.Acts), enum(org.Dimensions), enum(org.IdentifierKinds), enum(org.Kinds), enum(org.Levels), enum(org.Moves), enum(org.Relations), enum(org.Sectors), enum(org.States), enum(org.Tracks),
		enum(due.Occasions), enum(due.Standings),
		enum(post.Ranks), enum(post.Roles), enum(post.Services),
		enum(regime.Categories), enum(regime.Outcomes),
		enum(rule.Lengths), enum(rule.Modes), enum(rule.Ops), enum(rule.Precisions), enum(rule.Statuses), enum(rule.Types), enum(rule.Units), enum(rule.Verdicts),
		enum(linkage.Kinds), enum(linkage.Parties),
		enum(network.Kinds), enum(network.Lines), enum(network.Purposes),
		enum(base.Acts), enum(base.Classes), enum(base.Functions), enum(base.Standings),
		enum(association.Instruments), enum(association.Sanctions),
		enum(council.Ballots), enum(council.Bases), enum(council.Forms),
		enum(volunteer.Classes), enum(volunteer.Weekdays),
		enum(honour.Measures),
		enum(hours.Kinds),
		enum(insurance.Kinds),
		enum(talent.Fields), enum(talent.Tiers),
	}
}

// member is what a value of an enumeration does.
type member interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	Valid() bool
	Label(language.Tag) string
}

// enumeration is an enumerated type, by its name in the module, and the check
// that it keeps the promises of all.
type enumeration struct {
	name  string
	check func(*testing.T)
}

func enum[T member, P interface {
	*T
	encoding.TextUnmarshaler
}](values func() []T) enumeration {
	typ := reflect.TypeFor[T]()
	name := strings.TrimPrefix(typ.PkgPath(), module+"/") + "." + typ.Name()
	return enumeration{name, func(t *testing.T) {
		require.NotEmpty(t, values())
		seen := map[string]bool{}
		for i, v := range values() {
			assert.Equal(t, uint64(i+1), reflect.ValueOf(v).Uint(), "values run on from 1")
			assert.True(t, v.Valid())
			assert.Regexp(t, `^([a-z0-9]+(-[a-z0-9]+)*|X)$`, v.String(), "stable text")
			text, err := v.MarshalText()
			require.NoError(t, err)
			assert.Equal(t, v.String(), string(text))
			var back T
			require.NoError(t, P(&back).UnmarshalText(text))
			assert.Equal(t, v, back)
			for _, label := range []string{v.String(), "zh " + v.Label(language.Chinese), "en " + v.Label(language.English)} {
				assert.NotContains(t, []string{"", "zh ", "en "}, label, v.String())
				assert.False(t, seen[label], "%q twice", label)
				seen[label] = true
			}
		}
		values()[0] = values()[len(values())-1]
		assert.Equal(t, uint64(1), reflect.ValueOf(values()[0]).Uint(), "the list is a copy")

		outside := slices.Clone(values()[:1])
		reflect.ValueOf(&outside[0]).Elem().SetUint(uint64(len(values()) + 1))
		for _, v := range append(outside, *new(T)) {
			assert.False(t, v.Valid())
			assert.Empty(t, v.String())
			_, err := v.MarshalText()
			require.Error(t, err)
			assert.Equal(t, "未说明", v.Label(language.Chinese))
			assert.Equal(t, "not stated", v.Label(language.English))
		}
		for _, unknown := range []string{"", "unknown", values()[0].String() + "-", " " + values()[0].String()} {
			target := values()[0]
			require.ErrorIs(t, P(&target).UnmarshalText([]byte(unknown)), rule.EnumUnknown)
			assert.Equal(t, values()[0], target, "the target stays as it was")
		}
	}}
}

func TestEnums(t *testing.T) {
	t.Parallel()
	for _, e := range enums() {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			e.check(t)
		})
	}
}

func TestEveryEnumIsTested(t *testing.T) {
	t.Parallel()
	declared := map[string]bool{}
	for _, r := range readHouse(t).rooms {
		for _, name := range r.types.Scope().Names() {
			v, ok := r.types.Scope().Lookup(name).(*types.Var)
			if !ok {
				continue
			}
			if table, is := named(v.Type(), "org/rule", "Enum"); is {
				value := types.TypeString(table.TypeArgs().At(0), nil)
				declared[strings.TrimPrefix(value, module+"/")] = true
			}
		}
	}
	for _, e := range enums() {
		assert.True(t, declared[e.name], "%s is no enumeration", e.name)
		delete(declared, e.name)
	}
	assert.Empty(t, declared, "enumerations that are not in the table of this test")
}
