/* test_plan.c -- which questions follow from facts, from devices and from what
 * DNS answered, and which are refused. */
#include "plans.h"

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
	{ "console and web of what is no server",
		OWN DEVICE "UPDATE device SET role = 'switch'", "T1",
		"connect - 192.0.2.80 22 -/connect - 2001:db8::80 22 -/"
		"connect - 192.0.2.80 443 -/connect - 2001:db8::80 443 -" },
	{ "... not of a server", OWN DEVICE "UPDATE device SET role = 'server'",
		"T1", "" },
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions_follow),
		cmocka_unit_test(a_missing_family_is_not_asked),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
