#!/bin/bash
# test_files.sh -- what stands beside the pages: topology.json as its schema says,
# lists as CSV, files taken over from the site before.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
conforms() { "$build/tests/conforms" "$@"; }
check "the sample network is discovered" marlin_states

# ---- topology.json -------------------------------------------------------------
for phase in $marlin_phases; do
	check "$phase is rendered" "$twinmap" render "$marlin/$phase.db" \
		-o "$work/$phase"
	check "$phase: topology.json is as its schema says" conforms \
		"$work/$phase/topology.schema.json" "$work/$phase/topology.json"
done
json() { sqlite3 :memory: "SELECT $1 FROM (SELECT readfile('$work/p3/topology.json') AS j)"; }
sql() { sqlite3 -readonly "$marlin/p3.db" "$1"; }
equal() { [ -n "$2" ] && [ "$1" = "$2" ] || { echo "$1, not $2"; false; }; }
for table in device:devices interface:interfaces address:addresses link:links \
	segment:segments finding:findings metric:metrics; do
	check "topology.json has every $table" \
		equal "$(json "json_array_length(j, '\$.${table#*:}')")" \
		"$(sql "SELECT count(*) FROM ${table%:*}")"
done
cat >"$work/schema" <<'END'
{ "type": "object", "required": [ "a" ], "additionalProperties": false,
  "properties": { "a": { "type": [ "integer", "null" ] },
                  "b": { "type": "array", "maxItems": 1,
                         "items": { "enum": [ "x", null ] } } } }
END
# case NAME JSON: refused
refused_json() {
	echo "$2" >"$work/json"
	refuse "refused: $1" conforms "$work/schema" "$work/json"
}
echo '{ "a": null, "b": [ "x" ] }' >"$work/json"
check "a file as its schema says" conforms "$work/schema" "$work/json"
refused_json "another type" '{ "a": "1" }'
refused_json "a member that is missing" '{ "b": [] }'
refused_json "a member too many" '{ "a": 1, "c": 1 }'
refused_json "another value" '{ "a": 1, "b": [ "y" ] }'
refused_json "an item too many" '{ "a": 1, "b": [ "x", "x" ] }'
refused_json "no JSON" '{'

# ---- CSV -------------------------------------------------------------------------
mkdir -p "$work/mine/pages"
cat >"$work/mine/pages/odd.md" <<'PAGE'
---
title: Odd
path: lists/odd
csv: rows
queries:
  rows: |
    SELECT '=1+1' AS formula, -5 AS number, '-5' AS text, '@x' AS "at, sign",
           'a "b", c' AS quoted, 'x' || char(10) || 'y' || char(7) AS lines,
           NULL AS unsaid, '2001:db8::1' AS ip
    UNION ALL
    SELECT '+1', 192, '', 'x@y', '', 'é', NULL, '192.0.2.1'
---
# Odd
PAGE
cat >"$work/expected" <<'CSV'
formula,number,text,"at, sign",quoted,lines,unsaid,ip
'=1+1,-5,'-5,'@x,"a ""b"", c",x y,,2001:db8::1
'+1,192,,x@y,,é,,192.0.2.1
CSV
sed -i 's/$/\r/' "$work/expected"
check "a page with a list is rendered" "$twinmap" render "$marlin/p3.db" \
	-o "$work/list" --templates "$work/mine"
same "its rows stand beside it" "$work/expected" "$work/list/lists/odd.csv"
check "Markdown leads to them" grep -qF '[CSV](../lists/odd.csv)' \
	"$work/list/lists/odd.md"
check "HTML leads to them" grep -qF '<a href="../lists/odd.csv">CSV</a>' \
	"$work/list/lists/odd.html"
sed -i 's/^csv: rows/csv: row/' "$work/mine/pages/odd.md"
wrong() { ! "$twinmap" render "$marlin/p3.db" -o "$work/never" \
	--templates "$work/mine" 2>"$work/said" && grep -qF "$1" "$work/said"; }
check "refused: rows of no query" wrong "odd.md:4: csv: there is no query 'row'"

# ---- all on one page ------------------------------------------------------------------
# No id twice, and each fragment of the page leads to one of them.
fragments_resolve() { # FILE
	grep -oE ' id="[^"]*"' "$1" | sed 's/.*="//; s/"//' | sort >"$work/ids"
	grep -oE 'href="#[^"]*"' "$1" | sed 's/.*="#//; s/"//' | sort -u >"$work/wanted"
	test -s "$work/wanted" && test -z "$(uniq -d "$work/ids")" &&
		test -z "$(comm -23 "$work/wanted" "$work/ids")"
}
markdown_resolves() { # FILE: that of Markdown has anchors for all its fragments
	grep -oE '<a id="[^"]*"' "$1" | sed 's/.*="//; s/"//' | sort >"$work/ids"
	grep -oE '\]\(#[^)]*:[^)]*\)' "$1" | sed 's/](#//; s/)//' | sort -u >"$work/wanted"
	test -s "$work/wanted" && test -z "$(uniq -d "$work/ids")" &&
		test -z "$(comm -23 "$work/wanted" "$work/ids")"
}
print=$work/p2/print
check "print: ids are there once, fragments lead to them" fragments_resolve "$print.html"
check "print: so in Markdown" markdown_resolves "$print.md"
check "print: devices in detail" grep -qF '<a id="devices/hq-core1:"></a>hq-core1' "$print.html"
check "print: a part begins a page" grep -q '<section class="joined">' "$print.html"
check "print: what is not joined is a link" grep -qF 'href="checks.html#plan"' "$print.html"
refuse "print: what is joined is none" grep -qE 'href="devices/hq-core1.html' \
	<(grep -v '<svg\|xlink:' "$print.html")
cp "$marlin/p2.db" "$work/many.db"
sqlite3 "$work/many.db" "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n
	WHERE n < 201) INSERT INTO device (source, key, slug, name, class, documented)
	SELECT 'facts', 'many' || n, 'many' || n, 'many' || n, 'unknown', 1 FROM n"
check "a network of more than 200 devices" "$twinmap" render "$work/many.db" \
	-o "$work/many"
refuse "is printed without their detail" grep -q 'id="devices/' "$work/many/print.html"
check "and says so" grep -q 'are left out here, for there are [0-9]* own devices: see \[devices\]' \
	"$work/many/print.md"
check "its fragments lead somewhere too" fragments_resolve "$work/many/print.html"

# ---- what is long ---------------------------------------------------------------------
# Of more than 1,000 rows a table shows the first, unless links lead to them; of
# more than 2,000 hosts each site has a page.
cp "$marlin/p2.db" "$work/long.db"
sqlite3 "$work/long.db" "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n
	WHERE n < 2001) INSERT INTO host (segment, mac, class, is_local_mac)
	SELECT (SELECT id FROM segment WHERE slug = 'hq-vlan-10'),
	       printf('02:00:5e:00:%02x:%02x', n >> 8, n & 255), 'unknown', 1 FROM n"
check "a network of many hosts" "$twinmap" render "$work/long.db" -o "$work/long"
check "tells where the hosts of a segment are" grep -q \
	'<a id="segment-hq-vlan-10"></a>.*(hosts/hq.md#segment-hq-vlan-10)' "$work/long/hosts.md"
check "shows the first thousand of them" grep -q \
	'^The first 1000 of 20[0-9]* rows. All are in \[topology.db\]' "$work/long/hosts/hq.md"
check "and not more" test "$(grep -c '^| `02:' "$work/long/hosts/hq.md")" -le 1000
check "a small network has all on one page" test ! -e "$work/p2/hosts"

# ---- what did not change ------------------------------------------------------------
inode() { stat -c %i "$work/site/$1"; }
cp "$marlin/p3.db" "$work/state.db"
device=$(sql "SELECT slug FROM device WHERE source = 'agent' ORDER BY slug LIMIT 1")
other=$(sql "SELECT slug FROM device WHERE source = 'agent' ORDER BY slug DESC LIMIT 1")
check "a site is rendered" "$twinmap" render "$work/state.db" -o "$work/site"
before=$(inode "devices/$other.html") changed=$(inode "devices/$device.html")
picture=$(inode diagrams/network.svg)
sqlite3 "$work/state.db" "UPDATE device SET sys_descr = 'changed' WHERE slug = '$device'"
check "one device changes" "$twinmap" render "$work/state.db" -o "$work/site"
check "another's page is taken over" test "$(inode "devices/$other.html")" = "$before"
check "its own is not" test "$(inode "devices/$device.html")" != "$changed"
check "it says what changed" grep -q changed "$work/site/devices/$device.md"
check "the picture is taken over" test "$(inode diagrams/network.svg)" = "$picture"
check "the same state without a site before" "$twinmap" render \
	"$work/state.db" -o "$work/fresh"
check "gives the same bytes" diff -r "$work/site" "$work/fresh"
cp -r "$top/templates/layout.html" "$work/mine/" && rm -r "$work/mine/pages"
sed -i 's/Skip to the page/Skip/' "$work/mine/layout.html"
check "another layout" "$twinmap" render "$work/state.db" -o "$work/site" \
	--templates "$work/mine"
check "changes every page" test -z "$(grep -L '>Skip<' "$work"/site/*.html)"
finish
