/* test_scope.c -- rules of a scope, before a device was asked and after. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "capture.h"
#include "config.h"
#include "memory.h"
#include "scratch.h"

static const char file[] =
	"scope:\n"
	"  rules:\n"
	"  - { name: \"sep*\", then: exclude }\n"
	"  - { object_id: 1.3.6.1.4.1.9, then: walk }\n"
	"  - { platform: \"*Printer*\", then: leaf }\n"
	"  - { prefix: [192.0.2.0/24, \"2001:db8::/32\"], then: exclude }\n"
	"  - { name: \"*-old\", platform: \"*linux*\", then: leaf }\n";

static const struct {
	const char *title, *ip, *name, *platform, *object_id;
	const char *rule; /* words of the one that decides, or NULL */
	const char *beforehand; /* words of the one that excludes already */
} cases[] = {
	{ "a name, whatever its case", "198.51.100.1", "SEP0011", NULL, NULL,
		"name sep*", "name sep*" },
	{ "an object id below another", "192.0.2.1", "sw1", "x",
		"1.3.6.1.4.1.9.1.7", "object_id 1.3.6.1.4.1.9", NULL },
	{ "one that only begins alike", "198.51.100.1", "sw1", "x",
		"1.3.6.1.4.1.99.1", NULL, NULL },
	{ "a platform", "198.51.100.1", "p1", "Laser PRINTER 5", "1.3",
		"platform *Printer*", NULL },
	{ "an IPv4 prefix", "192.0.2.9", "a", "x", "1.3",
		"prefix 192.0.2.0/24, prefix 2001:db8::/32",
		"prefix 192.0.2.0/24, prefix 2001:db8::/32" },
	{ "an IPv6 prefix", "2001:db8::9", "a", "x", "1.3",
		"prefix 192.0.2.0/24, prefix 2001:db8::/32",
		"prefix 192.0.2.0/24, prefix 2001:db8::/32" },
	{ "a rule before may still save it", "2001:db8::9", "a", "x", NULL,
		"prefix 192.0.2.0/24, prefix 2001:db8::/32", NULL },
	{ "all fields must fit", "198.51.100.1", "b-old", "BSD", "1.3", NULL,
		NULL },
	{ "and do", "198.51.100.1", "b-old", "GNU/Linux", "1.3",
		"name *-old, platform *linux*", NULL },
	{ "nothing is known", "198.51.100.1", NULL, NULL, NULL, NULL, NULL },
};

static void
is_rule(const char *title, const struct scope_rule *rule, const char *words)
{
	if (rule == NULL && words == NULL)
		return;
	if (rule == NULL || words == NULL || strcmp(rule->words, words) != 0)
		fail_msg("%s: %s instead of %s", title,
			rule != NULL ? rule->words : "no rule",
			words != NULL ? words : "none");
}

static void
the_first_rule_that_fits_decides(void **state)
{
	struct discover_config config;

	(void)state;
	config_init(&config);
	assert_int_equal(
		config_read_file(&config, scratch_file("a.yaml", file)), 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip;
		const struct scope_subject subject = { &ip, cases[i].name,
			cases[i].platform, cases[i].object_id };

		assert_int_equal(ip_parse(cases[i].ip, &ip), 0);
		is_rule(cases[i].title, scope_rule_for(&config.scope, &subject),
			cases[i].rule);
		is_rule(cases[i].title,
			scope_rule_beforehand(&config.scope, &subject),
			cases[i].beforehand);
	}
	config_free(&config);
}

static void
no_ipv6_prefix_is_swept(void **state)
{
	static const struct {
		const char *prefix, *complaint; /* NULL: it is taken */
	} sweeps[] = {
		{ "192.0.2.0/24", NULL },
		{ "192.0.2.7", NULL },
		{ "198.18.0.0/15", "more than a /16" },
		{ "2001:db8::/112", "too large to ask" },
		{ "2001:db8::1", "too large to ask" },
		{ "everything", "not a prefix" },
	};
	struct scope scope = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(sweeps); i++) {
		int result;

		capture_begin();
		result = scope_add_sweep(&scope, sweeps[i].prefix);
		capture_holds(
			sweeps[i].complaint != NULL ? sweeps[i].complaint : "");
		assert_int_equal(result, sweeps[i].complaint != NULL ? -1 : 0);
	}
	assert_int_equal(scope.sweep.count, 2);
	scope_free(&scope);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_rule_that_fits_decides),
		cmocka_unit_test(no_ipv6_prefix_is_swept),
	};

	return cmocka_run_group_tests_name(
		"scope", tests, scratch_begin, scratch_end);
}
