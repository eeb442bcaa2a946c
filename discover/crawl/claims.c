/* claims.c -- addresses that lead to a device which is known already.
 *
 * A device's own addresses need no visit, unless another one has them too.
 * A seed is asked all the same: tables also hold what is not their device's,
 * like the address by which users reach another one. */
#include "claims.h"

#include "candidates.h"
#include "device.h"
#include "identity.h"
#include "visit.h"

void
settle_same(struct crawl *crawl, struct candidate *candidate,
	const struct known_device *known, const char *why)
{
	candidate->device = known->id;
	candidates_settle(
		crawl->candidates, candidate, RESULT_SAME_DEVICE, why);
}

bool
settle_own(struct crawl *crawl, struct candidate *candidate,
	const struct identity *answered)
{
	const struct known_device *owner =
		registry_owner(crawl->registry, &candidate->ip);

	if (owner == NULL)
		return false;
	if (answered != NULL &&
		identity_compare(&owner->identity, answered) ==
			IDENTITY_DIFFERENT)
		return false;
	settle_same(crawl, candidate, owner, "one of its own addresses");
	return true;
}

static bool
is_open(const struct candidate *candidate)
{
	return candidate->state == CANDIDATE_WAITING ||
		candidate->state == CANDIDATE_ASKED;
}

void
claim_addresses(struct crawl *crawl, const struct device *device,
	struct known_device *known)
{
	for (const struct device_address *row = device->addresses; row != NULL;
		row = row->next) {
		struct candidate *candidate;

		if (!ip_kind_is_usable(&row->ip))
			continue;
		registry_claim(crawl->registry, &row->ip, known);
		candidate = candidates_find(crawl->candidates, &row->ip);
		if (candidate != NULL && !candidate->is_seed &&
			is_open(candidate))
			settle_own(crawl, candidate, NULL);
	}
}

void
settle_waiters(struct crawl *crawl, struct known_device *known)
{
	struct candidate *candidate = known->waiters;

	known->waiters = NULL;
	while (candidate != NULL) {
		struct candidate *next = candidate->next_waiter;

		if (candidate->is_certain)
			settle_same(crawl, candidate, known, candidate->detail);
		else if (registry_owner(crawl->registry, &candidate->ip) !=
				known ||
			!settle_own(crawl, candidate, NULL))
			candidates_return(crawl->candidates, candidate);
		candidate = next;
	}
}
