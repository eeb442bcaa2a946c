/* replay_server.c -- two UDP sockets, one loop, and a queue of answers.
 *
 * The sockets are bound to the wildcard addresses; each packet says which
 * address it was sent to, and its answer leaves from there, when it is due. 64
 * packets go through the kernel at once. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "replay.h"
#include "replay_access.h"
#include "replay_faults.h"
#include "replay_queue.h"
#include "replay_socket.h"

enum { BATCH = 64, ENDPOINTS = 2 };

static const int64_t forever_ns = INT64_MAX;

struct packet {
	union peer peer;
	struct control control;
	uint8_t bytes[REPLAY_REQUEST_LIMIT];
};

struct endpoint {
	int socket;
	int other_socket; /* of another port, for agents at fault */
	socklen_t peer_length;
	size_t control_length;
	struct packet packets[BATCH];
	struct reply_queue queue;
};

struct replay_server {
	struct replay_settings settings;
	const struct replay_addresses *addresses;
	int signals;
	sigset_t mask_before;
	int64_t started_ns;
	struct endpoint endpoints[ENDPOINTS];
	uint8_t response[REPLAY_RESPONSE_ROOM];
};

static int64_t
now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

/* Where the packet was sent to, as 16 octets; and the control message is made
 * ready to be sent. -1 when the kernel did not say. */
static int
turn_around(struct control *control, uint8_t ip[16])
{
	static const uint8_t mapped[12] = { [10] = 0xff, 0xff };
	struct cmsghdr *header = (struct cmsghdr *)control->bytes;

	if (header->cmsg_type == IP_PKTINFO &&
		header->cmsg_level == IPPROTO_IP) {
		struct in_pktinfo info;

		memcpy(&info, CMSG_DATA(header), sizeof(info));
		info.ipi_spec_dst = info.ipi_addr;
		info.ipi_ifindex = 0;
		memcpy(CMSG_DATA(header), &info, sizeof(info));
		memcpy(ip, mapped, sizeof(mapped));
		memcpy(ip + sizeof(mapped), &info.ipi_addr, 4);
		return 0;
	}
	if (header->cmsg_type == IPV6_PKTINFO &&
		header->cmsg_level == IPPROTO_IPV6) {
		struct in6_pktinfo info;

		memcpy(&info, CMSG_DATA(header), sizeof(info));
		info.ipi6_ifindex = 0;
		memcpy(CMSG_DATA(header), &info, sizeof(info));
		memcpy(ip, &info.ipi6_addr, 16);
		return 0;
	}
	return -1;
}

/* In hundredths of a second, as TimeTicks are. */
static void
set_clock(const struct replay_server *server)
{
	const struct replay_settings *settings = &server->settings;
	const int64_t passed_ms =
		(now_ns() - server->started_ns) / INT64_C(1000000);
	const int64_t jump = settings->clock_jump * 100;
	int64_t ticks = passed_ms * settings->clock_rate / 10;

	if (jump > 0)
		ticks = ticks < jump ? 0 : jump;
	if (settings->clock != NULL)
		settings->clock->ticks = ticks;
}

static void
answer(struct replay_server *server, struct endpoint *endpoint,
	struct packet *packet, size_t length)
{
	struct reply *reply = reply_take_place(&endpoint->queue);
	struct ber_writer response = { server->response, 0,
		server->settings.size_limit, false };
	const struct recording *recording;
	uint8_t ip[16];

	if (reply == NULL || turn_around(&packet->control, ip) != 0)
		return;
	recording = replay_addresses_find(server->addresses, ip);
	if (recording == NULL)
		return;
	set_clock(server);
	if (replay_access_answer(server->settings.access, recording,
		    (struct octets){ packet->bytes, length }, &response) == 0 ||
		!replay_faults_let_pass(recording))
		return;
	reply_write(reply, (struct octets){ response.bytes, response.length });
	reply->peer = packet->peer;
	reply->control = packet->control;
	reply->from_other_port = replay_faults_has_wrong_source(recording);
	reply->due_ns = replay_faults_done_ns(recording,
		(struct octets){ reply->bytes, reply->length }, now_ns());
	reply->due_ns += server->settings.delay_ms * INT64_C(1000000);
	reply_queue_up(&endpoint->queue);
}

static void
receive(struct replay_server *server, struct endpoint *endpoint)
{
	struct mmsghdr messages[BATCH] = { 0 };
	struct iovec vectors[BATCH];
	int count;

	for (int i = 0; i < BATCH; i++) {
		struct packet *packet = &endpoint->packets[i];

		vectors[i].iov_base = packet->bytes;
		vectors[i].iov_len = sizeof(packet->bytes);
		messages[i].msg_hdr = (struct msghdr){
			.msg_name = &packet->peer,
			.msg_namelen = sizeof(packet->peer),
			.msg_iov = &vectors[i],
			.msg_iovlen = 1,
			.msg_control = &packet->control,
			.msg_controllen = sizeof(packet->control),
		};
	}
	count = recvmmsg(endpoint->socket, messages, BATCH, MSG_DONTWAIT, NULL);
	for (int i = 0; i < count; i++)
		if ((messages[i].msg_hdr.msg_flags & MSG_TRUNC) == 0)
			answer(server, endpoint, &endpoint->packets[i],
				messages[i].msg_len);
}

/* Those that are due and leave from the same port as the first. */
static int
gather_due(struct endpoint *endpoint, int64_t now, struct mmsghdr *messages,
	struct iovec *vectors)
{
	struct reply_queue *queue = &endpoint->queue;
	int count = 0;

	for (size_t at = queue->sent; at < queue->queued && count < BATCH;
		at++, count++) {
		struct reply *reply = reply_at(queue, at);

		if (reply->due_ns > now ||
			reply->from_other_port !=
				reply_at(queue, queue->sent)->from_other_port)
			break;
		vectors[count] = (struct iovec){ reply->bytes, reply->length };
		messages[count].msg_hdr = (struct msghdr){
			.msg_name = &reply->peer,
			.msg_namelen = endpoint->peer_length,
			.msg_iov = &vectors[count],
			.msg_iovlen = 1,
			.msg_control = &reply->control,
			.msg_controllen = endpoint->control_length,
		};
	}
	return count;
}

static void
send_due(struct endpoint *endpoint, int64_t now)
{
	struct reply_queue *queue = &endpoint->queue;
	struct mmsghdr messages[BATCH] = { 0 };
	struct iovec vectors[BATCH];
	int count;

	while ((count = gather_due(endpoint, now, messages, vectors)) > 0) {
		int from = reply_at(queue, queue->sent)->from_other_port
			? endpoint->other_socket
			: endpoint->socket;
		int sent = sendmmsg(from, messages, (unsigned)count, 0);

		/* One that cannot be sent is lost, as it would be on a wire. */
		queue->sent += sent > 0 ? (size_t)sent : 1;
	}
}

static int64_t
next_due_ns(const struct endpoint *endpoint)
{
	if (endpoint->queue.sent == endpoint->queue.queued)
		return forever_ns;
	return reply_at(&endpoint->queue, endpoint->queue.sent)->due_ns;
}

static int
wait_for_work(struct replay_server *server, struct pollfd *files, int64_t until)
{
	int64_t now = now_ns();
	struct timespec timeout = { 0 };

	for (size_t i = 0; i < ENDPOINTS; i++)
		if (next_due_ns(&server->endpoints[i]) < until)
			until = next_due_ns(&server->endpoints[i]);
	if (until > now) {
		timeout.tv_sec = (until - now) / INT64_C(1000000000);
		timeout.tv_nsec = (until - now) % INT64_C(1000000000);
	}
	if (ppoll(files, ENDPOINTS + 1, until == forever_ns ? NULL : &timeout,
		    NULL) >= 0 ||
		errno == EINTR)
		return 0;
	log_error("cannot wait for requests: %s", strerror(errno));
	return -1;
}

int
replay_server_run(struct replay_server *server)
{
	struct pollfd files[ENDPOINTS + 1];
	int64_t end = forever_ns;

	for (size_t i = 0; i < ENDPOINTS; i++)
		files[i] = (struct pollfd){ server->endpoints[i].socket, POLLIN,
			0 };
	files[ENDPOINTS] = (struct pollfd){ server->signals, POLLIN, 0 };
	if (server->settings.seconds > 0)
		end = now_ns() + server->settings.seconds * 1000000000;
	while (now_ns() < end) {
		if (wait_for_work(server, files, end) != 0)
			return -1;
		if (files[ENDPOINTS].revents != 0)
			return 0;
		for (size_t i = 0; i < ENDPOINTS; i++) {
			if (files[i].revents != 0)
				receive(server, &server->endpoints[i]);
			send_due(&server->endpoints[i], now_ns());
		}
	}
	return 0;
}

static int
open_endpoint(struct endpoint *endpoint, int family, int port)
{
	endpoint->peer_length = family == AF_INET ? sizeof(struct sockaddr_in)
						  : sizeof(struct sockaddr_in6);
	endpoint->control_length = family == AF_INET
		? CMSG_SPACE(sizeof(struct in_pktinfo))
		: CMSG_SPACE(sizeof(struct in6_pktinfo));
	endpoint->socket = replay_socket_open(family, port);
	if (endpoint->socket >= 0)
		endpoint->other_socket = replay_socket_open(family, 0);
	return endpoint->other_socket < 0 ? -1 : 0;
}

static int
open_endpoints(struct replay_server *server)
{
	const int port = server->settings.port;

	for (size_t i = 0; i < ENDPOINTS; i++)
		server->endpoints[i].socket =
			server->endpoints[i].other_socket = -1;
	if (open_endpoint(&server->endpoints[0], AF_INET, port) != 0)
		return -1;
	return open_endpoint(&server->endpoints[1], AF_INET6, port);
}

static int
open_signals(sigset_t *mask_before)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_BLOCK, &ends, mask_before);
	return signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* Those that came have done their work; one that comes later ends the process,
 * which may take its time to exit. */
static void
close_signals(struct replay_server *server)
{
	struct signalfd_siginfo taken;

	while (read(server->signals, &taken, sizeof(taken)) > 0)
		continue;
	if (server->signals >= 0)
		close(server->signals);
	sigprocmask(SIG_SETMASK, &server->mask_before, NULL);
}

struct replay_server *
replay_server_create(const struct replay_settings *settings,
	const struct replay_addresses *addresses)
{
	struct replay_server *server = memory_zeroed(sizeof(*server));

	server->settings = *settings;
	server->addresses = addresses;
	server->started_ns = now_ns();
	server->signals = open_signals(&server->mask_before);
	if (open_endpoints(server) == 0 && server->signals >= 0)
		return server;
	log_error("UDP port %d: %s (another --port, or root?)", settings->port,
		strerror(errno));
	replay_server_free(server);
	return NULL;
}

void
replay_server_free(struct replay_server *server)
{
	for (size_t i = 0; i < ENDPOINTS; i++) {
		if (server->endpoints[i].socket >= 0)
			close(server->endpoints[i].socket);
		if (server->endpoints[i].other_socket >= 0)
			close(server->endpoints[i].other_socket);
		reply_queue_free(&server->endpoints[i].queue);
	}
	close_signals(server);
	free(server);
}
