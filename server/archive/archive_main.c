/* archive_main.c -- twinmap archive: keep sites as dated snapshots. */
#include <stdio.h>
#include <string.h>

#include "archive.h"
#include "log.h"
#include "options.h"

struct settings {
	const char *tag;
};

struct verb {
	const char *name;
	struct command_line line;
	int (*run)(const struct settings *, char **operands);
};

static int
set_tag(void *context, const char *value)
{
	struct settings *settings = context;

	settings->tag = value;
	return 0;
}

static int
run_add(const struct settings *settings, char **operands)
{
	return archive_add(operands[0], operands[1], settings->tag);
}

static int
run_list(const struct settings *settings, char **operands)
{
	(void)settings;
	return archive_list(operands[0]);
}

static int
run_verify(const struct settings *settings, char **operands)
{
	(void)settings;
	return archive_verify(operands[0], operands[1]);
}

static const struct option_rule add_rules[] = {
	{ "tag", 't', "NAME", "the snapshot's tag (default: its phase)",
		set_tag },
};

static const struct verb verbs[] = {
	{ "add",
		{ "twinmap archive add [OPTION...] ARCHIVE SITE",
			"Keeps the folder SITE, which 'twinmap render' made "
			"and which holds its\ntopology.db, as a snapshot in "
			"ARCHIVE. Prints the id and the hash of its\n"
			"manifest, which vouches for the whole archive so far.",
			add_rules, COUNT(add_rules), 2, 2 },
		run_add },
	{ "list",
		{ "twinmap archive list ARCHIVE",
			"Prints a line for each snapshot, newest first.", NULL,
			0, 1, 1 },
		run_list },
	{ "verify",
		{ "twinmap archive verify ARCHIVE [ID]",
			"Reads all files of all snapshots (or of one) and says "
			"what is no longer as it\nwas published. Status 0: "
			"nothing is.",
			NULL, 0, 1, 2 },
		run_verify },
};

static void
print_help(FILE *file)
{
	fputs("usage: twinmap archive VERB ...\n\n"
	      "Keeps sites as dated snapshots that never change.\n\n",
		file);
	for (size_t i = 0; i < COUNT(verbs); i++)
		fprintf(file, "  %s\n", verbs[i].line.usage);
	fputs("\n'twinmap archive VERB --help' tells more.\n", file);
}

static const struct verb *
find_verb(const char *name)
{
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

/* "archive/" and "archive" must give the same names in messages and walks. */
static void
strip_slashes(char *path)
{
	for (size_t end = strlen(path); end > 1 && path[end - 1] == '/'; end--)
		path[end - 1] = '\0';
}

static int
run(const struct verb *verb, int argc, char **argv)
{
	struct settings settings = { 0 };
	char **operands =
		argv + command_line_read(&verb->line, argc, argv, &settings);

	for (char **operand = operands; *operand != NULL; operand++)
		strip_slashes(*operand);
	return verb->run(&settings, operands) == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	const struct verb *verb;

	log_set_program("twinmap archive");
	if (argc < 2) {
		print_help(stderr);
		return 2;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		print_help(stdout);
		return 0;
	}
	verb = find_verb(argv[1]);
	if (verb == NULL) {
		log_error("'%s' is no verb; see 'twinmap archive --help'",
			argv[1]);
		return 2;
	}
	return run(verb, argc - 1, argv + 1);
}
