/* store.c -- one device, one transaction. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>

#include "credentials.h"
#include "device.h"
#include "walk.h"
#include "store_rows.h"

/* Every device touches the last page of every table: rewriting those in the
 * file after each 8 MB of log, as is the default, costs more than the rest. */
static const char pace[] = "PRAGMA wal_autocheckpoint = 8192; /* pages */"
			   "PRAGMA cache_size = -65536; /* KiB */";

struct store *
store_create(struct database *database)
{
	struct store *store = memory_zeroed(sizeof(*store));

	store->database = database;
	if (database_run(database, pace) != 0 || indexes_drop(store) != 0) {
		store_free(store);
		return NULL;
	}
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		store->queries[i] = query_prepare(database, statements[i]);
		if (store->queries[i] == NULL) {
			store_free(store);
			return NULL;
		}
	}
	return store;
}

void
store_free(struct store *store)
{
	if (store == NULL)
		return;
	for (int i = 0; i < STATEMENT_COUNT; i++)
		query_free(store->queries[i]);
	text_free(&store->indexes);
	free(store);
}

static int
run(struct store *store, enum statement statement, const struct value *values,
	size_t count)
{
	return query_run(store->queries[statement], values, count);
}

int
store_row(struct store *store, enum statement statement,
	const struct value *values, size_t count)
{
	store->row_count++;
	return run(store, statement, values, count);
}

int64_t
store_row_count(const struct store *store)
{
	return store->row_count;
}

/* Forwarding: -1 means "not said". */
static struct value
forwarding_value(int forwarding)
{
	return forwarding < 0 ? null_value() : integer_value(forwarding);
}

static int
insert_device(struct store *store, const struct device_report *report)
{
	const struct device *device = report->device;
	static const char *const versions[] = { [SNMP_V1] = "SNMPv1",
		[SNMP_V2C] = "SNMPv2c",
		[SNMP_V3] = "SNMPv3" };
	const struct credential *credential = report->credential;
	bool is_agent = credential != NULL;
	char address[IP_TEXT_SIZE];
	const struct value values[] = {
		text_value(device->sys_name),
		text_value(device->sys_descr),
		text_value(device->sys_object_id),
		text_value(device->sys_location),
		text_value(device->sys_contact),
		known_number(device->sys_services),
		known_number(device->sys_uptime),
		forwarding_value(device->ip_forwarding),
		forwarding_value(device->ipv6_forwarding),
		text_value(device->engine_id),
		text_value(device->bridge_mac),
		text_value(device->lldp_sys_name),
		text_value(device->chassis_id_subtype),
		text_value(device->chassis_id),
		text_value(device->capabilities),
		text_value(device->serial),
		text_value(device->manufacturer),
		text_value(device->hardware_model),
		text_value(device->software),
		address_value(&device->address, address),
		text_value(is_agent ? versions[credential->version] : NULL),
		text_value(is_agent ? credential_level(credential) : NULL),
		text_value(is_agent ? credential->label : NULL),
		integer_value(report->asked_at),
	};

	return store_row(store, INSERT_DEVICE, values, COUNT(values));
}

/* "BRIDGE-MIB::dot1dTpFdbTable, each VLAN" */
static const char *
question_text(const struct walk_outcome *outcome, char text[256])
{
	const char *where = outcome->where;

	snprintf(text, 256, "%s%s%s", outcome->collector->name,
		where != NULL ? ", " : "", where ?: "");
	return text;
}

static int
insert_coverage(
	struct store *store, const struct device_report *report, int64_t id)
{
	static const char *const results[] = {
		[WALK_ROWS] = "rows",
		[WALK_EMPTY] = "empty",
		[WALK_NOT_IMPLEMENTED] = "not implemented",
		[WALK_NO_ANSWER] = "no answer",
		[WALK_CUT_SHORT] = "cut short",
	};

	for (size_t i = 0; i < report->outcome_count; i++) {
		const struct walk_outcome *outcome = &report->outcomes[i];
		char question[256];
		const struct value values[] = {
			integer_value(id),
			text_value(question_text(outcome, question)),
			text_value(results[outcome->result]),
			integer_value(outcome->rows),
			integer_value(outcome->refused),
			text_value(outcome->reason),
		};

		if (run(store, INSERT_COVERAGE, values, COUNT(values)) != 0)
			return -1;
	}
	return 0;
}

int
store_begin(struct store *store)
{
	return database_run(store->database, "BEGIN");
}

int
store_end(struct store *store, int result)
{
	if (result == 0)
		return database_run(store->database, "COMMIT");
	database_run(store->database, "ROLLBACK");
	return -1;
}

static int
insert_vantage(struct store *store, const struct device *device, int64_t id)
{
	const struct value values[] = { integer_value(id),
		integer_value(device->looked_at) };

	if (device->looked_at == 0)
		return 0;
	return run(store, INSERT_VANTAGE, values, COUNT(values));
}

/* How it was found is known again when the rest of the crawl is lost. */
static int
insert_answered(
	struct store *store, const struct device_report *report, int64_t id)
{
	struct candidate_report candidate;

	if (report->candidate == NULL)
		return 0;
	candidate = *report->candidate;
	candidate.device = id;
	return store_candidate(store, &candidate);
}

int64_t
store_device(struct store *store, const struct device_report *report)
{
	int64_t id = -1;
	int result = -1;

	if (store_begin(store) != 0)
		return -1;
	if (insert_device(store, report) == 0) {
		id = database_last_id(store->database);
		if (store_device_rows(store, report->device, id) == 0 &&
			insert_vantage(store, report->device, id) == 0 &&
			insert_answered(store, report, id) == 0)
			result = insert_coverage(store, report, id);
	}
	return store_end(store, result) == 0 ? id : -1;
}

int
store_candidate(struct store *store, const struct candidate_report *candidate)
{
	char text[IP_TEXT_SIZE];
	const struct value values[] = {
		text_value(ip_text(candidate->ip, text)),
		bytes_value(candidate->ip->bytes, sizeof(candidate->ip->bytes)),
		text_value(candidate->found_by),
		known_number(candidate->found_on),
		text_value(candidate->result),
		known_number(candidate->device),
		text_value(candidate->detail),
		integer_value(candidate->requests),
	};

	return run(store, INSERT_CANDIDATE, values, COUNT(values));
}

int
store_run_begins(struct store *store, int64_t observed_at, int64_t started_at)
{
	const struct value values[] = {
		integer_value(observed_at),
		integer_value(started_at),
		text_value("twinmap " TWINMAP_VERSION),
	};

	return run(store, INSERT_META, values, COUNT(values));
}

int
store_run_ends(struct store *store, int64_t finished_at, int complete)
{
	const struct value values[] = { integer_value(finished_at),
		integer_value(complete) };

	if (indexes_create(store) != 0)
		return -1;
	return run(store, UPDATE_META, values, COUNT(values));
}

int
store_setting(struct store *store, const char *name, const char *value)
{
	const struct value values[] = { text_value(name), text_value(value) };

	return run(store, INSERT_SETTING, values, COUNT(values));
}
