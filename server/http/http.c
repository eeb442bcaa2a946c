/* http.c -- the only door to libmicrohttpd.
 *
 * The library runs in external epoll mode, without a listening socket of its
 * own: we accept, ask connections.c whether there is room, and hand over. One
 * poll loop watches the listening sockets, the library's epoll descriptor and
 * the descriptor that ends it all. */
#include "http.h"

#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "connections.h"
#include "log.h"

enum {
	CONNECTION_LIMIT = 2048,
	RESERVED_DESCRIPTORS = 48, /* a burst, what listens, the archive */
	CONNECTION_MEMORY = 16 * 1024, /* a request's header must fit */
	ACCEPT_BURST = 16, /* then the library gets its turn */
	TICK_MS = 500, /* how late a deadline may be noticed */
	SOCKET_LIMIT = 16,
};

static const struct connection_limits limits = {
	.total = CONNECTION_LIMIT,
	.per_address = 32,
	.idle_ms = 15000,
	.bytes_per_second = 8192,
};

struct http_server {
	const struct http_handler *handler;
	struct MHD_Daemon *daemon;
	struct connections *connections;
};

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int
descriptor_of(struct MHD_Connection *connection)
{
	return MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_CONNECTION_FD)
		->connect_fd;
}

const char *
http_request_field(const struct http_request *request, const char *name)
{
	return MHD_lookup_connection_value(
		request->connection, MHD_HEADER_KIND, name);
}

void
http_answer_field(
	struct http_answer *answer, const char *name, const char *format, ...)
{
	struct http_field *field = &answer->fields[answer->field_count];
	va_list arguments;

	if (answer->field_count == HTTP_FIELD_LIMIT)
		abort(); /* a bug: no answer has that many */
	va_start(arguments, format);
	if (vasprintf(&field->value, format, arguments) < 0)
		abort();
	va_end(arguments);
	field->name = name;
	answer->field_count++;
}

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = c != '\0' ? strchr(digits, c | 0x20) : NULL;

	return found != NULL ? (int)(found - digits) : -1;
}

static size_t
decode_url(void *context, struct MHD_Connection *connection, char *url)
{
	char *out = url;

	(void)context;
	(void)connection;
	for (const char *in = url; *in != '\0'; in++) {
		int high = *in == '%' ? hex_digit(in[1]) : -1;
		int low = high >= 0 ? hex_digit(in[2]) : -1;

		if (*in != '%') {
			*out++ = *in;
		} else if (low < 0 || (high == 0 && low == 0)) {
			*out++ = 1;
		} else {
			*out++ = (char)(high << 4 | low);
			in += 2;
		}
	}
	*out = '\0';
	return (size_t)(out - url);
}

static struct MHD_Response *
make_response(struct http_answer *answer)
{
	struct MHD_Response *response;

	if (answer->file >= 0)
		response = MHD_create_response_from_fd_at_offset64(
			(uint64_t)answer->length, answer->file,
			(uint64_t)answer->offset);
	else
		response = MHD_create_response_from_buffer(answer->body.length,
			answer->body.bytes, MHD_RESPMEM_MUST_FREE);
	if (response == NULL)
		abort(); /* out of memory */
	for (size_t i = 0; i < answer->field_count; i++) {
		MHD_add_response_header(response, answer->fields[i].name,
			answer->fields[i].value);
		free(answer->fields[i].value);
	}
	return response;
}

/* The library is lenient with names that end in a blank, and knows only the
 * first of two lengths. */
static enum MHD_Result
tells_of_body(void *found, enum MHD_ValueKind kind, const char *name,
	const char *value)
{
	static const char length[] = "Content-Length";
	static const char coding[] = "Transfer-Encoding";
	bool *has_body = found;

	(void)kind;
	if (strncasecmp(name, coding, strlen(coding)) == 0)
		*has_body = true;
	else if (strncasecmp(name, length, strlen(length)) == 0 &&
		(name[strlen(length)] != '\0' || value == NULL ||
			strcmp(value, "0") != 0))
		*has_body = true;
	return MHD_YES;
}

/* No page of ours needs a body in the request. What is not read would be taken
 * for the next request, so the connection must end with the answer. */
static bool
has_body(const struct http_request *request)
{
	bool found = false;

	MHD_get_connection_values(
		request->connection, MHD_HEADER_KIND, tells_of_body, &found);
	return found;
}

static enum MHD_Result
respond(struct http_server *server, const struct http_request *request)
{
	struct http_answer answer = { .status = 500, .file = -1 };
	struct MHD_Response *response;
	enum MHD_Result result;
	int64_t length;

	server->handler->answer(server->handler->context, request, &answer);
	length = answer.file >= 0 ? answer.length : (int64_t)answer.body.length;
	connections_busy(server->connections,
		descriptor_of(request->connection), length, now_ms());
	response = make_response(&answer);
	result = MHD_queue_response(
		request->connection, (unsigned int)answer.status, response);
	MHD_destroy_response(response);
	return result;
}

/* The library calls twice; an answer to the first call ends the connection. */
static enum MHD_Result
on_request(void *context, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload,
	size_t *upload_size, void **seen)
{
	const struct http_request request = { method,
		url[0] == '/' ? url : "/\1", connection };

	(void)version;
	(void)upload;
	(void)upload_size;
	if (*seen == NULL && !has_body(&request)) {
		*seen = context;
		return MHD_YES;
	}
	return respond(context, &request);
}

static void
on_completed(void *context, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode code)
{
	struct http_server *server = context;

	(void)state;
	(void)code;
	connections_idle(
		server->connections, descriptor_of(connection), now_ms());
}

static void
on_connection(void *context, struct MHD_Connection *connection, void **state,
	enum MHD_ConnectionNotificationCode code)
{
	struct http_server *server = context;

	(void)state;
	if (code == MHD_CONNECTION_NOTIFY_CLOSED)
		connections_forget(
			server->connections, descriptor_of(connection));
}

/* Room for each connection and one file for each of them. */
static int
raise_descriptor_limit(void)
{
	struct rlimit limit;
	int wanted = 2 * CONNECTION_LIMIT + RESERVED_DESCRIPTORS;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return 1024;
	if (limit.rlim_max < (rlim_t)wanted)
		log_warning("only %d open files are allowed, %d are needed "
			    "for %d connections",
			(int)limit.rlim_max, wanted, CONNECTION_LIMIT);
	else
		limit.rlim_max = (rlim_t)wanted;
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
	return (int)limit.rlim_cur;
}

/* Who can take no more must not accept: the loop would wake up for ever. */
static struct connections *
make_connections(void)
{
	int descriptors = raise_descriptor_limit();
	int room = (descriptors - RESERVED_DESCRIPTORS) / 2;
	struct connection_limits ours = limits;

	if (room < ours.total)
		ours.total = room > 1 ? room : 1;
	return connections_create(ours, descriptors);
}

static struct MHD_Daemon *
start_daemon(struct http_server *server)
{
	return MHD_start_daemon(MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET, 0,
		NULL, NULL, on_request, server, MHD_OPTION_CONNECTION_LIMIT,
		2 * CONNECTION_LIMIT, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
		(size_t)CONNECTION_MEMORY, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK,
		decode_url, NULL, MHD_OPTION_NOTIFY_COMPLETED, on_completed,
		server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
		MHD_OPTION_END);
}

static void
accept_one(struct http_server *server, int client,
	const struct sockaddr_storage *from, socklen_t from_length)
{
	const void *any = from;

	if (!connections_admit(server->connections, client, from, now_ms()))
		close(client);
	else if (MHD_add_connection(server->daemon, client, any, from_length) !=
		MHD_YES) /* it has closed the descriptor */
		connections_forget(server->connections, client);
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

static int
poll_timeout(struct http_server *server)
{
	MHD_UNSIGNED_LONG_LONG wanted;

	if (MHD_get_timeout(server->daemon, &wanted) == MHD_YES &&
		wanted < TICK_MS)
		return (int)wanted;
	return TICK_MS;
}

static int
run_loop(struct http_server *server, struct pollfd *watched, size_t count)
{
	int64_t next_tick = 0;

	while (poll(watched, count, poll_timeout(server)) >= 0 ||
		errno == EINTR) {
		if (watched[0].revents != 0)
			return 0;
		for (size_t i = 2; i < count; i++)
			if (watched[i].revents != 0)
				accept_clients(server, watched[i].fd);
		if (MHD_run(server->daemon) != MHD_YES)
			break;
		if (now_ms() >= next_tick) {
			connections_cut_late(server->connections, now_ms());
			next_tick = now_ms() + TICK_MS;
		}
	}
	log_error("the loop of connections broke: %s", strerror(errno));
	return -1;
}

int
http_serve(const int *sockets, size_t socket_count, int stop,
	const struct http_handler *handler)
{
	struct http_server server = { .handler = handler };
	struct pollfd watched[SOCKET_LIMIT + 2] = { { stop, POLLIN, 0 } };
	const union MHD_DaemonInfo *info;
	int result;

	server.connections = make_connections();
	server.daemon = start_daemon(&server);
	if (server.daemon == NULL) {
		log_error("libmicrohttpd does not start: %s", strerror(errno));
		connections_free(server.connections);
		return -1;
	}
	info = MHD_get_daemon_info(server.daemon, MHD_DAEMON_INFO_EPOLL_FD);
	watched[1] = (struct pollfd){ info->epoll_fd, POLLIN, 0 };
	for (size_t i = 0; i < socket_count && i < SOCKET_LIMIT; i++)
		watched[i + 2] = (struct pollfd){ sockets[i], POLLIN, 0 };
	result = run_loop(&server, watched, socket_count + 2);
	MHD_stop_daemon(server.daemon);
	connections_free(server.connections);
	return result;
}
