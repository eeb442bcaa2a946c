#!/bin/bash
# test_marlin_pages.sh -- the sample network's second phase as pages: one of
# each kind is what it was. The crawl's own clock, and how often it had to ask,
# differ from run to run and are masked.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
here=$top/tests/golden/marlin-pages

golden() { # PAGE
	sed -E -e 's/[0-9a-f]{64}/(hash)/' \
		-e 's/20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC/(time)/' \
		-e '/^\| Address \| Found by/,/^$/s/\| [0-9]+ \|/| (requests) |/' \
		"$work/site/$1" >"$work/actual" || {
		fail "golden $1"
		return
	}
	if [ "${GOLDEN:-}" = write ]; then
		mkdir -p "$(dirname "$here/$1")"
		cp "$work/actual" "$here/$1"
	fi
	same "golden $1" "$here/$1" "$work/actual"
}

if ! marlin_states >"$work/crawl" 2>&1; then
	cp "$work/crawl" "$work/last"
	fail "the sample network is crawled"
	finish
fi
check "phase p2 is rendered" "$twinmap" render "$marlin/p2.db" -o "$work/site"
for page in index devices sites segments links addresses coverage method \
	sites/hq devices/hq-core1 devices/b2-rtr1 devices/hq-ph1 \
	devices/ispa-pe1; do
	golden "$page.md"
done
check "and rendered again" "$twinmap" render "$marlin/p2.db" -o "$work/again"
check "both times the same bytes" diff -r "$work/site" "$work/again"
check "nobody is said to have 'no IPv6'" test -z \
	"$(grep -rliE --include='*.md' 'no ipv6($|[^ ]| [^ab])' "$work/site")"
finish
