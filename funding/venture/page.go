package venture

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Page returns the page that explains one entry: its score, what it gets and
// how that is made up, or everything that stood against it. An entry that did
// not take part is a problem with code [EntryUnknown].
func (r *Result) Page(entry string) (rule.Page, error) {
	page := rule.Page{Title: rule.Words("公益创投评审结果说明", "Venture philanthropy: decision"), Rule: r.Rules}
	head := func(organization, class string, result rule.Value) {
		page.Lines = []rule.Line{
			{Label: rule.Words("项目", "project"), Value: r.name(entry)},
			{Label: rule.Words("申报单位", "organization"), Value: rule.Word(organization)},
			{Label: rule.Words("需求类别", "class of need"), Value: rule.Label(r.titles[class])},
			{Label: rule.Words("结果", "result"), Value: result},
		}
	}
	if i := slices.IndexFunc(r.Awards, func(a Award) bool { return a.Entry == entry }); i >= 0 {
		a := r.Awards[i]
		head(a.Organization, a.Class, a.Amount.Value())
		page.Steps = a.Reasons
		return page, nil
	}
	i := slices.IndexFunc(r.Refusals, func(f Refusal) bool { return f.Entry == entry })
	if i < 0 {
		return rule.Page{}, problems.Problem("entry", EntryUnknown, rule.With("id", rule.Quoted(entry)))
	}
	f := r.Refusals[i]
	head(f.Organization, f.Class, rule.Label(rule.Words("不予资助", "not funded")))
	page.Steps = f.Reasons
	return page, nil
}

// name is how a page names an entry.
func (r *Result) name(entry string) rule.Value {
	title, ok := r.titles[entry]
	if !ok {
		return rule.Word(entry)
	}
	return rule.Label(rule.Words(entry+" "+title.ZH, entry+" "+title.EN))
}
