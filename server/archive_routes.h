/* archive_routes.h -- what the server shows of the archive itself: handlers for
 * the table of routes.c. */
#ifndef SERVER_ARCHIVE_ROUTES_H
#define SERVER_ARCHIVE_ROUTES_H

#include "routes.h"

void show_timeline(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
/* What happened to one snapshot. */
void show_snapshot(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
void show_asset(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);

#endif
