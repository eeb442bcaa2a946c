/* refusals.c -- says why clients are refused, without filling the disk. */
#include "refusals.h"

#include <stdio.h>

#include "log.h"

enum { QUIET_MS = 60000 };

static const char *const reasons[] = {
	[REFUSED_NO_ROOM] = "too many connections",
	[REFUSED_PASSWORD] = "a wrong name or password",
	[REFUSED_TRIES] = "too many wrong passwords, it has to wait",
	[REFUSED_PROXY] = "it did not come through the proxy with a user",
	[REFUSED_HOST] = "it asked for another name; --host adds one",
	[REFUSED_SLOW] = "too slow, its connection was cut",
};

const char *const refusal_names[REFUSAL_COUNT] = {
	[REFUSED_NO_ROOM] = "no_room",
	[REFUSED_PASSWORD] = "password",
	[REFUSED_TRIES] = "tries",
	[REFUSED_PROXY] = "proxy",
	[REFUSED_HOST] = "host",
	[REFUSED_SLOW] = "slow",
};

void
refusals_tell(struct refusals *refusals, enum refusal reason,
	const struct ip_address *client, int64_t now)
{
	int64_t *untold = &refusals->items[reason].untold;
	char address[IP_TEXT_SIZE];
	char more[64] = "";

	refusals->items[reason].total++;
	if (now < refusals->items[reason].quiet_until) {
		++*untold;
		return;
	}
	if (*untold > 0)
		snprintf(more, sizeof(more), " (and %lld others before)",
			(long long)*untold);
	log_info("refused %s: %s%s", ip_text(client, address), reasons[reason],
		more);
	refusals->items[reason].quiet_until = now + QUIET_MS;
	*untold = 0;
}
