#!/bin/bash
# test_pictures_stable.sh -- a switch more at a site: the others keep their
# order in each column of each picture, and no picture changes that does not
# show it or count it.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"

# NAME LEFT TOP of each node of an SVG, from the corners of its frame.
places() {
	awk '
	/<g id="[^"]*" class="node/ { inside = 1; name = ""; next }
	inside && /<title>/ {
		name = $0
		gsub(/.*<title>|<\/title>.*/, "", name)
		gsub(/&#45;/, "-", name)
	}
	inside && name != "" && match($0, /points="[^"]*"/) {
		count = split(substr($0, RSTART + 8, RLENGTH - 9), corners, " ")
		left = top = 1e9
		for (i = 1; i <= count; i++) {
			split(corners[i], at, ",")
			left = at[1] < left ? at[1] : left
			top = at[2] < top ? at[2] : top
		}
		print name, left, top
		inside = 0
	}' "$1"
}

# inversions OLD.svg NEW.svg: pairs of one column whose order turned around.
# Cards of one column share a left or a centre; what moved to another column
# counts as well.
inversions() {
	places "$1" >"$work/old"
	places "$2" >"$work/new"
	awk '
	NR == FNR { column[$1] = int($2 / 40); top[$1] = $3; next }
	$1 in top { name[++count] = $1; later[$1] = $3 }
	END {
		for (i = 1; i <= count; i++)
			for (j = 1; j < i; j++) {
				a = name[i]; b = name[j]
				if (column[a] == column[b] &&
				    (top[a] - top[b]) * (later[a] - later[b]) < 0)
					turned++
			}
		print turned + 0
	}' "$work/old" "$work/new"
}

# grown NAME DEVICES SITES: two states, the second has one switch more
grown() {
	local name=$1 devices=$2 sites=$3 slug picture total=0 pictures=0 nodes=0
	check "$name" forest "$work/a.db" "$devices" "$sites"
	check "$name and one" forest "$work/b.db" $((devices + 1)) "$sites"
	rm -rf "$work/a" "$work/b"
	check "$name: drawn" draw "$work/a.db" "$work/a"
	check "$name and one: drawn" draw "$work/b.db" "$work/b"
	for picture in "$work"/a/diagrams/*.svg; do
		[ -f "$work/b/diagrams/${picture##*/}" ] || continue
		case ${picture##*/} in device-*) continue ;; esac
		pictures=$((pictures + 1))
		total=$((total + $(inversions "$picture" \
			"$work/b/diagrams/${picture##*/}")))
		nodes=$((nodes + $(wc -l <"$work/old")))
	done
	echo "$pictures pictures of $nodes nodes, $total inversions" >"$work/last"
	if [ "$nodes" -gt "$devices" ] && [ "$total" -eq 0 ]; then
		pass "$name and one: no other card changes its place"
	else
		fail "$name and one: no other card changes its place"
	fi

	# Those that may change: of its site, of its neighbours, of the whole.
	slug=$(sqlite3 "$work/b.db" "SELECT s.slug FROM device d
		JOIN site s ON s.id = d.site WHERE d.id = $devices + 1")
	{
		sqlite3 "$work/b.db" "SELECT 'device-' || d.slug FROM link
			JOIN device d ON d.id IN (a_device, b_device)
			WHERE $devices + 1 IN (a_device, b_device)"
		sqlite3 :memory: "SELECT value ->> 'name'
			FROM json_each(readfile('$work/b/diagrams/pictures.json'))
			WHERE value ->> 'kind' NOT LIKE 'device%'
			AND (coalesce(value ->> 'page', 'index') NOT LIKE '%/%'
			     OR instr(value ->> 'name', '$slug')
			     OR instr(value ->> 'links', '\"sites/$slug\"'))"
	} | sort -u >"$work/may"
	diff -rq "$work/a/diagrams" "$work/b/diagrams" |
		sed -n 's/.*\/\([^/]*\)\.svg differ$/\1/p' | sort >"$work/changed"
	comm -13 "$work/may" "$work/changed" >"$work/surprises"
	cp "$work/surprises" "$work/last"
	if [ -s "$work/changed" ] && [ ! -s "$work/surprises" ]; then
		pass "$name and one: no picture changes that does not show it"
	else
		fail "$name and one: no picture changes that does not show it"
	fi
}

grown "50 devices at a site" 150 3
grown "120 devices at a site" 240 2
finish
