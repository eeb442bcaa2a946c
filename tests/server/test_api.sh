#!/bin/bash
# test_api.sh -- the archive for programs: collections, their description, what
# is wrong in words; what the server is watched by, and one that lost a worker.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
archive=$work/archive
mkdir "$work/tmp" "$work/own" "$work/own/api" "$work/own/api/snapshot"
export LC_ALL=C.UTF-8 TMPDIR=$work/tmp
first=20260312T000000Z second=20260521T000000Z

# ---- an archive of two, the sample network's --------------------------------------
check "the sample network" marlin_states
for phase in p1 p2; do
	rm -rf "$work/site"
	make_site "$work/site" 0
	cp "$marlin/$phase.db" "$work/site/topology.db"
	"$twinmap" archive add "$archive" "$work/site" >/dev/null
done
"$twinmap" archive note "$archive" p1 --by ops 'a "quoted" note' >/dev/null ||
	fail "a note"
echo '-- serials: what was bought.
SELECT serial FROM device WHERE serial IS NOT NULL ORDER BY serial;' \
	>"$work/own/api/snapshot/serials.sql"
echo 'SELECT nothing FROM nowhere' >"$work/own/api/snapshot/broken.sql"
serve_with --templates "$work/own" "$archive"
[ -n "$port" ] || finish
api=${url6}api/v1

fetch() { curl -s --max-time 20 "$@"; }
ask() { fetch -o "$work/body" -D "$work/head" -w '%{http_code}' "$@" >"$work/status"; }
says() { tr -d '\r' <"$work/head" | grep -qixF -- "$1"; }
has() { # SQL: is it true of the JSON document in $work/body?
	[ "$(sqlite3 :memory: "WITH answer AS (SELECT
		CAST(readfile('$work/body') AS TEXT) AS body)
		SELECT $1 FROM answer")" = 1 ] || { cat "$work/head" "$work/body"; false; }
}
answers() { # STATUS PATH [CURL OPTION...]
	local expected=$1 path=$2
	shift 2
	ask "$@" "$api/$path"
	[ "$(cat "$work/status")" = "$expected" ] || { cat "$work/head" "$work/body"; false; }
}
gives() { answers 200 "$1" && has "$2"; }
is_problem() { # STATUS PATH WORDS [CURL OPTION...]
	local status=$1 path=$2 words=$3
	shift 3
	answers "$status" "$path" "$@" && says 'Content-Type: application/problem+json' &&
		has "body ->> '$.status' = $status AND body ->> '$.detail' LIKE '%$words%'" &&
		"$build/tests/conforms" "$work/problem.json" "$work/body"
}

# ---- the description holds ---------------------------------------------------------
check "a description" answers 200 openapi.json
cp "$work/body" "$work/openapi.json"
described() { sqlite3 :memory: "SELECT $1 FROM json_each(readfile('$work/openapi.json'), '$2')"; }
sqlite3 :memory: "SELECT readfile('$work/openapi.json') -> '$.components.schemas.problem'" \
	>"$work/problem.json"
described key '$.paths' >"$work/paths"
check "it is of OpenAPI 3.1" test "$(sqlite3 :memory: \
	"SELECT readfile('$work/openapi.json') ->> '$.openapi'")" = 3.1.0
check "the root leads there" answers 200 ''
while read -r path; do
	place=".paths.\"$path\".get.responses.\"200\".content.\"application/json\".schema"
	sqlite3 :memory: "SELECT readfile('$work/openapi.json') -> '\$$place'" >"$work/schema.json"
	real=${path#/}
	[ "$path" != /search ] || real='search?q=hq-core1'
	check "as described: $path" eval "answers 200 '${real//\{id\}/p2}' &&
		'$build/tests/conforms' '$work/schema.json' '$work/body'"
done <"$work/paths"
{
	(cd "$top/templates/api/archive" && ls ./*.sql) | sed 's:^\.::; s:\.sql$::'
	(cd "$top/templates/api/snapshot" && ls ./*.sql) | sed 's:^\.:/snapshots/{id}:; s:\.sql$::'
	echo '/snapshots/{id}'
} | sort >"$work/queries"
grep -v '^/search$' "$work/paths" | sort >"$work/sorted"
same "each collection is described" "$work/queries" "$work/sorted"

# ---- what is in it -------------------------------------------------------------------
devices=$(sqlite3 "$marlin/p2.db" 'SELECT count(*) FROM device')
dual=$(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM device WHERE class = 'dual-stack'")
check "both snapshots, the newest first" gives snapshots "body ->> '$.total' = 2
	AND body ->> '$.items[0].id' = '$second' AND body ->> '$.items[1].tags[0]' = 'p1'
	AND body ->> '$.items[0].is_latest' = 1 AND body ->> '$.items[1].next' = '$second'"
check "devices by class" gives snapshots/p2 "body ->> '$.classes.dual-stack' =
	$(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM device
		WHERE class = 'dual-stack' AND documented")"
check "metrics" gives snapshots/p2 "body ->> '$.metrics[0].part' =
	$(sqlite3 "$marlin/p2.db" "SELECT part FROM metric WHERE id = 'K1'")"
check "notes" gives snapshots/p1 "body ->> '$.notes[0].text' = 'a \"quoted\" note'
	AND body ->> '$.notes[0].by' = 'ops'"
check "tags" gives tags "body ->> '$.items[1].snapshot' = '$second'"
check "all devices" gives snapshots/latest/devices "body ->> '$.total' = $devices
	AND json_array_length(body, '$.items') = $devices"
for name in latest p2 $second; do
	check "$name is the second" gives "snapshots/$name/devices?limit=0" \
		"body ->> '$.snapshot' = '$second' AND body ->> '$.items' = '[]'"
done
check "prev is the first" gives 'snapshots/prev/sites?limit=1' "body ->> '$.snapshot' = '$first'"
check "of one class" gives 'snapshots/p2/devices?class=dual-stack' "body ->> '$.total' = $dual"
check "of either class" gives 'snapshots/p2/devices?class=dual-stack&class=IPv4+only' \
	"body ->> '$.total' = $(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM device
		WHERE class IN ('dual-stack', 'IPv4 only')")"
check "of a class and a site" gives 'snapshots/p2/devices?class=IPv4%20only&site=b1' \
	"body ->> '$.total' = $(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM device d
		JOIN site s ON s.id = d.site WHERE d.class = 'IPv4 only' AND s.slug = 'b1'")"
check "of what is true" gives 'snapshots/p2/addresses?is_usable=true&family=6' \
	"body ->> '$.total' = $(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM address
		WHERE usable AND family = 6")"
check "of what nobody said" gives 'snapshots/p2/devices?serial=' \
	"body ->> '$.total' = $(sqlite3 "$marlin/p2.db" "SELECT count(*) FROM device
		WHERE coalesce(serial, '') = ''")"
check "a quote is no end" gives "snapshots/p2/devices?name=x'%20OR%201%3D1--" "body ->> '$.total' = 0"
check "a collection of one's own" gives snapshots/p2/serials "body ->> '$.total' =
	$(sqlite3 "$marlin/p2.db" 'SELECT count(serial) FROM device')"

check "a page" gives 'snapshots/p2/interfaces?limit=10&offset=20' "json_array_length(body, '$.items') = 10
	AND body ->> '$.offset' = 20"
check "where the next is, and the one before" says 'Link: <?limit=10&offset=30>; rel="next", <?limit=10&offset=10>; rel="prev"'
total=$(sqlite3 "$marlin/p2.db" 'SELECT count(*) FROM interface')
next='?limit=50' pages=0
: >"$work/all"
while [ -n "$next" ] && [ $pages -lt 20 ]; do
	answers 200 "snapshots/p2/interfaces$next"
	sqlite3 :memory: "SELECT value FROM json_each(readfile('$work/body'), '$.items')" >>"$work/all"
	next=$(tr -d '\r' <"$work/head" | sed -n 's/^Link: <\([^>]*\)>; rel="next".*/\1/p')
	pages=$((pages + 1))
done
check "all pages are the whole" test "$(sort -u "$work/all" | wc -l)" -eq "$total" -a $pages -gt 2
check "a page keeps its filters" eval "answers 200 'snapshots/p2/devices?limit=1&class=IPv4%20only' &&
	says 'Link: <?limit=1&offset=1&class=IPv4%20only>; rel=\"next\"'"

check "a table" answers 200 snapshots/p2/metrics.csv
check "its type" says 'Content-Type: text/csv; charset=utf-8'
sqlite3 -cmd '.mode csv' -cmd '.headers on' "$marlin/p2.db" \
	<"$top/templates/api/snapshot/metrics.sql" >"$work/metrics.csv"
check "its lines" test "$(wc -l <"$work/metrics.csv")" -eq "$(wc -l <"$work/body")"
check "a table by Accept" answers 200 snapshots/p2/metrics -H 'Accept: text/csv'
check "caches are told" says 'Vary: Accept'
check "it is the same" eval 'head -n 1 "$work/body" | grep -q "^id,title,part,total"'
check "JSON when either will do" eval "answers 200 snapshots/p2/metrics \
	-H 'Accept: text/csv, application/json;q=0.9' && says 'Content-Type: application/json'"

# ---- caches ----------------------------------------------------------------------------
check "an id is for ever" eval "answers 200 snapshots/$second/devices &&
	says 'Cache-Control: max-age=31536000, immutable'"
check "a tag is not" eval "answers 200 snapshots/p2/devices && says 'Cache-Control: no-cache'"
etag=$(tr -d '\r' <"$work/head" | sed -n 's/^ETag: //p')
check "known already: 304" answers 304 snapshots/p2/devices -H "If-None-Match: $etag"
length=$(tr -d '\r' <"$work/head" | sed -n 's/^Content-Length: //p')
check "HEAD tells the length" eval "answers 200 snapshots/p2/devices --head &&
	says 'Content-Length: $length' && [ '$length' -gt 1000 ]"
check "compressed" answers 200 snapshots/p2/devices -H 'Accept-Encoding: gzip'
check "it says so" says 'Content-Encoding: gzip'
cp "$work/body" "$work/packed"
check "another ETag" eval "! says 'ETag: $etag'"
answers 200 snapshots/p2/devices
check "unpacked it is the same" sh -c "gunzip -c <'$work/packed' | cmp - '$work/body'"
check "caches are told of that too" says 'Vary: Accept-Encoding'
"$twinmap" archive tag "$archive" kept p1 >/dev/null
check "what is recorded appears" gives tags "body ->> '$.items[0].name' = 'kept'"

# ---- what is wrong ---------------------------------------------------------------------
check "no such snapshot" is_problem 404 snapshots/p9/devices 'no such snapshot'
check "no such collection" is_problem 404 snapshots/p2/nothing 'no such collection'
check "none of the archive" is_problem 404 nothing 'no such collection'
check "no such column" is_problem 400 'snapshots/p2/devices?sites=b1' "sites"
check "a format is an ending" is_problem 400 'snapshots/p2/devices?format=csv' \
	'As a table it is devices.csv'
check "no number" is_problem 400 'snapshots/p2/devices?limit=-1' 'number'
check "a query that fails" is_problem 500 snapshots/p2/broken 'the log'
check "too long" is_problem 414 "snapshots/p2/devices?name=$(printf 'x%.0s' $(seq 600))" 'too much'
check "only read" is_problem 405 snapshots 'only read' -X DELETE
for path in 'snapshots/p2/..%2f..%2fopenapi.json' snapshots/p2/.csv 'snapshots/p2/%2e%2e' \
	'snapshots/p2/devices.sql' snapshots/p2/a/b; do
	check "no way out: $path" is_problem 404 "$path" '' --path-as-is
done

# ---- watched ---------------------------------------------------------------------------
fetch "${url6}metrics" >"$work/metrics"
if command -v promtool >/dev/null; then
	check "promtool reads the metrics" promtool check metrics <"$work/metrics"
fi
check "each metric has help, type and samples" awk '
	/^# HELP / { helped[$3]++; next }
	/^# TYPE / { if (!($3 in helped) || $4 !~ /^(gauge|counter)$/) exit bad = 1
		type[$3]++; last = $3; next }
	!/^[a-z_]+(\{[a-z_]+="([^"\\]|\\.)*"(,[a-z_]+="([^"\\]|\\.)*")*\})? -?[0-9]+(\.[0-9]+)?$/ {
		print; exit bad = 1 }
	{ name = $1; sub(/[{ ].*/, "", name)
		if (name != last || seen[$1 $2]++ > 0) { print; exit bad = 1 }
		samples[name]++ }
	END { if (bad) exit 1
		for (name in type) if (type[name] != 1 || samples[name] == 0) exit 1 }
	' "$work/metrics"
for line in 'twinmap_snapshots 2' "twinmap_devices{class=\"dual-stack\"} $(sqlite3 "$marlin/p2.db" \
	"SELECT count(*) FROM device WHERE class = 'dual-stack' AND documented")" \
	"twinmap_newest_snapshot_timestamp_seconds $(sqlite3 "$marlin/p2.db" 'SELECT observed_at FROM meta')" \
	'twinmap_jobs_total{kind="api-state",result="failed"} 1' 'twinmap_workers_alive 1' \
	'twinmap_http_connections 1'; do
	check "it says $line" grep -qxF "$line" "$work/metrics"
done
check "it counts answers" grep -qE '^twinmap_http_requests_total\{code="404"\} [1-9]' "$work/metrics"

health() { fetch -o "$work/body" -w '%{http_code}' "${url6}healthz"; }
check "it is well" test "$(health)" = 200
check "it tells the newest" grep -q "$second" "$work/body"

# ---- a snapshot that was pruned ----------------------------------------------------------
pruned=20250101T000000Z
make_site "$work/old-site" 1735689600
{
	"$twinmap" archive add "$archive" "$work/old-site" &&
		"$twinmap" archive prune --last 1 --daily 0 --weekly 0 --monthly 0 "$archive"
} >"$work/last" 2>&1 || fail "prune"
for path in devices devices.csv 'devices?limit=1' nothing; do
	check "its $path went" is_problem 410 "snapshots/$pruned/$path" 'was pruned'
done
check "what is known of it did not" gives "snapshots/$pruned" "body ->> '$.is_pruned' = 1"

# ---- a worker that died ------------------------------------------------------------------
workers=$(ps -o pid= --ppid "$server")
for worker in $workers; do kill -9 "$worker"; done
for _ in $(seq 40); do
	[ "$(health)" = 200 ] || break
	sleep 0.05
done
check "without workers it is not well" test "$(health)" = 503
check "it says what is missing" grep -q 'worker' "$work/body"
check "what was made is served" answers 200 snapshots/p2/devices
check "what was not is not" is_problem 503 snapshots/p1/links 'ended'
check "one may come again" says 'Retry-After: 5'
check "pages are served" test "$(fetch -o "$work/body" -w '%{http_code}' "${url6}latest/")" = 200
check "the log says it" grep -q 'a worker has ended' "$work/serve.err"
check "metrics of the server are left" sh -c "curl -s --max-time 10 '${url6}metrics' |
	grep -qx 'twinmap_workers_alive 0'"
finish
