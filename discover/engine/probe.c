/* probe.c -- who lives at an address, and which credential opens it.
 *
 * v1, v2c: one GET for each community. v3: first the question for engine id and
 * clock, which every agent answers to anybody; then the GET as the user.
 *
 * A wrong community is silence, so the credentials take turns: all are tried
 * once before one of them is tried again, with more patience. */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* A copy of what the caller gave, until there is room to start it. */
struct waiting_probe {
	struct waiting_probe *next;
	struct probe probe;
};

struct probing {
	struct probe probe;
	size_t credential; /* the one that is tried now */
	bool *refused; /* which of them need not be tried again */
	int round; /* from 1 */
	bool lacks_v3; /* nobody told an engine id, in this round */
	const char *reason; /* the most telling one so far, or NULL */
	struct text reason_text; /* holds it */
	struct snmp_request message;
	struct snmp_name *names; /* of all objects */
	struct snmp_name *asked; /* those in the message */
	struct arena *arena;
};

static void try_credential(struct agent *);

/* ---- the caller's probe, copied --------------------------------------- */

static void *
copy_pointers(const void *pointers, size_t count)
{
	void *copy = memory_zeroed((count + 1) * sizeof(void *));

	if (count > 0)
		memcpy(copy, pointers, count * sizeof(void *));
	return copy;
}

static void
free_pointers(const void *pointers)
{
	free((void *)(uintptr_t)pointers);
}

static void
probe_free(const struct probe *probe)
{
	free_pointers(probe->credentials);
	free_pointers(probe->objects);
}

void
engine_probe(struct engine *engine, const struct probe *probe)
{
	struct waiting_probe *waiting = memory_zeroed(sizeof(*waiting));

	waiting->probe = *probe;
	waiting->probe.credentials =
		copy_pointers(probe->credentials, probe->credential_count);
	waiting->probe.objects =
		copy_pointers(probe->objects, probe->object_count);
	*engine->end_waiting = waiting;
	engine->end_waiting = &waiting->next;
}

void
probing_free(struct probing *probing)
{
	if (probing == NULL)
		return;
	probe_free(&probing->probe);
	text_free(&probing->reason_text);
	arena_free(probing->arena);
	free(probing);
}

/* ---- the end ---------------------------------------------------------- */

static void
tell(struct agent *agent, struct probe_answer *answer)
{
	struct probing *probing = agent->probing;

	answer->requests = agent->sendings;
	agent->probing = NULL;
	agent->heard_at = clock_us();
	probing->probe.done(probing->probe.context, answer);
	probing_free(probing);
}

static void
probe_failed(struct agent *agent)
{
	const char *reason = agent->probing->reason;
	struct probe_answer answer = { .reason = reason != NULL ? reason
								: "no answer" };

	tell(agent, &answer);
	agent_close(agent);
}

/* Values in the order asked for; what did not come stays absent. */
static void
probe_succeeded(struct agent *agent, const struct snmp_response *response)
{
	struct probing *probing = agent->probing;
	size_t count = probing->probe.object_count;
	struct mib_value *values =
		arena_allocate(probing->arena, (count + 1) * sizeof(*values));
	struct probe_answer answer = { agent, values, count };

	for (size_t i = 0; i < count && response->error_status == 0; i++)
		for (size_t k = 0; k < response->count; k++)
			if (name_compare(response->varbinds[k].name,
				    probing->names[i]) == 0)
				values[i] = response->varbinds[k].value;
	tell(agent, &answer);
}

/* ---- one credential after another ------------------------------------- */

/* What an agent says is told rather than silence. */
static void
note_reason(struct probing *probing, const char *reason)
{
	const struct credential *credential =
		probing->probe.credentials[probing->credential];

	text_clear(&probing->reason_text);
	text_format(&probing->reason_text, "wrong credentials: %s: %s",
		credential->label, reason);
	probing->reason = probing->reason_text.bytes;
}

static void
next_credential(struct agent *agent)
{
	agent->probing->credential++;
	try_credential(agent);
}

static void
refuse_credential(struct agent *agent)
{
	agent->probing->refused[agent->probing->credential] = true;
	next_credential(agent);
}

static bool
is_pointless(const struct probing *probing)
{
	const struct probe *probe = &probing->probe;

	return probing->refused[probing->credential] ||
		(probing->lacks_v3 &&
			probe->credentials[probing->credential]->version ==
				SNMP_V3);
}

/* To one that is worth trying, if need be of the next round. */
static bool
find_credential(struct probing *probing, int rounds)
{
	for (; probing->round <= rounds; probing->round++) {
		while (probing->credential < probing->probe.credential_count &&
			is_pointless(probing))
			probing->credential++;
		if (probing->credential < probing->probe.credential_count)
			return true;
		probing->credential = 0;
		probing->lacks_v3 = false;
	}
	return false;
}

static void
ask(struct agent *agent)
{
	struct probing *probing = agent->probing;

	agent->engine->figures.retries += probing->round > 1;
	exchange_start_once(agent, &probing->message, probing->round);
}

static void
ask_for_all(struct probing *probing)
{
	size_t count = probing->probe.object_count;

	memcpy(probing->asked, probing->names, count * sizeof(*probing->asked));
	probing->message = (struct snmp_request){ .command = SNMP_GET,
		.names = probing->asked,
		.name_count = count };
}

static void
try_credential(struct agent *agent)
{
	struct probing *probing = agent->probing;
	const struct probe *probe = &probing->probe;

	if (!find_credential(probing, agent->engine->settings.tries)) {
		probe_failed(agent);
		return;
	}
	snmp_peer_free(agent->peer);
	agent->peer = snmp_peer_create(
		agent->engine->snmp, probe->credentials[probing->credential]);
	ask_for_all(probing);
	ask(agent);
}

static void
meet(struct agent *agent, const struct envelope *envelope)
{
	if (snmp_peer_meet(agent->peer, envelope) == 0) {
		ask(agent);
		return;
	}
	note_reason(agent->probing,
		"no keys can be made for the agent's engine id");
	refuse_credential(agent);
}

/* SNMPv1 answers all or nothing, and names the object that it lacks: the others
 * are asked for again. False when it is not that. */
static bool
asks_for_less(struct agent *agent, const struct snmp_response *response)
{
	struct snmp_request *message = &agent->probing->message;
	size_t index = (size_t)response->error_index;

	if (response->error_status != ERROR_NO_SUCH_NAME || index < 1 ||
		index > message->name_count || message->name_count == 1)
		return false;
	message->name_count--;
	for (size_t i = index - 1; i < message->name_count; i++)
		agent->probing->asked[i] = agent->probing->asked[i + 1];
	ask(agent);
	return true;
}

void
probe_answered(struct agent *agent, const struct envelope *envelope,
	const struct snmp_response *response)
{
	if (!snmp_peer_is_met(agent->peer)) {
		meet(agent, envelope);
	} else if (response->report == REPORT_NONE) {
		if (!asks_for_less(agent, response))
			probe_succeeded(agent, response);
	} else {
		note_reason(
			agent->probing, snmp_report_reason(response->report));
		refuse_credential(agent);
	}
}

/* Silence so far; others are asked for it meanwhile. */
static void
tell_silence(struct agent *agent)
{
	struct probe *probe = &agent->probing->probe;
	probe_silent *silent = probe->silent;

	probe->silent = NULL;
	if (silent != NULL)
		silent(probe->context);
}

void
probe_unanswered(struct agent *agent, const char *reason)
{
	struct probing *probing = agent->probing;
	bool is_v3 = snmp_peer_credential(agent->peer)->version == SNMP_V3;

	if (is_v3 && snmp_peer_is_met(agent->peer))
		note_reason(probing,
			"the agent is there, but ignores the user "
			"(wrong privacy password?)");
	else if (is_v3)
		probing->lacks_v3 = true;
	if (reason == NULL) {
		next_credential(agent);
		if (agent->probing != NULL) /* it goes on */
			tell_silence(agent);
		return;
	}
	if (probing->reason == NULL)
		probing->reason = reason;
	refuse_credential(agent);
}

/* ---- beginning -------------------------------------------------------- */

static void
parse_objects(struct probing *probing)
{
	size_t count = probing->probe.object_count;

	probing->names = arena_allocate(
		probing->arena, (count + 1) * sizeof(*probing->names));
	for (size_t i = 0; i < count; i++) {
		uint32_t ids[OID_IDS];
		size_t length = oid_from_text(probing->probe.objects[i], ids);

		probing->names[i] = (struct snmp_name){
			arena_copy(probing->arena, ids, length * sizeof(*ids)),
			length
		};
	}
	probing->asked = arena_allocate(
		probing->arena, (count + 1) * sizeof(*probing->asked));
}

static void
probe_start(struct engine *engine, const struct probe *probe)
{
	struct probing *probing = memory_zeroed(sizeof(*probing));
	struct agent *agent = agent_create(engine, &probe->address);

	probing->probe = *probe;
	probing->arena = arena_create();
	probing->round = 1;
	probing->refused =
		arena_allocate(probing->arena, probe->credential_count + 1);
	parse_objects(probing);
	agent->probing = probing;
	try_credential(agent);
}

static struct waiting_probe *
take_waiting(struct engine *engine)
{
	struct waiting_probe *waiting = engine->first_waiting;

	if (waiting == NULL)
		return NULL;
	engine->first_waiting = waiting->next;
	if (engine->first_waiting == NULL)
		engine->end_waiting = &engine->first_waiting;
	return waiting;
}

static bool
has_room(const struct engine *engine)
{
	return engine->figures.in_flight < engine->settings.agent_limit;
}

void
probes_start(struct engine *engine)
{
	while (engine->first_waiting != NULL && has_room(engine)) {
		struct waiting_probe *waiting = take_waiting(engine);

		probe_start(engine, &waiting->probe);
		free(waiting);
	}
}

void
probes_free(struct engine *engine)
{
	struct waiting_probe *waiting;

	while ((waiting = take_waiting(engine)) != NULL) {
		probe_free(&waiting->probe);
		free(waiting);
	}
}
