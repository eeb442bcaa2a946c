#!/bin/bash
# The engine against a real snmpd: both families, v2c and v3; what it reads is
# what snmpbulkwalk reads. Needs a user namespace or root.
. "$(dirname "$0")/../lib.sh"

if [ "${1:-}" != inside ]; then
	unshare -Urn true 2>/dev/null || set -- as-root
	if [ "${1:-}" = as-root ] && [ "$(id -u)" != 0 ]; then
		skip "the engine against snmpd" "no namespaces here"
		finish
	fi
	[ "${1:-}" = as-root ] && become unshare -n "$0" inside
	become unshare -Urn "$0" inside
fi

port=16161
walk() { timeout 30 "$build/tests/walk" -p $port "$@"; }

credential() { # credential NAME VERSION KEY VALUE...
	local name=$1 version=$2
	shift 2
	printf 'credentials:\n  - {label: %s, version: %s' "$name" "$version"
	printf ', %s: "%s"' "$@"
	printf '}\n'
}

write() { # write FILE: standard input, readable by us alone
	(umask 077 && cat >"$work/$1")
}

v3() { # v3 NAME USER AUTH PASSWORD PRIVACY PASSWORD
	credential "$1" v3 user "$2" auth "$3" auth_password "$4" \
		privacy "$5" privacy_password "$6" | write "$1"
}

configure_snmpd() {
	mkdir -m 700 "$work/persistent"
	cat >"$work/persistent/snmpd.conf" <<-CONF
		createUser sha256 SHA-256 "auth-secret-256" AES "privacy-secret-256"
		createUser sha512 SHA-512 "auth-secret-512" AES-256 "privacy-secret-512"
		createUser md5 MD5 "auth-secret-md5" DES "privacy-secret-md5"
		createUser plain SHA "auth-secret-sha"
	CONF
	cat >"$work/snmpd.conf" <<-CONF
		agentaddress udp:127.0.0.1:$port,udp6:[::1]:$port
		rocommunity public
		rocommunity6 public
		rouser sha256 authPriv
		rouser sha512 authPriv
		rouser md5 authPriv
		rouser plain authNoPriv
		sysName snmpd-test
	CONF
}

start_snmpd() {
	SNMP_PERSISTENT_DIR=$work/persistent MIBS= snmpd -f -Lf "$work/log" -I \
		-smux,-mteTrigger,-mteTriggerConf \
		-C -c "$work/snmpd.conf,$work/persistent/snmpd.conf" &
	snmpd=$!
	run_later "kill $snmpd 2>/dev/null; wait $snmpd 2>/dev/null"
	for try in $(seq 100); do
		snmpget -v2c -c public -t 0.2 -r 0 127.0.0.1:$port \
			1.3.6.1.2.1.1.5.0 >/dev/null 2>&1 && return
		sleep 0.1
	done
	return 1
}

# Values as walk prints them: numbers, octets in hex, OIDs.
with_snmpbulkwalk() { # OPTION... ADDRESS TABLE COLUMN...
	local options=() column
	while [ "${1#-}" != "$1" ]; do
		options+=("$1" "$2")
		shift 2
	done
	local address=$1 table=$2
	shift 2
	for column; do
		snmpbulkwalk -m '' -Cr20 -On -Oe -Ox -Ot -OU -t 2 "${options[@]}" \
			"$address" "$table.$column"
	done | sed -E -e '/No Such|No more/d' \
		-e 's/ = (Hex-STRING|INTEGER|STRING|OID|Gauge32|Counter32|IpAddress|Network Address|Timeticks): */ = /' \
		-e 's/ = ""$/ = /' |
		awk '/^\./ { if (line != "") print line; line = $0; next }
			{ line = line " " $0 }
			END { if (line != "") print line }' |
		awk -F ' = ' '{ value = $2
			if (value ~ /^([0-9A-F][0-9A-F] ?)+$/ && value ~ / /)
				gsub(/ /, "", value)
			print $1 " = " value }'
}

compare() { # compare NAME CREDENTIALS ADDRESS SNMP-ADDRESS TABLE COLUMN...
	local name=$1 credentials=$2 address=$3 far=$4 table=$5
	shift 5
	walk "$work/$credentials" "$address" "$table" "$@" >"$work/all"
	grep '^\.' "$work/all" | sort >"$work/ours"
	with_snmpbulkwalk "${bulk[@]}" "$far" "$table" "$@" |
		sort >"$work/theirs"
	check "$name: there are rows" test -s "$work/theirs"
	same "$name: the same values" "$work/theirs" "$work/ours"
}

says() { # says NAME TEXT COMMAND...
	local name=$1 text=$2
	shift 2
	"$@" >"$work/said" 2>&1
	check "$name" grep -q -- "$text" "$work/said"
	cp "$work/said" "$work/last"
}

ip link set lo up
ip address add 192.0.2.1/32 dev lo
ip address add 2001:db8::1/128 dev lo
for i in $(seq 40); do
	ip link add name "v$i" type veth peer name "w$i" 2>/dev/null
done
credential public v2c community public | write public
credential first v1 community public | write first
credential private v2c community private | write private
v3 sha256 sha256 SHA-256 auth-secret-256 AES privacy-secret-256
v3 sha512 sha512 SHA-512 auth-secret-512 AES-256 privacy-secret-512
v3 md5 md5 MD5 auth-secret-md5 DES privacy-secret-md5
v3 nobody nobody SHA-256 auth-secret-256 AES privacy-secret-256
v3 digest sha256 SHA-256 wrong-secret-256 AES privacy-secret-256
v3 privacy sha256 SHA-256 auth-secret-256 AES wrong-secret-256
v3 level plain SHA auth-secret-sha AES privacy-secret-256
credential plain v3 user plain auth SHA auth_password auth-secret-sha |
	write plain
{
	cat "$work/nobody"
	grep -h label "$work/digest" "$work/public"
} | write several
configure_snmpd
check "snmpd runs" start_snmpd

if_table=1.3.6.1.2.1.2.2.1
ip_table=1.3.6.1.2.1.4.34.1
bulk=(-v 2c -c public)
compare "v2c, IPv4, ifTable" public 127.0.0.1 127.0.0.1:$port \
	$if_table 1 2 3 4 6 7 8
compare "v1, IPv4, ifTable" first 127.0.0.1 127.0.0.1:$port \
	$if_table 1 2 3 4 6 7 8
compare "v1, IPv6, ipAddressTable" first ::1 "udp6:[::1]:$port" \
	$ip_table 3 4 5 6 7
check "v1: a device is discovered, whatever it lacks" \
	timeout 60 "$twinmap" discover --port $port --seed 127.0.0.1 \
	--include 127.0.0.1 --credentials "$work/first" \
	--output "$work/first.db"
same "v1: and said to be read so" <(echo "snmpd-test|SNMPv1") <(
	sqlite3 "$work/first.db" "SELECT sys_name, snmp_version FROM device")
compare "v2c, IPv6, ifTable" public ::1 "udp6:[::1]:$port" \
	$if_table 1 2 3 4 6 7 8
compare "v2c, IPv6, ipAddressTable" public ::1 "udp6:[::1]:$port" \
	$ip_table 3 4 5 6 7
bulk=(-v 3 -l authPriv -u sha256 -a SHA-256 -A auth-secret-256
	-x AES -X privacy-secret-256)
compare "v3 SHA-256/AES, IPv4, ipAddressTable" sha256 127.0.0.1 \
	127.0.0.1:$port $ip_table 3 4 5 6 7
compare "v3 SHA-256/AES, IPv6, ifTable" sha256 ::1 "udp6:[::1]:$port" \
	$if_table 1 2 3 4 6 7 8
bulk=(-v 3 -l authPriv -u sha512 -a SHA-512 -A auth-secret-512
	-x AES-256 -X privacy-secret-512)
compare "v3 SHA-512/AES-256, IPv6, ifTable" sha512 ::1 "udp6:[::1]:$port" \
	$if_table 1 2 3 4 6 7 8
for name in md5 plain; do
	says "v3 $name reads the name" ": snmpd-test" \
		walk "$work/$name" 127.0.0.1 1.3.6.1.2.1.1 5
done

check "no request was lost or in vain" \
	grep -q "retries 0 unexpected 0 wrong_source 0" "$work/all"
says "a table that is not there" "not-implemented 0 0" \
	walk "$work/public" 127.0.0.1 1.3.6.1.2.1.138.1.6.1 2 3
says "the row limit" "cut-short 5 0 more than 5 rows" \
	walk -r 5 "$work/public" 127.0.0.1 $if_table 1 2
says "the right credential is found behind wrong ones" \
	"answered to public after 5 requests" \
	walk "$work/several" ::1 1.3.6.1.2.1.1 5
says "a wrong community is silence" "^# no answer" \
	walk -t 100 "$work/private" 127.0.0.1 1.3.6.1.2.1.1 5
says "an unknown user" "unknownUserNames" \
	walk "$work/nobody" ::1 1.3.6.1.2.1.1 5
says "a wrong authentication password" "wrongDigests" \
	walk "$work/digest" 127.0.0.1 1.3.6.1.2.1.1 5
says "a wrong privacy password" "wrong credentials: privacy: " \
	walk -t 100 "$work/privacy" 127.0.0.1 1.3.6.1.2.1.1 5
says "a level that the user does not have" "unsupportedSecLevels" \
	walk "$work/level" 127.0.0.1 1.3.6.1.2.1.1 5
says "no route" "unreachable" \
	walk -t 100 "$work/public" 198.51.100.1 1.3.6.1.2.1.1 5
says "no route, IPv6" "unreachable" \
	walk -t 100 "$work/public" 3fff::1 1.3.6.1.2.1.1 5
# The agent's clock starts again: one Report, and the walk goes on.
walk -w 3 "$work/sha256" 127.0.0.1 $if_table 1 >"$work/restarted" &
walker=$!
until grep -q answered "$work/restarted"; do
	kill -0 $walker 2>/dev/null || break
	sleep 0.1
done
kill $snmpd
wait $snmpd 2>/dev/null
check "snmpd runs again" start_snmpd
wait $walker
check "v3 goes on after a restart of the agent" \
	grep -q "^# table rows" "$work/restarted"
cp "$work/restarted" "$work/last"

port=16162
started=$SECONDS
for address in 127.0.0.1 ::1; do
	says "$address: nobody listens there" "^# Connection refused" \
		walk "$work/public" $address 1.3.6.1.2.1.1 5
done
check "... and that is known at once" test $((SECONDS - started)) -le 2
chmod 644 "$work/public"
says "credentials that others may read" "chmod 600" \
	walk "$work/public" 127.0.0.1 1.3.6.1.2.1.1 5
finish
