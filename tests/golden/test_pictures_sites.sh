#!/bin/bash
# test_pictures_sites.sh -- pictures of one site, from a few cards to hundreds:
# what is folded, what becomes blocks, that each device is shown and no picture
# has more than sixty cards, and that views and newcomers move nothing.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"
overlay=$work/overlay
only_kinds "$overlay" site blocks

# The shell lacks what fills the anchors of evidence, and says so.
network() { # NAME SQL: rows of planned (id, name, tier, site), cabled (a, b)
	{
		schema
		echo "CREATE TEMP TABLE planned (id INTEGER PRIMARY KEY, name TEXT,
			tier INTEGER, site TEXT);
		CREATE TEMP TABLE cabled (a INTEGER, b INTEGER);
		CREATE TEMP TABLE n AS
		WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n
		                         WHERE n < 999)
		SELECT n FROM n;
		$2"
		cat "$top"/topology/views/*.sql "$top/tests/golden/drawn.sql"
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	check "$1: drawn" draw "$work/$1.db" "$work/$1" \
		--formats none --templates "$overlay"
}

pictures() { # NAME: its pictures of cards and blocks
	ls "$work/$1"/diagrams/{site,block}-*.svg 2>/dev/null
}

all_shown() { # NAME
	sqlite3 "$work/$1.db" 'SELECT slug FROM device ORDER BY slug' |
		LC_ALL=C sort >"$work/there"
	pictures "$1" | xargs grep -ohE 'href="\.\./devices/[^"]*\.html' |
		sed 's,.*/,,; s,\.html$,,' | LC_ALL=C sort -u >"$work/shown"
	diff "$work/there" "$work/shown"
}

within_bounds() { # NAME
	local file
	for file in $(pictures "$1"); do
		[ "$(grep -c 'class="node' "$file")" -le 60 ] || echo "cards: $file"
		[ "$(grep -c 'class="edge' "$file")" -le 300 ] || echo "lines: $file"
		[ "$(wc -c <"$file")" -le 409600 ] || echo "bytes: $file"
		! grep -q 'picture not drawn' "$file" || echo "failed: $file"
	done >"$work/beyond"
	cat "$work/beyond"
	[ ! -s "$work/beyond" ]
}

# What a view may not change: all nodes and edges with their ports and texts,
# where they are drawn, and the colours of nothing else.
places() { # FILE
	sed 's/-ipv[46]//g; s/&#45;ipv[46]//g' "$1" |
		awk '/class="cluster"|class="node/ { on = 1 } on' |
		grep -oE '<title>[^<]*|(points|d|x|y)="[^"]*"|>[^<]+<'
}

views_agree() { # NAME
	local file view
	for file in $(pictures "$1" | grep -v -- '-ipv[46]\.svg$'); do
		places "$file" >"$work/both"
		for view in ipv6 ipv4; do
			[ -e "${file%.svg}-$view.svg" ] || continue
			places "${file%.svg}-$view.svg" >"$work/view"
			cmp "$work/both" "$work/view" || return 1
		done
	done
}

bounded() { # NAME
	check "$1: each device is in a picture of it" all_shown "$1"
	check "$1: up to 60 cards, 300 lines, 400 KB a picture" within_bounds "$1"
	check "$1: views keep each place and text" views_agree "$1"
}

count_is() { # NAME EXPECTED PATTERN FILE
	local got
	got=$(grep -cE -- "$3" "$4")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}

blocks_are() { # NAME EXPECTED
	local got
	got=$(pictures "$1" | grep '/block-' | grep -vc -- '-ipv[46]\.svg$')
	check "$1: $2 blocks" [ "$got" -eq "$2" ]
}

# Two distribution switches with so many below them.
leaves() { # COUNT
	echo "INSERT INTO planned SELECT n, 'acc-' || n, 4, 'hq' FROM n WHERE n <= $1;
	INSERT INTO planned VALUES (1001, 'dist-1', 3, 'hq'), (1002, 'dist-2', 3, 'hq');
	INSERT INTO cabled VALUES (1001, 1002);
	INSERT INTO cabled SELECT 1001, n FROM n WHERE n <= $1;
	INSERT INTO cabled SELECT 1002, n FROM n WHERE n <= $1;"
}

# ---- sixty cards, and one more ----------------------------------------------
network sixty "$(leaves 58)"
bounded sixty
dot=$work/sixty/diagrams/site-hq.dot
count_is "sixty: each a card" 60 'class="device ' "$dot"
count_is "sixty: none folded" 0 'class=fold' "$dot"
count_is "sixty: the pair is one thick stroke" 1 'class="link peer ' "$dot"
count_is "sixty: from port to port" 116 \
	'"dist-[12]":p[0-9]+:e -- "acc-[0-9]+":p[0-9]+:w' "$dot"
network sixty-one "$(leaves 59)"
bounded sixty-one
dot=$work/sixty-one/diagrams/site-hq.dot
count_is "sixty-one: the pair keeps its cards" 2 'class="device ' "$dot"
count_is "sixty-one: the leaves are one table" 1 'class=fold' "$dot"
count_is "sixty-one: named by what it hangs on" 3 'fold-dist-1_dist-2' \
	<(grep -E '^\s*("?fold|.* -- )' "$dot")
count_is "sixty-one: a line counts its links" 2 'label="59 links"' "$dot"
count_is "sixty-one: a cell leads to its device" 59 'HREF="../devices/acc-' \
	<(grep -oE 'HREF="[^"]*' "$dot")

# ---- views -------------------------------------------------------------------
dot=$work/sixty/diagrams/site-hq-ipv6.dot
count_is "IPv6: what lacks it is grey" 20 'class="device v4 faded"' "$dot"
count_is "IPv6: the others are as they were" 40 'class="device dual"' "$dot"
count_is "IPv6: it says what grey means" 1 'grey: IPv6 not seen or not observed' "$dot"
refuse "IPv6: nothing orange" grep -i '#b45309' "$dot"
refuse "IPv6: no white letter on grey" \
	grep -E 'BGCOLOR="#94a3b8".*COLOR="#ffffff"' "$dot"
dot=$work/sixty/diagrams/site-hq-ipv4.dot
count_is "IPv4: nothing lacks it" 0 'faded' "$dot"
refuse "both: nothing is grey" grep '#94a3b8' "$work/sixty/diagrams/site-hq.dot"

# ---- hundreds ----------------------------------------------------------------
network campus "INSERT INTO planned VALUES (1001, 'core-1', 3, 'hq'),
	(1002, 'core-2', 3, 'hq'), (1003, 'edge-1', 1, 'hq');
INSERT INTO cabled VALUES (1001, 1002), (1003, 1001), (1003, 1002);
INSERT INTO planned
SELECT 1100 + n, 'dist-' || ((n + 1) / 2) || iif(n % 2, 'a', 'b'), 4, 'hq'
FROM   n WHERE n <= 22;
INSERT INTO cabled SELECT 1001, 1100 + n FROM n WHERE n <= 22;
INSERT INTO cabled SELECT 1002, 1100 + n FROM n WHERE n <= 22;
INSERT INTO cabled SELECT 1100 + n, 1101 + n FROM n WHERE n <= 22 AND n % 2;
INSERT INTO planned
SELECT n, 'acc-' || (101 + (n - 1) / 48 * 100 + (n - 1) % 48), 4, 'hq'
FROM   n WHERE n <= 528;
INSERT INTO cabled SELECT 1101 + (n - 1) / 48 * 2, n FROM n WHERE n <= 528;
INSERT INTO cabled SELECT 1102 + (n - 1) / 48 * 2, n FROM n WHERE n <= 528;"
bounded campus
dot=$work/campus/diagrams/site-hq.dot
blocks_are campus 12
count_is "campus: a card for each block" 12 'class=block' "$dot"
count_is "campus: it leads to the picture of it" 1 \
	'URL="../pictures/block-hq-dist-3a.html"' "$dot"
count_is "campus: the core carries eleven" 11 'label="4 links"' "$dot"
dot=$work/campus/diagrams/block-hq-dist-3a.dot
count_is "campus: a pair and its table" 1 'class=fold' "$dot"
count_is "campus: both of the pair" 2 'class="device ' "$dot"
count_is "campus: the core is a stub" 2 'class="stub ' "$dot"
count_is "campus: that leads to its block" 2 \
	'URL="../pictures/block-hq-edge-1.html"' "$dot"
network pair "$(leaves 528)"
bounded pair
count_is "pair: the first part has both" 2 'class="device ' \
	"$work/pair/diagrams/block-hq-dist-1.dot"
network flat "INSERT INTO planned
	SELECT n, 'host-' || n, 5, 'hq' FROM n WHERE n <= 500;"
bounded flat
network chain "INSERT INTO planned
	SELECT n, 'sw-' || n, 4, 'hq' FROM n WHERE n <= 100;
INSERT INTO cabled SELECT n, n + 1 FROM n WHERE n < 100;"
bounded chain
count_is "chain: no table" 0 'class=fold' <(cat "$work"/chain/diagrams/block-*.dot)
network ring "INSERT INTO planned
	SELECT n, 'sw-' || n, 4, 'hq' FROM n WHERE n <= 100;
INSERT INTO planned VALUES (1001, 'r1', 3, 'hq');
INSERT INTO cabled SELECT n, n + 1 FROM n WHERE n < 100;
INSERT INTO cabled VALUES (1001, 1), (1001, 100);"
bounded ring
network mesh "INSERT INTO planned
	SELECT n, 'r-' || n, 3, 'hq' FROM n WHERE n <= 300;
INSERT INTO cabled
SELECT a.n, b.n FROM n a, n b WHERE a.n < b.n AND b.n <= 300;"
bounded mesh
network hub "INSERT INTO planned VALUES (1001, 'core-1', 3, 'hq'),
	(1002, 'core-2', 3, 'hq');
INSERT INTO planned SELECT n, 'rtr-' || n, 3, 'b' || (n % 70) FROM n WHERE n <= 140;
INSERT INTO cabled SELECT 1001 + n % 2, n FROM n WHERE n <= 140;
INSERT INTO cabled VALUES (1001, 1002);"
bounded hub
count_is "hub: its neighbours are a cell a site" 70 'HREF="../sites/b' \
	<(grep -oE 'HREF="[^"]*' "$work/hub/diagrams/site-hq.dot")

# ---- one more switch -----------------------------------------------------------
# Places of the second, in the order of the first.
order_of() { # FILE: nodes of a column from above, with their columns
	grep -A9 'class="node device' "$1" | awk '
	/<title>/ { sub(/.*<title>/, ""); sub(/<.*/, ""); name = $0 }
	/<polygon/ && name != "" {
		match($0, /points="[^ ]*/)
		split(substr($0, RSTART + 8, RLENGTH - 8), at, ",")
		printf "%d %.1f %s\n", at[1] / 60, at[2], name
		name = ""
	}' | LC_ALL=C sort -k1,1n -k2,2n | cut -d' ' -f3
}
newcomer="INSERT INTO planned VALUES (900, 'acc-7x', 4, 'hq');
INSERT INTO cabled VALUES (1001, 900), (1002, 900);"
network few "$(leaves 40)"
network few-and-one "$(leaves 40) $newcomer"
order_of "$work/few/diagrams/site-hq.svg" >"$work/before"
order_of "$work/few-and-one/diagrams/site-hq.svg" | grep -v 7x >"$work/after"
same "one more card: the others keep their order" "$work/before" "$work/after"
check "one more card: there are some" [ "$(wc -l <"$work/before")" -eq 42 ]
network pair-and-one "$(leaves 528) $newcomer"
changed=$(for file in $(pictures pair-and-one); do
	cmp -s "$file" "$work/pair/diagrams/${file##*/}" || echo "${file##*/}"
done | grep -v -- '-ipv[46]' | tr '\n' ' ')
echo "$changed" >"$work/last"
if [ "$changed" = "block-hq-dist-1.svg site-hq.svg " ]; then
	pass "one more in a block: its picture and the overview change"
else
	fail "one more in a block: its picture and the overview change"
fi
finish
