/* archive_page.c -- a page that the server makes of the archive. */
#include "archive_page.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "layout.h"
#include "log.h"
#include "page.h"
#include "paths.h"
#include "script.h"
#include "template_folders.h"

static int
make_parameters(struct database *database)
{
	return database_run(database,
		"CREATE TEMP TABLE IF NOT EXISTS parameter"
		" (name TEXT PRIMARY KEY, value TEXT)");
}

int
archive_page_parameter(
	struct database *database, const char *name, const char *value)
{
	const struct value values[] = { text_value(name), text_value(value) };
	struct query *query = NULL;
	int result = -1;

	if (make_parameters(database) == 0)
		query = query_prepare(database,
			"INSERT OR REPLACE INTO parameter VALUES (?, ?)");
	if (query != NULL)
		result = query_run(query, values, COUNT(values));
	query_free(query);
	return result;
}

/* "archive/timeline.sql" in the first folder that has it; false: none has. */
static bool
find_script(const struct template_folders *folders, const char *file,
	char path[PATH_MAX])
{
	for (int i = 0; i < folders->count; i++)
		if (path_join(path, folders->paths[i], file) == 0 &&
			access(path, R_OK) == 0)
			return true;
	return false;
}

static int
run_script(struct database *database, const struct template_folders *folders,
	const char *name)
{
	struct text file = { 0 };
	char path[PATH_MAX];
	int result = 0;

	text_format(&file, "archive/%s.sql", name);
	if (find_script(folders, file.bytes, path))
		result = script_run(database, path);
	text_free(&file);
	return result;
}

static struct page *
open_page(struct database *database, const struct template_folders *folders,
	const char *name)
{
	struct text file = { 0 };
	char path[PATH_MAX];
	struct page *page = NULL;

	text_format(&file, "archive/%s.md", name);
	if (template_find(folders, file.bytes, path) == 0)
		page = page_open(database, path);
	text_free(&file);
	return page;
}

static struct layout *
open_layout(struct database *database, const struct template_folders *folders)
{
	char path[PATH_MAX];

	if (template_find(folders, "archive/layout.html", path) != 0)
		return NULL;
	return layout_open(database, path);
}

static int
print(struct page *page, struct layout *layout, FILE *answer)
{
	const struct site_parts parts = { .workers = 1, .layout = layout };
	struct text html = { 0 };
	int result = page_print(page, &parts, &html);

	if (result == 0 &&
		fwrite(html.bytes, 1, html.length, answer) != html.length) {
		log_error("a page cannot be written: %s", strerror(errno));
		result = -1;
	}
	text_free(&html);
	return result;
}

int
archive_page(const struct job_place *place, struct database *database,
	const char *name, FILE *answer)
{
	const struct template_folders folders = { place->templates,
		place->template_count };
	struct page *page = NULL;
	struct layout *layout = NULL;
	int result = -1;

	if (make_parameters(database) == 0 &&
		run_script(database, &folders, name) == 0) {
		layout = open_layout(database, &folders);
		page = open_page(database, &folders, name);
	}
	if (layout != NULL && page != NULL)
		result = print(page, layout, answer);
	page_close(page);
	layout_close(layout);
	return result;
}
