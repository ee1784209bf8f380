// Package linkage holds the three-way linkage (三社联动) of community, social
// organization and social work as typed bonds: a community hosts an
// organization, the organization employs a social worker, the social worker
// serves the community.
//
// A community is linked on a day when the three bonds close: one of the
// organizations it hosts employs one of the social workers who serve it. For a
// community that is not, [Linkage.On] names the fewest bonds that would close
// one.
package linkage
