/* second_reading.c -- counters of routers, some minutes after the crawl. */
#include "second_reading.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "credentials.h"
#include "engine.h"
#include "log.h"
#include "memory.h"
#include "mib.h"
#include "timers.h"

enum {
	POLL_US = 5 * 1000 * 1000, /* between two looks at an agent's clock */
	NAP_MS = 200,
	SPARE_SECONDS = 60, /* beyond twice the wanted time nobody is waited for
			     */
};

/* ipSystemStatsTable: octets in, of IPv4 (1) and IPv6 (2). */
#define SYSTEM_STATISTICS "1.3.6.1.2.1.4.31.1.1."
/* ipIfStatsTable: the same columns of IPv4 (1) and IPv6 (2) of a port. */
#define INTERFACE_STATISTICS "1.3.6.1.2.1.4.31.3.1."

enum { UPTIME, OCTETS, OCTETS_32 = OCTETS + 2, RESTART = OCTETS_32 + 2 };

static const char *const objects[] = {
	[UPTIME] = "1.3.6.1.2.1.1.3.0",
	[OCTETS] = SYSTEM_STATISTICS "6.1", /* HCInOctets */
	[OCTETS + 1] = SYSTEM_STATISTICS "6.2",
	[OCTETS_32] = SYSTEM_STATISTICS "5.1", /* InOctets */
	[OCTETS_32 + 1] = SYSTEM_STATISTICS "5.2",
	[RESTART] = SYSTEM_STATISTICS "46.1", /* DiscontinuityTime */
	[RESTART + 1] = SYSTEM_STATISTICS "46.2",
};

struct reading {
	const struct management *order;
	struct plan_router *routers;
	size_t count;
	int64_t hundredths; /* to pass */
	struct engine *engine;
	volatile int stop;
	bool has_failed;
};

enum {
	PORT_OBJECTS = 4, /* octets and restart of both families */
	OBJECTS_MOST = 1 + PORT_OBJECTS * PORTS_MOST,
};

struct reading_router {
	struct reading *reading;
	struct plan_router *router;
	const char *objects[OBJECTS_MOST];
	char names[OBJECTS_MOST][48];
};

static void
keep_family(struct reading *reading, const struct plan_router *router,
	const struct mib_row *row, int place)
{
	struct plan_reading kept = {
		.device = router->device,
		.family = place == 0 ? 4 : 6,
		.reading = 2,
		.bits = 64,
		.sys_uptime = mib_number(row, UPTIME),
		.in_octets = mib_counter(row, OCTETS + place),
		.discontinuity = mib_counter(row, RESTART + place),
	};

	if (!mib_has(row, OCTETS + place)) {
		kept.bits = 32;
		kept.in_octets = mib_counter(row, OCTETS_32 + place);
	}
	if (kept.in_octets >= 0 &&
		plan_add_reading(reading->order->plan, &kept) != 0)
		reading->has_failed = true;
}

/* Of a router that is asked for its ports: their sum, or nothing. */
static void
keep_ports(struct reading *reading, const struct plan_router *router,
	const struct mib_row *row, int place)
{
	struct plan_reading kept = {
		.device = router->device,
		.family = place == 0 ? 4 : 6,
		.reading = 2,
		.bits = 64,
		.sys_uptime = mib_number(row, UPTIME),
		.discontinuity = -1,
	};

	for (size_t i = 0; i < router->port_count; i++) {
		int column = 1 + (int)i * PORT_OBJECTS + 2 * place;
		int64_t restart = mib_counter(row, column + 1);

		if (!mib_has(row, column))
			return;
		kept.in_octets += mib_counter(row, column);
		if (restart > kept.discontinuity)
			kept.discontinuity = restart;
	}
	if (plan_add_reading(reading->order->plan, &kept) != 0)
		reading->has_failed = true;
}

static void
keep_router(struct reading *reading, struct plan_router *router,
	const struct mib_row *row)
{
	int64_t passed = mib_number(row, UPTIME) - router->sys_uptime;

	if (passed >= 0 && passed < reading->hundredths)
		return; /* later */
	router->is_done = true;
	if (passed < 0)
		return; /* it restarted */
	for (int place = 0; place < 2; place++)
		(router->port_count > 0 ? keep_ports : keep_family)(
			reading, router, row, place);
}

static void
done(void *context, const struct probe_answer *answer)
{
	const struct reading_router *asked = context;
	const struct mib_row row = { .values = answer->values,
		.value_count = answer->value_count };

	if (answer->agent == NULL || !mib_has(&row, UPTIME))
		asked->router->is_done = true;
	else
		keep_router(asked->reading, asked->router, &row);
	if (answer->agent != NULL)
		agent_close(answer->agent);
}

static void
look_for_stop(void *context)
{
	struct reading *reading = context;

	reading->stop = reading->order->should_stop();
}

static void
name_object(struct reading_router *asked, size_t place, const char *column,
	uint32_t port)
{
	snprintf(asked->names[place], sizeof(asked->names[place]),
		INTERFACE_STATISTICS "%s.%" PRIu32, column, port);
	asked->objects[place] = asked->names[place];
}

static size_t
name_objects(struct reading_router *asked)
{
	/* HCInOctets and DiscontinuityTime, of IPv4 and of IPv6 */
	static const char *const columns[] = { "6.1", "46.1", "6.2", "46.2" };
	const struct plan_router *router = asked->router;
	size_t count = 0;

	if (router->port_count == 0) {
		memcpy(asked->objects, objects, sizeof(objects));
		return COUNT(objects);
	}
	asked->objects[count++] = objects[UPTIME];
	for (size_t i = 0; i < router->port_count; i++)
		for (size_t c = 0; c < COUNT(columns); c++)
			name_object(
				asked, count++, columns[c], router->ports[i]);
	return count;
}

static void
begin(struct reading_router *asked)
{
	const struct credential *credential = credentials_find(
		asked->reading->order->credentials, asked->router->credential);

	if (credential == NULL) {
		asked->router->is_done = true;
		return;
	}
	engine_probe(asked->reading->engine,
		&(struct probe){ .address = asked->router->ip,
			.credentials = &credential,
			.credential_count = 1,
			.objects = asked->objects,
			.object_count = name_objects(asked),
			.done = done,
			.context = asked });
}

/* Asks all that are not done; how many are left. */
static size_t
ask_once(struct reading *reading, struct reading_router *asked)
{
	size_t left = 0;

	for (size_t i = 0; i < reading->count; i++) {
		asked[i].reading = reading;
		asked[i].router = &reading->routers[i];
		if (!reading->routers[i].is_done)
			begin(&asked[i]);
	}
	engine_run(reading->engine, &reading->stop, look_for_stop, reading);
	for (size_t i = 0; i < reading->count; i++)
		left += !reading->routers[i].is_done;
	return left;
}

static void
nap_until(struct reading *reading, int64_t at)
{
	while (clock_us() < at && reading->stop == 0) {
		poll(NULL, 0, NAP_MS);
		look_for_stop(reading);
	}
}

static void
ask_until_done(struct reading *reading, int64_t patience_us)
{
	struct reading_router *asked =
		memory_zeroed((reading->count + 1) * sizeof(*asked));
	int64_t end = clock_us() + patience_us;
	size_t left;

	while ((left = ask_once(reading, asked)) > 0 && reading->stop == 0 &&
		clock_us() < end)
		nap_until(reading, clock_us() + POLL_US);
	if (left > 0 && reading->stop == 0)
		log_warning("the clocks of %zu routers stand still: no second "
			    "reading of their counters",
			left);
	free(asked);
}

int
second_reading(const struct management *order, int64_t seconds)
{
	struct reading reading = { .order = order,
		.hundredths = seconds * 100 };

	if (plan_extend(order->plan, "traffic") != 0)
		return -1;
	reading.routers = plan_routers(order->plan, &reading.count);
	if (reading.count == 0)
		return 0;
	reading.engine = engine_create(order->engine);
	if (reading.engine == NULL)
		return -1;
	ask_until_done(&reading, (2 * seconds + SPARE_SECONDS) * 1000000);
	engine_free(reading.engine);
	return reading.stop == 0 && !reading.has_failed ? 0 : -1;
}
