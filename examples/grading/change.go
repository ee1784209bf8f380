package main

import (
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org/rule"
)

// changed returns the policy with a line or a rate as the words say: "line
// class1=88", "rate class1=4000".
func changed(p grading.Policy, words string) (grading.Policy, error) {
	fail := problems.Problem("-whatif", WhatIfSyntax, rule.With("value", rule.Quoted(words)))
	what, rest, ok1 := strings.Cut(strings.TrimSpace(words), " ")
	name, value, ok2 := strings.Cut(strings.TrimSpace(rest), "=")
	if !ok1 || !ok2 {
		return p, fail
	}
	name = strings.TrimSpace(name)
	value = strings.TrimSpace(value)
	i := slices.IndexFunc(p.Scale.Classes, func(c grading.Class) bool { return plain(c.ID) == plain(name) })
	if i < 0 {
		var known []string
		for _, c := range p.Scale.Classes {
			known = append(known, c.ID)
		}
		return p, problems.Problem("-whatif", ClassUnknown, rule.With("class", rule.Quoted(name)), rule.With("known", rule.Word(strings.Join(known, " "))))
	}
	class := p.Scale.Classes[i].ID
	var found rule.Problems
	switch what {
	case "line":
		at, err := rule.ParseDecimal(value)
		if err == nil {
			p.Scale, err = whatif.MoveLine(p.Scale, class, at)
		}
		found.Nest("-whatif", err)
	case "rate":
		amount, err := funding.ParseMoney(value)
		found.Nest("-whatif", err)
		p.Subsidy.Rates = slices.Clone(p.Subsidy.Rates)
		for k := range p.Subsidy.Rates {
			if p.Subsidy.Rates[k].Class == class {
				p.Subsidy.Rates[k] = grading.Fixed(class, amount)
			}
		}
		p.Subsidy.ID += "+" + class + "=" + value
		p.Subsidy.Status = rule.Illustrative
	default:
		return p, fail
	}
	return p, found.Err()
}

// plain is an id without hyphens, so that class1 finds class-1.
func plain(id string) string { return strings.ReplaceAll(strings.ToLower(id), "-", "") }
