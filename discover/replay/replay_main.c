/* replay_main.c -- twinmap replay: answers SNMP from recordings.
 *
 * Folders of recordings become agents that discover can walk as if the devices
 * were there; best in a network namespace where every address is local. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "credentials.h"
#include "files.h"
#include "log.h"
#include "memory.h"
#include "options.h"
#include "recording_list.h"
#include "address_list.h"
#include "replay.h"
#include "replay_access.h"
#include "replay_faults.h"

enum { CLOCK_RATE_MOST = 1000000 };

struct settings {
	struct replay_settings server;
	const char *community, *credentials; /* one of them, or neither */
	const char *address_list;
	bool is_distinct;
	bool has_faults;
	struct replay_faults faults; /* of all devices */
	const char **device_faults; /* "NAME:FAULT" */
	size_t device_fault_count, device_fault_capacity;
	int64_t seed; /* of the dice for losses */
};

struct replay {
	struct replay_clock clock;
	struct recording_list list;
	struct recording_list copies; /* of them, for addresses of the list */
	struct replay_faults *faults; /* of each; or NULL */
	bool *listed; /* the address list names its addresses */
	struct credentials *credentials;
	struct replay_access *access;
	struct replay_addresses *addresses;
};

static int
set_port(void *settings, const char *value)
{
	int64_t port;

	if (option_number("port", value, 1, &port) != 0)
		return -1;
	((struct settings *)settings)->server.port = (int)port;
	if (port <= UINT16_MAX)
		return 0;
	log_error("--port: '%s' is above 65535", value);
	return -1;
}

static int
set_delay(void *settings, const char *value)
{
	int64_t delay;

	if (option_number("delay", value, 0, &delay) != 0)
		return -1;
	((struct settings *)settings)->server.delay_ms =
		delay < INT32_MAX ? (int)delay : INT32_MAX;
	return 0;
}

static int
set_seconds(void *settings, const char *value)
{
	return option_number("seconds", value, 1,
		&((struct settings *)settings)->server.seconds);
}

static int
set_size(void *settings, const char *value)
{
	int64_t size;

	if (option_number("max-size", value, REPLAY_SIZE_LEAST, &size) != 0)
		return -1;
	((struct settings *)settings)->server.size_limit = (size_t)size;
	if (size <= REPLAY_RESPONSE_ROOM)
		return 0;
	log_error("--max-size: '%s' is more than UDP carries (%d)", value,
		REPLAY_RESPONSE_ROOM);
	return -1;
}

static int
set_clock_rate(void *settings, const char *value)
{
	struct replay_settings *server = &((struct settings *)settings)->server;

	if (option_number("clock-rate", value, 0, &server->clock_rate) != 0)
		return -1;
	if (server->clock_rate <= CLOCK_RATE_MOST)
		return 0;
	log_error("--clock-rate: '%s' is more than %d", value, CLOCK_RATE_MOST);
	return -1;
}

static int
set_clock_jump(void *settings, const char *value)
{
	int64_t jump;

	if (option_number("clock-jump", value, 1, &jump) != 0)
		return -1;
	((struct settings *)settings)->server.clock_jump =
		jump < INT32_MAX ? jump : INT32_MAX;
	return 0;
}

static int
add_fault(void *given, const char *value)
{
	struct settings *settings = given;

	settings->has_faults = true;
	if (strchr(value, ':') == NULL)
		return replay_faults_add(&settings->faults, value);
	settings->device_faults = memory_grown(settings->device_faults,
		settings->device_fault_count, &settings->device_fault_capacity,
		sizeof(*settings->device_faults));
	settings->device_faults[settings->device_fault_count++] = value;
	return 0;
}

static int
add_loss(void *settings, const char *value)
{
	char fault[64];

	snprintf(fault, sizeof(fault), "loss=%s", value);
	return add_fault(settings, fault);
}

static int
add_slowness(void *settings, const char *value)
{
	char fault[64];

	snprintf(fault, sizeof(fault), "slow-varbind=%s", value);
	return add_fault(settings, fault);
}

static int
set_seed(void *settings, const char *value)
{
	return option_number(
		"seed", value, 0, &((struct settings *)settings)->seed);
}

static const struct option_rule rules[] = {
	{ "port", 'p', "N", "UDP port, default 161", set_port },
	{ "delay", 'd', "MS", "every answer leaves so many milliseconds later",
		set_delay },
	{ "clock-rate", 0, "N",
		"the agents' clock runs N times as fast: sysUpTime, and what "
		"a recording says grows; default 0",
		set_clock_rate },
	{ "clock-jump", 0, "SECONDS",
		"that clock stands until so many have passed, jumps there and "
		"stands: readings before and after differ by just that",
		set_clock_jump },
	{ "addresses", 'a', "LIST",
		"file of lines 'NAME ADDRESS...', NAME without .snmprec",
		KEEP_TEXT(struct settings, address_list) },
	{ "distinct", 0, NULL,
		"each address of the list is a device of its own, with a name, "
		"a serial and ids of its own",
		KEEP_SWITCH(struct settings, is_distinct) },
	{ "community", 'c', "WORD", "of SNMPv2c, default public",
		KEEP_TEXT(struct settings, community) },
	{ "credentials", 0, "FILE",
		"answer whatever one of these opens, of v2c and v3 (the file "
		"that discover reads)",
		KEEP_TEXT(struct settings, credentials) },
	{ "max-size", 0, "OCTETS", "of an answer, default 1472", set_size },
	{ "seconds", 's', "N", "end after so long", set_seconds },
	{ "loss", 0, "PERCENT", "so many answers are lost", add_loss },
	{ "slow-varbind", 0, "US",
		"a device takes so many microseconds for each value",
		add_slowness },
	{ "fault", 0, "[NAME:]FAULT",
		"of one device (NAME without .snmprec) or of all", add_fault },
	{ "seed", 0, "N", "another one loses other answers", set_seed },
};

static const struct command_line command_line = {
	.usage = "twinmap replay [OPTION...] DIR|FILE...",
	.summary = "Answers SNMP, over IPv4 and IPv6, from the recordings\n"
		   "(*.snmprec) in the folders. Each device answers at the\n"
		   "addresses of its own recording, or at those of the "
		   "list.\n\n" REPLAY_FAULTS_HELP,
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = -1,
};

/* "NAME:FAULT"; -1 after logging. */
static int
give_device_fault(struct replay *replay, const char *fault)
{
	size_t length = strcspn(fault, ":"), device;
	char *name = memory_text(fault);
	int result = -1;

	name[length] = '\0';
	device = recording_list_find(&replay->list, name);
	if (device < replay->list.count)
		result = replay_faults_add(
			&replay->faults[device], fault + length + 1);
	else
		log_error(
			"--fault %s: there is no recording '%s'", fault, name);
	free(name);
	return result;
}

/* Each device has its own: it counts and throws dice by itself. */
static int
give_faults(struct replay *replay, const struct settings *settings)
{
	int result = 0;

	if (!settings->has_faults)
		return 0;
	replay->faults = memory_zeroed(
		(replay->list.count + 1) * sizeof(*replay->faults));
	for (size_t i = 0; i < replay->list.count; i++) {
		replay->faults[i] = settings->faults;
		replay_faults_roll(&replay->faults[i], settings->seed,
			replay->list.recordings[i]->name);
		replay->list.recordings[i]->faults = &replay->faults[i];
	}
	for (size_t i = 0; i < settings->device_fault_count; i++)
		if (give_device_fault(replay, settings->device_faults[i]) != 0)
			result = -1;
	return result;
}

static void
start_clock(struct replay *replay, struct replay_settings *server)
{
	if (server->clock_rate == 0)
		return;
	server->clock = &replay->clock;
	for (size_t i = 0; i < replay->list.count; i++)
		replay->list.recordings[i]->clock = &replay->clock;
}

static int
serve(struct replay *replay, struct settings *settings)
{
	struct replay_server *server;
	size_t address_count;
	int result;

	for (size_t i = 0; i < replay->list.count; i++)
		if (!replay->listed[i])
			replay_addresses_add_own(
				replay->addresses, replay->list.recordings[i]);
	address_count = replay_addresses_settle(replay->addresses);
	start_clock(replay, &settings->server);
	server = replay_server_create(&settings->server, replay->addresses);
	if (server == NULL)
		return -1;
	printf("ready: %zu devices, %zu addresses, port %d\n",
		replay->list.count + replay->copies.count, address_count,
		settings->server.port);
	fflush(stdout);
	result = replay_server_run(server);
	replay_server_free(server);
	return result;
}

/* -1 after logging. */
static int
let_in(struct replay *replay, struct settings *settings)
{
	const char *community =
		settings->community != NULL ? settings->community : "public";

	if (settings->credentials == NULL)
		replay->credentials =
			credentials_of_community("replay", community);
	else if (settings->community == NULL)
		replay->credentials = credentials_read(settings->credentials);
	else
		log_error("--community and --credentials: give one of them; a "
			  "file of credentials may hold communities");
	if (replay->credentials == NULL)
		return -1;
	replay->access = replay_access_create(replay->credentials);
	settings->server.access = replay->access;
	return 0;
}

static void
replay_free(struct replay *replay)
{
	replay_access_free(replay->access);
	credentials_free(replay->credentials);
	recording_list_free(&replay->copies);
	recording_list_free(&replay->list);
	replay_addresses_free(replay->addresses);
	free(replay->faults);
	free(replay->listed);
}

int
main(int argc, char **argv)
{
	struct settings settings = {
		.server = { .port = 161, .size_limit = REPLAY_RESPONSE_LIMIT },
	};
	struct replay replay = { .addresses = replay_addresses_create() };
	int result = 0, operand;

	log_set_program("twinmap replay");
	operand = command_line_read(&command_line, argc, argv, &settings);
	for (int i = operand; i < argc; i++)
		if (recording_list_read(&replay.list, argv[i]) != 0)
			result = -1;
	recording_list_warn(&replay.list);
	replay.listed = memory_zeroed(replay.list.count + 1);
	if (give_faults(&replay, &settings) != 0 ||
		let_in(&replay, &settings) != 0)
		result = -1;
	if (settings.address_list != NULL &&
		address_list_read(settings.address_list,
			&(struct address_list){
				.is_distinct = settings.is_distinct,
				.recordings = &replay.list,
				.copies = &replay.copies,
				.addresses = replay.addresses,
				.listed = replay.listed }) != 0)
		result = -1;
	if (result == 0)
		result = serve(&replay, &settings);
	replay_free(&replay);
	free(settings.device_faults);
	return result == 0 ? 0 : 1;
}
