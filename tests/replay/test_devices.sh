#!/bin/bash
# A hundred recorded devices of many vendors, each by itself: whatever another
# program made of it is found here too, what is found stands in the recording,
# and what stands there is found. Where not, devices/compare.sql reads the
# reason from the recording.
#
# Leaves a report: $build/tests/devices-report.tsv.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ]; then
	skip "recorded devices" "no $shared/devices"
	finish
fi
here=$top/tests/replay/devices
report=$build/tests/devices-report.tsv
export LC_ALL=C
cd "$work" || exit 1

discover_each() {
	mkdir databases
	printf '%s\0' "$shared"/devices/*.snmprec |
		xargs -0 -P 2 -I RECORDING sh -c '
			name=$(basename "$2" .snmprec)
			"$1" discover --at 2026-09-17 --recordings "$2" \
				--output "databases/$name.db" 2>"$name.said" ||
				{ cat "$name.said"; exit 1; }
		' sh "$twinmap" RECORDING
}
read_recordings() {
	awk -f "$here/keys.awk" -f "$here/recorded.awk" \
		"$shared"/devices/*.snmprec >recorded &&
		awk -F'\t' '{ print >("recorded." $1) }' recorded &&
		awk -f "$here/keys.awk" -f "$here/expected.awk" \
			"$shared"/expected-{addr6,nd6,bgp,links}.tsv
}
gather() {
	local kind database found
	found=$(cat "$here/found.sql")
	cat "$here/tables.sql"
	echo ".mode tabs"
	for kind in address prefix neighbour peer link; do
		echo ".import recorded.$kind recorded_$kind"
	done
	for kind in address neighbour peer link; do
		echo ".import expected.$kind expected_$kind"
	done
	for database in databases/*.db; do
		echo "ATTACH '$database' AS one;"
		echo "${found//DEVICE/$(basename "$database" .db)}"
		echo "DETACH one;"
	done
}
compare() { sqlite3 -bail "$1" <"$here/compare.sql"; }
ask() { sqlite3 -tabs compared.db "$@"; }
faults() {
	sqlite3 -tabs "$1" "SELECT kind, device, what FROM verdict
		WHERE side = '$2' AND NOT same AND reason IS NULL
		ORDER BY kind, device, what"
}

check "all are discovered" discover_each
check "the recordings are read" read_recordings
gather >gather.sql
check "all is gathered" sqlite3 -bail gathered.db ".read gather.sql"
cp gathered.db compared.db
check "it is compared" compare compared.db
ask <"$here/report.sql"

for kind in addr6 nd6 bgp links; do
	rows=$(sed 1d "$shared/expected-$kind.tsv" | wc -l)
	check "$kind: all rows of the other program count" [ "$rows" = "$(
		ask "SELECT SUM(expected) FROM report WHERE kind = '$kind'"
	)" ]
done
: >none
faults compared.db expected >missing
same "all that the other program finds is found" none missing
faults compared.db found >invented
same "all that is found is recorded" none invented
faults compared.db recorded >lost
same "all that is recorded is found" none lost

# A reason that nothing needs would hide the next fault.
ask "SELECT side, reason, SUM(kind NOT IN ('arp', 'addr4')) FROM verdict
	WHERE NOT same AND reason <> 'recorded'
	GROUP BY 1, 2 ORDER BY 1, 2" >reasons
cat >expected <<'END'
expected	its own address	1
expected	letters that spell another address	1
expected	once more in another table	19
expected	the length of the address is no part of it	1
recorded	a blank row	8
recorded	a broadcast address	0
recorded	another table says another MAC	0
recorded	its own address	11
recorded	on no interface	21
recorded	the number of an AS too large for this table	3
END
same "each reason is needed, and as often as it was" expected reasons

# The comparing itself: one row spoilt is a fault of that kind, and no other.
spoil() { # NAME SQL EXPECTED FOUND RECORDED
	local side seen=""
	cp gathered.db spoilt.db
	sqlite3 spoilt.db "$2"
	compare spoilt.db
	for side in expected found recorded; do
		seen="$seen $(faults spoilt.db $side | wc -l)"
	done
	check "$1 is seen" [ "$seen" = " $3 $4 $5" ]
}

# The first row that the other program has too.
first() { # TABLE COLUMNS CONDITION
	echo "rowid = (SELECT MIN(f.rowid) FROM found_$1 f
		JOIN expected_$1 e USING (device, $2) WHERE ${3:-1})"
}
link=$(first link "protocol, if_name" "f.sys_name = e.host AND f.port_id = e.port")
address=$(first address "if_index, key, length")
neighbour=$(first neighbour "key, mac")
peer=$(first peer "key, remote_as")
spoil "a lost link" "DELETE FROM found_link WHERE $link" 1 0 1
spoil "a link on another port" "UPDATE found_link
	SET if_name = 'other', if_descr = 'other' WHERE $link" 1 0 0
spoil "another port of the neighbour" "UPDATE found_link
	SET port_id = 'other', port_description = '' WHERE $link" 1 0 0
spoil "a neighbour without a link" "UPDATE found_link
	SET is_linked = 0 WHERE $link" 1 0 0
spoil "another neighbour" "UPDATE found_link SET sys_name = 'other',
	sys_descr = '', device_id = '' WHERE $link" 1 0 1
spoil "a link that is none" "UPDATE found_link
	SET remote = 999999, sys_name = 'other' WHERE $link" 1 1 1
spoil "a lost address" "DELETE FROM found_address WHERE $address" 1 0 1
spoil "another prefix length" "UPDATE found_address SET length = '127'
	WHERE $address" 1 1 1
spoil "an address on another interface" "UPDATE found_address
	SET if_index = 999999 WHERE $address" 1 1 1
spoil "another MAC" "UPDATE found_neighbour SET mac = '00005e005301'
	WHERE $neighbour" 1 1 1
spoil "a lost peer" "DELETE FROM found_peer WHERE $peer" 1 0 1
spoil "another AS" "UPDATE found_peer SET remote_as = 64496
	WHERE $peer" 1 1 1
spoil "another state" "UPDATE found_peer SET state = 'other'
	WHERE $peer" 1 0 1

for database in databases/*.db; do
	sqlite3 "$database" "SELECT '$database', sys_descr FROM device
		WHERE hex(sys_descr) <> hex(CAST(sys_descr AS TEXT))
		OR sys_descr GLOB '*[' || char(1) || '-' || char(31) || ']*';
	SELECT '$database', question, reason FROM coverage
		WHERE result IN ('no answer', 'cut short')
		AND reason IS NOT 'tooBig'"
done >dirty
same "text is clean, and no table is cut short" none dirty

mkdir -p "$(dirname "$report")"
sqlite3 -tabs -header compared.db "SELECT * FROM report" >"$report"
check "there is a report of each device" [ 100 = "$(
	sed 1d "$report" | cut -f1 | sort -u | wc -l
)" ]
ask "SELECT '# figure ' || figure FROM figures"
finish
