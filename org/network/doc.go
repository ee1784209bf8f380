// Package network describes the service network for social organizations
// (社会组织服务网络): a district, its towns and subdistricts, its villages and
// communities, and the federations, centres and stations that serve the
// organizations there.
//
// Two independent lines of responsibility run through it: territorial
// management (属地管理) by the nodes of the place where an organization works,
// and sector cultivation (属业培育) by the hubs of its sector. [Rules] say, as
// data, which kind of node belongs at which level and how far down it serves.
// A [Network] answers as of any day which divisions lack a node of their level
// ([Network.Coverage]), which organizations are served on which line, whom
// nobody serves, and which node is the only one for somebody
// ([Network.Service]).
package network
