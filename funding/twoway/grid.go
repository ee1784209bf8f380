package twoway

// grid is a table of parts of a fen all of whose rows and columns add up to
// whole fen. Solving it raises as many cells of each row and column to a fen as
// its line holds fen; no cell without a part is raised. Of all ways it takes one
// in which the raised parts are the largest together, which is the one nearest
// to the parts: a raised part is off by what it lacks, any other by itself.
type grid struct {
	rows, columns int
	turned        bool // rows are the table's columns
	fen           int64
	part          []int64 // by row, then column; 0 for whole cells
	up            []bool
	moves         []heap // by column to be lowered, then column to be raised
}

// plus adds two parts and leaves out a whole fen; the result is less than
// either part where it did.
func (g *grid) plus(a, b int64) int64 {
	if a >= g.fen-b {
		return a - (g.fen - b)
	}
	return a + b
}

// minus returns what fills a part up to a whole fen.
func (g *grid) minus(a int64) int64 {
	if a == 0 {
		return 0
	}
	return g.fen - a
}

// raised tells whether a cell of the table goes up.
func (g *grid) raised(i, j int) bool {
	if g.turned {
		i, j = j, i
	}
	return g.up[i*g.columns+j]
}

// solve raises in each row the largest parts, which is best for the rows, and
// then moves fen from columns that hold too many to columns that hold too few,
// each time by the cheapest way (successive shortest paths).
func (g *grid) solve() {
	g.up = make([]bool, len(g.part))
	surplus := g.fillRows()
	g.collectMoves()
	way, cost := make([]int, g.columns), make([]int64, g.columns)
	for {
		to, ok := g.cheapest(surplus, way, cost)
		if !ok {
			return
		}
		surplus[to]++
		for way[to] != to {
			from := way[to]
			move, _ := g.best(from, to)
			g.exchange(move.row(), from, to)
			to = from
		}
		surplus[to]--
	}
}

// fillRows raises the largest parts of each row, equal ones from the first
// column on, and returns how many more of each column are raised than it holds.
func (g *grid) fillRows() (surplus []int) {
	surplus = make([]int, g.columns)
	sums := make([]int64, g.columns)
	order := make([]int, 0, g.columns)
	for i := range g.rows {
		row := g.part[i*g.columns : (i+1)*g.columns]
		order = order[:0]
		sum, whole := int64(0), 0
		for j, part := range row {
			if part == 0 {
				continue
			}
			if sums[j] = g.plus(sums[j], part); sums[j] < part {
				surplus[j]--
			}
			if sum = g.plus(sum, part); sum < part {
				whole++
			}
			k := len(order)
			order = append(order, j)
			for ; k > 0 && row[order[k-1]] < part; k-- {
				order[k] = order[k-1]
			}
			order[k] = j
		}
		for _, j := range order[:whole] {
			g.up[i*g.columns+j] = true
			surplus[j]++
		}
	}
	return surplus
}

// collectMoves lists, for each pair of columns, the rows that can lower the one
// and raise the other.
func (g *grid) collectMoves() {
	g.moves = make([]heap, g.columns*g.columns)
	for i := range g.rows {
		row, up := g.part[i*g.columns:(i+1)*g.columns], g.up[i*g.columns:(i+1)*g.columns]
		for from := range row {
			if !up[from] {
				continue
			}
			for to := range row {
				if row[to] > 0 && !up[to] {
					h := &g.moves[from*g.columns+to]
					*h = append(*h, g.move(i, from, to))
				}
			}
		}
	}
	for k := range g.moves {
		g.moves[k].order()
	}
}

// best returns the cheapest row that can lower one column and raise another.
func (g *grid) best(from, to int) (move, bool) {
	h := &g.moves[from*g.columns+to]
	for len(*h) > 0 {
		m := (*h)[0]
		if at := m.row() * g.columns; g.up[at+from] && !g.up[at+to] {
			return m, true
		}
		h.pop()
	}
	return move{}, false
}

// exchange lowers one cell of a row and raises another, and lists what the row
// can do from then on.
func (g *grid) exchange(i, from, to int) {
	at := i * g.columns
	up := g.up[at : at+g.columns]
	up[from], up[to] = false, true
	for j, part := range g.part[at : at+g.columns] {
		if part == 0 {
			continue
		}
		if up[j] {
			g.moves[j*g.columns+from].push(g.move(i, j, from))
		} else {
			g.moves[to*g.columns+j].push(g.move(i, to, j))
		}
	}
}

// cheapest finds the cheapest way from a column that holds too many to one that
// holds too few (Bellman and Ford; costs along the way may be negative, around
// a circle never). way tells for each column from which it is reached.
func (g *grid) cheapest(surplus, way []int, cost []int64) (to int, found bool) {
	const unreached = int64(1) << 62
	for j := range cost {
		way[j], cost[j] = j, unreached
		if surplus[j] > 0 {
			cost[j] = 0
		}
	}
	for changed := true; changed; {
		changed = false
		for from := range cost {
			if cost[from] == unreached {
				continue
			}
			for j := range cost {
				if j == from {
					continue
				}
				if m, ok := g.best(from, j); ok && cost[from]+m.cost < cost[j] {
					cost[j], way[j], changed = cost[from]+m.cost, from, true
				}
			}
		}
	}
	to = -1
	for j := range cost {
		if surplus[j] < 0 && cost[j] < unreached && (to < 0 || cost[j] < cost[to]) {
			to = j
		}
	}
	return to, to >= 0
}

// move is a row that can lower one column and raise another, at the cost of the
// part it lowers less the one it raises. Of equal ones, the first row raises the
// earlier column and the last row the later one: the order stands for the row,
// complemented where the last comes first.
type move struct {
	cost  int64
	order int32
}

func (g *grid) move(i, from, to int) move {
	row := g.part[i*g.columns : (i+1)*g.columns]
	m := move{row[from] - row[to], int32(i)}
	if from < to {
		m.order = ^m.order
	}
	return m
}

func (m move) row() int { return int(max(m.order, ^m.order)) }

func (m move) before(n move) bool { return m.cost < n.cost || m.cost == n.cost && m.order < n.order }

// heap holds moves, the first on top.
type heap []move

func (h *heap) order() {
	for k := len(*h)/2 - 1; k >= 0; k-- {
		h.sink(k)
	}
}

func (h *heap) push(m move) {
	*h = append(*h, m)
	list := *h
	for k := len(list) - 1; k > 0; {
		parent := (k - 1) / 2
		if !list[k].before(list[parent]) {
			return
		}
		list[k], list[parent] = list[parent], list[k]
		k = parent
	}
}

func (h *heap) pop() {
	list := *h
	last := len(list) - 1
	list[0] = list[last]
	*h = list[:last]
	h.sink(0)
}

func (h *heap) sink(k int) {
	list := *h
	for {
		child := 2*k + 1
		if child >= len(list) {
			return
		}
		if child+1 < len(list) && list[child+1].before(list[child]) {
			child++
		}
		if !list[child].before(list[k]) {
			return
		}
		list[k], list[child] = list[child], list[k]
		k = child
	}
}
