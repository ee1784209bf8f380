package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Main runs a command on the arguments of the process and exits with 0 if it
// is done, 1 if one of its checks failed, 2 on bad input.
func Main(run func(ctx context.Context, args []string, stdout, stderr io.Writer) error) {
	os.Exit(ExitCode(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)))
}

// ExitCode returns the exit code of what a command returned.
func ExitCode(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, ChecksFailed):
		return 1
	}
	return 2
}

// Failed is what a command returns when it is done but some checks failed.
func Failed(count int) error {
	return problems.Problem("", ChecksFailed, rule.With("count", rule.Int(int64(count), 0)))
}

// Command is a command's name, what it does, and its flags.
type Command struct {
	name    string
	summary rule.Text
	flags   *flag.FlagSet
	help    map[string]rule.Text
	lang    *string
	json    *bool
}

// New returns a command with the flags -lang and -json.
func New(name string, summary rule.Text) *Command {
	c := &Command{
		name: name, summary: summary,
		flags: flag.NewFlagSet(name, flag.ContinueOnError),
		help:  map[string]rule.Text{},
	}
	c.flags.SetOutput(io.Discard)
	c.flags.Usage = func() {}
	c.lang = c.String("lang", "", rule.Words("语言:zh 或 en(默认取自环境变量 LC_ALL、LANG)", "language: zh or en (by default that of LC_ALL or LANG)"))
	c.json = c.Bool("json", rule.Words("以 JSON 输出", "write JSON"))
	return c
}

// String adds a flag with a value, such as -explain ID.
func (c *Command) String(name, value string, help rule.Text) *string {
	c.help[name] = help
	return c.flags.String(name, value, help.EN)
}

// Bool adds a flag without a value.
func (c *Command) Bool(name string, help rule.Text) *bool {
	c.help[name] = help
	return c.flags.Bool(name, false, help.EN)
}

// Run parses the arguments and calls do. What do writes goes to stdout unless
// it reports bad input; every fault goes to stderr, one on a line. Run returns
// what do returned, or the fault of the arguments.
func (c *Command) Run(args []string, stdout, stderr io.Writer, do func(out *Output) error) error {
	out, err := c.parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.usage(out)
		err = nil
	case err == nil:
		err = do(out)
	}
	if ExitCode(err) < 2 {
		if _, failed := out.written.WriteTo(stdout); failed != nil {
			err = failed
		}
	}
	for _, fault := range rule.ProblemsOf(err) {
		fmt.Fprintln(stderr, visible(fault.In(out.Lang)))
	}
	return err
}

func (c *Command) parse(args []string) (*Output, error) {
	var found rule.Problems
	err := c.flags.Parse(args)
	if err == nil && c.flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", c.flags.Arg(0))
	}
	if err != nil {
		found.Add(problems.Problem("", FlagInvalid, rule.With("detail", rule.Quoted(err.Error()))))
	}
	tag, unknown := reader(*c.lang, os.Getenv)
	found.Nest("", unknown)
	out := &Output{Lang: tag, JSON: *c.json}
	if errors.Is(err, flag.ErrHelp) {
		return out, err
	}
	return out, found.Err()
}

func (c *Command) usage(out *Output) {
	fmt.Fprintf(out, "%s: %s\n\n", c.name, c.summary.In(out.Lang))
	var rows [][]string
	c.flags.VisitAll(func(f *flag.Flag) {
		name := "  -" + f.Name
		if _, isBool := f.Value.(interface{ IsBoolFlag() bool }); !isBool {
			name += rule.Words(" 值", " value").In(out.Lang)
		}
		rows = append(rows, []string{name, c.help[f.Name].In(out.Lang)})
	})
	out.Lines(rule.Columns(rows))
}
