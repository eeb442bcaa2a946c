/* charts.c -- all charts of a site, drawn by gnuplot.
 *
 * gnuplot runs as a program of its own, with limits, and reads its data from
 * files in memory that it inherits. Its SVG has colours as attributes; the
 * style sheet chart.css, put into each, has the dark twin of each colour. */
#include "charts.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drawing.h"
#include "files.h"
#include "front.h"
#include "log.h"
#include "memory.h"
#include "names.h"
#include "paths.h"
#include "plain.h"
#include "template_folders.h"

enum { MOST_TABLES = 8, CLOCK_SECONDS = 20, NO_GNUPLOT = 127 };

struct chart {
	struct database *database;
	struct template_folders folders;
	char folder[PATH_MAX]; /* SITE/charts */
	const char *name; /* rollout.gnuplot */
	struct arena *arena;
	struct front front;
	struct text script;
	int tables[MOST_TABLES];
	int table_count;
	size_t bytes; /* of all tables */
};

/* ---------------------------------------------------------------- data ---- */

static void
append_cell(struct text *out, const struct query *query, int column)
{
	const char *text = query_text(query, column);

	if (text == NULL || text[0] == '\0')
		text_append(out, "?");
	else
		plain_append(out, text);
}

static void
append_row(struct text *out, const struct query *query)
{
	for (int i = 0; i < query_column_count(query); i++) {
		text_append(out, i > 0 ? "\t" : "");
		append_cell(out, query, i);
	}
	text_append(out, "\n");
}

static int
add_table(struct chart *chart, const char *name, const struct text *rows)
{
	int table = memfd_create(name, 0);

	if (table < 0 || chart->table_count == MOST_TABLES ||
		write(table, rows->bytes, rows->length) !=
			(ssize_t)rows->length) {
		log_error("chart %s: no room for its data", chart->name);
		if (table >= 0)
			close(table);
		return -1;
	}
	chart->tables[chart->table_count++] = table;
	chart->bytes += rows->length;
	text_format(&chart->script, "%s = \"/dev/fd/%d\"\n", name, table);
	return 0;
}

static int
read_table(struct chart *chart, const struct yaml_node *node)
{
	const struct place place = { chart->front.place.file, node->line };
	struct query *query = query_prepare(chart->database, node->text);
	struct text rows = { 0 };
	int result = -1;

	text_append(&rows, "");
	while (query != NULL && query_next(query))
		append_row(&rows, query);
	if (query == NULL || query_failed(query))
		place_error(
			&place, "query '%s' is wrong, see above", node->key);
	else
		result = add_table(chart, node->key, &rows);
	query_free(query);
	text_free(&rows);
	return result;
}

static int
read_tables(struct chart *chart)
{
	const struct yaml_node *queries =
		yaml_get(yaml_root(chart->front.yaml), "queries");

	for (const struct yaml_node *node = queries->first; node != NULL;
		node = node->next)
		if (read_table(chart, node) != 0)
			return -1;
	return 0;
}

/* ------------------------------------------------------------ drawing -- */

/* Never returns. */
static void
become_gnuplot(const struct chart *chart, const char *path)
{
	const struct rlimit processor = { CLOCK_SECONDS, CLOCK_SECONDS };
	int script = memfd_create("script", 0);

	setrlimit(RLIMIT_CPU, &processor);
	alarm(CLOCK_SECONDS);
	if (script < 0 || freopen(path, "w", stdout) == NULL ||
		freopen("/dev/null", "w", stderr) == NULL ||
		write(script, chart->script.bytes, chart->script.length) < 0 ||
		lseek(script, 0, SEEK_SET) != 0)
		_exit(EXIT_FAILURE);
	dup2(script, STDIN_FILENO);
	unsetenv("GNUTERM");
	execlp("gnuplot", "gnuplot", "-d", (char *)NULL);
	_exit(NO_GNUPLOT);
}

static const char *
run_gnuplot(const struct chart *chart, const char *path)
{
	int status = 0;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0)
		become_gnuplot(chart, path);
	if (child < 0)
		return strerror(errno);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_GNUPLOT)
		return "gnuplot is not installed";
	return status == 0 ? NULL : "gnuplot could not draw it";
}

/* NULL: done; else why not. */
static const char *
put_style_into(const struct chart *chart, const char *path)
{
	static const char title[] = "<title>Gnuplot</title>";
	char css[PATH_MAX];
	char *style = NULL, *svg = file_read(path, NULL);
	char *place = svg != NULL ? strstr(svg, title) : NULL;
	struct text out = { 0 };
	int result = -1;

	if (place != NULL &&
		template_find(&chart->folders, "chart.css", css) == 0)
		style = file_read(css, NULL);
	if (style != NULL) {
		text_append_bytes(&out, svg, (size_t)(place - svg));
		text_format(&out, "<style>\n%s</style>", style);
		text_append(&out, place + strlen(title));
		result = file_replace(path, out.bytes, out.length);
	}
	text_free(&out);
	free(style);
	free(svg);
	return result == 0 ? NULL : "gnuplot drew nothing";
}

static void
draw(const struct chart *chart)
{
	const char *path = arena_format(chart->arena, "%s/%.*s.svg",
		chart->folder, (int)strcspn(chart->name, "."), chart->name);
	const char *reason;

	if (chart->bytes == 0) {
		drawing_write_failure(path, "there are no figures yet");
		return;
	}
	reason = run_gnuplot(chart, path);
	if (reason == NULL)
		reason = put_style_into(chart, path);
	if (reason == NULL)
		return;
	log_warning("chart %s not drawn: %s", chart->name, reason);
	drawing_write_failure(path, reason);
}

/* -------------------------------------------------------- all of them -- */

static int
add_common_script(struct chart *chart)
{
	char path[PATH_MAX];
	char *common = NULL;

	if (template_find(&chart->folders, "chart.gnuplot", path) == 0)
		common = file_read(path, NULL);
	if (common == NULL)
		return -1;
	text_append(&chart->script, common);
	free(common);
	return 0;
}

static int
read_chart(struct chart *chart)
{
	static const struct yaml_field fields[] = {
		{ "queries", YAML_SECTION, true },
		{ NULL },
	};
	char file[PATH_MAX], path[PATH_MAX];

	if (path_join(file, "charts", chart->name) != 0 ||
		template_find(&chart->folders, file, path) != 0 ||
		front_read(chart->arena, path, &chart->front) != 0)
		return -1;
	if (chart->front.yaml == NULL) {
		place_error(&chart->front.place,
			"a chart begins with front matter (---, queries, ---)");
		return -1;
	}
	return yaml_check(chart->front.yaml, fields) == 0 &&
			add_common_script(chart) == 0
		? read_tables(chart)
		: -1;
}

static int
draw_chart(struct chart *chart)
{
	int result;

	chart->arena = arena_create();
	result = read_chart(chart);
	if (result == 0) {
		text_append(&chart->script, chart->front.body);
		draw(chart);
	}
	for (int i = 0; i < chart->table_count; i++)
		close(chart->tables[i]);
	front_close(&chart->front);
	text_free(&chart->script);
	arena_free(chart->arena);
	return result;
}

int
charts_draw(struct database *database, const struct diagrams_order *order)
{
	const struct template_folders folders = { order->templates,
		order->template_count };
	struct names names = { 0 };
	char folder[PATH_MAX];
	int result = 0;

	if (path_join(folder, order->site, "charts") != 0 ||
		make_folders(folder) != 0) {
		log_error("%s/charts: %s", order->site, strerror(errno));
		return -1;
	}
	for (int i = 0; i < folders.count; i++)
		names_add_folder(
			&names, folders.paths[i], "charts", "*.gnuplot");
	for (size_t i = 0; i < names.count; i++) {
		struct chart chart = { .database = database,
			.folders = folders,
			.name = names.names[i] };

		snprintf(chart.folder, sizeof(chart.folder), "%s", folder);
		if (draw_chart(&chart) != 0)
			result = -1;
	}
	names_free(&names);
	return result;
}
