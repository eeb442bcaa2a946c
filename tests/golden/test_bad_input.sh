#!/bin/bash
# test_bad_input.sh -- what the programs of topology/ must refuse: in one clear
# line for each mistake, with a status, and with every file left as it was.
. "$(dirname "$0")/../lib.sh"

new_database() { # FILE
	{
		schema
		echo "INSERT INTO meta (id, observed_at, started_at, tool)
			VALUES (1, 1768464000, 1768464000, 'test');
		INSERT INTO device (id, source, sys_name, address) VALUES
			(1, 'agent', 'hq-core1', '192.0.2.2'),
			(2, 'agent', 'hq-core2', '2001:db8::2');"
	} | sqlite3 "$1"
}

# The command fails with STATUS, says LINES lines of which one holds TEXT, and
# leaves state.db as it was.
refused() { # NAME STATUS LINES TEXT command...
	local name=$1 status=$2 lines=$3 text=$4 got
	shift 4
	sha256sum "$work/state.db" >"$work/before"
	ls "$work" >"$work/files.before"
	"$@" >"$work/out" 2>"$work/last"
	got=$?
	if [ "$got" -ne "$status" ]; then
		echo "status $got, not $status" >>"$work/last"
	elif [ -s "$work/out" ]; then
		echo "standard output is not empty" >>"$work/last"
	elif [ "$(wc -l <"$work/last")" -ne "$lines" ]; then
		echo "not $lines lines" >>"$work/last"
	elif ! grep -qF -- "$text" "$work/last"; then
		echo "expected: $text" >>"$work/last"
	elif ! sha256sum --check --status "$work/before"; then
		echo "state.db was changed" >>"$work/last"
	elif ! ls "$work" | diff - "$work/files.before" >>"$work/last"; then
		echo "a file was left behind" >>"$work/last"
	else
		pass "$name"
		return
	fi
	fail "$name"
}

db=$work/state.db
facts=$work/facts.yaml
touch "$work"/{out,last,before,files.before}
new_database "$db"
cp "$db" "$work/newer.db"
sqlite3 "$work/newer.db" 'PRAGMA user_version = 99'
echo 'hello' >"$work/text.db"
: >"$work/empty.db"
sqlite3 "$work/other.db" 'CREATE TABLE a (b)'

# ---- command lines -----------------------------------------------------------
for verb in analyse export; do
	refused "$verb: unknown option" 2 2 "unknown option '--colour'" \
		"$twinmap" $verb --colour "$db"
	refused "$verb: unknown letter" 2 2 "unknown option '-Z'" \
		"$twinmap" $verb -Z "$db"
	refused "$verb: no operand" 2 2 'an operand is missing' "$twinmap" $verb
	refused "$verb: too many operands" 2 2 'too many operands' \
		"$twinmap" $verb links "$db" "$db"
	check "$verb: --help" "$twinmap" $verb --help
done
refused 'analyse: option without its value' 2 2 "'--facts' needs a value" \
	"$twinmap" analyse "$db" --facts
refused 'analyse: a time that is none' 2 1 "'2026-02-31' is not a time" \
	"$twinmap" analyse --at 2026-02-31 "$db"
refused 'export: unknown format' 2 1 "'xml' is not csv or json" \
	"$twinmap" export --format xml links "$db"
refused 'export: unknown rows' 2 1 'there are addresses bgp-' \
	"$twinmap" export cables "$db"
refused 'export: a path as rows' 2 1 "'../schema' is no export" \
	"$twinmap" export ../schema "$db"
refused 'export: no place for the file' 1 1 'no/such/file.csv' \
	"$twinmap" export -o "$work/no/such/file.csv" links "$db"
refused 'unknown verb' 2 1 "'colour' is no verb" "$twinmap" colour

# ---- databases ---------------------------------------------------------------
for case in 'missing.db|No such file' 'text.db|is no topology.db' \
	'empty.db|is no topology.db' 'other.db|is no topology.db' \
	'newer.db|format version 99'; do
	file=${case%%|*}
	refused "analyse: $file" 1 1 "$file: ${case##*|}" \
		"$twinmap" analyse "$work/$file"
	refused "export: $file" 1 1 "$file: ${case##*|}" \
		"$twinmap" export links "$work/$file"
	refused "analyse: $file as previous" 1 1 "$file: ${case##*|}" \
		"$twinmap" analyse --previous "$work/$file" "$db"
done
refused 'analyse: itself as previous' 1 1 'is not the state before' \
	"$twinmap" analyse --previous "$db" "$db"
refused 'analyse: a folder' 1 1 'is not a file' "$twinmap" analyse "$work"

# ---- facts -------------------------------------------------------------------
bad_facts() { # NAME LINES TEXT, facts on standard input
	cat >"$facts"
	refused "facts: $1" 1 "$2" "$3" "$twinmap" analyse --facts "$facts" "$db"
}

rm -f "$facts"
refused 'facts: missing' 1 1 'facts.yaml: No such file' \
	"$twinmap" analyse --facts "$facts" "$db"
touch "$facts"
bad_facts 'not YAML' 1 'facts.yaml:2: not YAML: ' <<'END'
sites:
	- id: hq
END
bad_facts 'unknown field' 1 'facts.yaml:3: nmae: unknown field' <<'END'
sites:
  - id: hq
    nmae: Headquarters
END
bad_facts 'missing field' 1 'facts.yaml:2: id: is missing' <<'END'
sites:
  - name: Headquarters
END
bad_facts 'unknown site' 1 "facts.yaml:4: site: 'hk'" <<'END'
sites: [{id: hq}]
devices:
  - name: hq-core1
    site: hk
END
bad_facts 'IPv4 prefix' 1 "facts.yaml:4: prefix: '192.0.2.0/33'" <<'END'
sites:
  - id: hq
    match:
      prefix: 192.0.2.0/33
END
bad_facts 'IPv6 prefix' 1 "facts.yaml:4: prefix: '2001:db8::'" <<'END'
sites:
  - id: hq
    match:
      prefix: ['2001:db8::']
END
bad_facts 'all mistakes in one run' 4 \
	"facts.yaml:7: role: 'king' is not one of router, " <<'END'
enterprize: Marlin Freight
phases:
  - id: p1
    start: soon
devices:
  - name: hq-core1
    role: king
    ports: 48
END
cat >"$facts" <<'END'
phases: [{id: p0}, {id: p1}]
devices: [{name: hq-core1, role: l3switch, target_phase: p1}]
END
refused 'a phase that the facts do not have' 1 1 \
	"phase 'p9' is not in the facts, which have p0, p1" \
	"$twinmap" analyse --facts "$facts" --phase p9 "$db"

# ---- the program's own data --------------------------------------------------
mkdir "$work/share"
cp -r "$top/topology" "$work/share/topology"
printf -- '-- a fault\n\nDELETE FROM meta;\nINSERT INTO nowhere VALUES (1);\n' \
	>"$work/share/topology/derive/classes.sql"
refused 'a script that fails half-way' 1 1 \
	'topology/derive/classes.sql:4: no such table: nowhere' \
	env TWINMAP_SHARE="$work/share" "$twinmap" analyse --facts "$facts" "$db"
rm "$work/share/topology/derive/classes.sql"
refused 'a script that is missing' 1 1 'topology/derive/classes.sql: No such file' \
	env TWINMAP_SHARE="$work/share" "$twinmap" analyse --facts "$facts" "$db"
rm -r "$work/share"

# ---- and when all is well ----------------------------------------------------
new_database "$work/before.db"
check 'analyse with facts' "$twinmap" analyse --facts "$facts" --phase p1 \
	--at 2026-03-12T08:00:00Z --previous "$work/before.db" "$db"
ask() { test "$(sqlite3 "$db" "$2")" = "$1"; }
check 'what was given stands in meta' ask "p1|1773302400|64" \
	'SELECT phase, observed_at, length(facts_hash) FROM meta'
check 'and the state before, by its time and its hash' ask \
	"20260115T080000Z|$(sha256sum <"$work/before.db" | cut -d ' ' -f 1)" \
	'SELECT previous_id, previous_hash FROM meta'
check 'facts reached the device' ask 'l3switch' \
	"SELECT role FROM device WHERE name = 'hq-core1'"
sqlite3 "$db" .dump >"$work/once.sql"
check 'without facts the stated rows stay' "$twinmap" analyse "$db"
sqlite3 "$db" .dump >"$work/twice.sql"
same 'and all derived rows are the same' "$work/once.sql" "$work/twice.sql"
check 'they did' ask 'l3switch|p1' \
	"SELECT role, phase FROM device, meta WHERE name = 'hq-core1'"
refused 'a phase of old that new facts do not have' 1 1 "phase 'p1'" \
	"$twinmap" analyse --facts <(echo 'phases: [{id: p2}]') "$db"
check 'a phase is taken back' "$twinmap" analyse --phase '' "$db"
check 'it was' ask '' 'SELECT phase FROM meta'
check 'no log lies beside the file' test ! -e "$db-wal" -a ! -e "$db-journal"

# ---- exports -----------------------------------------------------------------
is_json() {
	test "$(sqlite3 :memory: "SELECT json_valid(readfile('$1'))")" = 1
}
for what in $("$twinmap" export --list); do
	check "export $what as CSV" "$twinmap" export "$what" "$db"
	check "export $what as JSON" "$twinmap" export --format json \
		-o "$work/rows.json" "$what" "$db"
	check "it is JSON" is_json "$work/rows.json"
done
"$twinmap" export -o "$work/devices.csv" devices "$db"
"$twinmap" export devices "$db" >"$work/devices.out"
same 'a file holds what is printed' "$work/devices.csv" "$work/devices.out"

# ---- a medium that cannot be written -----------------------------------------
# sqlite3 leaves the file in WAL mode, as a crawl that was killed does.
cp "$db" "$work/log.db"
sqlite3 "$work/log.db" 'PRAGMA journal_mode = WAL' >"$work/out"
read_only() { # command...: with $work/medium mounted read-only
	mkdir -p "$work/medium"
	unshare -Urm sh -c 'mount -t tmpfs none "$1" && cp "$2" "$1/state.db" &&
		mount -o remount,ro "$1" && shift 2 && "$@"' \
		sh "$work/medium" "$work/log.db" "$@"
}
if unshare -Urm true 2>"$work/last"; then
	check 'export from a read-only medium' \
		read_only "$twinmap" export devices "$work/medium/state.db"
	refused 'analyse on a read-only medium' 1 1 'cannot be written' \
		read_only "$twinmap" analyse "$work/medium/state.db"
else
	skip 'a read-only medium' 'no namespaces for users here'
fi
finish
