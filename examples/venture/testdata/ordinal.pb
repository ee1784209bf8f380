META
key;value
description;Synthetic, made by hand
budget;20
vote_type;ordinal
max_length;2
PROJECTS
project_id;cost;name
a;10;First
b;10;Second
c;10;Third
VOTES
voter_id;vote
v1;a,b
v2;a,c
v3;c,b
