package vote

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Election is what was voted on and how: a budget, projects, ballots.
type Election struct {
	Budget   funding.Money `json:"budget"`
	Projects []Project     `json:"projects"`
	Ballots  []Ballot      `json:"ballots"`
}

// Project is something to vote on.
type Project struct {
	ID    string        `json:"id"`
	Title rule.Text     `json:"title,omitzero"`
	Cost  funding.Money `json:"cost"`
}

// Ballot is one voter's. An empty one still counts as a voter.
type Ballot struct {
	Voter  string  `json:"voter"`
	Points []Given `json:"points"`
}

// Given is the points a ballot gives a project: at most six decimals, below a
// million either way.
type Given struct {
	Project string          `json:"project"`
	Points  decimal.Decimal `json:"points"`
}

// Approve is the ballot that gives each project one point (批准式选票).
func Approve(voter string, projects ...string) Ballot {
	b := Ballot{Voter: voter, Points: make([]Given, len(projects))}
	for i, id := range projects {
		b.Points[i] = Given{id, decimal.NewFromInt(1)}
	}
	return b
}

// Rank is the ballot that gives the project named first most points, the next
// one point less, and so on (排序式选票,波达计分).
func Rank(voter string, most int64, projects ...string) Ballot {
	b := Ballot{Voter: voter, Points: make([]Given, len(projects))}
	for i, id := range projects {
		b.Points[i] = Given{id, decimal.NewFromInt(most - int64(i))}
	}
	return b
}

const (
	maxBallots = 4_000_000
	maxPoints  = 1_000_000
	maxDigits  = 6
)

// Validate reports every fault of the election: a negative budget or cost,
// projects without id or with another's, no projects, no ballots, voters without
// id or with two ballots, and points for a project that is unknown or named
// twice or out of range.
func (e Election) Validate() error {
	_, err := e.check()
	return err
}

// check validates and returns the place of each project.
func (e Election) check() (map[string]int32, error) {
	var found rule.Problems
	if e.Budget.Sign() < 0 {
		found.Add(problems.Problem("budget", AmountNegative, rule.With("amount", e.Budget.Value())))
	}
	if len(e.Projects) == 0 {
		found.Add(problems.Problem("projects", rule.Required))
	}
	if len(e.Ballots) == 0 {
		found.Add(problems.Problem("ballots", rule.Required))
	}
	if len(e.Ballots) > maxBallots || len(e.Projects) > maxBallots {
		found.Add(problems.Problem("ballots", TooMany, rule.With("most", rule.Int(maxBallots, 0))))
		return nil, found.Err()
	}
	places := make(map[string]int32, len(e.Projects))
	for i, p := range e.Projects {
		at := "projects[" + strconv.Itoa(i) + "]"
		if p.ID == "" {
			found.Add(problems.Problem(at+".id", rule.Required))
		} else if _, twice := places[p.ID]; twice {
			found.Add(problems.Problem(at+".id", ProjectTwice, rule.With("id", rule.Quoted(p.ID))))
		}
		places[p.ID] = int32(i)
		if p.Cost.Sign() < 0 {
			found.Add(problems.Problem(at+".cost", AmountNegative, rule.With("amount", p.Cost.Value())))
		}
	}
	voters := make(map[string]struct{}, len(e.Ballots))
	named := make([]int, len(e.Projects)) // the last ballot that names it, from one
	for i, b := range e.Ballots {
		at := "ballots[" + strconv.Itoa(i) + "]"
		if b.Voter == "" {
			found.Add(problems.Problem(at+".voter", rule.Required))
		} else if _, twice := voters[b.Voter]; twice {
			found.Add(problems.Problem(at+".voter", BallotTwice, rule.With("voter", rule.Quoted(b.Voter))))
		}
		voters[b.Voter] = struct{}{}
		for j, given := range b.Points {
			fault := func(field string, code rule.Code, value rule.Input) {
				found.Add(problems.Problem(at+".points["+strconv.Itoa(j)+"]."+field, code, value))
			}
			place, known := places[given.Project]
			switch {
			case !known:
				fault("project", ProjectUnknown, rule.With("id", rule.Quoted(given.Project)))
			case named[place] == i+1:
				fault("project", ProjectTwice, rule.With("id", rule.Quoted(given.Project)))
			default:
				named[place] = i + 1
			}
			if _, fits := scaled(given.Points); !fits {
				fault("points", PointsRange, rule.With("points", shown(given.Points)))
			}
		}
		if len(found) > maxFaults {
			return nil, found[:maxFaults].Err()
		}
	}
	return places, found.Err()
}

const maxFaults = 1000

// shown is points in a problem, short whatever their exponent.
func shown(d decimal.Decimal) rule.Value {
	if d.Exponent() < -20 || d.Exponent() > 20 {
		return rule.Quoted(d.Coefficient().String() + "e" + strconv.Itoa(int(d.Exponent())))
	}
	return rule.Num(d, 0)
}

// scaled returns points in millionths, and false where they do not fit.
func scaled(d decimal.Decimal) (int64, bool) {
	exponent := d.Exponent()
	if exponent < -maxDigits || exponent > maxDigits || d.NumDigits() > 13 {
		return 0, false
	}
	n := d.CoefficientInt64()
	for ; exponent > -maxDigits; exponent-- {
		n *= 10
		if n >= maxPoints*1_000_000 || n <= -maxPoints*1_000_000 {
			return 0, false
		}
	}
	return n, n < maxPoints*1_000_000 && n > -maxPoints*1_000_000
}
