#!/bin/bash
# test_notes.sh -- notes of people: where they join, and what cannot come in.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
check "the sample network is discovered" marlin_states
state=$marlin/p3.db notes=$work/notes site=$work/site
render() { "$twinmap" render "$state" -o "$site" "$@" 2>"$work/said"; }
device=$(sqlite3 -readonly "$state" "SELECT slug FROM device WHERE source = 'agent' ORDER BY slug LIMIT 1")
mkdir -p "$notes/procedures" "$notes/diary"
cat >"$notes/$device.md" <<END
# The spare key
Ask *Nobody*, see [the sites](sites.md) and [RFC 8200](https://www.rfc-editor.org/rfc/rfc8200).

<script>alert(1)</script><b onclick="x">bold</b>
[evil](javascript:alert(1)) [up](../../etc/passwd) [ftp](ftp://192.0.2.1/) ![a picture](https://192.0.2.1/x.png)

|a|b|
|-|-|
|1|2|
END
printf '\x80\x07bytes \xff of none\n' >"$notes/devices.md"
printf '# Restore a router\n\n1. First\n2. Then\n' >"$notes/procedures/restore.md"
printf 'No heading here.\n' >"$notes/diary/2026-01-15.md"
printf 'lost\n' >"$notes/nobody.md"
check "a site with notes is rendered" render --notes "$notes"
page=$site/devices/$device
has() { grep -qF -- "$2" "$1" || { tail -n 30 "$1"; false; }; }
lacks() { ! grep -qF -- "$2" "$1"; }
check "the note has a heading" has "$page.md" '## Notes'
check "its own is below" has "$page.md" '### The spare key'
check "Markdown: a link to a page" has "$page.md" '[the sites](../sites.md)'
check "HTML: a link to a page" has "$page.html" '<a href="../sites.html">the sites</a>'
check "a link to https" has "$page.html" \
	'<a href="https://www.rfc-editor.org/rfc/rfc8200">RFC 8200</a>'
for ending in html md; do
	check "$ending: no script" lacks "$page.$ending" 'alert(1)</script>'
	check "$ending: no HTML" lacks "$page.$ending" onclick
	check "$ending: no script in a link" lacks "$page.$ending" javascript:
	check "$ending: no way out" lacks "$page.$ending" etc/passwd
	check "$ending: no ftp" lacks "$page.$ending" ftp:
	check "$ending: no picture" lacks "$page.$ending" x.png
	check "$ending: its words" has "$page.$ending" 'a picture'
	check "$ending: no control bytes" sh -c "! grep -qP '[\\x00-\\x08\\x7f]' '$site/devices.$ending'"
done
check "no table is read" lacks "$page.html" '<td>1</td>'
check "a note for a page by its path" has "$site/devices.md" 'of none'
check "a procedure is a page" has "$site/procedures/restore.md" '# Restore a router'
check "with its steps" has "$site/procedures/restore.html" '<ol>'
check "a day of the diary is one" has "$site/diary/2026-01-15.md" 'No heading here.'
check "both are listed" has "$site/notes.html" '<a href="diary/2026-01-15.html">'
check "a note of nobody is told" has "$work/said" \
	"$notes/nobody.md: no page is named 'nobody'"
check "and no other" test "$(wc -l <"$work/said")" = 1
check "again" "$twinmap" render "$state" -o "$work/again" --notes "$notes" --jobs 1
check "the same bytes" diff -r "$site" "$work/again"

# refused NAME TEXT: what the program says
wrong() { ! render --notes "$notes" && has "$work/said" "$1"; }
rm "$notes/nobody.md"
head -c 70000 /dev/zero | tr '\0' x >"$notes/long.md"
check "refused: more than 64 KB" wrong 'long.md: is longer than 64 KB'
mv "$notes/long.md" "$notes/A B.md" && echo x >"$notes/A B.md"
check "refused: a name that is no slug" wrong 'A B.md: is not named by a slug'
rm "$notes/A B.md"
refuse "refused: no such folder" "$twinmap" render "$state" -o "$site" --notes "$work/none"

# what costs time or room in Markdown readers
hostile() { # NAME: the note on standard input
	head -c 60000 >"$notes/sites.md"
	check "hostile: $1" timeout 60 "$twinmap" render "$state" -o "$site" --notes "$notes"
}
yes '>' | tr -d '\n' | hostile "quotes in quotes"
yes '[' | tr -d '\n' | hostile "brackets"
yes '![](' | tr -d '\n' | hostile "pictures in pictures"
yes '*a _b ' | tr -d '\n' | hostile "emphasis"
yes '|a' | tr -d '\n' | hostile "a table"
finish
