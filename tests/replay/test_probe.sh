#!/bin/bash
# twinmap probe on its own: servers that answer, refuse, stay silent or speak
# another protocol, over both families; what is never asked, and what is kept
# when it is interrupted.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"

db=$work/state.db
ask() { # ask OPTION...: quickly, as nobody is far away
	timeout 60 "$twinmap" probe --timeout-ms 500 --rate 1000 \
		--target-rate 200 --echo-count 2 --echo-interval-ms 20 \
		--at 2026-05-21 "$@" "$db"
}
rows() { sqlite3 "$db" "$1"; }
says() { # says NAME SQL EXPECTED
	same "$1" <(printf '%s\n' "$3") <(rows "$2")
}
results() { # results KIND PORT: family, result and reason
	echo "SELECT group_concat(family || ' ' || result || ' ' ||
			COALESCE(reason, '-'), ', ')
		FROM (SELECT * FROM probe WHERE kind = '$1' AND port = $2
			ORDER BY family)"
}

make_state() {
	rm -f "$db"
	schema | sqlite3 "$db"
	sqlite3 "$db" <<-SQL
		INSERT INTO meta (id, observed_at, started_at, tool)
		VALUES (1, 1779321600, 1779321600, 'test');
		INSERT INTO device (id, source, sys_name, address, credential)
		VALUES (1, 'agent', 'srv1', '192.0.2.80', 'any');
		INSERT INTO address (device, if_index, family, ip, ip_key, kind,
			usable, sources)
		VALUES (1, 1, 4, '192.0.2.80',
			x'00000000000000000000ffffc0000250', 'global', 1, 'x'),
			(1, 1, 6, '2001:db8::80',
			x'20010db8000000000000000000000080', 'global', 1, 'x');
		INSERT INTO fact_own_prefix (prefix)
		VALUES ('192.0.2.0/24'), ('2001:db8::/32');
		INSERT INTO fact_resolver (address) VALUES ('192.0.2.53');
		INSERT INTO fact_reference_target (address)
		VALUES ('198.51.100.1'), ('3fff::1');
		INSERT INTO fact_service (name, port, zone, kind, device)
		VALUES ('www', 443, 'test.example', 'https', 'srv1'),
			('www', 80, 'test.example', 'http', 'srv1'),
			('mail', 25, 'test.example', 'smtp', 'srv1'),
			('shell', 22, 'test.example', 'ssh', 'srv1');
		INSERT INTO fact_circuit (id, kind) VALUES ('line', 'uplink');
		INSERT INTO fact_circuit_target (circuit, ip)
		VALUES ('line', '198.51.100.1'), ('line', '3fff::1');
	SQL
	"$twinmap" analyse "$db"
}

be_silent() { # be_silent FAMILY ADDRESS: a TLS server waits to be spoken to
	openssl s_server "$1" -accept "$2" -cert "$work/cert.pem" \
		-key "$work/key.pem" -quiet </dev/zero \
		>>"$work/silent" 2>&1 &
	run_later "kill $! 2>/dev/null"
}
serve_pages() {
	cat >"$work/nginx.conf" <<-CONF
		user root;
		pid $work/nginx.pid;
		error_log $work/nginx.log;
		daemon off;
		master_process off;
		events {}
		http {
			access_log off;
			client_body_temp_path $work;
			proxy_temp_path $work;
			fastcgi_temp_path $work;
			uwsgi_temp_path $work;
			scgi_temp_path $work;
			server {
				listen 443 ssl;
				listen [::]:443 ssl;
				ssl_certificate $work/cert.pem;
				ssl_certificate_key $work/key.pem;
				return 404;
			}
		}
	CONF
	nginx -c "$work/nginx.conf" 2>>"$work/nginx.log" &
	run_later "kill $! 2>/dev/null"
}
listens() { # listens PORT...
	local address port
	for address in 192.0.2.80 2001:db8::80; do
		for port; do
			timeout 10 bash -c "until : </dev/tcp/$address/$port
				do sleep 0.05; done" 2>/dev/null || return 1
		done
	done
}

refuse "no file is named" "$twinmap" probe
refuse "a kind that is none" ask --only T9
refuse "a rate of nothing" ask --rate 0
refuse "a file that is not there" ask
echo text >"$db"
refuse "a file that is none of ours" ask

check "a state with a device and facts" make_state
check "of a host without IPv6 itself" ask
says "... that is found out" \
	"SELECT group_concat(family || works) FROM probe_family" 41,60
says "... IPv6 is not asked" "$(results T1 443)" \
	"4 false refused, 6 unknown prober-lacks-family"

ip address add 2001:db8::1/128 dev lo nodad
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" \
	-out "$work/cert.pem" -days 30 -subj /CN=www.test.example -addext \
	"subjectAltName=DNS:www.test.example,IP:2001:db8::80,DNS:a.test.example" \
	2>/dev/null
serve_pages
be_silent -4 192.0.2.80:25
be_silent -6 "[::]:25"
check "servers listen" listens 443 25

check "with both families" ask
says "both work" "SELECT group_concat(family || works) FROM probe_family" \
	41,61
says "HTTP over TLS answers" "$(results T3 443)" "4 true -, 6 true -"
says "... with its status" "SELECT DISTINCT detail FROM probe
	WHERE kind = 'T3' AND port = 443" "HTTP 404"
says "one certificate over both, its names sorted" \
	"SELECT count(DISTINCT fingerprint), names FROM probe_certificate" \
	"1|2001:db8::80, a.test.example, www.test.example"
openssl x509 -in "$work/cert.pem" -outform DER | sha256sum |
	cut -d' ' -f1 >"$work/fingerprint"
same "... and its fingerprint" "$work/fingerprint" \
	<(rows "SELECT DISTINCT fingerprint FROM probe_certificate")
says "who refuses says no" "$(results T3 80)" \
	"4 false refused, 6 false refused"
says "who connects and stays silent says nothing" "$(results T3 25)" \
	"4 unknown no-answer, 6 unknown no-answer"
says "... but it connects" "$(results T1 25)" "4 true -, 6 true -"
says "DNS that refuses answers nothing" "SELECT DISTINCT result, reason
	FROM probe WHERE kind = 'D1'" "unknown|refused"
says "no SNMP without credentials" "SELECT DISTINCT result, reason FROM probe
	WHERE kind = 'M1'" "unknown|not-attempted"
says "echoes of both families come back" "SELECT p.family, e.sent, e.received
	FROM probe p JOIN probe_echo e ON e.probe = p.id
	WHERE p.target = 'line' ORDER BY p.family" "4|2|2
6|2|2"

rows "SELECT * FROM probe; SELECT * FROM probe_record;
	SELECT * FROM probe_certificate" >"$work/first"
check "a second run" ask
same "... finds the same" "$work/first" <(rows "SELECT * FROM probe;
	SELECT * FROM probe_record; SELECT * FROM probe_certificate")

check "one kind alone" ask --only T1 --at 2026-06-01
says "... is asked anew, the others stay" "SELECT kind, count(*) FROM probe
	WHERE at = 1780272000 GROUP BY kind" "T1|8"
says "... all of them" "SELECT count(*) FROM probe
	WHERE kind IN ('D1', 'T2', 'T3', 'I1', 'M1')" \
	"$(grep -cE '^[0-9]+\|(D1|T2|T3|I1|M1)\|' "$work/first")"

serve_names() { # serve_names ADDRESS OPTION...: nobody else is asked there
	local address=$1
	shift
	ip address add "$address/32" dev lo
	dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv \
		--no-hosts --bind-interfaces --user=root --pid-file \
		--listen-address="$address" "$@" >"$work/names" 2>&1 &
	run_later "kill $! 2>/dev/null"
	timeout 10 bash -c "until : </dev/tcp/$address/53; do sleep 0.05; done" \
		2>/dev/null
}
state_with_names() {
	make_state
	rows "INSERT INTO fact_resolver (address)
		VALUES ('192.0.2.54'), ('192.0.2.55');
		INSERT INTO fact_service (name, port, zone, kind)
		VALUES ('alias', 80, 'test.example', 'http'),
			('ns', 53, 'test.example', 'dns');
		INSERT INTO fact_dns_zone (zone) VALUES ('test.example');
		INSERT INTO fact_dns_zone_server (zone, server)
		VALUES ('test.example', '192.0.2.55'),
			('test.example', '192.0.2.66'),
			('test.example', '192.0.2.99')"
}
check "a resolver that refuses" serve_names 192.0.2.54
check "a resolver that answers" serve_names 192.0.2.55 \
	--host-record=www.test.example,192.0.2.80,2001:db8::80 \
	--host-record=ns.test.example,192.0.2.55 \
	--cname=alias.test.example,four.test.example \
	--host-record=four.test.example,192.0.2.80
check "no way to 192.0.2.99" \
	ip route add unreachable 192.0.2.99/32 table local
check "names and three resolvers" state_with_names
check "... the first of which answers not, the second refuses" ask
says "... the third is asked" "SELECT group_concat(record || ' ' || result, ', ')
	FROM (SELECT DISTINCT record, result FROM probe WHERE kind = 'D1'
		AND name = 'www.test.example')" "A true, AAAA true"
says "an alias that leads to no address has none" "SELECT result, reason,
	(SELECT count(*) FROM probe_record WHERE probe = id)
	FROM probe WHERE name = 'alias.test.example' AND record = 'AAAA'" \
	"false|nodata|0"
says "who cannot be reached has not refused" "SELECT ip, group_concat(
	proto || ' ' || result || ' ' || COALESCE(reason, '-'), ', ')
	FROM (SELECT * FROM probe WHERE kind = 'D2' AND ip <> '192.0.2.55'
		ORDER BY ip_key, proto) GROUP BY ip" \
"192.0.2.66|tcp false refused, udp false refused
192.0.2.99|tcp unknown unreachable, udp unknown unreachable"
says "a service that refuses a name has not shown that it works" \
	"SELECT family, result, reason FROM probe
	WHERE kind = 'T3' AND target = 'ns:53/tcp'" "4|unknown|refused"

rows "DELETE FROM fact_reference_target"
check "no address is named that shows that IPv6 works" ask
says "... then nobody knows" "SELECT family, COALESCE(works, '-')
	FROM probe_family ORDER BY family" "4|-
6|-"

mkdir "$work/agents"
printf "%s\n" "1.3.6.1.2.1.1.3.0|67|8640000" "1.3.6.1.2.1.1.5.0|4|srv1" \
	"1.3.6.1.2.1.4.31.1.1.5.2|65|77" "1.3.6.1.2.1.4.31.1.1.6.1|70|5000000000" \
	1.3.6.1.2.1.4.31.3.1.6.1.3"|70|5000" 1.3.6.1.2.1.4.31.3.1.6.1.7"|70|100" \
	1.3.6.1.2.1.4.31.3.1.6.2.3"|70|600" 1.3.6.1.2.1.4.31.3.1.6.2.7"|70|20" \
	1.3.6.1.2.1.4.31.3.1.46.1.3"|67|0" 1.3.6.1.2.1.4.31.3.1.46.2.3"|67|0" \
	>"$work/agents/srv1.snmprec"
echo "srv1 192.0.2.80" >"$work/addresses"
(umask 077 && printf "%s\n" "credentials:" \
	"  - {label: any, version: v2c, community: public}" >"$work/credentials.yaml")
"$twinmap" replay --seconds 60 --addresses "$work/addresses" \
	"$work/agents" >"$work/ready" &
run_later "kill $! 2>/dev/null"
for _ in $(seq 100); do
	! grep -q ready "$work/ready" || break
	sleep 0.05
done
check "an agent that answers over IPv4" ask --only M1 \
	--credentials "$work/credentials.yaml"
says "... and not over IPv6" "$(results M1 161)" "4 true -, 6 unknown no-answer"
says "... tells its name" "SELECT detail FROM probe
	WHERE kind = 'M1' AND family = 4" "sysName srv1"
refuse "credentials that are not there" ask --credentials "$work/none.yaml"

rows "UPDATE fact_circuit SET device = 'srv1';
	UPDATE device SET sys_uptime = 8600000;
	INSERT INTO ip_counters (device, family, if_index, bits, in_octets)
	VALUES (1, 4, 0, 64, 4000000000), (1, 6, 0, 32, 70)"
traffic() {
	ask --only M1 --credentials "$work/credentials.yaml" --traffic 300
}
check "counters of a router, 400 seconds later" traffic
says "... are read again, the small where there are no large" \
	"SELECT family, reading, sys_uptime, bits, in_octets
	FROM traffic_reading ORDER BY family, reading" \
	"4|1|8600000|64|4000000000
4|2|8640000|64|5000000000
6|1|8600000|32|70
6|2|8640000|32|77"
rows "UPDATE device SET sys_uptime = 8700000"
check "counters of one that restarted" traffic
says "... are not" "SELECT count(*) FROM traffic_reading WHERE reading = 2" 0

rows "UPDATE device SET sys_uptime = 8600000;
	DELETE FROM ip_counters WHERE family = 6;
	INSERT INTO ip_counters (device, family, if_index, bits, in_octets,
		discontinuity)
	VALUES (1, 4, 3, 64, 4000, 0), (1, 6, 3, 64, 500, 0),
		(1, 4, 7, 64, 90, NULL), (1, 6, 7, 64, 10, NULL),
		(1, 6, 9, 64, 99, NULL), (1, 4, 8, 32, 1, NULL),
		(1, 6, 8, 32, 1, NULL)"
check "counters of one that counts IPv6 on ports only" traffic
says "... are those of the ports that count both, added up" \
	"SELECT family, reading, bits, in_octets, discontinuity
	FROM traffic_reading ORDER BY family, reading" \
	"4|1|64|4090|0
4|2|64|5100|0
6|1|64|510|0
6|2|64|620|0"

rows "SELECT * FROM probe" >"$work/before"
"$twinmap" probe --timeout-ms 30000 "$db" >"$work/stopped" 2>&1 &
asking=$!
sleep 1
kill -TERM "$asking"
wait "$asking"
check "an interrupted run fails" test $? -ne 0
check "... and says what it leaves" grep -q "is as it was" "$work/stopped"
same "... as it was" "$work/before" <(rows "SELECT * FROM probe")
finish
