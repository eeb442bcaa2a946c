/* snmp.h -- SNMP messages as bytes; the door to net-snmp.
 *
 * net-snmp encodes, decodes, signs and encrypts; it opens no socket, keeps no
 * list of requests and repeats nothing. Between two calls its global lists of
 * users and engine times are empty, so that agents with the same engine id
 * (they get cloned) never disturb each other, and nothing grows.
 *
 * Ownership: what a response points to lives until snmp_response_release. */
#ifndef DISCOVER_SNMP_H
#define DISCOVER_SNMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "credentials.h"
#include "envelope.h"
#include "keys.h"
#include "mib.h"

struct snmp; /* the library and the keys made so far */
struct snmp_peer; /* one agent: its credential, engine id, clock and keys */

struct snmp *snmp_create(void);
void snmp_free(struct snmp *); /* overwrites the keys */

/* The key that RFC 3414, A.2 makes of a password, for a cache of keys. */
void snmp_hash_password(
	const char *algorithm, const char *password, struct key *);

/* The credential must outlive both. */
struct snmp_peer *snmp_peer_create(struct snmp *, const struct credential *);
void snmp_peer_free(struct snmp_peer *);

/* True at once for v2c; for v3 when the agent's engine id is known. Until then
 * every request is encoded as the question for it (RFC 3414, 4), and the
 * Report that comes back is to be given to snmp_peer_meet. */
bool snmp_peer_is_met(const struct snmp_peer *);
/* Takes engine id and clock; -1 when no keys can be made for the engine. */
int snmp_peer_meet(struct snmp_peer *, const struct envelope *);
/* What is encoded from now on asks in this context; NULL: the credential's. */
void snmp_peer_enter_context(struct snmp_peer *, const char *context);
struct octets snmp_peer_engine_id(const struct snmp_peer *);
struct octets snmp_peer_community(const struct snmp_peer *);
const struct credential *snmp_peer_credential(const struct snmp_peer *);

struct snmp_name {
	const uint32_t *ids;
	size_t length;
};

enum snmp_command { SNMP_GET, SNMP_GETNEXT, SNMP_GETBULK };

struct snmp_request {
	enum snmp_command command;
	uint32_t id; /* below 2^31 */
	int repetitions; /* of GETBULK */
	const struct snmp_name *names;
	size_t name_count;
};

/* In memory of the library, good until the next call; length 0 on failure. */
struct octets snmp_encode(struct snmp_peer *, const struct snmp_request *);

/* The last arc of usmStats (RFC 3414, 5), and what else is reported. */
enum snmp_report {
	REPORT_NONE,
	REPORT_UNSUPPORTED_LEVEL,
	REPORT_NOT_IN_TIME_WINDOW,
	REPORT_UNKNOWN_USER,
	REPORT_UNKNOWN_ENGINE_ID,
	REPORT_WRONG_DIGEST,
	REPORT_DECRYPTION_ERROR,
	REPORT_UNKNOWN_CONTEXT,
	REPORT_OTHER,
};

enum snmp_error {
	ERROR_NONE,
	ERROR_TOO_BIG,
	ERROR_NO_SUCH_NAME,
};

struct snmp_varbind {
	struct snmp_name name;
	struct mib_value value;
};

enum snmp_kind { SNMP_RESPONSE = 0xa2, SNMP_REPORT = 0xa8 };
enum snmp_verdict {
	SNMP_BAD, /* malformed, or a wrong digest */
	SNMP_OUTDATED, /* right digest, but the clock went backwards */
	SNMP_GOOD,
};

/* Who sent a message, and what the library thinks of it. */
struct snmp_origin {
	enum snmp_kind kind;
	enum snmp_verdict verdict;
	enum snmp_level level;
	struct octets community, user, engine_id;
};

struct snmp_response {
	struct snmp_origin origin;
	enum snmp_report report;
	int error_status; /* RFC 3416, 3 */
	int error_index; /* from 1; 0: none in particular */
	struct snmp_varbind *varbinds;
	size_t count, capacity;
	void *pdu; /* the library's, which the varbinds point into */
};

/* Starts as { 0 } and may be used again and again. -1 for what is no answer of
 * this peer: malformed, wrong community, user, engine or digest, or less secure
 * than was asked. Writes into `bytes`, which envelope_read must have taken: the
 * library trusts lengths that it checks. */
int snmp_decode(struct snmp_peer *, uint8_t *bytes, size_t length,
	struct snmp_response *);
/* Everything but the question whether it is the answer; for snmp_decode. */
void snmp_parse_message(struct snmp_peer *, uint8_t *bytes, size_t length,
	struct snmp_response *);
void snmp_response_release(struct snmp_response *);
void snmp_response_free(struct snmp_response *);

/* Why a Report means that the credentials are wrong, in words. */
const char *snmp_report_reason(enum snmp_report);
/* "tooBig", "genErr" ...: the word of an error status. */
const char *snmp_error_word(int error_status);

#endif
