/* replay_answer.c -- what a recorded agent answers: octets in, octets out. */
#include <string.h>

#include "replay.h"
#include "replay_faults.h"
#include "replay_pdu.h"

enum { VERSION_2C = 1 };

/* Who answers to "community" or "community@context"; NULL: nobody does. Nothing
 * is seen in a context that was not recorded. */
static const struct recording *
answering(const struct recording *recording, const char *community,
	struct octets sent)
{
	static const struct recording nothing;
	size_t length = strlen(community);
	const struct recording *found;
	struct octets context;

	if (sent.length < length || memcmp(sent.bytes, community, length) != 0)
		return NULL;
	if (sent.length == length)
		return recording;
	if (sent.bytes[length] != '@')
		return NULL;
	context = (struct octets){ sent.bytes + length + 1,
		sent.length - length - 1 };
	if (replay_faults_are_silent_in(recording, context))
		return NULL;
	found = recording_in_context(recording, context);
	return found != NULL ? found : &nothing;
}

size_t
replay_answer_v2c(const struct recording *recording, const char *community,
	struct octets request, struct ber_writer *response)
{
	struct octets message, sent;
	size_t whole, around;
	int64_t version;

	if (ber_take(&request, BER_SEQUENCE, &message) != 0 ||
		ber_take_integer(&message, &version) != 0 ||
		version != VERSION_2C ||
		ber_take(&message, BER_OCTETS, &sent) != 0)
		return 0;
	recording = answering(recording, community, sent);
	if (recording == NULL)
		return 0;
	around = REPLAY_ENVELOPE + sent.length;
	if (around > response->capacity)
		return 0;
	whole = ber_open(response, BER_SEQUENCE);
	ber_write_integer(response, BER_INTEGER, version);
	ber_write_value(response, BER_OCTETS, sent);
	if (replay_pdu_answer(recording, message, response->capacity - around,
		    response) != 0)
		return 0;
	ber_close(response, whole);
	return response->overflow ? 0 : response->length;
}

size_t
replay_answer(const struct recording *recording, const char *community,
	struct octets request, uint8_t response[REPLAY_RESPONSE_LIMIT])
{
	struct ber_writer writer = { response, 0, REPLAY_RESPONSE_LIMIT,
		false };

	return replay_answer_v2c(recording, community, request, &writer);
}
