/* tls.c -- TLS over a connected socket that never waits. */
#include "tls.h"

#include <errno.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "log.h"
#include "memory.h"
#include "words.h"

enum { NAMES_MOST = 100, NAME_SIZE = 256 };

struct tls {
	gnutls_session_t session;
	gnutls_certificate_credentials_t credentials;
	int status; /* of the last call */
};

static int
set_up(struct tls *tls, const char *server_name)
{
	int status = gnutls_certificate_allocate_credentials(&tls->credentials);

	if (status == 0)
		status = gnutls_init(&tls->session,
			GNUTLS_CLIENT | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL);
	if (status == 0)
		status = gnutls_set_default_priority(tls->session);
	if (status == 0)
		status = gnutls_credentials_set(
			tls->session, GNUTLS_CRD_CERTIFICATE, tls->credentials);
	if (status == 0 && server_name != NULL)
		status = gnutls_server_name_set(tls->session, GNUTLS_NAME_DNS,
			server_name, strlen(server_name));
	return status;
}

struct tls *
tls_create(int descriptor, const char *server_name)
{
	struct tls *tls = memory_zeroed(sizeof(*tls));
	int status = set_up(tls, server_name);

	if (status != 0) {
		log_error("TLS: %s", gnutls_strerror(status));
		tls_free(tls);
		return NULL;
	}
	gnutls_transport_set_int(tls->session, descriptor);
	return tls;
}

void
tls_free(struct tls *tls)
{
	if (tls == NULL)
		return;
	if (tls->session != NULL)
		gnutls_deinit(tls->session);
	if (tls->credentials != NULL)
		gnutls_certificate_free_credentials(tls->credentials);
	free(tls);
}

static bool
is_refusal(int status)
{
	static const int refusals[] = { GNUTLS_E_FATAL_ALERT_RECEIVED,
		GNUTLS_E_UNEXPECTED_PACKET, GNUTLS_E_UNEXPECTED_PACKET_LENGTH,
		GNUTLS_E_PREMATURE_TERMINATION, GNUTLS_E_PULL_ERROR,
		GNUTLS_E_PUSH_ERROR };

	for (size_t i = 0; i < COUNT(refusals); i++)
		if (refusals[i] == status)
			return true;
	return false;
}

enum tls_progress
tls_handshake(struct tls *tls)
{
	tls->status = gnutls_handshake(tls->session);
	if (tls->status == 0)
		return TLS_DONE;
	if (!gnutls_error_is_fatal(tls->status))
		return TLS_WAITS;
	return is_refusal(tls->status) ? TLS_REFUSED : TLS_FAILED;
}

bool
tls_waits_to_write(const struct tls *tls)
{
	return gnutls_record_get_direction(tls->session) == 1;
}

/* What is no error of the connection is a reason to try again. */
static ssize_t
as_errno(struct tls *tls, ssize_t result)
{
	if (result >= 0)
		return result;
	tls->status = (int)result;
	errno = gnutls_error_is_fatal(tls->status) ? ECONNRESET : EAGAIN;
	return -1;
}

ssize_t
tls_read(struct tls *tls, void *bytes, size_t size)
{
	return as_errno(tls, gnutls_record_recv(tls->session, bytes, size));
}

ssize_t
tls_write(struct tls *tls, const void *bytes, size_t length)
{
	return as_errno(tls, gnutls_record_send(tls->session, bytes, length));
}

const char *
tls_complaint(const struct tls *tls)
{
	if (tls->status == GNUTLS_E_FATAL_ALERT_RECEIVED)
		return gnutls_alert_get_name(gnutls_alert_get(tls->session));
	return gnutls_strerror(tls->status);
}

const char *
tls_version(const struct tls *tls)
{
	return gnutls_protocol_get_name(
		gnutls_protocol_get_version(tls->session));
}

/* ---- what a certificate says ------------------------------------------ */

/* An address or a name; false for other kinds of name. */
static bool
append_name(struct text *name, unsigned kind, const char *bytes, size_t length)
{
	char address[IP_TEXT_SIZE];
	struct ip_address ip;

	if (kind == GNUTLS_SAN_DNSNAME) {
		text_append_bytes(name, bytes, length);
		return true;
	}
	if (kind != GNUTLS_SAN_IPADDRESS ||
		ip_from_octets((const uint8_t *)bytes, length, &ip) != 0)
		return false;
	text_append(name, ip_text(&ip, address));
	return true;
}

static void
add_name(char **names, size_t *count, const struct text *name)
{
	struct text clean = { 0 };

	append_clean(&clean, name->bytes != NULL ? name->bytes : "");
	names[(*count)++] = clean.bytes != NULL ? clean.bytes : memory_text("");
}

static size_t
read_alternatives(gnutls_x509_crt_t certificate, char **names)
{
	size_t count = 0;

	for (unsigned i = 0; i < NAMES_MOST; i++) {
		char bytes[NAME_SIZE];
		size_t length = sizeof(bytes);
		struct text name = { 0 };
		int kind = gnutls_x509_crt_get_subject_alt_name(
			certificate, i, bytes, &length, NULL);

		if (kind == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
			break;
		if (kind >= 0 &&
			append_name(&name, (unsigned)kind, bytes, length))
			add_name(names, &count, &name);
		text_free(&name);
	}
	return count;
}

static size_t
read_common_name(gnutls_x509_crt_t certificate, char **names)
{
	char bytes[NAME_SIZE];
	size_t length = sizeof(bytes), count = 0;
	struct text name = { 0 };

	if (gnutls_x509_crt_get_dn_by_oid(certificate,
		    GNUTLS_OID_X520_COMMON_NAME, 0, 0, bytes, &length) != 0)
		return 0;
	text_append_bytes(&name, bytes, length);
	add_name(names, &count, &name);
	text_free(&name);
	return count;
}

static int
compare_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Sorted, as servers list them in any order. A subject counts only where there
 * are no alternatives (RFC 6125, 6.4.4). */
static char *
read_names(gnutls_x509_crt_t certificate)
{
	char *names[NAMES_MOST];
	size_t count = read_alternatives(certificate, names);
	struct text list = { 0 };

	if (count == 0)
		count = read_common_name(certificate, names);
	qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 0; i < count; i++) {
		text_format(&list, "%s%s", i == 0 ? "" : ", ", names[i]);
		free(names[i]);
	}
	return list.bytes != NULL ? list.bytes : memory_text("");
}

int
certificate_read(
	struct certificate *certificate, const void *octets, size_t length)
{
	const gnutls_datum_t datum = { (void *)(uintptr_t)octets,
		(unsigned)length };
	uint8_t digest[DIGEST_SIZE];
	gnutls_x509_crt_t parsed;

	if (gnutls_x509_crt_init(&parsed) != 0)
		return -1;
	if (gnutls_x509_crt_import(parsed, &datum, GNUTLS_X509_FMT_DER) != 0) {
		gnutls_x509_crt_deinit(parsed);
		return -1;
	}
	digest_bytes(octets, length, digest);
	digest_text(digest, certificate->fingerprint);
	certificate->names = read_names(parsed);
	certificate->expires = gnutls_x509_crt_get_expiration_time(parsed);
	gnutls_x509_crt_deinit(parsed);
	return 0;
}

int
tls_certificate(const struct tls *tls, struct certificate *certificate)
{
	unsigned count = 0;
	const gnutls_datum_t *list =
		gnutls_certificate_get_peers(tls->session, &count);

	if (list == NULL || count == 0)
		return -1;
	return certificate_read(certificate, list[0].data, list[0].size);
}

void
certificate_free(struct certificate *certificate)
{
	free(certificate->names);
	certificate->names = NULL;
}
