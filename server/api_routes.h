/* api_routes.h -- the URLs below /api/v1/: which job answers them. */
#ifndef SERVER_API_ROUTES_H
#define SERVER_API_ROUTES_H

#include "routes.h"

/* /api/v1/NAME: a collection of the archive. */
void answer_api_archive(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
/* /api/v1/snapshots/ID and /api/v1/snapshots/ID/NAME: one snapshot, a
 * collection of its state. */
void answer_api_snapshot(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);
/* /api/v1/openapi.json */
void answer_api_description(struct service *, const struct pattern_match *,
	const struct http_request *, struct http_answer *);

#endif
