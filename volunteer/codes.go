package volunteer

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	IdentityText     rule.Code = "identity.text"     // not written as text
	IdentityLength   rule.Code = "identity.length"   // not 18 characters
	IdentityDigit    rule.Code = "identity.digit"    // a character that is no digit
	IdentityDivision rule.Code = "identity.division" // no such province
	IdentityBirth    rule.Code = "identity.birth"    // no such day of birth
	IdentityCheck    rule.Code = "identity.check"    // the check character is wrong
	IdentityMasked   rule.Code = "identity.masked"   // a masked number

	MomentSyntax  rule.Code = "moment.syntax"  // not a time as it is written
	MomentZone    rule.Code = "moment.zone"    // a time without its zone, or of another zone
	MomentInvalid rule.Code = "moment.invalid" // no such hour or minute
	SpanBackwards rule.Code = "span.backwards" // ends before it begins
	HoursOfDay    rule.Code = "weekly.hours"   // hours outside the day or the wrong way round

	CountRange rule.Code = "reach.count-range" // a number of people that cannot be
	HoursRange rule.Code = "hours.range"       // finer than kept, or too many

	IDTwice          rule.Code = "register.id-twice"         // an id stands twice
	IDIsIdentity     rule.Code = "register.id-is-identity"   // an identity number used as id
	PersonUnknown    rule.Code = "register.person-unknown"   // nobody of that id
	TeamUnknown      rule.Code = "register.team-unknown"     // no team of that id
	OutsideTeam      rule.Code = "register.outside-team"     // membership while there is no team
	MemberTwice      rule.Code = "register.member-twice"     // two memberships at once in one team
	EnrolledTwice    rule.Code = "register.enrolled-twice"   // two enrolments at once in one class
	BirthDiffers     rule.Code = "register.birth-differs"    // the identity number says otherwise
	BeforeBirth      rule.Code = "register.before-birth"     // enrolled before birth
	BeforeConsent    rule.Code = "register.before-consent"   // enrolled before consent was given
	AfterConsent     rule.Code = "register.after-consent"    // enrolled after consent was withdrawn
	ConsentBackwards rule.Code = "register.consent-ends"     // withdrawn before it was given
	GuardianMissing  rule.Code = "register.guardian-missing" // a minor without a guardian
	GuardianYounger  rule.Code = "register.guardian-younger" // not born before the ward
	GuardianMinor    rule.Code = "register.guardian-minor"   // under 18 when agreeing
	GuardianLate     rule.Code = "register.guardian-late"    // agreed after the service began
)

// Codes of the reasons this package gives.
const (
	SameIdentity rule.Code = "register.same-identity" // one identity number, several ids
	PerhapsSame  rule.Code = "register.perhaps-same"  // one name and day of birth, several ids
)

var problems = rule.Catalog{
	IdentityText:     rule.Words("身份证号应写作文本", "an identity number is written as text"),
	IdentityLength:   rule.Words("身份证号应为 18 位,实为 {length} 位", "an identity number has 18 characters, not {length}"),
	IdentityDigit:    rule.Words("身份证号第 {place} 位不是数字(末位可为 X)", "character {place} of the identity number is no digit (the last may be X)"),
	IdentityDivision: rule.Words("身份证号前两位不是省级行政区划代码", "the first two digits of the identity number are no province"),
	IdentityBirth:    rule.Words("身份证号中的出生日期不存在", "the identity number carries a day of birth that does not exist"),
	IdentityCheck:    rule.Words("身份证号校验码不符", "the check character of the identity number is wrong"),
	IdentityMasked:   rule.Words("身份证号已脱敏,不能当作号码读入", "the identity number is masked and cannot be read"),

	MomentSyntax:  rule.Words("时间“{value}”格式不对,应写作 2015-04-21T09:30+08:00", "time \"{value}\" is not written 2015-04-21T09:30+08:00"),
	MomentZone:    rule.Words("时间“{value}”须注明时区 +08:00(或 Z)", "time \"{value}\" needs its zone, +08:00 or Z"),
	MomentInvalid: rule.Words("时间“{value}”不存在", "there is no time \"{value}\""),
	SpanBackwards: rule.Words("止于 {until},不晚于起始 {from}", "it ends at {until}, not after {from}"),
	HoursOfDay:    rule.Words("时段(分钟)须在 0 至 1440 之间且先起后止,实为 {from} 至 {until}", "the hours, in minutes of the day, must run upwards within 0 and 1440, not from {from} to {until}"),

	CountRange: rule.Words("人数 {value} 不合理", "{value} cannot be"),
	HoursRange: rule.Words("时长 {value} 超过四位小数或过大", "{value} have more than four decimals or are too many"),

	IDTwice:          rule.Words("编号与第 {first} 行(从零数起)重复", "the id stands in row {first} too, counted from zero"),
	IDIsIdentity:     rule.Words("编号不得使用身份证号", "an identity number must not be used as an id"),
	PersonUnknown:    rule.Words("名册中没有“{person}”", "nobody on the register has the id \"{person}\""),
	TeamUnknown:      rule.Words("没有队伍“{team}”", "there is no team \"{team}\""),
	OutsideTeam:      rule.Words("入队期间超出队伍存续期间", "the membership reaches beyond the team's own time"),
	MemberTwice:      rule.Words("与第 {other} 行(从零数起)同人同队,期间重叠", "overlaps row {other}, counted from zero: the same person in the same team"),
	EnrolledTwice:    rule.Words("同为{class},期间重叠", "two enrolments as {class} overlap"),
	BirthDiffers:     rule.Words("出生日期与身份证号不一致", "the date of birth differs from the identity number"),
	BeforeBirth:      rule.Words("登记早于出生", "enrolled before birth"),
	BeforeConsent:    rule.Words("登记 {from} 早于本人同意 {given}", "enrolled on {from}, before the consent of {given}"),
	AfterConsent:     rule.Words("本人已于 {withdrawn} 撤回同意,登记须止于该日", "consent was withdrawn on {withdrawn}; the enrolment must end by then"),
	ConsentBackwards: rule.Words("撤回同意早于同意", "consent was withdrawn before it was given"),
	GuardianMissing:  rule.Words("未成年人须有监护人同意", "a minor needs a guardian's consent"),
	GuardianYounger:  rule.Words("监护人并不年长于被监护人", "the guardian was not born before the ward"),
	GuardianMinor:    rule.Words("监护人同意时未满 18 周岁", "the guardian was under 18 when agreeing"),
	GuardianLate:     rule.Words("监护人同意({agreed})晚于服务开始({from})", "the guardian agreed on {agreed}, after the service began on {from}"),

	SameIdentity: rule.Words("{entries} 条登记身份证号相同", "{entries} entries have the same identity number"),
	PerhapsSame:  rule.Words("{entries} 条登记姓名与出生日期({birth})相同,或为同一人", "{entries} entries have the same name and date of birth ({birth}): perhaps the same person"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }

// PersonUnknownAt is the problem of an id that nobody on the register has.
func PersonUnknownAt(path, id string) *rule.Problem {
	return problems.Problem(path, PersonUnknown, rule.With("person", safe(id)))
}

// safe quotes an id, unless it is somebody's identity number.
func safe(id string) rule.Value {
	if parsed, err := ParseIdentity(id); err == nil {
		return rule.Word(parsed.String())
	}
	return rule.Quoted(id)
}

// TeamUnknownAt is the problem of an id that no team on the register has.
func TeamUnknownAt(path, id string) *rule.Problem {
	return problems.Problem(path, TeamUnknown, rule.With("team", safe(id)))
}
