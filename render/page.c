/* page.c -- one file of templates/pages/: one page, or one for each row. */
#include "page.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "front.h"
#include "html.h"
#include "layout.h"
#include "links.h"
#include "log.h"
#include "markdown.h"
#include "mustache.h"
#include "paths.h"
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
	const char *label; /* in the navigation, or NULL */
	int64_t order;
};

/* One page being written. */
struct sheet {
	struct arena *arena;
	struct text title;
	struct text path;
	struct text root;
	struct text markdown;
	struct text html;
	struct text whole; /* the HTML inside its layout */
};

static const struct yaml_field navigation_fields[] = {
	{ "label", YAML_TEXT, true },
	{ "order", YAML_INTEGER, true },
	{ NULL },
};

static const struct yaml_field page_fields[] = {
	{ "title", YAML_TEXT, true },
	{ "path", YAML_TEXT, true },
	{ "each", YAML_TEXT },
	{ "queries", YAML_SECTION },
	{ "navigation", YAML_SECTION, false, NULL, navigation_fields },
	{ NULL },
};

static void
sheet_free(struct sheet *sheet)
{
	struct text *texts[] = { &sheet->title, &sheet->path, &sheet->root,
		&sheet->markdown, &sheet->html, &sheet->whole };

	for (size_t i = 0; i < COUNT(texts); i++)
		text_free(texts[i]);
	arena_free(sheet->arena);
}

/* ------------------------------------------------------------- reading ---- */

static struct mustache *
parse_field(struct page *page, const struct front *front, const char *name)
{
	const struct yaml_node *node = yaml_get(yaml_root(front->yaml), name);
	struct place place = { front->place.file, node->line };

	return mustache_parse(
		page->arena, place, arena_text(page->arena, node->text));
}

static int
read_page(struct page *page, const struct front *front)
{
	const struct yaml_node *root = yaml_root(front->yaml);
	const struct yaml_node *bar = yaml_get(root, "navigation");

	if (front_add_queries(front, page->context) != 0)
		return -1;
	page->each = (struct tag){ .kind = TAG_EACH,
		.name = "each",
		.place = { front->place.file, 1 } };
	page->path_place = (struct place){ front->place.file,
		yaml_get(root, "path")->line };
	page->title = parse_field(page, front, "title");
	page->path = parse_field(page, front, "path");
	page->body = template_parse(page->arena, front->place, front->body);
	page->label = arena_text(page->arena, yaml_text(bar, "label"));
	page->order = yaml_integer(bar, "order", 0);
	return page->title != NULL && page->path != NULL && page->body != NULL
		? 0
		: -1;
}

static int
read_file(struct page *page, const char *path)
{
	struct front front;
	int result = -1;

	if (front_read(page->arena, path, &front) != 0)
		goto out;
	if (front.yaml == NULL)
		place_error(&front.place,
			"a page begins with front matter "
			"(---, title, path, ---)");
	else if (yaml_check(front.yaml, page_fields) == 0)
		result = read_page(page, &front);
out:
	front_close(&front);
	return result;
}

/* ------------------------------------------------------------- writing ---- */

static bool
is_path(const char *text)
{
	size_t length = strlen(text);

	return is_slug(text) && strchr(text, '#') == NULL && length > 0 &&
		text[length - 1] != '/';
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

static int
fill_sheet(
	struct page *page, const struct site_parts *parts, struct sheet *sheet)
{
	struct mustache_output title = { &sheet->title, escape_nothing };
	struct page_parts needs = { .diagrams = parts->diagrams };
	struct node *document;

	text_append(&sheet->root, "");
	text_append(&sheet->path, "");
	text_append(&sheet->title, "");
	if (fill_path(page, sheet) != 0 ||
		mustache_expand(page->title, page->context, &title) != 0)
		return -1;
	link_root(&sheet->root, sheet->path.bytes);
	page->variables[PAGE].text = sheet->path.bytes;
	page->variables[TITLE].text = sheet->title.bytes;
	page->variables[ROOT].text = sheet->root.bytes;
	page->variables[DIGEST].text = parts->digest;
	needs.title = sheet->title.bytes;
	document =
		template_fill(page->body, page->context, &needs, sheet->arena);
	if (document == NULL)
		return -1;
	if (context_is_rehearsal(page->context))
		return 0;
	markdown_write(document, sheet->root.bytes, &sheet->markdown);
	html_write(document, sheet->root.bytes, &sheet->html);
	return 0;
}

static int
make_folder_of(const char *path)
{
	char *folder = memory_text(path);
	int result;

	*strrchr(folder, '/') = '\0';
	result = make_folders(folder);
	if (result != 0)
		log_error("%s: %s", folder, strerror(errno));
	free(folder);
	return result;
}

/* Workers write at the same time: the first one gets the path. */
static int
claim_path(const struct page *page, const struct site_parts *parts,
	const struct sheet *sheet)
{
	const char *path = arena_format(
		sheet->arena, "%s/%s.html", parts->folder, sheet->path.bytes);
	int file;

	if (make_folder_of(path) != 0)
		return -1;
	file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
	if (file >= 0)
		return close(file);
	if (errno == EEXIST)
		place_error(&page->path_place,
			"another page has the path '%s' already",
			sheet->path.bytes);
	else
		log_error("%s: %s", path, strerror(errno));
	return -1;
}

static int
write_file(const struct site_parts *parts, const struct sheet *sheet,
	const char *ending, const struct text *content)
{
	const char *path = arena_format(sheet->arena, "%s/%s%s", parts->folder,
		sheet->path.bytes, ending);

	return file_replace(path, content->bytes, content->length);
}

static int
write_sheet(const struct page *page, const struct site_parts *parts,
	struct sheet *sheet)
{
	struct layout_page layout_page = {
		.title = sheet->title.bytes,
		.path = sheet->path.bytes,
		.root = sheet->root.bytes,
		.digest = parts->digest,
		.content = sheet->html.bytes,
	};

	if (layout_fill(parts->layout, &layout_page, &sheet->whole) != 0 ||
		claim_path(page, parts, sheet) != 0 ||
		write_file(parts, sheet, ".md", &sheet->markdown) != 0)
		return -1;
	return write_file(parts, sheet, ".html", &sheet->whole);
}

static int
write_row(struct page *page, const struct site_parts *parts)
{
	struct sheet sheet = { .arena = arena_create() };
	int result = fill_sheet(page, parts, &sheet);

	if (result == 0 && !context_is_rehearsal(page->context))
		result = write_sheet(page, parts, &sheet);
	sheet_free(&sheet);
	return result;
}

int
page_write(struct page *page, const struct site_parts *parts, int *number)
{
	struct section rows;
	int result = 0;

	if (!context_has_query(page->context, "each")) {
		if ((*number)++ % parts->workers != parts->worker)
			return 0;
		return write_row(page, parts);
	}
	if (section_begin(&rows, page->context, &page->each) != 0)
		return -1;
	while (result == 0 && section_next(&rows))
		if ((*number)++ % parts->workers == parts->worker)
			result = write_row(page, parts);
	return section_end(&rows) == 0 ? result : -1;
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
		"INSERT INTO navigation (path, label, ordinal) VALUES (?, ?, "
		"?)");
	if (query != NULL &&
		mustache_expand(page->path, page->context, &output) == 0) {
		const struct value values[] = { text_value(path.bytes),
			text_value(page->label), integer_value(page->order) };

		result = query_run(query, values, COUNT(values));
	}
	query_free(query);
	text_free(&path);
	return result;
}
