/* conversation_dns.c -- a name server (RFC 1035) of the described zones.
 *
 * It answers with authority for its own names and refuses all others. Answers
 * are small: nothing is cut, and the only name that is shortened is that of the
 * question. */
#include <ctype.h>
#include <string.h>

#include "conversation.h"
#include "zones.h"

enum {
	HEADER = 12,
	MESSAGE_SIZE = 512,
	NAME_SIZE = 256,
	TTL = 300,
	CLASS_IN = 1,
	ANY = 255,
	FLAG_ANSWER = 0x8000,
	FLAG_AUTHORITY = 0x0400,
	KEPT_FLAGS = 0x7900, /* operation, recursion desired */
	OPERATION = 0x7800,
	NAME_OF_QUESTION = 0xc000 | HEADER,
};

enum rcode {
	NO_ERROR = 0,
	FORMAT_ERROR = 1,
	NO_SUCH_NAME = 3,
	NOT_IMPLEMENTED = 4,
	REFUSED = 5,
};

struct message {
	uint8_t octets[MESSAGE_SIZE];
	size_t length; /* above the size: it did not fit */
};

static void
put(struct message *message, const void *octets, size_t length)
{
	if (message->length + length <= sizeof(message->octets))
		memcpy(message->octets + message->length, octets, length);
	message->length += length;
}

static void
put_number(struct message *message, uint32_t number, int octets)
{
	while (octets-- > 0)
		put(message, &(uint8_t){ (uint8_t)(number >> 8 * octets) }, 1);
}

static void
set_number(struct message *message, size_t at, uint32_t number)
{
	message->octets[at] = (uint8_t)(number >> 8);
	message->octets[at + 1] = (uint8_t)number;
}

static uint32_t
get_number(const uint8_t *octets)
{
	return (uint32_t)octets[0] << 8 | octets[1];
}

static void
put_name(struct message *message, const char *name)
{
	while (*name != '\0') {
		size_t length = strcspn(name, ".");

		put_number(message, (uint32_t)length, 1);
		put(message, name, length);
		name += length + (name[length] == '.');
	}
	put_number(message, 0, 1);
}

struct question {
	char name[NAME_SIZE];
	uint32_t type, class;
	size_t end; /* of its octets in the message */
};

/* Into lower case; 0 when it is cut short or not a plain name. */
static size_t
read_name(const uint8_t *octets, size_t length, char name[NAME_SIZE])
{
	size_t at = HEADER, used = 0;

	while (at < length && octets[at] != 0) {
		size_t label = octets[at++];

		if (label > 63 || at + label > length ||
			used + label + 1 >= NAME_SIZE)
			return 0;
		if (used > 0)
			name[used++] = '.';
		while (label-- > 0)
			name[used++] = (char)tolower(octets[at++]);
	}
	name[used] = '\0';
	return at < length ? at + 1 : 0;
}

static int
read_question(const uint8_t *octets, size_t length, struct question *question)
{
	size_t end;

	if (get_number(octets + 4) != 1)
		return -1;
	end = read_name(octets, length, question->name);
	if (end == 0 || end + 4 > length)
		return -1;
	question->type = get_number(octets + end);
	question->class = get_number(octets + end + 2);
	question->end = end + 4;
	return 0;
}

static void
put_record_data(struct message *message, const struct zone_record *record)
{
	const uint8_t *ip = record->ip.bytes;

	if (record->type == RECORD_A)
		put(message, ip + 12, 4);
	else if (record->type == RECORD_AAAA)
		put(message, ip, 16);
	for (int i = 0; i < record->number_count; i++)
		put_number(message, record->numbers[i], 2);
	if (record->target != NULL)
		put_name(message, record->target);
}

/* The length of what comes is not known before it is there. */
static size_t
begin_record(struct message *message, uint32_t type)
{
	put_number(message, type, 2);
	put_number(message, CLASS_IN, 2);
	put_number(message, TTL, 4);
	put_number(message, 0, 2);
	return message->length;
}

static void
end_record(struct message *message, size_t start)
{
	if (message->length <= sizeof(message->octets))
		set_number(message, start - 2,
			(uint32_t)(message->length - start));
}

static uint32_t
put_records(struct message *message, const struct zones *zones,
	const struct question *question)
{
	uint32_t count = 0;

	for (const struct zone_record *record = zones->records; record != NULL;
		record = record->next) {
		size_t start;

		if (strcmp(record->name, question->name) != 0 ||
			(question->type != record->type &&
				question->type != ANY))
			continue;
		put_number(message, NAME_OF_QUESTION, 2);
		start = begin_record(message, record->type);
		put_record_data(message, record);
		end_record(message, start);
		count++;
	}
	return count;
}

static void
put_soa(struct message *message, const struct zones *zones, const char *origin)
{
	static const uint32_t timers[] = { 7200, 900, 1209600, TTL };
	size_t start;

	put_name(message, origin);
	start = begin_record(message, RECORD_SOA);
	put_name(message, zones->server);
	put_name(message, "hostmaster");
	message->length--; /* goes on with the zone */
	put_name(message, zones->forward);
	put_number(message, zones->serial, 4);
	for (size_t i = 0; i < COUNT(timers); i++)
		put_number(message, timers[i], 4);
	end_record(message, start);
}

/* Every zone has the same server. */
static uint32_t
put_origin(struct message *message, const struct zones *zones,
	const struct question *question)
{
	size_t start;

	if (question->type == RECORD_SOA) {
		put_soa(message, zones, question->name);
		return 1;
	}
	if (question->type != RECORD_NS)
		return put_records(message, zones, question);
	put_number(message, NAME_OF_QUESTION, 2);
	start = begin_record(message, RECORD_NS);
	put_name(message, zones->server);
	end_record(message, start);
	return 1;
}

static enum rcode
answer_question(struct message *message, const struct zones *zones,
	const struct question *question)
{
	const char *origin = zones != NULL && question->class == CLASS_IN
		? zones_origin(zones, question->name)
		: NULL;
	uint32_t count;

	if (origin == NULL)
		return REFUSED;
	count = strcmp(origin, question->name) == 0
		? put_origin(message, zones, question)
		: put_records(message, zones, question);
	set_number(message, 6, count);
	if (count > 0)
		return NO_ERROR;
	put_soa(message, zones, origin);
	set_number(message, 8, 1);
	return zones_know(zones, question->name) ? NO_ERROR : NO_SUCH_NAME;
}

static uint32_t
answer_query(struct message *message, const struct zones *zones,
	const uint8_t *query, size_t length)
{
	uint32_t flags = get_number(query + 2);
	struct question question;
	enum rcode rcode;

	if ((flags & OPERATION) != 0)
		return NOT_IMPLEMENTED;
	if (read_question(query, length, &question) != 0)
		return FORMAT_ERROR;
	put(message, query + HEADER, question.end - HEADER);
	set_number(message, 4, 1);
	rcode = answer_question(message, zones, &question);
	return rcode != REFUSED ? rcode | FLAG_AUTHORITY : rcode;
}

/* Nothing for what is no query: two servers would answer each other forever. */
static void
answer(struct conversation *talk, const uint8_t *query, size_t length,
	struct message *message)
{
	uint32_t flags;

	message->length = 0;
	if (length < HEADER || (query[2] & FLAG_ANSWER >> 8) != 0)
		return;
	put(message, query, 2);
	put(message, (const uint8_t[HEADER - 2]){ 0 }, HEADER - 2);
	flags = FLAG_ANSWER | (get_number(query + 2) & KEPT_FLAGS);
	flags |= answer_query(message, talk->zones, query, length);
	set_number(message, 2, flags);
	if (message->length > sizeof(message->octets))
		message->length = 0;
}

void
dns_hear_datagram(struct conversation *talk)
{
	struct message message;

	answer(talk, (const uint8_t *)talk->heard.bytes, talk->heard.length,
		&message);
	text_append_bytes(&talk->said, message.octets, message.length);
}

/* Over TCP two octets of length stand before each message. */
size_t
dns_hear(struct conversation *talk)
{
	const uint8_t *octets = (const uint8_t *)talk->heard.bytes;
	struct message message;
	size_t length;

	if (talk->heard.length < 2)
		return 0;
	length = get_number(octets);
	if (talk->heard.length < 2 + length)
		return 0;
	answer(talk, octets + 2, length, &message);
	text_append_bytes(&talk->said,
		(const uint8_t[]){ (uint8_t)(message.length >> 8),
			(uint8_t)message.length },
		2);
	text_append_bytes(&talk->said, message.octets, message.length);
	return 2 + length;
}
