#!/bin/bash
# test_overlay.sh -- what a user adds is a file: a rule, a check and a page of
# their own in DIR, without a rebuild; what is wrong in one is told in one line.
. "$(dirname "$0")/../lib.sh"

dir=$work/ours
mkdir -p "$dir/rules" "$dir/checks" "$dir/pages"
# The rule and the page are those of the README.
example() { # FIRST-LINE: from there to the end of its block
	awk -v from="$1" '$0 == from { on = 1 } on && /^```/ { exit } on' \
		"$top/README.md"
}
example '-- X-01: A device names no contact.' >"$dir/rules/X-01.sql"
{
	echo ---
	example 'title: Contacts'
} >"$dir/pages/contacts.md"
cat >"$dir/checks/contacts.sql" <<'END'
-- contacts: Each device names a contact.
SELECT 'people' AS section,
       'contacts' AS name,
       CASE WHEN COUNT(sys_contact) = COUNT(*) THEN 'true' ELSE 'false' END
           AS value,
       COUNT(sys_contact) || ' of ' || COUNT(*) || ' name a contact.'
           AS sentence,
       'observed' AS source
FROM   device
END
{
	schema
	cat <<'END'
INSERT INTO meta (id, observed_at, started_at, finished_at, complete, tool)
VALUES (1, 1773273600, 1773273600, 1773273660, 1, 'twinmap test');
INSERT INTO coverage (device, question, result, rows)
VALUES (2, 'SNMPv2-MIB::system', 'rows', 1);
INSERT INTO device (id, source, sys_name, sys_contact)
VALUES (1, 'agent', 'core1', 'noc'),
       (2, 'agent', 'core2', NULL);
END
} | sqlite3 -batch -bail "$work/state.db"
ask() { sqlite3 -batch -noheader "$work/state.db" "$1"; }
says() { [ "$(ask "$1")" = "$2" ]; }

check "a state is analysed with rules of the user" \
	"$twinmap" analyse --templates "$dir" "$work/state.db"
check "the rule fires on core2" says \
	"SELECT subject, state FROM finding WHERE rule = 'X-01'" 'core2|open'
check "and is documented" says \
	"SELECT title, is_gap, explanation FROM rule WHERE id = 'X-01'" \
	'A device names no contact.|1|Only devices that answered can tell; of others it is unknown.'
check "the check is on the board" says \
	"SELECT value, sentence FROM status_check WHERE name = 'contacts'" \
	'false|1 of 2 name a contact.'
check "a page of the user is rendered" "$twinmap" render \
	--templates "$dir" -o "$work/site" "$work/state.db"
check "and has its findings" grep -qF \
	'[core2](devices/core2.md): core2 names no contact.' \
	"$work/site/contacts.md"
check "the page of findings lists the rule" grep -qF \
	'A device names no contact.' "$work/site/findings.md"
check "without the folder it is gone" "$twinmap" analyse "$work/state.db"
check "with all it found" says \
	"SELECT COUNT(*) FROM finding WHERE rule = 'X-01'" 0

# mistake NAME TEXT PATTERN: a rule of this text is refused with that line
mistake() {
	printf '%s\n' "$2" >"$dir/rules/X-02.sql"
	refuse "$1: is refused" "$twinmap" analyse --templates "$dir" \
		"$work/state.db"
	cp "$work/last" "$work/said"
	check "$1: is told" grep -q "$3" "$work/said"
}
mistake 'no comment' "SELECT 1 AS subject" "X-02.sql: does not begin with"
mistake 'not SQL' '-- X-02: Wrong.
SELEKT 1' 'X-02.sql: '
mistake 'a strange column' "-- X-02: Wrong.
SELECT 'device' AS subject_type, 'a' AS subject, 'fires' AS verdict,
'W' AS severity, 'b' AS sentence, 1 AS colour" 'X-02.sql: '
mistake 'a strange word' "-- X-02: Wrong.
SELECT 'device' AS subject_type, 'a' AS subject, 'perhaps' AS verdict,
'W' AS severity, 'b' AS sentence" 'X-02.sql: '
check "nothing was changed by them" says \
	"SELECT COUNT(*) FROM rule WHERE id LIKE 'X-%'" 0
finish
