package district

import (
	"sync"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/linkage"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

// District is everything of the district, made once.
type District struct {
	Registry  org.Registry
	Network   *network.Network
	Base      *base.Base
	Roll      *association.Roll
	Recycling *association.Book // of the association with the id [Recycling]
	Councils  []Council
	Linkage   *linkage.Linkage
}

// end is the last day of the story.
func end() rule.Date {
	years := Years()
	return years[len(years)-1].Until
}

// Events returns the life of all organizations, as [org.Replay] takes it.
func Events() []org.Event { return makeEvents() }

// made is the district.
var made = sync.OnceValues(func() (*District, error) {
	d := &District{}
	var err error
	if d.Registry, err = org.Replay(Events()); err != nil {
		return nil, err
	}
	if d.Network, err = makeNetwork(d.Registry); err != nil {
		return nil, err
	}
	if d.Base, err = makeBase(d.Registry); err != nil {
		return nil, err
	}
	if d.Roll, err = association.NewRoll(d.Registry, memberships()); err != nil {
		return nil, err
	}
	if d.Recycling, err = recycling(d.Roll); err != nil {
		return nil, err
	}
	if d.Councils, err = makeCouncils(); err != nil {
		return nil, err
	}
	d.Linkage, err = makeLinkage(d.Registry)
	return d, err
})

// New returns the district, made once; it is the same every time.
func New() (*District, error) { return made() }
