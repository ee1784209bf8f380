META
key;value
description;"Synthetic; made by hand"
num_projects;3
num_votes;5
budget;100.00
vote_type;approval
rule;equalshares
currency;PLN

PROJECTS
name;votes;cost;project_id;latitude;selected
"Hall ""at the gate""; new";3;60,00;hall;52.1;1
Lamps;2;39.5;lamps;;1

Stage;3;40;stage;;0;
VOTES
voter_id;age;vote;sex
1;34;hall,stage;F
2;51;" stage , hall ";M
3;;stage,hall,hall
3;23;lamps;M
5;;lamps
