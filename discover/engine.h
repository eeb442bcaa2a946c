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
#include "mib.h"

struct engine;
struct agent;

struct engine_settings {
	int agent_limit; /* addresses in flight, default 256 */
	int requests_per_agent; /* outstanding at most, default 4 */
	int port; /* default 161 */
	int tries; /* of one request, default 3 */
	int first_timeout_ms; /* before a round trip was measured: 1000 */
	int64_t row_limit; /* of one table, default 200000 */
};

struct engine_figures {
	uint64_t requests, responses, retries;
	uint64_t wrong_source; /* refused: came from another address */
	uint64_t unexpected; /* no request of ours, or undecodable */
	uint64_t values; /* varbinds kept */
	uint64_t bytes_in, bytes_out;
	int in_flight; /* agents now */
};

void engine_settings_default(struct engine_settings *);
/* NULL after logging (no socket). */
struct engine *engine_create(const struct engine_settings *);
void engine_free(struct engine *);
const struct engine_figures *engine_figures(const struct engine *);
/* May another agent be started without going over agent_limit? */
bool engine_has_room(const struct engine *);

/* The answer to a probe. `agent` is NULL when nobody answered; `reason` then
 * says why ("no answer", "wrong credentials: ..."). Values come in the order of
 * the objects asked for; they and `reason` die when the callback returns. */
struct probe_answer {
	struct agent *agent;
	const struct mib_value *values;
	size_t value_count;
	const char *reason;
	int requests;
};

typedef void probe_done(void *context, const struct probe_answer *);
/* Nobody has answered in the time that most agents need; `done` comes later. */
typedef void probe_silent(void *context);

/* Asks for scalar objects ("1.3.6.1.2.1.1.5.0"), with each credential in turn
 * until one is answered. */
struct probe {
	struct ip_address address;
	const struct credential *const *credentials;
	size_t credential_count;
	const char *const *objects;
	size_t object_count;
	probe_done *done;
	probe_silent *silent; /* may be NULL; called once at most */
	void *context;
};

void engine_probe(struct engine *, const struct probe *);

const struct credential *agent_credential(const struct agent *);
const struct ip_address *agent_address(const struct agent *);
/* Octets; length 0 for v2c. */
const uint8_t *agent_engine_id(const struct agent *, size_t *length);

enum walk_result {
	WALK_ROWS,
	WALK_EMPTY,
	WALK_NOT_IMPLEMENTED,
	WALK_NO_ANSWER,
	WALK_CUT_SHORT,
};

struct walk_outcome {
	const struct collector *collector;
	enum walk_result result;
	int64_t rows; /* handed to on_row and taken */
	int64_t refused; /* handed to on_row and refused */
	const char *reason; /* NULL when all is well */
};

typedef void walk_done(void *context, struct agent *,
	const struct walk_outcome *outcomes, size_t count);

/* Reads all tables. Rows reach on_row sorted by index, when their table is
 * complete; then `done` is called once. The outcomes die with the callback. */
struct walk_order {
	const struct collector *const *collectors;
	size_t collector_count;
	struct device *device; /* given to on_row */
	struct arena *arena; /* rows and values are kept there meanwhile */
	walk_done *done;
	void *context;
};

void agent_walk(struct agent *, const struct walk_order *);
/* Ends the agent; safe inside its own callbacks. */
void agent_close(struct agent *);

/* Runs until nothing is asked any more: 0; or until `stop` (may be NULL)
 * became non-zero: -1. `tick` (may be NULL) is called about five times a
 * second, for progress. */
int engine_run(struct engine *, const volatile int *stop,
	void (*tick)(void *context), void *context);

#endif
