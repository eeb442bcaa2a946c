/* replay_v3.c -- a recorded agent speaks SNMPv3 (RFC 3412, RFC 3414).
 *
 * Engine id and clock: recording.h, replay_faults.h. */
#include "replay_v3.h"

#include <string.h>

#include "replay.h"
#include "replay_v3_answer.h"

enum { TIME_WINDOW = 150 }; /* seconds */

struct scoped {
	struct octets context, pdu;
	uint8_t plain[REPLAY_REQUEST_LIMIT + USM_PADDING];
};

/* ---- reading ---------------------------------------------------------- */

static int
read_header(struct octets *input, struct v3_message *message)
{
	struct octets header, flags;
	int64_t size, model;

	if (ber_take(input, BER_SEQUENCE, &header) != 0 ||
		ber_take_integer(&header, &message->id) != 0 ||
		ber_take_integer(&header, &size) != 0 ||
		ber_take(&header, BER_OCTETS, &flags) != 0 ||
		ber_take_integer(&header, &model) != 0)
		return -1;
	if (flags.length != 1 || model != V3_USER_SECURITY_MODEL)
		return -1;
	message->flags = flags.bytes[0];
	return (message->flags & (V3_SIGNED | V3_ENCRYPTED)) == V3_ENCRYPTED
		? -1
		: 0;
}

static int
read_security(struct octets *input, struct v3_message *message)
{
	struct octets outside, inside;

	if (ber_take(input, BER_OCTETS, &outside) != 0 ||
		ber_take(&outside, BER_SEQUENCE, &inside) != 0 ||
		ber_take(&inside, BER_OCTETS, &message->engine_id) != 0 ||
		ber_take_integer(&inside, &message->boots) != 0 ||
		ber_take_integer(&inside, &message->time) != 0 ||
		ber_take(&inside, BER_OCTETS, &message->user) != 0 ||
		ber_take(&inside, BER_OCTETS, &message->digest) != 0)
		return -1;
	return ber_take(&inside, BER_OCTETS, &message->salt);
}

static int
read_message(struct octets request, struct v3_message *message)
{
	struct octets inside;
	int64_t version;

	message->whole = request;
	if (request.length > REPLAY_REQUEST_LIMIT ||
		ber_take(&request, BER_SEQUENCE, &inside) != 0 ||
		ber_take_integer(&inside, &version) != 0 ||
		version != V3_VERSION || read_header(&inside, message) != 0 ||
		read_security(&inside, message) != 0)
		return -1;
	message->data = inside;
	return 0;
}

static int
read_scoped(struct octets input, struct scoped *scoped)
{
	struct octets content, engine_id;

	if (ber_take(&input, BER_SEQUENCE, &content) != 0 ||
		ber_take(&content, BER_OCTETS, &engine_id) != 0 ||
		ber_take(&content, BER_OCTETS, &scoped->context) != 0)
		return -1;
	scoped->pdu = content;
	return 0;
}

/* ---- checking --------------------------------------------------------- */

static bool
is_user(const struct credential *credential, struct octets name)
{
	return credential->version == SNMP_V3 &&
		strlen(credential->user) == name.length &&
		memcmp(credential->user, name.bytes, name.length) == 0;
}

static enum snmp_level
level_of(const struct v3_message *message)
{
	if (message->flags & V3_ENCRYPTED)
		return SNMP_ENCRYPTED;
	return message->flags & V3_SIGNED ? SNMP_SIGNED : SNMP_UNSIGNED;
}

/* One name may stand in several credentials, of several levels. */
static enum v3_verdict
find_user(const struct replay_users *users, const struct v3_message *message,
	const struct credential **found)
{
	enum v3_verdict verdict = V3_UNKNOWN_USER;

	for (size_t i = 0; i < credentials_count(users->credentials); i++) {
		const struct credential *credential =
			credentials_at(users->credentials, i);

		if (!is_user(credential, message->user))
			continue;
		*found = credential;
		if (snmp_level(credential) == level_of(message))
			return V3_FINE;
		verdict = V3_UNSUPPORTED_LEVEL;
	}
	return verdict;
}

static bool
has_right_digest(const struct usm_user *user, const struct v3_message *message)
{
	uint8_t copy[REPLAY_REQUEST_LIMIT], digest[USM_DIGEST_LIMIT];
	const size_t length = usm_digest_length(user);
	const struct octets zeroed = { copy, message->whole.length };

	if (message->digest.length != length)
		return false;
	memcpy(copy, message->whole.bytes, message->whole.length);
	memset(copy + (message->digest.bytes - message->whole.bytes), 0,
		length);
	return usm_digest(user, zeroed, digest) == 0 &&
		memcmp(digest, message->digest.bytes, length) == 0;
}

static bool
is_in_time_window(
	const struct agent_clock *clock, const struct v3_message *message)
{
	const int64_t late = message->time - (int64_t)clock->time;

	return message->boots == (int64_t)clock->boots && late <= TIME_WINDOW &&
		late >= -TIME_WINDOW;
}

static enum v3_verdict
decrypt(const struct usm_user *user, const struct v3_message *message,
	struct scoped *scoped)
{
	struct usm_cipher cipher = { user, (uint32_t)message->boots,
		(uint32_t)message->time };
	struct octets data = message->data, secret, plain = { scoped->plain };

	if (message->salt.length != sizeof(cipher.salt) ||
		ber_take(&data, BER_OCTETS, &secret) != 0)
		return V3_DECRYPTION_ERROR;
	memcpy(cipher.salt, message->salt.bytes, sizeof(cipher.salt));
	plain.length = usm_decrypt(&cipher, secret, scoped->plain);
	return read_scoped(plain, scoped) == 0 ? V3_FINE : V3_DECRYPTION_ERROR;
}

static enum v3_verdict
open_message(const struct v3_engine *engine, const struct usm_user *user,
	const struct v3_message *message, struct scoped *scoped)
{
	enum v3_verdict verdict = V3_FINE;

	if (user->credential->auth != NULL && !has_right_digest(user, message))
		return V3_WRONG_DIGEST;
	if (user->credential->auth != NULL &&
		!is_in_time_window(&engine->clock, message))
		return V3_NOT_IN_TIME_WINDOW;
	if (user->credential->privacy != NULL)
		verdict = decrypt(user, message, scoped);
	else if (read_scoped(message->data, scoped) != 0)
		return V3_NO_SENSE;
	return verdict;
}

/* ---- answering ------------------------------------------------------ */

static struct v3_engine
engine_of(const struct recording *recording, uint8_t *bytes)
{
	return (struct v3_engine){
		.id = recording_engine_id(recording, bytes),
		.clock = replay_faults_clock(recording),
	};
}

static bool
knows(const struct v3_engine *engine, struct octets id)
{
	return engine->id.length == id.length &&
		memcmp(engine->id.bytes, id.bytes, id.length) == 0;
}

size_t
replay_answer_v3(const struct recording *recording,
	const struct replay_users *users, struct octets request,
	struct ber_writer *response)
{
	uint8_t id[ENGINE_ID_LIMIT];
	struct v3_message message;
	struct usm_user user;
	struct scoped scoped = { .context = { 0 } };
	struct v3_engine engine = engine_of(recording, id);
	struct v3_answer answer = { .engine = &engine, .message = &message };
	const struct credential *credential = NULL;
	enum v3_verdict verdict;

	if (read_message(request, &message) != 0)
		return 0;
	if (!knows(&engine, message.engine_id))
		return v3_report(&answer, V3_UNKNOWN_ENGINE, response);
	verdict = find_user(users, &message, &credential);
	if (verdict != V3_FINE)
		return v3_report(&answer, verdict, response);
	usm_localise(key_cache_find(users->keys, credential), engine.id, &user);
	answer.user = &user;
	verdict = open_message(&engine, &user, &message, &scoped);
	if (replay_faults_are_silent_in(recording, scoped.context))
		return 0;
	recording = recording_in_context(recording, scoped.context);
	if (verdict == V3_FINE && recording == NULL)
		verdict = V3_UNKNOWN_CONTEXT;
	if (verdict != V3_FINE)
		return v3_report(&answer, verdict, response);
	answer.context = scoped.context;
	return v3_respond(&answer, recording, scoped.pdu, response);
}
