/* own_host.c -- the collector's own host: where a crawl begins, and a device
 * like others. */
#include "own_host.h"

#include <net/if.h>
#include <stdio.h>
#include <string.h>

#include "candidates.h"
#include "config.h"
#include "crawl.h"
#include "device.h"
#include "identity.h"
#include "store.h"
#include "vantage.h"
#include "visit.h"

/* ---- seeds ---- */

static bool
is_seed(const struct discover_config *config, const struct ip_address *ip)
{
	for (size_t i = 0; i < config->seed_count; i++)
		if (ip_equal(&config->seeds[i].ip, ip) &&
			config->seeds[i].ip.zone == ip->zone)
			return true;
	return false;
}

/* Nobody can name a link-local address in a scope: it is in it. */
static void
add_seed(void *context, const struct ip_address *ip, const char *why)
{
	struct discover_config *config = context;
	char address[IP_TEXT_SIZE], zone[IF_NAMESIZE] = "";
	struct text text = { 0 };

	if (is_seed(config, ip))
		return;
	text_format(&text, "auto, %s %s", why, ip_text(ip, address));
	if (ip->zone != 0 && if_indextoname(ip->zone, zone) != NULL)
		text_format(&text, "%%%s", zone);
	if (ip->zone != 0 && config->scope.include.count > 0)
		prefix_list_add_address(&config->scope.include, ip);
	config_add_seed_address(config, text.bytes, ip);
	text_free(&text);
}

size_t
own_host_add_seeds(
	struct discover_config *config, const struct vantage *vantage)
{
	size_t before = config->seed_count;

	vantage_each_start(vantage_device(vantage), add_seed, config);
	return config->seed_count - before;
}

/* ---- a device like others ---- */

void
own_host_begin(struct crawl *crawl)
{
	const struct vantage *vantage = crawl->order->vantage;

	if (vantage == NULL) {
		crawl->has_own_host = true;
		return;
	}
	for (const struct device_address *row =
			vantage_device(vantage)->addresses;
		row != NULL; row = row->next)
		if (ip_kind_is_usable(&row->ip))
			leads_add_own(&crawl->leads, &row->ip);
}

static void
add_outcomes(struct device_report *report, const struct vantage *vantage)
{
	size_t count, old_count = report->outcome_count;
	const struct walk_outcome *own = vantage_outcomes(vantage, &count);
	struct walk_outcome *all = arena_allocate(
		report->device->arena, (old_count + count) * sizeof(*all));

	memcpy(all, report->outcomes, old_count * sizeof(*all));
	memcpy(all + old_count, own, count * sizeof(*all));
	report->outcomes = all;
	report->outcome_count = old_count + count;
}

void
own_host_join(struct crawl *crawl, struct device_report *report)
{
	const struct vantage *vantage = crawl->order->vantage;

	if (crawl->has_own_host ||
		!vantage_is(vantage_device(vantage), report->device))
		return;
	crawl->has_own_host = true;
	vantage_join(vantage_device(vantage), report->device);
	add_outcomes(report, vantage);
}

/* So that nobody asks for it again, whatever name it is found by. */
static void
make_known(struct crawl *crawl, const struct device *device, int64_t id)
{
	const struct identity identity = {
		.sys_name = device->sys_name,
		.chassis = device->chassis_id_subtype == NULL ||
				device->chassis_id == NULL
			? NULL
			: arena_format(device->arena, "%s %s",
				  device->chassis_id_subtype,
				  device->chassis_id),
	};
	struct known_device *known = registry_add(crawl->registry, &identity);

	known->id = id;
	known->is_walked = true;
	for (const struct device_address *row = device->addresses; row != NULL;
		row = row->next) {
		struct candidate *candidate;

		if (!ip_kind_is_usable(&row->ip))
			continue;
		registry_claim(crawl->registry, &row->ip, known);
		candidate = candidates_find(crawl->candidates, &row->ip);
		if (candidate != NULL && candidate->device == 0)
			candidate->device = id;
	}
	if (chassis_is_unique(identity.chassis))
		candidates_group_is(crawl->candidates, identity.chassis, id);
}

int
own_host_store(struct crawl *crawl)
{
	const struct vantage *vantage = crawl->order->vantage;
	struct device_report report = { 0 };
	int64_t id;

	if (crawl->has_own_host)
		return 0;
	crawl->has_own_host = true;
	report.device = vantage_device(vantage);
	report.asked_at = report.device->looked_at;
	report.outcomes = vantage_outcomes(vantage, &report.outcome_count);
	id = store_device(crawl->store, &report);
	if (id < 0) {
		crawl->has_failed = true;
		return -1;
	}
	make_known(crawl, report.device, id);
	leads_device_is_at(&crawl->leads, id, 0);
	leads_follow_device(&crawl->leads, report.device, id);
	return 0;
}
