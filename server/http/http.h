/* http.h -- HTTP/1.1 over sockets that listen: requests in, answers out.
 *
 * The only door to libmicrohttpd. One loop serves all connections; a handler
 * fills in the answer and never waits: what takes long it puts off, and it is
 * asked again later. Who is served when there are too many, or when one is too
 * slow: connections.h.
 * Times are milliseconds of one clock that never goes back. */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"
#include "memory.h"
#include "proxies.h"
#include "refusals.h"

struct http_request {
	const char *method;
	/* Decoded, begins with "/"; a %00 or a broken %-escape in it has become
	 * byte 1, and so has what begins with something else: nothing on disk
	 * has that name. */
	const char *path;
	struct MHD_Connection *connection;
	struct ip_address peer; /* of the connection: perhaps a proxy */
	int64_t now_ms;
	bool gives_up; /* the last time it is asked: no more "later" */
};

/* NULL when the request has no such field. */
const char *http_request_field(const struct http_request *, const char *name);
/* Appends "NAME=value&..." with all arguments in their order, encoded in one
 * way for each. */
void http_request_query(const struct http_request *, struct text *);
/* The decoded value of NAME in "?NAME=value"; NULL when there is none. */
const char *http_request_argument(
	const struct http_request *, const char *name);

struct http_values {
	const char *last; /* NULL when there is none */
	size_t count;
};

/* A field that may stand there several times. */
struct http_values http_request_values(
	const struct http_request *, const char *name);

struct http_credentials {
	char *name;
	char *password;
};

/* Of basic authentication; false when there are none. */
bool http_request_credentials(
	const struct http_request *, struct http_credentials *);
void http_credentials_free(struct http_credentials *);

struct http_field {
	const char *name;
	char *value;
};

enum { HTTP_FIELD_LIMIT = 16 };

struct http_answer {
	int status;
	struct text body; /* sent when there is no file */
	int file; /* -1: none; else the server closes it */
	int64_t offset;
	/* Of the part of the file; without a file and a body, what the header
	 * says: of a 304. */
	int64_t length;
	struct http_field fields[HTTP_FIELD_LIMIT];
	size_t field_count;
	/* Nothing is sent; the handler is asked again when a watch says
	 * HTTP_ASK_AGAIN. */
	bool later;
};

/* "Not Found": as the registry of IANA has it. */
const char *http_reason(int status);

/* The name must live on; at most HTTP_FIELD_LIMIT fields. */
void http_answer_field(struct http_answer *, const char *name,
	const char *format, ...) PRINTF_LIKE(3, 4);

struct http_handler {
	void (*answer)(void *context, const struct http_request *,
		struct http_answer *);
	void *context;
};

enum http_event { HTTP_GO_ON, HTTP_ASK_AGAIN, HTTP_STOP };

/* A descriptor that the loop looks at beside the connections. */
struct http_watch {
	int descriptor;
	enum http_event (*readable)(void *context);
	void *context;
};

enum { HTTP_WATCH_LIMIT = 8, HTTP_SOCKET_LIMIT = 16 };

struct tls;

struct http_settings {
	struct http_handler handler;
	const int *sockets; /* they listen, and do not block */
	size_t socket_count;
	const struct http_watch *watches;
	size_t watch_count;
	struct tls *tls; /* NULL: plain HTTP */
	const struct proxies *proxies; /* many may come from their address */
	struct refusals *refusals;
	/* What was put off so long ago gives up; 0: nothing does. */
	int64_t longest_wait_ms;
};

struct http_server;

/* The settings must live on. NULL after logging. */
struct http_server *http_create(const struct http_settings *);
void http_free(struct http_server *);
/* That are open. */
int http_connections(const struct http_server *);
/* Until a watch says HTTP_STOP; -1 after logging. */
int http_run(struct http_server *);

#endif
