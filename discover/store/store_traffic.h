/* store_traffic.h -- counters and sockets, for the store's own files. */
#ifndef DISCOVER_STORE_TRAFFIC_H
#define DISCOVER_STORE_TRAFFIC_H

struct place;

int store_traffic(const struct place *);

#endif
