/* album.c -- the list of all pictures of a site: diagrams/pictures.json.
 *
 * It is kept in TEMP tables, where SQLite finds names and makes JSON. */
#include "album.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "album_links.h"
#include "files.h"
#include "log.h"
#include "paths.h"
#include "plain.h"

const char album_file[] = "pictures.json";

static const char tables[] =
	"DROP TABLE IF EXISTS temp.album;"
	"CREATE TEMP TABLE album (ordinal INTEGER PRIMARY KEY,"
	" name TEXT UNIQUE, kind TEXT, heading TEXT, kind_order INTEGER,"
	" title TEXT, page TEXT, base TEXT, formats TEXT, how TEXT,"
	" nodes INTEGER, edges INTEGER, links TEXT, not_drawn TEXT,"
	" digest TEXT);"
	"DROP TABLE IF EXISTS temp.album_before;"
	"CREATE TEMP TABLE album_before (name TEXT PRIMARY KEY, digest TEXT)"
	" WITHOUT ROWID;";

enum { ADD, HAD, NOT_DRAWN, FORMATS, LACKS, QUERY_COUNT };

static const char add[] =
	"INSERT INTO album (ordinal, name, kind, heading, kind_order, title,"
	" page, base, formats, how, nodes, edges, links, digest)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	" ON CONFLICT DO NOTHING RETURNING ordinal";
static const char not_drawn[] =
	"UPDATE album SET not_drawn = ?2, formats = NULL WHERE name = ?1";

static const char *const queries[] = {
	[ADD] = add,
	[HAD] = "SELECT 1 FROM album_before WHERE name = ? AND digest = ?",
	[NOT_DRAWN] = not_drawn,
	[FORMATS] = "UPDATE album SET formats = ?2 WHERE name = ?1",
	[LACKS] = "UPDATE album SET digest = NULL WHERE name = ?1",
};

static const char read_before[] =
	"INSERT OR REPLACE INTO album_before "
	"SELECT value ->> 'name', value ->> 'digest' "
	"FROM   json_each(iif(json_valid(?1), ?1, '[]')) "
	"WHERE  type = 'object' AND value ->> 'not_drawn' IS NULL"
	" AND value ->> 'name' IS NOT NULL";

static const char named_twice[] =
	"SELECT a.name FROM json_each(?1) p JOIN album a"
	" ON a.name = p.value ->> 'name'";

static const char add_share[] =
	"INSERT INTO album (ordinal, name, kind, heading, kind_order, title,"
	" page, base, formats, how, nodes, edges, links, not_drawn, digest) "
	"SELECT ?2 + p.key * ?3, value ->> 'name', value ->> 'kind',"
	" value ->> 'heading', value ->> 'order', value ->> 'title',"
	" value ->> 'page', value ->> 'base', value ->> 'formats',"
	" value ->> 'how', value ->> 'nodes', value ->> 'edges',"
	" value -> 'links', value ->> 'not_drawn', value ->> 'digest' "
	"FROM   json_each(?1) p";

static const char all_as_json[] =
	"SELECT json_object('name', name, 'kind', kind, 'heading', heading,"
	" 'order', kind_order, 'title', title, 'page', page, 'base', base,"
	" 'formats', formats, 'how', how, 'nodes', nodes, 'edges', edges,"
	" 'links', json(links), 'not_drawn', not_drawn, 'digest', digest) "
	"FROM album ORDER BY ordinal";

struct album {
	struct database *database;
	struct query *queries[QUERY_COUNT];
	bool has_begun; /* a transaction: each would go over all TEMP pages */
};

static int
load_before(struct album *album, const char *folder)
{
	char path[PATH_MAX];
	struct value json;
	char *bytes;
	int result;

	if (path_join(path, folder, album_file) != 0 || access(path, R_OK) != 0)
		return 0;
	bytes = file_read(path, NULL);
	json = text_value(bytes);
	result = database_run_with(album->database, read_before, &json, 1);
	free(bytes);
	return result;
}

static int
prepare(struct album *album)
{
	if (database_run(album->database, tables) != 0)
		return -1;
	for (int i = 0; i < QUERY_COUNT; i++) {
		album->queries[i] = query_prepare(album->database, queries[i]);
		if (album->queries[i] == NULL)
			return -1;
	}
	return 0;
}

struct album *
album_open(struct database *database, const char *before)
{
	struct album *album = memory_zeroed(sizeof(*album));

	album->database = database;
	if (prepare(album) == 0 && load_before(album, before) == 0)
		return album;
	album_close(album);
	return NULL;
}

void
album_close(struct album *album)
{
	if (album == NULL)
		return;
	for (int i = 0; i < QUERY_COUNT; i++)
		query_free(album->queries[i]);
	if (album->has_begun)
		database_run(album->database, "COMMIT");
	free(album);
}

int64_t
album_next(const struct album *album)
{
	return database_integer(album->database,
		"SELECT coalesce(max(ordinal) + 1, 0) FROM album", 0);
}

static bool
insert(struct album *album, const struct value *values, int count)
{
	struct query *query = album->queries[ADD];
	bool is_new;

	for (int i = 0; i < count; i++)
		query_bind(query, i + 1, values[i]);
	is_new = query_next(query);
	query_reset(query);
	return is_new;
}

static void
begin(struct album *album)
{
	if (!album->has_begun)
		album->has_begun = database_run(album->database, "BEGIN") == 0;
}

static void
complain_of_twin(const char *name)
{
	log_error("two pictures are named '%s'", name);
}

int
album_add(struct album *album, const struct album_entry *entry,
	const char *digest)
{
	struct text title = { 0 };
	struct text links = { 0 };
	const char *name = graph_name(entry->graph);
	bool is_new;

	begin(album);
	plain_append(&title, entry->title != NULL ? entry->title : name);
	album_links(entry->graph, &links);
	is_new = insert(album,
		(const struct value[]){
			integer_value(entry->ordinal),
			text_value(name),
			text_value(entry->kind),
			text_value(entry->heading),
			integer_value(entry->order),
			text_value(title.bytes),
			text_value(entry->page),
			text_value(entry->base),
			text_value(entry->formats),
			text_value(entry->how),
			integer_value(graph_count(entry->graph, GRAPH_NODE)),
			integer_value(graph_count(entry->graph, GRAPH_EDGE)),
			text_value(links.bytes),
			text_value(digest),
		},
		14);
	text_free(&title);
	text_free(&links);
	if (!is_new)
		complain_of_twin(name);
	return is_new ? 0 : -1;
}

bool
album_had(struct album *album, const char *name, const char *digest)
{
	struct query *query = album->queries[HAD];
	bool had;

	query_bind(query, 1, text_value(name));
	query_bind(query, 2, text_value(digest));
	had = query_next(query);
	query_reset(query);
	return had;
}

void
album_not_drawn(struct album *album, const char *name, const char *reason)
{
	struct text plain = { 0 };

	plain_append(&plain, reason);
	query_run(album->queries[NOT_DRAWN],
		(const struct value[]){
			text_value(name), text_value(plain.bytes) },
		2);
	text_free(&plain);
}

void
album_formats(struct album *album, const char *name, const char *words)
{
	const struct value values[] = { text_value(name), text_value(words) };

	query_run(album->queries[FORMATS], values, COUNT(values));
}

void
album_lacks(struct album *album, const char *name)
{
	const struct value value = text_value(name);

	query_run(album->queries[LACKS], &value, 1);
}

static int
refuse_twins(const struct album *album, const char *json)
{
	struct query *query = query_prepare(album->database, named_twice);
	int result = -1;

	if (query == NULL)
		return -1;
	query_bind(query, 1, text_value(json));
	if (query_next(query))
		complain_of_twin(query_text(query, 0));
	else if (!query_failed(query))
		result = 0;
	query_free(query);
	return result;
}

static int
add_pictures(const struct album *album, const char *json, int first, int step)
{
	const struct value values[] = { text_value(json), integer_value(first),
		integer_value(step) };

	return database_run_with(
		album->database, add_share, values, COUNT(values));
}

int
album_add_share(struct album *album, const char *path, int first, int step)
{
	char *json = file_read(path, NULL);
	int result = -1;

	if (json != NULL && refuse_twins(album, json) == 0)
		result = add_pictures(album, json, first, step);
	free(json);
	return result;
}

int
album_write(struct album *album, const char *path)
{
	struct query *query = query_prepare(album->database, all_as_json);
	const char *before = "[\n";
	struct text json = { 0 };
	int result = -1;

	if (query == NULL)
		return -1;
	while (query_next(query)) {
		text_append(&json, before);
		text_append(&json, query_text(query, 0));
		before = ",\n";
	}
	text_append(&json, json.length > 0 ? "\n]\n" : "[]\n");
	if (!query_failed(query))
		result = file_replace(path, json.bytes, json.length);
	query_free(query);
	text_free(&json);
	return result;
}
