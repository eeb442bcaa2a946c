/* archive_page.c -- a page that the server makes of the archive. */
#include "archive_page.h"

#include <errno.h>
#include <string.h>

#include "archive_tables.h"
#include "layout.h"
#include "log.h"
#include "page.h"
#include "paths.h"
#include "script.h"

int
archive_page_parameter(
	struct database *database, const char *name, const char *value)
{
	const struct value values[] = { text_value(name), text_value(value) };

	return database_run_with(database,
		"INSERT OR REPLACE INTO parameter VALUES (?, ?)", values,
		COUNT(values));
}

static int
run_script(struct database *database, const struct template_folders *folders,
	const char *name)
{
	struct text file = { 0 };
	char path[PATH_MAX];
	int result = 0;

	text_format(&file, "archive/%s.sql", name);
	if (template_exists(folders, file.bytes, path))
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
print(struct page *page, struct layout *layout, int status, FILE *answer)
{
	const struct site_parts parts = { .workers = 1, .layout = layout };
	struct text html = { 0 };
	int result;

	text_format(&html, "%d text/html; charset=utf-8\n", status);
	result = page_print(page, &parts, &html);
	if (result == 0 &&
		fwrite(html.bytes, 1, html.length, answer) != html.length) {
		log_error("a page cannot be written: %s", strerror(errno));
		result = -1;
	}
	text_free(&html);
	return result;
}

static int
status_of(struct database *database)
{
	return (int)database_integer(database,
		"SELECT value FROM parameter WHERE name = 'status'", 200);
}

int
archive_page(const struct job_place *place, struct database *database,
	const char *name, FILE *answer)
{
	const struct template_folders *folders = &place->templates;
	struct page *page = NULL;
	struct layout *layout = NULL;
	int result = -1;

	if (run_script(database, folders, name) == 0) {
		layout = open_layout(database, folders);
		page = open_page(database, folders, name);
	}
	if (layout != NULL && page != NULL)
		result = print(page, layout, status_of(database), answer);
	page_close(page);
	layout_close(layout);
	return result;
}

int
archive_page_about(const struct job_place *place, const char *name,
	const char *id, FILE *answer)
{
	struct database *archive = archive_tables_open(place);
	int result = -1;

	if (archive != NULL && archive_page_parameter(archive, "id", id) == 0)
		result = archive_page(place, archive, name, answer);
	database_close(archive);
	return result;
}
