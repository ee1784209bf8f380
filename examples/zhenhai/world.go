package main

import (
	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// world is the synthetic district that the report's figures are held against.
// It is made without looking at the report's figures, so that a figure that is
// changed no longer agrees with it.
type world struct {
	asOf     rule.Date
	source   rule.Source
	district org.Territory
	registry org.Registry
	made     *district.District
}

func build(d document) (*world, error) {
	made, err := district.New()
	if err != nil {
		return nil, err
	}
	return &world{asOf: d.AsOf, source: d.Source, district: district.Area(), registry: made.Registry, made: made}, nil
}

// towns are the district's subdistricts and towns.
func towns() []org.Territory { return district.Towns() }

func (w *world) checks() map[string]func(*fact) error {
	return map[string]func(*fact) error{
		"F1": w.legalPersons, "F2": w.socialGroups, "F3": w.privateUnits, "F4": w.grassroots,
		"F5": w.growth, "F6": w.density, "F7": w.instruments, "F8": w.tracks,
		"F9": w.training, "F10": w.studios, "F11": w.insurance,
		"F12": w.model, "F13": w.specialFund, "F14": w.routine, "F15": w.grades,
		"F16": w.centres, "F17": w.functions, "F18": w.residents, "F19": w.events, "F20": w.network,
		"F21": w.channels, "F22": w.venture, "F23": w.beneficiaries, "F24": w.upgraded,
		"F25": w.governance, "F26": w.linkage, "F27": w.micro, "F28": w.charityNetwork,
		"F29": w.pipeline, "F30": w.zeros, "F31": w.counselling,
		"F32": w.associations, "F33": w.selfDiscipline, "F34": w.bridging,
	}
}
