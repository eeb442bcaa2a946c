/* odd_agents.h -- for tests: a process of agents on loopback, good and odd.
 *
 * Include after cmocka.h. Each behaviour has an address of its own, all of
 * them one port and one recording. */
#ifndef TESTS_ODD_AGENTS_H
#define TESTS_ODD_AGENTS_H

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "envelope.h"
#include "replay.h"
#include "sockaddr.h"

/* Rows without end, in answers as large as a datagram. */
struct odd_flood {
	int value_octets, index_ids;
};

enum { FLOOD_SIZE = 60000 };

struct odd_agent {
	const char *address;
	bool from_other_port; /* answers, but as somebody else */
	bool from_first; /* answers from the address of the first one */
	int loses_every; /* nth datagram; 0: none */
	int answers_first; /* only so many datagrams; 0: all */
	int copies; /* of each answer; 0: one */
	int late_ms;
	bool damages_first; /* sends half the answer before the whole one */
	const struct odd_flood *floods; /* answers so, whatever is asked */
	int seen;
	int descriptor;
};

static pid_t odd_agents_process;
static int odd_agents_port;

static inline int
odd_socket(const char *address, int port)
{
	union any_address own;
	struct ip_address ip;
	int descriptor;

	if (ip_parse(address, &ip) != 0)
		return -1;
	any_address_fill(&own, &ip, (uint16_t)port);
	descriptor = socket(own.any.sa_family, SOCK_DGRAM, 0);
	if (descriptor >= 0 &&
		bind(descriptor, &own.any, any_address_size(&own)) == 0)
		return descriptor;
	close(descriptor);
	return -1;
}

static inline bool
odd_agent_answers(struct odd_agent *agent)
{
	agent->seen++;
	if (agent->answers_first > 0 && agent->seen > agent->answers_first)
		return false;
	return agent->loses_every == 0 || agent->seen % agent->loses_every != 0;
}

static inline void
odd_flood_row(
	struct ber_writer *out, const struct odd_flood *flood, uint32_t row)
{
	static const uint8_t value[FLOOD_SIZE];
	uint8_t oid[OID_OCTETS] = { 0x2b, 6, 1, 2, 1, 2, 2, 1, 1 };
	struct octets name = { oid, 9 };
	size_t varbind = ber_open(out, BER_SEQUENCE);

	for (int shift = 28; shift >= 0; shift -= 7)
		oid[name.length++] = (uint8_t)((row >> shift & 0x7f) |
			(shift > 0 ? 0x80 : 0));
	for (int id = 1; id < flood->index_ids; id++)
		oid[name.length++] = 1;
	ber_write_value(out, BER_OID, name);
	ber_write_value(out, BER_OCTETS,
		(struct octets){ value, (size_t)flood->value_octets });
	ber_close(out, varbind);
}

static inline size_t
odd_flood_answer(const struct odd_flood *flood, struct octets request,
	uint8_t answer[FLOOD_SIZE])
{
	static uint32_t row = 1 << 28; /* always five octets */
	struct ber_writer out = { answer, 0, FLOOD_SIZE, false };
	struct envelope envelope;
	size_t whole, pdu, list;

	if (envelope_read(request, &envelope) != 0)
		return 0;
	whole = ber_open(&out, BER_SEQUENCE);
	ber_write_integer(&out, BER_INTEGER, 1);
	ber_write_value(&out, BER_OCTETS,
		(struct octets){ (const uint8_t *)"public", 6 });
	pdu = ber_open(&out, 0xa2);
	ber_write_integer(&out, BER_INTEGER, envelope.id);
	ber_write_integer(&out, BER_INTEGER, 0);
	ber_write_integer(&out, BER_INTEGER, 0);
	list = ber_open(&out, BER_SEQUENCE);
	do
		odd_flood_row(&out, flood, row++);
	while (out.length + (size_t)flood->value_octets + OID_OCTETS <
		FLOOD_SIZE);
	ber_close(&out, list);
	ber_close(&out, pdu);
	ber_close(&out, whole);
	return out.overflow ? 0 : out.length;
}

static inline void
odd_agent_answer(struct odd_agent *agent, const struct odd_agent *first,
	const struct recording *recording, int other_port)
{
	uint8_t request[REPLAY_REQUEST_LIMIT], answer[FLOOD_SIZE];
	struct octets asked = { request };
	union any_address from;
	socklen_t size = sizeof(from);
	ssize_t length = recvfrom(agent->descriptor, request, sizeof(request),
		0, &from.any, &size);
	int out = agent->from_other_port ? other_port
		: agent->from_first      ? first->descriptor
					 : agent->descriptor;
	size_t answered;

	if (length < 0 || !odd_agent_answers(agent))
		return;
	asked.length = (size_t)length;
	answered = agent->floods != NULL
		? odd_flood_answer(agent->floods, asked, answer)
		: replay_answer(recording, "public", asked, answer);
	usleep((useconds_t)agent->late_ms * 1000);
	if (agent->damages_first)
		sendto(out, answer, answered / 2, 0, &from.any, size);
	for (int i = 0; i <= agent->copies && answered > 0; i++)
		sendto(out, answer, answered, 0, &from.any, size);
}

static inline void
odd_agents_run(struct odd_agent *agents, size_t count,
	const struct recording *recording)
{
	int other_port = odd_socket("127.0.0.2", 0);
	struct pollfd polled[16];

	alarm(60); /* nobody is to wait for us for ever */
	for (size_t i = 0; i < count; i++)
		polled[i] = (struct pollfd){ agents[i].descriptor, POLLIN, 0 };
	while (poll(polled, count, -1) > 0)
		for (size_t i = 0; i < count; i++)
			if (polled[i].revents != 0)
				odd_agent_answer(&agents[i], agents, recording,
					other_port);
}

/* Agents whose address is not here (IPv6) are left out. */
static inline int
odd_agents_begin(struct odd_agent *agents, size_t count,
	const struct recording *recording)
{
	union any_address own;
	socklen_t size = sizeof(own);

	agents[0].descriptor = odd_socket(agents[0].address, 0);
	if (getsockname(agents[0].descriptor, &own.any, &size) != 0)
		return -1;
	odd_agents_port = ntohs(own.v4.sin_port);
	for (size_t i = 1; i < count; i++)
		agents[i].descriptor =
			odd_socket(agents[i].address, odd_agents_port);
	odd_agents_process = fork();
	if (odd_agents_process == 0) {
		odd_agents_run(agents, count, recording);
		_exit(0);
	}
	for (size_t i = 0; i < count; i++)
		close(agents[i].descriptor);
	return odd_agents_process < 0 ? -1 : 0;
}

static inline void
odd_agents_end(void)
{
	kill(odd_agents_process, SIGTERM);
	waitpid(odd_agents_process, NULL, 0);
}

#endif
