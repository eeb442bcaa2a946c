/* test_users.c -- lists of users, and who is let in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "users.h"

/* both are "secret", hashed as cheaply as the methods allow */
#define SHA512 \
	"$6$rounds=1000$saltsalt$LAV5VE5Y7w1d73x1mFNspYWUpazfmwv2SoepNXNKJ/" \
	"otop/Zok96Hr8Q13LEv0DRY/x8v0/crpIjl8NJSAqXV/"
#define YESCRYPT "$y$j75$saltsalt$0gBD67sgmJgRX3RZ6wHHO7sHimQEWGCWN85o4Twogh2"

static void
lists_are_taken_or_refused(void **state)
{
	static const struct {
		const char *text;
		bool is_taken;
	} cases[] = {
		{ "anna:" SHA512 "\n", true },
		{ "anna:" YESCRYPT, true },
		{ "# who\r\n\r\nanna:" SHA512 "\r\nbert:" YESCRYPT "\r\n",
			true },
		{ "", false },
		{ "# nobody\n", false },
		{ "anna", false },
		{ "anna:", false },
		{ ":" SHA512, false },
		{ "anna:secret", false },
		{ "anna:$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/", false },
		{ "anna:$6$", false },
		{ "anna:" SHA512 "\nanna:" YESCRYPT, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct users *users = users_parse("users", cases[i].text);

		if ((users != NULL) != cases[i].is_taken)
			fail_msg("'%s'", cases[i].text);
		users_free(users);
	}
}

static void
passwords_are_right_or_wrong(void **state)
{
	static const struct {
		const char *name;
		const char *password;
		bool is_right;
	} cases[] = {
		{ "anna", "secret", true },
		{ "bert", "secret", true },
		{ "anna", "Secret", false },
		{ "anna", "secret ", false },
		{ "anna", "", false },
		{ "carl", "secret", false },
		{ "", "secret", false },
		{ "", "", false },
		{ "anna:", "secret", false },
		{ "anna", SHA512, false },
	};
	struct users *users =
		users_parse("users", "anna:" SHA512 "\nbert:" YESCRYPT "\n");

	(void)state;
	assert_non_null(users);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct credentials given = { cases[i].name,
			cases[i].password };

		if (users_remember(users, &given))
			fail_msg("%s: known before", cases[i].name);
		if (users_verify(users, &given) != cases[i].is_right)
			fail_msg("%s %s", cases[i].name, cases[i].password);
		if (users_remember(users, &given) != cases[i].is_right)
			fail_msg("%s: afterwards", cases[i].name);
	}
	users_free(users);
}

static void
long_passwords_are_wrong(void **state)
{
	char text[2000];
	struct users *users = users_parse("users", "anna:" SHA512);
	const struct credentials given = { "anna", text };

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_false(users_verify(users, &given));
	users_free(users);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_taken_or_refused),
		cmocka_unit_test(passwords_are_right_or_wrong),
		cmocka_unit_test(long_passwords_are_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
