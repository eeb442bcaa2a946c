#!/bin/bash
# test_timeline.sh -- the timeline in the browser: its numbers are those of the
# manifests, and it can be read in the dark, on paper, in a narrow window, by keys
# alone and without JavaScript.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/site.sh"
. "$(dirname "$0")/../server/serve.sh"
. "$(dirname "$0")/chromium.sh"
archive=$work/archive
screenshots=$build/tests/screenshots
mkdir -p "$screenshots"

check "the sample network is discovered" marlin_states
keep() { # PHASE OPTION...: its state, with pages made by hand
	make_site "$work/$1" 0 "$1" &&
		cp "$marlin/$1.db" "$work/$1/topology.db" &&
		"$twinmap" archive add "${@:2}" "$archive" "$work/$1"
}
for phase in p0 p1 p2; do
	check "$phase is kept" keep $phase --kind phase-close
done
check "p3 is kept" keep p3 --kind final
"$twinmap" archive sign --by 'Ines Harbour' "$archive" p3 'Every page read'
serve_archive "$archive"
check "a browser starts" browser_start

is() { # EXPRESSION EXPECTED
	local actual
	actual=$(browser_value "$1")
	[ "$actual" = "$2" ] || { echo "$1 is '$actual', not '$2'"; false; }
}
figure() { # PHASE METRIC FIELD: as its manifest has it
	sqlite3 :memory: "SELECT m.value ->> '$3' FROM json_each(readfile(
		'$archive/$(head -n 1 "$archive/tags/$1")/manifest.json'),
		'\$.figures.metrics') m WHERE m.value ->> 'id' = '$2'"
}
share() { # PHASE METRIC: of what is known, in percent
	sqlite3 :memory: "SELECT printf('%d.%d', share / 10, share % 10) FROM
		(SELECT (1000 * part + known / 2) / known AS share FROM
		(SELECT $(figure "$1" "$2" part) AS part,
		$(figure "$1" "$2" total) - $(figure "$1" "$2" unknown) AS known))"
}
check "the timeline opens" browser_open "$url4"
row=0
for metric in K1 K2 K3 K4; do
	row=$((row + 1))
	check "$metric now is that of the manifest" is \
		"document.querySelectorAll('.figures .big')[$((row - 1))].textContent" \
		"$(share p3 $metric) %"
	for phase in $marlin_phases; do
		check "$metric of $phase in the table" is "[...document.querySelectorAll('details tr')]
			.find((row) => row.cells[1].textContent === '$phase')
			.cells[$((row + 1))].textContent" "$(share $phase $metric) %"
	done
done
check "the shares of the phases" is \
	"[...document.querySelectorAll('.phases .big')].map((e) => e.textContent).join()" \
	"$(for phase in $marlin_phases; do share $phase K1; done | sed 's/$/ %/' | paste -sd,)"
check "the golden ones" is "document.querySelector('.phases').textContent.includes('54.2 %')" true
check "a point for each state" is "[...document.querySelectorAll('polyline')].map((line) =>
	line.points.length).join()" 4,4,4,4
check "as high as its share" is "(() => {
	const [top, bottom] = ['100 %', '0 %'].map((text) => +[...document.querySelectorAll(
		'.tick text')].find((e) => e.textContent === text).getAttribute('y'));
	const line = document.querySelector('polyline.devices').points;
	return [...line].map((point) => (100 * (bottom - 4 - point.y) / (bottom - top))
		.toFixed(0)).join(); })()" 0,15,54,89
check "each is said by name" is "[...document.querySelectorAll('.chart a title')].at(-1)
	.textContent" "2026-09-17 00:00, Devices 88.9 %, Infrastructure 100.0 %, Endpoints $(
		share p3 K3) %, Segments 90.9 %"
check "lines differ without colour" is "new Set([...document.querySelectorAll('polyline')]
	.map((line) => getComputedStyle(line).strokeDasharray)).size" 4
check "labels keep their distance" is "(() => {
	const boxes = [...document.querySelectorAll('.chart:not(.small) text:has(.strong)')]
		.map((e) => e.getBoundingClientRect()).sort((a, b) => a.top - b.top);
	return boxes.every((box, i) => i === 0 || box.top >= boxes[i - 1].bottom - 6); })()" true
check "and stay in the picture" is "[...document.querySelectorAll('.chart svg text')]
	.every((e) => e.getBoundingClientRect().right <=
	e.closest('svg').getBoundingClientRect().right)" true
check "every link inside leads somewhere" is "(async () => {
	const links = [...new Set([...document.querySelectorAll('a')].map((a) =>
		(a.href.baseVal ?? a.href).split('#')[0]))].map((link) => new URL(link, location))
		.filter((link) => !/(diff|diagrams|findings|final|print|services|uplinks|coverage|devices|segments)/
		.test(link.pathname));
	const answers = await Promise.all(links.map((link) => fetch(link)));
	return links.length > 8 && answers.filter((answer) => !answer.ok).map((answer) =>
		answer.url).join(); })()" ''
check "it is shot" browser_shoot "$screenshots/timeline-light.png"

# ---- keys alone: to the search, through the chart, to the comparison ----------
at() { is "document.activeElement.$1" "$2"; }
tabs_to() { # CONDITION: within a hundred steps
	for _ in $(seq 100); do
		browser_keys Tab || return 1
		[ "$(browser_value "$1")" != true ] || return 0
	done
	return 1
}
check "the first key skips to the page" eval 'browser_open "$url4" && browser_keys Tab &&
	at textContent "Skip to the page"'
check "the search has its turn" tabs_to 'document.activeElement.name === "q"'
check "so has a point of the chart" tabs_to 'document.activeElement.closest("svg") !== null'
check "the table unfolds" eval 'tabs_to "document.activeElement.matches(\"summary\")" &&
	browser_keys Enter && is "document.querySelector(\"details\").open" true'
check "the comparison is reached" tabs_to 'document.activeElement.name === "a"'
check "the two newest stand there" is 'new URLSearchParams(new FormData(
	document.querySelector(".ask"))).toString()' \
	"a=$(head -n 1 "$archive/tags/p2")&b=$(head -n 1 "$archive/tags/p3")"

# ---- dark, narrow, on paper, without JavaScript ------------------------------
check "in the dark" browser_media prefers-color-scheme dark
check "the ground is" is 'getComputedStyle(document.body).backgroundColor' 'rgb(11, 18, 32)'
check "texts of charts are light" is 'getComputedStyle(document.querySelector(
	".chart text:has(.strong)")).fill' 'rgb(226, 232, 240)'
check "it is shot, too" browser_shoot "$screenshots/timeline-dark.png"
browser_media prefers-color-scheme light
narrow() { browser_ask Emulation.setDeviceMetricsOverride \
	"\"width\":$1,\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false"; }
check "320 pixels" narrow 320
check "nothing leaves the window" is \
	'document.documentElement.scrollWidth <= 320 || document.documentElement.scrollWidth' true
check "the narrow one is shot" browser_shoot "$screenshots/timeline-narrow.png"
narrow 1280
check "on paper" browser_print "$screenshots/timeline.pdf"
browser_ask Emulation.setScriptExecutionDisabled '"value":true'
check "without JavaScript" browser_open "$url4"
browser_ask Emulation.setScriptExecutionDisabled '"value":false'
check "the chart is there" is 'document.querySelectorAll("polyline").length' 4
check "the form works by itself" is 'document.querySelector("form.search").action' "${url4}search"

check "what happened opens" browser_open "${url4}snapshot/$(head -n 1 "$archive/tags/p3")"
check "and tells who signed" is 'document.body.textContent.includes("Every page read")' true
check "nobody complained" sh -c "! grep . '$work/console'"
finish
