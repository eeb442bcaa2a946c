#!/bin/bash
# test_timeline.sh -- what the server shows of the archive itself: the page that
# people open every day, and what happened to a snapshot.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
archive=$work/archive site=$work/site
body() { curl -s --max-time 10 "$url4$1"; }
holds() { # PATH TEXT
	body "$1" >"$work/page"
	grep -qF -- "$2" "$work/page" || { cat "$work/page"; false; }
}
lacks() { body "$1" >"$work/page" && ! grep -F -- "$2" "$work/page"; }
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 10 "$url4$2")" = "$1" ]; }

mkdir "$work/empty"
serve_archive "$work/empty"
check "an empty archive says what to do first" holds '' 'twinmap snapshot --discover'
check "and offers no state" lacks '' 'latest/index.html'

# add DAY PHASE SQL OPTION...: a state that differs from the one before
add() {
	state_of "$site" "UPDATE meta SET observed_at = unixepoch('$1'),
		phase = nullif('$2', ''); $3"
	"$twinmap" archive add "${@:4}" --at "${1}T12:00:00Z" "$archive" "$site" \
		>>"$work/added"
}
k() { echo "UPDATE metric SET part = $2, unknown = ${3:-0} WHERE id = '$1';"; }
make_site "$site" 1768435200 p0
state_of "$site" "UPDATE meta SET enterprise = 'Marlin <b>Freight</b>';
	INSERT INTO metric (id, ordinal, title, part, total, unknown) VALUES
	('K2', 2, '', 0, 2, 0), ('K3', 3, '', 0, 2, 0), ('K4', 4, '', 0, 3, 0),
	('K6', 6, '', 0, 8, 0), ('K11-E', 11, '', 2, NULL, 0),
	('K11-W', 12, '', 1, NULL, 0), ('K13-devices', 15, '', 3, 4, 0)"
check "a state is added" add 2026-01-15 p0 "$(k K1 0)" --kind phase-close
check "the next" add 2026-02-10 p1 "$(k K1 1)$(k K4 1)"
check "one cut short" add 2026-03-01 p1 "UPDATE meta SET complete = 0" \
	--tag try --note '<script>alert(1)</script> [x](javascript:y)'
check "the end of a phase" add 2026-03-12 p1 \
	"UPDATE meta SET complete = 1; $(k K1 1 1)$(k K4 2)$(k K6 4)$(k K11-E 0)$(k K11-W 4)
	INSERT INTO device (source, class, documented) VALUES ('agent', 'dual-stack', 1)" \
	--kind phase-close
check "a state after it" add 2026-03-20 p1 "$(k K4 3)"
check "one that corrects it" add 2026-03-21 p2 "$(k K6 7)" --replaces latest
check "the newest" add 2026-04-02 p2 "$(k K1 3)" --tag 'a..b'
at='--at 2026-04-03T09:00:00Z'
"$twinmap" archive sign $at --by 'Ines <i>Harbour</i>' "$archive" p1 'All of it'
"$twinmap" archive note $at --by Jonas "$archive" p1 'Branch 2 was dark'
"$twinmap" archive tag $at --note 'the first' "$archive" pilot 20260210T000000Z
"$twinmap" archive tag $at --note 'the better' "$archive" pilot 20260312T000000Z
old=20260115T000000Z second=20260210T000000Z closed=20260312T000000Z
after=20260320T000000Z right=20260321T000000Z newest=20260402T000000Z
serve_archive "$archive"

check "whose network it is, as text" holds '' 'Marlin &lt;b&gt;Freight&lt;/b&gt;</a>'
check "the newest state" holds '' '<a href="latest/index.html">2026-04-02 00:00 UTC</a>'
check "its share" holds '' '<span class="big">75.0<small> %</small></span>'
check "and where that stands" holds '' 'href="latest/devices.html">Devices</a>'
check "its services" holds '' '<b>7 of 8</b>'
check "its findings" holds '' '<b>0</b> errors, <b>4</b> warnings'
check "its coverage" holds '' '<b>3 of 4</b> devices answered'

points() { body '' | grep -o "<polyline class=\"line $1\" points=\"[^\"]*" | tr ' ' '\n' | grep -c ,; }
for line in devices infrastructure endpoints segments; do
	check "a point for each snapshot: $line" test "$(points $line)" = 7
done
check "what is possible, around what is sure" holds '' '<polygon class="range"'
check "the figures of the chart" holds '' \
	'<td>2026-03-12 00:00</td><td class="word">p1</td><td class="number">33.3 %</td>'
check "a band for each phase" test "$(body '' | grep -o '<g class="band' | wc -l)" = 3

check "a phase ends as it was closed" holds '' "href=\"s/$closed/index.html\">2026-03-12</a>"
check "compared with the one before" holds '' "href=\"diff/$old..$closed/\">Compare</a>"
check "what that brought" holds '' \
	'devices +1, dual-stack devices +1, segments +2, services +4, errors −2, warnings +3'
check "who signed, as text" holds '' '<b>Ines &lt;i&gt;Harbour&lt;/i&gt;</b>, 2026-04-03: All of it'
check "a note" holds '' 'Branch 2 was dark (Jonas)'
check "a phase that is not closed" holds '' 'not closed</span>'

check "what changed since the one before" holds '' \
	"<a href=\"diff/$old..$second/\">segments +1</a>"
check "nothing changed" holds '' "<a href=\"diff/$right..$newest/\">no figure</a>"
check "cut short" holds '' '<span class="badge partial">cut short</span>'
check "a note stays text" holds '' '&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y)'
check "it replaces" holds '' 'replaces 2026-03-20'
check "and is replaced" holds '' 'replaced by 2026-03-21'
check "a tag leads to what bears it" holds '' '<a href="tag/pilot/">pilot</a>'
check "a tag that no link can name" holds '' '<span class="tag">a..b</span>'
check "two to compare: the newest" holds '' "<option value=\"$newest\" selected>"
check "and the one before" holds '' "<option value=\"$right\" selected>"
stays_inside() {
	body "$1" | grep -oE '(href|src|action)="[^"]*"' | cut -d'"' -f2 >"$work/links"
	[ "$(wc -l <"$work/links")" -gt 5 ] && ! grep -E '^(/|[a-z]+:)' "$work/links"
}
for path in '' snapshot/$closed; do
	check "nothing outside: /$path" stays_inside "$path"
done
for path in assets/style.css assets/archive.css assets/find.js assets/app.js \
	latest/index.html s/$closed/index.html tag/pilot/ snapshot/$newest; do
	check "it is there: $path" sh -c "curl -sfL -o /dev/null '$url4$path'"
done
check "a style sheet is one" sh -c "curl -sI '${url4}assets/archive.css' |
	grep -qi '^content-type: text/css'"
check "no other file" answers 404 assets/schema.sql

check "what happened: published" holds snapshot/$second 'published</td>'
check "tagged, and why" holds snapshot/$second 'pilot</td><td>the first</td>'
check "the tag moved on" holds snapshot/$second \
	"<a href=\"../snapshot/$closed\">2026-03-12 00:00</a> the better"
check "signed" holds snapshot/$closed '<td class="word">signed</td><td>Ines &lt;i&gt;'
check "replaced" holds snapshot/$after \
	"replaced</td><td></td><td><a href=\"../snapshot/$right\">"
root=$(sqlite3 :memory: "SELECT json_extract(readfile('$archive/$closed/manifest.json'),
	'\$.root_sha256')")
check "the root hash" holds snapshot/$closed "<code>$root</code>"
check "each record's chain hash" test "$(body snapshot/$closed | grep -oE '[0-9a-f]{64}' |
	grep -cFxf <(cut -f1 "$archive/log"))" -ge 4
for path in snapshot/20200101T000000Z snapshot/latest "snapshot/$closed/x" snapshot/; do
	check "there is none: $path" answers 404 "$path"
done

etag() { curl -sI "$url4" | tr -d '\r' | sed -n 's/^ETag: //p'; }
before=$(etag)
check "known already" test "$(curl -s -o /dev/null -w '%{http_code}' \
	-H "If-None-Match: $before" "$url4")" = 304
"$twinmap" archive prune --last 1 --daily 0 --weekly 0 --monthly 0 --at 2026-04-04T09:00:00Z "$archive" \
	>"$work/pruned" 2>&1
check "a record makes another page" test "$(etag)" != "$before"
check "what was pruned says so" holds '' '<span class="badge none">pruned</span>'
check "and leads nowhere" lacks '' "href=\"s/$after/"
check "what happened to it stays" holds snapshot/$after '<td class="word">pruned</td>'
chmod u+w "$archive/$newest/manifest.json"
echo >>"$archive/$newest/manifest.json"
serve_archive "$archive"
check "a changed manifest is told" holds '' 'not as published'
finish
