#!/bin/bash
# test_archive_kill.sh -- writers that die at any call, disks that are full: what
# was published stays, and nothing half made can be seen.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
. "$(dirname "$0")/broken.sh"
# In memory, where that can be: what is waited for here is not the disk.
memory=$(mktemp -d -p /dev/shm 2>/dev/null) && run_later "rm -rf '$memory'"
memory=${memory:-$work}
base=$memory/base site=$memory/site place=$memory/place
a=$place/archive
keep_one="--last 1 --daily 0 --weekly 0 --monthly 0"
archive() { "$build/twinmap-archive" "$@"; }

# ---- an archive with something of each kind ----------------------------------
make_site "$site" 1789632900 p1
seq 2000 >"$site/long.txt"
archive add "$base" "$site" >"$work/out"
state_of "$site" "UPDATE meta SET observed_at = 1789719300"
echo '<p>changed</p>' >"$site/devices/hq-core1.html"
archive add --kind phase-close "$base" "$site" >"$work/out"
state_of "$site" "UPDATE meta SET observed_at = 1789805700, phase = NULL"
archive add "$base" "$site" >"$work/out"
archive sign --by 'Ines Harbour' "$base" p1 'as built'
archive export "$base" p1 "$work/p1.tar"
state_of "$site" "UPDATE meta SET observed_at = 1789892100, phase = 'p2'"
archive add "$base" "$site" >"$work/out"
archive add "$work/other" "$site" >"$work/out"
archive export "$work/other" latest "$work/new.tar"
state_of "$site" "UPDATE meta SET observed_at = 1789978500, phase = 'p1'"
check "the archive is sound before" archive verify "$base"

# NAME COMMAND; what changes the archive in $a
verbs="
add archive add --kind phase-close --note kept $a $site
prune archive prune $keep_one $a
tag archive tag --note pilot $a p1 20260919T081500Z
first-tag archive tag $a pilot latest
note archive note --by Ines $a p2 2001:db8::1
sign archive sign --by Ines $a latest
import archive import $a $work/import.tar"
archive export "$base" latest "$work/p2.tar"
cp "$work/p2.tar" "$work/import.tar"

fresh() { # a copy of the base, its files linked: none is ever written to
	rm -rf "$place"
	mkdir "$place"
	if [ "$1" = import ]; then
		archive import "$a" "$work/p1.tar" >"$work/out"
	else
		cp -al "$base" "$a"
	fi
	cp "$a/log" "$work/log"
}
command_of() { sed -n "s|^$1 archive|$build/twinmap-archive|p" <<<"$verbs"; }

# ---- what must be true whatever happened -------------------------------------
complain() {
	echo "$*"
	return 1
}
keeps_its_word() {
	local id
	archive verify "$a" >"$work/verified" 2>&1 ||
		complain "does not verify: $(cat "$work/verified")" || return
	cmp -n "$(stat -c %s "$work/log")" "$work/log" "$a/log" ||
		complain "a record was lost" || return
	for id in "$a"/2*Z; do
		(cd "$id" && sha256sum --quiet --strict -c SHA256SUMS) ||
			complain "$id is half made" || return
	done
	[ -f "$a/latest/index.html" ] || complain "latest leads nowhere" || return
	for id in "$a"/tags/*; do
		[ -d "$a/$(head -n 1 "$id")" ] ||
			complain "$id leads nowhere" || return
	done
}
is_mended() { # VERB: the next writer leaves nothing to be told
	$(command_of "$1") >"$work/again" 2>&1 ||
		grep -q 'published already' "$work/again" ||
		complain "cannot be done again: $(cat "$work/again")" || return
	archive note "$a" latest mended || return
	archive verify "$a" >"$work/verified" 2>&1 &&
		! grep -v 'as published$\|^chain of' "$work/verified" ||
		complain "is not mended" || return
	[ -z "$(find "$a" -maxdepth 1 -name '.tmp-*')" ] ||
		complain "drafts were left" || return
}
broken_points() { # COMMAND; the points come as "VERB CALL N"
	local verb call number
	while read -r verb call number; do
		fresh "$verb"
		"$1" "$verb" "$call" "$number"
		keeps_its_word && is_mended "$verb" || {
			echo "$1 $verb at $call $number"
			return 1
		}
	done
}
kill_verb() {
	kill_at "$2" "$3" $(command_of "$1") >"$work/killed" 2>&1
	[ $? -eq 137 ] || echo "# $1 was not killed at $2 $3" >>"$work/missed"
}
fail_verb() {
	fail_from ENOSPC "$2" "$3" $(command_of "$1") >"$work/failed" 2>&1
	case $? in 0 | 1) ;; *) echo "# $1 died at $2 $3" >>"$work/missed" ;; esac
}
link_refused() { # ERROR: copies are made where links cannot be
	local verb
	for verb in add prune; do
		fresh $verb
		fail_from "$1" link 1 $(command_of $verb) >"$work/out" 2>&1 &&
			keeps_its_word && is_mended $verb || return
	done
	[ "$(find "$a/latest/" -type f ! -name '*.json' | wc -l)" -gt 10 ]
}

if can_trace; then
	: >"$work/points"
	while read -r verb rest; do
		[ -n "$verb" ] || continue
		fresh "$verb"
		check "$verb can be traced" list_calls "$work/of-verb" $(command_of "$verb")
		sed "s/^/$verb /" "$work/of-verb" >>"$work/points"
	done <<<"$verbs"
	: >"$work/missed"
	some_of 200 "$work/points" >"$work/killed-at"
	echo "# figure $(wc -l <"$work/points") calls change an archive;" \
		"writers are killed before $(wc -l <"$work/killed-at") of them"
	check "killed at 200 points: all is kept, nothing is half made" \
		broken_points kill_verb <"$work/killed-at"
	check "all of them died there" test ! -s "$work/missed"
	grep -E ' (write|sendfile|link|mkdir|symlink|rename|fsync|syncfs) ' \
		"$work/points" >"$work/writes"
	some_of 50 "$work/writes" >"$work/failed-at"
	check "full at 50 points: all is kept, nothing is half made" \
		broken_points fail_verb <"$work/failed-at"
	check "none of them died of it" test ! -s "$work/missed"
	for error in EPERM EXDEV EMLINK; do
		check "no hard links ($error): copies" link_refused $error
	done
else
	skip "writers that die" "strace may not trace here"
fi

# ---- a disk that is full, at every level -------------------------------------
on_full_disks() { # in a mount namespace of its own
	local verb room
	mount -t tmpfs -o size=4m none "$place" || return
	for verb in add prune tag note import; do
		for room in $(seq 0 8 64); do
			rm -rf "$place"/*
			if [ $verb = import ]; then
				archive import "$a" "$work/p1.tar" >"$work/out"
			else
				cp -r "$base" "$a"
			fi
			cp "$a/log" "$work/log"
			head -c "${room}k" /dev/zero >"$place/room"
			cat /dev/zero >"$place/ballast" 2>/dev/null
			rm "$place/room"
			$(command_of $verb) >"$work/out" 2>&1
			keeps_its_word || complain "$verb in $room KiB" || return
			rm "$place/ballast"
			is_mended $verb || complain "$verb in $room KiB" || return
		done
	done
}
mkdir -p "$place"
if unshare -rm mount -t tmpfs none "$place" 2>/dev/null; then
	rm -rf "$place"
	mkdir "$place"
	export -f archive on_full_disks command_of complain keeps_its_word is_mended
	export work build base place a site verbs
	check "wherever the disk is full, all is kept, nothing is half made" \
		unshare -rm bash -c on_full_disks
else
	skip "a full disk" "no user namespaces here"
fi
finish
