/* test_plan.c -- which questions follow from facts, from devices and from what
 * DNS answered, and which are refused. */
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

struct plan_case {
	const char *name;
	const char *facts;
	const char *kind; /* of which questions are shown; one of D1 by name */
	const char *expected; /* "talk name ip port reason", '/' between them */
};

static const struct plan_case cases[] = {
	{ "both families of a name",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 443, 't.example')",
		"T1",
		"connect www.t.example 192.0.2.80 443 -/"
		"connect www.t.example 2001:db8::80 443 -" },
	{ "TLS of HTTPS",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 443, 't.example')",
		"T2",
		"tls www.t.example 192.0.2.80 443 -/"
		"tls www.t.example 2001:db8::80 443 -" },
	{ "no TLS of HTTP",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 80, 't.example')",
		"T2", "" },
	{ "the kind stands above the port",
		OWN "INSERT INTO fact_service (name, port, zone, kind)"
		    " VALUES ('www', 8443, 't.example', 'https')",
		"T3",
		"https www.t.example 192.0.2.80 8443 -/"
		"https www.t.example 2001:db8::80 8443 -" },
	{ "a port that means nothing is only connected to",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 4711, 't.example')",
		"T3", "" },
	{ "IPv6 of the device, which DNS does not know",
		OWN DEVICE "INSERT INTO fact_service (name, port, zone)"
			   " VALUES ('old', 80, 't.example')",
		"T1",
		"connect old.t.example 192.0.2.80 80 -/"
		"connect old.t.example 2001:db8::80 80 -" },
	{ "both families of the device that is named",
		OWN DEVICE "INSERT INTO fact_service (name, port, zone, device)"
			   " VALUES ('none', 22, 't.example', 'srv1')",
		"T3",
		"ssh none.t.example 192.0.2.80 22 -/"
		"ssh none.t.example 2001:db8::80 22 -" },
	{ "the name that IPv6 is tried with",
		OWN "INSERT INTO fact_service (name, port, zone, test_name)"
		    " VALUES ('old', 80, 't.example', 'www')",
		"T1",
		"connect old.t.example 192.0.2.80 80 -/"
		"connect www.t.example 192.0.2.80 80 -/"
		"connect www.t.example 2001:db8::80 80 -" },
	{ "refused: addresses of others",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('far', 80, 't.example')",
		"T1",
		"connect far.t.example 198.51.100.1 80 not-attempted/"
		"connect far.t.example 3fff::1 80 not-attempted" },
	{ "asked: addresses of others that the facts name",
		OWN "INSERT INTO fact_circuit (id, kind) VALUES ('c', 'wan');"
		    "INSERT INTO fact_circuit_target (circuit, ip)"
		    " VALUES ('c', '198.51.100.1'), ('c', '3fff::1')",
		"I1", "echo - 198.51.100.1 - -/echo - 3fff::1 - -" },
	{ "asked: the looking glass of an answer",
		OWN
		"INSERT INTO fact_answer (item, provider, value, text)"
		" VALUES ('R2', 'A', 'yes', 'see https://far.t.example/lg')",
		"T3",
		"https far.t.example 198.51.100.1 443 -/"
		"https far.t.example 3fff::1 443 -" },
	{ "not asked: what other answers speak of",
		OWN "INSERT INTO fact_answer (item, provider, value, text)"
		    " VALUES ('R1', 'A', 'yes', 'https://far.t.example'),"
		    " ('R2', 'B', 'no', NULL)",
		"T3", "" },
	{ "refused: what the crawl excludes",
		OWN "INSERT INTO setting (name, value)"
		    " VALUES ('exclude', '2001:db8::/64');"
		    "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 80, 't.example')",
		"T1",
		"connect www.t.example 192.0.2.80 80 -/"
		"connect www.t.example 2001:db8::80 80 not-attempted" },
	{ "refused: a name that is none",
		OWN DEVICE "INSERT INTO fact_service (name, port, zone, device)"
			   " VALUES ('x\r\nX: y', 80, 't.example', 'srv1')",
		"T3",
		"http x\r\nX: y.t.example 192.0.2.80 80 not-attempted/"
		"http x\r\nX: y.t.example 2001:db8::80 80 not-attempted" },
	{ "servers of a zone over UDP and TCP, by its NS",
		OWN "INSERT INTO fact_dns_zone (zone) VALUES ('t.example')",
		"D2",
		"dns-server t.example 192.0.2.53 53 -/"
		"dns-server t.example 192.0.2.53 53 -/"
		"dns-server t.example 2001:db8::53 53 -/"
		"dns-server t.example 2001:db8::53 53 -" },
	{ "the apex of a zone, and a name that ends with a dot",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('@', 80, 't.example'),"
		    " ('www', 80, 't.example.')",
		"T1",
		"connect t.example 192.0.2.80 80 -/"
		"connect www.t.example 192.0.2.80 80 -/"
		"connect www.t.example 2001:db8::80 80 -" },
	{ "servers of others that the facts name",
		"INSERT INTO fact_dns_zone (zone) VALUES ('t.example');"
		"INSERT INTO fact_dns_zone_server (zone, server)"
		" VALUES ('t.example', 'far.t.example')",
		"D2",
		"dns-server t.example 198.51.100.1 53 -/"
		"dns-server t.example 198.51.100.1 53 -/"
		"dns-server t.example 3fff::1 53 -/"
		"dns-server t.example 3fff::1 53 -" },
	{ "refused: servers that only NS names",
		"INSERT INTO fact_dns_zone (zone) VALUES ('t.example')", "D2",
		"dns-server t.example 192.0.2.53 53 not-attempted/"
		"dns-server t.example 192.0.2.53 53 not-attempted/"
		"dns-server t.example 2001:db8::53 53 not-attempted/"
		"dns-server t.example 2001:db8::53 53 not-attempted" },
	{ "servers of a zone that the facts name",
		"INSERT INTO fact_dns_zone (zone) VALUES ('t.example');"
		"INSERT INTO fact_dns_zone_server (zone, server)"
		" VALUES ('t.example', '3fff::53')",
		"D2",
		"dns-server t.example 3fff::53 53 -/"
		"dns-server t.example 3fff::53 53 -" },
	{ "both management addresses, none that is not native", OWN DEVICE,
		"M1",
		"snmp sysName 192.0.2.80 161 -/"
		"snmp sysName 2001:db8::80 161 -" },
	{ "refused: management outside of the own prefixes", DEVICE, "M1",
		"snmp sysName 192.0.2.80 161 -/"
		"snmp sysName 2001:db8::80 161 not-attempted" },
	{ "no SIP unless it is opted for",
		OWN "INSERT INTO fact_service (name, port, zone)"
		    " VALUES ('www', 5060, 't.example')",
		"V1", "" },
	{ "SIP that is opted for",
		OWN "INSERT INTO fact_service"
		    " (name, port, proto, zone, sip_options)"
		    " VALUES ('www', 5060, 'udp', 't.example', 1)",
		"V1",
		"sip-udp www.t.example 192.0.2.80 5060 -/"
		"sip-udp www.t.example 2001:db8::80 5060 -" },
	{ "closed ports from here, and from elsewhere",
		OWN DEVICE
		"INSERT INTO fact_vantage (name) VALUES ('here'), ('there');"
		"INSERT INTO fact_zone_test (target, port, vantage)"
		" VALUES ('srv1', 23, 'here'), ('192.0.2.9', 23, 'there')",
		"X1",
		"connect - 192.0.2.9 23 not-attempted/"
		"connect - 192.0.2.80 23 -/connect - 2001:db8::80 23 -" },
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

static void
list_questions(struct database *database, const char *kind, struct text *list)
{
	struct query *query = query_prepare(database,
		"SELECT talk, COALESCE(name, '-'), COALESCE(ip, '-'),"
		" COALESCE(port, '-'), COALESCE(reason, '-') FROM question"
		" WHERE kind = ? ORDER BY id");

	assert_non_null(query);
	query_bind(query, 1, text_value(kind));
	while (query_next(query)) {
		text_append(list, list->length > 0 ? "/" : "");
		for (int i = 0; i < query_column_count(query); i++)
			text_format(list, "%s%s", i > 0 ? " " : "",
				query_text(query, i));
	}
	query_free(query);
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

static void
questions_follow(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct database *database = database_with(cases[i].facts);
		struct plan *plan = full_plan(database, true);
		struct text list = { 0 };

		list_questions(database, cases[i].kind, &list);
		if (strcmp(list.bytes != NULL ? list.bytes : "",
			    cases[i].expected) != 0)
			fail_msg("%s: %s", cases[i].name, list.bytes);
		text_free(&list);
		plan_free(plan);
		assert_int_equal(database_close(database), 0);
	}
}

#define WWW \
	"INSERT INTO fact_service (name, port, zone)" \
	" VALUES ('www', 80, 't.example');"

/* What is not own is not asked in vain. */
static void
a_missing_family_is_not_asked(void **state)
{
	struct database *database = database_with(OWN WWW);
	struct plan *plan = full_plan(database, false);
	struct text list = { 0 };

	(void)state;
	list_questions(database, "T1", &list);
	assert_string_equal(list.bytes,
		"connect www.t.example 192.0.2.80 80 -/"
		"connect www.t.example 2001:db8::80 80 prober-lacks-family");
	text_free(&list);
	plan_free(plan);
	assert_int_equal(database_close(database), 0);
}

/* Answers T1 and T3 of each family, keeps them, and gives the results back. */
static void
keep_answers(struct database *database, const struct answer *v4,
	const struct answer *v6, struct text *results)
{
	struct plan *plan = full_plan(database, true);
	const struct question *questions;
	struct query *query;
	size_t count;

	questions = plan_questions(plan, false, &count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(plan_answer(plan, &questions[i],
					 questions[i].ip.family == 4 ? v4 : v6),
			0);
	assert_int_equal(plan_keep(plan), 0);
	plan_free(plan);
	query = query_prepare(database,
		"SELECT kind || family || result FROM probe"
		" WHERE kind LIKE 'T%' AND at = 1000 ORDER BY id");
	while (query_next(query))
		text_format(results, "%s ", query_text(query, 0));
	query_free(query);
}

static void
name_reference(struct database *database, const char *address)
{
	struct query *query = query_prepare(database,
		"INSERT INTO fact_reference_target (address)"
		" SELECT ?1 WHERE ?1 IS NOT NULL");
	const struct value value = text_value(address);

	assert_int_equal(query_run(query, &value, 1), 0);
	query_free(query);
}

static void
silence_is_judged(void **state)
{
	static const struct answer yes = { VERDICT_TRUE },
				   silence = { VERDICT_UNKNOWN, "no-answer" },
				   no_way = { VERDICT_UNKNOWN, "unreachable" };
	static const struct {
		const char *name;
		const char *reference; /* NULL: none is named */
		const struct answer *v4, *v6;
		const char *results;
	} judged[] = {
		{ "IPv4 answers, IPv6 does not", "2001:db8::9", &yes, &silence,
			"T14true T16false T34true T36false " },
		{ "... where nothing shows that IPv6 works", NULL, &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "... where a unique local address shows it", "fd00::9", &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "... where IPv4 shows that IPv4 works", "192.0.2.9", &yes,
			&silence, "T14true T16unknown T34true T36unknown " },
		{ "neither answers", "2001:db8::9", &silence, &silence,
			"T14unknown T16unknown T34unknown T36unknown " },
		{ "IPv6 answers, IPv4 does not", "2001:db8::9", &silence, &yes,
			"T14unknown T16true T34unknown T36true " },
		{ "no way there", "2001:db8::9", &yes, &no_way,
			"T14true T16unknown T34true T36unknown " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(judged); i++) {
		struct database *database = database_with(OWN WWW);
		struct text results = { 0 };

		name_reference(database, judged[i].reference);
		keep_answers(database, judged[i].v4, judged[i].v6, &results);
		if (strcmp(results.bytes, judged[i].results) != 0)
			fail_msg("%s: %s", judged[i].name, results.bytes);
		text_free(&results);
		assert_int_equal(database_close(database), 0);
	}
}

/* Until they are kept the file holds what it held; rows of other kinds stay. */
static void
earlier_answers_are_replaced(void **state)
{
	static const char *const kinds[] = { "T1" };
	struct plan_settings only = here;
	struct database *database = database_with(OWN
		"INSERT INTO probe (id, kind, target, result, at)"
		" VALUES (1, 'T1', 'x', 'true', 1), (2, 'I1', 'x', 'true', 1)");
	struct plan *plan;

	(void)state;
	only.kinds = kinds;
	only.kind_count = COUNT(kinds);
	plan = plan_create(database, &only);
	assert_non_null(plan);
	add_families(plan, true);
	assert_int_equal(database_integer(database,
				 "SELECT count(*) FROM main.probe", -1),
		2);
	assert_int_equal(plan_keep(plan), 0);
	plan_free(plan);
	assert_int_equal(
		database_integer(database, "SELECT sum(id) FROM probe", -1), 2);
	assert_int_equal(database_close(database), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions_follow),
		cmocka_unit_test(a_missing_family_is_not_asked),
		cmocka_unit_test(silence_is_judged),
		cmocka_unit_test(earlier_answers_are_replaced),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
