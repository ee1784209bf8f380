package association

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Convention is an association's rules for its members.
type Convention struct {
	rule.Head
	Obligations   []Obligation         `json:"obligations"`
	Window        int                  `json:"window"` // months within which breaches add up
	Ladder        []band.Row[Sanction] `json:"ladder"` // by the weight of the breaches, from 1
	Qualification Qualification        `json:"qualification"`
}

// Obligation is one thing that members must do or leave.
type Obligation struct {
	ID         string      `json:"id"`
	Title      rule.Text   `json:"title"`
	Instrument Instrument  `json:"instrument"` // that lays it down; under a pledge it binds those who signed
	Weight     int         `json:"weight"`     // of one breach
	Source     rule.Source `json:"source,omitzero"`
}

// Qualification says whom the association certifies, and for how long.
type Qualification struct {
	Facts rule.Vocabulary `json:"facts"`
	Needs rule.Condition  `json:"needs"`
	Valid rule.Duration   `json:"valid"`
}

// Instruments returns the instruments that the convention makes use of, in
// order.
func (c Convention) Instruments() []Instrument {
	var out []Instrument
	for _, o := range c.Obligations {
		out = append(out, o.Instrument)
	}
	if !c.Qualification.Needs.IsZero() {
		out = append(out, Certification)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Validate reports every fault of the convention: those of the head, no
// obligations, ids and instruments missing or twice, weights outside 1 to 100,
// a window outside 1 to 120 months, a ladder with gaps or overlaps or on which
// a heavier weight leads to a milder sanction, and a certification whose
// condition or validity is none. A convention need not certify anybody.
func (c Convention) Validate() error {
	var found rule.Problems
	found.Nest("", c.Head.Validate())
	if len(c.Obligations) == 0 {
		found.Add(problems.Problem("obligations", rule.Required))
	}
	seen := map[string]bool{}
	for i, o := range c.Obligations {
		path := rule.At("obligations", i)
		found.Nest(path, o.validate())
		if seen[o.ID] {
			found.Add(problems.Problem(path+".id", ObligationTwice, rule.With("id", rule.Quoted(o.ID))))
		}
		seen[o.ID] = true
	}
	if c.Window < 1 || c.Window > 120 {
		found.Add(problems.Problem("window", WindowRange, rule.With("months", rule.Int(int64(c.Window), rule.MonthUnit))))
	}
	ladder, err := c.ladder()
	found.Nest("ladder", err)
	for i := range ladder.Len() {
		if !ladder.Row(i).Is.Valid() {
			found.Add(problems.Problem("ladder", rule.Required))
		} else if i > 0 && ladder.Row(i).Is < ladder.Row(i-1).Is {
			found.Add(problems.Problem("ladder", LadderFalls))
		}
	}
	if q := c.Qualification; !q.Needs.IsZero() {
		found.Nest("qualification.needs", q.Needs.Validate(q.Facts))
		found.Nest("qualification.valid", q.Valid.Validate())
	}
	return found.Err()
}

// ladder is the sanctions over whole weights from 1.
func (c Convention) ladder() (band.Table[Sanction], error) {
	one := decimal.NewFromInt(1)
	return band.New(band.Domain{In: rule.AtLeast(one), Step: one}, c.Ladder)
}

func (o Obligation) validate() error {
	var found rule.Problems
	if o.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if o.Title.ZH == "" || o.Title.EN == "" {
		found.Add(problems.Problem("title", rule.Required))
	}
	switch {
	case !o.Instrument.Valid():
		found.Add(problems.Problem("instrument", rule.Required))
	case o.Instrument == Certification:
		found.Add(problems.Problem("instrument", Certified))
	}
	if o.Weight < 1 || o.Weight > 100 {
		found.Add(problems.Problem("weight", WeightRange, rule.With("value", rule.Int(int64(o.Weight), 0))))
	}
	return found.Err()
}

func (c Convention) obligation(id string) (Obligation, bool) {
	for _, o := range c.Obligations {
		if o.ID == id {
			return o, true
		}
	}
	return Obligation{}, false
}

// Recycling is the convention of an association of recycling enterprises (再生
// 资源行业协会). Its instruments, the ban on stolen goods and on manhole covers
// and the certification are the report's of Zhenhai, 2015; obligations in
// detail, weights, sanctions, what is certified and for how long are
// illustrative.
func Recycling() Convention {
	source := rule.Source{
		Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
		Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
	}
	n := decimal.NewFromInt
	return Convention{
		Head: rule.Head{
			ID: "convention.recycling", Title: rule.Words("再生资源行业自律(示例)", "self-discipline of recycling enterprises (illustration)"),
			Source: source, Status: rule.Illustrative,
		},
		Obligations: []Obligation{
			{ID: "weights", Title: rule.Words("足秤计量、明码标价", "honest weights and open prices"), Instrument: Covenant, Weight: 1},
			{ID: "sellers", Title: rule.Words("登记出售人和来源", "sellers and origins on record"), Instrument: PurchaseRules, Weight: 1},
			{ID: "stolen", Title: rule.Words("禁止收赃", "no stolen goods"), Instrument: Pledge, Weight: 3},
			{ID: "covers", Title: rule.Words("严禁收购窨井盖及碎片", "no manhole covers or their pieces"), Instrument: Pledge, Weight: 3},
		},
		Window: 24,
		Ladder: []band.Row[Sanction]{
			{In: rule.AtMost(n(1)), Is: Reminder},
			{In: rule.Above(n(1)).AtMost(n(2)), Is: Criticism},
			{In: rule.Above(n(2)).AtMost(n(5)), Is: Suspension},
			{In: rule.Above(n(5)), Is: Expulsion},
		},
		Qualification: Qualification{
			Facts: rule.Vocabulary{
				"licence":  {Type: rule.FlagType, Label: rule.Words("营业执照", "business licence")},
				"filed":    {Type: rule.FlagType, Label: rule.Words("再生资源回收经营备案", "filing as a recycling business")},
				"yard":     {Type: rule.NumberType, Label: rule.Words("场地面积(平方米)", "yard, in square metres")},
				"trained":  {Type: rule.NumberType, Unit: rule.Person, Label: rule.Words("培训合格人员", "trained staff")},
				"distance": {Type: rule.NumberType, Label: rule.Words("与住宅距离(米)", "distance from homes, in metres")},
			},
			Needs: rule.AllOf(rule.Is("licence"), rule.Is("filed"), rule.InRange("yard", rule.AtLeast(n(100))),
				rule.InRange("trained", rule.AtLeast(n(1))), rule.InRange("distance", rule.AtLeast(n(50)))),
			Valid: rule.Duration{N: 2, Of: rule.Years},
		},
	}
}
