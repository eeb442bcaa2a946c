/* resolve.c -- questions to DNS. The door to c-ares.
 *
 * Each question has a channel of its own, so that one server is asked over one
 * transport and no other answers in its place; the resolvers of one question
 * stand in for each other. */
#include "resolve.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include "log.h"
#include "loop.h"
#include "memory.h"
#include "message.h"
#include "records.h"
#include "worth.h"

enum { SERVERS_MOST = 8, SOCKETS_MOST = 2 * SERVERS_MOST, TRIES = 2 };

struct resolving {
	struct deadline deadline; /* first, so that it leads back to here */
	struct asking *asking;
	const struct question *question;
	const struct resolve_way *way;
	ares_channel channel;
	struct resolving_socket {
		struct watch watch; /* first */
		struct resolving *resolving;
	} sockets[SOCKETS_MOST];
	size_t passed_over; /* resolvers that would not help */
	bool is_answered;
	int status;
	int error; /* of the last call that failed */
	unsigned char *message;
	size_t length;
};

/* How each of them is asked. */
static const struct resolve_way {
	const char *talk;
	enum asked_one asked;
	bool is_recursive;
} ways[] = {
	{ "dns", ASKED_RESOLVER, true },
	{ "dns-server", ASKED_SERVER, false },
	{ "dns-service", ASKED_SERVICE, true },
};

static const struct resolve_way *
way_of(const struct question *question)
{
	size_t i = 0;

	while (strcmp(ways[i].talk, question->talk) != 0)
		i++;
	return &ways[i];
}

/* The library calls it a refusal whenever no server is left to be asked. */
static struct answer
answer_of_failure(const struct resolving *resolving)
{
	struct answer answer = { VERDICT_UNKNOWN, "no-answer" };

	if (resolving->status == ARES_EBADNAME)
		answer.reason = "not-attempted";
	else if (resolving->status != ARES_ETIMEOUT && resolving->error != 0)
		answer = answer_of_error(resolving->error);
	if (resolving->way->asked == ASKED_RESOLVER)
		answer.verdict = VERDICT_UNKNOWN;
	return answer;
}

static struct answer
judge(const struct resolving *resolving, struct records *records)
{
	const struct message message = { resolving->message,
		resolving->length };

	if (message.bytes == NULL)
		return answer_of_failure(resolving);
	return worth_of_message(resolving->way->asked, records,
		resolving->question->record, &message);
}

/* ------------------------------------------------------------- the end ---- */

static void begin(struct resolving *);

/* Another resolver may know what this one could not say. */
static bool
should_ask_next(const struct resolving *resolving, const struct answer *answer)
{
	return resolving->way->asked == ASKED_RESOLVER &&
		resolving->message != NULL &&
		answer->verdict == VERDICT_UNKNOWN &&
		resolving->passed_over + 1 < resolving->asking->resolver_count;
}

static void
ask_next(struct resolving *resolving)
{
	free(resolving->message);
	resolving->message = NULL;
	resolving->is_answered = false;
	resolving->passed_over++;
	begin(resolving);
}

/* Not from inside the library's callbacks. */
static void
end(struct resolving *resolving)
{
	struct asking *asking = resolving->asking;
	struct records records = { 0 };
	struct answer answer = judge(resolving, &records);

	loop_cancel(asking->loop, &resolving->deadline);
	ares_destroy(resolving->channel);
	if (should_ask_next(resolving, &answer)) {
		ask_next(resolving);
		return;
	}
	records_sort(&records);
	answer.records = records.list;
	answer.record_count = records.count;
	asking->answered(asking->context, resolving->question, &answer);
	records_free(&records);
	free(resolving->message);
	free(resolving);
}

static void
answered(void *context, int status, int timeouts, unsigned char *bytes,
	int length)
{
	struct resolving *resolving = context;

	(void)timeouts;
	if (resolving->is_answered)
		return; /* the channel is being destroyed */
	resolving->is_answered = true;
	resolving->status = status;
	if (bytes != NULL && length > 0) {
		resolving->message = memory_zeroed((size_t)length);
		memcpy(resolving->message, bytes, (size_t)length);
		resolving->length = (size_t)length;
	}
}

/* ---- sockets and time ---------------------------------------------------- */

/* The library tells no error of a socket from another; they are noted here. */
static ssize_t
noted(struct resolving *resolving, ssize_t result)
{
	if (result < 0 && errno != EAGAIN && errno != EINPROGRESS)
		resolving->error = errno;
	return result;
}

static ares_socket_t
open_socket(int domain, int type, int protocol, void *resolving)
{
	return (ares_socket_t)noted(resolving,
		socket(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol));
}

static int
close_socket(ares_socket_t descriptor, void *resolving)
{
	(void)resolving;
	return close(descriptor);
}

static int
connect_socket(ares_socket_t descriptor, const struct sockaddr *address,
	ares_socklen_t size, void *resolving)
{
	return (int)noted(resolving, connect(descriptor, address, size));
}

static ares_ssize_t
receive(ares_socket_t descriptor, void *bytes, size_t size, int flags,
	struct sockaddr *address, ares_socklen_t *address_size, void *resolving)
{
	return noted(resolving,
		recvfrom(
			descriptor, bytes, size, flags, address, address_size));
}

static ares_ssize_t
transmit(ares_socket_t descriptor, const struct iovec *pieces, int count,
	void *resolving)
{
	const struct msghdr message = {
		.msg_iov = (struct iovec *)(uintptr_t)pieces,
		.msg_iovlen = (size_t)count,
	};

	return noted(resolving, sendmsg(descriptor, &message, MSG_NOSIGNAL));
}

static const struct ares_socket_functions socket_functions = { open_socket,
	close_socket, connect_socket, receive, transmit };

static void
go_on(struct resolving *resolving)
{
	struct timeval most = { .tv_sec = 1 }, left;
	const struct timeval *wait;

	if (resolving->is_answered) {
		end(resolving);
		return;
	}
	wait = ares_timeout(resolving->channel, &most, &left);
	loop_set(resolving->asking->loop, &resolving->deadline,
		clock_us() + wait->tv_sec * (int64_t)1000000 + wait->tv_usec);
}

static void
due(struct deadline *deadline)
{
	struct resolving *resolving = (struct resolving *)deadline;

	ares_process_fd(resolving->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
	go_on(resolving);
}

static void
ready(struct watch *watch, uint32_t events)
{
	struct resolving *resolving =
		((struct resolving_socket *)watch)->resolving;
	bool is_error = (events & (EPOLLERR | EPOLLHUP)) != 0;
	int descriptor = watch->descriptor;

	ares_process_fd(resolving->channel,
		is_error || (events & EPOLLIN) != 0 ? descriptor
						    : ARES_SOCKET_BAD,
		(events & EPOLLOUT) != 0 ? descriptor : ARES_SOCKET_BAD);
	go_on(resolving);
}

/* The library opens and closes sockets as it likes. */
static void
socket_changed(void *context, ares_socket_t descriptor, int reads, int writes)
{
	struct resolving *resolving = context;
	struct resolving_socket *unused = NULL;
	uint32_t events = (reads ? EPOLLIN : 0) | (writes ? EPOLLOUT : 0);

	for (size_t i = 0; i < SOCKETS_MOST; i++) {
		struct resolving_socket *known = &resolving->sockets[i];

		if (known->watch.events == 0)
			unused = known;
		else if (known->watch.descriptor == descriptor) {
			loop_watch(
				resolving->asking->loop, &known->watch, events);
			return;
		}
	}
	if (unused == NULL || events == 0)
		return; /* its deadline decides */
	unused->resolving = resolving;
	unused->watch.ready = ready;
	unused->watch.descriptor = descriptor;
	loop_watch(resolving->asking->loop, &unused->watch, events);
}

/* ---- beginning ----------------------------------------------------------- */

static void
add_server(struct ares_addr_node *node, const struct ip_address *ip)
{
	node->family = ip->family == 4 ? AF_INET : AF_INET6;
	if (ip->family == 4)
		memcpy(&node->addr.addr4, ip->bytes + 12, 4);
	else
		memcpy(&node->addr.addr6, ip->bytes, 16);
}

static int
set_servers(struct resolving *resolving, const struct ip_address *list,
	size_t count)
{
	struct ares_addr_node nodes[SERVERS_MOST] = { 0 };

	for (size_t i = 0; i < count && i < SERVERS_MOST; i++) {
		add_server(&nodes[i], &list[i]);
		if (i > 0)
			nodes[i - 1].next = &nodes[i];
	}
	return ares_set_servers(resolving->channel, nodes);
}

/* No resolvers named: the library has read those of this host. */
static int
choose_servers(struct resolving *resolving)
{
	const struct asking *asking = resolving->asking;

	if (resolving->way->asked != ASKED_RESOLVER)
		return set_servers(resolving, &resolving->question->ip, 1);
	if (asking->resolver_count == 0)
		return ARES_SUCCESS;
	return set_servers(resolving,
		asking->resolvers + resolving->passed_over,
		asking->resolver_count - resolving->passed_over);
}

/* A resolver may be asked over TCP if its answer is too long; one server is
 * asked over one transport. */
static int
flags_of(const struct resolving *resolving)
{
	int flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES |
		ARES_FLAG_NOCHECKRESP;

	if (!resolving->way->is_recursive)
		flags |= ARES_FLAG_NORECURSE;
	if (resolving->way->asked != ASKED_RESOLVER)
		flags |= resolving->question->is_udp ? ARES_FLAG_IGNTC
						     : ARES_FLAG_USEVC;
	return flags;
}

static int
open_channel(struct resolving *resolving)
{
	struct ares_options options = {
		.flags = flags_of(resolving),
		/* the second try waits twice as long */
		.timeout = resolving->asking->timeout_ms / (TRIES + 1),
		.tries = TRIES,
		.sock_state_cb = socket_changed,
		.sock_state_cb_data = resolving,
	};
	int status = ares_init_options(&resolving->channel, &options,
		ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES |
			ARES_OPT_SOCK_STATE_CB);

	if (status != ARES_SUCCESS)
		return status;
	ares_set_socket_functions(
		resolving->channel, &socket_functions, resolving);
	return choose_servers(resolving);
}

static void
begin(struct resolving *resolving)
{
	const struct question *question = resolving->question;
	int status = open_channel(resolving);

	if (status != ARES_SUCCESS) {
		log_error("c-ares: %s", ares_strerror(status));
		resolving->is_answered = true;
		resolving->status = status;
	} else {
		ares_query(resolving->channel, question->name, ns_c_in,
			message_type(question->record), answered, resolving);
	}
	go_on(resolving);
}

void
resolve_ask(struct asking *asking, const struct question *question)
{
	struct resolving *resolving = memory_zeroed(sizeof(*resolving));

	resolving->deadline.due = due;
	resolving->asking = asking;
	resolving->question = question;
	resolving->way = way_of(question);
	begin(resolving);
}
