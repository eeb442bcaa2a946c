/* fuzz_facts.c -- for any bytes as facts.yaml: told as mistakes, or stored.
 *
 * What has no mistake must go into the database: nothing may be left for SQLite
 * to refuse. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "database.h"
#include "facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct database *
open_database(void)
{
	struct database *database =
		database_create("/tmp/twinmap-fuzz-facts.db");

	if (database == NULL ||
		database_run(database,
			"PRAGMA synchronous = OFF;"
			"INSERT INTO meta (id, observed_at, started_at, tool)"
			" VALUES (1, 1, 1, 'fuzz')") != 0)
		abort();
	return database;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct database *database;
	struct facts *facts;

	if (database == NULL)
		database = open_database();
	facts = facts_read_text("facts.yaml", (const char *)bytes, size);
	if (facts != NULL &&
		(database_run(database, "BEGIN") != 0 ||
			facts_store(database, facts) != 0 ||
			database_run(database, "ROLLBACK") != 0))
		abort();
	facts_free(facts);
	return 0;
}
