# broken.sh -- for tests: programs that are killed, or fail, at a given call.
#
#   can_trace                        whether this machine lets one
#   list_calls FILE COMMAND...       runs it; a line "CALL N" for each call by
#                                    which it changes a file system, N counting
#                                    those of one name
#   kill_at CALL N COMMAND...        ends it by SIGKILL before that call
#   fail_from ERROR CALL N COMMAND   that call, and all like it from there on,
#                                    fail
#   some_of COUNT FILE               lines of the file chosen by a fixed seed
changing=openat,write,sendfile,fchmod,link,linkat,symlink,symlinkat,rename
changing=$changing,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,rmdir
changing=$changing,fsync,syncfs,flock
# LeakSanitizer cannot work beside another tracer
traced() { ASAN_OPTIONS=detect_leaks=0 strace -qq -e signal=none "$@"; }
can_trace() { traced -o /dev/null true 2>/dev/null; }
list_calls() {
	local output=$1
	shift
	traced -o "$work/calls" -e trace=$changing "$@" >"$work/traced" 2>&1 ||
		return
	sed 's/(.*//' "$work/calls" | awk '{ print $1, ++seen[$1] }' >"$output"
}
kill_at() {
	local call=$1 number=$2
	shift 2
	traced -o /dev/null -e trace="$call" \
		-e inject="$call:signal=KILL:when=$number" "$@"
}
fail_from() {
	local error=$1 call=$2 number=$3
	shift 3
	traced -o /dev/null -e trace="$call" \
		-e inject="$call:error=$error:when=$number+" "$@"
}
some_of() {
	awk -v count="$1" 'BEGIN { srand(6) }
	{ line[NR] = $0 }
	END {
		for (n = NR; n > 0 && count-- > 0; n--) {
			i = int(rand() * n) + 1
			print line[i]
			line[i] = line[n]
		}
	}' "$2"
}
