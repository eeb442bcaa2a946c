/* conversation.c -- which protocol answers at which port, and how lines are cut
 * out of what comes. */
#include "conversation.h"

#include <string.h>

enum { MESSAGE_LIMIT = 8192 };

static const struct protocol protocols[] = {
	{ .name = "smtp",
		.port = 25,
		.secrecy = STARTS_CLEAR,
		.greet = smtp_greet,
		.hear = line_hear,
		.line = smtp_line },
	{ .name = "dns",
		.port = 53,
		.over_udp = true,
		.hear = dns_hear,
		.hear_datagram = dns_hear_datagram },
	{ .name = "http", .port = 80, .hear = line_hear, .line = http_line },
	{ .name = "https",
		.port = 443,
		.secrecy = IN_SECRET,
		.hear = line_hear,
		.line = http_line },
	{ .name = "submission",
		.port = 587,
		.secrecy = STARTS_CLEAR,
		.greet = smtp_greet,
		.hear = line_hear,
		.line = smtp_line },
	{ .name = "imaps",
		.port = 993,
		.secrecy = IN_SECRET,
		.greet = imap_greet,
		.hear = line_hear,
		.line = imap_line },
	{ .name = "sip",
		.port = 5060,
		.over_udp = true,
		.hear = line_hear,
		.line = sip_line },
};

const struct protocol *
protocol_find(uint32_t port)
{
	for (size_t i = 0; i < COUNT(protocols); i++)
		if (protocols[i].port == port)
			return &protocols[i];
	return NULL;
}

size_t
line_hear(struct conversation *talk)
{
	char *line = talk->heard.bytes, *end;
	size_t length;

	end = memchr(line, '\n', talk->heard.length);
	if (end == NULL)
		return 0;
	length = (size_t)(end - line) + 1;
	*end = '\0';
	if (end > line && end[-1] == '\r')
		end[-1] = '\0';
	talk->protocol->line(talk, line);
	return length;
}

static void
text_drop(struct text *text, size_t length)
{
	text->length -= length;
	memmove(text->bytes, text->bytes + length, text->length + 1);
}

void
conversation_begin(struct conversation *talk)
{
	if (talk->protocol->greet != NULL)
		talk->protocol->greet(talk);
}

void
conversation_hear(struct conversation *talk, const void *octets, size_t length)
{
	size_t used;

	text_append_bytes(&talk->heard, octets, length);
	while (talk->heard.length > 0 && !talk->ends && !talk->wants_tls) {
		used = talk->protocol->hear(talk);
		if (used == 0)
			break;
		text_drop(&talk->heard, used);
	}
	if (talk->wants_tls)
		text_clear(&talk->heard); /* RFC 3207: what came too early */
	if (talk->heard.length > MESSAGE_LIMIT ||
		talk->kept.length > MESSAGE_LIMIT)
		talk->ends = true;
}

void
conversation_hear_datagram(
	struct conversation *talk, const void *octets, size_t length)
{
	if (talk->protocol->hear_datagram == NULL) {
		conversation_hear(talk, octets, length);
		return;
	}
	text_append_bytes(&talk->heard, octets, length);
	talk->protocol->hear_datagram(talk);
}

void
conversation_free(struct conversation *talk)
{
	text_free(&talk->heard);
	text_free(&talk->said);
	text_free(&talk->kept);
}
