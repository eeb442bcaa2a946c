#!/bin/bash
# test_pictures_labels.sh -- no text that a device or a file of facts can hold
# breaks a picture, hides a card or brings in a link, in any kind and format.
#
# A network in which there is something of each kind gets each hostile text in
# every column of text at once; what is drawn is compared with the network as it
# was: as many nodes and edges, the same links.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"

# What people and devices write. Identities, kinds and references stay: they
# choose what is drawn. Of the last, equal ones are one thing: they stay apart.
free_text='device name, device sys_name, device sys_descr, device sys_location,
	device sys_contact, device model, device vendor, device manufacturer,
	device hardware_model, device software, device serial,
	device lldp_sys_name, interface name, interface descr, interface alias,
	segment name, site name, host vendor, vlan name,
	adjacency sys_name, adjacency port_description, adjacency platform,
	fact_site name, fact_site note, fact_device note, fact_circuit contract,
	fact_circuit note, fact_voice note,
	fact_plan_prefix note, phone evidence'
ones='space use, fact_voice trunk, fact_circuit provider'

# NAME, then an SQL expression that gives the text.
corpus() {
	cat <<'END'
quotes          '"''`"></TD></TABLE>'
script          '</svg><script>alert(1)</script>'
handler         'x" onload="alert(1)" y="'
javascript      'javascript:alert(1)'
entities        '&lt;&amp;&#106;&nosuch;&'
escapes         '\N\G\E\T\H\L\n\l\r\'
braces          '{{name}}{{{x}}}{|<f0>}'
controls        CAST(x'61010208090a0b0c0d1b7f62' AS TEXT)
c1-controls     CAST(x'61c280c29bc29f62' AS TEXT)
no-utf8         CAST(x'61ff80c0afeda080f490808062' AS TEXT)
noncharacters   CAST(x'61efbfbeefbfbf62' AS TEXT)
bidi            CAST(x'61e280aee2808f62e281a6' AS TEXT)
dot             '"]; evil [label=<<B>x</B>>]; a -- b; //'
comment         '--><!--]]>*/'
empty           ''
blanks          '   '
very-long       replace(hex(zeroblob(50000)), '00', '<&')
long-word       replace(hex(zeroblob(50000)), '0', 'W')
format          '%s%n%1$s${HOME}$(id)'
END
}

# spoil FILE EXPRESSION
spoil() {
	{
		echo "$free_text" | tr -d '\n\t' | sed 's/, */\n/g' |
			TEXT=$2 awk '{
				print "UPDATE " $1 " SET " $2 " = " ENVIRON["TEXT"] " WHERE " $2 " IS NOT NULL;"
			}'
		echo "$ones" | sed 's/, */\n/g' |
			TEXT=$2 awk '{
				print "UPDATE " $1 " SET " $2 " = " ENVIRON["TEXT"] " || " $2 " WHERE " $2 " IS NOT NULL;"
			}'
	} >"$work/spoil.sql"
	sqlite3 -bail "$1" <"$work/spoil.sql"
}

# What is drawn, but for texts: nodes, edges and links of each picture.
shape() { # SITE
	sqlite3 :memory: "SELECT value ->> 'name', value ->> 'nodes',
		value ->> 'edges', value ->> 'links', value ->> 'not_drawn'
		FROM json_each(readfile('$1/diagrams/pictures.json')) ORDER BY 1"
}

links_are_ours() { # SITE
	grep -hoE 'xlink:href="[^"]*"|xlink:href=[^"]' "$1"/diagrams/*.svg |
		sed 's/^xlink:href="//; s/"$//' | sort -u |
		grep -vE '^\.\./([a-z0-9-]+/)?[a-z0-9_-]+\.html(#[a-z0-9_-]+)?$' \
			>"$work/foreign"
	cat "$work/foreign"
	[ ! -s "$work/foreign" ]
}

no_markup_of_theirs() { # SITE
	! grep -liE '<script|href="?javascript|<[a-z]+ [^>]*"[^"]*" on[a-z]+=' \
		"$1"/diagrams/*.svg "$1"/diagrams/*.drawio \
		"$1"/diagrams/*.graphml
}

well_formed() { # SITE
	find "$1/diagrams" -name '*.svg' -o -name '*.graphml' -o -name '*.drawio' \
		>"$work/files"
	xargs xmllint --huge --noout --nonet <"$work/files"
}

# Each format that was asked for came out, and is not empty.
formats() { # SITE
	find "$1/diagrams" -size +0 -printf '%f\n' | sort
}

if ! marlin_states >"$work/last" 2>&1; then
	skip "pictures of hostile texts" "no network namespace here"
	finish
fi
cp "$marlin/p3.db" "$work/harmless.db"
draw() { "$twinmap" render "$1" --output "$2" --only diagrams; }
check "harmless: drawn" draw "$work/harmless.db" "$work/harmless"
shape "$work/harmless" >"$work/shape"
formats "$work/harmless" >"$work/formats"
corpus >"$work/corpus"
while read -r name text; do
	cp "$work/harmless.db" "$work/hostile.db"
	check "$name: in every column" spoil "$work/hostile.db" "$text"
	rm -rf "$work/hostile"
	check "$name: drawn" draw "$work/hostile.db" "$work/hostile"
	shape "$work/hostile" >"$work/got"
	same "$name: the same cards, edges and links" "$work/shape" "$work/got"
	formats "$work/hostile" >"$work/got"
	same "$name: in the same formats" "$work/formats" "$work/got"
	check "$name: well-formed" well_formed "$work/hostile"
	check "$name: links of ours alone" links_are_ours "$work/hostile"
	check "$name: no markup of theirs" no_markup_of_theirs "$work/hostile"
done <"$work/corpus"
finish
