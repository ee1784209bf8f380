package main

import (
	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org/rule"
)

// writeReceipt writes the settlement as data: every amount with its reasons in
// short, and digests of what went in.
func writeReceipt(out *cli.Output, r round) error {
	made, err := receipt.Of(r.settled)
	if err != nil {
		return err
	}
	data, err := receipt.Encode(made)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return err
}

// writeDigests writes what two offices compare: the digests of the rules, of
// the requests and of what was settled.
func writeDigests(out *cli.Output, r round) error {
	made, err := receipt.Of(r.settled)
	if err != nil {
		return err
	}
	digest, err := made.Digest()
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(struct {
			Scheme     string `json:"scheme"`
			Requests   string `json:"requests"`
			Settlement string `json:"settlement"`
		}{made.SchemeDigest, made.RequestsDigest, digest})
	}
	out.Lines(rule.Columns([][]string{
		{rule.Words("办法", "scheme").In(out.Lang), made.SchemeDigest},
		{rule.Words("申请", "requests").In(out.Lang), made.RequestsDigest},
		{rule.Words("核定", "settlement").In(out.Lang), digest},
	}))
	return nil
}

// verify computes the round again, another way, and lists where a receipt
// differs.
func verify(out *cli.Output, r round, name string) error {
	data, err := cli.ReadFile(name)
	if err != nil {
		return err
	}
	given, err := receipt.Decode(data)
	if err != nil {
		var found rule.Problems
		found.Nest("-verify", err)
		return found.Err()
	}
	differences := rule.ProblemsOf(given.Verify(r.settled.Scheme(), r.requests))
	if out.JSON {
		if err := out.Encode(append(rule.Problems{}, differences...)); err != nil {
			return err
		}
	} else {
		for _, p := range differences {
			out.Lines([]string{p.In(out.Lang)})
		}
		if len(differences) == 0 {
			out.Lines([]string{rule.Words("重新计算,逐分逐条相符", "computed again: every fen and every reason agrees").In(out.Lang)})
		}
	}
	if len(differences) > 0 {
		return cli.Failed(len(differences))
	}
	return nil
}
