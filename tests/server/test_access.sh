#!/bin/bash
# test_access.sh -- who is let in: passwords, TLS, proxies, rights given up.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/serve.sh"
archive=$work/archive site=$work/site id=20260917T081500Z
make_site "$site" 1789632900 p1
seq -f '<p>%g</p>' 500 >>"$site/devices/hq-core1.html"
"$twinmap" archive add "$archive" "$site" >/dev/null

fetch() { curl -s --max-time 10 --cacert "$work/certificate" "$@"; }
status() { fetch -o /dev/null -w '%{http_code}' "$@"; }
is() { # STATUS CURL-ARGUMENT...
	local expected=$1 got
	shift
	got=$(status "$@")
	[ "$got" = "$expected" ] || { echo "$got"; false; }
}
has() { # FIELD CURL-ARGUMENT...
	local field=$1
	shift
	fetch -D - -o /dev/null "$@" | tr -d '\r' | tee "$work/head" | grep -qixF -- "$field" ||
		{ cat "$work/head"; false; }
}
end_server() {
	kill -TERM "$server"
	wait "$server"
}
make_certificate() { # PATH-OF-CERTIFICATE PATH-OF-KEY
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
		-subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:::1,IP:127.0.0.1 \
		-out "$1" -keyout "$2" 2>/dev/null
}
sha512=$(openssl passwd -6 -salt saltsalt secret)
yescrypt='$y$j75$saltsalt$0gBD67sgmJgRX3RZ6wHHO7sHimQEWGCWN85o4Twogh2' # secret
printf '# readers\nanna:%s\nbert:%s\n' "$sha512" "$yescrypt" >"$work/users"
make_certificate "$work/certificate" "$work/key"
make_certificate "$work/other" "$work/other-key"

# ---- mistakes: one clear line each -------------------------------------------------
fails() { # STATUS PATTERN OPTION...: ends with one line
	local expected=$1 pattern=$2
	shift 2
	timeout 10 "$twinmap" serve --port 0 "$@" "$archive" >"$work/out" 2>"$work/err"
	[ $? -eq "$expected" ] && [ ! -s "$work/out" ] &&
		[ "$(grep -vc "see '" "$work/err")" -eq 1 ] && grep -q -e "$pattern" "$work/err" ||
		{ cat "$work/err"; false; }
}
echo anna:secret >"$work/plain"
printf 'anna:%s\nanna:%s\n' "$sha512" "$sha512" >"$work/twice"
: >"$work/nobody"
tls="--certificate $work/certificate --key $work/key"
check "a certificate without its key" fails 2 'one is of no use' --certificate "$work/certificate"
check "a key without its certificate" fails 2 'one is of no use' --key "$work/key"
check "no such certificate" fails 1 'none: No such file' --certificate "$work/none" --key "$work/key"
check "a certificate that is none" fails 1 'no chain of certificates' \
	--certificate "$work/users" --key "$work/key"
check "a key that is none" fails 1 'no private key' --certificate "$work/certificate" --key "$work/users"
check "the key of another certificate" fails 1 'is not the key' \
	--certificate "$work/certificate" --key "$work/other-key"
check "a password that is not hashed" fails 1 'plain: line 1 has no yescrypt' --users "$work/plain"
check "a user twice" fails 1 'twice: line 2 names a user' --users "$work/twice"
check "no user at all" fails 1 'nobody: names no user' --users "$work/nobody"
check "a field without a proxy" fails 2 'whose word counts' --proxy-user-header Remote-User
check "a field with a blank" fails 2 'is no name' --proxy ::1 --proxy-user-header 'Remote User'
check "a proxy that is no address" fails 2 'is no address' --proxy proxy.example.net
check "public, with passwords" fails 2 'nobody comes in' --public --users "$work/users"
for address in 192.0.2.1 2001:db8::1; do
	check "$address: passwords in the clear" fails 2 'for all to see' \
		--listen $address --users "$work/users"
	check "$address: with passwords and TLS it is tried" fails 1 "of $address: Cannot assign" \
		--listen $address --users "$work/users" $tls
	check "$address: public, it is tried" fails 1 "of $address: Cannot assign" \
		--listen $address --public
	check "$address: through a proxy, it is tried" fails 1 "of $address: Cannot assign" \
		--listen $address --proxy 192.0.2.9 --proxy-user-header Remote-User
done

# ---- passwords ----------------------------------------------------------------------
serve_with --users "$work/users" "$archive"
for url in "$url6" "$url4"; do
	check "nobody at $url: 401" is 401 "$url"
	check "it says what it asks for" has \
		'WWW-Authenticate: Basic realm="twinmap", charset="UTF-8"' "$url"
	check "nobody gets a file" is 401 "${url}s/$id/index.html"
	check "nobody gets its health" is 401 "${url}healthz"
	check "nobody may POST" is 401 -d x=y "$url"
	check "anna at $url" is 200 -u anna:secret "$url"
	check "bert, yescrypt" is 200 -u bert:secret "${url}latest/"
	check "a wrong password" is 401 -u anna:Secret "$url"
	check "no password" is 401 -u anna: "$url"
	check "no such name" is 401 -u carl:secret "$url"
	check "another scheme" is 401 -H 'Authorization: Bearer secret' "$url"
	check "no base64" is 401 -H 'Authorization: Basic %%%' "$url"
	check "the word of a proxy that is none" is 401 -H 'Remote-User: anna' "$url"
	for _ in 1 2 3 4 5; do status -u "anna:$RANDOM" "$url" >/dev/null; done
	check "who guesses has to wait" is 429 -u anna:guess "$url"
	check "and is told how long" has 'Retry-After: 10' -u anna:guess "$url"
	check "who was known before need not" is 200 -u anna:secret "$url"
done
check "guesses are told once" test "$(grep -c 'wrong name or password' "$work/serve.err")" = 1
check "no password is told" sh -c "! grep -E 'secret|guess' '$work/serve.err'"
printf 'carl:%s\n' "$sha512" >"$work/users.new"
mv "$work/users.new" "$work/users"
for _ in $(seq 40); do grep -q 'users: read again' "$work/serve.err" && break; sleep 0.1; done
refuse "users are read again: one is gone" is 200 -u anna:secret "$url6"
end_server
check "it ends well" test $? = 0

# ---- proxies --------------------------------------------------------------------------
serve_with --proxy ::1 --proxy-user-header Remote-User "$archive"
check "through the proxy, with a user" is 200 -H 'Remote-User: anna' "$url6"
check "through the proxy, without" is 403 "$url6"
check "through the proxy, an empty one" is 403 -H 'Remote-User;' "$url6"
check "two users: one of them was smuggled" is 403 -H 'Remote-User: anna' -H 'Remote-User: bert' "$url6"
check "past the proxy" is 403 -H 'Remote-User: anna' "$url4"
check "a proxy gets one answer a connection" has 'Connection: close' -H 'Remote-User: anna' "$url6"
end_server
serve_with --proxy 127.0.0.1 --users "$work/users" "$archive"
guess_as() { status -u "carl:$RANDOM" -H "X-Forwarded-For: $1" "$url4"; }
for _ in 1 2 3 4 5; do guess_as '203.0.113.1, 198.51.100.7' >/dev/null; done
check "a guesser behind the proxy waits" test "$(guess_as 198.51.100.7)" = 429
check "another behind it need not" test "$(guess_as 2001:db8::7)" = 401
check "what the guesser writes does not help" test "$(guess_as '2001:db8::9, 198.51.100.7')" = 429
end_server

# ---- below a path of nginx -------------------------------------------------------------
serve_with --proxy ::1 --users "$work/users" "$archive"
mkdir "$work/nginx"
cat >"$work/nginx/conf" <<-END
	daemon off;
	pid $work/nginx/pid;
	error_log $work/nginx/errors;
	events {}
	http {
		access_log off;
		client_body_temp_path $work/nginx/body;
		proxy_temp_path $work/nginx/proxy;
		fastcgi_temp_path $work/nginx/fastcgi;
		uwsgi_temp_path $work/nginx/uwsgi;
		scgi_temp_path $work/nginx/scgi;
		server {
			listen unix:$work/nginx/socket;
			location /deep/twin/ {
				proxy_pass $url6;
				proxy_set_header X-Forwarded-For 198.51.100.7;
			}
		}
	}
END
nginx -c "$work/nginx/conf" -e "$work/nginx/errors" 2>"$work/nginx/said" &
nginx=$!
run_later "kill $nginx 2>/dev/null; wait $nginx 2>/dev/null"
for _ in $(seq 100); do [ -S "$work/nginx/socket" ] && break; sleep 0.05; done
below=http://twin.example.net/deep/twin
through() { fetch --unix-socket "$work/nginx/socket" -u carl:secret "$@"; }
check "below a path: the timeline" sh -c "curl -s -u carl:secret \
	--unix-socket '$work/nginx/socket' $below/ | grep -qF 'href=\"s/$id/\"'"
through -L "$below/tag/p1/devices/hq-core1.html" >"$work/got"
same "below a path: a tag leads to its page" "$site/devices/hq-core1.html" "$work/got"
through -L "$below/latest/devices" >"$work/got"
same "below a path: a folder leads to its index" "$site/devices/index.html" "$work/got"
check "below a path: nobody is asked" test "$(fetch -o /dev/null -w '%{http_code}' \
	--unix-socket "$work/nginx/socket" "$below/")" = 401
kill $nginx
wait $nginx
end_server

# ---- TLS -------------------------------------------------------------------------------
# shellcheck disable=SC2086
serve_with $tls --users "$work/users" "$archive"
check "it says https" grep -qE '^https://\[::1\]:[0-9]+/ and https://127' "$work/serve.out"
shakes() { # OPTION-OF-OPENSSL: the version that was agreed on
	echo | timeout 5 openssl s_client -connect "127.0.0.1:$port" -brief "$@" 2>&1 |
		grep 'Protocol version'
}
for url in "$url6" "$url4"; do
	check "it is the certificate at $url" is 200 -u carl:secret "$url"
	check "another certificate is not taken for it" sh -c \
		"! curl -s --max-time 5 --cacert '$work/other' '$url'"
	check "without a password: 401" is 401 "$url"
	fetch -u carl:secret --compressed "${url}s/$id/devices/hq-core1.html" >"$work/got"
	same "a file" "$site/devices/hq-core1.html" "$work/got"
	check "TLS 1.2 at the least" is 200 --tlsv1.2 --tls-max 1.2 -u carl:secret "$url"
done
check "TLS 1.3" test "$(shakes -tls1_3)" = 'Protocol version: TLSv1.3'
check "TLS 1.2" test "$(shakes -tls1_2)" = 'Protocol version: TLSv1.2'
for old in -tls1 -tls1_1; do
	refuse "no TLS ${old#-tls}" shakes $old -cipher ALL:@SECLEVEL=0
done
refuse "no weak cipher" shakes -tls1_2 -cipher 'NULL:RC4:3DES:@SECLEVEL=0'
check "gnutls-cli agrees" sh -c "echo | gnutls-cli --x509cafile '$work/certificate' \
	--verify-hostname localhost -p $port 127.0.0.1 | grep -q 'Handshake was completed'"
# Three bytes of a handshake, and then nothing: the library would ask for more
# without a pause.
spent() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
waits_without_haste() { # HOST
	local before
	exec 6<>"/dev/tcp/$1/$port"
	printf '\026\003\001' >&6
	sleep 0.2
	before=$(spent)
	sleep 0.5
	[ $(($(spent) - before)) -le 5 ]
}
for host in 127.0.0.1 ::1; do
	check "a handshake that stops at $host takes no time" waits_without_haste $host
done
exec 6>&-
check "plain HTTP is no answer" test \
	"$(curl -s --max-time 5 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/")" = 000

serial() { openssl x509 -noout -serial -in "$1"; }
shown() {
	echo | timeout 5 openssl s_client -connect "[::1]:$port" 2>/dev/null |
		openssl x509 -noout -serial
}
coproc held { timeout 20 openssl s_client -quiet -connect "127.0.0.1:$port" 2>/dev/null; }
sleep 0.3
cp "$work/key" "$work/first-key"
cp "$work/other-key" "$work/key.new" && mv "$work/key.new" "$work/key"
sleep 1.5
check "half of a pair is not taken" sh -c "grep -q 'is not the key' '$work/serve.err'"
cp "$work/other" "$work/certificate.new" && mv "$work/certificate.new" "$work/certificate"
for _ in $(seq 40); do grep -q 'certificates: read again, others' "$work/serve.err" && break; sleep 0.1; done
check "a changed certificate is shown by itself" test "$(shown)" = "$(serial "$work/other")"
check "and served with" is 200 -u carl:secret "$url6"
printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&"${held[1]}"
check "a connection from before goes on" grep -q '401 Unauthorized' <(timeout 5 cat <&"${held[0]}")
told() { grep -c 'certificates: read again' "$work/serve.err"; }
before=$(told)
kill -HUP "$server"
sleep 0.3
check "SIGHUP: they are read at once" test "$(told)" -gt "$before"
end_server
check "it ends well" test $? = 0

# ---- rights -----------------------------------------------------------------------------
if [ "$(id -u)" = 0 ] && setpriv --reuid 65534 true 2>/dev/null; then
	chmod 600 "$work/key" "$work/users"
	open=$(mktemp -d /tmp/twinmap-open.XXXXXX) # where another user gets to
	run_later "rm -rf '$open'"
	chmod 755 "$open"
	cp -a "$archive" "$open/archive"
	mkdir "$open/tmp" && chmod 1777 "$open/tmp"
	# shellcheck disable=SC2086
	TMPDIR=$open/tmp serve_with --user nobody $tls --users "$work/users" "$open/archive"
	check "it is somebody else" test "$(stat -c %U "/proc/$server")" = nobody ||
		ls -ld "/proc/$server"
	check "in none of root's groups" grep -qE '^Groups:[[:space:]]*65534[[:space:]]*$' "/proc/$server/status"
	check "with no capability" grep -qE '^CapEff:[[:space:]]*0+$' "/proc/$server/status"
	check "and serves" is 200 -u carl:secret "${url6}latest/"
	printf 'dora:%s\n' "$sha512" >"$work/users.new"
	chmod 600 "$work/users.new"
	mv "$work/users.new" "$work/users"
	for _ in $(seq 40); do grep -q 'users: read again' "$work/serve.err" && break; sleep 0.1; done
	check "what only root can read is read again" is 200 -u dora:secret "$url4"
	end_server
	check "it ends well" test $? = 0
	mkdir -m 700 "$open/private"
	"$twinmap" serve --port 0 --user nobody "$open/private" >"$work/out" 2>"$work/err"
	check "an archive that the other user cannot read" grep -q 'cannot read it: Permission' "$work/err"
	unreachable() {
		local -x TMPDIR=$open/private
		local archive=$open/archive
		fails 1 'cannot get to it: Permission denied; TMPDIR' --user nobody
	}
	check "a TMPDIR that the other user cannot get to" unreachable
	for _ in $(seq 40); do [ -z "$(ls -A "$open/private")" ] && break; sleep 0.1; done
	check "and nothing is left there" test -z "$(ls -A "$open/private")"
	check "root again is nobody else" fails 1 "is root" --user root
	check "no such user" fails 1 "is no user" --user no-such-user
else
	skip "another user" "not root here"
fi

# ---- systemd ------------------------------------------------------------------------------
"$build/tests/clients" activate "$work/told" "$twinmap" serve "$archive" >"$work/ready" 2>"$work/activated" &
activator=$!
for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.05; done
read -r server told <<<"$(grep READY "$work/ready")"
check "it tells when it is ready" test "$told" = READY=1
url=$(grep -h "^http:" "$work/ready")
check "it serves at the socket that it was given" is 200 "$url"
check "and at no other" test "$(grep -o "http:" "$work/ready" | wc -l)" = 1
kill -TERM "$server"
wait $activator
check "handed over, and told to listen elsewhere" sh -c "rm '$work/told'
	! timeout 5 '$build/tests/clients' activate '$work/told' \
	'$twinmap' serve --listen ::1 '$archive' 2>&1 | grep -q http:"
finish
