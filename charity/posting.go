package charity

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
)

type posting = ledger.Entry[Account]

// bound is the range of Money in fen.
const bound = 1_000_000_000_000_000_000 - 1

// postings returns what the event does to the ledger.
//
//	pledge, agree   promises     ← promised
//	lapse           promised     ← promises
//	give            cash         ← gifts        and the promise it keeps lapses
//	match, cover    cash         ← matching, covering, likewise
//	tally           gifts        ← owed         what goes back by the terms
//	refund          owed, gifts … ← cash
//	commit          reserved     ← payables
//	release         payables     ← reserved
//	pay             payables     ← cash, and gifts … ← reserved
//	pass on         gifts …      ← cash
//	fail, withdraw  promised     ← promises     all of them
func (p *Project) postings(e *Event, out []posting) ([]posting, error) {
	if e.Amount.Fen() > bound-p.moved {
		return nil, problems.Problem("amount", AmountRange)
	}
	amount := e.Amount
	post := func(debit, credit Account, amount funding.Money) {
		if amount.Fen() > 0 {
			out = append(out, posting{Event: e.Number, Debit: debit, Credit: credit, Amount: amount})
		}
	}
	promise := Account{Promises, e.Source, e.Party}
	payable := Account{Kind: Payables, Party: e.Party}
	cash, promised, reserved := Account{Kind: Cash}, Account{Kind: Promised}, Account{Kind: Reserved}
	limit := int64(bound)
	switch e.Kind {
	case Pledge, Agree:
		post(promise, promised, amount)
	case Lapse:
		limit = p.book.Balance(promise).Fen()
		post(promised, promise, amount)
	case Give, Match, Cover:
		post(cash, Account{incoming(e.Kind), e.Source, e.Party}, amount)
		post(promised, promise, funding.Fen(min(amount.Fen(), p.book.Balance(promise).Fen())))
	case Tally:
		for _, back := range p.trimmed() {
			post(back.Account, Account{Owed, back.Source, back.Party}, back.amount)
		}
	case Refund:
		rest := amount.Fen()
		for _, kind := range [...]AccountKind{Owed, Gifts, Matching, Covering} {
			from := Account{kind, e.Source, e.Party}
			part := min(rest, -p.book.Balance(from).Fen())
			post(from, cash, funding.Fen(part))
			rest -= part
		}
		limit = amount.Fen() - rest
	case Commit:
		post(reserved, payable, amount)
	case Release:
		limit = -p.book.Balance(payable).Fen()
		post(payable, reserved, amount)
	case Pay:
		limit = min(-p.book.Balance(payable).Fen(), p.held())
		if amount.Fen() > limit {
			break
		}
		post(payable, cash, amount)
		for _, part := range p.shares(amount) {
			post(part.Account, reserved, part.amount)
		}
	case PassOn:
		if limit = p.held(); amount.Fen() > limit {
			break
		}
		for _, part := range p.shares(amount) {
			post(part.Account, cash, part.amount)
		}
	case Fail, Withdraw:
		for a, balance := range p.book.All {
			if a.Kind == Promises {
				post(promised, a, balance)
			}
		}
	}
	if amount.Fen() > limit {
		return nil, problems.Problem("amount", AmountAbove, e.Kind.label("kind"),
			rule.With("amount", amount.Value()), rule.With("limit", funding.Fen(limit).Value()))
	}
	return out, nil
}

func incoming(k Kind) AccountKind {
	switch k {
	case Match:
		return Matching
	case Cover:
		return Covering
	}
	return Gifts
}

// part is an amount on an account.
type part struct {
	Account
	amount funding.Money
}

// holders returns the accounts of money at hand that are not at zero, by party,
// source and kind.
func (p *Project) holders() []part {
	var out []part
	for a, balance := range p.book.All {
		if balance.Fen() < 0 && (a.Kind == Gifts || a.Kind == Matching || a.Kind == Covering) {
			out = append(out, part{a, funding.Fen(-balance.Fen())})
		}
	}
	return byParty(out)
}

func byParty(parts []part) []part {
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.Party, b.Party), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Kind, b.Kind))
	})
	return parts
}

// shares divides an amount spent over all the money at hand, in proportion,
// by largest remainder, ties by party.
func (p *Project) shares(amount funding.Money) []part {
	return prorated(amount, p.holders())
}

func prorated(amount funding.Money, over []part) []part {
	weights := make([]decimal.Decimal, len(over))
	for i, holder := range over {
		weights[i] = decimal.NewFromInt(holder.amount.Fen())
	}
	amounts, err := funding.Split(amount, weights)
	if err != nil {
		return nil // nobody holds anything
	}
	for i := range over {
		over[i].amount = amounts[i]
	}
	return over
}

// trimmed returns the gifts that go back when the campaign is tallied: all of
// them if it was all or nothing and fell short, else what is above the target
// by its rule.
func (p *Project) trimmed() []part {
	if !p.open {
		return nil
	}
	excess := p.raised - p.target
	switch {
	case p.campaign.Mode == AllOrNothing && excess < 0:
		return p.latest(p.raised)
	case excess <= 0:
		return nil
	case p.campaign.Excess == TrimProRata:
		return prorated(funding.Fen(excess), byParty(p.latest(p.raised)))
	case p.campaign.Excess == TrimLatest:
		return p.latest(excess)
	}
	return nil
}

// latest returns the latest gifts of the campaign that make up an amount.
func (p *Project) latest(fen int64) []part {
	var out []part
	places := map[Account]int{}
	for _, e := range slices.Backward(p.events[p.opened:]) {
		if fen <= 0 {
			break
		}
		if e.Kind != Give {
			continue
		}
		a := Account{Gifts, e.Source, e.Party}
		i, ok := places[a]
		if !ok {
			i = len(out)
			places[a] = i
			out = append(out, part{Account: a})
		}
		held := -p.book.Balance(a).Fen() - out[i].amount.Fen()
		back := min(fen, held, e.Amount.Fen())
		out[i].amount = funding.Fen(out[i].amount.Fen() + back)
		fen -= back
	}
	return out
}
