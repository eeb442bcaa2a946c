#!/bin/bash
# test_archive_places.sh -- the published tree, copied elsewhere: it opens from
# a disk, and behind another web server, as it is.
#
# A small site by hand, and that of the sample network. The places have names
# with blanks and letters that are no ASCII.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../browser/chromium.sh"
site=$work/site place="$work/über all" id=20260917T081500Z
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
				types { text/html html; text/css css; image/svg+xml svg;
					text/javascript js; application/gzip gz; }
				gzip_static on;
				server {
					listen 127.0.0.1:$port; listen [::1]:$port;
					location /network/ { alias "$place/"; }
					location / { alias "$place/latest/"; }
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
	behind_nginx=yes
else
	skip "behind nginx" "no nginx here"
fi

# ---- the sample network, in three ways to three places -------------------------
marlin_site p2 >"$work/out" 2>&1 || { fail "the sample network is rendered"; finish; }
archive add "$work/marlin" "$marlin/site-p2" >"$work/out"
newest=$(readlink "$work/marlin/latest")
mkdir "$work/Büro 2"
snapshot=$work/marlin/$newest
by_cp="$work/Büro 2/by cp" by_tar="$work/Büro 2/by tar" by_rsync="$work/Büro 2/nach Norden ö"
cp -r "$snapshot" "$by_cp"
mkdir "$by_tar" && tar cf - -C "$snapshot" . | tar xf - -C "$by_tar"
rsync -r "$snapshot/" "$by_rsync"
for copy in "$by_cp" "$by_tar" "$by_rsync"; do
	check "${copy##*/}: byte for byte" diff -r "$snapshot" "$copy"
	check "${copy##*/}: its sums say so" sh -c "cd '$copy' && sha256sum --quiet --strict -c SHA256SUMS"
done
rm -rf "$place" && cp -r "$work/marlin" "$place"
check "the whole archive: it verifies" archive verify "$place"
chmod -R u+w "$work/marlin" && rm -r "$work/marlin"

as_url() { # PATH: as browsers write it
	printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n' |
		sed 's/../%&/g; s/%2f/\//g; s/^/file:\/\//'
}
opens() { # URL: without a word on the console, with a style sheet and a heading
	: >"$work/console"
	browser_open "$1" &&
		[ "$(browser_value 'document.styleSheets.length > 0 && document.querySelectorAll("h1").length')" = 1 ] &&
		! grep . "$work/console"
}
has_pictures() { # all are drawn, those in the page and those beside it
	local drawn
	drawn=$(browser_value '[...document.querySelectorAll("main svg, main img")].filter(
		p => p.getBoundingClientRect().width > 40 && (p.complete ?? true)).length')
	[ "${drawn:-0}" -gt 0 ] || { echo "$drawn"; false; }
}
device=$(cd "$by_cp" && find devices -name '*core*.html' | LC_ALL=C sort | head -n 1)
picture=$(cd "$by_cp" && grep -l '<svg' diagrams/*.html sites/*.html 2>/dev/null | head -n 1)
check "there is a picture to look at" test -n "$picture" -a -n "$device"
check "a browser starts" browser_start
look_at() { # NAME URL-OF-A-SNAPSHOT
	check "$1: the first page opens" opens "$2/index.html"
	check "$1: a device opens" opens "$2/$device"
	check "$1: a page with pictures opens" opens "$2/$picture"
	check "$1: they are drawn" has_pictures
}
look_at "by cp, from a disk" "$(as_url "$by_cp")"
look_at "by rsync, from a disk" "$(as_url "$by_rsync")"
look_at "the archive's latest, from a disk" "$(as_url "$place/latest")"

same_behind() { # URL: each file as the sums of the snapshot have it
	rm -rf "$work/fetched"
	mkdir "$work/fetched"
	sed 's/^[0-9a-f]*  //' "$by_cp/SHA256SUMS" | awk -v url="$1" -v to="$work/fetched/" '
		{ print "url = \"" url "/" $0 "\"\noutput = \"" to $0 "\"" }' >"$work/files"
	curl -gsf --max-time 60 --create-dirs -K "$work/files" &&
		cp "$by_cp/SHA256SUMS" "$work/fetched" &&
		diff -r "$by_cp" "$work/fetched"
}
if [ "${behind_nginx:-}" = yes ]; then
	check "behind nginx, at its root: byte for byte" same_behind "http://127.0.0.1:$port"
	check "behind nginx, below a path: byte for byte" same_behind \
		"http://[::1]:$port/network/$newest"
	look_at "behind nginx, at its root" "http://[::1]:$port"
	look_at "behind nginx, below a path" "http://127.0.0.1:$port/network/latest"
fi
finish
