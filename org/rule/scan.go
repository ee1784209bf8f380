package rule

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// scanner goes through a JSON text. Where its methods return false, fault says
// why they cannot go on.
type scanner struct {
	data  []byte
	at    int
	fault *Problem
}

// next is the first byte of what comes next, 0 at the end.
func (s *scanner) next() byte {
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// stop says that the text is not JSON at this place.
func (s *scanner) stop() bool {
	s.at = min(s.at, len(s.data))
	rest := s.data[s.at:]
	detail := Text{"内容不完整", "it ends too early"}
	if len(rest) > 0 {
		_, size := utf8.DecodeRune(rest)
		c := clipped(string(rest[:size]))
		detail = Text{"此处不应有“" + c + "”", "\"" + c + "\" should not be here"}
	}
	return s.stopWith(detail)
}

func (s *scanner) stopWith(detail Text) bool {
	line := 1 + bytes.Count(s.data[:s.at], []byte("\n"))
	s.fault = problems.Problem("", JSONSyntax, With("line", Int(int64(line), 0)), With("detail", Label(detail)))
	return false
}

func (s *scanner) tooLarge(detail Text) bool {
	s.fault = problems.Problem("", JSONTooLarge, With("detail", Label(detail)))
	return false
}

func (s *scanner) take(c byte) bool {
	if s.next() != c {
		return s.stop()
	}
	s.at++
	return true
}

// list reads what stands between two brackets, separated by commas.
func (s *scanner) list(open, shut byte, each func(i int) bool) bool {
	if !s.take(open) {
		return false
	}
	for i := 0; s.next() != shut; i++ {
		if i > 0 && !s.take(',') || !each(i) {
			return false
		}
	}
	s.at++
	return true
}

// text reads a string.
func (s *scanner) text() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	start, escaped := s.at, false
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case c == '\\':
			escaped = true
			s.at += 2
			continue
		case c < ' ':
			return nil, s.stop()
		case c != '"':
			s.at++
			continue
		}
		s.at++
		if !escaped {
			return s.data[start : s.at-1], true
		}
		var out string
		if json.Unmarshal(s.data[start-1:s.at], &out) != nil {
			return nil, s.stopWith(Text{"转义写法不对", "a backslash before the wrong character"})
		}
		return []byte(out), true
	}
	return nil, s.stop()
}

// scalar reads a number, true, false or null as it is written.
func (s *scanner) scalar() (string, bool) {
	s.next()
	start := s.at
	for s.at < len(s.data) && strings.IndexByte("+-.0123456789Eaeflnrstu", s.data[s.at]) >= 0 {
		s.at++
	}
	if written := s.data[start:s.at]; json.Valid(written) {
		return string(written), true
	}
	s.at = start
	return "", s.stop()
}

// skip reads any value.
func (s *scanner) skip(level int) bool {
	if level > maxLevels {
		return s.tooLarge(tooDeep)
	}
	var ok bool
	switch s.next() {
	case '{':
		return s.list('{', '}', func(int) bool {
			_, ok := s.text()
			return ok && s.take(':') && s.skip(level+1)
		})
	case '[':
		return s.list('[', ']', func(int) bool { return s.skip(level + 1) })
	case '"':
		_, ok = s.text()
	default:
		_, ok = s.scalar()
	}
	return ok
}
