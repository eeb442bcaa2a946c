/* command.h -- runs a program of this host for a moment, without a shell. */
#ifndef DISCOVER_COMMAND_H
#define DISCOVER_COMMAND_H

struct text;

enum command_result {
	COMMAND_DONE, /* with status 0 */
	COMMAND_MISSING,
	COMMAND_FAILED, /* another status, or a signal */
	COMMAND_TOO_SLOW,
	COMMAND_TOO_LONG, /* what it prints */
};

/* The program is looked for in PATH; `arguments` begin with its name and end
 * with NULL. What it prints goes to `output`, what it complains of nowhere. */
enum command_result command_run(
	const char *const *arguments, int patience_ms, struct text *output);

#endif
