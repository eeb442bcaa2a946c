#!/bin/bash
# Inferred links and shared lines, as pages and pictures show them.
. "$(dirname "$0")/../lib.sh"
cases=$top/tests/golden/analysis

make_site() { # CASE [SQL]
	{
		schema
		cat "$cases/prelude.sql"
		sed '/^-- ask/,$d' "$cases/$1.sql"
	} | sqlite3 -bail "$work/$1.db" &&
		"$twinmap" analyse "$work/$1.db" &&
		sqlite3 -bail "$work/$1.db" "${2:-}" &&
		"$twinmap" render "$work/$1.db" --output "$work/$1"
}
row() { grep -qxF -- "$1" "$work/bridges-cloud/links.md"; }

# One of the three links is made a cable that LLDP told, one leads to the next
# tier. All have the class whose strokes are solid.
check "a cloud is rendered" make_site bridges-cloud "
	UPDATE link SET class = 'dual-stack';
	UPDATE link SET evidence = 'one-sided' WHERE cloud IS NULL;
	UPDATE device SET tier = 5 WHERE sys_name = 'sw2';"
check "an inferred link has its row" row \
	'| [sw1](devices/sw1.md) | `Gi0/2` | `Gi0/1` | [sw2](devices/sw2.md) | FDB | a line that 3 ports of bridges share | dual-stack |'
line=$(sqlite3 "$work/bridges-cloud.db" "SELECT slug FROM cloud")
for port in 'sw1 Gi0/2' 'sw2 Gi0/1' 'sw3 Gi0/1'; do
	check "$port stands on its line" row \
		"| $line | [${port% *}](devices/${port% *}.md) | \`${port#* }\` | FDB |"
done
# A shared line is a star: each port on it has an edge of its own.
awk '/^\t["a-z0-9:-]+ -- / { edge = $1 " " $3; gsub(/:[a-z0-9:]*|"/, "", edge) }
	edge && sub(/.*style=/, "") { sub(/[],;].*/, ""); print edge, $0 }' \
	"$work/bridges-cloud/diagrams/network.dot" |
	sed "s/line-[a-z0-9-]*/line/" | sort >"$work/found"
cat >"$work/expected" <<'END'
line sw1 dotted
line sw2 dotted
line sw3 dotted
sw3 sw4 solid
END
same "strokes of inferred links are dotted" "$work/expected" "$work/found"

check "LLDP alone is rendered" make_site bridges-lldp
refuse "then no page speaks of inferred links" \
	grep -qi 'inferred\|shared line' "$work/bridges-lldp/links.md"
finish
