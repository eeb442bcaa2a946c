/* render_main.c -- twinmap render: topology.db to pages and diagrams. */
#include <string.h>
#include <unistd.h>

#include "diagrams.h"
#include "log.h"
#include "options.h"
#include "paths.h"
#include "site.h"

static int
set_templates(void *settings, const char *value)
{
	struct site_order *order = settings;

	if (option_folder("templates", value) != 0)
		return -1;
	order->templates[0] = value;
	order->template_count = 1;
	return 0;
}

static int
set_notes(void *settings, const char *value)
{
	struct site_order *order = settings;

	order->notes = value;
	return option_folder("notes", value);
}

static int
set_jobs(void *settings, const char *value)
{
	return option_jobs(value, &((struct site_order *)settings)->jobs);
}

static int
set_formats(void *settings, const char *value)
{
	struct site_order *order = settings;

	order->formats = diagrams_formats(value);
	return order->formats != NULL ? 0 : -1;
}

static int
set_only(void *settings, const char *value)
{
	struct site_order *order = settings;

	order->only_diagrams = strcmp(value, "diagrams") == 0;
	if (order->only_diagrams)
		return 0;
	log_error("--only: '%s' is not 'diagrams'", value);
	return -1;
}

static const struct option_rule rules[] = {
	{ "output", 'o', "SITE", "folder to write (site)",
		KEEP_TEXT(struct site_order, output) },
	{ "templates", 't', "DIR", "templates that add to or replace ours",
		set_templates },
	{ "notes", 'n', "DIR", "notes of people, which join the pages",
		set_notes },
	{ "previous", 'p', "DB",
		"the state before: pictures of what changed since",
		KEEP_TEXT(struct site_order, previous) },
	{ "jobs", 'j', "N", "processes at once (one for each core)", set_jobs },
	{ "formats", 'f', "LIST", FORMATS_HELP, set_formats },
	{ "only", 0, "diagrams", "pictures alone, in a site without pages",
		set_only },
};

static const struct command_line line = {
	.usage = "twinmap render DATABASE [OPTION...]",
	.summary = "Writes a site from topology.db: Markdown and HTML pages, "
		   "diagrams as SVG and DOT.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

static int
cores(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count > 0 ? (int)count : 1;
}

int
main(int argc, char **argv)
{
	struct site_order order = { .output = "site", .jobs = cores() };
	char built_in[PATH_MAX];
	int operand;

	log_set_program("twinmap render");
	operand = command_line_read(&line, argc, argv, &order);
	order.database = argv[operand];
	if (share_path(built_in, "templates") != 0)
		return 1;
	order.templates[order.template_count++] = built_in;
	return site_render(&order) == 0 ? 0 : 1;
}
