#!/bin/bash
# test_pictures_space.sh -- pictures of address space made by hand: both families
# of a network on one card, and no picture of more than 60 cards.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../pictures.sh"

# made NAME NETWORKS [SQL]: blocks of IPv6 with ten networks each, one block of IPv4;
# each fourth network has no IPv6, the last one is planned only.
made() {
	{
		schema
		cat "$top"/topology/views/*.sql
		cat <<SQL
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
CREATE TEMP TABLE number AS
WITH RECURSIVE n (n) AS (
	SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < $2 - 1)
SELECT n FROM n;
INSERT INTO space (id, family, prefix, prefix_key, length, key, slug, parent,
	depth, is_own, is_planned, is_observed, status, role)
SELECT 1, 6, '2001:db8::/32', x'60', 32, '2001:db8::/32', 'six', NULL, 0, 1, 0,
	0, 'container', 'container'
UNION ALL
SELECT 2, 4, '198.18.0.0/16', x'40', 16, '198.18.0.0/16', 'four', NULL, 0, 1, 0,
	0, 'container', 'container'
UNION ALL
SELECT 10 + n, 6, printf('2001:db8:%d::/48', n), CAST('6' || n AS BLOB), 48,
	printf('2001:db8:%d::/48', n), 'block' || n, 1, 1, 0, 1, 0, 'container',
	'container'
FROM number WHERE n * 10 < $2;
INSERT INTO space (id, family, prefix, prefix_key, length, key, slug, parent,
	depth, is_own, is_planned, is_observed, status, role, vlan, site, used,
	usable)
SELECT 1000 + n, 6, printf('2001:db8:%d:%d::/64', n / 10, n),
	CAST(printf('6%05d', n) AS BLOB), 64,
	printf('2001:db8:%d:%d::/64', n / 10, n), 'six' || n, 10 + n / 10, 2, 0,
	1, 1, 'active', 'lan', n + 1, 's', NULL, NULL
FROM number WHERE n % 4 < 3
UNION ALL
SELECT 2000 + n, 4, printf('198.18.%d.0/24', n),
	CAST(printf('4%05d', n) AS BLOB), 24, printf('198.18.%d.0/24', n),
	'four' || n, 2, 1, 0, 1, n < $2 - 1,
	iif(n < $2 - 1, 'active', 'planned-only'), 'lan', n + 1, 's', 9, 254
FROM number;
${3:-}
SQL
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	draws "$1" prefixes
}

made small 20
count_is "20 networks: a card each" 20 'class="node net' small/prefixes
count_is "20 networks: the blocks of both families" 4 'class="node prefix"' \
	small/prefixes
count_is "20 networks: both families on one card" 15 'class="node net dual"' \
	small/prefixes
count_is "20 networks: those without IPv6 say so" 5 '>IPv6 prefix not known<' \
	small/prefixes
count_is "20 networks: IPv6 says its prefix" 1 '>2001:db8:1:12::/64<' \
	small/prefixes
count_is "20 networks: IPv4 how much of it is used" 19 '9 of 254<' small/prefixes
check "20 networks: lines come from IPv6" grep -qE \
	'"?block-block1"?:e -- "?net-six12"?:w' "$work/small/diagrams/prefixes.dot"
check "20 networks: and go to IPv4" grep -qE \
	'"?net-six12"?:e -- "?block-four"?:w' "$work/small/diagrams/prefixes.dot"
count_is "20 networks: a planned one hangs on dashes" 1 'stroke-dasharray' \
	small/prefixes
check "20 networks: one picture" [ ! -e "$work/small/diagrams/prefixes-four.svg" ]

made large 200
count_is "200 networks: the blocks" 22 'class="node prefix"' large/prefixes
count_is "200 networks: no network" 0 'class="node net' large/prefixes
count_is "200 networks: a block has those of its networks" 7 'class="node net' \
	large/prefixes-block3
count_is "200 networks: and the block of their other family" 2 \
	'class="node stub"' large/prefixes-block3
count_is "200 networks: a block of 200 has tables" 5 'class="node fold"' \
	large/prefixes-four
check "200 networks: the page of a block shows its picture" \
	grep -q 'id="picture-prefixes-block3"' "$work/large/ipam/block3.html"
count_is "200 networks: a block leads to its page" 1 'href="../ipam/block3.html"' \
	large/prefixes
refuse "200 networks: nothing is left out" \
	grep -q 'the rest: page ipam' "$work/large/diagrams/prefixes.svg"

made lone 20 "UPDATE space SET parent = NULL WHERE key IN
	('2001:db8:0:1::/64', '198.18.1.0/24', '198.18.3.0/24');"
check "a network without blocks: follows a block of IPv6, unseen" grep -qE \
	'"?block-block[01]"?:e -- "?net-six1"?:w' "$work/lone/diagrams/prefixes.dot"
check "and so one of IPv4 only" grep -qE \
	'"?block-block[01]"?:e -- "?net-four3"?:w' "$work/lone/diagrams/prefixes.dot"
count_is "its line is not drawn" 34 'class="edge inside' lone/prefixes

made alone 300 "UPDATE space SET parent = NULL;
DELETE FROM space WHERE role = 'container';"
count_is "300 networks without blocks: tables" 5 'class="node fold"' \
	alone/prefixes
count_is "300 networks without blocks: said so" 1 \
	'200 of 300 networks, the rest: page ipam<' alone/prefixes
finish
