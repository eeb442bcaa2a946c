#!/bin/bash
# test_diff.sh -- twinmap diff: what it tells of two states is what the later
# one tells of itself, in text, Markdown, HTML and JSON; of equal states nothing;
# names that mean harm; snapshots of an archive; and what is refused.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/site.sh"
golden=$(cd "$(dirname "$0")/diff" && pwd)
cases=$top/tests/golden/compare
prelude=$top/tests/golden/analysis/prelude.sql
export LC_ALL=C.UTF-8 TMPDIR=$work

new_state() { # DATABASE SQL...
	local file=$1
	shift
	rm -f "$file"
	{
		schema
		cat "$@"
	} | sqlite3 -bail "$file" && "$twinmap" analyse "$file"
}
diff_states() { "$twinmap" diff --formats none "$@"; }
conforms() {
	"$build/tests/conforms" \
		"$top/templates/comparison/comparison.schema.json" "$1"
}
json() { # FILE SQL: asks `change`, `class`, `metric`, `state` of comparison.json
	sqlite3 -batch -nullvalue - :memory: "
		CREATE TABLE j AS SELECT readfile('$1') AS j;
		CREATE VIEW change AS SELECT value ->> 'kind' AS kind,
			value ->> 'subject_type' AS subject_type,
			value ->> 'subject' AS subject, value ->> 'name' AS name,
			value ->> 'before' AS before, value ->> 'after' AS after,
			value ->> 'age_days' AS age, value ->> 'is_news' AS is_news,
			value ->> 'sentence' AS sentence
		FROM j, json_each(j, '\$.changes');
		CREATE VIEW class AS SELECT value ->> 'subject_type' AS subject_type,
			value ->> 'before' AS before, value ->> 'after' AS after,
			value ->> 'objects' AS objects
		FROM j, json_each(j, '\$.classes');
		CREATE VIEW metric AS SELECT value ->> 'id' AS id, value AS v,
			value ->> 'sentence' AS sentence
		FROM j, json_each(j, '\$.metrics');
		CREATE VIEW gain AS SELECT value ->> 'subject_type' AS subject_type,
			value AS v
		FROM j, json_each(j, '\$.gains');
		CREATE VIEW state AS SELECT value AS v, key AS ordinal
		FROM j, json_each(j, '\$.states');
		$2"
}
is() { # EXPECTED FILE SQL
	local got
	got=$(json "$2" "$3")
	echo "$got"
	[ "$got" = "$1" ]
}
# Void elements closed, HTML must be well-formed.
html_is_sound() {
	find "$1" -name '*.html' ! -path '*/old/*' ! -path '*/new/*' |
		while IFS= read -r file; do
			sed -E -e 's/<(meta|link|br|hr|img)( [^>]*)?>/<\1\2\/>/g' \
				-e 's/ defer>/ defer="">/' -e 's/<!doctype html>//' \
				"$file" | xmllint --noout - || echo "$file"
		done >"$work/unsound" 2>&1
	cat "$work/unsound"
	[ -f "$1/index.html" ] && [ ! -s "$work/unsound" ]
}
# Each link of the comparison's own pages and pictures leads to a file.
links_lead() {
	(cd "$1" && find . \( -name '*.html' -o -name '*.svg' \) \
		! -path './old/*' ! -path './new/*' | while IFS= read -r file; do
		grep -ohE '(href|src)="[^"#]+' "$file" | sed 's/^[^"]*"//' | sort -u |
			while IFS= read -r link; do
				[ -f "$(dirname "$file")/$link" ] || echo "$file: $link"
			done
	done) >"$work/dead"
	cat "$work/dead"
	[ -f "$1/index.html" ] && [ ! -s "$work/dead" ]
}
is_golden() { # NAME FILE
	sed -E -f "$top/tests/golden/marlin-pages.sed" \
		-e 's/[0-9a-f]{64}/(hash)/g' "$2" >"$work/seen"
	[ "${GOLDEN:-}" != write ] || cp "$work/seen" "$golden/$1"
	same "p1 to p2: $1 is what it was" "$golden/$1" "$work/seen"
}

# ---- a small network ---------------------------------------------------------
{
	for state in before after hard-before hard-after; do
		new_state "$work/$state.db" "$prelude" "$cases/$state.sql"
	done
} >"$work/last" 2>&1
before=$work/before.db after=$work/after.db
cp "$before" "$work/untouched-before.db"
cp "$after" "$work/untouched-after.db"
check "small: compared" diff_states "$before" "$after" -o "$work/small"
check "small: well-formed" html_is_sound "$work/small"
check "small: each link leads to a file" links_lead "$work/small"
check "small: JSON as its schema says" conforms "$work/small/comparison.json"
check "small: neither state was changed" sh -c "
	cmp '$before' '$work/untouched-before.db' &&
	cmp '$after' '$work/untouched-after.db'"
check "small: again, by one process" \
	diff_states "$before" "$after" -o "$work/again" --jobs 1
check "small: the same bytes" diff -r "$work/small" "$work/again"
diff_states "$before" "$after" >"$work/small.txt"
diff_states "$before" "$after" --json >"$work/small.json"
same "small: --json prints the same" \
	"$work/small/comparison.json" "$work/small.json"
json "$work/small.json" "SELECT name || ': ' || sentence FROM change
	WHERE kind = 'regression' ORDER BY name" >"$work/regressions"
check "small: a session that was lost is a regression" \
	grep -q 'edge: .*session of edge' "$work/regressions"
check "small: so is a class" \
	grep -q 'back: back was dual-stack, is IPv4 only' "$work/regressions"
check "small: regressions stand first" test "$(grep -n '^## ' \
	"$work/small/index.md" | head -n 1 | cut -d: -f2)" = '## Regressions'
while read -r line; do
	grep -qF -- "${line#*: }" "$work/small.txt" || echo "not told: $line"
done <"$work/regressions" >"$work/untold"
check "small: the text tells each of them" [ ! -s "$work/untold" ]
check "small: one that is new" is 'new' "$work/small.json" \
	"SELECT name FROM change WHERE kind = 'added' AND subject_type = 'device'
	 AND name = 'new'"
check "small: removed is not the same as not observed" \
	is 'clone not observed,gone removed,retired removed' "$work/small.json" \
	"SELECT group_concat(name || ' ' || kind)
	 FROM (SELECT DISTINCT name, kind FROM change WHERE subject_type = 'device'
	       AND name IN ('clone', 'gone', 'retired')
	       AND kind IN ('removed', 'not observed') ORDER BY name)"
check "small: renumbered, IPv4" is '192.0.2.66 192.0.2.72' "$work/small.json" \
	"SELECT before || ' ' || after FROM change WHERE kind = 'renumbered'
	 AND name LIKE 'srv%'"
check "small: an address lost, IPv6" is 'lost' "$work/small.json" \
	"SELECT kind FROM change WHERE subject_type = 'address'
	 AND before = '2001:db8:3::1'"

# What is told of two states is what the later one tells beside the earlier.
told_alike() { # BEFORE AFTER
	cp "$2" "$work/beside.db" && chmod u+w "$work/beside.db"
	"$twinmap" analyse --previous "$1" "$work/beside.db" || return 1
	diff_states "$1" "$work/beside.db" --json >"$work/beside.json" || return 1
	sqlite3 -nullvalue - "$work/beside.db" "SELECT kind, subject_type, subject,
		before, after, sentence FROM change WHERE kind <> 'metric'" |
		sort >"$work/change"
	json "$work/beside.json" "SELECT kind, subject_type, subject, before, after, sentence
		FROM change" | sort >"$work/told"
	sqlite3 "$work/beside.db" "SELECT * FROM change_class" | sort >>"$work/change"
	json "$work/beside.json" "SELECT * FROM class" | sort >>"$work/told"
	sqlite3 "$work/beside.db" "SELECT sentence FROM change
		WHERE kind = 'metric' ORDER BY id" >>"$work/change"
	json "$work/beside.json" "SELECT sentence FROM metric" >>"$work/told"
	[ -s "$work/change" ] && diff "$work/change" "$work/told"
}
check "small: the later state tells the same" told_alike "$before" "$after"
check "hard: the later state tells the same" \
	told_alike "$work/hard-before.db" "$work/hard-after.db"

# A gain of sight is told from a gain of the network.
seen_better() {
	cp "$before" "$work/blind.db"
	sqlite3 "$work/blind.db" "UPDATE device SET class = 'unknown'
		WHERE class = 'dual-stack' AND documented" &&
		diff_states "$work/blind.db" "$before" --json >"$work/blind.json"
}
dual=$(sqlite3 "$before" "SELECT count(*) FROM device
	WHERE class = 'dual-stack' AND documented")
check "seen better: compared" seen_better
check "seen better: that is no gain of the network" is "0 $dual" \
	"$work/blind.json" "SELECT v ->> 'from_seen' || ' ' || (v ->> 'from_unknown')
	FROM gain WHERE subject_type = 'device'"
check "seen better: the text says so" sh -c "'$twinmap' diff '$work/blind.db' \
	'$before' | grep -qx 'Devices, newly dual-stack: $dual not observed before.'"

# ---- nothing changed ---------------------------------------------------------
nothing_changed() { # STATE NAME
	diff_states "$1" "$1" -o "$work/$2" >"$work/$2.txt" || return 1
	cat "$work/$2.txt"
	grep -qx 'Nothing changed.' "$work/$2.txt" &&
		grep -q 'Nothing changed' "$work/$2/index.md" &&
		is 0 "$work/$2/comparison.json" \
			"SELECT count(*) FROM change WHERE is_news" &&
		is 0 "$work/$2/comparison.json" \
			"SELECT count(*) FROM class WHERE before <> after" &&
		is 1 "$work/$2/comparison.json" \
			"SELECT count(DISTINCT v ->> 'sha256') FROM state"
}
check "equal states: nothing changed" nothing_changed "$after" equal
refuse "equal states: else it is not said" \
	grep -r 'Nothing changed' "$work/small" "$work/small.txt"

# ---- names that mean harm ------------------------------------------------------
cat >"$work/hostile.sql" <<'SQL'
UPDATE device SET sys_name = '<script>alert(1)</script>|x"''&amp;`{{x}}'
	|| char(27) || '[31m' || char(10) || id;
UPDATE interface SET name = '</td></table>--><a href="javascript:1">' || if_index;
UPDATE device SET software = CAST(x'ff01c29b0a' AS TEXT) || meta.observed_at
FROM   meta;
SQL
{
	for state in before after; do
		new_state "$work/hostile-$state.db" "$prelude" \
			"$cases/$state.sql" "$work/hostile.sql"
	done
} >"$work/last" 2>&1
check "hostile: compared" diff_states "$work/hostile-before.db" \
	"$work/hostile-after.db" -o "$work/hostile"
diff_states "$work/hostile-before.db" "$work/hostile-after.db" \
	>"$work/hostile.txt"
check "hostile: they are there" grep -q 'alert(1)' "$work/hostile.txt"
check "hostile: well-formed" html_is_sound "$work/hostile"
check "hostile: pictures too" sh -c \
	"xmllint --noout --nonet '$work'/hostile/diagrams/*.svg"
refuse "hostile: no markup of theirs" grep -rE '<script>|<a href="javascript' \
	"$work/hostile" --include='*.html' --include='*.svg'
refuse "hostile: nor in Markdown" grep -rE '(^|[^\\])<(script|a href="java)' \
	"$work/hostile" --include='*.md'
refuse "hostile: nothing that moves a terminal" \
	grep -P '[\x00-\x08\x0b-\x1f\x7f]' "$work/hostile.txt"
check "hostile: JSON as its schema says" conforms "$work/hostile/comparison.json"

# ---- what is refused -----------------------------------------------------------
says() { # TEXT COMMAND...: one line, status 1 or 2, nothing written
	local text=$1 status
	shift
	"$@" -o "$work/refused" >"$work/out" 2>"$work/said"
	status=$?
	cat "$work/out" "$work/said"
	[ $status -eq 1 ] || [ $status -eq 2 ] || return 1
	[ ! -e "$work/refused" ] && [ ! -e "$work/refused.new" ] &&
		[ ! -s "$work/out" ] && [ "$(wc -l <"$work/said")" = 1 ] &&
		grep -qF -- "$text" "$work/said"
}
schema | sqlite3 "$work/raw.db"
{
	schema
	echo 'PRAGMA user_version = 1;'
} | sqlite3 "$work/old.db"
check "refused: the later one first" \
	says 'is later than the state' diff_states "$after" "$before"
check "refused: not analysed, the earlier" \
	says 'run twinmap analyse on it' diff_states "$work/raw.db" "$after"
check "refused: not analysed, the later" \
	says 'run twinmap analyse on it' diff_states "$before" "$work/raw.db"
check "refused: of another version" \
	says 'format version 1' diff_states "$work/old.db" "$after"
check "refused: no database" \
	says 'is no topology.db' diff_states "$before" "$top/README.md"
check "refused: none" \
	says 'nosuch.db: no such file; the name of a snapshot needs --archive' \
	diff_states "$before" "$work/nosuch.db"
check "refused: an unknown format" \
	says "'gif' is not all" "$twinmap" diff "$before" "$after" -f gif
refuse "refused: one state alone" "$twinmap" diff "$before"
refuse "refused: sites without a place" \
	"$twinmap" diff --sites "$before" "$after"
printed_to_full() { # OPTION...
	diff_states "$before" "$after" "$@" >/dev/full 2>"$work/said" && return 1
	cat "$work/said"
	grep -q "written" "$work/said"
}
check "refused: text, by a full disk" printed_to_full
check "refused: JSON, by a full disk" printed_to_full --json
mkdir "$work/foreign"
echo mine >"$work/foreign/file"
refuse "refused: a folder of others" \
	diff_states "$before" "$after" -o "$work/foreign"
check "refused: it stays" grep -q mine "$work/foreign/file"
cp -r "$work/small" "$work/kept"
refuse "refused: a wrong state" \
	diff_states "$before" "$work/raw.db" -o "$work/kept"
check "refused: what was there stays" diff -r "$work/small" "$work/kept"
check "but is replaced" diff_states "$before" "$after" -o "$work/kept/"
mkdir "$work/rendered"
touch "$work/rendered/topology.db"
refuse "refused: in the place of a network's own site" \
	diff_states "$before" "$after" -o "$work/rendered"
cp "$before" "$work/busy.db"
echo rows >"$work/busy.db-wal"
check "refused: one that is being written" \
	says 'is being written' diff_states "$work/busy.db" "$after"

# ---- snapshots of an archive ---------------------------------------------------
a=$work/archive
publish() { # DATABASE TAG
	make_site "$work/site" 0 && cp "$1" "$work/site/topology.db" &&
		"$twinmap" archive add --tag "$2" "$a" "$work/site"
}
check "archive: two snapshots" eval \
	"publish '$before' one && publish '$after' two"
id=$(sqlite3 "$after" \
	"SELECT strftime('%Y%m%dT%H%M%SZ', observed_at, 'unixepoch') FROM meta")
for pair in "one two" "prev latest" "one $id"; do
	# shellcheck disable=SC2086
	diff_states --archive "$a" $pair --json >"$work/archived.json" 2>"$work/last"
	sed 's/"name": "[^"]*", "id"/"id"/' "$work/archived.json" >"$work/archived"
	sed 's/"name": "[^"]*", "id"/"id"/' "$work/small.json" >"$work/expected"
	same "archive: $pair" "$work/expected" "$work/archived"
done
check "archive: with the sites of both" \
	diff_states --archive "$a" one two -o "$work/sites" --sites
check "archive: they are the snapshots" \
	cmp "$work/sites/new/index.html" "$a/$id/index.html"
check "archive: the comparison is made again" \
	diff_states --archive "$a" one two -o "$work/sites"
check "archive: what it led to stays" "$twinmap" archive verify "$a"
check "archive: no state is left behind" \
	[ -z "$(find "$work" -name 'twinmap-state-*')" ]
check "refused: no such tag" \
	says 'holds no snapshot' diff_states --archive "$a" one three
check "refused: no archive" \
	says 'No such file' diff_states --archive "$work/none" one two
check "refused: later before earlier" \
	says 'is later than' diff_states --archive "$a" two one
cp -r "$a" "$work/broken"
packed=$work/broken/$id/topology.db.gz
chmod u+w "$packed" "$(dirname "$packed")"
gzip -c "$before" >"$packed"
check "refused: a state that is not as published" says \
	'does not hold the state it should' diff_states --archive "$work/broken" one two
check "refused: nothing is left behind" \
	[ -z "$(find "$work" -name 'twinmap-state-*')" ]

# ---- the sample network --------------------------------------------------------
if ! marlin_states >"$work/last" 2>&1; then
	skip "sample: compared" "no network namespace here"
	finish
fi
p1=$marlin/p1.db p2=$marlin/p2.db p3=$marlin/p3.db
for pair in 'p0 p1' 'p1 p2' 'p2 p3'; do
	check "$pair: the later state tells the same" \
		told_alike "$marlin/${pair% *}.db" "$marlin/${pair#* }.db"
done
check "p3 to p3: nothing changed" nothing_changed "$p3" p33
check "p1 to p2: with the sites of both" \
	"$twinmap" diff --formats none "$p1" "$p2" -o "$work/p12" --sites
check "p1 to p2: each link leads to a file" links_lead "$work/p12"
check "p1 to p2: pictures lead into the later site" \
	grep -q 'xlink:href="../new/devices/' "$work/p12/diagrams/changes.svg"
for page in devices/hq-core2 segments diagrams sites/hq; do
	check "p1 to p2: both have $page" \
		[ -f "$work/p12/old/$page.html" -a -f "$work/p12/new/$page.html" ]
done
"$twinmap" diff "$p1" "$p2" >"$work/p12.txt"
is_golden p1-p2.txt "$work/p12.txt"
is_golden p1-p2.md "$work/p12/index.md"
p12=$work/p12/comparison.json
check "p1 to p2: JSON as its schema says" conforms "$p12"
check "p1 to p2: both hashes" is \
	"$(sha256sum "$p1" "$p2" | cut -d' ' -f1 | tr '\n' ' ')" "$p12" \
	"SELECT group_concat(v ->> 'sha256', ' ') || ' ' FROM state"
check "p1 to p2: 9 seen to be IPv4 only, none had been unknown" is '4 13 9 0' \
	"$p12" "SELECT (v ->> 'dual_before') || ' ' || (v ->> 'dual_after') || ' '
		|| (v ->> 'from_seen') || ' ' || (v ->> 'from_unknown')
	FROM gain WHERE subject_type = 'device'"
check "p1 to p2: no regression" is 0 "$p12" \
	"SELECT count(*) FROM change WHERE kind = 'regression'"
sort >"$work/stated" <<'END'
new C-01 device b2-rtr1
new I-01 segment HQ VLAN 50
new I-04 device nms1
new P-09u service nms:443/tcp
new P-10 name www.marlin.example
new P-12 service mx1:25/tcp
new P-15 device hq-acc2
new S-01 segment HQ VLAN 20 00:00:5e:00:53:fe
solved I-06 device hq-srv1 hq-srv1/tun6to4
solved I-11 prefix 3fff:a10:0:fe05::/127
solved P-01 segment hq-core2 Te1/1/1 - hq-fw1 eth1/4
solved P-02 segment hq-core1 Te1/1/2 - hq-core2 Te1/1/2
solved P-05 circuit isp-b-1
END
json "$p12" "SELECT kind || ' ' || subject FROM change
	WHERE subject_type = 'finding' AND kind IN ('new', 'solved')" |
	sort >"$work/findings"
same "p1 to p2: findings that came and went" "$work/stated" "$work/findings"
check "p1 to p2: one is open still, since the first state" is '126 S-12 hq-acc2' \
	"$p12" "SELECT age || ' ' || name FROM change WHERE kind = 'open'"
finish
