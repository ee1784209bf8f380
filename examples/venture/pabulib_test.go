package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

const header = "META\nkey;value\nbudget;10\nvote_type;%s\n%sPROJECTS\nproject_id;cost\na;1\nb;2\nc;3\nVOTES\n%s"

func read(t *testing.T, text string) *poll {
	t.Helper()
	p, err := readPB([]byte(text), counting{mode: "points"})
	require.NoError(t, err, text)
	return p
}

// given is what a ballot gives, as in a=1 b=2.
func given(b vote.Ballot) string {
	var parts []string
	for _, g := range b.Points {
		parts = append(parts, g.Project+"="+g.Points.String())
	}
	return strings.Join(parts, " ")
}

func TestOddFiles(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"plain":                   fmt.Sprintf(header, "approval", "", "voter_id;vote\n1;a,b\n2;\n3;c\n"),
		"old line ends":           strings.ReplaceAll(fmt.Sprintf(header, "approval", "", "voter_id;vote\n1;a,b\n2;\n3;c\n"), "\n", "\r"),
		"blank lines":             strings.ReplaceAll(fmt.Sprintf(header, "approval", "", "voter_id;vote\n1;a,b\n2;none\n3;c\n"), "\n", "\n\n ;;\n"),
		"capitals and spaces":     strings.ReplaceAll(fmt.Sprintf(header, " Approval ", "", "VOTER_ID ; Vote\n1; a , b \n2\n3;c,"), "META", " meta ;"),
		"quotes around all":       fmt.Sprintf(header, `"approval"`, "", "\"voter_id\";\"vote\"\n\"1\";\"a,b\"\n\"2\";\"\"\n \"3\";\"c\""),
		"no voter ids":            fmt.Sprintf(header, "approval", "", "age;vote\n1;a,b\n2;\n2;c\n"),
		"choose-1 beside others":  fmt.Sprintf(header, "choose-1", "", "voter_id;vote;x;y\n1;a,b;;\n2;;;\n3;c\n"),
		"an empty line of commas": fmt.Sprintf(header, "approval", "comment;\"two\nlines; and more\"\n", "voter_id;vote\n1;a,,b\n2;,\n3;c,\n"),
		"meta without its header": strings.Replace(fmt.Sprintf(header, "approval", "", "voter_id;vote\n1;a,b\n2;\n3;c\n"), "key;value\n", "", 1),
	} {
		p := read(t, text)
		require.Len(t, p.election.Ballots, 3, name)
		assert.Equal(t, []string{"a=1 b=1", "", "c=1"}, []string{given(p.election.Ballots[0]), given(p.election.Ballots[1]), given(p.election.Ballots[2])}, name)
		assert.Equal(t, "10.00", p.text(p.election.Budget), name)
	}
}

func TestPoints(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ typ, meta, votes, mode, want string }{
		{"ordinal", "max_length;3\n", "voter_id;vote\n1;b,a", "points", "b=3 a=2"},
		{"ordinal", "", "voter_id;vote\n1;b,a\n2;a,b,c", "points", "b=3 a=2"},
		{"ordinal", "max_length;1\n", "voter_id;vote\n1;b,a", "points", "b=2 a=1"},
		{"ordinal", "max_length;3\n", "voter_id;vote\n1;b,a", "pabutools", "b=1 a=0"},
		{"ordinal", "max_length;3\n", "voter_id;vote\n1;b,a", "listed", "b=1 a=1"},
		{"cumulative", "", "vote;points\nb,a;2,0.5", "points", "b=2 a=0.5"},
		{"cumulative", "", "vote;points\nb,a;2,0.5", "listed", "b=1 a=1"},
		{"scoring", "default_score;0\n", "vote;points\nb;-2", "points", "b=-2"},
		{"scoring", "default_score;1\n", "vote;points\nb;-2", "points", "b=-2 a=1 c=1"},
		{"scoring", "default_score;1\n", "vote;points\nb;-2", "pabutools", "b=-2"},
	} {
		p, err := readPB(fmt.Appendf(nil, header, test.typ, test.meta, test.votes), counting{mode: test.mode})
		require.NoError(t, err)
		assert.Equal(t, test.want, given(p.election.Ballots[0]), "%v", test)
	}
}

func TestAmountsOfAnyCurrency(t *testing.T) {
	t.Parallel()
	p := read(t, "META\nbudget;1000,5\nvote_type;approval\nPROJECTS\nproject_id;cost\na;0.1234\nb;2.50000\nVOTES\nvote\na\n")
	assert.Equal(t, "1000.5000", p.text(p.election.Budget))
	assert.Equal(t, "0.1234", p.text(p.election.Projects[0].Cost))
	assert.Equal(t, "1.0000", p.text(p.step), "add-one still adds one whole unit")
	_, err := readPB([]byte("META\nbudget;1e18\nvote_type;approval\nPROJECTS\nproject_id;cost\na;0.001\nVOTES\nvote\na\n"), counting{mode: "points"})
	require.ErrorIs(t, err, AmountTooLarge)
}

func TestFaultsOfFiles(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]rule.Code{
		"":            SectionMissing,
		"\xff\xfe":    FileEncoding,
		"a;b\nMETA\n": OutsideSection,
		"META\n\"a":   FileQuote,
		"META\nPROJECTS\nproject_id;cost\nVOTES\nvote\n":                               KeyMissing,
		fmt.Sprintf(header, "lottery", "", "vote\na"):                                  TypeUnknown,
		fmt.Sprintf(header, "approval", "", "voter_id\n1"):                             ColumnMissing,
		fmt.Sprintf(header, "approval", "", "vote;vote\na;a"):                          ColumnTwice,
		fmt.Sprintf(header, "approval", "", "vote\na;b"):                               RowRagged,
		fmt.Sprintf(header, "ordinal", "", "vote\na,a"):                                ProjectTwice,
		fmt.Sprintf(header, "cumulative", "", "vote;points\na,b;1"):                    PointsCount,
		fmt.Sprintf(header, "cumulative", "", "vote;points\na;-1"):                     NumberWrong,
		fmt.Sprintf(header, "scoring", "", "vote\na"):                                  ColumnMissing,
		fmt.Sprintf(header, "approval", "", "vote\n"+strings.Repeat("x\n", 3000)):      TooManyFaults,
		fmt.Sprintf(header, "scoring", "", "vote;points\na;1e7"):                       vote.PointsRange,
		fmt.Sprintf(header, "approval", "", "vote\n"):                                  rule.Required,
		"META\nbudget;1\nvote_type;approval\nPROJECTS\nid;cost\na;1\nVOTES\nvote\na\n": ColumnMissing,
	} {
		p, err := readPB([]byte(text), counting{mode: "points"})
		require.ErrorIs(t, err, code, text)
		assert.Nil(t, p)
		assert.LessOrEqual(t, len(rule.ProblemsOf(err)), maxFaults+1)
	}
}

// FuzzReadPB reads anything without a panic; what it reads is an election that
// can be decided, and reads the same when it is written out again.
func FuzzReadPB(f *testing.F) {
	f.Add([]byte(fmt.Sprintf(header, "approval", "", "voter_id;vote\n1;a,b\n2;\n3;c\n")))
	f.Add([]byte(fmt.Sprintf(header, "scoring", "default_score;1\n", "vote;points\nb,a;-2,0.5\n")))
	f.Add([]byte(fmt.Sprintf(header, "ordinal", "max_length;3\n", "vote;\"x\"\n\"b,a\";\"\"\"\"\n")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			return
		}
		p, err := readPB(data, counting{mode: "points", skip: true})
		if err != nil {
			return
		}
		var text strings.Builder
		fmt.Fprintf(&text, "META\nbudget;%s\nvote_type;scoring\nPROJECTS\nproject_id;cost\n", p.text(p.election.Budget))
		quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		for _, project := range p.election.Projects {
			fmt.Fprintf(&text, "%s;%s\n", quoted(project.ID), p.text(project.Cost))
		}
		text.WriteString("VOTES\nvoter_id;vote;points\n")
		for _, b := range p.election.Ballots {
			var ids, points []string
			for _, g := range b.Points {
				ids, points = append(ids, g.Project), append(points, g.Points.String())
			}
			fmt.Fprintf(&text, "%s;%s;%s\n", quoted(b.Voter), quoted(strings.Join(ids, ",")), strings.Join(points, ","))
		}
		again, err := readPB([]byte(text.String()), counting{mode: "points"})
		require.NoError(t, err, text.String())
		require.Equal(t, p.election.Budget, again.election.Budget)
		require.Equal(t, p.election.Projects, again.election.Projects)
		require.Len(t, again.election.Ballots, len(p.election.Ballots))
		for i, b := range p.election.Ballots {
			require.Equal(t, given(b), given(again.election.Ballots[i]))
		}
		outcome, err := vote.Decide(vote.Rules{Head: vote.Residents().Head, Method: vote.EqualShares, Satisfaction: vote.Cost}, p.election)
		require.NoError(t, err)
		require.LessOrEqual(t, outcome.Cost.Fen(), p.election.Budget.Fen())
	})
}
