/* leads.c -- addresses that a device speaks of become candidates.
 *
 * Link-local and other unusable addresses lead nowhere. MACs are looked up
 * last, when nothing else is left to ask: by then most of them belong to
 * devices that answered, and one query over all ARP and ND rows finds the
 * rest. */
#include "leads.h"

#include <stdio.h>
#include <string.h>

#include "candidates.h"
#include "database.h"
#include "device.h"
#include "scope.h"

static void
add(const struct leads *leads, const struct discovery *discovery)
{
	struct candidate *candidate =
		candidates_add(leads->candidates, discovery);

	if (candidate->state == CANDIDATE_WAITING &&
		!scope_allows(leads->scope, &discovery->ip))
		candidates_settle(leads->candidates, candidate,
			RESULT_OUT_OF_SCOPE, NULL);
}

void
leads_add_seed(const struct leads *leads, const struct ip_address *ip)
{
	add(leads, &(struct discovery){ .ip = *ip, .found_by = "seed" });
}

static void
add_usable(const struct leads *leads, const struct discovery *discovery)
{
	if (discovery->ip.family != 0 && ip_kind_is_usable(&discovery->ip))
		add(leads, discovery);
}

static bool
is_cdp(const struct adjacency *adjacency)
{
	return strcmp(adjacency->protocol, "cdp") == 0;
}

static void
follow_adjacency(const struct leads *leads, const struct adjacency *adjacency,
	int64_t id)
{
	static const char address_word[] = "network address";
	const char *subtype = adjacency->chassis_id_subtype;
	struct discovery discovery = { .found_on = id,
		.found_by = is_cdp(adjacency) ? "CDP management address"
					      : "LLDP management address" };
	char group[512];

	if (subtype != NULL && adjacency->chassis_id != NULL) {
		snprintf(group, sizeof(group), "%s %s", subtype,
			adjacency->chassis_id);
		discovery.group = group;
	}
	for (const struct management_address *row = adjacency->addresses;
		row != NULL; row = row->next) {
		discovery.ip = row->ip;
		add_usable(leads, &discovery);
	}
	discovery.found_by = "LLDP chassis id";
	if (discovery.group != NULL && strcmp(subtype, address_word) == 0 &&
		ip_parse(adjacency->chassis_id, &discovery.ip) == 0)
		add_usable(leads, &discovery);
}

void
leads_follow_device(
	const struct leads *leads, const struct device *device, int64_t id)
{
	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		follow_adjacency(leads, row, id);
	for (const struct device_route *row = device->routes; row != NULL;
		row = row->next)
		add_usable(leads,
			&(struct discovery){ .ip = row->next_hop,
				.found_by = "next hop of a default route",
				.found_on = id });
	for (const struct device_router *row = device->routers; row != NULL;
		row = row->next)
		add_usable(leads,
			&(struct discovery){ .ip = row->ip,
				.found_by = "default router",
				.found_on = id });
}

/* MACs by which LLDP names a chassis or a port, and those of default routers
 * known by a link-local address; without those of devices that answered. The
 * neighbour table has no index yet, so it is read once, from end to end. */
static const char mac_query[] =
	"WITH named (mac, found_by) AS ("
	" SELECT chassis_id, 'neighbour table, MAC of an LLDP chassis'"
	" FROM adjacency WHERE chassis_id_subtype = 'mac'"
	" UNION"
	" SELECT port_id, 'neighbour table, MAC of an LLDP port'"
	" FROM adjacency WHERE port_id_subtype = 'mac'"
	" UNION"
	" SELECT n.mac, 'neighbour table, MAC of a default router'"
	" FROM (SELECT device, if_index, next_hop_key AS ip_key FROM route"
	"       UNION SELECT device, if_index, ip_key FROM default_router) r"
	" JOIN neighbour n ON n.device = r.device AND n.if_index = r.if_index"
	"  AND n.ip_key = r.ip_key),"
	" unknown (mac, found_by) AS MATERIALIZED ("
	" SELECT mac, MIN(found_by) FROM named"
	" WHERE mac NOT IN (SELECT mac FROM interface WHERE mac IS NOT NULL)"
	" AND mac NOT IN (SELECT bridge_mac FROM device"
	"  WHERE bridge_mac IS NOT NULL)"
	" AND mac NOT IN (SELECT chassis_id FROM device"
	"  WHERE chassis_id IS NOT NULL)"
	" GROUP BY mac)"
	" SELECT n.ip, u.found_by, MIN(n.device), u.mac"
	" FROM neighbour n CROSS JOIN unknown u ON u.mac = n.mac"
	" WHERE COALESCE(n.state, '') NOT IN ('invalid', 'incomplete')"
	" GROUP BY n.ip_key ORDER BY n.ip_key";

/* The words of found_by live as long as the candidate: not in the query. */
static const char *
kept_word(const char *word)
{
	static const char *const words[] = {
		"neighbour table, MAC of an LLDP chassis",
		"neighbour table, MAC of an LLDP port",
		"neighbour table, MAC of a default router",
	};
	size_t i = 0;

	while (i + 1 < COUNT(words) && strcmp(words[i], word) != 0)
		i++;
	return words[i];
}

int
leads_follow_macs(const struct leads *leads, struct database *database)
{
	struct query *query = query_prepare(database, mac_query);
	int result;

	if (query == NULL)
		return -1;
	while (query_next(query)) {
		struct discovery discovery = {
			.found_by = kept_word(query_text(query, 1)),
			.found_on = query_integer(query, 2),
		};
		char group[64];

		snprintf(group, sizeof(group), "mac %s", query_text(query, 3));
		discovery.group = group;
		if (ip_parse(query_text(query, 0), &discovery.ip) == 0)
			add_usable(leads, &discovery);
	}
	result = query_failed(query) ? -1 : 0;
	query_free(query);
	return result;
}
