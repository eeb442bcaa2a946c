/* archive_main.c -- twinmap archive: keep sites as dated snapshots. */
#include <stdio.h>
#include <string.h>

#include "archive_options.h"
#include "archive_verbs.h"
#include "log.h"
#include "memory.h"
#include "search_ask.h"

struct verb {
	const char *name;
	const char *usage;
	const char *summary;
	const struct option_set *options; /* NULL: none */
	int least_operands;
	int most_operands;
	int (*run)(const struct settings *, char **operands);
};

/* "archive/" and "archive" must give the same names in messages and walks. */
static void
strip_slashes(char *path)
{
	for (size_t end = strlen(path); end > 1 && path[end - 1] == '/'; end--)
		path[end - 1] = '\0';
}

static int
run_add(const struct settings *settings, char **operands)
{
	struct addition addition = settings->addition;

	addition.note = settings->note;
	addition.at = settings->at;
	strip_slashes(operands[1]);
	return archive_add(operands[0], operands[1], &addition);
}

static int
run_list(const struct settings *settings, char **operands)
{
	return archive_list(operands[0], settings->as_json);
}

static int
run_show(const struct settings *settings, char **operands)
{
	return archive_show(operands[0], operands[1], settings->as_json);
}

static int
run_verify(const struct settings *settings, char **operands)
{
	(void)settings;
	return archive_verify(operands[0], operands[1]);
}

static const char *
or_empty(const char *text)
{
	return text != NULL ? text : "";
}

static int
run_tag(const struct settings *settings, char **operands)
{
	struct record record = { .event = EVENT_TAG,
		.name = operands[1],
		.text = or_empty(settings->note) };

	return archive_record(operands[0], operands[2], &record, settings->at);
}

static int
run_note(const struct settings *settings, char **operands)
{
	struct record record = { .event = EVENT_NOTE,
		.name = or_empty(settings->by),
		.text = operands[2] };

	return archive_record(operands[0], operands[1], &record, settings->at);
}

static int
run_sign(const struct settings *settings, char **operands)
{
	struct record record = { .event = EVENT_SIGN,
		.name = or_empty(settings->by),
		.text = or_empty(operands[2]) };

	if (settings->by != NULL && settings->by[0] != '\0')
		return archive_record(
			operands[0], operands[1], &record, settings->at);
	log_error("who signs? say it with --by PERSON");
	return VERB_MISUSED;
}

static int
run_prune(const struct settings *settings, char **operands)
{
	return archive_prune(operands[0], &settings->retention, settings->at,
		settings->dry_run);
}

static int
run_export(const struct settings *settings, char **operands)
{
	return archive_export(operands[0], operands[1],
		operands[2] != NULL ? operands[2] : "-", settings->compress);
}

static int
run_import(const struct settings *settings, char **operands)
{
	return archive_import(operands[0], operands[1], settings->at);
}

static int
run_index(const struct settings *settings, char **operands)
{
	(void)settings;
	return archive_index(operands[0]);
}

static int
run_search(const struct settings *settings, char **operands)
{
	struct text words = { 0 };
	struct search_order order = { .type = settings->type };
	int result;

	for (char **word = operands + 1; *word != NULL; word++)
		text_format(&words, "%s ", *word);
	order.words = words.bytes;
	result = archive_search(operands[0], &order, settings->as_json);
	text_free(&words);
	return result;
}

static const struct verb verbs[] = {
	{ "add", "twinmap archive add [OPTION...] ARCHIVE SITE",
		"Keeps the folder SITE, which 'twinmap render' made and which "
		"holds its\ntopology.db, as a snapshot in ARCHIVE. Prints the "
		"id and the hash of its\nmanifest, which vouches for the whole "
		"archive so far. A phase-close needs a phase\nand a complete "
		"crawl, a final state also the sign-offs of both.",
		&add_options, 2, 2, run_add },
	{ "list", "twinmap archive list [--json] ARCHIVE",
		"Prints a line for each snapshot, newest first.",
		&print_options, 1, 1, run_list },
	{ "show", "twinmap archive show [--json] ARCHIVE NAME",
		"Prints what is known of a snapshot. NAME is an id, a tag, "
		"latest or prev.",
		&print_options, 2, 2, run_show },
	{ "tag", "twinmap archive tag [OPTION...] ARCHIVE TAG NAME",
		"Gives the tag to a snapshot. Who bore it before stays on "
		"record.",
		&tag_options, 3, 3, run_tag },
	{ "note", "twinmap archive note [OPTION...] ARCHIVE NAME TEXT",
		"Records a line beside a snapshot, which itself never "
		"changes.",
		&note_options, 3, 3, run_note },
	{ "sign", "twinmap archive sign --by PERSON ARCHIVE NAME [TEXT]",
		"Records that somebody signs a snapshot as true.",
		&note_options, 2, 3, run_sign },
	{ "verify", "twinmap archive verify ARCHIVE [NAME]",
		"Reads all files of all snapshots (or of one) and says what is "
		"no longer as it\nwas published. Status 0: nothing is.",
		NULL, 1, 2, run_verify },
	{ "prune", "twinmap archive prune [OPTION...] ARCHIVE",
		"Removes the files of snapshots that the rules do not keep; "
		"manifests stay, and\nthe chain stays complete. Kept for ever: "
		"the latest, and what bears a tag, closes\na phase, is final "
		"or was signed.",
		&prune_options, 1, 1, run_prune },
	{ "export", "twinmap archive export [--gzip] ARCHIVE NAME [FILE]",
		"Writes a snapshot as a tar file, to standard output without "
		"FILE. The same\nsnapshot gives the same bytes.",
		&export_options, 2, 3, run_export },
	{ "import", "twinmap archive import [OPTION...] ARCHIVE FILE",
		"Adds a snapshot that 'export' wrote (- is standard input), "
		"verified before\nanything of it can be seen, and says what "
		"vouches for it.",
		&import_options, 2, 2, run_import },
	{ "index", "twinmap archive index ARCHIVE",
		"Makes ARCHIVE/search.db anew, by which objects are found. "
		"Writers keep it up to\ndate; what only pruned snapshots knew "
		"is lost by this.",
		NULL, 1, 1, run_index },
	{ "search", "twinmap archive search [OPTION...] ARCHIVE WORD...",
		"Prints the objects that fit all words, now or in any "
		"snapshot: addresses and\nMACs in any spelling, prefixes, "
		"names and parts of them, serial numbers."
		"\nStatus 1: nothing fits.",
		&search_options, 2, -1, run_search },
};

static void
print_help(FILE *file)
{
	fputs("usage: twinmap archive VERB ...\n\n"
	      "Keeps sites as dated snapshots that never change.\n\n",
		file);
	for (size_t i = 0; i < COUNT(verbs); i++)
		fprintf(file, "  %s\n", verbs[i].usage);
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

static int
exit_status(int result)
{
	if (result == VERB_MISUSED)
		return 2;
	return result == 0 ? 0 : 1;
}

static int
run(const struct verb *verb, int argc, char **argv)
{
	struct settings settings = { .retention = default_retention };
	const struct command_line line = { verb->usage, verb->summary,
		verb->options != NULL ? verb->options->rules : NULL,
		verb->options != NULL ? verb->options->count : 0,
		verb->least_operands, verb->most_operands };
	char **operands =
		argv + command_line_read(&line, argc, argv, &settings);

	strip_slashes(operands[0]);
	return exit_status(verb->run(&settings, operands));
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
