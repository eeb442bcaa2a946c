/* archive_routes.h -- what the server shows of the archive itself: handlers for
 * the table of routes.c. */
#ifndef SERVER_ARCHIVE_ROUTES_H
#define SERVER_ARCHIVE_ROUTES_H

#include "service.h"

route_function show_timeline;
/* What happened to one snapshot. */
route_function show_snapshot;
route_function show_asset;

#endif
