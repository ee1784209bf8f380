// Package stage holds typed transition tables: from this stage, on this event,
// to that one, if these conditions hold.
//
// The life of an organization, of a grade and of a project are such tables. A
// table is data that is checked when it is built: no two rows for one event in
// one stage, no stage out of reach, no stage without a way out unless it is an
// end, no condition on a fact nobody declares. A step either moves or refuses,
// and a refusal names everything that stands in the way. The table draws
// itself as a Mermaid state diagram.
package stage
