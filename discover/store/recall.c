/* recall.c -- what an unfinished file knows of its devices.
 *
 * A file that is being written has no indexes: each table is read once, beside
 * the devices and in their order. */
#include "recall.h"

#include <stdlib.h>

#include "database.h"
#include "device.h"
#include "routing.h"

static const char device_query[] =
	"SELECT d.id, d.address, d.sys_name, d.sys_descr, d.sys_object_id,"
	" d.engine_id, d.bridge_mac, d.chassis_id_subtype, d.chassis_id,"
	" d.credential, v.looked_at, c.found_by, c.detail, c.found_on,"
	" c.requests FROM device d"
	" LEFT JOIN vantage v ON v.device = d.id"
	" LEFT JOIN candidate c ON c.device = d.id AND c.ip = d.address"
	" WHERE d.source = 'agent' ORDER BY d.id";

/* ---- rows of one device, the first column being its id ------------------ */

/* The address in a column; false when there is none. */
static bool
read_address(const struct query *row, int column, struct ip_address *ip)
{
	const char *text = query_text(row, column);

	return text != NULL && ip_parse(text, ip) == 0;
}

static void
add_address(struct device *device, const struct query *row)
{
	struct ip_address ip;

	if (read_address(row, 1, &ip))
		device_add_address(device, 0, &ip, NULL);
}

/* Rows of an adjacency differ in their last column only. */
static void
add_adjacency(struct device *device, const struct query *row)
{
	struct adjacency *adjacency = device_adjacency(
		device, query_text(row, 2), (uint32_t)query_integer(row, 1), 0);
	struct arena *arena = device->arena;
	struct ip_address ip;

	adjacency->chassis_id_subtype = arena_text(arena, query_text(row, 3));
	adjacency->chassis_id = arena_text(arena, query_text(row, 4));
	adjacency->sys_name = arena_text(arena, query_text(row, 5));
	adjacency->sys_descr = arena_text(arena, query_text(row, 6));
	if (read_address(row, 7, &ip))
		adjacency_add_address(device, adjacency, &ip);
}

static void
add_route(struct device *device, const struct query *row)
{
	struct ip_address prefix, next_hop;
	struct device_route *route;

	if (!read_address(row, 1, &prefix) || !read_address(row, 2, &next_hop))
		return;
	route = device_add_route(device, &prefix, NULL);
	route->next_hop = next_hop;
	route->type = arena_text(device->arena, query_text(row, 3));
}

static void
add_router(struct device *device, const struct query *row)
{
	struct ip_address ip;

	if (read_address(row, 1, &ip))
		device_add_router(device, &ip, 0);
}

static void
add_igp_neighbour(struct device *device, const struct query *row)
{
	struct igp_neighbour *neighbour;
	struct ip_address ip;

	if (!read_address(row, 2, &ip))
		return;
	neighbour = routing_add_igp_neighbour(
		device, arena_text(device->arena, query_text(row, 1)));
	routing_add_address(device, &neighbour->addresses, &ip);
}

static const struct list {
	const char *sql;
	void (*add)(struct device *, const struct query *);
} lists[] = {
	{ "SELECT device, ip FROM address ORDER BY device, id", add_address },
	{ "SELECT a.device, a.id, a.protocol, a.chassis_id_subtype,"
	  " a.chassis_id, a.sys_name, a.sys_descr, m.ip FROM adjacency a"
	  " LEFT JOIN adjacency_address m ON m.adjacency = a.id"
	  " ORDER BY a.device, a.id, m.family, m.ip_key",
		add_adjacency },
	{ "SELECT device, prefix, next_hop, type FROM route"
	  " WHERE next_hop IS NOT NULL ORDER BY device, id",
		add_route },
	{ "SELECT device, ip FROM default_router ORDER BY device, id",
		add_router },
	{ "SELECT n.device, n.protocol, m.ip FROM igp_neighbour n"
	  " JOIN igp_neighbour_address m ON m.neighbour = n.id"
	  " ORDER BY n.device, n.id, m.family, m.ip_key",
		add_igp_neighbour },
};

/* ---- all lists side by side --------------------------------------------- */

struct cursor {
	struct query *query; /* NULL: could not be prepared */
	bool has_row;
};

struct recall {
	struct query *devices;
	struct cursor cursors[COUNT(lists)];
	struct device *device; /* that was given last */
};

void
recall_free(struct recall *recall)
{
	if (recall == NULL)
		return;
	query_free(recall->devices);
	for (size_t i = 0; i < COUNT(lists); i++)
		query_free(recall->cursors[i].query);
	device_free(recall->device);
	free(recall);
}

struct recall *
recall_begin(struct database *database)
{
	struct recall *recall = memory_zeroed(sizeof(*recall));
	bool is_ready;

	recall->devices = query_prepare(database, device_query);
	is_ready = recall->devices != NULL;
	for (size_t i = 0; is_ready && i < COUNT(lists); i++) {
		struct cursor *cursor = &recall->cursors[i];

		cursor->query = query_prepare(database, lists[i].sql);
		is_ready = cursor->query != NULL;
		cursor->has_row = is_ready && query_next(cursor->query);
	}
	if (is_ready)
		return recall;
	recall_free(recall);
	return NULL;
}

/* Rows of derived devices, whose ids may lie between, are passed over. */
static void
add_rows(struct recall *recall, size_t i, int64_t id)
{
	struct cursor *cursor = &recall->cursors[i];

	for (; cursor->has_row; cursor->has_row = query_next(cursor->query)) {
		int64_t device = query_integer(cursor->query, 0);

		if (device > id)
			return;
		if (device == id)
			lists[i].add(recall->device, cursor->query);
	}
}

static struct device *
new_device(const struct query *row)
{
	struct ip_address ip = { .family = 0 };
	struct device *device;
	struct arena *arena;

	read_address(row, 1, &ip);
	device = device_create(&ip);
	arena = device->arena;
	device->sys_name = arena_text(arena, query_text(row, 2));
	device->sys_descr = arena_text(arena, query_text(row, 3));
	device->sys_object_id = arena_text(arena, query_text(row, 4));
	device->engine_id = arena_text(arena, query_text(row, 5));
	device->bridge_mac = arena_text(arena, query_text(row, 6));
	device->chassis_id_subtype = arena_text(arena, query_text(row, 7));
	device->chassis_id = arena_text(arena, query_text(row, 8));
	device->looked_at = query_integer(row, 10);
	return device;
}

bool
recall_next(struct recall *recall, struct recalled *recalled)
{
	const struct query *row = recall->devices;

	device_free(recall->device);
	recall->device = NULL;
	if (!query_next(recall->devices))
		return false;
	recall->device = new_device(row);
	*recalled = (struct recalled){ .id = query_integer(row, 0),
		.device = recall->device,
		.credential = query_text(row, 9),
		.found_by = query_text(row, 11),
		.detail = query_text(row, 12),
		.found_on = query_integer(row, 13),
		.requests = (int)query_integer(row, 14) };
	for (size_t i = 0; i < COUNT(lists); i++)
		add_rows(recall, i, recalled->id);
	return true;
}

bool
recall_failed(const struct recall *recall)
{
	if (query_failed(recall->devices))
		return true;
	for (size_t i = 0; i < COUNT(lists); i++)
		if (query_failed(recall->cursors[i].query))
			return true;
	return false;
}
