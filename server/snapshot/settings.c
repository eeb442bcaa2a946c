/* settings.c -- the command line of 'twinmap snapshot'. */
#include "settings.h"

#include "log.h"
#include "memory.h"
#include "options.h"

static int
set_at(void *context, const char *value)
{
	int64_t at;

	((struct settings *)context)->words[AT] = value;
	return option_time("at", value, &at);
}

#define WORD(word) KEEP_TEXT(struct settings, words[word])

static const struct option_rule rules[] = {
	{ "config", 'c', "FILE", "snapshot.yaml: all that follows, and more",
		KEEP_TEXT(struct settings, file) },
	{ "archive", 'a', "ARCHIVE", "where the snapshot is kept",
		WORD(ARCHIVE) },
	{ "work", 'w', "DIR", "for what is being made; kept when a step fails",
		WORD(WORK) },
	{ "discover", 0, "FILE", "discover.yaml: seeds, scope, limits",
		WORD(DISCOVER) },
	{ "credentials", 0, "FILE", "instead of those that it names",
		WORD(CREDENTIALS) },
	{ "recordings", 0, "PATH", "ask recordings, not the network",
		WORD(RECORDINGS) },
	{ "facts", 'f', "FILE", "facts.yaml: what people state", WORD(FACTS) },
	{ "templates", 0, "DIR", "rules, checks, pages of one's own",
		WORD(TEMPLATES) },
	{ "notes", 0, "DIR", "notes of people, which join the pages",
		WORD(NOTES) },
	{ "phase", 'p', "ID", "the phase that this state belongs to",
		WORD(PHASE) },
	{ "kind", 'k', "KIND", "state (default), phase-close or final",
		WORD(KIND) },
	{ "tag", 't', "NAME", "the snapshot's tag (default: its phase)",
		WORD(TAG) },
	{ "note", 'n', "TEXT", "a line to be kept with it", WORD(NOTE) },
	{ "replaces", 'r', "NAME", "the snapshot that this one corrects",
		WORD(REPLACES) },
	{ "sign", 0, "PERSON", "who signs it as true", WORD(SIGNED_BY) },
	{ "at", 0, "TIME", "say that the network was observed then", set_at },
	{ "resume", 0, NULL,
		"go on with what an earlier run left in the work folder",
		KEEP_SWITCH(struct settings, resumes) },
	{ "allow-incomplete", 0, NULL,
		"publish a crawl that was cut short, marked as such",
		KEEP_SWITCH(struct settings, publishes_incomplete) },
	{ "prune", 0, NULL, "prune the archive afterwards",
		KEEP_SWITCH(struct settings, prunes) },
	{ "dry-run", 'd', NULL,
		"check the files, print the commands that would be run",
		KEEP_SWITCH(struct settings, is_dry) },
};

static const struct command_line line = {
	.usage = "twinmap snapshot [OPTION...]",
	.summary =
		"From the network to a snapshot in the archive, in one go: "
		"check, discover,\nprobe, analyse, render, archive add, and "
		"prune if asked to.\n\n"
		"Status 0: published. 1: a step failed. 2: the command line or "
		"a file is wrong.\n3: another run holds the work folder. 4: "
		"the crawl was cut short, and is not\npublished. 5: ended by a "
		"signal. After 1, 4 and 5 --resume goes on.",
	.rules = rules,
	.rule_count = COUNT(rules),
};

int
settings_read(struct settings *settings, int argc, char **argv)
{
	*settings = (struct settings){ .arena = arena_create() };
	for (enum step step = 0; step < STEP_COUNT; step++)
		settings->seconds[step] = step_seconds(step);
	command_line_read(&line, argc, argv, settings);
	for (enum word word = 0; word < WORD_COUNT; word++)
		if (settings->words[word] != NULL &&
			settings->words[word][0] == '\0')
			settings->words[word] = NULL; /* it says nothing */
	if (settings->file != NULL &&
		settings_read_file(settings, settings->file) != 0)
		return -1;
	return settings_check(settings);
}

void
settings_free(struct settings *settings)
{
	arena_free(settings->arena);
}
