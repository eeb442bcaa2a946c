#!/bin/bash
# test_marlin_pages.sh -- the sample network's second phase as pages: one of
# each kind is what it was. What differs from crawl to crawl is masked.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
here=$top/tests/golden/marlin-pages

golden() { # PAGE
	sed -E -f "$here.sed" "$work/site/$1" >"$work/actual" || {
		fail "golden $1"
		return
	}
	if [ "${GOLDEN:-}" = write ]; then
		mkdir -p "$(dirname "$here/$1")"
		cp "$work/actual" "$here/$1"
	fi
	same "golden $1" "$here/$1" "$work/actual"
}

if ! marlin_states >"$work/crawl" 2>&1; then
	cp "$work/crawl" "$work/last"
	fail "the sample network is crawled"
	finish
fi
render_p2() {
	"$twinmap" render "$marlin/p2.db" -n "$top/samples/marlin/notes/p3" -o "$1"
}
check "phase p2 is rendered" render_p2 "$work/site"
for page in index findings metrics changes devices devices/hq-core1 \
	devices/hq-edge2 devices/b2-rtr1 devices/hq-ph1 devices/ispa-pe1 sites \
	sites/hq segments links routed-links neighbours pairs addresses hosts \
	uplinks uplinks/isp-a-1 equipment people plan ipam ipam/3fff-a10-48 \
	security security/zones pilot services services/mx1-25-tcp monitoring \
	record voip projects final notes procedures/a-rogue-router coverage \
	checks probes method; do
	golden "$page.md"
done
check "and rendered again" render_p2 "$work/again"
check "both times the same bytes" diff -r "$work/site" "$work/again"
for phase in p0 p1 p3; do
	check "phase $phase is rendered" \
		"$twinmap" render "$marlin/$phase.db" -o "$work/$phase"
done
mv "$work/site" "$work/p2"

# Of what was not seen, pages and pictures say just that: 'no IPv6 activity
# observed', never 'no IPv6'.
says_no_ipv6() {
	grep -rhoiE --exclude="topology.db*" "no ipv[46].{0,40}" "$1" >"$work/said"
	grep -vE '[nN]o IPv[46] (activity|session|neighbour)( was)? (observed|seen)' \
		"$work/said"
}
for phase in $marlin_phases; do
	check "$phase: there are pages" test -s "$work/$phase/index.md"
	refuse "$phase: nobody is said to have 'no IPv6'" \
		says_no_ipv6 "$work/$phase"
done
# tells PHASE PAGE ROW TEXT: the page's row that has ROW has TEXT too
tells() {
	check "$1: $2 tells of $3" \
		grep -qF -- "$4" <(grep -F -- "$3" "$work/$1/$2.md")
}
tells p1 devices '[hq-srv1]' '| transition only | `192.0.2.170` | Halyard HS-1 | of IPv6, only 6to4, Teredo or ISATAP addresses were seen |'
tells p1 segments '>hq-core1 - hq-core2 |' '| IPv6 was seen at one end only |'
tells p2 devices '[hq-pc1]' '| link-local only | `192.0.2.80` |  | of IPv6, only link-local addresses were seen |'
tells p2 devices '[b2-sw1]' '| not observed | not observed | no SNMP agent answered | stated by the facts |'
tells p2 devices '[b2-rtr1]' '| not observed | `203.0.113.231` | no SNMP agent answered | named by LLDP neighbours |'
tells p2 devices/b2-sw1 'Not observed: it did not answer, and no neighbour' ''
tells p2 devices/b2-rtr1 'unknown: no SNMP agent answered' ''
tells p2 segments '>VLAN 20 ADMIN |' '[1](hosts.md#segment-hq-vlan-20)<br>no working address: 1'
tells p2 hosts '`00:00:5e:00:53:fe`' '| `fe80::200:5eff:fe00:53fe` |'
tells p2 hosts '[hq-pc1]' '| Gi1/0/8 | [hq-ph1](devices/hq-ph1.md), phone |'
tells p2 sites/isp-a 'Others, not counted: 1.' ''
tells p3 devices '[hq-lap1]' '| `3fff:a10:0:60:2c1f:6d0e:b47:f52` | not seen |'
tells p3 devices/hq-ph1 '| `192.0.2.140` |' '| ARP, LLDP |'
tells p3 hosts '[hq-lap1]' '| [hq-ap1](devices/hq-ap1.md), access point |'
finish
