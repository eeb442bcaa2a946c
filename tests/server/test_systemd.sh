#!/bin/bash
# test_systemd.sh -- the units of an installation: systemd understands them, and
# they give little away.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/site.sh"
prefix=$work/prefix units=$work/prefix/lib/systemd/system
check "it is installed" env -u MAKEFLAGS make -s -C "$top" BUILD="$build" PREFIX="$prefix" \
	DESTDIR= install
twinmap=$prefix/bin/twinmap

# ---- what is installed works where it lies -----------------------------------
make_site "$work/site" 1789632900 p1
check "the installed front command finds its programs" \
	"$twinmap" archive add "$work/archive" "$work/site"
example=$prefix/share/twinmap/examples/snapshot.yaml
install -D -m 600 "$top/samples/marlin/credentials.yaml" "$work/etc/credentials.yaml"
cp "$top"/samples/marlin/{discover,facts}.yaml "$work/etc"
cp "$example" "$work/etc/snapshot.yaml"
check "the example is a file without mistakes" "$twinmap" snapshot \
	--config "$work/etc/snapshot.yaml" --archive "$work/archive" \
	--work "$work/work" --dry-run
words() {
	sed -n 's/^\t\(LIMIT(\|KEPT(\|{ \)"\([a-z_]*\)".*/\2/p' \
		"$top/server/snapshot/settings_file.c"
}
has_every_word() {
	local word lacking=0
	for word in $(words); do
		grep -qE "^(# |  |  # )?$word:|[{,] $word:" "$example" || {
			echo "the example lacks $word"
			lacking=1
		}
	done
	[ $lacking = 0 ] && [ "$(words | wc -l)" -gt 30 ]
}
check "every word stands in it" has_every_word

# ---- units ---------------------------------------------------------------------
check "no unit has a path of its own" eval "! grep -r @PREFIX@ '$units' '$prefix/lib/sysusers.d'"
if ! command -v systemd-analyze >/dev/null; then
	skip "systemd reads the units" "no systemd-analyze here"
	finish
fi
reads() { # UNIT...: without a word
	systemd-analyze verify --man=no "$@" 2>&1 |
		grep -vE "system call list|/proc/|Failed to (open|connect)" | grep . && return 1
	return 0
}
check "systemd reads the units" reads "$units"/twinmap-*
refuse_broken() {
	mkdir -p "$work/broken"
	sed 's/^Type=notify/Type=maybe/' "$units/twinmap-serve.service" >"$work/broken/twinmap-serve.service"
	! reads "$work/broken/twinmap-serve.service"
}
check "it would say what is wrong" refuse_broken

exposure() { # MOST NAME: in tenths
	systemd-analyze security --offline=true --threshold="$1" --no-pager \
		"$units/twinmap-$2.service"
}
check "a snapshot gives little away" exposure 20 snapshot
check "the server gives away less" exposure 10 serve
refuse "that is a bound which can be missed" exposure 1 serve

# What the filters take away is asked for by nobody, but for what root does.
privileged() { # SET: with the sets in it
	local word
	for word in $(systemd-analyze syscall-filter "$1" 2>/dev/null | sed '/#/d; 1d'); do
		case $word in
		@*) privileged "$word" ;;
		*) echo "$word" ;;
		esac
	done
}
"$build/twinmap-recordings" "$top/samples/marlin/network.yaml" p0 "$work/p0"
uses_nothing_else() {
	local given taken
	given=$(sed -n 's/^SystemCallFilter=\([a-z][a-z_ ]*\)$/\1/p' "$units/twinmap-snapshot.service")
	taken=$(privileged @privileged | sort -u | grep -vxF "$given" | grep -v chown)
	[ "$(wc -l <<<"$taken")" -gt 30 ] || return
	# who is traced cannot look for leaks
	ASAN_OPTIONS=detect_leaks=0 strace -f --seccomp-bpf -qq -o "$work/trace" -e signal=none \
		-e "trace=$(sed 's/^/?/' <<<"$taken" | paste -sd,)" \
		"$twinmap" snapshot --recordings "$work/p0/b1-sw1.snmprec" \
		--facts "$work/etc/facts.yaml" \
		--archive "$work/nightly" --work "$work/work" || return
	! grep . "$work/trace"
}
check "a snapshot asks for no call that its unit takes away" uses_nothing_else

# As the unit runs it: sockets of another network, and none of its own.
port=$((RANDOM % 20000 + 20000))
systemd-socket-activate -l "[::1]:$port" -l "127.0.0.1:$port" unshare -n \
	"$twinmap" serve "$work/archive" >"$work/out" 2>"$work/err" &
server=$!
run_later "kill $server 2>/dev/null; wait $server 2>/dev/null"
fetch() { curl -s --retry 5 --retry-connrefused --retry-delay 1 --max-time 10 "http://$1:$port/latest/devices.csv" | grep hq-core1; }
if ! unshare -n true 2>/dev/null; then
	skip "it serves at sockets of another network" "no namespaces here"
else
	check "it serves at the sockets that it is given over IPv6" fetch "[::1]"
	check "and over IPv4, without a network of its own" fetch 127.0.0.1
fi

check "its user can be made" systemd-sysusers --dry-run \
	"$prefix/lib/sysusers.d/twinmap.conf"
finish
