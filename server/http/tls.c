/* tls.c -- the server's certificate and key, which may change while it runs. */
#include "tls.h"

#include <errno.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "handshakes.h"
#include "log.h"
#include "memory.h"

enum { CHAIN_LIMIT = 16, KEY_ID_SIZE = 64 };

struct identity {
	gnutls_pcert_st chain[CHAIN_LIMIT];
	unsigned int chain_length;
	gnutls_privkey_t key;
	struct identity *older;
};

/* Older ones are kept: a handshake may be under way with them, and a
 * certificate changes a few times a year. */
struct tls {
	struct identity *newest;
};

struct tls *
tls_open(void)
{
	return memory_zeroed(sizeof(struct tls));
}

static void
free_identity(struct identity *identity)
{
	for (unsigned int i = 0; i < identity->chain_length; i++)
		gnutls_pcert_deinit(&identity->chain[i]);
	if (identity->key != NULL)
		gnutls_privkey_deinit(identity->key);
	free(identity);
}

void
tls_close(struct tls *tls)
{
	while (tls != NULL && tls->newest != NULL) {
		struct identity *identity = tls->newest;

		tls->newest = identity->older;
		free_identity(identity);
	}
	free(tls);
}

static gnutls_datum_t
datum_of(const char *pem)
{
	void *bytes = memory_text(pem);

	return (gnutls_datum_t){ bytes, (unsigned int)strlen(pem) };
}

static void
free_datum(gnutls_datum_t *datum)
{
	explicit_bzero(datum->data, datum->size);
	free(datum->data);
}

static int
read_chain(struct identity *identity, const char *certificates)
{
	gnutls_datum_t datum = datum_of(certificates);
	int status;

	identity->chain_length = CHAIN_LIMIT;
	status = gnutls_pcert_list_import_x509_raw(identity->chain,
		&identity->chain_length, &datum, GNUTLS_X509_FMT_PEM, 0);
	if (status < 0)
		identity->chain_length = 0;
	free_datum(&datum);
	return status;
}

static int
read_key(struct identity *identity, const char *key)
{
	gnutls_datum_t datum = datum_of(key);
	int status = gnutls_privkey_init(&identity->key);

	if (status >= 0)
		status = gnutls_privkey_import_x509_raw(
			identity->key, &datum, GNUTLS_X509_FMT_PEM, NULL, 0);
	free_datum(&datum);
	return status;
}

static bool
key_fits(const struct identity *identity)
{
	uint8_t of_key[KEY_ID_SIZE] = { 0 };
	uint8_t of_chain[KEY_ID_SIZE] = { 0 };
	size_t key_size = KEY_ID_SIZE;
	size_t chain_size = KEY_ID_SIZE;
	gnutls_pubkey_t public;
	bool same = false;

	if (gnutls_pubkey_init(&public) < 0)
		return false;
	if (gnutls_pubkey_import_privkey(public, identity->key, 0, 0) >= 0 &&
		gnutls_pubkey_get_key_id(public, 0, of_key, &key_size) >= 0 &&
		gnutls_pubkey_get_key_id(identity->chain[0].pubkey, 0, of_chain,
			&chain_size) >= 0)
		same = key_size == chain_size &&
			memcmp(of_key, of_chain, key_size) == 0;
	gnutls_pubkey_deinit(public);
	return same;
}

/* 0, or -1 after logging. */
static int
read_identity(
	struct identity *identity, const char *certificates, const char *key)
{
	int status = read_chain(identity, certificates);

	if (status < 0) {
		log_error("--certificate: no chain of certificates in PEM: %s",
			gnutls_strerror(status));
		return -1;
	}
	status = read_key(identity, key);
	if (status < 0) {
		log_error("--key: no private key in PEM without a password: %s",
			gnutls_strerror(status));
		return -1;
	}
	if (key_fits(identity))
		return 0;
	log_error("--key: is not the key of the first certificate of "
		  "--certificate");
	return -1;
}

int
tls_use(struct tls *tls, const char *certificates, const char *key)
{
	struct identity *identity = memory_zeroed(sizeof(*identity));

	if (read_identity(identity, certificates, key) != 0) {
		free_identity(identity);
		return -1;
	}
	identity->older = tls->newest;
	tls->newest = identity;
	return 0;
}

static ssize_t
pull(gnutls_transport_ptr_t handshake, void *bytes, size_t size)
{
	ssize_t got = recv(handshake_socket(handshake), bytes, size, 0);

	if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
		handshake_waits(handshake);
		errno = EAGAIN;
	}
	return got;
}

/* The client's Finished is the last that is read: RFC 8446 4.4.4, RFC 5246
 * 7.4.9. */
static int
finished(gnutls_session_t session, unsigned int type, unsigned int when,
	unsigned int incoming, const gnutls_datum_t *message)
{
	(void)type;
	(void)when;
	(void)message;
	if (incoming != 0)
		handshake_is_over(gnutls_transport_get_ptr(session));
	return 0;
}

void
tls_attach(struct tls *tls, void *session, struct handshake *handshake)
{
	gnutls_transport_ptr_t reads;
	gnutls_transport_ptr_t writes;

	gnutls_transport_get_ptr2(session, &reads, &writes);
	gnutls_transport_set_ptr2(session, handshake, writes);
	gnutls_transport_set_pull_function(session, pull);
	gnutls_handshake_set_hook_function(
		session, GNUTLS_HANDSHAKE_FINISHED, GNUTLS_HOOK_POST, finished);
	gnutls_session_set_ptr(session, tls);
}

char *
tls_priorities(void)
{
	static char priorities[] =
		"SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:"
		/* what browsers offer comes first: it spares a round trip */
		"-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1:"
		"+GROUP-SECP384R1:+GROUP-X448:+GROUP-SECP521R1:"
		"%SERVER_PRECEDENCE";

	return priorities;
}

static int
retrieve(gnutls_session_t session, const gnutls_datum_t *authorities,
	int authority_count, const gnutls_pk_algorithm_t *algorithms,
	int algorithm_count, gnutls_pcert_st **chain,
	unsigned int *chain_length, gnutls_privkey_t *key)
{
	const struct tls *tls = gnutls_session_get_ptr(session);
	struct identity *identity = tls->newest;

	(void)authorities;
	(void)authority_count;
	(void)algorithms;
	(void)algorithm_count;
	*chain = identity->chain;
	*chain_length = identity->chain_length;
	*key = identity->key;
	return 0;
}

void (*tls_retriever(void))(void)
{
	return (void (*)(void))retrieve;
}
