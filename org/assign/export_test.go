package assign

// SolveCoarsely is Solve with costs multiplied by less than a complete scaling
// needs, so that the last steps are left to shortest paths; with zero, all.
func (n Network) SolveCoarsely(multiplier int64) Flow {
	g := newGraph(n, n.sorted())
	if short := g.settle(); short != nil {
		return Flow{Short: short}
	}
	price := make([]int64, g.size())
	if multiplier > 0 && g.largestCost() > 0 {
		price = g.scale(multiplier)
	}
	g.finish(price)
	return g.answer(n, price)
}
