#!/bin/bash
# test_axe.sh -- axe-core in headless Chromium finds no serious fault on a page of
# each kind, neither in light nor in dark colours. It comes once from the npm
# registry, at a fixed version.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
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
# In the page's own script: what axe found, as lines of the title.
cat >>"$work/site/app.js" <<'SCRIPT'
window.addEventListener("load", function () {
	const root = document.querySelector("script[src$='app.js']").src
		.replace("app.js", "");
	function load(name, attributes) {
		return new Promise(function (done) {
			const made = Object.assign(
				document.createElement(name), attributes);
			made.onload = done;
			document.head.append(made);
		});
	}
	async function readPage() {
		await load("script", { src: root + "axe.js" });
		const light = await axe.run();
		await load("link", { rel: "stylesheet", href: root + "dark.css" });
		const dark = await axe.run();
		const ground = getComputedStyle(document.body).backgroundColor;
		document.title = "axe done " + dark.passes.length + " on " + ground +
			";" + [...light.violations, ...dark.violations].map((fault) =>
				fault.impact + " " + fault.id + " " +
				fault.nodes[0].target).join(";") + ";";
	}
	readPage();
});
SCRIPT
axe_says() { # PAGE: the title in $work/title
	timeout 120 chromium --headless --no-sandbox --disable-gpu --no-first-run \
		--user-data-dir="$work/profile" --virtual-time-budget=400000 \
		--dump-dom "file://$work/site/$1" 2>/dev/null |
		sed -n 's/.*<title>\(axe done.*\)<\/title>.*/\1/p' >"$work/title"
	cat "$work/title"
	grep -q '^axe done [1-9][0-9]* on rgb(11, 18, 32);' "$work/title"
}
no_serious_fault() {
	axe_says "$1" && ! grep -qE ';(serious|critical) ' "$work/title"
}
# A fault by hand is found, so that silence means something.
sed -e 's/<html lang="en">/<html>/' -e 's/<main /<img src="style.css"><main /' \
	"$work/site/index.html" >"$work/site/faulty.html"
check "a page with faults is read" axe_says faulty.html
check "they are found" grep -qE ';critical image-alt ' "$work/title"
sed -i 's/<\/head>/<style>@media screen { .badge { color: #777 } }<\/style>&/' \
	"$work/site/faulty.html"
check "a page whose colours are near to each other is read" axe_says faulty.html
check "they are found too" grep -qE ';serious color-contrast ' "$work/title"
rm "$work/site/faulty.html"

# One page of each folder, and all that are alone; of devices, a router too, and
# every page of a picture.
for page in $(cd "$work/site" && find . -name '*.html' | sed 's/^\.\///' |
	LC_ALL=C sort | awk -F/ 'NF == 1 || !seen[$1]++ || /hq-core1|^pictures/'); do
	check "no serious fault: $page" no_serious_fault "$page"
done
finish
