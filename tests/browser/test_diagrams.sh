#!/bin/bash
# test_diagrams.sh -- pictures in a browser, used as people use them: keys, mouse,
# fingers, search, views of one family, dark colours, paper, no scripts. Served
# with the strict policy: nothing may be said on the console.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/../server/serve.sh"
. "$(dirname "$0")/chromium.sh"
archive=$work/archive
screenshots=$build/tests/screenshots
mkdir -p "$screenshots"

check "the sample network is discovered" marlin_states
check "it is rendered" "$twinmap" render "$marlin/p3.db" -o "$work/site"
check "it is archived" "$twinmap" archive add "$archive" "$work/site"
serve_archive "$archive"
check "a browser starts" browser_start
site=${url4}latest/
pictures() { # SQL over p, the members of each picture
	sqlite3 -separator ' ' :memory: \
		"SELECT $1 FROM (SELECT key, value AS p,
			value ->> 'name' AS name, value ->> 'base' AS base,
			coalesce(value ->> 'page',
				'pictures/' || (value ->> 'name')) AS page
		FROM json_each(readfile('$work/site/diagrams/pictures.json'))) $2"
}
page=$(pictures page "WHERE name = 'site-hq'")
check "the headquarters have a picture" test -n "$page"

# ---- what a page is asked -----------------------------------------------------------
# The page's own words for it: t.box() is what is in sight, t.card(name) a card.
ask='window.t = {
	figure: [...document.querySelectorAll(".diagram")].find((figure) =>
		figure.querySelector("#site-hq")),
	get svg() { return this.figure.querySelector("svg"); },
	get tip() { return this.figure.querySelector(".tip"); },
	get field() { return this.figure.querySelector("input"); },
	said() { return this.figure.querySelector("output").textContent; },
	box() { return this.svg.getAttribute("viewBox").split(" ").map(Number); },
	group(name) { return document.getElementById("site-hq-" + name); },
	link(name) { return this.group(name).querySelector("a[*|href]"); },
	middle(part) { const box = part.getBoundingClientRect();
		return Math.round(box.left + box.width / 2) + " " +
			Math.round(box.top + box.height / 2); },
	near() { return [...this.svg.querySelectorAll(".node.near")].map((node) =>
		node.id.replace("site-hq-", "")).sort().join(" "); },
	found() { return [...this.svg.querySelectorAll(".node.found")].map((node) =>
		node.id.replace("site-hq-", "")).sort().join(" "); },
	dimmed(name) { return getComputedStyle(this.group(name)).opacity < 0.5; },
	inside(part) { const box = part.getBoundingClientRect();
		const frame = this.svg.getBoundingClientRect();
		return box.left >= frame.left && box.right <= frame.right &&
			box.top >= frame.top && box.bottom <= frame.bottom &&
			box.top >= 0 && box.bottom <= innerHeight; },
	focused() { return document.activeElement.closest(".node")?.id
		.replace("site-hq-", "") ?? document.activeElement.tagName; },
}, t.whole = t.box().join(), t.svg.focus(), t.figure.scrollIntoView()'
opens() {
	browser_open "$site$1" && browser_value "$ask" >/dev/null
}
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
silent() { ! grep . "$work/console"; }

check "the page of the headquarters opens" opens "$page.html"
check "with its picture" is 't.svg.querySelectorAll(".node").length > 20' true
check "with tools" is 't.figure.querySelectorAll(".tools button").length > 5' true
check "it can be reached by keys" is 't.focused()' svg

# ---- keys -----------------------------------------------------------------------------
width='Math.round(t.box()[2] / Number(t.whole.split(",")[2]) * 100)'
check "key +: nearer" pressed "$width" 80 +
check "key + again" pressed "$width" 64 +
check "key -: farther" pressed "$width" 80 -
check "key 0: whole" pressed 't.box().join() === t.whole' true 0
check "key 1: full size" pressed \
	'Math.round(t.svg.getScreenCTM().a * 3)' 4 1
check "key 0 again" pressed 't.box().join() === t.whole' true 0
check "key ArrowRight" pressed 't.box()[0] > 0 && t.box()[1] === 0' true ArrowRight
check "key ArrowLeft" pressed 't.box()[0] === 0' true ArrowLeft
check "key ArrowDown" pressed 't.box()[1] > 0 && t.box()[0] === 0' true ArrowDown
check "key ArrowUp" pressed 't.box()[1] === 0' true ArrowUp
check "the page itself stays" is 't.before = scrollY' "$(browser_value scrollY)"
check "key ?: the list of keys" pressed \
	't.figure.querySelector(".keys dl").checkVisibility()' true '?'
check "each key that is listed has its words" is \
	'[...t.figure.querySelectorAll(".keys dt")].every((key) =>
		key.nextElementSibling.textContent !== "")' true
check "key ? again: gone" pressed \
	't.figure.querySelector(".keys dl").checkVisibility()' false '?'
check "a key that is none does nothing" pressed \
	't.box().join() === t.whole' true q 7
check "key f: full screen" pressed 'document.fullscreenElement === t.figure' true f
check "the picture fills it" is 't.svg.getBoundingClientRect().height >
	innerHeight * 0.8' true
check "key f again: the page" pressed 'document.fullscreenElement' null f
browser_value 't.svg.focus()' >/dev/null
check "keys + and 0 after it" pressed 't.box().join() === t.whole' true + 0

# Tab goes through the cards column by column, from the top.
in_reading_order() {
	local last='' now count=0
	browser_value 't.svg.focus(), t.seen = []' >/dev/null
	while [ $count -lt 60 ]; do
		browser_keys Tab || return 1
		now=$(browser_value 't.focused()')
		case $now in
		A | INPUT | BUTTON | BODY | SUMMARY) break ;;
		esac
		browser_value "t.seen.push(t.group('$now'))" >/dev/null
		count=$((count + 1))
	done
	browser_keys Shift+Tab
	[ "$count" = "$(browser_value 't.svg.querySelectorAll(".node").length')" ] &&
		is 't.seen.map((node) => node.getBBox()).every((box, i, all) =>
			i === 0 || all[i - 1].x + all[i - 1].width / 2 <
				box.x + box.width / 2 + 8)' true
}
check "Tab visits each card once, in reading order" in_reading_order
check "Escape: back to the picture" pressed 't.focused()' svg Escape
check "and all of it" is 't.box().join() === t.whole' true
check "Tab: a card" pressed 't.focused() !== "svg"' true Tab
href=$(browser_value 'document.activeElement.href.baseVal ?? ""')
check "it leads somewhere" test -n "$href"
follows() { # each opens what it leads to
	"$@" && browser_listen '"Page.loadEventFired"' &&
		is "location.href.includes('${href#../}')" true
}
check "Enter: opens it" follows browser_keys Enter

# ---- mouse ----------------------------------------------------------------------------
check "the page again" opens "$page.html"
at() { browser_value "t.middle($1)"; }
wheel() { # POINT MODIFIERS DELTA
	browser_mouse mouseWheel ${1% *} ${1#* } \
		"\"modifiers\":$2,\"deltaX\":0,\"deltaY\":$3"
	sleep 0.3
}
core="t.group('hq-core1')"
spot=$(at "$core")
browser_value "t.fixed = t.middle($core)" >/dev/null
wheel "$spot" 2 -120
check "Ctrl and the wheel: nearer" is "$width" 80
check "what is under the mouse stays there" is \
	"t.middle($core).split(' ').every((place, i) =>
		Math.abs(place - t.fixed.split(' ')[i]) < 3)" true
wheel "$spot" 2 120
check "and back" is "Math.abs($width - 100) < 2" true
wheel "$spot" 0 -120
check "the wheel alone moves the page" is "Math.abs($width - 100) < 2" true
browser_value 't.figure.scrollIntoView()' >/dev/null
sleep 0.2

drag() { # FROM DX DY
	local x=${1% *} y=${1#* } button='"button":"left","buttons":1,"clickCount":1'
	browser_mouse mousePressed $x $y "$button"
	browser_mouse mouseMoved $((x + $2 / 2)) $((y + $3 / 2)) "$button"
	browser_mouse mouseMoved $((x + $2)) $((y + $3)) "$button"
	browser_mouse mouseReleased $((x + $2)) $((y + $3)) "$button"
}
spot=$(at "$core")
browser_value "t.fixed = t.middle($core)" >/dev/null
check "dragged by a card" drag "$spot" 100 40
check "it came along" is \
	"t.middle($core).split(' ').map((place, i) =>
		Math.round((place - t.fixed.split(' ')[i]) / 10)).join()" 10,4
check "and no link was followed" is 'document.querySelector("#site-hq") !== null' true
pressed 't.box().join() === t.whole' true 0 >/dev/null
browser_value 't.svg.focus()' >/dev/null
browser_keys Escape

# ---- neighbours and tips ----------------------------------------------------------------
neighbours=$(sqlite3 "$marlin/p3.db" "SELECT DISTINCT slug FROM (
	SELECT b_device AS id FROM link l JOIN device d ON d.id = a_device
	WHERE d.slug = 'hq-fw1' UNION SELECT a_device FROM link l
	JOIN device d ON d.id = b_device WHERE d.slug = 'hq-fw1'
	UNION SELECT id FROM device WHERE slug = 'hq-fw1')
	JOIN device USING (id) ORDER BY slug" | paste -sd ' ')
spot=$(at "t.group('hq-fw1')")
check "the mouse comes to a card" browser_mouse mouseMoved ${spot% *} ${spot#* }
check "its neighbours stand out" is 't.near()' "$neighbours"
check "so do their lines" is \
	't.svg.querySelectorAll(".edge.near").length >= t.near().split(" ").length - 1' true
check "the others step back" is "t.dimmed('hq-prn1')" true
check "its tip is there at once" is 't.tip.checkVisibility() &&
	t.tip.textContent.includes("hq-fw1")' true
check "inside the figure" is 't.tip.getBoundingClientRect().right <=
	t.figure.getBoundingClientRect().right' true
check "the mouse leaves" browser_mouse mouseMoved 5 5
check "nothing stands out" is 't.near() + t.dimmed("hq-prn1")' false
check "no tip" is 't.tip.checkVisibility()' false
browser_keys Tab
browser_value "t.link('hq-fw1').focus({ focusVisible: true })" >/dev/null
check "focus does the same" is 't.near()' "$neighbours"
check "with its tip" is 't.tip.checkVisibility() &&
	t.tip.textContent.includes("hq-fw1")' true
check "the card can be seen" is "t.inside(t.group('hq-fw1'))" true
browser_value 't.svg.focus()' >/dev/null

# ---- find -------------------------------------------------------------------------------
finds() { # TEXT CARDS
	browser_value "t.field.value = '', t.field.focus()" >/dev/null
	browser_ask Input.insertText "\"text\":\"$1\"" && is 't.found()' "$2" &&
		is 't.said()' "$(set -- $2 && echo "$# hit$([ $# = 1 ] || echo s)")"
}
check "key /: the box to find in" pressed 't.focused()' INPUT /
check "find: a name in capitals" finds HQ-ACC1 hq-acc1
check "the rest steps back" is "t.dimmed('hq-prn1') && !t.dimmed('hq-acc1')" true
check "find: part of a name" finds hq-core "hq-core1 hq-core2"
check "Enter: the first" pressed 't.said()' '1 of 2' Enter
check "it is in sight" is "t.inside(t.svg.querySelector('.here'))" true
check "and readable" is 't.svg.getScreenCTM().a >= 1' true
browser_value 't.first = t.svg.querySelector(".here").id' >/dev/null
check "Enter: the next" pressed 't.said()' '2 of 2' Enter
check "another one" is 't.svg.querySelector(".here").id !== t.first' true
check "in sight, too" is "t.inside(t.svg.querySelector('.here'))" true
check "Enter: the first again" pressed 't.said()' '1 of 2' Enter
check "Shift+Enter: the one before" pressed 't.said()' '2 of 2' Shift+Enter
check "find: what others say of it comes later" eval 'finds hq-core1 \
	"hq-core1 hq-core2" && browser_keys Enter &&
	is "t.svg.querySelector(\".here\").id" site-hq-hq-core1'
check "find: an IPv4 address" finds 192.0.2.11 hq-acc1
check "find: an IPv6 address" finds 3fff:a10:0:10::11 hq-acc1
check "find: the same, in full and capitals" \
	finds 3FFF:0A10:0000:0010:0000:0000:0000:0011 hq-acc1
check "find: the same, with its zeros" finds 3fff:a10:0:10:0:0:0:11 hq-acc1
check "find: a port" finds gi1/0/10 hq-acc2
check "find: nobody" finds 'no such thing' ''
check "Enter: nothing to go to" pressed 't.said()' '0 hits' Enter
check "Escape: nothing is looked for" pressed \
	't.field.value + t.found() + t.dimmed("hq-prn1")' false Escape

# ---- views of one family -------------------------------------------------------------------
# Each card and line has the colours that it has in the file of that view.
key_of() { case $1 in both) echo b ;; *) echo "${1#ipv}" ;; esac; }
colours() { # NAME: of the picture's cards and lines, by what they are called
	browser_value "[...document.querySelectorAll('#$1 .node, #$1 .edge')].map((part) =>
		part.id.replace('$1-', '') + [...part.querySelectorAll('polygon, path, text')]
			.filter((shape) => shape.textContent.trim() !== '' ||
				shape.tagName !== 'text')
			.map((shape) => getComputedStyle(shape))
			.map((style) => ' ' + style.fill + ' ' + style.stroke).join(''))
		.sort().join(';')" | tr ";" "\n"
}
check "there are views" is "t.figure.querySelectorAll('[aria-pressed]').length" 3
browser_mouse mouseMoved 5 5
for view in both ipv6 ipv4; do
	check "view $view, by its key" pressed \
		"t.svg.classList.contains('$view')" true "$(key_of $view)"
	colours site-hq >"$work/$view.page"
done
check "key b: both again" pressed \
	't.figure.querySelector("[aria-pressed=true]").textContent' Both b
colours site-hq >"$work/again.page"
check "there are colours" test "$(wc -l <"$work/both.page")" -gt 40
same "both: as before" "$work/both.page" "$work/again.page"
for view in ipv6 ipv4; do
	refuse "$view: greys something" cmp "$work/both.page" "$work/$view.page"
	check "$view: its file opens" browser_open "${site}diagrams/site-hq-$view.svg"
	colours "site-hq-$view" >"$work/$view.file"
	same "$view: each card and line as in its file" "$work/$view.file" "$work/$view.page"
done
check "the page again" opens "$page.html"

# ---- fingers -------------------------------------------------------------------------------
touch_at() { # TYPE X Y [X Y]
	local points="{\"x\":$2,\"y\":$3,\"id\":1}"
	[ $# -lt 5 ] || points="$points,{\"x\":$4,\"y\":$5,\"id\":2}"
	[ "$1" != touchEnd ] || points=
	browser_ask Input.dispatchTouchEvent "\"type\":\"$1\",\"touchPoints\":[$points]"
}
check "fingers" browser_ask Emulation.setTouchEmulationEnabled \
	'"enabled":true,"maxTouchPoints":2'
browser_value 't.figure.scrollIntoView()' >/dev/null
check "two fingers go apart" eval 'touch_at touchStart 500 300 600 300 &&
	touch_at touchMove 480 300 620 300 && touch_at touchMove 450 300 650 300 &&
	touch_at touchEnd 0 0'
check "the picture comes nearer" is "$width < 75" true
browser_value 't.fixed = t.box()[0]' >/dev/null
check "one finger moves it" eval 'touch_at touchStart 600 300 &&
	touch_at touchMove 560 300 && touch_at touchMove 500 300 && touch_at touchEnd 0 0'
check "it moved" is 't.box()[0] > t.fixed' true
browser_ask Emulation.setTouchEmulationEnabled '"enabled":false'
check "Whole picture, by its button" is '[...t.figure.querySelectorAll("button")]
	.find((made) => made.title === "Whole picture").click() ??
		t.box().join() === t.whole' true
check "nothing was said on the console" silent

# ---- colours ---------------------------------------------------------------------------------
# Each text against what lies right below it, each line against the ground; in
# $work/weak what has less contrast than 4.5 (lines that a view greys: 2).
contrast='(() => {
	const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
		.map((part) => part <= 0.03928 ? part / 12.92
			: ((part + 0.055) / 1.055) ** 2.4)
		.reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
	const rgb = (text) => text.match(/[0-9.]+/g).map(Number);
	const contrast = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))];
		return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
	const filled = (part) => { const fill = getComputedStyle(part).fill;
		return fill !== "none" && (rgb(fill)[3] ?? 1) > 0; };
	const weak = [];
	for (const svg of document.querySelectorAll(".diagram svg")) {
		const shapes = [...svg.querySelectorAll("polygon, path")].filter(filled)
			.map((part) => [part, part.getBBox()]);
		const ground = getComputedStyle(shapes[0][0]).fill;
		for (const text of svg.querySelectorAll("text")) {
			if (text.textContent.trim() === "") continue;
			const box = text.getBBox();
			const x = box.x + box.width / 2, y = box.y + box.height / 2;
			const below = shapes.filter(([part, at]) => at.x <= x &&
				x <= at.x + at.width && at.y <= y && y <= at.y + at.height &&
				part.compareDocumentPosition(text) & 4).pop()[0];
			const found = contrast(getComputedStyle(text).fill,
				getComputedStyle(below).fill);
			if (found < 4.5)
				weak.push(text.textContent + " " + found.toFixed(2));
		}
		for (const line of svg.querySelectorAll(".edge path")) {
			const found = contrast(getComputedStyle(line).stroke, ground);
			if (found < 4.5 && !(svg.matches(".ipv4, .ipv6") && found > 2))
				weak.push(line.closest(".edge").id + " " + found.toFixed(2));
		}
	}
	return weak.join("; ");
})()'
strong() { [ -z "$(browser_value "$contrast" | tee "$work/weak")" ] ||
	{ cat "$work/weak"; false; }; }
grounds() { browser_value "getComputedStyle(document.querySelector(
	'.diagram .graph > polygon')).fill"; }
pages=$(pictures 'DISTINCT page' "WHERE page NOT LIKE 'devices/%'
	AND base IS NULL UNION SELECT 'devices/hq-core1'")
for name in $pages; do
	browser_media prefers-color-scheme light
	check "$name opens" browser_open "$site$name.html"
	check "$name: contrast, light" strong
	browser_media prefers-color-scheme dark
	check "$name: contrast, dark" strong
	check "$name: dark ground" test "$(grounds)" = 'rgb(15, 26, 46)'
	for view in ipv6 ipv4; do
		browser_value "document.querySelectorAll('.diagram svg').forEach((svg) =>
			svg.setAttribute('class', '$view'))" >/dev/null
		check "$name: contrast, dark, $view" strong
		browser_media prefers-color-scheme light
		check "$name: contrast, light, $view" strong
		browser_media prefers-color-scheme dark
	done
done
check "nothing was said on the console" silent
check "weak colours are found" browser_value \
	"document.querySelector('.diagram text').setAttribute('fill', '#1c2740')"
refuse "as such" strong

# ---- paper ------------------------------------------------------------------------------------
sheets() { grep -aoE "/Count [0-9]+" "$1" | head -n 1 | cut -d " " -f 2; }
alone=$(pictures page "WHERE p ->> 'page' IS NULL AND base IS NULL")
on_one_sheet() {
	browser_open "$site$1.html" && browser_print "$work/sheet.pdf" &&
		echo "$(sheets "$work/sheet.pdf") sheets" &&
		[ "$(sheets "$work/sheet.pdf")" = 1 ]
}
check "there are pages of one picture" test -n "$alone"
for name in $alone; do
	check "on paper: $name is one sheet" on_one_sheet "$name"
done
refuse "a long page is not" on_one_sheet devices/hq-core1
check "the page of the headquarters" opens "$page.html"
check "dark, nearer, dimmed" pressed 't.box().join() !== "x"' true + +
browser_media prefers-color-scheme dark
check "on paper: no tools" eval 'browser_media "" print &&
	is "[...document.querySelectorAll(\".diagram .tools, .tip\")].some((part) =>
		part.checkVisibility())" false'
check "on paper: light" test "$(grounds)" = 'rgb(255, 255, 255)'
check "on paper: all colours hold" strong
browser_value 'dispatchEvent(new Event("beforeprint"))' >/dev/null
check "on paper: all of it" is "$width" 100
browser_value 'dispatchEvent(new Event("afterprint"))' >/dev/null
check "and then what was in sight" is "$width" 64
browser_media '' screen

# ---- without scripts -----------------------------------------------------------------------------
browser_ask Emulation.setScriptExecutionDisabled '"value":true'
check "without scripts: the page opens" browser_open "$site$page.html"
check "no tools" is 'document.querySelector(".diagram .tools")' null
check "the picture is there" is \
	'document.querySelector("#site-hq").getBoundingClientRect().width > 500' true
check "its cards are links" is \
	'document.querySelectorAll("#site-hq .node a[*|href]").length > 20' true
check "with tips" is '[...document.querySelectorAll("#site-hq .node a")].every(
	(link) => link.getAttribute("xlink:title") !== "")' true
check "its views are linked" is \
	'document.querySelectorAll("a[href$=\"site-hq-ipv6.svg\"]").length' 1
browser_ask Emulation.setScriptExecutionDisabled '"value":false'

# ---- pictures by themselves ------------------------------------------------------------------------
for name in network site-hq uplinks; do
	check "$name.svg by itself" browser_open "${site}diagrams/$name.svg"
	check "$name.svg: is a picture" is 'document.documentElement.tagName' svg
done
check "nothing was said on the console" silent
check "what would be said is heard" browser_value 'console.error("heard")'
refuse "so silence means something" silent
finish
