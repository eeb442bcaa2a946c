#!/bin/bash
# What a device tells only in SNMP contexts: the forwarding table of a VLAN of a
# switch, the neighbours of a VRF of a router; with communities and with SNMPv3.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

# ---- the agents --------------------------------------------------------------
mkdir replay
# recording NAME: the lines "OID|type|value" of standard input, sorted
recording() { sort -t'|' -k1,1V >"replay/$1.snmprec"; }

# agent NAME NUMBER OBJECT-ID: what each of them says
agent() {
	cat <<END
1.3.6.1.2.1.1.2.0|6|$3
1.3.6.1.2.1.1.3.0|67|100
1.3.6.1.2.1.1.5.0|4|$1
1.3.6.1.6.3.10.2.1.1.0|4x|80001f88040000000$2
1.3.6.1.2.1.2.2.1.2.11|4|Gi0/1
1.3.6.1.2.1.2.2.1.2.12|4|Gi0/2
1.3.6.1.2.1.4.20.1.2.192.0.2.$2|2|11
END
}
# heard PORT INTERFACE MAC: in one VLAN
heard() {
	cat <<END
1.3.6.1.2.1.17.1.4.1.2.$1|2|$2
1.3.6.1.2.1.17.4.3.1.2.$3|2|$1
1.3.6.1.2.1.17.4.3.1.3.$3|2|3
END
}
vlans=1.3.6.1.4.1.9.9.46.1.3.1.1
# vlan NUMBER STATE: 1 is operational
vlan() {
	printf '%s|2|%d\n' $vlans.2.1.$1 $2 $vlans.3.1.$1 1
	echo "$vlans.4.1.$1|4|vlan-$1"
}
{
	agent sw 1 1.3.6.1.4.1.9.1.1
	for vlan in 1 10 20 30; do
		vlan $vlan $((vlan == 30 ? 2 : 1))
	done
	printf '%s|2|1\n' $vlans.2.1.1002
	printf '%s|2|2\n' $vlans.3.1.1002
	echo "1.3.6.1.4.1.9.9.68.1.2.2.1.2.11|2|10"
	echo "1.3.6.1.4.1.9.9.46.1.6.1.1.4.12|4x|8030080000"
	echo "1.3.6.1.4.1.9.9.46.1.6.1.1.5.12|2|1"
	echo "1.3.6.1.4.1.9.9.46.1.6.1.1.14.12|2|1"
	heard 1 12 0.0.94.0.83.1
} | recording sw
heard 1 12 0.0.94.0.83.1 | recording sw@1
heard 1 11 0.0.94.0.83.10 | recording sw@10
# The same number of a port, and another port.
heard 1 12 0.0.94.0.83.20 | recording sw@20
heard 1 12 0.0.94.0.83.30 | recording sw@30
heard 1 12 0.0.94.0.83.1 | recording sw@vlan-1
heard 1 11 0.0.94.0.83.110 | recording sw@vlan-10

# One that knows no contexts, and answers in each as it always does.
flat() {
	heard 1 12 0.0.94.0.83.41
	heard 2 11 0.0.94.0.83.42
}
{
	agent flat 4 1.3.6.1.4.1.9.1.4
	flat
	for vlan in 1 10 20; do vlan $vlan 1; done
} | recording flat
for vlan in 1 10 20; do
	flat | recording flat@$vlan
	flat | recording flat@vlan-$vlan
done

# One with more VLANs than are asked for.
{
	agent wide 5 1.3.6.1.4.1.9.1.5
	for vlan in $(seq 1 600); do vlan $vlan 1; done
} | recording wide
heard 1 12 0.0.94.0.83.51 | recording wide@1

# One that is silent in a VLAN without ports.
{
	agent gap 6 1.3.6.1.4.1.9.1.6
	for vlan in 1 10 20; do vlan $vlan 1; done
} | recording gap
heard 1 12 0.0.94.0.83.61 | recording gap@1
heard 1 12 0.0.94.0.83.62 | recording gap@20

# ARP and ND rows in a context.
neighbours() {
	cat <<END
1.3.6.1.2.1.4.35.1.4.12.1.4.198.51.100.9|4x|00005e005309
1.3.6.1.2.1.4.35.1.6.12.1.4.198.51.100.9|2|3
1.3.6.1.2.1.4.35.1.4.12.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.9|4x|00005e005309
1.3.6.1.2.1.4.35.1.6.12.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.9|2|3
END
}
{
	agent pe 2 1.3.6.1.4.1.9.1.2
	echo "1.3.6.1.4.1.9.9.468.1.1.1.2.7.114.101.100.45.99.116.120|4|red"
	echo "1.3.6.1.2.1.10.166.11.1.2.1.1.2.3.114.101.100.12|2|2"
	echo "1.3.6.1.2.1.10.166.11.1.2.2.1.6.3.114.101.100|2|1"
} | recording pe
neighbours | recording pe@red-ctx
{
	agent leaf 3 1.3.6.1.4.1.30065.1.3
	echo "1.3.6.1.2.1.10.166.11.1.2.2.1.6.3.114.101.100|2|1"
} | recording leaf
neighbours | recording leaf@red

# ---- two crawls --------------------------------------------------------------
cat >v2c.yaml <<END
credentials:
  - { label: old, version: v2c, community: public }
END
cat >v3.yaml <<END
credentials:
  - { label: new, version: v3, user: me, auth: SHA-256,
      auth_password: long-enough, privacy: AES, privacy_password: long-enough }
END
chmod 600 v2c.yaml v3.yaml
echo "limits: { timeout_ms: 200 }" >quick.yaml

# crawl VERSION: into VERSION.db
crawl() {
	local server
	"$twinmap" replay --seconds 60 --credentials "$1.yaml" \
		--fault gap:silent-in=10 \
		replay >"$1.ready" 2>&1 &
	server=$!
	for _ in $(seq 100); do
		grep -qs ready "$1.ready" && break
		sleep 0.05
	done
	timeout 50 "$twinmap" discover --config quick.yaml --credentials "$1.yaml" \
		--seed 192.0.2.1 --seed 192.0.2.2 --seed 192.0.2.3 \
		--seed 192.0.2.4 --seed 192.0.2.5 --seed 192.0.2.6 \
		--include 192.0.2.0/24 --output "$1.db"
	local status=$?
	kill $server && wait $server
	return $status
}
# is NAME VERSION SQL EXPECTED
is() { same "$1" <(echo "$4") <(sqlite3 "$2.db" "$3" | paste -sd' '); }
# fdb_of NAME
fdb_of() {
	echo "
		SELECT ifnull(vlan, 'none') || ':' || substr(mac, -2) || ':' || f.if_index
		FROM   fdb f JOIN device d ON d.id = f.device
		WHERE  sys_name = '$1' ORDER BY vlan, mac"
}
# told_of NAME: what came of its VLANs
told_of() {
	echo "
		SELECT c.result || ifnull(': ' || c.reason, '') FROM coverage c
		JOIN   device d ON d.id = c.device
		WHERE  sys_name = '$1' AND question LIKE '%TpFdbTable, each VLAN'"
}
fdb="SELECT vlan || ':' || substr(mac, -2) || ':' || f.if_index
     FROM fdb f JOIN device d ON d.id = f.device WHERE sys_name = 'sw'
     ORDER BY vlan, mac"
nd="SELECT n.ip || '>' || n.mac FROM neighbour n
    JOIN   device d ON d.id = n.device
    WHERE  d.sys_name = '%s' ORDER BY n.ip_key"

check "communities: a crawl" crawl v2c
is "the forwarding tables of all VLANs that work" v2c "$fdb" \
	"1:01:12 10:0a:11 20:14:12"
is "the ports of VLANs" v2c "
	SELECT vlan || ':' || if_index || ':' || tagging || ':' || pvid
	FROM   vlan_port ORDER BY vlan, if_index" \
	"1:12:untagged:1 10:11:untagged:1 10:12:tagged:0 20:12:tagged:0"
is "one row of coverage for all VLANs" v2c "
	SELECT c.result || ' ' || c.rows FROM coverage c
	JOIN   device d ON d.id = c.device
	WHERE  sys_name = 'sw' AND question LIKE '%TpFdbTable, each VLAN'" \
	"rows 3"
is "no community for a VRF of Cisco" v2c "$(printf "$nd" pe)" ""
is "one for a VRF of Arista, both families" v2c "$(printf "$nd" leaf)" \
	"198.51.100.9>00:00:5e:00:53:09 2001:db8::9>00:00:5e:00:53:09"

is "an agent that ignores contexts: no VLAN is believed" v2c "$(fdb_of flat)" \
	"none:29:12 none:2a:11"
is "which is told, too" v2c "$(told_of flat)" \
	"cut short: the agent answers alike in all contexts"
is "too many VLANs: not all are asked" v2c "$(fdb_of wide)" "1:33:12"
is "and that is told" v2c "$(told_of wide)" \
	"cut short: 513: too many, not asked from here on"
is "a silent VLAN does not end it" v2c "$(fdb_of gap)" "1:3d:12 20:3e:12"
is "but is told" v2c "$(told_of gap)" "cut short: 10: no answer"

check "SNMPv3: a crawl" crawl v3
is "a context for each VLAN; one is not known to the agent" v3 "$fdb" \
	"1:01:12 10:6e:11"
is "which is told" v3 "
	SELECT c.result || ': ' || c.reason FROM coverage c
	JOIN   device d ON d.id = c.device
	WHERE  sys_name = 'sw' AND question LIKE '%TpFdbTable, each VLAN'" \
	"cut short: vlan-20: the agent knows no such context (unknownContexts)"
is "SNMPv3 ignoring contexts" v3 "$(fdb_of flat)" "none:29:12 none:2a:11"
is "the context of a VRF, both families" v3 "$(printf "$nd" pe)" \
	"198.51.100.9>00:00:5e:00:53:09 2001:db8::9>00:00:5e:00:53:09"
is "the interface of a VRF" v3 "SELECT vrf || ' ' || if_index FROM vrf_interface" \
	"red 12"
finish
