#!/bin/bash
# test_hostile.sh -- what bad clients get of the parts that work for an answer:
# search, API, comparisons, metrics; and what a hostile network gets onto pages.
#
# corpus/questions holds the questions. Workers are stopped, killed and asked
# for more than they can do, while others are served.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
corpus=$(dirname "$0")/corpus archive=$work/archive
golden=$top/tests/golden
script='<script>alert(1)</script>' image='"><img src=x onerror=alert(2)>'

# ---- an archive of seven states, of a network that wishes no good ----------------
{
	schema
	cat "$golden/analysis/prelude.sql" "$golden/compare/before.sql"
	echo "UPDATE device SET sys_name = '$script' WHERE sys_name = 'edge';
		UPDATE device SET sys_name = '$image' WHERE sys_name = 'srv';
		UPDATE device SET sys_name = 'javascript:alert(3)' WHERE sys_name = 'back';
		UPDATE interface SET name = '$script' WHERE device = 2 AND if_index = 2;
		UPDATE meta SET enterprise = '$script'"
} | sqlite3 -bail "$work/state.db"
"$twinmap" analyse "$work/state.db" >"$work/last" 2>&1 || fail "the network is analysed"
add_state() { # N OPTION...
	local n=$1
	shift
	make_site "$work/site" 0
	sqlite3 "$work/state.db" "UPDATE meta SET observed_at = 1768435200 + 86400 * $n;
		UPDATE device SET serial = 'S$n' WHERE id = 4;
		UPDATE device SET sys_location = '$image$n' WHERE id = 1"
	cp "$work/state.db" "$work/site/topology.db"
	"$twinmap" archive add "$@" "$archive" "$work/site" 2>&1
}
for n in 1 2 3 4 5 6 7; do
	check "a state of day $n" add_state $n --tag p$n --note "$script $image"
done
"$twinmap" archive sign --by "$image" "$archive" p1 "$script" >"$work/last" 2>&1 ||
	fail "it is signed"
"$twinmap" archive note --by "$script" "$archive" p1 "[x](javascript:alert(3))" >/dev/null

serve_archive "$archive"
[ -n "$port" ] || { fail "it serves"; finish; }
fetch() { curl -s --max-time 20 --path-as-is -g "$@"; }
status() { fetch -o /dev/null -w '%{http_code}' "$@"; }
is() { # STATUS CURL-ARGUMENT...
	local expected=$1 got
	shift
	got=$(status "$@")
	[ "$got" = "$expected" ] || { echo "$got"; cat "$work/serve.err"; false; }
}
# Processes of the server that are locked down: its workers, the quick one first.
workers() {
	local child
	for child in $(cat "/proc/$server/task/$server/children"); do
		grep -q '^Seccomp:.*2' "/proc/$child/status" && echo "$child"
	done
}
read -r quick slow <<<"$(workers | tr '\n' ' ')"

# ---- questions -----------------------------------------------------------------------
mkdir "$work/answers"
ask_all() { # URL
	rm -f "$work"/answers/*
	awk -v below="$1" -v answers="$work/answers/" '!/^#/ {
		path = $2
		gsub(/[\\"]/, "\\\\&", path)
		print "url = \"" below path "\"\noutput = \"" answers NR "\""
	}' "$corpus/questions" >"$work/asked"
	fetch -i --max-time 60 -w '%{http_code} %{time_total}\n' -K "$work/asked" >"$work/told"
	grep -v '^#' "$corpus/questions" | paste -d' ' - "$work/told"
}
answers_as_told() { # URL: each with a status that it may have, within 2 s
	ask_all "$1" | awk '{
		if (index("," $1 ",", "," $3 ",") == 0 || $4 > 2) {
			print
			bad = 1
		}
	} END { exit bad || NR < 130 }'
}
tells_nothing() {
	! grep -rliaE 'syntax error|no such (column|table)|malformed MATCH|fts5' "$work/answers" &&
		! grep -raiE '^x-injected' "$work/answers" &&
		! grep -rlaE 'root:x:|<script>alert|<img src=x' "$work/answers"
}
for url in "$url6" "$url4"; do
	check "hostile questions at $url are answered" answers_as_told "$url"
	check "the answers of $url tell nothing" tells_nothing
done
long=$(head -c 8192 /dev/zero | tr '\0' a)
many=$(seq -f 'p%g=' -s '&' 1 1500)
for url in "$url6" "$url4"; do
	check "a word of 8 kB at $url" is 400 "${url}search?q=$long"
	check "the same of the API" is 400 "${url}api/v1/search?q=$long"
	check "as a filter" is 414 "${url}api/v1/snapshots/latest/devices?name=$long"
	check "as a name" is 404 "${url}diff/$long..p2/"
	# more than the library has memory for: it ends the connection
	check "1,500 parameters at $url" is 000 "${url}search?$many&q=hq"
	check "1,500 filters" is 000 "${url}api/v1/snapshots/latest/devices?$many"
	check "150 of them" is 200 "${url}search?${many%%&p151=*}&q=hq"
done

# ---- methods -------------------------------------------------------------------------------
routes='search?q=core api/v1/snapshots api/v1/search?q=core diff metrics healthz
	snapshot/20260116T000000Z assets/style.css diff/p1..p2/ api/v1/openapi.json'
for route in $routes; do
	for method in POST PUT DELETE OPTIONS BREW; do
		check "$method $route" is 405 -X $method "$url6$route"
	done
	check "HEAD $route has no body" test "$(fetch -I -w '%{size_download}' -o /dev/null "$url4$route")" = 0
done

# ---- pages: what the network says is text --------------------------------------------------
harmless() { # PATH TEXT: a page that shows it, as text
	fetch -L -D "$work/head" "$url6$1" >"$work/page"
	grep -qi "^content-security-policy: default-src 'none'" "$work/head" &&
		grep -qi '^x-content-type-options: nosniff' "$work/head" &&
		grep -qF -- "$2" "$work/page" &&
		! grep -oiE '(href|src|action)="?javascript:' "$work/page" &&
		! sed 's/"[^"]*"/""/g' "$work/page" | grep -oiE '<(script|img)[^>]*>[^<]*alert|<img src=x|<[^>]* on[a-z]+=|<script>' ||
		{ head -c 9000 "$work/page"; cat "$work/head"; false; }
}
check "the timeline is harmless" harmless '' '&lt;script&gt;'
check "what is known of a snapshot" harmless snapshot/20260116T000000Z '&lt;img'
check "what was found" harmless 'search?q=alert' '&lt;script&gt;'
check "what was not found" harmless 'search?q=%22%3E%3Cimg%20src%3dx%20onerror%3dnone%3E' '&lt;img'
check "a comparison" harmless diff/p1..p2/ '&lt;img'
check "the choice of a comparison" harmless 'diff?a=p1' '<form'
check "an error" harmless 'diff?a=%3Cscript%3E&b=p1' '&lt;script&gt;'
check "metrics stay lines of their form" sh -c "curl -s '${url6}metrics' |
	grep -vE '^# (HELP|TYPE) [a-z_]+ |^[a-z_]+(\{([a-z_]+=\"([^\"\\\\]|\\\\.)*\",?)*\})? -?[0-9.e+]+\$' && exit 1; true"

# ---- caches --------------------------------------------------------------------------------
head_of() { fetch -o /dev/null -D - "$@" | tr -d '\r'; }
list=api/v1/snapshots
check "a choice by Accept is told" sh -c "curl -s -o /dev/null -D - -H 'Accept: text/csv' '$url6$list' |
	tr -d '\r' | tee '$work/head' | grep -qix 'Vary: Accept' && grep -qi 'text/csv' '$work/head'"
check "a choice by Accept-Encoding is told" sh -c \
	"curl -s -o /dev/null -D - '${url6}search?q=core' | grep -qi '^vary: .*Accept-Encoding'"
etag_of() { head_of "$@" | sed -n 's/^[Ee][Tt]ag: //p'; }
plain=$(etag_of "${url6}search?q=core") packed=$(etag_of -H 'Accept-Encoding: gzip' "${url6}search?q=core")
check "each encoding has its own ETag" test -n "$plain" -a "$plain" != "$packed"
check "one does not stand for the other" is 200 -H "If-None-Match: $packed" "${url6}search?q=core"
check "but for itself" is 304 -H "If-None-Match: $plain" "${url6}search?q=core"
for field in 'X-Forwarded-Host' 'X-Original-URL' 'X-Rewrite-URL' 'Forwarded' 'X-Forwarded-Proto'; do
	check "$field leaves no trace" sh -c "! curl -s -i -H '$field: evil.example.net' \
		'${url6}diff?a=p1&b=p3' | grep -i evil"
done
check "another name is refused" is 421 -H 'Host: evil.example.net' "${url6}search?q=core"
check "by what name it is asked is no matter" test \
	"$(etag_of -H "Host: localhost:$port" "${url6}search?q=core")" = "$plain"

# ---- memory: as many answers as have room --------------------------------------------------
metric() { fetch "${url4}metrics" | sed -n "s/^$1 //p"; }
descriptors() { find "/proc/$server/fd" -type l 2>/dev/null | wc -l; }
check "400 different searches" sh -c "seq -f 'url = \"${url6}search?q=flood%g\"
	output = /dev/null' 400 | curl -s --max-time 60 -w '%{http_code}\n' -K - | grep -vx 200 && exit 1; true"
check "no more answers are kept than have room" test "$(metric twinmap_answers_kept)" -le 256
check "nor files open" test "$(descriptors)" -lt 400

# ---- more slow work than has room -------------------------------------------------------------
# The worker is held up; who asks for one more comparison hears so at once, who
# asks for anything else is served.
pairs=$(for a in 1 2 3 4 5 6; do for b in $(seq $((a + 1)) 7); do echo "p$a..p$b"; done; done | grep -vx p3..p7) # that one is for later
kill -STOP "$slow"
for pair in $pairs; do
	fetch -L -o /dev/null -w "%{http_code} $pair\n" --max-time 2 "${url6}diff/$pair/" >>"$work/flood" &
	flood="${flood:-} $!"
done
sleep 1
check "more comparisons than have room: 503" test "$(grep -c '^503' "$work/flood")" -ge 3
check "and are told when to come again" sh -c "curl -sL -D - -o /dev/null '${url6}diff/p6..p7/' | grep -qi '^retry-after: [0-9]'"
for path in latest/ healthz search?q=hurry api/v1/devices.json metrics ''; do
	case $path in api*) expected=404 ;; *) expected=200 ;; esac
	check "meanwhile /$path is served" is $expected --max-time 2 "$url4$path"
done
# shellcheck disable=SC2086
wait $flood
check "they left while they waited" test "$(grep -c '^302' "$work/flood")" -ge 10
check "the server does not mind" is 200 "${url6}healthz"
kill -CONT "$slow"
for _ in $(seq 50); do [ "$(status -L "${url6}diff/p1..p2/")" = 200 ] && break; sleep 0.2; done
check "then all goes on" is 200 -L "${url6}diff/p1..p2/"

# ---- a worker that dies ----------------------------------------------------------------------
kill -KILL "$slow"
for _ in $(seq 50); do grep -q 'a worker has ended' "$work/serve.err" && break; sleep 0.1; done
check "without a worker: 503" is 503 -L --max-time 3 "${url6}diff/p3..p7/?again"
check "its health says so" test "$(fetch "${url6}healthz" | head -n 1)" = 'a worker is gone'
check "pages are served" is 200 "${url6}latest/"
check "searches are answered" is 200 "${url4}search?q=alone"
kill -KILL "$quick"
for _ in $(seq 50); do is 503 "${url6}search?q=alone2" >/dev/null && break; sleep 0.1; done
check "without any: pages are served" is 200 "${url6}latest/devices/"
check "metrics too" is 200 "${url6}metrics"
kill -TERM "$server"
wait "$server"
check "it ends well" test $? = 0

# ---- nobody is told anything -----------------------------------------------------------------
printf 'anna:%s\n' "$(openssl passwd -6 -salt saltsalt secret)" >"$work/users"
serve_with --users "$work/users" "$archive"
routes="$routes latest/ s/20260116T000000Z/index.html tag/p1/ diff?a=p1&b=p2 api/v1/ no-such-page"
leaks() { grep -vi '^content-security-policy:' "$1" | grep -E '20260|p1|script|core|twinmap_|openapi|href="s/'; }
is_shut() { # PATH CURL-ARGUMENT...
	local path=$1 got
	shift
	got=$(fetch -o "$work/body" -D "$work/head" -w '%{http_code}' "$@" "$url6$path")
	case $got in
	401 | 429) ! leaks "$work/body" && ! grep -iE '^(location|etag|link|content-disposition):' "$work/head" ;;
	*) echo "$got"; false ;;
	esac
}
for route in $routes; do
	check "without a password: $route" is_shut "$route"
	check "with a wrong one" is_shut "$route" -u anna:wrong
	check "HEAD" is_shut "$route" -I
	check "POST" is_shut "$route" -d x=y
	check "to a cache, that it is known" is_shut "$route" -H 'If-None-Match: *'
done
check "nothing was worked on for them" test "$(fetch -u anna:secret "${url4}metrics" |
	sed -n 's/^twinmap_answers_kept //p')" -le 1
kill -TERM "$server"
wait "$server"
check "it ends well" test $? = 0
finish
