// Package cli is what the example commands do alike: the flags -lang and
// -json, exit codes, faults on stderr in the reader's language, tables that
// align wide characters, and the reading of tables as clerks keep them.
//
// A command is a func run that a test can call:
//
//	func main() { cli.Main(run) }
//
//	func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
//		c := cli.New("settle", rule.Words("结算一轮资助", "settles a funding round"))
//		file := c.String("requests", "", rule.Words("申请表", "table of requests"))
//		return c.Run(args, stdout, stderr, func(out *cli.Output) error {
//			...
//		})
//	}
//
// What the inner function writes appears only if it is done, with all its
// checks passed or not; beside bad input nothing is printed.
package cli
