#!/bin/bash
# A real phone: what lldpd says by LLDP-MED and by the extensions of 802.1 and
# 802.3 is in the database, as snmpd serves it.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"
cd "$work" || exit 1

phone_lldpd() { # as lab_lldpd, but of MED's class 3
	in_node ph lldpd -d -M 3 -u /run/lldpd.socket </dev/null \
		>"$work/ph.lldpd.log" 2>&1 &
	lab_within 5 lab_lldpcli ph show interfaces || return 1
	lab_lldpcli ph configure lldp tx-interval 2 &&
		lab_lldpcli ph configure lldp portidsubtype ifname &&
		lab_lldpcli ph configure med policy application voice \
			tagged vlan 20 priority voice dscp 46
}
policy_is_heard() {
	lab_lldpcli sw1 -f keyvalue show neighbors details |
		grep -q 'lldp-med.policy.vlan.vid=20'
}

lab_node sw1 && lab_node ph
lab_cable sw1 eth1 ph eth0
lab_address sw1 lo 192.0.2.1/32 2001:db8::1/128
check "a switch runs" lab_snmpd sw1
in_node sw1 lldpd -d -x -M 4 -X /run/agentx/master -u /run/lldpd.socket \
	</dev/null >"$work/sw1.lldpd.log" 2>&1 &
lab_within 5 lab_lldpcli sw1 show interfaces
lab_lldpcli sw1 configure lldp tx-interval 2 >/dev/null
check "a phone runs" phone_lldpd
check "the switch hears its policy" lab_within 40 policy_is_heard

cat >discover.yaml <<'END'
scope: { include: [192.0.2.0/24, 2001:db8::/32] }
credentials: credentials.yaml
END
echo 'credentials: [{ label: lab, version: v2c, community: public }]' \
	>credentials.yaml
chmod 600 credentials.yaml
for seed in 192.0.2.1 2001:db8::1; do
	check "$seed: the switch is discovered" in_node sw1 timeout 60 \
		"$twinmap" discover --config "$work/discover.yaml" \
		--output "$work/lab.db" \
		--seed "$seed"
	sqlite3 -separator ' ' lab.db "SELECT a.sys_name, m.device_class,
			p.application, p.vlan, p.priority, p.dscp, p.tagged
		FROM adjacency a JOIN adjacency_med m ON m.adjacency = a.id
		JOIN adjacency_policy p ON p.adjacency = a.id" >got
	echo 'ph 3 voice 20 5 46 1' >expected
	same "$seed: class and voice VLAN" expected got
	sqlite3 -separator " " lab.db "SELECT a.sys_name, p.vlan,
			p.can_bundle, p.is_bundled, p.negotiates, p.mau_type > 0
		FROM adjacency a JOIN adjacency_port p ON p.adjacency = a.id" \
		>got
	echo "ph 0 0 0 0 1" >expected
	same "$seed: VLAN, bundle and speed of the far port" expected got
done
finish
