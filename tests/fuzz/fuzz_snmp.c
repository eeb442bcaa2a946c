/* fuzz_snmp.c -- any packet as an answer, and any answer at the walker.
 *
 * The first octet chooses the version. What is accepted is walked through: it
 * must come to an end. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "snmp.h"
#include "walker.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct credential credentials[] = {
	{ .label = "v2c", .version = SNMP_V2C, .community = "public" },
	{ .label = "v3", .version = SNMP_V3, .user = "twinmap" },
	{ .label = "signed",
		.version = SNMP_V3,
		.user = "twinmap",
		.auth = "SHA-256",
		.auth_password = "a long secret",
		.privacy = "AES",
		.privacy_password = "another secret" },
};

static int
take_row(struct device *device, const struct mib_row *row)
{
	(void)device;
	return row->value_count == 2 ? 0 : -1;
}

static void
walk(const struct snmp_response *response)
{
	static const uint8_t columns[] = { 1, 2 };
	static const struct collector table = { "table", "1.3.6.1.2.1.2.2.1",
		columns, COUNT(columns), .on_row = take_row };
	static const struct collector *const tables[] = { &table };
	struct walk_order order = { .collectors = tables,
		.collector_count = 1,
		.arena = arena_create() };
	struct walker *walker = walker_create(&order, 1000);
	struct walk_request *request;
	int requests = 0;

	while ((request = walker_next(walker, 1)) != NULL) {
		walker_answered(walker, request, response, true);
		if (++requests > 10000)
			abort();
	}
	if (!walker_is_done(walker))
		abort();
	arena_free(order.arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static struct snmp *snmp;
	static struct snmp_peer *peers[COUNT(credentials)];
	static const uint8_t engine[] = { 0x80, 0, 0, 0, 1 };
	struct envelope envelope = { .engine_id = { engine, sizeof(engine) } };
	struct snmp_response response = { 0 };
	struct snmp_peer *peer;
	uint8_t *copy;

	if (length < 1)
		return 0;
	if (snmp == NULL)
		snmp = snmp_create();
	for (size_t i = 0; i < COUNT(peers) && peers[i] == NULL; i++) {
		peers[i] = snmp_peer_create(snmp, &credentials[i]);
		snmp_peer_meet(peers[i], &envelope);
	}
	peer = peers[bytes[0] % COUNT(peers)];
	copy = memory_zeroed(length);
	memcpy(copy, bytes + 1, length - 1);
	/* As the engine does: net-snmp trusts lengths that envelope_read
	 * checks. */
	if (envelope_read((struct octets){ copy, length - 1 }, &envelope) ==
			0 &&
		snmp_decode(peer, copy, length - 1, &response) == 0)
		walk(&response);
	snmp_response_free(&response);
	free(copy);
	return 0;
}
