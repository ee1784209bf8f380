package stage_test

import (
	"testing"

	"github.com/sancheng-go/sancheng/org/rule"
)

func BenchmarkStep(b *testing.B) {
	base := table(b)
	for name, facts := range map[string]rule.FactMap{
		"moved":   {"months": rule.Int(12, rule.MonthUnit), "filed": rule.Flag(true)},
		"refused": {"months": rule.Int(7, rule.MonthUnit)},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				base.Step(inBase, graduate, facts)
			}
		})
	}
}
