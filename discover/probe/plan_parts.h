/* plan_parts.h -- the inside of a plan, shared by its files. */
#ifndef DISCOVER_PLAN_PARTS_H
#define DISCOVER_PLAN_PARTS_H

#include "plan.h"

struct query;

struct plan {
	struct database *database;
	const struct plan_settings *settings;
	struct query *answer, *record, *certificate, *echo, *reading;
	struct arena *arena; /* of the questions */
	struct question *questions;
	size_t count, capacity;
	struct ip_address *resolvers;
	size_t resolver_count, resolver_capacity;
	struct plan_router *routers;
	size_t router_count, router_capacity;
};

/* plan.c. "names": topology/probes/names.sql. */
int plan_run_script(struct plan *, const char *name);

/* plan_answers.c. What bears the time of an answer. */
int64_t plan_time(const struct plan *);
/* Negative: NULL, as nobody said. */
struct value plan_number(int64_t);

#endif
