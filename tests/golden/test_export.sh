#!/bin/bash
# test_export.sh -- exact rows of exports, made from a few rows by hand: both
# families, hostile cells, and an order that no row id decides.
. "$(dirname "$0")/../lib.sh"

{
	schema
	cat <<'END'
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
INSERT INTO device (id, source, key, name, role, site, class, address) VALUES
	(1, 'agent', 'k10', 'sw10', 'switch', 'hq', 'IPv4 only', '192.0.2.10'),
	(2, 'agent', 'k2', 'sw2', 'switch', 'hq', 'dual-stack', '2001:db8::2'),
	(3, 'neighbour', 'k3', '=cmd()', NULL, NULL, 'unknown', NULL);
INSERT INTO interface (id, device, source, if_index, name, descr) VALUES
	(1, 1, 'agent', 1, 'Gi1/0/10', 'to "core", left'),
	(2, 1, 'agent', 2, 'Gi1/0/2', NULL),
	(3, 2, 'agent', 7, 'eth0', ''),
	(4, 3, 'neighbour', NULL, 'port 1', NULL);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	prefix_length, origin, status, kind, usable, sources) VALUES
	(2, 3, 7, 6, '2001:db8::2', x'20010db8000000000000000000000002', 64,
	 'manual', 'preferred', 'documentation', 1, 'ipAddressTable'),
	(2, 3, 7, 4, '192.0.2.2', x'00000000000000000000ffffc0000202', 24,
	 NULL, NULL, 'documentation', 1, 'ipAddrTable'),
	(1, NULL, 9, 4, '192.0.2.10', x'00000000000000000000ffffc000020a', NULL,
	 NULL, NULL, 'documentation', 1, 'ipAddrTable');
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
	kind, type, state, is_router, sources) VALUES
	(2, 3, 7, 6, 'fe80::1', x'fe800000000000000000000000000001',
	 '00:00:5e:00:53:01', 'link-local', 'dynamic', 'stale', 1, 'x'),
	(2, 3, 7, 4, '192.0.2.1', x'00000000000000000000ffffc0000201',
	 '00:00:5e:00:53:01', 'documentation', 'dynamic', NULL, NULL, 'x');
INSERT INTO cloud (id, slug, ports, protocols) VALUES (1, 'cloud-1', 3, 'fdb');
INSERT INTO link (a_device, a_interface, b_device, b_interface, protocols,
	evidence, matched_by, cloud) VALUES
	(1, 1, 2, 3, 'lldp', 'confirmed from both ends', 'port ids', NULL),
	(1, 2, 3, 4, 'lldp', 'one-sided', 'alone', NULL),
	(2, 3, 3, 4, 'fdb', 'inferred', 'a shared line', 1);
INSERT INTO adjacency (id, device, protocol, local_port_number, chassis_id,
	port_id, sys_name, interface, far_device, matched_by) VALUES
	(1, 1, 'lldp', 10, '00:00:5e:00:53:02', 'eth0', 'sw2', 1, 2,
	 'chassis id'),
	(2, 1, 'cdp', 2, NULL, 'port 1', '=cmd()', 2, 3, 'nobody who answered'),
	(3, 1, 'lldp', 3, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO routed_link (a_device, a_interface, b_device, b_interface,
	protocols, ipv4, ipv6, evidence) VALUES
	(1, 1, 2, 3, 'ND, OSPFv2, OSPFv3', 1, 1, 'confirmed from both ends'),
	(1, NULL, 2, NULL, 'BGP', 0, 1, 'one-sided');
INSERT INTO segment (id, key, name, kind, site, vlan, ipv4_ends, ipv6_ends,
	class) VALUES (1, 's', 'VLAN 30', 'lan', 'hq', 30, 2, 1, 'dual-stack');
INSERT INTO segment_prefix (segment, family, prefix, prefix_key) VALUES
	(1, 6, '2001:db8::/64', x'20010db8000000000000000000000000'),
	(1, 4, '198.51.100.0/24', x'00000000000000000000ffffc6336400'),
	(1, 4, '192.0.2.0/24', x'00000000000000000000ffffc0000200');
INSERT INTO host (id, segment, mac, device, class, is_local_mac, vlan, switch, port,
	port_macs, is_access, behind, vendor) VALUES
	(1, NULL, '00:00:5e:00:53:02', NULL, 'unknown', 0, 99, 1, 2, 1, 1,
	 NULL, NULL),
	(2, 1, '02:00:5e:00:53:01', NULL, 'dual-stack', 1, 30, 1, 1, 2, 0, 3,
	 NULL),
	(3, 1, '00:00:5e:00:53:03', 3, 'IPv4 only', 0, NULL, NULL, NULL, NULL,
	 NULL, NULL, 'Rivers, "Two"');
INSERT INTO host_address (host, family, ip, ip_key, kind, is_temporary) VALUES
	(2, 4, '192.0.2.9', x'00000000000000000000ffffc0000209',
	 'documentation', 0),
	(2, 6, 'fd00::9', x'fd000000000000000000000000000009', 'ULA', 0),
	(2, 6, '2001:db8::a1b2:c3d4:e5f6:7',
	 x'20010db800000000a1b2c3d4e5f60007', 'documentation', 1),
	(2, 6, '2001:db8::9', x'20010db8000000000000000000000009',
	 'documentation', 0),
	(2, 6, 'fe80::9', x'fe800000000000000000000000000009', 'link-local',
	 0),
	(3, 4, '192.0.2.3', x'00000000000000000000ffffc0000203',
	 'documentation', 0);
INSERT INTO bgp_peer (device, instance, family, local_ip, peer_ip, peer_ip_key,
	if_index, remote_as, state, sources) VALUES
	(1, 3, 4, NULL, '192.0.2.1', x'00000000000000000000ffffc0000201', 0,
	 NULL, 'active', 'a'),
	(2, 0, 6, '2001:db8::2', '2001:db8::1',
	 x'20010db8000000000000000000000001', 0, 4200000000, 'established',
	 'a, b'),
	(2, 0, 4, NULL, '192.0.2.1', x'00000000000000000000ffffc0000201', 0,
	 64496, 'idle', 'bgpPeerTable');
INSERT INTO igp_neighbour (id, device, protocol, interface, if_index, remote_id,
	state) VALUES (1, 2, 'OSPFv3', NULL, 9, '192.0.2.1', 'full'),
	(2, 2, 'IS-IS', 3, 7, '0001.0000.0001', 'up');
INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key) VALUES
	(2, 6, 'fe80::1', x'fe800000000000000000000000000001'),
	(2, 4, '192.0.2.1', x'00000000000000000000ffffc0000201');
INSERT INTO vlan (device, vlan, name) VALUES (1, 20, 'staff, "all"'), (1, 30, NULL);
INSERT INTO vlan_port (device, vlan, port, if_index, tagging, pvid) VALUES
	(1, 20, 2, 1, 'tagged', 0), (1, 20, 1, 2, 'untagged', 1),
	(1, 1, 9, NULL, NULL, 1);
INSERT INTO fdb (id, device, vlan, mac, port, if_index, status) VALUES
	(1, 1, NULL, '00:00:5e:00:53:09', NULL, NULL, 'self'),
	(2, 1, 20, '00:00:5e:00:53:01', 1, 2, 'learned');
INSERT INTO coverage (device, question, result, rows, reason) VALUES
	(2, 'IP-MIB::ipAddressTable', 'rows', 2, NULL),
	(1, 'IP-MIB::ipAddressTable', 'cut short', 1, 'no answer, 3 tries');
INSERT INTO candidate (ip, ip_key, found_by, found_on, result, device,
	requests) VALUES
	('2001:db8::2', x'20010db8000000000000000000000002', 'seed', NULL,
	 'answered', 2, 9),
	('192.0.2.10', x'00000000000000000000ffffc000020a',
	 'LLDP management address', 2, 'answered', 1, 4);
END
} | sqlite3 "$work/state.db"

exported() { # NAME FORMAT, expected on standard input
	cat >"$work/expected"
	"$twinmap" export --format "$2" "$1" "$work/state.db" |
		tr -d '\r' >"$work/got"
	same "$1 as $2" "$work/expected" "$work/got"
}
exported vlans csv <<'END'
device,vlan,name,interface,port,if_index,tagging,pvid
sw10,1,,,9,,,1
sw10,20,"staff, ""all""",Gi1/0/2,1,2,untagged,1
sw10,20,"staff, ""all""",Gi1/0/10,2,1,tagged,0
sw10,30,,,,,,
END
exported hosts csv <<'END'
segment,site,mac,device,role,class,class_note,ipv4,ipv6,link_local,temporary,vendor,is_local_mac,switch,port,vlan,port_macs,is_access,behind,phone_evidence
VLAN 30,hq,00:00:5e:00:53:03,"=cmd()",,IPv4 only,,192.0.2.3,,,0,"Rivers, ""Two""",0,,,,,,,
VLAN 30,hq,02:00:5e:00:53:01,,,dual-stack,,192.0.2.9,2001:db8::9 fd00::9 2001:db8::a1b2:c3d4:e5f6:7,fe80::9,1,,1,sw10,Gi1/0/10,30,2,0,"=cmd()",
,,00:00:5e:00:53:02,,,unknown,,,,,0,,0,sw10,Gi1/0/2,99,1,1,,
END
exported fdb csv <<'END'
device,vlan,mac,interface,port,if_index,status
sw10,20,00:00:5e:00:53:01,Gi1/0/2,1,2,learned
sw10,,00:00:5e:00:53:09,,,,self
END

exported devices csv <<'END'
name,source,role,site,class,class_note,address,vendor,model,sys_object_id,chassis_id,engine_id
"=cmd()",neighbour,,,unknown,,,,,,,
sw2,agent,switch,hq,dual-stack,,2001:db8::2,,,,,
sw10,agent,switch,hq,IPv4 only,,192.0.2.10,,,,,
END
exported interfaces csv <<'END'
device,interface,if_index,source,descr,alias,type,mtu,speed,mac,admin_status,oper_status,vlan,class,class_note
"=cmd()",port 1,,neighbour,,,,,,,,,,,
sw2,eth0,7,agent,"",,,,,,,,,,
sw10,Gi1/0/2,2,agent,,,,,,,,,,,
sw10,Gi1/0/10,1,agent,"to ""core"", left",,,,,,,,,,
END
exported addresses json <<'END'
[
{"device": "sw2", "interface": "eth0", "if_index": 7, "ip": "192.0.2.2", "prefix_length": 24, "type": null, "origin": null, "status": null, "kind": "documentation", "iid": null, "usable": 1},
{"device": "sw2", "interface": "eth0", "if_index": 7, "ip": "2001:db8::2", "prefix_length": 64, "type": null, "origin": "manual", "status": "preferred", "kind": "documentation", "iid": null, "usable": 1},
{"device": "sw10", "interface": null, "if_index": 9, "ip": "192.0.2.10", "prefix_length": null, "type": null, "origin": null, "status": null, "kind": "documentation", "iid": null, "usable": 1}
]
END
exported neighbours csv <<'END'
device,interface,if_index,family,ip,mac,type,state,is_router
sw2,eth0,7,4,192.0.2.1,00:00:5e:00:53:01,dynamic,,
sw2,eth0,7,6,fe80::1,00:00:5e:00:53:01,dynamic,stale,1
END
exported links csv <<'END'
a_device,a_interface,b_device,b_interface,protocols,evidence,matched_by,class,cloud
sw2,eth0,"=cmd()",port 1,fdb,inferred,a shared line,,cloud-1
sw10,Gi1/0/2,"=cmd()",port 1,lldp,one-sided,alone,,
sw10,Gi1/0/10,sw2,eth0,lldp,confirmed from both ends,port ids,,
END
exported routed-links csv <<'END'
a_device,a_interface,b_device,b_interface,protocols,ipv6,ipv4,evidence,segment
sw10,,sw2,,BGP,1,0,one-sided,
sw10,Gi1/0/10,sw2,eth0,"ND, OSPFv2, OSPFv3",1,1,confirmed from both ends,
END
exported segments csv <<'END'
name,kind,site,vlan,ipv4_prefixes,ipv6_prefixes,ipv4_ends,ipv6_ends,class,class_note
VLAN 30,lan,hq,30,192.0.2.0/24 198.51.100.0/24,2001:db8::/64,2,1,dual-stack,
END
exported coverage csv <<'END'
device,question,result,rows,refused,reason
sw2,IP-MIB::ipAddressTable,rows,2,0,
sw10,IP-MIB::ipAddressTable,cut short,1,0,"no answer, 3 tries"
END
exported candidates csv <<'END'
ip,found_by,found_on,result,device,detail,requests
192.0.2.10,LLDP management address,sw2,answered,sw10,,4
2001:db8::2,seed,,answered,sw2,,9
END
exported bgp-peers csv <<'END'
device,instance,family,local_ip,peer_ip,remote_as,state,sources
sw2,0,4,,192.0.2.1,64496,idle,bgpPeerTable
sw2,0,6,2001:db8::2,2001:db8::1,4200000000,established,"a, b"
sw10,3,4,,192.0.2.1,,active,a
END
exported igp-neighbours csv <<'END'
device,protocol,interface,if_index,remote_id,addresses,state
sw2,IS-IS,eth0,7,0001.0000.0001,192.0.2.1 fe80::1,up
sw2,OSPFv3,,9,192.0.2.1,,full
END
check 'lines of CSV end in CR LF' sh -c \
	'"$1" export links "$2" | head -n 1 | od -c | grep -q "\\\\r  *\\\\n"' \
	sh "$twinmap" "$work/state.db"
refuse 'what is no export' "$twinmap" export cables "$work/state.db"

# An export is a file: adding one needs no rebuild.
mkdir -p "$work/share/topology/exports"
echo 'SELECT count(*) AS devices FROM device' \
	>"$work/share/topology/exports/count.sql"
TWINMAP_SHARE=$work/share exported count csv <<'END'
devices
3
END
echo 'SELECT * FROM nowhere' >"$work/share/topology/exports/wrong.sql"
TWINMAP_SHARE=$work/share refuse 'an export that fails' \
	"$twinmap" export wrong "$work/state.db"

# Readers of the file have sqlite3 and Datasette, which know none of our
# functions.
reads_plainly() { # VIEW
	sqlite3 -bail "$work/state.db" "SELECT * FROM $1"
}
check "views are added by analyse" "$twinmap" analyse "$work/state.db"
exported matches csv <<'END'
device,port,protocol,said_name,said_id,said_port,verdict,matched_by,far_device
192.0.2.10,,LLDP,,,,blank,,
192.0.2.10,,LLDP,sw2,00:00:5e:00:53:02,eth0,unmanaged,nobody who answered,sw2
192.0.2.10,Gi1/0/2,CDP,"=cmd()",,port 1,unmanaged,nobody who answered,"=cmd()"
END
for view in $(sqlite3 "$work/state.db" \
	"SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"); do
	check "$view reads in plain sqlite3" reads_plainly "$view"
done
check "the file is sound" test ok = \
	"$(sqlite3 "$work/state.db" "PRAGMA integrity_check")"
check "and refers to nothing that is not there" test -z \
	"$(sqlite3 "$work/state.db" "PRAGMA foreign_key_check")"
finish
