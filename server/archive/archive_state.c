/* archive_state.c -- what a snapshot says of its topology.db: when, which
 * phase, how many devices of each class, its figures and those before. */
#include "archive_store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
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
	" 'enterprise', m.enterprise,"
	" 'facts_sha256', m.facts_hash,"
	" 'phase_title', (SELECT p.title FROM fact_phase p"
	"                 WHERE p.id = m.phase),"
	" 'vantages', (SELECT json_group_array(name) FROM"
	"  (SELECT name FROM fact_vantage ORDER BY name)),"
	" 'coverage', (SELECT json_group_array(json_object("
	"  'result', result, 'questions', questions, 'devices', devices,"
	"  'rows', rows, 'refused', refused)) FROM"
	"  (SELECT result, count(*) AS questions,"
	"   count(DISTINCT device) AS devices, sum(rows) AS rows,"
	"   sum(refused) AS refused"
	"   FROM coverage GROUP BY result ORDER BY result)),"
	" 'metrics', (SELECT json_group_array(json_object('id', id,"
	"  'title', title, 'part', part, 'total', total,"
	"  'unknown', unknown)) FROM"
	"  (SELECT * FROM metric ORDER BY ordinal, id)),"
	" 'history', (SELECT json_group_array(json_array(snapshot, phase,"
	"  metric, part, total, unknown)) FROM"
	"  (SELECT * FROM history ORDER BY snapshot, metric)))"
	" FROM meta m";

/* Libraries in the versions that this program was built beside; the crawl in
 * the version that made the file. */
static const char tools[] =
	"SELECT json_set('" TWINMAP_TOOLS "', '$.twinmap', '" TWINMAP_VERSION
	"', '$.sqlite', sqlite_version(), '$.discover', m.tool)"
	" FROM meta m";

static int
read_text(struct database *database, struct manifest *manifest, const char *sql,
	const char **text)
{
	struct query *query = query_prepare(database, sql);
	int result = -1;

	if (query != NULL && query_next(query)) {
		*text = arena_text(manifest->arena, query_text(query, 0));
		result = 0;
	}
	query_free(query);
	return result;
}

/* The state a rollout ends with is signed, and so is its last phase. */
static const char unsigned_pages[] =
	"SELECT group_concat(page, ', ') FROM"
	" (SELECT phase AS page FROM meta UNION ALL SELECT 'final')"
	" WHERE page NOT IN (SELECT page FROM fact_signoff)";

static const char *
missing_signatures(struct database *database, struct manifest *manifest)
{
	const char *pages = NULL;

	if (manifest->kind != KIND_FINAL ||
		read_text(database, manifest, unsigned_pages, &pages) != 0 ||
		pages == NULL)
		return NULL;
	return arena_format(manifest->arena,
		"nobody signed %s; 'signoffs' of the facts name page, by and "
		"date",
		pages);
}

static int
check_kind(struct database *database, struct manifest *manifest)
{
	const char *complaint = NULL;

	if (manifest->kind == KIND_STATE)
		return 0;
	if (manifest->phase == NULL)
		complaint = "it has no phase; 'twinmap analyse --phase' gives "
			    "it one";
	else if (!manifest->complete)
		complaint = "the crawl was cut short";
	else
		complaint = missing_signatures(database, manifest);
	if (complaint == NULL)
		return 0;
	log_error("%s: cannot be a snapshot of kind %s: %s",
		database_path(database), kind_names[manifest->kind], complaint);
	return -1;
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

static int
weigh_state(struct manifest *manifest, const char *path)
{
	struct stat status;

	if (hash_file(path, manifest->state.hash) != 0)
		return -1;
	if (stat(path, &status) != 0) {
		log_error("%s: %s", path, strerror(errno));
		return -1;
	}
	manifest->state.path = STATE_PACKED;
	manifest->state.size = status.st_size;
	return 0;
}

static int
read_all(struct database *database, struct manifest *manifest)
{
	manifest->tool = "twinmap " TWINMAP_VERSION;
	if (read_meta(database, manifest) != 0 ||
		check_kind(database, manifest) != 0 ||
		count_devices(database, manifest) != 0 ||
		read_text(database, manifest, tools, &manifest->tools) != 0)
		return -1;
	return read_text(database, manifest, figures, &manifest->figures);
}

int
manifest_read_state(struct manifest *manifest, const char *site)
{
	struct database *database = NULL;
	char path[PATH_MAX];
	int result = -1;

	if (path_join(path, site, STATE_NAME) != 0) {
		log_error("%s: %s", site, strerror(errno));
		return -1;
	}
	if (check_plain_file(path) == 0 && check_settled(path) == 0 &&
		weigh_state(manifest, path) == 0)
		database = database_open(path, DATABASE_READ);
	if (database != NULL)
		result = read_all(database, manifest);
	database_close(database);
	return result;
}
