#!/bin/bash
# test_pictures_l3.sh -- logical pictures of networks made by hand: what stands
# for what, on which rows lines end, and that no picture has more than 60 cards.
. "$(dirname "$0")/../lib.sh"

# made NAME SQL: $work/NAME.db, drawn into $work/NAME. The SQL fills routers
# (id, name, site, tier), nets (id, name, kind, site, vlan, prefix6, prefix4,
# note) and ends (net, router, vrf); then what follows after them.
made() {
	{
		schema
		cat "$top"/topology/views/*.sql
		cat <<'SQL'
BEGIN;
CREATE TEMP TABLE made_router (id INTEGER PRIMARY KEY, name, site, tier);
CREATE TEMP TABLE made_net (id INTEGER PRIMARY KEY, name, kind, site, vlan,
	prefix6, prefix4, note);
CREATE TEMP TABLE made_end (net, router, vrf);
CREATE TEMP TABLE number AS
WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 400)
SELECT n FROM n;
SQL
		echo "$2"
		cat "$top/tests/golden/routed.sql"
		echo "${3:-}"
		echo 'COMMIT;'
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	check "$1: drawn" "$twinmap" render "$work/$1.db" \
		--output "$work/$1" --only diagrams --formats none
	refuse "$1: no picture failed" \
		grep -l 'picture not drawn' "$work/$1"/diagrams/*.svg
	cards_of "$1" >"$work/cards"
	refuse "$1: no picture has more than 60 cards" \
		awk '$1 > 60 { print; more = 1 } END { exit !more }' "$work/cards"
}

cards_of() {
	local file
	for file in "$work/$1"/diagrams/l3*.svg; do
		echo "$(grep -c 'class="node' "$file") $(basename "$file")"
	done
}

# count_is TEXT NUMBER PATTERN NETWORK/PICTURE: elements of the SVG
count_is() {
	local got
	got=$(grep -cE "$3" "$work/${4%/*}/diagrams/${4#*/}.svg")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}
shows() { # TEXT PATTERN NETWORK/PICTURE
	check "$1" grep -qE "$2" "$work/${3%/*}/diagrams/${3#*/}.svg"
}
dot_has() { # TEXT PATTERN NETWORK/PICTURE
	check "$1" grep -qE "$2" "$work/${3%/*}/diagrams/${3#*/}.dot"
}

# ---- one LAN of many routers ---------------------------------------------------
lan_of() {
	echo "INSERT INTO made_router SELECT n, 'r' || n, 1, 3 FROM number
			WHERE n <= $1;
		INSERT INTO made_net VALUES (1, 'VLAN 10', 'lan', '1', 10,
			'2001:db8:10::/64', '198.51.100.0/24', NULL);
		INSERT INTO made_end SELECT 1, id, NULL FROM made_router;"
}
made lan59 "$(lan_of 59)"
count_is "59 routers of a LAN: a card each" 59 'class="node device' lan59/l3-s1
count_is "59 routers of a LAN: one network" 1 'class="node segment' lan59/l3-s1
count_is "59 routers of a LAN: a line each, none between two of them" 59 \
	'class="edge' lan59/l3-s1
dot_has "59 routers of a LAN: lines leave rows on the right" \
	'router-r1":r1:e -- "?segment-n1"?:w' lan59/l3-s1
dot_has "59 routers of a LAN: and reach rows on the left" \
	'segment-n1":e -- "?router-r59"?:l1:w' lan59/l3-s1
shows "59 routers of a LAN: a row has IPv6" '>2001:db8:10::1<' lan59/l3-s1
shows "59 routers of a LAN: and IPv4" '>198.51.100.1<' lan59/l3-s1
made lan60 "$(lan_of 60)"
count_is "60 routers of a LAN: one table" 1 'class="node fold"' lan60/l3-s1
count_is "60 routers of a LAN: one line" 1 'class="edge' lan60/l3-s1
shows "60 routers of a LAN: that counts them" '>× 60<' lan60/l3-s1
count_is "60 routers of a LAN: each leads to its page" 60 \
	'xlink:href="../devices/r[0-9]+.html"' lan60/l3-s1

# ---- many LANs of two routers ----------------------------------------------------
made pair "INSERT INTO made_router VALUES (1, 'core1', 1, 3), (2, 'core2', 1, 3);
	INSERT INTO made_net SELECT n, 'VLAN ' || n, 'lan', '1', n,
		iif(n % 4, '2001:db8:' || n || '::/64', NULL),
		'198.18.' || n || '.0/24', NULL FROM number WHERE n <= 100;
	INSERT INTO made_end SELECT n, id, NULL FROM number, made_router
		WHERE n <= 100;"
count_is "100 LANs of a pair: tables by VLAN" 3 'class="node fold"' pair/l3-s1
count_is "100 LANs of a pair: the routers keep their cards" 2 \
	'class="node device' pair/l3-s1
count_is "100 LANs of a pair: each is named" 100 '>VLAN [0-9]+<' pair/l3-s1
count_is "100 LANs of a pair: each leads to its row" 100 \
	'href="../segments.html#segment-n[0-9]+"' pair/l3-s1
shows "100 LANs of a pair: without its rows, a router counts them" \
	'>100 other interfaces<' pair/l3-s1
count_is "100 LANs of a pair: two lines a table" 6 'class="edge' pair/l3-s1

# ---- links between two routers ---------------------------------------------------
links="INSERT INTO made_net SELECT n, 'link ' || n, 'p2p', '1', NULL,
		'2001:db8:' || n || '::/64', '198.18.' || n || '.0/24', NULL
		FROM number WHERE n <= 70;"
made star "INSERT INTO made_router SELECT n, 'r' || n, 1, 3 FROM number
		WHERE n <= 71; $links
	INSERT INTO made_end SELECT n, 1, NULL FROM number WHERE n <= 70
		UNION ALL SELECT n, n + 1, NULL FROM number WHERE n <= 70;"
count_is "70 links of a hub: no network is a card" 0 'class="node segment' \
	star/l3-s1
count_is "70 links of a hub: who has no other is in one table" 1 \
	'class="node fold"' star/l3-s1
made ring "INSERT INTO made_router SELECT n, 'r' || n, 1, 3 FROM number
		WHERE n <= 70; $links
	INSERT INTO made_end SELECT n, n, NULL FROM number WHERE n <= 70
		UNION ALL SELECT n, n % 70 + 1, NULL FROM number WHERE n <= 70;"
count_is "a ring of 70: twenty runs" 20 'class="node fold"' ring/l3-s1
count_is "a ring of 70: a line from each to the next" 20 'class="edge' \
	ring/l3-s1
made chain "INSERT INTO made_router SELECT n, 'r' || n, 1, n FROM number
		WHERE n <= 9; $links
	DELETE FROM made_net WHERE id > 10;
	INSERT INTO made_end SELECT n, n, NULL FROM number WHERE n <= 8
		UNION ALL SELECT n, n + 1, NULL FROM number WHERE n <= 8
		UNION ALL VALUES (9, 1, NULL), (9, 2, NULL), (10, 1, NULL);"
count_is "a chain: lines from router to router, two side by side" 10 \
	'class="edge' chain/l3-s1
shows "a chain: a line says its IPv6 prefix" '>2001:db8:3::/64<' chain/l3-s1
shows "a chain: and its IPv4 prefix" '>198.18.3.0/24<' chain/l3-s1
count_is "a chain: what leads to nobody known is a card" 1 \
	'class="node segment' chain/l3-s1

# ---- sites -------------------------------------------------------------------------
made sites "INSERT INTO made_router SELECT n, 'r' || n, n, 3 FROM number
		WHERE n <= 71; $links
	INSERT INTO made_end SELECT n, 1, NULL FROM number WHERE n <= 70
		UNION ALL SELECT n, n + 1, NULL FROM number WHERE n <= 70;"
count_is "71 sites: neighbours of the hub are one card" 1 'class="node stub' \
	sites/l3-s1
count_is "71 sites: the network is told by regions" 0 'class="node device' \
	sites/l3
shows "71 sites: which lead on" 'href="../pictures/region-' sites/l3
count_is "71 sites: a site has its router and the hub" 2 'class="node' \
	sites/l3-s9
shows "71 sites: the hub's stub leads to its site" 'href="../sites/s1.html"' \
	sites/l3-s9
made two "INSERT INTO made_router VALUES (1, 'a', 1, 3), (2, 'b', 2, 3);
	INSERT INTO made_net SELECT n, 'VLAN ' || n, 'lan', '' || (n % 2 + 1), n,
		'2001:db8:' || n || '::/64', '198.18.' || n || '.0/24', NULL
		FROM number WHERE n <= 80;
	INSERT INTO made_end SELECT n, n % 2 + 1, NULL FROM number WHERE n <= 80;
	INSERT INTO made_end VALUES (80, 2, NULL);"
count_is "two sites of 40 LANs: both routers" 2 'class="node device' two/l3
count_is "two sites of 40 LANs: and what joins them" 1 'class="node segment' \
	two/l3
count_is "two sites of 40 LANs: the rest is a card a site" 2 \
	'class="node rest"' two/l3

made regions "INSERT INTO made_router SELECT n, 'r' || n, n, 3 FROM number
		WHERE n <= 183; ${links/70/182}
	INSERT INTO made_end SELECT n, 1, NULL FROM number WHERE n <= 182
		UNION ALL SELECT n, n + 1, NULL FROM number WHERE n <= 182;
	INSERT INTO made_net VALUES (200, 'VLAN 1', 'lan', '1', 1,
		'2001:db8:c8::/64', '198.51.100.0/24', NULL);
	INSERT INTO made_end VALUES (200, 1, NULL);" "
	UPDATE site SET name = char(65 + (id - 1) / 3 / 26,
		65 + (id - 1) / 3 % 26) || '-' || id;"
count_is "61 regions: they are one table" 1 'class="node' regions/l3
count_is "61 regions: without lines" 0 'class="edge' regions/l3
shows "61 regions: its head counts them" '>61 regions<' regions/l3
shows "61 regions: a cell counts sites and routers" \
	'>3 sites · 3 routers<' regions/l3
shows "61 regions: and networks, if it has any" \
	'>1 of 1 network 4\+6<' regions/l3
for view in '' -ipv6 -ipv4; do
	count_is "61 regions: each cell leads on${view:+, $view}" 61 \
		'href="../pictures/region-' "regions/l3$view"
done
check "61 regions: the list says how it was cut" grep -q \
	'Each region is one cell of a table' "$work/regions/diagrams/pictures.json"

# ---- shared gateways, VRFs, link-local links -----------------------------------------
made odd "INSERT INTO made_router VALUES (1, 'a', 1, 3), (2, 'b', 1, 3);
	INSERT INTO made_net VALUES
		(1, 'VLAN 1', 'lan', '1', 1, '2001:db8:1::/64',
			'198.51.100.0/24', NULL),
		(2, 'VLAN 2', 'lan', '1', 2, NULL, '203.0.113.0/24', NULL),
		(3, 'a - b', 'p2p', '1', NULL, NULL, NULL,
			'link-local, RFC 7404');
	INSERT INTO made_end VALUES (1, 1, NULL), (1, 2, NULL), (2, 1, 'guest'),
		(3, 1, NULL), (3, 2, NULL);" "
	INSERT INTO interface (id, device, if_index, name)
	VALUES (101, 1, 101, 'Te9'), (102, 2, 102, 'Te9');
	INSERT INTO routed_link (id, key, slug, a_device, a_interface, b_device,
		b_interface, protocols, ipv4, ipv6, evidence)
	VALUES (1, 'x', 'x', 1, 101, 2, 102, 'OSPFv3', 0, 1,
			'confirmed from both ends'),
		(2, 'y', 'y', 1, NULL, 2, NULL, 'BGP', 1, 0,
			'confirmed from both ends');
	INSERT INTO virtual_router (id, device, interface, if_index, number,
		family, protocol, state)
	SELECT id, device, id, if_index, 7, 4, 'VRRPv2',
		iif(device = 1, 'master', 'backup') FROM interface
	WHERE id IN (1, 2);
	INSERT INTO virtual_router_address
	VALUES (1, 4, '198.51.100.254', zeroblob(16));"
shows "a shared gateway: who is master" '>VRRP 7 master' odd/l3-s1
shows "a shared gateway: who is backup" '>VRRP 7 backup' odd/l3-s1
shows "a shared gateway: its address on the network" '>198.51.100.254<' odd/l3-s1
count_is "a VRF is a card of its own" 3 'class="node device' odd/l3-s1
shows "a VRF is named" '>VRF guest<' odd/l3-s1
dot_has "a VRF's network hangs on it" \
	'router-a-vrf-guest-[0-9a-f]*":r1:e -- "?segment-n2' odd/l3-s1
shows "a link over link-local addresses says so" '>IPv6 link(-|&#45;)local only<' \
	odd/l3-s1
shows "a link that only OSPF tells" '>IPv6 · OSPFv3<' odd/l3-s1
refuse "a BGP session without an interface is no link" \
	grep -q 'BGP' "$work/odd/diagrams/l3-s1.svg"
count_is "IPv4 only: dashed, and in words" 2 'class="(node segment|edge link) v4"' \
	odd/l3-s1
shows "IPv4 only: its IPv6 prefix was not seen" '>IPv6 prefix not seen<' odd/l3-s1

# ---- views ---------------------------------------------------------------------------
nodes_of() {
	sed -n '/class="node/,$p' "$1" | grep -oE 'x="[^"]*" y="[^"]*"'
}
for view in ipv6 ipv4; do
	nodes_of "$work/odd/diagrams/l3-s1.svg" >"$work/both"
	nodes_of "$work/odd/diagrams/l3-s1-$view.svg" >"$work/one"
	same "$view: everything keeps its place" "$work/both" "$work/one"
done
count_is "IPv6: what lacks it is grey" 2 'v4 faded"' odd/l3-s1-ipv6
count_is "IPv4: what has it is not" 0 'v4 faded"' odd/l3-s1-ipv4
finish
