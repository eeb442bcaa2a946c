#!/bin/bash
# test_newer.sh -- a page that is left open says when there is a newer snapshot,
# and leads to itself in it: of the newest state and of an old one, also below a
# path of a proxy. Not before there is one, not more often than every five
# minutes, and never where the page comes from disk.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/serve.sh"
. "$(dirname "$0")/chromium.sh"

check "the sample network is rendered" marlin_site p2
site() { # SECONDS LATER: the same network, without one of its pages
	cp -r "$marlin/site-p2" "$work/site$1" && rm "$work/site$1/devices/web1.html" &&
		sed -i "s/data-snapshot=\"[^\"]*\"/data-snapshot=\"$first\"/" \
			"$work/site$1/index.html" &&
		sqlite3 "$work/site$1/topology.db" \
			"UPDATE meta SET observed_at = observed_at + $1"
}
id_of() { # SECONDS LATER
	sqlite3 -readonly "$marlin/p2.db" "SELECT strftime('%Y%m%dT%H%M%SZ',
		observed_at + $1, 'unixepoch') FROM meta"
}
publish() { # SITE [OPTION...]
	"$twinmap" archive add "${@:2}" "$work/archive" "$1"
}
first=$(id_of 0) second=$(id_of 86400) third=$(id_of 172800)
date_of() { sed 's/^\(....\)\(..\)\(..\)T\(..\)\(..\).*/\1-\2-\3 \4:\5 UTC/' <<<"$1"; }
check "a snapshot is published" publish "$marlin/site-p2"
serve_archive "$work/archive"
check "a browser starts" browser_start

is() { # EXPRESSION EXPECTED
	local actual
	actual=$(browser_value "$1")
	[ "$actual" = "$2" ] || { echo "$1 is '$actual', not '$2'"; false; }
}
becomes() { # EXPRESSION EXPECTED: within five seconds
	is "(async () => { for (let i = 0; i < 250 && String($1) !== '$2'; i++)
		await new Promise((done) => setTimeout(done, 20)); return $1; })()" "$2"
}
hint='document.querySelector(".newer").textContent'
asked='performance.getEntriesByName(new URL("latest/manifest.json",
	document.querySelector(".snapshots a").href).href).length'
# The clock of the page goes on by so many minutes, and somebody looks at it.
minutes_pass() {
	browser_value "Date.now = ((then) => () => then + $1 * 60000)(Date.now()),
		document.dispatchEvent(new Event('visibilitychange'))" >/dev/null
}
opens() { # URL: until it knows that it is served, and has asked
	browser_open "$1" &&
		becomes 'document.querySelector(".snapshots a") !== null' true &&
		becomes "$asked" 1
}

# ---- nothing newer ----------------------------------------------------------------
check "the newest state opens" opens "${url6}latest/devices/hq-core1.html"
check "no newer one is told" is "$hint" ''
check "its place speaks when it is filled" is 'document.querySelector(".newer").role' status
minutes_pass 4
check "after four minutes nothing is asked" is "$asked" 1
minutes_pass 2
check "after six it is" becomes "$asked" 2
check "and nothing is told" is "$hint" ''
check "it was sent once only" is "(await fetch('../manifest.json', { headers: {
	'If-None-Match': (await fetch('../manifest.json')).headers.get('ETag') },
	cache: 'no-store' })).status" 304

# ---- a second one -----------------------------------------------------------------
check "a second site is made" site 86400
check "and published" publish "$work/site86400"
check "no newer one is told yet" is "$hint" ''
minutes_pass 6
check "six minutes later it is" becomes "$hint" \
	"A newer snapshot exists: $(date_of "$second"), show it"
check "its link is the same page" is 'document.querySelector(".newer a").href' \
	"${url6}latest/devices/hq-core1.html"
leads() { # URL KEY...: the event of the page may come while a key is let go
	local url=$1
	shift
	browser_value "window.isLeft = true" >/dev/null && browser_keys "$@" || return 1
	for _ in $(seq 100); do
		[ "$(browser_value "document.readyState + window.isLeft")" != completeundefined ] ||
			break
		sleep 0.05
	done
	is location.href "$url"
}
browser_value 'document.querySelector(".newer a").focus()' >/dev/null
check "Enter: it" leads "${url6}latest/devices/hq-core1.html" Enter
check "which is the newest now" becomes \
	'document.querySelector(".snapshots a") !== null' true
check "and says nothing" is "$hint" ''

check "a page of the first one opens" opens "${url6}s/$first/sites/hq.html"
check "it tells of the second" becomes "$hint" \
	"A newer snapshot exists: $(date_of "$second"), show it"
check "a link is next after the bar" is 'document.querySelector("nav a:last-of-type") !== null &&
	(document.querySelector(".newer").compareDocumentPosition(
		document.querySelector("main")) & 4) === 4' true
browser_value '[...document.querySelectorAll("nav a")].at(-1).focus()' >/dev/null
check "Tab, Enter: the page in it" leads "${url6}s/$second/sites/hq.html" Tab Enter
check "which knows that it is the newest" becomes "$asked" 1
check "and says nothing either" is "$hint" ''
check "the overview opens" opens "${url6}s/$second/index.html"
check "it leads to the state before" becomes \
	'document.querySelector("[data-snapshot] a")?.href' "${url6}snapshot/$first"
check "that of the first opens" opens "${url6}s/$first/index.html"
sleep 0.2
check "whose state before is not here" is \
	'document.querySelector("[data-snapshot]").innerHTML' '2026-03-12 00:00 UTC'
check "nothing was complained of" test ! -s "$work/console"
check "a page that the second has not" opens "${url4}s/$first/devices/web1.html"
check "leads to its index" becomes 'document.querySelector(".newer a")?.href' \
	"${url4}s/$second/index.html"
check "a third one" site 172800
check "published" publish "$work/site172800"
minutes_pass 6
check "takes its place" becomes 'document.querySelector(".newer a")?.href' \
	"${url4}s/$third/index.html"

# ---- a correction -------------------------------------------------------------------
check "one is made" site 3600
check "and published" publish "$work/site3600" --replaces "$first"
check "the page of the first opens again" opens "${url6}s/$first/sites/hq.html"
corrected=$(id_of 3600)
check "it tells of both" becomes "$hint" "A correction of this snapshot exists: $(
	)$(date_of "$corrected"), show itA newer snapshot exists: $(date_of "$third"), show it"
check "with the page in the correction first" is 'document.querySelector(".newer a").href' \
	"${url6}s/$corrected/sites/hq.html"
check "another one opens" opens "${url6}s/$second/sites/hq.html"
check "it tells of the newest alone" becomes "$hint" \
	"A newer snapshot exists: $(date_of "$third"), show it"

# ---- behind nginx: below a path, and as files -----------------------------------------
mkdir "$work/nginx"
nginx_on() { # PORT: it listens there, or ends
	cat >"$work/nginx/conf" <<-END
		daemon off;
		user root;
		pid $work/nginx/pid;
		error_log $work/nginx/errors;
		events {}
		http {
			access_log off;
			types { text/html html; text/javascript js; text/css css; }
			client_body_temp_path $work/nginx/body;
			proxy_temp_path $work/nginx/proxy;
			fastcgi_temp_path $work/nginx/fastcgi;
			uwsgi_temp_path $work/nginx/uwsgi;
			scgi_temp_path $work/nginx/scgi;
			server {
				listen 127.0.0.1:$1;
				root $work/archive;
				location /deep/twin/ { proxy_pass $url6; }
			}
		}
	END
	nginx -c "$work/nginx/conf" -e "$work/nginx/errors" 2>"$work/nginx/said" &
	nginx=$!
	for _ in $(seq 100); do
		[ ! -s "$work/nginx/pid" ] || return 0
		kill -0 $nginx 2>/dev/null || return 1
		sleep 0.05
	done
	return 1
}
start_nginx() {
	local try
	for try in $(shuf -i 20000-30000 -n 5); do
		nginx_on "$try" && near=http://127.0.0.1:$try/ && return 0
		kill $nginx 2>/dev/null
		wait $nginx
	done
	cat "$work/nginx/said"
	return 1
}
check "nginx listens" start_nginx
run_later "kill $nginx 2>/dev/null; wait $nginx 2>/dev/null"
check "below a path a page opens" opens "${near}deep/twin/s/$second/sites/hq.html"
check "it tells of the newest" becomes 'document.querySelector(".newer a")?.href' \
	"${near}deep/twin/s/$third/sites/hq.html"
check "it leads to the snapshots there" is 'document.querySelector(".snapshots a").href' \
	"${near}deep/twin/"
check "it searches them there" is 'document.querySelector("form.search").action' \
	"${near}deep/twin/search"
check "as a file a page opens" browser_open "${near}latest/sites/hq.html"
check "it asks for the newest" becomes "performance.getEntriesByName(
	'${near}latest/manifest.json').length" 1
sleep 0.2
check "it leads to no snapshots" is 'document.querySelector(".snapshots")' null
check "it is searched itself" is 'document.querySelector("form.search").action' \
	"${near}latest/search.html"

# ---- elsewhere --------------------------------------------------------------------
: >"$work/console"
check "from disk nothing is asked" browser_open "file://$work/archive/latest/devices/hq-core1.html"
sleep 0.5
check "nor told" is "document.querySelector('.newer') === null &&
	performance.getEntriesByType('resource').every((entry) =>
		!entry.name.includes('manifest'))" true
check "nor complained of" test ! -s "$work/console"
finish
