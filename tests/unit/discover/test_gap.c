/* test_gap.c -- where a long column is cut into ranges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "memory.h"
#include "split.h"

struct guess_case {
	const char *name;
	const char *first, *newest, *below;
	const char *guess; /* NULL: none */
};

static const struct guess_case guess_cases[] = {
	{ "as far again as it has come", "1.10", "1.50", "", "1.90" },
	{ "the first number that moves", "1.2.0.94.0.7", "1.2.0.94.3.1", "",
		"1.2.0.94.6" },
	{ "IPv4: beyond the octet's end", "5.192.0.2.1", "5.192.0.2.200", "",
		"5.192.0.2.399" },
	{ "IPv6: the same", "5.2.16.32.1.13.184.0", "5.2.16.32.1.13.184.9", "",
		"5.2.16.32.1.13.184.18" },
	{ "half way to the next range", "1.2", "1.10", "1.100", "1.55" },
	{ "the next range is near", "1.10.5", "1.10.9", "2.7.7", "2" },
	{ "nothing is in what is near", "1.10.5", "1.10.9", "2", "1.10.13" },
	{ "within the number before", "1.10.5", "1.11.9", "1.12", "1.11.18" },
	{ "only one number is left", "7.1", "7.2", "7.3", NULL },
	{ "no way has been made", "1.2", "1.2", "", NULL },
	{ "the numbers end", "1.2", "1.4294967295", "", NULL },
	{ "past the next range already", "1.2", "1.5", "1.5.1", NULL },
};

static struct snmp_name
name_of(const char *text, uint32_t ids[OID_IDS])
{
	return (struct snmp_name){ ids, oid_from_text(text, ids) };
}

static void
is_cut_there(const struct guess_case *given)
{
	uint32_t first[OID_IDS], newest[OID_IDS], below[OID_IDS],
		guess[OID_IDS], expected[OID_IDS];
	const struct gap gap = { name_of(given->first, first),
		name_of(given->newest, newest), name_of(given->below, below) };
	size_t length;

	if (gap_guess(&gap, guess, &length) != (given->guess != NULL))
		fail_msg("%s", given->name);
	if (given->guess != NULL &&
		name_compare((struct snmp_name){ guess, length },
			name_of(given->guess, expected)) != 0)
		fail_msg("%s", given->name);
}

static void
columns_are_cut_where_they_go_on(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(guess_cases); i++)
		is_cut_there(&guess_cases[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_cut_where_they_go_on),
	};

	return cmocka_run_group_tests_name("gap", tests, NULL, NULL);
}
