/* scrub.c -- what a recording must not tell when it is given away. */
#include "scrub.h"

#include <stdio.h>
#include <string.h>

#include "cells.h"
#include "memory.h"

static const char *const left_out[] = {
	"1.3.6.1.6.3.12", /* SNMP-TARGET-MIB */
	"1.3.6.1.6.3.13", /* SNMP-NOTIFICATION-MIB */
	"1.3.6.1.6.3.14", /* SNMP-PROXY-MIB */
	"1.3.6.1.6.3.15.1.2", /* usmUser */
	"1.3.6.1.6.3.16", /* SNMP-VIEW-BASED-ACM-MIB */
	"1.3.6.1.6.3.18", /* SNMP-COMMUNITY-MIB */
	"1.3.6.1.4.1.8072.1.3", /* nsExtensions: commands and their output */
};

static const char *const replaced[] = {
	"1.3.6.1.2.1.1.4", /* sysContact */
	"1.3.6.1.2.1.1.6", /* sysLocation */
	"1.3.6.1.2.1.25.4.2.1.4", /* hrSWRunPath */
	"1.3.6.1.2.1.25.4.2.1.5", /* hrSWRunParameters */
};

static const char *const system_names[] = {
	"1.3.6.1.2.1.1.5", /* sysName */
	"1.0.8802.1.1.2.1.3.3", /* lldpLocSysName */
	"1.0.8802.1.1.2.1.4.1.1.9", /* lldpRemSysName */
	"1.3.111.2.802.1.1.13.1.3.3", /* lldpV2LocSysName */
	"1.3.111.2.802.1.1.13.1.4.1.1.10", /* lldpV2RemSysName */
	"1.3.6.1.4.1.9.9.23.1.2.1.1.6", /* cdpCacheDeviceId */
};

static bool
is_below_any(struct snmp_name name, const char *const *subtrees, size_t count)
{
	uint32_t ids[OID_IDS];

	for (size_t i = 0; i < count; i++) {
		size_t length = oid_from_text(subtrees[i], ids);
		const struct snmp_name subtree = { ids, length };

		if (name_begins_with(name, subtree))
			return true;
	}
	return false;
}

static bool
name_spells(struct snmp_name name, const char *secret)
{
	size_t length = strlen(secret);

	for (size_t start = 0; start + length <= name.length; start++) {
		size_t same = 0;

		while (same < length &&
			name.ids[start + same] == (uint8_t)secret[same])
			same++;
		if (same == length)
			return true;
	}
	return false;
}

static bool
value_holds(const struct mib_value *value, const char *secret)
{
	return value->type == MIB_OCTETS && value->length > 0 &&
		memmem(value->octets, value->length, secret, strlen(secret)) !=
		NULL;
}

static void
replace(struct mib_value *value, const char *text)
{
	if (value->type != MIB_OCTETS || value->length == 0)
		return;
	value->octets = (const uint8_t *)text;
	value->length = strlen(text);
}

static void
give_pseudonym(struct scrub *scrub, struct mib_value *value)
{
	uint64_t hash = 0xcbf29ce484222325; /* FNV-1a */

	if (value->type != MIB_OCTETS)
		return;
	for (size_t i = 0; i < value->length; i++)
		hash = (hash ^ value->octets[i]) * 0x100000001b3;
	snprintf(scrub->text, sizeof(scrub->text), "name-%012llx",
		(unsigned long long)(hash >> 16));
	replace(value, scrub->text);
}

bool
scrub_variable(
	struct scrub *scrub, struct snmp_name name, struct mib_value *value)
{
	static const char nothing[] = "scrubbed";
	const struct credential *credential = scrub->credential;
	const char *const secrets[] = { credential->community, credential->user,
		credential->auth_password, credential->privacy_password };

	if (is_below_any(name, left_out, COUNT(left_out)))
		return false;
	for (size_t i = 0; i < COUNT(secrets); i++) {
		if (secrets[i] == NULL || secrets[i][0] == '\0')
			continue;
		if (name_spells(name, secrets[i]))
			return false;
		if (value_holds(value, secrets[i]))
			replace(value, nothing);
	}
	if (is_below_any(name, replaced, COUNT(replaced)))
		replace(value, nothing);
	if (scrub->names &&
		is_below_any(name, system_names, COUNT(system_names)))
		give_pseudonym(scrub, value);
	return true;
}
