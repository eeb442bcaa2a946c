#!/bin/bash
# What is told of the sample network, line by line: its segments, its devices
# and their stories are in the databases of its four phases. What is expected
# was written down by hand, not made from the description of the sample.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"
. "$top/tests/marlin.sh"
cd "$work" || exit 1
export LC_ALL=C
check "four phases are discovered" marlin_states

names="CREATE TEMP VIEW own AS SELECT id, sys_name AS name FROM device
		WHERE source = 'agent';
	CREATE TEMP VIEW port AS SELECT i.id, i.if_index, o.id AS device,
			o.name AS owner, i.name, i.type
		FROM interface i JOIN own o ON o.id = i.device;"
ask() { # PHASE SQL
	sqlite3 -batch -noheader -separator ' ' -nullvalue - \
		"$marlin/$1.db" "$names" "$2" | sed 's/ *$//'
}
# facts NAME SQL -- its rows in each phase, behind the phase, are those of
# standard input, in any order.
facts() {
	local phase
	sort >expected
	for phase in $marlin_phases; do
		ask "$phase" "$2" | sed "s/^/$phase /"
	done | sort >found
	same "$1" expected found
}

# ---- segments: IPv4, IPv6, VLAN, classes by phase -----------------------------

class="CASE s.class WHEN 'dual-stack' THEN 'D' WHEN 'IPv4 only' THEN '4'
	WHEN 'IPv6 only' THEN '6' ELSE '?' END"
while read -r id name ipv4 ipv6 vlan classes; do
	# Who is behind a silent router is not seen at all.
	printf '%s\n' $classes | awk -v vlan="$vlan" '{
		print "p" NR - 1, $1 == "?" ? "-" : $1,
			$1 == "?" || vlan == "-" ? "-" : vlan }' >stated
	facts "$id $name: class and VLAN in each phase" "
		SELECT $class, s.vlan FROM segment s WHERE s.id = (
			SELECT p.segment FROM segment_prefix p
			WHERE p.prefix IN ('$ipv4', '$ipv6'))
		UNION ALL
		SELECT '-', '-' WHERE NOT EXISTS (
			SELECT 1 FROM segment_prefix p
			WHERE p.prefix IN ('$ipv4', '$ipv6'))" <stated
done <<'END'
S01 ISP-A 198.51.100.0/30 2001:db8:a:1::/64 - 4 D D D
S02 ISP-B 198.51.100.4/30 2001:db8:b:1::/127 - 4 D D D
S03 edge1-edge2 203.0.113.192/31 3fff:a10:0:fe01::/127 - 4 D D D
S04 edge1-fw1 203.0.113.194/31 3fff:a10:0:fe02::/127 - 4 D D D
S05 edge2-fw1 203.0.113.196/31 3fff:a10:0:fe03::/127 - 4 D D D
S06 fw1-core1 203.0.113.198/31 3fff:a10:0:fe04::/127 - 4 D D D
S07 fw1-core2 203.0.113.200/31 3fff:a10:0:fe05::/127 - 4 4 D D
S08 core1-core2 203.0.113.202/31 3fff:a10:0:fe06::/127 - 4 4 D D
S09 WAN-B1 203.0.113.204/31 3fff:a10:0:fe07::/127 - 4 4 4 D
S10 WAN-B2 203.0.113.206/31 3fff:a10:0:fe08::/127 - 4 4 4 D
S11 DMZ 203.0.113.0/26 3fff:a10:0:80::/64 80 4 4 D D
S12 MGMT 192.0.2.0/27 3fff:a10:0:10::/64 10 4 4 D D
S13 ADMIN 192.0.2.32/27 3fff:a10:0:20::/64 20 4 4 D D
S14 STAFF 192.0.2.64/26 3fff:a10:0:30::/64 30 4 4 4 D
S15 VOICE 192.0.2.128/27 3fff:a10:0:40::/64 40 4 4 4 D
S16 SERVERS 192.0.2.160/27 3fff:a10:0:50::/64 50 4 4 D D
S17 GUEST 192.0.2.192/27 3fff:a10:0:60::/64 60 4 4 4 6
S18 PRINT 192.0.2.224/27 - 70 4 4 4 4
S19 B1-STAFF 198.51.100.128/27 3fff:a10:1:110::/64 110 4 4 4 D
S20 B1-VOICE 198.51.100.160/28 3fff:a10:1:140::/64 140 4 4 4 D
S21 B2-STAFF 198.51.100.192/27 3fff:a10:2:210::/64 210 4 4 ? D
S22 B2-VOICE 198.51.100.224/28 3fff:a10:2:240::/64 240 4 4 ? D
END

for phase in $marlin_phases; do
	ask "$phase" "SELECT DISTINCT vlan, name FROM vlan WHERE vlan <> 1"
done | sort -n -u >found
printf '%s\n' '10 MGMT' '20 ADMIN' '30 STAFF' '40 VOICE' '50 SERVERS' \
	'60 GUEST' '70 PRINT' '80 DMZ' '110 B1-STAFF' '140 B1-VOICE' \
	'210 B2-STAFF' '240 B2-VOICE' >expected
same "VLANs have their names on all bridges" expected found

gateways() { # VLANs, devices
	for vlan in $1; do printf "$phase $vlan %s\n" $2; done
}
for phase in $marlin_phases; do
	gateways '10 20 30 40 50 60 70' 'hq-core1 hq-core2'
	gateways 80 hq-fw1
	gateways '110 140' b1-rtr1
	[ $phase = p2 ] || gateways '210 240' b2-rtr1
done >stated
facts "gateways of the VLANs" "
	SELECT s.vlan, d.name FROM segment s
	JOIN segment_end e ON e.segment = s.id AND e.is_gateway
	JOIN own d ON d.id = e.device WHERE s.vlan > 0" <stated

facts "S07 is late: IPv6 from p2" "
	SELECT p.owner, a.ip FROM address a JOIN port p ON p.id = a.interface
	WHERE a.prefix = '3fff:a10:0:fe05::/127'" <<'END'
p2 hq-core2 3fff:a10:0:fe05::1
p2 hq-fw1 3fff:a10:0:fe05::
p3 hq-core2 3fff:a10:0:fe05::1
p3 hq-fw1 3fff:a10:0:fe05::
END
facts "S08 has IPv6 on the end of hq-core1 alone in p1" "
	SELECT p.owner, a.ip FROM address a JOIN port p ON p.id = a.interface
	WHERE a.prefix = '3fff:a10:0:fe06::/127'" <<'END'
p1 hq-core1 3fff:a10:0:fe06::
p2 hq-core1 3fff:a10:0:fe06::
p2 hq-core2 3fff:a10:0:fe06::1
p3 hq-core1 3fff:a10:0:fe06::
p3 hq-core2 3fff:a10:0:fe06::1
END
facts "S16 has a /72 in p2, a /64 then" "
	SELECT DISTINCT p.prefix FROM segment s
	JOIN segment_prefix p ON p.segment = s.id AND p.family = 6
	WHERE s.vlan = 50" <<'END'
p2 3fff:a10:0:50::/72
p3 3fff:a10:0:50::/64
END
facts "GUEST has no IPv4 in p3, its IPv6 is translated at hq-fw1" "
	SELECT 'IPv4', p.prefix FROM segment s
	JOIN segment_prefix p ON p.segment = s.id AND p.family = 4
	WHERE s.vlan = 60
	UNION ALL
	SELECT d.name, r.prefix || ' to ' || f.owner FROM route r
	JOIN own d ON d.id = r.device
	JOIN address a ON a.ip_key = r.next_hop_key
	JOIN port f ON f.id = a.interface
	WHERE r.prefix = '64:ff9b::/96'" <<'END'
p0 IPv4 192.0.2.192/27
p1 IPv4 192.0.2.192/27
p2 IPv4 192.0.2.192/27
p3 hq-core1 64:ff9b::/96 to hq-fw1
p3 hq-core2 64:ff9b::/96 to hq-fw1
END

# ---- devices: classes by phase ------------------------------------------------

while read -r name classes; do
	printf '%s\n' $classes | awk '{ print "p" NR - 1, $1 }' >stated
	facts "$name: class in each phase" \
		"SELECT $class FROM device s WHERE name = '$name'" <stated
done <<'END'
ispa-pe1 4 D D D
ispb-pe1 4 D D D
hq-edge1 4 D D D
hq-edge2 4 D D D
hq-fw1 4 D D D
hq-core1 4 D D D
hq-core2 4 4 D D
hq-acc1 4 4 D D
hq-acc2 4 4 4 D
dmz-sw1 4 4 D D
hq-ap1 4 4 4 D
dns1 4 4 D D
web1 4 4 D D
mail1 4 4 D D
sbc1 4 4 4 D
nms1 4 4 D D
hq-srv1 4 4 D D
hq-pbx1 4 4 4 D
hq-adm1 4 4 D D
hq-pc1 4 4 4 D
hq-lap1 4 4 4 6
hq-ph1 4 4 4 D
hq-prn1 4 4 4 4
b1-rtr1 4 4 4 D
b1-sw1 4 4 4 D
b1-ph1 4 4 4 D
b2-rtr1 4 4 ? D
b2-sw1 4 4 ? D
b2-ph1 4 4 ? 4
END

# ---- who was asked, and how ---------------------------------------------------

facts "all agents but hq-acc2 speak SNMPv3, signed and encrypted" "
	SELECT DISTINCT iif(sys_name = 'hq-acc2', sys_name, 'the others'),
		snmp_version, security_level
	FROM device WHERE source = 'agent'" <<'END'
p0 hq-acc2 SNMPv2c -
p0 the others SNMPv3 authPriv
p1 hq-acc2 SNMPv2c -
p1 the others SNMPv3 authPriv
p2 hq-acc2 SNMPv2c -
p2 the others SNMPv3 authPriv
p3 hq-acc2 SNMPv3 authPriv
p3 the others SNMPv3 authPriv
END
facts "hq-acc2 is managed over IPv4 alone until p3" "
	SELECT a.ip FROM address a JOIN own o ON o.id = a.device
	WHERE o.name = 'hq-acc2' AND a.ip NOT LIKE 'fe80:%'" <<'END'
p0 192.0.2.12
p1 192.0.2.12
p2 192.0.2.12
p3 192.0.2.12
p3 3fff:a10:0:10::12
END
facts "b2-rtr1 does not answer in p2" "
	SELECT ip, result FROM candidate
	WHERE ip = '203.0.113.231' AND result <> 'answered'" <<'END'
p2 203.0.113.231 no answer
END
facts "... and three devices are unknown by it" "
	SELECT name, source FROM device
	WHERE class = 'unknown' AND documented" <<'END'
p2 b2-ph1 facts
p2 b2-rtr1 neighbour
p2 b2-sw1 facts
END
for phase in $marlin_phases; do
	if [ $phase = p2 ]; then echo p2 19 19; else echo $phase 21 21; fi
done >stated
facts "every agent tells maker, model, serial number and software" "
	SELECT count(*), count(DISTINCT serial) FROM device
	WHERE source = 'agent' AND manufacturer <> '' AND hardware_model <> ''
	AND serial <> '' AND software <> ''" <stated

# ---- routing ------------------------------------------------------------------

# A line "p1,p2 ..." for each of the phases.
each_phase() {
	while read -r phases rest; do
		for phase in ${phases//,/ }; do echo "$phase $rest"; done
	done
}
each_phase >stated <<'END'
p0,p1,p2,p3 hq-edge1 198.51.100.1 64496 established
p0,p1,p2,p3 hq-edge2 198.51.100.5 64497 established
p0,p1,p2,p3 hq-edge1 203.0.113.226 64500 established
p0,p1,p2,p3 hq-edge2 203.0.113.225 64500 established
p1,p2,p3 hq-edge1 2001:db8:a:1::1 64496 established
p1 hq-edge2 2001:db8:b:1:: 64497 active
p2,p3 hq-edge2 2001:db8:b:1:: 64497 established
p1,p2,p3 hq-edge1 3fff:a10:0:ff00::2 64500 established
p1,p2,p3 hq-edge2 3fff:a10:0:ff00::1 64500 established
END
facts "BGP of both families, 64500 inside; over IPv6 to Birch not in p1" "
	SELECT o.name, b.peer_ip, b.remote_as, b.state FROM bgp_peer b
	JOIN own o ON o.id = b.device" <stated
facts "the sessions with the providers are those with their devices" "
	SELECT DISTINCT o.name, f.name FROM routed_neighbour r
	JOIN own o ON o.id = r.device JOIN device f ON f.id = r.far_device
	WHERE r.protocol = 'BGP' AND f.role = 'provider'" <<'END'
p0 hq-edge1 ispa-pe1
p0 hq-edge2 ispb-pe1
p1 hq-edge1 ispa-pe1
p1 hq-edge2 ispb-pe1
p2 hq-edge1 ispa-pe1
p2 hq-edge2 ispb-pe1
p3 hq-edge1 ispa-pe1
p3 hq-edge2 ispb-pe1
END
facts "ND knows the providers from p1" "
	SELECT o.name, n.ip FROM neighbour n JOIN own o ON o.id = n.device
	WHERE n.ip IN ('2001:db8:a:1::1', '2001:db8:b:1::')
	AND n.mac <> ''" <<'END'
p1 hq-edge1 2001:db8:a:1::1
p1 hq-edge2 2001:db8:b:1::
p2 hq-edge1 2001:db8:a:1::1
p2 hq-edge2 2001:db8:b:1::
p3 hq-edge1 2001:db8:a:1::1
p3 hq-edge2 2001:db8:b:1::
END

# PHASES VLANs DEVICES
while read -r phases vlans devices; do
	for phase in ${phases//,/ }; do
		for vlan in ${vlans//,/ }; do
			printf "$phase $vlan %s 1800\n" ${devices//,/ }
		done
	done
done >stated <<'END'
p2,p3 10,20,50 hq-core1,hq-core2
p3 30,40,60 hq-core1,hq-core2
p3 110,140 b1-rtr1
p3 210,240 b2-rtr1
END
facts "routers advertise themselves in the VLANs of hosts alone" "
	SELECT e.vlan, p.owner, r.lifetime FROM router_advert r
	JOIN port p ON p.id = r.interface
	JOIN (SELECT s.vlan, x.interface FROM segment_end x
		JOIN segment s ON s.id = x.segment) e ON e.interface = p.id
	WHERE r.sends" <stated
facts "... and all in one way" "
	SELECT DISTINCT managed, other, mtu, hop_limit, max_interval
	FROM router_advert" <<'END'
p1 0 1 0 64 600
p2 0 1 0 64 600
p3 0 1 0 64 600
END
facts "the firewall is silent in the DMZ, and all on lines to routers" "
	SELECT p.owner, p.name, r.lifetime FROM router_advert r
	JOIN port p ON p.id = r.interface
	WHERE NOT r.sends AND p.owner = 'hq-fw1' AND p.name LIKE '%.80'
	UNION ALL
	SELECT 'lines', count(*), max(r.sends) FROM router_advert r
	JOIN segment_end e ON e.interface = r.interface
	JOIN segment s ON s.id = e.segment AND s.kind = 'p2p'
	HAVING count(*) > 0" <<'END'
p1 lines 11 0
p2 hq-fw1 eth1/5.80 0
p2 lines 14 0
p3 hq-fw1 eth1/5.80 0
p3 lines 18 0
END
facts "SLAAC may use the /64s that are advertised, not the /72" "
	SELECT x.prefix, max(x.autonomous), x.origin FROM prefix x
	JOIN own o ON o.id = x.device
	WHERE o.name = 'hq-core1' AND x.family = 6
	AND x.prefix LIKE '3fff:a10:0:_0:%' GROUP BY x.prefix" <<'END'
p2 3fff:a10:0:10::/64 1 manual
p2 3fff:a10:0:20::/64 1 manual
p2 3fff:a10:0:50::/72 0 manual
p3 3fff:a10:0:10::/64 1 manual
p3 3fff:a10:0:20::/64 1 manual
p3 3fff:a10:0:30::/64 1 manual
p3 3fff:a10:0:40::/64 1 manual
p3 3fff:a10:0:50::/64 1 manual
p3 3fff:a10:0:60::/64 1 manual
END
facts "hosts with SLAAC have their prefix by advertisements" "
	SELECT o.name, x.prefix FROM prefix x JOIN own o ON o.id = x.device
	WHERE x.origin = 'routeradv' AND x.autonomous" <<'END'
p2 hq-adm1 3fff:a10:0:20::/64
p2 nms1 3fff:a10:0:10::/64
p3 hq-adm1 3fff:a10:0:20::/64
END

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
