package vote

import (
	"math/big"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Account is what one voter had, paid and kept under equal shares. Amounts are
// exact fractions; share = payments + left.
type Account struct {
	Voter    string     `json:"voter"`
	Share    rule.Value `json:"share"`
	Payments []Payment  `json:"payments"` // by round
	Left     rule.Value `json:"left"`
}

// Payment is what a voter pays for a project.
type Payment struct {
	Project string     `json:"project"`
	Pays    rule.Value `json:"pays"`
}

// Account returns what a voter pays. A voter without a ballot is a problem with
// code [VoterUnknown]; under the greedy rule nobody pays.
func (o *Outcome) Account(voter string) (Account, error) {
	d := o.d
	i := slices.IndexFunc(d.election.Ballots, func(b Ballot) bool { return b.Voter == voter })
	if i < 0 {
		return Account{}, problems.Problem("voter", VoterUnknown, rule.With("voter", rule.Quoted(voter)))
	}
	a := Account{Voter: voter, Payments: []Payment{}}
	if d.count == nil {
		return a, nil
	}
	c, x := d.count, &d.count.exact
	left := new(big.Int).Set(x.share)
	a.Share = yuan(left, x.den)
	if g := d.t.groupOf[i]; g >= 0 {
		weights := make([]uint64, len(c.rounds)) // by round
		for _, choice := range d.t.choices[g] {
			if turn := c.turn[choice.project]; turn > 0 {
				weights[turn-1] = choice.weight
			}
		}
		for q, weight := range weights {
			pays := new(big.Int).SetUint64(weight)
			pays.Mul(pays, x.prices[q])
			if pays.Cmp(left) > 0 {
				pays.Set(left)
			}
			if pays.Sign() > 0 {
				a.Payments = append(a.Payments, Payment{d.project(c.rounds[q].project).ID, yuan(pays, x.den)})
				left = new(big.Int).Sub(left, pays)
			}
		}
	}
	a.Left = yuan(left, x.den)
	return a, nil
}

// Page returns the page that explains the outcome: the shares, every round, and
// why each other project is not funded.
func (o *Outcome) Page() rule.Page {
	p := rule.Page{
		Title: rule.Words("居民投票结果说明", "Residents' vote"), Rule: o.Rules,
		Lines: []rule.Line{
			{Label: rule.Words("规则", "method"), Value: rule.Label(methods.Labels(o.d.rules.Method))},
			{Label: rule.Words("满意度", "satisfaction"), Value: rule.Label(satisfactions.Labels(o.d.rules.Satisfaction))},
			{Label: rule.Words("选票", "ballots"), Value: rule.Int(int64(len(o.d.election.Ballots)), 0)},
			{Label: rule.Words("预算", "budget"), Value: o.Budget.Value()},
			{Label: rule.Words("入选", "funded"), Value: rule.Int(int64(len(o.Winners)), rule.Item)},
			{Label: rule.Words("合计", "cost"), Value: o.Cost.Value()},
		},
		Steps: o.Reasons, Notes: o.Refused,
	}
	return p
}

// Round is one project that is funded, in its turn.
type Round struct {
	Project string     `json:"project"`
	Price   rule.Value `json:"price,omitzero"` // of a point, exact; none under the greedy rule
	Votes   rule.Value `json:"votes"`          // effective votes, the cost divided by the price; the score under the greedy rule
}

// Rounds returns what is funded in the order it was funded in, under equal
// shares without the projects that cost nothing.
func (o *Outcome) Rounds() []Round {
	rounds := []Round{}
	for _, l := range o.d.looked {
		if l.fits {
			rounds = append(rounds, Round{Project: o.d.project(l.project).ID, Votes: rule.Num(plain(o.d.t.score[l.project]), 0)})
		}
	}
	if o.d.count == nil {
		return rounds
	}
	for q, r := range o.d.count.rounds {
		price, votes := o.d.price(q)
		rounds = append(rounds, Round{o.d.project(r.project).ID, price, votes})
	}
	return rounds
}

// About returns the reasons of the outcome that are about one project: the round
// it was bought in, or why it is not funded.
func (o *Outcome) About(project string) []rule.Reason {
	var about []rule.Reason
	for k, i := range o.d.t.order {
		if o.d.election.Projects[i].ID != project {
			continue
		}
		for _, list := range [][]rule.Reason{o.Reasons, o.Refused} {
			for _, r := range list {
				if len(r.Inputs) > 0 && r.Inputs[0].Name == "project" && r.Inputs[0].Value.Equal(name(o.d.project(int32(k)))) {
					about = append(about, r)
				}
			}
		}
	}
	return about
}
