#!/bin/bash
# test_pictures_union.sh -- pictures of two states: each thing that the comparison
# tells of a device, an address or a link is in them, with its sign, its class
# and its style; what was only not observed is never drawn as removed; which
# pairs of states are refused. DOT is looked at, not coordinates.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
golden=$(dirname "$0")/diagrams
cases=$top/tests/golden/compare

new_state() { # DATABASE SQL...
	local file=$1
	shift
	rm -f "$file"
	{
		schema
		cat "$@"
	} | sqlite3 -bail "$file" && "$twinmap" analyse "$file"
}

union() { # BEFORE AFTER SITE [OPTION...]
	local before=$1 after=$2 site=$3
	shift 3
	"$twinmap" render "$after" --previous "$before" --output "$site" \
		--only diagrams --formats none "$@"
}

# The lines of a node or of an edge in DOT, joined; names as they are in it.
statement() { # DOT BEGINNING
	tr '\n\t' '  ' <"$1" | sed 's/;  */;\n/g' | grep -F -- "$2"
}

# A node of the class whose label has all the texts.
shows() { # DOT SLUG CLASS TEXT...
	local text found
	found=$(statement "$1" "id=\"$(basename "$1" .dot)-$2\"")
	echo "$2: ${found:-is not there}"
	case $found in *"class=\"device $3\""*) ;; *) return 1 ;; esac
	shift 3
	for text in "$@"; do
		case $found in *"$text"*) ;; *) return 1 ;; esac
	done
}

# An edge between two nodes, of the class and the style.
joins() { # DOT ONE OTHER CLASS STYLE
	local found
	found=$(grep -E "^[[:space:]]*\"?($2\"?(:[^ ]*)? -- \"?$3|$3\"?(:[^ ]*)? -- \"?$2)\"?(:[^ ]*)?[[:space:]]" \
		"$1" -A 12 | tr '\n\t' '  ' | sed 's/;  */;\n/g')
	echo "$2 -- $3: ${found:-is not there}"
	grep -q "class=\"link \(peer \)\?$4\".*style=$5" <<<"$found"
}

count_is() { # NAME EXPECTED PATTERN FILE
	local got
	got=$(grep -c "$3" "$4")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}

# ---- what became of devices, addresses and links -------------------------------
prelude=$top/tests/golden/analysis/prelude.sql
{
	for state in before after hard-before hard-after; do
		new_state "$work/$state.db" "$prelude" "$cases/$state.sql"
	done
} >"$work/last" 2>&1
check "drawn" union "$work/before.db" "$work/after.db" "$work/easy"
easy=$work/easy/diagrams/changes.dot
check "a new device" shows "$easy" new added '>+ new<'
check "one whose port is seen without it" \
	shows "$easy" was-gone removed '>− gone<' \
	'its port core eth2 is seen without it.'
check "one that is taken away, as stated" \
	shows "$easy" retired removed '>− retired<' 'taken away, as stated'
check "one that was only not observed" \
	shows "$easy" was-clone unobserved '>? clone<'
check "another machine in its place" shows "$easy" clone2 added '>+ clone2<'
check "renamed, known by its chassis" shows "$easy" other-name changed \
	'<S>renamed</S>' '<B>other-name</B>'
check "renumbered, IPv4" shows "$easy" srv changed \
	'<S>192.0.2.66</S>' '<B>192.0.2.72</B>' '>2001:db8:3::4'
check "an address lost, IPv6, and its class" shows "$easy" back changed \
	'<S>− 2001:db8:3::1</S>' '<S>dual-stack</S>' '<B>IPv4 only</B>'
check "a session down" shows "$easy" edge changed \
	'<S>BGP established</S>' '<B>BGP active</B>'
check "what stayed has no sign" shows "$easy" core same '>core<'
check "a link that is new" joins "$easy" core new added solid
check "a link that was lost" joins "$easy" core was-gone removed dotted
check "what is gone has no page" [ "$(statement "$easy" was-gone |
	grep -c 'URL=')" = 0 ]
count_is "counted: devices" 1 '+2 devices  −3 devices  ~4 devices  ?1 device' "$easy"
count_is "counted: links" 1 '+1 link  −2 links' "$easy"
check "a class of segments" grep -q '<S>dual-stack</S>.*<B>IPv4 only</B>' \
	"$work/easy/diagrams/changes-l3.dot"

check "hard: drawn" union "$work/hard-before.db" "$work/hard-after.db" "$work/hard"
hard=$work/hard/diagrams/changes.dot
check "hard: who tells of no neighbour now removes none" \
	shows "$hard" was-leaf unobserved '>? leaf<'
check "hard: nor does who lost one of two links" \
	shows "$hard" was-two-homed unobserved '>? two-homed<'
check "hard: nor a protocol that did not answer" \
	shows "$hard" was-by-cdp unobserved '>? by-cdp<'
check "hard: the link it told of" joins "$hard" core was-by-cdp unobserved dashed
check "hard: a port that is down does" \
	shows "$hard" was-unplugged removed '>− unplugged<'
check "hard: an address that was not asked for again" shows "$hard" mute \
	unobserved '? 2001:db8:3::3 not observed now' \
	'? dual-stack before, not observed now'
check "hard: one name, another machine" shows "$hard" was-replaced unobserved \
	'>? replaced<'
check "hard: and that" shows "$hard" replaced added '>+ replaced<'
check "hard: names that were swapped" shows "$hard" swap-a changed \
	'<S>swap-b</S>' '<B>swap-a</B>'
check "hard: the same by its name" shows "$hard" serial-then same '>serial-then<'

# ---- each row of the comparison that speaks of a device -------------------------
# Rows of `change` are those of the comparison with the same state.
told() { # BEFORE AFTER SITE
	cp "$2" "$work/told.db"
	"$twinmap" analyse --previous "$1" "$work/told.db" || return 1
	sqlite3 "$work/told.db" "
		SELECT DISTINCT replace(name, '&', '&amp;')
		FROM   change
		WHERE  subject_type = 'device' AND kind <> 'coverage'
		UNION
		SELECT d.name
		FROM   change c JOIN device d ON d.key = c.subject
		WHERE  c.subject_type = 'address'
		   OR  c.subject_type = 'device' AND c.kind = 'coverage'" |
		sed 's/ eth[0-9]*$//' >"$work/names"
	[ -s "$work/names" ] || return 1
	cat "$3"/diagrams/changes*.dot >"$work/dots"
	while read -r name; do
		grep -qE ">[+−~?] $name<" "$work/dots" || echo "not told: $name"
	done <"$work/names" >"$work/untold"
	cat "$work/untold"
	[ ! -s "$work/untold" ]
}
check "each device of the comparison has a sign" \
	told "$work/before.db" "$work/after.db" "$work/easy"
check "hard: each device of the comparison has a sign" \
	told "$work/hard-before.db" "$work/hard-after.db" "$work/hard"

# ---- nothing changed, twice the same -------------------------------------------
check "same: drawn" union "$work/after.db" "$work/after.db" "$work/same"
count_is "same: nothing changed" 1 'nothing changed' \
	"$work/same/diagrams/changes.dot"
refuse "same: no sign" grep -qE '>[+−~?] ' "$work/same/diagrams/changes.dot"
check "again: drawn, by one process" \
	union "$work/before.db" "$work/after.db" "$work/again" --jobs 1
check "again: the same bytes" diff -r "$work/easy/diagrams" "$work/again/diagrams"
check "without a state before" "$twinmap" render "$work/after.db" \
	--output "$work/alone" --only diagrams --formats none
refuse "without: no picture of changes" \
	ls "$work"/alone/diagrams/changes.svg
rm -f "$work"/easy/diagrams/changes*
check "without: the other pictures are the same" \
	diff -r -x pictures.json "$work/alone/diagrams" "$work/easy/diagrams"

# ---- states that are refused ---------------------------------------------------
says() { # TEXT BEFORE AFTER
	union "$2" "$3" "$work/refused" >"$work/said" 2>&1 && return 1
	cat "$work/said"
	[ ! -e "$work/refused" ] && [ "$(wc -l <"$work/said")" = 1 ] &&
		grep -q "$1" "$work/said"
}
check "refused: the later one as that before" \
	says 'is later than the state' "$work/after.db" "$work/before.db"
schema | sqlite3 "$work/raw.db"
check "refused: one that was not analysed" \
	says 'run twinmap analyse on it' "$work/raw.db" "$work/after.db"
{
	schema
	echo 'PRAGMA user_version = 1;'
} | sqlite3 "$work/old.db"
check "refused: one of another version" \
	says 'format version 1' "$work/old.db" "$work/after.db"
check "refused: no database" \
	says 'is no topology.db' "$top/README.md" "$work/after.db"
check "refused: none" says 'No such file' "$work/nosuch.db" "$work/after.db"

# ---- hostile names ---------------------------------------------------------------
cat >"$work/hostile.sql" <<'SQL'
UPDATE device SET sys_name = '<script>alert(1)</script>|x"''&amp;\N{{x}}' || id;
UPDATE device SET sys_location = '</svg><script>' || char(1) || id % 2;
UPDATE interface SET name = '</TD></TABLE>"--><a href="javascript:1">' || if_index;
UPDATE device SET software = CAST(x'ff01c29b0a' AS TEXT) || '\N' || meta.observed_at
FROM   meta;
SQL
{
	for state in before after; do
		new_state "$work/hostile-$state.db" "$prelude" \
			"$cases/$state.sql" "$work/hostile.sql"
	done
} >"$work/last" 2>&1
check "hostile: drawn" union "$work/hostile-before.db" \
	"$work/hostile-after.db" "$work/hostile"
check "hostile: well-formed" sh -c "xmllint --noout --nonet \
	'$work'/hostile/diagrams/changes*.svg"
refuse "hostile: no picture failed" \
	grep -l 'picture not drawn' "$work"/hostile/diagrams/changes*.svg
refuse "hostile: no markup of theirs" \
	grep -iE '<script|<a href|onload' "$work"/hostile/diagrams/changes*.svg

# ---- many devices ------------------------------------------------------------------
crowd() { # FILE SITES LEAVES SQL
	{
		schema
		echo "CREATE TEMP TABLE size AS SELECT $2 AS sites, $3 AS leaves;"
		cat "$top"/topology/views/*.sql "$top/tests/golden/crowd.sql"
		echo "$4"
	} | sqlite3 "$1" 2>"$work/said"
}
crowd "$work/few.db" 3 100 ''
crowd "$work/three.db" 3 100 "
	UPDATE meta SET observed_at = 90000;
	DELETE FROM link WHERE id IN (1007, 2008);
	DELETE FROM device WHERE id = 1007;
	UPDATE device SET class = 'dual-stack' WHERE id = 1003;
	INSERT INTO device (id, source, key, slug, name, tier, site, class,
	                    documented)
	VALUES (1999, 'agent', 'new', 's1-new', 's1-new', 4, 's1', 'dual-stack', 1);"
check "303 devices: drawn" union "$work/few.db" "$work/three.db" "$work/three"
overview=$work/three/diagrams/changes.dot
site=$work/three/diagrams/changes-s1.dot
count_is "303 devices: the network shows sites" 3 \
	'class=\(area\|"area changed"\)' "$overview"
count_is "303 devices: two of them changed" 2 'class="area changed"' "$overview"
check "303 devices: a site counts its changes" grep -q '>+1<' "$overview"
check "303 devices: what changed has cards" shows "$site" s1-d3 changed \
	'<S>IPv4 only</S>' '<B>dual-stack</B>'
check "303 devices: what is new" shows "$site" s1-new added '>+ s1-new<'
check "303 devices: what was not observed" shows "$site" was-s1-d7 unobserved
check "303 devices: what stayed is one line" \
	grep -q '>98 devices, unchanged<' "$site"
check "303 devices: no picture of a site without changes" \
	[ ! -e "$work/three/diagrams/changes-s3.dot" ]
crowd "$work/all.db" 2 100 "UPDATE meta SET observed_at = 90000;
	UPDATE device SET class = 'dual-stack' WHERE site = 's1';"
crowd "$work/none.db" 2 100 "UPDATE device SET class = 'IPv4 only';"
check "101 changes: drawn" union "$work/none.db" "$work/all.db" "$work/all"
check "101 changes: in pictures of forty" \
	ls "$work"/all/diagrams/changes-s1{,-2,-3}.dot
check "101 changes: each of them is shown" [ "$(cat \
	"$work"/all/diagrams/changes-s1*.dot | grep -o '>~ s1-d[0-9]*<' |
	sort -u | wc -l)" = 101 ]
for dot in "$work"/*/diagrams/changes*.dot; do
	nodes=$(grep -cE 'class="(device|stub|fold|segment|area)' "$dot")
	[ "$nodes" -le 60 ] || echo "$dot: $nodes"
done >"$work/crowded"
check "no picture has more than 60 cards" [ ! -s "$work/crowded" ]
crowd "$work/regions.db" 70 2 ''
crowd "$work/regions-after.db" 70 2 "UPDATE meta SET observed_at = 90000;
	UPDATE device SET class = 'dual-stack' WHERE site IN ('s7', 's64');"
check "70 sites: drawn" union "$work/regions.db" "$work/regions-after.db" \
	"$work/regions"
check "70 sites: regions, and sites of those with changes" sh -c "
	ls '$work'/regions/diagrams/changes-region-*.dot | wc -l | grep -qE '^[12]$' &&
	ls '$work'/regions/diagrams/changes-s7.dot"

# ---- the sample network ------------------------------------------------------------
if ! marlin_states >"$work/last" 2>&1; then
	skip "sample: pictures" "no network namespace here"
	finish
fi
dot_is() { # SITE NAME GOLDEN
	if [ "${GOLDEN:-}" = write ]; then
		mkdir -p "$golden"
		cp "$1/diagrams/$2.dot" "$golden/$3.dot"
	fi
	same "$3: clusters, nodes and edges" "$golden/$3.dot" "$1/diagrams/$2.dot"
}
check "p1 to p2: drawn" union "$marlin/p1.db" "$marlin/p2.db" "$work/p12"
dot_is "$work/p12" changes marlin-p1-p2-changes
dot_is "$work/p12" changes-l3 marlin-p1-p2-changes-l3
check "p1 to p2: each device of the comparison has a sign" \
	told "$marlin/p1.db" "$marlin/p2.db" "$work/p12"
check "p1 to p2: Branch 2 was not observed" \
	shows "$work/p12/diagrams/changes.dot" b2-sw1 unobserved \
	'? did not answer now' '? IPv4 only before, not observed now'
refuse "p1 to p2: nothing is called removed" \
	grep -q 'device removed\|link removed' "$work/p12/diagrams/changes.dot"
check "p1 to p2: pages show them" "$twinmap" render "$marlin/p2.db" \
	--previous "$marlin/p1.db" --output "$work/site" --formats none
grep -hoE 'xlink:href="[^"]*"' "$work"/site/diagrams/changes*.svg |
	sed 's/^xlink:href="//; s/"$//; s/#.*//' | sort -u |
	while read -r link; do
		[ -f "$work/site/diagrams/$link" ] || echo "dead: $link"
	done >"$work/dead"
check "p1 to p2: each link leads to a page" [ ! -s "$work/dead" ]
check "p1 to p2: a page of its own" \
	[ -f "$work/site/pictures/changes-hq.html" ]
finish
