package regime

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Category is what kind of work an organization is for, as direct registration
// tells them apart (四类社会组织).
type Category uint8

// The four categories of direct registration, and the rest.
const (
	Trade         Category = 1 + iota // 行业协会商会类
	Science                           // 科技类
	PublicWelfare                     // 公益慈善类
	Community                         // 城乡社区服务类
	Other                             // 其他
)

var categories = rule.NewEnum[Category]("category",
	rule.Named("trade", "行业协会商会类", "trade associations and chambers"),
	rule.Named("science", "科技类", "science and technology"),
	rule.Named("public-welfare", "公益慈善类", "public welfare and charity"),
	rule.Named("community", "城乡社区服务类", "urban and rural community service"),
	rule.Named("other", "其他类", "other"),
)

// Categories returns every category.
func Categories() []Category { return categories.Values() }

// Valid tells whether the category is stated.
func (c Category) Valid() bool { return categories.Valid(c) }

// String returns the stable text form.
func (c Category) String() string { return categories.Text(c) }

// Label returns the category in the reader's language.
func (c Category) Label(tag language.Tag) string { return categories.Label(c, tag) }

// MarshalText writes the stable text form; a category not stated is an error.
func (c Category) MarshalText() ([]byte, error) { return categories.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *Category) UnmarshalText(text []byte) error { return categories.Unmarshal(c, text) }
