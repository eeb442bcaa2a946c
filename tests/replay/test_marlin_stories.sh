#!/bin/bash
# The stories of the sample network: the router that nobody wanted, servers,
# phones and hosts, what the bridges closed, and how much IPv6 passes. What is
# expected was written down by hand, not made from the description.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"
. "$top/tests/marlin_facts.sh"

# ---- the router that nobody wanted --------------------------------------------

facts "hq-adm1 believes in it for 1,800 seconds" "
	SELECT o.name, r.ip, r.lifetime FROM default_router r
	JOIN own o ON o.id = r.device WHERE r.ip LIKE '%53fe'" <<'END'
p2 hq-adm1 fe80::200:5eff:fe00:53fe 1800
END
facts "... knows its MAC by ND, as the gateways do" "
	SELECT o.name, n.ip, n.mac FROM neighbour n
	JOIN own o ON o.id = n.device WHERE n.ip LIKE '%53fe'" <<'END'
p2 hq-adm1 fe80::200:5eff:fe00:53fe 00:00:5e:00:53:fe
p2 hq-core1 fe80::200:5eff:fe00:53fe 00:00:5e:00:53:fe
p2 hq-core2 fe80::200:5eff:fe00:53fe 00:00:5e:00:53:fe
END
facts "... heard it beside the two gateways" "
	SELECT c.received > 0, c.sent, (SELECT count(*) FROM default_router r
		WHERE r.device = c.device)
	FROM icmp_count c JOIN own o ON o.id = c.device
	WHERE o.name = 'hq-adm1' AND c.family = 6 AND c.type = 134" <<'END'
p2 1 0 3
p3 1 0 2
END
count_of() { # PHASE
	ask "$1" "SELECT c.received FROM icmp_count c
		JOIN own o ON o.id = c.device
		WHERE o.name = 'hq-adm1' AND c.type = 134"
}
check "... half as often again as without it" \
	[ $((2 * $(count_of p2))) = $((3 * $(count_of p3))) ]
facts "its MAC is on port 17 of hq-acc1, in VLAN 20" "
	SELECT h.vlan, p.owner, p.name, (SELECT count(*) FROM host_address a
		WHERE a.host = h.id) FROM host h JOIN port p ON p.id = h.port
	WHERE h.mac = '00:00:5e:00:53:fe'" <<'END'
p2 20 hq-acc1 Gi1/0/17 1
END

# ---- servers ------------------------------------------------------------------

facts "nms1: EUI-64 in p2, ::10 by hand in p3" "
	SELECT a.ip, a.origin, a.iid FROM address a
	JOIN own o ON o.id = a.device
	WHERE o.name = 'nms1' AND a.ip LIKE '3fff:%'" <<'END'
p2 3fff:a10:0:10:200:5eff:fe00:5310 linklayer EUI-64
p3 3fff:a10:0:10::10 manual low
END
facts "hq-srv1: 6to4 until p1, on a tunnel of that kind" "
	SELECT a.ip, a.kind, p.type, t.method, t.local_ip, t.remote_ip
	FROM address a JOIN port p ON p.id = a.interface
	JOIN tunnel t ON t.interface = p.id
	WHERE p.owner = 'hq-srv1'" <<'END'
p0 2002:c000:2aa::1 6to4 131 sixToFour 192.0.2.170 -
p1 2002:c000:2aa::1 6to4 131 sixToFour 192.0.2.170 -
END
facts "no other tunnel" "SELECT p.owner FROM port p WHERE p.type = 131" <<'END'
p0 hq-srv1
p1 hq-srv1
END
facts "mail1 takes no mail over IPv6 in p2" "
	SELECT group_concat(l.family, '') FROM (SELECT x.family FROM listener x
		JOIN own o ON o.id = x.device WHERE o.name = 'mail1'
		AND x.port = 25 ORDER BY x.family) l" <<'END'
p0 4
p1 4
p2 4
p3 46
END
facts "servers listen where their services are" "
	SELECT o.name, l.port FROM listener l JOIN own o ON o.id = l.device
	WHERE l.family = 6" <<'END'
p2 dns1 53
p2 mail1 587
p2 mail1 993
p2 nms1 443
p2 web1 443
p2 web1 80
p3 dns1 53
p3 mail1 25
p3 mail1 587
p3 mail1 993
p3 nms1 443
p3 sbc1 5060
p3 web1 443
p3 web1 80
END

# ---- hosts and phones ---------------------------------------------------------

# PHASES HOST VLAN SWITCH PORT BEHIND
each_phase >stated <<'END'
p0,p1,p2,p3 hq-pc1 30 hq-acc1 Gi1/0/8 hq-ph1
p0,p1,p2,p3 hq-lap1 60 hq-acc1 Gi1/0/12 hq-ap1
p0,p1,p2,p3 hq-ph1 40 hq-acc1 Gi1/0/8 -
p0,p1,p2,p3 hq-prn1 70 hq-acc2 Gi1/0/10 -
p0,p1,p2,p3 b1-ph1 140 b1-sw1 Gi1/0/5 -
p0,p1,p3 b2-ph1 240 b2-sw1 Gi1/0/5 -
END
facts "hosts without SNMP are on their ports, behind phone and access point" "
	SELECT d.name, h.vlan, p.owner, p.name, b.name FROM host h
	JOIN device d ON d.id = h.device LEFT JOIN port p ON p.id = h.port
	LEFT JOIN device b ON b.id = h.behind" <stated

# Link-local addresses follow from the MAC.
each_phase >stated <<'END'
p0,p1,p2,p3 hq-pc1 192.0.2.80 0
p2,p3 hq-pc1 fe80::200:5eff:fe00:5330 0
p3 hq-pc1 3fff:a10:0:30:51a9:e3c2:704:88d1 1
p3 hq-pc1 3fff:a10:0:30:b8e0:4f1:2c6d:9a35 1
p0,p1,p2 hq-lap1 192.0.2.200 0
p3 hq-lap1 3fff:a10:0:60:2c1f:6d0e:b47:f52 0
p3 hq-lap1 fe80::200:5eff:fe00:5360 0
p0,p1,p2,p3 hq-ph1 192.0.2.140 0
p3 hq-ph1 3fff:a10:0:40:200:5eff:fe00:5340 0
p3 hq-ph1 fe80::200:5eff:fe00:5340 0
p0,p1,p2,p3 b1-ph1 198.51.100.162 0
p3 b1-ph1 3fff:a10:1:140:200:5eff:fe00:5341 0
p3 b1-ph1 fe80::200:5eff:fe00:5341 0
p0,p1,p3 b2-ph1 198.51.100.226 0
p3 b2-ph1 fe80::200:5eff:fe00:5342 0
p0,p1,p2,p3 hq-prn1 192.0.2.230 0
END
facts "their addresses; of several that look random each may be temporary" "
	SELECT d.name, a.ip, a.is_temporary FROM host h
	JOIN device d ON d.id = h.device
	JOIN host_address a ON a.host = h.id" <stated
each_phase >stated <<'END'
p0,p1,p2,p3 hq-acc1 Gi1/0/8 hq-ph1 3 Tern T41 5.3 voice 40 5 46 1
p0,p1,p2,p3 b1-sw1 Gi1/0/5 b1-ph1 3 Tern T41 5.3 voice 140 5 46 1
p0,p1,p3 b2-sw1 Gi1/0/5 b2-ph1 3 Tern T20 2.8 voice 240 5 46 1
END
facts "LLDP-MED: phones of class 3, what they are, their voice VLAN" "
	SELECT p.owner, p.name, a.sys_name, m.device_class, m.manufacturer,
		m.model, m.firmware, y.application, y.vlan, y.priority, y.dscp,
		y.tagged
	FROM adjacency_med m JOIN adjacency a ON a.id = m.adjacency
	JOIN port p ON p.id = a.interface
	JOIN adjacency_policy y ON y.adjacency = a.id
	WHERE m.serial <> ''" <stated
each_phase >stated <<'END'
p0,p1,p2,p3 hq-ph1
p0,p1,p2,p3 b1-ph1
p0,p1,p3 b2-ph1
END
facts "they are phones, and nobody else is" "
	SELECT d.name FROM phone p JOIN device d ON d.id = p.device
	WHERE p.is_phone" <stated
each_phase >stated <<'END'
p2,p3 hq-adm1 3fff:a10:0:20:8d2f:11c4:9a07:63be linklayer
p0,p1,p2,p3 hq-adm1 192.0.2.40 dhcp
END
facts "hq-adm1 has its addresses by DHCP and SLAAC" "
	SELECT o.name, a.ip, a.origin FROM address a
	JOIN own o ON o.id = a.device
	WHERE o.name = 'hq-adm1' AND a.ip NOT LIKE 'fe80:%'" <stated

# ---- bridges ------------------------------------------------------------------

each_phase >stated <<'END'
p0,p1,p2,p3 hq-acc1 Gi1/0/24 hq-core2
p0,p1,p2,p3 hq-acc2 Gi1/0/24 hq-core2
END
facts "the spanning tree closes the second uplink of both access switches" "
	SELECT p.owner, p.name, d.sys_name FROM stp_port s
	JOIN port p ON p.device = s.device AND p.if_index = s.if_index
	JOIN device d ON d.bridge_mac = s.designated_bridge
	WHERE s.state = 'blocking'" <stated

# ---- figures ------------------------------------------------------------------

each_phase >stated <<'END'
p0,p1,p2,p3 devices 27
p0 dual-stack links 0
p1 dual-stack links 6
p2 dual-stack links 8
p3 dual-stack links 10
END
facts "27 own devices; 0, 6, 8, 10 links of layer 3 with both families" "
	SELECT 'devices', count(*) FROM device
	WHERE documented AND role IS NOT 'provider'
	UNION ALL
	SELECT 'dual-stack links', count(*) FROM segment
	WHERE kind = 'p2p' AND class = 'dual-stack'" <stated
facts "/64s in use" "
	SELECT substr(hex(ip_key), 1, 12), count(DISTINCT substr(ip_key, 1, 8))
	FROM address WHERE hex(ip_key) LIKE '3FFF0A10000_%' GROUP BY 1" <<'END'
p1 3FFF0A100000 6
p2 3FFF0A100000 11
p3 3FFF0A100000 16
p3 3FFF0A100001 3
p3 3FFF0A100002 3
END
each_phase >stated <<'END'
p0,p1,p2,p3 MGMT 7
p0,p1,p2 GUEST 3
p0,p1,p2,p3 B1-VOICE 2
END
facts "IPv4 addresses in use" "
	WITH used (ip, number) AS (
		SELECT ip, hex(ip_key) FROM address WHERE family = 4
		UNION SELECT ip, hex(ip_key) FROM neighbour WHERE family = 4)
	SELECT s.column1, count(*) FROM used u JOIN (VALUES
		('MGMT', 'C0000200', 'C000021F'),
		('GUEST', 'C00002C0', 'C00002DF'),
		('B1-VOICE', 'C63364A0', 'C63364AF')) s
	ON substr(u.number, 25) BETWEEN s.column2 AND s.column3
	GROUP BY 1" <stated

# ---- traffic: two polls, five minutes of the agents' time apart ---------------

cat >edges.yaml <<'END'
seeds: [203.0.113.225, 203.0.113.226]
scope: { include: [203.0.113.225/32, 203.0.113.226/32] }
END
install -m 600 "$top/samples/marlin/credentials.yaml" credentials.yaml
poll() {
	"$twinmap" discover --config edges.yaml --credentials credentials.yaml \
		--output "$1.db"
}
# Runs the agents of PHASE a thousand times as fast as time goes.
two_polls() {
	local server status
	rm -f ready first.db second.db
	"$twinmap" replay --seconds 60 --clock-rate 1000 \
		--credentials credentials.yaml \
		"$marlin/$1"/hq-edge[12].snmprec >ready &
	server=$!
	for _ in $(seq 100); do
		grep -q ready ready 2>/dev/null && break
		sleep 0.05
	done
	poll first && sleep 0.4 && poll second
	status=$?
	kill "$server" && wait "$server"
	return $status
}
counters="SELECT d.sys_name AS name, d.sys_uptime AS up, c.family, c.in_octets,
		c.discontinuity
	FROM %s.ip_counters c JOIN %s.device d ON d.id = c.device
	WHERE c.if_index = 0"
while read -r phase share; do
	check "$phase: the edge routers are asked twice" two_polls "$phase"
	sqlite3 -separator ' ' first.db "ATTACH 'second.db' AS later;
		WITH a AS (${counters//%s/main}), b AS (${counters//%s/later})
		SELECT printf('%.1f', 100.0 *
				sum((b.family = 6) * (b.in_octets - a.in_octets))
				/ sum(b.in_octets - a.in_octets)),
			count(*), min(b.up - a.up) >= 30000,
			sum(b.discontinuity <> a.discontinuity)
		FROM a JOIN b ON b.name = a.name AND b.family = a.family" \
		>found 2>&1
	echo "$share 4 1 0" >expected
	same "$phase: $share % of the octets that come in are of IPv6" \
		expected found
done <<'END'
p0 0.0
p1 0.4
p2 12.0
p3 58.0
END
finish
