/* replay_pdu.c -- what a recorded agent answers to one PDU.
 *
 * RFC 3416, section 4.2. A recording knows values but no MIB, so where an
 * object's name ends and its instance begins is a guess: the last
 * sub-identifier is the instance. */
#include "replay_pdu.h"

#include "memory.h"
#include "replay.h"
#include "replay_faults.h"

enum pdu { GET = 0xa0, GET_NEXT, RESPONSE, SET, GET_BULK = 0xa5 };
enum exception { NO_SUCH_OBJECT = 0x80, NO_SUCH_INSTANCE, END_OF_MIB_VIEW };
enum error {
	NO_ERROR = 0,
	TOO_BIG = 1,
	GEN_ERR = 5,
	NOT_WRITABLE = 17,
	SILENCE = -1
};
enum { NAME_LIMIT = REPLAY_REQUEST_LIMIT / 7 + 1 };

struct question {
	uint8_t pdu;
	int64_t request_id;
	int64_t non_repeaters, max_repetitions; /* of GETBULK */
	struct octets varbinds;
	size_t error_index; /* of the answer, from 1 */
};

static int
read_question(struct octets pdu, struct question *question)
{
	struct octets content;

	if (ber_read(&pdu, &question->pdu, &content) != 0 ||
		ber_take_integer(&content, &question->request_id) != 0 ||
		ber_take_integer(&content, &question->non_repeaters) != 0 ||
		ber_take_integer(&content, &question->max_repetitions) != 0)
		return -1;
	return ber_take(&content, BER_SEQUENCE, &question->varbinds);
}

static int
take_name(struct octets *varbinds, struct octets *name)
{
	struct octets varbind;

	if (ber_take(varbinds, BER_SEQUENCE, &varbind) != 0)
		return -1;
	return ber_take_oid(&varbind, name);
}

static void
write_exception(struct ber_writer *out, struct octets name, uint8_t exception)
{
	uint8_t inner[OID_OCTETS + 8], outer[OID_OCTETS + 16];
	struct ber_writer content = { inner, 0, sizeof(inner), false };
	struct ber_writer varbind = { outer, 0, sizeof(outer), false };

	ber_write_value(&content, BER_OID, name);
	ber_write_value(&content, exception, (struct octets){ NULL, 0 });
	ber_write_value(&varbind, BER_SEQUENCE,
		(struct octets){ content.bytes, content.length });
	ber_write(out, (struct octets){ varbind.bytes, varbind.length });
}

/* Without the last sub-identifier. */
static struct octets
object_of(struct octets name)
{
	do
		name.length--;
	while (name.length > 0 && (name.bytes[name.length - 1] & 0x80) != 0);
	return name;
}

static void
write_exact(const struct recording *recording, struct octets name,
	struct ber_writer *out)
{
	size_t at = recording_find(recording, name);
	struct octets object = object_of(name);

	if (at < recording->count &&
		oid_compare(recording_oid(recording, at), name) == 0) {
		recording_write_varbind(recording, at, out);
		return;
	}
	at = recording_find(recording, object);
	write_exception(out, name,
		at < recording->count &&
				oid_begins_with(
					recording_oid(recording, at), object)
			? NO_SUCH_INSTANCE
			: NO_SUCH_OBJECT);
}

/* Where a walk comes to behind the name. */
static size_t
position_behind(const struct recording *recording, struct octets name)
{
	return replay_faults_step(recording, recording_after(recording, name));
}

static void
write_next(const struct recording *recording, struct octets name,
	struct ber_writer *out)
{
	size_t at = position_behind(recording, name);

	if (at < recording->count)
		recording_write_varbind(recording, at, out);
	else
		write_exception(out, name, END_OF_MIB_VIEW);
}

static enum error
answer_get(const struct recording *recording, const struct question *question,
	struct ber_writer *out)
{
	struct octets rest = question->varbinds, name;

	while (rest.length > 0) {
		if (take_name(&rest, &name) != 0)
			return SILENCE;
		write_exact(recording, name, out);
	}
	return out->overflow ? TOO_BIG : NO_ERROR;
}

static enum error
answer_get_next(const struct recording *recording,
	const struct question *question, struct ber_writer *out)
{
	struct octets rest = question->varbinds, name;

	while (rest.length > 0) {
		if (take_name(&rest, &name) != 0)
			return SILENCE;
		write_next(recording, name, out);
	}
	return out->overflow ? TOO_BIG : NO_ERROR;
}

static enum error
answer_set(const struct recording *recording, const struct question *question,
	struct ber_writer *out)
{
	(void)recording;
	ber_write(out, question->varbinds);
	return NOT_WRITABLE;
}

struct cursor {
	size_t position;
	struct octets name; /* of the varbind before */
};

struct bulk {
	const struct recording *recording;
	struct cursor cursors[NAME_LIMIT];
	size_t count;
};

static int
read_cursors(struct bulk *bulk, struct octets varbinds)
{
	while (varbinds.length > 0) {
		struct cursor *cursor = &bulk->cursors[bulk->count++];

		if (bulk->count == NAME_LIMIT ||
			take_name(&varbinds, &cursor->name) != 0)
			return -1;
		cursor->position =
			position_behind(bulk->recording, cursor->name);
	}
	return 0;
}

/* One repetition. False when all columns are past the end. */
static bool
write_repetition(struct bulk *bulk, struct ber_writer *out)
{
	const struct recording *recording = bulk->recording;
	bool alive = false;

	for (size_t i = 0; i < bulk->count && !out->overflow; i++) {
		struct cursor *cursor = &bulk->cursors[i];

		if (cursor->position == recording->count) {
			write_exception(out, cursor->name, END_OF_MIB_VIEW);
			continue;
		}
		cursor->name = recording_oid(recording, cursor->position);
		recording_write_varbind(recording, cursor->position, out);
		cursor->position =
			replay_faults_step(recording, cursor->position + 1);
		alive = true;
	}
	return alive;
}

static enum error
answer_get_bulk(const struct recording *recording,
	const struct question *question, struct ber_writer *out)
{
	struct bulk bulk = { .recording = recording };
	struct octets rest = question->varbinds, name;

	for (int64_t i = 0; i < question->non_repeaters && rest.length > 0;
		i++) {
		if (take_name(&rest, &name) != 0)
			return SILENCE;
		write_next(recording, name, out);
		if (out->overflow)
			return out->length == 0 ? TOO_BIG : NO_ERROR;
	}
	if (read_cursors(&bulk, rest) != 0)
		return SILENCE;
	for (int64_t i = 0; i < question->max_repetitions; i++)
		if (out->overflow || !write_repetition(&bulk, out))
			break;
	return out->overflow && out->length == 0 ? TOO_BIG : NO_ERROR;
}

typedef enum error answer_pdu(const struct recording *, const struct question *,
	struct ber_writer *varbinds);

static answer_pdu *
find_answer(uint8_t pdu)
{
	static const struct {
		enum pdu pdu;
		answer_pdu *answer;
	} answers[] = {
		{ GET, answer_get },
		{ GET_NEXT, answer_get_next },
		{ GET_BULK, answer_get_bulk },
		{ SET, answer_set },
	};

	for (size_t i = 0; i < COUNT(answers); i++)
		if (answers[i].pdu == pdu)
			return answers[i].answer;
	return NULL;
}

static void
write_response(const struct question *question, enum error error,
	struct octets varbinds, struct ber_writer *out)
{
	size_t pdu = ber_open(out, RESPONSE);

	ber_write_integer(out, BER_INTEGER, question->request_id);
	ber_write_integer(out, BER_INTEGER, error);
	ber_write_integer(out, BER_INTEGER, (int64_t)question->error_index);
	ber_write_value(out, BER_SEQUENCE, varbinds);
	ber_close(out, pdu);
}

int
replay_pdu_answer(const struct recording *recording, struct octets pdu,
	size_t limit, struct ber_writer *response)
{
	uint8_t bytes[REPLAY_RESPONSE_ROOM];
	struct ber_writer varbinds = { bytes, 0, limit, false };
	struct question question = { 0 };
	answer_pdu *answer;
	enum error error;

	if (limit > sizeof(bytes) || read_question(pdu, &question) != 0)
		return -1;
	answer = find_answer(question.pdu);
	if (answer == NULL)
		return -1;
	error = answer(recording, &question, &varbinds);
	if (error == SILENCE)
		return -1;
	question.error_index = error == NOT_WRITABLE;
	if (error == NO_ERROR)
		error = (enum error)replay_faults_spoil(recording,
			question.pdu == GET_BULK, &varbinds,
			&question.error_index);
	if (error == TOO_BIG || error == GEN_ERR)
		varbinds.length = 0;
	write_response(&question, error,
		(struct octets){ bytes, varbinds.length }, response);
	return response->overflow ? -1 : 0;
}
