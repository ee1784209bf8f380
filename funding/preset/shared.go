package preset

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Published returns every scheme of this package that was published, oldest
// version first where there are several.
func Published() []funding.Scheme {
	return append(GuangzhouVenture(),
		GuangzhouGrades(), HaishuVenture(), BaoanGrades(), TaishunGrades(), LonggangScience(), ChouchengVenture(), NanxiashuVenture(),
		FuyangCulture(), HuoshanVillages(), ZhaotongSharing())
}

// Illustrative returns every scheme of this package whose figures are ours, for
// a district.
func Illustrative(district org.Territory) []funding.Scheme {
	return []funding.Scheme{
		GradeAwards(district), FourThreeThree(district), OneToOne(district), TieredMatch(district),
		RoutineActivity(district), CommunityLottery(district),
	}
}

func published(id string, title rule.Text, source rule.Source, period rule.Period) rule.Head {
	return rule.Head{ID: id, Title: title, Source: source, Status: rule.Published, Period: period}
}

func illustrative(id, zh, en string) rule.Head {
	return rule.Head{ID: id, Title: rule.Words(zh, en), Status: rule.Illustrative}
}

func toFen() funding.Rounding { return funding.ToFen(funding.HalfUp) }

// graded is the amount of a grade; conditions ask for it under the fact grade.
type graded struct {
	grade string
	yuan  int64
}

func byGrade(amounts ...graded) funding.Rule {
	cases := make([]funding.Case, len(amounts))
	for i, a := range amounts {
		cases[i] = funding.Case{If: rule.IsOneOf("grade", rule.Word(a.grade)), Amount: funding.Yuan(a.yuan)}
	}
	return funding.Rule{Method: funding.ByCase, Cases: cases}
}

// gradeFacts declares the grade, as it stands in the certificate: 5A, 4A, 3A.
func gradeFacts() rule.Vocabulary {
	return rule.Vocabulary{"grade": {Type: rule.TextType, Label: rule.Words("评估等级", "grade of the assessment")}}
}

func weight(id string, title rule.Text, kind funding.Kind, of org.Territory, ratio string) funding.Source {
	return funding.Source{ID: id, Title: title, Kind: kind, Territory: of, Rule: funding.Rule{Method: funding.Rest, Ratio: rule.Dec(ratio)}}
}

func flag(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
