/* timeline.c -- what the archive tells of itself: all of it, one snapshot. */
#include "timeline.h"

#include "archive_page.h"
#include "archive_tables.h"

static const char as_page[] = "200 text/html; charset=utf-8\n";

int
job_timeline(const struct job_place *place, const char *rest, FILE *answer)
{
	struct database *archive = archive_tables_open(place);
	int result = -1;

	(void)rest;
	fputs(as_page, answer);
	if (archive != NULL)
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
