package main

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/study"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

// training counts the invented records of training.
func (w *world) training(f *fact) error {
	records := trainees()
	times, persons := talent.Trained(records, rule.Period{Until: w.asOf.AddDays(1)})
	f.exactly("trained", int(times), "talent.Trained", rule.Words("累计培训(虚构)", "trained so far (synthetic)"))
	f.derived(rule.Words("其中不同的人", "different people among them"), persons.Value(), int64(persons) <= int64(times), "volunteer.Persons")
	f.exactly("tiers", len(talent.Tiers()), "talent.Tiers", rule.Words("人才层级", "tiers of talent"))
	f.exactly("courses", len(talent.Usual().Courses), "talent.Plan", rule.Words("培训课程(学分为示例)", "courses (illustrative credits)"))
	review, err := talent.Usual().Review(records[1], w.asOf)
	if err != nil {
		return err
	}
	f.derived(rule.Words("一名志愿者升入下一层级尚缺的条件(示例)", "conditions one volunteer still lacks for the next tier (illustrative)"),
		rule.Int(int64(len(review.Lacks)), rule.Item), len(review.Lacks) > 0 != review.Ready, "talent.Plan.Review", review.Asked)
	return nil
}

// studios counts invented studios, who is in them and whom they served.
func (w *world) studios(f *fact) error {
	register, err := people()
	if err != nil {
		return err
	}
	book, err := studioBook(register)
	if err != nil {
		return err
	}
	studios, drawn := book.Drawn(w.asOf)
	f.exactly("studios", studios, "studio.Book.Drawn", rule.Words("个人工作室(虚构)", "personal studios (synthetic)"))
	f.exactly("volunteers", int(drawn), "studio.Book.Drawn", rule.Words("吸收志愿者(虚构)", "volunteers drawn in (synthetic)"))
	activity, err := book.Activity("", rule.Period{Until: w.asOf.AddDays(1)})
	if err != nil {
		return err
	}
	f.exactly("served", int(activity.Served.Times), "studio.Book.Activity", rule.Words("服务居民(虚构)", "residents served (synthetic)"))
	f.stated(rule.Words("服务过的不同居民,只能界定", "different residents served, known within bounds"),
		rule.Label(activity.Served.Interval().WordsOf(rule.Person)), "volunteer.Reach")
	return nil
}

// insurance insures the synthetic register and asks which sums per head agree.
func (w *world) insurance(f *fact) error {
	register, err := people()
	if err != nil {
		return err
	}
	insured := programme()
	roll, err := insured.Enrol(register)
	if err != nil {
		return err
	}
	gaps := insured.Gaps(register, roll, w.asOf)
	total, err := insured.Policies[0].Total(insurance.HeadsOn(register, w.asOf)...)
	if err != nil {
		return err
	}
	f.exactly("heads", gaps.Insured, "insurance.Programme.Enrol", rule.Words("参保志愿者(虚构)", "insured volunteers (synthetic)"), total.Reasons...)
	f.derived(rule.Words("在册而未参保", "on the register and not insured"), rule.Int(int64(len(gaps.Uninsured)), rule.Person),
		len(gaps.Uninsured)+len(gaps.Twice)+len(gaps.Strangers) == 0, "insurance.Programme.Gaps", gaps.Reasons...)
	f.number("sum_insured", total.Sum.Decimal(), "insurance.Policy.Total", rule.Words("人均 600 元的保额合计", "sum insured at 600 yuan a head"))
	heads := f.figure("heads").Interval().Intersect(rule.Below(rule.Dec("40000")))
	answer, err := insurance.Question{Total: f.figure("sum_insured").Interval(), Heads: heads, Step: funding.Yuan(1)}.Solve()
	if err != nil {
		return err
	}
	f.derived(rule.Words("反问:3 万至 4 万人之间,人均整元保额的解", "inverse: whole-yuan sums per head for 30,000 to 40,000 people"),
		rule.Int(int64(answer.Pairs), 0), answer.Pairs > 0, "insurance.Question.Solve", answer.Reasons...)
	return nil
}

// events tallies the invented events of the service base.
func (w *world) events(f *fact) error {
	register, err := people()
	if err != nil {
		return err
	}
	entries, reached := baseEvents()
	totals, err := hours.TallyCredits(hours.Usual(), register, entries, w.asOf)
	if err != nil {
		return err
	}
	held := map[string]bool{}
	for _, credit := range totals.Credits() {
		held[entries[credit.Entry].Activity] = true
	}
	f.exactly("events", len(held), "hours.TallyCredits", rule.Words("各类活动(虚构)", "events (synthetic)"))
	turnouts := volunteer.PersonTimes(0)
	log := study.Log{Register: register, Entries: entries, Totals: totals}
	for _, month := range log.ByTeamAndMonth(rule.Since(rule.Day(2014, 11, 1))) {
		turnouts += month.Turnouts
	}
	f.exactly("turnouts", int(turnouts), "study.Log.ByTeamAndMonth", rule.Words("志愿者出动(虚构)", "volunteer turn-outs (synthetic)"))
	reach, err := volunteer.ReachOf(reached)
	if err != nil {
		return err
	}
	f.among("people", reach.Interval(), "volunteer.ReachOf", rule.Words("服务群众(虚构;只知人次,人数有界)", "people served (synthetic; known within bounds)"))
	f.derived(rule.Words("服务人次", "attendances"), reach.Times.Value(), int64(reach.Least) <= int64(reach.Times), "volunteer.PersonTimes")
	return nil
}
