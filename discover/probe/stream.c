/* stream.c -- a talk over TCP, encrypted or not.
 *
 * Connects, talks in the clear if the talk begins so, shakes hands for TLS,
 * talks on, closes. One deadline holds for all of it, so that nobody keeps us
 * by answering slowly. */
#include "stream.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "loop.h"
#include "memory.h"
#include "sockaddr.h"
#include "talks.h"
#include "tls.h"

enum stage { STAGE_CONNECTS, STAGE_PLAIN, STAGE_HANDSHAKE, STAGE_TALKS };

enum {
	GREETING_PATIENCE = 4, /* times as long for servers that speak first */
	DATAGRAM_TRIES = 3, /* one may be lost on the way */
};

struct stream {
	struct watch watch; /* first, so that it leads back to here */
	struct deadline deadline;
	struct asking *asking;
	const struct question *question;
	const struct talk *talk;
	enum stage stage;
	struct tls *tls;
	struct dialogue dialogue;
	struct certificate certificate;
	struct text unsent;
	size_t sent;
	int64_t patience_us;
	int tries_left; /* of a datagram */
	char host[HOST_SIZE];
};

static struct stream *
stream_of_deadline(struct deadline *deadline)
{
	return (struct stream *)(void *)((char *)deadline -
		offsetof(struct stream, deadline));
}

/* ---- the end ---------------------------------------------------------- */

static void
end(struct stream *stream, struct answer answer)
{
	struct loop *loop = stream->asking->loop;

	if (answer.detail == NULL && stream->dialogue.detail[0] != '\0')
		answer.detail = stream->dialogue.detail;
	if (stream->certificate.names != NULL && stream->talk->turns == NULL)
		answer.certificate = &stream->certificate;
	loop_watch(loop, &stream->watch, 0);
	loop_cancel(loop, &stream->deadline);
	tls_free(stream->tls);
	if (stream->watch.descriptor >= 0)
		close(stream->watch.descriptor);
	stream->asking->answered(
		stream->asking->context, stream->question, &answer);
	certificate_free(&stream->certificate);
	text_free(&stream->unsent);
	free(stream);
}

static void
end_good(struct stream *stream)
{
	const char *detail = stream->tls != NULL && stream->talk->turns == NULL
		? tls_version(stream->tls)
		: NULL;

	end(stream,
		(struct answer){ .verdict = VERDICT_TRUE, .detail = detail });
}

static void
end_refused(struct stream *stream, const char *reason)
{
	bool may_yet = stream->dialogue.is_not_now;

	if (dialogue_is_farewell(&stream->dialogue))
		end_good(stream);
	else
		end(stream,
			(struct answer){
				may_yet ? VERDICT_UNKNOWN : VERDICT_FALSE,
				reason });
}

static void
end_without_tls(struct stream *stream, enum verdict verdict)
{
	end(stream,
		(struct answer){
			verdict, "no-tls", tls_complaint(stream->tls) });
}

static void
end_error(struct stream *stream, int error)
{
	if (dialogue_is_farewell(&stream->dialogue))
		end_good(stream);
	else
		end(stream, answer_of_error(error));
}

static void
end_late(struct stream *stream)
{
	static const char *const details[] = {
		[STAGE_CONNECTS] = "no connection",
		[STAGE_PLAIN] = "connected, then silence",
		[STAGE_HANDSHAKE] = "connected, no end of the TLS handshake",
		[STAGE_TALKS] = "connected, then silence",
	};

	if (dialogue_is_farewell(&stream->dialogue))
		end_good(stream);
	else
		end(stream,
			(struct answer){ VERDICT_UNKNOWN, "no-answer",
				details[stream->stage] });
}

/* ---- from stage to stage ----------------------------------------------- */

static void go_on(struct stream *, enum talking);

static void
begin_talk(struct stream *stream)
{
	stream->stage = STAGE_TALKS;
	go_on(stream,
		dialogue_begin(&stream->dialogue, stream->talk,
			stream->talk->turns, &stream->unsent));
}

static void
shake_hands(struct stream *stream)
{
	switch (tls_handshake(stream->tls)) {
	case TLS_WAITS:
		loop_watch(stream->asking->loop, &stream->watch,
			tls_waits_to_write(stream->tls) ? EPOLLOUT : EPOLLIN);
		break;
	case TLS_REFUSED:
		end_without_tls(stream, VERDICT_FALSE);
		break;
	case TLS_FAILED:
		end_without_tls(stream, VERDICT_UNKNOWN);
		break;
	case TLS_DONE:
		tls_certificate(stream->tls, &stream->certificate);
		begin_talk(stream);
	}
}

static void
begin_handshake(struct stream *stream)
{
	if (!stream->talk->is_encrypted) {
		begin_talk(stream);
		return;
	}
	stream->stage = STAGE_HANDSHAKE;
	stream->tls = tls_create(
		stream->watch.descriptor, talk_server_name(stream->question));
	if (stream->tls == NULL)
		end(stream, (struct answer){ .reason = "not-attempted" });
	else
		shake_hands(stream);
}

/* After a turn: waits for what is to come, or begins the next stage. */
static void
go_on(struct stream *stream, enum talking talking)
{
	uint32_t events = EPOLLIN;

	if (talking == TALKING_WRONG) {
		end_refused(stream, stream->dialogue.reason);
	} else if (talking == TALKING_ON) {
		if (stream->sent < stream->unsent.length)
			events |= EPOLLOUT;
		loop_watch(stream->asking->loop, &stream->watch, events);
	} else if (stream->stage == STAGE_PLAIN) {
		begin_handshake(stream);
	} else {
		end_good(stream);
	}
}

static void
begin_plain(struct stream *stream)
{
	stream->stage = STAGE_PLAIN;
	go_on(stream,
		dialogue_begin(&stream->dialogue, stream->talk,
			stream->talk->plain, &stream->unsent));
}

/* ---- bytes ------------------------------------------------------------- */

static ssize_t
read_some(struct stream *stream, char *bytes, size_t size)
{
	if (stream->tls != NULL)
		return tls_read(stream->tls, bytes, size);
	return read(stream->watch.descriptor, bytes, size);
}

static ssize_t
write_some(struct stream *stream, const char *bytes, size_t length)
{
	if (stream->tls != NULL)
		return tls_write(stream->tls, bytes, length);
	return send(stream->watch.descriptor, bytes, length, MSG_NOSIGNAL);
}

/* False when the stream has ended. */
static bool
send_rest(struct stream *stream)
{
	while (stream->sent < stream->unsent.length) {
		ssize_t count =
			write_some(stream, stream->unsent.bytes + stream->sent,
				stream->unsent.length - stream->sent);

		if (count < 0 && errno == EAGAIN)
			return true;
		if (count < 0) {
			end_error(stream, errno);
			return false;
		}
		stream->sent += (size_t)count;
	}
	text_clear(&stream->unsent);
	stream->sent = 0;
	return true;
}

/* TLS may hold more than the socket shows: reads until nothing is there. */
static void
hear(struct stream *stream)
{
	enum talking talking = TALKING_ON;
	char bytes[4096];

	while (talking == TALKING_ON) {
		ssize_t count = read_some(stream, bytes, sizeof(bytes));

		if (count < 0 && errno == EAGAIN)
			break;
		if (count < 0) {
			end_error(stream, errno);
			return;
		}
		if (count == 0) {
			end_refused(stream, "closed");
			return;
		}
		talking = dialogue_hear(&stream->dialogue, bytes, (size_t)count,
			&stream->unsent);
	}
	go_on(stream, talking);
}

/* ---- beginning ---------------------------------------------------------- */

static void
connected(struct stream *stream)
{
	socklen_t size = sizeof(int);
	int error = 0;

	getsockopt(
		stream->watch.descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
	if (error != 0)
		end_error(stream, error);
	else
		begin_plain(stream);
}

static void
ready(struct watch *watch, uint32_t events)
{
	struct stream *stream = (struct stream *)watch;

	if (stream->stage == STAGE_CONNECTS)
		connected(stream);
	else if (stream->stage == STAGE_HANDSHAKE)
		shake_hands(stream);
	else if ((events & EPOLLOUT) != 0 && !send_rest(stream))
		return;
	else
		hear(stream);
}

static void
set_deadline(struct stream *stream)
{
	loop_set(stream->asking->loop, &stream->deadline,
		clock_us() + stream->patience_us);
}

/* A datagram that brought nothing back is sent again. */
static void
due(struct deadline *deadline)
{
	struct stream *stream = stream_of_deadline(deadline);

	if (stream->tries_left == 0) {
		end_late(stream);
		return;
	}
	stream->tries_left--;
	set_deadline(stream);
	text_clear(&stream->unsent);
	stream->sent = 0;
	begin_talk(stream);
}

static struct stream *
stream_create(struct asking *asking, const struct question *question, int type)
{
	struct stream *stream = memory_zeroed(sizeof(*stream));
	int domain = question->ip.family == 4 ? AF_INET : AF_INET6;

	stream->watch.ready = ready;
	stream->deadline.due = due;
	stream->asking = asking;
	stream->question = question;
	stream->talk = talk_find(question->talk);
	stream->dialogue.host = talk_host(question, stream->host);
	stream->patience_us = asking->timeout_ms * INT64_C(1000);
	if (talk_is_greeted(stream->talk))
		stream->patience_us *= GREETING_PATIENCE;
	stream->watch.descriptor =
		socket(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	return stream;
}

static int
begin_connection(struct stream *stream)
{
	const struct question *question = stream->question;
	union any_address address;

	any_address_fill(&address, &question->ip, question->port);
	set_deadline(stream);
	return connect(stream->watch.descriptor, &address.any,
		any_address_size(&address));
}

void
stream_ask(struct asking *asking, const struct question *question)
{
	struct stream *stream = stream_create(asking, question, SOCK_STREAM);

	if (stream->watch.descriptor < 0 ||
		(begin_connection(stream) != 0 && errno != EINPROGRESS))
		end_error(stream, errno);
	else
		loop_watch(asking->loop, &stream->watch, EPOLLOUT);
}

/* A datagram is a stream of one message: connected at once, and what comes back
 * is one reply. */
void
datagram_ask(struct asking *asking, const struct question *question)
{
	struct stream *stream = stream_create(asking, question, SOCK_DGRAM);

	stream->patience_us /= DATAGRAM_TRIES;
	stream->tries_left = DATAGRAM_TRIES - 1;
	if (stream->watch.descriptor < 0 || begin_connection(stream) != 0)
		end_error(stream, errno);
	else
		begin_talk(stream);
}
