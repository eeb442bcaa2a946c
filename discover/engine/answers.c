/* answers.c -- is a decoded message the answer we wait for?
 *
 * net-snmp checks digests and clocks. Whether the right agent answered, as
 * securely as it was asked, is left to the caller: here. */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "snmp.h"

static bool
same(struct octets octets, const void *bytes, size_t length)
{
	return octets.length == length &&
		memcmp(octets.bytes, bytes, length) == 0;
}

static bool
is_from(const struct snmp_peer *peer, const struct snmp_origin *origin)
{
	const struct credential *credential = snmp_peer_credential(peer);
	struct octets engine_id = snmp_peer_engine_id(peer);
	struct octets community = snmp_peer_community(peer);

	if (credential->version != SNMP_V3)
		return same(
			origin->community, community.bytes, community.length);
	return origin->level >= snmp_level(credential) &&
		same(origin->user, credential->user,
			strlen(credential->user)) &&
		same(origin->engine_id, engine_id.bytes, engine_id.length);
}

static enum snmp_report
read_report(const struct snmp_response *response)
{
	static const uint32_t statistics[] = { 1, 3, 6, 1, 6, 3, 15, 1, 1 };
	static const uint32_t contexts[] = { 1, 3, 6, 1, 6, 3, 12, 1, 5 };
	const struct snmp_name *name;

	if (response->count == 0)
		return REPORT_OTHER;
	name = &response->varbinds[0].name;
	if (name->length >= COUNT(contexts) &&
		memcmp(name->ids, contexts, sizeof(contexts)) == 0)
		return REPORT_UNKNOWN_CONTEXT;
	if (name->length <= COUNT(statistics) ||
		memcmp(name->ids, statistics, sizeof(statistics)) != 0 ||
		name->ids[COUNT(statistics)] == REPORT_NONE ||
		name->ids[COUNT(statistics)] > REPORT_DECRYPTION_ERROR)
		return REPORT_OTHER;
	return (enum snmp_report)name->ids[COUNT(statistics)];
}

/* Reports about keys come unsigned, as nobody could sign them; the library
 * refuses some of them for their user, but has parsed what they say. */
static int
accept_v3(const struct snmp_peer *peer, struct snmp_response *response)
{
	const struct snmp_origin *origin = &response->origin;

	if (origin->verdict == SNMP_OUTDATED)
		response->report = REPORT_NOT_IN_TIME_WINDOW;
	else if (origin->kind == SNMP_REPORT &&
		(origin->verdict == SNMP_GOOD ||
			origin->level == SNMP_UNSIGNED))
		response->report = read_report(response);
	else if (origin->kind != SNMP_RESPONSE ||
		origin->verdict != SNMP_GOOD || !is_from(peer, origin))
		return -1;
	return 0;
}

int
snmp_decode(struct snmp_peer *peer, uint8_t *bytes, size_t length,
	struct snmp_response *response)
{
	const struct snmp_origin *origin = &response->origin;

	snmp_parse_message(peer, bytes, length, response);
	if (snmp_peer_credential(peer)->version == SNMP_V3)
		return accept_v3(peer, response);
	return origin->verdict == SNMP_GOOD && origin->kind == SNMP_RESPONSE &&
			is_from(peer, origin)
		? 0
		: -1;
}

void
snmp_response_free(struct snmp_response *response)
{
	snmp_response_release(response);
	free(response->varbinds);
	*response = (struct snmp_response){ 0 };
}

/* ---- in words ---------------------------------------------------------- */

static const char *const reasons[] = {
	[REPORT_NONE] = NULL,
	[REPORT_UNSUPPORTED_LEVEL] = "the user may not log in with this "
				     "authentication or privacy "
				     "(unsupportedSecLevels)",
	[REPORT_NOT_IN_TIME_WINDOW] = "the agent's clock jumps "
				      "(notInTimeWindows)",
	[REPORT_UNKNOWN_USER] = "the agent knows no such user "
				"(unknownUserNames)",
	[REPORT_UNKNOWN_ENGINE_ID] = "the agent denies its own engine id "
				     "(unknownEngineIDs)",
	[REPORT_WRONG_DIGEST] = "wrong authentication password or algorithm "
				"(wrongDigests)",
	[REPORT_DECRYPTION_ERROR] = "wrong privacy password or algorithm "
				    "(decryptionErrors)",
	[REPORT_UNKNOWN_CONTEXT] = "the agent knows no such context "
				   "(unknownContexts)",
	[REPORT_OTHER] = "the agent reports an error of another kind",
};

static const char *const errors[] = { "noError", "tooBig", "noSuchName",
	"badValue", "readOnly", "genErr", "noAccess", "wrongType",
	"wrongLength", "wrongEncoding", "wrongValue", "noCreation",
	"inconsistentValue", "resourceUnavailable", "commitFailed",
	"undoFailed", "authorizationError", "notWritable", "inconsistentName" };

const char *
snmp_report_reason(enum snmp_report report)
{
	return reasons[report];
}

const char *
snmp_error_word(int error_status)
{
	if (error_status < 0 || (size_t)error_status >= COUNT(errors))
		return "an unknown error";
	return errors[error_status];
}
