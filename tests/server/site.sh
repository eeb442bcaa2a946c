# site.sh -- for tests of the archive: a small site made by hand.
#
#   make_site FOLDER TIME [PHASE]    pages, a picture and a topology.db; TIME is
#                                    in seconds since 1970
#   state_of FOLDER SQL              changes its topology.db
#
# The pages link to each other in all the ways that rendered pages do.
make_state() {
	rm -f "$1"
	sqlite3 "$1" "$(schema)" \
		"INSERT INTO meta (id, observed_at, started_at, complete, tool, phase)
		VALUES (1, $2, $2, 1, 'test', nullif('$3', ''))" \
		"INSERT INTO device (source, class, documented) VALUES
		('agent', 'dual-stack', 1), ('agent', 'dual-stack', 1),
		('agent', 'IPv4 only', 1), ('neighbour', NULL, 1),
		('neighbour', 'IPv4 only', 0)" \
		"INSERT INTO metric (id, ordinal, title, part, total, unknown)
		VALUES ('K1', 1, 'Devices', 2, 4, 1)" \
		"INSERT INTO history VALUES
		('20260801T000000Z', 1785542400, 'p0', 'K1', 0, 4, 0)"
}
state_of() { sqlite3 "$1/topology.db" "$2"; }

page() { # TITLE ROOT BODY
	cat <<-END
		<!doctype html>
		<html lang="en"><head><meta charset="utf-8"><title>$1</title>
		<link rel="stylesheet" href="$2style.css"><script src="$2app.js" defer></script>
		</head><body><main><h1 id="top">$1</h1>
		$3
		</main></body></html>
	END
}

svg='<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#0f766e"/><text x="8" y="24">hq</text></svg>'

make_site() {
	mkdir -p "$1/devices" "$1/sites" "$1/diagrams"
	page Network '' '<p><a href="devices/hq-core1.html">hq-core1</a>
		<a href="sites/hq.html#top">HQ</a> <a href="index.md">text</a>
		<a href="topology.db">data</a></p>' >"$1/index.html"
	page hq-core1 ../ '<p><a href="../index.html">all</a></p>' \
		>"$1/devices/hq-core1.html"
	page HQ ../ "<figure>$svg</figure>
		<p><a href=\"../diagrams/hq.svg\">picture</a> <a href=\"#top\">top</a></p>" \
		>"$1/sites/hq.html"
	page Devices ../ '<p><a href="hq-core1.html">hq-core1</a></p>' \
		>"$1/devices/index.html"
	echo "$svg" >"$1/diagrams/hq.svg"
	printf '# Network\n\nhq-core1\n' >"$1/index.md"
	echo 'h1 { color: #0f172a }' >"$1/style.css"
	echo '"use strict";' >"$1/app.js"
	printf 'device,class\nhq-core1,dual-stack\n' >"$1/devices.csv"
	make_state "$1/topology.db" "$2" "${3:-}"
}
