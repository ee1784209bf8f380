// Package preset is published scales of social organizations' grades: the
// lines that were found with a source, as they were published, faults
// included. The five grades are the ministry's; how many points each takes is
// for provinces, cities and counties to say, and few have put it where it can
// be read.
//
// A scale whose rows leave scores out or cover them twice is a
// [grading.Notice]: [grading.Notice.Diagnose] lists its faults, and
// [grading.Notice.Scale] grades with it under a reading that is chosen and
// named. The street classes of Zhaobaoshan are [grading.Zhaobaoshan2019].
package preset
