#!/bin/bash
# test_compare.sh -- two states of the sample compared in a browser: each row of
# the golden comparison, the pictures, keys alone, without JavaScript, in the
# dark, on paper, in a narrow window; the choice of two.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/serve.sh"
. "$(dirname "$0")/chromium.sh"
screenshots=$build/tests/screenshots
golden=$top/tests/golden/diff/p1-p2.md
mkdir -p "$screenshots"

rendered() { marlin_site p1 && marlin_site p2; }
check "the sample network is rendered" rendered
for phase in p1 p2; do
	"$twinmap" archive add "$work/archive" "$marlin/site-$phase"
done >"$work/last" 2>&1
serve_archive "$work/archive"
check "a browser starts" browser_start

is() { # EXPRESSION EXPECTED
	local actual
	actual=$(browser_value "$1")
	[ "$actual" = "$2" ] || { echo "$1 is '$actual', not '$2'"; false; }
}
silent() { ! grep . "$work/console"; }
page() { # the HTML of what is there, also without JavaScript
	browser_ask DOM.getDocument '"depth":0' &&
		browser_ask DOM.getOuterHTML "\"nodeId\":$(answer '$.result.root.nodeId')" &&
		answer '$.result.outerHTML'
}
scripts() { browser_ask Emulation.setScriptExecutionDisabled "\"value\":$1"; }
types() { # TEXT, in the place of what is there
	browser_value 'document.activeElement.select()' >/dev/null &&
		browser_ask Input.insertText "\"text\":\"$1\""
}
goes_to() { # SELECTOR: by Tab alone
	for _ in $(seq 40); do
		browser_keys Tab
		[ "$(browser_value "document.activeElement.matches('$1')")" = false ] ||
			return 0
	done
	return 1
}
follow() { browser_keys Enter && browser_listen '"Page.loadEventFired"'; }

# ---- choosing -------------------------------------------------------------------
p1=20260312T000000Z p2=20260521T000000Z
pair=${url6}diff/$p1..$p2/
check "the page of choice" browser_open "${url6}diff?a=p1"
check "keys: the first state" goes_to 'select[name=a]'
check "it is chosen already" is 'document.activeElement.value' "$p1"
check "keys: the other one" goes_to 'select[name=b]'
browser_keys ArrowDown ArrowDown ArrowDown
check "it is chosen by its tag" is 'document.activeElement.value' p2
check "keys: the button" goes_to 'main form button'
check "screenshot" browser_shoot "$screenshots/compare-choice.png"
check "it leads on" follow
check "to the two ids" is location.href "$pair"
check "keys: another choice" goes_to 'header a[href*="diff?a="]'
check "Enter leads there" follow
check "the first one stays chosen" is \
	'document.querySelector("select[name=a]").value' "$p1"
check "back again" browser_open "$pair"
check "its title names the states" is document.title \
	"Comparison: p1, 2026-03-12 00:00 to p2, 2026-05-21 00:00 - Marlin Freight (fictional)"
check "keys: the search in all states" goes_to 'header input[name=q]'
types hq-core1
check "Enter leads on" follow
check "to what was found" is location.href "${url6}search?q=hq-core1"
check "the comparison once more" browser_open "$pair"
check "nothing was complained of" silent

# ---- each row of the golden comparison ------------------------------------------------
# A line for each heading, item, paragraph and row: its words, cells by "|".
shown='[...document.querySelectorAll("main :is(h1, h2, h3, li, p, tr)")].map(
	(part) => (part.matches("tr") ? [...part.cells] : [part]).map((cell) =>
	cell.textContent.trim().replace(/\s+/g, " ")).join("|")).join(
	String.fromCharCode(10))'
golden_lines() {
	sed -E -e '/^(\||  - |#|[A-Z])/!d' -e '/^\|( -+:? \|)+$/d' -e '/^\| -/d' \
		-e '/\(hash\)|^!|^\[SVG|^Nearer/d' \
		-e "s/p1\\.db/$p1/" -e "s/p2\\.db/$p2/" \
		-e 's/<a id="[^"]*"><\/a>//g' -e 's/!?\[([^]]*)\]\([^)]*\)/\1/g' \
		-e 's/[`*]//g' -e 's/\\(.)/\1/g' -e 's/^(#+|  -) //' \
		-e 's/^\| *//' -e 's/ *\|$//' -e 's/ *\| */|/g' "$golden"
}
shows_all() {
	browser_value "$shown" >"$work/shown"
	golden_lines >"$work/golden"
	[ "$(wc -l <"$work/golden")" -gt 150 ] || return 1
	grep -vxFf "$work/shown" "$work/golden" >"$work/missing"
	cat "$work/missing"
	[ ! -s "$work/missing" ]
}
check "each line of the golden comparison is shown" shows_all
sed -i '/^coverage|device|b2-rtr1/d' "$work/shown"
refuse "one that is not would be missed" sh -c \
	"! grep -vxFf '$work/shown' '$work/golden'"
for db in p1 p2; do
	hash=$(sha256sum <"$marlin/$db.db" | cut -d' ' -f1)
	check "the hash of the state $db" is \
		"document.querySelector('main').textContent.includes('$hash')" true
done
check "regressions stand first" is \
	'document.querySelector("main h2").textContent' Regressions

# ---- pictures ---------------------------------------------------------------------
check "the picture of both states" is \
	'document.querySelectorAll("main figure svg .node").length > 20' true
check "objects that changed are marked" is \
	'[...document.querySelectorAll("main figure svg .node text")].filter(
	(text) => /^[~+−-] ?/.test(text.textContent.trim())).length > 3' true
check "its cards lead to the later state" is \
	'[...document.querySelectorAll("main figure svg .node a")].filter((link) =>
	(link.getAttribute("xlink:href") ?? link.getAttribute("href")).startsWith(
	"new/devices/")).length > 10' true
check "a nearer picture" browser_open "${pair}pictures/changes-hq.html"
check "is there" is 'document.querySelectorAll("main figure svg .node").length > 10' true
check "it leads back" is \
	'document.querySelector("main a[href=\"../index.html\"]") !== null' true
check "a link into a state" browser_open "${pair}new/devices/dns1.html"
check "shows that" is location.href "${url6}s/$p2/devices/dns1.html"
check "nothing was complained of" silent

# ---- narrow, dark, paper -------------------------------------------------------------
check "the page again" browser_open "$pair"
light=$(browser_value 'getComputedStyle(document.body).backgroundColor')
check "screenshot" browser_shoot "$screenshots/compare.png"
browser_ask Emulation.setDeviceMetricsOverride \
	'"width":320,"height":640,"deviceScaleFactor":1,"mobile":false'
check "narrow: nothing sticks out" is \
	'document.documentElement.scrollWidth <= innerWidth' true
check "narrow: nor does the form" is \
	'[...document.querySelectorAll("header form *")].every((part) =>
	part.getBoundingClientRect().right <= innerWidth)' true
check "narrow: screenshot" browser_shoot "$screenshots/compare-narrow.png"
check "narrow: the page of choice" browser_open "${url6}diff"
check "narrow: nothing of it sticks out" is \
	'document.documentElement.scrollWidth <= innerWidth' true
browser_ask Emulation.clearDeviceMetricsOverride ''
browser_open "$pair"
browser_media prefers-color-scheme dark
refuse "dark: the ground is another" is \
	'getComputedStyle(document.body).backgroundColor' "$light"
luminance='(color) => color.match(/[0-9.]+/g).slice(0, 3).map(Number).map((c) =>
	c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
	).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)'
check "dark: words can be read" is "(() => { const l = $luminance,
	ground = l(getComputedStyle(document.body).backgroundColor);
	return [...document.querySelectorAll('main :is(h1, p, td, li)')].every((part) =>
	(l(getComputedStyle(part).color) + 0.05) / (ground + 0.05) >= 4.5); })()" true
check "dark: screenshot" browser_shoot "$screenshots/compare-dark.png"
browser_media prefers-color-scheme light
browser_media '' print
check "paper: no form" is 'document.querySelector("header form").checkVisibility()' false
check "paper: all rows" is '[...document.querySelectorAll("main tr")].every((row) =>
	row.checkVisibility())' true
check "paper: printed" browser_print "$screenshots/compare.pdf"
browser_media '' ''
check "nothing was complained of" silent

# ---- without JavaScript ---------------------------------------------------------------
check "without scripts" scripts true
browser_open "${url6}diff" >/dev/null
page >"$work/choice"
check "there is the form" grep -q '<select name="a">' "$work/choice"
browser_open "${url6}diff?a=prev&b=latest" >/dev/null
page | sed -n '/<main/,/<\/main>/p' >"$work/main"
check "the comparison is there" grep -q '<h1[^>]*>What changed' "$work/main"
check "with its rows" grep -q 'isp-b-1, SV3: was partial (answer yes), is done' "$work/main"
check "and its picture" grep -q '<svg' "$work/main"
scripts false
check "nothing was complained of" silent
check "what would be complained of is heard" browser_value 'console.error("heard")'
refuse "so silence means something" silent
finish
