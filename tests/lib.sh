# lib.sh -- sourced by test scripts: TAP lines, a work folder, cleaning up.
#
#   . "$(dirname "$0")/../lib.sh"
#   check "name" command...        ok when the command succeeds
#   refuse "name" command...       ok when it fails (status 1..125)
#   same "name" EXPECTED ACTUAL    ok when two files are equal
#   skip "name" "why"
#   become command...              replaces the test, which runs no trap
#   in_own_namespace "$@"          starts the test again where every address is
#                                  its own
#   schema                         prints the SQL of an empty topology.db
#   run_later command...           runs at the end, last one first
#   finish                         last line of a test
#
# $work is an empty folder, $top the project, $build its build folder,
# $shared the folder of recordings that lies beside the project, if any.
set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case ${BUILD:-build} in
/*) build=$BUILD ;;
*) build=$top/${BUILD:-build} ;;
esac
twinmap=$build/twinmap
export TWINMAP_VENDORS= # not what this machine has installed
shared=${TWINMAP_RECORDINGS:-$top/../shared/recordings}
work=$(mktemp -d)
count=0 failures=0 later=("rm -rf '$work'")
run_later() { later=("$*" "${later[@]}"); }
at_end() { for command in "${later[@]}"; do eval "$command"; done; }
trap at_end EXIT
trap 'exit 1' INT TERM
become() {
	rm -rf "$work"
	exec "$@"
}
in_own_namespace() {
	[ -z "${IN_NAMESPACE:-}" ] || return 0
	export IN_NAMESPACE=1
	become "$top/samples/in-namespace" "$0" "$@"
}
pass() { count=$((count + 1)); echo "ok $count - $1"; }
fail() {
	count=$((count + 1)) failures=$((failures + 1))
	echo "not ok $count - $1"
	[ ! -s "$work/last" ] || tail -n 25 "$work/last" | sed 's/^/# /'
}
schema() {
	echo 'PRAGMA synchronous = OFF;' # a test's database need not survive a crash
	echo 'PRAGMA application_id = 0x7477696e; PRAGMA user_version = 2;'
	cat "$top"/topology/schema/{observed,lldp,bridging,routing,traffic,probes,stated,stated_rollout,derived,findings}.sql
}
skip() { count=$((count + 1)); echo "ok $count - $1 # SKIP $2"; }
check() {
	local name=$1
	shift
	if "$@" >"$work/last" 2>&1; then pass "$name"; else fail "$name"; fi
}
refuse() {
	local name=$1 status
	shift
	"$@" >"$work/last" 2>&1
	status=$?
	if [ $status -gt 0 ] && [ $status -lt 126 ]; then pass "$name"; else fail "$name"; fi
}
same() {
	if diff -u "$2" "$3" >"$work/last" 2>&1; then pass "$1"; else fail "$1"; fi
}
finish() { [ "$failures" -eq 0 ]; exit; }
