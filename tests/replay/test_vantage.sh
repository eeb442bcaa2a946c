#!/bin/bash
# Crawls that begin by themselves, and lldpctl as it may be: a host of two
# cables, with replayed routers at their far ends. Needs a user namespace or
# root.
#
#   r1 (v1 there) ---- us ---- r2 (v2 there), which has IPv6 only
. "$(dirname "$0")/../lib.sh"

if [ "${1:-}" != inside ]; then
	how=-Urn
	[ "$(id -u)" -ne 0 ] || how=-n
	if ! unshare $how true 2>/dev/null; then
		skip "crawls that begin by themselves" "no namespaces here"
		finish
	fi
	become unshare $how "$0" inside
fi
cd "$work" || exit 1

# far NUMBER ADDRESS...: a name space behind v NUMBER, for routers to answer in
far() {
	local number=$1 address
	shift
	unshare -n sleep 100 &
	run_later "kill $! && wait $!"
	eval "far$number=$!"
	until [ "$(readlink /proc/$!/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do
		sleep 0.05
	done
	ip link add "v$number" address "02:00:5e:00:53:a$number" type veth \
		peer name w0 address "02:00:5e:00:53:b$number" netns $!
	ip link set "v$number" up
	inside "$number" ip link set lo up
	inside "$number" ip link set w0 addrgenmode none
	inside "$number" ip link set w0 up
	for address; do
		case $address in
		*:*) inside "$number" ip addr add "$address" dev w0 nodad ;;
		*) inside "$number" ip addr add "$address" dev w0 ;;
		esac
	done
}
inside() { # inside NUMBER COMMAND...
	local pid="far$1"
	shift
	nsenter -t "${!pid}" -n -- "$@"
}

# recording NUMBER
recording() {
	printf '%s|%s|%s\n' 1.3.6.1.2.1.1.1.0 4 "Testware" \
		1.3.6.1.2.1.1.2.0 6 1.3.6.1.4.1.32473.1 \
		1.3.6.1.2.1.1.5.0 4 "r$1" 1.3.6.1.6.3.10.2.1.1.0 4x "800012ab0$1"
}

# router NUMBER ADDRESS...: the recording answers there
router() {
	local number=$1
	shift
	mkdir "r$number"
	recording "$number" >"r$number/r$number.snmprec"
	echo "r$number $*" >"r$number.addresses"
	inside "$number" "$twinmap" replay --seconds 100 \
		--addresses "r$number.addresses" "r$number" >"r$number.ready" 2>&1 &
	run_later "kill $! && wait $!"
	for _ in $(seq 100); do
		grep -qs ready "r$number.ready" && return
		sleep 0.05
	done
	return 1
}

# lldpctl PROGRAM NAME: a script that is found instead, from standard input
lldpctl() {
	mkdir -p "$2"
	{ echo '#!/bin/sh' && cat; } >"$2/$1"
	chmod +x "$2/$1"
}

# crawl NAME OPTION...: into NAME.db; lldpctl is looked for in $programs alone
crawl() {
	local name=$1
	shift
	PATH=$programs timeout -k 1 60 "$twinmap" discover \
		--credentials credentials.yaml --output "$name.db" \
		--at 2026-09-17T08:15:00Z "$@"
}
one_line() { # one_line STATUS PATTERN command...: that status and that line
	local status=$1 pattern=$2 got
	shift 2
	"$@" >said 2>&1
	got=$?
	cat said
	[ "$got" -eq "$status" ] && [ "$(grep -c . said)" -eq 1 ] &&
		grep -q -- "$pattern" said
}
ask() { sqlite3 "$1.db" "$2"; }
is() { same "$1" <(echo "$2") <(echo "$3"); }

timeout=$(command -v timeout)
timeout() { "$timeout" "$@"; }
mkdir none
programs=$work/none
printf 'credentials:\n  - {label: one, version: v2c, community: public}\n' \
	>credentials.yaml
chmod 600 credentials.yaml
ip link set lo up

# ---- nowhere to begin -------------------------------------------------------
check "nowhere to begin is one clear line" \
	one_line 1 'seed auto: .* no default router' crawl x --seed auto
printf 'seeds: auto\ncredentials: credentials.yaml\n' >auto.yaml
check "... in a file, too" \
	one_line 1 'seed auto: .* no default router' crawl x --config auto.yaml
mkdir recordings && recording 1 >recordings/r1.snmprec
for option in --vantage '--seed auto'; do
	# shellcheck disable=SC2086
	check "recordings and $option" one_line 1 "${option%% *}.*recordings" \
		crawl x $option --recordings recordings
done
printf 'vantage: perhaps\n' >wrong.yaml
check "a wrong word is told with its line" \
	one_line 1 'wrong.yaml:1: vantage' crawl x --config wrong.yaml

# ---- default routers --------------------------------------------------------
far 1 192.0.2.1/24 2001:db8::1/64 fe80::1/64
far 2 fe80::2/64
router 1 192.0.2.1 2001:db8::1 && router 2 fe80::2%w0 ||
	fail "routers answer"
ip addr add 192.0.2.2/24 dev v1
ip addr add 2001:db8::2/64 dev v1 nodad
ip route add default via 192.0.2.1
check "IPv4: a crawl from the default router" crawl v4 --seed auto
is "... finds it" "r1 192.0.2.1" "$(ask v4 \
	"SELECT sys_name || ' ' || address FROM device")"
is "... and keeps nothing else of this host" "0|0" "$(ask v4 \
	"SELECT (SELECT count(*) FROM vantage), count(*) FROM device
	 WHERE sys_name <> 'r1'")"
ip route del default
ip -4 neigh flush all
ip -6 neigh replace fe80::1 lladdr 02:00:5e:00:53:b1 dev v1 router
ip -6 neigh replace 2001:db8::1 lladdr 02:00:5e:00:53:b1 dev v1 router
ip -6 route add default via fe80::1 dev v1
check "IPv6: a link-local router is asked by another address" \
	crawl v6 --seed auto
is "... of the same MAC" "r1 2001:db8::1" "$(ask v6 \
	"SELECT sys_name || ' ' || address FROM device")"
check "a file that says so" crawl file --config auto.yaml
is "... finds the same" "r1 2001:db8::1" "$(ask file \
	"SELECT sys_name || ' ' || address FROM device")"

# ---- this host as a device, and lldpctl -------------------------------------
neighbour='"chassis":[{"id":[{"type":"mac","value":"02:00:5e:00:53:b1"}],
	"name":[{"value":"r1"}],"mgmt-ip":[{"value":"192.0.2.1"},
	{"value":"2001:db8::1"}]}],
	"port":[{"id":[{"type":"ifname","value":"w0"}]}]'
lldpctl lldpctl good <<E2
echo '{"lldp":[{"interface":[{"name":"v1","via":"LLDP","rid":"1",$(tr -d '\n' <<<"$neighbour")},
	{"name":"gone","via":"LLDP","rid":"2"}]}]}'
E2
lldpctl lldpcli good <<<'echo "{\"local-chassis\":[{\"chassis\":[{\"id\":[{\"type\":\"mac\",\"value\":\"02:00:5e:00:53:a1\"}]}]}]}"'
lldpctl lldpctl bad <<<'echo "{\"lldp\":[{\"interface\":"'
lldpctl lldpcli bad <<<'echo unable to connect >&2; exit 1'
lldpctl lldpctl slow <<<'exec /bin/sleep 60'
lldpctl lldpcli slow <<<'exec /usr/bin/yes'

ip -6 route del default
ip neigh replace 192.0.2.1 lladdr 02:00:5e:00:53:b1 dev v1
for _ in $(seq 50); do # until each address is known to be nobody else's
	[ -n "$(ip -6 address show tentative)" ] || break
	sleep 0.1
done
programs=$work/good
check "LLDP neighbours are a beginning" crawl lldp --seed auto --vantage
is "... and this host is a device" "r1 192.0.2.1|02:00:5e:00:53:a1" "$(
	ask lldp "SELECT (SELECT sys_name || ' ' || address FROM device
			WHERE address IS NOT NULL), chassis_id
		FROM vantage v JOIN device d ON d.id = v.device")"
is "... with a neighbour" "lldp|v1|r1|w0" "$(ask lldp \
	"SELECT a.protocol, i.name, a.sys_name, a.port_id FROM adjacency a
	 JOIN interface i ON i.id = a.interface
	 WHERE a.device = (SELECT device FROM vantage)")"
is "a row that makes no sense is counted" "rows|1|1" "$(ask lldp \
	"SELECT result, rows, refused FROM coverage
	 WHERE question = 'lldpctl: neighbours'")"
is "both families of ND and ARP" "192.0.2.1||2001:db8::1|1" "$(ask lldp \
	"SELECT group_concat(ip || '|' || COALESCE(is_router, ''), '|')
	 FROM (SELECT * FROM neighbour WHERE ip IN ('192.0.2.1', '2001:db8::1')
	       AND device = (SELECT device FROM vantage) ORDER BY ip)")"
is "no second crawl differs" "$(ask lldp .dump | grep -v candidate)" "$(
	crawl again --seed auto --vantage >/dev/null 2>&1
	ask again .dump | grep -v candidate
)"
reasons="SELECT question, result, reason FROM coverage
	WHERE question LIKE 'lldp%:%' AND question NOT LIKE '%MIB%' ORDER BY 1"
while IFS='|' read -r folder chassis neighbours; do
	programs=$work/$folder
	check "$folder lldpctl is no error" crawl "$folder" --vantage \
		--seed 192.0.2.1
	is "... but is told" "lldpcli: chassis|no answer|lldpcli $chassis
lldpctl: neighbours|no answer|lldpctl $neighbours" \
		"$(ask "$folder" "$reasons")"
done <<-CASES
	none|is not installed|is not installed
	bad|reached no lldpd|printed what is no list of its own
	slow|printed too much|took too long
CASES

# ---- a router without any other address -------------------------------------
programs=$work/none
ip -6 route add default via fe80::2 dev v2
check "a router with nothing but a link-local address" crawl zone --seed auto \
	--include 2001:db8::/32
is "... is asked there" "r2|fe80::2|auto, default router fe80::2%v2" "$(
	ask zone "SELECT sys_name, address, (SELECT value FROM setting
		WHERE name = 'seed') FROM device")"
finish
