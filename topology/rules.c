/* rules.c -- folders of questions: one SELECT a file, whose columns are columns
 * of one table. */
#include "rules.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "files.h"
#include "log.h"
#include "memory.h"
#include "names.h"
#include "paths.h"

/* A kind of question, and where its answers go. */
struct question_kind {
	const char *folder; /* below topology/, and below DIR */
	const char *insert; /* the beginning of a statement, up to "(" */
	const char *constant; /* a column that is the file's name; or NULL */
	/* Reads the comment of the file; its row is there before its answers.
	 */
	int (*introduce)(struct database *, const char *id, const char *sql);
};

struct question {
	struct database *database;
	const struct question_kind *kind;
	const char *path;
	const char *id; /* the file's name without its ending */
	const char *sql;
};

/* ----------------------------------------- what a rule says of itself -- */

struct introduction {
	struct text title;
	struct text explanation;
	struct text replaces;
	bool is_gap;
};

static void
append_line(struct text *text, const char *line, size_t length)
{
	if (text->length > 0 && length > 0)
		text_append(text, " ");
	text_append_bytes(text, line, length);
}

static void
read_line(struct introduction *about, const char *id, const char *line,
	size_t length)
{
	static const char replaces[] = "Replaces: ";
	size_t id_length = strlen(id);

	if (about->title.length == 0) {
		if (length > id_length + 2 && memcmp(line, id, id_length) == 0)
			append_line(&about->title, line + id_length + 2,
				length - id_length - 2);
		return;
	}
	if (length == 4 && memcmp(line, "Gap.", 4) == 0)
		about->is_gap = true;
	else if (length > sizeof(replaces) &&
		memcmp(line, replaces, sizeof(replaces) - 1) == 0)
		append_line(&about->replaces, line + sizeof(replaces) - 1,
			length - sizeof(replaces));
	else
		append_line(&about->explanation, line, length);
}

static void
read_introduction(struct introduction *about, const char *id, const char *sql)
{
	while (strncmp(sql, "--", 2) == 0) {
		const char *line = sql + 2 + strspn(sql + 2, " ");
		size_t length = strcspn(line, "\n");

		read_line(about, id, line, length);
		sql = line + length + (line[length] == '\n');
	}
}

static void
introduction_free(struct introduction *about)
{
	text_free(&about->title);
	text_free(&about->explanation);
	text_free(&about->replaces);
}

static int
write_rule(struct database *database, const char *id,
	const struct introduction *about)
{
	const struct value values[] = { text_value(id),
		text_value(about->title.bytes),
		text_value(about->explanation.bytes),
		integer_value(about->is_gap),
		text_value(about->replaces.bytes) };
	struct query *insert = query_prepare(database,
		"INSERT INTO rule (id, title, explanation, is_gap, replaces)"
		" VALUES (?, ?, ?, ?, ?)");
	int result = -1;

	if (insert != NULL)
		result = query_run(insert, values, COUNT(values));
	query_free(insert);
	return result;
}

static int
introduce_rule(struct database *database, const char *id, const char *sql)
{
	struct introduction about = { { 0 } };
	int result = -1;

	read_introduction(&about, id, sql);
	if (about.title.length > 0)
		result = write_rule(database, id, &about);
	else
		log_error("%s.sql: does not begin with '-- %s: what it finds'",
			id, id);
	introduction_free(&about);
	return result;
}

/* ---------------------------------------------------- one after other -- */

/* INSERT INTO table (its columns) SELECT * FROM (the question). */
static void
write_statement(const struct question *question, const struct query *select,
	struct text *statement)
{
	const struct question_kind *kind = question->kind;

	text_format(statement, "%s (", kind->insert);
	if (kind->constant != NULL)
		text_format(statement, "%s, ", kind->constant);
	for (int i = 0; i < query_column_count(select); i++)
		text_format(statement, "%s\"%s\"", i > 0 ? ", " : "",
			query_column_name(select, i));
	text_format(statement, ") SELECT %s * FROM (\n%s\n)",
		kind->constant != NULL ? ":id," : "", question->sql);
}

static int
insert_answers(const struct question *question, const struct query *select)
{
	struct text statement = { 0 };
	struct query *insert;
	int result = -1;

	write_statement(question, select, &statement);
	insert = query_prepare(question->database, statement.bytes);
	if (insert != NULL) {
		query_bind_name(insert, ":id", text_value(question->id));
		result = query_run(insert, NULL, 0);
	}
	query_free(insert);
	text_free(&statement);
	return result;
}

static int
ask(const struct question *question)
{
	struct query *select = query_prepare(question->database, question->sql);
	int result = -1;

	if (select != NULL &&
		(question->kind->introduce == NULL ||
			question->kind->introduce(question->database,
				question->id, question->sql) == 0))
		result = insert_answers(question, select);
	query_free(select);
	if (result != 0)
		log_error("%s: cannot be run, for what is said above",
			question->path);
	return result;
}

/* Of one kind of question: where its files are. */
struct folders {
	struct database *database;
	const struct question_kind *kind;
	char theirs[PATH_MAX]; /* "": there is no overlay */
	char ours[PATH_MAX];
};

/* The overlay's file, if it has one of this name. */
static int
find_file(const struct folders *folders, const char *name, char path[PATH_MAX])
{
	const char *const places[] = { folders->theirs, folders->ours };

	for (size_t i = 0; i < COUNT(places); i++)
		if (places[i][0] != '\0' &&
			path_join(path, places[i], name) == 0 &&
			access(path, R_OK) == 0)
			return 0;
	log_error("%s: cannot be read", name);
	return -1;
}

static int
ask_file(const struct folders *folders, const char *name)
{
	char path[PATH_MAX], id[NAME_MAX + 1];
	struct question question = { folders->database, folders->kind, path,
		id };
	char *sql = NULL;
	int result = -1;

	snprintf(id, sizeof(id), "%.*s", (int)strcspn(name, "."), name);
	if (find_file(folders, name, path) == 0)
		sql = file_read(path, NULL);
	if (sql != NULL) {
		question.sql = sql;
		result = ask(&question);
	}
	free(sql);
	return result;
}

static int
find_folders(struct folders *folders, const char *overlay)
{
	char below[64];

	snprintf(below, sizeof(below), "topology/%s", folders->kind->folder);
	if (overlay != NULL &&
		path_join(folders->theirs, overlay, folders->kind->folder) !=
			0) {
		log_error("%s: %s", overlay, strerror(ENAMETOOLONG));
		return -1;
	}
	return share_path(folders->ours, below);
}

static int
ask_all(struct database *database, const struct question_kind *kind,
	const char *overlay)
{
	struct folders folders = { database, kind, "", "" };
	struct names names = { 0 };
	int result = 0;

	if (find_folders(&folders, overlay) != 0)
		return -1;
	if (folders.theirs[0] != '\0')
		names_add_folder(&names, folders.theirs, ".", "*.sql");
	names_add_folder(&names, folders.ours, ".", "*.sql");
	for (size_t i = 0; i < names.count; i++)
		if (ask_file(&folders, names.names[i]) != 0)
			result = -1;
	names_free(&names);
	return result;
}

int
rules_run(struct database *database, const char *overlay)
{
	static const struct question_kind rules = { "rules",
		"INSERT INTO finding", "rule", introduce_rule };

	return ask_all(database, &rules, overlay);
}

int
checks_run(struct database *database, const char *overlay)
{
	static const struct question_kind checks = { "checks",
		"INSERT INTO status_check", NULL, NULL };

	return ask_all(database, &checks, overlay);
}
