package grading

import "github.com/sancheng-go/sancheng/org/rule"

var lifeSentences = rule.Catalog{}
