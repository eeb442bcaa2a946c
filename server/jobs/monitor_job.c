/* monitor_job.c -- what the archive has to say of itself: the worker's side of
 * /metrics. */
#include <stdlib.h>
#include <string.h>

#include "archive_tables.h"
#include "exposition.h"
#include "files.h"
#include "log.h"
#include "monitor_job.h"

enum { NAME, TYPE, HELP, LABEL, LABEL_VALUE, VALUE, COLUMNS };

static void
append_row(struct text *text, const struct query *row, char **last_name)
{
	const char *name = query_text(row, NAME);
	const struct exposition_label labels[] = {
		{ query_text(row, LABEL), query_text(row, LABEL_VALUE) },
		{ NULL, NULL },
	};

	if (*last_name == NULL || strcmp(*last_name, name) != 0) {
		exposition_family(text, name, query_text(row, TYPE),
			query_text(row, HELP));
		free(*last_name);
		*last_name = memory_text(name);
	}
	exposition_sample(text, name, labels, query_integer(row, VALUE));
}

static int
append_rows(struct text *text, struct query *rows)
{
	char *last_name = NULL;

	while (query_next(rows))
		append_row(text, rows, &last_name);
	free(last_name);
	return query_failed(rows) ? -1 : 0;
}

static int
append_figures(struct text *text, struct database *archive, const char *sql)
{
	struct query *rows = query_prepare(archive, sql);
	int result = -1;

	if (rows == NULL)
		return -1;
	if (query_column_count(rows) == COLUMNS)
		result = append_rows(text, rows);
	else
		log_error("api/monitor.sql: has not %d columns", COLUMNS);
	query_free(rows);
	return result;
}

static char *
read_query(const struct job_place *place)
{
	char path[PATH_MAX];

	if (template_find(&place->templates, "api/monitor.sql", path) != 0)
		return NULL;
	return file_read(path, NULL);
}

int
job_monitor(const struct job_place *place, const char *rest, FILE *answer)
{
	char *sql = read_query(place);
	struct database *archive =
		sql != NULL ? archive_tables_open(place) : NULL;
	struct text text = { 0 };
	int result = -1;

	(void)rest;
	text_format(&text, "200 %s\n", exposition_type);
	if (archive != NULL && append_figures(&text, archive, sql) == 0 &&
		fwrite(text.bytes, 1, text.length, answer) == text.length)
		result = 0;
	text_free(&text);
	database_close(archive);
	free(sql);
	return result;
}
