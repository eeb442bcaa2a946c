#!/bin/bash
# test_serve.sh -- the server by curl, over both families.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
archive=$work/archive site=$work/site
first=20260917T081500Z second=20260918T081500Z third=20260919T081500Z
make_site "$site" 1789632900 p1
seq -f '<p>%g</p>' 500 >"$site/long.html"
"$twinmap" archive add "$archive" "$site" >/dev/null
state_of "$site" "UPDATE meta SET observed_at = 1789719300, phase = 'p2'"
echo '<p>second</p>' >"$site/devices/hq-core1.html"
"$twinmap" archive add "$archive" "$site" >/dev/null
ln -s /etc/passwd "$archive/$first/planted.html"
ln -s /etc "$archive/$first/planted"

serve_archive "$archive" # for a slow client alone
drip_port=$port
serve_archive "$archive" 64
few_port=$port few_server=$server
serve_archive "$archive"
check "it says where it listens" grep -qxE \
	'http://\[::1\]:[0-9]+/ and http://127.0.0.1:[0-9]+/' "$work/serve.out"
[ -n "$port" ] || finish

fetch() { curl -s --max-time 10 --path-as-is "$@"; }
body() { fetch "$url$1"; }
head_of() { fetch -D - -o /dev/null "$@" | tr -d '\r'; }
status() { fetch -o /dev/null -w '%{http_code}' "$@"; }
answers() { # STATUS PATH [CURL OPTION...]
	local expected=$1 path=$2
	shift 2
	[ "$(status "$@" "$url$path")" = "$expected" ] || {
		head_of "$@" "$url$path"
		false
	}
}
has() { # PATH FIELD [CURL OPTION...]: a line of the header
	local path=$1 field=$2
	shift 2
	head_of "$@" "$url$path" | grep -qixF -- "$field" || {
		head_of "$@" "$url$path"
		false
	}
}
holds() { body "$1" | grep -qF -- "$2"; }
sends() { fetch "$url$1" | cmp - "$2"; }
ask_raw() { # REQUEST-LINE FIELD... as a client of its own making
	local host=127.0.0.1
	[ "$url" = "$url4" ] || host=::1
	printf "$1\r\nHost: localhost\r\n$(printf '%s\\r\\n' "${@:2}")\r\n" |
		(exec 4<>"/dev/tcp/$host/$port"; cat >&4; timeout 2 cat <&4) | tr -d '\r'
}
refuses_target() { ask_raw "GET $1 HTTP/1.1" "Connection: close" | grep -qE '^HTTP/1.1 40[04] '; }

# A client that sends a byte now and then: cut long before it has finished.
drip() {
	exec 3<>"/dev/tcp/127.0.0.1/$drip_port" 2>/dev/null || return
	local start=$SECONDS byte
	printf 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ' >&3
	while [ $((SECONDS - start)) -lt 40 ]; do
		printf x >&3 2>/dev/null || break
		read -r -t 1 -n 1 -u 3 byte
		[ $? -gt 128 ] || break
	done
	echo $((SECONDS - start))
}
drip >"$work/drip" 2>/dev/null &
dripping=$!

csp="Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
for url in "$url6" "$url4"; do
	echo "# over $url"
	s=s/$first
	check "the timeline lists both" holds '' "href=\"s/$second/\">2026-09-18 08:15<"
	check "the timeline names the tag" holds '' 'href="tag/p1/">p1</a>'
	check "the timeline counts devices" holds '' '<td class="number">4</td><td class="number">2</td>'
	check "the timeline has a policy" has '' "$csp"
	check "latest is the newest" sends latest/devices/hq-core1.html \
		"$site/devices/hq-core1.html"
	check "latest is asked for again" has latest/ 'Cache-Control: no-cache'
	check "it says where all snapshots are" has latest/sites/hq.html 'Link: <../../>; rel="collection"'
	check "a snapshot is kept for ever" has $s/ 'Cache-Control: max-age=31536000, immutable'
	check "a folder is its index" sends $s/devices/ "$archive/$first/devices/index.html"
	check "a folder without its slash" has $s/devices "Location: ../../s/$first/devices/"
	check "a snapshot without its slash" has $s "Location: ../s/$first/"
	check "latest without its slash" has latest 'Location: latest/'
	check "a tag leads to its snapshot" has tag/p1/devices/hq-core1.html \
		"Location: ../../../s/$first/devices/hq-core1.html"
	check "a tag's redirect arrives" test "$(status -L "${url}tag/p1/devices/hq-core1.html")" = 200
	check "a redirect carries no foreign header" has 'tag/p1/a%0d%0aX:%20b' \
		"Location: ../../s/$first/a%0D%0AX%3A%20b"
	check "it is well" holds healthz 'ok 2 snapshots'

	check "HTML has a policy" has $s/index.html "$csp"
	check "a picture by itself runs nothing" has $s/diagrams/hq.svg \
		"Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'"
	for type in 'index.html text/html; charset=utf-8' \
		'index.md text/markdown; charset=utf-8' \
		'diagrams/hq.svg image/svg+xml' \
		'style.css text/css; charset=utf-8' \
		'app.js text/javascript; charset=utf-8' \
		'devices.csv text/csv; charset=utf-8' \
		'manifest.json application/json' \
		'SHA256SUMS text/plain; charset=utf-8' \
		'topology.db application/vnd.sqlite3'; do
		check "the type of ${type%% *}" has "$s/${type%% *}" "Content-Type: ${type#* }"
	done
	check "nobody guesses types" has $s/index.md 'X-Content-Type-Options: nosniff'
	check "a referrer stays here" has $s/index.md 'Referrer-Policy: same-origin'

	etag=$(head_of "$url$s/index.html" | sed -n 's/^ETag: //p')
	check "the ETag is the hash" test "$etag" = \
		"\"$(sha256sum <"$site/index.html" | cut -c1-32)\""
	check "the date is the snapshot's" has $s/index.html \
		'Last-Modified: Thu, 17 Sep 2026 08:15:00 GMT'
	check "known already: 304" answers 304 $s/index.html -H "If-None-Match: \"x\", W/$etag"
	check "a 304 has the length of the file" has $s/index.html \
		"Content-Length: $(stat -c %s "$site/index.html")" -H "If-None-Match: $etag"
	check "not newer: 304" answers 304 $s/index.html \
		-H 'If-Modified-Since: Thu, 17 Sep 2026 08:15:00 GMT'
	check "another ETag: 200" answers 200 $s/index.html -H 'If-None-Match: "x"' \
		-H 'If-Modified-Since: Thu, 17 Sep 2026 08:15:00 GMT'
	check "latest too: 304" answers 304 latest/index.html -H "If-None-Match: $etag"

	check "HEAD has the length" has $s/topology.db \
		"Content-Length: $(stat -c %s "$site/topology.db")" --head
	check "HEAD has no body" test "$(fetch --head "$url$s/index.html" | tr -d '\r' | tail -n 1)" = ''
	for method in POST PUT DELETE OPTIONS PROPFIND; do
		check "$method: 405" answers 405 $s/index.html -X $method
		check "$method: says what is allowed" has $s/index.html 'Allow: GET, HEAD' -X $method
	done
	check "POST with a body: 405" answers 405 '' -d name=value
	while read -r name fields; do
		check "$name: it is never the next request" test "$(ask_raw "GET /healthz HTTP/1.1" \
			"$fields" "" "GET /latest/ HTTP/1.1" "" "" "" | grep -c "^HTTP/")" = 1
	done <<-'CASES'
		body Content-Length: 38
		second-length Content-Length: 0\r\nContent-Length: 38
		blank-before-colon Content-Length : 38
		chunks Transfer-Encoding: chunked
		unknown-coding Transfer-Encoding: xchunked
		coding-and-blank Transfer-Encoding : chunked
	CASES
	for target in '?latest/' '*' latest/ http://localhost/latest/; do
		check "GET $target is no page" refuses_target "$target"
	done
	for host in localhost localhost:9000 127.0.0.1 "[::1]:$port"; do
		check "asked as $host: 200" answers 200 latest/ -H "Host: $host"
	done
	for host in evil.example.net "localhost.example.net:$port" 192.0.2.1 "[2001:db8::1]"; do
		check "asked as $host: 421" answers 421 latest/ -H "Host: $host"
	done
	check "asked by no name: 421" answers 421 latest/ -0 -H Host:

	gunzip -c "$archive/$first/topology.db.gz" >"$work/state"
	head -c 100 "$work/state" | tail -c 90 >"$work/part"
	fetch -r 10-99 "$url$s/topology.db" >"$work/got"
	same "a part" "$work/part" "$work/got"
	check "a part: 206" answers 206 $s/topology.db -r 10-99
	check "a part says which" has $s/topology.db \
		"Content-Range: bytes 10-99/$(stat -c %s "$site/topology.db")" -r 10-99
	fetch -r -50 "$url$s/topology.db" >"$work/got"
	tail -c 50 "$work/state" >"$work/part"
	same "the last part" "$work/part" "$work/got"
	check "no such part: 416" answers 416 $s/index.html -r 99999-
	check "several parts: the whole" answers 200 $s/index.html -r 0-1,5-6
	check "a part if unchanged" answers 206 $s/index.html -r 0-1 -H "If-Range: $etag"
	check "the whole if changed" answers 200 $s/index.html -r 0-1 -H 'If-Range: "x"'

	# a page that is long enough has a compressed twin
	gz='Accept-Encoding: gzip, br' long=$s/long.html
	gunzip -c "$archive/$first/long.html.gz" >"$work/plain" || fail "there is a twin"
	check "who takes gzip gets the twin" sh -c \
		"curl -s --max-time 10 -H '$gz' '$url$long' | cmp - '$archive/$first/long.html.gz'"
	check "it says so" has $long 'Content-Encoding: gzip' -H "$gz"
	check "it stays the type of the page" has $long 'Content-Type: text/html; charset=utf-8' -H "$gz"
	check "caches are told" has $long 'Vary: Accept-Encoding' -H "$gz"
	check "caches are told of the page itself too" has $long 'Vary: Accept-Encoding'
	fetch --compressed "$url$long" >"$work/got"
	same "unpacked it is the page" "$site/long.html" "$work/got"
	check "who takes none gets the page" sends $long "$site/long.html"
	for coding in identity 'gzip;q=0' 'br' '*;q=0'; do
		check "who takes $coding too" sh -c "curl -s --max-time 10 \
			-H 'Accept-Encoding: $coding' '$url$long' | cmp - '$site/long.html'"
	done
	check "HEAD has the length of the twin" has $long \
		"Content-Length: $(stat -c %s "$archive/$first/long.html.gz")" --head -H "$gz"
	packed=$(head_of "$url$long" -H "$gz" | sed -n 's/^ETag: //p')
	plain=$(head_of "$url$long" | sed -n 's/^ETag: //p')
	check "each form has its ETag" test -n "$packed" -a "$packed" != "$plain"
	check "the twin is known already: 304" answers 304 $long -H "$gz" -H "If-None-Match: $packed"
	check "the page is not the twin" answers 200 $long -H "$gz" -H "If-None-Match: $plain"
	check "both are known: 304" answers 304 $long -H "$gz" -H "If-None-Match: $plain, $packed"
	fetch -H "$gz" -r 10-99 "$url$long" >"$work/got"
	head -c 100 "$archive/$first/long.html.gz" | tail -c 90 >"$work/part"
	same "a part of the twin" "$work/part" "$work/got"
	check "a part of the twin, if unchanged" answers 206 $long -H "$gz" -r 0-1 -H "If-Range: $packed"
	check "the whole twin, if it was the page" answers 200 $long -H "$gz" -r 0-1 -H "If-Range: $plain"
	check "a short page has no twin" sh -c "! curl -sD - -o /dev/null --max-time 10 \
		-H '$gz' '$url$s/index.html' | grep -iE '^(vary|content-encoding)'"
	fetch -H "$gz" "$url$s/topology.db" >"$work/got"
	same "the state is sent as it lies there" "$archive/$first/topology.db.gz" "$work/got"

	for path in nothing latest/nothing.html s/20200101T000000Z/ s/ s/../log tag/p9/ \
		log tags/p1 .lock $s/../../log $s/../$second/index.html \
		$s/%2e%2e/%2e%2e/log $s/..%2f..%2flog $s//etc/passwd $s/%2fetc/passwd \
		../../../../etc/passwd /etc/passwd $s/planted.html $s/planted/passwd \
		latest/index.html%00.svg latest/%zz latest/.hidden \
		"latest/%3Cscript%3Ealert(1)%3C/script%3E"; do
		check "$path: 404" answers 404 "$path"
	done
	check "what was asked for is not repeated" sh -c "! curl -s --max-time 10 \
		'${url}latest/%3Cscript%3E' | grep -qi '<script'"
	check "an error has a policy" has nothing "$csp"
	check "an error below leads up" holds s/x/y/z 'href="../../../"'
	check "its search too" holds s/x/y/z 'action="../../../search"'
	check "an error at the root does" holds nothing 'href="./latest/index.html"'
	check "a header that is too long is refused" answers 431 '' -H "X: $(printf '%020000d' 0)"
done
check "no request makes it complain" sh -c "! grep -vE ': (the server locked down|serves|refused)' '$work/serve.err'"

# ---- changes while it runs -----------------------------------------------------
url=$url6
state_of "$site" "UPDATE meta SET observed_at = 1789805700, phase = 'p1'"
echo '<p>third</p>' >"$site/index.html"
"$twinmap" archive add "$archive" "$site" >/dev/null
check "a new snapshot appears by itself" sends latest/ "$site/index.html"
check "and on the timeline" holds '' "s/$third/"
check "its tag moved" has tag/p1/ "Location: ../../s/$third/"
cp "$site/app.js" "$work/app.js"
ln -sf "$work/app.js" "$archive/$third/app.js"
check "a link in a file's place is not followed" answers 500 latest/app.js
mv "$archive/$third/sites" "$archive/$third/moved"
ln -s moved "$archive/$third/sites"
check "a link in a folder's place neither" answers 500 latest/sites/hq.html
chmod u+w "$archive/$third/style.css"
echo longer than before, to be seen >"$archive/$third/style.css"
check "a file of another length is not served" answers 500 latest/style.css
chmod u+w "$archive/$third/manifest.json"
echo >>"$archive/$third/manifest.json"
"$twinmap" serve --port 0 "$archive" >"$work/other.out" 2>/dev/null &
other=$!
run_later "kill $other 2>/dev/null; wait $other 2>/dev/null"
for _ in $(seq 100); do [ -s "$work/other.out" ] && break; sleep 0.05; done
url=$(sed 's/ and .*//' "$work/other.out")
check "a changed manifest is not trusted" answers 500 latest/
check "the timeline says so" holds '' 'not as published'
check "the others are served" answers 200 s/$second/

# ---- many, slow and idle clients -------------------------------------------------
open_idle() { # HOST PORT: a hundred connections that ask for nothing
	local i
	for i in $(seq 100); do
		exec {descriptor}<>"/dev/tcp/$1/$2" || return
	done
}
for host in 127.0.0.1 ::1; do
	if open_idle $host "$port"; then
		url=$url4
		[ $host = 127.0.0.1 ] || url=$url6
		check "a hundred idle connections on $host do not block" answers 200 healthz
	else
		skip "a hundred idle connections on $host" "cannot open them"
	fi
done
open_idle 127.0.0.1 "$few_port"
open_idle ::1 "$few_port"
check "few open files are enough" test "$(status "http://127.0.0.1:$few_port/healthz")" = 200
spent() { cut -d' ' -f14,15 "/proc/$few_server/stat"; }
before=$(spent)
sleep 1
check "and the server waits without haste" test "$(spent)" = "$before"
check "no more than 32 of an address stay" sh -c \
	"sleep 1; [ \$(ls -l /proc/$server/fd | grep -c socket:) -le 70 ]"

# ---- how it starts and ends -------------------------------------------------------
fails() { # STATUS PATTERN COMMAND...: ends with one line
	local expected=$1 pattern=$2
	shift 2
	timeout 10 "$@" >"$work/out" 2>"$work/err"
	[ $? -eq "$expected" ] && cat "$work/err" && [ ! -s "$work/out" ] &&
		[ "$(grep -vc "see '" "$work/err")" -eq 1 ] && grep -q -e "$pattern" "$work/err"
}
mkdir "$work/empty"
check "a port in use" fails 1 "port $port of .* is in use" \
	"$twinmap" serve --port "$port" "$work/empty"
for address in 192.0.2.1 2001:db8::1 0.0.0.0 :: ::ffff:127.0.0.1; do
	check "$address is refused without authentication" fails 2 'there is no authentication' \
		"$twinmap" serve --listen $address --port 0 "$archive"
done
for address in localhost 127.0.0.1/8 '' 127.0.0.1:80; do
	check "'$address' is no address" fails 2 'is no address' \
		"$twinmap" serve --listen "$address" --port 0 "$archive"
done
check "no such port" fails 2 'no port 65536' "$twinmap" serve --port 65536 "$archive"
check "no such archive" fails 1 'No such file' "$twinmap" serve --port 0 "$work/none"
serve_archive "$work/empty"
url=$url6
check "an empty archive says so" holds '' 'holds no snapshot yet'
check "an empty archive has no latest" answers 404 latest/
"$twinmap" archive add "$work/empty" "$site" >/dev/null
# What 'archive prune' never does, another writer of the log may.
chain=$(tail -n 1 "$work/empty/log" | cut -f 1)
printf '\t2026-10-01T12:00:00Z\tprune\t%s\t\tby hand\n' "$third" >"$work/words"
chain=$({ printf %s "$chain"; cat "$work/words"; } | sha256sum | cut -d' ' -f1)
{ printf %s "$chain"; cat "$work/words"; } >>"$work/empty/log"
check "a latest that was pruned is gone" answers 410 latest/
check "and so is it by its name" answers 410 "s/$third/"
kill -TERM "$server"
wait "$server"
check "it ends when it is told to" test $? = 0
"$twinmap" serve --listen ::1 --port 0 "$archive" >"$work/one.out" 2>&1 &
one=$!
sleep 0.5
check "one address if told so" grep -qxE 'http://\[::1\]:[0-9]+/' "$work/one.out"
check "a list of processes tells what it is" grep -q 'twinmap-serve' "/proc/$one/cmdline"
check "it can gain no rights" grep -q '^NoNewPrivs:.*1$' "/proc/$one/status"
kill $one
wait $one 2>/dev/null

wait $dripping
check "a client of a byte a second is cut" sh -c \
	"cat '$work/drip'; [ \$(cat '$work/drip') -ge 10 ] && [ \$(cat '$work/drip') -le 25 ]"
finish
