#!/bin/bash
# A chain of five devices, each named by the one before, and what the scope and
# the limits let a crawl do with it.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

# ---- the chain: 192.0.2.N and 2001:db8::N, N from 1 to 5 --------------------
# recording N: device N, whose only LLDP neighbour is N + 1
recording() {
	local n=$1 next=$(($1 + 1)) lldp=1.0.8802.1.1.2.1
	printf '%s|%s|%s\n' \
		1.3.6.1.2.1.1.1.0 4 "Testware, model $((n % 2))" \
		1.3.6.1.2.1.1.2.0 6 1.3.6.1.4.1.32473.$n \
		1.3.6.1.2.1.1.3.0 67 100 \
		1.3.6.1.2.1.1.5.0 4 chain-$n \
		1.3.6.1.2.1.2.2.1.2.1 4 eth0 \
		1.3.6.1.2.1.4.20.1.2.192.0.2.$n 2 1 \
		$lldp.3.1.0 2 4 $lldp.3.2.0 4x 00005e00530$n
	if [ "$n" -lt 5 ]; then
		printf '%s|%s|%s\n' $lldp.4.1.1.4.0.1.1 2 4 \
			$lldp.4.1.1.5.0.1.1 4x 00005e00530$next \
			$lldp.4.1.1.6.0.1.1 2 5 $lldp.4.1.1.7.0.1.1 4 eth0 \
			$lldp.4.1.1.9.0.1.1 4 chain-$next \
			$lldp.4.2.1.3.0.1.1.1.4.192.0.2.$next 2 2
	fi
	printf '%s|%s|%s\n' 1.3.6.1.6.3.10.2.1.1.0 4x 800012ab0$n
}
mkdir "$work/chain"
for n in 1 2 3 4 5; do
	recording $n | sort -t'|' -V >"$work/chain/192.0.2.$n.snmprec"
done
"$twinmap" replay --seconds 100 "$work/chain" >"$work/ready" 2>&1 &
run_later "kill $! && wait $!"
for _ in $(seq 100); do
	grep -qs ready "$work/ready" && break
	sleep 0.05
done
printf 'credentials:\n  - {label: one, version: v2c, community: public}\n' \
	>"$work/credentials.yaml"
chmod 600 "$work/credentials.yaml"

# crawl OPTION...: into $work/found.db
crawl() {
	rm -f "$work/found.db"
	timeout 60 "$twinmap" discover --credentials "$work/credentials.yaml" \
		--include 192.0.2.0/24 --output "$work/found.db" "$@"
}
# is NAME ACTUAL EXPECTED
is() {
	same "$1" <(echo "$3") <(echo "$2")
}
ask() {
	sqlite3 "$work/found.db" "$1"
}
devices="SELECT group_concat(sys_name, ' ') FROM
         (SELECT sys_name FROM device WHERE source = 'agent' ORDER BY sys_name)"
all="chain-1 chain-2 chain-3 chain-4 chain-5"

check "a chain is followed to its end" crawl --seed 192.0.2.1
is "all of it" "$(ask "$devices")" "$all"

check "two steps only" crawl --seed 192.0.2.1 --depth 2
is "the seed and two more" "$(ask "$devices")" "chain-1 chain-2 chain-3"
is "why the next was not asked" "$(ask "
	SELECT result || ': ' || detail FROM candidate WHERE ip = '192.0.2.4'")" \
	"out of scope: deeper than scope.depth"
check "the seed alone" crawl --seed 192.0.2.1 --depth 0
is "no step" "$(ask "$devices")" chain-1

check "a sweep asks all addresses of a prefix" \
	crawl --sweep 192.0.2.0/29 --depth 0
is "and finds all" "$(ask "$devices")" "$all"
is "six addresses, no network and no broadcast" "$(ask "
	SELECT count(*) FROM candidate WHERE found_by = 'sweep'")" 6
refuse "an IPv6 prefix is not swept" crawl --sweep 2001:db8::/112

rules() {
	printf 'scope:\n  rules:\n' >"$work/rules.yaml"
	printf '  - %s\n' "$@" >>"$work/rules.yaml"
}
rules '{ name: "chain-3", then: exclude }'
check "a name that a neighbour announces" \
	crawl --seed 192.0.2.1 --config "$work/rules.yaml"
is "is not asked" "$(ask "
	SELECT result || ': ' || detail || ', ' || requests FROM candidate
	WHERE  ip = '192.0.2.3'")" "out of scope: name chain-3, 0"
rules '{ object_id: 1.3.6.1.4.1.32473.3, then: exclude }'
check "what only the answer tells" \
	crawl --seed 192.0.2.1 --config "$work/rules.yaml"
is "is not kept" "$(ask "$devices")" "chain-1 chain-2"
rules '{ platform: "*model 1", name: "chain-[35]", then: leaf }'
check "a leaf" crawl --seed 192.0.2.1 --config "$work/rules.yaml"
is "is documented, its neighbours are not asked" "$(ask "$devices")" \
	"chain-1 chain-2 chain-3"
is "its tables were not asked for" "$(ask "
	SELECT count(*) FROM coverage c JOIN device d ON d.id = c.device
	WHERE  d.sys_name = 'chain-3' AND question LIKE 'IF-MIB%'")" 0
is "so nothing is absent there" "$(ask "
	SELECT class FROM device WHERE sys_name = 'chain-3'")" unknown

printf 'limits: { devices: 2 }\n' >"$work/limit.yaml"
check "a limit of devices" crawl --seed 192.0.2.1 --config "$work/limit.yaml"
is "is kept" "$(ask "$devices")" "chain-1 chain-2"
is "and said" "$(ask "
	SELECT result || ': ' || detail FROM candidate WHERE ip = '192.0.2.3'")" \
	"not asked: limits.devices is reached"

printf '%s\n' 'credentials:' \
	'  - {label: elsewhere, version: v2c, community: public,' \
	'     prefixes: [198.51.100.0/24]}' \
	'  - {label: here, version: v2c, community: public,' \
	'     prefixes: [192.0.2.0/30]}' >"$work/credentials.yaml"
check "credentials for prefixes" crawl --seed 192.0.2.1
is "are tried there only" "$(ask "$devices")" "chain-1 chain-2 chain-3"
is "by the right one" "$(ask "
	SELECT DISTINCT credential FROM device WHERE source = 'agent'")" here
is "and the rest is told" "$(ask "
	SELECT result || ': ' || detail FROM candidate WHERE ip = '192.0.2.4'")" \
	"not asked: no credential is meant for this address"
finish
