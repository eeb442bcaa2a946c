/* archive_state.c -- what a snapshot says of its topology.db: when, which
 * phase, how many devices of each class, its figures and those before. */
#include "archive_store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "log.h"
#include "paths.h"

static int
read_meta(struct database *database, struct manifest *manifest)
{
	struct query *query = query_prepare(
		database, "SELECT observed_at, phase, complete FROM meta");
	int result = -1;

	if (query == NULL)
		return -1;
	if (!query_next(query)) {
		if (!query_failed(query))
			log_error("%s: was never finished: meta is empty",
				database_path(database));
	} else if (snapshot_id(query_integer(query, 0), manifest->id) != 0) {
		log_error("%s: meta.observed_at is no time",
			database_path(database));
	} else {
		manifest->phase =
			arena_text(manifest->arena, query_text(query, 1));
		manifest->complete = query_integer(query, 2) != 0;
		result = 0;
	}
	query_free(query);
	return result;
}

static int
count_devices(struct database *database, struct manifest *manifest)
{
	struct query *query = query_prepare(database,
		"SELECT count(*) FROM device"
		" WHERE documented AND coalesce(class, 'unknown') = ?");
	int result = query != NULL ? 0 : -1;

	for (int i = 0; result == 0 && i < CLASS_COUNT; i++) {
		query_reset(query);
		query_bind(query, 1, text_value(class_names[i]));
		if (query_next(query))
			manifest->devices[i] = query_integer(query, 0);
		result = query_failed(query) ? -1 : 0;
	}
	query_free(query);
	return result;
}

/* Times of the run in seconds since 1970; shares can be had from part, total
 * and unknown (topology/schema/findings.sql, table metric). */
static const char figures[] =
	"SELECT json_object("
	" 'started_at', m.started_at,"
	" 'finished_at', m.finished_at,"
	" 'facts_sha256', m.facts_hash,"
	" 'phase_title', (SELECT p.title FROM fact_phase p"
	"                 WHERE p.id = m.phase),"
	" 'vantages', (SELECT json_group_array(name) FROM"
	"  (SELECT name FROM fact_vantage ORDER BY name)),"
	" 'metrics', (SELECT json_group_array(json_object('id', id,"
	"  'title', title, 'part', part, 'total', total,"
	"  'unknown', unknown)) FROM"
	"  (SELECT * FROM metric ORDER BY ordinal, id)),"
	" 'history', (SELECT json_group_array(json_array(snapshot, phase,"
	"  metric, part, total, unknown)) FROM"
	"  (SELECT * FROM history ORDER BY snapshot, metric)))"
	" FROM meta m";

static int
read_figures(struct database *database, struct manifest *manifest)
{
	struct query *query = query_prepare(database, figures);
	int result = -1;

	if (query != NULL && query_next(query)) {
		manifest->figures =
			arena_text(manifest->arena, query_text(query, 0));
		result = 0;
	}
	query_free(query);
	return result;
}

/* A journal beside the file means that someone writes it, or died doing so. */
static int
check_settled(const char *path)
{
	static const char *const journals[] = { "-wal", "-journal" };
	char journal[PATH_MAX];

	for (size_t i = 0; i < COUNT(journals); i++) {
		int length = snprintf(
			journal, sizeof(journal), "%s%s", path, journals[i]);

		if (length < PATH_MAX && access(journal, F_OK) == 0) {
			log_error("%s: is being written (%s exists)", path,
				journal);
			return -1;
		}
	}
	return 0;
}

int
manifest_read_state(
	struct manifest *manifest, const char *site, char hash[HASH_SIZE])
{
	struct database *database = NULL;
	char path[PATH_MAX];
	int result = -1;

	if (path_join(path, site, STATE_NAME) != 0) {
		log_error("%s: %s", site, strerror(errno));
		return -1;
	}
	if (check_plain_file(path) == 0 && check_settled(path) == 0 &&
		hash_file(path, hash) == 0)
		database = database_open(path, DATABASE_READ);
	if (database != NULL && read_meta(database, manifest) == 0 &&
		count_devices(database, manifest) == 0)
		result = read_figures(database, manifest);
	database_close(database);
	manifest->tool = "twinmap " TWINMAP_VERSION;
	return result;
}
