#!/bin/bash
# test_archive.sh -- snapshots: kept, linked, chained; every change is found.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
archive=$work/archive site=$work/site
first=20260917T081500Z second=20260918T081500Z third=20260916T000000Z
make_site "$site" 1789632900 p1

add() { "$twinmap" archive add "$@"; }
verify() { timeout 30 "$twinmap" archive verify "$@"; }
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
names() { # WORD: verify fails and names it
	! verify "$archive" >"$work/out" 2>"$work/err" || return 1
	cat "$work/err"
	grep -q -e "$1" "$work/err"
}
inode() { stat -c %i "$1"; }

# ---- add ---------------------------------------------------------------------
add "$archive" "$site" >"$work/added"
check "the first snapshot is published" test -f "$archive/$first/manifest.json"
check "add prints id and hash of the manifest" grep -qx \
	"$first $(sha256sum <"$archive/$first/manifest.json" | cut -d' ' -f1)" "$work/added"
check "a copy equals its source" diff -r "$site" "$archive/$first" \
	-x manifest.json -x SHA256SUMS -x topology.db -x topology.db.gz
gunzip -c "$archive/$first/topology.db.gz" >"$work/state"
same "its state lies there compressed" "$site/topology.db" "$work/state"
check "the manifest has the metrics" grep -A 4 '"id": "K1"' \
	"$archive/$first/manifest.json"
check "and those of the states before" grep -q 20260801T000000Z \
	"$archive/$first/manifest.json"
check "no file can be written to" test -z \
	"$(find "$archive/$first" -type f -perm /0333)"
check "sha256sum checks it too" sh -c \
	"cd '$archive/$first' && sha256sum --quiet --strict -c SHA256SUMS"
check "SHA256SUMS names all files but itself" test \
	"$(wc -l <"$archive/$first/SHA256SUMS")" = "$(($(find "$archive/$first" -type f | wc -l) - 1))"
check "nothing unfinished stays" sh -c "! ls -d '$archive'/.tmp-*"

state_of "$site" "UPDATE meta SET observed_at = 1789719300, phase = 'p2'"
echo '<p>changed</p>' >"$site/devices/hq-core1.html"
add "$archive/" "$site/" >"$work/added"
same_inode() { [ "$(inode "$1")" = "$(inode "$2")" ]; }
check "an equal file is a hard link" same_inode \
	"$archive/$first/index.html" "$archive/$second/index.html"
check "a changed file is none" sh -c "[ $(inode "$archive/$first/devices/hq-core1.html") \
	!= $(inode "$archive/$second/devices/hq-core1.html") ]"
check "the manifest names the one before by hash" grep -q \
	"$(sha256sum <"$archive/$first/manifest.json" | cut -d' ' -f1)" \
	"$archive/$second/manifest.json"
check "latest is the newest" test "$(readlink "$archive/latest")" = $second
check "the phase is the tag" grep -qx $first "$archive/tags/p1"
check "an untouched archive verifies" verify "$archive"

# older by time, published later, under a tag that another snapshot has
state_of "$site" "UPDATE meta SET observed_at = 1789516800, phase = NULL"
add --tag p2 "$archive" "$site" >"$work/added"
check "an older state leaves latest alone" test "$(readlink "$archive/latest")" = $second
printf '%s\n' $third $third $second >"$work/expected"
cut -c1-16 "$archive/tags/p2" >"$work/history"
same "a tag keeps its history" "$work/expected" "$work/history"
check "the log has the order of publication" sh -c \
	"cut -f 4 '$archive/log' | tr '\n' ' ' | grep -qx '$first $second $third '"
"$twinmap" archive list "$archive" >"$work/list"
check "list has the order of time" sh -c \
	"cut -c1-16 '$work/list' | tr '\n' ' ' | grep -qx '$second $first $third '"
check "list counts own devices" grep -q "^$first  p1 .* 4 devices" "$work/list"
check "all three verify" verify "$archive"
check "one of them verifies" verify "$archive" $second

state_of "$site" "UPDATE meta SET observed_at = 1789800000, complete = 0"
check "a crawl that was cut short is kept" add "$archive" "$site"
check "and list says so" sh -c "'$twinmap' archive list '$archive' | grep -q 'cut short$'"

# ---- what is refused ---------------------------------------------------------
check "a second publish of one time" says "published already" add "$archive" "$site"
rm -rf "$work/bad"
mkdir "$work/bad"
check "a site without topology.db" says "topology.db: No such file" \
	add "$archive" "$work/bad"
check "a site that does not exist" says "topology.db: No such file" add "$archive" "$work/none"
echo text >"$work/bad/topology.db"
check "a topology.db that is none" says "topology.db" add "$archive" "$work/bad"
make_state "$work/bad/topology.db" 1789900000 'phase 1'
check "a phase that is no tag" says "cannot be a tag" add "$archive" "$work/bad"
check "the same with a tag" add --tag one "$archive" "$work/bad"
check "a tag that is none" is_misused "cannot be a tag" add --tag ../x "$archive" "$work/bad"
state_of "$work/bad" "UPDATE meta SET observed_at = 0, phase = NULL"
check "a state without a time" says "is no time" add "$archive" "$work/bad"
state_of "$work/bad" "DELETE FROM meta"
check "a state without meta" says "meta is empty" add "$archive" "$work/bad"
make_state "$work/bad/topology.db" 1789900001 ''
: >"$work/bad/topology.db-wal"
check "a state that is being written" says "is being written" add "$archive" "$work/bad"
rm "$work/bad/topology.db-wal"
ln -s /etc/passwd "$work/bad/passwd"
check "a link in the site" says "passwd: is neither" add "$archive" "$work/bad"
rm "$work/bad/passwd"
echo x >"$work/bad/.hidden"
check "a hidden file" says "hidden: this name" add "$archive" "$work/bad"
rm "$work/bad/.hidden"
echo x >"$work/bad/manifest.json"
check "a manifest of its own" says "archive's own" add "$archive" "$work/bad"
rm "$work/bad/manifest.json"
: >"$work/file"
check "an archive that is a file" says "Not a directory" add "$work/file/x" "$work/bad"
check "an archive that does not exist, verified" says "No such file" verify "$work/none"
check "a snapshot that does not exist, verified" says "holds no snapshot" \
	verify "$archive" 20200101T000000Z
check "a verb that is none" is_misused "is no verb" "$twinmap" archive remove "$archive"
check "what was refused left nothing" sh -c "verify() { '$twinmap' archive verify '$archive'; }
	! ls -d '$archive'/.tmp-* && verify"

in_small_place() { # OPTIONS SCRIPT: on a file system of its own
	unshare -rm sh -c "mount -t tmpfs -o $1 none '$work/place' && $2"
}
full_everywhere() { # an archive with room for ever more files
	local room
	local -x twinmap=$twinmap archive=$work/place/a site=$work/bad
	for room in $(seq 3 40); do
		in_small_place "nr_inodes=$room" '{
			$twinmap archive add $archive $site && exit 9
			[ -s $archive/log ] || [ "$(ls -A $archive)" = .lock ] || exit 1
			mount -o remount,nr_inodes=1000 none ${archive%/a}
			$twinmap archive add $archive $site || [ -s $archive/log ] || exit 1
			sqlite3 $site/topology.db "UPDATE meta SET observed_at = observed_at + 1"
			$twinmap archive add $archive $site && $twinmap archive verify $archive
		}'
		case $? in
		0) ;;
		9) return 0 ;;
		*) return 1 ;;
		esac
	done
	return 1
}
mkdir "$work/place"
if in_small_place size=1m true 2>/dev/null; then
	check "a read-only archive" says "Read-only file system" \
		in_small_place ro "'$twinmap' archive add '$work/place' '$work/bad'"
	check "a full disk" says "No space left" in_small_place size=24k \
		"'$twinmap' archive add '$work/place' '$work/bad'"
	check "a full disk leaves nothing half-written" in_small_place size=24k \
		"{ '$twinmap' archive add '$work/place' '$work/bad' 2>/dev/null
		test \$(ls -A '$work/place' | grep -vcx .lock) = 0; }"
	check "wherever the disk is full, all of it is there or nothing" \
		full_everywhere
	cp -r "$site" "$work/later"
	check "a copy where links are impossible" in_small_place size=8m \
		"cd '$work/place' && '$twinmap' archive add a '$site' &&
		mount --bind a/latest/ a/latest/ &&
		sqlite3 '$work/later/topology.db' 'UPDATE meta SET observed_at = observed_at + 60' &&
		'$twinmap' archive add a '$work/later' && '$twinmap' archive verify a &&
		test -f a/latest/style.css && test -z \"\$(find a -type f -links +1)\""
else
	skip "a read-only archive, a full disk" "no user namespaces here"
fi

# ---- a site that is not what it seems ----------------------------------------
mkdir "$work/odd"
make_site "$work/odd/real" 1700000000
ln -s real "$work/odd/link"
check "a site behind a link is kept whole" sh -c "
	'$twinmap' archive add '$work/odd/a' '$work/odd/link' &&
	diff -r '$work/odd/real' '$work/odd/a/latest/' -x manifest.json \
	-x SHA256SUMS -x topology.db -x topology.db.gz"
state_of "$work/odd/real" "UPDATE meta SET observed_at = 1700000060"
make_state "$work/odd/other.db" 1700000120 ''
truncate -s 64M "$work/odd/real/app.bin" # long enough to be caught copying
swap_state() { # another topology.db while the files before it are copied
	local adding
	add "$work/odd/a" "$work/odd/real" >"$work/out" 2>"$work/err" &
	adding=$!
	until [ -e "$work/odd/a/.tmp-20231114T221420Z/app.bin" ]; do
		kill -0 $adding 2>/dev/null || return 1
	done
	cp "$work/odd/other.db" "$work/odd/real/topology.db"
	wait $adding
}
refuse "a state that changes while it is copied" swap_state
check "and says so" grep -q "real/topology.db: changed while" "$work/err"
rm "$work/odd/real/app.bin" "$work/odd/real/topology.db"
mkfifo "$work/odd/real/topology.db"
check "a pipe for a state" says "topology.db: is not a file" \
	timeout 5 "$twinmap" archive add "$work/odd/a" "$work/odd/real"
check "none of them left a trace" sh -c "'$twinmap' archive verify '$work/odd/a' &&
	[ \$(ls -A '$work/odd/a' | wc -l) = 5 ]"

# ---- adds that died, adds at once --------------------------------------------
mkdir -p "$archive/.tmp-20260101T000000Z/devices"
echo half >"$archive/.tmp-20260101T000000Z/devices/x"
check "what a dead add left is removed" sh -c \
	"'$twinmap' archive add '$archive' '$work/bad' && ! ls -d '$archive'/.tmp-*"
# a snapshot that was renamed, and whose writer died before the log had it
broken_off() {
	cp "$archive/log" "$work/log"
	sed '$d' "$work/log" >"$work/short" && mv -f "$work/short" "$archive/log"
	ln -sfn "$(readlink "$work/latest")" "$archive/latest"
}
before=$(readlink "$archive/latest")
cp -P "$archive/latest" "$work/latest"
state_of "$work/bad" "UPDATE meta SET observed_at = 1789900060"
add "$archive" "$work/bad" >"$work/added"
broken=$(cut -d' ' -f1 "$work/added")
broken_off
check "a snapshot that the log lacks is named" names "$broken: is not in the log"
echo "$broken" >"$archive/.tmp-intent"
check "unless its writer said that it would be" verify "$archive"
check "and says what will happen" sh -c \
	"'$twinmap' archive verify '$archive' 2>&1 | grep -q '$broken: its publication was broken off'"
check "the next writer takes it back, and can publish it" sh -c \
	"'$twinmap' archive add '$archive' '$work/bad' 2>&1 | grep -q 'taken back' &&
	'$twinmap' archive verify '$archive'"
check "and leaves no intent" test ! -e "$archive/.tmp-intent"
ln -sfn "$before" "$archive/latest"
check "an index that is a step behind is no fault" verify "$archive"
check "but told" sh -c \
	"'$twinmap' archive verify '$archive' 2>&1 | grep -q 'latest: is older than the log'"
before=$(wc -l <"$archive/log")
for n in 1 2 3 4; do
	cp -r "$work/bad" "$work/at-once-$n"
	state_of "$work/at-once-$n" "UPDATE meta SET observed_at = 1789900100 + $n"
	add "$archive" "$work/at-once-$n" >"$work/out-$n" 2>&1 &
done
wait
check "four adds at once make four snapshots" test \
	"$(wc -l <"$archive/log")" -eq $((before + 4))
check "and one chain" verify "$archive"
killed_adds() { # later by a millisecond each: verify is content or says why
	local n adding
	for n in $(seq 30); do
		state_of "$work/bad" "UPDATE meta SET observed_at = 1789900200 + $n"
		"$twinmap" archive add "$archive" "$work/bad" >"$work/out" 2>&1 &
		adding=$!
		sleep "$(printf 0.%03d "$n")"
		kill -KILL $adding 2>/dev/null
		wait $adding 2>/dev/null
		verify "$archive" >"$work/out" 2>"$work/err" && continue
		grep -q . "$work/err" && ! grep -vF "$archive/" "$work/err" || return 1
	done
}
check "adds that are killed at any time break nothing in silence" killed_adds
state_of "$work/bad" "UPDATE meta SET observed_at = 1789900300"
check "nor the next add" add "$archive" "$work/bad"
check "which mends what they left" verify "$archive"

# ---- every change is found ---------------------------------------------------
flip() { # FILE OFFSET: another byte there
	local byte
	chmod u+w "$1"
	byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
	printf "$(printf '\\%03o' $((byte ^ 1)))" |
		dd of="$1" bs=1 seek="$2" conv=notrunc status=none
	chmod u-w "$1"
}
changes() { # FILE OFFSET: verify names the file while it is changed
	flip "$archive/$1" "$2"
	check "a changed byte in $1 at $2" names "$1"
	flip "$archive/$1" "$2"
}
size=$(stat -c %s "$archive/$second/topology.db.gz")
changes $second/index.html 0
changes $second/devices/hq-core1.html 5
changes $second/topology.db.gz 100
changes $second/topology.db.gz $((size - 1))
changes $second/manifest.json 20
changes $second/manifest.json $(($(stat -c %s "$archive/$second/manifest.json") - 1))
changes $second/SHA256SUMS 3
changes $first/SHA256SUMS 70
changes tags/p1 7
changes log 8
changes log 30
check "put back, it verifies again" verify "$archive"

cp "$archive/log" "$work/log"
sed -i "2s/p2/p3/" "$archive/log"
check "a changed tag in the log" names "log:2: .*was changed"
cp -f "$work/log" "$archive/log"
sed -i '1{h;d};2{G}' "$archive/log"
check "a changed order in the log" names "log:1: .*was changed"
sed -i '1{h;d};2{G}' "$archive/log"
cp "$archive/log" "$work/log"
sed -i '2d' "$archive/log"
check "a line missing in the log" names "log:2: .*was changed"
cat "$work/log" >"$work/log.new" && mv -f "$work/log.new" "$archive/log"
latest=$(readlink "$archive/latest")
ln -sfn $first "$archive/latest"
check "a changed latest" names "latest: points at"
ln -sfn "$latest" "$archive/latest"
echo extra >"$archive/$first/extra.html"
check "a file too many" names "$first/extra.html: was added"
rm "$archive/$first/extra.html"
ln -s /etc/passwd "$archive/$first/devices/link"
check "a link too many" names "devices/link: was added"
rm "$archive/$first/devices/link"
mv "$archive/$first/style.css" "$work/style.css"
check "a file missing" names "$first/style.css: is missing"
ln -s "$work/style.css" "$archive/$first/style.css"
check "a link in a file's place" names "$first/style.css: is no longer a file"
rm "$archive/$first/style.css"
mv "$work/style.css" "$archive/$first/style.css"
echo x >"$archive/notes"
check "a stranger beside the snapshots" names "notes: is not in the log"
rm "$archive/notes"
mv "$archive/tags/p1" "$work/p1"
check "a tag missing" names "tags/p1"
mv "$work/p1" "$archive/tags/p1"
in_place_of() { # FILE WORD COMMAND...: verify names what COMMAND puts there
	local file=$archive/$1 word=$2
	shift 2
	mv "$file" "$work/aside"
	"$@" "$file"
	check "${file##*/}: $word, by $1" names "$file: $word"
	rm "$file"
	mv "$work/aside" "$file"
}
for file in $first "$first/manifest.json" "$first/SHA256SUMS" tags/p1 log; do
	in_place_of "$file" "is no" ln -s "$work/aside"
	in_place_of "$file" "is no" mkfifo
done
check "put back, it verifies to the end" verify "$archive"
check "its last line is the head of the chain" sh -c \
	"'$twinmap' archive verify '$archive' | tail -n 1 | grep -q \
	\"head \$(tail -n 1 '$archive/log' | cut -f1)\$\""
finish
