/* network.c -- reads the description of a network, as it is in one phase. */
#include "network.h"

#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "network_parts.h"
#include "words.h"
#include "yaml.h"

static const struct yaml_field platform_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "descr", YAML_TEXT, .required = true },
	{ "object", YAML_TEXT },
	{ "manufacturer", YAML_TEXT },
	{ "model", YAML_TEXT },
	{ "software", YAML_TEXT },
	{ "port_id", YAML_CHOICE, .choices = port_id_names },
	{ "lldp_numbers", YAML_CHOICE, .choices = lldp_numbers_names },
	{ "first_index", YAML_INTEGER },
	{ "ports", YAML_TEXT },
	{ "port_count", YAML_INTEGER },
	{ "zoned", YAML_BOOLEAN },
	{ NULL },
};

static const struct yaml_field interface_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "on", YAML_TEXT },
	{ "ip", YAML_TEXTS },
	{ "advertises", YAML_BOOLEAN },
	{ "tunnel", YAML_CHOICE, .choices = tunnel_names },
	{ NULL },
};

static const struct yaml_field device_fields[] = {
	{ "name", YAML_TEXT, .required = true },
	{ "role", YAML_CHOICE, .required = true, .choices = role_names },
	{ "platform", YAML_TEXT, .required = true },
	{ "site", YAML_TEXT },
	{ "default", YAML_TEXT },
	{ "mac", YAML_MAC },
	{ "snmp", YAML_BOOLEAN },
	{ "snmpv3", YAML_TEXT },
	{ "silent", YAML_TEXTS },
	{ "when", YAML_TEXT },
	{ "as", YAML_INTEGER },
	{ "routes", YAML_TEXTS },
	{ "services", YAML_TEXTS },
	{ "traffic", YAML_TEXTS },
	{ "interfaces", YAML_RECORDS, .fields = interface_fields },
	{ NULL },
};

static const struct yaml_field names_fields[] = {
	{ "zone", YAML_TEXT, .required = true },
	{ "server", YAML_TEXT, .required = true },
	{ "reverse", YAML_TEXTS },
	{ "records", YAML_TEXTS },
	{ NULL },
};

static const struct yaml_field network_fields[] = {
	{ "enterprise", YAML_TEXT },
	{ "phases", YAML_TEXTS, .required = true },
	{ "sites", YAML_SECTION },
	{ "segments", YAML_SECTION },
	{ "platforms", YAML_RECORDS, .required = true,
		.fields = platform_fields },
	{ "devices", YAML_RECORDS, .required = true, .fields = device_fields },
	{ "links", YAML_TEXTS },
	{ "sessions", YAML_TEXTS },
	{ "names", YAML_SECTION, .fields = names_fields },
	{ NULL },
};

static size_t
child_count(const struct yaml_node *list)
{
	size_t count = 0;

	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		count++;
	return count;
}

static void
read_platforms(struct reader *reader)
{
	struct network *network = reader->network;
	const struct yaml_node *list = yaml_get(reader->root, "platforms");
	struct platform *platform;

	network->platforms = arena_allocate(network->arena,
		(child_count(list) + 1) * sizeof(*network->platforms));
	platform = network->platforms;
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item), platform++) {
		platform->name = yaml_text(item, "name");
		platform->descr = yaml_text(item, "descr");
		platform->object = yaml_text(item, "object");
		platform->manufacturer = yaml_text(item, "manufacturer");
		platform->model = yaml_text(item, "model");
		platform->software = yaml_text(item, "software");
		platform->port_id = (enum port_id)word_find(
			port_id_names, yaml_text(item, "port_id"));
		platform->lldp_numbers = (enum lldp_numbers)word_find(
			lldp_numbers_names, yaml_text(item, "lldp_numbers"));
		platform->first_index =
			(uint32_t)yaml_integer(item, "first_index", 1);
		platform->ports = yaml_text(item, "ports");
		platform->port_count = yaml_integer(item, "port_count", 0);
		platform->zoned = yaml_boolean(item, "zoned", false);
	}
}

static const struct platform *
find_platform(const struct network *network, const char *name)
{
	const struct platform *platform = network->platforms;

	while (platform->name != NULL && strcmp(platform->name, name) != 0)
		platform++;
	return platform->name != NULL ? platform : NULL;
}

static bool
answers(const struct reader *reader, const struct yaml_node *record)
{
	for (const struct yaml_node *silent =
			yaml_first(yaml_get(record, "silent"));
		silent != NULL; silent = yaml_next(silent))
		if (strcmp(silent->text, reader->phase_name) == 0)
			return false;
	return yaml_boolean(record, "snmp", true);
}

static void
read_device(struct reader *reader, const struct yaml_node *record,
	struct device *device)
{
	const struct yaml_node *when = yaml_get(record, "when");
	const struct yaml_node *v3 = yaml_get(record, "snmpv3");
	const char *mac = yaml_text(record, "mac");
	const char *site = yaml_text(record, "site");

	device->name = yaml_text(record, "name");
	device->site = site;
	device->location = yaml_text(
		yaml_get(reader->root, "sites"), site != NULL ? site : "");
	device->role = role_find(yaml_text(record, "role"));
	device->default_router = yaml_text(record, "default");
	device->platform =
		find_platform(reader->network, yaml_text(record, "platform"));
	if (device->platform == NULL) {
		reader_complain(reader, yaml_get(record, "platform"),
			"there is no such platform");
		return;
	}
	device->mac[0] = 0x02; /* of local meaning */
	device->mac[2] = 0x5e;
	device->mac[3] = (uint8_t)(device->number >> 8);
	device->mac[4] = (uint8_t)device->number;
	device->has_given_mac = mac != NULL && mac_parse(mac, device->mac) == 0;
	if (when != NULL && !reader_is_now(reader, when, when->text))
		return;
	device->answers = answers(reader, record);
	device->has_engine = v3 == NULL || reader_is_now(reader, v3, v3->text);
	ports_read(reader, device, yaml_get(record, "interfaces"));
	duties_read(reader, device, record);
}

static int
compare_names(const void *a, const void *b)
{
	const struct device *const *left = a, *const *right = b;

	return strcmp((*left)->name, (*right)->name);
}

static void
read_devices(struct reader *reader)
{
	struct network *network = reader->network;
	const struct yaml_node *list = yaml_get(reader->root, "devices");
	const struct yaml_node *record = yaml_first(list);
	size_t count = child_count(list);

	network->devices =
		arena_allocate(network->arena, count * sizeof(struct device));
	network->by_name =
		arena_allocate(network->arena, count * sizeof(struct device *));
	for (size_t i = 0; i < count; i++, record = yaml_next(record)) {
		network->devices[i].number = (uint32_t)i + 1;
		read_device(reader, record, &network->devices[i]);
		network->by_name[i] = &network->devices[i];
	}
	network->device_count = count;
	qsort(network->by_name, count, sizeof(struct device *), compare_names);
	for (size_t i = 1; i < count; i++)
		if (compare_names(&network->by_name[i - 1],
			    &network->by_name[i]) == 0)
			reader_complain(reader, list, "'%s' is there twice",
				network->by_name[i]->name);
}

/* "DEVICE PORT -- DEVICE PORT [without LLDP | only Vlan10]" */
static void
read_link(struct reader *reader, const struct yaml_node *item)
{
	enum { A, A_PORT, DASHES, B, B_PORT, WITHOUT, LLDP, WORDS };
	struct network *network = reader->network;
	char *words[WORDS + 1] = { NULL };
	const struct device *a, *b;
	struct link *link = &network->links[network->link_count];
	size_t count = reader_split(reader, item->text, words, WORDS + 1);

	if ((count != WITHOUT && count != WORDS) ||
		strcmp(words[DASHES], "--") != 0) {
		reader_complain(
			reader, item, "a link is 'DEVICE PORT -- DEVICE PORT'");
		return;
	}
	a = network_device(network, words[A]);
	b = network_device(network, words[B]);
	if (a == NULL || b == NULL) {
		reader_complain(reader, item, "there is no device '%s'",
			a == NULL ? words[A] : words[B]);
		return;
	}
	if (a->ports == NULL || b->ports == NULL)
		return; /* not in this phase */
	link->a = device_port(a, words[A_PORT]);
	link->b = device_port(b, words[B_PORT]);
	link->only = count == WORDS && strcmp(words[WITHOUT], "only") == 0
		? vlan_in_name(words[LLDP])
		: 0;
	link->lldp = count == WITHOUT || link->only != 0;
	if (link->a == NULL || link->b == NULL) {
		reader_complain(reader, item, "there is no port '%s'",
			link->a == NULL ? words[A_PORT] : words[B_PORT]);
		return;
	}
	link->a->link = link->b->link = link;
	network->link_count++;
}

static void
read_links(struct reader *reader)
{
	struct network *network = reader->network;
	const struct yaml_node *list = yaml_get(reader->root, "links");

	network->links = arena_allocate(
		network->arena, (child_count(list) + 1) * sizeof(struct link));
	for (const struct yaml_node *item = yaml_first(list); item != NULL;
		item = yaml_next(item))
		read_link(reader, item);
}

static void
find_phase(struct reader *reader)
{
	reader->phase = reader_phase(reader, reader->phase_name);
	if (reader->phase >= 0)
		return;
	log_error("%s has no phase '%s'", yaml_name(reader->document),
		reader->phase_name);
	reader->mistakes++;
}

struct network *
network_read(const char *path, const char *phase)
{
	struct reader reader = { .phase_name = phase };
	struct network *network = memory_zeroed(sizeof(*network));

	network->arena = arena_create();
	network->document = reader.document = yaml_read_file(path);
	reader.network = network;
	if (reader.document == NULL ||
		yaml_check(reader.document, network_fields) != 0) {
		network_free(network);
		return NULL;
	}
	reader.root = yaml_root(reader.document);
	network->segment_names = yaml_get(reader.root, "segments");
	find_phase(&reader);
	read_platforms(&reader);
	read_devices(&reader);
	read_links(&reader);
	sessions_read(&reader);
	zones_read(&reader);
	segments_join(network);
	links_span(network);
	if (reader.mistakes == 0)
		return network;
	network_free(network);
	return NULL;
}

void
network_free(struct network *network)
{
	if (network->document != NULL)
		yaml_close(network->document);
	arena_free(network->arena);
	free(network);
}
