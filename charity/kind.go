package charity

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind says what happens in an event. The first kinds move a project from
// stage to stage; the others put something on record within a stage.
type Kind uint8

// The kinds that move a project.
const (
	Approve  Kind = 1 + iota // 立项: assessment passed, to raising
	Secure                   // 筹资到位: the money is there, to incubation
	Graduate                 // 出壳: exit from the base, to promotion
	Launch                   // 落地: agreed with sponsors or purchasers, to running
	Complete                 // 结项: evaluated, money returned, closed
	Return                   // 退回: to the stage before
	Pause                    // 暂停
	Resume                   // 恢复
	Fail                     // 判定失败: to settlement
	Withdraw                 // 撤回: taken back by its founder, to settlement
	Settle                   // 清退完毕: nothing is owed any more

	// The kinds that stay in a stage.

	Record         // 补充情况: states facts
	OpenCampaign   // 发起筹资: a target, a deadline and terms
	Pledge         // 认捐
	Lapse          // 认捐失效
	Give           // 捐款到账
	Match          // 配套到账: money of a funding scheme
	Tally          // 筹资截止: decides the campaign by its terms
	Refund         // 退款
	Plan           // 编列预算
	SetMilestone   // 设定节点
	ReachMilestone // 达成节点
	Offer          // 推介洽谈: offered to a sponsor or purchaser
	Agree          // 签订协议: a sponsor or purchaser promises an amount
	Commit         // 承担支付: an obligation to a payee
	Release        // 解除支付: the payee gives an obligation up
	Pay            // 拨付: pays on an obligation
	Report         // 提交报告: accounts for what was paid
	Serve          // 服务: beneficiaries reached
	PassOn         // 转用: the rest goes to a like purpose
	Cover          // 风险补偿: somebody bears what a failed project owes
)

var kinds = rule.NewEnum[Kind]("event kind",
	rule.Named("approve", "立项", "approve"),
	rule.Named("secure", "筹资到位", "secure the money"),
	rule.Named("graduate", "出壳", "graduate"),
	rule.Named("launch", "落地", "launch"),
	rule.Named("complete", "结项", "complete"),
	rule.Named("return", "退回", "return"),
	rule.Named("pause", "暂停", "pause"),
	rule.Named("resume", "恢复", "resume"),
	rule.Named("fail", "判定失败", "fail"),
	rule.Named("withdraw", "撤回", "withdraw"),
	rule.Named("settle", "清退完毕", "settle"),
	rule.Named("record", "补充情况", "record facts"),
	rule.Named("open-campaign", "发起筹资", "open a campaign"),
	rule.Named("pledge", "认捐", "pledge"),
	rule.Named("lapse", "认捐失效", "let a pledge lapse"),
	rule.Named("give", "捐款到账", "give"),
	rule.Named("match", "配套到账", "match"),
	rule.Named("tally", "筹资截止", "tally"),
	rule.Named("refund", "退款", "refund"),
	rule.Named("plan", "编列预算", "plan a budget line"),
	rule.Named("set-milestone", "设定节点", "set a milestone"),
	rule.Named("reach-milestone", "达成节点", "reach a milestone"),
	rule.Named("offer", "推介洽谈", "offer"),
	rule.Named("agree", "签订协议", "agree"),
	rule.Named("commit", "承担支付", "commit"),
	rule.Named("release", "解除支付", "release"),
	rule.Named("pay", "拨付", "pay"),
	rule.Named("report", "提交报告", "report"),
	rule.Named("serve", "服务", "serve"),
	rule.Named("pass-on", "转用", "pass on"),
	rule.Named("cover", "风险补偿", "cover"),
)

// Kinds returns every kind, those that move a project first.
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

func (k Kind) label(name string) rule.Input { return rule.With(name, rule.Label(kinds.Labels(k))) }
