package org

import "github.com/sancheng-go/sancheng/org/stage"

// life is how an act leads from state to state. An organization begins in
// preparation, whether or not the preparation was an act of its own.
var life = must(newLife())

func newLife() (stage.Table[State, Act], error) {
	_, _ = states, acts // the check below asks for them: they must be ready before
	return stage.New(Preparing, []State{Deregistered, Revoked}, []stage.Row[State, Act]{
		{From: Preparing, On: Prepare, To: Preparing},
		{From: Preparing, On: File, To: Filed},
		{From: Preparing, On: Register, To: Registered},
		{From: Preparing, On: Change, To: Preparing},
		{From: Preparing, On: Lapse, To: Lapsed},

		{From: Filed, On: Register, To: Registered},
		{From: Filed, On: Change, To: Filed},
		{From: Filed, On: Detach, To: Filed},
		{From: Filed, On: Warn, To: Filed},
		{From: Filed, On: Lapse, To: Lapsed},
		{From: Filed, On: Deregister, To: Deregistered},
		{From: Filed, On: Revoke, To: Revoked},

		{From: Registered, On: Change, To: Registered},
		{From: Registered, On: Detach, To: Registered},
		{From: Registered, On: Warn, To: Registered},
		{From: Registered, On: Suspend, To: Suspended},
		{From: Registered, On: Deregister, To: Deregistered},
		{From: Registered, On: Revoke, To: Revoked},

		{From: Suspended, On: Resume, To: Registered},
		{From: Suspended, On: Change, To: Suspended},
		{From: Suspended, On: Detach, To: Suspended},
		{From: Suspended, On: Warn, To: Suspended},
		{From: Suspended, On: Deregister, To: Deregistered},
		{From: Suspended, On: Revoke, To: Revoked},

		{From: Lapsed, On: Prepare, To: Preparing},
		{From: Lapsed, On: File, To: Filed},
		{From: Lapsed, On: Register, To: Registered},
		{From: Lapsed, On: Deregister, To: Deregistered},
	}, nil)
}

// must returns the table of rows that have no fault.
func must(t stage.Table[State, Act], err error) stage.Table[State, Act] {
	if err != nil {
		panic(err)
	}
	return t
}

// Life returns the transition table of an organization's life: preparation,
// filing or registration, change, warning, suspension, lapse, and the two
// ends.
func Life() stage.Table[State, Act] { return life }

// steps is life as a table of states by state and act, for the loading of
// millions of events.
var steps = func() (steps [Revoked + 1][Revoke + 1]State) {
	for _, row := range life.Rows() {
		steps[row.From][row.On] = row.To
	}
	return steps
}()

func follow(from State, on Act) (State, bool) {
	if !on.Valid() {
		return 0, false
	}
	to := steps[from][on]
	return to, to != 0
}
