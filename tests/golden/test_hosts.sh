#!/bin/bash
# Hosts that only ARP and ND show, found on the port closest to them.
. "$(dirname "$0")/../lib.sh"

# A gateway with two switches below it, the second behind the first. sw2 tells
# no forwarding table for VLAN 40.
{
	schema
	cat <<'END'
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
INSERT INTO device (id, source, sys_name, chassis_id_subtype, chassis_id,
	ip_forwarding, ipv6_forwarding, capabilities) VALUES
	(1, 'agent', 'gw', 'mac', '00:00:5e:00:53:01', 1, 1, 'router'),
	(2, 'agent', 'sw1', 'mac', '00:00:5e:00:53:02', 0, 0, 'bridge'),
	(3, 'agent', 'sw2', 'mac', '00:00:5e:00:53:03', 0, 0, 'bridge');
INSERT INTO interface (id, device, if_index, name, type, oper_status, mac)
	VALUES (1, 1, 1, 'Vlan20', 53, 'up', '00:00:5e:00:53:01'),
	(2, 1, 2, 'Vlan40', 53, 'up', '00:00:5e:00:53:01'),
	(3, 2, 3, 'Gi1', 6, 'up', NULL), (4, 2, 4, 'Gi2', 6, 'up', NULL),
	(5, 2, 5, 'Gi3', 6, 'up', NULL), (6, 3, 6, 'Gi1', 6, 'up', NULL),
	(7, 3, 7, 'Gi2', 6, 'up', NULL), (8, 3, 8, 'Gi3', 6, 'up', NULL);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	prefix_length, prefix, kind, usable, sources) VALUES
	(1, 1, 1, 4, '192.0.2.1', x'00000000000000000000ffffc0000201', 24,
	 '192.0.2.0/24', 'documentation', 1, 'x'),
	(1, 1, 1, 6, '2001:db8:20::1', x'20010db8002000000000000000000001',
	 64, '2001:db8:20::/64', 'documentation', 1, 'x'),
	(1, 2, 2, 6, '2001:db8:40::1', x'20010db8004000000000000000000001',
	 64, '2001:db8:40::/64', 'documentation', 1, 'x');
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
	kind, type, sources) VALUES
	(1, 1, 1, 4, '192.0.2.10', x'00000000000000000000ffffc000020a',
	 '00:00:5e:00:53:10', 'documentation', 'dynamic', 'x'),
	(1, 1, 1, 6, '2001:db8:20::11', x'20010db8002000000000000000000011',
	 '00:00:5e:00:53:11', 'documentation', 'dynamic', 'x'),
	(1, 1, 1, 4, '192.0.2.13', x'00000000000000000000ffffc000020d',
	 '00:00:5e:00:53:13', 'documentation', 'dynamic', 'x'),
	(1, 1, 1, 4, '192.0.2.14', x'00000000000000000000ffffc000020e',
	 '00:00:5e:00:53:14', 'documentation', 'dynamic', 'x'),
	(1, 2, 2, 6, '2001:db8:40::12', x'20010db8004000000000000000000012',
	 '00:00:5e:00:53:12', 'documentation', 'dynamic', 'x');
INSERT INTO adjacency (device, protocol, local_port_number, remote_index,
	chassis_id_subtype, chassis_id, port_id_subtype, port_id) VALUES
	(2, 'lldp', 5, 1, 'mac', '00:00:5e:00:53:03', 'interface name', 'Gi1'),
	(3, 'lldp', 6, 1, 'mac', '00:00:5e:00:53:02', 'interface name', 'Gi3');
INSERT INTO fdb (device, vlan, mac, port, if_index, status) VALUES
	-- on sw1's own port
	(2, 20, '00:00:5e:00:53:10', 3, 3, 'learned'),
	(3, 20, '00:00:5e:00:53:10', 6, 6, 'learned'),
	-- behind sw2, in a table without VLANs
	(2, 20, '00:00:5e:00:53:11', 5, 5, 'learned'),
	(3, NULL, '00:00:5e:00:53:11', 7, 7, 'learned'),
	-- behind sw2, which does not tell
	(2, 40, '00:00:5e:00:53:12', 5, 5, 'learned'),
	-- a port of another VLAN, and one of the bridge's own
	(2, 40, '00:00:5e:00:53:13', 4, 4, 'learned'),
	(2, 20, '00:00:5e:00:53:14', 4, 4, 'self');
END
} | sqlite3 "$work/state.db"
check "it is analysed" "$twinmap" analyse "$work/state.db"
cat >"$work/expected" <<'END'
00:00:5e:00:53:10|sw1|Gi1|1|1
00:00:5e:00:53:11|sw2|Gi2|1|1
00:00:5e:00:53:12|sw1|Gi3|2|0
END
hosts() {
	sqlite3 "$work/state.db" "SELECT h.mac, d.sys_name, i.name,
			h.port_macs, h.is_access
		FROM host h JOIN device d ON d.id = h.switch
		JOIN interface i ON i.id = h.port ORDER BY h.mac" >"$work/found"
}
hosts
same "the port closest to a host, of its VLAN" "$work/expected" "$work/found"
check "it is analysed again" "$twinmap" analyse "$work/state.db"
hosts
same "and says the same" "$work/expected" "$work/found"

# ---- makers of MACs, by a registry of our own; pages ---------------------------
mkdir "$work/oui"
printf '%s\r\n' '00-00-5E   (hex)		Two Rivers' \
	'00005E     (base 16)		Two Rivers' >"$work/oui/oui.txt"
sqlite3 "$work/state.db" "INSERT INTO fdb (device, vlan, mac, port, if_index,
	status) VALUES (2, 99, '02:00:5e:00:53:15', 4, 4, 'learned')"
makers() {
	sqlite3 "$work/state.db" "SELECT DISTINCT maker FROM page_host
		ORDER BY maker"
}
check "it is analysed with a registry" "$twinmap" analyse \
	--vendors "$work/oui" "$work/state.db"
check "which names the makers" test "$(makers)" = "Two Rivers
locally administered"
check "it is rendered" "$twinmap" render "$work/state.db" -o "$work/site"
# tells PAGE ROW TEXT: the row that has ROW has TEXT too
tells() {
	check "$1 tells of $2" \
		grep -qF -- "$3" <(grep -F -- "$2" "$work/site/$1.md")
}
tells hosts '`00:00:5e:00:53:11`' '`2001:db8:20::11`'
tells hosts '`00:00:5e:00:53:10`' '| Gi1 | Two Rivers |'
tells hosts '`00:00:5e:00:53:12`' '| beyond Gi3 |'
tells hosts '`02:00:5e:00:53:15`' '| Gi2 | 2 | locally administered |'
tells devices/sw2 '`00:00:5e:00:53:11`' '| `Gi2` |'
refuse "a registry that is not there" "$twinmap" analyse \
	--vendors "$work/nowhere" "$work/state.db"
cp "$work/last" "$work/said"
check "which is told" grep -q "nowhere: no oui.txt there" "$work/said"

finish
