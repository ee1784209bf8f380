package main

import (
	"maps"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/post"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
)

// application is an invented one that states everything the regulations ask for
// but what more says otherwise.
func (w *world) application(id, title string, kind org.Kind, more rule.FactMap) regime.Application {
	facts := rule.FactMap{}
	for fact, declared := range regime.Facts() {
		switch fact {
		case regime.Nationwide, regime.Needed, regime.Listed:
		default:
			if declared.Type == rule.FlagType {
				facts[fact] = rule.Flag(true)
			}
		}
	}
	facts[regime.HeadElsewhere] = rule.Int(0, rule.Organization)
	facts[regime.Persons], facts[regime.Funds] = rule.Int(55, rule.Person), rule.Int(30_000, rule.Yuan)
	maps.Copy(facts, more)
	return regime.Application{ID: id, Name: title, On: w.asOf, Kind: kind, Territory: towns()[0], Sector: org.SocialService, Facts: facts}
}

// index is the registry by the scope that its organizations' names tell.
func (w *world) index() (regime.Index, func(org.Entry) []string, error) {
	words, err := name.Common(name.Division{Name: "镇海区", Level: org.District}).Splitter()
	if err != nil {
		return regime.Index{}, nil, err
	}
	scopes := regime.ByName(words)
	return regime.NewIndex(w.registry, w.asOf, scopes), scopes, nil
}

func category(c regime.Category) rule.Value { return rule.Word(c.String()) }

// decided takes an application through each track, and the one of the second
// through the law before 2012, where it lacks a competent unit.
func (w *world) decided(f *fact) error {
	index, _, err := w.index()
	if err != nil {
		return err
	}
	noUnit := rule.FactMap{regime.Consent: rule.Flag(false)}
	welfare := w.application("A-2", "镇海区虚构晨光助残服务中心", org.PrivateNonEnterprise, noUnit)
	welfare.Facts[regime.CategoryIs] = category(regime.PublicWelfare)
	trade := w.application("A-1", "镇海区虚构塑料制品行业协会", org.SocialGroup, rule.FactMap{
		regime.CategoryIs: category(regime.Trade), regime.PreparedOn: rule.On(w.asOf.AddMonths(-2)),
	})
	troupe := w.application("A-3", "虚构广场舞队", 0, rule.FactMap{regime.Persons: rule.Int(12, rule.Person), regime.CategoryIs: category(regime.Community)})
	for _, c := range []struct {
		regime regime.Regime
		of     regime.Application
		what   rule.Text
		want   regime.Outcome
		track  org.Track
	}{
		{regime.DualTrack(), trade, rule.Words("行业协会(有业务主管单位)", "trade association with a competent unit"), regime.Register, org.DualManagement},
		{regime.DualTrack(), welfare, rule.Words("公益类服务中心(无业务主管单位)", "welfare centre without a competent unit"), regime.Register, org.DirectRegistration},
		{regime.DualTrack(), troupe, rule.Words("12 人的广场舞队", "dance troupe of 12"), regime.File, org.Filing},
		{regime.DualManagement(), welfare, rule.Words("同一服务中心,2012 年以前的双重管理", "the same centre under dual management, before 2012"), regime.Refuse, 0},
	} {
		d, err := c.regime.Decide(c.of, index)
		if err != nil {
			return err
		}
		result := rule.Words(d.Outcome.Label(language.Chinese), d.Outcome.Label(language.English))
		if d.Track.Valid() {
			result.ZH += "," + d.Track.Label(language.Chinese)
			result.EN += ", " + d.Track.Label(language.English)
		}
		f.derived(c.what, rule.Label(result), d.Outcome == c.want && d.Track == c.track, "regime.Decide", why(d)...)
	}
	return nil
}

// why is the reasons of the way taken or, where refused, of the nearest one.
func why(d regime.Decision) []rule.Reason {
	for _, t := range d.Trials {
		if t.Met {
			return t.Steps
		}
	}
	nearest, _ := d.Nearest()
	return nearest.Unmet()
}

// competition asks for a second association of the scope of one there is, as
// the law stands and with moderate competition.
func (w *world) competition(f *fact) error {
	index, scopes, err := w.index()
	if err != nil {
		return err
	}
	second := w.application("A-4", "镇海区虚构第二协会", org.SocialGroup, rule.FactMap{regime.CategoryIs: category(regime.Trade)})
	for e := range w.registry.All(w.asOf) {
		if e.Kind == org.SocialGroup && e.State.LegalPerson() {
			second.Scopes = scopes(e)
			break
		}
	}
	strict, err := regime.DualTrack().Decide(second, index)
	if err != nil {
		return err
	}
	there := len(strict.Similar)
	var short []rule.Reason // of the better ways
	for _, t := range strict.Better() {
		short = append(short, t.Unmet()...)
	}
	loose, err := regime.DualTrack().Competing(there+1, rule.Source{}, rule.Illustrative).Decide(second, index)
	if err != nil {
		return err
	}
	f.derived(rule.Words("同业第二家协会,一业一会", "a second association of one trade, one allowed"), rule.Label(granted(strict)),
		there > 0 && strict.Outcome != regime.Prepare, "regime.Index", short...)
	f.derived(rule.Words("同业第二家协会,适度竞争", "a second association of one trade, moderate competition"), rule.Label(granted(loose)),
		loose.Outcome == regime.Prepare, "regime.Competing", why(loose)...)
	return nil
}

func granted(d regime.Decision) rule.Text {
	return rule.Words(d.Outcome.Label(language.Chinese), d.Outcome.Label(language.English))
}

// posts audits an invented roster of officials, ends every post that breaks a
// rule, and audits it again.
func (w *world) posts(f *fact) error {
	rules := post.National(post.BirthdayIn)
	roster := officials()
	found, err := rules.Audit(roster, w.asOf)
	if err != nil {
		return err
	}
	var steps []rule.Reason
	broken := map[[2]string]bool{}
	for i, step := range found.Page().Steps {
		if finding := found.Findings[i]; !finding.Undecided {
			broken[[2]string{finding.Person.ID, finding.Post.Organization}] = true
			steps = append(steps, step)
		}
	}
	for i, p := range roster.Posts {
		if broken[[2]string{p.Person, p.Organization}] {
			roster.Posts[i].Period.Until = w.asOf
		}
	}
	after, err := rules.Audit(roster, w.asOf)
	if err != nil {
		return err
	}
	f.derived(rule.Words("干部兼职核查:违规(虚构名单)", "audit of officials' posts: breaches (invented roster)"),
		rule.Int(int64(len(found.Breaches())), rule.Item), len(broken) == 3 && len(found.Undecided()) == 0, "post.Audit", steps...)
	f.derived(rule.Words("清理后:违规", "after the posts are given up: breaches"),
		rule.Int(int64(len(after.Breaches())), rule.Item), len(after.Findings) == 0 && after.Posts == found.Posts-len(broken), "post.Audit")
	return nil
}

// officials is an invented roster: three who break no rule and three who do.
func officials() post.Roster {
	in := func(person, organization string, role post.Role, term int, approved, paid bool) post.Post {
		return post.Post{
			Person: person, Organization: organization, Kind: org.SocialGroup, Role: role, Term: term, Period: rule.Since(rule.Day(2011, 3, 1)),
			Facts: rule.FactMap{
				post.Approved: rule.Flag(approved), post.Reapproved: rule.Flag(true), post.Paid: rule.Flag(paid), post.Related: rule.Flag(true),
			},
		}
	}
	return post.Roster{
		Persons: []post.Person{
			{ID: "01", Name: "虚构甲", Born: rule.Day(1962, 4, 1), Rank: post.County, Leader: true},
			{ID: "02", Name: "虚构乙", Born: rule.Day(1960, 9, 9), Rank: post.County, Leader: true},
			{ID: "03", Name: "虚构丙", Born: rule.Day(1943, 2, 2), Rank: post.County, Leader: true, Retired: rule.Day(2003, 3, 1)},
			{ID: "04", Name: "虚构丁", Born: rule.Day(1950, 7, 7), Rank: post.Bureau, Leader: true, Retired: rule.Day(2010, 8, 1)},
			{ID: "05", Name: "虚构戊", Born: rule.Day(1975, 1, 1), Rank: post.Section},
			{ID: "06", Name: "虚构己", Born: rule.Day(1940, 1, 1)},
		},
		Posts: []post.Post{
			in("01", "虚构协会一", post.Chair, 1, false, false),
			in("02", "虚构协会二", post.SecretaryGeneral, 1, true, false),
			in("03", "虚构协会三", post.Honorary, 3, true, false),
			in("04", "虚构协会四", post.Chair, 2, true, false),
			in("05", "虚构协会五", post.Director, 1, true, true),
			in("06", "虚构协会六", post.Chair, 4, false, true),
		},
	}
}
