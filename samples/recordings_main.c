/* recordings_main.c -- twinmap-recordings: a described network as recordings.
 *
 * Makes of NETWORK.yaml, in one phase, what each of its SNMP agents would
 * answer; for twinmap replay, tests and the demonstration. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "memory.h"
#include "options.h"
#include "paths.h"
#include "record.h"

struct settings {
	bool expect;
};

static const struct option_rule rules[] = {
	{ "expect", 'e', NULL,
		"print what a perfect crawl finds, write no recordings",
		KEEP_SWITCH(struct settings, expect) },
};

static const struct command_line command_line = {
	.usage = "twinmap-recordings [--expect] NETWORK.yaml PHASE [DIR]",
	.summary = "Writes DIR/DEVICE.snmprec for each device that answers\n"
		   "SNMP in the phase.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 2,
	.most_operands = 3,
};

static void (*const groups[])(const struct recorder *) = {
	record_system,
	record_inventory,
	record_interfaces,
	record_addresses,
	record_neighbours,
	record_routes,
	record_bridge,
	record_layer2,
	record_lldp,
	record_med,
	record_adverts,
	record_traffic,
	record_services,
	record_tunnels,
	record_spanning_tree,
	record_sessions,
};

static int
write_device(const struct network *network, const struct device *device,
	const char *folder)
{
	struct recorder recorder = { .network = network, .device = device };
	char name[NAME_MAX + 1], path[PATH_MAX];

	snprintf(name, sizeof(name), "%s.snmprec", device->name);
	if (path_join(path, folder, name) == 0)
		recorder.file = fopen(path, "w");
	if (recorder.file == NULL) {
		log_error("%s/%s: %s", folder, name, strerror(errno));
		return -1;
	}
	for (size_t i = 0; i < COUNT(groups); i++)
		groups[i](&recorder);
	if (fclose(recorder.file) == 0)
		return 0;
	log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
write_devices(const struct network *network, const char *folder)
{
	int result = 0;

	if (make_folders(folder) != 0) {
		log_error("%s: %s", folder, strerror(errno));
		return -1;
	}
	for (size_t i = 0; i < network->device_count; i++)
		if (network->devices[i].answers &&
			write_device(network, &network->devices[i], folder) !=
				0)
			result = -1;
	return result;
}

int
main(int argc, char **argv)
{
	struct settings settings = { 0 };
	struct network *network;
	int operand, result = -1;

	log_set_program("twinmap-recordings");
	operand = command_line_read(&command_line, argc, argv, &settings);
	network = network_read(argv[operand], argv[operand + 1]);
	if (network == NULL)
		return 1;
	if (settings.expect) {
		expect_print(network, stdout);
		result = 0;
	} else if (operand + 2 == argc) {
		log_error("where to? usage: %s", command_line.usage);
	} else {
		result = write_devices(network, argv[operand + 2]);
	}
	network_free(network);
	return result == 0 ? 0 : 1;
}
