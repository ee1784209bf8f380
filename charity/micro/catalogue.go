package micro

import (
	"fmt"
	"strings"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// EighteenClasses returns rules with a catalogue of 18 classes. The source
// document says that there were 18 classes and more than 140 kinds and names
// none: classes, kinds, costs and days are illustrative.
func EighteenClasses() Rules {
	upTo := func(low, high string, by Approver, days int) band.Row[Approval] {
		return band.Row[Approval]{In: rule.Above(rule.Dec(low)).AtMost(rule.Dec(high)), Is: Approval{by, days}}
	}
	return Rules{
		Head: rule.Head{
			ID:    "micro-livelihood.illustrative",
			Title: rule.Words("微民生项目目录与审批(示例)", "micro-livelihood projects: catalogue and approval (illustrative)"),
			Source: rule.Source{
				Title: "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理", Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
			},
			Status: rule.Illustrative,
		},
		Classes: catalogue(),
		Approvals: []band.Row[Approval]{
			upTo("0", "500", Station, 2), upTo("500", "2000", Committee, 5), upTo("2000", "5000", Subdistrict, 10),
		},
		Days: 30,
	}
}

// catalogue is the illustrative classes, each with eight kinds.
func catalogue() []Class {
	return []Class{
		class("aged", "助老服务", "the aged", "上门助餐|meals at home", "陪同就医|company to the doctor", "助浴理发|bathing and haircuts", "独居探访|visits to those alone", "防跌改造|safety against falls", "智能手机教学|smartphone lessons", "代购代办|errands", "节日慰问|festival visits"),
		class("disabled", "助残服务", "the disabled", "无障碍改造|barrier removal", "辅具借用|loan of aids", "康复陪练|company in rehabilitation", "手语翻译|signing", "盲人导行|guiding the blind", "居家照料|care at home", "手工就业|handicraft work", "出行接送|rides"),
		class("pupils", "助学服务", "pupils", "课后托管|after-school care", "作业辅导|homework help", "图书漂流|book exchange", "学具资助|school supplies", "心愿圆梦|a pupil's wish", "暑期课堂|summer class", "家庭教育讲座|talks for parents", "升学咨询|advice on schools"),
		class("medical", "助医服务", "health", "义诊咨询|free consultation", "血压血糖检测|blood checks", "慢病随访|chronic care visits", "康复指导|advice on rehabilitation", "药品代取|collecting medicine", "急救培训|first-aid course", "健康讲座|health talks", "癌友互助|cancer peers"),
		class("poor", "助困服务", "hardship", "临时救助|emergency help", "衣物捐赠|clothing", "米油发放|rice and oil", "取暖物资|heating goods", "房屋修缮|house repairs", "水电减免代办|help with utility relief", "低保政策咨询|advice on benefits", "困境家庭陪伴|company for families in need"),
		class("children", "儿童关爱", "children", "亲子活动|parent and child", "自闭症陪伴|company in autism", "留守儿童联系|children left behind", "安全教育|safety lessons", "周末游戏|weekend play", "绘本阅读|picture books", "托幼看护|minding infants", "视力筛查|eyesight checks"),
		class("women", "妇女服务", "women", "手工技能班|handicraft class", "家政培训|housekeeping course", "创业沙龙|start-up meetings", "维权咨询|advice on rights", "孕产关怀|care in pregnancy", "两癌筛查动员|cancer screening", "母婴室维护|nursing rooms", "家庭调解|family mediation"),
		class("youth", "青少年服务", "youth", "青春期教育|growing up", "社会实践|practice placements", "禁毒宣讲|against drugs", "网瘾疏导|net addiction", "兴趣社团|clubs", "志愿服务课|volunteering lessons", "生涯规划|career planning", "夜间球场|night pitch"),
		class("neighbours", "邻里互助", "neighbours", "邻里节|neighbours' day", "共享工具|tool sharing", "百家宴|shared dinner", "楼道议事|stairwell meetings", "新居民融入|new residents", "钥匙托管|key keeping", "宠物照看|pet care", "闲置交换|swap market"),
		class("repairs", "家电维修", "repairs", "小家电维修|appliances", "水管疏通|drains", "电路检查|wiring checks", "门锁维修|locks", "自行车维修|bicycles", "雨伞修补|umbrellas", "磨刀|sharpening", "灯具更换|lamps"),
		class("mind", "心理关爱", "the mind", "一对一咨询|counselling", "情绪团辅|group sessions", "心理讲座|talks", "危机干预|crisis help", "热线倾听|helpline", "婚姻辅导|couples", "考前减压|before exams", "丧亲陪伴|bereavement"),
		class("law", "法律服务", "law", "法律咨询|legal advice", "合同审阅|contract reading", "劳动维权|labour rights", "遗嘱咨询|wills", "人民调解|mediation", "普法讲座|law talks", "防诈骗宣传|against fraud", "法律援助代办|legal-aid papers"),
		class("work", "就业帮扶", "work", "岗位推荐|job offers", "简历指导|CV help", "技能培训|skills course", "模拟面试|mock interviews", "零工驿站|day-labour stop", "创业指导|start-up advice", "残疾人岗位|jobs for the disabled", "返乡就业|return to work"),
		class("culture", "文体活动", "culture and sport", "露天电影|open-air film", "戏曲演出|opera", "广场舞培训|square dancing", "书画展|paintings", "太极班|taiji", "合唱团|choir", "棋牌赛|chess and cards", "健步走|walks"),
		class("science", "科普教育", "science", "科普展|exhibitions", "天文观测|stargazing", "急救知识|first-aid facts", "食品安全|food safety", "防灾演练|disaster drill", "垃圾分类课|sorting lessons", "编程启蒙|first programs", "农技讲座|farming talks"),
		class("green", "环境卫生", "environment", "河道清洁|river cleaning", "楼道清扫|stairwells", "绿化认养|adopted greens", "垃圾分类督导|sorting guides", "旧衣回收|old clothes", "灭蚊除害|pests", "墙面美化|murals", "节水改造|saving water"),
		class("safety", "平安服务", "safety", "夜间巡逻|night patrols", "消防检查|fire checks", "隐患排查|hazard walks", "交通劝导|traffic guides", "护学岗|school gates", "出租房走访|rented rooms", "矛盾排查|disputes found early", "应急物资|emergency goods"),
		class("convenience", "便民服务", "convenience", "便民理发|haircuts", "缝补衣物|mending", "快递代收|parcels", "证件代办|papers", "跳蚤市场|flea market", "免费打印|printing", "爱心茶摊|tea stall", "轮椅租借|wheelchairs"),
	}
}

func class(id, zh, en string, kinds ...string) Class {
	c := Class{ID: id, Title: rule.Words(zh, en)}
	for i, kind := range kinds {
		zh, en, _ := strings.Cut(kind, "|")
		c.Kinds = append(c.Kinds, Kind{ID: fmt.Sprintf("%s-%d", id, i+1), Title: rule.Words(zh, en)})
	}
	return c
}
