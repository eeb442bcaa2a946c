/* twinmap.c -- the front command: finds the program for a verb and runs it.
 *
 * Each part is a program of its own, so that it holds only the rights and the
 * libraries it needs. The programs lie beside this one (build tree) or in
 * ../libexec/twinmap (installation). */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "paths.h"

struct verb {
	const char *name;
	const char *summary;
};

static const struct verb verbs[] = {
	{ "check", "tell mistakes of the files and what a run would do" },
	{ "import", "facts from tables of NetBox" },
	{ "discover", "walk the network, write topology.db" },
	{ "probe", "ask names and services as users would" },
	{ "analyse", "join facts, make links, segments and classes" },
	{ "render", "topology.db to pages and diagrams" },
	{ "diff", "what differs between two states, as text, pages, pictures" },
	{ "snapshot", "all of the above in one go, to run every night" },
	{ "archive", "keep sites as dated snapshots: add, list, prune" },
	{ "serve", "show the archive in a browser" },
	{ "export", "CSV or JSON of topology.db" },
	{ "record", "one whole SNMP agent into a recording" },
	{ "replay", "answer SNMP from recordings" },
};

static void
print_help(FILE *file)
{
	fputs("usage: twinmap VERB [OPTION...]\n\n"
	      "Documents a dual-stack network from what the network says.\n\n",
		file);
	for (size_t i = 0; i < COUNT(verbs); i++)
		fprintf(file, "  %-10s %s\n", verbs[i].name, verbs[i].summary);
	fputs("\n'twinmap VERB --help' tells more.\n", file);
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
run_verb(const struct verb *verb, char **arguments)
{
	static const char *const places[] = { "", "/../libexec/twinmap" };
	char folder[PATH_MAX];
	char program[PATH_MAX];

	if (program_folder(folder) != 0)
		return -1;
	for (size_t i = 0; i < COUNT(places); i++) {
		int length = snprintf(program, sizeof(program),
			"%s%s/twinmap-%s", folder, places[i], verb->name);

		arguments[0] = program; /* what ps shows */
		if (length < PATH_MAX)
			execv(program, arguments);
	}
	log_error("%s: %s", program, strerror(errno));
	return -1;
}

int
main(int argc, char **argv)
{
	const struct verb *verb;

	if (argc < 2) {
		print_help(stderr);
		return 2;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		print_help(stdout);
		return 0;
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("twinmap " TWINMAP_VERSION);
		return 0;
	}
	verb = find_verb(argv[1]);
	if (verb == NULL) {
		log_error("'%s' is no verb; see 'twinmap --help'", argv[1]);
		return 2;
	}
	return run_verb(verb, argv + 1) == 0 ? 0 : 1;
}
