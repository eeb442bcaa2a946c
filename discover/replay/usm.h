/* usm.h -- keys, digests and ciphers of SNMPv3 for agents (RFC 3414, 3826).
 *
 * A replayed agent signs and encrypts for many engines, which the messages of
 * net-snmp cannot do in one process: here is its arithmetic alone. */
#ifndef DISCOVER_USM_H
#define DISCOVER_USM_H

#include <stdint.h>

#include "ber.h"
#include "keys.h"

enum { USM_DIGEST_LIMIT = 48, USM_SALT = 8, USM_PADDING = 8 };

/* A user at one engine. */
struct usm_user {
	const struct credential *credential;
	struct key auth, privacy; /* as long as the algorithm wants them */
};

/* Of the keys of snmp_hash_password those for the engine; of no length where
 * there are none. */
void usm_localise(
	const struct keys *, struct octets engine_id, struct usm_user *);

/* Octets of a digest; 0 when the user signs nothing. */
size_t usm_digest_length(const struct usm_user *);
/* Of a whole message in which zeros stand for the digest; -1 on failure. */
int usm_digest(const struct usm_user *, struct octets message,
	uint8_t digest[USM_DIGEST_LIMIT]);

/* What makes two equal texts differ when they are encrypted. */
struct usm_cipher {
	const struct usm_user *user;
	uint32_t boots, time; /* of the agent */
	uint8_t salt[USM_SALT];
};

/* The output has room for USM_PADDING octets more than the input; the length,
 * 0 on failure. */
size_t usm_encrypt(
	const struct usm_cipher *, struct octets plain, uint8_t *output);
size_t usm_decrypt(
	const struct usm_cipher *, struct octets secret, uint8_t *output);

#endif
