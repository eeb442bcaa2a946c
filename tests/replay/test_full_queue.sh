#!/bin/bash
# An interface whose queue is full refuses messages: they are lost, as others
# are on the way, and say nothing of the agents they were for.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

mkdir replay
for n in $(seq 40); do
	for host in "192.0.2.$n" "2001:db8::$n"; do
		printf '%s|%s|%s\n' 1.3.6.1.2.1.1.3.0 67 100 \
			1.3.6.1.2.1.1.5.0 4 "host $host" >"replay/$host.snmprec"
		printf '%s\t%s\n' "$host" "$host"
	done
done >addresses
echo 'credentials: [{ label: lab, version: v2c, community: public }]' \
	>credentials.yaml
chmod 600 credentials.yaml

"$twinmap" replay --seconds 60 --addresses addresses replay >ready 2>&1 &
run_later "kill $! && wait $!"
for _ in $(seq 100); do
	grep -qs ready ready && break
	sleep 0.05
done
# Ten probes fit into it, 80 leave at once.
if ! tc qdisc add dev lo root tbf rate 4mbit burst 2000 limit 3000 2>tc; then
	skip "a full queue" "$(head -n 1 tc)"
	finish
fi
mapfile -t seeds < <(sed 's/.*\t/--seed=/' addresses)
check "a crawl through a full queue" timeout 50 "$twinmap" discover \
	--credentials credentials.yaml --include 192.0.2.0/24 \
	--include 2001:db8::/32 --output found.db "${seeds[@]}"
same "finds all of both families" <(echo 80) <(sqlite3 found.db \
	"SELECT count(*) FROM device WHERE source = 'agent'")
finish
