/* engine.c -- the loop: datagrams in, deadlines, and who they belong to. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "memory.h"
#include "sockets.h"

enum { TICK_US = 200 * 1000 };

static void received(void *context, const struct datagram *);
static void failed(void *context, uint32_t id, int error);

void
engine_settings_default(struct engine_settings *settings)
{
	*settings = (struct engine_settings){
		.agent_limit = 256,
		.requests_per_agent = 4,
		.port = 161,
		.tries = 3,
		.first_timeout_ms = 1000,
		.row_limit = 200000,
		.source = { sockets_open },
	};
}

struct engine *
engine_create(const struct engine_settings *settings)
{
	struct engine *engine = memory_zeroed(sizeof(*engine));
	const struct transport_user user = { received, failed, engine };
	const struct transport_source *source = &settings->source;

	engine->settings = *settings;
	if (engine->settings.tries > TRIES_LIMIT)
		engine->settings.tries = TRIES_LIMIT;
	engine->end_waiting = &engine->first_waiting;
	engine->transport = source->open(source->context, &user);
	if (engine->transport == NULL) {
		free(engine);
		return NULL;
	}
	engine->snmp = snmp_create();
	engine->timers = timers_create();
	return engine;
}

static void
free_closed(struct engine *engine)
{
	while (engine->closed != NULL) {
		struct agent *agent = engine->closed;

		engine->closed = agent->next;
		probing_free(agent->probing);
		agent_free(agent);
	}
}

void
engine_free(struct engine *engine)
{
	if (engine == NULL)
		return;
	while (engine->agents != NULL)
		agent_close(engine->agents);
	free_closed(engine);
	probes_free(engine);
	snmp_response_free(&engine->response);
	snmp_free(engine->snmp);
	timers_free(engine->timers);
	engine->transport->free(engine->transport);
	free(engine);
}

const struct engine_figures *
engine_figures(const struct engine *engine)
{
	return &engine->figures;
}

/* ---- answers ---------------------------------------------------------- */

static bool
is_from_agent(const struct agent *agent, const struct datagram *datagram)
{
	const struct ip_address *asked = &agent->address,
				*from = &datagram->address;

	return asked->family == from->family &&
		memcmp(asked->bytes, from->bytes, sizeof(asked->bytes)) == 0 &&
		(asked->zone == 0 || asked->zone == from->zone);
}

static bool
is_for(const struct agent *agent, const struct envelope *envelope)
{
	static const int numbers[] = {
		[SNMP_V1] = 0, [SNMP_V2C] = 1, [SNMP_V3] = 3
	};

	return envelope->version ==
		numbers[snmp_peer_credential(agent->peer)->version];
}

/* The agent's clock is not what we thought: set it, ask once more. */
static bool
resynchronise(struct exchange *exchange, const struct envelope *envelope)
{
	if (exchange->is_resynchronised ||
		snmp_peer_meet(exchange->agent->peer, envelope) != 0)
		return false;
	exchange->is_resynchronised = true;
	exchange->sendings--;
	exchange_send(exchange);
	return true;
}

static void
dispatch(const struct ticket *ticket, const struct envelope *envelope,
	const struct snmp_response *response)
{
	struct exchange *exchange = ticket->exchange;
	struct agent *agent = exchange->agent;
	struct walk_request *walk = exchange->walk;
	int64_t now = clock_us();
	int64_t round_trip = agent->engine->transport->is_instant
		? 0
		: now - ticket->sent_at;
	bool is_steady = round_trip_is_steady(&agent->round_trip, round_trip);

	agent->heard_at = now;
	round_trip_add(&agent->round_trip, round_trip);
	if (response->report == REPORT_NOT_IN_TIME_WINDOW &&
		snmp_peer_is_met(agent->peer) &&
		resynchronise(exchange, envelope))
		return;
	exchange_end(exchange);
	if (walk != NULL)
		agent_answered(agent, walk, response, is_steady);
	else
		probe_answered(agent, envelope, response);
}

static void
received(void *context, const struct datagram *datagram)
{
	struct engine *engine = context;
	struct octets octets = { datagram->bytes, datagram->length };
	struct ticket *ticket = NULL;
	struct envelope envelope;
	struct agent *agent;

	engine->figures.bytes_in += datagram->length;
	if (envelope_read(octets, &envelope) == 0)
		ticket = exchange_find(engine, envelope.id);
	if (ticket == NULL) {
		engine->figures.unexpected++;
		return;
	}
	agent = ticket->exchange->agent;
	if (datagram->port != engine->settings.port) {
		engine->figures.wrong_source++;
	} else if (!is_for(agent, &envelope) ||
		snmp_decode(agent->peer, datagram->bytes, datagram->length,
			&engine->response) != 0) {
		engine->figures.unexpected++;
	} else {
		engine->figures.responses++;
		/* Some agents answer from whatever address is nearest; a
		 * random id and the credential tell that it is they. */
		if (!is_from_agent(agent, datagram))
			agent->source = datagram->address;
		dispatch(ticket, &envelope, &engine->response);
	}
}

/* ---- silence ---------------------------------------------------------- */

static const char no_answer[] = "no answer";

static void
end_unanswered(struct exchange *exchange, const char *reason)
{
	struct agent *agent = exchange->agent;
	struct walk_request *walk = exchange->walk;

	exchange_end(exchange);
	if (walk != NULL)
		agent_unanswered(agent, walk, reason);
	else
		probe_unanswered(agent, reason == no_answer ? NULL : reason);
}

static void
failed(void *context, uint32_t id, int error)
{
	struct ticket *ticket = exchange_find(context, id);

	if (ticket == NULL)
		return;
	if (error == TRANSPORT_SILENCE)
		end_unanswered(ticket->exchange, no_answer);
	/* An agent that answered before may be slow, or the way to it may be
	 * changing: its deadlines decide. */
	else if (ticket->exchange->walk == NULL)
		end_unanswered(ticket->exchange, strerror(error));
}

static void
timed_out(struct exchange *exchange)
{
	struct agent *agent = exchange->agent;
	struct engine *engine = agent->engine;

	if (exchange->stage != STAGE_SENT) {
		exchange_proceed(exchange);
		return;
	}
	agent->window = 1;
	if (exchange->sendings >= exchange->most_sendings) {
		end_unanswered(exchange, no_answer);
		return;
	}
	if (exchange->walk != NULL)
		walker_repeat(agent->walker, exchange->walk);
	engine->figures.retries++;
	exchange_send(exchange);
}

/* ---- the loop --------------------------------------------------------- */

/* What came while we were busy is not read yet: an agent is silent
 * only when nothing of it is there. */
static void
run_timers(struct engine *engine)
{
	int64_t now = clock_us();
	const struct timer *first = timers_first(engine->timers);
	struct timer *timer;

	if (first == NULL || first->at > now)
		return;
	engine->transport->wait(engine->transport, 0);
	while ((timer = timers_due(engine->timers, now)) != NULL)
		timed_out((struct exchange *)timer);
}

static int
wait_ms(const struct engine *engine, int64_t tick_at)
{
	const struct timer *first = timers_first(engine->timers);
	int64_t until = tick_at;
	int64_t left;

	if (first != NULL && first->at < until)
		until = first->at;
	left = until - clock_us();
	return left <= 0 ? 0 : (int)((left + 999) / 1000);
}

/* Nothing is under way and nothing waits: nothing can happen any more. */
static bool
is_idle(const struct engine *engine)
{
	return engine->first_waiting == NULL &&
		timers_first(engine->timers) == NULL;
}

int
engine_run(struct engine *engine, const volatile int *stop,
	void (*tick)(void *context), void *context)
{
	int64_t tick_at = clock_us() + TICK_US;

	while (stop == NULL || *stop == 0) {
		probes_start(engine);
		free_closed(engine);
		if (is_idle(engine))
			return 0;
		engine->transport->flush(engine->transport);
		engine->transport->wait(
			engine->transport, wait_ms(engine, tick_at));
		run_timers(engine);
		free_closed(engine);
		if (clock_us() < tick_at)
			continue;
		tick_at = clock_us() + TICK_US;
		if (tick != NULL)
			tick(context);
	}
	return -1;
}
