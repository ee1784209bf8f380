// Package receipt makes a settlement provable: by anybody, from the published
// rules and the requests alone.
//
// [Verify] computes a round again, by plain long division on whole numbers of
// any size, straight from the definitions and sharing no arithmetic with
// funding.Settle, and accepts nothing that differs by one fen or one missing
// reason. A [Receipt] is a settlement as data, JSON both ways, with the digests
// of what went in; its own [Receipt.Digest] is the same wherever and in
// whatever order the requests were listed, so that two offices compare one
// line.
package receipt
