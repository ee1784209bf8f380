package association

import (
	"cmp"
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Signature is a member's name under a pledge (责任状), and for how long.
type Signature struct {
	Member     string      `json:"member"`
	Obligation string      `json:"obligation"`
	Period     rule.Period `json:"period"`
}

// Breach is one breach of an obligation, and what proves it.
type Breach struct {
	Member     string    `json:"member"`
	Obligation string    `json:"obligation"`
	On         rule.Date `json:"on"`
	Evidence   string    `json:"evidence"`
}

// Claim is a member's claim to be certified: facts, and for each the document
// that proves it.
type Claim struct {
	Member   string            `json:"member"`
	On       rule.Date         `json:"on"`
	Facts    rule.FactMap      `json:"facts"`
	Evidence map[string]string `json:"evidence,omitempty"` // documents by fact
}

// Records is what an association keeps of its members' conduct.
type Records struct {
	Association string      `json:"association"`
	Convention  Convention  `json:"convention"`
	Signatures  []Signature `json:"signatures,omitempty"`
	Breaches    []Breach    `json:"breaches,omitempty"`
	Claims      []Claim     `json:"claims,omitempty"`
}

// Book is an association's records, checked. Build it with [NewBook].
type Book struct {
	roll     *Roll
	records  Records
	ladder   band.Table[Sanction]
	signed   map[string][]Signature // by member
	breaches map[string][]Breach    // by member, then day and obligation
	claims   map[string][]Claim     // by member, then day
}

// NewBook checks an association's records against the roll, in whatever order
// they come. Problems, all at once: those of the convention, an association
// nobody is a member of, entries of persons who were no members on the day,
// obligations that there are not or that are no pledge, signatures that
// overlap, breaches without evidence, facts that the certification does not
// know, and two claims of a member on one day.
func NewBook(roll *Roll, records Records) (*Book, error) {
	var found rule.Problems
	found.Nest("convention", records.Convention.Validate())
	if _, ok := slices.BinarySearch(roll.associations, records.Association); !ok {
		found.Add(problems.Problem("association", Unknown, rule.With("id", rule.Quoted(records.Association))))
	}
	b := &Book{roll: roll, records: records, signed: map[string][]Signature{}, breaches: map[string][]Breach{}, claims: map[string][]Claim{}}
	b.sign(&found)
	b.breach(&found)
	b.claim(&found)
	if len(found) > 0 {
		return nil, found.Err()
	}
	var err error
	b.ladder, err = records.Convention.ladder()
	return b, err
}

// Convention returns the rules the records are kept by.
func (b *Book) Convention() Convention { return b.records.Convention }

// member reports an entry of somebody who is no member on the day.
func (b *Book) member(path, member string, on rule.Date) error {
	var found rule.Problems
	if on.IsZero() {
		found.Add(problems.Problem(path, rule.Required))
	} else if !b.roll.Has(b.records.Association, member, on) {
		found.Add(problems.Problem("member", NotMember, rule.With("member", rule.Quoted(member)), rule.With("on", rule.On(on))))
	}
	return found.Err()
}

func (b *Book) sign(found *rule.Problems) {
	rows := map[Signature][]int{}
	for i, s := range b.records.Signatures {
		path := rule.At("signatures", i)
		found.Nest(path, b.member("period.from", s.Member, s.Period.From))
		found.Nest(path+".period", s.Period.Validate())
		switch o, ok := b.records.Convention.obligation(s.Obligation); {
		case !ok:
			found.Add(problems.Problem(path+".obligation", ObligationNone, rule.With("id", rule.Quoted(s.Obligation))))
		case o.Instrument != Pledge:
			found.Add(problems.Problem(path+".obligation", NoPledge, rule.With("id", rule.Quoted(s.Obligation))))
		}
		key := Signature{Member: s.Member, Obligation: s.Obligation}
		for _, j := range rows[key] {
			if b.records.Signatures[j].Period.Overlaps(s.Period) {
				found.Add(problems.Problem(path+".period", SignedTwice, rule.With("first", rule.Int(int64(j), 0))))
			}
		}
		rows[key] = append(rows[key], i)
		b.signed[s.Member] = append(b.signed[s.Member], s)
	}
}

func (b *Book) breach(found *rule.Problems) {
	for i, x := range b.records.Breaches {
		path := rule.At("breaches", i)
		found.Nest(path, b.member("on", x.Member, x.On))
		if _, ok := b.records.Convention.obligation(x.Obligation); !ok {
			found.Add(problems.Problem(path+".obligation", ObligationNone, rule.With("id", rule.Quoted(x.Obligation))))
		}
		if x.Evidence == "" {
			found.Add(problems.Problem(path+".evidence", rule.Required))
		}
		b.breaches[x.Member] = append(b.breaches[x.Member], x)
	}
	for _, list := range b.breaches {
		slices.SortFunc(list, func(x, y Breach) int {
			return cmp.Or(x.On.Compare(y.On), cmp.Compare(x.Obligation, y.Obligation), cmp.Compare(x.Evidence, y.Evidence))
		})
	}
}

func (b *Book) claim(found *rule.Problems) {
	known := b.records.Convention.Qualification.Facts
	for i, c := range b.records.Claims {
		path := rule.At("claims", i)
		found.Nest(path, b.member("on", c.Member, c.On))
		for _, name := range slices.Sorted(maps.Keys(c.Facts)) {
			if _, ok := known[name]; !ok {
				found.Add(problems.Problem(path+".facts", FactForeign, rule.With("fact", rule.Quoted(name))))
			}
		}
		for _, other := range b.claims[c.Member] {
			if other.On == c.On {
				found.Add(problems.Problem(path+".on", ClaimTwice, rule.With("member", rule.Quoted(c.Member)), rule.With("on", rule.On(c.On))))
			}
		}
		b.claims[c.Member] = append(b.claims[c.Member], c)
	}
	for _, list := range b.claims {
		slices.SortFunc(list, func(x, y Claim) int { return x.On.Compare(y.On) })
	}
}

// Unsigned returns the members who have not signed a pledge on a day, by id;
// none for an obligation that is no pledge.
func (b *Book) Unsigned(obligation string, on rule.Date) []string {
	var out []string
	if o, ok := b.records.Convention.obligation(obligation); !ok || o.Instrument != Pledge {
		return nil
	}
	for _, member := range b.roll.Members(b.records.Association, on) {
		if !b.hasSigned(member, obligation, on) {
			out = append(out, member)
		}
	}
	return out
}

func (b *Book) hasSigned(member, obligation string, on rule.Date) bool {
	return slices.ContainsFunc(b.signed[member], func(s Signature) bool { return s.Obligation == obligation && s.Period.Contains(on) })
}
