#!/bin/bash
# test_snapshot.sh -- from the network to the archive in one go, and every way
# in which that can fail: nothing half is published, nothing collected is lost.
. "$(dirname "$0")/../lib.sh"
in_own_namespace "$@"
snapshot=$build/twinmap-snapshot archive=$build/twinmap-archive
marlin=$top/samples/marlin
cd "$work" || exit 1

for phase in p0 p1; do # two switches: enough to document
	"$build/twinmap-recordings" "$marlin/network.yaml" $phase "$work/$phase"
	mkdir few-$phase
	cp $phase/{b1-sw1,hq-acc1}.snmprec few-$phase/
done
install -m 600 "$marlin/credentials.yaml" .
cp "$marlin/discover.yaml" .
cat >facts.yaml <<'END_OF_FACTS'
phases:
  - { id: p0, title: Before, start: 2025-10-01, end: 2026-01-15 }
  - { id: p1, title: Uplinks, start: 2026-01-16, end: 2026-03-12 }
reference_targets: [{ address: 192.0.2.9 }, { address: "2001:db8::9" }]
END_OF_FACTS
cat >few.yaml <<'END_OF_CONFIG'
archive: archive
work: work
recordings: few-p0
facts: facts.yaml
formats: none
url: https://twin.example.net
END_OF_CONFIG
sed 's/^recordings:.*/discover: discover.yaml/; s/work$/slow/' few.yaml >slow.yaml
cat >>slow.yaml <<'END_OF_CONFIG'
probe: { echo_count: 1, echo_interval_ms: 10, only: I1 }
END_OF_CONFIG

run() { # STATUS OPTION...
	local expected=$1 status
	shift
	"$snapshot" "$@" >out 2>err
	status=$?
	[ $status = "$expected" ] && return
	echo "status $status"
	cat err
	false
}
few() { run "$1" --config few.yaml "${@:2}"; }
says() { grep -F -- "$1" err || { cat err; false; }; }
published() { "$archive" list archive 2>/dev/null | wc -l; }
keeps() { # NAME...: nothing but these and the lock is in the work folder
	local found
	found=$(cd "${place:-work}" && ls | tr '\n' ' ')
	[ "$found" = "lock $(printf '%s ' "$@" | sed 's/^ $//')" ] || {
		echo "$found"
		false
	}
}

# ---- all goes well -----------------------------------------------------------
few_dry() { few 0 --at 2026-01-15 --phase p0 --dry-run && [ ! -e work ] && [ ! -e archive ]; }
check "a dry run leaves nothing" few_dry
check "it prints the commands" grep -q \
	"^twinmap analyse --facts facts.yaml --phase p0 work/topology.db" out
check "a snapshot is published" few 0 --at 2026-01-15 --phase p0 \
	--kind phase-close --note 'a first one' --sign 'Ines Harbour'
check "its last line has id and address" says \
	"published 20260115T000000Z (phase-close, phase p0)"
check "and the address" says ": https://twin.example.net/s/20260115T000000Z/"
for figures in '2 of them answered' 'devices dual-stack' 'open findings' \
	' files, ' 'sign: done in'; do
	check "a step says: $figures" says "$figures"
done
check "the work folder is empty afterwards" keeps
shows() { "$archive" show archive "$1" | tr -s ' ' | grep -F -- "$2"; }
check "kind, note and signature are kept" eval \
	"shows p0 'kind phase-close' && shows p0 'note a first one' && shows p0 'Ines Harbour'"

sed -i 's/few-p0/few-p1/' few.yaml
check "the next is compared with it" few 0 --at 2026-03-12 --phase p1
check "and says so" says "since 20260115T000000Z: "
check "its pages tell what changed" grep -q 20260115T000000Z archive/latest/changes.md
check "what corrects another says which" few 0 --at 2026-03-13 --phase p1 \
	--replaces p1 --prune
check "the archive knows it" shows latest 'replaces 20260312T000000Z'
check "it was pruned" says "prune: done in"
refuses_old() { few 2 --at 2026-03-12 && says "is published already" && keeps; }
check "an id that is published is refused before anybody is asked" refuses_old
check "all of it verifies" "$archive" verify archive

# ---- files that are wrong ----------------------------------------------------
printf 'archive: a\nwork: w\nlimits: { crawl: 3 }\nretention: { last: some }\n' >wrong.yaml
wrong() { run 2 --config wrong.yaml && says "wrong.yaml:3: crawl" && says "wrong.yaml:4: last"; }
check "every mistake of the file is told with its line" wrong
check "no archive, no work, nobody to ask" eval \
	"run 2 && says 'give --archive DIR' && says 'give --work DIR' && says 'give --discover FILE'"
printf 'sites: 3\n' >bad-facts.yaml
check "mistakes of the facts end it before the network is asked" eval \
	"few 2 --facts bad-facts.yaml --at 2026-03-14 && says bad-facts.yaml:1 && keeps"
check "a file that is not there, too" eval "few 2 --notes nowhere && says nowhere"
unpublishable() { # OPTION WORD COMPLAINT [OPTION...]
	few 2 "$1" "$2" "${@:4}" --at 2026-03-14 && says "$3" && keeps
}
check "a kind that there is none of" unpublishable --kind closed "kind: 'closed' is neither"
check "what cannot be a tag" unpublishable --tag 'a b' "tag: 'a b' cannot be a tag"
check "nor can a phase without one" unpublishable --phase 'p 3' "phase: 'p 3' cannot be a tag"
check "an end of no phase" unpublishable --kind phase-close "phase-close is of a phase"
check "the end of all, signed by nobody" unpublishable --kind final \
	"needs 'final' among the signoffs of facts.yaml" --phase p1
check "nor is the phase" says "needs 'p1' among the signoffs"
{ cat facts.yaml && echo 'signoffs:' && printf \
	'  - { page: %s, by: Ines Harbour, date: 2026-03-14 }\n' p1 final; } >signed.yaml
check "the end of all, signed" few 0 --dry-run --kind final --phase p1 --facts signed.yaml
check "a correction of nothing" unpublishable --replaces p9 "holds no snapshot 'p9'"
check "a note of two lines" unpublishable --note $'one\ntwo' "is not one line"

# ---- a step fails ------------------------------------------------------------
mkdir -p own/pages
printf -- '---\npath: a\nqueries:\n  all: |\n    SELECT nothing FROM nowhere\n---\n' >own/pages/a.md
before=$(published)
check "a page that cannot be made ends it" few 1 --templates own \
	--at 2026-03-14 --phase p1
check "it says how to go on" says "the same command with --resume goes on"
check "what was collected stays" test -s work/topology.db
check "nothing is published" test "$(published)" = "$before"
check "who begins anew keeps it aside" eval \
	"few 1 --templates own --at 2026-03-14 --phase p1 && says 'begins anew' && test -s work/unpublished.db"
rm own/pages/a.md
check "mended, it goes on" few 0 --templates own --phase p1 --resume
check "without asking the network again" eval "! says 'discover: done'"
check "and is published" shows latest 'snapshot 20260314T000000Z'
rm -rf work
again() { few 0 --resume --at 2026-03-14 --phase p1 && says "published already; nothing is left"; }
check "killed behind the publication, there is nothing left to do" again

in_small_place() { # the archive has no room for a site
	mkdir -p small
	unshare -m sh -c "mount -t tmpfs -o size=1M none small &&
		'$snapshot' --config few.yaml --archive small/archive --at 2026-03-15" 2>err
	[ $? = 1 ] && cat err
}
if unshare -m true 2>/dev/null; then
	check "a full disk ends it" in_small_place
	check "it says how much is missing" says "MB are free, and the site takes up to"
	check "the site stays" test -s work/site/index.html
	check "with room it goes on" few 0 --resume --phase p1
else
	skip "a full disk" "no mounts here"
fi

sed 's/^recordings:.*/discover: deaf.yaml/' few.yaml >deaf-run.yaml
cat >deaf.yaml <<'END_OF_DEAF'
seeds: [192.0.2.250]
credentials: credentials.yaml
limits: { timeout_ms: 50, tries: 1, port: 1999 }
END_OF_DEAF
check "nobody answers: status 1, nothing kept" eval \
	"run 1 --config deaf-run.yaml && says 'discover: failed' && keeps"

# ---- two at once, signals, limits --------------------------------------------
"$build/twinmap-replay" --delay 30 --seconds 60 --credentials credentials.yaml \
	p1 >replay.out 2>&1 &
replay=$!
run_later "kill $replay 2>/dev/null; wait $replay 2>/dev/null"
for _ in $(seq 100); do grep -q ready replay.out && break; sleep 0.05; done

place=slow
begin() { # OPTION...: a run that lasts, until it has read a device
	"$snapshot" --config slow.yaml "$@" 2>slow.err &
	running=$!
	for _ in $(seq 200); do
		[ "$(sqlite3 -readonly slow/topology.db.partial \
			'SELECT count(*) > 2 FROM device' 2>/dev/null)" != 1 ] || return 0
		sleep 0.05
	done
	false
}
ends_with() { wait "$running"; [ $? = "$1" ] || { cat slow.err; false; }; }
children() { pgrep -f "^[^ ]*twinmap-discover --config discover.yaml .*slow/topology.db"; }
check "a run that lasts" begin --phase p1
check "a second one ends with a status of its own" run 3 --config slow.yaml
check "and says who it is" says "another run holds it: process $running, since 20"
kill -TERM "$running"
check "SIGTERM ends it" ends_with 5
check "and what it started" eval "! children"
check "the crawl is kept" keeps topology.db.partial
check "nothing is published: it says how to go on" grep -qF \
	"the same command with --resume goes on" slow.err
check "a run that lasts goes on" begin --resume --phase p1
kill -KILL "$running"
{ wait "$running"; } 2>/dev/null
gone() { for _ in $(seq 60); do children >/dev/null || return 0; sleep 0.05; done; false; }
check "killed, it takes with it what it started" gone
sed 's/^probe:.*/probe: { when: never }\nlimits: { discover: 1 }/' slow.yaml >hasty.yaml
check "too slow, it is cut short, and that is not published" eval \
	"run 4 --config hasty.yaml --resume --phase p1 && says 'takes longer than 1 seconds' && says --allow-incomplete"
cp -r slow as-it-was
check "published when that is allowed" run 0 --config hasty.yaml --resume \
	--allow-incomplete --archive other --phase p1
check "and marked" eval "says ', cut short)' && '$archive' list other | grep -q 'cut short'"
rm -rf slow && mv as-it-was slow
check "in the end it is whole" run 0 --config slow.yaml --resume --phase p1
check "and not cut short" shows latest 'crawl complete'
check "what the facts name was asked" says "probe: done in"
check "all of it verifies" "$archive" verify archive

# ---- the journal -------------------------------------------------------------
: >journal
in_journal() {
	JOURNAL_STREAM=$(stat -c %d:%i journal) "$snapshot" 2>>journal
	grep -q '^<3>twinmap snapshot: ' journal
}
check "the journal gets priorities" in_journal
check "another stream gets none" eval "few 2 --at 2026-03-13 && grep -q '^twinmap' err"
finish
