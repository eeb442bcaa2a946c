/* stored.h -- for tests: rows fed to collectors, stored, and read back.
 *
 * Include after rows.h and scratch.h. */
#ifndef TESTS_STORED_H
#define TESTS_STORED_H

#include <unistd.h>

#include "collectors.h"
#include "credentials.h"
#include "database.h"
#include "engine.h"
#include "store.h"

enum { FED_ROWS = 6 };

struct fed_row {
	const struct collector *collector;
	const char *index, *values;
	int result;
};

struct stored_case {
	const char *name;
	struct fed_row rows[FED_ROWS];
	const char *expected; /* lines of the query, '/' between them */
};

/* Rows of the answer by '/', columns by ' ', NULL as "-". */
static inline void
read_back(struct database *database, const char *sql, struct text *out)
{
	struct query *query = query_prepare(database, sql);

	assert_non_null(query);
	while (query_next(query))
		for (int i = 0; i < query_column_count(query); i++)
			text_format(out, "%s%s",
				i > 0                     ? " "
					: out->length > 0 ? "/"
							  : "",
				query_is_null(query, i) ? "-"
							: query_text(query, i));
	query_free(query);
}

static inline struct device *
fed_device(const struct stored_case *test)
{
	struct device *device = device_by_hand("192.0.2.1");

	for (size_t i = 0; i < COUNT(test->rows); i++) {
		const struct fed_row *row = &test->rows[i];

		if (row->collector != NULL &&
			feed(device, row->collector, row->index, row->values) !=
				row->result)
			fail_msg("%s: row %zu was not %s", test->name, i,
				row->result == 0 ? "taken" : "refused");
	}
	device_settle(device);
	return device;
}

static inline void
try_stored(const struct stored_case *test, const char *sql)
{
	static const struct credential credential = { .label = "lab",
		.version = SNMP_V2C };
	struct device *device = fed_device(test);
	struct database *database =
		database_create(scratch_path("topology.db"));
	struct store *store = store_create(database);
	struct text got = { 0 };

	assert_non_null(store);
	assert_int_equal(store_device(store,
				 &(struct device_report){ .device = device,
					 .credential = &credential }),
		1);
	read_back(database, sql, &got);
	same(test->name, test->expected, list_of_text(&got));
	text_free(&got);
	store_free(store);
	database_close(database);
	assert_int_equal(unlink(scratch_path("topology.db")), 0);
	device_free(device);
}

#endif
