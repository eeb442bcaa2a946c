#!/bin/bash
# test_pages.sh -- pages from a database: equal bytes, golden Markdown, sound
# HTML, links that lead somewhere, hostile names shown as text, template
# mistakes told with their line.
. "$(dirname "$0")/../lib.sh"
here=$top/tests/golden

# make_database FILE [SQL [OPTION...]]: the small network, changed by SQL, analysed
make_database() {
	rm -f "$1"
	sqlite3 "$1" "$(schema)" \
		".read $here/small.sql" "${2:-}" &&
		"$twinmap" analyse "${@:3}" "$1"
}

render() { "$twinmap" render "$@"; }

# golden NAME FILE: FILE is what it was. GOLDEN=write makes it so.
golden() {
	sed -E 's/[0-9a-f]{64}/(hash)/' "$2" >"$work/actual" || {
		fail "golden $1"
		return
	}
	if [ "${GOLDEN:-}" = write ]; then
		mkdir -p "$(dirname "$here/pages/$1")"
		cp "$work/actual" "$here/pages/$1"
	fi
	same "golden $1" "$here/pages/$1" "$work/actual"
}

# HTML whose void elements are closed must be well-formed XML.
html_is_sound() {
	sed -E -e 's/<(meta|link|br|hr|img)( [^>]*)?>/<\1\2\/>/g' \
		-e 's/ defer>/ defer="">/' -e 's/<!doctype html>//' "$1" |
		xmllint --noout -
}

all_html_is_sound() {
	[ -f "$1/index.html" ] || return 1
	local file
	find "$1" -name '*.html' | while IFS= read -r file; do
		html_is_sound "$file" || echo "$file"
	done >"$work/unsound"
	! grep . "$work/unsound"
}

all_svg_is_sound() {
	find "$1" -name '*.svg' -exec xmllint --noout {} +
}

# Prints each link of SITE that leads to no file or no id.
dead_links() {
	(
		cd "$1" || exit
		find . -type f -printf '%P\n' >"$work/files"
		grep '\.html$' "$work/files" |
			xargs awk -f "$top/tests/browser/links.awk" >"$work/links"
	)
	awk -F '\t' -v files="$work/files" '
		BEGIN { while ((getline <files) > 0) known[$0] }
		$1 == "foreign" { print $2 ": " $3; next }
		$1 == "id" { ids[$2 "#" $3]; next }
		!($2 in known) { print $1 ": " $2; next }
		$3 != "" { asked[$1 "\t" $2 "#" $3] }
		END {
			for (link in asked) {
				split(link, ends, "\t")
				if (!(ends[2] in ids))
					print ends[1] ": " ends[2] " has no such id"
			}
		}' "$work/links"
}
no_dead_links() {
	[ -f "$1/index.html" ] || return 1
	dead_links "$1" >"$work/dead"
	! grep . "$work/dead"
}

# says TEXT command...: fails, with one line that holds TEXT
says() {
	local text=$1
	shift
	if "$@" 2>"$work/said"; then
		echo "not refused"
		return 1
	fi
	cat "$work/said"
	[ "$(wc -l <"$work/said")" -le "${lines:-1}" ] &&
		grep -qF -- "$text" "$work/said"
}

# ---------------------------------------------------------------- one site --
check "the small network is analysed" make_database "$work/a.db"
check "it is rendered" render "$work/a.db" --output "$work/site" --jobs 1
check "and again, by three processes" \
	render "$work/a.db" --output "$work/again" --jobs 3
check "both times the same bytes" diff -r "$work/site" "$work/again"
check "a site takes the place of a site" \
	render "$work/a.db" --output "$work/again/"
check "nothing half-written stays" test ! -e "$work/again.new"
same "topology.db is kept as it was" "$work/a.db" "$work/site/topology.db"

for page in index devices sites segments links routed-links neighbours \
	addresses hosts coverage method \
	devices/core1 devices/acc1 devices/ap1 sites/hq; do
	golden "$page.md" "$work/site/$page.md"
done

check "HTML is well-formed" all_html_is_sound "$work/site"
check "SVG is well-formed" all_svg_is_sound "$work/site"
check "each link leads to a file and an id" no_dead_links "$work/site"
mkdir "$work/dead.site"
echo '<a href="gone.html"><a href="#gone"><a href="../out.html">' >"$work/dead.site/index.html"
dead_links "$work/dead.site" >"$work/actual"
same "dead ones are told" - "$work/actual" <<END
index.html: gone.html
index.html: ../out.html
index.html: index.html#gone has no such id
END
hash=$(sha256sum <"$work/a.db" | cut -d ' ' -f 1)
check "the hash of the state stands on method, so other pages may stay equal" \
	test "$(cd "$work/site" && grep -rl --include='*.html' "$hash" . | sort)" = \
	"./final.html
./method.html
./print.html"
check "no style or script inside a page" test -z \
	"$(grep -rlE --include='*.html' ' (style|on[a-z]+)="|<script>|<style' "$work/site")"
check "times stand on the overview, coverage and method only" test \
	"$(cd "$work/site" && grep -rlE --include='*.md' ':[0-9]{2}`? UTC' . | sort | xargs)" \
	= "./coverage.md ./index.md ./method.md ./print.md"
# What did not change is the same page on another day.
day() { # N PREVIOUS...
	local later="observed_at = observed_at + $1 * 86400"
	make_database "$work/day$1.db" "UPDATE meta SET $later,
		started_at = started_at + $1 * 86400;
		UPDATE device SET asked_at = asked_at + $1 * 86400" "${@:2}" &&
		render "$work/day$1.db" -o "$work/day$1"
}
check "a day passes" day 1 --previous "$work/a.db"
check "and another one" day 2 --previous "$work/day1.db"
check "pages that tell of days differ, no others" test \
	"$(cd "$work/day2" && find . -name '*.md' | LC_ALL=C sort |
		while IFS= read -r page; do
			cmp -s "$page" "../day1/$page" || echo "$page"
		done | xargs)" = \
	"./changes.md ./coverage.md ./final.md ./index.md ./method.md ./metrics.md ./print.md ./record.md"
check "columns have a scope" grep -q '<th scope="col">Interface</th>' \
	"$work/site/devices/core1.html"
check "names of values have one too" grep -q '<th scope="row">Site</th><td[ >]' \
	"$work/site/devices/core1.html"
check "no heading is empty" test -z \
	"$(grep -rlE --include='*.html' '<th[^>]*></th><th[^>]*></th>' "$work/site")"
check "the picture stands in the page" grep -q '<svg role="group"' \
	"$work/site/index.html"
check "ports are sorted as people do" test "$(grep -n '^| `Te1/0/2`' \
	"$work/site/devices/core1.md" | head -1 | cut -d: -f1)" -lt \
	"$(grep -n '^| `Te1/0/10`' "$work/site/devices/core1.md" | head -1 |
		cut -d: -f1)"

# A page of one device must not read the tables of all.
plan() { # QUERY
	sqlite3 "$work/a.db" "EXPLAIN QUERY PLAN $1" &&
		! sqlite3 "$work/a.db" "EXPLAIN QUERY PLAN $1" |
		grep -E 'SCAN [a-z]( |$)'
}
for view in address interface device_link neighbour segment_end coverage; do
	check "page_$view finds a device's rows by an index" \
		plan "SELECT * FROM page_$view WHERE device = 1"
done
for view in evidence_coverage evidence_probe; do
	check "page_$view is joined from the left by its key" plan \
		"SELECT * FROM finding f LEFT JOIN page_$view e ON e.id = f.probe WHERE f.id = 1"
done
check "page_adjacency too" plan "SELECT * FROM page_adjacency WHERE far_device = 1"
check "page_heard too" plan \
	"SELECT ip, min(told_by) FROM page_heard WHERE device = 1 GROUP BY ip"

# ------------------------------------------------------------ hostile names --
# name SQL-EXPRESSION HTML MARKDOWN: a device of that name, in both files
name() {
	local label=$1 sql=$2 html=$3 markdown=$4 site=$work/hostile
	check "$label: analysed" make_database "$work/h.db" \
		"UPDATE device SET sys_name = $sql, sys_descr = $sql, sys_location = $sql WHERE id = 1; UPDATE interface SET name = $sql, alias = $sql WHERE id = 2; UPDATE adjacency SET sys_name = $sql, port_id = $sql WHERE id = 4; UPDATE meta SET enterprise = $sql;"
	check "$label: rendered" render "$work/h.db" --output "$site"
	check "$label: text in HTML" grep -qF -- "$html" "$site/devices.html"
	check "$label: text in Markdown" grep -qF -- "$markdown" \
		"$site/devices.md"
	check "$label: HTML is sound" all_html_is_sound "$site"
	check "$label: SVG is sound" all_svg_is_sound "$site"
	check "$label: no dead links" no_dead_links "$site"
	check "$label: no control bytes" test -z "$(find "$site" -type f \
		! -name "topology.db*" ! -name '*.csv' ! -name '*.png' \
		! -name '*.pdf' -exec grep -lP '[\x00-\x08\x0b-\x1f\x7f]' {} +)"
	check "$label: no script came in" test -z \
		"$(grep -rlE --include='*.html' --include='*.svg' '<script>|onload="' "$site")"
}
name "script" "'<script>alert(1)</script>|x'" \
	'>&lt;script&gt;alert(1)&lt;/script&gt;|x</a>' \
	'[\<script\>alert(1)\</script\>\|x](devices/'
name "attribute" "'\"><a onload=\"x'" '>&quot;&gt;&lt;a onload=&quot;x</a>' \
	'["\>\<a onload="x](devices/'
name "link" "'[a](javascript:x)'" '>[a](javascript:x)</a>' \
	'[\[a\](javascript:x)](devices/'
name "invalid UTF-8 and control bytes" "CAST(x'61ff621b5b6d0763' AS TEXT)" \
	$'>a\xef\xbf\xbdb[mc</a>' $'[a\xef\xbf\xbdb\\[mc](devices/'
name "mustache" "'{{name}}{{#devices}}'" '>{{name}}{{#devices}}</a>' \
	'[{{name}}{{\#devices}}](devices/'
name "live" "'@name www.x'" '<code>@name www.x</code></a>' \
	'[`@name www.x`](devices/'

# ----------------------------------------------------- pages of the reader --
mkdir -p "$work/mine/pages"
cat >"$work/mine/pages/uptime.md" <<'PAGE'
---
title: Uptimes
path: reports/uptime
navigation:
  label: Uptimes
  order: 90
queries:
  devices: |
    SELECT name, slug FROM page_device ORDER BY name
---
# Uptimes

- {{#devices}}
- [{{name}}](devices/{{slug}}.md)
- {{/devices}}
PAGE
check "a page is added by one file" \
	render "$work/a.db" -o "$work/more" --templates "$work/mine"
check "its rows are there" grep -qF '[core1](../devices/core1.md)' \
	"$work/more/reports/uptime.md"
check "it stands in the bar of other pages" \
	grep -qF '<a href="../reports/uptime.html">Uptimes</a>' \
	"$work/more/devices/core1.html"
check "its links lead somewhere" no_dead_links "$work/more"
printf -- '---\ntitle: Mine\npath: links\n---\n# Mine\n' \
	>"$work/mine/pages/links.md"
check "a page is replaced by one of its name" \
	render "$work/a.db" -o "$work/more" --templates "$work/mine"
check "and shows the new text" grep -qx '# Mine' "$work/more/links.md"
rm "$work/mine/pages/links.md"

# --------------------------------------------------------- template mistakes --
# mistake NAME LINE TEXT: the page on standard input is refused
mistake() {
	cat >"$work/mine/pages/wrong.md"
	lines=${more:-1} check "mistake: $1" says "wrong.md:$2: $3" \
		render "$work/a.db" -o "$work/site" --templates "$work/mine" \
		${jobs:+--jobs "$jobs"}
	rm "$work/mine/pages/wrong.md"
}
mistake "unknown column" 5 "there is no column 'nam' here" <<'PAGE'
---
title: x
path: x
---
{{nam}}
PAGE
mistake "unknown column in a section without rows" 9 \
	"there is no column 'nam' here" <<'PAGE'
---
title: x
path: x
queries:
  rows: |
    SELECT name FROM device WHERE 0
---
{{#rows}}
{{nam}}
{{/rows}}
PAGE
mistake "section not ended" 5 "section 'title' is not ended" <<'PAGE'
---
title: x
path: x
---
{{#title}} x
PAGE
mistake "unknown field" 3 "pat" <<'PAGE'
---
title: x
pat: x
path: x
---
PAGE
more=2 mistake "wrong SQL" 5 "query 'rows' is wrong" <<'PAGE'
---
title: x
path: x
queries:
  rows: |
    SELECT nothing FROM nowhere
---
PAGE
mistake "unknown parameter" 5 "query 'rows': no column here gives :id" <<'PAGE'
---
title: x
path: x
queries:
  rows: |
    SELECT 1 FROM device WHERE id = :id
---
{{#rows}}x{{/rows}}
PAGE
mistake "a name in a link" 5 "'{{title}}': a tag in a link" <<'PAGE'
---
title: X Y
path: x
---
[x]({{title}})
PAGE
mistake "a path that leaves the site" 3 "'../x' cannot be the path" <<'PAGE'
---
title: x
path: ../x
---
PAGE
# by one process: of two, either page may come second and be named
jobs=1 mistake "the path of another page" 3 "another page has the path 'links'" <<'PAGE'
---
title: x
path: links
---
PAGE
mistake "a query named twice" 7 "query 'each' is there already" <<'PAGE'
---
title: x
path: x
each: |
  SELECT 1
queries:
  each: |
    SELECT 2
---
PAGE
mistake "no front matter" 1 "a page begins with front matter" <<'PAGE'
# x
PAGE
mistake "front matter not closed" 1 \
	"the front matter is not closed" <<'PAGE'
---
title: x
PAGE
check "after all that the old site stands" diff -r "$work/site" "$work/again"

# ------------------------------------------------------------ what is refused --
mkdir "$work/foreign" && touch "$work/foreign/mine"
check "refused: a folder that is no site" says "is no site of twinmap" \
	render "$work/a.db" -o "$work/foreign"
check "and it is left alone" test -f "$work/foreign/mine"
sqlite3 "$work/raw.db" "$(schema)"
check "refused: a state that was not analysed" says "run twinmap analyse" \
	render "$work/raw.db" -o "$work/never"
check "refused: no such file" says "none.db: " \
	render "$work/none.db" -o "$work/never"
check "refused: no database" says "no topology.db" \
	render "$here/small.sql" -o "$work/never"
check "nothing was made" test ! -e "$work/never" -a ! -e "$work/never.new"
finish
