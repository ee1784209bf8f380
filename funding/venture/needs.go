package venture

import "github.com/sancheng-go/sancheng/org/rule"

// Needs returns a catalogue of nine classes and 31 subclasses, illustrative:
// Zhenhai's report of 2015 gives these numbers for its needs of 2013 but does
// not name them. The names are ours, chosen to cover the beneficiaries it lists:
// the aged in empty nests, unemployed women, cancer patients, people with
// autism.
func Needs() Catalogue {
	return Catalogue{
		Head: rule.Head{
			ID: "needs.1", Title: rule.Words("公益创投需求目录(类目名称为示例)", "catalogue of needs (names are illustrative)"),
			Status: rule.Illustrative,
		},
		Classes: []Class{
			class("aged", "为老服务", "the aged",
				"empty-nest", "空巢老人关爱", "company for the aged in empty nests", "meals", "老年助餐", "meals",
				"home-care", "居家照护", "care at home", "aged-culture", "老年文体", "culture and sport of the aged"),
			class("disabled", "助残服务", "people with disabilities",
				"rehabilitation", "康复训练", "rehabilitation", "assisted-work", "辅助性就业", "assisted employment",
				"autism", "自闭症儿童及家庭支持", "children with autism and their families", "access", "无障碍支持", "access"),
			class("youth", "青少年服务", "the young",
				"after-school", "课后托管", "care after school", "migrant-children", "新居民子女融入", "children of new residents",
				"minds", "青少年心理健康", "minds of the young", "safety", "安全教育", "safety lessons"),
			class("women", "妇女与家庭服务", "women and families",
				"women-work", "失业妇女就业帮扶", "work for unemployed women", "marriage", "婚姻家庭调适", "marriage and family",
				"parenting", "亲子教育", "parenting"),
			class("patients", "病患服务", "patients",
				"cancer", "癌症病人互助", "mutual help of cancer patients", "chronic", "慢性病管理", "chronic illness",
				"first-aid", "急救普及", "first aid for all"),
			class("relief", "济困服务", "people in hardship",
				"low-income", "低收入家庭帮扶", "families with low income", "legal-aid", "法律援助", "legal aid",
				"emergency", "应急救助", "emergency relief"),
			class("governance", "社区治理", "community governance",
				"autonomy", "居民自治", "residents' autonomy", "mediation", "矛盾调解", "mediation",
				"new-residents", "新老居民融合", "old and new residents", "property", "物业协商", "talks on property management"),
			class("environment", "文化与环境", "culture and environment",
				"heritage", "传统文化传承", "traditional culture", "reading", "全民阅读", "reading",
				"waste", "垃圾分类与环保", "waste sorting and environment"),
			class("support", "志愿服务与组织支持", "volunteering and support of organizations",
				"volunteers", "志愿者培训", "training of volunteers", "capacity", "社会组织能力建设", "capacity of organizations",
				"awareness", "公益倡导", "public-welfare awareness"),
		},
	}
}

// class makes a class of its id and titles and those of its subclasses.
func class(id, zh, en string, subclasses ...string) Class {
	c := Class{ID: id, Title: rule.Words(zh, en)}
	for i := 0; i < len(subclasses); i += 3 {
		c.Subclasses = append(c.Subclasses, Subclass{subclasses[i], rule.Words(subclasses[i+1], subclasses[i+2])})
	}
	return c
}
