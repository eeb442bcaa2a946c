#!/bin/bash
# test_formats.sh -- one layout as SVG, PNG, PDF, draw.io, GraphML and Mermaid:
# what is in the files, that they are valid, that two runs give the same bytes,
# that words which mean something in a format are words, and which formats are
# written. Places are left out of what is compared: they change with fonts.
. "$(dirname "$0")/../lib.sh"
golden=$(cd "$(dirname "$0")/formats" && pwd)
export LC_ALL=C.UTF-8

small_state() {
	{
		schema
		cat "$top/tests/golden/small.sql"
	} | sqlite3 -bail "$work/small.db" && "$twinmap" analyse "$work/small.db"
}
render() { # SITE OPTION...
	local site=$1
	shift
	"$twinmap" render "$work/small.db" --only diagrams --output "$site" "$@"
}
without_places() {
	sed -E -e '/<mxPoint|<y:Point/d' \
		-e 's/ (x|y|width|height|sx|sy|tx|ty|pageWidth|pageHeight)="-?[0-9.]+"//g' \
		-e 's/<data key="(x|y|width|height)">[0-9.-]+/<data key="\1">/' \
		-e 's/(exit|entry)[XY]=[0-9.]+;//g; s/spacing(Left|Right)=[0-9]+;//g' "$1"
}
is_golden() { # NAME FILE
	without_places "$2" >"$work/seen"
	[ "${GOLDEN:-}" != write ] || cp "$work/seen" "$golden/$(basename "$2")"
	same "$1" "$golden/$(basename "$2")" "$work/seen"
}
valid() { # SCHEMA FILE...
	xmllint --noout --nonet --relaxng "$golden/$1.rng" "${@:2}"
}
links_of_svg() {
	grep -oE 'xlink:href="[^"]+"' "$1" | sed 's/xlink:href="//; s/"$//' | sort -u
}
links_of_pdf() {
	grep -aoE '/URI \([^)]*\)' "$1" | sed 's/^.URI (//; s/)$//' | sort -u
}
same_links() {
	links_of_svg "$1.svg" >"$work/svg" && links_of_pdf "$1.pdf" >"$work/pdf" &&
		[ -s "$work/svg" ] && diff "$work/svg" "$work/pdf"
}
# Width and height as PNG has them: four octets each, the greater ones first.
png_size() {
	od -An -tu1 -j16 -N8 "$1" | awk '{
		print ($1 * 256 + $2) * 65536 + $3 * 256 + $4,
			($5 * 256 + $6) * 65536 + $7 * 256 + $8 }'
}
# 144 pixels an inch are two for each point of the SVG.
is_twice_as_large() {
	local points pixels
	points=$(sed -nE 's/^<svg width="([0-9]+)pt" height="([0-9]+)pt"/\1 \2/p' "$1.svg")
	pixels=$(png_size "$1.png")
	echo "points $points, pixels $pixels"
	awk -v points="$points" -v pixels="$pixels" 'BEGIN {
		split(points, p); split(pixels, q)
		exit !(q[1] >= 2 * p[1] - 2 && q[1] <= 2 * p[1] + 2 &&
			q[2] >= 2 * p[2] - 2 && q[2] <= 2 * p[2] + 2) }'
}
endings_of() { # SITE NAME
	(cd "$1/diagrams" && printf '%s\n' "$2".*) | sed 's/.*\.//' | sort | tr '\n' ' '
}
endings_are() {
	echo "$(endings_of "$1" "$2")"
	[ "$(endings_of "$1" "$2")" = "$3 " ]
}
listed() { # SITE NAME EXPECTED
	local got
	got=$(sqlite3 :memory: "SELECT coalesce(value ->> 'formats', 'none') FROM
		json_each(readfile('$1/diagrams/pictures.json'))
		WHERE value ->> 'name' = '$2'")
	echo "$got"
	[ "$got" = "$3" ]
}

check "a small network" small_state
check "shapes are drawn" render "$work/site" --templates "$golden/templates"
drawn=$work/site/diagrams/shapes
for ending in drawio graphml mmd; do
	is_golden "shapes.$ending is what it was" "$drawn.$ending"
done
check "draw.io: valid" valid drawio "$work"/site/diagrams/*.drawio
check "GraphML: valid" valid graphml "$work"/site/diagrams/*.graphml
sed 's/ target="[^"]*"//' "$drawn.graphml" >"$work/broken.graphml"
refuse "an edge that leads nowhere is not" valid graphml "$work/broken.graphml"
sed 's/link="[^"]*"/link="javascript:hit()"/' "$drawn.drawio" >"$work/broken.drawio"
refuse "nor is a link elsewhere" valid drawio "$work/broken.drawio"
refuse "nothing is read as markup by draw.io" grep 'html=1' "$drawn.drawio"
refuse "Mermaid: no markup" grep -E '<[^b]|</|<b[^r]|javascript:hit\(' "$drawn.mmd"
refuse "Mermaid: no directive, no comment" grep '%%' "$drawn.mmd"
refuse "no control octets" grep -P '[\x00-\x08\x0b-\x1f]' "$drawn.mmd"
for ending in drawio graphml mmd; do
	check "$ending: UTF-8" iconv -f UTF-8 -t UTF-8 "$drawn.$ending"
	check "$ending: long names are cut" [ "$(wc -c <"$drawn.$ending")" -lt 40000 ]
	refuse "$ending: hidden edges are left out" \
		grep 'not to be seen' "$drawn.$ending"
done
check "PDF: its links are those of the SVG" same_links "$drawn"
check "PDF: no time of day" grep -aq 'CreationDate (D:19700101000000' "$drawn.pdf"
check "PNG: 144 pixels an inch" is_twice_as_large "$drawn"
check "drawn again, by one process" render "$work/again" \
	--templates "$golden/templates" --jobs 1
check "all formats: the same bytes" \
	diff -r "$work/site/diagrams" "$work/again/diagrams"

# ---- which formats -------------------------------------------------------------
check "none" render "$work/none" --formats none
check "none: SVG and DOT stay" endings_are "$work/none" network "dot svg"
check "none: nor does the list say another" listed "$work/none" network none
check "all" render "$work/all" --formats all
check "all: they are there" endings_are "$work/all" network \
	"dot drawio graphml mmd pdf png svg"
check "all: the list says so" listed "$work/all" network \
	"png pdf drawio graphml mermaid"
check "two of them" render "$work/two" --formats pdf,drawio
check "two: they are there" endings_are "$work/two" network "dot drawio pdf svg"
check "two, over one that had none" render "$work/none" --formats graphml,png
check "then they are made" endings_are "$work/none" network "dot graphml png svg"
refuse "an unknown word on the command line" render "$work/no" --formats pdf,gif
cp "$work/last" "$work/said"
check "it is named" grep -F -e "--formats: 'pdf,gif' is not all, none or some of" \
	"$work/said"
mkdir -p "$work/overlay/diagrams/parts"
sed "s/'png pdf drawio/'png gif drawio/" "$golden/templates/diagrams/shapes.yaml" \
	>"$work/overlay/diagrams/shapes.yaml"
cp "$golden/templates/diagrams/parts/shape.label" "$work/overlay/diagrams/parts"
refuse "an unknown word in a template" render "$work/no" \
	--templates "$work/overlay"
cp "$work/last" "$work/said"
check "it is named with its line" \
	grep -E "shapes.yaml:4: column 'formats': 'gif' is none of" "$work/said"
refuse "and nothing is left" [ -e "$work/no" ]

# ---- too large ------------------------------------------------------------------
many() { # NODES HEIGHT
	cat <<-YAML
		picture: shapes
		each: |
		  SELECT 'png pdf drawio graphml mermaid' AS formats
		parts:
		- add: graph
		  rows: |
		    SELECT 'LR' AS rankdir
		- add: node
		  rows: |
		    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
		    SELECT 'n' || i AS node, '$2' AS height FROM n
	YAML
}
many 60 4 >"$work/overlay/diagrams/shapes.yaml"
render "$work/tall" --templates "$work/overlay" >"$work/said" 2>&1
check "60: why no PNG" grep "shapes: no PNG: " "$work/said"
check "60: Mermaid, and no PNG" endings_are "$work/tall" shapes \
	"dot drawio graphml mmd pdf svg"
many 61 0.3 >"$work/overlay/diagrams/shapes.yaml"
render "$work/large" --templates "$work/overlay" >"$work/said" 2>&1
check "61: no Mermaid" endings_are "$work/large" shapes \
	"dot drawio graphml pdf png svg"
check "61: why not" grep 'shapes: no Mermaid: 61 nodes' "$work/said"
check "61: the list leaves it out" listed "$work/large" shapes \
	"png pdf drawio graphml"
check "61: drawn once more" render "$work/large" --templates "$work/overlay"
check "61: taken over without it" listed "$work/large" shapes \
	"png pdf drawio graphml"
finish
