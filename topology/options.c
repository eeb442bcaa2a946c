/* options.c -- command lines as tables: one row an option. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "times.h"

enum { RULE_LIMIT = 32, FIRST_CODE = 256, HELP_CODE = 255, HELP_COLUMN = 26 };

static void
print_rule(const struct option_rule *rule)
{
	char left[64];

	snprintf(left, sizeof(left), "--%s%s%s", rule->name,
		rule->argument != NULL ? " " : "",
		rule->argument != NULL ? rule->argument : "");
	if (rule->letter != 0)
		printf("  -%c, %-*s %s\n", rule->letter, HELP_COLUMN, left,
			rule->help);
	else
		printf("      %-*s %s\n", HELP_COLUMN, left, rule->help);
}

static void
print_help(const struct command_line *line)
{
	printf("usage: %s\n\n%s\n", line->usage, line->summary);
	if (line->rule_count > 0)
		printf("\nOptions:\n");
	for (int i = 0; i < line->rule_count; i++)
		print_rule(&line->rules[i]);
}

static _Noreturn void
refuse(void)
{
	fprintf(stderr, "%s: see '%s --help'\n", log_program(), log_program());
	exit(2);
}

static void
make_tables(const struct command_line *line, struct option *longs, char *shorts)
{
	*shorts++ = ':';
	for (int i = 0; i < line->rule_count; i++) {
		const struct option_rule *rule = &line->rules[i];

		longs[i] = (struct option){ rule->name,
			rule->argument != NULL ? required_argument
					       : no_argument,
			NULL, FIRST_CODE + i };
		if (rule->letter == 0)
			continue;
		*shorts++ = rule->letter;
		if (rule->argument != NULL)
			*shorts++ = ':';
	}
	longs[line->rule_count] =
		(struct option){ "help", no_argument, NULL, HELP_CODE };
	*shorts++ = 'h';
	*shorts = '\0';
}

static const struct option_rule *
find_rule(const struct command_line *line, int code)
{
	if (code >= FIRST_CODE)
		return &line->rules[code - FIRST_CODE];
	for (int i = 0; i < line->rule_count; i++)
		if (line->rules[i].letter == code)
			return &line->rules[i];
	return NULL;
}

static void
check_operands(const struct command_line *line, int count)
{
	if (count < line->least_operands)
		log_error("an operand is missing; usage: %s", line->usage);
	else if (line->most_operands >= 0 && count > line->most_operands)
		log_error("too many operands; usage: %s", line->usage);
	else
		return;
	refuse();
}

static _Noreturn void
refuse_option(int code, const char *given)
{
	if (code == ':')
		log_error("option '%s' needs a value", given);
	else if (optopt >= HELP_CODE)
		log_error("option '%s' takes no value", given);
	else if (optopt != 0) /* `given` may be the whole of -abc */
		log_error("unknown option '-%c'", optopt);
	else
		log_error("unknown option '%s'", given);
	refuse();
}

static int
take(const struct option_rule *rule, void *settings, const char *value)
{
	char *place = (char *)settings + rule->place;

	if (rule->set != NULL)
		return rule->set(settings, value);
	if (rule->argument != NULL)
		*(const char **)place = value;
	else
		*(bool *)place = true;
	return 0;
}

int
command_line_read(
	const struct command_line *line, int argc, char **argv, void *settings)
{
	struct option longs[RULE_LIMIT + 2] = { 0 };
	char shorts[2 * RULE_LIMIT + 4];
	int code;

	make_tables(line, longs, shorts);
	opterr = 0;
	while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (code == HELP_CODE || code == 'h') {
			print_help(line);
			exit(0);
		}
		if (code == ':' || code == '?')
			refuse_option(code, argv[optind - 1]);
		if (take(find_rule(line, code), settings, optarg) != 0)
			exit(2);
	}
	check_operands(line, argc - optind);
	return optind;
}

int
option_number(
	const char *name, const char *value, int64_t least, int64_t *number)
{
	char *end;

	errno = 0;
	*number = strtoll(value, &end, 10);
	if (errno == 0 && end != value && *end == '\0' && *number >= least)
		return 0;
	log_error("--%s: '%s' is not a whole number of at least %" PRId64, name,
		value, least);
	return -1;
}

int
option_jobs(const char *value, int *jobs)
{
	enum { MOST_JOBS = 256 };
	int64_t number;

	if (option_number("jobs", value, 1, &number) != 0)
		return -1;
	*jobs = number < MOST_JOBS ? (int)number : MOST_JOBS;
	return 0;
}

int
option_folder(const char *name, const char *value)
{
	if (access(value, R_OK | X_OK) == 0)
		return 0;
	log_error("--%s: %s is no folder that can be read", name, value);
	return -1;
}

int
option_time(const char *name, const char *value, int64_t *seconds)
{
	if (time_parse(value, seconds) == 0)
		return 0;
	log_error("--%s: '%s' is not a time such as 2026-09-17T08:15:00Z", name,
		value);
	return -1;
}
