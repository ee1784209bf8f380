// Package org says who there is, where, and by what right: social
// organizations (社会组织) with their legal form, registration state,
// territory and identifiers.
package org
