META
key; value
description; Synthetic, made by hand
budget; 45
vote_type; Cumulative
max_sum_points; 4
PROJECTS
project_id; cost
x; 30
y; 30
z; 15
VOTES
voter_id; vote; points
u; x,z; 3,1
v; x,y; 2,2
w; y; 4
