/* archive_options.c -- the options of 'twinmap archive'. */
#include "archive_options.h"

#include <string.h>

#include "log.h"

static int
set_kind(void *context, const char *value)
{
	int kind = snapshot_kind(value);

	if (kind < 0) {
		log_error("--kind: '%s' is neither state, phase-close nor "
			  "final",
			value);
		return -1;
	}
	((struct settings *)context)->addition.kind = (enum snapshot_kind)kind;
	return 0;
}

static int
set_tag(void *context, const char *value)
{
	if (!tag_is_valid(value)) {
		log_error("--tag: '%s' cannot be a tag: up to %d letters, "
			  "digits, '.', '_', '-', no id",
			value, TAG_SIZE - 1);
		return -1;
	}
	((struct settings *)context)->addition.tag = value;
	return 0;
}

static int
set_note(void *context, const char *value)
{
	if (!text_is_noteworthy(value)) {
		log_error("--note: must be one line of UTF-8 text, up to 2000 "
			  "bytes");
		return -1;
	}
	((struct settings *)context)->note = value;
	return 0;
}

static int
set_at(void *context, const char *value)
{
	return option_time("at", value, &((struct settings *)context)->at);
}

static int
keep(void *context, enum period period, const char *name, const char *value)
{
	struct settings *settings = context;

	if (strcmp(value, "all") != 0)
		return option_number(
			name, value, 0, &settings->retention.keep[period]);
	settings->retention.keep[period] = KEEP_ALL;
	return 0;
}

static int
keep_last(void *context, const char *value)
{
	return keep(context, PERIOD_LAST, "last", value);
}

static int
keep_daily(void *context, const char *value)
{
	return keep(context, PERIOD_DAY, "daily", value);
}

static int
keep_weekly(void *context, const char *value)
{
	return keep(context, PERIOD_WEEK, "weekly", value);
}

static int
keep_monthly(void *context, const char *value)
{
	return keep(context, PERIOD_MONTH, "monthly", value);
}

#define AT_OPTION \
	{ \
		"at", 0, "TIME", "the time to record (default: the present)", \
			set_at \
	}

static const struct option_rule add_rules[] = {
	{ "kind", 'k', "KIND", "state (default), phase-close or final",
		set_kind },
	{ "tag", 't', "NAME", "the snapshot's tag (default: its phase)",
		set_tag },
	{ "note", 'n', "TEXT", "a line to be kept in the manifest", set_note },
	{ "replaces", 'r', "NAME", "the snapshot that this one corrects",
		KEEP_TEXT(struct settings, addition.replaces) },
	AT_OPTION,
};

static const struct option_rule print_rules[] = {
	{ "json", 'j', NULL, "for programs",
		KEEP_SWITCH(struct settings, as_json) },
};

static const struct option_rule search_rules[] = {
	{ "json", 'j', NULL, "for programs",
		KEEP_SWITCH(struct settings, as_json) },
	{ "type", 't', "TYPE", "device, interface, address, host, prefix ...",
		KEEP_TEXT(struct settings, type) },
};

static const struct option_rule tag_rules[] = {
	{ "note", 'n', "TEXT", "why it is given", set_note },
	AT_OPTION,
};

static const struct option_rule note_rules[] = {
	{ "by", 'b', "PERSON", "who says so", KEEP_TEXT(struct settings, by) },
	AT_OPTION,
};

static const struct option_rule prune_rules[] = {
	{ "dry-run", 'd', NULL, "only say what would go",
		KEEP_SWITCH(struct settings, dry_run) },
	{ "last", 'l', "N", "newest to keep (14); N may be 'all'", keep_last },
	{ "daily", 'D', "N", "days to keep one of (30)", keep_daily },
	{ "weekly", 'W', "N", "weeks to keep one of (26)", keep_weekly },
	{ "monthly", 'M', "N", "months to keep one of (all)", keep_monthly },
	AT_OPTION,
};

static const struct option_rule export_rules[] = {
	{ "gzip", 'z', NULL, "compress it: a .tar.gz",
		KEEP_SWITCH(struct settings, compress) },
};

static const struct option_rule import_rules[] = { AT_OPTION };

const struct option_set add_options = { add_rules, COUNT(add_rules) };
const struct option_set print_options = { print_rules, COUNT(print_rules) };
const struct option_set search_options = { search_rules, COUNT(search_rules) };
const struct option_set tag_options = { tag_rules, COUNT(tag_rules) };
const struct option_set note_options = { note_rules, COUNT(note_rules) };
const struct option_set prune_options = { prune_rules, COUNT(prune_rules) };
const struct option_set export_options = { export_rules, COUNT(export_rules) };
const struct option_set import_options = { import_rules, COUNT(import_rules) };
