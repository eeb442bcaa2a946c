/* test_facts.c -- facts.yaml becomes rows, and its mistakes are told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "database.h"
#include "facts.h"
#include "memory.h"
#include "scratch.h"

static struct database *database;

static int
open_database(void **state)
{
	if (scratch_begin(state) != 0)
		return -1;
	database = database_create(scratch_path("facts.db"));
	if (database == NULL)
		return -1;
	return database_run(database,
		"INSERT INTO meta (id, observed_at, started_at, tool)"
		" VALUES (1, 1, 1, 'test')");
}

static int
close_database(void **state)
{
	return database_close(database) != 0 ? -1 : scratch_end(state);
}

static const char *const facts =
	"enterprise: Marlin Freight\n"
	"sites:\n"
	"  - id: hq\n"
	"    name: Headquarters\n"
	"    match:\n"
	"      location: Pier 4\n"
	"      name: hq-\n"
	"      prefix: [192.0.2.17/24, '3FFF:A10:0::1/48', 192.0.2.0/24]\n"
	"    owner: Mira\n"
	"  - {id: b1, match: {prefix: 198.51.100.128/27}}\n"
	"phases:\n"
	"  - {id: p0, title: Baseline}\n"
	"  - id: p1\n"
	"    title: Uplinks and core\n"
	"    strategy: core-to-edge\n"
	"    scope: circuits, core\n"
	"    start: 2026-02-01\n"
	"    end: 2026-03-31\n"
	"devices:\n"
	"  - {name: hq-core1, role: l3switch, site: hq, target_phase: p1}\n"
	"  - name: hq-core2\n"
	"    note: late\n"
	"    match:\n"
	"      name: [core2, HQ-CORE2]\n"
	"      serial: FOC1\n"
	"      chassis: [0000.5E00.5301, '2001:DB8:0::5', rack 7]\n"
	"      mac: 00-00-5E-00-53-02\n"
	"      address: [192.0.2.2, '3fff:a10:0:0::2']\n";

/* Question, and its answer as one text. */
static const struct {
	const char *sql, *answer;
} rows[] = {
	{ "SELECT enterprise || ' ' || length(facts_hash) FROM meta",
		"Marlin Freight 64" },
	{ "SELECT group_concat(id || '=' || name || '/' ||"
	  " coalesce(match_location, '-') || '/' || coalesce(match_name, '-') "
	  "||"
	  " '/' || coalesce(owner, '-')) FROM (SELECT * FROM fact_site ORDER "
	  "BY id)",
		"b1=b1/-/-/-,hq=Headquarters/Pier 4/hq-/Mira" },
	{ "SELECT group_concat(site || ' ' || prefix) FROM fact_site_prefix",
		"b1 198.51.100.128/27,hq 192.0.2.0/24,hq 3fff:a10::/48" },
	{ "SELECT group_concat(ordinal || id || ' ' || title || ' ' ||"
	  " coalesce(strategy, '-') || ' ' || coalesce(start, '-') || ' ' ||"
	  " coalesce(finish, '-')) FROM"
	  " (SELECT * FROM fact_phase ORDER BY ordinal)",
		"1p0 Baseline - - -,2p1 Uplinks and core core-to-edge "
		"1769904000 1774915200" },
	{ "SELECT group_concat(name || '/' || coalesce(role, '-') || '/' ||"
	  " coalesce(site, '-') || '/' || coalesce(target_phase, '-') || '/' ||"
	  " coalesce(note, '-')) FROM"
	  " (SELECT * FROM fact_device ORDER BY name)",
		"hq-core1/l3switch/hq/p1/-,hq-core2/-/-/-/late" },
	{ "SELECT group_concat(kind || ' ' || value) FROM fact_device_match"
	  " WHERE device = 'hq-core1'",
		"name hq-core1" },
	{ "SELECT group_concat(kind || ' ' || value) FROM fact_device_match"
	  " WHERE device = 'hq-core2'",
		"address 192.0.2.2,address 3fff:a10::2,"
		"chassis 00:00:5e:00:53:01,chassis 2001:db8::5,chassis rack 7,"
		"mac 00:00:5e:00:53:02,name HQ-CORE2,name core2,serial FOC1" },
};

static void
check_answer(const char *sql, const char *answer)
{
	struct query *query = query_prepare(database, sql);

	assert_non_null(query);
	assert_true(query_next(query));
	assert_string_equal(query_text(query, 0), answer);
	query_free(query);
}

static void
check_rows(void)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		check_answer(rows[i].sql, rows[i].answer);
}

static void
all_records_become_rows(void **state)
{
	const char *path = scratch_file("facts.yaml", facts);

	(void)state;
	assert_int_equal(facts_load(database, path), 0);
	check_rows();
	/* again: the rows are replaced, not added */
	assert_int_equal(facts_load(database, path), 0);
	check_rows();
}

static const char *const spellings =
	"phases: [{id: p1, exit: [first, second], due: 2026-03-31}, {id: p2}]\n"
	"circuits:\n"
	"- {id: c1, kind: uplink, bandwidth: 2.5G, as: 64496,\n"
	"   prefixes: [198.51.100.1/30, '2001:DB8:A::1/48'],\n"
	"   targets: '2001:DB8:A:0::1', start: 2025-04-01, end: 2028-03-31,\n"
	"   sla_v4: {avail: 99.90, latency_ms: 20}, sla_v6: {loss_pct: 0.1}}\n"
	"own_prefixes: [{prefix: '3FFF:A10::1/44', announce: yes}]\n"
	"numbering: {rule: vlan-hex}\n"
	"expect_routers: [{vlan: 3, mac: 0000.5E00.5301,\n"
	"   link_local: 'FE80:0::1'}]\n"
	"services: [{name: a, port: 53}, {name: a, port: 53, proto: udp}]\n"
	"dns_zones: [{zone: example, servers: [ns1, 192.0.2.1,\n"
	"   '2001:DB8:0::1']}]\n"
	"zone_policies: [{from: a, to: b, v4: yes, v6: no}]\n"
	"pilot: {vlan: 20, members: Ann}\n"
	"plan: [{kind: scope, text: b}, {kind: objective, text: a}]\n"
	"waivers: [{finding: P-01, object: x, reason: y, by: Ann,\n"
	"   until: 1970-01-02}]\n";

/* Question, and its answer as one text. */
static const struct {
	const char *sql, *answer;
} spelled[] = {
	{ "SELECT bandwidth || ' ' || provider_as || ' ' || sla_v4_avail ||"
	  " ' ' || sla_v4_latency_ms || ' ' || sla_v6_loss_pct || ' ' ||"
	  " start || ' ' || finish || ' ' || (sla_v6_avail IS NULL)"
	  " FROM fact_circuit",
		"2500000000 64496 99.90 20.0 0.1 1743465600 1838073600 1" },
	{ "SELECT group_concat(prefix) FROM fact_circuit_prefix",
		"198.51.100.0/30,2001:db8:a::/48" },
	{ "SELECT circuit || ' ' || ip FROM fact_circuit_target",
		"c1 2001:db8:a::1" },
	{ "SELECT group_concat(phase || ordinal || text) FROM"
	  " fact_phase_exit",
		"p11first,p12second" },
	{ "SELECT due FROM fact_phase WHERE id = 'p1'", "1774915200" },
	{ "SELECT prefix || announce FROM fact_own_prefix", "3fff:a10::/441" },
	{ "SELECT id || rule FROM fact_numbering", "1vlan-hex" },
	{ "SELECT mac || ' ' || link_local FROM fact_expect_router",
		"00:00:5e:00:53:01 fe80::1" },
	{ "SELECT group_concat(name || port || proto) FROM"
	  " (SELECT * FROM fact_service ORDER BY proto)",
		"a53tcp,a53udp" },
	{ "SELECT group_concat(server) FROM fact_dns_zone_server",
		"192.0.2.1,2001:db8::1,ns1" },
	{ "SELECT from_zone || to_zone || v4 || v6 FROM fact_zone_policy",
		"ab10" },
	{ "SELECT vlan || (SELECT name FROM fact_pilot_member)"
	  " FROM fact_pilot",
		"20Ann" },
	{ "SELECT group_concat(ordinal || text) FROM"
	  " (SELECT * FROM fact_plan_item ORDER BY ordinal)",
		"1b,2a" },
	{ "SELECT by_name || until FROM fact_waiver", "Ann86400" },
};

static void
values_have_one_spelling(void **state)
{
	(void)state;
	assert_int_equal(
		facts_load(database, scratch_file("facts.yaml", spellings)), 0);
	for (size_t i = 0; i < COUNT(spelled); i++)
		check_answer(spelled[i].sql, spelled[i].answer);
}

static void
empty_facts_clear_the_rows(void **state)
{
	(void)state;
	assert_int_equal(
		facts_load(database, scratch_file("facts.yaml", facts)), 0);
	assert_int_equal(
		facts_load(database, scratch_file("facts.yaml", "# none\n")),
		0);
	assert_int_equal(database_integer(database,
				 "SELECT (SELECT count(*) FROM fact_site) +"
				 " (SELECT count(*) FROM fact_site_prefix) +"
				 " (SELECT count(*) FROM fact_phase) +"
				 " (SELECT count(*) FROM fact_device) +"
				 " (SELECT count(*) FROM fact_device_match) +"
				 " (SELECT count(*) FROM fact_circuit_target) +"
				 " (SELECT count(*) FROM fact_pilot_member) +"
				 " (SELECT count(*) FROM fact_waiver) +"
				 " (SELECT enterprise IS NOT NULL FROM meta)",
				 -1),
		0);
}

static void
mistakes_are_told(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "sites: [{id: a}, {id: b},\n {id: a}]\n",
			"facts.yaml:2: id: 'a' is given already in line 1\n" },
		{ "devices:\n- name: a\n- name: a\n",
			"facts.yaml:3: name: 'a' is given already in line "
			"2\n" },
		{ "phases:\n- id: p1\n- id: p1\n",
			"facts.yaml:3: id: 'p1' is given already in line 2\n" },
		{ "sites: [{id: hq}]\ndevices:\n- name: a\n  site: hk\n",
			"facts.yaml:4: site: 'hk' is none of the sites; "
			"add it to them\n" },
		{ "devices:\n- name: a\n  target_phase: p9\n",
			"facts.yaml:3: target_phase: 'p9' is none of the "
			"phases; add it to them\n" },
		{ "sites:\n- id: a\n  match:\n    prefix: [192.0.2.0]\n",
			"facts.yaml:4: prefix: '192.0.2.0' is not a prefix" },
		{ "sites:\n- id: a\n  match:\n    prefix: '2001:db8::/129'\n",
			"facts.yaml:4: prefix: '2001:db8::/129' is not" },
		{ "devices:\n- name: a\n  match:\n    mac: x\n",
			"facts.yaml:4: mac: 'x' is not a MAC address\n" },
		{ "devices:\n- name: a\n  match:\n    address: "
		  "2001:db8::1/64\n",
			"facts.yaml:4: address: '2001:db8::1/64' is not an" },
		{ "phases:\n- id: p1\n  start: 2026-03-02\n  end: 2026-03-01\n",
			"facts.yaml:4: end: 2026-03-01 lies before the start, "
			"2026-03-02\n" },
		{ "devices:\n- name: a\n  role: king\n",
			"facts.yaml:3: role: 'king' is not one of router, " },
		{ "device: []\n",
			"facts.yaml:1: device: unknown field, did you mean "
			"'devices'?\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *path = scratch_file("facts.yaml", cases[i].text);

		capture_begin();
		assert_int_equal(facts_load(database, path), -1);
		capture_holds(cases[i].message);
	}
}

static void
all_mistakes_in_one_run(void **state)
{
	const char *path = scratch_file("facts.yaml",
		"sites: [{id: a}, {id: a}]\n"
		"devices:\n"
		"- {name: b, site: x, target_phase: y, match: {mac: z}}\n"
		"- {name: b}\n");

	(void)state;
	capture_begin();
	assert_int_equal(facts_load(database, path), -1);
	assert_int_equal(capture_lines(), 5);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_records_become_rows),
		cmocka_unit_test(values_have_one_spelling),
		cmocka_unit_test(empty_facts_clear_the_rows),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(all_mistakes_in_one_run),
	};

	return cmocka_run_group_tests_name(
		"facts", tests, open_database, close_database);
}
