// Package name reads the names of social organizations: whether two are the
// same whatever the width of their letters and the shape of their brackets
// ([Fold], [Same], [Has]), in which order a list of them stands ([Sort], by
// pinyin), which parts they are made of ([Lexicon.Split]: division, trade name,
// field, form), and which published rules on names they break ([Rules.Check]).
//
// Traditional characters are not turned into simplified ones, and a name is
// split by the words of a lexicon and nothing else: parts are suggestions.
package name
