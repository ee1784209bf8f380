package main

import (
	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/rule"
)

// associations counts industry associations and their member enterprises, each
// of these once.
func (w *world) associations(f *fact) error {
	c := w.made.Roll.Count(w.asOf)
	f.exactly("associations", c.Associations, "association.Roll.Count", rule.Words("有会员的行业协会(商会)(虚构)", "industry associations with members (synthetic)"))
	f.exactly("members", c.Members, "association.Count.Members", rule.Words("会员企业,每家计一次(虚构)", "member enterprises, each once (synthetic)"))
	registered := w.count(org.Group{State: org.Registered, Kind: org.SocialGroup, Sector: org.Business})
	f.derived(rule.Words("登记的工商业类社会团体", "registered social groups in business"), rule.Int(int64(registered), rule.Organization), registered >= c.Associations, "org.Registry.Count")
	sum := 0
	for _, e := range c.Each {
		sum += e.Members
	}
	f.derived(rule.Words("各协会会员数之和(跨会企业重复计)", "members of each association added up (enterprises in several counted again)"),
		rule.Int(int64(sum), rule.Organization), sum == c.Memberships && sum >= c.Members, "association.Count.Each")
	return nil
}

// selfDiscipline counts the instruments that bind or certify somebody, and
// shows what they do.
func (w *world) selfDiscipline(f *fact) error {
	book := w.made.Recycling
	members := w.made.Roll.Members(district.Recycling, w.asOf)
	signed := len(members) - len(book.Unsigned("stolen", w.asOf))
	qualified := 0
	var lacking, resting []rule.Reason
	for _, m := range members {
		s := book.Qualified(m, w.asOf)
		switch {
		case s.Holds:
			qualified++
		case s.Last.IsZero():
			lacking = append(lacking, s.Reasons...)
		default:
			resting = append(resting, s.Reasons[len(s.Reasons)-1])
		}
	}
	used := 0
	for _, i := range book.Convention().Instruments() {
		bound := map[association.Instrument]int{association.Pledge: signed, association.Certification: qualified}
		n, special := bound[i]
		if !special {
			n = len(members) // a convention and purchase rules bind every member
		}
		if n > 0 {
			used++
		}
	}
	f.exactly("instruments", used, "association.Convention", rule.Words("有约束对象的自律措施(虚构)", "instruments that bind somebody (synthetic)"))
	f.stated(rule.Words("会员中签署禁止收赃责任状的", "members who signed the pledge against stolen goods"), rule.Int(int64(signed), rule.Organization), "association.Book.Unsigned")
	f.derived(rule.Words("资质有效的会员(条件为示例)", "members whose qualification is in force (illustrative conditions)"), rule.Int(int64(qualified), rule.Organization),
		qualified+len(lacking)+len(resting) == len(members), "association.Book.Qualified", append(lacking, resting...)...)
	sanctioned := book.Sanctioned(w.asOf)
	var steps []rule.Reason
	for _, d := range sanctioned {
		steps = append(steps, d.Steps...)
	}
	f.stated(rule.Words("受惩戒的会员(阶梯为示例)", "members under a sanction (illustrative ladder)"), rule.Int(int64(len(sanctioned)), rule.Organization), "association.Book.Discipline", steps...)
	return nil
}
