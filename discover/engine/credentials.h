/* credentials.h -- what opens the devices; kept inside discover/ only.
 *
 * The file is YAML, a list tried in order. It must not be readable by group or
 * others: it is refused otherwise.
 *
 *   credentials:
 *     - label: core-v3
 *       version: v3
 *       user: twinmap
 *       auth: SHA-256         # MD5 SHA SHA-224 SHA-256 SHA-384 SHA-512
 *       auth_password: ...
 *       privacy: AES          # DES AES AES-192 AES-256 AES-192-C AES-256-C
 *       privacy_password: ...
 *       context: vrf-red      # contextName; otherwise empty
 *     - label: branches
 *       version: v2c          # or v1
 *       community: not-public
 *       prefixes: [198.51.100.0/24, "2001:db8:1::/48"] # only there
 */
#ifndef DISCOVER_CREDENTIALS_H
#define DISCOVER_CREDENTIALS_H

#include <stddef.h>

#include "prefix_list.h"

enum snmp_version { SNMP_V1, SNMP_V2C, SNMP_V3 };
enum snmp_level { SNMP_UNSIGNED = 1, SNMP_SIGNED, SNMP_ENCRYPTED };

struct credential {
	const char *label; /* all that the database ever sees */
	enum snmp_version version;
	const char *community;
	const char *user;
	const char *auth; /* NULL: no authentication */
	const char *auth_password;
	const char *privacy; /* NULL: no privacy */
	const char *privacy_password;
	const char *context; /* NULL: the empty one */
	struct prefix_list prefixes; /* empty: everywhere */
};

struct credentials;

/* NULL after logging every mistake of the file. */
struct credentials *credentials_read(const char *path);
/* One v2c credential that stands in no file. */
struct credentials *credentials_of_community(
	const char *label, const char *community);
void credentials_free(struct credentials *); /* overwrites the secrets */
size_t credentials_count(const struct credentials *);
const struct credential *credentials_at(const struct credentials *, size_t);
/* NULL when none has this label; a label of NULL is none. */
const struct credential *credentials_find(
	const struct credentials *, const char *label);

enum snmp_level snmp_level(const struct credential *);
/* "noAuthNoPriv", "authNoPriv", "authPriv"; NULL for v1 and v2c. */
const char *credential_level(const struct credential *);
/* What a message bears to ask in a context, NULL for the credential's own: a
 * contextName, or as switches have it "community@context". To be freed. */
char *credential_in_context(const struct credential *, const char *context);

#endif
