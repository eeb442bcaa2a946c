/* probe.h -- who lives at an address, and which credential opens it. */
#ifndef DISCOVER_PROBE_H
#define DISCOVER_PROBE_H

#include <stddef.h>

#include "address.h"
#include "credentials.h"
#include "mib.h"

struct agent;
struct engine;

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

#endif
