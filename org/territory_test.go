package org_test

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseTerritory(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, out string
		level   org.Level
	}{
		{"33", "33", org.Province},
		{"3302", "3302", org.City},
		{"330200", "3302", org.City},
		{"330211", "330211", org.District},
		{"330211000000", "330211", org.District},
		{"330211001", "330211001", org.Town},
		{"330211001002", "330211001002", org.Village},
		{"441900003", "441900003", org.Town},
	} {
		got, err := org.ParseTerritory(c.in)
		require.NoError(t, err, c.in)
		assert.Equal(t, c.out, got.String())
		assert.Equal(t, c.level, got.Level())
	}
	for _, bad := range []string{"", "3", "330", "33021", "00", "001234", "010000", "33021A", "3302110010", "３３", "-3", "3302110010011", "330211 01"} {
		_, err := org.ParseTerritory(bad)
		assert.ErrorIs(t, err, org.TerritorySyntax, bad)
	}
}

func TestTerritoryNesting(t *testing.T) {
	t.Parallel()
	village := org.Area("330211001002")
	town, ok := village.Parent()
	assert.True(t, ok)
	assert.Equal(t, org.Area("330211001"), town)
	district, ok := village.At(org.District)
	assert.True(t, ok)
	assert.Equal(t, org.Area("330211"), district)
	_, ok = district.At(org.Town)
	assert.False(t, ok)
	assert.True(t, district.Contains(village))
	assert.True(t, district.Contains(district))
	assert.False(t, town.Contains(district))
	assert.False(t, org.Territory{}.Contains(village))
	assert.False(t, district.Contains(org.Territory{}))
	assert.False(t, org.Area("330212").Contains(village))
	_, ok = org.Area("33").Parent()
	assert.False(t, ok)
	assert.Zero(t, org.Territory{}.Level())

	noDistrict := org.Area("441900003")
	_, ok = noDistrict.At(org.District)
	assert.False(t, ok)
	up, ok := noDistrict.Parent()
	assert.True(t, ok)
	assert.Equal(t, org.Area("4419"), up)
	assert.Negative(t, district.Compare(town))
}

func TestContainsAllocatesNothing(t *testing.T) { //nolint:paralleltest // counts allocations
	district, village := org.Area("330211"), org.Area("330211001002")
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = district.Contains(village) }))
}

// The towns of Ningbo, as published in 2023, all nest as their file says.
func TestNingboTowns(t *testing.T) {
	t.Parallel()
	file, err := os.Open("testdata/ningbo_streets_2023.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	zhenhai := 0
	for _, row := range rows[1:] {
		town, err := org.ParseTerritory(row[0])
		require.NoError(t, err)
		require.Equal(t, org.Town, town.Level(), row[0])
		for i, level := range map[int]org.Level{2: org.District, 3: org.Province, 4: org.City} {
			up, ok := town.At(level)
			require.True(t, ok)
			require.Equal(t, row[i], up.String())
		}
		if org.Area("330211").Contains(town) {
			zhenhai++
		}
	}
	assert.Equal(t, 7, zhenhai)
}

func TestTerritoryText(t *testing.T) {
	t.Parallel()
	var in struct {
		At org.Territory `json:"at"`
	}
	require.NoError(t, rule.Decode([]byte(`{"at":"330211"}`), &in))
	assert.Equal(t, org.Area("330211"), in.At)
	assert.ErrorIs(t, rule.Decode([]byte(`{"at":"33021"}`), &in), org.TerritorySyntax)
	assert.Equal(t, org.Area("330211"), in.At)
	require.NoError(t, rule.Decode([]byte(`{"at":""}`), &in))
	assert.True(t, in.At.IsZero())
}
