#!/bin/bash
# test_pictures_together.sh -- small pictures that share a process have the
# bytes that each has when it is drawn alone, whoever is drawn before it; a
# device that goes changes its own picture and those of its neighbours.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"

# together NUMBER: templates whose pictures share a process so
together() {
	local file
	mkdir -p "$work/by$1/diagrams"
	for file in $(grep -l '^together: ' "$top"/templates/diagrams/*.yaml); do
		sed "s/^together: .*/together: $1/" "$file" \
			>"$work/by$1/diagrams/${file##*/}"
	done
}

pictures_differ() { # SITE SITE: names of the SVG that do
	diff -rq "$1/diagrams" "$2/diagrams" |
		sed -n 's/.*\/\(device-[a-z0-9-]*\)\.svg.*/\1/p
			s/^Only in .*: \(device-.*\)\.svg$/\1/p' | sort
}

check "300 devices" forest "$work/whole.db" 300 4
for number in 1 7 50; do
	together $number
	check "drawn, $number a process" \
		draw "$work/whole.db" "$work/whole$number" -t "$work/by$number"
done
find "$work/whole1/diagrams" -name 'device-*.svg' | wc -l >"$work/got"
echo 300 >"$work/expected"
same "a picture for each device" "$work/expected" "$work/got"
refuse "none failed" \
	grep -rl 'picture not drawn' "$work/whole1/diagrams" --include='*.svg'
for number in 7 50; do
	check "$number a process: the bytes of one alone" \
		diff -r "$work/whole1/diagrams" "$work/whole$number/diagrams"
done

# The last of the first site; its names come first in the order of drawing.
last=296
check "one device less" forest "$work/less.db" 300 4 "
	DELETE FROM adjacency WHERE chassis_id =
		(SELECT chassis_id FROM device WHERE id = $last + 1);
	DELETE FROM adjacency WHERE device = $last + 1;
	DELETE FROM lldp_local_port WHERE device = $last + 1;
	DELETE FROM address WHERE device = $last + 1;
	DELETE FROM interface WHERE device = $last + 1;
	DELETE FROM device WHERE id = $last + 1"
check "one device less: drawn" draw "$work/less.db" "$work/less" -t "$work/by50"
sqlite3 "$work/whole.db" "SELECT slug FROM device WHERE id = $last + 1
	UNION
	SELECT d.slug FROM link
	JOIN device d ON d.id IN (a_device, b_device)
	WHERE $last + 1 IN (a_device, b_device)" |
	sed 's/^/device-/' | sort >"$work/expected"
pictures_differ "$work/whole50" "$work/less" >"$work/got"
same "one device less: its picture and its neighbours' are others" \
	"$work/expected" "$work/got"
finish
