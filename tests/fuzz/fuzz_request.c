/* fuzz_request.c -- any bytes in a field of a request, in its path, or among
 * the options that name hosts, proxies and users.
 *
 * The first octet chooses what they are. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conditions.h"
#include "hosts.h"
#include "memory.h"
#include "pattern.h"
#include "proxies.h"
#include "url.h"
#include "users.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
expect(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "%s\n", what);
	abort();
}

static void
fuzz_range(char *text)
{
	static const int64_t sizes[] = { 0, 1, 1000, INT64_MAX };

	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct byte_range range;

		if (range_parse(text, sizes[i], &range) == RANGE_PART)
			expect(range.first >= 0 && range.length > 0 &&
					range.length <= sizes[i] - range.first,
				"a range lies outside");
	}
}

static void
fuzz_date(char *text)
{
	int64_t seconds = http_date_parse(text);
	char printed[HTTP_DATE_SIZE];

	if (seconds < 0 || strlen(text) != HTTP_DATE_SIZE - 1)
		return;
	http_date(seconds, printed);
	expect(http_date_parse(printed) == seconds, "a date moved");
}

static void
fuzz_lists(char *text)
{
	static const char etag[] = "\"0123456789abcdef\"";

	if (etag_is_listed(text, etag))
		expect(strcmp(text, "*") == 0 || strstr(text, etag) != NULL,
			"an ETag came from nowhere");
	coding_is_accepted(text, "gzip");
}

/* After the path is decoded it is one string: no byte ends it before. */
static void
fuzz_path(char *text)
{
	static const char *const patterns[] = { "/", "/latest/*", "/s/:/*",
		"/tag/:/*", "/diff/:..:/", "/api/v1/:/:" };
	size_t before = strlen(text);
	size_t length = url_decode(text);

	expect(length <= before && strlen(text) == length, "a NUL came in");
	for (size_t i = 0; i < COUNT(patterns); i++) {
		struct pattern_match match;

		if (pattern_fits(patterns[i], text, &match))
			expect(match.rest != NULL &&
					strlen(match.rest) <= length,
				"the rest is longer than the path");
	}
}

static void
fuzz_host(char *text)
{
	struct hosts hosts = { .count = 0 };

	if (hosts_add(&hosts, "localhost") != 0 ||
		hosts_add(&hosts, "2001:db8::1") != 0)
		abort();
	hosts_have(&hosts, text);
	if (hosts_add(&hosts, text) == 0)
		expect(hosts_have(&hosts, hosts.names[2]),
			"a host does not know its name");
}

static void
fuzz_proxy(char *text)
{
	struct proxies proxies = { .count = 0 };
	struct ip_address peer, client;

	if (proxies_add(&proxies, "192.0.2.0/24") != 0 ||
		proxies_add(&proxies, "2001:db8::1") != 0 ||
		ip_parse("192.0.2.1", &peer) != 0)
		abort();
	client = proxies_client(&proxies, &peer, text);
	expect(client.family == 4 || client.family == 6,
		"a client has no address");
	proxies_add(&proxies, text);
}

static void
fuzz_users(char *text)
{
	users_free(users_parse("users", text));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static void (*const ways[])(char *) = { fuzz_range, fuzz_date,
		fuzz_lists, fuzz_path, fuzz_host, fuzz_proxy, fuzz_users };
	char *text;

	if (size == 0)
		return 0;
	text = memory_zeroed(size);
	memcpy(text, bytes + 1, size - 1);
	ways[bytes[0] % COUNT(ways)](text);
	free(text);
	return 0;
}
