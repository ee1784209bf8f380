package district

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/linkage"
	"github.com/sancheng-go/sancheng/org/rule"
)

// makeLinkage invents 24 social workers, the organizations they work for and
// the communities they serve.
func makeLinkage(registry org.Registry) (*linkage.Linkage, error) {
	since := rule.Since(rule.Day(2014, 1, 1))
	l := linkage.Lists{Communities: Villages()}
	employers := []string{socialWorker, "centre-town-1", "centre-town-2", "centre-town-3"}
	worker := func(i int) string { return fmt.Sprintf("w-%02d", i+1) }
	for i := range 24 {
		l.Workers = append(l.Workers, linkage.Worker{ID: worker(i), Period: rule.Since(rule.Day(2012, 7, 1))})
		l.Bonds = append(l.Bonds, linkage.Bond{Kind: linkage.Employs, Organization: employers[i%4], Worker: worker(i), Period: since})
	}
	for i, v := range l.Communities {
		if i%2 == 0 {
			l.Bonds = append(l.Bonds, linkage.Bond{Kind: linkage.Hosts, Community: v, Organization: employers[i/2%4], Period: since})
		}
		if i%3 != 1 {
			l.Bonds = append(l.Bonds, linkage.Bond{Kind: linkage.Serves, Worker: worker(i % 24), Community: v, Period: since})
		}
	}
	return linkage.New(l, registry)
}
