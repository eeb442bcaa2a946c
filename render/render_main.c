/* render_main.c -- twinmap render: topology.db to pages and diagrams. */
#include <string.h>
#include <unistd.h>

#include "diagrams.h"
#include "log.h"
#include "options.h"
#include "paths.h"
#include "site.h"

static int
set_output(void *settings, const char *value)
{
	struct site_order *order = settings;

	order->output = value;
	return 0;
}

static int
set_templates(void *settings, const char *value)
{
	struct site_order *order = settings;

	if (access(value, R_OK | X_OK) != 0) {
		log_error(
			"--templates: %s is no folder that can be read", value);
		return -1;
	}
	order->templates[0] = value;
	order->template_count = 1;
	return 0;
}

static int
set_notes(void *settings, const char *value)
{
	struct site_order *order = settings;

	if (access(value, R_OK | X_OK) != 0) {
		log_error("--notes: %s is no folder that can be read", value);
		return -1;
	}
	order->notes = value;
	return 0;
}

static int
set_previous(void *settings, const char *value)
{
	struct site_order *order = settings;

	order->previous = value;
	return 0;
}

static int
set_jobs(void *settings, const char *value)
{
	enum { MOST_JOBS = 256 };
	struct site_order *order = settings;
	int64_t jobs;

	if (option_number("jobs", value, 1, &jobs) != 0)
		return -1;
	order->jobs = jobs < MOST_JOBS ? (int)jobs : MOST_JOBS;
	return 0;
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
	{ "output", 'o', "SITE", "folder to write (site)", set_output },
	{ "templates", 't', "DIR", "templates that add to or replace ours",
		set_templates },
	{ "notes", 'n', "DIR", "notes of people, which join the pages",
		set_notes },
	{ "previous", 'p', "DB",
		"the state before: pictures of what changed since",
		set_previous },
	{ "jobs", 'j', "N", "processes at once (one for each core)", set_jobs },
	{ "formats", 'f', "LIST",
		"what pictures are besides SVG and DOT: all, none or "
		"png,pdf,drawio,graphml,mermaid",
		set_formats },
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
