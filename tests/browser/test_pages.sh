#!/bin/bash
# test_pages.sh -- rendered, archived, served: what a browser makes of it.
#
# Chromium must not complain of anything, and each link of each page must lead
# to a page, and to a place on it, that is there. Screenshots for people to look
# at are left in build/tests/screenshots.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/chromium.sh"
. "$(dirname "$0")/../server/site.sh"
. "$(dirname "$0")/../server/serve.sh"
archive=$work/archive
screenshots=$build/tests/screenshots
mkdir -p "$screenshots"

opens() { # URL: without a word on the console; the page is in $work/dom
	: >"$work/console"
	browser_open "$1" &&
		browser_value 'document.documentElement.outerHTML' >"$work/dom" &&
		! grep . "$work/console" && [ -s "$work/dom" ]
}
shows() { grep -qF -- "$1" "$work/dom" || { head -n 40 "$work/dom"; false; }; }

# ---- the links ---------------------------------------------------------------------
fetch_site() { # URL FOLDER: all that the manifest lists
	mkdir -p "$2" &&
		curl -sf --max-time 20 -o "$2/SHA256SUMS" "$1SHA256SUMS" &&
		sed 's/^[0-9a-f]*  //' "$2/SHA256SUMS" >"$2/.files" &&
		awk -v url="$1" -v folder="$2/" '{
			print "url = \"" url $0 "\""
			print "output = \"" folder $0 "\""
		}' "$2/.files" >"$2/.curl" &&
		curl -sf --max-time 120 --create-dirs -K "$2/.curl"
}
read_links() { # FOLDER
	(
		cd "$1" || exit 1
		grep -E '\.(html|svg|md)$' .files |
			xargs awk -f "$top/tests/browser/links.awk" >.links
	)
}
nothing() { ! grep . "$work/faults"; }
links_resolve() {
	awk -F '\t' 'NR == FNR { known[$0]; next }
		$1 == "id" || $1 == "foreign" { next }
		!($2 in known) { print $1 ": " $2 " does not exist" }' \
		.files .links >"$work/faults"
	nothing
}
fragments_exist() {
	awk -F '\t' 'NR == FNR { if ($1 == "id") known[$2 "#" $3]; next }
		$1 != "id" && $1 != "foreign" && $3 != "" && $2 ~ /\.(html|md)$/ &&
		!($2 "#" $3 in known) { print $1 ": no " $3 " in " $2 }' \
		.links .links >"$work/faults"
	nothing
}
ids_are_unique() {
	awk -F '\t' '$1 == "id" && $2 ~ /\.html$/ && seen[$2 "#" $3]++ {
		print $2 ": " $3 " twice" }' .links >"$work/faults"
	nothing
}
stays_here() { # what a page loads or leads to is the site's
	awk -F '\t' '$1 == "foreign" && $3 !~ /^https:\/\/(www\.)?rfc-editor\.org\//' \
		.links >"$work/faults"
	nothing
}
pages_are_reached() { # from index.html, by links of pages
	awk -F '\t' 'NR == FNR { if ($0 ~ /\.html$/) page[$0]; next }
		$1 ~ /\.html$/ && $2 in page { to[$1] = to[$1] "\t" $2 }
		END {
			todo = "index.html"
			while (todo != "") {
				count = split(todo, now, "\t")
				todo = ""
				for (i = 1; i <= count; i++)
					if (now[i] != "" && !(now[i] in seen)) {
						seen[now[i]]
						todo = todo "\t" to[now[i]]
					}
			}
			for (name in page)
				if (!(name in seen))
					print name ": no page leads to it"
		}' .files .links >"$work/faults"
	nothing
}
check_links() { # NAME URL
	local copy=$work/copy
	rm -rf "$copy"
	check "$1: all files are served" fetch_site "$2" "$copy"
	check "$1: there are links" read_links "$copy"
	cd "$copy" || return
	check "$1: each file equals its sum" \
		sha256sum --quiet --strict -c SHA256SUMS
	check "$1: each link leads to a file" links_resolve
	check "$1: each link with a place finds it" fragments_exist
	check "$1: no id stands twice on a page" ids_are_unique
	check "$1: nothing leaves the site" stays_here
	check "$1: each page can be reached" pages_are_reached
	cd "$top" || exit 1
}

# ---- by hand: what the checks above must find ----------------------------------------
check "a browser starts" browser_start
make_site "$work/hand" 1735689600 hand
page Broken '' '<p id="top"><a href="gone.html">a</a> <a href="index.html#gone">b</a>
	<a href="../../etc/x">c</a> <a href="https://example.com/">d</a></p>
	<script>document.title = "ran"</script>' >"$work/hand/broken.html"
"$twinmap" archive add "$archive" "$work/hand" >/dev/null
serve_archive "$archive"
check "a site by hand is served" fetch_site "${url6}latest/" "$work/copy"
check "its links are read" read_links "$work/copy"
cd "$work/copy" || exit 1
finds() { "$1"; grep -qxF -- "$2" "$work/faults" || { cat "$work/faults"; false; }; }
check "a dead link is found" finds links_resolve 'broken.html: gone.html does not exist'
check "a dead place is found" finds fragments_exist 'broken.html: no gone in index.html'
check "an id that stands twice is found" finds ids_are_unique 'broken.html: top twice'
check "a link to elsewhere is found" finds stays_here \
	"$(printf 'foreign\tbroken.html\thttps://example.com/')"
check "a link out of the site is found" finds stays_here \
	"$(printf 'foreign\tbroken.html\t../../etc/x')"
check "a page that nobody links is found" finds pages_are_reached \
	'broken.html: no page leads to it'
cd "$top" || exit 1
check "a page by hand opens" opens "${url6}latest/"
refuse "a script in a page is reported" opens "${url6}latest/broken.html"
check "by the policy" grep -q 'Content Security Policy' "$work/console"
check "and does not run" sh -c "! grep -q '<title>ran' '$work/dom'"

# ---- the sample network ----------------------------------------------------------------
sql() { sqlite3 -readonly "$1" "$2"; }
check "the sample network is discovered" marlin_states
for phase in $marlin_phases; do
	check "$phase is rendered" "$twinmap" render "$marlin/$phase.db" -o "$work/$phase"
	check "$phase is archived" "$twinmap" archive add --tag "$phase" "$archive" "$work/$phase"
done
check "the archive verifies" "$twinmap" archive verify "$archive"

state=$marlin/p3.db
site=${url4}s/$(head -n 1 "$archive/tags/p3" 2>/dev/null)/
device=$(sql "$state" "SELECT slug FROM device WHERE documented AND role = 'router' ORDER BY slug LIMIT 1")
name=$(sql "$state" "SELECT name FROM device WHERE slug = '$device'")
place=$(sql "$state" "SELECT slug FROM site ORDER BY slug LIMIT 1")
check "the state has a router and a site" test -n "$device" -a -n "$place"
for phase in $marlin_phases; do
	check_links "$phase" "${url4}s/$(head -n 1 "$archive/tags/$phase" 2>/dev/null)/"
done

check "the timeline opens" opens "$url4"
check "the timeline lists four phases" test \
	"$(grep -o 'href="tag/p[0-3]/"' "$work/dom" | sort -u | wc -l)" = 4
for phase in $marlin_phases; do
	check "$phase: index opens" opens "${url4}tag/$phase/"
	check "$phase: index has a heading" shows '<h1'
	check "$phase: index has a picture" shows '<svg'
done
check "a device opens" opens "${site}devices/$device.html"
check "it is headed by its name" shows ">$name</h1>"
address=$(sql "$state" "SELECT ip FROM address JOIN device d ON d.id = address.device
	WHERE d.slug = '$device' AND family = 6 AND usable ORDER BY ip_key LIMIT 1")
check "it shows an IPv6 address" shows "${address:-none}"
check "a site opens" opens "${site}sites/$place.html"
check "it has a heading" shows '<h1'
check "it has a picture" shows '<svg'
check "the links open" opens "${site}links.html"
check "they are headed" shows 'Links</h1>'
picture=$(sed -n 's/^[0-9a-f]*  //p' "$archive/latest/SHA256SUMS" | grep '\.svg$' | head -n 1)
check "a picture by itself opens" opens "${url4}latest/$picture"
check "it is a picture" shows '<svg'

# ---- on paper, in a narrow window --------------------------------------------------------
browser_window() { # WIDTH HEIGHT
	browser_ask Emulation.setDeviceMetricsOverride \
		"\"width\":$1,\"height\":$2,\"deviceScaleFactor\":1,\"mobile\":false"
}
what_is_cut() {
	browser_value '(() => {
		const root = document.documentElement;
		return "cut " + [...document.querySelectorAll(".table")].filter(
			box => box.scrollWidth > box.clientWidth).length +
			" beyond " + (root.scrollWidth > root.clientWidth ? "yes" : "no");
	})()' | tee "$work/cut"
}
# measured NAME WIDTH SED TEXT: of pages of a copy whose style is changed by SED,
# what is cut off is TEXT.
measured() {
	local page
	cp -r "$work/p2" "$work/$1"
	sed -i "$3" "$work/$1/style.css"
	browser_window "$2" 800
	for page in index devices segments links addresses coverage method \
		equipment ipam pairs services voip checks findings changes metrics \
		uplinks/isp-a-1 "devices/$device"; do
		check "$1: $page opens" opens "file://$work/$1/$page.html"
		what_is_cut >"$work/last"
		check "$1: $page is not wider" grep -q -- "$4\$" "$work/cut"
	done
}
# A4, across, without its margins, is 1032 pixels of CSS wide.
measured paper 1032 \
	's/@media print/@media all/; s/@media screen[^{]*/@media not all /' \
	'cut 0 beyond no'
measured narrow 500 '' 'beyond no'

# ---- for people to look at ---------------------------------------------------------------
shoot() { # NAME URL [dark|light]
	browser_media prefers-color-scheme "${3:-light}" &&
		opens "$2" && browser_shoot "$screenshots/$1.png"
}
print_page() {
	browser_media prefers-color-scheme light && opens "$2" &&
		browser_print "$screenshots/$1.pdf"
}
browser_window 1280 1600
check "screenshot: timeline" shoot timeline "$url4"
check "screenshot: index, light" shoot index-light "$site"
check "screenshot: index, dark" shoot index-dark "$site" dark
check "screenshot: device, light" shoot device-light "${site}devices/$device.html"
check "screenshot: device, dark" shoot device-dark "${site}devices/$device.html" dark
check "screenshot: site" shoot site-light "${site}sites/$place.html"
check "in print: site" print_page site "${site}sites/$place.html"
check "in print: A4, across" grep -aqE "/MediaBox ?\[0 0 84[12]" \
	"$screenshots/site.pdf"
finish
