/* http_parts.h -- what http.c and its loop share, and nobody else. */
#ifndef SERVER_HTTP_PARTS_H
#define SERVER_HTTP_PARTS_H

#include <stdbool.h>
#include <sys/socket.h>

#include "http.h"

enum { CONNECTION_LIMIT = 2048 };

struct waiting {
	struct MHD_Connection *connection;
	int64_t began_ms;
};

struct http_server {
	const struct http_settings *settings;
	struct MHD_Daemon *daemon;
	struct connections *connections;
	struct handshakes *handshakes;
	struct waiting waiting[CONNECTION_LIMIT];
	size_t waiting_count;
	bool is_ending;
};

/* The connections of so many, and no more. -1 after logging. */
int http_make_room(struct http_server *);
/* What the slowest line takes while we wait with an answer. */
int64_t http_patience_bytes(void);
/* The library's turn: -1 when it is broken. */
int http_turn(struct http_server *);
/* When it wants the next one at the latest. */
int http_turn_timeout(const struct http_server *, int most_ms);
/* What becomes readable when it needs a turn. */
int http_turn_descriptor(const struct http_server *);
/* Hands a connection over; -1: it was closed. */
int http_add_client(struct http_server *, int client,
	const struct sockaddr_storage *, socklen_t);
/* A connection of the library rests, or goes on. */
void http_suspend(void *connection);
void http_resume(void *connection);
/* Puts off a request that began then. */
void http_wait(struct http_server *, struct MHD_Connection *, int64_t began_ms);
/* All who were put off. */
void http_ask_again(struct http_server *);
/* The same, when one of them has waited too long: he must get an answer. */
void http_ask_late(struct http_server *);
bool http_has_waited(
	const struct http_server *, int64_t began_ms, int64_t now_ms);

#endif
