#!/bin/bash
# test_pictures_voice.sh -- pictures of voice of many sites, and of a site with
# many telephones: each stands in one picture, none has more than 60 cards.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../pictures.sh"

# made NAME SITES LANS PHONES: of each site so many LANs, and of each LAN so many
# telephones, on a switch of its own.
made() {
	{
		schema
		cat "$top"/topology/views/*.sql
		cat <<SQL
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
CREATE TEMP TABLE number AS
WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 99)
SELECT n FROM n;
INSERT INTO site (id, slug, name, source)
SELECT 's' || n, 's' || n, 'Site ' || n, 'sysLocation' FROM number WHERE n <= $2;
CREATE TEMP TABLE net AS
SELECT s.n * 100 + l.n AS id, s.n AS site FROM number s, number l
WHERE s.n <= $2 AND l.n <= $3;
INSERT INTO segment (id, key, slug, name, kind, site, vlan, class)
SELECT id, 'n' || id, 'n' || id, 'VLAN ' || id, 'lan', 's' || site, id,
	'dual-stack' FROM net;
INSERT INTO device (id, source, key, slug, name, site, class, documented, role)
SELECT id, 'agent', 'sw' || id, 'sw' || id, 'sw' || id, 's' || site,
	'dual-stack', 1, 'switch' FROM net
UNION ALL
SELECT id * 100 + n, 'neighbour', 'ph' || (id * 100 + n),
	'ph' || (id * 100 + n), 'ph' || (id * 100 + n), 's' || site,
	iif(n % 2, 'dual-stack', 'IPv4 only'), 1, 'phone'
FROM net, number WHERE n <= $4;
INSERT INTO host (segment, mac, device, class, is_local_mac, switch)
SELECT id, 'mac' || (id * 100 + n), id * 100 + n, 'dual-stack', 1, id
FROM net, number WHERE n <= $4;
SQL
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	draws "$1" voice --only diagrams
}

made few 2 2 3
count_is "12 telephones: each by itself" 12 'class="node telephone' few/voice
count_is "12 telephones: on four switches" 4 'class="node device' few/voice
count_is "12 telephones: in four LANs" 4 'class="node segment' few/voice
count_is "12 telephones: from its switch, into its LAN" 24 'class="edge link' \
	few/voice
made sites 9 4 2
check "nine sites: no picture of all" [ ! -e "$work/sites/diagrams/voice.svg" ]
count_is "nine sites: a site has its telephones" 8 'class="node telephone' \
	sites/voice-s7
count_is "nine sites: and its LANs" 4 'class="node segment' sites/voice-s7
made crowd 2 30 40
count_is "30 LANs of 40 telephones: those with most" 20 'class="node segment' \
	crowd/voice-s1
count_is "30 LANs of 40 telephones: one node a LAN" 20 'class="node telephone' \
	crowd/voice-s1
count_is "30 LANs of 40 telephones: counted, and so on the LAN" 40 '>40 telephones<' crowd/voice-s1
count_is "30 LANs of 40 telephones: what is left out is said" 1 "800 of 1200 telephones" \
	crowd/voice-s1
finish
