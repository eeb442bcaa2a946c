/* usm.c -- keys, digests and ciphers of SNMPv3 for agents (RFC 3414, 3826).
 *
 * This folder's door to net-snmp. What is used of it keeps no state between two
 * calls. */
#include "usm.h"

#include <string.h>

#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>

struct algorithm {
	oid *id;
	size_t length;
};

static struct algorithm
auth_algorithm(const char *name)
{
	struct algorithm algorithm;

	algorithm.id =
		sc_get_auth_oid(usm_lookup_auth_type(name), &algorithm.length);
	return algorithm;
}

static struct algorithm
privacy_algorithm(const char *name)
{
	struct algorithm algorithm;

	algorithm.id =
		sc_get_priv_oid(usm_lookup_priv_type(name), &algorithm.length);
	return algorithm;
}

/* ---- keys ------------------------------------------------------------- */

static void
localise(const char *auth, const struct key *key, struct octets engine_id,
	struct key *local)
{
	const struct algorithm algorithm = auth_algorithm(auth);

	local->length = sizeof(local->bytes);
	if (key->length == 0 ||
		generate_kul(algorithm.id, (u_int)algorithm.length,
			engine_id.bytes, engine_id.length, key->bytes,
			key->length, local->bytes,
			&local->length) != SNMPERR_SUCCESS)
		local->length = 0;
}

/* Some ciphers want more octets than some digests give. */
static void
fit(const struct credential *credential, struct octets engine_id,
	struct key *key)
{
	const struct algorithm auth = auth_algorithm(credential->auth);
	const int type = usm_lookup_priv_type(credential->privacy);
	const size_t wanted = (size_t)sc_get_proper_priv_length_bytype(type);
	u_char id[SNMP_MAX_ENG_SIZE], *bytes = key->bytes;

	if (key->length == 0 || engine_id.length > sizeof(id))
		return;
	memcpy(id, engine_id.bytes, engine_id.length);
	if (key->length < wanted)
		netsnmp_extend_kul((u_int)wanted, auth.id, (u_int)auth.length,
			type, id, (u_int)engine_id.length, &bytes, &key->length,
			sizeof(key->bytes));
	key->length = wanted;
}

void
usm_localise(
	const struct keys *keys, struct octets engine_id, struct usm_user *user)
{
	const struct credential *credential = keys->credential;

	*user = (struct usm_user){ .credential = credential };
	if (credential->auth != NULL)
		localise(credential->auth, &keys->auth, engine_id, &user->auth);
	if (credential->privacy == NULL)
		return;
	localise(credential->auth, &keys->privacy, engine_id, &user->privacy);
	fit(credential, engine_id, &user->privacy);
}

/* ---- digests ---------------------------------------------------------- */

size_t
usm_digest_length(const struct usm_user *user)
{
	if (user->credential->auth == NULL)
		return 0;
	return (size_t)sc_get_auth_maclen(
		usm_lookup_auth_type(user->credential->auth));
}

int
usm_digest(const struct usm_user *user, struct octets message,
	uint8_t digest[USM_DIGEST_LIMIT])
{
	const struct algorithm algorithm =
		auth_algorithm(user->credential->auth);
	size_t length = usm_digest_length(user);

	return sc_generate_keyed_hash(algorithm.id, algorithm.length,
		       user->auth.bytes, (u_int)user->auth.length,
		       message.bytes, (u_int)message.length, digest,
		       &length) == SNMPERR_SUCCESS
		? 0
		: -1;
}

/* ---- ciphers ---------------------------------------------------------- */

enum { IV_LIMIT = 16 };

static bool
is_des(const struct usm_user *user)
{
	return strcmp(user->credential->privacy, "DES") == 0;
}

static void
put_number(uint8_t octets[4], uint32_t number)
{
	for (int i = 0; i < 4; i++)
		octets[i] = (uint8_t)(number >> (24 - 8 * i));
}

/* DES: the half of the key that does not encrypt, mixed with the salt (RFC
 * 3414, 8.1.1.1). AES: the agent's clock, then the salt (RFC 3826, 3.1.2.1). */
static size_t
make_iv(const struct usm_cipher *cipher, uint8_t iv[IV_LIMIT])
{
	if (is_des(cipher->user)) {
		for (int i = 0; i < USM_SALT; i++)
			iv[i] = cipher->user->privacy.bytes[8 + i] ^
				cipher->salt[i];
		return USM_SALT;
	}
	put_number(iv, cipher->boots);
	put_number(iv + 4, cipher->time);
	memcpy(iv + 8, cipher->salt, USM_SALT);
	return IV_LIMIT;
}

size_t
usm_encrypt(
	const struct usm_cipher *cipher, struct octets plain, uint8_t *output)
{
	const struct algorithm algorithm =
		privacy_algorithm(cipher->user->credential->privacy);
	struct key key = cipher->user->privacy;
	uint8_t iv[IV_LIMIT];
	const size_t iv_length = make_iv(cipher, iv);
	size_t length = plain.length + USM_PADDING;

	return sc_encrypt(algorithm.id, algorithm.length, key.bytes,
		       (u_int)key.length, iv, (u_int)iv_length, plain.bytes,
		       (u_int)plain.length, output, &length) == SNMPERR_SUCCESS
		? length
		: 0;
}

size_t
usm_decrypt(
	const struct usm_cipher *cipher, struct octets secret, uint8_t *output)
{
	const struct algorithm algorithm =
		privacy_algorithm(cipher->user->credential->privacy);
	struct key key = cipher->user->privacy;
	uint8_t iv[IV_LIMIT];
	const size_t iv_length = make_iv(cipher, iv);
	size_t length = secret.length;
	u_char *bytes;

	memcpy(&bytes, &secret.bytes, sizeof(bytes)); /* only read, not const */
	return sc_decrypt(algorithm.id, algorithm.length, key.bytes,
		       (u_int)key.length, iv, (u_int)iv_length, bytes,
		       (u_int)secret.length, output, &length) == SNMPERR_SUCCESS
		? length
		: 0;
}
