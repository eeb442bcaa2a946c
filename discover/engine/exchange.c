/* exchange.c -- questions under way: their ids, their sendings, their end. */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { LAST_PATIENCE = 2 }; /* first timeouts, for the last sending */

/* ---- ids -------------------------------------------------------------- */

static struct ticket **
bucket_of(struct engine *engine, uint32_t id)
{
	return &engine->tickets[id % ID_BUCKETS];
}

struct ticket *
exchange_find(const struct engine *engine, uint32_t id)
{
	struct ticket *ticket = engine->tickets[id % ID_BUCKETS];

	while (ticket != NULL && ticket->id != id)
		ticket = ticket->next;
	return ticket;
}

/* Random, as whoever can guess an id can forge an answer. */
static uint32_t
draw_id(struct engine *engine)
{
	uint32_t id;

	do {
		if (engine->ids_left == 0) {
			if (getrandom(engine->ids, sizeof(engine->ids), 0) !=
				(ssize_t)sizeof(engine->ids))
				abort();
			engine->ids_left = IDS_DRAWN;
		}
		id = engine->ids[--engine->ids_left] & INT32_MAX;
	} while (id == 0 || exchange_find(engine, id) != NULL);
	return id;
}

static void
ticket_add(struct exchange *exchange, uint32_t id)
{
	struct ticket *ticket = &exchange->tickets[exchange->ticket_count++];
	struct ticket **bucket = bucket_of(exchange->agent->engine, id);

	*ticket = (struct ticket){ *bucket, exchange, id, clock_us() };
	*bucket = ticket;
}

static void
ticket_remove(struct engine *engine, struct ticket *ticket)
{
	struct ticket **link = bucket_of(engine, ticket->id);

	while (*link != ticket)
		link = &(*link)->next;
	*link = ticket->next;
}

/* ---- sending ---------------------------------------------------------- */

static int64_t
timeout_of(const struct exchange *exchange)
{
	const struct agent *agent = exchange->agent;
	int64_t first = agent->engine->settings.first_timeout_ms * 1000LL;
	int64_t timeout = round_trip_timeout(
		&agent->round_trip, first, exchange->sendings);

	/* Some agents take seconds to collect a table, whatever they took for
	 * the one before. */
	if (exchange->sendings >= agent->engine->settings.tries &&
		timeout < LAST_PATIENCE * first)
		timeout = LAST_PATIENCE * first;
	return timeout;
}

static void
transmit(struct exchange *exchange)
{
	struct agent *agent = exchange->agent;
	struct engine *engine = agent->engine;
	struct snmp_request request = *exchange->message;
	struct message message = { &agent->address,
		(uint16_t)engine->settings.port };

	request.id = message.id = draw_id(engine);
	message.octets = snmp_encode(agent->peer, &request);
	ticket_add(exchange, message.id);
	exchange->sendings++;
	timers_set(engine->timers, &exchange->timer,
		clock_us() + timeout_of(exchange));
	engine->transport->send(engine->transport, &message);
	engine->figures.requests++;
	engine->figures.bytes_out += message.octets.length;
	agent->sendings++;
}

/* True when the limit of its stage lets it go later only. */
static bool
is_held(struct exchange *exchange)
{
	struct agent *agent = exchange->agent;
	struct engine *engine = agent->engine;
	const struct engine_settings *settings = &engine->settings;
	int64_t now = clock_us();
	int64_t at = exchange->stage == STAGE_AGENT_TURN
		? turns_take(&agent->turns,
			  settings->requests_per_second_per_agent, now)
		: turns_take(
			  &engine->turns, settings->requests_per_second, now);

	if (at > now)
		timers_set(engine->timers, &exchange->timer, at);
	return at > now;
}

/* While we held our questions back the agent could not answer. */
static void
forgive_silence(struct exchange *exchange)
{
	struct agent *agent = exchange->agent;
	int64_t now = clock_us();

	agent->heard_at += now - exchange->held_since;
	if (agent->heard_at > now)
		agent->heard_at = now;
}

void
exchange_proceed(struct exchange *exchange)
{
	while (++exchange->stage != STAGE_SENT)
		if (is_held(exchange))
			return;
	forgive_silence(exchange);
	transmit(exchange);
}

void
exchange_send(struct exchange *exchange)
{
	exchange->stage = STAGE_NEW;
	exchange->held_since = clock_us();
	exchange_proceed(exchange);
}

static struct exchange *
exchange_create(struct agent *agent, const struct snmp_request *message)
{
	struct exchange *exchange = memory_zeroed(sizeof(*exchange));

	exchange->agent = agent;
	exchange->message = message;
	exchange->next = agent->exchanges;
	exchange->link = &agent->exchanges;
	if (exchange->next != NULL)
		exchange->next->link = &exchange->next;
	agent->exchanges = exchange;
	agent->outstanding++;
	return exchange;
}

void
exchange_start(struct agent *agent, const struct snmp_request *message,
	struct walk_request *walk)
{
	struct exchange *exchange = exchange_create(agent, message);

	exchange->walk = walk;
	exchange->most_sendings = agent->engine->settings.tries;
	exchange_send(exchange);
}

void
exchange_start_once(
	struct agent *agent, const struct snmp_request *message, int sending)
{
	struct exchange *exchange = exchange_create(agent, message);

	exchange->sendings = sending - 1;
	exchange->most_sendings = sending;
	exchange_send(exchange);
}

void
exchange_end(struct exchange *exchange)
{
	struct agent *agent = exchange->agent;

	*exchange->link = exchange->next;
	if (exchange->next != NULL)
		exchange->next->link = exchange->link;
	agent->outstanding--;
	timers_cancel(agent->engine->timers, &exchange->timer);
	for (int i = 0; i < exchange->ticket_count; i++)
		ticket_remove(agent->engine, &exchange->tickets[i]);
	free(exchange);
}

void
exchange_end_all(struct agent *agent)
{
	struct exchange *next;

	for (struct exchange *exchange = agent->exchanges; exchange != NULL;
		exchange = next) {
		next = exchange->next;
		exchange_end(exchange);
	}
}
