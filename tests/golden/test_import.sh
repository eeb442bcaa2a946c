#!/bin/bash
# test_import.sh -- tables from NetBox become facts that are understood, whatever
# their texts are. GOLDEN=write writes netbox/facts.expected.
. "$(dirname "$0")/../lib.sh"
tables=$top/tests/golden/netbox
cd "$tables" || exit 1

import() { "$twinmap" import netbox "$@"; }

import --sites sites.csv --prefixes prefixes.csv --vlans vlans.csv \
	--devices devices.csv >"$work/facts.yaml" 2>"$work/warnings"
[ "${GOLDEN:-}" != write ] || cp "$work/facts.yaml" facts.expected
same 'facts' facts.expected "$work/facts.yaml"
check 'three warnings: a second VRF, no name, a name given twice' \
	test "$(wc -l <"$work/warnings")" = 3
check 'the facts have no mistakes' "$twinmap" check --facts "$work/facts.yaml"

schema | sqlite3 "$work/state.db"
sqlite3 "$work/state.db" "INSERT INTO meta (id, observed_at, started_at, tool)
	VALUES (1, 1, 1, 'test')"
check 'the facts are loaded' "$twinmap" analyse --facts "$work/facts.yaml" \
	"$work/state.db"
sqlite3 "$work/state.db" >"$work/found" "
	SELECT id, name FROM fact_site WHERE id = 'evil';
	SELECT prefix, site, vlan, use, role, status FROM fact_plan_prefix
	WHERE use = 'STAFF' ORDER BY prefix;
	SELECT note FROM fact_plan_prefix WHERE note = '~';
	SELECT d.name, d.role, m.kind, m.value FROM fact_device d
	JOIN fact_device_match m ON m.device = d.name
	WHERE d.role = 'l3switch' ORDER BY m.kind, m.value;
	SELECT name FROM fact_device WHERE role IS NULL"
cat >"$work/expected" <<'END'
evil|Evil: [x] {y} #z \ n
192.0.2.64/26|hq|30|STAFF|lan|active
198.51.100.0/27|b1|130|STAFF|lan|active
2001:db8:0:30::/64|hq|30|STAFF|lan|active
~
hq-core1|l3switch|address|192.0.2.65
hq-core1|l3switch|address|2001:db8:0:30::1
hq-core1|l3switch|name|hq-core1
hq-core1|l3switch|serial|FOC1234
x', role: king
END
same 'texts are the same in the database' "$work/expected" "$work/found"

# ---- what is refused ---------------------------------------------------------
bad() { # NAME TEXT ARGUMENTS...
	local name=$1 text=$2
	shift 2
	refuse "$name: refused" "$twinmap" import "$@"
	cp "$work/last" "$work/told"
	check "$name: told" grep -qF -- "$text" "$work/told"
}
printf 'prefix,vlan\n192.0.2.0/33,\n2001:db8::/129,\n2001:db8::/64,5000\n' \
	>"$work/bad.csv"
bad 'prefix of IPv4' "row 2: prefix: '192.0.2.0/33'" netbox \
	--prefixes "$work/bad.csv"
bad 'prefix of IPv6' "row 3: prefix: '2001:db8::/129'" netbox \
	--prefixes "$work/bad.csv"
bad 'VLAN' "row 4: vlan: '5000'" netbox --prefixes "$work/bad.csv"
printf 'name,primary_ip4\na,192.0.2.256/24\n' >"$work/bad.csv"
bad 'address' "row 2: primary ip4: '192.0.2.256/24'" netbox \
	--devices "$work/bad.csv"
printf 'name\n"a\n' >"$work/bad.csv"
bad 'no CSV' 'not CSV' netbox --sites "$work/bad.csv"
bad 'no file' 'No such file' netbox --sites "$work/none.csv"
bad 'nothing' 'nothing to import' netbox --vlans vlans.csv
bad 'another source' 'only netbox is' elsewhere --sites sites.csv
finish
