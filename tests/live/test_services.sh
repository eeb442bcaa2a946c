#!/bin/bash
# twinmap probe against real servers: dnsmasq, nginx, postfix, dovecot, snmpd.
#
#   nms -- r1 -- srv (all servers)
#           `--- old (an agent that listens over IPv4 alone)
#
# Over IPv6 srv refuses port 25, and is silent at port 8080; a second collector
# has no IPv6 at all.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"
. "$top/tests/live/servers.sh"
cd "$work" || exit 1
export LC_ALL=C

four=192.0.2.10 six=2001:db8:b::10

lab_network() {
	local node
	for node in nms four r1 srv old; do
		lab_node "$node" || return 1
	done
	lab_cable nms eth0 r1 eth0
	lab_cable four eth0 r1 eth1
	lab_cable srv eth0 r1 eth2
	lab_cable old eth0 r1 eth3
	lab_forwarding r1
	lab_address r1 eth0 198.51.100.1/28 2001:db8:a::1/64
	lab_address r1 eth1 198.51.100.17/28
	lab_address r1 eth2 192.0.2.1/27 2001:db8:b::1/64
	lab_address r1 eth3 192.0.2.33/27 2001:db8:c::1/64
	lab_address nms eth0 198.51.100.2/28 2001:db8:a::2/64
	lab_address four eth0 198.51.100.18/28
	lab_address srv eth0 $four/27 $six/64
	lab_address old eth0 192.0.2.34/27 2001:db8:c::34/64
	on nms route add default via 198.51.100.1
	on nms route add default via 2001:db8:a::1
	on four route add default via 198.51.100.17
	on srv route add default via 192.0.2.1
	on srv route add default via 2001:db8:b::1
	on old route add default via 192.0.2.33
	on old route add default via 2001:db8:c::1
}

lab_faults() {
	in_node srv nft -f - <<-'RULES'
		table ip6 lab {
			chain in {
				type filter hook input priority 0
				tcp dport 25 reject with tcp reset
				tcp dport 8080 drop
			}
		}
	RULES
}

old_agent() {
	printf "%s\n" "agentaddress udp:161" "rocommunity public" "sysName old" |
		in_node old sh -c "cat >/run/snmpd.conf"
	in_node old env SNMP_PERSISTENT_DIR=/run/snmp MIBS= snmpd -f \
		-Lf "$work/old.snmpd.log" -I -smux,-mteTrigger,-mteTriggerConf \
		-C -c /run/snmpd.conf </dev/null >/dev/null 2>&1 &
	lab_within 5 in_node old snmpget -v2c -c public -t 0.2 -r 0 192.0.2.34 \
		1.3.6.1.2.1.1.5.0
}

names() {
	cat <<-CONF
		listen-address=$four,$six
		auth-server=ns1.lab.example,eth0
		auth-zone=lab.example,192.0.2.0/27,2001:db8:b::/64
		auth-soa=7,hostmaster.lab.example
		host-record=ns1.lab.example,$four,$six
		host-record=www.lab.example,$four,$six
		host-record=mx1.lab.example,$four,$six
		host-record=imap.lab.example,$four,$six
		host-record=slow.lab.example,$four,$six
		host-record=late.lab.example,$four
		mx-host=lab.example,mx1.lab.example,10
	CONF
}

check "a lab of five nodes" lab_network
check "agents answer" eval 'lab_snmpd r1 && lab_snmpd srv'
check "an agent over IPv4 alone" old_agent
check "a certificate" lab_certificate srv www.lab.example mx1.lab.example \
	imap.lab.example
check "dnsmasq" eval 'names | lab_dnsmasq srv'
check "nginx" lab_nginx srv 80 443 8080
check "postfix" lab_postfix srv mx1.lab.example
check "dovecot" lab_dovecot srv
check "over IPv6 one port refuses and one is silent" lab_faults
cat >facts.yaml <<END
own_prefixes:
  - {prefix: 192.0.2.0/24}
  - {prefix: 198.51.100.0/24}
  - {prefix: "2001:db8::/32"}
devices:
  - {name: srv, role: server, match: {name: srv}}
  - {name: r1, role: router, match: {name: r1}}
  - {name: old, role: server, match: {name: old}}
resolvers:
  - {address: $four}
reference_targets:
  - {address: 198.51.100.1}
  - {address: "2001:db8:a::1"}
dns_zones:
  - {zone: lab.example, servers: [ns1.lab.example]}
services:
  - {name: ns1, zone: lab.example, port: 53, device: srv}
  - {name: www, zone: lab.example, port: 80, device: srv}
  - {name: www, zone: lab.example, port: 443, device: srv}
  - {name: mx1, zone: lab.example, port: 25, device: srv}
  - {name: mx1, zone: lab.example, port: 587, device: srv}
  - {name: imap, zone: lab.example, port: 993, device: srv}
  - {name: slow, zone: lab.example, port: 8080, kind: http, device: srv}
  - {name: late, zone: lab.example, port: 443, device: srv}
END
cat >credentials.yaml <<END
credentials:
  - {label: lab, version: v2c, community: public}
END
chmod 600 credentials.yaml

crawl() { # crawl NODE DATABASE: discovered, and asked
	in_node "$1" "$twinmap" discover --credentials "$work/credentials.yaml" \
		--seed 192.0.2.1 --seed $four --seed 192.0.2.34 \
		--include 192.0.2.0/24 --include 2001:db8::/32 \
		--output "$work/$2" &&
		"$twinmap" analyse --facts "$work/facts.yaml" "$work/$2" &&
		in_node "$1" "$twinmap" probe --timeout-ms 2000 --rate 200 \
			--target-rate 50 --echo-interval-ms 100 \
			--credentials "$work/credentials.yaml" "$work/$2"
}
ask() { # ask DATABASE SQL
	sqlite3 -batch -noheader -separator ' ' -nullvalue - "$1" "$2"
}
rows() { # rows NAME DATABASE SQL: standard input, in any order
	sort >expected
	ask "$2" "$3" | sort >found
	same "$1" expected found
}
check "the lab is crawled and asked" crawl nms both.db

rows "the collector has both families" both.db "
	SELECT family, own_address, default_route, reference, works
	FROM probe_family" <<'END'
4 1 1 1 1
6 1 1 1 1
END
rows "names: A, AAAA and what is not there" both.db "
	SELECT p.name, p.record, p.result, r.value FROM probe p
	LEFT JOIN probe_record r ON r.probe = p.id
	WHERE p.kind = 'D1' AND p.target IN ('www:80/tcp', 'late:443/tcp')
	AND p.record IN ('A', 'AAAA')" <<END
www.lab.example A true $four
www.lab.example AAAA true $six
late.lab.example A true $four
late.lab.example AAAA false -
END
rows "mail goes to mx1" both.db "
	SELECT r.number, r.value FROM probe p JOIN probe_record r
	ON r.probe = p.id WHERE p.record = 'MX'" <<<'10 mx1.lab.example'
rows "every server of the zone says one serial, over both families, UDP and TCP" \
	both.db "
	SELECT p.family, p.proto, p.result, r.number FROM probe p
	JOIN probe_record r ON r.probe = p.id WHERE p.kind = 'D2'" <<'END'
4 tcp true 7
4 udp true 7
6 tcp true 7
6 udp true 7
END
rows "ports" both.db "
	SELECT DISTINCT target, family, result, reason FROM probe
	WHERE kind = 'T1' AND target LIKE '%:%/%'" <<'END'
imap:993/tcp 4 true -
imap:993/tcp 6 true -
late:443/tcp 4 true -
late:443/tcp 6 true -
mx1:25/tcp 4 true -
mx1:25/tcp 6 false refused
mx1:587/tcp 4 true -
mx1:587/tcp 6 true -
ns1:53/tcp 4 true -
ns1:53/tcp 6 true -
slow:8080/tcp 4 true -
slow:8080/tcp 6 false no-answer
www:443/tcp 4 true -
www:443/tcp 6 true -
www:80/tcp 4 true -
www:80/tcp 6 true -
END
rows "what their protocols say" both.db "
	SELECT DISTINCT target, family, result, reason FROM probe
	WHERE kind = 'T3' AND target NOT LIKE 'slow%'" <<'END'
imap:993/tcp 4 true -
imap:993/tcp 6 true -
late:443/tcp 4 true -
late:443/tcp 6 true -
mx1:25/tcp 4 true -
mx1:25/tcp 6 false refused
mx1:587/tcp 4 true -
mx1:587/tcp 6 true -
ns1:53/tcp 4 true -
ns1:53/tcp 6 true -
www:443/tcp 4 true -
www:443/tcp 6 true -
www:80/tcp 4 true -
www:80/tcp 6 true -
END
print=$(in_node srv openssl x509 -in /run/lab.crt -noout -fingerprint -sha256 |
	sed 's/.*=//; s/://g' | tr A-F a-f)
rows "one certificate everywhere, in the clear and after STARTTLS" both.db "
	SELECT p.target, p.family, c.fingerprint = '$print', c.names
	FROM probe p JOIN probe_certificate c ON c.probe = p.id" < <(
	for pair in 'www:443 4' 'www:443 6' 'mx1:25 4' 'mx1:587 4' 'mx1:587 6' \
		'imap:993 4' 'imap:993 6' 'late:443 4' 'late:443 6'; do
		echo "${pair% *}/tcp ${pair#* } 1" \
			"imap.lab.example, mx1.lab.example, www.lab.example"
	done)
rows "agents over both families, and one over IPv4 alone" both.db "
	SELECT target, family, max(result = 'true') FROM probe
	WHERE kind = 'M1' GROUP BY 1, 2" <<'END'
old 4 1
old 6 0
r1 4 1
r1 6 1
srv 4 1
srv 6 1
END
rows "services by class" both.db "SELECT name, class FROM service" <<'END'
imap:993 dual-stack
late:443 unpublished
mx1:25 broken
mx1:587 dual-stack
ns1:53 dual-stack
slow:8080 broken
www:443 dual-stack
www:80 dual-stack
END

check "a collector without IPv6 asks the same" crawl four four.db
rows "it knows that it lacks one" four.db "
	SELECT family, own_address, works FROM probe_family" <<'END'
4 1 1
6 0 0
END
rows "what it cannot ask is unknown, never absent" four.db "
	SELECT DISTINCT result, reason FROM probe
	WHERE family = 6 AND kind NOT IN ('D1')
	AND target <> 'reference target'" <<<'unknown prober-lacks-family'
rows "no service is called broken for that, or whole" four.db "
	SELECT name, class FROM service WHERE class IN ('broken', 'unpublished',
		'dual-stack')" </dev/null
refuse "a state that is not there" in_node nms "$twinmap" probe \
	"$work/nothing.db"
finish
