#!/bin/bash
# Recordings are discovered without a network, and as if they were asked over
# UDP: what a customer's recordings show, everybody can see again.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

# The sample network, and two devices that their addresses do not lead to: one
# has none, the other one none that is its own alone.
mkdir network
"$build/twinmap-recordings" "$top/samples/marlin/network.yaml" p3 network \
	>/dev/null
echo '1.3.6.1.2.1.1.5.0|4|no-address' >network/no-address.snmprec
{
	echo "1.3.6.1.2.1.1.5.0|4|copy"
	echo "1.3.6.1.2.1.4.20.1.2.192.0.2.200|2|1"
} >network/copy.snmprec
sed "s/copy/other-copy/" network/copy.snmprec >network/other-copy.snmprec
cat >credentials.yaml <<'CREDENTIALS'
credentials: [{ label: recording, version: v2c, community: public }]
CREDENTIALS
chmod 600 credentials.yaml
echo "limits: { timeout_ms: 200, tries: 2 }" >limits.yaml

offline() {
	local output=$1
	shift
	"$twinmap" discover --at 2026-09-17 --output "$output" "$@"
}
exports() {
	local what
	for what in $("$twinmap" export --list); do
		echo "== $what"
		"$twinmap" export "$what" "$1"
	done
}
ask() { sqlite3 -separator ' | ' "$@"; }

devices=$(find network -name '*.snmprec' | wc -l)
check "a folder is discovered" offline first.db --recordings network
cp last said
check "each recording is a device" [ "$devices" = "$(
	ask first.db "SELECT count(*) FROM device WHERE source = 'agent'"
)" ]
check "no answer is waited for" grep -q " 0\.[0-9]* seconds, " said
ask first.db "SELECT c.ip || ' ' || d.sys_name FROM candidate c
	JOIN device d ON d.id = c.device WHERE c.ip LIKE '100::%'
	ORDER BY d.sys_name" >found
LC_ALL=C ls network | awk '{ sub(/\.snmprec/, "") }
	/copy|no-address/ { printf "100::%x %s\n", NR, $0 }' >expected
same "the others answer at discard-only addresses" expected found
check "both families are seeds" [ 2 = "$(
	ask first.db "SELECT count(DISTINCT value LIKE '%:%') FROM setting
		WHERE name = 'seed'"
)" ]
check "the credential is named" [ recording = "$(
	ask first.db "SELECT DISTINCT credential FROM device
		WHERE source = 'agent'"
)" ]

offline again.db --recordings network 2>/dev/null
for one in first again; do
	sqlite3 $one.db .dump >$one.sql
	exports $one.db >$one.exports
done
same "the same recordings give the same database" first.sql again.sql

own=-Urn
[ "$(id -u)" -ne 0 ] || own=-n
check "no interface is needed, not even loopback" \
	unshare $own "$twinmap" discover --at 2026-09-17 --output down.db \
	--recordings network
sqlite3 down.db .dump >down.sql
same "... and nothing is different" first.sql down.sql

# What stands at a discard-only address has to be told to replay.
ask first.db "SELECT d.sys_name || ' ' || c.ip FROM candidate c
	JOIN device d ON d.id = c.device WHERE c.ip LIKE '100::%'" >addresses
"$twinmap" replay --seconds 100 --addresses addresses network >ready &
server=$!
for _ in $(seq 100); do
	grep -q ready ready && break
	sleep 0.05
done
mapfile -t seeds < <(
	ask first.db "SELECT '--seed=' || value FROM setting
		WHERE name = 'seed' ORDER BY rowid"
)
check "the same is discovered over UDP" offline udp.db \
	--config limits.yaml --include 0.0.0.0/0 --include ::/0 \
	--credentials credentials.yaml \
	"${seeds[@]}"
kill $server && wait $server
# Over UDP, two addresses of a device may be under way at once.
exports udp.db | sed '/^== candidates/,/^==/d' >udp.exports
sed '/^== candidates/,/^==/d' first.exports >offline.exports
same "the same over UDP" offline.exports udp.exports

# Files instead of folders, and the seeds and the scope of whoever asks.
check "single files" offline files.db --recordings network/hq-core1.snmprec \
	--recordings network/hq-core2.snmprec
check "... are two devices" [ 2 = "$(
	ask files.db "SELECT count(*) FROM device WHERE source = 'agent'"
)" ]
seed=$(ask first.db "SELECT address FROM device WHERE sys_name = 'hq-core1'")
check "one seed" offline seed.db --recordings network --seed "$seed"
check "... leads to the network and to no copies" [ $((devices - 3)) = "$(
	ask seed.db "SELECT count(*) FROM device WHERE source = 'agent'"
)" ]
check "a scope" offline scope.db --recordings network --include "$seed"
check "... is kept" [ 1 = "$(
	ask scope.db "SELECT count(*) FROM device WHERE source = 'agent'"
)" ]

mkdir empty
for bad in empty nowhere nowhere.snmprec; do
	refuse "--recordings $bad" offline bad.db --recordings $bad
	cp last said
	check "... says what is wrong" grep -q "$bad" said
done
refuse "... leaves nothing behind" ls bad.db bad.db.partial
finish
