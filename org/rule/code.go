package rule

import "maps"

// Code is the stable name of a problem or reason, such as "money.syntax". A
// code may be retired but never takes another meaning. It is an error itself,
// so that errors.Is(err, code) tells whether err contains a problem with it.
type Code string

// Error returns the code as text.
func (c Code) Error() string { return string(c) }

// Catalog is a package's table of codes and the sentences that render them.
// A name in braces stands for the input or parameter of that name.
type Catalog map[Code]Text

// Problem returns the problem with the catalog's sentence for its code; codes of
// this package, such as [Required], keep their own in every catalog.
func (c Catalog) Problem(path string, code Code, params ...Input) *Problem {
	text, ok := c[code]
	if !ok {
		text = problems[code]
	}
	return &Problem{Path: path, Code: code, Params: params, text: text}
}

// Reason returns the reason with the catalog's sentence for its code.
func (c Catalog) Reason(code Code, inputs ...Input) Reason {
	return Reason{Code: code, Inputs: inputs, text: c[code]}
}

// Codes of the problems this package reports.
const (
	Required        Code = "required"           // a field is missing
	DateSyntax      Code = "date.syntax"        // not YYYY-MM-DD
	DateInvalid     Code = "date.invalid"       // no such day
	PeriodEmpty     Code = "period.empty"       // the end is not after the beginning
	NumberSyntax    Code = "number.syntax"      // not a plain decimal number
	NumberTooLong   Code = "number.too-long"    // more than 20 digits either side of the point
	EnumUnknown     Code = "enum.unknown"       // not a value of the enumeration
	ValueShape      Code = "value.shape"        // not the wire form of one value
	RatioOver       Code = "value.over"         // a ratio over zero
	IntervalEnds    Code = "interval.ends"      // two lower or two upper ends
	IntervalEmpty   Code = "interval.empty"     // no number lies in it
	FactUnknown     Code = "fact.unknown"       // a condition on a fact nobody declares
	FactType        Code = "fact.type"          // a fact of another type than the condition's
	ConditionShape  Code = "condition.shape"    // not exactly one question
	ConditionDeep   Code = "condition.depth"    // nested too deeply
	RoundingStep    Code = "rounding.step"      // a step that is not above zero
	JSONSyntax      Code = "json.syntax"        // not JSON in UTF-8, or something after it
	JSONTooLarge    Code = "json.too-large"     // more than is read: bytes, levels, values, problems
	JSONDuplicate   Code = "json.duplicate"     // a key twice in one object
	JSONUnknown     Code = "json.unknown-field" // a key nobody reads
	JSONType        Code = "json.type"          // another type than expected
	SchemaUnknown   Code = "json.schema"        // another schema or version than expected
	DurationLength  Code = "duration.length"    // less than one, or beyond a hundred years
	CalendarUnknown Code = "calendar.unknown"   // a day the calendar does not know
	CalendarOutside Code = "calendar.outside"   // a day outside the calendar's period
	CalendarOrder   Code = "calendar.order"     // days that do not rise
	CalendarWork    Code = "calendar.work"      // no weekend, or a day of rest, said to be worked instead
	Foreign         Code = "foreign"            // an error from outside the library
)

// Codes of the reasons this package gives.
const (
	ClauseInterval  Code = "clause.interval"  // a number within stated ends
	ClauseOneOf     Code = "clause.one-of"    // a value among those listed
	ClauseWithin    Code = "clause.within"    // a date within a period
	ClauseUnstated  Code = "clause.unstated"  // the fact is not stated
	ClauseAllOf     Code = "clause.all-of"    // every part holds
	ClauseAnyOf     Code = "clause.any-of"    // at least one part holds
	ClauseNot       Code = "clause.not"       // the part does not hold
	DurationCounted Code = "duration.counted" // the last day of a term
	DurationMoved   Code = "duration.moved"   // the same where it is a day of rest
)

// problems holds the sentences of both.
var problems = Catalog{
	Required:        {"必填项未填写", "is required"},
	DateSyntax:      {"日期“{value}”格式不对,应写作 YYYY-MM-DD", "date \"{value}\" is not written YYYY-MM-DD"},
	DateInvalid:     {"日期“{value}”不存在", "there is no day \"{value}\""},
	PeriodEmpty:     {"期间为空:止于 {until},不晚于起始 {from}", "the period is empty: it ends on {until}, not after {from}"},
	NumberSyntax:    {"“{value}”不是十进制数(只接受负号、数字和一个小数点)", "\"{value}\" is not a plain decimal number (a minus, digits, one point)"},
	NumberTooLong:   {"“{value}”位数过多(小数点前后各至多 20 位)", "\"{value}\" has too many digits (20 on either side of the point)"},
	EnumUnknown:     {"“{value}”不是 {what} 的取值,可用:{accepted}", "{what} \"{value}\" is unknown; accepted: {accepted}"},
	ValueShape:      {"不是一个值:须恰好写明数值、文本、标签、日期、是否之一", "not one value: exactly one of number, text, label, date, flag"},
	RatioOver:       {"分母不得为零", "the denominator must not be zero"},
	IntervalEnds:    {"下限(以上、超过)或上限(以下、不满)写了两个", "two lower ends (at least, above) or two upper ends (at most, below)"},
	IntervalEmpty:   {"区间“{interval}”不含任何数", "no number lies in {interval}"},
	FactUnknown:     {"条件所问的“{fact}”没有定义", "the condition asks for {fact}, which is not declared"},
	FactType:        {"“{fact}”的类型应为{want},实为{got}", "{fact} should be a {want}, not a {got}"},
	ConditionShape:  {"每个条件须恰好提一个问题(range、one_of、within、all_of、any_of、not)", "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
	ConditionDeep:   {"条件嵌套超过 {most} 层", "conditions are nested more than {most} levels deep"},
	RoundingStep:    {"取整单位须大于零,实为 {value}", "the rounding step must be above zero, not {value}"},
	JSONSyntax:      {"不是合法的 JSON:第 {line} 行,{detail}", "not JSON: line {line}, {detail}"},
	JSONTooLarge:    {"JSON 过大:{detail}", "the JSON is too large: {detail}"},
	JSONDuplicate:   {"同一对象中字段“{key}”重复", "field \"{key}\" stands twice in one object"},
	JSONUnknown:     {"没有字段“{key}”", "there is no field \"{key}\""},
	JSONType:        {"类型不对:应为{want},实为{got}", "should be {want}, not {got}"},
	SchemaUnknown:   {"文件格式应为 {want},实为“{got}”", "the document's schema should be {want}, not \"{got}\""},
	DurationLength:  {"期间须为 1 至 {most},实为 {n}", "a term is from 1 to {most}, not {n}"},
	CalendarUnknown: {"日历未载 {day},不能推算", "the calendar does not know {day}"},
	CalendarOutside: {"{day} 不在日历所载期间({period})内", "{day} is outside the calendar's period ({period})"},
	CalendarOrder:   {"{day} 未按先后排列,或重复", "{day} is out of order, or stands twice"},
	CalendarWork:    {"{day} 不是周末或已列为放假,不能作为调休上班日", "{day} is no weekend, or a day of rest, and cannot be worked in place of one"},
	Foreign:         {"{detail}", "{detail}"},

	ClauseInterval:  {"{fact}:{found},要求:{required}", "{fact}: {found}; required: {required}"},
	ClauseOneOf:     {"{fact}:{found},要求:{required}", "{fact}: {found}; required: {required}"},
	ClauseWithin:    {"{fact}:{found},要求:{required}", "{fact}: {found}; required: {required}"},
	ClauseUnstated:  {"{fact}:未说明,要求:{required}", "{fact}: not stated; required: {required}"},
	ClauseAllOf:     {"以下各项须全部满足", "all of the following"},
	ClauseAnyOf:     {"以下各项至少满足一项", "at least one of the following"},
	ClauseNot:       {"不得有下列情形", "none of the following"},
	DurationCounted: {"自 {from} 次日起算 {term}", "{term} from {from}, that day not counted"},
	DurationMoved:   {"最后一日 {rest} 为休息日,顺延({calendar})", "the last day, {rest}, is a day of rest and moves on ({calendar})"},
}

// Sentences returns the table of this package's codes.
func Sentences() Catalog { return maps.Clone(problems) }
