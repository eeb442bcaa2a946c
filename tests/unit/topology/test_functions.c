/* test_functions.c -- the SQL functions, asked as queries ask them. */
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
	const char *sql;
	const char *result; /* NULL: NULL */
} cases[] = {
	{ "hex(ip_key('192.0.2.1'))", "00000000000000000000FFFFC0000201" },
	{ "hex(ip_key('2001:db8::1'))", "20010DB8000000000000000000000001" },
	{ "ip_key('192.0.2.256')", NULL },
	{ "ip_key(NULL)", NULL },
	{ "ip_text(ip_key('192.0.2.1'))", "192.0.2.1" },
	{ "ip_text(ip_key('2001:db8::1'))", "2001:db8::1" },
	{ "ip_text(x'c0000201')", "192.0.2.1" },
	{ "ip_text(x'c00002')", NULL },
	{ "ip_text(x'')", NULL },
	{ "ip_text('2001:DB8:0::1')", "2001:db8::1" },
	{ "ip_text('2001:DB8:0::1/64')", "2001:db8::1/64" },
	{ "ip_text('no address')", NULL },
	{ "ip_text(NULL)", NULL },
	{ "ip_family('192.0.2.1')", "4" },
	{ "ip_family('2001:db8::1/64')", "6" },
	{ "ip_family('x')", NULL },
	{ "ip_kind('192.0.2.1')", "documentation" },
	{ "ip_kind('3fff:fff:ffff::')", "documentation" },
	{ "ip_kind('fe80::1')", "link-local" },
	{ "ip_kind('')", NULL },
	{ "ip_usable('192.0.2.1')", "1" },
	{ "ip_usable('169.254.0.1')", "0" },
	{ "ip_usable('2001:db8::1')", "1" },
	{ "ip_usable('2002:c000:2aa::1')", "0" },
	{ "ip_usable('x')", NULL },
	{ "ip_network('192.0.2.77', 27)", "192.0.2.64/27" },
	{ "ip_network('2001:db8::5:1', 64)", "2001:db8::/64" },
	{ "ip_network('192.0.2.77', 33)", NULL },
	{ "ip_network('2001:db8::1', 129)", NULL },
	{ "ip_network('2001:db8::1', -1)", NULL },
	{ "ip_network('192.0.2.77', NULL)", NULL },
	{ "ip_in('192.0.2.77', '192.0.2.64/27')", "1" },
	{ "ip_in('192.0.2.97', '192.0.2.64/27')", "0" },
	{ "ip_in('2001:db8::1', '2001:db8::/32')", "1" },
	{ "ip_in('192.0.2.77', '::/0')", "0" },
	{ "ip_in('192.0.2.77', 'x')", NULL },
	{ "ip_in(NULL, '::/0')", NULL },
	{ "prefix_length('192.0.2.0/24')", "24" },
	{ "prefix_length('2001:db8::/32')", "32" },
	{ "prefix_length('2001:db8::')", NULL },
	{ "hex(prefix_key('192.0.2.77/24'))",
		"00000000000000000000FFFFC0000200" },
	{ "hex(prefix_key('2001:db8::1/32'))",
		"20010DB8000000000000000000000000" },
	{ "prefix_key('x')", NULL },
	{ "iid_class('192.0.2.1', 'manual')", NULL },
	{ "iid_class('3fff:a10::200:5eff:fe00:5310', 'linklayer')", "EUI-64" },
	{ "iid_class('3fff:a10::10', NULL)", "low" },
	{ "iid_class('3fff:a10::a1b2:c3d4:e5f6:7', 'random')", "temporary" },
	{ "iid_class('3fff:a10::a1b2:c3d4:e5f6:7', NULL)", "random-looking" },
	{ "iid_mac('3fff:a10::200:5eff:fe00:5310')", "00:00:5e:00:53:10" },
	{ "iid_mac('3fff:a10::10')", NULL },
	{ "mac_text('0000.5E00.5310')", "00:00:5e:00:53:10" },
	{ "mac_text('0:0:5e:0:53:1')", "00:00:5e:00:53:01" },
	{ "mac_text('hq-core1')", NULL },
	{ "mac_text(NULL)", NULL },
	{ "mac_virtual('00:00:5e:00:01:0a')", "1" },
	{ "mac_virtual('00:00:5e:00:53:0a')", "0" },
	{ "mac_virtual('x')", NULL },
	{ "slug('HQ Core 1 (main)')", "hq-core-1-main" },
	{ "slug('--a__b--')", "a-b" },
	{ "slug('')", "x" },
	{ "slug('\xc3\xa9\xc3\xa9')", "x" },
	{ "slug('../../etc/passwd')", "etc-passwd" },
	{ "length(slug(hex(zeroblob(500))))", "60" },
	{ "slug(NULL)", NULL },
	{ "short_hash('abc')", "ba7816bf" },
	{ "short_hash('')", "e3b0c442" },
	{ "short_hash(NULL)", NULL },
	{ "natural_key('Gi1/0/2') < natural_key('Gi1/0/10')", "1" },
	{ "natural_key('gi1/0/2') = natural_key('Gi1/0/2')", "1" },
	{ "natural_key('Gi1/0/02') = natural_key('Gi1/0/2')", "1" },
	{ "natural_key('eth9') < natural_key('eth10')", "1" },
	{ "natural_key('eth1') < natural_key('eth1.10')", "1" },
	{ "natural_key('a2') < natural_key('b1')", "1" },
	{ "natural_key('') = ''", "1" },
	{ "natural_key(NULL)", NULL },
	{ "clean('caf\xc3\xa9')", "caf\xc3\xa9" },
	{ "clean('a' || char(27) || '[31mb')", "a[31mb" },
	{ "clean(char(13, 10) || 'a' || char(13, 10, 9) || 'b' || char(10))",
		"a b" },
	{ "clean('a' || char(133) || 'b')", "ab" },
	{ "clean(CAST(x'61ff62c3' AS TEXT))",
		"a\xef\xbf\xbd"
		"b\xef\xbf\xbd" },
	{ "clean(CAST(x'c080eda080f4908080' AS TEXT)) LIKE '%\xef\xbf\xbd'",
		"1" },
	{ "clean(char(128512))", "\xf0\x9f\x98\x80" },
	{ "clean('')", "" },
	{ "clean(NULL)", NULL },
};

static void
answers(void **state)
{
	struct database *database = database_create(scratch_path("f.db"));
	char sql[256];

	(void)state;
	assert_non_null(database);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct query *query;

		snprintf(sql, sizeof(sql), "SELECT %s", cases[i].sql);
		query = query_prepare(database, sql);
		assert_non_null(query);
		assert_true(query_next(query));
		if (cases[i].result == NULL && !query_is_null(query, 0))
			fail_msg("%s: %s", cases[i].sql, query_text(query, 0));
		else if (cases[i].result != NULL && query_is_null(query, 0))
			fail_msg("%s: NULL", cases[i].sql);
		else if (cases[i].result != NULL)
			assert_string_equal(
				query_text(query, 0), cases[i].result);
		query_free(query);
	}
	assert_int_equal(database_close(database), 0);
}

/* Keys of both families in one order: all of IPv4, then IPv6. */
static void
keys_sort(void **state)
{
	static const char *const sql =
		"WITH a (ip) AS (VALUES ('2001:db8::10'), ('192.0.2.10'),"
		" ('2001:db8::9'), ('192.0.2.9'), ('198.51.100.1'))"
		" SELECT group_concat(ip, ' ') FROM"
		" (SELECT ip FROM a ORDER BY ip_key(ip))";
	struct database *database = database_create(scratch_path("k.db"));
	struct query *query = query_prepare(database, sql);

	(void)state;
	assert_true(query_next(query));
	assert_string_equal(query_text(query, 0),
		"192.0.2.9 192.0.2.10 198.51.100.1 2001:db8::9 2001:db8::10");
	query_free(query);
	database_close(database);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers),
		cmocka_unit_test(keys_sort),
	};

	return cmocka_run_group_tests_name(
		"functions", tests, scratch_begin, scratch_end);
}
