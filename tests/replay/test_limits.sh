#!/bin/bash
# Polite limits: requests leave later, none is lost, and the file is the same.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

mkdir net
for number in 1 2 3 4; do
	cat >net/sw$number.snmprec <<END
1.3.6.1.2.1.1.5.0|4|sw$number
1.3.6.1.2.1.4.20.1.1.192.0.2.$number|64|192.0.2.$number
1.3.6.1.2.1.4.20.1.2.192.0.2.$number|2|1
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.$number|2|1
END
done
cat >credentials.yaml <<'END'
credentials: [{ label: lab, version: v2c, community: public }]
END
chmod 600 credentials.yaml
# settings LIMIT...: two devices begin by IPv4, two by IPv6
settings() {
	cat <<END
seeds: [192.0.2.1, 192.0.2.2, "2001:db8::3", "2001:db8::4"]
scope: { include: [192.0.2.0/24, "2001:db8::/32"] }
credentials: credentials.yaml
limits: { timeout_ms: 300, tries: 2$* }
END
}
settings >free.yaml
settings ', requests_per_second: 100' >all.yaml
settings ', requests_per_second_per_device: 20' >each.yaml
settings ', requests_per_second: 0' >none.yaml
# crawl NAME: its milliseconds and requests
crawl() {
	local begin
	begin=$(date +%s%N)
	timeout 60 "$twinmap" discover --config "$1.yaml" --output "$1.db" \
		--at 2026-09-17T08:15:00Z 2>"$1.said" || return
	echo $((($(date +%s%N) - begin) / 1000000)) >"$1.ms"
	sed -n 's/.* \([0-9]*\) requests, .*/\1/p' "$1.said" >"$1.requests"
	"$twinmap" export coverage "$1.db" >"$1.coverage"
	cat "$1.said" "$1.ms"
}
# no_faster NAME DEVICES RATE: that many devices share the rate
no_faster() {
	[ "$(cat "$1.ms")" -ge \
		$((($(cat "$1.requests") / $2 - 1) * 1000 / $3)) ]
}

"$twinmap" replay --seconds 60 net >ready 2>messages &
server=$!
run_later "kill $server"
for _ in $(seq 100); do
	grep -qs ready ready && break
	sleep 0.05
done
check "without limits" crawl free
check "so many a second in all" crawl all
check "they take their time" no_faster all 1 100
check "so many a second of each device" crawl each
check "they take their time, side by side" no_faster each 4 20
for name in all each; do
	same "$name: nothing is lost" free.coverage $name.coverage
	check "$name: nothing is asked more often" \
		cmp free.requests $name.requests
	check "$name: no silence was made of it" grep -q ' 0 retries' $name.said
done
check "the limit is kept in the file" [ "$(sqlite3 all.db \
	"SELECT value FROM setting WHERE name = 'requests_per_second'")" = 100 ]
check "no limit is kept where none was given" [ -z "$(sqlite3 free.db \
	"SELECT value FROM setting WHERE name LIKE 'requests_per_second%'")" ]
refuse "no request at all" crawl none
check "which is told" grep -q 'limits.requests_per_second: must be 1 or more' \
	none.said
finish
