package purchase

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Body is the kind of a party to a purchase (主体类别).
type Body uint8

// The kinds that the rules on purchase tell apart.
const (
	StateOrgan         Body = 1 + iota // 国家机关
	PublicOne                          // 公益一类事业单位: class-1 public institution
	PublicTwo                          // 公益二类事业单位: class-2 public institution
	Enterprise                         // 企业
	SocialOrganization                 // 社会组织, not publicly funded mass bodies
	MassBody                           // 使用事业编制且由财政拨款保障的群团组织: publicly funded mass body
	VillageCollective                  // 农村集体经济组织
	SelfGoverning                      // 基层群众性自治组织: residents' or villagers' committee
	AbleIndividual                     // 具备条件的个人
	BusinessUnit                       // 从事生产经营活动的事业单位: public institution that does business
)

var bodies = rule.NewEnum[Body]("body",
	rule.Named("state-organ", "国家机关", "state organ"),
	rule.Named("public-institution-1", "公益一类事业单位", "class-1 public institution"),
	rule.Named("public-institution-2", "公益二类事业单位", "class-2 public institution"),
	rule.Named("enterprise", "企业", "enterprise"),
	rule.Named("social-organization", "社会组织", "social organization"),
	rule.Named("mass-body", "使用事业编制且由财政拨款保障的群团组织", "publicly funded mass body"),
	rule.Named("village-collective", "农村集体经济组织", "village collective"),
	rule.Named("self-governing", "基层群众性自治组织", "grassroots self-governing body"),
	rule.Named("individual", "具备条件的个人", "able individual"),
	rule.Named("business-unit", "从事生产经营活动的事业单位", "public institution that does business"),
)

// Bodies returns every kind.
func Bodies() []Body { return bodies.Values() }

// Valid tells whether the kind is stated.
func (b Body) Valid() bool { return bodies.Valid(b) }

// String returns the stable text form.
func (b Body) String() string { return bodies.Text(b) }

// Label returns the kind in the reader's language.
func (b Body) Label(tag language.Tag) string { return bodies.Label(b, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (b Body) MarshalText() ([]byte, error) { return bodies.Marshal(b) }

// UnmarshalText reads the stable text form; anything else is an error.
func (b *Body) UnmarshalText(text []byte) error { return bodies.Unmarshal(b, text) }

// Subject is what is to be bought (购买内容).
type Subject uint8

// What may be bought, and the negative list (负面清单).
const (
	Service     Subject = 1 + iota // 属于政府职责范围、适合市场化方式提供的服务
	OutsideDuty                    // 不属于政府职责范围的服务事项
	DirectDuty                     // 应当由政府直接履职的事项
	Goods                          // 货物
	Works                          // 工程
	Bundled                        // 服务与工程打包的项目
	Financing                      // 融资行为
	Staffing                       // 购买主体的人员招聘、劳务派遣,设置公益性岗位
	OtherBarred                    // 法律、行政法规等规定的其他不得购买的内容
)

var subjects = rule.NewEnum[Subject]("subject",
	rule.Named("service", "政府职责范围内的服务", "service within government duty"),
	rule.Named("outside-duty", "不属于政府职责范围的服务", "service outside government duty"),
	rule.Named("direct-duty", "应当由政府直接履职的事项", "duty to be done directly"),
	rule.Named("goods", "货物", "goods"),
	rule.Named("works", "工程", "works"),
	rule.Named("bundled", "服务与工程打包的项目", "works bundled with services"),
	rule.Named("financing", "融资行为", "financing"),
	rule.Named("staffing", "人员招聘、劳务派遣、公益性岗位", "hiring, labour dispatch, welfare posts"),
	rule.Named("barred", "法律规定不得购买的其他内容", "others barred by law"),
)

// Subjects returns every subject.
func Subjects() []Subject { return subjects.Values() }

// Valid tells whether the subject is stated.
func (s Subject) Valid() bool { return subjects.Valid(s) }

// String returns the stable text form.
func (s Subject) String() string { return subjects.Text(s) }

// Label returns the subject in the reader's language.
func (s Subject) Label(tag language.Tag) string { return subjects.Label(s, tag) }

// MarshalText writes the stable text form; a subject not stated is an error.
func (s Subject) MarshalText() ([]byte, error) { return subjects.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Subject) UnmarshalText(text []byte) error { return subjects.Unmarshal(s, text) }
