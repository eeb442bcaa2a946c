#!/bin/bash
# test_pictures_areas.sh -- how devices are grouped into pictures, and what
# stands above the pictures of single sites: networks without locations, with 17,
# 61 and 200 sites, with one; lines that many share; classes. Told by DOT and by
# the list of pictures.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"
shapes=$top/tests/golden/shapes.sql
areas="network overview sites site blocks classes classes-of-site"
only_kinds "$work/areas" $areas
only_kinds "$work/areas-and-devices" $areas device

# Draws the network of such rows as $work/NAME. The shell lacks what fills the
# anchors of evidence, and says so.
drawn() { # NAME SQL [KINDS]
	{
		schema
		cat "$top"/topology/views/*.sql
		echo "CREATE TEMP TABLE want (name TEXT PRIMARY KEY, tier, site);
		CREATE TEMP TABLE cable (one, other, port);
		CREATE TEMP TABLE n AS
		WITH RECURSIVE n (n) AS (
			SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 999)
		SELECT n FROM n;
		$2;"
		cat "$shapes"
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	draw "$work/$1.db" "$work/$1" --formats none \
		--templates "$work/${3:-areas}"
}

ask() { # NAME SQL, of its pictures and links
	sqlite3 "$work/$1.db" "
	CREATE TEMP TABLE drawn AS
	SELECT value AS p, value ->> 'name' AS name, value ->> 'kind' AS kind,
	       value ->> 'base' IS NULL AS is_whole, value ->> 'how' AS how
	FROM   json_each(readfile('$work/$1/diagrams/pictures.json'));
	CREATE TEMP TABLE shown AS
	SELECT DISTINCT name, kind, l.value AS target
	FROM   drawn, json_each(p -> 'links') l WHERE is_whole;
	$2"
}

answers() { # TEST NAME EXPECTED SQL
	ask "$2" "$4" >"$work/answer" 2>&1
	echo "$3" | sed '/^$/d' >"$work/expected"
	same "$1" "$work/expected" "$work/answer"
}

# What holds for every network.
all_is_well() { # NAME
	refuse "$1: no picture failed" grep -q '"not_drawn":"' \
		"$work/$1/diagrams/pictures.json"
	answers "$1: no picture has more than 60 nodes" "$1" "" \
		"SELECT name FROM drawn WHERE p ->> 'nodes' > 60"
	answers "$1: every device is in the picture of an area" "$1" "" \
		"SELECT name FROM device WHERE 'devices/' || slug NOT IN (
			SELECT target FROM shown
			WHERE kind IN ('network', 'site', 'blocks'))"
	answers "$1: every device is in a table of classes" "$1" "" \
		"SELECT name FROM device WHERE 'devices/' || slug NOT IN (
			SELECT target FROM shown WHERE kind = 'classes-of-site')"
	answers "$1: groups without a location say how" "$1" "" \
		"SELECT name FROM drawn WHERE how IS NULL AND kind = 'site'
			AND name GLOB 'site-[gpnw][ra][omrt]*-*'"
}

nodes() { # NAME PICTURE PATTERN
	grep -cE "^	*\"?$3\"?	\[" "$work/$1/diagrams/$2.dot"
}
nodes_are() { # TEST NAME PICTURE PATTERN COUNT
	nodes "$2" "$3" "$4" >"$work/answer"
	echo "$5" >"$work/expected"
	same "$1" "$work/expected" "$work/answer"
}
edges_are() { # TEST NAME PICTURE COUNT
	grep -E ' -- ' "$work/$2/diagrams/$3.dot" | grep -c '	\[' >"$work/answer"
	echo "$4" >"$work/expected"
	same "$1" "$work/expected" "$work/answer"
}

# ---- no location: a campus ----------------------------------------------------
campus="INSERT INTO want SELECT 'core' || n, 3, NULL FROM n WHERE n <= 2;
INSERT INTO want
SELECT 'dist' || n || side.column1, 3, NULL
FROM   n, (VALUES ('a'), ('b')) side WHERE n <= 6;
INSERT INTO want
SELECT printf('acc%d-%02d', d.n, a.n), 4, NULL
FROM   n d, n a WHERE d.n <= 6 AND a.n <= 30;
INSERT INTO cable VALUES ('core1', 'core2', NULL);
INSERT INTO cable
SELECT c.name, d.name, NULL FROM want c, want d
WHERE  c.name GLOB 'core*' AND d.name GLOB 'dist*'
ORDER BY 1, 2;
INSERT INTO cable
SELECT d.name, a.name, NULL FROM want d, want a
WHERE  d.name GLOB 'dist*' AND a.name GLOB 'acc*'
AND    substr(d.name, 5, 1) = substr(a.name, 4, 1)
ORDER BY 1, 2"
check "campus: drawn" drawn campus "$campus"
all_is_well campus
answers "campus: the core, and what hangs together without it" campus \
	"site-group-core1
site-group-dist1a
site-group-dist2a
site-group-dist3a
site-group-dist4a
site-group-dist5a
site-group-dist6a" \
	"SELECT name FROM drawn WHERE kind = 'site' AND is_whole ORDER BY name"
nodes_are "campus: seven groups around the core" campus network \
	'area-group-[a-z0-9-]*' 7
edges_are "campus: a trunk to each" campus network 6
check "campus: the distribution stands before its switches" grep -qE \
	'^	dist1b:p[0-9]+:e -- "acc1-30":p[0-9]+:w' \
	"$work/campus/diagrams/site-group-dist1a.dot"
refuse "campus: nothing of another group" grep -q 'dist2a' \
	"$work/campus/diagrams/site-group-dist1a.dot"

# ---- one switch more ----------------------------------------------------------
check "campus and a switch: drawn" drawn more "$campus;
INSERT INTO want VALUES ('acc2-31', 4, NULL);
INSERT INTO cable VALUES ('dist2a', 'acc2-31', NULL)"
(cd "$work/campus/diagrams" && sha256sum site-*.dot classes-*.dot) >"$work/sums"
(cd "$work/more/diagrams" && sha256sum -c "$work/sums" 2>/dev/null) |
	sed -n 's/: FAILED.*//p' >"$work/answer"
printf '%s\n' site-group-dist2a-ipv4.dot site-group-dist2a-ipv6.dot \
	site-group-dist2a.dot classes-group-dist2a.dot >"$work/expected"
same "campus and a switch: only its own group changes" \
	"$work/expected" "$work/answer"

# ---- no location: other shapes -------------------------------------------------
check "star: drawn" drawn star "INSERT INTO want VALUES ('core', 3, NULL);
INSERT INTO want SELECT printf('leaf%03d', n), 4, NULL FROM n WHERE n <= 200;
INSERT INTO cable SELECT 'core', name, NULL FROM want WHERE tier = 4
ORDER BY name" areas-and-devices
all_is_well star
answers "star: runs of its leaves" star "site-part-1-group-core
site-part-2-group-core
site-part-3-group-core
site-part-4-group-core" \
	"SELECT name FROM drawn WHERE kind = 'site' AND is_whole ORDER BY name"

check "unlinked: drawn" drawn unlinked "INSERT INTO want
SELECT printf('%s-%02d', town.column1, n), 4, NULL
FROM   n, (VALUES ('ber', 30), ('muc', 70), ('xx', 3)) town
WHERE  n <= town.column2"
all_is_well unlinked
answers "unlinked: groups by how names begin" unlinked "site-names-ber
site-part-1-names-muc
site-part-2-names-muc
site-without-links" \
	"SELECT name FROM drawn WHERE kind = 'site' AND is_whole ORDER BY name"

check "ring: drawn" drawn ring "INSERT INTO want
SELECT printf('r%03d', n), 3, NULL FROM n WHERE n <= 100;
INSERT INTO cable
SELECT printf('r%03d', n), printf('r%03d', n % 100 + 1), NULL
FROM   n WHERE n <= 100 ORDER BY n"
all_is_well ring

check "few: drawn" drawn few "INSERT INTO want
SELECT 'r' || n, 3, NULL FROM n WHERE n <= 5;
INSERT INTO cable SELECT 'r1', 'r' || n, NULL FROM n WHERE n BETWEEN 2 AND 5"
all_is_well few
answers "few: one group, said to have no location" few \
	"site-none|No location is known of these devices." \
	"SELECT name, how FROM drawn WHERE kind = 'site' AND is_whole"
check "few: routers stand behind the best linked, port to port" grep -qE \
	'^	r1:p4:e -- r5:p1:w' "$work/few/diagrams/network.dot"

# ---- lines that many share -----------------------------------------------------
check "hub: drawn" drawn hub "INSERT INTO want
SELECT 's' || n, 4, 'Lab' FROM n WHERE n <= 30;
INSERT INTO cable
SELECT a.name, b.name, 'eth0' FROM want a, want b WHERE a.name < b.name
ORDER BY 1, 2" areas-and-devices
all_is_well hub
nodes_are "hub: one node for the line" hub network 'line-[a-z0-9-]*' 1
edges_are "hub: a star, not a link for each two" hub network 30
edges_are "hub: so in the picture of its site" hub site-lab 30
nodes_are "hub: classes know no line" hub classes-lab 'line-[a-z0-9-]*' 0

check "crowded hub: drawn" drawn crowded "INSERT INTO want VALUES
	('core', 3, 'Here'), ('bus1', 4, 'Here'), ('bus2', 4, 'Here'),
	('bus3', 4, 'Here');
INSERT INTO want SELECT printf('leaf%03d', n), 4, 'Here' FROM n WHERE n <= 250;
INSERT INTO cable SELECT 'core', name, NULL FROM want WHERE name GLOB 'leaf*'
ORDER BY name;
INSERT INTO cable VALUES ('core', 'bus1', NULL), ('bus1', 'bus2', 'eth0'),
	('bus1', 'bus3', 'eth0'), ('bus2', 'bus3', 'eth0'), ('core', 'bus1', 'eth0')"
refuse "crowded hub: no picture failed" grep -q '"not_drawn":"' \
	"$work/crowded/diagrams/pictures.json"
check "crowded hub: blocks count no line" grep -q ' · 254 devices · ' \
	"$work/crowded/diagrams/site-here.dot"

cloud() {
	{
		schema
		cat "$top/tests/golden/analysis/prelude.sql"
		sed '/^-- ask/,$d' "$top/tests/golden/analysis/bridges-cloud.sql"
	} | sqlite3 -bail "$work/cloud.db" && "$twinmap" analyse "$work/cloud.db" &&
		draw "$work/cloud.db" "$work/cloud" --formats none
}
check "cloud: drawn" cloud
all_is_well cloud
nodes_are "cloud: one node for what nobody heard" cloud network \
	'line-[a-z0-9-]*' 1
edges_are "cloud: its three ends, and the link behind" cloud network 4
refuse "cloud: no page of it" grep -q 'devices/line' \
	"$work/cloud/diagrams/pictures.json"

# ---- sites ---------------------------------------------------------------------
sites() { # COUNT NAME-FORMAT
	echo "INSERT INTO want
	SELECT printf('s%03d-d%d', s.n, d.n), 3 + (d.n > 1), printf('$2', s.n)
	FROM   n s, n d WHERE s.n <= $1 AND d.n <= 4;
	INSERT INTO cable
	SELECT printf('s%03d-d1', s.n), printf('s%03d-d%d', s.n, d.n), NULL
	FROM   n s, n d WHERE s.n <= $1 AND d.n BETWEEN 2 AND 4;
	INSERT INTO cable
	SELECT 's001-d1', printf('s%03d-d1', s.n), NULL
	FROM   n s, n twice WHERE s.n BETWEEN 2 AND $1 AND twice.n <= 2"
}
check "17 sites: drawn" drawn seventeen "$(sites 17 'Site %03d')"
all_is_well seventeen
nodes_are "17 sites: one overview" seventeen network 'area-site-[0-9]*' 17
edges_are "17 sites: a trunk to each" seventeen network 16
check "17 sites: several links are a double line" grep -qE \
	'color="(#[0-9a-f]{6}):#ffffff:\1"' "$work/seventeen/diagrams/network.dot"
nodes_are "17 sites: the same in the view of IPv6" seventeen network-ipv6 \
	'area-site-[0-9]*' 17
refuse "17 sites: the view of IPv6 knows no orange" grep -q '#b45309' \
	"$work/seventeen/diagrams/network-ipv6.dot"
answers "17 sites: views have a base" seventeen "network-ipv4|network
network-ipv6|network" "SELECT name, p ->> 'base' FROM drawn
	WHERE kind = 'overview' AND NOT is_whole ORDER BY name"

check "61 sites: drawn" drawn many "$(sites 61 'Site %03d')"
all_is_well many
answers "61 sites: regions of ten, cut by number" many \
	"region-site-run-0|9
region-site-run-10|10
region-site-run-20|10
region-site-run-30|10
region-site-run-40|10
region-site-run-50|10
region-site-run-60|2" \
	"SELECT name, count(*) FROM shown WHERE name GLOB 'region-*'
	AND target GLOB 'sites/*' GROUP BY name"
answers "61 sites: a region's neighbours lead to their region" many \
	"pictures/region-site-run-0" \
	"SELECT target FROM shown
	WHERE name = 'region-site-run-20' AND target GLOB 'pictures/*'"
nodes_are "61 sites: the network shows regions" many network \
	'region-site-run-[0-9]*' 7
answers "61 sites: each is in one region" many "" \
	"SELECT slug FROM site s WHERE 1 <> (SELECT count(*) FROM shown
	WHERE target = 'sites/' || s.slug AND name GLOB 'region-*')"

check "200 sites: drawn" drawn crowd "$(sites 200 'Site %03d')"
all_is_well crowd
nodes_are "200 sites: eleven regions" crowd network 'region-site-run-[0-9]*' 11

check "70 named sites: drawn" drawn named "$(sites 70 'x%d'); UPDATE want
SET site = CASE WHEN substr(name, 2, 3) <= '030' THEN 'DE-'
                WHEN substr(name, 2, 3) <= '060' THEN 'France/'
                WHEN substr(name, 2, 3) <= '062' THEN 'IT-' ELSE '' END
           || char(65 + substr(name, 2, 3) % 26, 97 + substr(name, 2, 3) % 23,
                   98 + substr(name, 2, 3) % 19)"
all_is_well named
answers "70 named sites: regions by how names begin, the rest by order" named \
	"region-de|Their names begin with DE.
region-france|Their names begin with France.
region-names-run-1|They are cut by the order of their names." \
	"SELECT name, how FROM drawn WHERE name GLOB 'region-*' AND is_whole
	ORDER BY name"

check "98 sites in 13 regions: drawn" drawn spread "INSERT INTO want
SELECT printf('de%02d', n), 3, printf('DE-%02d', n) FROM n WHERE n <= 50;
INSERT INTO want
SELECT char(96 + r.n) || s.n, 3, printf('%c-%d', char(64 + r.n), s.n)
FROM   n r, n s WHERE r.n <= 12 AND s.n <= 4;
INSERT INTO cable SELECT printf('de%02d', n), char(96 + n) || '1', NULL
FROM n WHERE n <= 12"
all_is_well spread
nodes_are "98 sites: regions by their names" spread network \
	'region-[a-z]*' 13
nodes_are "98 sites: other regions are one card where they are too many" \
	spread region-de '(area|elsewhere)[a-z0-9-]*' 51
nodes_are "98 sites: and one each where they are not" spread region-a \
	'(area|region)-[a-z0-9-]*' 5

check "976 sites in 244 regions: drawn" drawn regions "INSERT INTO want
SELECT char(97 + r.n / 26, 97 + r.n % 26) || s.n, 3,
       char(65 + r.n / 26, 65 + r.n % 26) || '-' || s.n
FROM   n r, n s WHERE r.n <= 244 AND s.n <= 4"
check "976 sites in 244 regions: a table says how many it shows" \
	grep -q '240 of 244 regions' "$work/regions/diagrams/network.dot"

check "one site: drawn" drawn single "INSERT INTO want VALUES ('core', 3, 'Here');
INSERT INTO want SELECT 'leaf' || n, 4, 'Here' FROM n WHERE n <= 70;
INSERT INTO cable SELECT 'core', name, NULL FROM want WHERE tier = 4
ORDER BY name"
all_is_well single
nodes_are "one site: stands alone" single network 'area-here' 1

# ---- classes -------------------------------------------------------------------
answers "one site: two tables of classes" single "2" \
	"SELECT p ->> 'nodes' FROM drawn WHERE name = 'classes-here'"
nodes_are "61 sites: classes as one table" many classes classes 1
check "big class: drawn" drawn big "INSERT INTO want
SELECT printf('d%03d0', n), 5, 'Here' FROM n WHERE n <= 150"
check "big class: is cut, and says so" grep -q 'and 30 more' \
	"$work/big/diagrams/classes-here.dot"

# ---- twice ---------------------------------------------------------------------
check "campus: drawn again, by one process" draw "$work/campus.db" \
	"$work/again" --formats none --jobs 1 --templates "$work/areas"
check "campus: the same bytes" diff -r "$work/campus/diagrams" \
	"$work/again/diagrams"
finish
