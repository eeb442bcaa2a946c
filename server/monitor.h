/* monitor.h -- what other programs watch the server by: /healthz, /metrics. */
#ifndef SERVER_MONITOR_H
#define SERVER_MONITOR_H

#include <stdio.h>

#include "http.h"
#include "jobs.h"

struct service;
struct pattern_match;

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

void show_health(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
void show_metrics(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);

/* "monitor": what the archive has to say of itself. */
int job_monitor(const struct job_place *, const char *rest, FILE *answer);

#endif
