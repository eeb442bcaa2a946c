/* echo.c -- echo requests to an address: how many come back, and how soon.
 *
 * The kernel lets some users send them without rights
 * (net.ipv4.ping_group_range) and then matches answers to sockets itself; who
 * may open raw sockets matches them here, by a number that is drawn for each
 * question. Silence says little: many filters drop echo requests. */
#include "echo.h"

#include <errno.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "loop.h"
#include "memory.h"
#include "sockaddr.h"

enum {
	PACKETS_MOST = 100,
	PAYLOAD_SIZE = 56,
	HEADER_LEAST = 20, /* octets of the shortest IPv4 header */
};

/* Both families have the same head (RFC 792, RFC 4443). */
struct packet {
	uint8_t type, code;
	uint16_t checksum;
	uint16_t identifier;
	uint16_t sequence;
	uint64_t token;
	uint8_t filler[PAYLOAD_SIZE - 8];
};

struct pinging {
	struct watch watch; /* first, so that it leads back to here */
	struct deadline deadline;
	struct asking *asking;
	const struct question *question;
	bool is_raw;
	int sent;
	uint64_t token;
	int64_t sent_at[PACKETS_MOST];
	int64_t round_trips[PACKETS_MOST];
};

static struct pinging *
pinging_of_deadline(struct deadline *deadline)
{
	return (struct pinging *)(void *)((char *)deadline -
		offsetof(struct pinging, deadline));
}

/* ---- figures ------------------------------------------------------------- */

static int
compare_times(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static int64_t
jitter(const int64_t *times, int count)
{
	int64_t sum = 0;

	for (int i = 1; i < count; i++)
		sum += llabs(times[i] - times[i - 1]);
	return count < 2 ? -1 : sum / (count - 1);
}

static int64_t
median(int64_t *times, int count)
{
	if (count == 0)
		return -1;
	qsort(times, (size_t)count, sizeof(*times), compare_times);
	return (times[(count - 1) / 2] + times[count / 2]) / 2;
}

void
echo_measure(
	const int64_t *round_trips_us, int count, struct echo_figures *figures)
{
	int64_t times[PACKETS_MOST];

	*figures = (struct echo_figures){ .sent = count };
	for (int i = 0; i < count && i < PACKETS_MOST; i++)
		if (round_trips_us[i] >= 0)
			times[figures->received++] = round_trips_us[i];
	figures->jitter_us = jitter(times, figures->received);
	figures->median_us = median(times, figures->received);
}

/* ---- the end ------------------------------------------------------------- */

static void
end(struct pinging *pinging, struct answer answer)
{
	loop_watch(pinging->asking->loop, &pinging->watch, 0);
	loop_cancel(pinging->asking->loop, &pinging->deadline);
	if (pinging->watch.descriptor >= 0)
		close(pinging->watch.descriptor);
	pinging->asking->answered(
		pinging->asking->context, pinging->question, &answer);
	free(pinging);
}

static void
end_measured(struct pinging *pinging)
{
	struct answer answer = { .reason = "no-answer" };
	struct echo_figures figures;
	char detail[64];

	echo_measure(pinging->round_trips, pinging->sent, &figures);
	snprintf(detail, sizeof(detail), "%d of %d came back", figures.received,
		figures.sent);
	if (figures.received > 0) {
		answer.verdict = VERDICT_TRUE;
		answer.reason = NULL;
	}
	answer.detail = detail;
	answer.echo = &figures;
	end(pinging, answer);
}

static bool
all_came_back(const struct pinging *pinging)
{
	for (int i = 0; i < pinging->sent; i++)
		if (pinging->round_trips[i] < 0)
			return false;
	return pinging->sent == pinging->asking->echo_count;
}

/* ------------------------------------------------------------ packets -- */

/* Microseconds of the clock with which the kernel stamps what comes: a reply
 * is no later for a process that looks late. */
static int64_t
stamp_us(const struct timespec *time)
{
	return time->tv_sec * INT64_C(1000000) + time->tv_nsec / 1000;
}

static int64_t
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return stamp_us(&now);
}

static int64_t
came_at(struct msghdr *message)
{
	struct cmsghdr *header = CMSG_FIRSTHDR(message);
	struct timespec stamp;

	while (header != NULL &&
		(header->cmsg_level != SOL_SOCKET ||
			header->cmsg_type != SCM_TIMESTAMPNS))
		header = CMSG_NXTHDR(message, header);
	if (header == NULL)
		return now_us();
	memcpy(&stamp, CMSG_DATA(header), sizeof(stamp));
	return stamp_us(&stamp);
}

static bool
is_ipv4(const struct pinging *pinging)
{
	return pinging->question->ip.family == 4;
}

/* RFC 1071. Of ICMPv6 the kernel makes it. */
static uint16_t
checksum(const struct packet *packet)
{
	uint16_t words[sizeof(*packet) / 2];
	uint32_t sum = 0;

	memcpy(words, packet, sizeof(words));
	for (size_t i = 0; i < COUNT(words); i++)
		sum += words[i];
	sum = (sum >> 16U) + (sum & 0xffffU);
	sum += sum >> 16U;
	return (uint16_t)~sum;
}

static int
send_packet(struct pinging *pinging)
{
	struct packet packet = {
		.type = is_ipv4(pinging) ? ICMP_ECHO : ICMP6_ECHO_REQUEST,
		.identifier = (uint16_t)pinging->token,
		.sequence = htons((uint16_t)pinging->sent),
		.token = pinging->token,
	};

	if (is_ipv4(pinging))
		packet.checksum = checksum(&packet);
	pinging->round_trips[pinging->sent] = -1;
	pinging->sent_at[pinging->sent] = now_us();
	pinging->sent++;
	return send(pinging->watch.descriptor, &packet, sizeof(packet), 0) < 0
		? -1
		: 0;
}

/* Of raw IPv4 the header comes too. */
static size_t
header_length(
	const struct pinging *pinging, const uint8_t *bytes, size_t length)
{
	if (!pinging->is_raw || !is_ipv4(pinging) || length < HEADER_LEAST)
		return 0;
	return (bytes[0] & 15U) * 4U;
}

static void
take_packet(struct pinging *pinging, const uint8_t *bytes, size_t length,
	int64_t at)
{
	size_t head = header_length(pinging, bytes, length);
	struct packet packet;
	int place;

	if (length < head + sizeof(packet))
		return;
	memcpy(&packet, bytes + head, sizeof(packet));
	place = ntohs(packet.sequence);
	if (packet.type !=
			(is_ipv4(pinging) ? ICMP_ECHOREPLY
					  : ICMP6_ECHO_REPLY) ||
		packet.token != pinging->token || place >= pinging->sent ||
		pinging->round_trips[place] >= 0)
		return;
	at -= pinging->sent_at[place];
	pinging->round_trips[place] = at > 0 ? at : 0; /* the clock was set */
}

static void
ready(struct watch *watch, uint32_t events)
{
	struct pinging *pinging = (struct pinging *)watch;
	uint8_t bytes[512];
	union {
		struct cmsghdr aligned;
		char bytes[CMSG_SPACE(sizeof(struct timespec))];
	} control;
	struct iovec space = { bytes, sizeof(bytes) };
	struct msghdr message = { .msg_iov = &space,
		.msg_iovlen = 1,
		.msg_control = &control,
		.msg_controllen = sizeof(control) };
	ssize_t length = recvmsg(watch->descriptor, &message, 0);

	(void)events;
	if (length < 0 && errno != EAGAIN && pinging->sent == 1) {
		end(pinging, answer_of_error(errno));
		return;
	}
	if (length > 0)
		take_packet(pinging, bytes, (size_t)length, came_at(&message));
	if (all_came_back(pinging))
		end_measured(pinging);
}

/* The next packet, or the end of patience for the last one. */
static void
due(struct deadline *deadline)
{
	struct pinging *pinging = pinging_of_deadline(deadline);
	struct asking *asking = pinging->asking;
	int64_t wait_ms = asking->echo_interval_ms;

	if (pinging->sent == asking->echo_count) {
		end_measured(pinging);
		return;
	}
	if (send_packet(pinging) != 0 && pinging->sent == 1) {
		end(pinging, answer_of_error(errno));
		return;
	}
	if (pinging->sent == asking->echo_count)
		wait_ms = asking->timeout_ms;
	loop_set(asking->loop, deadline, clock_us() + wait_ms * 1000);
}

/* ---------------------------------------------------------- beginning -- */

static void
hear_replies_only(const struct pinging *pinging)
{
	struct icmp6_filter filter;

	if (is_ipv4(pinging))
		return;
	ICMP6_FILTER_SETBLOCKALL(&filter);
	ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
	setsockopt(pinging->watch.descriptor, IPPROTO_ICMPV6, ICMP6_FILTER,
		&filter, sizeof(filter));
}

static int
open_socket(struct pinging *pinging)
{
	int domain = is_ipv4(pinging) ? AF_INET : AF_INET6;
	int protocol = is_ipv4(pinging) ? IPPROTO_ICMP : (int)IPPROTO_ICMPV6;
	int how = SOCK_NONBLOCK | SOCK_CLOEXEC;
	union any_address address;
	const int yes = 1;

	pinging->watch.descriptor = socket(domain, SOCK_DGRAM | how, protocol);
	if (pinging->watch.descriptor < 0) {
		pinging->is_raw = true;
		pinging->watch.descriptor =
			socket(domain, SOCK_RAW | how, protocol);
		if (pinging->watch.descriptor >= 0)
			hear_replies_only(pinging);
	}
	setsockopt(pinging->watch.descriptor, SOL_SOCKET, SO_TIMESTAMPNS, &yes,
		sizeof(yes));
	any_address_fill(&address, &pinging->question->ip, 0);
	return pinging->watch.descriptor < 0
		? -1
		: connect(pinging->watch.descriptor, &address.any,
			  any_address_size(&address));
}

void
echo_ask(struct asking *asking, const struct question *question)
{
	struct pinging *pinging = memory_zeroed(sizeof(*pinging));

	pinging->watch.ready = ready;
	pinging->deadline.due = due;
	pinging->asking = asking;
	pinging->question = question;
	if (open_socket(pinging) != 0 ||
		getrandom(&pinging->token, sizeof(pinging->token), 0) < 0) {
		struct answer answer = answer_of_error(errno);

		if (pinging->watch.descriptor < 0)
			answer = (struct answer){ .reason = "not-attempted",
				.detail = "this user may send no echo "
					  "requests" };
		end(pinging, answer);
		return;
	}
	loop_watch(asking->loop, &pinging->watch, EPOLLIN);
	due(&pinging->deadline);
}
