/* services_main.c -- twinmap-services: the services of a described network.
 *
 * Answers at the addresses that devices have in one phase and at the ports that
 * they listen to then: names, web, mail, telephony. Best in a network namespace
 * where every address is local (samples/in-namespace). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conversation.h"
#include "log.h"
#include "network.h"
#include "options.h"
#include "services.h"
#include "tls.h"
#include "zones.h"

struct settings {
	int64_t seconds;
};

static int
set_seconds(void *settings, const char *value)
{
	return option_number(
		"seconds", value, 1, &((struct settings *)settings)->seconds);
}

static const struct option_rule rules[] = {
	{ "seconds", 's', "N", "end after so long", set_seconds },
};

static const struct command_line command_line = {
	.usage = "twinmap-services [--seconds N] NETWORK.yaml PHASE",
	.summary = "Answers DNS, HTTP, SMTP, IMAP and SIP, with TLS where it\n"
		   "is usual, as the devices of the phase do.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 2,
	.most_operands = 2,
};

enum { NAME_LIMIT = 8 };

static bool
leads_to(const struct zone_record *record, const struct device *device)
{
	const struct ip_address *ip = record->ip.family != 0
		? device_address(device, record->ip.family)
		: NULL;

	return ip != NULL && ip_equal(ip, &record->ip);
}

/* Each once, in the order of the alphabet: certificates are compared. */
static void
add_name(const char *names[NAME_LIMIT], const char *name)
{
	size_t at = 0, last;

	while (names[at] != NULL && strcmp(names[at], name) < 0)
		at++;
	if (names[at] != NULL && strcmp(names[at], name) == 0)
		return;
	for (last = at; names[last] != NULL; last++)
		;
	if (last + 1 == NAME_LIMIT)
		return;
	memmove(&names[at + 1], &names[at], (last - at) * sizeof(*names));
	names[at] = name;
}

/* -1 after logging. */
static int
describe_host(const struct network *network, const struct device *device,
	struct host *host)
{
	const char *names[NAME_LIMIT] = { NULL };
	const struct zones *zones = network->zones;

	host->zones = zones;
	host->name = zones == NULL ? device->name
				   : arena_format(network->arena, "%s.%s",
					     device->name, zones->forward);
	for (const struct zone_record *record = zones != NULL ? zones->records
							      : NULL;
		record != NULL; record = record->next)
		if (leads_to(record, device))
			add_name(names, record->name);
	if (names[0] == NULL)
		names[0] = host->name;
	host->identity = tls_identity_create(host->name, names);
	return host->identity != NULL ? 0 : -1;
}

static int
open_service(struct services *services, const struct device *device,
	const struct host *host, const struct service *service)
{
	static const int families[] = { 4, 6 };
	const struct protocol *protocol = protocol_find(service->port);

	if (protocol == NULL)
		return 0; /* heard of by SNMP only */
	for (size_t i = 0; i < COUNT(families); i++) {
		const struct ip_address *ip =
			device_address(device, families[i]);

		if (ip == NULL ||
			(service->family != 0 &&
				service->family != families[i]))
			continue;
		if (services_listen(services, host, protocol, ip) != 0)
			return -1;
	}
	return 0;
}

/* -1 after logging. */
static int
open_all(struct services *services, const struct network *network,
	struct host *hosts)
{
	int result = 0;

	for (size_t i = 0; i < network->device_count; i++) {
		const struct device *device = &network->devices[i];

		if (device->services == NULL)
			continue;
		if (describe_host(network, device, &hosts[i]) != 0)
			return -1;
		for (const struct service *service = device->services;
			service != NULL; service = service->next)
			if (open_service(
				    services, device, &hosts[i], service) != 0)
				result = -1;
	}
	return result;
}

static int
serve(const struct network *network, int64_t seconds)
{
	struct services *services = services_create();
	struct host *hosts =
		memory_zeroed(network->device_count * sizeof(*hosts));
	int result = -1;

	if (services != NULL && open_all(services, network, hosts) == 0) {
		printf("ready: %zu sockets\n", services_door_count(services));
		fflush(stdout);
		result = services_run(services, seconds);
	}
	services_free(services);
	for (size_t i = 0; i < network->device_count; i++)
		tls_identity_free(hosts[i].identity);
	free(hosts);
	return result;
}

int
main(int argc, char **argv)
{
	struct settings settings = { 0 };
	struct network *network;
	int operand, result;

	log_set_program("twinmap-services");
	operand = command_line_read(&command_line, argc, argv, &settings);
	network = network_read(argv[operand], argv[operand + 1]);
	if (network == NULL)
		return 1;
	result = serve(network, settings.seconds);
	network_free(network);
	return result == 0 ? 0 : 1;
}
