package cli

import (
	"errors"
	"io"
	"os"

	"github.com/sancheng-go/sancheng/org/rule"
)

// ReadFile reads a file whole, up to 256 MiB. A fault names the file.
func ReadFile(name string) ([]byte, error) {
	const most = 256 << 20
	file, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && len(data) > most {
		err = errors.New("above 256 MiB")
	}
	if err != nil {
		return nil, unreadable(name, err)
	}
	return data, nil
}

// Open opens a file to read. A fault names the file.
func Open(name string) (*os.File, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return file, nil
}

func unreadable(name string, err error) error {
	why := rule.Words(err.Error(), err.Error())
	if errors.Is(err, os.ErrNotExist) {
		why = rule.Words("文件不存在", "there is no such file")
	}
	return problems.Problem("", FileUnreadable, rule.With("file", rule.Quoted(name)), rule.With("why", rule.Label(why)))
}
