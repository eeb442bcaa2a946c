/* pictures.c -- what was drawn, for the queries of pages. */
#include "pictures.h"

#include <limits.h>
#include <stdlib.h>

#include "files.h"
#include "paths.h"

static const char tables[] =
	"CREATE TEMP TABLE picture (name TEXT PRIMARY KEY, kind TEXT,"
	" heading TEXT, kind_order INTEGER, ordinal INTEGER, title TEXT,"
	" page TEXT, is_alone INTEGER, base TEXT, formats TEXT, how TEXT,"
	" nodes INTEGER, edges INTEGER, not_drawn TEXT) WITHOUT ROWID;"
	"CREATE INDEX temp.picture_page ON picture (page);"
	"CREATE TEMP TABLE picture_link (target TEXT, name TEXT,"
	" PRIMARY KEY (target, name)) WITHOUT ROWID;"
	"CREATE INDEX temp.picture_link_name ON picture_link (name);"
	"CREATE TEMP TABLE picture_file (name TEXT, ordinal INTEGER,"
	" format TEXT, path TEXT, PRIMARY KEY (name, ordinal)) WITHOUT ROWID;";

static const char add_pictures[] =
	"INSERT INTO picture "
	"SELECT p ->> 'name', p ->> 'kind',"
	" coalesce(p ->> 'heading', p ->> 'kind'),"
	" coalesce(p ->> 'order', 1000), key, p ->> 'title',"
	" coalesce(p ->> 'page', 'pictures/' || (p ->> 'name')),"
	" coalesce(p ->> 'base', p ->> 'page') IS NULL, p ->> 'base', p ->> "
	"'formats', p ->> 'how',"
	" p ->> 'nodes', p ->> 'edges', p ->> 'not_drawn' "
	"FROM   (SELECT key, value AS p FROM json_each(?))";

static const char add_links[] =
	"INSERT OR IGNORE INTO picture_link "
	"SELECT l.value, p.value ->> 'name' "
	"FROM   json_each(?) p, json_each(p.value -> 'links') l";

/* A view stands where its base stands. */
static const char place_views[] =
	"UPDATE picture SET page = b.page FROM picture b "
	"WHERE  b.name = picture.base";

/* Every picture is an SVG and a DOT file; the other files are ordered. Those of
 * its views stand behind its own. */
static const char add_files[] =
	"WITH kind (ordinal, word, format, ending) AS (VALUES"
	" (1, '', 'SVG', 'svg'), (2, 'png', 'PNG', 'png'),"
	" (3, 'pdf', 'PDF', 'pdf'), (4, '', 'DOT', 'dot'),"
	" (5, 'drawio', 'draw.io', 'drawio'),"
	" (6, 'graphml', 'GraphML', 'graphml'),"
	" (7, 'mermaid', 'Mermaid', 'mmd')),"
	" part AS (SELECT *, coalesce(base, name) AS whole,"
	" CASE replace(name, base, '') WHEN '-ipv6' THEN 'IPv6 '"
	" WHEN '-ipv4' THEN 'IPv4 ' ELSE '' END AS view FROM picture) "
	"INSERT INTO picture_file "
	"SELECT p.whole, row_number() OVER (PARTITION BY p.whole"
	" ORDER BY p.base IS NOT NULL, p.ordinal, k.ordinal),"
	" p.view || k.format, 'diagrams/' || p.name || '.' || k.ending "
	"FROM   part p, kind k "
	"WHERE  k.word = ''"
	" OR (p.not_drawn IS NULL"
	"     AND ' ' || p.formats || ' ' LIKE '% ' || k.word || ' %')";

int
pictures_create(struct database *database)
{
	return database_run(database, tables);
}

static int
add_rows(struct database *database, const char *sql, struct value json)
{
	struct query *query = query_prepare(database, sql);
	int result = query != NULL ? query_run(query, &json, 1) : -1;

	query_free(query);
	return result;
}

int
pictures_list(struct database *database, const char *diagrams)
{
	char path[PATH_MAX];
	char *bytes = NULL;
	int result = -1;

	if (path_join(path, diagrams, "pictures.json") == 0)
		bytes = file_read(path, NULL);
	if (bytes != NULL &&
		add_rows(database, add_pictures, text_value(bytes)) == 0 &&
		add_rows(database, add_links, text_value(bytes)) == 0 &&
		database_run(database, place_views) == 0)
		result = database_run(database, add_files);
	free(bytes);
	return result;
}
