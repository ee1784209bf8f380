package org

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	TextTooLong     rule.Code = "text.too-long"    // an id, name or number of more than 200 bytes
	ValueUnknown    rule.Code = "value.unknown"    // not a value of its enumeration
	TerritorySyntax rule.Code = "territory.syntax" // not a code of 2, 4, 6, 9 or 12 digits

	USCCLength    rule.Code = "uscc.length"     // not 18 characters
	USCCCharacter rule.Code = "uscc.character"  // outside the alphabet
	USCCCategory  rule.Code = "uscc.category"   // no such authority and category
	USCCDivision  rule.Code = "uscc.division"   // not six digits
	USCCBodyCheck rule.Code = "uscc.body-check" // GB 11714
	USCCCheck     rule.Code = "uscc.check"      // GB 32100

	OrganizationCodeInvalid rule.Code = "identifier.organization-code" // GB 11714
	IdentifierEarly         rule.Code = "identifier.early"             // a credit code before there were any
	IdentifierTaken         rule.Code = "identifier.taken"             // another organization holds it
	IdentifierOverlap       rule.Code = "identifier.overlap"           // two of a kind at a time
	IdentifierOutside       rule.Code = "identifier.outside"           // begins before the organization
	IdentifierLegal         rule.Code = "identifier.legal-person"      // held by one that is no legal person
	IdentifierForm          rule.Code = "identifier.form"              // says another legal form

	IDTwice        rule.Code = "id.twice"         // two rows of a list with one id
	DaysOrder      rule.Code = "days.order"       // a later turn of life before an earlier one
	ActImpossible  rule.Code = "act.impossible"   // not in this state
	ActBeforeBirth rule.Code = "act.before-birth" // before the life begins
	ActAfterEnd    rule.Code = "act.after-end"    // after the life has ended
	ActTwice       rule.Code = "act.twice"        // twice on one day
	DetachNothing  rule.Code = "act.detach"       // there is no parent to leave
	TrackWrong     rule.Code = "track.wrong"      // filing for a legal person, or registration for a filed organization

	ParentUnknown rule.Code = "parent.unknown" // not in the registry
	ParentAbsent  rule.Code = "parent.absent"  // not there on the day
	ParentCircle  rule.Code = "parent.circle"  // leads back to the child
	ParentDeep    rule.Code = "parent.deep"    // too many levels
	BranchLegal   rule.Code = "branch.legal"   // a branch is no legal person
	BranchBarred  rule.Code = "branch.barred"  // the parent may have no branches

	GrowthBase    rule.Code = "growth.base"    // no organization to grow from
	GrowthYears   rule.Code = "growth.years"   // not between 1 and 200 years
	PlacesRange   rule.Code = "places.range"   // not between 0 and 20 decimal places
	DensityBase   rule.Code = "density.base"   // no residents, or an open end
	MergeConflict rule.Code = "merge.conflict" // the two registries say different things
)

var problems = rule.Catalog{
	TextTooLong:     rule.Words("“{value}”过长(至多 {most} 字节)", "\"{value}\" is too long (at most {most} bytes)"),
	ValueUnknown:    rule.Words("没有编号为 {value} 的取值", "there is no value numbered {value}"),
	TerritorySyntax: rule.Words("“{value}”不是行政区划代码(须为 2、4、6、9 或 12 位数字,且不以 00 开头)", "\"{value}\" is not a division code (2, 4, 6, 9 or 12 digits, not beginning with 00)"),

	USCCLength:    rule.Words("统一社会信用代码“{value}”有 {length} 个字符,应为 18 个", "credit code \"{value}\" has {length} characters, not 18"),
	USCCCharacter: rule.Words("统一社会信用代码“{value}”第 {place} 位“{character}”不在字符集内(数字和大写字母,不含 I、O、S、V、Z)", "credit code \"{value}\": \"{character}\" at place {place} is not in the alphabet (digits and capital letters without I, O, S, V, Z)"),
	USCCCategory:  rule.Words("统一社会信用代码“{value}”:没有“{pair}”这种登记管理部门与机构类别", "credit code \"{value}\": there is no authority and category \"{pair}\""),
	USCCDivision:  rule.Words("统一社会信用代码“{value}”:行政区划“{division}”不是六位数字", "credit code \"{value}\": division \"{division}\" is not six digits"),
	USCCBodyCheck: rule.Words("统一社会信用代码“{value}”:主体标识码(第 9 至 17 位)的校验码应为“{want}”,实为“{found}”", "credit code \"{value}\": the organization code (places 9 to 17) should end in \"{want}\", not \"{found}\""),
	USCCCheck:     rule.Words("统一社会信用代码“{value}”:末位校验码应为“{want}”,实为“{found}”", "credit code \"{value}\": the check character should be \"{want}\", not \"{found}\""),

	OrganizationCodeInvalid: rule.Words("“{value}”不是组织机构代码(八位本体代码加一位校验码)", "\"{value}\" is not an organization code (eight characters and a right check character)"),
	IdentifierEarly:         rule.Words("统一社会信用代码自 {since} 起才有,不能始于 {from}", "credit codes begin on {since}; this one cannot begin on {from}"),
	IdentifierTaken:         rule.Words("“{value}”已是“{organization}”的编号", "\"{value}\" is already held by {organization}"),
	IdentifierOverlap:       rule.Words("“{value}”与同类编号“{other}”的期间重叠", "\"{value}\" overlaps \"{other}\", which is of the same kind"),
	IdentifierOutside:       rule.Words("“{value}”始于 {from},当时该组织尚未成立", "\"{value}\" begins on {from}, before the organization does"),
	IdentifierLegal:         rule.Words("“{value}”只能属于法人,而该组织当时为{state}状态", "\"{value}\" belongs to legal persons only, but the organization was then {state}"),
	IdentifierForm:          rule.Words("“{value}”所示法律形式与登记的{kind}不符", "\"{value}\" says another legal form than the {kind} recorded"),

	IDTwice:        rule.Words("编号“{id}”与第 {first} 行(从零数起)重复", "id \"{id}\" stands already in row {first}, counted from zero"),
	DaysOrder:      rule.Words("{after} 应晚于 {before}", "{after} should come after {before}"),
	ActImpossible:  rule.Words("{on}“{act}”不成立:当时状态为{state}", "{act} on {on} is not possible: the state was {state}"),
	ActBeforeBirth: rule.Words("{on}“{act}”时该组织尚未成立", "{act} on {on} comes before the organization's life begins"),
	ActAfterEnd:    rule.Words("{on}“{act}”时该组织已{state}", "{act} on {on} comes after the organization was {state}"),
	ActTwice:       rule.Words("{on}“{act}”出现两次", "{act} stands twice on {on}"),
	DetachNothing:  rule.Words("该组织没有所属组织,无从脱离", "the organization has no parent to leave"),
	TrackWrong:     rule.Words("途径“{track}”与状态“{state}”不符", "the track {track} does not fit an organization that is {state}"),

	ParentUnknown: rule.Words("所属组织“{parent}”不在名录中", "parent \"{parent}\" is not in the registry"),
	ParentAbsent:  rule.Words("所属组织“{parent}”在 {on} 不存续", "parent \"{parent}\" is not there on {on}"),
	ParentCircle:  rule.Words("经“{parent}”又回到自身,隶属关系成环", "the chain through \"{parent}\" leads back to the organization itself"),
	ParentDeep:    rule.Words("经“{parent}”的隶属关系超过 {most} 层", "the chain through \"{parent}\" has more than {most} levels"),
	BranchLegal:   rule.Words("分支机构不具有法人资格,不能单独登记", "a branch is no legal person and cannot be registered by itself"),
	BranchBarred:  rule.Words("“{parent}”不得设立分支机构(民办非企业单位和备案组织均不得设立)", "\"{parent}\" may have no branches (neither private non-enterprise units nor filed organizations may)"),

	GrowthBase:    rule.Words("基期为 {before} 家,无从计算增速", "there is no growth from {before} organizations"),
	GrowthYears:   rule.Words("年数应在 1 至 200 之间,实为 {years}", "the number of years should lie between 1 and 200, not {years}"),
	PlacesRange:   rule.Words("小数位数应在 0 至 20 之间,实为 {places}", "the number of decimal places should lie between 0 and 20, not {places}"),
	DensityBase:   rule.Words("应为有两端、且大于零的区间,实为{interval}", "should be an interval with two ends above zero, not {interval}"),
	MergeConflict: rule.Words("{on}“{act}”后,两边所知不同:{mine}、{theirs}", "after {act} on {on} the two registries know different things: {mine}, {theirs}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
