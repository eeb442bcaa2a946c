/* replay.h -- SNMP agents made of recordings.
 *
 * One process stands for thousands of devices: the address that a request was
 * sent to says which recording answers. Nothing can be set. */
#ifndef DISCOVER_REPLAY_H
#define DISCOVER_REPLAY_H

#include "address.h"
#include "recording.h"

/* What fits into one packet of 1500 octets behind an IPv4 and a UDP header;
 * real agents answer no longer either. */
enum { REPLAY_REQUEST_LIMIT = 2048, REPLAY_RESPONSE_LIMIT = 1472 };

/* What every agent must take (RFC 3417), and what UDP carries at all. */
enum { REPLAY_SIZE_LEAST = 484, REPLAY_RESPONSE_ROOM = 65507 };

/* The length of the response; 0 when the agent stays silent: another
 * community, another version, or no sense in the request. */
size_t replay_answer(const struct recording *, const char *community,
	struct octets request, uint8_t response[REPLAY_RESPONSE_LIMIT]);

/* The same, of as many octets as the response has room for. */
size_t replay_answer_v2c(const struct recording *, const char *community,
	struct octets request, struct ber_writer *response);

/* Which recording answers at which address. */
struct replay_addresses;

struct replay_addresses *replay_addresses_create(void);
void replay_addresses_free(struct replay_addresses *);
void replay_addresses_add(struct replay_addresses *, const struct ip_address *,
	const struct recording *owner);
/* All addresses of the recording's own tables at which it can be reached. */
void replay_addresses_add_own(
	struct replay_addresses *, const struct recording *owner);
/* To be called between the last add and the first find. At an address that two
 * recordings own, nobody answers. Returns the number of addresses left. */
size_t replay_addresses_settle(struct replay_addresses *);
/* All at which somebody answers, in their order. */
typedef void replay_addresses_visit(
	void *context, const struct ip_address *, const struct recording *);
void replay_addresses_each(const struct replay_addresses *,
	replay_addresses_visit *, void *context);
const struct recording *replay_addresses_find(
	const struct replay_addresses *, const uint8_t ip[16]);

struct replay_access;

struct replay_settings {
	int port;
	int delay_ms; /* every answer leaves this much later */
	int64_t seconds; /* ends by itself after so long; 0: never */
	const struct replay_access *access;
	size_t size_limit; /* octets of an answer, REPLAY_RESPONSE_LIMIT */
	int64_t clock_rate; /* of the agents' clock; 0: it stands still */
	int64_t clock_jump; /* seconds: when so many have passed for the agents,
			     * their clock jumps there and stands; 0: it flows
			     */
	struct replay_clock *clock; /* that is set; or NULL */
};

struct replay_server;

/* NULL after logging. */
struct replay_server *replay_server_create(
	const struct replay_settings *, const struct replay_addresses *);
void replay_server_free(struct replay_server *);
/* Returns after SIGINT, SIGTERM or when the time is over; -1 after logging. */
int replay_server_run(struct replay_server *);

#endif
