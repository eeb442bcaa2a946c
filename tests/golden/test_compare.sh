#!/bin/bash
# test_compare.sh -- two states of one network: what differs, and what the later
# one remembers of the earlier. GOLDEN=write writes the answer.
. "$(dirname "$0")/../lib.sh"
cases=$top/tests/golden/compare

observe() { # SQL DATABASE
	rm -f "$2"
	{
		schema
		cat "$top/tests/golden/analysis/prelude.sql" "$1"
	} | sqlite3 -bail "$2"
}
ask() { sqlite3 "$1" "$2"; }
is() { [ "$(ask "$1" "$2")" = "$3" ]; }

hard_before=$work/hard-before.db hard_after=$work/hard-after.db
check "rows of a network before" observe "$cases/hard-before.sql" "$hard_before"
check "and after, less well observed" \
	observe "$cases/hard-after.sql" "$hard_after"
check "both are analysed" sh -c "
	'$twinmap' analyse '$hard_before' &&
	'$twinmap' analyse --previous '$hard_before' '$hard_after'"
ask "$hard_after" "$(cat "$cases/ask.sql")" >"$work/hard-answer"
[ "${GOLDEN:-}" != write ] || cp "$work/hard-answer" "$cases/hard-expected"
same "what was not observed is not called gone" \
	"$cases/hard-expected" "$work/hard-answer"

check "a finding is solved where it could be found again" is "$hard_after" \
	"SELECT group_concat(kind || ' ' || substr(sentence, 1, 17), ', ')
	 FROM (SELECT * FROM change WHERE name LIKE 'S-12%' ORDER BY id)" \
	'not observed Not observed now:, solved swap-b is read wi'

before=$work/before.db after=$work/after.db
check "rows of the state before" observe "$cases/before.sql" "$before"
check "rows of the state after" observe "$cases/after.sql" "$after"
check "the state before is analysed" "$twinmap" analyse "$before"
cp "$before" "$work/untouched.db"
check "the state after is analysed beside it" \
	"$twinmap" analyse --previous "$before" "$after"
check "the state before is as it was" cmp "$before" "$work/untouched.db"

ask "$after" "$(cat "$cases/ask.sql")" >"$work/answer"
[ "${GOLDEN:-}" != write ] || cp "$work/answer" "$cases/expected"
same "what differs" "$cases/expected" "$work/answer"

check "figures of both states" is "$after" \
	"SELECT group_concat(snapshot) FROM (SELECT DISTINCT snapshot
	 FROM history ORDER BY 1)" 20260115T000000Z,20260312T000000Z
check "what was seen first then" is "$after" \
	"SELECT first_seen || ' ' || last_seen FROM seen
	 WHERE subject_type = 'device' AND subject LIKE '%53:01'" \
	'1768435200 1773273600'
check "what is not seen now was seen then" is "$after" \
	"SELECT first_seen || ' ' || last_seen FROM seen
	 WHERE subject_type = 'device' AND subject LIKE '%53:06'" \
	'1768435200 1768435200'
check "and what is new" is "$after" \
	"SELECT first_seen FROM seen
	 WHERE subject_type = 'device' AND subject LIKE '%53:0a'" 1773273600

sqlite3 "$after" .dump >"$work/once"
check "is analysed again without it" "$twinmap" analyse "$after"
sqlite3 "$after" .dump >"$work/twice"
same "and says the same" "$work/once" "$work/twice"
check "is analysed again beside it" \
	"$twinmap" analyse --previous "$before" "$after"
sqlite3 "$after" .dump >"$work/twice"
same "and says the same then" "$work/once" "$work/twice"

check "a third state remembers both" sh -c "
	cp '$after' '$work/third.db' &&
	'$twinmap' analyse --at 2026-04-01 --previous '$after' '$work/third.db'"
check "figures of three states" is "$work/third.db" \
	"SELECT count(DISTINCT snapshot) FROM history" 3
check "of equal states only figures, sections and open findings are told" is \
	"$work/third.db" "SELECT count(*) FROM change
	 WHERE kind NOT IN ('metric', 'open', 'section')" 0

says() { "$twinmap" analyse --previous "$2" "$3" 2>&1 | grep -q "$1"; }
printf "%s\n" "UPDATE meta SET observed_at = 1768435200;" \
	"INSERT INTO put_agent VALUES (1, 'far', '00:00:5e:00:53:ff');" \
	>"$work/other.sql"
check "rows of another network" observe "$work/other.sql" "$work/other.db"
check "which is analysed" "$twinmap" analyse "$work/other.db"
cp "$after" "$work/mixed.db"
check "nothing in common is said" \
	says "no device in common" "$work/other.db" "$work/mixed.db"
check "nothing of it is called gone" is "$work/mixed.db" \
	"SELECT group_concat(kind) FROM change WHERE name = 'far'" "not observed"
fails() { ! "$@"; }
check "and not of the same network" \
	fails says "no device in common" "$before" "$work/mixed.db"

refuse "a state is not before itself" \
	"$twinmap" analyse --previous "$after" "$after"
refuse "nor is a later one" "$twinmap" analyse --previous "$after" "$before"
sqlite3 "$before" "PRAGMA user_version = 1" >/dev/null
refuse "a state of another format" \
	"$twinmap" analyse --previous "$before" "$after"
refuse "what is no state" "$twinmap" analyse --previous "$0" "$after"
refuse "what is not there" "$twinmap" analyse --previous "$work/none" "$after"
sqlite3 "$after" .dump >"$work/twice"
same "a refusal changes nothing" "$work/once" "$work/twice"

check "forgets the state before" "$twinmap" analyse --previous '' "$after"
check "with all that it knew of it" is "$after" \
	"SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM change_class)
	 + (SELECT count(*) FROM seen WHERE first_seen < 1773273600)
	 + (SELECT count(DISTINCT snapshot) - 1 FROM history)" 0

finish
