// Package vote decides a residents' vote on projects (公益创投居民投票,
// participatory budgeting): who gets money out of a budget when residents
// approve, rank or score projects that cost different amounts.
//
// Three rules are offered. [Greedy] takes projects by their votes, as most
// cities do. [EqualShares] is the Method of Equal Shares: the budget is
// divided equally among the voters, and a project is funded when its own
// supporters can pay for it, each no more than the price per point and nobody
// more than what is left of his share; in each round the project with the
// lowest price per unit of satisfaction is bought. [EqualSharesAddOne]
// completes it: the shares are raised step by step, and the last outcome that
// the real budget pays for is kept.
//
// All of it is exact: prices and shares are fractions, compared without
// rounding, however many thousand voters there are. Rounds explain themselves,
// and what each voter pays can be asked for.
//
// # Definitions
//
// The definitions are those of the reference implementation of the field,
// pabutools, so that an outcome can be checked against it:
//
//   - A ballot gives a project points: one for an approval. A ballot's
//     satisfaction with a project is its points ([Cardinality]) or its points
//     times the project's cost ([Cost]), as the literature has it; the reference
//     implementation's measure by cost counts who named a project and not the
//     points, which is what ballots made by [Approve] give. Points of zero or
//     less are no support.
//   - The price of a project is the smallest r with Σ min(left, r × points) =
//     cost over its supporters. Projects are compared by price per satisfaction;
//     equal ones go to the id that is first as text, byte by byte.
//   - A project that costs nothing and has support is always funded, also by
//     [Cost], where the reference implementation leaves it out because its cost
//     satisfies nobody; a project without support never is, except by the greedy
//     rule.
//   - The share is budget ÷ ballots, an exact fraction; empty ballots count.
//     Add-one raises it by a whole step ([Rules].Step, one yuan) at a time and
//     ends before the first outcome that costs more than the budget, or at the
//     first to which no project with support could be added within it.
//   - The greedy rule orders projects by total satisfaction ÷ cost and takes
//     each that still fits; a project that does not fit is passed over.
//
// The order of the ballots and projects given never changes the outcome.
package vote
