#!/bin/bash
# Recorded networks are crawled from the fewest seeds that their recordings allow;
# every link is found, by the protocols that saw it and on both its ports, and
# none that is not there.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/networks" ]; then
	skip "recorded networks" "no $shared/networks"
	finish
fi
in_own_namespace "$@"

cat >"$work/credentials.yaml" <<'END'
credentials:
  - { label: wrong first, version: v2c, community: private }
  - { label: public-v2c, version: v2c, community: public }
END
chmod 600 "$work/credentials.yaml"

# Recordings without an address get those of a list; all of them are seeds then.
for number in 111 112 113 114 121 123 201 202; do
	echo "itpn0$number 192.0.2.$number 2001:db8:123::$number"
done >"$work/nms0123.addresses"

replay() {
	local list=$work/$1.addresses
	[ ! -e "$list" ] || set -- "$1" --addresses "$list"
	: >"$work/ready"
	"$twinmap" replay --seconds 100 "${@:2}" "$shared/networks/$1" \
		>"$work/ready" 2>"$work/messages" &
	server=$!
	for _ in $(seq 100); do
		grep -q ready "$work/ready" && return
		sleep 0.05
	done
}
cat >"$work/discover.yaml" <<'END'
scope: { include: [0.0.0.0/0, "::/0"] }
credentials: credentials.yaml
limits: { timeout_ms: 200, tries: 2 }
END
crawl() {
	timeout 60 "$twinmap" discover --config "$work/discover.yaml" \
		--output "$1" $(printf ' --seed=%s' ${2//+/ }) "${@:3}"
}

# Expected rows and links of the file, ends in one order, in one table each. A
# port is a name, or ifindex:N where the recordings have no better one; a device
# is a sysName or the name of its recording.
tables() {
	for recording in "$shared/networks/$1"/*; do
		awk -F'|' -v file="$(basename "$recording" .snmprec)" \
			'/^1\.3\.6\.1\.2\.1\.1\.5\.0\|4\|./ {
				print file "\t" tolower($3) }' "$recording"
	done >"$work/recorded"
	cat <<END
.mode tabs
.import $shared/expected-network-links.tsv expected
CREATE TEMP TABLE recorded (file TEXT, name TEXT);
.import --schema temp $work/recorded recorded
CREATE TEMP VIEW wanted AS
SELECT COALESCE(x.name, lower(a_device)) AS a, lower(a_port) AS a_port,
	COALESCE(y.name, lower(b_device)) AS b, lower(b_port) AS b_port,
	CASE protocols WHEN 'lldp,cdp' THEN 'cdp, lldp' ELSE protocols END
		AS protocols
FROM expected
LEFT JOIN recorded x ON x.file = a_device
LEFT JOIN recorded y ON y.file = b_device
WHERE network = '$1';
CREATE TEMP VIEW link_end AS
SELECT l.id AS link, protocols, side,
	lower(COALESCE(NULLIF(d.sys_name, ''), d.lldp_sys_name, d.address))
		AS device,
	lower(i.name) AS name, 'ifindex:' || i.if_index AS number
FROM (SELECT id, protocols, 'a' AS side, a_device AS device,
		a_interface AS port FROM link
	UNION ALL
	SELECT id, protocols, 'b', b_device, b_interface FROM link) l
JOIN device d ON d.id = l.device
LEFT JOIN interface i ON i.id = l.port;
CREATE TEMP VIEW agreed AS
SELECT DISTINCT x.link, w.*
FROM wanted w, link_end x, link_end y
WHERE x.link = y.link AND x.side <> y.side AND x.protocols = w.protocols
AND (w.a = x.device OR w.a LIKE x.device || '\_%' ESCAPE '\')
AND (w.b = y.device OR w.b LIKE y.device || '\_%' ESCAPE '\')
AND w.a_port IN (x.name, x.number) AND w.b_port IN (y.name, y.number);
END
}
ask() { { tables "$1" && echo "$3"; } | sqlite3 "$2"; }
missing="SELECT 'not found', * FROM wanted
	EXCEPT SELECT 'not found', a, a_port, b, b_port, protocols FROM agreed;"
false="SELECT 'false', * FROM link_end
	WHERE link NOT IN (SELECT link FROM agreed)
	AND EXISTS (SELECT 1 FROM wanted);"

# PROTOCOL=N,... of the file, as asked; both ends have to tell each link.
routed() {
	for protocol in $(tr , ' ' <<<"$2" | sed 's/=[0-9]*//g'); do
		[ "$protocol" != - ] || continue
		echo "$protocol=$(sqlite3 "$1" "SELECT count(*)
			FROM routed_link WHERE protocols LIKE '%$protocol%'
			AND evidence = 'confirmed from both ends'
			AND a_interface AND b_interface")"
	done | paste -sd, | sed 's/^$/-/'
}

while read -r network seed devices routed; do
	file=$work/$network.db
	[ "$seed" != listed ] || seed=$(cut -d" " -f3 \
		"$work/$network.addresses" | paste -sd+)
	replay "$network"
	check "$network: is discovered from $seed" crawl "$file" "$seed"
	kill "$server" && wait "$server"
	ask "$network" "$file" "$missing" >"$work/missing"
	ask "$network" "$file" "$false" >"$work/false"
	same "$network: every link is found" /dev/null "$work/missing"
	same "$network: no link is false" /dev/null "$work/false"
	{
		sqlite3 "$file" "SELECT count(*) FROM device
			WHERE source = 'agent'"
		routed "$file" "$routed"
	} >"$work/counts"
	printf '%s\n' "$devices" "$routed" >"$work/expected"
	same "$network: $devices devices, routed links: $routed" \
		"$work/expected" "$work/counts"
	sqlite3 "$file" "SELECT 'lost', sys_name FROM coverage c
		JOIN device d ON d.id = c.device
		WHERE result IN ('no answer', 'cut short')" \
		>"$work/lost"
	same "$network: every table is read to its end" /dev/null "$work/lost"
	sqlite3 "$file" "SELECT DISTINCT credential FROM device
		WHERE source = 'agent'" >"$work/credential"
	echo public-v2c >"$work/expected"
	same "$network: the credential that worked is named" "$work/expected" \
		"$work/credential"
done <<'END'
nms17216 172.16.10.1 9 -
nms1055 1.1.1.100 6 OSPFv2=5
nms101 10.1.7.2 6 -
nms7467 192.0.2.1+192.0.2.7 2 -
nms0123 listed 8 -
nms0001 192.168.239.51 3 IS-IS=3,OSPFv2=3
nms10205 10.205.56.5 6 OSPFv2=9
END

# Devices that only ARP knows are asked when that is wanted: all that can be
# reached from one seed.
while read -r network seed devices; do
	replay "$network"
	check "$network: is probed from $seed" crawl "$work/probed.db" \
		"$seed" --probe neighbours
	kill "$server" && wait "$server"
	sqlite3 "$work/probed.db" "SELECT count(*) FROM device
		WHERE source = 'agent'" >"$work/counts"
	echo "$devices" >"$work/expected"
	same "$network: $devices devices are reached from one seed" \
		"$work/expected" "$work/counts"
done <<'END'
nms17216 172.16.10.1 9
nms1055 1.1.1.100 6
nms101 10.1.7.2 7
nms7467 192.0.2.1 4
nms0001 192.168.239.51 3
nms10205 10.205.56.5 11
END
finish
