#!/bin/bash
# A crawl that was interrupted, by whatever, goes on where it was: the file is
# then that of a crawl that nobody interrupted.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

mac() { printf '02005e0053%02x' "$1"; }
# announces PORT NUMBER: an LLDP neighbour, by both families
announces() {
	cat <<END
1.0.8802.1.1.2.1.4.1.1.4.0.$1.1|2|4
1.0.8802.1.1.2.1.4.1.1.5.0.$1.1|4x|$(mac "$2")
1.0.8802.1.1.2.1.4.1.1.6.0.$1.1|2|5
1.0.8802.1.1.2.1.4.1.1.7.0.$1.1|4|eth1
1.0.8802.1.1.2.1.4.2.1.3.0.$1.1.1.4.192.0.2.$2|2|2
1.0.8802.1.1.2.1.4.2.1.3.0.$1.1.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.$2|2|2
END
}
# device NUMBER: a switch in a tree; all are clones of one disk image
device() {
	cat <<END
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
1.3.6.1.2.1.1.3.0|67|4200
1.3.6.1.2.1.1.5.0|4|sw$1
1.3.6.1.6.3.10.2.1.1.0|4x|80001f880400112233
1.3.6.1.2.1.4.20.1.1.192.0.2.$1|64|192.0.2.$1
1.3.6.1.2.1.4.20.1.2.192.0.2.$1|2|1
1.3.6.1.2.1.4.20.1.3.192.0.2.$1|64|255.255.255.0
1.3.6.1.2.1.4.22.1.2.1.198.51.100.$1|4x|$(mac 250)
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.$1|2|1
1.3.6.1.2.1.2.2.1.2.1|4|eth1
1.0.8802.1.1.2.1.3.1.0|2|4
1.0.8802.1.1.2.1.3.2.0|4x|$(mac "$1")
END
	for next in $(($1 * 2)) $(($1 * 2 + 1)); do
		[ "$next" -gt 61 ] || announces "$next" "$next"
	done
}
# The seed tells no address: ND knows the MAC of the device behind it, which
# leads to the root of a tree. Its last switch is silent, one of those above is a
# leaf, and one leads deeper than the crawl goes.
mkdir tree
for number in $(seq 60); do
	device "$number" >"tree/sw$number.snmprec"
done
announces 1 98 >>tree/sw33.snmprec
announces 1 99 >>tree/sw59.snmprec
cat >tree/border.snmprec <<END
1.3.6.1.2.1.1.5.0|4|border
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.4|2|1
1.3.6.1.2.1.4.35.1.4.1.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.5|4x|$(mac 245)
1.0.8802.1.1.2.1.4.1.1.4.0.1.1|2|4
1.0.8802.1.1.2.1.4.1.1.5.0.1.1|4x|$(mac 245)
END
{
	echo '1.3.6.1.2.1.1.5.0|4|quiet'
	echo '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.5|2|1'
	announces 1 1
} >tree/quiet.snmprec

cat >credentials.yaml <<'END'
credentials: [{ label: lab, version: v2c, community: public }]
END
chmod 600 credentials.yaml
settings() {
	cat <<END
seeds: ["2001:db8::204"]
scope:
  include: [192.0.2.0/24, "2001:db8::/32"]
  depth: 7
  rules: [{ name: sw59, then: leaf }]
credentials: credentials.yaml
limits: { timeout_ms: 300, tries: 2, window: $1 }
END
}
settings 6 >discover.yaml
settings 7 >faster.yaml

replay() {
	"$twinmap" replay --seconds 100 "$@" tree >ready 2>messages &
	server=$!
	for _ in $(seq 100); do
		grep -qs ready ready && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
discover() {
	timeout 60 "$twinmap" discover --config discover.yaml \
		--at 2026-09-17T08:15:00Z "$@"
}
resume() { discover --resume --output part.db "$@"; }
requests() { sed -n 's/.* \([0-9]*\) requests, .*/\1/p' "$1"; }
# How many are in the draft, of which a copy is looked at: opening mends it.
devices() {
	rm -rf seen
	mkdir seen
	cp part.db.partial* seen && sqlite3 seen/part.db.partial \
		"SELECT count(*) FROM device"
} 2>/dev/null
says() { [ "$("${@:2}" 2>&1)" = "$1" ]; }
# one_line PATTERN command...: fails, with that line alone
one_line() {
	local pattern=$1
	shift
	"$@" >said 2>&1
	[ $? -eq 1 ] && cat said && [ "$(wc -l <said)" -eq 1 ] &&
		grep -q "$pattern" said
}
# everything DATABASE FOLDER: what a reader can learn from it
everything() {
	mkdir -p "$2"
	for what in devices addresses links neighbours matches candidates; do
		"$twinmap" export "$what" "$1" >"$2/$what" || return
	done
	sqlite3 "$1" 'SELECT name, sql FROM sqlite_schema ORDER BY type, name;
		SELECT observed_at, finished_at, complete FROM meta;
		SELECT * FROM setting WHERE name NOT IN ("resumed", "window")
		ORDER BY name, value' >"$2/run"
}
# interrupt SIGNAL: begins part.db and ends it in the middle
interrupt() {
	rm -f part.db*
	"$twinmap" discover --config discover.yaml --output part.db \
		--at 2026-09-17T08:15:00Z 2>said &
	crawl=$!
	for _ in $(seq 400); do
		read=$([ ! -s part.db.partial ] || sqlite3 part.db.partial \
			"SELECT count(*) FROM device" 2>/dev/null)
		[ "${read:-0}" -ge 25 ] && break
		sleep 0.02
	done
	kill "-$1" "$crawl"
	wait "$crawl" 2>/dev/null
}
# walked FILE: who was walked so far, and under which number
walked() { sqlite3 "$1" "SELECT id, sys_name, address FROM device
	WHERE source = 'agent' AND id <= $done_before ORDER BY id"; }

replay
check "a crawl that nobody interrupts" discover --output whole.db
cp last whole.said
check "it finds all, the silent ones too" says "answered|62
no answer|2
out of scope|2
same device|60" sqlite3 whole.db "SELECT result, count(*) FROM candidate
	GROUP BY result ORDER BY result"
everything whole.db whole
stop

replay --delay 25
for signal in KILL TERM; do
	interrupt $signal
	check "SIG$signal leaves a draft" [ -f part.db.partial ]
	[ $signal = TERM ] || check "of which the log holds a part" \
		[ -s part.db.partial-wal ]
	done_before=$(devices)
	cp said last
	check "SIG$signal: in the middle" \
		[ "$done_before" -ge 25 -a "$done_before" -lt 55 ]
	walked seen/part.db.partial >walked.before
	config=discover.yaml
	[ $signal = KILL ] || config=faster.yaml
	check "SIG$signal: it goes on" resume --config $config
	cp last resumed.said
	check "SIG$signal: no draft is left" says part.db ls -d part.db*
	walked part.db >walked.after
	same "SIG$signal: those walked stand where they stood" \
		walked.before walked.after
	check "SIG$signal: nobody else is walked again" [ "$(requests resumed.said)" -lt \
		$(($(requests whole.said) * (64 - done_before) / 62)) ]
	everything part.db parts
	for what in whole/*; do
		same "SIG$signal: as never interrupted: ${what#whole/}" \
			"$what" "parts/${what#whole/}"
	done
	check "SIG$signal: that it was resumed is kept" says 2026-09-17T08:15:00Z \
		sqlite3 part.db "SELECT value FROM setting WHERE name = 'resumed'"
done
check "another pace is no other run" says 7 \
	sqlite3 part.db "SELECT value FROM setting WHERE name = 'window'"

interrupt KILL
sqlite3 part.db.partial "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
rm -f part.db.partial-wal part.db.partial-shm
cp part.db.partial draft
"$twinmap" discover --config discover.yaml --at 2026-09-17T08:15:00Z \
	--output part.db --resume 2>said & # and once more
crawl=$!
sleep 0.5
check "two at a time: one clear line" one_line "another run writes it" resume
check "nor does a new run take its place" one_line "another run writes it" \
	discover --output part.db
kill -KILL "$crawl"
wait "$crawl" 2>/dev/null
check "interrupted twice, it goes on" resume
check "both times are kept" says 2 sqlite3 part.db \
	"SELECT count(*) FROM setting WHERE name = 'resumed'"
everything part.db twice
for what in whole/*; do
	same "interrupted twice, as never: ${what#whole/}" \
		"$what" "twice/${what#whole/}"
done
rm -f part.db*
cp draft part.db.partial
check "a draft can be analysed meanwhile" "$twinmap" analyse part.db.partial
check "and resumed" resume
everything part.db analysed
for what in whole/*; do
	same "analysed meanwhile, as never: ${what#whole/}" \
		"$what" "analysed/${what#whole/}"
done
stop

# What cannot be resumed stays as it is.
without_indexes() {
	sqlite3 part.db.partial .dump |
		sed -E '/^CREATE (UNIQUE )?INDEX/,/;$/d'
}
try() {
	local name=$1 pattern=$2 change=$3
	shift 3
	cp draft part.db.partial
	[ -z "$change" ] || sqlite3 part.db.partial "$change"
	without_indexes >before
	check "$name: one clear line" one_line "$pattern" resume "$@"
	without_indexes >after
	same "$name: the draft stays" before after
}
rm -f part.db*
check "no draft" one_line 'part.db.partial: .*nothing to resume' resume
check "no draft is made" [ ! -e part.db.partial ]
try "a complete crawl" 'the crawl is complete; rename it to part.db' \
	"UPDATE meta SET complete = 1"
try "of another program" 'begun by twinmap 0.0, this is twinmap' \
	"UPDATE meta SET tool = 'twinmap 0.0'"
try "of another format" 'format version 99' "PRAGMA user_version = 99"
try "before its run began" 'had not begun' "DELETE FROM meta"
try "another seed" 'seed 192.0.2.7 was not given' '' --seed 192.0.2.7
try "another scope" 'include 3fff::/20 was not given' '' --include 3fff::/20
try "another depth" 'depth 7 was given' '' --depth 9
try "all neighbours" 'probe neighbours was not given' '' --probe neighbours
try "another port" 'port 161 was given' '' --port 1161
try "another time" 'observed at 2026-09-17T08:15:00Z' '' --at 2026-09-18
sed '/rules:/d' discover.yaml >other.yaml
try "without a rule" 'leaf name sw59 was given' '' --config other.yaml
echo 'no database' >part.db.partial
check "no database: one clear line" one_line 'is no topology.db' resume
finish
