/* api_routes.h -- the URLs below /api/v1/: which job answers them. */
#ifndef SERVER_API_ROUTES_H
#define SERVER_API_ROUTES_H

#include "service.h"

/* /api/v1/NAME: a collection of the archive. */
route_function answer_api_archive;
/* /api/v1/snapshots/ID and /api/v1/snapshots/ID/NAME: one snapshot, a
 * collection of its state. */
route_function answer_api_snapshot;
/* /api/v1/openapi.json */
route_function answer_api_description;

#endif
