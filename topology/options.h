/* options.h -- command lines as tables: one row an option.
 *
 * The table gives the parser and the text of --help. A wrong command line ends
 * the program with one clear line and status 2; --help ends it with status 0.*/
#ifndef TOPOLOGY_OPTIONS_H
#define TOPOLOGY_OPTIONS_H

#include <stdint.h>

struct option_rule {
	const char *name; /* long name without dashes */
	char letter; /* short name, or 0 */
	const char *argument; /* "FILE"; NULL for a switch */
	const char *help;
	/* Takes the value (NULL for a switch); -1 after logging a complaint. */
	int (*set)(void *settings, const char *value);
};

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

/* Seconds since 1970 UTC, a date (2026-09-17) or a time
 * (2026-09-17T08:15:00Z); -1 after logging. */
int option_time(const char *name, const char *value, int64_t *seconds);

#endif
