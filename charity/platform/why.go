package platform

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Why explains what a round of a need gets: every offer that gives it
// something; for what it goes short of, each offer that would fit, what a unit
// of it is worth here and to those who get it, by its dual price; and the
// offers of its item that do not fit, by what keeps them. It is false for a
// need that is not among the result's.
func (r *Result) Why(need string, number int) (rule.Page, bool) {
	p := r.platform
	want, ok := locate(p.wants, number, func(i int) int { return cmp.Compare(p.needs[i].ID, need) })
	if ok {
		_, ok = r.wants[want]
	}
	if !ok {
		return rule.Page{}, false
	}
	n, got := &p.needs[p.wants[want].of], r.Needs[r.wants[want]]
	page := rule.Page{
		Title: rule.Words("需求对接说明", "What the need gets, and why"),
		Lines: []rule.Line{
			{Label: rule.Words("需求", "Need"), Value: rule.Word(name(n.ID, number) + " " + n.Party)},
			{Label: rule.Words("资源", "Resource"), Value: n.Resource.of(n.Item)},
			{Label: rule.Words("尚需", "Wanted"), Value: n.Resource.amount(got.Most)},
			{Label: rule.Words("得到", "Gets"), Value: n.Resource.amount(got.Got)},
			{Label: rule.Words("目标", "Objective"), Value: rule.Label(objectives.Labels(r.Objective))},
		},
	}
	from, _ := slices.BinarySearchFunc(r.pairs, want, func(pair assign.Pair, want int) int { return cmp.Compare(pair.Right, want) })
	for i := from; i < len(r.pairs) && r.pairs[i].Right == want; i++ {
		if r.amounts[i] > 0 {
			page.Steps = append(page.Steps, problems.Reason(Gets, r.offered(i), rule.With("worth", rule.Int(r.pairs[i].Value, rule.Point))).
				Gives(rule.Given, n.Resource.amount(r.amounts[i])))
		}
	}
	if got.Got == got.Most {
		return page, true
	}
	for i := from; i < len(r.pairs) && r.pairs[i].Right == want; i++ {
		if step, ok := r.instead(i); ok {
			page.Steps = append(page.Steps, step)
		}
	}
	l := look{p: p, from: r.On}
	page.Notes = append(page.Notes, l.missing(want, got.Most-got.Got))
	return page, true
}

// offered names the offer of a pair.
func (r *Result) offered(pair int) rule.Input {
	g := r.platform.gives[r.pairs[pair].Left]
	o := &r.platform.offers[g.of]
	return rule.With("offer", rule.Word(name(o.ID, g.number)+" "+o.Party))
}

// instead says why an offer that fits gives a short need no more. Since the
// need is short it has no price, so that what one more unit of the offer would
// be worth is at least what it is worth here, unless the pair is full.
func (r *Result) instead(i int) (rule.Reason, bool) {
	pair := r.pairs[i]
	offer := r.Offers[r.gives[pair.Left]]
	if r.amounts[i] == pair.Most {
		if r.amounts[i] == offer.Most {
			return rule.Reason{}, false // all of it is the need's
		}
		limit := r.platform.needs[r.platform.wants[pair.Right].of].Resource.amount(pair.Most)
		return problems.Reason(NoMoreEach, r.offered(i), rule.With("limit", limit)).Gives(rule.Compare, rule.Flag(false)), true
	}
	var takers []string
	for j := range r.pairs {
		if r.pairs[j].Left == pair.Left && r.pairs[j].Right != pair.Right && r.amounts[j] > 0 {
			w := r.platform.wants[r.pairs[j].Right]
			takers = append(takers, name(r.platform.needs[w.of].ID, w.number))
		}
	}
	return problems.Reason(Dearer, r.offered(i), rule.With("here", rule.Int(pair.Value, rule.Point)),
		rule.With("there", rule.Int(offer.Price-r.PerUnit, rule.Point)),
		rule.With("takers", rule.Word(strings.Join(takers, ", ")))).Gives(rule.Compare, rule.Flag(false)), true
}

// name is an id with its round, where it is not the first.
func name(id string, number int) string {
	if number == 0 {
		return id
	}
	return id + "/" + strconv.Itoa(number+1)
}

// of names the resource and item.
func (r Resource) of(item string) rule.Value {
	if item == "" {
		return rule.Label(resources.Labels(r))
	}
	return rule.Label(rule.Words(r.Label(language.Chinese)+":"+item, r.Label(language.English)+": "+item))
}

// missing names what a need lacks, with the offers of its item by what keeps
// them from it.
func (l *look) missing(want int, short int64) rule.Reason {
	n := &l.p.needs[l.p.wants[want].of]
	out := problems.Reason(Missing, rule.With("need", rule.Word(name(n.ID, l.p.wants[want].number))), rule.With("resource", n.Resource.of(n.Item))).
		Gives(rule.Given, n.Resource.amount(short))
	var kept [usedUp + 1][]string
	offers := l.p.whole[thing{n.Resource, n.Item}]
	for _, i := range offers {
		h := l.hurdle(i, want)
		kept[h] = append(kept[h], name(l.p.offers[l.p.gives[i].of].ID, l.p.gives[i].number))
	}
	if len(offers) == 0 {
		out.Parts = append(out.Parts, problems.Reason(NoOffer, rule.With("resource", n.Resource.of(n.Item))))
	}
	for h, code := range [...]rule.Code{elsewhere: Elsewhere, otherDays: OtherDays, refused: Refused, usedUp: UsedUp} {
		if h > 0 && len(kept[h]) > 0 {
			out.Parts = append(out.Parts, problems.Reason(code, rule.With("offers", rule.Word(listed(kept[h])))))
		}
	}
	if len(kept[refused]) > 0 {
		part := &out.Parts[slices.IndexFunc(out.Parts, func(r rule.Reason) bool { return r.Code == Refused })]
		part.Parts = l.refusals(want, offers)
	}
	return out
}

// refusals are the unmet requirements of the first offer that is kept from a
// need by a condition.
func (l *look) refusals(want int, offers []int) []rule.Reason {
	for _, i := range offers {
		if l.hurdle(i, want) != refused {
			continue
		}
		o, n := l.see(i, want)
		var unmet []rule.Reason
		if !holds(n.Requires, &l.offer) {
			unmet = append(unmet, n.Requires.Decide(&l.offer, l.p.facts).Unmet()...)
		}
		if !holds(o.Requires, &l.need) {
			unmet = append(unmet, o.Requires.Decide(&l.need, l.p.facts).Unmet()...)
		}
		return unmet
	}
	return nil
}

// listed writes a few ids, and how many more there are.
func listed(ids []string) string {
	const most = 5
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return strings.Join(ids[:most], ", ") + " +" + strconv.Itoa(len(ids)-most)
}
