package network

import "github.com/sancheng-go/sancheng/org/rule"

// DistrictNetwork returns the network of the source document as rules: the
// district charity federation at the core, and branches, workstations and named
// funds in towns, villages, organizations, enterprises and schools. The document
// gives these kinds and hosts; who stands under whom, what founding takes, and
// the ways of money are illustrative.
func DistrictNetwork() Rules {
	number := func(zh, en string, unit rule.Unit) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	officers := func(n string) rule.Condition { return rule.InRange("officers", rule.AtLeast(rule.Dec(n))) }
	within := rule.Is("within-parent")
	return Rules{
		Head: rule.Head{
			ID:    "charity-network.illustrative",
			Title: rule.Words("区级慈善网络(设立条件为示例)", "district charity network (illustrative conditions)"),
			Source: rule.Source{
				Title: "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理", Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
			},
			Status: rule.Illustrative,
		},
		Facts: rule.Vocabulary{
			"officers":  number("工作人员", "people who run it", rule.Person),
			"has-place": flag("有固定场所", "it has a place"),
			"deed":      flag("设立协议已批准", "its deed is approved"),
		},
		Founding: []Founding{
			{Kind: Federation, Hosts: []Host{District}, Needs: officers("5")},
			{
				Kind: Branch, Hosts: []Host{Town, Organization, Enterprise, School}, Under: []Kind{Federation},
				Needs: rule.AllOf(within, officers("3"), rule.Is("has-place")),
			},
			{
				Kind: Workstation, Hosts: []Host{Village, Organization, Enterprise, School}, Under: []Kind{Federation, Branch},
				Needs: rule.AllOf(within, officers("1"), rule.Is("has-place")),
			},
			{
				Kind: NamedFund, Hosts: []Host{Town, Village, Organization, Enterprise, School}, Under: []Kind{Federation, Branch, Workstation},
				Needs: rule.AllOf(within, rule.Is("deed")),
			},
		},
		Ways: []Way{
			{Federation, Branch, true},
			{Branch, Federation, true},
			{Federation, Workstation, true},
			{Workstation, Federation, true},
			{Branch, Workstation, true},
			{Workstation, Branch, true},
			{NamedFund, Federation, true},
			{NamedFund, Branch, true},
			{NamedFund, Workstation, true},
		},
	}
}
