#!/bin/bash
# test_security.sh -- what bad clients get, while the good ones are served.
#
# The corpora are files: corpus/traversal holds paths, corpus/requests whole
# requests. A client that asks for /healthz again and again is served all the
# time, and at the end the server ends well: with the sanitizers that means that
# they found nothing either.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
corpus=$(dirname "$0")/corpus clients=$build/tests/clients
archive=$work/archive site=$work/site id=20260917T081500Z
make_site "$site" 1789632900 p1
head -c 12000000 /dev/zero >"$site/large.bin" # more than sockets hold
"$twinmap" archive add "$archive" "$site" >/dev/null
ln -s /etc "$archive/$id/planted"
serve_archive "$archive"
[ -n "$port" ] || { fail "it serves"; finish; }
hosts='::1 127.0.0.1'

# ---- all the time: somebody who only wants to read ----------------------------
fetch() { curl -s --max-time 5 --path-as-is "$@"; }
is_well() { fetch "${1}healthz" | grep -qx 'ok 1 snapshots'; }
read_on() {
	while [ ! -e "$work/enough" ]; do
		for url in "$url6" "$url4"; do
			is_well "$url" || echo "$url" >>"$work/unserved"
			echo >>"$work/served"
		done
		sleep 0.1
	done
}
read_on &
reader=$!
for host in $hosts; do
	"$clients" read $host "$port" "s/$id/large.bin" >"$work/read.$host" &
	slow_ones="${slow_ones:-} $!"
	"$clients" write $host "$port" >"$work/write.$host" &
	slow_ones="$slow_ones $!"
done

# ---- paths that lead out -------------------------------------------------------
# No file is the answer: 400, 404, or the way to another path of the server.
mkdir "$work/bodies"
ask_for_paths() { # URL: "STATUS LOCATION URL" for each path below it
	rm -f "$work"/bodies/*
	awk -v below="$1" -v bodies="$work/bodies/" '!/^#/ {
		gsub(/[\\"]/, "\\\\&")
		print "url = \"" below $0 "\"\noutput = \"" bodies NR "\""
	}' "$corpus/traversal" >"$work/asked"
	fetch -g --max-time 20 -w '%{http_code} %header{location} %{url_effective}\n' -K "$work/asked"
}
leads_nowhere() { # URL
	local count
	ask_for_paths "$1" >"$work/answers"
	count=$(grep -cv '^#' "$corpus/traversal")
	[ "$(wc -l <"$work/answers")" -eq "$count" ] &&
		! grep -vE '^(400|404) |^302 (\.\./)+s/[^:]* ' "$work/answers" &&
		! grep -rlE 'root:|<script>alert|planted' "$work/bodies"
}
for url in "$url6" "$url4"; do
	for below in s/$id/ s/$id/devices/ latest/ tag/p1/ s/ ''; do
		check "no path leads out of '$below' of $url" leads_nowhere "$url$below"
	done
	check "a planted link is not followed below $url" test \
		"$(fetch -o /dev/null -w '%{http_code}' "${url}s/$id/planted/passwd")" = 404
	check "no field is injected at $url" sh -c \
		"! curl -sD - -o /dev/null '${url}latest/a%0d%0aX-Injected:%20yes' | grep -i '^x-injected'"
done

# ---- requests of their own making ------------------------------------------------
send_raw() { # HOST: what stands on the input; prints what comes back
	(
		exec 4<>"/dev/tcp/$1/$port"
		cat >&4
		timeout 1 cat <&4
	) 2>/dev/null | tr -d '\r\0'
}
answer_of() { echo "$work/raw.$1.$2"; } # NAME HOST
send_all() {
	local sent=0 name statuses request host
	while read -r name statuses request; do
		for host in $hosts; do
			printf '%b' "$request" | send_raw $host >"$(answer_of "$name" $host)" &
			sent=$((sent + 1))
			[ $((sent % 16)) -ne 0 ] || sleep 0.5
		done
	done <"$work/requests"
	sleep 2
}
# That something is malformed may be said twice.
answered_once() { # FILE
	[ "$(grep '^HTTP/' "$1" | grep -vcE " (400|413) ")" -le 1 ] &&
		! grep -qE 'X-Secret|/smuggled| 404 ' "$1"
}
check_answer() { # NAME STATUSES HOST
	local answer first
	answer=$(answer_of "$1" "$3")
	first=$(sed -n '1s|^HTTP/1.[01] \([0-9]*\).*|\1|p' "$answer")
	case ",$2," in
	*",${first:--},"*) pass "$1 at $3" ;;
	*) cp "$answer" "$work/last"; fail "$1 at $3: ${first:--}" ;;
	esac
	case ",$2," in
	*,404,*) ;;
	*) check "$1 at $3: one answer at most" answered_once "$answer" ;;
	esac
}
grep -v '^#' "$corpus/requests" >"$work/requests"
send_all
while read -r name statuses _; do
	for host in $hosts; do check_answer "$name" "$statuses" $host; done
done <"$work/requests"
status_of_raw() { head -n 1 | cut -d' ' -f2; }
for host in $hosts; do
	status=$({ printf 'GET /'; head -c 100000 /dev/zero | tr '\0' a; printf ' HTTP/1.1\r\nHost: localhost\r\n\r\n'; } |
		send_raw $host | status_of_raw)
	check "a target of 100 kB at $host: 414" test "$status" = 414
	status=$({ printf 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '; head -c 100000 /dev/zero | tr '\0' a; printf '\r\n\r\n'; } |
		send_raw $host | status_of_raw)
	check "a field of 100 kB at $host: 431" test "$status" = 431
	status=$({ printf 'GET / HTTP/1.1\r\nHost: localhost\r\n'; seq -f 'X-%g: 1' 20000 | sed 's/$/\r/'; printf '\r\n'; } |
		send_raw $host | status_of_raw)
	check "20,000 fields at $host: 431" test "$status" = 431
	head -c 200000 /dev/urandom | send_raw $host >/dev/null
	check "noise at $host does no harm" is_well "$url6"
done

# ---- slow ones: before others take their place -----------------------------------------
wait $slow_ones
for host in $hosts; do
	for way in read write; do
		check "a byte a second to $way at $host is cut" sh -c \
			"cat '$work/$way.$host'; [ \$(cat '$work/$way.$host') -ge 10 ] && [ \$(cat '$work/$way.$host') -le 35 ]"
	done
done

# ---- a crowd that asks for nothing --------------------------------------------------
# As many as there is room for; one more takes the place of the one that has
# been idle longest. And of each address 32 stay.
crowds=0
gather() { # HOST COUNT EACH: $crowd is open
	crowds=$((crowds + 1))
	mkfifo "$work/until.$crowds"
	"$clients" crowd "$1" "$port" "$2" "$3" <"$work/until.$crowds" >"$work/crowd" &
	crowd=$!
	exec 5>"$work/until.$crowds"
	for _ in $(seq 100); do [ -s "$work/crowd" ] && break; sleep 0.1; done
}
disperse() {
	exec 5>&-
	wait $crowd
}
count_sockets() { find "/proc/$server/fd" -lname 'socket:*' 2>/dev/null | wc -l; }
gather 127.0.0.1 2048 32
check "2,048 idle connections are open" test "$(cat "$work/crowd")" = 2048
for url in "$url6" "$url4"; do
	check "beside them $url is served at once" test \
		"$(fetch -w '%{http_code}' -o /dev/null --max-time 2 "${url}latest/")" = 200
done
check "they are open in the server too" sh -c \
	"echo $(count_sockets); [ $(count_sockets) -gt 2000 ] && [ $(count_sockets) -le 2080 ]"
disperse
for host in $hosts; do
	gather $host 120 40
	check "$host: 40 of each of three addresses knock" test "$(cat "$work/crowd")" = 120
	check "$host: beside them others are served" test \
		"$(fetch -w '%{http_code}' -o /dev/null --max-time 2 "${url6}latest/")" = 200
	sleep 0.2
	disperse
	check "$host: 32 of each may stay" test "$(tail -n +2 "$work/crowd" | tr '\n' ' ')" = '32 32 32 '
done

# ---- what it may do ------------------------------------------------------------------
status_line() { grep -qE "^$1:[[:space:]]*$2\$" "/proc/$server/status"; }
check "it gains no rights" status_line NoNewPrivs 1
check "its system calls are filtered" status_line Seccomp 2
check "it says what holds" grep -q 'the server locked down' "$work/serve.err"
check "refusals are told, once a minute each" sh -c \
	"grep -q 'refused' '$work/serve.err' && [ \$(grep -c 'asked for another name' '$work/serve.err') -eq 1 ]"

# ---- the end --------------------------------------------------------------------------
touch "$work/enough"
wait $reader
echo "# served $(wc -l <"$work/served") times meanwhile"
check "all the time others were served" test ! -e "$work/unserved"
kill -TERM "$server"
wait "$server"
check "it ends well" test $? = 0
check "and complained of nothing else" sh -c \
	"! grep -vE ': (the server locked down|serves|refused|ends)' '$work/serve.err'"
finish
