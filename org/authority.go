package org

import (
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Registered says which department gave the code and to what category of
// organization, as GB 32100-2015, table 2, names them: 民政 and 社会团体 for 51.
// Both are empty for a code not stated.
func (c USCC) Registered() (department, category rule.Text) {
	if c.IsZero() {
		return rule.Text{}, rule.Text{}
	}
	department, list := departmentOf(c.Authority())
	for entry := range strings.SplitSeq(list, "|") {
		if digit, names, _ := strings.Cut(entry, " "); digit == string(c.Category()) {
			zh, en, _ := strings.Cut(names, "/")
			return department, rule.Words(zh, en)
		}
	}
	return department, rule.Words("其他", "other")
}

// departmentOf returns the name of a registering department and the categories it
// has besides 9, which is other.
func departmentOf(authority byte) (name rule.Text, categories string) {
	switch authority {
	case '1':
		return rule.Words("机构编制", "establishment of state organs"), "1 机关/state organ|2 事业单位/public institution|3 编办直接管理机构编制的群众团体/mass organization on the state's establishment"
	case '2':
		return rule.Words("外交", "foreign affairs"), "1 外国常驻新闻机构/foreign resident news organization"
	case '3':
		return rule.Words("司法行政", "justice"), "1 律师执业机构/law firm|2 公证处/notary office|3 基层法律服务所/grassroots legal service|4 司法鉴定机构/forensic examiner|5 仲裁委员会/arbitration commission"
	case '4':
		return rule.Words("文化", "culture"), "1 外国在华文化中心/foreign cultural centre"
	case '5':
		return rule.Words("民政", "civil affairs"), "1 社会团体/social group|2 民办非企业单位/private non-enterprise unit|3 基金会/foundation"
	case '6':
		return rule.Words("旅游", "tourism"), "1 外国旅游部门常驻代表机构/resident office of a foreign tourism authority|2 港澳台地区旅游部门常驻内地(大陆)代表机构/resident office of a tourism authority of Hong Kong, Macao or Taiwan"
	case '7':
		return rule.Words("宗教", "religion"), "1 宗教活动场所/place of worship|2 宗教院校/religious school"
	case '8':
		return rule.Words("工会", "trade unions"), "1 基层工会/grassroots trade union"
	case '9':
		return rule.Words("工商", "industry and commerce"), "1 企业/enterprise|2 个体工商户/individual business|3 农民专业合作社/farmers' cooperative"
	case 'A':
		return rule.Words("中央军委改革和编制办公室", "office for reform and establishment of the Central Military Commission"), "1 军队事业单位/military institution"
	case 'N':
		return rule.Words("农业", "agriculture"), "1 组级集体经济组织/collective of a group|2 村级集体经济组织/collective of a village|3 乡镇级集体经济组织/collective of a town"
	}
	return rule.Words("其他", "other"), "1 其他/other"
}
