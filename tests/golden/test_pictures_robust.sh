#!/bin/bash
# test_pictures_robust.sh -- pictures that cannot be drawn: each says why, in its
# place and in one line with file, picture and item; all others are drawn. And
# what was drawn before is not drawn again.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"

# kind FOLDER NAME TOGETHER: templates of one kind, pictures a to d, whose label
# is read from standard input
kind() {
	mkdir -p "$1/diagrams/parts"
	cat >"$1/diagrams/parts/odd.label"
	cat >"$1/diagrams/$2.yaml" <<END
picture: $2-:slug
together: $3
each: |
  SELECT column1 AS slug FROM (VALUES ('a'), ('b'), ('c'), ('d'))
parts:
- add: node
  label: odd
  rows: |
    SELECT 'card-' || :slug AS node, :slug AS name
END
}

says() { # SITE PICTURE TEXT
	grep -F "picture not drawn: $3" "$1/diagrams/$2.svg" &&
		xmllint --noout --nonet "$1/diagrams/$2.svg" &&
		[ "$(sqlite3 :memory: "SELECT value ->> 'not_drawn' LIKE '$3%'
			FROM json_each(readfile('$1/diagrams/pictures.json'))
			WHERE value ->> 'name' = '$2'")" = 1 ]
}

drawn() { # SITE PICTURE...
	local site=$1 picture
	shift
	for picture; do
		grep '<title>card&#45;' "$site/diagrams/$picture.svg" || return 1
	done
}

check "a small network" forest "$work/state.db" 12 2
only_kinds "$work/none"

cp -r "$work/none" "$work/broken"
kind "$work/broken" odd 50 <<'END'
---
queries:
  wrong: |
    SELECT 1 AS one WHERE :name = 'b'
---
<B>{{name}}</B>{{#wrong}}<NOSUCH>{{one}}{{/wrong}}
END
check "broken markup: the site is drawn" \
	draw "$work/state.db" "$work/site" -t "$work/broken"
cp "$work/last" "$work/said"
check "broken markup: said with file, picture and node" grep -E \
	'diagrams/odd.yaml: picture odd-b not drawn: .*NOSUCH.*node card-b' \
	"$work/said"
check "broken markup: the picture says so" says "$work/site" odd-b Error
check "broken markup: those beside it are drawn" \
	drawn "$work/site" odd-a odd-c odd-d

cp -r "$work/none" "$work/deep"
kind "$work/deep" odd 1 <<'END'
---
queries:
  levels: |
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n
                             WHERE n < iif(:name = 'c', 5000, 2))
    SELECT n FROM n
---
{{#levels}}<TABLE><TR><TD>{{/levels}}{{name}}{{#levels}}</TD></TR></TABLE>{{/levels}}
END
check "5,000 tables in tables: drawn" \
	draw "$work/state.db" "$work/site" -t "$work/deep"
check "5,000 tables in tables: said" says "$work/site" odd-c Error
check "5,000 tables in tables: others are drawn" \
	drawn "$work/site" odd-a odd-b odd-d

# What the process takes until it dies of a limit. It may set none above ours.
limited() { # OPTION LIMIT COMMAND...
	local option=$1 limit=$2
	shift 2
	(
		ulimit "$option" "$limit"
		"$@"
	)
}
cp -r "$work/none" "$work/endless"
kind "$work/endless" odd 50 <<'END'
<B>{{name}}</B>
END
cat >>"$work/endless/diagrams/odd.yaml" <<'END'
- add: node
  rows: |
    SELECT 'mesh-' || value AS node, value AS label
    FROM   generate_series(1, 60) WHERE :slug = 'b'
- add: edge
  rows: |
    SELECT 'mesh-' || a.value AS tail, 'mesh-' || b.value AS head
    FROM   generate_series(1, 60) a, generate_series(1, 60) b
    WHERE  a.value < b.value AND :slug = 'b'
END
sed -i "s/generate_series(1, 60)/(WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 60) SELECT value FROM n)/g" \
	"$work/endless/diagrams/odd.yaml"
check "a mesh of 60: drawn within the limits" limited -t 3 \
	draw "$work/state.db" "$work/site" -t "$work/endless"
check "a mesh of 60: given up" says "$work/site" odd-b "the "
check "a mesh of 60: others are drawn" drawn "$work/site" odd-a odd-c odd-d

# ---- taken over ----------------------------------------------------------------
inodes() { # SITE KIND
	(cd "$1/diagrams" && stat -c '%n %i' "$2"-*.svg "$2"-*.dot)
}
check "all: drawn" draw "$work/state.db" "$work/kept"
inodes "$work/kept" device >"$work/expected"
check "all: drawn again" draw "$work/state.db" "$work/kept"
inodes "$work/kept" device >"$work/got"
same "all: the files are the same ones" "$work/expected" "$work/got"
sqlite3 "$work/state.db" "UPDATE device SET model = 'other'
	WHERE slug = (SELECT max(slug) FROM device)"
slug=$(sqlite3 "$work/state.db" "SELECT max(slug) FROM device")
check "another model: drawn" draw "$work/state.db" "$work/kept"
inodes "$work/kept" device >"$work/got"
check "another model: its picture is new" \
	[ "$(grep "device-$slug.svg" "$work/got")" != \
	"$(grep "device-$slug.svg" "$work/expected")" ]
check "another model: fewer than half are new" \
	[ "$(grep -vxFf "$work/expected" "$work/got" | grep -c svg)" -lt 6 ]
check "another model: drawn afresh" draw "$work/state.db" "$work/fresh"
check "another model: the same bytes" diff -r "$work/kept" "$work/fresh"

check "mended: drawn broken" draw "$work/state.db" "$work/site" -t "$work/broken"
echo '<B>{{name}}</B>' >"$work/broken/diagrams/parts/odd.label"
check "mended: drawn" draw "$work/state.db" "$work/site" -t "$work/broken"
check "mended: all are there" drawn "$work/site" odd-a odd-b odd-c odd-d
finish
