package network_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleNetwork_Apply() {
	n, err := network.DistrictNetwork().Fold(small())
	if err != nil {
		fmt.Println(err)
		return
	}
	station := found("new", "town", network.Workstation, network.Town, town)
	station.Number, station.Date = 6, rule.Day(2012, 6, 1)
	reason, err := n.Apply(station)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(reason.In(language.Chinese))
	for _, unmet := range reason.Parts {
		fmt.Println(unmet.In(language.Chinese))
	}
	// Output:
	// new 不能设立
	// 设立地点:镇(街道),要求:村(社区)、社会组织、企业、学校
}
