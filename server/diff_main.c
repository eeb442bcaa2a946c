/* diff_main.c -- twinmap diff: what differs between two states of a network.
 *
 * render compares files and knows no archive; so it is here that names of
 * snapshots become files. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "comparison_site.h"
#include "diagrams.h"
#include "log.h"
#include "options.h"
#include "paths.h"
#include "site.h"
#include "unpacked.h"

enum { OLD, NEW, SIDES };

static const char *const side_names[SIDES] = { "old", "new" };

struct diff {
	const char *archive; /* NULL: the operands are files */
	char output[PATH_MAX]; /* "": no site */
	const char *templates[TEMPLATE_FOLDERS]; /* the first wins */
	int template_count;
	bool as_json;
	bool with_sites;
	int jobs;
	const char *formats;
	struct unpacked unpacked[SIDES]; /* from the archive */
	struct compared_state states[SIDES];
};

/* ------------------------------------------------------------ options -- */

static int
set_output(void *context, const char *value)
{
	struct diff *diff = context;
	size_t length = strlen(value);

	while (length > 1 && value[length - 1] == '/')
		length--;
	if (length > 0 && length < sizeof(diff->output)) {
		snprintf(diff->output, sizeof(diff->output), "%.*s",
			(int)length, value);
		return 0;
	}
	log_error("--output: '%s' is no folder", value);
	return -1;
}

static int
set_templates(void *context, const char *value)
{
	struct diff *diff = context;

	if (option_folder("templates", value) != 0)
		return -1;
	diff->templates[0] = value;
	diff->template_count = 1;
	return 0;
}

static int
set_jobs(void *context, const char *value)
{
	return option_jobs(value, &((struct diff *)context)->jobs);
}

static int
set_formats(void *context, const char *value)
{
	struct diff *diff = context;

	diff->formats = diagrams_formats(value);
	return diff->formats != NULL ? 0 : -1;
}

static const struct option_rule rules[] = {
	{ "archive", 'a', "ARCHIVE",
		"OLD and NEW are snapshots: ids, tags, latest or prev",
		KEEP_TEXT(struct diff, archive) },
	{ "output", 'o', "DIR", "folder to write: pages, pictures, JSON",
		set_output },
	{ "json", 0, NULL, "print comparison.json instead of a summary",
		KEEP_SWITCH(struct diff, as_json) },
	{ "sites", 0, NULL,
		"put the sites of both states into DIR, as old/ and new/",
		KEEP_SWITCH(struct diff, with_sites) },
	{ "templates", 't', "DIR", "templates that add to or replace ours",
		set_templates },
	{ "jobs", 'j', "N", "processes at once (one for each core)", set_jobs },
	{ "formats", 'f', "LIST", FORMATS_HELP, set_formats },
};

static const struct command_line line = {
	.usage = "twinmap diff [OPTION...] OLD NEW",
	.summary = "Compares two states of a network, two files topology.db "
		   "or two snapshots of an archive: prints what changed, and "
		   "writes it as pages and pictures.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 2,
	.most_operands = 2,
};

/* ------------------------------------------------------------- states -- */

static int
unpack_states(struct diff *diff, char **names)
{
	struct archive archive;
	int result = 0;

	if (archive_open(&archive, diff->archive) != 0)
		return -1;
	for (int side = 0; side < SIDES && result == 0; side++) {
		struct unpacked *unpacked = &diff->unpacked[side];

		result = unpacked_make(unpacked, &archive, names[side]);
		diff->states[side].path = unpacked->path;
		diff->states[side].name = names[side];
	}
	archive_close(&archive);
	return result;
}

static const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Names of snapshots, and no archive. */
static int
check_file(const char *path)
{
	if (access(path, F_OK) == 0 || errno != ENOENT)
		return 0;
	log_error("%s: no such file; the name of a snapshot needs --archive",
		path);
	return -1;
}

/* Two files of one name are told apart by their paths. */
static int
name_files(struct diff *diff, char **paths)
{
	bool is_clear = strcmp(file_name(paths[OLD]), file_name(paths[NEW]));

	for (int side = 0; side < SIDES; side++) {
		if (check_file(paths[side]) != 0)
			return -1;
		diff->states[side].path = paths[side];
		diff->states[side].name =
			is_clear ? file_name(paths[side]) : paths[side];
	}
	return 0;
}

/* -------------------------------------------------------------- sites -- */

static int
render_site(const struct diff *diff, int side, const char *output)
{
	struct site_order order = {
		.database = diff->states[side].path,
		.output = output,
		.template_count = diff->template_count,
		.jobs = diff->jobs,
		.formats = diff->formats,
	};

	memcpy(order.templates, diff->templates, sizeof(order.templates));
	return site_render(&order);
}

/* An archive holds the site already. */
static int
link_site(const struct diff *diff, int side, const char *output)
{
	char site[PATH_MAX], path[PATH_MAX];

	if (path_join(path, diff->archive, diff->unpacked[side].id) == 0 &&
		realpath(path, site) != NULL && symlink(site, output) == 0)
		return 0;
	log_error("%s: %s", output, strerror(errno));
	return -1;
}

static int
put_site(const struct diff *diff, int side)
{
	char output[PATH_MAX];

	if (path_join(output, diff->output, side_names[side]) != 0) {
		log_error("%s: %s", diff->output, strerror(errno));
		return -1;
	}
	return diff->archive != NULL ? link_site(diff, side, output)
				     : render_site(diff, side, output);
}

static int
write_site(const struct diff *diff, const struct comparison_order *order,
	struct database *comparison)
{
	if (diff->output[0] == '\0')
		return 0;
	if (comparison_site(comparison, order) != 0)
		return -1;
	for (int side = 0; side < SIDES && diff->with_sites; side++)
		if (put_site(diff, side) != 0)
			return -1;
	return 0;
}

static int
compare_states(const struct diff *diff)
{
	const struct comparison_order order = {
		.before = diff->states[OLD],
		.after = diff->states[NEW],
		.output = diff->output,
		.has_sites = diff->with_sites,
		.templates = diff->templates,
		.template_count = diff->template_count,
		.jobs = diff->jobs,
		.formats = diff->formats,
	};
	struct database *comparison = comparison_tell(&order);
	int result = -1;

	if (comparison == NULL)
		return -1;
	if (write_site(diff, &order, comparison) == 0)
		result = diff->as_json
			? comparison_json(comparison, &order, stdout)
			: comparison_text(comparison, stdout);
	database_close(comparison);
	return result;
}

/* --------------------------------------------------------------- main -- */

static int
read_command(struct diff *diff, int argc, char **argv, char built_in[PATH_MAX])
{
	int operand = command_line_read(&line, argc, argv, diff);

	if (diff->with_sites && diff->output[0] == '\0') {
		log_error("--sites: has no place without --output");
		return -1;
	}
	if (share_path(built_in, "templates") != 0)
		return -1;
	diff->templates[diff->template_count++] = built_in;
	return operand;
}

int
main(int argc, char **argv)
{
	struct diff diff = { .jobs = (int)sysconf(_SC_NPROCESSORS_ONLN) };
	char built_in[PATH_MAX];
	int operand;
	int result = 0;

	log_set_program("twinmap diff");
	if (diff.jobs < 1)
		diff.jobs = 1;
	operand = read_command(&diff, argc, argv, built_in);
	if (operand < 0)
		return 2;
	if (diff.archive != NULL)
		result = unpack_states(&diff, argv + operand);
	else
		result = name_files(&diff, argv + operand);
	if (result == 0)
		result = compare_states(&diff);
	for (int side = 0; side < SIDES; side++)
		unpacked_remove(&diff.unpacked[side]);
	return result == 0 && !ferror(stdout) ? 0 : 1;
}
