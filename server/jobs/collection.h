/* collection.h -- the rows of a query, those that are asked for, as JSON or
 * CSV. */
#ifndef SERVER_COLLECTION_H
#define SERVER_COLLECTION_H

#include <stdio.h>

#include "api.h"
#include "database.h"

struct collection_order {
	const char *name;
	const char *snapshot; /* NULL: of the archive */
	const char *sql;
	const char *query; /* "class=dual-stack&limit=10" */
	enum api_format format;
};

/* Writes the answer of a job: also what is wrong with the query. -1 after
 * logging. */
int collection_answer(
	struct database *, const struct collection_order *, FILE *answer);

#endif
