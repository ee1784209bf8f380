package hours

import (
	"math/bits"

	"github.com/sancheng-go/sancheng/volunteer"
)

// finder finds the places of many people. Looking somebody up waits for memory
// far longer than it computes, so a batch first asks for all it needs and only
// then compares: the waits are shared.
type finder struct {
	register *volunteer.Register
	slots    []slot // none where too many ids fall together: then the register is asked
	shift    int
}

// slot is somebody's place, one more, and some bits of the hash of the id.
type slot struct {
	tag   uint32
	place int32
}

const (
	batch  = 64
	probes = 64 // the most that an id may be away from where it belongs
)

func newFinder(register *volunteer.Register) *finder {
	size := bits.Len(uint(2*register.Places() + 1))
	f := &finder{register: register, slots: make([]slot, 1<<size), shift: 64 - size}
	for place := range register.Places() {
		h := hash(register.IDAt(place))
		at, away := h>>f.shift, 0
		for f.slots[at].place != 0 {
			at = (at + 1) & uint64(len(f.slots)-1)
			if away++; away > probes {
				f.slots = nil
				return f
			}
		}
		f.slots[at] = slot{uint32(h), int32(place + 1)}
	}
	return f
}

// hash mixes the bytes of an id into 64 bits (FNV-1a, then multiplied so that
// the upper bits depend on all).
func hash(id string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h * 0x9e3779b97f4a7c15
}

// find puts the places of the entries' people into places, -1 for nobody on
// the register. There are at most batch entries.
func (f *finder) find(entries []Entry, places []int32) {
	if f.slots == nil {
		for i := range entries {
			places[i] = f.ask(entries[i].Person)
		}
		return
	}
	var hashes [batch]uint64
	var found [batch]slot
	var ids [batch]string
	for i := range entries {
		hashes[i] = hash(entries[i].Person)
		found[i] = f.slots[hashes[i]>>f.shift]
	}
	for i := range entries {
		at := hashes[i] >> f.shift
		for found[i].place != 0 && found[i].tag != uint32(hashes[i]) {
			at = (at + 1) & uint64(len(f.slots)-1)
			found[i] = f.slots[at]
		}
		ids[i] = ""
		if found[i].place != 0 {
			ids[i] = f.register.IDAt(int(found[i].place - 1))
		}
	}
	for i := range entries {
		if ids[i] != "" && ids[i] == entries[i].Person {
			places[i] = found[i].place - 1
		} else {
			places[i] = f.ask(entries[i].Person) // nobody, or two hashes alike
		}
	}
}

func (f *finder) ask(id string) int32 {
	if place, ok := f.register.Place(id); ok {
		return int32(place)
	}
	return -1
}
