package cli

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// reader returns the language asked for by the flag or else by the
// environment, whose first of LC_ALL, LC_MESSAGES and LANG counts. Where
// neither says anything that is understood, it is English.
func reader(flag string, env func(string) string) (language.Tag, error) {
	if flag != "" {
		tag, err := language.Parse(flag)
		if err != nil {
			tag, _ = reader("", env)
			return tag, problems.Problem("", LanguageUnknown, rule.With("value", rule.Quoted(flag)))
		}
		return tag, nil
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := env(name); locale != "" {
			locale, _, _ = strings.Cut(locale, ".")
			locale, _, _ = strings.Cut(locale, "@")
			tag, err := language.Parse(locale)
			if err != nil {
				return language.English, nil
			}
			return tag, nil
		}
	}
	return language.English, nil
}
