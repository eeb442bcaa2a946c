/* conclude.c -- what a crawl concludes from a device that was read. */
#include "conclude.h"

#include "candidates.h"
#include "claims.h"
#include "identity.h"
#include "visit.h"

void
conclude(struct crawl *crawl, const struct finding *finding)
{
	struct known_device *known = finding->known;
	struct candidate *candidate = finding->candidate;

	known->is_walked = true;
	claim_addresses(crawl, finding->device, known);
	if (chassis_is_unique(known->identity.chassis))
		candidates_group_is(
			crawl->candidates, known->identity.chassis, known->id);
	if (candidate != NULL) {
		crawl->devices++;
		candidate->device = known->id;
		candidates_settle(crawl->candidates, candidate, RESULT_ANSWERED,
			finding->remark);
	}
	settle_waiters(crawl, known);
	leads_device_is_at(&crawl->leads, known->id,
		candidate != NULL ? candidate->depth : 0);
	if (!finding->is_leaf)
		leads_follow_device(&crawl->leads, finding->device, known->id);
}
