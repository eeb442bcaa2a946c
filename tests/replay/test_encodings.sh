#!/bin/bash
# What agents do to indexes and values: each recording in faults/ has one way of
# theirs, told in its first line, and what it says is found all the same.
. "$(dirname "$0")/../lib.sh"
cd "$work" || exit 1
faults=$top/tests/replay/faults

# address PORT IP; neighbour PORT IP MAC; PROTOCOL PORT CHASSIS PORT-ID NAME;
# at MANAGEMENT-ADDRESS; fdb VLAN MAC PORT; refused ROWS TABLE
facts="
SELECT 'address ' || if_index || ' ' || ip FROM address
UNION ALL
SELECT 'neighbour ' || if_index || ' ' || ip || ' ' || COALESCE(mac, '-')
FROM neighbour
UNION ALL
SELECT protocol || ' ' || local_port_number || ' '
	|| COALESCE(chassis_id, device_id) || ' ' || port_id || ' ' || sys_name
FROM adjacency
UNION ALL
SELECT 'at ' || ip FROM adjacency_address
UNION ALL
SELECT 'fdb ' || vlan || ' ' || mac || ' ' || if_index FROM fdb
UNION ALL
SELECT 'refused ' || refused || ' ' || question FROM coverage WHERE refused > 0
ORDER BY 1"

found() {
	rm -f topology.db
	"$twinmap" discover --recordings "$1" >messages 2>&1 || cat messages
	sqlite3 topology.db "$facts" | paste -sd ';' | sed 's/;/; /g'
}

while IFS='|' read -r name expected; do
	echo "$name" >>tried
	echo "$expected" >expected
	found "$faults/$name.snmprec" >found
	same "$name: $(sed -n '1s/^# //p' "$faults/$name.snmprec")" \
		expected found
done <<'END_OF_TABLE'
address-cisco|address 7 192.0.2.1; address 7 2001:db8::1
address-no-length|address 1 192.0.2.1; address 1 2001:db8::1
address-nonsense|address 1 192.0.2.1; address 1 2001:db8::1; refused 3 IP-MIB::ipAddressTable
address-proper|address 1 192.0.2.1; address 1 2001:db8::1
address-rfc2465|address 7 192.0.2.1; address 7 2001:db8::1; address 7 2001:db8::2
address-text|address 1 192.0.2.1; address 1 2001:db8::1
address-type-2-zoned|address 7 192.0.2.1; address 7 fe80::1
address-type-4-unzoned|address 7 192.0.2.1; address 7 fe80::1
address-words|address 1 192.0.2.1; address 1 2001:db8::1; address 1 2001:db8::2
cdp-addresses|at 192.0.2.2; at 2001:db8::2; cdp 3 sw2 eth0 sw2
fdb-odd-index|fdb 10 00:00:5e:00:53:02 101; fdb 10 00:00:5e:00:53:03 101
lldp-blank|lldp 3 00:00:5e:00:53:02 eth0 sw2; refused 1 LLDP-MIB::lldpRemTable
lldp-empty-address|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-length-5|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-mac-address|at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-no-length|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-nul|lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-one-part|lldp 0 00:00:5e:00:53:02 eth0 sw2
lldp-other-index|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-port-0|lldp 0 00:00:5e:00:53:02 eth0 sw2; lldp 0 00:00:5e:00:53:03 eth0 sw3
lldp-proper|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-text-mac|lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-text|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-time-mark|at 192.0.2.2; at 2001:db8::2; lldp 3 00:00:5e:00:53:02 eth0 sw2
lldp-two-parts|lldp 3 00:00:5e:00:53:02 eth0 sw2
neighbour-cisco|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-no-length|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-proper|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-rfc2465|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01; neighbour 7 2001:db8::2 00:00:5e:00:53:01
neighbour-swapped|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-text|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-type-2-zoned|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 fe80::1 00:00:5e:00:53:01
neighbour-type-4|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 fe80::1 00:00:5e:00:53:01
neighbour-words|neighbour 7 192.0.2.1 00:00:5e:00:53:01; neighbour 7 2001:db8::1 00:00:5e:00:53:01
neighbour-zero-mac|neighbour 7 192.0.2.1 -; neighbour 7 2001:db8::1 -
END_OF_TABLE

ls "$faults" | sed 's/\.snmprec$//' >there
same "every recording was tried" there tried
finish
