/* leads.c -- addresses that a device speaks of become candidates.
 *
 * Link-local and other unusable addresses lead nowhere. MACs are looked up
 * last, when nothing else is left to ask: by then most of them belong to
 * devices that answered, and one query over all ARP and ND rows finds the
 * rest. */
#include "leads.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candidates.h"
#include "database.h"
#include "device.h"
#include "routing.h"
#include "scope.h"

void
leads_free(struct leads *leads)
{
	free(leads->depths);
}

void
leads_device_is_at(struct leads *leads, int64_t id, int depth)
{
	while ((size_t)id >= leads->depth_capacity)
		leads->depths =
			memory_grown(leads->depths, leads->depth_capacity,
				&leads->depth_capacity, sizeof(*leads->depths));
	leads->depths[id] = depth;
}

static int
depth_behind(const struct leads *leads, int64_t device)
{
	if (device == 0)
		return 0;
	return (size_t)device < leads->depth_capacity
		? leads->depths[device] + 1
		: 1;
}

static void
refuse(const struct leads *leads, struct candidate *candidate,
	const char *detail)
{
	candidates_settle(
		leads->candidates, candidate, RESULT_OUT_OF_SCOPE, detail);
}

static void
check_scope(const struct leads *leads, const struct discovery *discovery,
	struct candidate *candidate)
{
	const struct scope *scope = leads->scope;
	const struct scope_subject subject = { .ip = &discovery->ip,
		.name = discovery->name,
		.platform = discovery->platform };
	const struct scope_rule *rule = scope_rule_beforehand(scope, &subject);

	if (!scope_allows(scope, &discovery->ip))
		refuse(leads, candidate, NULL);
	else if (rule != NULL)
		refuse(leads, candidate, rule->words);
}

static struct candidate *
add(const struct leads *leads, const struct discovery *given)
{
	struct discovery discovery = *given;
	struct candidate *candidate;

	discovery.depth = depth_behind(leads, given->found_on);
	candidate = candidates_add(leads->candidates, &discovery);
	if (candidate->state == CANDIDATE_WAITING)
		check_scope(leads, &discovery, candidate);
	return candidate;
}

void
leads_add_seed(const struct leads *leads, const struct ip_address *ip)
{
	add(leads,
		&(struct discovery){
			.ip = *ip, .found_by = "seed", .is_seed = true });
}

void
leads_add_own(const struct leads *leads, const struct ip_address *ip)
{
	add(leads,
		&(struct discovery){ .ip = *ip,
			.found_by = "own address of the collector" });
}

/* All but the network's own address and its broadcast. */
static void
sweep(const struct leads *leads, const struct ip_address *prefix)
{
	uint32_t size = (uint32_t)1 << (32 - prefix->prefix_length);
	uint32_t has_ends = size > 2;
	struct ip_address network = ip_network(prefix);
	uint32_t first;

	memcpy(&first, network.bytes + 12, sizeof(first));
	for (uint32_t i = has_ends; i < size - has_ends; i++) {
		uint32_t octets = htonl(ntohl(first) + i);
		struct discovery discovery = { .found_by = "sweep" };

		ip_from_octets((const uint8_t *)&octets, sizeof(octets),
			&discovery.ip);
		add(leads, &discovery);
	}
}

void
leads_sweep(const struct leads *leads)
{
	const struct prefix_list *list = &leads->scope->sweep;

	for (size_t i = 0; i < list->count; i++)
		sweep(leads, &list->prefixes[i]);
}

static void
add_usable(const struct leads *leads, const struct discovery *discovery)
{
	if (discovery->ip.family != 0 && ip_kind_is_usable(&discovery->ip))
		add(leads, discovery);
}

static const char *
words_of(const struct adjacency *adjacency)
{
	static const struct {
		const char *protocol, *words;
	} rows[] = {
		{ "cdp", "CDP management address" },
		{ "fdp", "FDP management address" },
		{ "mndp", "MNDP neighbour address" },
		{ "ptopo", "PTOPO agent address" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		if (strcmp(adjacency->protocol, rows[i].protocol) == 0)
			return rows[i].words;
	return "LLDP management address";
}

static void
follow_adjacency(const struct leads *leads, const struct adjacency *adjacency,
	int64_t id)
{
	static const char address_word[] = "network address";
	const char *subtype = adjacency->chassis_id_subtype;
	struct discovery discovery = { .found_on = id,
		.found_by = words_of(adjacency),
		.name = adjacency->sys_name,
		.platform = adjacency->sys_descr };
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

static void
follow_igp(
	const struct leads *leads, const struct igp_neighbour *row, int64_t id)
{
	struct discovery discovery = { .found_on = id,
		.found_by = strcmp(row->protocol, "IS-IS") == 0
			? "IS-IS neighbour"
			: "OSPF neighbour" };

	for (const struct routing_address *address = row->addresses;
		address != NULL; address = address->next) {
		discovery.ip = address->ip;
		add_usable(leads, &discovery);
	}
}

static void
follow_route(
	const struct leads *leads, const struct device_route *route, int64_t id)
{
	struct discovery discovery = { .ip = route->next_hop,
		.found_by = route->prefix.prefix_length == 0
			? "next hop of a default route"
			: "next hop of a route",
		.found_on = id };

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
		if (row->type == NULL || strcmp(row->type, "local") != 0)
			follow_route(leads, row, id);
	for (const struct device_router *row = device->routers; row != NULL;
		row = row->next)
		add_usable(leads,
			&(struct discovery){ .ip = row->ip,
				.found_by = "default router",
				.found_on = id });
	if (device->routing == NULL)
		return;
	for (const struct igp_neighbour *row = device->routing->igp_neighbours;
		row != NULL; row = row->next)
		follow_igp(leads, row, id);
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
	"       WHERE prefix IN ('0.0.0.0/0', '::/0')"
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
		"neighbour table",
	};
	size_t i = 0;

	while (i + 1 < COUNT(words) && strcmp(words[i], word) != 0)
		i++;
	return words[i];
}

struct candidate *
leads_add_found(const struct leads *leads, const struct ip_address *ip,
	const char *found_by, int64_t found_on)
{
	return add(leads,
		&(struct discovery){ .ip = *ip,
			.found_by = kept_word(found_by),
			.found_on = found_on });
}

/* Or all of them, but for what devices own themselves. */
static const char neighbour_query[] =
	"SELECT n.ip, 'neighbour table', MIN(n.device), MIN(n.mac)"
	" FROM neighbour n"
	" WHERE COALESCE(n.mac, '') NOT IN"
	"  (SELECT mac FROM interface WHERE mac IS NOT NULL)"
	" AND COALESCE(n.state, '') NOT IN ('invalid', 'incomplete')"
	" GROUP BY n.ip_key ORDER BY n.ip_key";

int
leads_follow_macs(const struct leads *leads, struct database *database)
{
	struct query *query = query_prepare(
		database, leads->all_neighbours ? neighbour_query : mac_query);
	int result;

	if (query == NULL)
		return -1;
	while (query_next(query)) {
		struct discovery discovery = {
			.found_by = kept_word(query_text(query, 1)),
			.found_on = query_integer(query, 2),
		};
		char group[64];

		if (!query_is_null(query, 3)) {
			snprintf(group, sizeof(group), "mac %s",
				query_text(query, 3));
			discovery.group = group;
		}
		if (ip_parse(query_text(query, 0), &discovery.ip) == 0)
			add_usable(leads, &discovery);
	}
	result = query_failed(query) ? -1 : 0;
	query_free(query);
	return result;
}
