package district

import (
	"fmt"
	"math/rand/v2"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The member enterprises: so many in all, every eighth of them in a second
// association, and so many that have left.
const (
	enterprises = 2_080
	gone        = 130
)

func enterprise(n int) string { return fmt.Sprintf("e-%04d", n) }

// memberships invents the members of the associations. Enterprise n is first a
// member of association n mod 34.
func memberships() []association.Membership {
	random := rand.New(rand.NewPCG(seed, 5))
	var associations []founder
	for _, f := range founders() {
		if f.sector == org.Business {
			associations = append(associations, f)
		}
	}
	var list []association.Membership
	join := func(n int, f founder, until rule.Date) {
		from := f.on.AddDays(random.IntN(rule.Day(2014, 12, 31).DaysSince(f.on)))
		if !until.IsZero() {
			from = f.on
		}
		list = append(list, association.Membership{Association: f.id, Member: enterprise(n), Period: rule.Period{From: from, Until: until}})
	}
	for n := range enterprises {
		home := associations[n%len(associations)]
		if n >= enterprises-gone {
			join(n, home, rule.Day(2015, 1, 1).AddDays(random.IntN(60)))
			continue
		}
		join(n, home, rule.Date{})
		if n%8 == 3 {
			join(n, associations[(n+5)%len(associations)], rule.Date{})
		}
	}
	return list
}

// recycling invents what the recycling association keeps of its members:
// pledges that all but two signed, four breaches, a claim of each to be
// certified, two of which lack something.
func recycling(roll *association.Roll) (*association.Book, error) {
	records := association.Records{Association: Recycling, Convention: association.Recycling()}
	members := roll.Members(Recycling, end())
	for i, m := range members {
		since := rule.Since(rule.Day(2015, 1, 5))
		if i >= 2 {
			for _, o := range []string{"stolen", "covers"} {
				records.Signatures = append(records.Signatures, association.Signature{Member: m, Obligation: o, Period: since})
			}
		}
		claim := association.Claim{Member: m, On: rule.Day(2015, 1, 12), Facts: rule.FactMap{
			"licence": rule.Flag(true), "filed": rule.Flag(true), "yard": rule.Int(int64(100+15*i), 0),
			"trained": rule.Int(int64(1+i%4), rule.Person), "distance": rule.Int(int64(50+7*i), 0),
		}, Evidence: map[string]string{}}
		for name := range claim.Facts {
			claim.Evidence[name] = fmt.Sprintf("虚构材料 %s-%s", m, name)
		}
		switch i {
		case 4:
			claim.Facts["distance"] = rule.Int(42, 0)
		case 9:
			delete(claim.Evidence, "filed")
		}
		records.Claims = append(records.Claims, claim)
	}
	for i, b := range []association.Breach{
		{Obligation: "weights"}, {Obligation: "sellers"}, {Obligation: "stolen"}, {Obligation: "weights"},
	} {
		b.Member, b.On, b.Evidence = members[[...]int{6, 6, 11, 15}[i]], rule.Day(2015, 2, 2+7*i), fmt.Sprintf("虚构检查记录 %d", i+1)
		records.Breaches = append(records.Breaches, b)
	}
	return association.NewBook(roll, records)
}
