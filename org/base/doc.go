// Package base runs a service base for social organizations (社会组织综合性服务
// 基地, 孵化基地): its six functions, the three classes of organizations that
// reside in it, and how they enter, are reviewed, rise, stay on and leave.
//
// [Rules] are data: a transition table of org/stage whose rows need conditions
// of org/rule, the term of each class, and the days within which the base must
// answer and a resident must leave. A [Base] is the dated events of its
// residents, checked against the rules; it answers who resides in which class
// as of any day ([Base.Residents]) and what is due ([Base.Due]), and decides an
// event that has not happened yet ([Base.Decide]) with every unmet condition.
package base
