/* database_format.c -- which files are ours, and new ones.
 *
 * application_id says that a file is a topology.db, user_version which schema
 * it has. There is no reading of other versions: a file holds one state, and
 * the program that wrote it can be had again. */
#include <stdio.h>

#include "database.h"
#include "database_file.h"
#include "log.h"
#include "script.h"

enum { APPLICATION_ID = 0x7477696e /* "twin" */, SCHEMA_VERSION = 2 };

static int
add_schema(struct database *database)
{
	static const char *const layers[] = { "topology/schema/observed.sql",
		"topology/schema/lldp.sql", "topology/schema/bridging.sql",
		"topology/schema/routing.sql", "topology/schema/traffic.sql",
		"topology/schema/probes.sql", "topology/schema/stated.sql",
		"topology/schema/stated_rollout.sql",
		"topology/schema/derived.sql", "topology/schema/findings.sql" };
	char settings[128];

	snprintf(settings, sizeof(settings),
		"PRAGMA application_id = %d; PRAGMA user_version = %d;",
		APPLICATION_ID, SCHEMA_VERSION);
	if (database_run(database,
		    "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"
		    "PRAGMA synchronous = NORMAL; BEGIN") != 0 ||
		database_run(database, settings) != 0)
		return -1;
	for (size_t i = 0; i < COUNT(layers); i++)
		if (script_run_shared(database, layers[i]) != 0)
			return -1;
	return database_run(database, "COMMIT");
}

struct database *
database_create(const char *path)
{
	struct database *database;

	if (path[0] == '\0') {
		log_error("a database needs a file name");
		return NULL;
	}
	if (database_file_remove(path) != 0)
		return NULL;
	database = database_connect(path, CONNECTION_CREATE);
	if (database == NULL)
		return NULL;
	database_will_fold(database);
	if (add_schema(database) == 0)
		return database;
	database_close(database);
	database_file_remove(path);
	return NULL;
}

static int
check_format(struct database *database)
{
	const char *path = database_path(database);
	int application, version;

	if (database_head(database, "PRAGMA application_id", &application) != 0)
		return -1;
	if (application != APPLICATION_ID) {
		log_error("%s: is no topology.db (twinmap discover makes one)",
			path);
		return -1;
	}
	if (database_head(database, "PRAGMA user_version", &version) != 0)
		return -1;
	if (version == SCHEMA_VERSION)
		return 0;
	log_error("%s: format version %d, this program reads version %d; "
		  "use the twinmap that wrote it",
		path, version, SCHEMA_VERSION);
	return -1;
}

/* What the schema has and the database perhaps not. */
static int
add_indexes_of(struct database *database, struct database *complete)
{
	static const char missing[] =
		"SELECT replace(sql, ' INDEX ', ' INDEX IF NOT EXISTS ')"
		" FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
		" ORDER BY rowid";
	struct query *query = query_prepare(complete, missing);
	int result = 0;

	if (query == NULL)
		return -1;
	while (result == 0 && query_next(query))
		result = database_run(database, query_text(query, 0));
	if (query_failed(query))
		result = -1;
	query_free(query);
	return result;
}

struct database *
database_in_memory(void)
{
	struct database *database =
		database_connect(":memory:", CONNECTION_CREATE);

	/* its temporary tables too: who is locked down has no other place */
	if (database == NULL ||
		database_run(database, "PRAGMA temp_store = MEMORY") == 0)
		return database;
	database_close(database);
	return NULL;
}

/* A crawl makes its indexes at its end: one that was killed has none. */
static int
complete_indexes(struct database *database)
{
	struct database *complete = database_in_memory();
	int result = -1;

	if (complete == NULL)
		return -1;
	if (add_schema(complete) == 0)
		result = add_indexes_of(database, complete);
	database_close(complete);
	return result;
}

struct database *
database_open(const char *path, enum database_access access_wanted)
{
	static const enum connection connections[] = {
		[DATABASE_READ] = CONNECTION_READ,
		[DATABASE_WRITE] = CONNECTION_WRITE,
		[DATABASE_ARCHIVED] = CONNECTION_FROZEN,
	};
	enum connection connection = connections[access_wanted];
	struct database *database;

	if (!database_file_is_accessible(path, access_wanted == DATABASE_WRITE))
		return NULL;
	if (connection == CONNECTION_READ && database_file_is_frozen(path))
		connection = CONNECTION_FROZEN;
	database = database_connect(path, connection);
	if (database == NULL)
		return NULL;
	if (check_format(database) != 0 ||
		(connection == CONNECTION_WRITE &&
			complete_indexes(database) != 0)) {
		database_close(database);
		return NULL;
	}
	if (connection == CONNECTION_WRITE)
		database_will_fold(database);
	return database;
}

static int
attach_uri(struct database *database, const char *uri, const char *schema)
{
	struct query *attach = query_prepare(database, "ATTACH ? AS ?");
	const struct value values[] = { text_value(uri), text_value(schema) };
	int result = -1;

	if (attach != NULL)
		result = query_run(attach, values, COUNT(values));
	query_free(attach);
	return result;
}

int
database_attach(struct database *database, const char *path, const char *schema)
{
	struct database *other = database_open(path, DATABASE_READ);
	struct text uri = { 0 };
	int result;

	if (other == NULL)
		return -1;
	database_close(other);
	append_file_uri(&uri, path);
	text_append(&uri,
		database_file_is_frozen(path) ? "?immutable=1" : "?mode=ro");
	result = attach_uri(database, uri.bytes, schema);
	text_free(&uri);
	return result;
}
