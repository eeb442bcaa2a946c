/* replay_transport.c -- recordings answer the engine in its own process. */
#include "replay_transport.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* What an agent answered, or that nobody will answer the message `id`. */
struct delivery {
	struct ip_address address;
	uint16_t port;
	uint32_t id;
	uint8_t *bytes; /* NULL: silence */
	size_t length;
};

struct deliveries {
	struct delivery *list;
	size_t count, capacity;
};

struct replay_transport {
	struct transport transport; /* first, so that it leads back to here */
	const struct replay_addresses *addresses;
	struct transport_user user;
	struct deliveries waiting;
};

static void
send_message(struct transport *transport, const struct message *message)
{
	struct replay_transport *replay = (struct replay_transport *)transport;
	struct deliveries *waiting = &replay->waiting;
	const struct recording *recording = replay_addresses_find(
		replay->addresses, message->address->bytes);
	struct delivery delivery = { .address = *message->address,
		.port = message->port,
		.id = message->id };
	uint8_t response[REPLAY_RESPONSE_LIMIT];

	if (recording != NULL)
		delivery.length = replay_answer(
			recording, REPLAY_COMMUNITY, message->octets, response);
	if (delivery.length > 0) {
		delivery.bytes = memory_zeroed(delivery.length);
		memcpy(delivery.bytes, response, delivery.length);
	}
	waiting->list = memory_grown(waiting->list, waiting->count,
		&waiting->capacity, sizeof(*waiting->list));
	waiting->list[waiting->count++] = delivery;
}

static void
flush(struct transport *transport)
{
	(void)transport; /* nothing is kept back */
}

static void
deliver(const struct transport_user *user, struct delivery *delivery)
{
	const struct datagram datagram = { delivery->address, delivery->port,
		delivery->bytes, delivery->length };

	if (delivery->bytes != NULL)
		user->received(user->context, &datagram);
	else
		user->failed(user->context, delivery->id, TRANSPORT_SILENCE);
	free(delivery->bytes);
}

/* What the user sends meanwhile is for the next time, so that it comes round
 * to its own business. */
static void
wait_for_datagrams(struct transport *transport, int timeout_ms)
{
	struct replay_transport *replay = (struct replay_transport *)transport;
	struct deliveries due = replay->waiting;

	if (due.count == 0) {
		poll(NULL, 0, timeout_ms);
		return;
	}
	replay->waiting = (struct deliveries){ 0 };
	for (size_t i = 0; i < due.count; i++)
		deliver(&replay->user, &due.list[i]);
	free(due.list);
}

static void
close_all(struct transport *transport)
{
	struct replay_transport *replay = (struct replay_transport *)transport;

	for (size_t i = 0; i < replay->waiting.count; i++)
		free(replay->waiting.list[i].bytes);
	free(replay->waiting.list);
	free(replay);
}

struct transport *
replay_transport_open(const void *addresses, const struct transport_user *user)
{
	struct replay_transport *replay = memory_zeroed(sizeof(*replay));

	replay->transport = (struct transport){ send_message, flush,
		wait_for_datagrams, close_all, .is_instant = true };
	replay->addresses = addresses;
	replay->user = *user;
	return &replay->transport;
}
