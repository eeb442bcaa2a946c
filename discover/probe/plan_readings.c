/* plan_readings.c -- routers whose counters are read a second time. */
#include "plan_parts.h"

#include <stdlib.h>

#include "database.h"
#include "memory.h"

/* "3 17" */
static void
read_ports(struct plan_router *router, const char *text)
{
	char *rest = NULL;

	while (text != NULL && *text != '\0' &&
		router->port_count < PORTS_MOST) {
		router->ports[router->port_count++] =
			(uint32_t)strtoul(text, &rest, 10);
		text = rest;
	}
}

static void
add_router(struct plan *plan, const struct query *query)
{
	enum { DEVICE, IP, CREDENTIAL, SYS_UPTIME, PORTS };
	struct plan_router router = {
		.device = query_integer(query, DEVICE),
		.credential =
			arena_text(plan->arena, query_text(query, CREDENTIAL)),
		.sys_uptime = query_integer(query, SYS_UPTIME),
	};

	if (ip_parse(query_text(query, IP), &router.ip) != 0)
		return;
	read_ports(&router, query_text(query, PORTS));
	plan->routers = memory_grown(plan->routers, plan->router_count,
		&plan->router_capacity, sizeof(*plan->routers));
	plan->routers[plan->router_count++] = router;
}

struct plan_router *
plan_routers(struct plan *plan, size_t *count)
{
	struct query *query = query_prepare(plan->database,
		"SELECT device, ip, credential, sys_uptime, ports"
		" FROM reading_target ORDER BY device");

	while (query != NULL && query_next(query))
		add_router(plan, query);
	query_free(query);
	*count = plan->router_count;
	return plan->routers;
}

int
plan_add_reading(struct plan *plan, const struct plan_reading *reading)
{
	const struct value values[] = { integer_value(reading->device),
		integer_value(reading->family), integer_value(reading->reading),
		integer_value(reading->sys_uptime),
		integer_value(reading->bits), plan_number(reading->in_octets),
		plan_number(reading->discontinuity),
		integer_value(plan_time(plan)) };

	return query_run(plan->reading, values, COUNT(values));
}
