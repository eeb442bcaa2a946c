#!/bin/bash
# What is recorded of an agent is what the agent was made of.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

mkdir network
{
	echo '1.0.8802.1.1.2.1.3.3.0|4|r1'
	echo '1.0.8802.1.1.2.1.4.1.1.9.0.1.1|4|r2'
	echo '1.3.6.1.2.1.1.1.0|4|a|router, "quoted" '
	echo '1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10'
	echo '1.3.6.1.2.1.1.3.0|67|4294967295'
	echo '1.3.6.1.2.1.1.4.0|4|Ann, +1 555 0100'
	echo '1.3.6.1.2.1.1.5.0|4|r1'
	echo '1.3.6.1.2.1.1.6.0|4|'
	echo '1.3.6.1.2.1.2.2.1.5.1|66|1000000000'
	echo '1.3.6.1.2.1.2.2.1.6.1|4x|02005e005301'
	echo '1.3.6.1.2.1.2.2.1.10.1|65|7'
	echo '1.3.6.1.2.1.4.20.1.1.192.0.2.1|64|192.0.2.1'
	echo '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1|2|-1'
	echo '1.3.6.1.2.1.25.4.2.1.5.9|4|--password not-public'
	echo '1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615'
	seq -f '1.3.6.1.2.1.47.1.1.1.1.2.%g|4|part' 500
	echo '1.3.6.1.4.1.8072.1.3.2.1.0|2|1'
	echo '1.3.6.1.4.1.32473.1.0|4|by community not-public'
	echo '1.3.6.1.4.1.32473.2.110.111.116.45.112.117.98.108.105.99|2|1'
	echo '1.3.6.1.4.1.32473.3.0|68x|9f780441c80000'
	echo '1.3.6.1.6.3.10.2.1.1.0|4x|80001f880400112233'
	echo '1.3.6.1.6.3.18.1.1.1.2.1|4|not-public'
	echo '1.3.111.2.802.1.1.13.1.3.3.0|4|r1'
} >network/r1.snmprec
echo 'credentials: [{ label: lab, version: v2c, community: not-public }]' \
	>credentials.yaml
chmod 600 credentials.yaml

start() {
	"$twinmap" replay --seconds 60 "$@" >ready &
	server=$!
	for _ in $(seq 100); do
		grep -qs ready ready && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
record() { timeout 50 "$twinmap" record --credentials credentials.yaml "$@"; }
of() { grep "^$1[.|]" "$2" | cut -d'|' -f3-; }
gone() { ! grep "$@"; }

start --community not-public network
for address in 192.0.2.1 2001:db8::1; do
	check "an agent is recorded over $address" \
		record "$address" -o again.snmprec
	grep -v '|68x|' network/r1.snmprec >expected
	grep -v '|68x|' again.snmprec >recorded
	same "and is what it was" expected recorded
done
check "scrubbed" record --scrub 192.0.2.1 -o scrubbed.snmprec
{
	grep -vE '^1.3.6.1.(6.3.18|4.1.8072.1.3|4.1.32473.2)\.|\|68x\|' \
		network/r1.snmprec |
		sed -E '/(1\.1\.4\.0|25\.4\.2\.1\.5\.9|32473\.1\.0)\|/s/\|4\|.*/|4|scrubbed/'
} >expected
grep -v '|68x|' scrubbed.snmprec >recorded
same "secrets, contact and command lines are gone, all else stays" \
	expected recorded
check "names become pseudonyms" \
	record --scrub-names 2001:db8::1 -o named.snmprec
check "no name is left" gone -E '\|r[12]$' named.snmprec
of 1.3.6.1.2.1.1.5 named.snmprec >expected
of 1.0.8802.1.1.2.1.3.3 named.snmprec >recorded
same "the same name has the same pseudonym" expected recorded
of 1.0.8802.1.1.2.1.4.1.1.9 named.snmprec >recorded
refuse "another name has another" cmp expected recorded

refuse "an address where nobody is" record 192.0.2.9 -o none.snmprec
check "leaves no file" [ ! -e none.snmprec ]
refuse "another community" "$twinmap" record 192.0.2.1 -o none.snmprec
refuse "no address" record r1.example -o none.snmprec
refuse "no file" record 192.0.2.1
refuse "a port that cannot be" record --port 70000 192.0.2.1 -o none.snmprec
stop

# What was recorded can be recorded again.
mkdir second
mv again.snmprec second/r1.snmprec
start --port 1161 --community not-public second
check "a recording of a recording" \
	record --port 1161 192.0.2.1 -o third.snmprec
same "is the same" second/r1.snmprec third.snmprec
stop

# What the agent cannot tell is left out, with a word; what is behind it is not.
# stumble FAULT LEFT_OUT: a pattern of the lines that nobody can read.
stumble() {
	start --community not-public --fault "r1:$1" second
	check "$1: what can be read is recorded" \
		record 2001:db8::1 -o stumbled.snmprec
	cp last said
	stop
	check "$1: what is missing is said" grep -q 'missing behind' said
	grep -vE "$2" second/r1.snmprec >expected
	same "$1: all else is there" expected stumbled.snmprec
}
stumble gen-err=1.3.6.1.2.1.2.2.1.6 '^1.3.6.1.2.1.2.2.1.6\.'
stumble gen-err=1.3.6.1.2.1.47.1.1.1.1.2.250 '^1.3.6.1.2.1.47.1.1.1.1.2.250\|'
stumble loop=1.3.6.1.2.1.47.1.1.1.1.2.250 '^1.3.6.1.2.1.47.1.1.1.1.2.251\|'
stumble non-increasing=1.3.6.1.2.1.47.1.1.1.1.2.250 '^1.3.6.1.2.1.47.1.1.1.1.2.251\|'
start --community not-public --fault silent-after=5 second
refuse "an agent that falls silent" record 192.0.2.1 -o silent.snmprec
check "leaves what it told before" grep -q '^1.3.6.1.2.1.1.5.0|4|r1$' \
	silent.snmprec
stop

if [ ! -d "$shared/devices" ]; then
	skip "recorded devices are recorded again" "no $shared/devices"
	finish
fi
for file in "$shared"/devices/*.snmprec; do
	number=$((${number:-0} + 1))
	echo "$(basename "$file" .snmprec) 198.18.0.$number"
done >addresses
start --addresses addresses "$shared/devices"
# Names without leading zeros; lines of no type are no variables. A value that
# fills a packet by itself cannot be asked for and hides others near it.
while read -r name ip; do
	"$twinmap" record "$ip" -o again.snmprec >last 2>&1 ||
		echo "$name: $(cat last)"
	awk -F'|' -v CONVFMT=%.0f '
	function plain(name, ids, count, i) {
		count = split(name, ids, ".")
		name = ids[1] + 0
		for (i = 2; i <= count; i++)
			name = name "." (ids[i] + 0)
		return name
	}
	NR == FNR { recorded[$1]; next }
	$2 ~ /^(2|4|5|6|6[4-8]|7[01])x?$/ && !/^#/ {
		name = plain($1)
		if (!(name in recorded))
			missing[name]
		is_hidden = is_hidden || length($3) > 2800
	}
	END {
		for (name in missing)
			if (!is_hidden)
				print name
	}' again.snmprec "$shared/devices/$name.snmprec" |
		sed "s/^/$name misses /"
done <addresses >found
stop
same "recorded devices are recorded again" /dev/null found
finish
