// Package purchase buys services from social organizations (政府购买服务) and
// carries the agreement through: who may buy, who may supply and what may never
// be bought, as conditions; instalments that are paid against conditions, such
// as an advance, a mid-term and a final payment; and the settlement, which takes
// back what was not spent or may not be charged.
//
// An [Agreement] is its terms, its price by source and its dated events. Every
// instalment, and every fen that goes back, is divided among the sources
// exactly; what goes back goes back in proportion to what each source paid, so
// that a refund of everything leaves every source as it was.
package purchase
