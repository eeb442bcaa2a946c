/* conversation_requests.c -- HTTP (RFC 9112) and SIP (RFC 3261): a request is
 * lines that an empty one ends, and bodies are not looked at. */
#include <string.h>
#include <strings.h>

#include "conversation.h"

static bool
starts_with(const char *line, const char *start)
{
	return strncmp(line, start, strlen(start)) == 0;
}

/* True when the request is complete: its lines are in `kept`. */
static bool
is_last_line(struct conversation *talk, const char *line)
{
	if (*line == '\0')
		return talk->kept.length > 0;
	text_format(&talk->kept, "%s\n", line);
	return false;
}

static const char *
http_status(const char *request)
{
	const char *end = request + strcspn(request, "\n");

	if (end - request < 9 || !starts_with(end - 9, " HTTP/1."))
		return "400 Bad Request";
	if (starts_with(request, "GET ") || starts_with(request, "HEAD "))
		return "200 OK";
	return "405 Method Not Allowed";
}

void
http_line(struct conversation *talk, const char *line)
{
	struct text body = { 0 };

	if (!is_last_line(talk, line))
		return;
	text_format(&body, "%s of a sample network\n", talk->host);
	text_format(&talk->said,
		"HTTP/1.1 %s\r\nServer: sample\r\nContent-Type: text/plain\r\n"
		"Content-Length: %zu\r\nConnection: close\r\n\r\n",
		http_status(talk->kept.bytes), body.length);
	if (!starts_with(talk->kept.bytes, "HEAD "))
		text_append(&talk->said, body.bytes);
	text_free(&body);
	talk->ends = true;
}

/* What an answer repeats of its request, RFC 3261 section 8.2.6.2; all have a
 * short form. */
static const struct sip_header {
	const char *name, *short_name;
	const char *added; /* to what is repeated, if it is not there */
} repeated[] = {
	{ "Via", "v", NULL },
	{ "From", "f", NULL },
	{ "To", "t", ";tag=sample" },
	{ "Call-ID", "i", NULL },
	{ "CSeq", "CSeq", NULL },
};

static bool
is_named(const char *line, const char *name)
{
	size_t length = strlen(name);

	if (strncasecmp(line, name, length) != 0)
		return false;
	length += strspn(line + length, " \t");
	return line[length] == ':';
}

static void
sip_repeat(struct text *said, const char *line, size_t length)
{
	for (size_t i = 0; i < COUNT(repeated); i++) {
		const char *added = repeated[i].added;

		if (!is_named(line, repeated[i].name) &&
			!is_named(line, repeated[i].short_name))
			continue;
		text_append_bytes(said, line, length);
		if (added != NULL &&
			memmem(line, length, ";tag=", strlen(";tag=")) == NULL)
			text_append(said, added);
		text_append(said, "\r\n");
	}
}

void
sip_line(struct conversation *talk, const char *line)
{
	const char *request;

	if (!is_last_line(talk, line))
		return;
	request = talk->kept.bytes;
	text_format(&talk->said, "SIP/2.0 %s\r\n",
		starts_with(request, "OPTIONS ") ? "200 OK"
						 : "405 Method Not Allowed");
	while (*request != '\0') {
		size_t length = strcspn(request, "\n");

		sip_repeat(&talk->said, request, length);
		request += length + 1;
	}
	text_append(&talk->said,
		"Allow: OPTIONS\r\nServer: sample\r\nContent-Length: "
		"0\r\n\r\n");
	text_clear(&talk->kept);
}
