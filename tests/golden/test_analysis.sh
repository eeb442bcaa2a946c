#!/bin/bash
# test_analysis.sh -- what analyse derives, case by case.
#
# analysis/CASE.sql holds observed and stated rows, then a line "-- ask" and
# the question; CASE.expected is the answer. GOLDEN=write writes the answers.
. "$(dirname "$0")/../lib.sh"
cases=$top/tests/golden/analysis

observe() { # CASE DATABASE
	rm -f "$2"
	{
		schema
		cat "$cases/prelude.sql"
		sed '/^-- ask/,$d' "$1"
	} | sqlite3 -bail "$2"
}

ask() { sed '1,/^-- ask/d' "$1" | sqlite3 -bail "$2"; }

for case in "$cases"/*.sql; do
	name=$(basename "$case" .sql)
	[ "$name" != prelude ] || continue
	about=$(sed -n '1s/^-- //p' "$case")
	db=$work/$name.db
	check "$name: rows go in" observe "$case" "$db"
	check "$name: is analysed" "$twinmap" analyse "$db"
	ask "$case" "$db" >"$work/$name.answer" 2>&1
	if [ "${GOLDEN:-}" = write ]; then
		cp "$work/$name.answer" "$cases/$name.expected"
	fi
	same "$about" "$cases/$name.expected" "$work/$name.answer"
	sqlite3 "$db" .dump >"$work/once"
	check "$name: is analysed again" "$twinmap" analyse "$db"
	sqlite3 "$db" .dump >"$work/twice"
	same "$name: twice gives the same" "$work/once" "$work/twice"
done

finish
