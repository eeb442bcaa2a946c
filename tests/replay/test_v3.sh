#!/bin/bash
# Replayed agents speak SNMPv3 with every algorithm, to net-snmp's programs and
# to the crawl, and say in the words of RFC 3414 what is wrong with a question.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

mkdir network
{
	echo '1.3.6.1.2.1.1.3.0|67|4200'
	echo '1.3.6.1.2.1.1.5.0|4|r1'
	for port in $(seq 200); do
		echo "1.3.6.1.2.1.2.2.1.2.$port|4|eth$port"
		echo "1.3.6.1.2.1.2.2.1.3.$port|2|6"
	done
	echo '1.3.6.1.2.1.4.20.1.2.192.0.2.1|2|1'
	echo '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1|2|1'
} >network/r1.snmprec

# One user for each pair of algorithms; "-" is none.
while read -r auth privacies; do
	for privacy in $privacies; do
		echo "user-$auth-$privacy $auth $privacy"
	done
done >users <<'END_OF_TABLE'
- -
MD5 - DES AES AES-192 AES-256
SHA - DES AES AES-192 AES-256
SHA-224 - DES AES AES-192 AES-256
SHA-256 - DES AES AES-192 AES-256
SHA-384 - DES AES AES-192 AES-256
SHA-512 - DES AES AES-192 AES-256
END_OF_TABLE

# credential USER AUTH PRIVACY [PASSWORD [PRIVACY-PASSWORD]]
credential() {
	printf '  - { label: %s, version: v3, user: %s' "$1" "$1"
	[ "$2" = - ] || printf ', auth: %s, auth_password: %s' "$2" \
		"${4:-signs-all-of-it}"
	[ "$3" = - ] || printf ', privacy: %s, privacy_password: %s' "$3" \
		"${5:-hides-all-of-it}"
	echo ' }'
}
write() { { echo 'credentials:' && cat; } >"$1" && chmod 600 "$1"; }
while read -r user auth privacy; do
	credential "$user" "$auth" "$privacy"
done <users | write all.yaml

start() {
	: >ready
	"$twinmap" replay --seconds 100 "$@" network >ready &
	server=$!
	for _ in $(seq 100); do
		grep -q ready ready && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
cat >discover.yaml <<'CONFIG'
scope: { include: [192.0.2.0/24, "2001:db8::/32"] }
limits: { timeout_ms: 200, tries: 2 }
CONFIG
crawl() {
	rm -f topology.db
	timeout 20 "$twinmap" discover --config discover.yaml \
		--credentials "$1" --seed "$2"
}
ask() { sqlite3 -separator ' | ' topology.db "$1"; }
netsnmp() {
	local program=$1 user=$2 auth=$3 privacy=$4 options=(-l noAuthNoPriv)
	shift 4
	[ "$auth" = - ] || options=(-l authNoPriv -a "$auth" -A signs-all-of-it)
	[ "$privacy" = - ] || options+=(-l authPriv -x "$privacy"
		-X hides-all-of-it)
	"$program" -v3 -u "$user" "${options[@]}" -r0 -t2 -m '' -Onqe "$@"
}

start --credentials all.yaml
name=1.3.6.1.2.1.1.5.0
while read -r user auth privacy; do
	for at in 192.0.2.1 'udp6:[2001:db8::1]'; do
		check "snmpget $at as $user" [ ".$name \"r1\"" = "$(
			netsnmp snmpget "$user" "$auth" "$privacy" "$at" $name
		)" ]
	done
	check "snmpbulkwalk as $user" [ 400 = "$(
		netsnmp snmpbulkwalk "$user" "$auth" "$privacy" 192.0.2.1 \
			1.3.6.1.2.1.2 | wc -l
	)" ]
	credential "$user" "$auth" "$privacy" | write one.yaml
	check "discover as $user" crawl one.yaml 2001:db8::1
	check "... all of it" [ "$user | 200" = "$(
		ask "SELECT d.credential, count(*) FROM device d
			JOIN interface i ON i.device = d.id WHERE i.type = 6"
	)" ]
done <users

# What is wrong, and how discover and snmpget say it.
while IFS='|' read -r what words theirs user auth privacy rest; do
	# shellcheck disable=SC2086
	credential $user $auth $privacy $rest | write wrong.yaml
	for seed in 192.0.2.1 2001:db8::1; do
		refuse "$what: $seed" crawl wrong.yaml $seed
		cp last said
		check "$what: $seed: is said" grep -q \
			"seed $seed.*wrong credentials: $user: .*$words" said
	done
	# shellcheck disable=SC2086
	set -- $rest
	[ $# -gt 0 ] && continue
	netsnmp snmpget "$user" "$auth" "$privacy" 192.0.2.1 $name >said 2>&1
	check "$what: snmpget knows, too" grep -q "$theirs" said
done <<'END_OF_TABLE'
no such user|unknownUserNames|Unknown user name|nobody|SHA|AES
no privacy|unsupportedSecLevels|Unsupported security level|user-SHA-AES|SHA|-
neither|unsupportedSecLevels|Unsupported security level|user-SHA-AES|-|-
another hash|wrongDigests|Authentication failure|user-SHA-AES|SHA-256|AES
another cipher|decryptionErrors|Decryption error|user-SHA-AES|SHA|AES-256
a wrong password|wrongDigests||user-SHA-AES|SHA|AES|not-the-password
a wrong privacy password|decryptionErrors||user-SHA-DES|SHA|DES|signs-all-of-it not-the-password
END_OF_TABLE
netsnmp snmpget user-SHA-AES SHA AES -n other 192.0.2.1 $name >said 2>&1
check "a context is not known" grep -q 'Bad context' said
refuse "v2c is not listed" snmpget -v2c -c public -r0 -t0.3 192.0.2.1 $name
stop

{ credential user SHA-512 AES-256 &&
	echo '  - { label: c, version: v2c, community: secret }'; } |
	write both.yaml
start --credentials both.yaml
check "a listed community" snmpget -v2c -c secret -r0 -t1 192.0.2.1 $name
refuse "another" snmpget -v2c -c public -r0 -t0.3 192.0.2.1 $name
check "and a user beside it" netsnmp snmpget user SHA-512 AES-256 192.0.2.1 \
	$name
stop

start --credentials both.yaml --fault r1:no-v3
check "an agent without SNMPv3 takes its community" \
	snmpget -v2c -c secret -r0 -t1 192.0.2.1 $name
refuse "... and is silent to users" netsnmp snmpget user SHA-512 AES-256 \
	192.0.2.1 $name
check "the crawl goes on to the next credential" crawl both.yaml 2001:db8::1
check "... and says which one it was" [ 'SNMPv2c |  | c' = "$(
	ask "SELECT snmp_version, security_level, credential FROM device"
)" ]
stop
start --credentials both.yaml --fault no-community
refuse "an agent without communities" snmpget -v2c -c secret -r0 -t0.3 \
	192.0.2.1 $name
check "... knows its user" netsnmp snmpget user SHA-512 AES-256 192.0.2.1 $name
stop

# An agent that restarts begins its clock again, and answers so.
credential user SHA-256 AES | write one.yaml
coverage() { ask "SELECT question, result, rows, reason FROM coverage ORDER BY 1"; }
start --credentials one.yaml
check "no restart" crawl one.yaml 192.0.2.1
coverage >well
stop
for answers in 1 2 3 5 8 13; do
	start --credentials one.yaml --fault "restart-after=$answers"
	for seed in 192.0.2.1 2001:db8::1; do
		check "restart after $answers answers: $seed" crawl one.yaml $seed
		coverage >found
		same "... loses nothing" well found
	done
	stop
done

refuse "both doors" "$twinmap" replay --seconds 1 --credentials one.yaml \
	--community public network
chmod 644 one.yaml
refuse "a file that others may read" "$twinmap" replay --seconds 1 \
	--credentials one.yaml network
finish
