package receipt

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// schema names the documents that hold a receipt.
const schema = "settlement/1"

// Receipt is a settlement as data (核定结果): every amount with its reasons in
// short, and what went in, as digests. Awards stand in the order of the request
// ids.
type Receipt struct {
	Scheme         string      `json:"scheme"` // its id
	Status         rule.Status `json:"status"`
	SchemeDigest   string      `json:"scheme_digest"`
	RequestsDigest string      `json:"requests_digest"`
	Awards         []Award     `json:"awards"`
	Accounts       []Account   `json:"accounts"` // in the order of the scheme
}

// Award is what one request receives.
type Award struct {
	Request string        `json:"request"`
	Asked   funding.Money `json:"asked"`
	Cells   []Cell        `json:"cells"` // in the order of the scheme's sources
	Total   funding.Money `json:"total"`
	Unmet   funding.Money `json:"unmet"`
}

// Cell is what one source pays for one request, and why: the steps lead from
// the rule to the amount.
type Cell struct {
	Source string         `json:"source"`
	Steps  []funding.Step `json:"steps"`
	Amount funding.Money  `json:"amount"`
}

// Account is what became of one source.
type Account struct {
	Source  string          `json:"source"`
	Kind    funding.Kind    `json:"kind"`
	Budget  *funding.Money  `json:"budget,omitempty"` // none for no limit
	Claimed decimal.Decimal `json:"claimed"`          // in yuan
	Paid    funding.Money   `json:"paid"`
	In      funding.Money   `json:"in,omitzero"`
	Out     funding.Money   `json:"out,omitzero"`
	Left    *funding.Money  `json:"left,omitempty"`
	Short   bool            `json:"short"`
}

// Of returns the receipt of a settlement.
func Of(s *funding.Settlement) (Receipt, error) {
	scheme := s.Scheme()
	requests := make([]funding.Request, s.Len())
	for i := range requests {
		requests[i] = s.Request(i)
	}
	r := Receipt{Scheme: scheme.ID, Status: scheme.Status, Awards: make([]Award, len(requests))}
	var err error
	if r.SchemeDigest, err = SchemeDigest(scheme); err != nil {
		return Receipt{}, err
	}
	if r.RequestsDigest, err = RequestsDigest(requests); err != nil {
		return Receipt{}, err
	}
	for i := range requests {
		a := s.Award(i)
		r.Awards[i] = Award{Request: a.Request, Asked: a.Asked, Cells: make([]Cell, len(a.Cells)), Total: a.Total, Unmet: a.Unmet}
	}
	for j := range scheme.Sources {
		for i, steps := range s.Steps(j) {
			r.Awards[i].Cells[j] = Cell{Source: scheme.Sources[j].ID, Steps: slices.Clone(steps), Amount: s.Cell(i, j)}
		}
	}
	slices.SortFunc(r.Awards, func(a, b Award) int { return cmp.Compare(a.Request, b.Request) })
	for _, a := range s.Accounts() {
		r.Accounts = append(r.Accounts, Account(a))
	}
	return r, nil
}

// SchemeDigest returns the SHA-256 of a scheme's JSON, in hexadecimal.
func SchemeDigest(s funding.Scheme) (string, error) { return digest(s) }

// RequestsDigest returns the SHA-256 of the requests' JSON in the order of
// their ids, in hexadecimal.
func RequestsDigest(requests []funding.Request) (string, error) {
	sum := sha256.New()
	enc := json.NewEncoder(sum) // one on a line
	for _, i := range byID(requests) {
		if err := enc.Encode(&requests[i]); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Digest returns the SHA-256 of the receipt's JSON without white space, its
// fields in their order, in hexadecimal.
func (r Receipt) Digest() (string, error) { return digest(r) }

func digest(v any) (string, error) {
	sum := sha256.New()
	if err := json.NewEncoder(sum).Encode(v); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Encode writes the receipt as an indented JSON document, {"schema":
// "settlement/1", "data": …}.
func Encode(r Receipt) ([]byte, error) { return rule.Encode(schema, r) }

// Decode reads what [Encode] wrote, strictly. Whether it is true is for
// [Receipt.Verify] to say.
func Decode(data []byte) (Receipt, error) {
	var r Receipt
	if err := rule.DecodeAs(schema, data, &r); err != nil {
		return Receipt{}, err
	}
	return r, nil
}

// byID returns the places of the requests in the order of their ids.
func byID(requests []funding.Request) []int {
	order := make([]int, len(requests))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(requests[a].ID, requests[b].ID) })
	return order
}
