/* test_connections.c -- who is served when there are too many, or one is slow.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <unistd.h>

#include "connections.h"
#include "memory.h"

enum { PAIRS = 8, DESCRIPTORS = 256 };

static const struct connection_limits limits = {
	.total = 4, .per_address = 2, .idle_ms = 1000, .bytes_per_second = 100
};

static int near_ends[PAIRS]; /* the server's */
static int far_ends[PAIRS];

static int
open_pairs(void **state)
{
	(void)state;
	for (int i = 0; i < PAIRS; i++) {
		int pair[2];

		if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) !=
			0)
			return -1;
		near_ends[i] = pair[0];
		far_ends[i] = pair[1];
	}
	return 0;
}

static int
close_pairs(void **state)
{
	(void)state;
	for (int i = 0; i < PAIRS; i++) {
		close(near_ends[i]);
		close(far_ends[i]);
	}
	return 0;
}

static bool
is_cut(int i)
{
	char byte;

	return read(far_ends[i], &byte, 1) == 0;
}

static struct sockaddr_storage
address(const char *text)
{
	struct sockaddr_storage storage = { 0 };
	struct sockaddr_in6 ipv6 = { .sin6_family = AF_INET6 };
	struct sockaddr_in ipv4 = { .sin_family = AF_INET };

	if (inet_pton(AF_INET6, text, &ipv6.sin6_addr) == 1)
		memcpy(&storage, &ipv6, sizeof(ipv6));
	else if (inet_pton(AF_INET, text, &ipv4.sin_addr) == 1)
		memcpy(&storage, &ipv4, sizeof(ipv4));
	else
		fail_msg("%s", text);
	return storage;
}

static bool
admit(struct connections *all, int i, const char *from, int64_t now)
{
	struct sockaddr_storage storage = address(from);

	return connections_admit(all, near_ends[i], &storage, now);
}

static void
the_longest_idle_of_an_address_goes(void **state)
{
	static const char *const families[] = { "192.0.2.1", "2001:db8::1" };

	(void)state;
	for (size_t f = 0; f < COUNT(families); f++) {
		struct connections *all =
			connections_create(limits, DESCRIPTORS);
		int first = (int)f * 4;

		assert_true(admit(all, first, families[f], 10));
		assert_true(admit(all, first + 1, families[f], 20));
		/* the first asks for something: it is the second that waits */
		connections_busy(all, near_ends[first], 10, 30);
		assert_true(admit(all, first + 2, families[f], 40));
		assert_false(is_cut(first));
		assert_true(is_cut(first + 1));
		assert_false(is_cut(first + 2));
		connections_busy(all, near_ends[first + 2], 10, 50);
		assert_false(admit(all, first + 3, families[f], 60));
		connections_free(all);
	}
}

static void
an_ipv4_address_is_one_address(void **state)
{
	struct connections *all = connections_create(limits, DESCRIPTORS);

	(void)state;
	assert_true(admit(all, 0, "192.0.2.1", 10));
	assert_true(admit(all, 1, "::ffff:192.0.2.1", 20));
	assert_true(admit(all, 2, "192.0.2.1", 30));
	assert_true(is_cut(0));
	connections_free(all);
}

static void
the_longest_idle_of_all_goes(void **state)
{
	static const char *const clients[] = { "192.0.2.1", "2001:db8::1",
		"192.0.2.2", "2001:db8::2", "192.0.2.3" };
	struct connections *all = connections_create(limits, DESCRIPTORS);

	(void)state;
	for (int i = 0; i < 5; i++)
		assert_true(admit(all, i, clients[i], 10 + i));
	assert_true(is_cut(0));
	for (int i = 1; i < 5; i++)
		assert_false(is_cut(i));
	connections_free(all);
}

static void
deadlines_do_not_move(void **state)
{
	struct connections *all = connections_create(limits, DESCRIPTORS);

	(void)state;
	assert_true(admit(all, 0, "192.0.2.1", 0));
	assert_true(admit(all, 1, "2001:db8::1", 0));
	connections_busy(all, near_ends[1], 500, 900); /* 5 s at 100 B/s */
	connections_cut_late(all, 999);
	assert_false(is_cut(0));
	connections_cut_late(all, 1000);
	assert_true(is_cut(0));
	connections_cut_late(all, 6899);
	assert_false(is_cut(1));
	connections_cut_late(all, 6900);
	assert_true(is_cut(1));
	connections_free(all);
}

static void
an_end_starts_the_wait_anew(void **state)
{
	struct connections *all = connections_create(limits, DESCRIPTORS);

	(void)state;
	assert_true(admit(all, 0, "192.0.2.1", 0));
	connections_busy(all, near_ends[0], 0, 100);
	connections_idle(all, near_ends[0], 900);
	connections_cut_late(all, 1899);
	assert_false(is_cut(0));
	connections_forget(all, near_ends[0]);
	connections_cut_late(all, 99999);
	assert_false(is_cut(0));
	connections_free(all);
}

static void
refuses_a_descriptor_beyond_its_table(void **state)
{
	struct connections *all = connections_create(limits, near_ends[0]);

	(void)state;
	assert_false(admit(all, 0, "192.0.2.1", 0));
	connections_free(all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_longest_idle_of_an_address_goes, open_pairs,
			close_pairs),
		cmocka_unit_test_setup_teardown(an_ipv4_address_is_one_address,
			open_pairs, close_pairs),
		cmocka_unit_test_setup_teardown(
			the_longest_idle_of_all_goes, open_pairs, close_pairs),
		cmocka_unit_test_setup_teardown(
			deadlines_do_not_move, open_pairs, close_pairs),
		cmocka_unit_test_setup_teardown(
			an_end_starts_the_wait_anew, open_pairs, close_pairs),
		cmocka_unit_test_setup_teardown(
			refuses_a_descriptor_beyond_its_table, open_pairs,
			close_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
