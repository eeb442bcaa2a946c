/* page.c -- one file of templates/pages/: one page, or one for each row. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "front.h"
#include "headings.h"
#include "joined.h"
#include "links.h"
#include "mustache.h"
#include "notes.h"
#include "plain.h"
#include "sheet.h"
#include "template.h"
#include "yaml.h"

enum page_variable { PAGE, TITLE, ROOT, DIGEST, VARIABLE_END };

struct page {
	struct arena *arena;
	struct context *context;
	struct variable variables[VARIABLE_END + 1];
	struct tag each; /* the section over the rows */
	struct mustache *title;
	struct mustache *path;
	struct place path_place;
	struct template *body;
	struct tag csv; /* the section that is written as CSV; no name: none */
	const char *label; /* in the navigation, or NULL */
	const char *group;
	int64_t order;
	struct tag print_if; /* a query; no name: always */
	int64_t print_order; /* among those that are joined; 0: not there */
	bool joins;
};

static const struct yaml_field navigation_fields[] = {
	{ "label", YAML_TEXT, true },
	{ "order", YAML_INTEGER, true },
	{ "group", YAML_TEXT },
	{ NULL },
};

static const struct yaml_field print_fields[] = {
	{ "order", YAML_INTEGER, true, .least = 1, .most = INT32_MAX },
	{ "if", YAML_TEXT },
	{ NULL },
};

static const struct yaml_field page_fields[] = {
	{ "title", YAML_TEXT, true },
	{ "path", YAML_TEXT, true },
	{ "each", YAML_TEXT },
	{ "queries", YAML_SECTION },
	{ "csv", YAML_TEXT },
	{ "navigation", YAML_SECTION, false, NULL, navigation_fields },
	{ "print", YAML_SECTION, false, NULL, print_fields },
	{ "joins", YAML_BOOLEAN },
	{ NULL },
};

/* ------------------------------------------------------------- reading ---- */

static struct mustache *
parse_field(struct page *page, const struct front *front, const char *name)
{
	const struct yaml_node *node = yaml_get(yaml_root(front->yaml), name);
	struct place place = { front->place.file, node->line };

	return mustache_parse(
		page->arena, place, arena_text(page->arena, node->text));
}

/* The query that a field names, as a section; no name: the field is not there.
 */
static int
read_query_name(struct page *page, const struct front *front,
	const struct yaml_node *field, struct tag *tag)
{
	if (field == NULL)
		return 0;
	tag->name = arena_text(page->arena, field->text);
	tag->place = (struct place){ front->place.file, field->line };
	if (context_has_query(page->context, tag->name))
		return 0;
	place_error(&tag->place, "%s: there is no query '%s'", field->key,
		tag->name);
	return -1;
}

static int
read_query_names(struct page *page, const struct front *front)
{
	const struct yaml_node *root = yaml_root(front->yaml);
	const struct yaml_node *print = yaml_get(root, "print");

	page->csv.kind = TAG_EACH;
	page->print_if.kind = TAG_ANY;
	page->print_order = yaml_integer(print, "order", 0);
	page->joins = yaml_boolean(root, "joins", false);
	if (read_query_name(page, front, yaml_get(root, "csv"), &page->csv) !=
		0)
		return -1;
	return read_query_name(
		page, front, yaml_get(print, "if"), &page->print_if);
}

static void
read_navigation(struct page *page, const struct yaml_node *bar)
{
	page->label = arena_text(page->arena, yaml_text(bar, "label"));
	page->group = arena_text(page->arena, yaml_text(bar, "group"));
	page->order = yaml_integer(bar, "order", 0);
}

static int
read_page(struct page *page, const struct front *front)
{
	const struct yaml_node *root = yaml_root(front->yaml);

	if (front_add_queries(front, page->context) != 0 ||
		read_query_names(page, front) != 0)
		return -1;
	page->each = (struct tag){ .kind = TAG_EACH,
		.name = "each",
		.place = { front->place.file, 1 } };
	page->path_place = (struct place){ front->place.file,
		yaml_get(root, "path")->line };
	page->title = parse_field(page, front, "title");
	page->path = parse_field(page, front, "path");
	page->body = template_parse(page->arena, front->place, front->body);
	read_navigation(page, yaml_get(root, "navigation"));
	return page->title != NULL && page->path != NULL && page->body != NULL
		? 0
		: -1;
}

static int
read_file(struct page *page, const char *path)
{
	struct front front;
	bool is_read = front_read(page->arena, path, &front) == 0;
	int result = -1;

	if (is_read && front.yaml == NULL)
		place_error(&front.place,
			"a page begins with front matter "
			"(---, title, path, ---)");
	else if (is_read && yaml_check(front.yaml, page_fields) == 0)
		result = read_page(page, &front);
	front_close(&front);
	return result;
}

/* ------------------------------------------------------------- writing ---- */

static bool
is_path(const char *text)
{
	return is_slug(text) && strchr(text, '#') == NULL && text[0] != 0 &&
		text[strlen(text) - 1] != '/';
}

static int
fill_path(struct page *page, struct sheet *sheet)
{
	struct mustache_output output = { &sheet->path, escape_nothing };

	if (mustache_expand(page->path, page->context, &output) != 0)
		return -1;
	if (context_is_rehearsal(page->context) || is_path(sheet->path.bytes))
		return 0;
	place_error(&page->path_place,
		"'%s' cannot be the path of a page; use a slug",
		sheet->path.bytes);
	return -1;
}

static void
name_sheet(
	struct page *page, const struct site_parts *parts, struct sheet *sheet)
{
	link_root(&sheet->root, sheet->path.bytes);
	context_forget(page->context);
	page->variables[PAGE].text = sheet->path.bytes;
	page->variables[TITLE].text = sheet->title.bytes;
	page->variables[ROOT].text = sheet->root.bytes;
	page->variables[DIGEST].text = parts->digest;
}

static int
fill_csv(const struct page *page, struct sheet *sheet)
{
	if (page->csv.name == NULL)
		return 0;
	sheet_add_csv_link(sheet);
	return csv_append(page->context, &page->csv, &sheet->csv);
}

static int
fill_sheet(
	struct page *page, const struct site_parts *parts, struct sheet *sheet)
{
	struct mustache_output title = { &sheet->title, escape_nothing };
	struct page_parts needs = { .diagrams = parts->diagrams,
		.charts = parts->charts };

	if (fill_path(page, sheet) != 0 ||
		mustache_expand(page->title, page->context, &title) != 0)
		return -1;
	name_sheet(page, parts, sheet);
	needs.title = sheet->title.bytes;
	sheet->document =
		template_fill(page->body, page->context, &needs, sheet->arena);
	if (sheet->document == NULL)
		return -1;
	if (parts->notes != NULL)
		notes_join(parts->notes, sheet->arena, sheet->path.bytes,
			sheet->document);
	headings_name(sheet->arena, sheet->document);
	if (page->joins && parts->joined != NULL)
		joined_append(parts->joined, sheet->arena, sheet->document);
	return 0;
}

static int
write_row(struct page *page, const struct site_parts *parts)
{
	struct sheet sheet;
	int result;

	sheet_open(&sheet);
	result = fill_sheet(page, parts, &sheet);
	if (result == 0)
		result = fill_csv(page, &sheet);
	if (result == 0 && !context_is_rehearsal(page->context))
		result = sheet_write(&sheet, parts, &page->path_place);
	sheet_close(&sheet);
	return result;
}

int
page_print(struct page *page, const struct site_parts *parts, struct text *html)
{
	struct sheet sheet;
	int result = -1;

	sheet_open(&sheet);
	if (fill_sheet(page, parts, &sheet) == 0)
		result = sheet_print(&sheet, parts, html);
	sheet_close(&sheet);
	return result;
}

static int
collect_row(struct page *page, const struct site_parts *parts)
{
	struct sheet sheet;
	int result;

	sheet_open(&sheet);
	result = fill_sheet(page, parts, &sheet);
	if (result == 0)
		joined_add(parts->joined, &sheet);
	else
		sheet_close(&sheet);
	return result;
}

typedef int row_function(struct page *, const struct site_parts *);

static int
walk_rows(struct page *page, const struct site_parts *parts, int *number,
	row_function *do_row)
{
	struct section rows;
	int result = 0;

	if (!context_has_query(page->context, "each")) {
		if ((*number)++ % parts->workers != parts->worker)
			return 0;
		return do_row(page, parts);
	}
	if (section_begin(&rows, page->context, &page->each) != 0)
		return -1;
	while (result == 0 && section_next(&rows))
		if ((*number)++ % parts->workers == parts->worker)
			result = do_row(page, parts);
	return section_end(&rows) == 0 ? result : -1;
}

int
page_write(struct page *page, const struct site_parts *parts, int *number)
{
	return walk_rows(page, parts, number, write_row);
}

int64_t
page_print_order(const struct page *page)
{
	return page->print_order;
}

bool
page_joins(const struct page *page)
{
	return page->joins;
}

int
page_collect(struct page *page, const struct site_parts *parts)
{
	struct site_parts all = *parts;
	struct section condition;
	bool is_wanted;
	int number = 0;

	all.worker = 0;
	all.workers = 1;
	if (page->print_if.name == NULL)
		return walk_rows(page, &all, &number, collect_row);
	if (section_begin(&condition, page->context, &page->print_if) != 0)
		return -1;
	is_wanted = section_next(&condition);
	if (section_end(&condition) != 0)
		return -1;
	return is_wanted ? walk_rows(page, &all, &number, collect_row) : 0;
}

/* ------------------------------------------------------------- opening ---- */

static int
rehearse(struct page *page)
{
	static const struct site_parts nowhere = { .workers = 1 };
	int number = 0;
	int result;

	context_rehearse(page->context, true);
	result = page_write(page, &nowhere, &number);
	context_rehearse(page->context, false);
	return result;
}

struct page *
page_open(struct database *database, const char *path)
{
	static const struct variable names[] = { [PAGE] = { "page" },
		[TITLE] = { "title" },
		[ROOT] = { "root" },
		[DIGEST] = { "digest" },
		[VARIABLE_END] = { NULL } };
	struct page *page = memory_zeroed(sizeof(*page));

	page->arena = arena_create();
	memcpy(page->variables, names, sizeof(names));
	page->context = context_create(database, page->variables);
	if (read_file(page, path) == 0 && rehearse(page) == 0)
		return page;
	page_close(page);
	return NULL;
}

void
page_close(struct page *page)
{
	if (page == NULL)
		return;
	context_free(page->context);
	arena_free(page->arena);
	free(page);
}

int
page_add_navigation(const struct page *page, struct database *database)
{
	struct text path = { 0 };
	struct mustache_output output = { &path, escape_nothing };
	struct query *query;
	int result = -1;

	if (page->label == NULL)
		return 0;
	query = query_prepare(database,
		"INSERT INTO navigation (path, label, ordinal, section) "
		"VALUES (?, ?, ?, ?)");
	if (query != NULL &&
		mustache_expand(page->path, page->context, &output) == 0) {
		const struct value values[] = { text_value(path.bytes),
			text_value(page->label), integer_value(page->order),
			text_value(page->group) };

		result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	text_free(&path);
	return result;
}
