/* sockets.c -- datagrams to and from many agents over a few sockets.
 *
 * Several sockets of each family, used in turn: answers wait in their receive
 * buffers, and where those may not be made large enough (SO_RCVBUFFORCE needs
 * CAP_NET_ADMIN) many make up for it. */
#include "sockets.h"

#include <errno.h>
#include <time.h> /* linux/errqueue.h needs it first */
#include <linux/errqueue.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "envelope.h"
#include "log.h"
#include "memory.h"
#include "sockaddr.h"

enum {
	SOCKETS = 8, /* of each family */
	BATCH = 64,
	RECEIVE_SIZE = 65536, /* smaller ones would cut large answers */
	SEND_SIZE = 8192,
	BUFFER_SIZE = 32 * 1024 * 1024,
	SEND_PATIENCE_MS = 100, /* for room in the socket */
	QUEUE_PATIENCE_MS = 10, /* ... and in the interface's queue */
	TRIES = 3,
};

struct outgoing {
	union any_address to;
	uint32_t id;
	size_t length;
	uint8_t bytes[SEND_SIZE];
};

/* One address family: its sockets, and the batch that is to leave. */
struct family {
	int domain;
	int sockets[SOCKETS];
	size_t count, turn;
	struct outgoing outgoing[BATCH];
	size_t waiting;
};

struct failure {
	uint32_t id;
	int error;
};

struct sockets {
	struct transport transport; /* first, so that it leads back to here */
	struct transport_user user;
	struct family families[2];
	int epoll;
	struct failure *failures; /* told by the next sockets_wait */
	size_t failure_count, failure_capacity;
	uint8_t received[BATCH][RECEIVE_SIZE];
};

/* ---- opening ---------------------------------------------------------- */

static int
open_socket(const struct sockets *sockets, int domain)
{
	int descriptor =
		socket(domain, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	struct epoll_event event = { EPOLLIN, { .fd = descriptor } };
	int size = BUFFER_SIZE, on = 1;

	if (descriptor < 0)
		return -1;
	if (domain == AF_INET6) {
		setsockopt(
			descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
		setsockopt(descriptor, IPPROTO_IPV6, IPV6_RECVERR, &on,
			sizeof(on));
	} else {
		setsockopt(descriptor, IPPROTO_IP, IP_RECVERR, &on, sizeof(on));
	}
	if (setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &size,
		    sizeof(size)) != 0)
		setsockopt(
			descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	if (epoll_ctl(sockets->epoll, EPOLL_CTL_ADD, descriptor, &event) == 0)
		return descriptor;
	close(descriptor);
	return -1;
}

static void
open_family(struct sockets *sockets, struct family *family, int domain)
{
	family->domain = domain;
	while (family->count < SOCKETS) {
		int descriptor = open_socket(sockets, domain);

		if (descriptor < 0)
			break;
		family->sockets[family->count++] = descriptor;
	}
	if (family->count == 0)
		log_warning("no %s here (%s): its addresses are not asked",
			domain == AF_INET ? "IPv4" : "IPv6", strerror(errno));
}

static void
close_all(struct transport *transport)
{
	struct sockets *sockets = (struct sockets *)transport;

	for (size_t i = 0; i < COUNT(sockets->families); i++)
		while (sockets->families[i].count > 0)
			close(sockets->families[i]
					.sockets[--sockets->families[i].count]);
	if (sockets->epoll >= 0)
		close(sockets->epoll);
	free(sockets->failures);
	free(sockets);
}

/* ---- sending ---------------------------------------------------------- */

static void
note_failure(struct sockets *sockets, uint32_t id, int error)
{
	sockets->failures =
		memory_grown(sockets->failures, sockets->failure_count,
			&sockets->failure_capacity, sizeof(struct failure));
	sockets->failures[sockets->failure_count++] =
		(struct failure){ id, error };
}

/* The error that the kernel hands over with a message that came back. */
static int
error_of(struct msghdr *message)
{
	struct cmsghdr *part = CMSG_FIRSTHDR(message);
	struct sock_extended_err error = { 0 };

	for (; part != NULL; part = CMSG_NXTHDR(message, part))
		if ((part->cmsg_level == IPPROTO_IP &&
			    part->cmsg_type == IP_RECVERR) ||
			(part->cmsg_level == IPPROTO_IPV6 &&
				part->cmsg_type == IPV6_RECVERR))
			memcpy(&error, CMSG_DATA(part), sizeof(error));
	return (int)error.ee_errno;
}

/* ICMP tells of messages that were refused on their way, and quotes them: its
 * envelope says which one it was. */
static void
collect_refusals(struct sockets *sockets, int descriptor)
{
	uint8_t bytes[SEND_SIZE];
	char control[512];
	struct iovec part = { bytes, sizeof(bytes) };

	for (;;) {
		struct msghdr message = { .msg_iov = &part,
			.msg_iovlen = 1,
			.msg_control = control,
			.msg_controllen = sizeof(control) };
		ssize_t length = recvmsg(
			descriptor, &message, MSG_ERRQUEUE | MSG_DONTWAIT);
		struct octets quoted = { bytes, (size_t)length };
		struct envelope envelope;

		if (length < 0)
			return;
		if (envelope_read(quoted, &envelope) == 0)
			note_failure(sockets, envelope.id, error_of(&message));
	}
}

/* Messages are made faster than they can leave. Asked for errors (IP_RECVERR),
 * the kernel tells this of an interface, too. */
static bool
is_full(int error)
{
	return error == EAGAIN || error == ENOBUFS;
}

static void
wait_for_room(int descriptor, int error)
{
	struct pollfd wait = { descriptor, POLLOUT, 0 };

	if (error == EAGAIN)
		poll(&wait, 1, SEND_PATIENCE_MS);
	else
		poll(NULL, 0, QUEUE_PATIENCE_MS);
}

/* Sends as many as leave in one go: their number, or 0 with errno. */
static size_t
send_some(int descriptor, struct outgoing *first, size_t count)
{
	struct mmsghdr messages[BATCH];
	struct iovec parts[BATCH];
	int sent;

	for (size_t i = 0; i < count; i++) {
		parts[i] = (struct iovec){ first[i].bytes, first[i].length };
		messages[i].msg_hdr = (struct msghdr){
			.msg_name = &first[i].to,
			.msg_namelen = any_address_size(&first[i].to),
			.msg_iov = &parts[i],
			.msg_iovlen = 1,
		};
	}
	sent = sendmmsg(descriptor, messages, (unsigned)count, 0);
	return sent < 0 ? 0 : (size_t)sent;
}

/* A socket tells of an earlier message's refusal first, whatever is sent: only
 * an error that comes again is about this message. What finds no room is lost,
 * as on any wire: its deadline decides. */
static size_t
send_or_note(struct sockets *sockets, int descriptor, struct outgoing *first,
	size_t count)
{
	int error = EAFNOSUPPORT;

	for (int try = 0; descriptor >= 0 && try < TRIES; try++) {
		size_t sent = send_some(descriptor, first, count);

		if (sent > 0)
			return sent;
		error = errno;
		if (is_full(error))
			wait_for_room(descriptor, error);
		else
			collect_refusals(sockets, descriptor);
	}
	if (!is_full(error))
		note_failure(sockets, first->id, error);
	return 1;
}

static void
flush_family(struct sockets *sockets, struct family *family)
{
	int descriptor = family->count == 0
		? -1
		: family->sockets[family->turn++ % family->count];

	for (size_t done = 0; done < family->waiting;)
		done += send_or_note(sockets, descriptor,
			&family->outgoing[done], family->waiting - done);
	family->waiting = 0;
}

static void
flush(struct transport *transport)
{
	struct sockets *sockets = (struct sockets *)transport;

	for (size_t i = 0; i < COUNT(sockets->families); i++)
		flush_family(sockets, &sockets->families[i]);
}

static void
send_message(struct transport *transport, const struct message *message)
{
	struct sockets *sockets = (struct sockets *)transport;
	struct family *family =
		&sockets->families[message->address->family == 6];
	struct outgoing *outgoing = &family->outgoing[family->waiting];

	if (message->octets.length == 0 || message->octets.length > SEND_SIZE) {
		note_failure(sockets, message->id, EMSGSIZE);
		return;
	}
	any_address_fill(&outgoing->to, message->address, message->port);
	outgoing->id = message->id;
	outgoing->length = message->octets.length;
	memcpy(outgoing->bytes, message->octets.bytes, outgoing->length);
	if (++family->waiting == BATCH)
		flush_family(sockets, family);
}

/* ---- receiving -------------------------------------------------------- */

static int
receive_batch(struct sockets *sockets, int descriptor)
{
	struct mmsghdr messages[BATCH];
	struct iovec parts[BATCH];
	union any_address from[BATCH];
	int count;

	for (int i = 0; i < BATCH; i++) {
		parts[i] = (struct iovec){ sockets->received[i], RECEIVE_SIZE };
		messages[i].msg_hdr = (struct msghdr){ .msg_name = &from[i],
			.msg_namelen = sizeof(from[i]),
			.msg_iov = &parts[i],
			.msg_iovlen = 1 };
	}
	count = recvmmsg(descriptor, messages, BATCH, MSG_DONTWAIT, NULL);
	for (int i = 0; i < count; i++) {
		struct datagram datagram = { .bytes = sockets->received[i],
			.length = messages[i].msg_len };

		any_address_read(&from[i], &datagram.address, &datagram.port);
		sockets->user.received(sockets->user.context, &datagram);
	}
	return count;
}

static void
tell_failures(struct sockets *sockets)
{
	for (size_t i = 0; i < sockets->failure_count; i++)
		sockets->user.failed(sockets->user.context,
			sockets->failures[i].id, sockets->failures[i].error);
	sockets->failure_count = 0;
}

static void
wait_for_datagrams(struct transport *transport, int timeout_ms)
{
	struct sockets *sockets = (struct sockets *)transport;
	struct epoll_event events[2 * SOCKETS];
	int count = epoll_wait(sockets->epoll, events, COUNT(events),
		sockets->failure_count > 0 ? 0 : timeout_ms);

	for (int i = 0; i < count; i++) {
		if (events[i].events & EPOLLERR)
			collect_refusals(sockets, events[i].data.fd);
		while (receive_batch(sockets, events[i].data.fd) == BATCH)
			flush(transport);
		flush(transport);
	}
	tell_failures(sockets);
}

struct transport *
sockets_open(const void *context, const struct transport_user *user)
{
	struct sockets *sockets = memory_zeroed(sizeof(*sockets));

	(void)context;
	sockets->transport = (struct transport){ send_message, flush,
		wait_for_datagrams, close_all };
	sockets->user = *user;
	sockets->epoll = epoll_create1(EPOLL_CLOEXEC);
	open_family(sockets, &sockets->families[0], AF_INET);
	open_family(sockets, &sockets->families[1], AF_INET6);
	if (sockets->families[0].count + sockets->families[1].count > 0)
		return &sockets->transport;
	log_error("no socket can be opened: neither IPv4 nor IPv6");
	close_all(&sockets->transport);
	return NULL;
}
