// Package timeline keeps the versions of a funding scheme by date of effect. A
// request falls under the version of its date unless a transitional clause
// (过渡条款) says otherwise; a round of requests from before and after a change
// is settled in one call, each under its own rules; and what changed between
// two versions is told in words.
package timeline
