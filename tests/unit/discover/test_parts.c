/* test_parts.c -- what a device is made of, and LACP's partners: rows made by
 * hand, read back from the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "memory.h"
#include "rows.h"
#include "scratch.h"
#include "stored.h"

#define IF_INDEX "o1.3.6.1.2.1.2.2.1.1."

static void
parts_and_their_interfaces(void **state)
{
	static const struct stored_case cases[] = {
		{ "a module with a port",
			{ { &inventory_collector, "10",
				  "tCard|i1|i9|tSlot 1|t9.9|tSN9|tACME|tM4",
				  0 },
				{ &inventory_collector, "11",
					"|i10|i10|tGi1/1||||", 0 },
				{ &part_interfaces_collector, "11.0",
					IF_INDEX "7", 0 } },
			"10 1 module Slot 1 M4 SN9 ACME 9.9 -/"
			"11 10 port Gi1/1 - - - - 7" },
		{ "the port comes first",
			{ { &part_interfaces_collector, "11.2", IF_INDEX "7",
				  0 },
				{ &inventory_collector, "11", "|i0|i10|tp1||||",
					0 } },
			"11 - port p1 - - - - 7" },
		{ "a pointer to something else",
			{ { &part_interfaces_collector, "11.0",
				"o1.3.6.1.2.1.17.1.4.1.2.7", 0 } },
			"" },
		{ "a class of tomorrow",
			{ { &inventory_collector, "1", "||i99|tx||||", 0 } },
			"1 - - x - - - - -" },
		{ "no class, no number",
			{ { &inventory_collector, "1", "tx|||||||", -1 },
				{ &inventory_collector, "1.2", "||i3|||||",
					-1 },
				{ &part_interfaces_collector, "1", IF_INDEX "7",
					-1 },
				{ &part_interfaces_collector, "1.0", "i7",
					-1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT part, inside, class, name, model, serial,"
			" manufacturer, software, if_index FROM part"
			" ORDER BY part");
}

static void
partners_of_lacp(void **state)
{
	static const struct stored_case cases[] = {
		{ "attached",
			{ { &lags_collector, "7", "x00005e005301|i33|i0|i1000",
				0 } },
			"1000 7 attached 00:00:5e:00:53:01 33" },
		{ "nobody at the other end",
			{ { &lags_collector, "7", "x000000000000|i0|i1000|i0",
				0 } },
			"1000 7 selected - -" },
		{ "no aggregate",
			{ { &lags_collector, "7", "x00005e005301|i33|i0|i7",
				  0 },
				{ &lags_collector, "0", "|||i1", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT aggregate, member, state, partner, partner_key"
			" FROM lag_member ORDER BY aggregate, member");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_and_their_interfaces),
		cmocka_unit_test(partners_of_lacp),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
