/* http.c -- the door to libmicrohttpd; its other wing is http_request.c.
 *
 * The library runs in external epoll mode, without a listening socket of its
 * own: we accept, ask connections.c whether there is room, and hand over. The
 * loop: http_run.c. */
#include "http.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "connections.h"
#include "handshakes.h"
#include "http_body.h"
#include "http_parts.h"
#include "log.h"
#include "times.h"
#include "tls.h"
#include "url.h"

enum {
	CONNECTION_MEMORY = 16 * 1024, /* a request's header must fit */
};

static int
descriptor_of(struct MHD_Connection *connection)
{
	return MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_CONNECTION_FD)
		->connect_fd;
}

static size_t
decode_url(void *context, struct MHD_Connection *connection, char *url)
{
	(void)context;
	(void)connection;
	return url_decode(url);
}

static struct MHD_Response *
make_body(const struct http_server *server, struct http_answer *answer)
{
	uint64_t length = (uint64_t)answer->length;

	http_body_hold(answer);
	if (answer->body.bytes != NULL || answer->length == 0)
		return MHD_create_response_from_buffer(answer->body.length,
			answer->body.bytes, MHD_RESPMEM_MUST_FREE);
	if (answer->file < 0 || server->settings->tls != NULL)
		return MHD_create_response_from_callback(length,
			HTTP_BODY_BLOCK, http_body_read, http_body_of(answer),
			http_body_free);
	return MHD_create_response_from_fd_at_offset64(
		length, answer->file, (uint64_t)answer->offset);
}

static struct MHD_Response *
make_response(const struct http_server *server, struct http_answer *answer)
{
	struct MHD_Response *response = make_body(server, answer);

	if (response == NULL)
		abort(); /* out of memory */
	for (size_t i = 0; i < answer->field_count; i++)
		MHD_add_response_header(response, answer->fields[i].name,
			answer->fields[i].value);
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

/* A proxy sends requests of many through one connection, and the library takes
 * some malformed ones for two: whose the second answer is nobody could tell. */
static enum MHD_Result
send_answer(struct http_server *server, const struct http_request *request,
	struct http_answer *answer)
{
	int64_t length = answer->length + (int64_t)answer->body.length;
	struct MHD_Response *response = make_response(server, answer);
	enum MHD_Result result;

	if (proxies_have(server->settings->proxies, &request->peer))
		MHD_add_response_header(response, "Connection", "close");
	result = MHD_queue_response(
		request->connection, (unsigned int)answer->status, response);
	connections_busy(server->connections,
		descriptor_of(request->connection), length, request->now_ms);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result
put_off(struct http_server *server, const struct http_request *request,
	int64_t began_ms)
{
	connections_busy(server->connections,
		descriptor_of(request->connection), http_patience_bytes(),
		request->now_ms);
	http_wait(server, request->connection, began_ms);
	return MHD_YES;
}

static enum MHD_Result
respond(struct http_server *server, const struct http_request *request,
	int64_t began_ms)
{
	const struct http_handler *handler = &server->settings->handler;
	struct http_answer answer = { .status = 500, .file = -1 };
	enum MHD_Result result;

	handler->answer(handler->context, request, &answer);
	if (answer.later && !request->gives_up)
		result = put_off(server, request, began_ms);
	else
		result = send_answer(server, request, &answer);
	for (size_t i = 0; i < answer.field_count; i++)
		free(answer.fields[i].value);
	return result;
}

/* The library calls twice; an answer to the first call ends the connection. */
static enum MHD_Result
on_request(void *context, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload,
	size_t *upload_size, void **seen)
{
	struct http_server *server = context;
	int64_t now_ms = clock_ms();
	int64_t *began_ms = *seen;
	const struct http_request request = {
		.method = method,
		.path = url[0] == '/' ? url : "/\1",
		.connection = connection,
		.peer = connections_peer(
			server->connections, descriptor_of(connection)),
		.now_ms = now_ms,
		.gives_up = server->is_ending ||
			(began_ms != NULL &&
				http_has_waited(server, *began_ms, now_ms)),
	};

	(void)version;
	(void)upload;
	(void)upload_size;
	if (began_ms == NULL && !has_body(&request)) {
		*seen = began_ms = memory_zeroed(sizeof(*began_ms));
		*began_ms = now_ms;
		return MHD_YES;
	}
	return respond(server, &request, began_ms != NULL ? *began_ms : now_ms);
}

static void
on_completed(void *context, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode code)
{
	struct http_server *server = context;

	(void)code;
	free(*state);
	*state = NULL;
	connections_idle(
		server->connections, descriptor_of(connection), clock_ms());
}

static void
on_connection(void *context, struct MHD_Connection *connection, void **state,
	enum MHD_ConnectionNotificationCode code)
{
	struct http_server *server = context;
	int descriptor = descriptor_of(connection);

	(void)state;
	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		connections_forget(server->connections, descriptor);
		handshakes_forget(server->handshakes, descriptor);
	} else if (server->settings->tls != NULL) {
		tls_attach(server->settings->tls,
			MHD_get_connection_info(
				connection, MHD_CONNECTION_INFO_GNUTLS_SESSION)
				->tls_session,
			handshakes_begin(
				server->handshakes, descriptor, connection));
	}
}

static struct MHD_Daemon *
start_daemon(struct http_server *server)
{
	const struct MHD_OptionItem with_tls[] = {
		{ MHD_OPTION_HTTPS_PRIORITIES, 0, tls_priorities() },
		{ MHD_OPTION_HTTPS_CERT_CALLBACK, 0, (void *)tls_retriever() },
		{ MHD_OPTION_END, 0, NULL },
	};
	bool is_secure = server->settings->tls != NULL;
	unsigned int flags = MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET |
		MHD_ALLOW_SUSPEND_RESUME | (is_secure ? MHD_USE_TLS : 0);

	return MHD_start_daemon(flags, 0, NULL, NULL, on_request, server,
		MHD_OPTION_CONNECTION_LIMIT, 2 * CONNECTION_LIMIT,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK,
		decode_url, NULL, MHD_OPTION_NOTIFY_COMPLETED, on_completed,
		server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
		MHD_OPTION_ARRAY, is_secure ? with_tls : &with_tls[2],
		MHD_OPTION_END);
}

void
http_suspend(void *connection)
{
	MHD_suspend_connection(connection);
}

void
http_resume(void *connection)
{
	MHD_resume_connection(connection);
}

struct http_server *
http_create(const struct http_settings *settings)
{
	struct http_server *server = memory_zeroed(sizeof(*server));

	server->settings = settings;
	if (http_make_room(server) == 0)
		server->daemon = start_daemon(server);
	if (server->daemon != NULL)
		return server;
	log_error("libmicrohttpd does not start: %s", strerror(errno));
	http_free(server);
	return NULL;
}

void
http_free(struct http_server *server)
{
	if (server == NULL)
		return;
	server->is_ending = true; /* who waits still gets an answer */
	http_ask_again(server);
	if (server->handshakes != NULL)
		handshakes_end(server->handshakes);
	if (server->daemon != NULL) {
		MHD_run(server->daemon);
		MHD_stop_daemon(server->daemon);
	}
	connections_free(server->connections);
	handshakes_free(server->handshakes);
	free(server);
}

int
http_turn(struct http_server *server)
{
	return MHD_run(server->daemon) == MHD_YES ? 0 : -1;
}

int
http_turn_timeout(const struct http_server *server, int most_ms)
{
	MHD_UNSIGNED_LONG_LONG wanted;

	if (MHD_get_timeout(server->daemon, &wanted) == MHD_YES &&
		wanted < (MHD_UNSIGNED_LONG_LONG)most_ms)
		return (int)wanted;
	return most_ms;
}

int
http_turn_descriptor(const struct http_server *server)
{
	return MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)
		->epoll_fd;
}

int
http_add_client(struct http_server *server, int client,
	const struct sockaddr_storage *from, socklen_t from_length)
{
	const void *any = from;

	return MHD_add_connection(server->daemon, client, any, from_length) ==
			MHD_YES
		? 0
		: -1;
}
