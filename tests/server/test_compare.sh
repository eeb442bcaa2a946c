#!/bin/bash
# test_compare.sh -- two snapshots compared by the server: names that lead to
# them, what cannot be compared, what is kept, and what happens meanwhile.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
cases=$top/tests/golden/compare
archive=$work/archive
mkdir "$work/tmp"
export LC_ALL=C.UTF-8 TMPDIR=$work/tmp

# ---- an archive of five ------------------------------------------------------
publish() { # DATABASE [OPTION...]
	local database=$1
	shift
	rm -rf "$work/site"
	make_site "$work/site" 0 && cp "$database" "$work/site/topology.db" &&
		"$twinmap" archive add "$@" "$archive" "$work/site"
}
analysed() { # NAME
	{
		schema
		cat "$top/tests/golden/analysis/prelude.sql" "$cases/$1.sql"
	} | sqlite3 -bail "$work/$1.db" && "$twinmap" analyse "$work/$1.db"
}
id_of() {
	sqlite3 "$1" \
		"SELECT strftime('%Y%m%dT%H%M%SZ', observed_at, 'unixepoch') FROM meta"
}
fill_archive() {
	make_state "$work/gone.db" 1704067200 '' &&
		make_state "$work/raw.db" 1735689600 '' &&
		analysed before && analysed after &&
		cp "$work/after.db" "$work/third.db" &&
		"$twinmap" analyse --at 2026-04-01 "$work/third.db" &&
		publish "$work/gone.db" &&
		publish "$work/raw.db" --tag raw &&
		"$twinmap" archive prune --last 0 --daily 0 --weekly 0 --monthly 0 \
			"$archive" &&
		publish "$work/before.db" --tag p1 &&
		publish "$work/third.db" --tag p1..5 &&
		publish "$work/after.db" --tag p2
}
check "an archive, in which one was pruned" fill_archive
p1=$(id_of "$work/before.db") p2=$(id_of "$work/after.db")
p3=$(id_of "$work/third.db") raw=$(id_of "$work/raw.db")
gone=$(id_of "$work/gone.db")
serve_archive "$archive"
[ -n "$port" ] || finish
url=$url6

fetch() { curl -s --max-time 60 --path-as-is "$@"; }
shows() { # STATUS TEXT PATH [OPTION...]
	local expected=$1 text=$2 path=$3
	shift 3
	[ "$(fetch -o "$work/body" -w '%{http_code}' "$@" "$url$path")" = \
		"$expected" ] && grep -qF -- "$text" "$work/body" && return
	cat "$work/body" "$work/serve.err"
	return 1
}
leads() { # FROM TO
	[ "$(fetch -o /dev/null -w '%{http_code} %{redirect_url}' "$url$1")" = \
		"302 $url$2" ] && return
	fetch -D - "$url$1"
	return 1
}

# ---- names -------------------------------------------------------------------
while read -r from to; do
	check "$from leads to $to" leads "$from" "$to"
done <<END
diff/p1..p2/ diff/$p1..$p2/
diff/p2..p1/ diff/$p1..$p2/
diff/p1..p2 diff/p1..p2/
diff/$p2..$p1/pictures/changes.html diff/$p1..$p2/pictures/changes.html
diff/prev..latest/ diff/$p2..$p3/
diff/latest..prev/ diff/$p2..$p3/
diff/p1..$p1/ diff/$p1..$p1/
diff/prev..p2/ diff/$p1..$p2/
diff/p1..latest/index.md diff/$p1..$p3/index.md
diff/p1..p1..5/ diff/$p1..$p3/
diff/p1..5..$p2/ diff/$p2..$p3/
diff?a=p1&b=p2 diff/$p1..$p2/
diff?a=p2&b=p1 diff/$p1..$p2/
diff?a=prev&b=latest diff/$p2..$p3/
diff?a=p1&b=p1 diff/$p1..$p1/
diff/$p1..$p2/old/devices/x.html s/$p1/devices/x.html
diff/$p1..$p2/new/ s/$p2/
END
check "names may move, so nobody keeps where they lead" sh -c \
	"curl -sI '${url}diff/p1..p2/' | grep -qi '^cache-control: no-cache'"
while IFS='|' read -r name status path text; do
	check "$name" shows "$status" "$text" "$path"
done <<END
an unknown tag|404|diff/p1..nosuch/|No snapshot is called &#39;nosuch&#39;.
an unknown id|404|diff/20010101T000000Z..p2/|No snapshot is called
markup is no name|404|diff/p1..%3Cb%3E/|&#39;&lt;b&gt;&#39;
one name|400|diff/p1/|compared as A..B
one name and dots|404|diff/p1../|No snapshot is called &#39;&#39;
nothing before the first|404|diff/prev..raw/|There is no snapshot before $raw
prev of what?|400|diff/prev..prev/|&#39;prev&#39; is the snapshot before
a pruned one|410|diff/$gone..p2/|The snapshot $gone was pruned
by the form: unknown|404|diff?a=nosuch&b=p1|No snapshot is called
a state that was not analysed|500|diff/$raw..$p1/|could not be made
END
check "the log says why" grep -q 'run twinmap analyse on it' "$work/serve.err"

# ---- the page of choice ------------------------------------------------------
check "without names: a form" shows 200 '<form class="ask" action="diff"' diff
check "it offers snapshots" grep -qF "<option value=\"$p1\">" "$work/body"
check "it offers tags" grep -qF '<option value="p2">' "$work/body"
refuse "not those that were pruned" grep -qF "$gone" "$work/body"
check "one may be chosen already" \
	shows 200 "<option value=\"$p1\" selected>" 'diff?a=p1'

# ---- the comparison ----------------------------------------------------------
pair=diff/$p1..$p2
for number in 1 2; do
	fetch -o "$work/client$number" "$url$pair/" &
	clients[number]=$!
done
wait "${clients[@]}"
check "two who ask at once get it" grep -q '<h1[^>]*>What changed' "$work/client1"
check "and the same" cmp "$work/client1" "$work/client2"
check "it can compare others" grep -qF "href=\"../../diff?a=$p1\"" "$work/client1"
for side in old new; do
	check "it leads to the $side state" grep -qF "href=\"$side/" "$work/client1"
done
for hash in before after; do
	check "it has the hash of the state $hash" grep -qF \
		"$(sha256sum <"$work/$hash.db" | cut -d' ' -f1)" "$work/client1"
done
"$twinmap" diff --archive "$archive" "$p1" "$p2" --json >"$work/told.json"
fetch "$url$pair/comparison.json" >"$work/served.json"
same "JSON as twinmap diff prints it" "$work/told.json" "$work/served.json"
"$twinmap" diff --archive "$archive" "$p1" "$p2" -o "$work/told" --sites >/dev/null
picture_is_same() {
	fetch "$url$pair/diagrams/changes.svg" >"$work/changes.svg"
	cmp "$work/changes.svg" "$work/told/diagrams/changes.svg"
}
check "the picture as twinmap diff draws it" picture_is_same

has_field() { # PATH FIELD [OPTION...]
	local path=$1 field=$2
	shift 2
	fetch -D - -o "$work/body" "$@" "$url$path" | tr -d '\r' |
		grep -qixF -- "$field" && return
	fetch -D - -o /dev/null "$@" "$url$path"
	return 1
}
while IFS='|' read -r path type; do
	check "$path is $type" has_field "$pair/$path" "content-type: $type"
done <<END
index.html|text/html; charset=utf-8
index.md|text/markdown; charset=utf-8
index.csv|text/csv; charset=utf-8
comparison.json|application/json
comparison.schema.json|application/json
diagrams/changes.svg|image/svg+xml
diagrams/changes.dot|text/vnd.graphviz; charset=utf-8
diagrams/changes.png|image/png
style.css|text/css; charset=utf-8
app.js|text/javascript; charset=utf-8
END
check "a page may load nothing from elsewhere" sh -c "curl -sI '$url$pair/' |
	grep -qi \"^content-security-policy: default-src 'none'.*form-action 'self'\""
check "a picture may run nothing" sh -c "curl -sI '$url$pair/diagrams/changes.svg' |
	grep -qi '^content-security-policy: sandbox'"
check "compressed for who takes that" \
	has_field "$pair/" 'content-encoding: gzip' -H 'Accept-Encoding: gzip'
check "it is the same" sh -c "gunzip -c '$work/body' | cmp - '$work/client1'"
check "and said to depend on that" has_field "$pair/" 'vary: Accept-Encoding'
etag=$(curl -sI "$url$pair/" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
check "who has it gets 304" shows 304 '' "$pair/" -H "If-None-Match: $etag"
check "who has another does not" shows 200 'What changed' "$pair/" \
	-H 'If-None-Match: "other"'
check "HEAD says how long it is" sh -c "curl -sI '$url$pair/' | tr -d '\r' |
	grep -qix \"content-length: \$(wc -c <'$work/client1')\""
check "a part that is not there" shows 404 'has no such page' "$pair/nosuch.html"
check "nor is one outside" shows 404 '' "$pair/../../latest/%2e%2e/log"
check "a folder is no part" shows 404 'has no such page' "$pair/diagrams/"
url=$url4
check "over IPv4 it is the same" shows 200 'What changed' "$pair/"
check "byte for byte" cmp "$work/body" "$work/client1"

check "a state and itself: nothing changed" shows 200 'Nothing changed.' "diff/$p1..$p1/"

# ---- while it works, and when it fails -----------------------------------------
# The worker has a child while it works: sets $worker and $job.
find_job() {
	local child
	for _ in $(seq 250); do
		for child in $(pgrep -P "$server"); do
			job=$(pgrep -P "$child") && worker=$child && return
		done
		sleep 0.02
	done
	return 1
}
fetch -D "$work/head" -o "$work/late" "${url}diff/$p2..$p3/" &
client=$!
check "a job is at work" find_job
kill -STOP "$job"
check "others are served meanwhile" shows 200 'What changed' "$pair/"
wait "$client"
check "who waits long is told" grep -qF 'are being compared' "$work/late"
check "with status 503" grep -q '^HTTP/1.1 503' "$work/head"
check "the page asks again by itself" grep -qi '^refresh: [0-9]' "$work/head"
check "programs know when" grep -qi '^retry-after: [0-9]' "$work/head"
kill -CONT "$job"
check "then it is there" shows 200 'What changed' "diff/$p2..$p3/"

fetch -D "$work/head" -o "$work/late" "${url}diff/$p1..$p3/" &
client=$!
check "another job is at work" find_job
kill -KILL "$job"
wait "$client"
check "one that dies is told in a sentence" \
	grep -qF 'could not be made; the log' "$work/late"
check "with status 500" grep -q '^HTTP/1.1 500' "$work/head"
check "the log says how it ended" grep -q "compare .* was ended: Killed" \
	"$work/serve.err"
check "the next one is made" shows 200 'What changed' "diff/$p1..$p2/index.md"
kill -KILL "$worker"
for _ in $(seq 50); do
	grep -q 'a worker has ended' "$work/serve.err" && break
	sleep 0.05
done
check "without the worker, what is kept is served" \
	shows 200 'What changed' "diff/$p1..$p2/"
sleep 0.1
check "nothing else can be compared" shows 503 'has ended' "diff/$raw..$p3/"
kill "$server"
nothing_left() {
	for _ in $(seq 60); do
		[ -n "$(ls "$TMPDIR")" ] || return 0
		sleep 0.05
	done
	ls "$TMPDIR"
	return 1
}
check "no file is left behind" nothing_left

# ---- the sample ----------------------------------------------------------------
if ! { marlin_site p1 && marlin_site p2; } >"$work/last" 2>&1; then
	skip "sample: links" "no network namespace here"
	finish
fi
for phase in p1 p2; do
	"$twinmap" archive add "$work/sample" "$marlin/site-$phase" >/dev/null
done
serve_archive "$work/sample"
base=$(fetch -L -o /dev/null -w '%{url_effective}' "${url6}diff/p1..p2/")
# Pages and pictures of the comparison, then where they lead.
links_of() { # PATH...
	local path
	for path; do
		curl -s --compressed "$base$path" | grep -ohE '(href|src)="[^"#]+' |
			sed -e 's/^[^"]*"//' -e "s#^#$base$(dirname "$path")/#"
	done | sort -u
}
all_lead() {
	links_of index.html pictures/changes-hq.html diagrams/changes.svg \
		>"$work/links"
	sed 's#.*#url = "&"\noutput = "/dev/null"#' "$work/links" >"$work/curl"
	curl -s -L --max-time 60 -w '%{http_code} %{url_effective}\n' \
		-K "$work/curl" >"$work/led"
	grep -v '^200 ' "$work/led"
	[ "$(wc -l <"$work/links")" -gt 60 ] &&
		[ "$(grep -c '^200 ' "$work/led")" = "$(wc -l <"$work/links")" ]
}
check "sample: each link leads to a page" all_lead
finish
