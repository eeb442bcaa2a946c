/* fuzz_probe.c -- whatever a target says to twinmap probe.
 *
 * The first octet chooses: a talk, which hears the rest in pieces; a record of
 * DNS, read out of the rest; or a certificate. */
#include "fuzz_input.h"
#include "memory.h"
#include "records.h"
#include "message.h"
#include "talks.h"
#include "tls.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const talks[] = { "http", "smtp", "smtp-starttls", "imap",
	"imap-starttls", "ssh", "sip" };

static const char *const types[] = { "A", "AAAA", "PTR", "MX", "NS", "SOA",
	"SRV" };

static void
hear(const char *name, struct input *input)
{
	struct dialogue dialogue = { .host = "www.test.example" };
	const struct talk *talk = talk_find(name);
	struct text said = { 0 };
	enum talking talking = dialogue_begin(&dialogue, talk,
		talk->plain != NULL ? talk->plain : talk->turns, &said);

	while (talking == TALKING_ON && input->left > 0) {
		size_t length = 1 + input_octet(input) % 64;
		uint8_t *piece = input_octets(input, length);

		talking = dialogue_hear(
			&dialogue, (const char *)piece, length, &said);
		free(piece);
	}
	if (talking == TALKING_WRONG && dialogue.reason == NULL)
		abort();
	text_free(&said);
}

static void
read_records(const char *type, struct input *input)
{
	size_t length = input->left;
	uint8_t *octets = input_octets(input, length);
	const struct message message = { octets, length };
	struct records records = { 0 };

	if (message_read(&records, type, &message) != NULL && records.count > 0)
		abort();
	records_sort(&records);
	records_free(&records);
	free(octets);
}

static void
read_certificate(struct input *input)
{
	size_t length = input->left;
	uint8_t *octets = input_octets(input, length);
	struct certificate certificate = { 0 };

	if (certificate_read(&certificate, octets, length) == 0)
		certificate_free(&certificate);
	free(octets);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct input input = { bytes, size };
	size_t choice = input_octet(&input) % (COUNT(talks) + COUNT(types) + 1);

	if (choice < COUNT(talks))
		hear(talks[choice], &input);
	else if (choice < COUNT(talks) + COUNT(types))
		read_records(types[choice - COUNT(talks)], &input);
	else
		read_certificate(&input);
	return 0;
}
