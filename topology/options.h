/* options.h -- command lines as tables: one row an option.
 *
 * The table gives the parser and the text of --help. A wrong command line ends
 * the program with one clear line and status 2; --help ends it with status 0.*/
#ifndef TOPOLOGY_OPTIONS_H
#define TOPOLOGY_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct option_rule {
	const char *name; /* long name without dashes */
	char letter; /* short name, or 0 */
	const char *argument; /* "FILE"; NULL for a switch */
	const char *help;
	/* Takes the value (NULL for a switch); -1 after logging a complaint.
	 * NULL: the value is kept as it is, at this place of the settings. */
	int (*set)(void *settings, const char *value);
	size_t place;
};

/* The end of a row whose value, or that it was given, a member keeps. */
#define KEEP_TEXT(type, member) KEEP_AS(const char *, type, member)
#define KEEP_SWITCH(type, member) KEEP_AS(bool, type, member)
/* Comparing pointers of two types would not compile. */
#define KEEP_AS(kind, type, member) \
	NULL, \
		offsetof(type, member) + \
		0 * sizeof((kind *)NULL == &((type *)NULL)->member)

struct command_line {
	const char *usage; /* "twinmap export [OPTION...] WHAT DATABASE" */
	const char *summary; /* one sentence or more */
	const struct option_rule *rules;
	int rule_count;
	int least_operands;
	int most_operands; /* -1: any number */
};

/* Returns the index in argv of the first operand. */
int command_line_read(
	const struct command_line *, int argc, char **argv, void *settings);

/* Parses a whole number; -1 after logging "--NAME: ...". */
int option_number(
	const char *name, const char *value, int64_t least, int64_t *number);

/* Of processes at once: at least one, and no more than is sensible; -1 after
 * logging. */
int option_jobs(const char *value, int *jobs);

/* A folder that can be read; -1 after logging. */
int option_folder(const char *name, const char *value);

/* Seconds since 1970 UTC, a date (2026-09-17) or a time
 * (2026-09-17T08:15:00Z); -1 after logging. */
int option_time(const char *name, const char *value, int64_t *seconds);

#endif
