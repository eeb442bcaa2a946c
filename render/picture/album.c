/* album.c -- the list of all pictures of a site: diagrams/pictures.json.
 *
 * It is kept in TEMP tables, where SQLite finds names and makes JSON. */
#include "album.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "log.h"
#include "paths.h"
#include "plain.h"

static const char file_name[] = "pictures.json";

static const char tables[] =
	"DROP TABLE IF EXISTS temp.album;"
	"CREATE TEMP TABLE album (ordinal INTEGER PRIMARY KEY,"
	" name TEXT UNIQUE, kind TEXT, heading TEXT, kind_order INTEGER,"
	" title TEXT, page TEXT, base TEXT, formats TEXT, how TEXT, nodes "
	"INTEGER,"
	" edges INTEGER, digest TEXT, not_drawn TEXT);"
	"DROP TABLE IF EXISTS temp.album_link;"
	"CREATE TEMP TABLE album_link (ordinal INTEGER, target TEXT,"
	" PRIMARY KEY (ordinal, target)) WITHOUT ROWID;"
	"DROP TABLE IF EXISTS temp.album_before;"
	"CREATE TEMP TABLE album_before (name TEXT PRIMARY KEY, digest TEXT)"
	" WITHOUT ROWID;";

enum { ADD, ADD_LINK, HAD, NOT_DRAWN, FORMATS, LACKS, QUERY_COUNT };

static const char add[] =
	"INSERT INTO album (name, kind, heading, kind_order, title, page, base,"
	" formats, how, nodes, edges, digest)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	" ON CONFLICT DO NOTHING RETURNING ordinal";
static const char not_drawn[] =
	"UPDATE album SET not_drawn = ?2, formats = NULL WHERE name = ?1";

static const char *const queries[] = {
	[ADD] = add,
	[ADD_LINK] = "INSERT OR IGNORE INTO album_link VALUES (?, ?)",
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

static const char all_as_json[] =
	"SELECT json_object('name', name, 'kind', kind, 'heading', heading,"
	" 'order', kind_order, 'title', title, 'page', page, 'base', base,"
	" 'formats', formats, 'how', how, 'nodes', nodes, 'edges', edges, "
	"'links',"
	" json((SELECT json_group_array(target)"
	"       FROM album_link l WHERE l.ordinal = a.ordinal)),"
	" 'not_drawn', not_drawn, 'digest', digest) "
	"FROM album a ORDER BY ordinal";

struct album {
	struct database *database;
	struct query *queries[QUERY_COUNT];
	int64_t added; /* ordinal of the last */
};

static int
load_before(struct album *album, const char *folder)
{
	char path[PATH_MAX];
	struct query *query;
	struct value json;
	char *bytes;
	int result = -1;

	if (path_join(path, folder, file_name) != 0 || access(path, R_OK) != 0)
		return 0;
	bytes = file_read(path, NULL);
	json = text_value(bytes);
	query = query_prepare(album->database, read_before);
	if (query != NULL)
		result = query_run(query, &json, 1);
	query_free(query);
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
	free(album);
}

/* "../devices/a.html#b" leads to "devices/a". */
static void
add_link(void *data, const char *link)
{
	static const char up[] = "../", ending[] = ".html";
	struct album *album = data;
	struct value values[] = { integer_value(album->added), { 0 } };
	const char *end = strstr(link, ending);

	if (strncmp(link, up, strlen(up)) != 0 || end == NULL)
		return;
	link += strlen(up);
	values[1] = (struct value){ VALUE_TEXT, 0, link, (size_t)(end - link) };
	query_run(album->queries[ADD_LINK], values, COUNT(values));
}

static bool
insert(struct album *album, const struct value *values, int count)
{
	struct query *query = album->queries[ADD];
	bool is_new;

	for (int i = 0; i < count; i++)
		query_bind(query, i + 1, values[i]);
	is_new = query_next(query);
	if (is_new)
		album->added = query_integer(query, 0);
	query_reset(query);
	return is_new;
}

int
album_add(struct album *album, const struct album_entry *entry,
	const char *digest)
{
	struct text title = { 0 };
	const char *name = graph_name(entry->graph);
	bool is_new;

	plain_append(&title, entry->title != NULL ? entry->title : name);
	is_new = insert(album,
		(const struct value[]){
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
			text_value(digest),
		},
		12);
	text_free(&title);
	if (is_new)
		graph_each_link(entry->graph, add_link, album);
	else
		log_error("two pictures are named '%s'", name);
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

int
album_write(struct album *album, const char *folder)
{
	struct query *query = query_prepare(album->database, all_as_json);
	const char *before = "[\n";
	struct text json = { 0 };
	char path[PATH_MAX];
	int result = -1;

	if (query == NULL)
		return -1;
	while (query_next(query)) {
		text_append(&json, before);
		text_append(&json, query_text(query, 0));
		before = ",\n";
	}
	text_append(&json, json.length > 0 ? "\n]\n" : "[]\n");
	if (!query_failed(query) && path_join(path, folder, file_name) == 0)
		result = file_replace(path, json.bytes, json.length);
	query_free(query);
	text_free(&json);
	return result;
}
