/* collection_parts.h -- what collection.c and its printing share. */
#ifndef SERVER_COLLECTION_PARTS_H
#define SERVER_COLLECTION_PARTS_H

#include <stdbool.h>

#include "collection.h"
#include "memory.h"

enum { FILTER_LIMIT = 16 };

struct filter {
	const char *column;
	const char *value;
	bool is_another; /* of a column that an earlier one is of */
};

struct collection {
	struct database *database;
	const struct collection_order *order;
	struct query *columns; /* their names; it is not run */
	struct filter filters[FILTER_LIMIT];
	int filter_count;
	int64_t limit, offset;
	int64_t total; /* rows that pass the filters: by collection_count */
	struct text complaint; /* about what the client said */
};

bool column_is_boolean(const char *name);

/* NULL after logging. */
struct query *collection_rows(const struct collection *);
/* These return -1 after logging. */
int collection_count(struct collection *);
int collection_print(struct collection *, FILE *);

#endif
