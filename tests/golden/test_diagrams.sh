#!/bin/bash
# test_diagrams.sh -- pictures of two networks: what is in them, that two runs
# give the same bytes, that no name a device can have breaks them, and that
# they have no colour but the palette's. DOT is compared, not coordinates: those
# change with fonts and with Graphviz.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
golden=$(dirname "$0")/diagrams
palette=$top/templates/palette.sql
style=$top/templates/diagram.css

new_state() { # FILE SQL...
	local file=$1
	shift
	{
		schema
		cat "$@"
	} | sqlite3 "$file" && "$twinmap" analyse "$file"
}

render() { # DATABASE SITE [OPTION...]
	local database=$1 site=$2
	shift 2
	"$twinmap" render "$database" --output "$site" "$@"
}

# Compares SITE/diagrams/NAME.dot with golden/GOLDEN.dot, or writes it.
dot_is() { # SITE NAME GOLDEN
	if [ "${GOLDEN:-}" = write ]; then
		mkdir -p "$golden"
		cp "$1/diagrams/$2.dot" "$golden/$3.dot"
	fi
	same "$3: clusters, nodes and edges" "$golden/$3.dot" "$1/diagrams/$2.dot"
}

count_is() { # NAME EXPECTED PATTERN FILE
	local got
	got=$(grep -c "$3" "$4")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}

well_formed() { # SITE
	xmllint --noout --nonet "$1"/diagrams/*.svg
}

links() { # SITE
	grep -hoE 'xlink:href="[^"]*"' "$1"/diagrams/*.svg |
		sed 's/^xlink:href="//; s/"$//' | sort -u
}

lead_somewhere() { # SITE
	local link
	links "$1" >"$work/links"
	[ -s "$work/links" ] || return 1
	while read -r link; do
		[ -f "$1/diagrams/${link%%#*}" ] || echo "dead: $link"
	done <"$work/links" >"$work/dead"
	cat "$work/dead"
	[ ! -s "$work/dead" ]
}

# ---- a small network ---------------------------------------------------------
new_state "$work/small.db" "$top/tests/golden/small.sql" >"$work/last" 2>&1
check "small: drawn" render "$work/small.db" "$work/small"
dot_is "$work/small" network small-network
dot_is "$work/small" site-hq small-site-hq
check "small: well-formed" well_formed "$work/small"
check "small: drawn again, by one process" \
	render "$work/small.db" "$work/again" --jobs 1
check "small: the same bytes" diff -r "$work/small/diagrams" "$work/again/diagrams"

# ---- hostile names -----------------------------------------------------------
cat >"$work/hostile.sql" <<'SQL'
UPDATE device SET sys_name = '<script>alert(1)</script>|x"''&amp;\N{{x}}'
WHERE id = 1;
UPDATE device SET sys_name = '../../' || CAST(x'ff01c29b0a' AS TEXT) || '%s'
WHERE id = 2;
UPDATE device SET sys_name = CAST(x'01' AS TEXT), sys_location = '"]; evil ['
WHERE id = 3;
UPDATE interface SET name = '</TD></TABLE>--><a href="javascript:1">' || id;
UPDATE interface SET name = replace(hex(zeroblob(5000)), '0', '<')
WHERE  id = 4;
SQL
new_state "$work/hostile.db" "$top/tests/golden/small.sql" \
	"$work/hostile.sql" >"$work/last" 2>&1
check "hostile: drawn" render "$work/hostile.db" "$work/hostile"
check "hostile: well-formed" well_formed "$work/hostile"
check "hostile: each link leads to a page" lead_somewhere "$work/hostile"
refuse "hostile: no picture failed" \
	grep -l 'picture not drawn' "$work"/hostile/diagrams/*.svg
refuse "hostile: no markup of theirs" \
	grep -iE '<script|<a href|onload' "$work"/hostile/diagrams/*.svg
links "$work/hostile" >"$work/links"
refuse "hostile: no link of theirs" \
	grep -vE '^\.\./([a-z]+/)?[a-z0-9-]+\.html(#[a-z0-9-]+)?$' "$work/links"
check "hostile: the name is shown as it is" grep -F \
	'&lt;script&gt;alert(1)&lt;/script&gt;|x&quot;&#39;&amp;amp;\N{{x}}' \
	"$work/hostile/diagrams/network.svg"

# ---- a template that cannot be drawn -----------------------------------------
mkdir -p "$work/overlay/diagrams/parts"
echo '<B>{{name}}' >"$work/overlay/diagrams/parts/card.label"
check "broken label: the site is written" \
	render "$work/small.db" "$work/broken" --templates "$work/overlay"
check "broken label: the picture says why" \
	grep -q 'picture not drawn: Error' "$work/broken/diagrams/network.svg"
check "broken label: well-formed" well_formed "$work/broken"
echo '{{nosuch}}' >"$work/overlay/diagrams/parts/card.label"
refuse "wrong name in a label: refused" \
	render "$work/small.db" "$work/broken" --templates "$work/overlay"

# ---- the palette -------------------------------------------------------------
colours() { grep -ohE '#[0-9a-f]{6}' "$@" | sort -u; }
light() { grep -oE '"#[0-9a-f]{6}"' "$style" | tr -d '"' | sort -u; }
colours "$palette" >"$work/palette"
light >"$work/light"
check "each colour of the palette has a dark twin" \
	diff "$work/palette" "$work/light"
refuse "templates name no colour of their own" \
	grep -rE '#[0-9a-fA-F]{6}' "$top/templates/diagrams"
colours "$work"/small/diagrams/*.svg >"$work/drawn"
refuse "pictures have no other colour" \
	grep -vxFf "$work/palette" "$work/drawn"

# Texts and what they stand on, in light and in dark colours.
{
	schema
	cat "$palette"
	echo ".mode tabs
	SELECT ink, tint FROM view_palette UNION
	SELECT header_ink, header FROM view_palette UNION
	SELECT stroke, tint FROM change_palette WHERE fate <> 'unchanged' UNION
	SELECT header_ink, header FROM change_palette UNION
	SELECT muted, paper FROM paint UNION SELECT muted, ground FROM paint UNION
	SELECT muted, tint FROM palette, paint UNION
	SELECT port_ink, tint FROM palette, paint UNION
	SELECT port_ink, foot FROM paint UNION SELECT port_ink, dimmed FROM paint;"
} | sqlite3 :memory: >"$work/texts"
cat >"$work/contrast.awk" <<'END'
function light(colour, at,    digits, part) {
	digits = "0123456789abcdef"
	part = index(digits, substr(colour, at, 1)) * 16 - 17
	part = (part + index(digits, substr(colour, at + 1, 1))) / 255
	return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ^ 2.4
}
function luminance(colour) {
	return 0.05 + 0.2126 * light(colour, 2) + \
		0.7152 * light(colour, 4) + 0.0722 * light(colour, 6)
}
function contrast(one, other,    ratio) {
	ratio = luminance(one) / luminance(other)
	return ratio < 1 ? 1 / ratio : ratio
}
function twin(of, colour) { return colour in of ? of[colour] : colour }
FNR == NR && /fill: #/ {
	split($0, quoted, "\"")
	colour = substr($0, index($0, "fill: #") + 6, 7)
	if (/text\[fill=/)
		of_text[quoted[2]] = colour
	else if (/\[fill=/)
		of_ground[quoted[2]] = colour
}
FNR == NR { next }
contrast($1, $2) < 4.5 { print $1, "on", $2 }
contrast(twin(of_text, $1), twin(of_ground, $2)) < 4.5 {
	print $1, "on", $2, "in dark colours"
}
END
awk -f "$work/contrast.awk" "$style" "$work/texts" >"$work/pale"
check "texts have a contrast of 4.5" diff /dev/null "$work/pale"
check "of many texts" [ "$(wc -l <"$work/texts")" -gt 25 ]

# ---- many devices -------------------------------------------------------------
# The shell lacks what fills the anchors of evidence, and says so.
crowd() { # FILE SITES LEAVES
	{
		schema
		echo "CREATE TEMP TABLE size AS SELECT $2 AS sites, $3 AS leaves;"
		cat "$top"/topology/views/*.sql \
			"$top/tests/golden/crowd.sql"
	} | sqlite3 "$1" 2>"$work/said"
}

crowd "$work/crowd.db" 2 70
check "142 devices: drawn" render "$work/crowd.db" "$work/crowd"
check "142 devices: well-formed" well_formed "$work/crowd"
check "142 devices: each link leads to a page" lead_somewhere "$work/crowd"
count_is "142 devices: the network shows sites" 2 'class="node site"' \
	"$work/crowd/diagrams/network.svg"
count_is "142 devices: one trunk between them" 1 'class="edge' \
	"$work/crowd/diagrams/network.svg"
count_is "71 devices: the router keeps its card" 1 'class="node device' \
	"$work/crowd/diagrams/site-s1.svg"
count_is "71 devices: the leaves are one table" 1 'class="node fold"' \
	"$work/crowd/diagrams/site-s1.svg"
count_is "71 devices: of 70 links" 1 'title="70 links' \
	"$work/crowd/diagrams/site-s1.svg"
crowd "$work/many.db" 17 5
check "102 devices at 17 sites: drawn" render "$work/many.db" "$work/many"
count_is "102 devices at 17 sites: a table of sites" 17 \
	'xlink:href="../sites/s' "$work/many/diagrams/network.svg"
count_is "6 devices: nothing is folded" 6 'class="node device' \
	"$work/many/diagrams/site-s2.svg"

# ---- the sample network ------------------------------------------------------
if ! marlin_states >"$work/last" 2>&1; then
	skip "sample: pictures" "no network namespace here"
	finish
fi
for phase in p2 p3; do
	check "$phase: drawn" render "$marlin/$phase.db" "$work/$phase"
	check "$phase: well-formed" well_formed "$work/$phase"
	check "$phase: each link leads to a page" lead_somewhere "$work/$phase"
done
dot_is "$work/p3" network marlin-p3-network
dot_is "$work/p3" l3-hq marlin-p3-l3-hq
network=$work/p3/diagrams/network.svg
count_is "p3: a card for each device and provider" 29 'class="node device' \
	"$network"
count_is "p3: a box for each site" 5 'class="cluster' "$network"
count_is "p3: IPv4 only are the printer and a phone" 2 \
	'class="node device v4"' "$network"
count_is "p3: IPv6 only is the guest's laptop" 1 'class="node device v6"' \
	"$network"
count_is "p3: nothing unknown" 0 'class="node device unknown"' "$network"
count_is "p2: Branch 2 is unknown" 3 'class="node device unknown"' \
	"$work/p2/diagrams/network.svg"
count_is "p3: eight LANs at the headquarters" 8 'class="node segment' \
	"$work/p3/diagrams/l3-hq.svg"
count_is "p3: neighbours of the headquarters are dimmed" 4 \
	'class="node stub' "$work/p3/diagrams/site-hq.svg"
count_is "p3: whose switch nobody knows stands behind the switches" 2 \
	'minlen=2' "$work/p3/diagrams/site-hq.dot"
count_is "p3: tables of classes have one left side" 2 ':top:w -- .*:top:w' \
	"$work/p3/diagrams/classes-hq.dot"
count_is "p3: three telephones, each by itself" 3 'class="node telephone' \
	"$work/p3/diagrams/voice.svg"
count_is "p3: a registrar and a trunk" 2 \
	'class="node \(registrar\|trunk\)' "$work/p3/diagrams/voice.svg"
check "small: no picture of voice, there is none" \
	[ ! -e "$work/small/diagrams/voice.svg" ]

# A hundred telephones on one switch are one node, as are those of a class.
more_telephones() { # FILE
	{
		echo "CREATE TEMP TABLE one AS
			SELECT * FROM device WHERE key = 'hq-ph1';
		CREATE TEMP TABLE heard AS
			SELECT * FROM host WHERE device = (SELECT id FROM one);"
		for number in $(seq 100); do
			echo "UPDATE one SET id = 70000 + $number,
				key = 'phone$number';
			UPDATE one SET slug = key, name = key;
			INSERT INTO device SELECT * FROM one;
			UPDATE heard SET id = 70000 + $number,
				mac = 'phone$number';
			UPDATE heard SET device = id;
			INSERT INTO host SELECT * FROM heard;"
		done
	} | sqlite3 -bail "$1"
}
cp "$marlin/p3.db" "$work/ringing.db"
check "103 telephones: are there" more_telephones "$work/ringing.db"
check "103 telephones: drawn" render "$work/ringing.db" "$work/ringing"
check "103 telephones: well-formed" well_formed "$work/ringing"
count_is "103 telephones: one node a switch" 3 'class="node telephone' \
	"$work/ringing/diagrams/voice.svg"
count_is "103 telephones: counted, and so on their LAN" 2 '>101 telephones<' \
	"$work/ringing/diagrams/voice.svg"
finish
