#!/bin/bash
# test_search.sh -- objects of all states, found by whatever people paste.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/serve.sh"
. "$(dirname "$0")/broken.sh"
a=$work/archive
archive() { "$build/twinmap-archive" "$@"; }
p1=20260312T000000Z p2=20260521T000000Z p3=20260917T000000Z old=20260101T000000Z

# ---- an index of states that did not come in order ---------------------------
for phase in p1 p2 p3; do
	marlin_site $phase >"$work/out" 2>&1 || fail "the site of $phase"
	cp -al "$marlin/site-$phase" "$work/$phase"
done
# what only a state without a phase, which can be pruned, knew
cp -al "$marlin/site-p1" "$work/old"
cp --remove-destination "$marlin/p1.db" "$work/old/topology.db"
sqlite3 "$work/old/topology.db" "UPDATE meta SET observed_at = 1767225600, phase = NULL;
	UPDATE device SET serial = 'GONE-0001' WHERE key = 'hq-core1'"
for site in p1 p3 p2 old; do
	archive add "$a" "$work/$site" >"$work/out" || fail "add $site"
done

what_is_told() { # FILE: all that it holds, whatever the numbers
	sqlite3 "$1" "SELECT i.type, i.key, l.since, l.until, l.name, l.detail, l.page
		FROM look l JOIN identity i USING (object) ORDER BY 1, 2, 3;
		SELECT i.type, i.key, t.kind, coalesce(x.value, hex(t.value)), f.word,
		t.is_past, t.since, t.until
		FROM term t JOIN identity i USING (object) JOIN field f ON f.id = t.field
		LEFT JOIN text x ON t.kind = 1 AND x.id = t.value
		ORDER BY 1, 2, 3, 4, 5, 6, 7;
		SELECT tail, mac FROM mac_tail ORDER BY 1, 2;
		SELECT type, value FROM text ORDER BY 1, 2"
}
what_is_told "$a/search.db" >"$work/expected"
check "an index can be made anew" archive index "$a"
what_is_told "$a/search.db" >"$work/actual"
same "and it is the one that grew with the archive, in any order" \
	"$work/expected" "$work/actual"
check "it holds thousands of terms" test "$(wc -l <"$work/expected")" -gt 3000

# Every page that it names, in every snapshot in which it does.
sqlite3 -separator ' ' "$a/search.db" "SELECT DISTINCT s.id, l.page
	FROM look l JOIN snapshot s ON s.observed_at BETWEEN l.since
	AND coalesce(l.until, s.observed_at)" >"$work/pages"
lost_pages() {
	while IFS='# ' read -r id file anchor; do
		[ -f "$a/$id/$file" ] || echo "$id/$file"
		[ -z "$anchor" ] || grep -q "id=\"$anchor\"" "$a/$id/$file" ||
			echo "$id/$file#$anchor"
	done <"$work/pages"
}
lost_pages >"$work/lost"
check "its $(wc -l <"$work/pages") links lead to pages and places on them" \
	test ! -s "$work/lost" -a "$(wc -l <"$work/pages")" -gt 500
head -n 5 "$work/lost" | sed 's/^/# /'

# ---- any spelling, over HTTP -------------------------------------------------
serve_archive "$a"
ask() { # PATH WORDS [ARGUMENT...]: the answer for these words
	local path=$1 words=$2
	shift 2
	curl -s -m 20 -G -o "$work/answer" -D "$work/head" \
		--data-urlencode "q=$words" "$@" "$url6$path"
}
json() { # SQL: asks the answer, which is j
	sqlite3 :memory: "SELECT $1 FROM (SELECT readfile('$work/answer') AS j)"
}
finds() { # TYPE NAME WORDS: is it among the answers?
	ask api/v1/search "$3" && [ "$(json "(SELECT count(*)
		FROM json_each(j, '\$.answers') e WHERE e.value ->> 'type' = '$1'
		AND e.value ->> 'name' = '$2')")" = 1 ] || {
		json "group_concat(e.value ->> 'type' || ' ' || (e.value ->> 'name'),
			char(10)) FROM (SELECT readfile('$work/answer') AS j),
			json_each(j, '\$.answers') e --"
		return 1
	}
}
ip6=3fff:a10:0:10::2
address=$ip6/64
reverse=2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.0.0.1.a.0.f.f.f.3.ip6.arpa
while IFS='|' read -r type name words; do
	check "'$words' finds $name" finds "$type" "$name" "$words"
done <<END
address|$address|$ip6
address|$address|${ip6^^}
address|$address|3fff:0a10:0000:0010:0000:0000:0000:0002
address|$address|$ip6%Vlan10
address|$address|$ip6/64
address|$address|[$ip6]:443
address|$address|$reverse
address|192.0.2.2/27|192.0.2.2
address|192.0.2.2/27|::ffff:192.0.2.2
address|192.0.2.2/27|192.0.2.2:22
address|192.0.2.2/27|2.2.0.192.in-addr.arpa
address|192.0.2.2/27|192.0.2.0/27
address|192.0.2.2/27|192.0.2.0 255.255.255.224
prefix|192.0.2.0/27|192.0.2.2
prefix|192.0.2.0/24|192.0.2.0/27
prefix|192.0.2.0/27|192.0.
prefix|3fff:a10:0:10::/64|$ip6
segment|VLAN 10 MGMT|$ip6
device|hq-core1|02:00:5E:00:06:00
device|hq-core1|02-00-5e-00-06-00
device|hq-core1|0200.5e00.0600
device|hq-core1|02005e000600
interface|hq-core1 Te1/1/1|5e00.0601
interface|hq-core1 Te1/1/1|fe80::5eff:fe00:601
device|hq-core1|q-CORE1
device|hq-core1|cx-9300-0006
device|hq-core1|80007ed90302005e000600
device|hq-core1|CadenceOS 9300
device|b1-sw1|switch branch
device|b2-sw1|SWITCH branch
interface|hq-core1 Te1/1/1|core1 te1/1/1
vlan|VLAN 20 ADMIN|vlan 20
site|Branch 1|branch
service|imap:993|imap.marlin
circuit|isp-a-1|AL-2025-118
person|Tomas Keel|keel tomas
END

# ---- then and now ------------------------------------------------------------
value_of() { # TYPE NAME COLUMN
	json "(SELECT e.value ->> '$3' FROM json_each(j, '\$.answers') e
		WHERE e.value ->> 'type' = '$1' AND e.value ->> 'name' = '$2')"
}
ask api/v1/search hq-core1
check "what is comes from the newest state" test \
	"$(value_of device hq-core1 path)" = s/$p3/devices/hq-core1.html
check "and tells since when" test "$(value_of device hq-core1 since)" = $old
ask api/v1/search 192.0.2.194
check "what was, from the last that had it" test \
	"$(value_of address 192.0.2.194/27 last_seen)" = $p2
check "and says that it is no more" test \
	"$(value_of address 192.0.2.194/27 is_current)" = 0
ask api/v1/search hq-core1
check "what went away and came back has two intervals" test "$(json "(SELECT
	group_concat(e.value ->> 'since' || ' ' || (e.value ->> 'last_seen'))
	FROM json_each(j, '\$.intervals') e
	WHERE e.value ->> 'name' = 'b2-rtr1 ge-0/0/0')")" = "$old $p1,$p3 $p3"
ask api/v1/search 192.0.2.2
check "exact before what it lies in, the nearest prefix first" test "$(json "(SELECT
	group_concat(e.value ->> 'name') FROM json_each(j, '\$.answers') e
	WHERE e.value ->> 'type' = 'prefix')")" = 192.0.2.0/27,192.0.2.0/24
check "words that fit nothing together" sh -c "! grep -q '\"name\"' '$work/answer'" \
	<<<"$(ask api/v1/search 'hq-core1 b1-sw1 imap')"

# ---- a page for people -------------------------------------------------------
page() { ask search "$@"; }
page hq-core1
check "the page" grep -q "<a href=\"s/$p3/devices/hq-core1.html\">hq-core1</a>" "$work/answer"
check "it leads to its parts" grep -q '</a> ([0-9]*), <a href="#interface">' "$work/answer"
check "a state that was alone is told once" grep -q \
	'several times:<br>2026-01-01 to p1, 2026-03-12<br>p3, 2026-09-17</td>' "$work/answer"
check "with the words in its form" grep -q 'name="q" value="hq-core1"' "$work/answer"
check "whose target is no other site" grep -qi "form-action 'self'" "$work/head"
page 'gi1/0' -d type=interface
next=$(sed -n 's/.*href="\(search?q=[^"]*offset=50\)".*/\1/p' "$work/answer" | sed 's/&amp;/\&/g')
curl -s -m 20 "$url4$next" >"$work/second"
check "fifty at a time, the rest on the next page" sh -c "
	[ \$(grep -c '<a href=\"s/.*#interfaces\">' '$work/answer') = 50 ] &&
	grep -q '#interfaces\">' '$work/second' &&
	[ -z \"\$(grep -ho '#interfaces\">[^<]*' '$work/answer' '$work/second' | sort | uniq -d)\" ]"
page ''
check "no words: what could be searched for" grep -q 'ip6.arpa' "$work/answer"
page '<script>alert(1)</script>'
check "words are text" sh -c "! grep -q '<script>alert' '$work/answer' &&
	grep -q '&lt;script' '$work/answer'"

says_page() { # PATTERN WORDS [ARGUMENT...]
	local pattern=$1
	shift
	page "$@" && grep -q -e "$pattern" "$work/answer"
}
is_refused() { # STATUS PATTERN [OPTION...] WORDS: one line, nothing printed
	local wanted=$1 pattern=$2 last=${!#}
	set -- "${@:3:$#-3}"
	archive search "$@" "$a" "$last" >"$work/out" 2>"$work/err"
	[ $? -eq "$wanted" ] && [ ! -s "$work/out" ] &&
		[ "$(wc -l <"$work/err")" -eq 1 ] && grep -q -e "$pattern" "$work/err"
}

# ---- what is refused, and what breaks nothing --------------------------------
status() { head -n 1 "$work/head" | cut -d ' ' -f 2; }
ask api/v1/search ''
check "an API asks for words" sh -c "[ $(status) = 400 ] &&
	grep -qi '^content-type: application/problem+json' '$work/head'"
ask api/v1/search hq -d type=nonsense
check "no such type" test "$(status)" = 400
check "it says which there are" grep -q "none of device, interface, .*, task" "$work/answer"
check "so does the page" says_page "none of device, interface, .*, task" hq -d type=nonsense
for words in 300.1.1.1 192.0.2.0/33 2001:db8::g 2001:db8::/129 "hq-core1 2001:db8::g"; do
	sentence="'${words#* }' is no address or prefix"
	ask api/v1/search "$words"
	check "$words: the API" test "$(status) $(json "j ->> '\$.detail'")" = "400 $sentence."
	check "$words: the page" says_page "${words#* }.* is no address or prefix\." "$words"
	check "$words: the command" is_refused 2 "$sentence" "$words"
done
sqlite3 "$a/search.db" "INSERT INTO text (id, type, value)
	VALUES ((1 << 40) + 99999, 1, '300.1.1.1-old')"
check "unless a name is like it" is_refused 1 'nothing fits' 300.1.1.1
sqlite3 "$a/search.db" "DELETE FROM text WHERE id = (1 << 40) + 99999"
check "nothing fits: the command says so" is_refused 1 'nothing fits' zzyzx
check "another type: the command says which" is_refused 2 \
	"none of device, interface, .*, task" --type nonsense hq
ask search "$(printf '%0300d' 0)"
check "too long" test "$(status)" = 400
ask api/v1/search hq -d limit=-1 -d offset=999999999999999999999999
check "senseless numbers" test "$(status)" = 200
odd=0
while IFS= read -r words; do
	ask search "$words" && [ "$(status)" = 200 ] || odd=$((odd + 1))
	ask api/v1/search "$words" && [[ $(status) = [24]00 ]] || odd=$((odd + 1))
done <<'END'
"
'
' OR 1=1 --
"hq AND core"
hq NOT core OR NEAR(a b, 2)
a*
***
[[[
]]]
*a?[b]c*
a[b
{a b}: c
value:hq
^hq
hq + core -b
%00%01
\
::::::::
1:2:3:4:5:6:7:8:9
1.2.3.4.5.6.7.8
/128
::/0
0.0.0.0/0
255.255.255.255 255.255.255.255
....ip6.arpa
ff.in-addr.arpa
ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/129
aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
e e e e e e e e
é ü ß 東 東京都
END
check "whatever is asked, an answer comes" test $odd = 0
curl -s -m 20 -o "$work/answer" -D "$work/head" "${url6}search?q=%ff%fe%00a&type=%00"
check "bytes that are no text" test "$(status)" = 200
check "and the server is well" curl -s -f -m 5 -o "$work/out" "${url4}healthz"

# ---- snapshots that lose their files -----------------------------------------
check "prune" archive prune --last 1 --daily 0 --weekly 0 --monthly 0 "$a"
check "one went" test ! -e "$a/$old"
ask api/v1/search GONE-0001
check "what only it knew is known still, without a page" test \
	"$(value_of device hq-core1 path)-$(value_of device hq-core1 since)" = "-$old"
page GONE-0001
check "and the page says why" grep -q 'its pages were pruned' "$work/answer"
ask api/v1/search 192.0.2.194
check "what others show leads there" test \
	"$(value_of address 192.0.2.194/27 path)" = "s/$p2/devices/hq-core1.html#addresses"

# ---- an index that is not there, half made or behind -------------------------
rm -f "$a/search.db"
ask search hq-core1
check "without an index a page says what to do" sh -c "[ $(status) = 503 ] &&
	grep -q '<main' '$work/answer' && grep -q 'twinmap archive index' '$work/answer'"
ask api/v1/search hq-core1
check "and programs are told" sh -c "[ $(status) = 503 ] &&
	grep -qi '^content-type: application/problem+json' '$work/head'"
check "verify tells what is missing, and finds no fault" sh -c "
	'$twinmap' archive verify '$a' >'$work/out' 2>&1 &&
	grep -q 'search.db: lacks 3 snapshots' '$work/out'"
check "the next writer makes it" archive note "$a" p1 noted
ask api/v1/search hq-core1
check "and it is found without a restart" test \
	"$(value_of device hq-core1 path)" = s/$p3/devices/hq-core1.html
echo nonsense >"$work/nonsense"
cp --remove-destination "$work/nonsense" "$a/search.db"
check "a broken one is made anew" sh -c "'$twinmap' archive note '$a' p1 again &&
	sqlite3 '$a/search.db' 'SELECT count(*) FROM snapshot' | grep -qx 3"

# ---- a state that cannot be read ---------------------------------------------
cp -al "$marlin/site-p1" "$work/odd"
cp --remove-destination "$marlin/p1.db" "$work/odd/topology.db"
sqlite3 "$work/odd/topology.db" 'DROP TABLE fact_task; UPDATE meta SET phase = NULL,
	observed_at = 1767225600'
archive add "$work/odd-archive" "$work/odd" >"$work/out" 2>&1
check "it is published with a warning" grep -q "warning: $old: cannot be searched" "$work/out"
check "a later one is added" archive add "$work/odd-archive" "$work/p2"
check "and is found" sh -c "'$build/twinmap-archive' search '$work/odd-archive' hq-core1 |
	grep -q 'device hq-core1'"
check "as the newest of two" test "$(sqlite3 "$work/odd-archive/search.db" \
	'SELECT group_concat(is_readable) FROM snapshot')" = 0,1

# ---- writers that die -------------------------------------------------------
ends() { # STATUS COMMAND...: an add with a trouble; published, the old index whole
	local status=$1
	shift
	rm -rf "$work/copy"
	cp -a "$a" "$work/copy"
	"$@" "$build/twinmap-archive" add "$work/copy" "$work/old" >"$work/out" 2>&1
	[ $? -eq "$status" ] &&
		sqlite3 "$work/copy/search.db" 'PRAGMA integrity_check' | grep -qx ok &&
		archive verify "$work/copy" >"$work/verified" 2>&1 &&
		grep -q 'search.db: lacks 1 snapshot' "$work/verified"
}
is_mended() {
	archive note "$work/copy" p1 mended && archive search "$work/copy" GONE-0001 |
		grep -q 'device hq-core1' && [ -z "$(ls -A "$work/copy" | grep tmp)" ]
}
sqlite3 "$work/old/topology.db" 'UPDATE meta SET observed_at = 1767312000'
if can_trace; then
	check "a full disk costs the index, not the snapshot" \
		ends 0 fail_from ENOSPC pwrite64 20
	check "with a warning" grep -q 'warning: .*search.db: lacks 1 snapshot' "$work/out"
	check "and the next writer mends it" is_mended
	check "killed while the index is written" ends 137 kill_at pwrite64 20
	check "the next writer mends that too" is_mended
	cp -a "$a" "$work/traced-archive"
	list_calls "$work/calls-of" "$build/twinmap-archive" add \
		"$work/traced-archive" "$work/old"
	check "killed before it takes its place" \
		ends 137 kill_at rename "$(grep -c '^rename ' "$work/calls-of")"
	check "nor is that lasting" is_mended
else
	skip "writers that die" "strace may not trace here"
fi
finish
