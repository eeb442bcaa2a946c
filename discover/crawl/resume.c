/* resume.c -- goes on with the file that an interrupted run left behind.
 *
 * Devices stand in the file in the order in which they were read, so a device
 * comes behind the one that led to it: drawing the same conclusions in the same
 * order gives the same candidates again, depths included. Those that gave no
 * answer are asked once more. */
#include "resume.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "candidates.h"
#include "conclude.h"
#include "config.h"
#include "crawl.h"
#include "credentials.h"
#include "database.h"
#include "device.h"
#include "identity.h"
#include "keyring.h"
#include "log.h"
#include "mib.h"
#include "recall.h"
#include "settings.h"
#include "visit.h"

/* ---- the file ---- */

/* The one row of meta, or no row: killed before it was written. */
static const char meta_query[] =
	"SELECT complete, tool, tool = 'twinmap " TWINMAP_VERSION "',"
	" observed_at, strftime('%Y-%m-%dT%H:%M:%SZ', observed_at, 'unixepoch')"
	" FROM meta";

static int
check_run(const struct query *meta, const char *partial,
	const struct discover_config *config)
{
	if (query_integer(meta, 0) != 0)
		log_error("%s: the crawl is complete; rename it to %s and run "
			  "twinmap analyse on it",
			partial, config->output);
	else if (query_integer(meta, 2) == 0)
		log_error("%s: was begun by %s, this is twinmap %s; go on "
			  "with that or begin anew",
			partial, query_text(meta, 1), TWINMAP_VERSION);
	else if (config->observed_at != 0 &&
		config->observed_at != query_integer(meta, 3))
		log_error("%s: its network was observed at %s; leave out --at",
			partial, query_text(meta, 4));
	else
		return 0;
	return -1;
}

static int
check_meta(struct database *database, const struct discover_config *config)
{
	const char *partial = database_path(database);
	struct query *meta = query_prepare(database, meta_query);
	int result = -1;

	if (meta == NULL)
		return -1;
	if (query_next(meta))
		result = check_run(meta, partial, config);
	else if (!query_failed(meta))
		log_error("%s: its run had not begun; begin anew without "
			  "--resume",
			partial);
	query_free(meta);
	return result;
}

struct database *
resume_open(const char *partial, const struct discover_config *config)
{
	struct database *database;

	if (access(partial, F_OK) != 0) {
		log_error("%s: %s; there is nothing to resume", partial,
			strerror(errno));
		return NULL;
	}
	database = database_open(partial, DATABASE_WRITE);
	if (database == NULL)
		return NULL;
	/* As database_create set it: a file that was closed forgot. */
	if (check_meta(database, config) == 0 &&
		database_run(database,
			"PRAGMA journal_mode = WAL;"
			"PRAGMA synchronous = NORMAL") == 0)
		return database;
	database_close(database);
	return NULL;
}

/* ---- its settings ---- */

/* The first that only one of the two runs has. Not compared: what sets the
 * pace, when it was resumed, and seeds that the host found itself. */
static const char difference_query[] =
	"WITH pace (name) AS (VALUES ('window'), ('requests_per_device'),"
	"  ('requests_per_second'), ('requests_per_second_per_device'),"
	"  ('tries'), ('timeout_ms'), ('resumed')),"
	" before AS (SELECT name, value FROM temp.before_resume"
	"  WHERE name NOT IN pace AND value NOT GLOB 'auto, *'),"
	" after AS (SELECT name, value FROM setting"
	"  WHERE name NOT IN pace AND value NOT GLOB 'auto, *')"
	" SELECT name, value, 'was given when it was begun'"
	" FROM (SELECT * FROM before EXCEPT SELECT * FROM after)"
	" UNION ALL"
	" SELECT name, value, 'was not given when it was begun'"
	" FROM (SELECT * FROM after EXCEPT SELECT * FROM before)"
	" LIMIT 1";

static int
compare_settings(struct database *database)
{
	struct query *query = query_prepare(database, difference_query);
	int result = -1;

	if (query == NULL)
		return -1;
	if (query_next(query))
		log_error("%s: %s %s %s; a run goes on with its own settings",
			database_path(database), query_text(query, 0),
			query_text(query, 1), query_text(query, 2));
	else if (!query_failed(query))
		result = 0;
	query_free(query);
	return result;
}

/* Each time it was resumed stays. Of candidates only those are kept that tell
 * how a device was found: the others are asked again. */
static const char tidy[] =
	"INSERT INTO setting (name, value)"
	" SELECT name, value FROM temp.before_resume WHERE name = 'resumed'"
	" ORDER BY rowid;"
	"DELETE FROM candidate WHERE result <> 'answered';"
	"DROP TABLE temp.before_resume";

static int
note_resumption(struct database *database, int64_t now)
{
	const struct value value = integer_value(now);

	return database_run_with(database,
		"INSERT INTO setting (name, value) VALUES ('resumed',"
		" strftime('%Y-%m-%dT%H:%M:%SZ', ?, 'unixepoch'))",
		&value, 1);
}

static int
replace_settings(struct database *database, struct store *store,
	const struct discover_config *config)
{
	if (database_run(database,
		    "CREATE TEMP TABLE before_resume AS"
		    " SELECT name, value FROM setting ORDER BY rowid;"
		    "DELETE FROM setting") != 0 ||
		settings_store(store, config) != 0 ||
		compare_settings(database) != 0 ||
		database_run(database, tidy) != 0)
		return -1;
	return note_resumption(database, config_clock(config));
}

int
resume_settings(struct database *database, struct store *store,
	const struct discover_config *config)
{
	if (database_run(database, "BEGIN") != 0)
		return -1;
	if (replace_settings(database, store, config) == 0)
		return database_run(database, "COMMIT");
	database_run(database, "ROLLBACK");
	return -1;
}

/* ---- its devices ---- */

/* What the probe had told. */
static struct identity
identity_of(const struct device *device)
{
	struct identity identity = { .sys_object_id = device->sys_object_id,
		.sys_name = device->sys_name,
		.sys_descr = device->sys_descr,
		.engine_id = device->engine_id };
	uint8_t mac[6];

	if (device->bridge_mac != NULL &&
		mac_parse(device->bridge_mac, mac) == 0 &&
		!mac_is_virtual_router(mac))
		identity.bridge_mac = device->bridge_mac;
	if (device->chassis_id_subtype != NULL && device->chassis_id != NULL)
		identity.chassis = arena_format(device->arena, "%s %s",
			device->chassis_id_subtype, device->chassis_id);
	return identity;
}

/* What opened the others of its subnet is tried there first. */
static void
note_credential(struct crawl *crawl, const struct recalled *recalled)
{
	const struct credentials *all = crawl->order->credentials;

	for (size_t i = 0; i < credentials_count(all); i++) {
		const struct credential *credential = credentials_at(all, i);

		if (strcmp(credential->label, recalled->credential) != 0)
			continue;
		keyring_worked(
			crawl->keyring, &recalled->device->address, credential);
		return;
	}
}

static bool
is_leaf(const struct crawl *crawl, const struct identity *identity,
	const struct ip_address *ip)
{
	const struct scope_subject subject = { .ip = ip,
		.name = identity->sys_name,
		.platform = identity->sys_descr,
		.object_id = identity->sys_object_id };
	const struct scope_rule *rule =
		scope_rule_for(&crawl->config->scope, &subject);

	return rule != NULL && rule->then == TREAT_LEAF;
}

/* Somebody led to it before, unless its MAC did: those are looked up last. */
static struct candidate *
candidate_of(struct crawl *crawl, const struct recalled *recalled)
{
	const struct ip_address *ip = &recalled->device->address;
	struct candidate *candidate = candidates_find(crawl->candidates, ip);

	if (candidate == NULL)
		candidate = leads_add_found(&crawl->leads, ip,
			recalled->found_by, recalled->found_on);
	candidate->requests = recalled->requests;
	return candidate;
}

static void
resume_device(struct crawl *crawl, const struct recalled *recalled)
{
	const struct identity identity = identity_of(recalled->device);
	struct known_device *known = registry_add(crawl->registry, &identity);
	struct finding finding = { .device = recalled->device,
		.known = known,
		.remark = recalled->detail };

	known->id = recalled->id;
	if (recalled->found_by != NULL) {
		finding.candidate = candidate_of(crawl, recalled);
		finding.is_leaf =
			is_leaf(crawl, &identity, &recalled->device->address);
		if (chassis_is_unique(known->identity.chassis))
			candidates_join(crawl->candidates, finding.candidate,
				known->identity.chassis);
		crawl->walks++;
	}
	if (recalled->device->looked_at != 0)
		crawl->has_own_host = true;
	if (recalled->credential != NULL)
		note_credential(crawl, recalled);
	conclude(crawl, &finding);
}

int
resume_devices(struct crawl *crawl)
{
	struct recall *recall = recall_begin(crawl->order->database);
	struct recalled recalled;
	int result;

	if (recall == NULL)
		return -1;
	while (recall_next(recall, &recalled))
		resume_device(crawl, &recalled);
	result = recall_failed(recall) ? -1 : 0;
	recall_free(recall);
	if (result == 0)
		log_info("%s: goes on behind %zu devices",
			database_path(crawl->order->database), crawl->devices);
	return result;
}
