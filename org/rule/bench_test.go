package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// manyClauses is a condition of n clauses that all have to be looked at.
func manyClauses(n int) rule.Condition {
	parts := make([]rule.Condition, n)
	for i := range parts {
		parts[i] = rule.InRange("score", rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90")))
	}
	return rule.AllOf(parts...)
}

func BenchmarkDecide(b *testing.B) {
	facts := rule.FactMap{"score": rule.Num(rule.Dec("89.6"), rule.Point)}
	for _, n := range []int{1, 10, 100, 1000} {
		ask := manyClauses(n)
		b.Run(fmt.Sprintf("clauses=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !ask.Decide(facts, vocabulary).Holds() {
					b.Fatal("refused")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/clause")
		})
	}
}

func BenchmarkHolds(b *testing.B) {
	facts := rule.FactMap{"score": rule.Num(rule.Dec("89.6"), rule.Point)}
	for _, n := range []int{1, 10, 100, 1000} {
		ask := manyClauses(n)
		b.Run(fmt.Sprintf("clauses=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if holds, _ := ask.Holds(facts); !holds {
					b.Fatal("refused")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/clause")
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	type row struct {
		ID   string        `json:"id"`
		In   rule.Interval `json:"in"`
		N    int           `json:"n"`
		On   rule.Date     `json:"on"`
		Tags []string      `json:"tags"`
	}
	for _, n := range []int{1_000, 10_000, 100_000} {
		var doc strings.Builder
		doc.WriteString("[")
		for i := range n {
			if i > 0 {
				doc.WriteString(",")
			}
			fmt.Fprintf(&doc, `{"id":"org-%d","in":{"at_least":"75","below":"90"},"n":%d,"on":"2015-04-21","tags":["a","b"]}`, i, i)
		}
		data := []byte(doc.String() + "]")
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				var rows []row
				if err := rule.Decode(data, &rows); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/row")
		})
	}
}

func BenchmarkPage(b *testing.B) {
	page := page()
	for b.Loop() {
		_ = page.In(language.Chinese)
	}
}

func BenchmarkQuotient(b *testing.B) {
	fen := rule.Rounding{Mode: rule.HalfUp, Step: rule.Dec("0.01")}
	num, den := rule.Dec("17500"), rule.Dec("12")
	b.ReportAllocs()
	for b.Loop() {
		_ = fen.Quotient(num, den)
	}
}

func BenchmarkParseDate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rule.ParseDate("2015-04-21"); err != nil {
			b.Fatal(err)
		}
	}
}
