#!/bin/bash
# test_search.sh -- the search of a site in the browser: from disk, by keys alone,
# whatever people write, without JavaScript, in the dark, on paper, in a narrow
# window; and where the site is served, under its policy.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/serve.sh"
. "$(dirname "$0")/chromium.sh"
screenshots=$build/tests/screenshots
mkdir -p "$screenshots"

check "the sample network is rendered" marlin_site p2
site=$marlin/site-p2
"$twinmap" archive add "$work/archive" "$site" >"$work/last" 2>&1
serve_archive "$work/archive"
check "a browser starts" browser_start

is() { # EXPRESSION EXPECTED
	local actual
	actual=$(browser_value "$1")
	[ "$actual" = "$2" ] || { echo "$1 is '$actual', not '$2'"; false; }
}
pressed() { # EXPRESSION EXPECTED KEY...: the keys, then what they made of it
	local expression=$1 expected=$2
	shift 2
	browser_keys "$@" && is "$expression" "$expected"
}
becomes() { # EXPRESSION EXPECTED: within five seconds
	is "(async () => { for (let i = 0; i < 250 && String($1) !== '$2'; i++)
		await new Promise((done) => setTimeout(done, 20)); return $1; })()" "$2"
}
silent() { ! grep . "$work/console"; }
# The page's own words for it: of the field that has the keys.
ask='window.t = {
	get form() { return document.activeElement.closest("form"); },
	get box() { return this.form.querySelector(".found"); },
	get options() { return [...this.box.querySelectorAll("[role=option]")]; },
	names() { return this.options.map((option) =>
		option.querySelector("b").textContent); },
	said() { return this.box.querySelector("[role=status]").textContent; },
	get active() { return document.getElementById(
		document.activeElement.getAttribute("aria-activedescendant")); },
	isIndexThere() { return window.twinmapIndex !== undefined; },
}, t.isIndexThere()'
opens() { browser_open "$1" && browser_value "$ask" >/dev/null; }
types() { # TEXT, in the place of what is there
	local quoted
	quoted=$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')
	browser_value 'document.activeElement.select()' >/dev/null &&
		browser_ask Input.insertText "\"text\":\"$quoted\""
}
finds() { # TEXT FIRST [ANOTHER]
	types "$1" && is 't.names()[0] ?? "nothing"' "$2" || return 1
	[ -z "${3:-}" ] || is "t.names().includes(\"$3\")" true
}
# All of a table at once: a line for each text, what it finds in the field.
find_all() { # TEXT...
	printf '%s\n' "$@" >"$work/texts"
	browser_value "(async () => {
		const texts = $(sqlite3 :memory: "SELECT json_group_array(value)
			FROM json_each('[\"' || replace(trim(readfile('$work/texts'),
			char(10)), char(10), '\",\"') || '\"]')");
		const lines = [];
		for (const text of texts) {
			document.activeElement.value = text;
			document.activeElement.dispatchEvent(new Event('input'));
			await new Promise((done) => setTimeout(done));
			const names = t.names().length > 0 ? t.names() : ['none'];
			lines.push(['', ...names, ''].join('|'));
		}
		return lines.join(String.fromCharCode(10)); })()" >"$work/found"
}

# ---- what people write ----------------------------------------------------------
# name | what is written | what is found first | what else is found
spellings='
a name|hq-core1|hq-core1|hq-core1 - hq-core2
a name in capitals|HQ-CORE1|hq-core1|
part of a name|core1|hq-core1|
several words|switch branch|b1-sw1|b2-sw1
the same, the other way about|branch SWITCH|b1-sw1|b2-sw1
IPv6|3fff:a10:0:10::2|hq-core1|3fff:a10:0:10::/64
IPv6 in capitals|3FFF:A10:0:10::2|hq-core1|3fff:a10:0:10::/64
IPv6 with its zeros|3fff:0a10:0000:0010:0000:0000:0000:0002|hq-core1|3fff:a10:0:10::/64
IPv6, eight groups|3fff:a10:0:10:0:0:0:2|hq-core1|3fff:a10::/48
IPv6 in brackets with a port|[3fff:a10:0:10::2]:161|hq-core1|3fff:a10:0:10::/64
IPv6 with a length|3fff:a10:0:10::2/64|hq-core1|3fff:a10:0:10::/64
IPv6 with a zone|fe80::5eff:fe00:c01%eth0|dns1|
ip6.arpa|2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.0.0.1.a.0.f.f.f.3.ip6.arpa|hq-core1|3fff:a10:0:10::/64
ip6.arpa of a prefix|0.1.0.0.0.0.0.0.0.1.a.0.f.f.f.3.ip6.arpa|3fff:a10:0:10::/64|hq-core1
an address nobody has|3fff:a10:0:10::abcd|3fff:a10:0:10::/64|3fff:a10::/44
an IPv6 prefix|3fff:a10:0:10::/64|3fff:a10:0:10::/64|hq-core1
an IPv6 prefix around ours|3fff:a00::/24|3fff:a10::/44|3fff:a10::/48
part of an IPv6 address|3FFF:0A10:0:FF|hq-core1|3fff:a10:0:ff00::/64
IPv4|192.0.2.2|hq-core1|192.0.2.0/27
IPv4 mapped into IPv6|::ffff:192.0.2.2|hq-core1|192.0.2.0/27
IPv4 mapped, in hex|::FFFF:C000:202|hq-core1|192.0.2.0/27
IPv4 with a length|192.0.2.2/27|hq-core1|192.0.2.0/27
IPv4 with a port|192.0.2.2:22|hq-core1|
in-addr.arpa|2.2.0.192.in-addr.arpa|hq-core1|192.0.2.0/27
in-addr.arpa of a prefix|2.0.192.in-addr.arpa|192.0.2.0/24|hq-acc1
an IPv4 prefix|192.0.2.0/27|192.0.2.0/27|192.0.2.0/24
part of an IPv4 address|.113.228|hq-core1|
a MAC|02:00:5e:00:06:01|hq-core1|
a MAC in capitals, with hyphens|02-00-5E-00-06-01|hq-core1|
a MAC with dots|0200.5e00.0601|hq-core1|
a MAC in two halves|02005e-000601|hq-core1|
a MAC of digits alone|02005e000601|hq-core1|
a MAC without its zeros|2:0:5e:0:6:1|hq-core1|
part of a MAC|00:53:fe|00:00:5e:00:53:fe|
a serial number|cx-9300-0006|hq-core1|
a name of the DNS|mx1.marlin.example|mx1:25|mx1:587
a contract|AL-2025-118|isp-a-1|
a VLAN|vlan 110|VLAN 110 B1-STAFF|b1-sw1
a port|b1-rtr1 ge-0/0/0|b1-rtr1|
'
nothing_by='
another name|hq-core17
an address of no prefix|2001:db8:ffff::1
IPv4 of no prefix|198.51.100.99
an address that is none|192.0.2.256
zeros left out twice|3fff::10::2
another MAC|02:00:5e:00:06:ff
words of two objects|dns1 hq-core1x
markup|<b>hq-core1</b>
'
# What the table of names holds is not there by chance.
sql() { sqlite3 -readonly "$marlin/p2.db" "$1"; }
check "the addresses are hq-core1's" test "$(sql "SELECT count(*) FROM address a
	JOIN device d ON d.id = a.device WHERE d.name = 'hq-core1'
	AND ip IN ('3fff:a10:0:10::2', '192.0.2.2')")" = 2
check "the prefixes are ours" test "$(sql "SELECT count(*) FROM space
	WHERE prefix IN ('3fff:a10:0:10::/64', '192.0.2.0/27', '192.0.2.0/24')")" = 3

check "a page from disk opens" opens "file://$site/devices/dns1.html"
check "nothing that can be found is loaded yet" is 't.isIndexThere()' false
check "key /: the field" pressed 'document.activeElement.name' q /
check "it is a combobox without a list" is \
	'document.activeElement.role + document.activeElement.ariaExpanded' comboboxfalse
check "now it is loaded" becomes 't.isIndexThere()' true
mapfile -t texts < <(cut -d '|' -f 2 <<<"$spellings$nothing_by" | grep .)
check "all that is written below is searched" find_all "${texts[@]}"
found() { # FIRST ANOTHER: of the next line
	read -r line <&"$lines" || return 1
	echo "found: $line"
	case $line in "|$1|"*) ;; *) return 1 ;; esac
	case $line in *"|${2:-$1}|"*) ;; *) return 1 ;; esac
}
exec {lines}<"$work/found"
while IFS='|' read -r name text first other; do
	[ -z "$name" ] || check "from disk, $name: $text" found "$first" "$other"
done <<<"$spellings"
while IFS='|' read -r name text; do
	[ -z "$name" ] || check "from disk, nothing by $name: $text" found none
done <<<"$nothing_by"
exec {lines}<&-
check "that is said" is 't.said()' 'Nothing found.'
check "and what was written is text" is 't.box.querySelector("b b")' null

# ---- keys --------------------------------------------------------------------------
check "two switches" finds 'switch branch' b1-sw1 b2-sw1
check "their number is said" is 't.said()' '2 found.'
check "by a part that is live" is 't.box.querySelector("[role=status]").checkVisibility()' true
check "the list is told as open" is 'document.activeElement.ariaExpanded' true
check "none is chosen" is 't.active' null
check "ArrowDown: the first" pressed 't.active.querySelector("b").textContent' b1-sw1 ArrowDown
check "it is told as chosen" is 't.active.ariaSelected + t.options.filter((option) =>
	option.ariaSelected === "true").length' true1
check "ArrowDown: the second" pressed 't.active.querySelector("b").textContent' b2-sw1 ArrowDown
check "ArrowDown: the field again" pressed 't.active' null ArrowDown
check "ArrowUp: the last" pressed 't.active.querySelector("b").textContent' b2-sw1 ArrowUp
check "the keys stay in the field" is 'document.activeElement.name' q
check "Escape: the list is gone" pressed 't.box.checkVisibility()' false Escape
check "what was written is not" is 'document.activeElement.value' 'switch branch'
check "ArrowDown: it is back" pressed 't.box.checkVisibility()' true ArrowDown
check "Escape twice: all is gone" pressed 'document.activeElement.value' '' Escape Escape
check "a slash in the field is a slash" pressed 'document.activeElement.value' / /
check "two switches again" finds 'switch branch' b1-sw1 b2-sw1
check "Tab leaves" pressed \
	'document.querySelector("header .found").checkVisibility()' false Tab
check "to the bar" is 'document.activeElement.closest("nav") !== null' true
check "Shift+Tab: the field" pressed 'document.activeElement.name' q Shift+Tab
check "the letters of a name" pressed 't.names()[0]' dns1 d n s 1
# The event of a page that came while keys were let go is not waited for.
arrives() { # PART: of the address of a page that is whole
	for _ in $(seq 100); do
		[ "$(browser_value "document.readyState === 'complete' &&
			decodeURIComponent(location.href.replaceAll('+', ' ')).endsWith(
				'$1')")" != true ] || return 0
		sleep 0.05
	done
	browser_value location.href
	return 1
}
leads() { # PART KEY...
	local part=$1
	shift
	browser_keys "$@" && arrives "$part"
}
check "two switches once more" finds 'switch branch' b1-sw1 b2-sw1
check "Enter: its page" leads devices/b2-sw1.html ArrowDown ArrowDown Enter
check "a segment is on the page of all" opens "file://$site/sites/hq.html"
browser_keys /
becomes 't.isIndexThere()' true >/dev/null
check "it is found" finds 'b1-staff vlan' 'VLAN 110 B1-STAFF'
check "Enter: its row" leads segments.html#segment-b1-vlan-110 ArrowDown Enter
# Every place of the index is a file, and an id in it.
places_exist() {
	sed '1s/.*/{/; $s/.*/}/' "$site/search-index.js" >"$work/index.json"
	sqlite3 -separator ' ' :memory: "WITH j AS (
			SELECT readfile('$work/index.json') AS j),
		kind AS (SELECT value ->> 0 AS name, value ->> 2 AS places
			FROM j, json_each(j, '\$.kinds'))
		SELECT DISTINCT replace(places, ':', coalesce(o.value ->> 1, o.value ->> 0))
		FROM j, kind, json_each(j, '\$.' || kind.name) o" >"$work/places"
	[ "$(wc -l <"$work/places")" -gt 100 ] || return 1
	while IFS='#' read -r page id; do
		if [ ! -f "$site/$page" ]; then
			echo "$page does not exist"
		elif [ -n "$id" ] && ! grep -q "id=\"$id\"" "$site/$page"; then
			echo "$page has no $id"
		fi
	done <"$work/places" >"$work/faults"
	! grep . "$work/faults"
}
check "each place in the index is there" places_exist

# ---- the page of its own ---------------------------------------------------------
check "Enter in the field: the page of its own" opens "file://$site/index.html"
browser_keys /
types core1
check "with what was written" leads 'search.html?q=core1' Enter
browser_value "$ask" >/dev/null
check "it has the keys" is 'document.activeElement.closest("main") !== null' true
check "and what was found" becomes 't.names()[0]' hq-core1
check "more of it than below a field" is 't.options.length > 12' true
check "Escape empties the field" pressed 'document.activeElement.value' '' Escape
check "and the list" is 't.options.length' 0
check "it finds on" finds 192.0.2.2 hq-core1
fits() { is 'document.documentElement.scrollWidth <= innerWidth' true; }
narrow() {
	browser_ask Emulation.setDeviceMetricsOverride \
		'"width":320,"height":640,"deviceScaleFactor":1,"mobile":false'
}
check "a narrow window" narrow
check "holds it" fits
check "screenshot: narrow" browser_shoot "$screenshots/search-narrow.png"
check "the list below a field" opens "file://$site/index.html"
browser_keys /
check "opens" becomes 't.isIndexThere()' true
check "with what is found" finds 3fff:a10:0:10::/64 3fff:a10:0:10::/64
check "and is not wider" fits
check "nor cut off" is 't.box.getBoundingClientRect().right <= innerWidth' true
check "screenshot: narrow list" browser_shoot "$screenshots/search-narrow-list.png"
browser_ask Emulation.clearDeviceMetricsOverride ''
check "the page again" opens "file://$site/search.html?q=core"
check "finds" becomes 't.names()[0]' hq-core1
check "dark" browser_media prefers-color-scheme dark
check "its names are light" is "getComputedStyle(t.options[0].firstChild).color" 'rgb(147, 180, 253)'
check "screenshot: dark" browser_shoot "$screenshots/search-dark.png"
check "on paper" browser_media '' print
check "there is no field" is 'document.querySelector("main input").checkVisibility()' false
check "but what was found" is 'document.querySelector("main .found a").checkVisibility()' true
check "in print" browser_print "$screenshots/search.pdf"
check "as text" is '[...document.querySelectorAll("main .found a")].length > 12' true
browser_media '' '' >/dev/null
browser_media prefers-color-scheme light >/dev/null
check "nothing was complained of" silent

# ---- without JavaScript -----------------------------------------------------------
check "JavaScript is off" browser_ask Emulation.setScriptExecutionDisabled '"value":true'
browser_open "file://$site/search.html" >/dev/null
text_of() { # what a person can read
	browser_ask Accessibility.getFullAXTree '' &&
		sqlite3 :memory: "SELECT value ->> '\$.name.value'
			FROM json_each(readfile('$work/answer'), '\$.result.nodes')
			WHERE value ->> '\$.name.value' <> ''"
}
check "it is said what to do" grep -q 'takes JavaScript' <(text_of)
check "with links to the tables" grep -qx 'addresses' <(text_of)
browser_ask Emulation.setScriptExecutionDisabled '"value":false' >/dev/null

# ---- served -------------------------------------------------------------------------
: >"$work/console"
check "served, it opens" opens "${url6}latest/devices/dns1.html"
check "it leads to the other snapshots" becomes \
	'document.querySelector(".snapshots a")?.href' "$url6"
browser_keys /
check "the index is loaded" becomes 't.isIndexThere()' true
check "it finds by IPv6" finds 3FFF:A10:0:10:0::2 hq-core1 3fff:a10:0:10::/64
check "and by IPv4" finds 192.0.2.2 hq-core1 192.0.2.0/27
check "the last of the list is the search of all states" is 't.names().at(-1)' \
	'Search all states'
check "of the server" is 't.options.at(-1).href' "${url6}search?q=192.0.2.2"
check "Enter leads to it" is 't.form.action' "${url6}search"
# By keys, and without JavaScript: the field, what is written, Enter.
no_scripts() { browser_ask Emulation.setScriptExecutionDisabled "\"value\":$1"; }
page() { # the HTML of what is there
	browser_ask DOM.getDocument '"depth":0' &&
		browser_ask DOM.getOuterHTML "\"nodeId\":$(answer '$.result.root.nodeId')" &&
		answer '$.result.outerHTML'
}
to_the_field() { # by Tab, from the top of a page, past what leads elsewhere
	for _ in $(seq 10); do
		browser_keys Tab && [ "$(browser_value document.activeElement.name)" = q ] && return
	done
	false
}
answers() { # TEXT FIRST [ANOTHER]: they stand in the server's answer
	to_the_field && browser_ask Input.insertText "\"text\":\"$1\"" &&
		browser_keys Enter && arrives "?q=$1" &&
		page | sed -n '/<main/,/<\/main>/p' >"$work/main" || return 1
	grep -q 'href="s/[0-9TZ]*/' "$work/main" && grep -qF "$2" "$work/main" &&
		grep -qF "${3:-$2}" "$work/main" || { head -c 600 "$work/main"; false; }
}
check "without JavaScript" no_scripts true
check "the search of all states opens" browser_open "${url6}search"
while IFS='|' read -r name text first other; do
	[ -z "$name" ] || check "of all states, $name: $text" answers "$text" "$first" "$other"
done < <(awk 'NF && NR % 2' <<<"$spellings")
refuse "of all states, nothing by another name" answers hq-core17 hq-core17
no_scripts false >/dev/null
check "no policy was broken" silent
finish
