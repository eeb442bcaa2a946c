/* import_main.c -- twinmap import: what others know already, as facts.yaml. */
#include <stdio.h>
#include <string.h>

#include "csv_table.h"
#include "log.h"
#include "memory.h"
#include "netbox.h"
#include "options.h"

static int
set_table(struct csv_table **table, const char *path)
{
	csv_table_free(*table);
	*table = csv_table_read(path);
	return *table != NULL ? 0 : -1;
}

static int
set_sites(void *netbox, const char *path)
{
	return set_table(&((struct netbox *)netbox)->sites, path);
}

static int
set_prefixes(void *netbox, const char *path)
{
	return set_table(&((struct netbox *)netbox)->prefixes, path);
}

static int
set_vlans(void *netbox, const char *path)
{
	return set_table(&((struct netbox *)netbox)->vlans, path);
}

static int
set_devices(void *netbox, const char *path)
{
	return set_table(&((struct netbox *)netbox)->devices, path);
}

static const struct option_rule rules[] = {
	{ "sites", 0, "FILE", "sites.csv: name, slug, description", set_sites },
	{ "prefixes", 0, "FILE", "prefixes.csv: prefix, site, vlan, role ...",
		set_prefixes },
	{ "vlans", 0, "FILE", "vlans.csv: vid, name, site", set_vlans },
	{ "devices", 0, "FILE", "devices.csv: name, role, serial, addresses",
		set_devices },
};

static const struct command_line line = {
	.usage = "twinmap import netbox [OPTION...]",
	.summary = "Writes sites, plan_prefixes and devices of facts.yaml to\n"
		   "standard output, made of tables that NetBox exported.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

static int
print_facts(const struct netbox *netbox)
{
	struct text yaml = { 0 };
	int result = netbox_to_facts(netbox, &yaml);

	if (result == 0 &&
		(fputs(yaml.bytes, stdout) == EOF || fflush(stdout) != 0)) {
		log_error("standard output: cannot be written");
		result = -1;
	}
	text_free(&yaml);
	return result;
}

static int
import_netbox(const struct netbox *netbox)
{
	if (netbox->sites != NULL || netbox->prefixes != NULL ||
		netbox->devices != NULL)
		return print_facts(netbox);
	log_error("nothing to import: give --sites, --prefixes or --devices");
	return -1;
}

int
main(int argc, char **argv)
{
	struct netbox netbox = { 0 };
	int result = -1;

	log_set_program("twinmap import");
	argv += command_line_read(&line, argc, argv, &netbox);
	if (strcmp(argv[0], "netbox") == 0)
		result = import_netbox(&netbox);
	else
		log_error("'%s' is not known; only netbox is", argv[0]);
	csv_table_free(netbox.sites);
	csv_table_free(netbox.prefixes);
	csv_table_free(netbox.vlans);
	csv_table_free(netbox.devices);
	return result == 0 ? 0 : 1;
}
