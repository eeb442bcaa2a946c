/* patience.c -- who waits for an answer that comes later, and how long. */
#include "http_parts.h"
#include "times.h"

bool
http_has_waited(
	const struct http_server *server, int64_t began_ms, int64_t now_ms)
{
	int64_t longest = server->settings->longest_wait_ms;

	return longest > 0 && now_ms - began_ms >= longest;
}

void
http_wait(struct http_server *server, struct MHD_Connection *connection,
	int64_t began_ms)
{
	server->waiting[server->waiting_count++] =
		(struct waiting){ connection, began_ms };
	http_suspend(connection);
}

void
http_ask_again(struct http_server *server)
{
	size_t count = server->waiting_count;

	server->waiting_count = 0;
	for (size_t i = 0; i < count; i++)
		http_resume(server->waiting[i].connection);
}

/* One who is asked too early waits again. */
void
http_ask_late(struct http_server *server)
{
	int64_t now = clock_ms();

	for (size_t i = 0; i < server->waiting_count; i++)
		if (http_has_waited(server, server->waiting[i].began_ms, now)) {
			http_ask_again(server);
			return;
		}
}
