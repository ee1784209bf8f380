META
key;value
description;Synthetic, made by hand
budget;1e1
vote_type;scoring
PROJECTS
project_id;cost
p;10
q;10.
VOTES
voter_id;vote;points
a;p,q;1.5,-1
b;q;2
