package specialfund_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/purchase"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The whole way of public money: a budget is appropriated, a round is settled
// within what is available, its awards become commitments and agreements, these
// are paid in instalments, settled, and what was not spent comes back. Every
// source's agreements and the fund's books agree at every step, and where
// everything comes back the budget is as it was.
func TestMoneyGoesOutAndComesBack(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 13))
	cut, restored := 0, 0
	for range 60 {
		fund, err := specialfund.New(specialfund.Zhenhai())
		require.NoError(t, err)
		n := 0
		post := func(e specialfund.Event) {
			n++
			e.Number = n
			if e.Date.IsZero() {
				e.Date = rule.Day(2014, 6, 1)
			}
			reason, err := fund.Apply(e)
			require.NoError(t, err)
			require.True(t, reason.Holds())
		}
		budget := funding.Fen(1 + rng.Int64N(3_000_000))
		post(specialfund.Event{Date: rule.Day(2014, 1, 1), Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: budget})

		scheme := funding.OneThreeX(org.Area("330211"))
		scheme.Sources[2].Budget, scheme.Sources[2].Short = new(fund.Available(specialfund.Purchase)), funding.ProRata
		var requests []funding.Request
		for i := range 1 + rng.IntN(6) {
			requests = append(requests, funding.Request{
				ID: fmt.Sprintf("r%d", i), Organization: "虚构", Territory: org.Area("330211001"),
				Asked: funding.Fen(rng.Int64N(2_000_000)), Social: funding.Fen(rng.Int64N(300_000)),
			})
		}
		settled, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		if settled.Accounts()[2].Short {
			cut++
		}
		commitments, err := specialfund.Commitments(settled, "district", specialfund.Purchase, rule.Day(2014, 2, 1), n+1)
		require.NoError(t, err)
		for _, e := range commitments {
			post(e)
		}
		require.Equal(t, settled.Accounts()[2].Paid, fund.Committed(specialfund.Purchase), "what the round awards is committed")

		nothing := rng.IntN(2) == 0 // nobody spends anything
		for i := range settled.Len() {
			if settled.Award(i).Total.Sign() == 0 {
				continue
			}
			shares, err := purchase.Shares(settled, i)
			require.NoError(t, err)
			contract := purchase.Contract{
				ID: settled.Request(i).ID, Buyer: "b", Supplier: "s", Signed: rule.Day(2014, 2, 1), Terms: purchase.SixtyThirtyTen(), Sources: shares,
			}
			agreement, err := contract.Sign()
			require.NoError(t, err)
			happen := func(e purchase.Event) {
				e.Number, e.Date = len(agreement.Events())+1, rule.Day(2014, 6, 1)
				reason, err := agreement.Apply(e)
				require.NoError(t, err)
				require.True(t, reason.Holds())
			}
			happen(purchase.Event{Kind: purchase.Pay})
			happen(purchase.Event{Kind: purchase.Pass, Facts: rule.FactMap{"score": rule.Num(rule.Dec("77"), rule.Point)}})
			happen(purchase.Event{Kind: purchase.Pay})
			happen(purchase.Event{Kind: purchase.Deliver})
			spent := int64(0)
			if !nothing {
				spent = rng.Int64N(agreement.Price().Fen() + 1)
			}
			happen(purchase.Event{Kind: purchase.Settle, Spent: funding.Fen(spent)})
			back, paid := int64(0), int64(0)
			for j, s := range agreement.TakenBack() {
				back += s.Amount.Fen()
				paid += agreement.Net()[j].Amount.Fen()
			}
			switch due, _ := agreement.Due(); {
			case back > 0:
				happen(purchase.Event{Kind: purchase.Refund, Amount: funding.Fen(back)})
			case paid < due.Fen():
				happen(purchase.Event{Kind: purchase.Pay})
			}
			happen(purchase.Event{Kind: purchase.Close})
			id, net := contract.ID+"/district", int64(0)
			for _, flow := range agreement.Flows() {
				for _, s := range flow.Shares {
					if s.Source != "district" || s.Amount.Sign() == 0 {
						continue
					}
					kind := specialfund.Pay
					net += s.Amount.Fen()
					if flow.Back {
						kind = specialfund.Refund
						net -= 2 * s.Amount.Fen()
					}
					post(specialfund.Event{Kind: kind, Commitment: id, Amount: s.Amount})
				}
			}
			if rest := settled.Cell(i, 2).Fen() - flowed(agreement, "district"); rest > 0 {
				post(specialfund.Event{Kind: specialfund.Release, Commitment: id, Amount: funding.Fen(rest)})
			}
			require.GreaterOrEqual(t, net, int64(0))
		}
		spent, _ := fund.Spent()
		require.Equal(t, funding.Money{}, fund.Committed(specialfund.Purchase))
		require.Equal(t, budget.Fen(), fund.Available(specialfund.Purchase).Fen()+spent.Fen())
		require.NoError(t, fund.Audit())
		if nothing {
			restored++
			require.Equal(t, budget, fund.Available(specialfund.Purchase), "the budget is as it was")
		}
	}
	assert.Greater(t, cut, 5)
	assert.Greater(t, restored, 5)
}

// flowed is what a source paid of an agreement, refunds not taken off.
func flowed(a *purchase.Agreement, source string) int64 {
	paid := int64(0)
	for _, flow := range a.Flows() {
		for _, s := range flow.Shares {
			if s.Source == source && !flow.Back {
				paid += s.Amount.Fen()
			}
		}
	}
	return paid
}

// A round is settled within what the fund has for awards; its awards become
// commitments and are paid.
func ExampleCommitments() {
	fund, err := specialfund.New(specialfund.Zhenhai())
	if err != nil {
		fmt.Println(err)
		return
	}
	apply := func(e specialfund.Event) {
		e.Number = len(fund.Events()) + 1
		if _, err := fund.Apply(e); err != nil {
			fmt.Println(err)
		}
	}
	apply(specialfund.Event{Date: rule.Day(2014, 1, 5), Kind: specialfund.Appropriate, Use: specialfund.Awards, Amount: funding.Yuan(10_000)})

	scheme := funding.OneThreeX(org.Area("330211"))
	scheme.Sources = scheme.Sources[2:3]
	scheme.Sources[0].Budget, scheme.Sources[0].Short = new(fund.Available(specialfund.Awards)), funding.ProRata
	settled, err := funding.Settle(scheme, []funding.Request{
		{ID: "r1", Organization: "east", Territory: org.Area("330211001"), Asked: funding.Yuan(9_000)},
		{ID: "r2", Organization: "west", Territory: org.Area("330211001"), Asked: funding.Yuan(6_000)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	commitments, err := specialfund.Commitments(settled, "district", specialfund.Awards, rule.Day(2014, 3, 1), 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range commitments {
		apply(e)
	}
	apply(specialfund.Event{Date: rule.Day(2014, 3, 9), Kind: specialfund.Pay, Commitment: "r1/district", Amount: funding.Yuan(6_000)})
	fmt.Println("committed", fund.Committed(specialfund.Awards), "paid", fund.Paid(specialfund.Awards), "available", fund.Available(specialfund.Awards))
	// Output: committed 4000.00 paid 6000.00 available 0.00
}
