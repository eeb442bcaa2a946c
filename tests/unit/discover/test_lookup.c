/* test_lookup.c -- what is put in is found, also by whoever chooses his keys.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "lookup.h"

enum { KEYS = 6000, PLACES = 16384 /* that a table of so many keys has */ };

static uint32_t keys[KEYS];

static void
keys_are_found(void **state)
{
	struct lookup *lookup = lookup_create();

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++) {
		keys[i] = i;
		*lookup_place(lookup, &keys[i], sizeof(keys[i])) = &keys[i];
	}
	for (uint32_t i = 0; i < KEYS; i++) {
		assert_ptr_equal(lookup_find(lookup, &i, sizeof(i)), &keys[i]);
		/* a part of a key is another key */
		assert_null(lookup_find(lookup, &i, sizeof(i) - 1));
	}
	assert_null(lookup_find(lookup, "absent", 6));
	lookup_free(lookup);
}

static clock_t
time_to_put_in(void)
{
	struct lookup *lookup = lookup_create();
	clock_t start = clock();

	for (int i = 0; i < KEYS; i++)
		*lookup_place(lookup, &keys[i], sizeof(keys[i])) = keys;
	start = clock() - start;
	lookup_free(lookup);
	return start;
}

/* The shortest of some: others may need the machine meanwhile. */
static clock_t
shortest_time(void)
{
	clock_t shortest = time_to_put_in();

	for (int i = 0; i < 5; i++) {
		clock_t next = time_to_put_in();

		shortest = next < shortest ? next : shortest;
	}
	return shortest;
}

static uint64_t
fnv(uint32_t key)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (int i = 0; i < 4; i++, key >>= 8)
		hash = (hash ^ (key & 0xff)) * 0x100000001b3;
	return hash ^ hash >> 32;
}

static void
chosen_keys_do_not_fall_together(void **state)
{
	clock_t ordinary, chosen;
	uint32_t key = 0;

	(void)state;
	for (int i = 0; i < KEYS; i++)
		keys[i] = (uint32_t)i * 7919;
	ordinary = shortest_time();
	for (int i = 0; i < KEYS; key++)
		if (fnv(key) % PLACES == 0)
			keys[i++] = key;
	chosen = shortest_time();
	assert_in_range(chosen, 0, 5 * ordinary + 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_found),
		cmocka_unit_test(chosen_keys_do_not_fall_together),
	};

	return cmocka_run_group_tests_name("lookup", tests, NULL, NULL);
}
