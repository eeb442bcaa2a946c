/* pages.c -- all pages of a site, from the template folders. */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "joined.h"
#include "layout.h"
#include "memory.h"
#include "names.h"
#include "notes.h"
#include "paths.h"
#include "pictures.h"
#include "template_folders.h"

struct opened {
	struct page *page; /* NULL: it has mistakes */
	size_t number; /* in the order of names */
};

struct pages {
	struct database *database;
	struct names names;
	struct opened *opened; /* as many as names */
	struct layout *layout;
};

static void
list_names(struct pages *pages, const struct template_folders *folders)
{
	for (int i = 0; i < folders->count; i++)
		names_add_folder(
			&pages->names, folders->paths[i], "pages", "*.md");
	pages->opened =
		memory_zeroed(pages->names.count * sizeof(pages->opened[0]));
}

static struct page *
open_page(struct database *database, const struct template_folders *folders,
	const char *name)
{
	char file[PATH_MAX], path[PATH_MAX];
	struct page *page;

	if (path_join(file, "pages", name) != 0 ||
		template_find(folders, file, path) != 0)
		return NULL;
	page = page_open(database, path);
	if (page == NULL || page_add_navigation(page, database) == 0)
		return page;
	page_close(page);
	return NULL;
}

/* All are opened, so that one run shows every mistake. */
static int
open_all(struct pages *pages, const struct template_folders *folders)
{
	char path[PATH_MAX];
	int result = 0;

	for (size_t i = 0; i < pages->names.count; i++) {
		pages->opened[i].number = i;
		pages->opened[i].page = open_page(
			pages->database, folders, pages->names.names[i]);
		if (pages->opened[i].page == NULL)
			result = -1;
	}
	if (template_find(folders, "layout.html", path) == 0)
		pages->layout = layout_open(pages->database, path);
	return pages->layout != NULL ? result : -1;
}

static int
make_tables(struct database *database)
{
	if (pictures_create(database) != 0)
		return -1;
	return database_run(database,
		"CREATE TEMP TABLE navigation "
		"(path TEXT PRIMARY KEY, label TEXT, ordinal INTEGER,"
		" section TEXT);"
		"CREATE TEMP TABLE note (path TEXT PRIMARY KEY, title TEXT);"
		"CREATE TEMP TABLE printed "
		"(ordinal INTEGER PRIMARY KEY, path TEXT, title TEXT);");
}

struct pages *
pages_open(struct database *database, const char *const *paths, int count)
{
	const struct template_folders folders = { paths, count };
	struct pages *pages = memory_zeroed(sizeof(*pages));

	pages->database = database;
	list_names(pages, &folders);
	if (make_tables(database) == 0 && open_all(pages, &folders) == 0)
		return pages;
	pages_close(pages);
	return NULL;
}

void
pages_close(struct pages *pages)
{
	if (pages == NULL)
		return;
	for (size_t i = 0; i < pages->names.count; i++)
		page_close(pages->opened[i].page);
	names_free(&pages->names);
	layout_close(pages->layout);
	free(pages->opened);
	free(pages);
}

/* -------------------------------------------------------------- joined ---- */

static int
by_print_order(const void *left, const void *right)
{
	const struct opened *a = left;
	const struct opened *b = right;
	int64_t order = page_print_order(a->page) - page_print_order(b->page);

	if (order != 0)
		return order < 0 ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

static int
collect(const struct pages *pages, const struct site_parts *parts)
{
	size_t size = pages->names.count * sizeof(pages->opened[0]);
	struct opened *sorted = memory_resized(NULL, size);
	int result = 0;

	memcpy(sorted, pages->opened, size);
	qsort(sorted, pages->names.count, sizeof(sorted[0]), by_print_order);
	for (size_t i = 0; i < pages->names.count && result == 0; i++)
		if (page_print_order(sorted[i].page) > 0)
			result = page_collect(sorted[i].page, parts);
	free(sorted);
	return result;
}

static int
write_joining(const struct pages *pages, struct page *page,
	const struct site_parts *parts)
{
	struct site_parts with_joined = *parts;
	int number = parts->worker;
	int result = -1;

	with_joined.joined = joined_create();
	if (collect(pages, &with_joined) == 0 &&
		joined_list(with_joined.joined, pages->database) == 0)
		result = page_write(page, &with_joined, &number);
	joined_free(with_joined.joined);
	return result;
}

static int
write_page(const struct pages *pages, struct page *page,
	const struct site_parts *parts, int *number)
{
	if (!page_joins(page))
		return page_write(page, parts, number);
	if ((*number)++ % parts->workers != parts->worker)
		return 0;
	return write_joining(pages, page, parts);
}

int
pages_write(const struct pages *pages, const struct site_parts *parts)
{
	struct site_parts with_layout = *parts;
	int number = 0;

	if (pictures_list(pages->database, parts->diagrams) != 0 ||
		notes_list(parts->notes, pages->database) != 0)
		return -1;
	with_layout.layout = pages->layout;
	for (size_t i = 0; i < pages->names.count; i++)
		if (write_page(pages, pages->opened[i].page, &with_layout,
			    &number) != 0)
			return -1;
	return 0;
}
