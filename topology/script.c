/* script.c -- SQL files that are run statement by statement. */
#include "script.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "files.h"
#include "log.h"
#include "paths.h"

enum { PASS_LIMIT = 10000 };

struct script {
	struct database *database;
	const char *path;
	const char *text;
	const char *next; /* what was not run yet */
	const char *block; /* behind "repeat", NULL outside of a block */
	int64_t changes; /* before this pass of the block */
	int passes;
};

static int
complain(const struct script *script, const char *what)
{
	int line = 1;

	for (const char *byte = script->text; byte < script->next; byte++)
		line += *byte == '\n';
	log_error("%s:%d: %s", script->path, line, what);
	return -1;
}

static int
begin_block(struct script *script)
{
	if (script->block != NULL)
		return complain(script, "a block inside a block");
	script->block = script->next;
	script->changes = database_changes(script->database);
	script->passes = 0;
	return 0;
}

static int
end_block(struct script *script)
{
	int64_t changes = database_changes(script->database);

	if (script->block == NULL)
		return complain(script, "no block to end");
	if (changes == script->changes) {
		script->block = NULL;
		return 0;
	}
	if (++script->passes == PASS_LIMIT)
		return complain(
			script, "still changing rows after 10000 passes");
	script->changes = changes;
	script->next = script->block;
	return 0;
}

static bool
begins_with(const char *text, const char *word)
{
	return strncmp(text, word, strlen(word)) == 0;
}

/* Moves behind one comment line and does what it asks for. */
static int
take_comment(struct script *script)
{
	static const struct {
		const char *line;
		int (*act)(struct script *);
	} marks[] = {
		{ "-- repeat until nothing changes\n", begin_block },
		{ "-- end repeat\n", end_block },
	};
	const char *comment = script->next;

	script->next = strchrnul(comment, '\n');
	for (size_t i = 0; i < COUNT(marks); i++)
		if (begins_with(comment, marks[i].line))
			return marks[i].act(script);
	return 0;
}

/* To the first word of the next statement, so that its line can be told. */
static int
skip_to_statement(struct script *script)
{
	for (;;) {
		if (isspace((unsigned char)*script->next))
			script->next++;
		else if (!begins_with(script->next, "--"))
			return 0;
		else if (take_comment(script) != 0)
			return -1;
	}
}

static int
run_statements(struct script *script)
{
	while (skip_to_statement(script) == 0) {
		const char *rest = script->next;

		if (*rest == '\0' && script->block != NULL)
			return complain(script, "'-- end repeat' is missing");
		if (*rest == '\0')
			return 0;
		if (database_run_first(script->database, &rest) != 0)
			return complain(
				script, database_complaint(script->database));
		script->next = rest;
	}
	return -1;
}

int
script_run(struct database *database, const char *path)
{
	char *text = file_read(path, NULL);
	struct script script = { .database = database, .path = path };
	int result;

	if (text == NULL)
		return -1;
	script.text = script.next = text;
	result = run_statements(&script);
	free(text);
	return result;
}

int
script_run_shared(struct database *database, const char *name)
{
	char path[PATH_MAX];

	return share_path(path, name) == 0 ? script_run(database, path) : -1;
}
