/* agent.c -- one agent while its tables are walked. */
#include "exchange.h"

#include <stdlib.h>

#include "memory.h"

/* First timeouts without a word until an agent is taken to be gone: long enough
 * to ask alone for some of the columns that may have silenced it. */
enum { SILENCE = 8 };

struct agent *
agent_create(struct engine *engine, const struct ip_address *address)
{
	struct agent *agent = memory_zeroed(sizeof(*agent));

	agent->engine = engine;
	agent->address = *address;
	agent->window = 1;
	agent->heard_at = clock_us();
	agent->next = engine->agents;
	agent->link = &engine->agents;
	if (agent->next != NULL)
		agent->next->link = &agent->next;
	engine->agents = agent;
	engine->figures.in_flight++;
	return agent;
}

void
agent_free(struct agent *agent)
{
	snmp_peer_free(agent->peer);
	free(agent);
}

void
agent_close(struct agent *agent)
{
	struct engine *engine = agent->engine;

	if (agent->is_closed)
		return;
	exchange_end_all(agent);
	agent->is_closed = true;
	agent->walker = NULL;
	*agent->link = agent->next;
	if (agent->next != NULL)
		agent->next->link = agent->link;
	agent->next = engine->closed;
	engine->closed = agent;
	engine->figures.in_flight--;
}

const struct credential *
agent_credential(const struct agent *agent)
{
	return snmp_peer_credential(agent->peer);
}

const struct ip_address *
agent_address(const struct agent *agent)
{
	return &agent->address;
}

const struct ip_address *
agent_source(const struct agent *agent)
{
	return agent->source.family == 0 ? NULL : &agent->source;
}

const uint8_t *
agent_engine_id(const struct agent *agent, size_t *length)
{
	struct octets engine_id = snmp_peer_engine_id(agent->peer);

	*length = engine_id.length;
	return engine_id.bytes;
}

/* The outcomes lie in the order's arena, so the walker is let go first: the
 * callback may begin another walk. It may also take long, so what other agents
 * are to be asked leaves before. */
static void
finish(struct agent *agent)
{
	size_t count;
	const struct walk_outcome *outcomes =
		walker_outcomes(agent->walker, &count);

	exchange_end_all(agent); /* guesses that came to nothing */
	agent->walker = NULL;
	agent->engine->transport->flush(agent->engine->transport);
	agent->walk_done(agent->walk_context, agent, outcomes, count);
}

static void
go_on(struct agent *agent)
{
	while (agent->outstanding < agent->window) {
		struct walk_request *request = walker_next(
			agent->walker, agent->window - agent->outstanding);

		if (request == NULL)
			break;
		exchange_start(agent, &request->message, request);
	}
	if (walker_is_done(agent->walker))
		finish(agent);
}

void
agent_walk(struct agent *agent, const struct walk_order *order)
{
	struct walk_order completed = *order;

	completed.lacks_bulk = agent_credential(agent)->version == SNMP_V1;
	snmp_peer_enter_context(agent->peer, order->snmp_context);
	agent->walk_done = order->done;
	agent->walk_context = order->context;
	agent->heard_at = clock_us();
	agent->walker =
		walker_create(&completed, agent->engine->settings.row_limit);
	go_on(agent);
}

static void
give_up(struct agent *agent, const char *reason, bool is_silent)
{
	exchange_end_all(agent);
	walker_give_up(agent->walker, reason, is_silent);
	finish(agent);
}

void
agent_answered(struct agent *agent, struct walk_request *request,
	const struct snmp_response *response, bool is_steady)
{
	struct engine *engine = agent->engine;

	if (response->report != REPORT_NONE) {
		give_up(agent, snmp_report_reason(response->report), false);
		return;
	}
	engine->figures.values +=
		walker_answered(agent->walker, request, response, is_steady);
	if (agent->window < engine->settings.requests_per_agent)
		agent->window++;
	go_on(agent);
}

void
agent_unanswered(
	struct agent *agent, struct walk_request *request, const char *reason)
{
	int64_t patience =
		SILENCE * 1000LL * agent->engine->settings.first_timeout_ms;

	walker_failed(agent->walker, request, reason);
	if (clock_us() - agent->heard_at >= patience)
		give_up(agent, reason, true);
	else
		go_on(agent);
}
