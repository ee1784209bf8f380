package assign

// route sends as much excess as possible to the nodes that lack some, whatever
// it costs, by blocking flows in layers (Dinic).
func (g *graph) route() {
	n := g.size()
	far := make([]int32, n) // arcs to the nearest node that lacks, plus one; 0 for no way
	next := make([]int32, n)
	queue := make([]int32, 0, n)
	var path []int32
	for g.layers(far, &queue) {
		copy(next, g.first)
		for start := range int32(n) {
			for g.excess[start] > 0 && far[start] > 0 {
				path = g.descend(start, far, next, path[:0])
				if path == nil {
					break
				}
				amount := g.excess[start]
				for _, a := range path {
					amount = min(amount, g.arcs[a].room)
				}
				end := g.arcs[path[len(path)-1]].to
				amount = min(amount, -g.excess[end])
				for _, a := range path {
					g.push(a, amount)
				}
				g.excess[start] -= amount
				g.excess[end] += amount
			}
		}
	}
}

// layers counts the arcs to the nearest node that lacks, and tells whether any
// excess has a way there.
func (g *graph) layers(far []int32, queue *[]int32) bool {
	clear(far)
	list := (*queue)[:0]
	for v, excess := range g.excess {
		if excess < 0 {
			far[v] = 1
			list = append(list, int32(v))
		}
	}
	found := false
	for i := 0; i < len(list); i++ {
		v := list[i]
		found = found || g.excess[v] > 0
		for a := g.first[v]; a < g.first[v+1]; a++ {
			w := g.arcs[a].to
			if far[w] == 0 && g.arcs[g.arcs[a].back].room > 0 {
				far[w] = far[v] + 1
				list = append(list, w)
			}
		}
	}
	*queue = list
	return found
}

// descend finds a way from start to a node that lacks, one layer at a time; nil
// if there is none left. next remembers the arcs that are exhausted.
func (g *graph) descend(start int32, far, next, path []int32) []int32 {
	v := start
	for g.excess[v] >= 0 {
		for next[v] < g.first[v+1] {
			if a := &g.arcs[next[v]]; a.room > 0 && far[a.to] == far[v]-1 && far[a.to] > 0 {
				break
			}
			next[v]++
		}
		switch {
		case next[v] < g.first[v+1]:
			path = append(path, next[v])
			v = g.arcs[next[v]].to
		case v == start:
			return nil
		default:
			v = g.tail(path[len(path)-1])
			path = path[:len(path)-1]
			next[v]++
		}
	}
	return path
}
