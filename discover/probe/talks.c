/* talks.c -- what is said to a service, and how it must answer. */
#include "talks.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "memory.h"
#include "words.h"

/* A name that nobody has (RFC 6761, 6.4). */
#define OUR_NAME "twinmap.invalid"

static const struct turn http[] = {
	{ .say = "HEAD / HTTP/1.1\r\nHost: $\r\nUser-Agent: twinmap\r\n"
		 "Accept: */*\r\nConnection: close\r\n\r\n",
		.form = REPLY_LINE,
		.good = "HTTP/1." },
	{ 0 },
};

static const struct turn smtp[] = {
	{ .form = REPLY_CODE, .good = "220" },
	{ .say = "QUIT\r\n",
		.form = REPLY_CODE,
		.good = "",
		.is_farewell = true },
	{ 0 },
};

static const struct turn smtp_starttls[] = {
	{ .form = REPLY_CODE, .good = "220" },
	{ .say = "EHLO " OUR_NAME "\r\n", .form = REPLY_CODE, .good = "250" },
	{ .say = "STARTTLS\r\n",
		.form = REPLY_CODE,
		.good = "220",
		.otherwise = "no-starttls" },
	{ 0 },
};

static const struct turn imap[] = {
	{ .form = REPLY_LINE, .good = "* OK" },
	{ .say = "a LOGOUT\r\n",
		.form = REPLY_MARKED,
		.good = "",
		.mark = "a ",
		.is_farewell = true },
	{ 0 },
};

static const struct turn imap_starttls[] = {
	{ .form = REPLY_LINE, .good = "* OK" },
	{ .say = "a STARTTLS\r\n",
		.form = REPLY_MARKED,
		.good = "a OK",
		.mark = "a ",
		.otherwise = "no-starttls" },
	{ 0 },
};

/* A server may say other lines before its version (RFC 4253, 4.2). */
static const struct turn ssh[] = {
	{ .form = REPLY_MARKED, .good = "SSH-", .mark = "SSH-" },
	{ 0 },
};

#define SIP_OPTIONS(transport) \
	"OPTIONS sip:$ SIP/2.0\r\n" \
	"Via: SIP/2.0/" transport " " OUR_NAME \
	";branch=z9hG4bKtwinmap;rport\r\n" \
	"Max-Forwards: 70\r\n" \
	"From: <sip:probe@" OUR_NAME ">;tag=twinmap\r\n" \
	"To: <sip:$>\r\n" \
	"Call-ID: probe@" OUR_NAME "\r\n" \
	"CSeq: 1 OPTIONS\r\n" \
	"Contact: <sip:probe@" OUR_NAME ">\r\n" \
	"Accept: application/sdp\r\n" \
	"Content-Length: 0\r\n\r\n"

static const struct turn sip[] = {
	{ .say = SIP_OPTIONS("TCP"), .form = REPLY_LINE, .good = "SIP/2.0 " },
	{ 0 },
};

static const struct turn sips[] = {
	{ .say = SIP_OPTIONS("TLS"), .form = REPLY_LINE, .good = "SIP/2.0 " },
	{ 0 },
};

static const struct turn sip_udp[] = {
	{ .say = SIP_OPTIONS("UDP"), .form = REPLY_LINE, .good = "SIP/2.0 " },
	{ 0 },
};

static const struct talk talks[] = {
	{ .name = "connect" },
	{ .name = "tls", .is_encrypted = true },
	{ .name = "http", .turns = http, .protocol = "HTTP" },
	{ .name = "https",
		.turns = http,
		.is_encrypted = true,
		.protocol = "HTTP" },
	{ .name = "smtp", .turns = smtp },
	{ .name = "smtp-starttls",
		.plain = smtp_starttls,
		.is_encrypted = true },
	{ .name = "imap", .turns = imap },
	{ .name = "imap-starttls",
		.plain = imap_starttls,
		.is_encrypted = true },
	{ .name = "imaps", .turns = imap, .is_encrypted = true },
	{ .name = "ssh", .turns = ssh },
	{ .name = "sip", .turns = sip, .protocol = "SIP" },
	{ .name = "sips",
		.turns = sips,
		.is_encrypted = true,
		.protocol = "SIP" },
	{ .name = "sip-udp", .turns = sip_udp, .protocol = "SIP" },
};

const struct talk *
talk_find(const char *name)
{
	for (size_t i = 0; i < COUNT(talks); i++)
		if (strcmp(talks[i].name, name) == 0)
			return &talks[i];
	return NULL;
}

bool
talk_is_greeted(const struct talk *talk)
{
	const struct turn *first =
		talk->plain != NULL ? talk->plain : talk->turns;

	return first != NULL && first->say == NULL;
}

/* Of an IPv6 address in a URL the brackets are part. */
const char *
talk_host(const struct question *question, char host[static HOST_SIZE])
{
	char text[IP_TEXT_SIZE];

	if (question->name != NULL)
		return question->name;
	snprintf(host, HOST_SIZE, question->ip.family == 6 ? "[%s]" : "%s",
		ip_text(&question->ip, text));
	return host;
}

/* An address is no name (RFC 6066, 3). */
const char *
talk_server_name(const struct question *question)
{
	struct ip_address ip;

	return question->name == NULL || ip_parse(question->name, &ip) == 0
		? NULL
		: question->name;
}

/* ---- one reply -------------------------------------------------------- */

static bool
begins_with(const char *line, const char *start)
{
	return strncmp(line, start, strlen(start)) == 0;
}

static bool
is_code(const char *digits)
{
	return isdigit((unsigned char)digits[0]) &&
		isdigit((unsigned char)digits[1]) &&
		isdigit((unsigned char)digits[2]);
}

/* "HTTP/1.1 200 OK" -> "HTTP 200". False when there is no status. */
static bool
keep_status(struct dialogue *dialogue)
{
	const char *space = strchr(dialogue->line, ' ');

	if (space == NULL || !is_code(space + 1) ||
		isalnum((unsigned char)space[4]))
		return false;
	snprintf(dialogue->detail, sizeof(dialogue->detail), "%s %.3s",
		dialogue->talk->protocol, space + 1);
	return true;
}

/* Whole characters only. */
static void
keep_line(struct dialogue *dialogue)
{
	struct text clean = { 0 };
	size_t length = 0;

	append_clean(&clean, dialogue->line);
	while (clean.bytes != NULL && clean.bytes[length] != '\0') {
		size_t next =
			length + (size_t)utf8_length(clean.bytes + length);

		if (next >= sizeof(dialogue->detail))
			break;
		length = next;
	}
	snprintf(dialogue->detail, sizeof(dialogue->detail), "%.*s",
		(int)length, clean.bytes != NULL ? clean.bytes : "");
	text_free(&clean);
}

static bool
keep(struct dialogue *dialogue)
{
	if (dialogue->turn->is_farewell)
		return true;
	if (dialogue->talk->protocol != NULL && keep_status(dialogue))
		return true;
	keep_line(dialogue);
	return dialogue->talk->protocol == NULL;
}

enum hearing { HEARS_MORE, HEARS_GOOD, HEARS_WRONG };

static enum hearing
judge(struct dialogue *dialogue, bool is_good)
{
	return keep(dialogue) && is_good ? HEARS_GOOD : HEARS_WRONG;
}

static enum hearing
hear_line(struct dialogue *dialogue)
{
	const struct turn *turn = dialogue->turn;
	const char *line = dialogue->line;
	bool is_good = begins_with(line, turn->good);

	if (turn->form == REPLY_MARKED && !begins_with(line, turn->mark))
		return HEARS_MORE;
	if (turn->form != REPLY_CODE)
		return judge(dialogue, is_good);
	if (is_code(line) && line[3] == '-')
		return HEARS_MORE;
	return judge(dialogue, is_good && is_code(line));
}

/* ---- turn after turn --------------------------------------------------- */

static void
append_for_host(struct text *say, const char *words, const char *host)
{
	for (; *words != '\0'; words++)
		if (*words == '$')
			text_append(say, host);
		else
			text_append_bytes(say, words, 1);
}

static enum talking
take_turn(struct dialogue *dialogue, struct text *say)
{
	if (dialogue->turn == NULL || dialogue->turn->good == NULL)
		return TALKING_DONE;
	if (dialogue->turn->say != NULL)
		append_for_host(say, dialogue->turn->say, dialogue->host);
	return TALKING_ON;
}

enum talking
dialogue_begin(struct dialogue *dialogue, const struct talk *talk,
	const struct turn *turns, struct text *say)
{
	dialogue->talk = talk;
	dialogue->turn = turns;
	dialogue->length = 0;
	return take_turn(dialogue, say);
}

/* "421 too many of you": of now, not of the server (RFC 5321, 4.2.1). */
static bool
is_not_now(const struct dialogue *dialogue)
{
	return dialogue->turn->form == REPLY_CODE && is_code(dialogue->line) &&
		dialogue->line[0] == '4';
}

static enum talking
wrong(struct dialogue *dialogue, const char *reason)
{
	if (dialogue_is_farewell(dialogue))
		return TALKING_DONE;
	dialogue->reason = reason != NULL ? reason : "other-answer";
	return TALKING_WRONG;
}

static enum talking
end_line(struct dialogue *dialogue, struct text *say)
{
	enum hearing hearing;

	if (dialogue->length > 0 &&
		dialogue->line[dialogue->length - 1] == '\r')
		dialogue->length--;
	dialogue->line[dialogue->length] = '\0';
	dialogue->length = 0;
	hearing = hear_line(dialogue);
	if (hearing == HEARS_MORE)
		return TALKING_ON;
	if (hearing == HEARS_WRONG) {
		dialogue->is_not_now = is_not_now(dialogue);
		return wrong(dialogue, dialogue->turn->otherwise);
	}
	dialogue->turn++;
	return take_turn(dialogue, say);
}

enum talking
dialogue_hear(struct dialogue *dialogue, const char *bytes, size_t length,
	struct text *say)
{
	enum talking talking = TALKING_ON;

	for (size_t i = 0; i < length && talking == TALKING_ON; i++) {
		if (++dialogue->heard > HEARD_MOST)
			return wrong(dialogue, "too-long");
		if (bytes[i] == '\n')
			talking = end_line(dialogue, say);
		else if (dialogue->length < LINE_MOST)
			dialogue->line[dialogue->length++] =
				bytes[i] != '\0' ? bytes[i] : '?';
	}
	return talking;
}

bool
dialogue_is_farewell(const struct dialogue *dialogue)
{
	return dialogue->turn != NULL && dialogue->turn->is_farewell;
}
