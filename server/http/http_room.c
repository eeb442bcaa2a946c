/* http_room.c -- how many are served at once, and how long we wait for them. */
#include "connections.h"
#include "descriptors.h"
#include "handshakes.h"
#include "http_parts.h"

enum { PATIENCE_SECONDS = 120 }; /* with what is answered later */

static const struct connection_limits limits = {
	.total = CONNECTION_LIMIT,
	.per_address = 32,
	.idle_ms = 15000,
	.bytes_per_second = 8192,
};

int64_t
http_patience_bytes(void)
{
	return PATIENCE_SECONDS * limits.bytes_per_second;
}

int
http_make_room(struct http_server *server)
{
	static const struct handshake_turns turns = {
		.put_off = http_suspend,
		.go_on = http_resume,
	};
	int descriptors = descriptors_raise(CONNECTION_LIMIT);
	int room = descriptors_room(descriptors);
	struct connection_limits ours = limits;

	if (room < ours.total)
		ours.total = room;
	ours.proxies = server->settings->proxies;
	ours.refusals = server->settings->refusals;
	server->connections = connections_create(ours, descriptors);
	server->handshakes = handshakes_create(turns, descriptors);
	return server->handshakes != NULL ? 0 : -1;
}

int
http_connections(const struct http_server *server)
{
	return connections_count(server->connections);
}
