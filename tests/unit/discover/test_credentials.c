/* test_credentials.c -- files of credentials, good ones and all the mistakes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <sys/stat.h>

#include "capture.h"
#include "credentials.h"
#include "keyring.h"
#include "memory.h"
#include "scratch.h"

#define V3 "  - label: core\n    version: v3\n    user: twinmap\n"
#define AUTH "    auth: SHA-256\n    auth_password: long enough\n"
#define PRIVACY "    privacy: AES\n    privacy_password: 12345678\n"
#define V2C "  - {label: old, version: v2c, community: public}\n"

static struct credentials *
read_text(const char *text, mode_t mode)
{
	char whole[4096];
	const char *path;

	snprintf(whole, sizeof(whole), "credentials:\n%s", text);
	path = scratch_file("credentials.yaml", whole);
	assert_int_equal(chmod(path, mode), 0);
	return credentials_read(path);
}

static void
reads_in_order(void **state)
{
	struct credentials *credentials = read_text(V3 AUTH PRIVACY V2C, 0600);
	const struct credential *first, *second;

	(void)state;
	assert_non_null(credentials);
	assert_int_equal(credentials_count(credentials), 2);
	first = credentials_at(credentials, 0);
	second = credentials_at(credentials, 1);
	assert_int_equal(first->version, SNMP_V3);
	assert_string_equal(first->label, "core");
	assert_string_equal(first->user, "twinmap");
	assert_string_equal(first->auth, "SHA-256");
	assert_string_equal(first->auth_password, "long enough");
	assert_string_equal(first->privacy, "AES");
	assert_string_equal(first->privacy_password, "12345678");
	assert_null(first->community);
	assert_int_equal(second->version, SNMP_V2C);
	assert_string_equal(second->community, "public");
	assert_null(second->user);
	assert_ptr_equal(credentials_find(credentials, "old"), second);
	assert_null(credentials_find(credentials, "new"));
	assert_null(credentials_find(credentials, NULL));
	credentials_free(credentials);
}

static void
levels(void **state)
{
	static const struct {
		const char *text, *level;
	} cases[] = {
		{ V2C, NULL },
		{ V3, "noAuthNoPriv" },
		{ V3 AUTH, "authNoPriv" },
		{ V3 AUTH PRIVACY, "authPriv" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct credentials *credentials =
			read_text(cases[i].text, 0400);
		const char *level;

		assert_non_null(credentials);
		level = credential_level(credentials_at(credentials, 0));
		if (cases[i].level == NULL)
			assert_null(level);
		else
			assert_string_equal(level, cases[i].level);
		credentials_free(credentials);
	}
}

/* systemd hands it over readable for a group, by lists of access; that holds
 * for its folder alone. */
static void
a_service_manager_may_hand_them_over(void **state)
{
	static const struct {
		const char
			*below; /* the folder of the test; NULL: it is that */
		bool is_read;
	} cases[] = { { NULL, true }, { "elsewhere", false },
		{ "cred", false } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct credentials *credentials;

		setenv("CREDENTIALS_DIRECTORY",
			cases[i].below != NULL ? scratch_path(cases[i].below)
					       : scratch_folder,
			1);
		capture_begin();
		credentials = read_text(V2C, 0440);
		capture_holds(cases[i].is_read ? "" : "chmod 600 ");
		assert_int_equal(credentials != NULL, cases[i].is_read);
		credentials_free(credentials);
	}
	unsetenv("CREDENTIALS_DIRECTORY");
}

static const struct {
	const char *text;
	mode_t mode;
	const char *says;
} mistakes[] = {
	{ V2C, 0640, "chmod 600 " },
	{ V2C, 0604, "chmod 600 " },
	{ "", 0600, "credentials" },
	{ "  - {label: a, version: v2c}\n", 0600, ":2: community: is missing" },
	{ "  - {version: v2c, community: public}\n", 0600, "label" },
	{ "  - {label: a, version: v4, community: public}\n", 0600, "version" },
	{ "  - {label: a, version: v2c, community: public, context: b}\n", 0600,
		"context: has no place in v2c" },
	{ "  - {label: a, version: v2c, community: public,\n"
	  "     prefixes: [192.0.2.0/24, 2001]}\n",
		0600, ":3: '2001' is not a prefix" },
	{ "  - {label: a, version: v2c, community: public, user: me}\n", 0600,
		"user: has no place in v2c" },
	{ V2C V2C, 0600, ":3: label: 'old' names another" },
	{ "  - {label: a, version: v3}\n", 0600, "user: is missing for v3" },
	{ V3 "    community: public\n", 0600, "community: has no place in v3" },
	{ V3 "    auth: SHA-1024\n    auth_password: long enough\n", 0600,
		":5: " },
	{ V3 "    auth: SHA-256\n    auth_password: seven77\n", 0600,
		":6: auth_password: shorter than 8" },
	{ V3 "    auth: SHA-256\n", 0600,
		"auth_password: is missing for v3 with auth" },
	{ V3 PRIVACY, 0600, "auth: is missing for v3 with privacy" },
	{ V3 AUTH "    privacy: AES-512\n    privacy_password: 12345678\n",
		0600, ":7: " },
	{ V3 AUTH "    privacy: AES\n    privacy_password: short\n", 0600,
		":8: privacy_password: shorter than 8" },
	{ V3 AUTH "    privacy_password: 12345678\n", 0600,
		"privacy: is missing for v3 with privacy_password" },
	{ V2C "    password: x\n", 0600, ":3: " },
};

static void
mistakes_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		struct credentials *credentials;

		capture_begin();
		credentials = read_text(mistakes[i].text, mistakes[i].mode);
		capture_holds(mistakes[i].says);
		assert_null(credentials);
	}
}

static void
a_missing_file_is_told(void **state)
{
	(void)state;
	capture_begin();
	assert_null(credentials_read(scratch_path("absent.yaml")));
	capture_holds("No such file");
}

static void
all_mistakes_in_one_run(void **state)
{
	(void)state;
	capture_begin();
	assert_null(read_text("  - {label: a, version: v3}\n"
			      "  - {label: b, version: v2c}\n",
		0600));
	assert_int_equal(capture_lines(), 2);
}

static void
the_key_that_worked_nearby_comes_first(void **state)
{
	static const char yaml[] =
		"credentials:\n"
		"  - { label: a, version: v2c, community: one }\n"
		"  - { label: b, version: v2c, community: two }\n"
		"  - { label: c, version: v2c, community: three }\n";
	static const struct {
		const char *ip, *works, *order;
	} cases[] = {
		{ "192.0.2.1", "c", "abc" },
		{ "192.0.2.2", "c", "cab" },
		{ "2001:db8::1", "b", "cab" },
		{ "2001:db8::ffff", "b", "bac" },
		{ "2001:db8:0:1::1", "a", "bac" },
		{ "192.0.2.3", "c", "cab" },
		{ "2001:db8::2", "b", "bca" },
	};
	const char *path = scratch_file("credentials.yaml", yaml);
	struct credentials *credentials;
	struct keyring *ring;

	(void)state;
	assert_int_equal(chmod(path, 0600), 0);
	credentials = credentials_read(path);
	assert_non_null(credentials);
	ring = keyring_create(credentials);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip;
		size_t count;
		const struct credential *const *order;
		char labels[8] = "";

		assert_int_equal(ip_parse(cases[i].ip, &ip), 0);
		order = keyring_order(ring, &ip, &count);
		assert_int_equal(count, 3);
		for (size_t key = 0; key < count; key++)
			strcat(labels, order[key]->label);
		assert_string_equal(labels, cases[i].order);
		for (size_t key = 0; key < count; key++)
			if (strcmp(order[key]->label, cases[i].works) == 0) {
				keyring_worked(ring, &ip, order[key]);
				break;
			}
	}
	keyring_free(ring);
	credentials_free(credentials);
}

/* What worked, the smallest prefix, then the file's order; never one that is
 * meant for others, though it worked last. */
static void
a_key_is_for_its_prefixes_only(void **state)
{
	static const char yaml[] =
		"credentials:\n"
		"  - { label: a, version: v2c, community: one }\n"
		"  - { label: b, version: v2c, community: two,\n"
		"      prefixes: [192.0.2.0/24, \"2001:db8::/32\"] }\n"
		"  - { label: c, version: v2c, community: three,\n"
		"      prefixes: [192.0.2.128/25, \"2001:db8:1::/48\"] }\n";
	static const struct {
		const char *ip, *order;
	} cases[] = {
		{ "192.0.2.1", "ba" },
		{ "192.0.2.129", "bca" },
		{ "2001:db8::1", "ba" },
		{ "2001:db8:1::1", "bca" },
		{ "198.51.100.1", "a" },
		{ "3fff::1", "a" },
	};
	const char *path = scratch_file("credentials.yaml", yaml);
	struct credentials *credentials;
	struct keyring *ring;

	(void)state;
	assert_int_equal(chmod(path, 0600), 0);
	credentials = credentials_read(path);
	assert_non_null(credentials);
	ring = keyring_create(credentials);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip;
		size_t count;
		const struct credential *const *order;
		char labels[8] = "";

		assert_int_equal(ip_parse(cases[i].ip, &ip), 0);
		order = keyring_order(ring, &ip, &count);
		for (size_t key = 0; key < count; key++)
			strcat(labels, order[key]->label);
		assert_string_equal(labels, cases[i].order);
		assert_true(keyring_has_one(ring, &ip));
		keyring_worked(ring, &ip, order[0]);
	}
	keyring_free(ring);
	credentials_free(credentials);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_in_order),
		cmocka_unit_test(a_service_manager_may_hand_them_over),
		cmocka_unit_test(levels),
		cmocka_unit_test(mistakes_are_told),
		cmocka_unit_test(a_missing_file_is_told),
		cmocka_unit_test(all_mistakes_in_one_run),
		cmocka_unit_test(the_key_that_worked_nearby_comes_first),
		cmocka_unit_test(a_key_is_for_its_prefixes_only),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
