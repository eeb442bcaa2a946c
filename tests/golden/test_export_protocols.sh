#!/bin/bash
# test_export_protocols.sh -- exact rows of exports of what routers announce,
# what sessions carry and what far ports say, made from a few rows by hand.
. "$(dirname "$0")/../lib.sh"

{
	schema
	cat <<'END'
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
INSERT INTO device (id, source, key, name, address, sys_uptime) VALUES
	(1, 'agent', 'k10', 'r10', '192.0.2.10', 500),
	(2, 'agent', 'k2', 'r2', '2001:db8::2', NULL);
INSERT INTO interface (id, device, if_index, name) VALUES (1, 1, 7, 'ge0');
INSERT INTO prefix (device, interface, if_index, family, prefix, prefix_key,
	origin, on_link, autonomous, preferred_lifetime, valid_lifetime) VALUES
	(1, 1, 7, 6, '2001:db8::/64', x'20010db8000000000000000000000000',
	 'manual', 1, 1, 14400, 4294967295),
	(1, 1, 7, 4, '192.0.2.0/24', x'00000000000000000000ffffc0000200',
	 NULL, NULL, NULL, NULL, NULL);
INSERT INTO router_advert VALUES (1, 1, 7, 1, 0, 1, 1800, 600, 1500, 64, 30000, 0),
	(2, NULL, 9, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO default_router (device, family, ip, ip_key, interface, if_index,
	lifetime, preference) VALUES
	(2, 6, 'fe80::1', x'fe800000000000000000000000000001', NULL, 2, 1800,
	 'high'),
	(2, 4, '192.0.2.1', x'00000000000000000000ffffc0000201', NULL, 2, NULL,
	 NULL);
INSERT INTO bgp_family VALUES
	(1, '2001:db8::2', x'20010db8000000000000000000000002', 2, 1, 4, 0),
	(1, '192.0.2.2', x'00000000000000000000ffffc0000202', 1, 1, 12, 3),
	(1, '192.0.2.2', x'00000000000000000000ffffc0000202', 2, 1, NULL, 3);
INSERT INTO icmp_count VALUES (1, 6, 134, 5, 0), (1, 4, 8, 7, NULL);
INSERT INTO ip_interface VALUES (1, 1, 7, 6, 1, 0, 'ipv6InterfaceTable'),
	(1, 1, 7, 4, 1, NULL, 'ipv4InterfaceTable');
INSERT INTO trap_target VALUES
	(1, 6, '2001:db8::99', x'20010db8000000000000000000000099', 162),
	(1, 4, '192.0.2.99', x'00000000000000000000ffffc0000263', 1162);
INSERT INTO adjacency (id, device, protocol, local_port_number, remote_index,
	interface, far_device, port_id, sys_name) VALUES
	(1, 1, 'lldp', 7, 1, 1, 2, '1/1', 'other'),
	(2, 1, 'lldp', 8, 1, NULL, NULL, NULL, 'r9');
INSERT INTO adjacency_port VALUES (2, 0, NULL, NULL, NULL, 0, 30, 1522),
	(1, 20, 1, 1, 9, NULL, NULL, NULL);
INSERT INTO adjacency_vlan VALUES (1, 30, 'voice', NULL), (1, 20, NULL, 0);
END
} | sqlite3 -bail "$work/state.db" >/dev/null

exported() { # NAME; expected lines on standard input
	tr -d '\r' >"$work/expected"
	"$twinmap" export "$1" "$work/state.db" 2>"$work/last" |
		tr -d '\r' >"$work/actual"
	same "$1" "$work/expected" "$work/actual"
}

exported prefixes <<'END'
device,interface,family,prefix,origin,on_link,autonomous,preferred_lifetime,valid_lifetime
r10,ge0,4,192.0.2.0/24,,,,,
r10,ge0,6,2001:db8::/64,manual,1,1,14400,4294967295
END
exported router-adverts <<'END'
device,interface,sends,managed,other,lifetime,max_interval,mtu,hop_limit,reachable,retransmit
r2,ifIndex 9,0,,,0,,,,,
r10,ge0,1,0,1,1800,600,1500,64,30000,0
END
exported default-routers <<'END'
device,interface,family,ip,lifetime,preference
r2,ifIndex 2,4,192.0.2.1,,
r2,ifIndex 2,6,fe80::1,1800,high
END
exported bgp-families <<'END'
device,peer_ip,afi,safi,accepted,advertised
r10,192.0.2.2,1,1,12,3
r10,192.0.2.2,2,1,,3
r10,2001:db8::2,2,1,4,0
END
exported icmp-counts <<'END'
device,family,type,received,sent,sys_uptime
r10,4,8,7,,500
r10,6,134,5,0,500
END
exported ip-interfaces <<'END'
device,interface,family,enabled,forwards,source
r10,ge0,4,1,,ipv4InterfaceTable
r10,ge0,6,1,0,ipv6InterfaceTable
END
exported trap-targets <<'END'
device,family,ip,port
r10,4,192.0.2.99,1162
r10,6,2001:db8::99,162
END
exported far-ports <<'END'
device,port,neighbour,far_port,vlan,vlans,can_bundle,is_bundled,bundle,negotiates,mau_type,max_frame
r10,ge0,r2,1/1,20,20 30=voice,1,1,9,,,
r10,port 8,r9,,0,,,,,0,30,1522
END
refuse 'what is no export' "$twinmap" export far-vlans "$work/state.db"

# A table that nobody reads need not be asked for.
for table in $(schema | sed -n 's/^CREATE TABLE \([a-z0-9_]*\).*/\1/p'); do
	grep -rqwE "(FROM|JOIN) +$table" "$top/topology/exports" \
		"$top"/topology/{derive,rollout,compare,views,rules,checks,probes} \
		"$top/templates" || echo "$table"
done >"$work/actual"
same 'every table has a reader' /dev/null "$work/actual"
finish
