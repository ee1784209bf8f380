// Package charity carries a public-welfare project (公益项目) from need to
// result: assess, raise, incubate, promote, run (评估、筹资、孵化、推介、运行).
//
// A project is its dated events, nothing else. [Rules] say, as data, which
// events are possible in which stage and what each requires; [New] checks them
// and gives a [Pipeline]. [Project.Apply] lets an event happen or refuses it
// with every unmet requirement and what was found; a refusal is an answer, not
// an error, and leaves the project as it was. [Pipeline.Fold] rebuilds a
// project from its history, and [Project.Page] explains why it stands where it
// does.
//
// The money of a project is kept by double entry: what was promised, given,
// matched, committed, paid, owed back and returned, each on its account. No
// yuan appears or vanishes, a refund is the inverse of the gift, and a project
// is closed only with an empty ledger.
//
// Around the projects stand, each in a package of its own: the network that
// carries them (charity/network), named funds (charity/fund), the yearly
// spending duties (charity/duty), the platform where needs meet offers
// (charity/platform), and small projects of days (charity/micro).
//
// [FiveStages] is the process of the source document as rules. The document
// gives the stages and their order; the gates are illustrative and marked so.
package charity
