/* contexts.h -- what a device tells only in an SNMP context of its own.
 *
 * Switches of Cisco keep a forwarding table for each VLAN, routers a neighbour
 * cache for each VRF; neither is seen in the main context. */
#ifndef DISCOVER_CONTEXTS_H
#define DISCOVER_CONTEXTS_H

#include <stddef.h>

struct collector;
struct credential;
struct device;

struct context;

/* In the device's arena; NULL: there is none, or nothing new in them. */
struct context *contexts_of(struct device *, const struct credential *);
struct context *context_next(const struct context *);
/* The first one of another kind. */
struct context *context_next_kind(const struct context *);
/* Why this one is not asked, NULL: it is. */
const char *context_omission(const struct context *);
/* For walk_order.snmp_context. */
const char *context_name(const struct context *);

/* What is read between the two goes to the device as of this context. */
void context_enter(struct device *, const struct context *);
void context_leave(struct device *, const struct context *);

/* The tables that are asked for there. */
const struct collector *const *context_collectors(
	const struct context *, size_t *count);

/* "each VLAN": of which contexts it is one, for walk_outcome.where. */
const char *context_where(const struct context *);

#endif
