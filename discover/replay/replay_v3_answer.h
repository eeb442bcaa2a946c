/* replay_v3_answer.h -- SNMPv3 messages, for the two files that speak it. */
#ifndef DISCOVER_REPLAY_V3_ANSWER_H
#define DISCOVER_REPLAY_V3_ANSWER_H

#include "recording.h"
#include "replay_faults.h"
#include "usm.h"

enum { V3_VERSION = 3, V3_USER_SECURITY_MODEL = 3 };
enum { V3_SIGNED = 1, V3_ENCRYPTED = 2, V3_REPORTABLE = 4 };

/* What a Report names: the last arcs of usmStats, and snmpUnknownContexts. */
enum v3_verdict {
	V3_FINE = 0,
	V3_UNSUPPORTED_LEVEL,
	V3_NOT_IN_TIME_WINDOW,
	V3_UNKNOWN_USER,
	V3_UNKNOWN_ENGINE,
	V3_WRONG_DIGEST,
	V3_DECRYPTION_ERROR,
	V3_UNKNOWN_CONTEXT,
	V3_NO_SENSE /* silence */
};

struct v3_engine {
	struct octets id;
	struct agent_clock clock;
};

/* A request; all points into it. */
struct v3_message {
	struct octets whole;
	int64_t id;
	uint8_t flags;
	struct octets engine_id;
	int64_t boots, time;
	struct octets user, digest, salt;
	struct octets data; /* a scoped PDU, perhaps encrypted */
};

struct v3_answer {
	const struct v3_engine *engine;
	const struct v3_message *message; /* that is answered */
	const struct usm_user *user; /* NULL: nobody, not signed */
	struct octets context; /* contextName; of Reports empty */
	uint8_t flags;
	size_t digest_at; /* in the response */
};

/* Both return the length of the response, 0 for silence. */
size_t v3_report(struct v3_answer *, enum v3_verdict, struct ber_writer *);
size_t v3_respond(struct v3_answer *, const struct recording *,
	struct octets pdu, struct ber_writer *);

#endif
