package post

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rank is the rank of an official. Whoever never was one has none.
type Rank uint8

// The ranks, the lowest first.
const (
	Section  Rank = 1 + iota // 科级及以下
	County                   // 县(处)级
	Bureau                   // 厅(局)级
	Ministry                 // 省(部)级及以上
)

var ranks = rule.NewEnum[Rank]("rank",
	rule.Named("section", "科级及以下", "section level or below"),
	rule.Named("county", "县(处)级", "county (division) level"),
	rule.Named("bureau", "厅(局)级", "bureau level"),
	rule.Named("ministry", "省(部)级及以上", "provincial (ministry) level or above"),
)

// Ranks returns every rank.
func Ranks() []Rank { return ranks.Values() }

// Valid tells whether the rank is stated.
func (r Rank) Valid() bool { return ranks.Valid(r) }

// String returns the stable text form.
func (r Rank) String() string { return ranks.Text(r) }

// Label returns the rank in the reader's language.
func (r Rank) Label(tag language.Tag) string { return ranks.Label(r, tag) }

// MarshalText writes the stable text form; a rank not stated is an error.
func (r Rank) MarshalText() ([]byte, error) { return ranks.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Rank) UnmarshalText(text []byte) error { return ranks.Unmarshal(r, text) }

// Service is how a person stands to public office on a day.
type Service uint8

// The services.
const (
	Serving Service = 1 + iota // 在职
	Retired                    // 退(离)休
	Private                    // 非公职人员: never an official
)

var services = rule.NewEnum[Service]("service",
	rule.Named("serving", "在职", "serving"),
	rule.Named("retired", "退(离)休", "retired"),
	rule.Named("private", "非公职人员", "no official"),
)

// Services returns every service.
func Services() []Service { return services.Values() }

// Valid tells whether the service is stated.
func (s Service) Valid() bool { return services.Valid(s) }

// String returns the stable text form.
func (s Service) String() string { return services.Text(s) }

// Label returns the service in the reader's language.
func (s Service) Label(tag language.Tag) string { return services.Label(s, tag) }

// MarshalText writes the stable text form; a service not stated is an error.
func (s Service) MarshalText() ([]byte, error) { return services.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Service) UnmarshalText(text []byte) error { return services.Unmarshal(s, text) }
