/* services_guest.c -- who came in by TCP, and leaves when all is said. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "conversation.h"
#include "services_parts.h"
#include "times.h"
#include "tls.h"

enum {
	GUEST_LIMIT = 256,
	STAY_MS = 30000,
	PIECE = 4096,
	MOST_UNSAID = 65536,
};

struct guest {
	struct watch watch;
	struct guest *next;
	const struct host *host;
	struct tls_session *tls; /* NULL: in clear */
	struct conversation talk;
	size_t sent; /* of what was said */
	int64_t leaves_ms;
	bool hears_more; /* something may have come that was not heard yet */
	bool is_gone; /* the other side, or the connection */
};

static ssize_t
receive(struct guest *guest, void *octets, size_t size)
{
	if (guest->tls != NULL)
		return tls_receive(guest->tls, octets, size);
	return recv(guest->watch.fd, octets, size, 0);
}

static ssize_t
send_some(struct guest *guest, const void *octets, size_t length)
{
	if (guest->tls != NULL)
		return tls_send(guest->tls, octets, length);
	return send(guest->watch.fd, octets, length, MSG_NOSIGNAL);
}

static bool
has_more_to_say(const struct guest *guest)
{
	return guest->sent < guest->talk.said.length;
}

/* Not while much is unsaid: who never listens would fill the memory. */
static void
hear(struct guest *guest)
{
	uint8_t octets[PIECE];
	ssize_t length = 1;

	while (length > 0 && !guest->talk.ends && !guest->talk.wants_tls &&
		guest->talk.said.length < MOST_UNSAID) {
		length = receive(guest, octets, sizeof(octets));
		if (length > 0)
			conversation_hear(&guest->talk, octets, (size_t)length);
	}
	guest->hears_more = length > 0;
	guest->is_gone = length == 0 || (length < 0 && errno != EAGAIN);
}

static void
say(struct guest *guest)
{
	struct text *said = &guest->talk.said;
	ssize_t length;

	while (has_more_to_say(guest)) {
		length = send_some(guest, said->bytes + guest->sent,
			said->length - guest->sent);
		if (length < 0) {
			guest->is_gone = errno != EAGAIN;
			return;
		}
		guest->sent += (size_t)length;
	}
	text_clear(said);
	guest->sent = 0;
}

static void
go_secret(struct guest *guest)
{
	guest->tls = tls_begin(guest->host->identity, guest->watch.fd);
	guest->talk.is_secret = true;
	guest->talk.wants_tls = false;
}

static void
guest_free(struct guest *guest)
{
	tls_end(guest->tls);
	close(guest->watch.fd);
	conversation_free(&guest->talk);
	free(guest);
}

static void
show_out(struct services *services, struct guest *guest)
{
	struct guest **at = &services->guests;

	while (*at != guest)
		at = &(*at)->next;
	*at = guest->next;
	services->guest_count--;
	guest_free(guest);
}

static void
on_guest(struct services *services, struct watch *watch)
{
	struct guest *guest = (struct guest *)watch;
	bool to_send;

	if (!has_more_to_say(guest))
		hear(guest);
	say(guest);
	if (guest->is_gone || (guest->talk.ends && !has_more_to_say(guest))) {
		show_out(services, guest);
		return;
	}
	if (guest->talk.wants_tls && !has_more_to_say(guest))
		go_secret(guest);
	to_send = guest->tls != NULL ? tls_waits_to_send(guest->tls)
				     : has_more_to_say(guest);
	to_send = to_send || guest->hears_more;
	services_wait_to_send(services, watch, to_send);
}

void
guest_welcome(struct services *services, const struct host *host,
	const struct protocol *protocol, int fd)
{
	struct guest *guest;

	if (services->guest_count == GUEST_LIMIT) {
		close(fd);
		return;
	}
	guest = memory_zeroed(sizeof(*guest));
	guest->watch = (struct watch){ .fd = fd, .on_ready = on_guest };
	guest->host = host;
	guest->talk = (struct conversation){
		.protocol = protocol, .host = host->name, .zones = host->zones
	};
	guest->leaves_ms = clock_ms() + STAY_MS;
	guest->next = services->guests;
	services->guests = guest;
	services->guest_count++;
	if (protocol->secrecy == IN_SECRET)
		go_secret(guest);
	conversation_begin(&guest->talk);
	if (services_watch(services, &guest->watch) != 0)
		show_out(services, guest);
	else
		on_guest(services, &guest->watch);
}

void
guests_expire(struct services *services)
{
	const int64_t now_ms = clock_ms();
	struct guest *next;

	for (struct guest *guest = services->guests; guest != NULL;
		guest = next) {
		next = guest->next;
		if (guest->leaves_ms < now_ms)
			show_out(services, guest);
	}
}

void
guests_free(struct services *services)
{
	while (services->guests != NULL)
		show_out(services, services->guests);
}
