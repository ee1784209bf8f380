// Package micro carries micro-livelihood projects (微民生项目): small wishes of
// residents, met by social organizations within days. A project names its kind
// of service in a catalogue of classes (大类) and kinds (小类), is approved by
// whoever the table of costs says, and is done, refused or dropped.
//
// A project is its dated events; [Desk.Open] and [Project.Apply] carry it,
// [Desk.Fold] replays it. [Desk.Count] counts projects, classes, kinds, people
// and money as of a day; [Relate] says what must hold between such counts, and
// so which published figures agree.
//
// What costs more than the table's last row is no micro project: it takes the
// five stages of package charity.
package micro
