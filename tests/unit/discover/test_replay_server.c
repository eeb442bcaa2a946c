/* test_replay_server.c -- the server ends by signals and gives them back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>

#include "capture.h"
#include "memory.h"
#include "replay.h"

/* Any port that is free; and an end, should no signal come. */
static const struct replay_settings settings = { .seconds = 10 };

static bool
is_blocked(int signal)
{
	sigset_t blocked;

	sigprocmask(SIG_BLOCK, NULL, &blocked);
	return sigismember(&blocked, signal) == 1;
}

static bool
is_pending(int signal)
{
	sigset_t pending;

	sigpending(&pending);
	return sigismember(&pending, signal) == 1;
}

static void
signals_end_it(void **state)
{
	static const struct {
		const char *name;
		int signals[2];
	} cases[] = {
		{ "terminated", { SIGTERM } },
		{ "interrupted", { SIGINT } },
		{ "both at once", { SIGTERM, SIGINT } },
		{ "the same twice", { SIGTERM, SIGTERM } },
	};
	struct replay_addresses *nobody = replay_addresses_create();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct replay_server *server =
			replay_server_create(&settings, nobody);

		print_message("# %s\n", cases[i].name);
		assert_non_null(server);
		assert_true(is_blocked(SIGTERM) && is_blocked(SIGINT));
		for (size_t j = 0; j < 2 && cases[i].signals[j] != 0; j++)
			raise(cases[i].signals[j]);
		assert_true(is_pending(cases[i].signals[0]));
		assert_int_equal(replay_server_run(server), 0);
		replay_server_free(server);
		/* Still alive: what ended the server ends nothing else. */
		assert_false(is_blocked(SIGTERM) || is_blocked(SIGINT));
	}
	replay_addresses_free(nobody);
}

static void
blocked_signals_stay_blocked(void **state)
{
	struct replay_addresses *nobody = replay_addresses_create();
	sigset_t ours, before;

	(void)state;
	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigprocmask(SIG_BLOCK, &ours, &before);
	replay_server_free(replay_server_create(&settings, nobody));
	assert_true(is_blocked(SIGTERM));
	assert_false(is_blocked(SIGINT));
	sigprocmask(SIG_SETMASK, &before, NULL);
	replay_addresses_free(nobody);
}

static int
bind_any(int file, int family, struct sockaddr_in6 *taken)
{
	socklen_t length = sizeof(*taken);
	struct sockaddr *any = (struct sockaddr *)taken;

	*taken = (struct sockaddr_in6){ .sin6_family = (sa_family_t)family };
	if (bind(file, any,
		    family == AF_INET ? sizeof(struct sockaddr_in)
				      : sizeof(*taken)) != 0)
		return -1;
	return getsockname(file, any, &length);
}

static void
a_taken_port_is_refused(void **state)
{
	static const int families[] = { AF_INET, AF_INET6 };
	struct replay_addresses *nobody = replay_addresses_create();

	(void)state;
	for (size_t i = 0; i < COUNT(families); i++) {
		int file = socket(families[i], SOCK_DGRAM | SOCK_CLOEXEC, 0);
		struct replay_settings same_port = settings;
		struct sockaddr_in6 taken;

		assert_int_equal(bind_any(file, families[i], &taken), 0);
		same_port.port = ntohs(taken.sin6_port);
		capture_begin();
		assert_null(replay_server_create(&same_port, nobody));
		capture_holds("Address already in use");
		assert_false(is_blocked(SIGTERM) || is_blocked(SIGINT));
		close(file);
	}
	replay_addresses_free(nobody);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signals_end_it),
		cmocka_unit_test(blocked_signals_stay_blocked),
		cmocka_unit_test(a_taken_port_is_refused),
	};

	return cmocka_run_group_tests_name("replay server", tests, NULL, NULL);
}
