package cli

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// readText reads a table's text within its bounds. Text that is valid UTF-8 is
// UTF-8, with a byte order mark or without; other text is GB18030 unless it
// is plainly damaged UTF-8, which is refused and not guessed at.
func readText(from io.Reader) (string, error) {
	data, err := io.ReadAll(&guard{from: from})
	if err != nil {
		return "", err
	}
	data, marked := bytes.CutPrefix(data, []byte("\uFEFF"))
	first, damaged := invalid(data)
	if first == len(data) {
		return string(data), nil
	}
	refused := problems.Problem("", TableEncoding, counted("line", 1+bytes.Count(data[:first], []byte("\n"))))
	if marked || damaged {
		return "", refused
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return "", refused
	}
	return strings.TrimPrefix(string(decoded), "\uFEFF"), nil
}

// invalid returns where the first byte stands that is not UTF-8, the length if
// there is none, and whether this is damage to UTF-8: characters of three
// bytes, which every Chinese one is and GB18030 resembles only by chance,
// outnumber the bytes that are not UTF-8.
func invalid(data []byte) (first int, damaged bool) {
	first = len(data)
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			first = min(first, i)
			bad++
		case size == 3:
			good++
		}
		i += size
	}
	return first, good > bad
}
