#!/bin/bash
# test_rules.sh -- each rule fires where it should, is silent where it must be,
# and says unknown where nothing decides: topology/rules/ID.sql against the rows
# of rules/ID.sql here. Its comments say what is expected:
#
#   -- fires TYPE SUBJECT     all that fires, no more and no less
#   -- silent TYPE SUBJECT
#   -- unknown TYPE SUBJECT
#   -- phase ID, -- at TIME   of the state
. "$(dirname "$0")/../lib.sh"
here=$top/tests/golden/rules
export LC_ALL=C

expected() { # WORD FILE
	sed -n "s/^-- $1 //p" "$2" | sort
}

found() { # VERDICT
	sqlite3 -batch -noheader -separator ' ' "$work/state.db" \
		"SELECT DISTINCT subject_type, subject FROM finding
		WHERE rule = '$id' AND verdict = '$1'" | sort
}

state() { # FIXTURE
	rm -f "$work/state.db"
	{
		schema
		cat "$1"
	} | sqlite3 -batch -bail "$work/state.db" || return 1
	"$twinmap" analyse "${options[@]}" "$work/state.db"
}

for rule in "$top"/topology/rules/*.sql; do
	id=$(basename "$rule" .sql)
	fixture=$here/$id.sql
	[ -f "$fixture" ] || {
		fail "$id: has a fixture, $fixture"
		continue
	}
	options=()
	for option in phase at; do
		value=$(expected $option "$fixture")
		[ -z "$value" ] || options+=("--$option" "$value")
	done
	check "$id: its fixture is analysed" state "$fixture" || continue
	for word in fires silent unknown; do
		expected $word "$fixture" >"$work/$word"
		check "$id: its fixture has one that is $word" \
			test -s "$work/$word"
	done
	found fires >"$work/found-fires"
	found unknown >"$work/found-unknown"
	same "$id: fires there and nowhere else" \
		"$work/fires" "$work/found-fires"
	check "$id: is undecided where nothing decides" test -z \
		"$(comm -23 "$work/unknown" "$work/found-unknown")"
	check "$id: is silent where it must be" test -z \
		"$(sort -u "$work/found-fires" "$work/found-unknown" |
			comm -12 - "$work/silent")"
done
for fixture in "$here"/*.sql; do
	check "$(basename "$fixture") is of a rule" \
		test -f "$top/topology/rules/$(basename "$fixture")"
done
finish
