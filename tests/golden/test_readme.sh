#!/bin/bash
# README.md keeps its word: its examples are accepted as they stand there, and
# its lists name what there is.
. "$(dirname "$0")/../lib.sh"
readme=$top/README.md
example() { awk -v from="$1" 'index($0, from) == 1 { on = 1 }
	/^(END|```)/ { if (on) exit } on' "$readme"; }
column() { sed -n "s/^| \`twinmap \([a-z]*\)\`.*/\1/p" "$readme"; }

# ---- credentials.yaml: read without complaint, though nobody answers -----------
example credentials: >"$work/credentials.yaml"
chmod 600 "$work/credentials.yaml"
cat >"$work/discover.yaml" <<'END'
seeds: ["::1", 127.0.0.1]
credentials: credentials.yaml
limits: { timeout_ms: 50, tries: 1 }
END
refuse "a discovery with its credentials finds nobody" timeout 60 "$twinmap" discover \
	--config "$work/discover.yaml" --port 1 --output "$work/none.db"
cp "$work/last" "$work/said"
check "since nobody is there" grep -q '^twinmap discover: seed ::1 .*refused$' "$work/said"
refuse "and has nothing to say of them" grep -q credentials.yaml "$work/said"
check "both kinds are in it" test "$(grep -cE 'version: v(2c|3)$' "$work/credentials.yaml")" = 2

# ---- discover.yaml: the same, with a seed that is not in its scope -------------
mkdir "$work/whole"
cp -p "$work/credentials.yaml" "$work/whole/"
example seeds: | sed 's/192\.0\.2\.1, core\.example\.net/"::1"/' \
	>"$work/whole/discover.yaml"
refuse "its configuration leads nowhere" timeout 60 "$twinmap" discover \
	--config "$work/whole/discover.yaml" --output "$work/none.db"
cp "$work/last" "$work/said"
check "but is understood" grep -qx \
	'twinmap discover: seed ::1 (::1): out of scope' "$work/said"

# ---- facts.yaml ----------------------------------------------------------------
sqlite3 "$work/state.db" "$(schema)" "INSERT INTO meta (id, observed_at, started_at,
	complete, tool) VALUES (1, 1768435200, 1768435200, 1, 'test')"
example sites: >"$work/facts.yaml"
check "its facts are accepted" "$twinmap" analyse --facts "$work/facts.yaml" \
	--phase p1 "$work/state.db"
check "all of them" test "$(sqlite3 "$work/state.db" "SELECT
	(SELECT count(*) FROM fact_site) || (SELECT count(*) FROM fact_phase) ||
	(SELECT count(*) FROM fact_device)")" = 111

# ---- lists ---------------------------------------------------------------------
"$twinmap" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >"$work/verbs"
column >"$work/found"
same "its table names all verbs" "$work/verbs" "$work/found"
for verb in $(column); do
	check "twinmap $verb tells its options" sh -c \
		"'$twinmap' $verb --help | grep -q '^usage: twinmap $verb '"
done
refuse "a verb that is not in it" "$twinmap" sweep
sed -n 's/.*CSV or JSON of \(.*\) |$/\1/p' "$readme" | sed 's/, /\n/g' | sort >"$work/found"
"$twinmap" export --list >"$work/exports"
same "its table names all exports" "$work/exports" "$work/found"
grep -oE '(^| |\()`?[a-z]+/[a-z_/]*[a-z]+\.(sql|c|yaml)' "$readme" | tr -d '` (' |
	sort -u >"$work/files"
check "the files that it names are there" sh -c \
	"cd '$top' && test -s '$work/files' && xargs ls <'$work/files'"
# ---- a kind of picture --------------------------------------------------------
mkdir -p "$work/own/diagrams"
example "picture: contacts" >"$work/own/diagrams/people.yaml"
small() {
	{
		schema
		cat "$top/tests/golden/small.sql"
		echo "UPDATE device SET sys_contact = 'noc' WHERE source = 'agent';"
	} | sqlite3 -bail "$work/small.db" && "$twinmap" analyse "$work/small.db" &&
		"$twinmap" render -t "$work/own" "$work/small.db" -o "$work/site"
}
check "its kind of picture is drawn" small
check "with a card" grep -q 'class="node"' "$work/site/diagrams/contacts.svg"
check "its pictures are there" sh -c "grep -o 'samples/pictures/[a-z0-9.-]*' '$readme' |
	(cd '$top' && xargs ls)"

grep -oE '`make [a-z]+' "$readme" | cut -d' ' -f2 | sort -u >"$work/targets"
check "make knows what it says to make" sh -c "for target in \$(cat '$work/targets'); do
	grep -qE \"^\$target:\" '$top/Makefile' || { echo \$target; exit 1; }; done"
finish
