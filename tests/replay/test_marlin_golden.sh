#!/bin/bash
# The figures of the sample network's rollout: what each phase must give, and
# what must have changed between them. Worked out by hand from its addresses,
# services and stories, and read from the tables that all pages are made of.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin_facts.sh"

classes="printf('%d/%d/%d/%d',
	total(objects) FILTER (WHERE class = 'dual-stack'),
	total(objects) FILTER (WHERE class = 'IPv4 only'),
	total(objects) FILTER (WHERE class = 'IPv6 only'),
	total(objects) FILTER (WHERE class = 'unknown'))"
tenths() { # tenths COLUMN: 542 as 54.2
	echo "($1 / 10) || '.' || ($1 % 10)"
}
by_phase() { # "NAME VALUE..." of p0 to p3: a line each
	awk '{ for (i = 2; i <= NF; i++) print "p" i - 2, $1, $i }'
}

# ---- devices, segments, links: dual-stack/IPv4 only/IPv6 only/unknown ---------

by_phase <<'END' >stated
K1 0/27/0/0 4/23/0/0 13/11/0/3 24/2/1/0
K2 0/13/0/0 4/9/0/0 7/4/0/2 13/0/0/0
K3 0/14/0/0 0/14/0/0 6/7/0/1 11/2/1/0
K4 0/22/0/0 6/16/0/0 12/8/0/2 20/1/1/0
K5 0/10/0/0 6/4/0/0 8/2/0/0 10/0/0/0
END
facts "devices, infrastructure, endpoints, segments, links by class" "
	SELECT metric, $classes FROM metric_class
	WHERE metric IN ('K1', 'K2', 'K3', 'K4', 'K5')
	GROUP BY metric" <stated

by_phase <<'END' >stated
K1 27 27 27 27
K2 13 13 13 13
K3 14 14 14 14
K4 22 22 22 22
K5 10 10 10 10
K6 8 8 8 8
K7 4 4 4 4
END
facts "how many there are" "
	SELECT id, total FROM metric
	WHERE id IN ('K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7')" <stated

# ---- shares in percent: of what is known, and from low to high ----------------

by_phase <<'END' >stated
K1 0.0,0.0-0.0 14.8,14.8-14.8 54.2,48.1-59.3 88.9,88.9-88.9
K2 0.0,0.0-0.0 30.8,30.8-30.8 63.6,53.8-69.2 100.0,100.0-100.0
K3 0.0,0.0-0.0 0.0,0.0-0.0 46.2,42.9-50.0 78.6,78.6-78.6
K4 0.0,0.0-0.0 27.3,27.3-27.3 60.0,54.5-63.6 90.9,90.9-90.9
END
facts "dual-stack shares and their bands" "
	SELECT id, $(tenths share) || ',' || $(tenths low) || '-' || $(tenths high)
	FROM metric WHERE id IN ('K1', 'K2', 'K3', 'K4')" <stated

by_phase <<'END' >stated
K5 0.0 60.0 80.0 100.0
K6 0.0 0.0 62.5 100.0
K7 0.0 25.0 50.0 100.0
K8 0.0 14.8 54.2 92.6
K9 0.0 0.0 0.0 3.7
K10 0.0 0.4 12.0 58.0
END
facts "shares of links, services, circuits, of IPv6 and of its traffic" "
	SELECT id, $(tenths share) FROM metric
	WHERE id IN ('K5', 'K6', 'K7', 'K8', 'K9', 'K10')" <stated

by_phase <<'END' >stated
IPv4 9600000000 9560000000 8800000000 4200000000
IPv6 0 40000000 1200000000 5800000000
END
facts "octets that came in over the uplinks between two readings" "
	SELECT class, objects FROM metric_class WHERE metric = 'K10'" <stated

# ---- services and circuits ----------------------------------------------------

shorter() { # words of this test into words of the database
	sed 's/ 4$/ IPv4 only/; s/ D$/ dual-stack/'
}
by_phase <<'END' | shorter >stated
ns1:53 4 4 D D
www:80 4 4 D D
www:443 4 4 D D
mx1:25 4 4 broken D
mx1:587 4 4 D D
imap:993 4 4 D D
sip:5060 4 4 4 D
nms:443 4 4 unpublished D
END
facts "services by class" "SELECT name, class FROM service" <stated

by_phase <<'END' | shorter >stated
isp-a-1 4 D D D
isp-b-1 4 partial D D
wan-b1 4 4 4 D
wan-b2 4 4 4 D
END
facts "circuits by class" "SELECT id, class FROM circuit" <stated

# ---- address space --------------------------------------------------------------

by_phase <<'END' >stated
3fff:a10::/48 0 6 11 16
3fff:a10:1::/48 0 0 0 3
3fff:a10:2::/48 0 0 0 3
END
facts "/64s in use at each site" "
	SELECT prefix, nets_used FROM space
	WHERE prefix IN ('3fff:a10::/48', '3fff:a10:1::/48', '3fff:a10:2::/48')
	" <stated

# Used of usable, and the same in percent. What nobody could ask counts nothing,
# as does what is planned and gone.
by_phase <<'END' >stated
198.51.100.0/30 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
198.51.100.4/30 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.192/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.194/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.196/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.198/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.200/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.202/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.204/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.206/31 2/2=100.0 2/2=100.0 2/2=100.0 2/2=100.0
203.0.113.0/26 5/62=8.1 5/62=8.1 5/62=8.1 5/62=8.1
192.0.2.0/27 7/30=23.3 7/30=23.3 7/30=23.3 7/30=23.3
192.0.2.32/27 3/30=10.0 3/30=10.0 3/30=10.0 3/30=10.0
192.0.2.64/26 3/62=4.8 3/62=4.8 3/62=4.8 3/62=4.8
192.0.2.128/27 3/30=10.0 3/30=10.0 3/30=10.0 3/30=10.0
192.0.2.160/27 4/30=13.3 4/30=13.3 4/30=13.3 4/30=13.3
192.0.2.192/27 3/30=10.0 3/30=10.0 3/30=10.0 0/30=0.0
192.0.2.224/27 3/30=10.0 3/30=10.0 3/30=10.0 3/30=10.0
198.51.100.128/27 2/30=6.7 2/30=6.7 2/30=6.7 2/30=6.7
198.51.100.160/28 2/14=14.3 2/14=14.3 2/14=14.3 2/14=14.3
198.51.100.192/27 2/30=6.7 2/30=6.7 0/30=0.0 2/30=6.7
198.51.100.224/28 2/14=14.3 2/14=14.3 0/14=0.0 2/14=14.3
END
facts "IPv4 addresses in use" "
	SELECT prefix, used || '/' || usable || '='
		|| $(tenths '((1000 * used + usable / 2) / usable)')
	FROM space WHERE family = 4
	AND length >= 26 AND length < 32 AND status <> 'container'
	AND role IS NOT 'loopback'" <stated

# ---- findings -------------------------------------------------------------------

# By the object that people know: a port is one of its device, a name of the DNS
# and a service are what stands before the first dot or the protocol.
object="CASE subject_type
	WHEN 'interface' THEN substr(subject, 1, instr(subject, '/') - 1)
	WHEN 'name' THEN substr(subject, 1, instr(subject || '.', '.') - 1)
	WHEN 'service' THEN substr(subject, 1, instr(subject || '/', '/') - 1)
	ELSE subject END"

each_phase <<'END' >stated
p0,p1 I-06 hq-srv1
p0,p1,p2 S-12 hq-acc2
p1 P-05 isp-b-1
p1 P-02 hq-core1 Te1/1/2 - hq-core2 Te1/1/2
p1 P-01 hq-core2 Te1/1/1 - hq-fw1 eth1/4
p2 S-01 HQ VLAN 20
p2 I-01 HQ VLAN 50
p2 I-04 nms1
p2 P-12 mx1:25
p2 P-10 www
p2 P-09u nms:443
p2 P-15 hq-acc2
p3 P-23 b2-ph1
END
facts "open errors and warnings" "
	SELECT rule, $object FROM finding
	WHERE state = 'open' AND severity IN ('E', 'W')" <stated
facts "who did not answer" "
	SELECT $object FROM finding WHERE rule = 'C-01' AND state = 'open'
	" <<<'p2 b2-rtr1'
facts "addresses that tell of their host: notes" "
	SELECT rule, $object FROM finding
	WHERE rule IN ('I-04', 'I-05') AND severity = 'I' AND state = 'open'
	" <<'END'
p3 I-05 hq-pc1
p3 I-04 hq-ph1
p3 I-04 b1-ph1
END
facts "accepted exceptions" "
	SELECT rule, $object, date(waived_until, 'unixepoch') FROM finding
	WHERE state = 'accepted'" <<<'p3 P-01 HQ VLAN 70 2027-06-30'
facts "figures of findings" "
	SELECT id, part FROM metric WHERE id IN ('K11-E', 'K11-W')" < <(
	by_phase <<'END'
K11-E 1 2 2 0
K11-W 1 3 6 1
END
)

# ---- from one phase to the next -------------------------------------------------

each_phase <<'END' >stated
p2 IPv4 only > dual-stack: 9
p2 IPv4 only > unknown: 3
p2 dual-stack > dual-stack: 4
p2 IPv4 only > IPv4 only: 11
p3 unknown > dual-stack: 2
p3 unknown > IPv4 only: 1
p3 IPv4 only > dual-stack: 9
p3 IPv4 only > IPv6 only: 1
p3 IPv4 only > IPv4 only: 1
p3 dual-stack > dual-stack: 13
p1 IPv4 only > dual-stack: 4
p1 IPv4 only > IPv4 only: 23
END
facts "devices from class to class" "
	SELECT before || ' > ' || after || ': ' || objects FROM change_class
	WHERE subject_type = 'device'" <stated
facts "nothing got worse" "
	SELECT subject FROM change WHERE kind = 'regression'" </dev/null
facts "the first state has none before it" "
	SELECT count(*) > 0 FROM change" < <(by_phase <<<'x 0 1 1 1' | sed 's/ x//')
facts "dual-stack devices in percent, before and after" "
	SELECT before, after, CASE WHEN instr(sentence, ' points') > 0
		THEN substr(sentence, 1, instr(sentence, ' points') - 1)
		ELSE sentence END
	FROM change WHERE kind = 'metric' AND subject = 'K1'" <<'END'
p1 0.0 % 14.8 % Devices dual-stack: 0.0 % to 14.8 %, +14.8
p2 14.8 % 54.2 % Devices dual-stack: 14.8 % to 54.2 %, +39.4
p3 54.2 % 88.9 % Devices dual-stack: 54.2 % to 88.9 %, +34.7
END

each_phase <<'END' >stated
p1 new P-05 isp-b-1
p1 new P-02 hq-core1 Te1/1/2 - hq-core2 Te1/1/2
p1 new P-01 hq-core2 Te1/1/1 - hq-fw1 eth1/4
p2 solved I-06 hq-srv1 hq-srv1/tun6to4
p2 solved P-05 isp-b-1
p2 solved P-02 hq-core1 Te1/1/2 - hq-core2 Te1/1/2
p2 solved P-01 hq-core2 Te1/1/1 - hq-fw1 eth1/4
p2 new S-01 HQ VLAN 20 00:00:5e:00:53:fe
p2 new I-01 HQ VLAN 50
p2 new I-04 nms1
p2 new P-12 mx1:25
p2 new P-10 www
p2 new P-09u nms:443
p2 new P-15 hq-acc2
p2 new C-01 b2-rtr1
p3 solved S-12 hq-acc2
p3 solved S-01 HQ VLAN 20 00:00:5e:00:53:fe
p3 solved I-01 HQ VLAN 50
p3 solved I-04 nms1
p3 solved P-12 mx1:25
p3 solved P-10 www
p3 solved P-09u nms:443
p3 solved P-15 hq-acc2
p3 solved C-01 b2-rtr1
p3 new P-23 b2-ph1
p3 new I-05 hq-pc1
p3 new I-04 hq-ph1
p3 new I-04 b1-ph1
END
# The subject of such a change is RULE TYPE SUBJECT, and the cause if it is another.
facts "findings that came and went" "
	WITH parted (kind, rule, rest) AS (
		SELECT kind, substr(subject, 1, instr(subject, ' ') - 1),
			substr(subject, instr(subject, ' ') + 1)
		FROM change
		WHERE subject_type = 'finding' AND kind IN ('new', 'solved')),
	named (kind, rule, subject_type, subject) AS (
		SELECT kind, rule, substr(rest, 1, instr(rest, ' ') - 1),
			substr(rest, instr(rest, ' ') + 1)
		FROM parted)
	SELECT kind, rule, $object FROM named
	WHERE rule IN ('C-01', 'I-01', 'I-04', 'I-05', 'I-06', 'P-01', 'P-02',
		'P-05', 'P-09u', 'P-10', 'P-12', 'P-15', 'P-23', 'S-01', 'S-12')
	" <stated

# ---- against another list of the same figures, where one lies beside ------------

list=$shared/../sample-network.json
[ -s "$list" ] && command -v jq >/dev/null || {
	skip "another list of the figures agrees" "there is none here"
	finish
}
jq -r '.golden | to_entries[] | .key as $phase | .value |
	[["K1", .devices], ["K2", .infra], ["K3", .endpoints], ["K4", .segments]]
	[] | "\($phase) \(.[0]) \(.[1].DS)/\(.[1].v4)/\(.[1].v6)/\(.[1].unk)"
	' "$list" >stated
facts "another list agrees: classes" "
	SELECT metric, $classes FROM metric_class
	WHERE metric IN ('K1', 'K2', 'K3', 'K4') GROUP BY metric" <stated
jq -r '.golden | to_entries[] | .key as $phase | .value |
	[["K1", .devices.ds_known, .devices.ds_lo, .devices.ds_hi],
	 ["K2", .infra.ds_known, .infra.ds_lo, .infra.ds_hi],
	 ["K3", .endpoints.ds_known, .endpoints.ds_lo, .endpoints.ds_hi],
	 ["K4", .segments.ds_known, .segments.ds_lo, .segments.ds_hi],
	 ["K8", .devices.v6cap_known, .devices.v6cap_known, .devices.v6cap_known],
	 ["K9", .devices.v6only_known, .devices.v6only_known,
		.devices.v6only_known]][] | [$phase] + . | @tsv' "$list" |
	awk '{ printf "%s %s %.1f", $1, $2, $3
		if ($2 < "K5") printf " %.1f %.1f", $4, $5
		print "" }' >stated
facts "another list agrees: shares" "
	SELECT id, $(tenths share), CASE WHEN id < 'K5' THEN $(tenths low) END,
		CASE WHEN id < 'K5' THEN $(tenths high) END
	FROM metric WHERE id IN ('K1', 'K2', 'K3', 'K4', 'K8', 'K9')" < <(
	sed 's/\(K[89] .*\)/\1 - -/; s/ *$//' stated | sed 's/ - -$/ - -/')
jq -r '.services | to_entries[] | .key as $name | .value | to_entries[] |
	"\(.key) \($name) \(.value)"' "$list" | sed 's/v4$/IPv4 only/
	s/DS$/dual-stack/; s/BR$/broken/; s/UNP$/unpublished/' >stated
facts "another list agrees: services" "SELECT name, class FROM service" <stated
jq -r '.circuits | to_entries[] | .key as $name | .value | to_entries[] |
	"\(.key) \($name) \(.value)"' "$list" | sed 's/v4$/IPv4 only/
	s/DS$/dual-stack/' >stated
facts "another list agrees: circuits" "SELECT id, class FROM circuit" <stated
finish
