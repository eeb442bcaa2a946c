#!/bin/bash
# test_facts.sh -- files of facts and of the crawl: every mistake in one run,
# and what a run would do when there is none.
#
# FILE.yaml in the folder facts/ has mistakes, FILE.expected the lines that tell
# them. GOLDEN=write writes those.
. "$(dirname "$0")/../lib.sh"
golden=$top/tests/golden/facts
sample=$top/samples/marlin
cd "$golden" || exit 1

golden_is() { # NAME FILE
	[ "${GOLDEN:-}" != write ] || cp "$2" "$golden/$1"
	same "$1" "$golden/$1" "$2"
}
says() { # NAME TEXT
	check "$1" grep -qF -- "$2" "$work/said"
}

for name in mistakes selectors syntax colon indent tab; do
	refuse "$name: refused" "$twinmap" check --facts $name.yaml
	sed 's/^twinmap check: //' "$work/last" >"$work/told"
	golden_is $name.expected "$work/told"
done

# What one verb refuses, the other does, in the same words.
schema | sqlite3 "$work/state.db"
refuse 'analyse refuses the same' \
	"$twinmap" analyse --facts mistakes.yaml "$work/state.db"
sed 's/^twinmap analyse: //' "$work/last" >"$work/told"
same 'with the same words' mistakes.expected "$work/told"

# Every question and section of the analysis may be answered, and no other: the
# words of the loader and of checklist.sql are the same.
sqlite3 "$work/state.db" "INSERT INTO meta (id, observed_at, started_at, tool)
	VALUES (1, 1, 1, 'test')"
check 'a state to take the questions from' "$twinmap" analyse "$work/state.db"
{
	echo answers:
	sqlite3 "$work/state.db" "SELECT '  - {item: ' || id || '}' FROM
		(SELECT id FROM checklist_item UNION SELECT id FROM section)"
} >"$work/answers.yaml"
check 'every question may be answered' "$twinmap" check --facts \
	"$work/answers.yaml"
echo 'answers: [{item: other}]' >"$work/other.yaml"
refuse 'no other may' "$twinmap" check --facts "$work/other.yaml"
sed 's/.*is not one of //; s/, /\n/g' "$work/last" | sort >"$work/words"
sed -n 's/.*{item: \(.*\)}/\1/p' "$work/answers.yaml" | sort >"$work/items"
same 'all words are questions or sections' "$work/items" "$work/words"

# ---- no mistakes -------------------------------------------------------------
cp "$sample"/discover.yaml "$sample"/credentials.yaml "$work"
chmod 600 "$work/credentials.yaml"
check 'the sample has no mistakes' "$twinmap" check --at 2026-05-21 \
	--config "$work/discover.yaml" --facts "$sample/facts.yaml"
cp "$work/last" "$work/said"
says 'where it begins' 'begins at    203.0.113.228'
says 'IPv4 and IPv6 that it may ask' '192.0.2.0/24, 198.51.100.128/25, 3fff:a10::/44'
says 'credentials by version' '1 of SNMPv3, 1 of SNMPv2c'
says 'phase of the day' 'current      2026-05-21 is in p2'
says 'services that are probed' 'ns1:53, www:80, www:443, mx1:25'
says 'what is probed because it was asked for' 'SIP OPTIONS  sip:5060'
refuse 'and never a secret' grep -e sample-signs-it -e sample-hides-it \
	-e public "$work/said"

check 'the example has no mistakes' "$twinmap" check \
	--facts "$top/samples/facts.example.yaml"
"$twinmap" check --at 2030-01-01 --facts "$top/samples/facts.example.yaml" \
	>"$work/said"
says 'no phase is current when all have ended' 'is in none'
says 'zone tests that were asked for' 'zone tests   hq-fw1:22'

# ---- configuration and credentials -------------------------------------------
sed "s/^seeds:.*/seeds: [203.0.113.228, \"2001:db8:f::1\"]/" \
	"$work/discover.yaml" >"$work/far.yaml"
check 'a seed out of scope is no mistake' "$twinmap" check \
	--config "$work/far.yaml"
cp "$work/last" "$work/said"
says 'but is not asked' '2001:db8:f::1 (not asked: out of scope)'
refuse 'nothing to check' "$twinmap" check
chmod 640 "$work/credentials.yaml"
cat >"$work/discover.yaml" <<'END'
seeds: []
scope: {include: [192.0.2.0/33, "2001:db8::/129"]}
credentials: credentials.yaml
limits: {window: 0, tries: often, ports: 161}
END
refuse 'mistakes of all files' "$twinmap" check --config "$work/discover.yaml" \
	--facts syntax.yaml
cp "$work/last" "$work/said"
says 'IPv4 prefix' "discover.yaml:2: '192.0.2.0/33' is not a prefix"
says 'IPv6 prefix' "discover.yaml:2: '2001:db8::/129' is not a prefix"
says 'a limit that is too small' 'discover.yaml:4: limits.window: must be'
says 'a limit that is no number' "discover.yaml:4: tries: 'often' is not"
says 'a limit that is misspelt' "discover.yaml:4: ports: unknown field, did"
says 'credentials that others may read' 'chmod 600'
says 'facts as well' 'syntax.yaml:5: not YAML'
finish
