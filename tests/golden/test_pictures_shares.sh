#!/bin/bash
# test_pictures_shares.sh -- pictures of a large network are read by several
# processes: the same pictures and the same words come out.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"

only_kinds "$work/few" device site sites
check "1100 devices" forest "$work/a.db" 1100 22
for jobs in 1 2 3; do
	check "they are drawn, --jobs $jobs" draw "$work/a.db" "$work/jobs$jobs" \
		--formats none --templates "$work/few" --jobs $jobs
	check "nothing of the shares is left, --jobs $jobs" \
		test -z "$(find "$work/jobs$jobs/diagrams" \
			-name 'pictures.json.*' -o -name '*.db*')"
done
check "2 jobs draw the same" diff -r "$work/jobs1" "$work/jobs2"
check "3 jobs draw the same" diff -r "$work/jobs1" "$work/jobs3"

# All but the folder's own list are hard links.
cp -al "$work/jobs3" "$work/again"
check "drawn again" draw "$work/a.db" "$work/again" \
	--formats none --templates "$work/few" --jobs 3
check "what was the same is taken over by each share" \
	test -z "$(find "$work/again/diagrams" -name '*.svg' -links 1)"
check "the list is the same" \
	cmp "$work/again/diagrams/pictures.json" "$work/jobs1/diagrams/pictures.json"

# mistake NAME WORDS <FILE: the file of diagrams is refused, in one line
mistake() {
	local name=$1 words=$2
	rm -rf "$work/wrong"
	only_kinds "$work/wrong" none
	cat >"$work/wrong/diagrams/own.yaml"
	refuse "$name" draw "$work/a.db" "$work/none" \
		--templates "$work/wrong" --jobs 3
	cp "$work/last" "$work/said"
	check "$name: said once" \
		test "$(grep -c "$words" "$work/said")" -eq 1
}

mistake "a column that is not there" "no such column: missing" <<'END'
picture: own-:slug
each: |
  SELECT slug FROM site ORDER BY slug
parts:
- add: graph
  rows: |
    SELECT missing
END
mistake "one name in several shares" "two pictures are named 'own'" <<'END'
picture: own
each: |
  SELECT slug FROM site ORDER BY slug LIMIT 3
parts:
- add: graph
  rows: |
    SELECT NULL
END
mistake "a row that cannot be read, in a share" "integer overflow" <<'END'
picture: own-:number
each: |
  SELECT column1 AS number FROM (VALUES (0), (1), (2))
parts:
- add: graph
  rows: |
    SELECT iif(:number = 1, abs(-9223372036854775807 - :number), 0) AS label
END
finish
