/* monitor.h -- what other programs watch the server by: /healthz, /metrics. */
#ifndef SERVER_MONITOR_H
#define SERVER_MONITOR_H

#include <stdint.h>

#include "service.h"

enum { STATUS_LIMIT = 600 };

/* What was sent since the server started. */
struct monitor {
	int64_t answers[STATUS_LIMIT]; /* by status */
	int64_t bytes; /* of bodies */
	int64_t started_at; /* seconds since 1970 */
	const struct http_server *server;
};

/* Once for each answer that is sent. */
void monitor_count(struct monitor *, const struct http_request *,
	const struct http_answer *);

route_function show_health;
route_function show_metrics;

#endif
