/* engine.h -- asks many agents at once: one loop, own timers, own sockets.
 *
 * An agent is one address with one credential that answered there. The engine
 * probes an address with one small GET, credential after credential; then it
 * walks tables of the agent, several columns a PDU and several PDUs at a time,
 * at the pace the agent keeps up with.
 *
 * Callbacks run from engine_run and may start probes and walks. Times are
 * milliseconds. */
#ifndef DISCOVER_ENGINE_H
#define DISCOVER_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"
#include "credentials.h"
#include "probe.h"
#include "transport.h"
#include "walk.h"

struct engine;

struct engine_settings {
	int agent_limit; /* addresses in flight, default 256 */
	int requests_per_agent; /* outstanding at most, default 4 */
	int port; /* default 161 */
	int tries; /* of one request, default 3 */
	int first_timeout_ms; /* before a round trip was measured: 1000 */
	int64_t row_limit; /* of one table, default 200000 */
	int64_t requests_per_second; /* to all agents; 0: no limit */
	int64_t requests_per_second_per_agent; /* 0: no limit */
	struct transport_source source; /* default UDP */
};

struct engine_figures {
	uint64_t requests, responses, retries;
	uint64_t wrong_source; /* refused: came from another port */
	uint64_t unexpected; /* no request of ours, or undecodable */
	uint64_t values; /* varbinds kept */
	uint64_t bytes_in, bytes_out;
	int in_flight; /* agents now */
};

void engine_settings_default(struct engine_settings *);
/* NULL after logging (no transport). */
struct engine *engine_create(const struct engine_settings *);
void engine_free(struct engine *);
const struct engine_figures *engine_figures(const struct engine *);

const struct credential *agent_credential(const struct agent *);
const struct ip_address *agent_address(const struct agent *);
/* Another address of it that answers came from, or NULL. */
const struct ip_address *agent_source(const struct agent *);
/* Octets; length 0 for v2c. */
const uint8_t *agent_engine_id(const struct agent *, size_t *length);

void agent_walk(struct agent *, const struct walk_order *);
/* Ends the agent; safe inside its own callbacks. */
void agent_close(struct agent *);

/* Runs until nothing is asked any more: 0; or until `stop` (may be NULL)
 * became non-zero: -1. `tick` (may be NULL) is called about five times a
 * second, for progress. */
int engine_run(struct engine *, const volatile int *stop,
	void (*tick)(void *context), void *context);

#endif
