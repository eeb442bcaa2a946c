/* service.h -- what whoever answers a request can ask. */
#ifndef SERVER_SERVICE_H
#define SERVER_SERVICE_H

#include "access.h"
#include "access_log.h"
#include "catalogue.h"
#include "desk.h"
#include "hosts.h"
#include "http.h"
#include "news.h"
#include "pattern.h"

struct monitor;

struct service {
	struct catalogue *catalogue;
	struct desk *desk; /* what workers answer */
	const struct hosts *hosts; /* who asks by another name is sent away */
	struct access *access;
	struct monitor *monitor;
	struct news news;
	struct access_log access_log;
};

/* Answers requests for the paths that a pattern of routes.c fits. */
typedef void route_function(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);

#endif
