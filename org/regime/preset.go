package regime

// Presets returns the regimes of this package, those of filing with the usual
// three thresholds.
func Presets() []Regime {
	return []Regime{
		DualManagement(), FourCategories(), Zhejiang(), DualTrack(), Yangzhou(), Filing(5), Filing(10), Filing(15),
		CharityRegistration(), CharityRecognition(), PublicFundraising(),
	}
}
