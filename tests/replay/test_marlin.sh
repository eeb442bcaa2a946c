#!/bin/bash
# The whole sample network is found, in every phase, and nothing else.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/marlin.sh"
facts=$(dirname "$shared")/sample-network.json
export LC_ALL=C
check "four phases are discovered" marlin_states

ask() { sqlite3 -batch -noheader -separator $'\t' "$marlin/$phase.db" "$@"; }

# In the form of twinmap-recordings --expect.
found() {
	{
		ask "SELECT 'device', sys_name FROM device
			WHERE source = 'agent'"
		ask "SELECT 'address', d.sys_name, i.name,
				a.ip || '/' || a.prefix_length
			FROM address a
			JOIN device d ON d.id = a.device
			LEFT JOIN interface i ON i.id = a.interface"
		ask "WITH two (link, evidence, device, port) AS (
				SELECT l.id, l.evidence, d.name, i.name
				FROM link l
				JOIN device d ON d.id = l.a_device
				LEFT JOIN interface i ON i.id = l.a_interface
				UNION ALL
				SELECT l.id, l.evidence, d.name, i.name
				FROM link l
				JOIN device d ON d.id = l.b_device
				LEFT JOIN interface i ON i.id = l.b_interface)
			SELECT 'link', a.device, a.port, b.device, b.port,
				a.evidence
			FROM two a JOIN two b ON a.link = b.link
			AND a.device < b.device"
	} | sort
}

# The same facts as others wrote them down, by SQLite's reading of JSON. There
# no port is named, and link-local addresses are not.
stated() {
	sqlite3 -batch -noheader -separator $'\t' :memory: "
	CREATE TABLE file AS SELECT CAST(readfile('$facts') AS TEXT) AS text;
	CREATE TABLE device AS SELECT d.value ->> 'name' AS name, d.value
		FROM file, json_each(text, '\$.devices') d
		WHERE d.value ->> 'managed' = 1
		AND NOT EXISTS (SELECT 1
			FROM json_each(d.value, '\$.unobserved') j
			WHERE j.value = '$phase');
	CREATE TABLE port AS SELECT name, j.value
		FROM device, json_each(device.value, '\$.interfaces') j;
	SELECT 'device', name FROM device;
	SELECT 'address', name, value ->> 'v4' FROM port
		WHERE value ->> 'v4' IS NOT NULL
		AND coalesce(value ->> 'v4_until', '$phase') >= '$phase';
	SELECT 'address', name, j.value ->> 'addr'
		FROM port, json_each(port.value, '\$.v6') j
		WHERE j.value ->> 'since' <= '$phase'
		AND j.value ->> 'until' >= '$phase';
	SELECT 'link', min(value ->> 'a', value ->> 'b'),
		max(value ->> 'a', value ->> 'b')
		FROM file, json_each(text, '\$.links')
		WHERE value ->> 'seg' NOT IN ('S01', 'S02', 'wlan')
		AND value ->> 'b' <> 'hq-pc1'
		AND (value ->> 'a' IN (SELECT name FROM device)
		OR value ->> 'b' IN (SELECT name FROM device));" | sort
}

for phase in $marlin_phases; do
	"$build/twinmap-recordings" --expect "$top/samples/marlin/network.yaml" \
		"$phase" >"$work/expected"
	found >"$work/found"
	same "$phase: devices, addresses and links, and nothing else" \
		"$work/expected" "$work/found"
	if [ -f "$facts" ]; then
		awk -F'\t' -v OFS='\t' '
			$1 == "link" { print $1, $2, $4 }
			$1 == "device" { print }
			$1 == "address" && $4 !~ /^fe80/ { print $1, $2, $4 }
			' "$work/found" | sort >"$work/agreed"
		stated >"$work/stated"
		same "$phase: the same as stated elsewhere" "$work/stated" \
			"$work/agreed"
	else
		skip "$phase: the same as stated elsewhere" "no $facts"
	fi
done

# Dual-stack, IPv4 only, IPv6 only, unknown: own devices; infrastructure; ends.
classes() {
	ask "SELECT sum(class = 'dual-stack') || '/' || sum(class = 'IPv4 only')
			|| '/' || sum(class = 'IPv6 only') || '/'
			|| sum(class = 'unknown') || ' of ' || count(*)
		FROM device
		WHERE documented AND role IS NOT 'provider' AND $1"
}
infrastructure="role IN ('router', 'firewall', 'l3switch', 'switch', 'ap')"
segments() {
	ask "SELECT sum(class = 'dual-stack') || '/' || sum(class = 'IPv4 only')
			|| '/' || sum(class = 'IPv6 only') || ' of ' || count(*)
		FROM segment"
}
# Of 22 segments two are not seen in p2: those behind the silent branch.
while read -r phase all infra ends segments; do
	echo "$all of 27 $infra of 13 $ends of 14" >"$work/expected"
	echo "$(classes 1) $(classes "$infrastructure")" \
		"$(classes "NOT $infrastructure")" >"$work/found"
	same "$phase: classes of all devices" "$work/expected" "$work/found"
	echo "$segments" >"$work/expected"
	segments >"$work/found"
	same "$phase: classes of all segments" "$work/expected" "$work/found"
done <<'END'
p0 0/27/0/0 0/13/0/0 0/14/0/0 0/22/0 of 22
p1 4/23/0/0 4/9/0/0 0/14/0/0 6/16/0 of 22
p2 13/11/0/3 7/4/0/2 6/7/0/1 12/8/0 of 22
p3 24/2/1/0 13/0/0/0 11/2/1/0 20/1/1 of 22
END

phase=p2
ask "SELECT r.ip, r.lifetime, n.mac FROM default_router r
	JOIN device d ON d.id = r.device
	JOIN neighbour n ON n.device = d.id AND n.ip = r.ip
	WHERE d.sys_name = 'hq-adm1' AND n.mac LIKE '00:00:5e:00:53:%'" \
	>"$work/found"
printf 'fe80::200:5eff:fe00:53fe\t1800\t00:00:5e:00:53:fe\n' >"$work/expected"
same "p2: the stray router is believed in by hq-adm1" "$work/expected" \
	"$work/found"
ask "SELECT DISTINCT family FROM neighbour n JOIN device d ON d.id = n.device
	WHERE d.sys_name = 'hq-core1' AND n.mac = '00:00:5e:00:53:20'
	ORDER BY family" >"$work/found"
printf '4\n6\n' >"$work/expected"
same "p2: ARP and ND of hq-core1 know hq-adm1" "$work/expected" "$work/found"
# Who was heard where: MACs of a VLAN, the port and how the VLAN leaves it.
heard() {
	ask "SELECT d.sys_name, i.name, f.vlan, v.tagging FROM fdb f
		JOIN device d ON d.id = f.device
		JOIN interface i ON i.device = d.id AND i.if_index = f.if_index
		JOIN vlan_port v ON v.device = d.id AND v.vlan = f.vlan
			AND v.port = f.port
		WHERE f.mac = '$1' AND f.status = 'learned'
		ORDER BY d.sys_name"
}
heard 00:00:5e:00:53:fe >"$work/found"
printf '%s\t%s\t20\t%s\n' hq-acc1 Gi1/0/17 untagged hq-acc2 Gi1/0/23 tagged \
	hq-core1 Te1/1/6 tagged hq-core2 Te1/1/3 tagged >"$work/expected"
same "p2: the stray router is on port 17 of hq-acc1" "$work/expected" \
	"$work/found"
heard 00:00:5e:00:53:40 | head -n 1 >"$work/found"
printf 'hq-acc1\tGi1/0/8\t40\ttagged\n' >"$work/expected"
same "p2: the phone has a tag" "$work/expected" "$work/found"
heard 00:00:5e:00:53:30 | head -n 1 >"$work/found"
printf 'hq-acc1\tGi1/0/8\t30\tuntagged\n' >"$work/expected"
same "p2: the computer behind it has none" "$work/expected" "$work/found"
ask "SELECT v.name FROM vlan v JOIN device d ON d.id = v.device
	WHERE d.sys_name = 'dmz-sw1' ORDER BY vlan" >"$work/found"
printf 'MGMT\nDMZ\n' >"$work/expected"
same "p2: dmz-sw1 carries no VLAN of the inside but one" "$work/expected" \
	"$work/found"
refuse "a phase that is not described" "$build/twinmap-recordings" --expect \
	"$top/samples/marlin/network.yaml" p9
sed 's/hq-edge1 ge-0\/0\/1 --/hq-edge9 ge-0\/0\/1 --/' \
	"$top/samples/marlin/network.yaml" >"$work/network.yaml"
refuse "a link to a device that is not described" \
	"$build/twinmap-recordings" --expect "$work/network.yaml" p0
finish
