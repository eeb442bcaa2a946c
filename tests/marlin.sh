# marlin.sh -- sourced by test scripts: the sample network, discovered once.
#
#   . "$(dirname "$0")/../marlin.sh"
#   marlin_states        makes $marlin/p0.db ... p3.db unless they are there and
#                        newer than what they are made of
#   marlin_site p2       the site of one of them, rendered once: $marlin/site-p2
#
# The states are shared by all tests: read them, copy what you change.
marlin=$build/tests/marlin
marlin_phases='p0 p1 p2 p3'

marlin_is_fresh() {
	local phase
	for phase in $marlin_phases; do
		[ -s "$marlin/$phase.db" ] || return 1
	done
	[ -z "$(find "$top/samples" "$top/topology" "$build/twinmap-discover" \
		"$build/twinmap-replay" "$build/twinmap-recordings" \
		"$build/twinmap-services" "$build/twinmap-probe" \
		"$build/twinmap-analyse" -type f -newer "$marlin/p0.db" |
		head -n 1)" ]
}

marlin_states() {
	local phase
	mkdir -p "$marlin"
	(
		flock 9
		marlin_is_fresh && exit 0
		rm -f "$marlin"/*.db
		for phase in $marlin_phases; do
			BUILD=$build "$top/samples/in-namespace" \
				"$top/samples/crawl" "$phase" "$marlin" || exit 1
		done
	) 9>"$marlin/lock"
}

marlin_site() { # PHASE
	local site=$marlin/site-$1
	marlin_states &&
		(
			flock 9
			[ -s "$site/index.html" ] && [ -z "$(find "$top/templates" \
				"$build/twinmap-render" "$marlin/$1.db" \
				-newer "$site/index.html" | head -n 1)" ] && exit 0
			"$twinmap" render "$marlin/$1.db" -o "$site"
		) 9>"$marlin/lock"
}
