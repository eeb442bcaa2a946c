#!/bin/bash
# Recorded devices answer net-snmp's own programs over both families.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"

# Two devices: r1 tells of both families, both own 192.0.2.99, s1 of none
# that anybody can reach.
mkdir "$work/network"
{
	echo '1.3.6.1.2.1.1.1.0|4|a router'
	echo '1.3.6.1.2.1.1.5.0|4|r1'
	for port in 1 2 10 11 300; do
		echo "1.3.6.1.2.1.2.2.1.2.$port|4|eth$port"
		echo "1.3.6.1.2.1.2.2.1.5.$port|66|1000000000"
		echo "1.3.6.1.2.1.2.2.1.6.$port|4x|02005e005300"
	done
	echo '1.3.6.1.2.1.4.20.1.1.192.0.2.1|64|192.0.2.1'
	echo '1.3.6.1.2.1.4.20.1.1.192.0.2.99|64|192.0.2.99'
	echo '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1|2|1'
	echo '1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615'
	echo 'this line is none'
} >"$work/network/r1.snmprec"
{
	echo '1.3.6.1.2.1.1.5.0|4|s1'
	echo '1.3.6.1.2.1.4.20.1.1.192.0.2.99|64|192.0.2.99'
	echo '1.3.6.1.2.1.4.20.1.1.127.0.0.1|64|127.0.0.1'
} >"$work/network/s1.snmprec"

start() {
	"$twinmap" replay --seconds 60 "$@" >"$work/ready" 2>"$work/messages" &
	server=$!
	for _ in $(seq 100); do
		grep -q ready "$work/ready" && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
ask() {
	local program=$1
	shift
	"$program" -v2c -c "${community:-public}" -r1 -t0.5 -m '' -Onqe "$@"
}
says() { [ "$("${@:2}" 2>&1)" = "$1" ]; }
name=1.3.6.1.2.1.1.5.0

start "$work/network"
check "says when it is ready" says 'ready: 2 devices, 2 addresses, port 161' \
	cat "$work/ready"
check "counts odd lines and names the first" \
	grep -q '1 lines .* r1.snmprec:[0-9]' "$work/messages"
check "GET over IPv4" says ".$name \"r1\"" ask snmpget 192.0.2.1 $name
check "GET over IPv6" says ".$name \"r1\"" ask snmpget udp6:[2001:db8::1] $name
refuse "an address that two devices own is silent" ask snmpget 192.0.2.99 $name
refuse "an address that nobody owns is silent" ask snmpget 192.0.2.98 $name
refuse "a loopback address in a recording is silent" \
	ask snmpget 127.0.0.1 $name
community=private refuse "another community is silent" \
	ask snmpget 192.0.2.1 $name
refuse "SET is refused" ask snmpset 192.0.2.1 $name s r2
cp "$work/last" "$work/said"
check "SET is refused for the right reason" grep -q notWritable "$work/said"
check "a missing object is told from a missing instance" \
	says ".1.3.6.1.2.1.1.99.0 No Such Object available on this agent at this OID
.1.3.6.1.2.1.2.2.1.2.7 No Such Instance currently exists at this OID" \
	ask snmpget 192.0.2.1 1.3.6.1.2.1.1.99.0 1.3.6.1.2.1.2.2.1.2.7

# A walk brings every variable, in the order of sub-identifiers.
grep -v none "$work/network/r1.snmprec" | cut -d'|' -f1 | sort -V |
	sed 's/^/./' >"$work/expected"
echo .1.3.6.1.6.3.10.2.1.1.0 >>"$work/expected"
for walk in snmpwalk snmpbulkwalk; do
	for address in 192.0.2.1 'udp6:[2001:db8::1]'; do
		ask $walk "$address" 1.3 |
			sed '/^\./!d; /No more/d; s/ .*//' >"$work/walked"
		same "$walk of $address" "$work/expected" "$work/walked"
	done
done
check "ends when it is told to" stop

cat >"$work/list" <<'END'
# s1 has no address of its own that is of use
s1 198.51.100.7 2001:db8:7::7
END
start --addresses "$work/list" --port 1161 "$work/network"
check "the list gives addresses" says ".$name \"s1\"" \
	ask snmpget 198.51.100.7:1161 $name
check "the list gives addresses of both families" says ".$name \"s1\"" \
	ask snmpget 'udp6:[2001:db8:7::7]:1161' $name
check "a listed device leaves its own addresses to others" \
	says ".$name \"r1\"" ask snmpget 192.0.2.99:1161 $name
stop

echo 'r1 192.0.2.10 2001:db8::10' >"$work/list"
start --distinct --addresses "$work/list" "$work/network"
ask snmpget 192.0.2.10 $name >"$work/first"
ask snmpget "udp6:[2001:db8::10]" $name >"$work/second"
refuse "each address of a list may be a device of its own" \
	cmp "$work/first" "$work/second"
check "... which says the rest as the others do" says \
	".1.3.6.1.2.1.1.1.0 \"a router\"" ask snmpget 192.0.2.10 1.3.6.1.2.1.1.1.0
stop

start --delay 300 "$work/network"
before=$(date +%s%N)
ask snmpget -t2 192.0.2.1 $name >"$work/last"
passed=$((($(date +%s%N) - before) / 1000000))
check "answers come later by the delay, not by more ($passed ms)" \
	[ "$passed" -ge 300 ] && [ "$passed" -lt 900 ]
stop

# Time passes for agents when they are told how fast, and values grow that a
# recording says grow, each as much as its agent's clock says.
mkdir "$work/growing"
up=1.3.6.1.2.1.1.3.0 octets=1.3.6.1.2.1.4.31.1.1.6
{
	echo "$up|67|4200"
	echo "$octets.1|70:numeric|initial=18446744073709551000,rate=50"
	echo "$octets.2|70:numeric|initial=1000,rate=100"
	echo "$octets.3|65:numeric|initial=0,rate=0"
	grep '|4|r1\|192.0.2.1|' "$work/network/r1.snmprec"
} >"$work/growing/growing.snmprec"
values() {
	ask snmpget -Ovt 192.0.2.1 $up $octets.1 $octets.2 $octets.3 |
		paste -sd ' '
}
start "$work/growing"
check "without a rate time stands still" \
	says '4200 18446744073709551000 1000 0' values
sleep 0.3
check "... for as long as one likes" \
	says '4200 18446744073709551000 1000 0' values
stop
start --clock-rate 1000 "$work/growing"
values >"$work/first"
sleep 0.3
values >"$work/second"
stop
check "with 1000, five minutes pass in 0.3 seconds" awk '
	{ up[NR] = $1; v6[NR] = $3; none[NR] = $4 }
	END { passed = up[2] - up[1]
		exit !(passed >= 30000 && passed < 300000 &&
			v6[1] - 1000 == up[1] - 4200 &&
			v6[2] - v6[1] == passed && none[2] == 0) }' \
	"$work/first" "$work/second"
check "a counter of 64 bits begins again" awk '
	{ exit !($2 < 1000000 && $2 > 100) }' "$work/second"
start --clock-rate 400 --clock-jump 400 "$work/growing"
for try in $(seq 15); do
	values
	sleep 0.1
done | uniq >"$work/steps"
stop
check "a clock may stand, and jump once" \
	diff "$work/steps" - <<'END'
4200 18446744073709551000 1000 0
44200 19384 41000 0
END
refuse "a clock that runs backwards" \
	"$twinmap" replay --seconds 1 --clock-rate -1 "$work/growing"

# Values larger than a packet travel in fragments, when agents may send them.
mkdir "$work/large"
large=1.3.6.1.2.1.1.1.0
{
	printf '%s|4|%03000d\n' $large 1
	cat "$work/network/r1.snmprec"
} | awk -F'|' '!seen[$1]++' >"$work/large/large.snmprec"
start "$work/large"
check "a value of 3000 octets is too big for a packet" \
	grep -q tooBig <(ask snmpget 192.0.2.1 $large 2>&1)
stop
start --max-size 65507 "$work/large"
for at in 192.0.2.1 'udp6:[2001:db8::1]'; do
	check "... and is sent by who may: $at" [ 3000 = "$(
		ask snmpget -Ov $at $large | tr -dc 01 | wc -c
	)" ]
done
stop
refuse "answers of less than all must take" \
	"$twinmap" replay --seconds 1 --max-size 483 "$work/network"
refuse "answers of more than UDP carries" \
	"$twinmap" replay --seconds 1 --max-size 65508 "$work/network"

echo 's9 192.0.2.1' >"$work/list"
refuse "a list with an unknown name" \
	"$twinmap" replay --addresses "$work/list" "$work/network"
cp "$work/last" "$work/said"
check "is told with its line" grep -q "list:1: .*'s9'" "$work/said"
echo 's1 192.0.2.256' >"$work/list"
refuse "a list with a wrong address" \
	"$twinmap" replay --addresses "$work/list" "$work/network"
mkdir "$work/empty"
refuse "a folder without recordings" "$twinmap" replay "$work/empty"
refuse "a folder that is not there" "$twinmap" replay "$work/none"
refuse "a port that cannot be" "$twinmap" replay --port 70000 "$work/network"
finish
