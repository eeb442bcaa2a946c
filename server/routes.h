/* routes.h -- the server's URLs: one table, a line and a function each.
 *
 * All links and redirects are relative, so the server works below any path of a
 * proxy. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "access.h"
#include "access_log.h"
#include "catalogue.h"
#include "desk.h"
#include "hosts.h"
#include "http.h"
#include "monitor.h"
#include "news.h"
#include "pattern.h"

struct service {
	struct catalogue *catalogue;
	struct desk *desk; /* what workers answer */
	const struct hosts *hosts; /* who asks by another name is sent away */
	struct access *access;
	struct monitor *monitor;
	struct news news;
	struct access_log access_log;
};

struct route {
	const char *pattern;
	const char *type; /* of the answer; NULL: of what is sent */
	void (*answer)(struct service *, const struct pattern_match *,
		const struct http_request *, struct http_answer *);
};

/* For http_serve; the context is a struct service. */
void answer_request(
	void *service, const struct http_request *, struct http_answer *);

#endif
