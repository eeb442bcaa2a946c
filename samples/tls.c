/* tls.c -- certificates and sessions with GnuTLS. */
#include "tls.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include "log.h"
#include "memory.h"

struct tls_identity {
	gnutls_certificate_credentials_t credentials;
};

struct tls_session {
	gnutls_session_t session;
	bool is_open; /* the handshake is done */
};

/* An Ed25519 key in PKCS #8 (RFC 8410) is these octets and 32 of secret. */
enum { SECRET = 32 };
static const uint8_t key_start[] = { 0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05,
	0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20 };

static const time_t not_before = 1767225600; /* 2026-01-01 */
static const time_t not_after = 1893456000; /* 2030-01-01 */

static int
make_key(const char *host, gnutls_x509_privkey_t key)
{
	uint8_t octets[sizeof(key_start) + SECRET];
	gnutls_datum_t encoded = { octets, sizeof(octets) };
	int status;

	memcpy(octets, key_start, sizeof(key_start));
	status = gnutls_hash_fast(GNUTLS_DIG_SHA256, host, strlen(host),
		octets + sizeof(key_start));
	if (status < 0)
		return status;
	return gnutls_x509_privkey_import_pkcs8(
		key, &encoded, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN);
}

static int
name_certificate(gnutls_x509_crt_t certificate, const char *host,
	const char *const *names)
{
	int status = gnutls_x509_crt_set_dn_by_oid(certificate,
		GNUTLS_OID_X520_COMMON_NAME, 0, host,
		(unsigned int)strlen(host));

	for (; *names != NULL && status >= 0; names++)
		status = gnutls_x509_crt_set_subject_alt_name(certificate,
			GNUTLS_SAN_DNSNAME, *names,
			(unsigned int)strlen(*names), GNUTLS_FSAN_APPEND);
	return status;
}

static int
make_certificate(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key,
	const char *host, const char *const *names)
{
	static const uint8_t serial[] = { 1 };
	int status = name_certificate(certificate, host, names);

	if (status >= 0)
		status = gnutls_x509_crt_set_version(certificate, 3);
	if (status >= 0)
		status = gnutls_x509_crt_set_serial(
			certificate, serial, sizeof(serial));
	if (status >= 0)
		status = gnutls_x509_crt_set_activation_time(
			certificate, not_before);
	if (status >= 0)
		status = gnutls_x509_crt_set_expiration_time(
			certificate, not_after);
	if (status >= 0)
		status = gnutls_x509_crt_set_key(certificate, key);
	if (status >= 0)
		status = gnutls_x509_crt_sign2(
			certificate, certificate, key, GNUTLS_DIG_SHA512, 0);
	return status;
}

struct tls_identity *
tls_identity_create(const char *host, const char *const *names)
{
	struct tls_identity *identity = memory_zeroed(sizeof(*identity));
	gnutls_x509_crt_t certificate;
	gnutls_x509_privkey_t key;
	int status;

	gnutls_x509_crt_init(&certificate);
	gnutls_x509_privkey_init(&key);
	gnutls_certificate_allocate_credentials(&identity->credentials);
	status = make_key(host, key);
	if (status >= 0)
		status = make_certificate(certificate, key, host, names);
	if (status >= 0)
		status = gnutls_certificate_set_x509_key(
			identity->credentials, &certificate, 1, key);
	gnutls_x509_crt_deinit(certificate);
	gnutls_x509_privkey_deinit(key);
	if (status >= 0)
		return identity;
	log_error("certificate of %s: %s", host, gnutls_strerror(status));
	tls_identity_free(identity);
	return NULL;
}

void
tls_identity_free(struct tls_identity *identity)
{
	if (identity != NULL)
		gnutls_certificate_free_credentials(identity->credentials);
	free(identity);
}

struct tls_session *
tls_begin(const struct tls_identity *identity, int socket)
{
	struct tls_session *tls = memory_zeroed(sizeof(*tls));

	gnutls_init(&tls->session, GNUTLS_SERVER | GNUTLS_NONBLOCK);
	gnutls_set_default_priority(tls->session);
	gnutls_credentials_set(
		tls->session, GNUTLS_CRD_CERTIFICATE, identity->credentials);
	gnutls_transport_set_int(tls->session, socket);
	return tls;
}

void
tls_end(struct tls_session *tls)
{
	if (tls == NULL)
		return;
	if (tls->is_open)
		gnutls_bye(tls->session, GNUTLS_SHUT_WR);
	gnutls_deinit(tls->session);
	free(tls);
}

static ssize_t
as_socket(ssize_t status)
{
	if (status >= 0)
		return status;
	errno = gnutls_error_is_fatal((int)status) ? EPROTO : EAGAIN;
	return -1;
}

static int
open_session(struct tls_session *tls)
{
	int status = tls->is_open ? 0 : gnutls_handshake(tls->session);

	if (status == 0)
		tls->is_open = true;
	return status;
}

ssize_t
tls_receive(struct tls_session *tls, void *octets, size_t size)
{
	ssize_t status = open_session(tls);

	if (status == 0)
		status = gnutls_record_recv(tls->session, octets, size);
	return as_socket(status);
}

ssize_t
tls_send(struct tls_session *tls, const void *octets, size_t length)
{
	ssize_t status = open_session(tls);

	if (status == 0)
		status = gnutls_record_send(tls->session, octets, length);
	return as_socket(status);
}

bool
tls_waits_to_send(const struct tls_session *tls)
{
	return gnutls_record_get_direction(tls->session) == 1;
}
