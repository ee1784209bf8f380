package venture

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Catalogue lists the needs a round is open to (需求目录), in classes (大类) and
// subclasses (小类).
type Catalogue struct {
	rule.Head
	Classes []Class `json:"classes"`
}

// Class is a class of need.
type Class struct {
	ID         string     `json:"id"`
	Title      rule.Text  `json:"title"`
	Subclasses []Subclass `json:"subclasses"`
}

// Subclass is a need that a project can meet. Its id is unlike that of any
// other in the catalogue.
type Subclass struct {
	ID    string    `json:"id"`
	Title rule.Text `json:"title"`
}

// Validate reports the faults of the head, a catalogue without classes, a class
// without subclasses, ids and titles that are missing, and ids that stand twice.
func (c Catalogue) Validate() error {
	var found rule.Problems
	found.Nest("", c.Head.Validate())
	if len(c.Classes) == 0 {
		found.Add(problems.Problem("classes", rule.Required))
	}
	seen := map[string]bool{}
	named := func(at, id string, title rule.Text) {
		switch {
		case id == "":
			found.Add(problems.Problem(at+".id", rule.Required))
		case seen[id]:
			found.Add(problems.Problem(at+".id", NeedTwice, rule.With("id", rule.Quoted(id))))
		}
		seen[id] = true
		if title.ZH == "" || title.EN == "" {
			found.Add(problems.Problem(at+".title", rule.Required))
		}
	}
	for i, class := range c.Classes {
		at := "classes[" + strconv.Itoa(i) + "]"
		named(at, class.ID, class.Title)
		if len(class.Subclasses) == 0 {
			found.Add(problems.Problem(at+".subclasses", rule.Required))
		}
		for j, sub := range class.Subclasses {
			named(at+".subclasses["+strconv.Itoa(j)+"]", sub.ID, sub.Title)
		}
	}
	return found.Err()
}

// Count returns how many classes and subclasses the catalogue has.
func (c Catalogue) Count() (classes, subclasses int) {
	for _, class := range c.Classes {
		subclasses += len(class.Subclasses)
	}
	return len(c.Classes), subclasses
}

// index finds for each subclass the place of its class and its title.
func (c Catalogue) index() map[string]need {
	needs := map[string]need{}
	for i, class := range c.Classes {
		for _, sub := range class.Subclasses {
			needs[sub.ID] = need{i, sub.Title}
		}
	}
	return needs
}

type need struct {
	class int
	title rule.Text
}
