/* plan.h -- which questions follow from what is known, and their answers.
 *
 * The questions are rows that the scripts of topology/probes make; answers
 * become rows as they come, so that later scripts can build on them. Until
 * plan_keep all of them are the connection's own: whoever stops before it has
 * changed nothing. */
#ifndef DISCOVER_PLAN_H
#define DISCOVER_PLAN_H

#include "question.h"

struct database;
struct plan;

/* The words of probe.kind. */
extern const char *const probe_kinds[];
extern const size_t probe_kind_count;

struct plan_settings {
	const char *vantage; /* fact_vantage.name of this host; NULL: unnamed */
	const char *const *kinds; /* asked; none: all */
	size_t kind_count;
	int snmp_port;
	int64_t at; /* when the run began, seconds since 1970 UTC */
	bool is_still; /* every answer bears that time */
};

/* NULL after logging. */
struct plan *plan_create(struct database *, const struct plan_settings *);
void plan_free(struct plan *);

/* Runs a script ("names": topology/probes/names.sql), then those that say what
 * is not asked, and why. -1 after logging. */
int plan_extend(struct plan *, const char *script);

struct plan_family {
	int family;
	bool has_address, has_route;
};
int plan_add_family(struct plan *, const struct plan_family *);

/* Those without an answer, but of the kind M1 (`is_snmp`) or all the others;
 * they stay until the next call. NULL after logging. */
const struct question *plan_questions(
	struct plan *, bool is_snmp, size_t *count);
/* Label of what opened the device of a question before; NULL: unknown. */
const char *plan_credential(const struct plan *, const struct question *);
/* The resolvers that the facts name. */
const struct ip_address *plan_resolvers(struct plan *, size_t *count);

/* -1 after logging. */
int plan_answer(struct plan *, const struct question *, const struct answer *);

/* What SNMP counted when: of one device and family. */
struct plan_reading {
	int64_t device;
	int family, reading, bits;
	int64_t sys_uptime; /* hundredths of a second */
	int64_t in_octets, discontinuity; /* -1: not said */
};
int plan_add_reading(struct plan *, const struct plan_reading *);

enum { PORTS_MOST = 8 };

/* A router whose counters are read again. */
struct plan_router {
	int64_t device;
	struct ip_address ip;
	const char *credential; /* its label */
	int64_t sys_uptime; /* at the first reading */
	uint32_t ports[PORTS_MOST]; /* ifIndex of those that are added up */
	size_t port_count; /* 0: what the system counts */
	bool is_done;
};

/* What the script "traffic" found; NULL when it found none. */
struct plan_router *plan_routers(struct plan *, size_t *count);

/* Writes all of it, or nothing. -1 after logging. */
int plan_keep(struct plan *);
/* A line of figures for each kind. */
int plan_print(struct plan *);

#endif
