# serve.sh -- for tests: a server on a free port.
#
#   serve_archive ARCHIVE [N]    sets $url6 and $url4 ("http://[::1]:PORT/"),
#                                $port and $server (its process); it ends with
#                                the test and may open N files
#   serve_with OPTION... ARCHIVE the same, with options
serve_archive() { serve_limited "${2:-}" "$1"; }
serve_with() { serve_limited '' "$@"; }
serve_limited() { # [N] ARGUMENT...
	local files=$1
	shift
	rm -f "$work/serve.out"
	(
		[ -z "$files" ] || ulimit -n "$files"
		exec "$twinmap" serve --port 0 "$@" >"$work/serve.out" 2>"$work/serve.err"
	) &
	server=$!
	run_later "kill $server 2>/dev/null; wait $server 2>/dev/null"
	for _ in $(seq 100); do
		[ ! -s "$work/serve.out" ] || break
		sleep 0.05
	done
	url6=$(sed -n 's/ and .*//p' "$work/serve.out")
	url4=$(sed -n 's/.* and //p' "$work/serve.out")
	port=${url4##*:}
	port=${port%/}
}
