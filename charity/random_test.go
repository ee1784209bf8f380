package charity_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
)

// command makes up an event for a project: mostly one its stage knows.
func command(random *rand.Rand, p *charity.Project, number int) charity.Event {
	kind := charity.Kinds()[random.IntN(len(charity.Kinds()))]
	rows := p.Pipeline().Table().From(p.Stage())
	if len(rows) > 0 && random.IntN(8) > 0 {
		kind = rows[random.IntN(len(rows))].On
	}
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	e := charity.Event{Project: p.Founding().ID, Number: number, Date: p.Last().AddDays(random.IntN(9)), Kind: kind}
	money := func() funding.Money {
		return funding.Fen([]int64{1, 99, 10_000, random.Int64N(2_000_000) + 1}[random.IntN(4)])
	}
	giver := func() {
		e.Party, e.Source, e.Amount = pick("甲", "乙", "丙"), []funding.Kind{funding.Enterprise, funding.Lottery}[random.IntN(2)], money()
	}
	switch kind {
	case charity.Return, charity.Pause, charity.Fail, charity.Withdraw:
		e.Note = "原因"
		if random.IntN(60) > 0 { // not too often, or nothing else would happen
			e.Kind, e.Note = charity.Record, ""
			e.Facts = rule.FactMap{"result": rule.Int(80, rule.Point)}
		}
	case charity.Record:
		e.Facts = []rule.FactMap{
			{"need": rule.Flag(true), "feasible": rule.Flag(true)},
			{"score": rule.Int(random.Int64N(100), rule.Point)},
			{"has-mentor": rule.Flag(true), "left-base": rule.Flag(true)},
			{"result": rule.Int(60+random.Int64N(40), rule.Point)},
		}[random.IntN(4)]
	case charity.OpenCampaign:
		e.Amount, e.Until = money(), e.Date.AddDays(random.IntN(30))
		e.Campaign = &charity.Campaign{Mode: charity.Modes()[random.IntN(2)], Excess: charity.Excesses()[random.IntN(4)]}
	case charity.Pledge, charity.Lapse, charity.Give, charity.Match, charity.Refund, charity.Agree, charity.Cover:
		giver()
		if a, held := someBalance(random, p, charity.Owed, charity.Gifts, charity.Matching, charity.Covering); kind == charity.Refund && held > 0 {
			e.Party, e.Source, e.Amount = a.Party, a.Source, funding.Fen(held)
		}
	case charity.Plan:
		e.Name, e.Amount = "项目", money()
	case charity.SetMilestone:
		e.Name, e.Until = pick("一", "二", "三"), e.Date.AddDays(10)
	case charity.ReachMilestone:
		e.Name = pick("一", "二", "三")
	case charity.Offer:
		e.Party = "丁"
	case charity.Commit, charity.Release, charity.Pay:
		e.Party, e.Amount = pick("甲方", "乙方"), money()
		if a, held := someBalance(random, p, charity.Payables); kind != charity.Commit && held > 0 {
			e.Party, e.Amount = a.Party, funding.Fen(held)
		}
	case charity.Report:
		e.Name = "报告"
	case charity.Serve:
		e.Class, e.Persons = "aged", random.Int64N(10)+1
		e.Times = e.Persons + random.Int64N(20)
	case charity.PassOn:
		e.Party, e.Amount, e.Note = "总会", money(), "相近"
	}
	return e
}

func someBalance(random *rand.Rand, p *charity.Project, kinds ...charity.AccountKind) (charity.Account, int64) {
	var found []charity.Balance
	for _, b := range p.Balances() {
		for _, k := range kinds {
			if b.Account.Kind == k {
				found = append(found, b)
			}
		}
	}
	if len(found) == 0 {
		return charity.Account{}, 0
	}
	b := found[random.IntN(len(found))]
	return b.Account, max(b.Amount.Fen(), -b.Amount.Fen())
}

func state(t testing.TB, p *charity.Project) string {
	t.Helper()
	text, err := json.Marshal(struct {
		Stage    charity.Stage
		Since    rule.Date
		Events   int
		Balances []charity.Balance
		Visits   []charity.Visit
		Wanting  rule.Reason
	}{p.Stage(), p.Since(), len(p.Events()), p.Balances(), p.Visits(), p.Wanting()})
	require.NoError(t, err)
	return string(text)
}

// Under any sequence of commands no yuan appears or vanishes, no stage is
// reached without its gate, every refusal leaves the project as it was, replay
// of the events equals the live state, and an ended project has an empty
// ledger.
func TestRandomLives(t *testing.T) {
	t.Parallel()
	line := pipeline(t)
	seen := map[charity.Stage]bool{}
	for seed := range uint64(120) {
		for _, v := range randomLife(t, line, rand.New(rand.NewPCG(seed, 8))).Visits() {
			seen[v.Stage] = true
		}
	}
	for _, s := range charity.Stages() {
		require.True(t, seen[s], "%s was never reached", s)
	}
}

func randomLife(t testing.TB, line *charity.Pipeline, random *rand.Rand) *charity.Project {
	t.Helper()
	p, err := line.Open(charity.Founding{ID: "P", Title: "t", Founder: "甲", Date: founded})
	require.NoError(t, err)
	number := 1
	for range 600 {
		e := command(random, p, number)
		before, from := "", p.Stage()
		if random.IntN(120) == 0 {
			before = state(t, p)
		}
		money := p.Balances()
		row, known := line.Table().On(from, e.Kind)
		reason, err := p.Apply(e)
		if err != nil || !reason.Holds() {
			require.Equal(t, from, p.Stage())
			require.True(t, slices.Equal(money, p.Balances()), "a refusal moved money")
			if before != "" {
				require.Equal(t, before, state(t, p), "%s", e.Kind)
			}
			continue
		}
		require.True(t, known)
		require.Equal(t, row.To, p.Stage())
		for _, part := range reason.Parts {
			require.True(t, part.Holds(), "a stage reached without its gate: %s", e.Kind)
		}
		number++
		if number%64 == 0 || p.Stage().Ended() {
			checkMoney(t, p)
		}
	}
	again, err := line.Fold(p.Founding(), p.Events())
	require.NoError(t, err)
	require.Equal(t, state(t, p), state(t, again))
	require.True(t, slices.Equal(p.Entries(), again.Entries()))
	if random.IntN(8) == 0 {
		require.Equal(t, p.Page(), again.Page())
	}
	return p
}

// checkMoney compares the ledger with what the events alone say.
func checkMoney(t testing.TB, p *charity.Project) {
	t.Helper()
	require.NoError(t, p.Audit())
	var cash int64
	for _, e := range p.Events() {
		switch e.Kind {
		case charity.Give, charity.Match, charity.Cover:
			cash += e.Amount.Fen()
		case charity.Refund, charity.Pay, charity.PassOn:
			cash -= e.Amount.Fen()
		}
	}
	sums := map[charity.AccountKind]int64{}
	for _, b := range p.Balances() {
		sums[b.Account.Kind] += b.Amount.Fen()
		debit := b.Account.Kind == charity.Cash || b.Account.Kind == charity.Promises || b.Account.Kind == charity.Reserved
		require.Equal(t, debit, b.Amount.Fen() > 0, "%v", b)
	}
	require.Equal(t, cash, sums[charity.Cash])
	require.Equal(t, sums[charity.Cash], -(sums[charity.Gifts] + sums[charity.Matching] + sums[charity.Covering] + sums[charity.Owed]), "all cash is somebody's")
	require.Equal(t, sums[charity.Promises], -sums[charity.Promised])
	require.Equal(t, sums[charity.Reserved], -sums[charity.Payables])
	if p.Stage().Ended() {
		require.Empty(t, p.Balances(), "an ended project has an empty ledger")
	}
}

func FuzzLives(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	line := pipeline(f)
	f.Fuzz(func(t *testing.T, seed uint64) { randomLife(t, line, rand.New(rand.NewPCG(seed, 9))) })
}

// Refunds bring every giver back to zero: the journal of a failed campaign
// undoes itself.
func TestRefundsAreTheInverseOfGifts(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 4))
	for range 200 {
		events := story("P")[:3]
		parties := random.IntN(20) + 1
		day := events[2].Date
		sum := int64(0)
		next := func(e charity.Event) {
			e.Project, e.Number, e.Date = "P", len(events)+1, day
			events = append(events, e)
		}
		for range random.IntN(40) + 1 {
			fen := random.Int64N(5000) + 1
			sum += fen
			next(charity.Event{Kind: charity.Give, Party: string(rune('A' + random.IntN(parties))), Source: funding.Individual, Amount: funding.Fen(fen)})
		}
		day = events[2].Until.AddDays(1)
		next(charity.Event{Kind: charity.Tally})
		p, err := pipeline(t).Fold(founding("P"), events)
		require.NoError(t, err)
		owed := int64(0)
		for _, b := range p.Balances() {
			if b.Account.Kind == charity.Owed {
				owed -= b.Amount.Fen()
				reason, err := p.Apply(charity.Event{Project: "P", Number: len(p.Events()) + 1, Date: day, Kind: charity.Refund, Party: b.Account.Party, Source: b.Account.Source, Amount: funding.Fen(-b.Amount.Fen())})
				require.NoError(t, err)
				require.True(t, reason.Holds())
			}
		}
		require.Equal(t, sum, owed)
		require.Empty(t, p.Balances())
		net := map[charity.Account]int64{}
		for _, e := range p.Entries() {
			net[e.Debit] += e.Amount.Fen()
			net[e.Credit] -= e.Amount.Fen()
		}
		for a, n := range net {
			require.Zero(t, n, "%v", a)
		}
	}
}

func TestTheBookIsABook(t *testing.T) {
	t.Parallel()
	var b ledger.Book[string]
	require.NoError(t, b.Post(ledger.Entry[string]{Debit: "a", Credit: "b", Amount: funding.Yuan(5)}))
	require.ErrorIs(t, b.Post(ledger.Entry[string]{Debit: "a", Credit: "c", Amount: funding.Yuan(1)}, ledger.Entry[string]{Debit: "a", Credit: "a", Amount: funding.Yuan(1)}), ledger.SameAccount)
	require.Equal(t, funding.Yuan(5), b.Balance("a"))
	require.ErrorIs(t, b.Post(ledger.Entry[string]{Debit: "a", Credit: "c", Amount: funding.Yuan(9_999_999_999_999_999)}), ledger.OutOfRange)
	require.ErrorIs(t, b.Post(ledger.Entry[string]{Debit: "a", Credit: "c"}), ledger.AmountNotPositive)
	require.NoError(t, b.Audit())
	require.Len(t, b.Entries(), 1)
}
