/* replay_access.h -- who is answered by replayed agents, and how much. */
#ifndef DISCOVER_REPLAY_ACCESS_H
#define DISCOVER_REPLAY_ACCESS_H

#include "credentials.h"
#include "recording.h"

struct replay_access;

/* Whatever one of the credentials opens is answered. They must live longer. */
struct replay_access *replay_access_create(const struct credentials *);
void replay_access_free(struct replay_access *);
/* The length of the response, which is as long as there is room for at most;
 * 0: the agent stays silent. */
size_t replay_access_answer(const struct replay_access *,
	const struct recording *, struct octets request,
	struct ber_writer *response);

#endif
