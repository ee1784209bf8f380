package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

// poll is a vote read from a .pb file, the format in which Pabulib collects the
// participatory budgets of the world. Amounts are in the file's own currency.
type poll struct {
	Description string
	Type        string
	Currency    string
	places      int32 // decimals of an amount: 10^-places of the currency is the election's fen
	step        funding.Money
	election    vote.Election
	names       map[string]string
	rule        string          // the rule the file says was used
	published   map[string]bool // the projects it says were selected; nil if it does not say
	below       []string        // projects below the file's threshold of votes, which nothing can fund
	counts      []miscount      // numbers META states that are not so
	skipped     int             // votes for projects the file does not list
}

// miscount is a number META states and what the file has.
type miscount struct {
	key, said string
	found     int
}

// amount gives an amount of the election in the file's currency, with two
// decimals or as many as the file has.
func (p *poll) amount(m funding.Money) decimal.Decimal { return decimal.New(m.Fen(), -p.places) }

func (p *poll) text(m funding.Money) string { return p.amount(m).StringFixed(p.places) }

// counting says how ballots become points.
type counting struct {
	mode  string // points, pabutools or listed
	skip  bool   // leave out votes for projects the file does not list
	every bool   // count projects below the file's threshold, too
}

const (
	maxFaults = 1000
	maxGiven  = 20_000_000
)

// reading is a file half read.
type reading struct {
	counting
	poll   poll
	meta   map[string]string
	cost   []decimal.Decimal
	budget decimal.Decimal
	named  map[string]int // of each project: the line of the last vote that names it
	found  rule.Problems

	unnamed decimal.Decimal // the score of projects a ballot does not name
	least   decimal.Decimal // the score a project must reach
}

func at(line int) string { return "lines[" + strconv.Itoa(line) + "]" }

// readPB reads a .pb file. Everything that is wrong is reported at once, at a
// path such as lines[12].cost; beside a fault nothing is returned.
func readPB(data []byte, how counting) (*poll, error) {
	all, err := rows(data)
	if err != nil {
		return nil, err
	}
	r := reading{counting: how, meta: map[string]string{}, named: map[string]int{}}
	parts := sections(all, &r.found)
	for _, name := range []string{"meta", "projects", "votes"} {
		if parts[name] == nil {
			r.found.Add(problems.Problem("", SectionMissing, rule.With("section", rule.Word(strings.ToUpper(name)))))
		}
	}
	if len(parts) < 3 {
		return nil, r.err()
	}
	r.header(parts["meta"])
	r.projects(parts["projects"])
	r.amounts()
	r.votes(parts["votes"])
	if err := r.err(); err != nil {
		return nil, err
	}
	if err := r.poll.election.Validate(); err != nil {
		return nil, err
	}
	e := &r.poll.election
	r.count("num_projects", len(e.Projects))
	r.count("num_votes", len(e.Ballots))
	r.threshold()
	if len(r.poll.election.Projects) == 0 {
		return nil, problems.Problem("", NoneLeft, rule.With("least", rule.Num(r.least, 0)))
	}
	return &r.poll, nil
}

func (r *reading) err() error {
	if len(r.found) > maxFaults {
		r.found = append(r.found[:maxFaults], problems.Problem("", TooManyFaults, rule.With("most", rule.Int(maxFaults, 0))))
	}
	return r.found.Err()
}

func (r *reading) fault(path string, code rule.Code, inputs ...rule.Input) {
	r.found.Add(problems.Problem(path, code, inputs...))
}

func (r *reading) header(p *part) {
	lines := map[string]int{}
	for _, row := range p.rows {
		key := strings.ToLower(row.at(0))
		r.meta[key] = row.at(1)
		lines[key] = row.line
	}
	for _, key := range []string{"budget", "vote_type"} {
		if r.meta[key] == "" {
			r.fault("", KeyMissing, rule.With("key", rule.Word(key)))
		}
	}
	if r.meta["budget"] != "" {
		r.budget = r.number(at(lines["budget"])+".budget", r.meta["budget"], false)
	}
	if score := r.meta["default_score"]; score != "" && r.mode == "points" && strings.EqualFold(r.meta["vote_type"], "scoring") {
		r.unnamed = r.number(at(lines["default_score"])+".default_score", score, true)
	}
	r.poll.Description, r.poll.Currency, r.poll.rule = r.meta["description"], r.meta["currency"], strings.ToLower(r.meta["rule"])
	if least := r.meta["min_project_score_threshold"]; least != "" && !r.every {
		r.least = r.number(at(lines["min_project_score_threshold"])+".min_project_score_threshold", least, false)
	}
	r.poll.Type = strings.ToLower(r.meta["vote_type"])
	switch r.poll.Type {
	case "", "approval", "choose-1", "ordinal", "cumulative", "scoring":
	default:
		r.fault(at(lines["vote_type"])+".vote_type", TypeUnknown, rule.With("value", rule.Quoted(r.meta["vote_type"])))
	}
}

func (r *reading) projects(p *part) {
	id, cost := p.column("project_id", true, &r.found), p.column("cost", true, &r.found)
	name, selected := p.column("name", false, &r.found), p.column("selected", false, &r.found)
	if id < 0 || cost < 0 {
		return
	}
	r.poll.names = map[string]string{}
	if selected >= 0 {
		r.poll.published = map[string]bool{}
	}
	for _, row := range p.rows {
		project := row.at(id)
		if _, twice := r.named[project]; twice {
			r.fault(at(row.line)+".project_id", ProjectTwice, rule.With("id", rule.Quoted(project)))
		}
		if project == "" {
			r.fault(at(row.line)+".project_id", rule.Required)
		}
		r.named[project] = 0
		r.cost = append(r.cost, r.number(at(row.line)+".cost", row.at(cost), false))
		r.poll.election.Projects = append(r.poll.election.Projects, vote.Project{ID: project})
		r.poll.names[project] = row.at(name)
		if row.at(selected) == "1" {
			r.poll.published[project] = true
		}
	}
}

// number reads a number as the files write it: with a point or a comma, or with
// an exponent as tables are exported.
func (r *reading) number(path, text string, negative bool) decimal.Decimal {
	plain := text
	if strings.Count(plain, ",") == 1 && !strings.Contains(plain, ".") {
		plain = strings.Replace(plain, ",", ".", 1)
	}
	mantissa, power, exponent := strings.Cut(strings.ToLower(plain), "e")
	d, err := rule.ParseDecimal(strings.TrimSuffix(mantissa, "."))
	if err == nil && exponent {
		shift, wrong := strconv.Atoi(power)
		if err = wrong; err == nil && (shift < -maxShift || shift > maxShift) {
			err = strconv.ErrRange
		}
		d = d.Shift(int32(shift))
	}
	if err != nil || !negative && d.Sign() < 0 {
		r.fault(path, NumberWrong, rule.With("value", rule.Quoted(text)))
		return decimal.Decimal{}
	}
	return d
}

const maxShift = 18

// amounts makes amounts of money of the budget and the costs: whole numbers of
// the finest part of the currency that the file uses, at least its hundredth.
func (r *reading) amounts() {
	places := int32(2)
	all := append([]decimal.Decimal{r.budget}, r.cost...)
	for _, d := range all {
		for d.Exponent() < -places && !d.Truncate(places).Equal(d) {
			places++
		}
	}
	money := make([]funding.Money, len(all))
	for i, d := range all {
		m, err := funding.FromDecimal(d.Shift(places - 2).Truncate(2))
		if err != nil {
			r.fault("", AmountTooLarge, rule.With("value", rule.Quoted(d.String())))
		}
		money[i] = m
	}
	step, err := funding.FromDecimal(decimal.New(1, places-2))
	if err != nil {
		r.fault("", AmountTooLarge, rule.With("value", rule.Quoted(r.budget.String())))
	}
	r.poll.places, r.poll.step = places, step
	r.poll.election.Budget = money[0]
	for i := range r.poll.election.Projects {
		r.poll.election.Projects[i].Cost = money[i+1]
	}
}

func (r *reading) votes(p *part) {
	scored := r.poll.Type == "cumulative" || r.poll.Type == "scoring"
	named, points, voter := p.column("vote", true, &r.found), p.column("points", scored, &r.found), p.column("voter_id", false, &r.found)
	if named < 0 || scored && points < 0 {
		return
	}
	if most := int64(len(p.rows)) * int64(len(r.poll.election.Projects)); !r.unnamed.IsZero() && most > maxGiven {
		r.fault("", TooManyPoints, rule.With("most", rule.Int(maxGiven, 0)))
		return
	}
	seen := make(map[string]struct{}, len(p.rows))
	ids := make([][]string, len(p.rows))
	longest := 0
	for i, row := range p.rows {
		ids[i] = list(row.at(named))
		longest = max(longest, len(ids[i]))
	}
	if most, err := strconv.Atoi(r.meta["max_length"]); err == nil && most > longest {
		longest = most
	}
	for i, row := range p.rows {
		id := row.at(voter)
		if _, twice := seen[id]; twice || id == "" {
			id = fmt.Sprintf("%s#%d", id, row.line) // the files do not promise that ids differ
		}
		seen[id] = struct{}{}
		b := r.ballot(id, ids[i], longest)
		if scored {
			r.score(&b, row, list(row.at(points)))
		}
		b = r.known(b, row)
		if !r.unnamed.IsZero() {
			r.rest(&b, row)
		}
		r.poll.election.Ballots = append(r.poll.election.Ballots, b)
		if len(r.found) > maxFaults {
			return
		}
	}
}

// rest gives the default score to the projects a ballot does not name.
func (r *reading) rest(b *vote.Ballot, row cells) {
	for _, p := range r.poll.election.Projects {
		if r.named[p.ID] != row.line {
			b.Points = append(b.Points, vote.Given{Project: p.ID, Points: r.unnamed})
		}
	}
}

// count notes that META states another number than the file has.
func (r *reading) count(key string, found int) {
	if said := r.meta[key]; said != "" && said != strconv.Itoa(found) {
		r.poll.counts = append(r.poll.counts, miscount{key, said, found})
	}
}

// threshold takes out the projects, and the points given to them, that do not
// reach the score the file demands. Their voters stay.
func (r *reading) threshold() {
	if r.least.Sign() == 0 {
		return
	}
	score := map[string]decimal.Decimal{}
	for _, b := range r.poll.election.Ballots {
		for _, given := range b.Points {
			score[given.Project] = score[given.Project].Add(given.Points)
		}
	}
	gone := func(id string) bool { return score[id].LessThan(r.least) }
	e := &r.poll.election
	for _, p := range e.Projects {
		if gone(p.ID) {
			r.poll.below = append(r.poll.below, p.ID)
		}
	}
	e.Projects = slices.DeleteFunc(e.Projects, func(p vote.Project) bool { return gone(p.ID) })
	for i := range e.Ballots {
		e.Ballots[i].Points = slices.DeleteFunc(e.Ballots[i].Points, func(g vote.Given) bool { return gone(g.Project) })
	}
}

// list takes a list between commas apart.
func list(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// ballot gives the points of approval and ordinal ballots.
func (r *reading) ballot(voter string, ids []string, longest int) vote.Ballot {
	switch {
	case r.poll.Type != "ordinal" || r.mode == "listed":
		return vote.Approve(voter, ids...)
	case r.mode == "pabutools":
		return vote.Rank(voter, int64(len(ids)-1), ids...)
	}
	return vote.Rank(voter, int64(longest), ids...)
}

// score gives the points written beside the projects.
func (r *reading) score(b *vote.Ballot, row cells, points []string) {
	if len(points) != len(b.Points) {
		r.fault(at(row.line)+".points", PointsCount, rule.With("projects", rule.Int(int64(len(b.Points)), 0)), rule.With("points", rule.Int(int64(len(points)), 0)))
		return
	}
	for i, text := range points {
		d := r.number(at(row.line)+".points", text, r.poll.Type == "scoring")
		if r.mode != "listed" {
			b.Points[i].Points = d
		}
	}
}

// known reports projects the file does not list and those named twice; an
// approval given twice is one.
func (r *reading) known(b vote.Ballot, row cells) vote.Ballot {
	kept := b.Points[:0]
	for _, given := range b.Points {
		last, known := r.named[given.Project]
		twice := last == row.line
		if known {
			r.named[given.Project] = row.line
		}
		switch {
		case !known && r.skip:
			r.poll.skipped++
		case !known:
			r.fault(at(row.line)+".vote", ProjectUnknown, rule.With("id", rule.Quoted(given.Project)))
		case twice && (r.poll.Type == "approval" || r.poll.Type == "choose-1"):
		case twice:
			r.fault(at(row.line)+".vote", ProjectTwice, rule.With("id", rule.Quoted(given.Project)))
		default:
			kept = append(kept, given)
		}
	}
	b.Points = kept
	return b
}
