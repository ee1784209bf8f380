// Package studio holds the personal studios (个人工作室) in which able residents
// gather volunteers: founder, members, services, sessions and whom they reach.
//
// Entry and stay are conditions of a published kind ([Rules]); every clause is
// answered. Attendances and people are two types, [volunteer.PersonTimes] and
// [volunteer.Persons]: more than 10,000 person-times say nothing certain about
// the number of residents, and a [volunteer.Reach] says what they do say.
package studio
