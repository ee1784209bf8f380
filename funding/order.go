package funding

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// compareIDs orders ids as text, byte by byte.
func compareIDs(a, b string) int { return strings.Compare(a, b) }

// byID returns a copy of the requests in the order of their ids, equal ids in
// the order given, and where each was given; nil where that is the order given.
func byID(requests []Request) ([]Request, []int32) {
	common, sorted := "", true
	for i := range requests {
		id := requests[i].ID
		if i == 0 {
			common = id
			continue
		}
		sorted = sorted && compareIDs(requests[i-1].ID, id) <= 0
		for !strings.HasPrefix(id, common) {
			common = common[:len(common)-1]
		}
	}
	if sorted {
		return slices.Clone(requests), nil
	}
	// Most ids are told apart by the eight bytes behind what all have in
	// common, which are compared as one number.
	type key struct {
		start uint64
		i     int32
	}
	keys := make([]key, len(requests))
	for i := range requests {
		var start [8]byte
		copy(start[:], requests[i].ID[len(common):])
		keys[i] = key{binary.BigEndian.Uint64(start[:]), int32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		return cmp.Or(compareIDs(requests[a.i].ID, requests[b.i].ID), cmp.Compare(a.i, b.i))
	})
	byID, order := make([]Request, len(keys)), make([]int32, len(keys))
	for k := range keys {
		order[k] = keys[k].i
		byID[k] = requests[keys[k].i]
	}
	return byID, order
}

// inverse returns for each request given its place by id; nil for nil.
func inverse(order []int32) []int32 {
	if order == nil {
		return nil
	}
	places := make([]int32, len(order))
	for k, i := range order {
		places[i] = int32(k)
	}
	return places
}

// place is a request's place by id and what ranks it before others.
type place struct {
	rank int64
	k    int32
}

// byRank sorts places by rank, the lowest first, and by id.
func byRank(places []place) {
	slices.SortFunc(places, func(a, b place) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return cmp.Compare(a.k, b.k)
	})
}

const (
	maxScore       = 100_000
	maxScoreDigits = 6
	scorePoint     = 1_000_000 // a point in millionths
)

// scaledScore returns a score in millionths, and false for one that is
// negative, above 100,000 or has more than six decimals.
func scaledScore(d decimal.Decimal) (int64, bool) {
	exponent := d.Exponent()
	if exponent < -maxScoreDigits || exponent > 5 || d.NumDigits()+int(exponent) > 6 {
		return 0, false
	}
	score := d.CoefficientInt64()
	for ; exponent > -maxScoreDigits; exponent-- {
		score *= 10
	}
	return score, score >= 0 && score <= maxScore*scorePoint
}
