/* replay_v3.h -- a recorded agent speaks SNMPv3 (RFC 3412, RFC 3414). */
#ifndef DISCOVER_REPLAY_V3_H
#define DISCOVER_REPLAY_V3_H

#include "credentials.h"
#include "keys.h"
#include "recording.h"

/* Who may ask. A user is known by the level of its credential only: whoever
 * asks less securely is refused as well. */
struct replay_users {
	const struct credentials *credentials;
	struct key_cache *keys;
};

/* The answer, or a Report that tells why there is none; 0 for silence. */
size_t replay_answer_v3(const struct recording *, const struct replay_users *,
	struct octets request, struct ber_writer *response);

#endif
