package main

import (
	"strings"

	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/rule"
)

// governance counts the forms of which there is a council that is properly
// made up, shows one that is not, and puts a motion to the vote that the new
// residents do not carry.
func (w *world) governance(f *fact) error {
	forms := map[council.Form]bool{}
	var improper []rule.Reason
	proper := 0
	for _, c := range w.made.Councils {
		if d := c.Composition(w.asOf); d.Holds {
			forms[c.Rules().Form] = true
			proper++
		} else {
			improper = append(improper, d.Unmet()...)
		}
	}
	f.exactly("forms", len(forms), "council.Council.Composition", rule.Words("组成合规的治理形式(虚构;名额为示例)", "forms with a council properly made up (synthetic; numbers illustrative)"))
	f.stated(rule.Words("组成合规的自治会、理事会", "associations and councils properly made up"), rule.Int(int64(proper), rule.Organization), "council.Decision")
	f.stated(rule.Words("组成不合规者的欠缺", "what the others lack"), rule.Int(int64(len(improper)), rule.Item), "council.Decision.Unmet", improper...)
	for _, c := range w.made.Councils {
		if c.Rules().Form != council.Integrating {
			continue
		}
		meeting, motion := council.Meeting{On: w.asOf}, council.Motion{Matter: "newcomers"}
		for _, s := range c.Members(w.asOf) {
			meeting.Present = append(meeting.Present, s.Person)
			ballot := council.Favour
			if s.Group == "new" && !strings.HasSuffix(s.Person, "-1") {
				ballot = council.Against
			}
			motion.Ballots = append(motion.Ballots, council.Cast{Person: s.Person, Ballot: ballot})
		}
		d, err := c.Vote(meeting, motion)
		if err != nil {
			return err
		}
		f.derived(rule.Words("新居民多数反对的涉己事项获通过", "carried: a matter of the new residents most of whom are against it"), rule.Flag(d.Holds), !d.Holds, "council.Council.Vote", d.Steps...)
		break
	}
	return nil
}

// linkage counts the parties that have a part in a linkage that closes.
func (w *world) linkage(f *fact) error {
	s := w.made.Linkage.On(w.asOf)
	f.exactly("parties", len(s.Parties()), "linkage.Linkage.On", rule.Words("已形成联动的各方(虚构)", "parties of a linkage that closes (synthetic)"))
	f.stated(rule.Words("“三社”关系闭合的村(社区)", "communities whose three bonds close"), rule.Int(int64(s.Linked), rule.Item), "linkage.State.Linked")
	for _, p := range s.Places {
		if len(p.Missing) > 0 {
			f.stated(rule.Words("首个未闭合的村(社区)还差的关系", "bonds that the first of the others still lacks"), rule.Int(int64(len(p.Missing)), rule.Item), "linkage.Place.Missing", p.Reasons...)
			break
		}
	}
	return nil
}
