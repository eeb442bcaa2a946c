/* timeline.c -- what the archive tells of itself: all of it, one snapshot. */
#include "timeline.h"

#include "archive_page.h"
#include "archive_tables.h"

/* ----------------------------------------------------------- pictures -- */

static int
add_picture(struct database *database, const char *id, const char *path)
{
	const struct value values[] = { text_value(id), text_value(path) };

	return database_run_with(database,
		"INSERT OR IGNORE INTO picture VALUES (?, ?)", values,
		COUNT(values));
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

static int
add_picture_of(const struct job_place *place, struct database *database,
	const struct publication *publication)
{
	const struct manifest *manifest = NULL;
	const char *path = NULL;

	if (!publication->is_pruned)
		manifest = catalogue_manifest(place->catalogue, publication);
	if (manifest != NULL)
		path = main_picture(manifest);
	return path != NULL ? add_picture(database, publication->id, path) : 0;
}

/* Whoever ended a phase or bears a tag is shown with its picture. */
static int
add_pictures(const struct job_place *place, struct database *database)
{
	const struct archive *archive = catalogue_archive(place->catalogue);
	const char *tag;
	int result = 0;

	for (size_t i = 0; i < archive->count && result == 0; i++)
		if (archive->publications[i].kind != KIND_STATE)
			result = add_picture_of(
				place, database, &archive->publications[i]);
	for (size_t i = 0; (tag = archive_tag(archive, i)) != NULL; i++)
		if (result == 0)
			result = add_picture_of(
				place, database, archive_tagged(archive, tag));
	return result;
}

/* --------------------------------------------------------------- jobs -- */

int
job_timeline(const struct job_place *place, const char *rest, FILE *answer)
{
	struct database *archive = archive_tables_open(place);
	int result = -1;

	(void)rest;
	if (archive != NULL && add_pictures(place, archive) == 0)
		result = archive_page(place, archive, "timeline", answer);
	database_close(archive);
	return result;
}

int
job_snapshot(const struct job_place *place, const char *id, FILE *answer)
{
	return archive_page_about(place, "snapshot", id, answer);
}
