/* store_routing.h -- routing protocols, announcements, virtual routers as rows.
 */
#ifndef DISCOVER_STORE_ROUTING_H
#define DISCOVER_STORE_ROUTING_H

struct place;

/* Behind the interfaces, inside the caller's transaction. */
int store_routing(const struct place *);

#endif
