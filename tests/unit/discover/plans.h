/* plans.h -- plans of probes, answered by a DNS of their own. */
#ifndef TESTS_DISCOVER_PLANS_H
#define TESTS_DISCOVER_PLANS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "database.h"
#include "memory.h"
#include "plan.h"
#include "scratch.h"

#define META \
	"INSERT INTO meta (id, observed_at, started_at, tool)" \
	" VALUES (1, 1, 1, 'test');"
#define OWN \
	"INSERT INTO fact_own_prefix (prefix)" \
	" VALUES ('192.0.2.0/24'), ('2001:db8::/32');"
#define DEVICE \
	"INSERT INTO device (id, source, name, key, address, credential)" \
	" VALUES (1, 'agent', 'srv1', 'srv1', '192.0.2.80', 'label');" \
	"INSERT INTO address (device, if_index, family, ip, ip_key, kind," \
	" usable, sources)" \
	" VALUES (1, 1, 4, '192.0.2.80'," \
	"  x'00000000000000000000ffffc0000250', 'global', 1, 'x')," \
	" (1, 1, 6, '2001:db8::80'," \
	"  x'20010db8000000000000000000000080', 'global', 1, 'x')," \
	" (1, 1, 6, 'fe80::80'," \
	"  x'fe800000000000000000000000000080', 'link-local', 0, 'x')," \
	" (1, 2, 6, '2002:c000:250::1'," \
	"  x'2002c000025000000000000000000001', '6to4', 1, 'x');"

/* What DNS of the tests knows. */
static const struct {
	const char *name, *record, *value;
	int64_t number;
} zone[] = {
	{ "www.t.example", "A", "192.0.2.80", -1 },
	{ "www.t.example", "AAAA", "2001:db8::80", -1 },
	{ "t.example", "A", "192.0.2.80", -1 },
	{ "old.t.example", "A", "192.0.2.80", -1 },
	{ "far.t.example", "A", "198.51.100.1", -1 },
	{ "far.t.example", "AAAA", "3fff::1", -1 },
	{ "t.example", "MX", "mx.t.example", 10 },
	{ "t.example", "NS", "ns.t.example", -1 },
	{ "ns.t.example", "A", "192.0.2.53", -1 },
	{ "ns.t.example", "AAAA", "2001:db8::53", -1 },
};

static void
answer_from_zone(struct plan *plan, const struct question *question)
{
	struct answer_record records[4] = { 0 };
	struct answer answer = { VERDICT_FALSE, "nxdomain",
		.records = records };

	for (size_t i = 0; i < COUNT(zone); i++)
		if (strcmp(zone[i].name, question->name) == 0 &&
			strcmp(zone[i].record, question->record) == 0) {
			struct answer_record *record =
				&records[answer.record_count++];

			strcpy(record->value, zone[i].value);
			record->number = zone[i].number;
			answer.verdict = VERDICT_TRUE;
			answer.reason = NULL;
		}
	assert_int_equal(plan_answer(plan, question, &answer), 0);
}

static void
answer_round(struct plan *plan, const char *script)
{
	const struct question *questions;
	size_t count;

	assert_int_equal(plan_extend(plan, script), 0);
	questions = plan_questions(plan, false, &count);
	for (size_t i = 0; i < count; i++)
		if (questions[i].is_recursive)
			answer_from_zone(plan, &questions[i]);
}

static void
answer_references(struct plan *plan)
{
	const struct answer yes = { VERDICT_TRUE };
	const struct question *questions;
	size_t count;

	assert_int_equal(plan_extend(plan, "references"), 0);
	questions = plan_questions(plan, false, &count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(plan_answer(plan, &questions[i], &yes), 0);
}

static void
add_families(struct plan *plan, bool has_ipv6)
{
	const struct plan_family families[] = { { 4, true, true },
		{ 6, has_ipv6, has_ipv6 } };

	for (size_t i = 0; i < COUNT(families); i++)
		assert_int_equal(plan_add_family(plan, &families[i]), 0);
	answer_references(plan);
	assert_int_equal(plan_extend(plan, "families"), 0);
}

static const struct plan_settings here = {
	.vantage = "here", .snmp_port = 161, .at = 1000, .is_still = true
};

static struct database *
database_with(const char *facts)
{
	struct database *database =
		database_create(scratch_path("topology.db"));

	assert_non_null(database);
	assert_int_equal(database_run(database, META), 0);
	assert_int_equal(database_run(database, facts), 0);
	return database;
}

static struct plan *
full_plan(struct database *database, bool has_ipv6)
{
	static const char *const rounds[] = { "names", "named", "services" };
	struct plan *plan = plan_create(database, &here);

	assert_non_null(plan);
	add_families(plan, has_ipv6);
	for (size_t i = 0; i < COUNT(rounds); i++)
		answer_round(plan, rounds[i]);
	return plan;
}

#endif
