/* timeline.c -- what the archive tells of itself: all of it, one snapshot. */
#include "timeline.h"

#include <string.h>

#include "archive_page.h"
#include "archive_tables.h"

static const char as_page[] = "200 text/html; charset=utf-8\n";

/* ------------------------------------------------------------- pictures ----
 */

static int
add_picture(struct database *database, const char *id, const char *path)
{
	const struct value values[] = { text_value(id), text_value(path) };
	struct query *query =
		query_prepare(database, "INSERT INTO picture VALUES (?, ?)");
	int result = -1;

	if (query != NULL)
		result = query_run(query, values, COUNT(values));
	query_free(query);
	return result;
}

/* The picture of the whole network: of a large one, of its sites. */
static const char *
main_picture(const struct manifest *manifest)
{
	static const char *const names[] = { "diagrams/network.svg",
		"diagrams/overview.svg" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (manifest_find(manifest, names[i]) != NULL)
			return names[i];
	return NULL;
}

/* Whoever ended a phase or bears a tag is shown with its picture. */
static bool
is_shown(const struct archive *archive, const struct publication *publication)
{
	return !publication->is_pruned &&
		(publication->kind != KIND_STATE ||
			archive_bears_tag(archive, publication));
}

static int
add_pictures(const struct job_place *place, struct database *database)
{
	const struct archive *archive = catalogue_archive(place->catalogue);

	if (database_run(database,
		    "CREATE TEMP TABLE picture (id TEXT PRIMARY KEY,"
		    " path TEXT NOT NULL)") != 0)
		return -1;
	for (size_t i = 0; i < archive->count; i++) {
		const struct publication *item = &archive->publications[i];
		const struct manifest *manifest = NULL;
		const char *path = NULL;

		if (is_shown(archive, item))
			manifest = catalogue_manifest(place->catalogue, item);
		if (manifest != NULL)
			path = main_picture(manifest);
		if (path != NULL && add_picture(database, item->id, path) != 0)
			return -1;
	}
	return 0;
}

/* ----------------------------------------------------------------- jobs ----
 */

int
job_timeline(const struct job_place *place, const char *rest, FILE *answer)
{
	struct database *archive = archive_tables_open(place);
	int result = -1;

	(void)rest;
	fputs(as_page, answer);
	if (archive != NULL && add_pictures(place, archive) == 0)
		result = archive_page(place, archive, "timeline", answer);
	database_close(archive);
	return result;
}

int
job_snapshot(const struct job_place *place, const char *id, FILE *answer)
{
	struct database *archive = archive_tables_open(place);
	int result = -1;

	fputs(as_page, answer);
	if (archive != NULL && archive_page_parameter(archive, "id", id) == 0)
		result = archive_page(place, archive, "snapshot", answer);
	database_close(archive);
	return result;
}

void
prepare_no_state(const struct job_place *place, const char *rest)
{
	(void)place;
	(void)rest;
}
