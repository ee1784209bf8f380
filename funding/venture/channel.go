package venture

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Channel is a way in which a district buys or supports services of social
// organizations (购买服务方式).
type Channel uint8

// The channels, as Zhenhai's report of 2015 names them.
const (
	Directed     Channel = 1 + iota // 定向委托: directed commission
	Competition                     // 公益创投: venture philanthropy
	LotteryGrant                    // 福彩公益金补助社区(社会组织)服务项目: lottery-fund subsidy of community projects
)

var channels = rule.NewEnum[Channel]("channel",
	rule.Named("directed-commission", "定向委托", "directed commission"),
	rule.Named("venture-philanthropy", "公益创投", "venture philanthropy"),
	rule.Named("lottery-subsidy", "福彩公益金补助社区(社会组织)服务项目", "lottery-fund subsidy of community projects"),
)

// Channels returns every channel.
func Channels() []Channel { return channels.Values() }

// Valid tells whether the channel is stated.
func (c Channel) Valid() bool { return channels.Valid(c) }

// String returns the stable text form.
func (c Channel) String() string { return channels.Text(c) }

// Label returns the channel in the reader's language.
func (c Channel) Label(tag language.Tag) string { return channels.Label(c, tag) }

// MarshalText writes the stable text form; a channel not stated is an error.
func (c Channel) MarshalText() ([]byte, error) { return channels.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *Channel) UnmarshalText(text []byte) error { return channels.Unmarshal(c, text) }
