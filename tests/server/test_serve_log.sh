#!/bin/bash
# test_serve_log.sh -- what the server says: of itself, of the archive, and of
# whom it answered.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
archive=$work/archive site=$work/site log=$work/access.log
make_site "$site" 1789632900 p1
"$twinmap" archive add "$archive" "$site" >"$work/out"
printf 'ines:%s\n' "$(openssl passwd -6 -salt twinmap harbour)" >"$work/users"
serve_with --access-log "$log" --users "$work/users" --proxy 127.0.0.1 \
	--proxy-user-header Remote-User "$archive"
[ -n "$port" ] || finish
fetch() { curl -s --max-time 10 -o /dev/null "$@"; }
says() { grep -qE -- "$1" "$work/serve.err" || { cat "$work/serve.err"; false; }; }
last() { tail -n 1 "$log" | grep -E -- "$1" || { tail -n 3 "$log"; false; }; }

check "what it serves" says "serves $archive: 1 snapshots, the newest 20260917T081500Z"

# ---- a line for each answer ----------------------------------------------------
when='\[[0-9]{2}/[A-Z][a-z]{2}/20[0-9]{2}:[0-9:]{8} \+0000\]'
fetch -A 'a browser' -e 'https://twin.example.net/' -u ines:harbour "${url6}latest/devices.csv"
check "who asked, for what, and what came of it" last \
	"^::1 - ines $when \"GET /latest/devices.csv HTTP/1.1\" 200 33 \"https://twin.example.net/\" \"a\\\\x20browser\"$"
fetch -A x -u ines:wrong "${url6}latest/"
check "no name without its password" last "^::1 - - $when \"GET /latest/ HTTP/1.1\" 401 "
fetch -A x -H 'Remote-User: otto' -H 'X-Forwarded-For: 2001:db8::7' "${url4}nothing"
check "whom the proxy speaks for" last "^2001:db8::7 - otto $when \"GET /nothing HTTP/1.1\" 404 [0-9]+ \"-\" \"x\"$"
fetch -A x -H 'Remote-User: otto' -H 'X-Forwarded-For: 192.0.2.7' "${url6}latest/"
check "anybody else speaks for himself" last '^::1 - - .* 401 '
fetch -A $'"x" \\ \t\x1b[1m' -u ines:harbour "${url6}search?q=hq-core1"
check "nothing ends a field or speaks to a terminal" last \
	'"\\x22x\\x22\\x20\\x5C\\x20\\x09\\x1B\[1m"$'
check "what people look for is not written" eval "! grep -q hq-core1 '$log'"
fetch -A "$(printf 'a%.0s' $(seq 3000))" -u ines:harbour "${url6}latest/index.html"
check "a long word is cut" last ' "a{700}\.\.\."$'
lines=$(wc -l <"$log")
check "one line for each" test "$lines" -eq 6

# ---- what happens to the archive -----------------------------------------------
state_of "$site" "UPDATE meta SET observed_at = 1789719300, phase = 'p2'"
"$twinmap" archive add "$archive" "$site" >"$work/out"
"$twinmap" archive sign --by 'Ines Harbour' "$archive" p2
fetch -u ines:harbour "${url6}latest/"
check "a new snapshot is seen" says 'new in the archive: publish 20260918T081500Z, p2$'
check "a signature, too" says 'new in the archive: sign 20260918T081500Z, Ines Harbour$'
fetch -u ines:harbour "${url6}latest/"
check "once" test "$(grep -c 'new in the archive' "$work/serve.err")" -eq 2
check "a refusal" says 'refused ::1: a wrong name or password'
kill -HUP "$server"
kill -TERM "$server"
wait "$server"
check "and its end" says 'ends: Terminated'

# ---- a reader who does not read --------------------------------------------------
mkfifo "$work/pipe"
sleep 30 >/dev/null <"$work/pipe" &
reader=$!
run_later "kill $reader 2>/dev/null; wait $reader 2>/dev/null"
serve_with --access-log "$work/pipe" "$archive"
many() { curl -s --max-time 20 -A "$(printf 'a%.0s' $(seq 700))" -o /dev/null -w '%{http_code}\n' "${url6}latest/index.html?[1-120]"; }
check "keeps nobody waiting" eval '[ "$(many | grep -c 200)" -eq 120 ]'
refuse "a log that cannot be written is told at once" "$twinmap" serve \
	--port 0 --access-log "$work/no/where" "$archive"
finish
