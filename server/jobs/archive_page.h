/* archive_page.h -- a page that the server makes of the archive:
 * templates/archive/NAME.md, in templates/archive/layout.html.
 *
 * The template asks the tables of archive_tables.h, table parameter (name,
 * value), and what the script beside it, NAME.sql, makes of both if there is
 * one. Its path says how deep it lies below the server's root ("snapshot/id"
 * is one folder deep), so that links can begin there.
 *
 *   if (archive_page_parameter(database, "id", id) == 0)
 *   	result = archive_page(place, database, "snapshot", answer); */
#ifndef SERVER_ARCHIVE_PAGE_H
#define SERVER_ARCHIVE_PAGE_H

#include <stdio.h>

#include "database.h"
#include "jobs.h"

/* All return -1 after logging. A parameter that is given again is replaced. */
int archive_page_parameter(
	struct database *, const char *name, const char *value);
/* Writes the answer of a job; its status is the parameter "status", or 200. */
int archive_page(const struct job_place *, struct database *, const char *name,
	FILE *answer);
/* The same, of the archive's tables alone and the parameter "id". */
int archive_page_about(const struct job_place *, const char *name,
	const char *id, FILE *answer);

#endif
