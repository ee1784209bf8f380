package cli_test

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

type request struct {
	ID, Org string
	Asked   decimal.Decimal
	On      rule.Date
	Score   *decimal.Decimal
}

func columns() []cli.Column[request] {
	return []cli.Column[request]{
		cli.Col("id", rule.Words("编号", "ID"), cli.Word(), func(r *request, v string) { r.ID = v }),
		cli.Col("org", rule.Words("组织", "organization"), cli.Word(), func(r *request, v string) { r.Org = v }, "组织名称"),
		cli.Col("asked", rule.Words("申请金额", "amount asked"), cli.Amount(rule.ParseDecimal),
			func(r *request, v decimal.Decimal) { r.Asked = v }, "申请金额(元)"),
		cli.Col("on", rule.Words("日期", "date"), cli.Date(), func(r *request, v rule.Date) { r.On = v }),
		cli.Col("score", rule.Words("得分", "score"), cli.Decimal(), func(r *request, v decimal.Decimal) { r.Score = &v }).Optional(),
	}
}

func read(text string) (cli.Sheet[request], error) {
	return cli.ReadCSV(strings.NewReader(text), columns()...)
}

const clean = "编号,组织,申请金额,日期,得分\n" +
	"Z01,阳光邻里互助中心,\"1,458.33\",2015-04-21,89.6\n" +
	"Z02,\"甲\n\"\"乙\"\"\",２５００,2015年4月1日,\n"

func TestReadCSV(t *testing.T) {
	t.Parallel()
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(clean)
	require.NoError(t, err)
	for name, text := range map[string]string{
		"UTF-8":       clean,
		"with a mark": "\uFEFF" + clean,
		"GB18030":     gb,
		"CRLF":        strings.ReplaceAll(clean, "\n", "\r\n"),
		"blank rows":  strings.ReplaceAll(clean, "Z01", "\n,,,,\n \nZ01"),
		"English":     strings.Replace(clean, "编号,组织,申请金额,日期,得分", "ID,Organization,Amount  Asked,DATE,score", 1),
		"names":       strings.Replace(clean, "编号,组织,申请金额,日期,得分", " id ,ORG,ａｓｋｅｄ,on,得 分", 1),
		"more names":  strings.Replace(clean, "组织,申请金额", "组织名称,申请金额(元)", 1),
		"empty ends":  strings.NewReplacer("得分\n", "得分,,\n", "89.6\n", "89.6,,\n", ",\n", ",,,\n").Replace(clean),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet, err := read(text)
			require.NoError(t, err)
			require.Len(t, sheet.Rows, 2)
			first, second := sheet.Rows[0], sheet.Rows[1]
			assert.Equal(t, "Z01", first.ID)
			assert.Equal(t, "阳光邻里互助中心", first.Org)
			assert.Equal(t, "1458.33", first.Asked.String())
			assert.Equal(t, rule.Day(2015, 4, 21), first.On)
			assert.Equal(t, "89.6", first.Score.String())
			assert.Equal(t, "甲\n\"乙\"", second.Org)
			assert.Equal(t, "2500", second.Asked.String())
			assert.Nil(t, second.Score)
		})
	}
}

func TestReadCSVWithoutAnOptionalColumn(t *testing.T) {
	t.Parallel()
	sheet, err := read("日期,申请金额,组织,编号\n2015/4/21,10,甲,A\n")
	require.NoError(t, err)
	assert.Nil(t, sheet.Rows[0].Score)
	assert.Equal(t, "甲", sheet.Rows[0].Org)
}

func TestReadCSVFaults(t *testing.T) {
	t.Parallel()
	const header = "编号,组织,申请金额,日期\n"
	for name, c := range map[string]struct {
		text string
		code rule.Code
		want string
	}{
		"nothing":    {"", cli.TableEmpty, "the table is empty: its first row names the columns"},
		"only blank": {"\n,,\n", cli.TableEmpty, "the table is empty: its first row names the columns"},
		"amount": {
			header + "A,甲,\"1,23\",2015-04-21\n", cli.CellInvalid,
			"rows[2].asked: row 2, column 申请金额, value 1,23: accepted: an amount in yuan, at most to the fen, such as 1234.50 or 1,234.50",
		},
		"date": {
			header + "A,甲,1,2015-02-29\n", cli.CellInvalid,
			"rows[2].on: row 2, column 日期, value 2015-02-29: accepted: a date such as 2015-04-21, 2015/4/21 or 2015年4月21日",
		},
		"empty": {
			header + "\nA, ,1,2015-04-21\n", cli.CellEmpty,
			"rows[3].org: row 3, column 组织 is empty: accepted: any text",
		},
		"after a cell of two lines": {
			header + "A,\"甲\n乙\",1,2015-04-21\nB,乙,x,2015-04-21\n", cli.CellInvalid,
			"rows[3].asked: row 3, column 申请金额, value x: accepted: an amount in yuan, at most to the fen, such as 1234.50 or 1,234.50",
		},
		"missing column": {
			"编号,组织,日期\nA,甲,2015-04-21\n", cli.ColumnMissing,
			"header: column amount asked is missing; accepted headers: 申请金额, amount asked, asked, 申请金额(元)",
		},
		"column twice": {
			"编号,组织,申请金额,日期,ASKED\n", cli.ColumnTwice,
			"header: columns 3 and 5 (ASKED) both hold amount asked",
		},
		"unknown column": {
			"编号,组织,申请金额,日期,备注\n", cli.ColumnUnknown,
			"header: column 5 (备注) is unknown; accepted: ID, organization, amount asked, date, score",
		},
		"too few cells":  {header + "A,甲,1\n", cli.TableRagged, "rows[2]: row 2 has 3 cells, the header has 4"},
		"too many cells": {header + "A,甲,1,2015-04-21,x\n", cli.TableRagged, "rows[2]: row 2 has 5 cells, the header has 4"},
		"quote never closed": {
			header + "A,\"甲,1,2015-04-21\nB,乙,1,2015-04-21\n", cli.TableQuote,
			"rows[2]: the quotation marks from row 2 on do not pair; a cell that holds one is quoted as a whole, with the mark inside written twice",
		},
		"quote in the header": {
			"编号,\"组织,申请金额,日期\nA,甲,1,2015-04-21\n", cli.TableQuote,
			"rows[1]: the quotation marks from row 1 on do not pair; a cell that holds one is quoted as a whole, with the mark inside written twice",
		},
		"not text": {"PK\x03\x04\x00\x00", cli.TableNUL, "row 1 holds a NUL byte, so this is no text file; save the table as CSV UTF-8"},
		"UTF-16":   {"\xff\xfei\x00d\x00", cli.TableNUL, "row 1 holds a NUL byte, so this is no text file; save the table as CSV UTF-8"},
		"no encoding": {
			header + "A,甲\xff,1,2015-04-21\n", cli.TableEncoding,
			"from line 2 of the file on the encoding is neither UTF-8 nor GB18030; save the table as CSV UTF-8",
		},
		"a mark on other bytes": {
			"\uFEFFid\xff", cli.TableEncoding,
			"from line 1 of the file on the encoding is neither UTF-8 nor GB18030; save the table as CSV UTF-8",
		},
		"long cell": {
			header + "A,甲,1,2015-04-21\nB," + strings.Repeat("乙", 22000) + ",1,2015-04-21\n", cli.CellTooLong,
			"row 3, column 2 is longer than 64 KiB; is a quotation mark missing?",
		},
		"many columns": {header + strings.Repeat(",", 1000), cli.ColumnsTooMany, "row 2 has more than 1,000 columns"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet, err := read(c.text)
			require.ErrorIs(t, err, c.code)
			assert.EqualError(t, err, c.want)
			assert.Zero(t, sheet)
		})
	}
}

func TestReadCSVReportsEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	_, err := read("编号,组织,申请金额,备注,得分\n" +
		"A,,--5,x,1e9\n" +
		"B,乙,1.5,x\n" +
		"C,丙\"丁,1,x,1\n" +
		"D,戊,\"12,34\",x,８９．６\n")
	require.Error(t, err)
	assert.Equal(t, ""+
		"header:缺少“日期”列,列名可用:日期, date, on\n"+
		"header:不认识第 4 列“备注”,可用:编号、组织、申请金额、日期、得分\n"+
		"rows[2].asked:第 2 行“申请金额”列填的是“--5”:可填以元为单位、至多精确到分的金额,如 1234.50 或 1,234.50\n"+
		"rows[2].org:第 2 行“组织”列没有填:可填任意文字\n"+
		"rows[2].score:第 2 行“得分”列填的是“1e9”:可填数,如 89.6\n"+
		"rows[3]:第 3 行有 4 格,列名有 5 格\n"+
		"rows[4]:从第 4 行起引号不配对;含引号的单元格须整格加引号,格内引号写两遍\n"+
		"rows[5].asked:第 5 行“申请金额”列填的是“12,34”:可填以元为单位、至多精确到分的金额,如 1234.50 或 1,234.50",
		rule.ProblemsOf(err).In(language.Chinese))
}

// TestReadCheckedAddsTheFaultsOfTheRowsTogether: what a check says of a cell
// that could not be read is left out, all else comes with the cells' faults.
func TestReadCheckedAddsTheFaultsOfTheRowsTogether(t *testing.T) {
	t.Parallel()
	check := func(s cli.Sheet[request]) error {
		var found rule.Problems
		for i, r := range s.Rows {
			if r.ID == "Z01" || r.Asked.IsZero() {
				found.Nest("requests["+strconv.Itoa(i)+"].id", (&rule.Problem{Code: rule.Required}))
				found.Nest("requests["+strconv.Itoa(i)+"].asked", (&rule.Problem{Code: rule.Required}))
			}
		}
		return s.Locate("requests", found.Err())
	}
	read := func(text string) []string {
		_, err := cli.ReadChecked(strings.NewReader(text), check, columns()...)
		var paths []string
		for _, p := range rule.ProblemsOf(err) {
			paths = append(paths, p.Path)
		}
		return paths
	}
	const header = "编号,组织,申请金额,日期\n"
	assert.Empty(t, read(header+"Z02,甲,5,2015-04-21\n"))
	assert.Equal(t, []string{"rows[2].asked", "rows[2].id"}, read(header+"Z01,甲,5,2015-04-21\n"))
	assert.Equal(t, []string{"rows[2].asked", "rows[2].id", "rows[3].on"}, read(header+"Z01,甲,五,2015-04-21\nZ02,乙,5,0\n"))
	assert.Equal(t, []string{"header"}, read("编号,申请金额,日期\nZ01,5,2015-04-21\n"), "without its columns the rows say nothing together")
}

func TestReadCSVShowsAParsersOwnErrorWhereItDoesNotSayWhatItAccepts(t *testing.T) {
	t.Parallel()
	own := cli.Parser[string]{Parse: func(string) (string, error) { return "", errors.New("the check character should be X") }}
	column := cli.Col("code", rule.Words("代码", "code"), own, func(*string, string) {})
	_, err := cli.ReadCSV(strings.NewReader("code\n123\n,\n\"\"\n"), column)
	assert.EqualError(t, err, "rows[2].code: row 2, column code, value 123: the check character should be X")
}

// endless is a table with a cell that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	e.read += len(p)
	return len(p), nil
}

func TestReadCSVStopsReadingAtItsBounds(t *testing.T) {
	t.Parallel()
	var cell endless
	_, err := cli.ReadCSV(io.MultiReader(strings.NewReader("id\n\""), &cell), columns()...)
	require.ErrorIs(t, err, cli.CellTooLong)
	assert.Less(t, cell.read, 256<<10)

	_, err = read("编号,组织,申请金额,日期\n" + strings.Repeat("A\n", 5000))
	require.ErrorIs(t, err, cli.TableFaults)
	assert.Len(t, rule.ProblemsOf(err), 1001)

	_, err = cli.ReadCSV(io.MultiReader(strings.NewReader("id\n"), broken{}), columns()...)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestLocate(t *testing.T) {
	t.Parallel()
	sheet, err := read(strings.Replace(clean, "Z02", "\n\nZ02", 1))
	require.NoError(t, err)
	assert.Equal(t, []int{2, 5}, sheet.Numbers)

	require.NoError(t, sheet.Locate("requests", nil))
	problems := rule.Problems{
		{Path: "requests[1].id", Code: rule.Required},
		{Path: "requests[2].id", Code: rule.Required},
		{Path: "sources[1].id", Code: rule.Required},
	}
	assert.EqualError(t, sheet.Locate("requests", problems.Err()),
		"requests[2].id: required\nrows[5].id: required\nsources[1].id: required")
}
