/* http.h -- HTTP/1.1 over sockets that listen: requests in, answers out.
 *
 * The only door to libmicrohttpd. One loop serves all connections; a handler
 * fills in the answer and never waits. Who is served when there are too many,
 * or when one is too slow: connections.h. */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include <stddef.h>
#include <stdint.h>

#include "memory.h"

struct http_request {
	const char *method;
	/* Decoded, begins with "/"; a %00 or a broken %-escape in it has become
	 * byte 1, and so has what begins with something else: nothing on disk
	 * has that name. */
	const char *path;
	struct MHD_Connection *connection;
};

/* NULL when the request has no such field. */
const char *http_request_field(const struct http_request *, const char *name);

struct http_field {
	const char *name;
	char *value;
};

enum { HTTP_FIELD_LIMIT = 16 };

struct http_answer {
	int status;
	struct text body; /* sent when there is no file */
	int file; /* -1: none; else the server closes it */
	int64_t offset; /* of the part of the file that is sent */
	int64_t length;
	struct http_field fields[HTTP_FIELD_LIMIT];
	size_t field_count;
};

/* The name must live on; at most HTTP_FIELD_LIMIT fields. */
void http_answer_field(struct http_answer *, const char *name,
	const char *format, ...) PRINTF_LIKE(3, 4);

struct http_handler {
	void (*answer)(void *context, const struct http_request *,
		struct http_answer *);
	void *context;
};

/* Serves the listening sockets until `stop` becomes readable. -1 after
 * logging. */
int http_serve(const int *sockets, size_t socket_count, int stop,
	const struct http_handler *);

#endif
