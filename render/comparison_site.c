/* comparison_site.c -- two states of a network, compared for readers. */
#include "comparison_site.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "assets.h"
#include "diagrams.h"
#include "digest.h"
#include "json_file.h"
#include "log.h"
#include "memory.h"
#include "notes.h"
#include "pages.h"
#include "paths.h"
#include "plain.h"
#include "publish.h"
#include "script.h"
#include "template_folders.h"

/* ------------------------------------------------------------- telling ---- */

static int
find_file(const struct comparison_order *order, const char *name,
	char path[PATH_MAX])
{
	const struct template_folders folders = { order->templates,
		order->template_count };

	return template_find(&folders, name, path);
}

static int
add_state(struct database *comparison, const char *side,
	const struct compared_state *state)
{
	uint8_t digest[DIGEST_SIZE];
	char hash[DIGEST_TEXT_SIZE];
	struct value values[] = { text_value(side), text_value(state->name),
		null_value() };

	if (digest_file(state->path, digest) != 0)
		return -1;
	values[2] = text_value(digest_text(digest, hash));
	return database_run_with(comparison,
		"INSERT INTO compared_state VALUES (?, ?, ?)", values,
		COUNT(values));
}

static int
place_objects(struct database *comparison, bool has_sites)
{
	return database_run(comparison,
		has_sites ? "UPDATE object_pages SET root = '../new/'"
			  : "UPDATE object_pages SET root = NULL");
}

static int
place_server(struct database *comparison, const char *root)
{
	const struct value value = text_value(root);

	if (database_run(comparison,
		    "CREATE TEMP TABLE comparing_server (root TEXT)") != 0)
		return -1;
	if (root == NULL)
		return 0;
	return database_run_with(comparison,
		"INSERT INTO comparing_server VALUES (?)", &value, 1);
}

static int
tell(struct database *comparison, const struct comparison_order *order)
{
	char script[PATH_MAX];

	if (database_run(comparison,
		    "CREATE TEMP TABLE compared_state (side TEXT PRIMARY KEY,"
		    " name TEXT NOT NULL, sha256 TEXT NOT NULL)") != 0 ||
		add_state(comparison, "old", &order->before) != 0 ||
		add_state(comparison, "new", &order->after) != 0 ||
		place_objects(comparison, order->has_sites) != 0 ||
		place_server(comparison, order->server) != 0 ||
		find_file(order, "comparison/told.sql", script) != 0)
		return -1;
	return script_run(comparison, script);
}

struct database *
comparison_tell(const struct comparison_order *order)
{
	struct database *comparison =
		comparison_open(order->before.path, order->after.path);

	if (comparison == NULL || tell(comparison, order) == 0)
		return comparison;
	database_close(comparison);
	return NULL;
}

/* ------------------------------------------------------- text and JSON ---- */

static int
finish_text(FILE *file)
{
	if (fflush(file) == 0 && !ferror(file))
		return 0;
	log_error("the comparison cannot be written: %s", strerror(errno));
	return -1;
}

int
comparison_text(struct database *comparison, FILE *file)
{
	struct query *query = query_prepare(
		comparison, "SELECT line FROM told_line ORDER BY ordinal");
	struct text line = { 0 };
	int result = -1;

	if (query == NULL)
		return -1;
	while (query_next(query)) {
		text_clear(&line);
		plain_append(&line, query_text(query, 0));
		fprintf(file, "%s\n", line.bytes);
	}
	if (!query_failed(query))
		result = finish_text(file);
	text_free(&line);
	query_free(query);
	return result;
}

int
comparison_json(struct database *comparison,
	const struct comparison_order *order, FILE *file)
{
	char queries[PATH_MAX];

	if (find_file(order, "comparison/comparison.yaml", queries) != 0)
		return -1;
	if (json_write(comparison, queries, file) != 0)
		return -1;
	return finish_text(file);
}

/* ---------------------------------------------------------------- site ---- */

struct comparison_draft {
	struct database *comparison;
	const struct comparison_order *order;
	char folder[PATH_MAX]; /* OUTPUT.new */
	char diagrams[PATH_MAX];
	char maker[DIGEST_TEXT_SIZE]; /* of this program */
	/* Files of a comparison come before those of every site. */
	struct template_folders own, all;
};

static void
list_folders(struct comparison_draft *draft, struct arena *arena)
{
	const struct template_folders folders = { draft->order->templates,
		draft->order->template_count };

	draft->all = template_folders_inside(arena, &folders, "comparison");
	draft->own =
		(struct template_folders){ draft->all.paths, folders.count };
}

static int
draw(const struct comparison_draft *draft)
{
	const struct comparison_order *order = draft->order;
	const struct diagrams_order diagrams = {
		.site = draft->folder,
		.templates = order->templates,
		.template_count = order->template_count,
		.jobs = order->jobs,
		.formats = order->formats,
		.maker = draft->maker,
		.comparison = draft->comparison,
	};

	return diagrams_draw(NULL, &diagrams);
}

static int
write_pages(const struct comparison_draft *draft, const struct pages *pages)
{
	struct site_parts parts = {
		.folder = draft->folder,
		.diagrams = draft->diagrams,
		.digest = draft->maker,
		.maker = draft->maker,
		.notes = notes_open(NULL),
		.workers = 1,
	};
	int result = pages_write(pages, &parts);

	notes_close(parts.notes);
	return result;
}

/* Pages are parsed before anything slow is done. */
static int
draw_and_write(const struct comparison_draft *draft)
{
	struct pages *pages = pages_open(
		draft->comparison, draft->own.paths, draft->own.count);
	int result = -1;

	if (pages != NULL && draw(draft) == 0)
		result = write_pages(draft, pages);
	pages_close(pages);
	return result;
}

static int
write_json(const struct comparison_draft *draft)
{
	char queries[PATH_MAX], path[PATH_MAX];

	if (find_file(draft->order, "comparison/comparison.yaml", queries) !=
			0 ||
		path_join(path, draft->folder, "comparison.json") != 0)
		return -1;
	return json_file_write(draft->comparison, queries, path);
}

static int
copy_assets(const struct comparison_draft *draft)
{
	static const char *const shared[] = { "style.css", "diagram.css",
		"find.js", "sight.js", "app.js", "diagram.js" };
	static const char *const own[] = { "*.css", "*.js", "*.json" };

	for (size_t i = 0; i < COUNT(shared); i++)
		if (assets_copy(&draft->all, shared[i], draft->folder) != 0)
			return -1;
	for (size_t i = 0; i < COUNT(own); i++)
		if (assets_copy(&draft->own, own[i], draft->folder) != 0)
			return -1;
	return 0;
}

static int
fill(struct comparison_draft *draft)
{
	uint8_t digest[DIGEST_SIZE];

	if (digest_file("/proc/self/exe", digest) != 0)
		return -1;
	digest_text(digest, draft->maker);
	if (copy_assets(draft) != 0 || draw_and_write(draft) != 0)
		return -1;
	return write_json(draft);
}

static int
name_draft(struct comparison_draft *draft)
{
	if (snprintf(draft->folder, PATH_MAX, "%s.new", draft->order->output) <
			PATH_MAX &&
		path_join(draft->diagrams, draft->folder, "diagrams") == 0)
		return 0;
	log_error("%s: %s", draft->order->output, strerror(ENAMETOOLONG));
	return -1;
}

int
comparison_site(
	struct database *comparison, const struct comparison_order *order)
{
	struct comparison_draft draft = { comparison, order };
	struct arena *arena;
	int result;

	if (name_draft(&draft) != 0 ||
		publish_begin(order->output, draft.folder, "comparison.json") !=
			0)
		return -1;
	arena = arena_create();
	list_folders(&draft, arena);
	result = fill(&draft);
	arena_free(arena);
	if (result == 0)
		return publish_end(order->output, draft.folder);
	publish_cancel(draft.folder);
	return -1;
}
