#!/bin/bash
# Links between bridges that forwarding tables alone show, in a recorded network
# without LLDP and CDP. From one seed a crawl reaches one of the five devices, so
# every one is a seed.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/networks/nms7918" ]; then
	skip "recorded bridges" "no $shared/networks/nms7918"
	finish
fi
in_own_namespace "$@"
cd "$work" || exit 1
. "$top/tests/replay/recorded.sh"

discovered bridges "$shared/networks/nms7918"

ask() {
	printf '%s\n' '.mode tabs' \
		'CREATE TEMP TABLE recording (name TEXT, ip TEXT);' \
		'.import --schema temp bridges.names recording' \
		"CREATE TEMP VIEW port AS
		SELECT i.id, r.name || ' port ' || b.port AS name
		FROM interface i
		JOIN device d ON d.id = i.device
		JOIN recording r ON r.ip = d.address
		JOIN bridge_port b ON b.device = d.id
			AND b.if_index = i.if_index;" "$1" | sqlite3 -bail bridges.db
}

sqlite3 bridges.db "SELECT count(*) FROM device WHERE source = 'agent'" >found
echo 5 >expected
same "all five answered" expected found

# Nobody could read what stands between the three: one line, on which two
# bridges look at the third.
cat >expected <<'END'
asw01 port 2 - sam.asw01 port 3	fdb	inferred
asw01 port 2 - stc.asw01 port 11	fdb	inferred
END
ask "SELECT min(a.name, b.name) || ' - ' || max(a.name, b.name),
		protocols, evidence
	FROM link l
	LEFT JOIN port a ON a.id = a_interface
	LEFT JOIN port b ON b.id = b_interface
	ORDER BY 1;" >found
same "two links, none false" expected found

cat >expected <<'END'
3	asw01 port 2	1
3	sam.asw01 port 3	0
3	stc.asw01 port 11	0
END
ask "SELECT c.ports, p.name, is_head
	FROM cloud c
	JOIN cloud_port e ON e.cloud = c.id
	LEFT JOIN port p ON p.id = e.interface
	ORDER BY p.name;" >found
same "their three ports share a cloud" expected found
finish
