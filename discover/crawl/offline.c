/* offline.c -- a crawl of recordings, without a network.
 *
 * A recording answers at the addresses of its own tables. One without any, or
 * with none that is not another's too, answers at 100::N, where N is its place
 * in the list, from 1: RFC 6666 keeps 100::/64 free of everybody. */
#include "offline.h"

#include <stdlib.h>

#include "config.h"
#include "credentials.h"
#include "lookup.h"
#include "memory.h"
#include "recording_list.h"
#include "replay_transport.h"

struct offline {
	struct recording_list list;
	struct replay_addresses *addresses;
};

static int
read_recordings(struct offline *offline, const struct discover_config *config)
{
	int result = 0;

	for (size_t i = 0; i < config->recording_count; i++)
		if (recording_list_read(
			    &offline->list, config->recordings[i]) != 0)
			result = -1;
	recording_list_warn(&offline->list);
	return result;
}

static bool
is_noted(const struct lookup *reached, const struct recording *recording)
{
	const uintptr_t key = (uintptr_t)recording;

	return lookup_find(reached, &key, sizeof(key)) != NULL;
}

static void
note_reached(void *reached, const struct ip_address *ip,
	const struct recording *recording)
{
	const uintptr_t key = (uintptr_t)recording;
	void **place = lookup_place(reached, &key, sizeof(key));

	(void)ip;
	*place = reached; /* anything but NULL */
}

static struct ip_address
discard_only_address(size_t number)
{
	uint8_t octets[16] = { 0x01 };
	struct ip_address ip;

	for (size_t i = 0; i < sizeof(uint32_t); i++)
		octets[15 - i] = (uint8_t)(number >> 8 * i);
	ip_from_octets(octets, sizeof(octets), &ip);
	return ip;
}

static void
give_addresses(struct offline *offline)
{
	struct recording_list *list = &offline->list;
	struct lookup *reached = lookup_create();

	for (size_t i = 0; i < list->count; i++)
		replay_addresses_add_own(
			offline->addresses, list->recordings[i]);
	replay_addresses_settle(offline->addresses);
	replay_addresses_each(offline->addresses, note_reached, reached);
	for (size_t i = 0; i < list->count; i++) {
		const struct recording *recording = list->recordings[i];
		const struct ip_address ip = discard_only_address(i + 1);

		if (!is_noted(reached, recording))
			replay_addresses_add(
				offline->addresses, &ip, recording);
	}
	replay_addresses_settle(offline->addresses);
	lookup_free(reached);
}

struct seeding {
	struct discover_config *config;
	struct lookup *seeded;
};

/* The first address of each is enough: its device tells the others. */
static void
add_seed(void *context, const struct ip_address *ip,
	const struct recording *recording)
{
	struct seeding *seeding = context;
	char text[IP_TEXT_SIZE];

	if (is_noted(seeding->seeded, recording))
		return;
	note_reached(seeding->seeded, ip, recording);
	config_add_seed(seeding->config, ip_text(ip, text));
}

static void
complete(struct discover_config *config, const struct offline *offline)
{
	struct seeding seeding = { config, lookup_create() };
	struct prefix_list *include = &config->scope.include;

	config->engine.source =
		(struct transport_source){ replay_transport_open,
			offline->addresses };
	if (config->seed_count == 0)
		replay_addresses_each(offline->addresses, add_seed, &seeding);
	if (include->count == 0) {
		prefix_list_add(include, "0.0.0.0/0");
		prefix_list_add(include, "::/0");
	}
	lookup_free(seeding.seeded);
}

struct offline *
offline_create(struct discover_config *config)
{
	struct offline *offline = memory_zeroed(sizeof(*offline));

	offline->addresses = replay_addresses_create();
	if (read_recordings(offline, config) != 0) {
		offline_free(offline);
		return NULL;
	}
	give_addresses(offline);
	complete(config, offline);
	return offline;
}

void
offline_free(struct offline *offline)
{
	if (offline == NULL)
		return;
	replay_addresses_free(offline->addresses);
	recording_list_free(&offline->list);
	free(offline);
}

struct credentials *
offline_credentials(void)
{
	return credentials_of_community("recording", REPLAY_COMMUNITY);
}
