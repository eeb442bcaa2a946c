/* replay_access.c -- who is answered by replayed agents, and how much. */
#include "replay_access.h"

#include <stdlib.h>

#include "memory.h"
#include "replay.h"
#include "replay_faults.h"
#include "replay_v3.h"
#include "snmp.h"

struct replay_access {
	struct replay_users users;
};

struct replay_access *
replay_access_create(const struct credentials *credentials)
{
	struct replay_access *access = memory_zeroed(sizeof(*access));

	access->users.credentials = credentials;
	access->users.keys = key_cache_create(snmp_hash_password);
	return access;
}

void
replay_access_free(struct replay_access *access)
{
	if (access == NULL)
		return;
	key_cache_free(access->users.keys);
	free(access);
}

/* Each community is tried; all users are looked up at once. */
size_t
replay_access_answer(const struct replay_access *access,
	const struct recording *recording, struct octets request,
	struct ber_writer *response)
{
	const struct credentials *credentials = access->users.credentials;
	bool has_users = false;

	for (size_t i = 0; i < credentials_count(credentials); i++) {
		const struct credential *one = credentials_at(credentials, i);

		if (replay_faults_lacks(recording, one->version))
			continue;
		if (one->version == SNMP_V3)
			has_users = true;
		else if (replay_answer_v2c(recording, one->community, request,
				 response) > 0)
			return response->length;
		*response = (struct ber_writer){ response->bytes, 0,
			response->capacity, false };
	}
	return has_users
		? replay_answer_v3(recording, &access->users, request, response)
		: 0;
}
