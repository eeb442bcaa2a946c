#!/bin/bash
# test_export_traffic.sh -- exact rows of exports of counters, sockets, tunnels
# and routes, made from a few rows by hand.
. "$(dirname "$0")/../lib.sh"

{
	schema
	cat <<'END'
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
INSERT INTO device (id, source, key, name, address, sys_uptime) VALUES
	(1, 'agent', 'k10', 'r10', '192.0.2.10', 500),
	(2, 'agent', 'k2', 'r2', '2001:db8::2', NULL);
INSERT INTO interface (id, device, if_index, name) VALUES (1, 1, 7, 'tu0');
INSERT INTO listener (device, protocol, family, ip, ip_key, if_index, port,
	source) VALUES
	(1, 'udp', 4, '0.0.0.0', x'00000000000000000000ffff00000000', 0, 161, 'a'),
	(1, 'tcp', 6, '::', x'00000000000000000000000000000000', 0, 179, 'a'),
	(1, 'tcp', 6, '::', x'00000000000000000000000000000000', 0, 22, 'a'),
	(2, 'tcp', NULL, '*', NULL, 0, 22, 'b');
INSERT INTO ip_counters (device, family, interface, if_index, bits, in_packets,
	in_octets, forwarded, out_packets, out_octets, discontinuity) VALUES
	(1, 6, 1, 7, 64, 5, 6, 0, 7, 8, 0),
	(1, 6, NULL, 0, 64, 50, 60, NULL, 70, 80, 9),
	(1, 4, NULL, 0, 32, 10, 20, 30, 40, 50, NULL);
INSERT INTO tunnel (device, interface, if_index, method, local_ip, remote_ip)
VALUES (2, NULL, 3, NULL, '2001:db8::2', NULL),
	(1, 1, 7, 'gre', '192.0.2.10', '192.0.2.20');
INSERT INTO route (device, family, prefix, next_hop, next_hop_key, interface,
	if_index, type, protocol, source) VALUES
	(1, 6, '2001:db8:10::/48', '2001:db8::1',
	 x'20010db8000000000000000000000001', 1, 7, 'remote', 'ospf', 'a'),
	(1, 6, '2001:db8:9::/48', NULL, NULL, NULL, 9, 'local', 'local', 'a'),
	(1, 4, '0.0.0.0/0', '192.0.2.1', x'00000000000000000000ffffc0000201',
	 NULL, NULL, 'remote', NULL, 'a');
END
} | sqlite3 -bail "$work/state.db" >/dev/null

exported() { # NAME; expected lines on standard input
	tr -d '\r' >"$work/expected"
	"$twinmap" export "$1" "$work/state.db" 2>"$work/last" |
		tr -d '\r' >"$work/actual"
	same "$1" "$work/expected" "$work/actual"
}

exported listeners <<'END'
device,protocol,port,family,ip,source
r2,tcp,22,,*,b
r10,tcp,22,6,::,a
r10,tcp,179,6,::,a
r10,udp,161,4,0.0.0.0,a
END
exported ip-counters <<'END'
device,family,interface,in_packets,in_octets,forwarded,out_packets,out_octets,bits,sys_uptime,discontinuity
r10,4,,10,20,30,40,50,32,500,
r10,6,,50,60,,70,80,64,500,9
r10,6,tu0,5,6,0,7,8,64,500,0
END
exported tunnels <<'END'
device,interface,method,local_ip,remote_ip
r2,ifIndex 3,,2001:db8::2,
r10,tu0,gre,192.0.2.10,192.0.2.20
END
exported routes <<'END'
device,family,prefix,next_hop,interface,type,protocol,source
r10,4,0.0.0.0/0,192.0.2.1,,remote,,a
r10,6,2001:db8:9::/48,,ifIndex 9,local,local,a
r10,6,2001:db8:10::/48,2001:db8::1,tu0,remote,ospf,a
END
refuse 'what is no export' "$twinmap" export sockets "$work/state.db"
finish
