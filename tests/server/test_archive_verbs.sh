#!/bin/bash
# test_archive_verbs.sh -- kinds, tags, notes, sign-offs, prune, export, import.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
a=$work/archive site=$work/site
one=20260917T081500Z two=20260918T081500Z three=20260919T081500Z
four=20260920T081500Z
at="--at 2026-10-01T12:00:00Z"

archive() { "$build/twinmap-archive" "$@"; }
observe() { state_of "$site" "UPDATE meta SET observed_at = $1, phase = $2"; }
fails_with() { # STATUS PATTERN COMMAND...: with one line that fits
	local wanted=$1 pattern=$2 status
	shift 2
	"$@" >"$work/out" 2>"$work/err"
	status=$?
	cat "$work/out" "$work/err"
	[ $status -eq "$wanted" ] && [ "$(wc -l <"$work/err")" -eq 1 ] &&
		grep -q -e "$pattern" "$work/err"
}
says() { fails_with 1 "$@"; }
is_misused() { fails_with 2 "$@"; } # the command line is wrong
prints() { # PATTERN COMMAND...: succeeds, and a line of it fits
	local pattern=$1
	shift
	"$@" >"$work/out" 2>&1 && grep -q -e "$pattern" "$work/out" || {
		cat "$work/out"
		return 1
	}
}
json_of() { # NAME SQL: asks what show --json prints
	archive show --json "$a" "$1" >"$work/show.json" &&
		sqlite3 :memory: "SELECT $2 FROM (SELECT
			readfile('$work/show.json') AS j)" >"$work/answer"
	cat "$work/answer"
}

# ---- kinds -------------------------------------------------------------------
make_site "$site" 1789632900 p1
seq 2000 >"$site/long.txt"
archive add $at "$a" "$site" >"$work/out"
observe 1789719300 "'p1'"
check "a phase-close, with a note" archive add $at --kind phase-close \
	--note 'closes p1; 192.0.2.1 and 2001:db8::1 stay' "$a" "$site"
observe 1789805700 "'p1'"
archive add $at --tag nightly "$a" "$site" >"$work/out"
observe 1789805760 "'p1'"
archive add $at "$a" "$site" >"$work/out"
check "a phase leads to its close, not to later states" test \
	"$(head -n 1 "$a/tags/p1")" = $two
observe 1789892100 NULL
check "a phase-close without a phase" says "has no phase" \
	archive add --kind phase-close "$a" "$site"
observe 1789892100 "'p2'"
check "a final state that nobody signed" says "nobody signed p2, final" \
	archive add --kind final "$a" "$site"
state_of "$site" "INSERT INTO fact_signoff (page, by_name, date)
	VALUES ('p2', 'Ines Harbour', 1789892100)"
check "one whose phase is signed, but not the end" says "nobody signed final" \
	archive add --kind final "$a" "$site"
state_of "$site" "INSERT INTO fact_signoff (page, by_name, date)
	VALUES ('final', 'Ines Harbour', 1789892100)"
state_of "$site" "UPDATE meta SET complete = 0"
check "one whose crawl was cut short" says "cut short" \
	archive add --kind final "$a" "$site"
state_of "$site" "UPDATE meta SET complete = 1"
check "another kind" is_misused "neither state, phase-close nor final" \
	archive add --kind last "$a" "$site"
check "a note of two lines" is_misused "one line" archive add --note $'a\nb' "$a" "$site"
check "it corrects what is not there" says "holds no snapshot" \
	archive add --replaces p9 "$a" "$site"
check "a signed one is kept" archive add $at --kind final --replaces p1 "$a" "$site"
check "the manifest says what it is" test \
	"$(json_of latest "j ->> '\$.manifest.kind' || ' ' || (j ->> '\$.manifest.replaces')")" \
	= "final $two"
check "and what made it" test "$(json_of latest "(SELECT count(*)
	FROM json_each(j, '\$.manifest.tools') WHERE value GLOB '[0-9]*' AND key IN
	('graphviz', 'cmark-gfm', 'sqlite', 'net-snmp', 'zlib'))")" = 5
check "the root hash is over the list of files" test \
	"$(json_of latest "j ->> '\$.manifest.root_sha256'")" = \
	"$(grep -v manifest.json "$a/$four/SHA256SUMS" | sha256sum | cut -d' ' -f1)"
check "and the next one names it" test \
	"$(json_of latest "j ->> '\$.manifest.previous.root_sha256'")" = \
	"$(json_of prev "j ->> '\$.manifest.root_sha256'")"
check "the manifest holds the log's chain hash" test \
	"$(json_of latest "j ->> '\$.manifest.log_sha256'")" = \
	"$(sed -n 4p "$a/log" | cut -f1)"

# ---- what is said later ------------------------------------------------------
archive export "$a" p1 "$work/before.tar"
check "a note" archive note $at --by 'Olu Mast' "$a" p1 'the core was moved'
check "a sign-off" archive sign $at --by 'Ines Harbour' "$a" p1 'as built'
check "a sign-off by nobody" is_misused "who signs" archive sign "$a" p1
check "a note with a tab" is_misused "one line" archive note "$a" p1 $'a\tb'
check "a note that is no UTF-8" is_misused "one line" archive note "$a" p1 $'\xff'
check "a note of nothing" says "holds no snapshot" archive note "$a" p9 x
check "an archive that is not there" says "No such file" archive note "$work/none" p1 x
check "show prints them" prints 'sign  *2026-10-01T12:00:00Z  Ines Harbour  as built' \
	archive show "$a" p1
check "so does show --json" test \
	"$(json_of p1 "j ->> '\$.records[1].name'")" = 'Olu Mast'
check "list --json is JSON" sh -c "'$build/twinmap-archive' list --json '$a' >'$work/list.json' &&
	test \$(sqlite3 :memory: \"SELECT json_array_length(readfile('$work/list.json'))\") = 5"
check "a tag by hand" archive tag $at --note 'the pilot' "$a" pilot $one
check "it moves" archive tag $at --note 'grew' "$a" pilot p1
printf '%s\n' $two "$two 2026-10-01T12:00:00Z grew" \
	"$one 2026-10-01T12:00:00Z the pilot" >"$work/expected"
same "and its history stays" "$work/expected" "$a/tags/pilot"
check "no name names nothing" says "holds no snapshot" archive show "$a" ""
for tag in latest prev $one ../x; do
	check "no tag: $tag" is_misused "cannot be a tag" archive tag "$a" "$tag" p1
done
check "all of it verifies" archive verify "$a"
for line in 5 6 7 9; do
	cp "$a/log" "$work/log"
	sed -i "${line}s/e\([^e]*\)$/f\1/" "$a/log"
	check "a changed record: line $line" says "log:$line: .*was changed" \
		archive verify "$a"
	cp -f "$work/log" "$a/log"
done

# ---- export, import ----------------------------------------------------------
export_and_import() { # INTO NAME [OPTION]
	archive export ${3:-} "$a" "$2" "$work/one.tar" &&
		archive import $at "$1" "$work/one.tar"
}
archive export "$a" p1 "$work/first.tar"
archive export "$a" p1 - >"$work/second.tar"
same "an export is always the same" "$work/first.tar" "$work/second.tar"
archive export --gzip "$a" p1 "$work/first.tgz"
sleep 1.1
archive export --gzip "$a" p1 "$work/second.tgz"
same "compressed too" "$work/first.tgz" "$work/second.tgz"
check "tar reads it" sh -c "tar xzf '$work/first.tgz' -C '$work' $two &&
	diff -r '$work/$two' '$a/$two'"
b=$work/b
export_and_import "$b" $one >"$work/said"
check "what begins the chain goes on there" grep -q "the chain goes on" "$work/said"
export_and_import "$b" $two --gzip >"$work/said"
check "so does the next, compressed" grep -q "the chain goes on" "$work/said"
check "with its notes and sign-offs" prints 'Ines Harbour  as built' archive show "$b" p1
check "the copy verifies" archive verify "$b"
check "and has the same files" diff -r "$a/$two" "$b/$two"
check "linked to those that were there" test "$b/$one/style.css" -ef "$b/$two/style.css"
check "a second import" says "published already" archive import "$b" "$work/first.tar"
c=$work/c
archive import $at "$c" "$work/first.tar" >"$work/said"
check "elsewhere, it says what is not vouched for" grep -q "not vouched for" "$work/said"
check "and verifies" archive verify "$c"
check "and bears its tag" test "$(head -n 1 "$c/tags/p1")" = $two
observe 1790000000 "'p2'"
check "snapshots of its own can follow" archive add "$c" "$site"
check "to one chain" archive verify "$c"

mkdir "$work/parcel"
tar tf "$work/first.tar" >"$work/members"
repack() { # COMMAND: in the parcel's folder, then packed again
	rm -rf "$work/parcel"
	mkdir "$work/parcel"
	tar xf "$work/first.tar" -C "$work/parcel"
	chmod -R u+w "$work/parcel"
	cp "$work/members" "$work/list"
	(cd "$work/parcel" && eval "$1") &&
		tar cf "$work/bad.tar" -C "$work/parcel" --no-recursion -T "$work/list"
}
while IFS='|' read -r name pattern command; do
	repack "$command"
	check "refused: $name" says "$pattern" archive import "$work/d" "$work/bad.tar"
	check "it left nothing" test -z "$(ls -A "$work/d" | grep -vx .lock)"
done <<END
a changed page|another SHA-256|printf x | dd of=$two/index.html bs=1 conv=notrunc status=none
a page of another size|index.html: should come here|echo >>$two/index.html
a changed state|another SHA-256|printf x | dd of=$two/topology.db.gz bs=1 seek=50 conv=notrunc status=none
a changed manifest|not the one in the log|sed -i s/phase-close/final/ $two/manifest.json
changed sums|not the manifest's|sed -i 1d $two/SHA256SUMS
a changed log|was changed|sed -i 's/as built/as told/' log
an empty log|is empty|: >log
a file missing|should come here|sed -i '/style.css/d' $work/list
a file too many|more comes|echo x >$two/zz && echo $two/zz >>$work/list
another order|should come here|sed -i 1d $work/list && echo log >>$work/list
a link for a page|should come here|ln -sf /etc/passwd $two/index.html
a folder for a page|should come here|rm $two/index.html && mkdir $two/index.html
END
head -c 5000 "$work/first.tar" >"$work/bad.tar"
refuse "refused: cut short" archive import "$work/d" "$work/bad.tar"
echo text >"$work/bad.tar"
check "refused: no tar file" says "bad.tar" archive import "$work/d" "$work/bad.tar"
check "refused: no file" says "none.tar" archive import "$work/d" "$work/none.tar"
flipped() { # one byte of a parcel is another: it is refused, or did not matter
	local size offset byte try
	size=$(stat -c %s "$work/first.tar")
	for try in $(seq 80); do
		offset=$((size * try / 81))
		cp "$work/first.tar" "$work/bad.tar"
		byte=$(od -An -tu1 -j $offset -N 1 "$work/bad.tar" | tr -d ' ')
		printf "$(printf '\\%03o' $((byte ^ 4)))" |
			dd of="$work/bad.tar" bs=1 seek=$offset conv=notrunc status=none
		rm -rf "$work/e"
		"$build/twinmap-archive" import "$work/e" "$work/bad.tar" >"$work/out" 2>&1
		case $? in
		0) archive verify "$work/e" && diff -r "$a/$two" "$work/e/$two" ;;
		1) [ ! -e "$work/e/$two" ] ;;
		*) false ;;
		esac || { echo "byte $offset"; return 1; }
	done
}
check "one changed byte of a parcel is refused, or did not matter" flipped
check "an export of nothing" says "holds no snapshot" archive export "$a" p9 "$work/x.tar"
check "an export to nowhere" says "none" archive export "$a" p1 "$work/none/x.tar"
cp -a "$a" "$work/torn" && rm "$work/torn/$one/index.html" && mkfifo "$work/pipe"
cat "$work/pipe" >"$work/torn.tar" &
refuse "an export of what is torn" archive export "$work/torn" "$one" "$work/pipe"
wait $! # the reader of the pipe
check "leaves a pipe where it was" test -p "$work/pipe"

# ---- prune -------------------------------------------------------------------
keep_none="--last 0 --daily 0 --weekly 0 --monthly 0"
archive prune --dry-run $keep_none "$a" >"$work/said"
cat >"$work/expected" <<END
$four  stays: latest
20260919T081600Z  goes
$three  stays: tagged
$two  stays: tagged
$one  goes
END
same "a dry run says what would go, and why the rest stays" "$work/expected" "$work/said"
check "and does nothing" test -d "$a/$one"
check "prune" archive prune $at $keep_none "$a"
check "the files are gone" test ! -e "$a/$one"
check "the manifest is not" test -f "$a/pruned/$one.json"
check "the chain still verifies" prints "$one: pruned" archive verify "$a"
check "list says so" prints "^$one .* pruned" archive list "$a"
check "show too" prints "pruned  *yes" archive show "$a" $one
check "it cannot be exported" says "only its manifest" archive export "$a" $one "$work/x.tar"
check "nor tagged" says "lead nowhere" archive tag "$a" x $one
check "nor published again" says "published already" sh -c "
	sqlite3 '$site/topology.db' 'UPDATE meta SET observed_at = 1789632900'
	'$build/twinmap-archive' add '$a' '$site'"
check "prev passes over it" prints "snapshot  *$three" archive show "$a" prev
check "a second prune finds nothing to do" sh -c \
	"! '$build/twinmap-archive' prune $keep_none '$a' | grep -q goes"
chmod u+w "$a/pruned/$one.json"
sed -i 's/p1/p7/' "$a/pruned/$one.json"
check "a changed manifest of a pruned one" says "pruned/$one.json: was changed" \
	archive verify "$a"
rm -f "$a/pruned/$one.json"
check "a missing one" says "pruned/$one.json: No such file" archive verify "$a"

# ---- writers at once ----------------------------------------------------------
archive export "$a" $four "$work/four.tar"
before=$(wc -l <"$c/log")
for n in 1 2 3 4 5; do
	archive note "$c" latest "note $n" 2>"$work/at-once-$n" &
	archive tag --note "tag $n" "$c" moving latest 2>"$work/at-once-$n" &
	archive prune "$c" >"$work/pruned-$n" 2>&1 &
	archive import "$c" "$work/four.tar" >"$work/imported-$n" 2>&1 &
done
wait
check "each has its record, an import that many try has one" test \
	"$(wc -l <"$c/log")" = $((before + 11))
check "no writer saw half of another's work" archive verify "$c"
check "the tag knows all its moves" test "$(wc -l <"$c/tags/moving")" = 6

# ---- an archive of the older form --------------------------------------------
old=$work/old
mkdir -p "$old/$one"
make_site "$old/$one" 1789632900 p1
(
	cd "$old/$one" || exit
	find . -type f | sed 's|^\./||' | LC_ALL=C sort | while IFS= read -r file; do
		printf '{"path": "%s", "size": %d, "sha256": "%s"}\n' "$file" \
			"$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d' ' -f1)"
	done | paste -sd, >"$work/files"
	find . -type f | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum >"$work/sums"
	printf '{"schema": 2, "id": "%s", "observed_at": 1789632900,
		"phase": "p1", "tag": "p1", "tool": "twinmap 0.1", "complete": true,
		"devices": {"dual-stack": 2, "IPv6 only": 0, "IPv4 only": 1,
		"none": 0, "unknown": 1}, "figures": {}, "previous": null,
		"published_after": null, "files": [%s]}\n' $one "$(cat "$work/files")" \
		>manifest.json
	{
		cat "$work/sums"
		sha256sum manifest.json
	} >SHA256SUMS
	echo "$one $(sha256sum <manifest.json | cut -d' ' -f1) p1" >../log
)
ln -s $one "$old/latest"
mkdir "$old/tags"
printf '%s\n%s - published\n' $one $one >"$old/tags/p1"
check "it verifies" archive verify "$old"
observe 1789719300 "'p2'"
check "and goes on" archive add "$old" "$site"
check "to one chain" archive verify "$old"
check "its line stays as it was" grep -qx "$one [0-9a-f]* p1" "$old/log"
check "its state is shown" prints "topology.db " archive show "$old" p1
archive export "$old" p1 "$work/old.tar"
check "it can be carried elsewhere" prints "the chain goes on" \
	archive import "$work/new" "$work/old.tar"
check "and verifies there" archive verify "$work/new"
finish
