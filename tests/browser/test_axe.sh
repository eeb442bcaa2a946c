#!/bin/bash
# test_axe.sh -- axe-core in headless Chromium finds no serious fault on a page of
# each kind, neither in light nor in dark colours. It comes once from the npm
# registry, at a fixed version.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/chromium.sh"
version=4.10.3
axe=$build/tests/axe-core-$version/package/axe.min.js

fetch_axe() {
	command -v npm >/dev/null || { echo "no npm"; return 1; }
	mkdir -p "${axe%/package/*}" && cd "${axe%/package/*}" &&
		timeout 60 npm pack --silent "axe-core@$version" &&
		tar -xzf "axe-core-$version.tgz"
}
if [ ! -s "$axe" ] && ! (fetch_axe) >"$work/last" 2>&1; then
	skip "pages by axe-core" "it could not be fetched: $(tail -n 1 "$work/last")"
	finish
fi
check "the sample network is discovered" marlin_states
check "a site is rendered" "$twinmap" render "$marlin/p2.db" \
	-n "$top/samples/marlin/notes/p3" -o "$work/site"

# The page with all others on it would take minutes: that of a small network.
small() {
	{
		schema
		cat "$top/tests/golden/small.sql"
	} | sqlite3 -bail "$work/small.db" &&
		"$twinmap" analyse "$work/small.db" &&
		"$twinmap" render "$work/small.db" -o "$work/small"
}
check "a small network is rendered" small
cp "$work/small/print.html" "$work/site/print.html"
cp "$axe" "$work/site/axe.js"
# The dark colours as a style sheet of their own, which needs no dark screen.
cat "$work/site/style.css" "$work/site/diagram.css" |
	sed 's/@media screen and (prefers-color-scheme: dark)/@media screen/' \
		>"$work/site/dark.css"
# On an open page: what axe finds in the colours that hold now.
load() { # NAME PROPERTIES: an element of the head, once it is loaded
	browser_value "new Promise((done, fail) => document.head.append(Object.assign(
		document.createElement('$1'), { $2, onload: done, onerror: fail })))" >"$work/loaded"
}
# What light and dark share is looked at once: dark, the colours alone.
run_axe() { # OPTIONS
	browser_value "axe.run({ $1 }).then(found => found.passes.length + ' on ' +
		getComputedStyle(document.body).backgroundColor + ';' +
		found.violations.map(fault => fault.impact + ' ' + fault.id + ' ' +
			fault.nodes[0].target + ';').join(''))"
}
axe_says() { # PAGE: two lines in $work/said
	browser_open "file://$work/site/$1" &&
		load script "src: 'file://$work/site/axe.js'" &&
		run_axe '' >"$work/said" &&
		load link "rel: 'stylesheet', href: 'file://$work/site/dark.css'" &&
		run_axe "runOnly: ['color-contrast']" >>"$work/said"
	cat "$work/said"
	[ "$(grep -c '^[1-9][0-9]* on rgb' "$work/said")" = 2 ] &&
		grep -q ' on rgb(11, 18, 32);' "$work/said"
}
no_serious_fault() {
	axe_says "$1" && ! grep -qE ';(serious|critical) ' "$work/said"
}
check "a browser starts" browser_start
# A fault by hand is found, so that silence means something.
sed -e 's/<html lang="en">/<html>/' -e 's/<main /<img src="style.css"><main /' \
	"$work/site/index.html" >"$work/site/faulty.html"
check "a page with faults is read" axe_says faulty.html
check "they are found" grep -qE ';critical image-alt ' "$work/said"
sed -i 's/<\/head>/<style>@media screen { .badge { color: #777 } }<\/style>&/' \
	"$work/site/faulty.html"
check "a page whose colours are near to each other is read" axe_says faulty.html
check "they are found too" grep -qE ';serious color-contrast ' "$work/said"
rm "$work/site/faulty.html"

# One page of each folder, and all that are alone; of devices, a router too, and
# every page of a picture.
for page in $(cd "$work/site" && find . -name '*.html' | sed 's/^\.\///' |
	LC_ALL=C sort | awk -F/ 'NF == 1 || !seen[$1]++ || /hq-core1|^pictures/'); do
	check "no serious fault: $page" no_serious_fault "$page"
done
finish
