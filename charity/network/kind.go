package network

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is what a node of the network is.
type Kind uint8

// The kinds.
const (
	Federation  Kind = 1 + iota // 慈善总会
	Branch                      // 慈善分会
	Workstation                 // 慈善工作站
	NamedFund                   // 冠名慈善基金, whose money charity/fund keeps
)

var kinds = rule.NewEnum[Kind]("kind of node",
	rule.Named("federation", "慈善总会", "charity federation"),
	rule.Named("branch", "慈善分会", "charity branch"),
	rule.Named("workstation", "慈善工作站", "charity workstation"),
	rule.Named("named-fund", "冠名慈善基金", "named charity fund"),
)

// Kinds returns every kind of node.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// Host is where a node has its seat.
type Host uint8

// The hosts: “镇村、组织、企业、学校”, and the district for the core.
const (
	District     Host = 1 + iota
	Town              // 镇(街道)
	Village           // 村(社区)
	Organization      // 社会组织
	Enterprise        // 企业
	School            // 学校
)

var hosts = rule.NewEnum[Host]("host",
	rule.Named("district", "区", "district"),
	rule.Named("town", "镇(街道)", "town (subdistrict)"),
	rule.Named("village", "村(社区)", "village (community)"),
	rule.Named("organization", "社会组织", "social organization"),
	rule.Named("enterprise", "企业", "enterprise"),
	rule.Named("school", "学校", "school"),
)

// Hosts returns every host.
func Hosts() []Host { return hosts.Values() }

// Valid tells whether the host is stated.
func (h Host) Valid() bool { return hosts.Valid(h) }

// String returns the stable text form.
func (h Host) String() string { return hosts.Text(h) }

// Label returns the host in the reader's language.
func (h Host) Label(tag language.Tag) string { return hosts.Label(h, tag) }

// MarshalText writes the stable text form; a host not stated is an error.
func (h Host) MarshalText() ([]byte, error) { return hosts.Marshal(h) }

// UnmarshalText reads the stable text form; anything else is an error.
func (h *Host) UnmarshalText(text []byte) error { return hosts.Unmarshal(h, text) }

// Act is what happens in an event.
type Act uint8

// The acts.
const (
	Found Act = 1 + iota // 设立
	Move                 // 改隶: under another node
	Close                // 撤销
	Raise                // 募集: money from outside
	Send                 // 划拨: money to another node
	Grant                // 资助: money to somebody outside
)

var acts = rule.NewEnum[Act]("act",
	rule.Named("found", "设立", "found"),
	rule.Named("move", "改隶", "move"),
	rule.Named("close", "撤销", "close"),
	rule.Named("raise", "募集", "raise"),
	rule.Named("send", "划拨", "send"),
	rule.Named("grant", "资助", "grant"),
)

// Acts returns every act.
func Acts() []Act { return acts.Values() }

// Valid tells whether the act is stated.
func (a Act) Valid() bool { return acts.Valid(a) }

// String returns the stable text form.
func (a Act) String() string { return acts.Text(a) }

// Label returns the act in the reader's language.
func (a Act) Label(tag language.Tag) string { return acts.Label(a, tag) }

// MarshalText writes the stable text form; an act not stated is an error.
func (a Act) MarshalText() ([]byte, error) { return acts.Marshal(a) }

// UnmarshalText reads the stable text form; anything else is an error.
func (a *Act) UnmarshalText(text []byte) error { return acts.Unmarshal(a, text) }
