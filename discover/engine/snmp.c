/* snmp.c -- SNMP messages as bytes; this folder's door to net-snmp.
 *
 * snmp_build and snmp_parse work on a netsnmp_session that we fill in
 * ourselves and never open. They look users and clocks up in two global
 * lists: `enter` puts the entry of one peer there, `leave` takes it back. */
#include "snmp.h"

#include <stdlib.h>
#include <string.h>

#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>
#include <net-snmp/library/snmpusm.h>

#include "cells.h"
#include "keys.h"
#include "memory.h"

enum { MESSAGE_LIMIT = 65507, FIRST_BUFFER = 2048 };

struct snmp {
	struct key_cache *key_cache;
	u_char *buffer; /* net-snmp makes it larger when it must */
	size_t capacity;
};

struct snmp_peer {
	struct snmp *snmp;
	const struct credential *credential;
	netsnmp_session session;
	struct usmUser *user; /* NULL until the engine is met */
	uint8_t engine_id[SNMP_MAX_ENG_SIZE];
	u_int boots, time; /* the agent's clock ... */
	u_int time_at; /* ... when ours showed this */
};

void
snmp_hash_password(const char *algorithm, const char *password, struct key *key)
{
	size_t length;
	oid *id = sc_get_auth_oid(usm_lookup_auth_type(algorithm), &length);

	key->length = sizeof(key->bytes);
	if (generate_Ku(id, (u_int)length, (const u_char *)password,
		    strlen(password), key->bytes,
		    &key->length) != SNMPERR_SUCCESS)
		key->length = 0;
}

static u_int
clock_now(void)
{
	return (u_int)snmpv3_local_snmpEngineTime();
}

struct snmp *
snmp_create(void)
{
	static const int off[] = { NETSNMP_DS_LIB_DONT_READ_CONFIGS,
		NETSNMP_DS_LIB_DISABLE_PERSISTENT_LOAD,
		NETSNMP_DS_LIB_DISABLE_PERSISTENT_SAVE };
	struct snmp *snmp = memory_zeroed(sizeof(*snmp));

	for (size_t i = 0; i < COUNT(off); i++)
		netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, off[i], 1);
	setenv("MIBS", "", 1);
	netsnmp_set_mib_directory("");
	init_snmp("twinmap");
	/* Its complaints about packets would go to standard error. */
	netsnmp_register_loghandler(NETSNMP_LOGHANDLER_NONE, LOG_DEBUG);
	snmp->key_cache = key_cache_create(snmp_hash_password);
	snmp->capacity = FIRST_BUFFER;
	snmp->buffer = memory_zeroed(snmp->capacity);
	return snmp;
}

void
snmp_free(struct snmp *snmp)
{
	key_cache_free(snmp->key_cache);
	free(snmp->buffer);
	free(snmp);
}

static void
set_keys(netsnmp_session *session, const struct keys *keys)
{
	const struct credential *credential = keys->credential;

	session->securityAuthProto = sc_get_auth_oid(
		usm_lookup_auth_type(credential->auth ?: "NOAUTH"),
		&session->securityAuthProtoLen);
	session->securityPrivProto = sc_get_priv_oid(
		usm_lookup_priv_type(credential->privacy ?: "NOPRIV"),
		&session->securityPrivProtoLen);
	session->securityAuthKeyLen = keys->auth.length;
	memcpy(session->securityAuthKey, keys->auth.bytes, keys->auth.length);
	session->securityPrivKeyLen = keys->privacy.length;
	memcpy(session->securityPrivKey, keys->privacy.bytes,
		keys->privacy.length);
}

static void
set_v3(struct snmp_peer *peer)
{
	netsnmp_session *session = &peer->session;
	const struct credential *credential = peer->credential;

	session->securityModel = SNMP_SEC_MODEL_USM;
	session->securityLevel = (int)snmp_level(credential);
	session->securityName = memory_text(credential->user);
	session->securityNameLen = strlen(credential->user);
	session->securityEngineID = peer->engine_id;
	set_keys(session, key_cache_find(peer->snmp->key_cache, credential));
}

struct snmp_peer *
snmp_peer_create(struct snmp *snmp, const struct credential *credential)
{
	static const int numbers[] = { SNMP_VERSION_1, SNMP_VERSION_2c,
		SNMP_VERSION_3 };
	struct snmp_peer *peer = memory_zeroed(sizeof(*peer));

	peer->snmp = snmp;
	peer->credential = credential;
	snmp_sess_init(&peer->session);
	peer->session.rcvMsgMaxSize = MESSAGE_LIMIT;
	peer->session.sndMsgMaxSize = MESSAGE_LIMIT;
	peer->session.isAuthoritative = SNMP_SESS_NONAUTHORITATIVE;
	peer->session.version = numbers[credential->version];
	if (credential->version == SNMP_V3)
		set_v3(peer);
	snmp_peer_enter_context(peer, NULL);
	return peer;
}

void
snmp_peer_enter_context(struct snmp_peer *peer, const char *context)
{
	netsnmp_session *session = &peer->session;
	char **name = peer->credential->version == SNMP_V3
		? &session->contextName
		: (char **)&session->community;

	free(*name);
	*name = credential_in_context(peer->credential, context);
	session->contextNameLen = session->community_len = strlen(*name);
}

void
snmp_peer_free(struct snmp_peer *peer)
{
	if (peer == NULL)
		return;
	usm_free_user(peer->user);
	free(peer->session.community);
	free(peer->session.contextName);
	free(peer->session.securityName);
	explicit_bzero(peer, sizeof(*peer));
	free(peer);
}

bool
snmp_peer_is_met(const struct snmp_peer *peer)
{
	return peer->credential->version != SNMP_V3 || peer->user != NULL;
}

struct octets
snmp_peer_engine_id(const struct snmp_peer *peer)
{
	return (struct octets){ peer->engine_id,
		peer->session.securityEngineIDLen };
}

struct octets
snmp_peer_community(const struct snmp_peer *peer)
{
	return (struct octets){ peer->session.community,
		peer->session.community_len };
}

const struct credential *
snmp_peer_credential(const struct snmp_peer *peer)
{
	return peer->credential;
}

/* A user out of the list must not point into it: freeing it would follow. */
static void
unlist(struct usmUser *user)
{
	usm_remove_user(user);
	user->next = user->prev = NULL;
}

static struct usmUser *
create_user(netsnmp_session *session)
{
	struct usmUser *user;

	session->flags &= ~(u_long)SNMP_FLAGS_USER_CREATED;
	usm_create_user_from_session(session);
	user = usm_get_user(session->securityEngineID,
		session->securityEngineIDLen, session->securityName);
	if (user != NULL)
		unlist(user);
	return user;
}

int
snmp_peer_meet(struct snmp_peer *peer, const struct envelope *envelope)
{
	netsnmp_session *session = &peer->session;
	struct octets id = envelope->engine_id;

	if (id.length == 0 || id.length > sizeof(peer->engine_id))
		return -1;
	peer->boots = envelope->boots;
	peer->time = envelope->time;
	peer->time_at = clock_now();
	usm_free_user(peer->user);
	memcpy(peer->engine_id, id.bytes, id.length);
	session->securityEngineIDLen = id.length;
	peer->user = create_user(session);
	return peer->user == NULL ? -1 : 0;
}

static void
enter(struct snmp_peer *peer)
{
	if (peer->user == NULL)
		return;
	usm_add_user(peer->user);
	set_enginetime(peer->engine_id,
		(u_int)peer->session.securityEngineIDLen, peer->boots,
		peer->time + clock_now() - peer->time_at, TRUE);
}

static void
leave(struct snmp_peer *peer)
{
	size_t length = peer->session.securityEngineIDLen;

	if (peer->user == NULL)
		return;
	unlist(peer->user);
	get_enginetime(peer->engine_id, (u_int)length, &peer->boots,
		&peer->time, TRUE);
	peer->time_at = clock_now();
	free_enginetime(peer->engine_id, length);
}

static void
add_name(netsnmp_pdu *pdu, const struct snmp_name *asked)
{
	oid name[MAX_OID_LEN];
	size_t length = 0;

	for (; length < asked->length && length < COUNT(name); length++)
		name[length] = asked->ids[length];
	snmp_add_null_var(pdu, name, length);
}

/* Before the engine is met (RFC 3414, 4): a request without user and
 * objects; the Report that comes back tells engine id and clock. */
static netsnmp_pdu *
request_pdu(bool is_met, const struct snmp_request *request)
{
	static const int commands[] = { SNMP_MSG_GET, SNMP_MSG_GETNEXT,
		SNMP_MSG_GETBULK };
	netsnmp_pdu *pdu = snmp_pdu_create(commands[request->command]);

	if (!is_met) {
		pdu->command = SNMP_MSG_GET;
		pdu->securityName = memory_text("");
		pdu->securityLevel = SNMP_SEC_LEVEL_NOAUTH;
		return pdu;
	}
	if (request->command == SNMP_GETBULK) {
		pdu->non_repeaters = 0;
		pdu->max_repetitions = request->repetitions;
	}
	for (size_t i = 0; i < request->name_count; i++)
		add_name(pdu, &request->names[i]);
	return pdu;
}

struct octets
snmp_encode(struct snmp_peer *peer, const struct snmp_request *request)
{
	struct snmp *snmp = peer->snmp;
	netsnmp_pdu *pdu = request_pdu(snmp_peer_is_met(peer), request);
	size_t length = 0;
	int result;

	pdu->version = peer->session.version;
	pdu->reqid = pdu->msgid = request->id;
	enter(peer);
	result = snmp_build(
		&snmp->buffer, &snmp->capacity, &length, &peer->session, pdu);
	leave(peer);
	snmp_free_pdu(pdu);
	if (result != 0)
		return (struct octets){ NULL, 0 };
	/* Built from its end, the message lies at the end of the buffer. */
	return (struct octets){ snmp->buffer + snmp->capacity - length,
		length };
}

static struct mib_value
read_value(netsnmp_variable_list *variable)
{
	netsnmp_vardata data = variable->val;
	struct mib_value value = { .type = variable->type };

	switch (variable->type) {
	case ASN_INTEGER:
		value.number = *data.integer;
		break;
	case ASN_COUNTER:
	case ASN_GAUGE:
	case ASN_TIMETICKS:
		value.number = (uint32_t)*data.integer;
		break;
	case ASN_COUNTER64:
		value.number = (int64_t)((uint64_t)data.counter64->high << 32 |
			(uint32_t)data.counter64->low);
		break;
	case ASN_OCTET_STR:
	case ASN_IPADDRESS:
	case ASN_OPAQUE:
		value.octets = data.string;
		value.length = variable->val_len;
		break;
	case ASN_OBJECT_ID:
		value.length = variable->val_len / sizeof(oid);
		value.oid = oid_narrowed(data.objid, value.length);
		break;
	}
	return value;
}

static void
read_varbinds(netsnmp_pdu *pdu, struct snmp_response *response)
{
	netsnmp_variable_list *variable = pdu->variables;

	for (; variable != NULL; variable = variable->next_variable) {
		response->varbinds = memory_grown(response->varbinds,
			response->count, &response->capacity,
			sizeof(*response->varbinds));
		response->varbinds[response->count++] = (struct snmp_varbind){
			.name = { oid_narrowed(variable->name,
					  variable->name_length),
				variable->name_length },
			.value = read_value(variable),
		};
	}
}

void
snmp_parse_message(struct snmp_peer *peer, uint8_t *bytes, size_t length,
	struct snmp_response *response)
{
	netsnmp_pdu *pdu = memory_zeroed(sizeof(*pdu));
	int result;

	snmp_response_release(response);
	response->pdu = pdu;
	enter(peer);
	result = snmp_parse(NULL, &peer->session, pdu, bytes, length);
	leave(peer);
	/* The library notes the clock of whoever claims to have one. */
	free_enginetime(pdu->securityEngineID, pdu->securityEngineIDLen);
	response->origin = (struct snmp_origin){
		.kind = (enum snmp_kind)pdu->command,
		.verdict = result == SNMPERR_SUCCESS            ? SNMP_GOOD
			: result == SNMPERR_USM_NOTINTIMEWINDOW ? SNMP_OUTDATED
								: SNMP_BAD,
		.level = (enum snmp_level)pdu->securityLevel,
		.community = { pdu->community, pdu->community_len },
		.user = { (uint8_t *)pdu->securityName, pdu->securityNameLen },
		.engine_id = { pdu->securityEngineID,
			pdu->securityEngineIDLen },
	};
	response->error_status = (int)pdu->errstat;
	response->error_index = (int)pdu->errindex;
	read_varbinds(pdu, response);
}

void
snmp_response_release(struct snmp_response *response)
{
	snmp_free_pdu(response->pdu);
	*response = (struct snmp_response){ .varbinds = response->varbinds,
		.capacity = response->capacity };
}
