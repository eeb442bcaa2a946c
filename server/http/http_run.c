/* http_run.c -- the loop: who connects, what else happens, until it ends. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "connections.h"
#include "handshakes.h"
#include "http_parts.h"
#include "log.h"
#include "times.h"

enum {
	ACCEPT_BURST = 16, /* then the library gets its turn */
	TICK_MS = 500, /* how late a deadline may be noticed */
};

/* What poll looks at: the library, the handshakes, the watches, then the
 * sockets. */
struct watched {
	struct pollfd items[2 + HTTP_WATCH_LIMIT + HTTP_SOCKET_LIMIT];
	size_t count;
};

static void
watch(struct watched *watched, int descriptor)
{
	if (watched->count < sizeof(watched->items) / sizeof(struct pollfd))
		watched->items[watched->count++] =
			(struct pollfd){ descriptor, POLLIN, 0 };
}

static void
accept_one(struct http_server *server, int client,
	const struct sockaddr_storage *from, socklen_t length)
{
	struct connections *all = server->connections;

	if (!connections_admit(all, client, from, clock_ms()))
		close(client);
	else if (http_add_client(server, client, from, length) != 0)
		connections_forget(all, client);
}

static void
accept_clients(struct http_server *server, int socket)
{
	for (int i = 0; i < ACCEPT_BURST; i++) {
		struct sockaddr_storage from = { 0 };
		socklen_t length = sizeof(from);
		int client = accept4(socket, (struct sockaddr *)&from, &length,
			SOCK_NONBLOCK | SOCK_CLOEXEC);

		if (client < 0)
			return;
		accept_one(server, client, &from, length);
	}
}

/* False when it is time to end. */
static bool
hear(struct http_server *server, struct watched *watched)
{
	const struct http_settings *settings = server->settings;
	struct pollfd *item = &watched->items[1];

	if (item++->revents != 0)
		handshakes_go_on(server->handshakes);
	for (size_t i = 0; i < settings->watch_count; i++, item++) {
		const struct http_watch *watch = &settings->watches[i];
		enum http_event event = HTTP_GO_ON;

		if (item->revents != 0)
			event = watch->readable(watch->context);
		if ((item->revents & (POLLHUP | POLLERR)) != 0)
			item->fd = -1; /* it will not say anything more */
		if (event == HTTP_STOP)
			return false;
		if (event == HTTP_ASK_AGAIN)
			http_ask_again(server);
	}
	for (size_t i = 0; i < settings->socket_count; i++, item++)
		if (item->revents != 0)
			accept_clients(server, item->fd);
	return true;
}

static int
run_loop(struct http_server *server, struct watched *watched)
{
	int64_t next_tick = 0;

	while (poll(watched->items, watched->count,
		       http_turn_timeout(server, TICK_MS)) >= 0 ||
		errno == EINTR) {
		if (!hear(server, watched))
			return 0;
		if (http_turn(server) != 0)
			break;
		if (clock_ms() >= next_tick) {
			http_ask_late(server);
			connections_cut_late(server->connections, clock_ms());
			next_tick = clock_ms() + TICK_MS;
		}
	}
	log_error("the loop of connections broke: %s", strerror(errno));
	return -1;
}

int
http_run(struct http_server *server)
{
	const struct http_settings *settings = server->settings;
	struct watched watched = { 0 };

	watch(&watched, http_turn_descriptor(server));
	watch(&watched, handshakes_descriptor(server->handshakes));
	for (size_t i = 0; i < settings->watch_count; i++)
		watch(&watched, settings->watches[i].descriptor);
	for (size_t i = 0; i < settings->socket_count; i++)
		watch(&watched, settings->sockets[i]);
	return run_loop(server, &watched);
}
