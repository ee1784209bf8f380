// Package talent leads volunteers to full-time staff and leading talent
// (志愿者、专职工作人员、领军人才): a catalogue of courses with credits, what each
// tier asks for, and what somebody still lacks for the next.
//
// What a tier asks for is a condition over credits, hours and time in the tier
// below; every clause is answered, so a refusal is the list of what to do.
package talent
