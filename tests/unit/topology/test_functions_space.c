/* test_functions_space.c -- reckoning with address space, as queries ask it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "database.h"
#include "memory.h"
#include "scratch.h"

static const struct {
	const char *name;
	const char *sql;
	const char *result; /* NULL: NULL */
} cases[] = {
	{ "last of IPv4", "ip_text(prefix_last('192.0.2.64/26'))",
		"192.0.2.127" },
	{ "last of IPv6", "ip_text(prefix_last('3fff:a10::/44'))",
		"3fff:a10:f:ffff:ffff:ffff:ffff:ffff" },
	{ "last of one address", "ip_text(prefix_last('2001:db8::1'))",
		"2001:db8::1" },
	{ "last of all", "hex(prefix_last('::/0'))",
		"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF" },
	{ "last of no prefix", "prefix_last('192.0.2.0/33')", NULL },
	{ "last of NULL", "prefix_last(NULL)", NULL },

	{ "network of an IPv4 key",
		"ip_text(key_network(ip_key('192.0.2.77'), 123))",
		"192.0.2.64" },
	{ "network of an IPv6 key",
		"ip_text(key_network(ip_key('2001:db8::5:1'), 64))",
		"2001:db8::" },
	{ "network of 129 bits", "key_network(zeroblob(16), 129)", NULL },
	{ "network of no key", "key_network(x'c0000201', 24)", NULL },
	{ "network of NULL bits", "key_network(zeroblob(16), NULL)", NULL },

	{ "IPv4 block", "prefix_block('192.0.2.0/24', 26, 3)",
		"192.0.2.192/26" },
	{ "IPv6 block", "prefix_block('3fff:a10::/44', 48, 15)",
		"3fff:a10:f::/48" },
	{ "block across octets", "prefix_block('3fff:a10::/48', 64, 65535)",
		"3fff:a10:0:ffff::/64" },
	{ "block of the same length", "prefix_block('192.0.2.0/24', 24, 0)",
		"192.0.2.0/24" },
	{ "block beyond the end", "prefix_block('192.0.2.0/24', 26, 4)", NULL },
	{ "block of a larger one", "prefix_block('192.0.2.0/24', 23, 0)",
		NULL },
	{ "block before the first", "prefix_block('::/0', 64, -1)", NULL },
	{ "block longer than IPv4", "prefix_block('192.0.2.0/24', 33, 0)",
		NULL },

	{ "free when all is", "free_block('3fff:a10::/44', '')",
		"3fff:a10::/48" },
	{ "free, nothing known", "free_block('3fff:a10::/44', NULL)",
		"3fff:a10::/48" },
	{ "free behind some",
		"free_block('3fff:a10::/44', '3fff:a10::/48 3fff:a10:1::/48')",
		"3fff:a10:2::/48" },
	{ "free in a gap",
		"free_block('3fff:a10::/44', '3fff:a10::/48 3fff:a10:2::/48')",
		"3fff:a10:1::/48" },
	{ "free beside LANs",
		"free_block('3fff:a10::/48',"
		" '3fff:a10:0:10::/64 3fff:a10:0:fe01::/127')",
		"3fff:a10:0:1000::/52" },
	{ "free behind a block off the nibble",
		"free_block('3fff:a10::/44', '3fff:a10::/47')",
		"3fff:a10:2::/48" },
	{ "free on the next nibble",
		"free_block('2001:db8::/62', '2001:db8::/64')",
		"2001:db8:0:1::/64" },
	{ "free at a smaller size",
		"free_block('3fff:a10::/56', '3fff:a10::/58"
		" 3fff:a10:0:40::/58 3fff:a10:0:80::/58 3fff:a10:0:c0::/60"
		" 3fff:a10:0:d0::/60 3fff:a10:0:e0::/60 3fff:a10:0:f0::/64')",
		"3fff:a10:0:f1::/64" },
	{ "nothing free", "free_block('2001:db8::/64', '')", NULL },
	{ "all taken", "free_block('2001:db8::/60', '2001:db8::/60')", NULL },
	{ "taken to the last address", "free_block('fff0::/12', 'fff0::/12')",
		NULL },
	{ "free IPv4", "free_block('10.0.0.0/8', '10.0.0.0/12')",
		"10.16.0.0/12" },
	{ "the other family takes nothing",
		"free_block('10.0.0.0/8', '2001:db8::/32')", "10.0.0.0/12" },
	{ "what cannot be read is passed over",
		"free_block('10.0.0.0/8', '  x  10.0.0.0/12 /')",
		"10.16.0.0/12" },
	{ "free in no prefix", "free_block('x', '')", NULL },

	{ "6to4", "ip_inside('2002:c000:2aa::1')", "192.0.2.170" },
	{ "Teredo", "ip_inside('2001:0:c000:201::3fff:fd55')", "192.0.2.170" },
	{ "not Teredo", "ip_inside('2001:db8::c000:2aa')", NULL },
	{ "ISATAP", "ip_inside('2001:db8::5efe:192.0.2.170')", "192.0.2.170" },
	{ "NAT64", "ip_inside('64:ff9b::c000:2aa')", "192.0.2.170" },
	{ "IPv4 itself", "ip_inside('192.0.2.170')", NULL },
	{ "no address", "ip_inside('x')", NULL },
};

static void
answers(void **state)
{
	struct database *database = database_create(scratch_path("s.db"));
	char sql[512];

	(void)state;
	assert_non_null(database);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct query *query;
		const char *answer;

		snprintf(sql, sizeof(sql), "SELECT %s", cases[i].sql);
		query = query_prepare(database, sql);
		assert_non_null(query);
		assert_true(query_next(query));
		answer = query_text(query, 0);
		if ((answer == NULL) != (cases[i].result == NULL) ||
			(answer != NULL &&
				strcmp(answer, cases[i].result) != 0))
			fail_msg("%s: %s", cases[i].name,
				answer != NULL ? answer : "NULL");
		query_free(query);
	}
	assert_int_equal(database_close(database), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(answers) };

	return cmocka_run_group_tests_name(
		"functions_space", tests, scratch_begin, scratch_end);
}
