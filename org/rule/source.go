package rule

import "golang.org/x/text/language"

// Source says where a rule or a figure stands: a statute, a notice, a report.
type Source struct {
	Title   string `json:"title,omitzero"`   // as issued, without 《》
	Issuer  string `json:"issuer,omitzero"`  // the issuing body
	Number  string `json:"number,omitzero"`  // document number, 文号
	Date    Date   `json:"date,omitzero"`    // day of issue
	Article string `json:"article,omitzero"` // clause, as cited: 第十条第二款
	Link    string `json:"link,omitzero"`    // where it was read
}

// At returns the same source at one of its articles.
func (s Source) At(article string) Source {
	s.Article = article
	return s
}

// IsZero tells whether no source is stated.
func (s Source) IsZero() bool { return s == Source{} }

// In returns the source as it is cited, in the form of the reader's language.
// Titles and numbers stay as issued.
func (s Source) In(tag language.Tag) string {
	zh := Chinese(tag)
	out := s.Title
	if out != "" && zh {
		out = "《" + out + "》"
	}
	parts := []string{s.Number, s.Article}
	if s.Number == "" && !s.Date.IsZero() {
		parts[0] = s.Date.String()
	}
	for _, part := range parts {
		switch {
		case part == "":
		case out == "":
			out = part
		case zh:
			out += part
		default:
			out += ", " + part
		}
	}
	return out
}

// Status tells whether a rule's figures were published by an authority or
// chosen here to show how the rule works.
type Status uint8

// The two statuses.
const (
	Published    Status = 1 + iota // 已公布: every figure stands in the source
	Illustrative                   // 示例: figures are ours, for demonstration
)

var statuses = NewEnum[Status]("status",
	Named("published", "已公布", "published"),
	Named("illustrative", "示例", "illustrative"),
)

// Statuses returns every status.
func Statuses() []Status { return statuses.Values() }

// Valid tells whether the status is stated.
func (s Status) Valid() bool { return statuses.Valid(s) }

// String returns the stable text form.
func (s Status) String() string { return statuses.Text(s) }

// Label returns the status in the reader's language.
func (s Status) Label(tag language.Tag) string { return statuses.Label(s, tag) }

// MarshalText writes the stable text form; a status not stated is an error.
func (s Status) MarshalText() ([]byte, error) { return statuses.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }

// Head is what every rule set carries: its name, where it was published, its
// status and the days it is in force.
type Head struct {
	ID     string `json:"id"`
	Title  Text   `json:"title"`
	Source Source `json:"source,omitzero"`
	Status Status `json:"status"`
	Period Period `json:"period,omitzero"`
}

// Validate reports every fault of the head: no id, no title, no status, a
// published rule without the title of its source, a period without a day.
func (h Head) Validate() error {
	var found Problems
	if h.ID == "" {
		found.Add(problems.Problem("id", Required))
	}
	if h.Title.ZH == "" || h.Title.EN == "" {
		found.Add(problems.Problem("title", Required))
	}
	if !h.Status.Valid() {
		found.Add(problems.Problem("status", Required))
	}
	if h.Status == Published && h.Source.Title == "" {
		found.Add(problems.Problem("source.title", Required))
	}
	found.Nest("period", h.Period.Validate())
	return found.Err()
}
