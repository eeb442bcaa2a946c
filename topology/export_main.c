/* export_main.c -- twinmap export: one query of exports/ as CSV or JSON.
 *
 * topology/exports/NAME.sql is the export NAME; there is no other list. */
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "files.h"
#include "log.h"
#include "memory.h"
#include "options.h"
#include "paths.h"
#include "table_writer.h"

struct settings {
	const struct table_format *format;
	const char *output; /* NULL: standard output */
};

/* The names, sorted; -1 after logging. */
static int
find_exports(struct text *names)
{
	char pattern[PATH_MAX];
	glob_t found;

	if (share_path(pattern, "topology/exports/*.sql") != 0)
		return -1;
	if (glob(pattern, 0, NULL, &found) != 0) {
		log_error("%s: no exports there", pattern);
		return -1;
	}
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *name = strrchr(found.gl_pathv[i], '/') + 1;

		text_format(names, "%s%.*s", i > 0 ? " " : "",
			(int)(strlen(name) - strlen(".sql")), name);
	}
	globfree(&found);
	return 0;
}

static bool
is_listed(const char *names, const char *name)
{
	size_t length = strlen(name);

	for (const char *word = names; word != NULL;) {
		size_t size = strcspn(word, " ");

		if (size == length && memcmp(word, name, size) == 0)
			return true;
		word = word[size] == ' ' ? word + size + 1 : NULL;
	}
	return false;
}

static int
check_name(const char *name)
{
	struct text names = { 0 };
	int result = find_exports(&names);

	if (result == 0 && !is_listed(names.bytes, name)) {
		log_error("'%s' is no export; there are %s", name, names.bytes);
		result = -1;
	}
	text_free(&names);
	return result;
}

static int
list_exports(void *settings, const char *value)
{
	struct text names = { 0 };

	(void)settings;
	(void)value;
	if (find_exports(&names) != 0)
		exit(1);
	for (char *byte = names.bytes; *byte != '\0'; byte++)
		putchar(*byte == ' ' ? '\n' : *byte);
	putchar('\n');
	text_free(&names);
	exit(0);
}

static int
set_format(void *settings, const char *value)
{
	struct settings *export = settings;

	export->format = table_format_find(value);
	if (export->format != NULL)
		return 0;
	log_error("--format: '%s' is not csv or json", value);
	return -1;
}

static const struct option_rule rules[] = {
	{ "format", 0, "FORMAT", "csv (default) or json", set_format },
	{ "output", 'o', "FILE", "write there, not to standard output",
		KEEP_TEXT(struct settings, output) },
	{ "list", 0, NULL, "list what there is to export", list_exports },
};

static const struct command_line line = {
	.usage = "twinmap export [OPTION...] WHAT DATABASE",
	.summary = "Prints one kind of rows of a topology.db, as CSV or JSON.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 2,
	.most_operands = 2,
};

static int
write_table(const struct settings *settings, struct database *database,
	const char *name)
{
	char below[64], path[PATH_MAX];
	struct text table = { 0 };
	struct query *query = NULL;
	char *sql = NULL;
	int result = -1;

	snprintf(below, sizeof(below), "topology/exports/%s.sql", name);
	if (share_path(path, below) == 0)
		sql = file_read(path, NULL);
	if (sql != NULL)
		query = query_prepare(database, sql);
	if (query == NULL || settings->format->write(&table, query) != 0)
		goto out;
	if (settings->output != NULL)
		result = file_replace(
			settings->output, table.bytes, table.length);
	else if (fwrite(table.bytes, 1, table.length, stdout) == table.length &&
		fflush(stdout) == 0)
		result = 0;
	else
		log_error("standard output: %s", strerror(errno));
out:
	query_free(query);
	text_free(&table);
	free(sql);
	return result;
}

int
main(int argc, char **argv)
{
	struct settings settings = { .format = table_format_find("csv") };
	struct database *database;
	int result;

	log_set_program("twinmap export");
	argv += command_line_read(&line, argc, argv, &settings);
	if (check_name(argv[0]) != 0)
		return 2;
	database = database_open(argv[1], DATABASE_READ);
	if (database == NULL)
		return 1;
	result = write_table(&settings, database, argv[0]);
	database_close(database);
	return result == 0 ? 0 : 1;
}
