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
check 'two warnings: no name, a name given twice' \
	test "$(wc -l <"$work/warnings")" = 2
check 'the facts have no mistakes' "$twinmap" check --facts "$work/facts.yaml"

# As the pages of NetBox export "all data": their headings, semicolons from a
# spreadsheet, rows of nothing, states of an own making, scopes that are no site.
import --prefixes pages/prefixes.csv --vlans pages/vlans.csv \
	--devices pages/devices.csv >"$work/pages.yaml" 2>"$work/warnings"
[ "${GOLDEN:-}" != write ] || cp "$work/pages.yaml" pages/facts.expected
same 'as the pages export' pages/facts.expected "$work/pages.yaml"
check 'three warnings: a prefix, an address and a serial of two' \
	test "$(echo $(sed "s/.*csv: //; s/: .*//" "$work/warnings"))" = \
	"row 9 row 5 row 6"
check 'these have no mistakes either' "$twinmap" check --facts "$work/pages.yaml"

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
bad 'no such column' "devices.csv: row 1: no column is called 'prefix'" \
	netbox --prefixes devices.csv
printf "Name\\nHQ\\nZ\\374rich\\n" >"$work/bad.csv"
bad 'another encoding' "row 3: a text is not UTF-8" netbox --sites "$work/bad.csv"
printf "name,vid\\nA,30\\nA,31\\n" >"$work/two.csv"
printf "prefix,vlan\\n2001:db8::/64,A\\n" >"$work/bad.csv"
bad 'a name of two VLANs' 'no name that one VLAN' netbox \
	--vlans "$work/two.csv" --prefixes "$work/bad.csv"
bad 'no file' 'No such file' netbox --sites "$work/none.csv"
bad 'nothing' 'nothing to import' netbox --vlans vlans.csv
bad 'another source' 'only netbox is' elsewhere --sites sites.csv
# Ten thousand of each: nothing is searched from its begin for each row.
awk -v "vlans=$work/vlans.csv" -v "prefixes=$work/prefixes.csv" 'BEGIN {
	print "vid,name,site" >vlans
	print "prefix,site,vlan" >prefixes
	for (i = 0; i < 10000; i++) {
		print i % 100 + 1 ",NET" i ",site" int(i / 100) >vlans
		printf "2001:db8:%x::/64,site%d,%d\n", i, i / 100,
			i % 100 + 1 >prefixes
	}
}'
import_many() {
	timeout 10 "$twinmap" import netbox --vlans "$work/vlans.csv" \
		--prefixes "$work/prefixes.csv" >"$work/many.yaml"
}
check "ten thousand prefixes and VLANs take no time" import_many
check "each with the VLAN of its site" grep -q \
	'2001:db8:270f::/64", site: "site99", vlan: 100, use: "NET9999"' \
	"$work/many.yaml"
finish
