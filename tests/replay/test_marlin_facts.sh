#!/bin/bash
# What is told of the sample network, line by line: its segments, its devices,
# how they are asked and how they route are in the databases of its four phases.
# What is expected was written down by hand, not made from the description.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin_facts.sh"

# ---- segments: IPv4, IPv6, VLAN, classes by phase -----------------------------

class="CASE s.class WHEN 'dual-stack' THEN 'D' WHEN 'IPv4 only' THEN '4'
	WHEN 'IPv6 only' THEN '6' ELSE '?' END"
while read -r id name ipv4 ipv6 vlan classes; do
	# What is behind a silent router is known by the plan alone.
	printf '%s\n' $classes | awk -v vlan="$vlan" '{
		print "p" NR - 1, $1, vlan }' >stated
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
finish
