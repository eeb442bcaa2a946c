/* settings.c -- the command line of 'twinmap snapshot'. */
#include "settings.h"

#include "log.h"
#include "memory.h"
#include "options.h"

/* An empty word says nothing. */
static int
take(void *context, enum word word, const char *value)
{
	struct settings *settings = context;

	settings->words[word] = value[0] != '\0' ? value : NULL;
	return 0;
}

static int
set_config(void *context, const char *value)
{
	((struct settings *)context)->file = value;
	return 0;
}

static int
set_archive(void *context, const char *value)
{
	return take(context, ARCHIVE, value);
}

static int
set_work(void *context, const char *value)
{
	return take(context, WORK, value);
}

static int
set_discover(void *context, const char *value)
{
	return take(context, DISCOVER, value);
}

static int
set_credentials(void *context, const char *value)
{
	return take(context, CREDENTIALS, value);
}

static int
set_recordings(void *context, const char *value)
{
	return take(context, RECORDINGS, value);
}

static int
set_facts(void *context, const char *value)
{
	return take(context, FACTS, value);
}

static int
set_templates(void *context, const char *value)
{
	return take(context, TEMPLATES, value);
}

static int
set_notes(void *context, const char *value)
{
	return take(context, NOTES, value);
}

static int
set_phase(void *context, const char *value)
{
	return take(context, PHASE, value);
}

static int
set_tag(void *context, const char *value)
{
	return take(context, TAG, value);
}

static int
set_kind(void *context, const char *value)
{
	return take(context, KIND, value);
}

static int
set_note(void *context, const char *value)
{
	return take(context, NOTE, value);
}

static int
set_replaces(void *context, const char *value)
{
	return take(context, REPLACES, value);
}

static int
set_signer(void *context, const char *value)
{
	return take(context, SIGNED_BY, value);
}

static int
set_at(void *context, const char *value)
{
	int64_t at;

	if (option_time("at", value, &at) != 0)
		return -1;
	return take(context, AT, value);
}

static int
set_resume(void *context, const char *value)
{
	(void)value;
	((struct settings *)context)->resumes = true;
	return 0;
}

static int
set_incomplete(void *context, const char *value)
{
	(void)value;
	((struct settings *)context)->publishes_incomplete = true;
	return 0;
}

static int
set_prune(void *context, const char *value)
{
	(void)value;
	((struct settings *)context)->prunes = true;
	return 0;
}

static int
set_dry_run(void *context, const char *value)
{
	(void)value;
	((struct settings *)context)->is_dry = true;
	return 0;
}

static const struct option_rule rules[] = {
	{ "config", 'c', "FILE", "snapshot.yaml: all that follows, and more",
		set_config },
	{ "archive", 'a', "ARCHIVE", "where the snapshot is kept",
		set_archive },
	{ "work", 'w', "DIR", "for what is being made; kept when a step fails",
		set_work },
	{ "discover", 0, "FILE", "discover.yaml: seeds, scope, limits",
		set_discover },
	{ "credentials", 0, "FILE", "instead of those that it names",
		set_credentials },
	{ "recordings", 0, "PATH", "ask recordings, not the network",
		set_recordings },
	{ "facts", 'f', "FILE", "facts.yaml: what people state", set_facts },
	{ "templates", 0, "DIR", "rules, checks, pages of one's own",
		set_templates },
	{ "notes", 0, "DIR", "notes of people, which join the pages",
		set_notes },
	{ "phase", 'p', "ID", "the phase that this state belongs to",
		set_phase },
	{ "kind", 'k', "KIND", "state (default), phase-close or final",
		set_kind },
	{ "tag", 't', "NAME", "the snapshot's tag (default: its phase)",
		set_tag },
	{ "note", 'n', "TEXT", "a line to be kept with it", set_note },
	{ "replaces", 'r', "NAME", "the snapshot that this one corrects",
		set_replaces },
	{ "sign", 0, "PERSON", "who signs it as true", set_signer },
	{ "at", 0, "TIME", "say that the network was observed then", set_at },
	{ "resume", 0, NULL,
		"go on with what an earlier run left in the work folder",
		set_resume },
	{ "allow-incomplete", 0, NULL,
		"publish a crawl that was cut short, marked as such",
		set_incomplete },
	{ "prune", 0, NULL, "prune the archive afterwards", set_prune },
	{ "dry-run", 'd', NULL,
		"check the files, print the commands that would be run",
		set_dry_run },
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
