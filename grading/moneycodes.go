package grading

import "github.com/sancheng-go/sancheng/org/rule"

var moneySentences = rule.Catalog{}
