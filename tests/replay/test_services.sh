#!/bin/bash
# The services of the sample network answer to ordinary clients, in the families
# and under the names of each phase; where the story says so, they do not.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"

sample=$top/samples/marlin/network.yaml
serve() { # serve PHASE: until stop
	"$build/twinmap-services" --seconds 120 "$sample" "$1" >"$work/ready" &
	services=$!
	for _ in $(seq 100); do
		grep -q ready "$work/ready" && return
		sleep 0.05
	done
	return 1
}
stop() {
	kill $services && wait $services
}

www6=0.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.0.0.0.0.0.0.0.1.a.0.f.f.f.3.ip6.arpa
mail6=5.2${www6#0.8}
dns4=203.0.113.10 dns6=3fff:a10:0:80::53
names() { # names SERVER OPTION...: each NAME TYPE of standard input, answered
	local server=$1 name type
	shift
	while read -r name type; do
		echo "$name $type: $(dig "@$server" "$@" +short +tries=1 +time=2 \
			"$name" "$type" | sort | paste -sd ' ')"
	done
}
answers() { # answers NAME SERVER OPTION...: "NAME TYPE: ANSWER" on standard input
	local name=$1
	shift
	sed 's/ *$//' >"$work/expected"
	sed -E 's/^([^ ]+ [A-Z]+):.*/\1/' "$work/expected" | names "$@" |
		sed 's/ *$//' >"$work/found"
	same "$name" "$work/expected" "$work/found"
}
status() { # status SERVER NAME TYPE
	dig "@$1" +tries=1 +time=2 "$2" "$3" | sed -n 's/.*status: \([A-Z]*\),.*/\1/p'
}
says() { # says NAME EXPECTED-LINE COMMAND...
	local name=$1 expected=$2
	shift 2
	check "$name" grep -qF -- "$expected" <("$@" 2>&1)
}
web() { curl -gksS -m 5 --noproxy '*' "$@"; }
mail() { # mail URL: what the server says
	web -v --ssl-reqd "$1" | sed -n 's/^< //p'
}
sip() { # sip FAMILY-OF-SOCKET ADDRESS
	printf '%s\r\n' 'OPTIONS sip:sip.marlin.example SIP/2.0' \
		'Via: SIP/2.0/UDP 192.0.2.60;branch=z9hG4bK1' \
		'From: <sip:test@marlin.example>;tag=1' \
		'To: <sip:sip.marlin.example>' 'Call-ID: 1' \
		'CSeq: 1 OPTIONS' '' >"$work/options"
	exec 7<>"/dev/$1/$2/5060" || return
	cat "$work/options" >&7
	timeout 2 head -n 1 <&7
	exec 7>&-
}
fingerprint() { # fingerprint ADDRESS:PORT OPTION...
	local target=$1
	shift
	openssl s_client -connect "$target" "$@" </dev/null 2>/dev/null |
		openssl x509 -noout -fingerprint -sha256
}

check "p0 begins" serve p0
answers "p0 knows names in IPv4 alone" $dns4 <<END
ns1.marlin.example A: 203.0.113.10
ns1.marlin.example AAAA:
www.marlin.example A: 203.0.113.11
www.marlin.example AAAA:
marlin.example MX: 10 mx1.marlin.example.
marlin.example NS: ns1.marlin.example.
_sip._udp.marlin.example SRV: 10 0 5060 sip.marlin.example.
11.113.0.203.in-addr.arpa PTR: www.marlin.example.
12.113.0.203.in-addr.arpa PTR: imap.marlin.example. mx1.marlin.example.
END
refuse "p0: nobody answers over IPv6" dig @$dns6 +tries=1 +time=1 \
	marlin.example SOA
refuse "p0: no web over IPv6" web "http://[3fff:a10:0:80::80]/"
says "p0: web over IPv4" "200 OK" web -I http://203.0.113.11/
says "p0: SIP over IPv4" "SIP/2.0 200 OK" sip udp 203.0.113.13
check "p0 ends by a signal" stop

check "p2 begins" serve p2
for server in $dns4 $dns6; do
	for over in +notcp +tcp; do
		answers "p2: $server $over" $server $over <<-END
			ns1.marlin.example AAAA: $dns6
			www.marlin.example AAAA: 3fff:a10:0:80::80
			WWW.Marlin.Example A: 203.0.113.11
			sip.marlin.example AAAA:
			nms.marlin.example AAAA:
			nms.marlin.example A: 192.0.2.10
			marlin.example SOA: ns1.marlin.example. hostmaster.marlin.example. 3 7200 900 1209600 300
			$mail6 PTR: imap.marlin.example. mx1.marlin.example.
		END
	done
done
for case in "www.marlin.example AAAA NOERROR" "www.marlin.example TXT NOERROR" \
	"_tcp.marlin.example A NOERROR" "nobody.marlin.example A NXDOMAIN" \
	"www.example.net A REFUSED"; do
	read -r name type expected <<<"$case"
	for server in $dns4 $dns6; do
		check "p2: $name $type is $expected ($server)" \
			[ "$(status $server "$name" "$type")" = "$expected" ]
	done
done
check "p2: nothing leads back from the IPv6 address of www" \
	[ "$(status $dns4 $www6 PTR)" = NXDOMAIN ]
check "p2: one message of DNS that is none ends nothing" \
	bash -c 'printf "\0\3abc" >/dev/tcp/203.0.113.10/53 && printf x >/dev/udp/203.0.113.10/53'
for address in 203.0.113.11 '[3fff:a10:0:80::80]'; do
	says "p2: http at $address" "web1.marlin.example of a sample network" \
		web "http://$address/"
	says "p2: https at $address" "HTTP/1.1 200 OK" web -I "https://$address/"
	says "p2: $address takes no other method" "405 Method Not Allowed" \
		web -i -X DELETE "http://$address/"
done
for url in smtp://203.0.113.12:25 smtp://203.0.113.12:587 \
	'smtp://[3fff:a10:0:80::25]:587'; do
	says "p2: $url starts TLS" "220 2.0.0 Ready to start TLS" mail "$url"
done
refuse "p2: port 25 is refused over IPv6" \
	web 'smtp://[3fff:a10:0:80::25]:25'
for address in 203.0.113.12 '[3fff:a10:0:80::25]'; do
	says "p2: imaps at $address" "mail1.marlin.example ready" \
		mail "imaps://$address/"
done
says "p2: nms answers over IPv6 before anybody is told" "200 OK" \
	web -I 'https://[3fff:a10:0:10:200:5eff:fe00:5310]/'
refuse "p2: no SIP over IPv6" bash -c "exec 7<>/dev/tcp/3fff:a10:0:80::5060/5060"
fingerprint 203.0.113.12:993 >"$work/one"
fingerprint '[3fff:a10:0:80::25]:587' -starttls smtp >"$work/other"
check "p2: there is a certificate" grep -q Fingerprint "$work/one"
same "p2: it is one certificate, in both families and at all ports" \
	"$work/one" "$work/other"
check "p2 ends by a signal" stop

check "p3 begins" serve p3
answers "p3: all names are there" $dns6 <<END
sip.marlin.example AAAA: 3fff:a10:0:80::5060
nms.marlin.example AAAA: 3fff:a10:0:10::10
$www6 PTR: www.marlin.example.
END
says "p3: port 25 over IPv6" "220 mail1.marlin.example ESMTP" \
	mail 'smtp://[3fff:a10:0:80::25]:25'
for over in udp tcp; do
	says "p3: SIP over IPv6 and $over" "SIP/2.0 200 OK" \
		sip $over 3fff:a10:0:80::5060
done
never_listens() { # for two seconds; the peak of memory stays below 32 MB
	timeout 2 bash -c "yes NOOP >/dev/tcp/203.0.113.12/25"
	awk "/VmHWM/ { exit \$2 > 32768 }" /proc/$services/status
}
check "p3: who talks and never listens fills no memory" never_listens
fingerprint 203.0.113.12:993 >"$work/other"
same "p3: the certificate is that of p2" "$work/one" "$work/other"
check "p3 ends by a signal" stop
refuse "a phase that is not there" "$build/twinmap-services" "$sample" p9
while IFS=: read -r name record; do
	sed "s/- ns1 A dns1$/- $record/" "$sample" >"$work/network.yaml"
	refuse "$name" "$build/twinmap-services" "$work/network.yaml" p0
	check "... in one line that says where" \
		[ "$(grep -c "network.yaml:[0-9]*: " "$work/last")" = 1 ]
done <<'END'
a name of no device:ns1 A nobody
a device without IPv6 in this phase:ns1 AAAA dns1
no such type:ns1 LOC dns1
no target:ns1 MX 10
no number:ns1 MX mx1 mx1
a number of more than 16 bits:ns1 SRV 0 0 65536 sip
a word too many:ns1 A dns1 PTR
END
finish
