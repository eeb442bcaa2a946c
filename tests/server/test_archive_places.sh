#!/bin/bash
# test_archive_places.sh -- the published tree, copied elsewhere: it opens from
# a disk, and behind another web server, as it is.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
site=$work/site place=$work/elsewhere id=20260917T081500Z
archive() { "$build/twinmap-archive" "$@"; }

make_site "$site" 1789632900 p1
{
	cat "$site/index.html"
	seq -f '<p>2001:db8::%g 192.0.2.1</p>' 500
} >"$work/long" && mv "$work/long" "$site/long.html"
sed -i 's/href="topology.db"/href="topology.db.gz"/' "$site"/*.html
archive add "$work/archive" "$site" >"$work/out"
cp -r "$work/archive" "$place"
chmod -R u+w "$work/archive" && rm -r "$work/archive"

# ---- from a disk -------------------------------------------------------------
check "a copy verifies" archive verify "$place"
check "it can go on as an archive" archive note "$place" latest copied
links_lead_somewhere() {
	local page link broken=0
	while IFS= read -r page; do
		for link in $(grep -oE '(href|src)="[^"#:]+' "$page" | sed 's/.*"//'); do
			[ -e "$(dirname "$page")/$link" ] || {
				echo "$page: $link"
				broken=1
			}
		done
	done < <(find "$place/$id" -name '*.html')
	[ "$(find "$place/$id" -name '*.html' | wc -l)" -gt 3 ] && [ $broken = 0 ]
}
check "each link of each page leads to a file" links_lead_somewhere
check "latest leads there too" test -f "$place/latest/devices/hq-core1.html"
check "each twin holds its page" sh -c "cd '$place/$id' && for twin in *.html.gz; do
	gunzip -c \"\$twin\" | cmp - \"\${twin%.gz}\" || exit; done"
check "the state opens" sh -c "gunzip -c '$place/$id/topology.db.gz' >'$work/state.db' &&
	sqlite3 '$work/state.db' 'SELECT phase FROM meta' | grep -qx p1"

# ---- behind nginx ------------------------------------------------------------
serve_by_nginx() { # its port is one that nobody has
	local try
	for try in $(seq 20); do
		port=$((20000 + (RANDOM + try) % 20000))
		cat >"$work/nginx.conf" <<-END
			daemon off;
			user $(id -un) $(id -gn);
			pid $work/nginx.pid;
			error_log $work/nginx.log;
			events { }
			http {
				access_log off;
				client_body_temp_path $work/n1; proxy_temp_path $work/n2;
				fastcgi_temp_path $work/n3; uwsgi_temp_path $work/n4;
				scgi_temp_path $work/n5;
				types { text/html html; text/css css; application/gzip gz; }
				gzip_static on;
				server {
					listen 127.0.0.1:$port; listen [::1]:$port;
					location /network/ { alias $place/; }
				}
			}
		END
		"$(command -v nginx || echo /usr/sbin/nginx)" -c "$work/nginx.conf" \
			>"$work/nginx.out" 2>&1 &
		nginx=$!
		run_later "kill $nginx 2>/dev/null; wait $nginx 2>/dev/null"
		for _ in $(seq 40); do
			curl -s -o "$work/got" "http://127.0.0.1:$port/" && return 0
			kill -0 $nginx 2>/dev/null || break
			sleep 0.05
		done
	done
	return 1
}
if [ -x /usr/sbin/nginx ] && serve_by_nginx; then
	for host in 127.0.0.1 '[::1]'; do
		url=http://$host:$port/network/latest
		curl -gs "$url/long.html" >"$work/got"
		same "$host: a page" "$place/$id/long.html" "$work/got"
		curl -gs --compressed -D "$work/head" "$url/long.html" >"$work/got"
		same "$host: the same page to who takes gzip" "$place/$id/long.html" "$work/got"
		check "$host: sent as it lies there" grep -qi \
			"^content-length: $(stat -c %s "$place/$id/long.html.gz")" "$work/head"
		curl -gs "$url/topology.db.gz" >"$work/got"
		same "$host: the state" "$place/$id/topology.db.gz" "$work/got"
		check "$host: what is not there is not" test \
			"$(curl -gs -o "$work/got" -w '%{http_code}' "$url/none.html")" = 404
	done
else
	skip "behind nginx" "no nginx here"
fi
finish
