/* child.h -- a program that is run, watched and ended.
 *
 * SIGTERM, SIGINT and SIGHUP end the program and all that it started: first by
 * asking, then by force. So does a time limit. Our own death ends it at once,
 * and what it leaves running ends with it. */
#ifndef SERVER_CHILD_H
#define SERVER_CHILD_H

#include <stdint.h>

struct text;

enum child_end {
	CHILD_DONE, /* with status 0 */
	CHILD_FAILED, /* another status, or it could not be started */
	CHILD_TOO_SLOW,
	CHILD_STOPPED, /* by a signal to us */
};

struct child {
	const char *program; /* path */
	const char *const *arguments; /* ended by NULL */
	int64_t seconds; /* it may take */
	int64_t grace; /* seconds, from asking to force */
};

/* Once, before the first program is run: signals wait until they are heard. */
void children_begin(void);
/* Its standard output goes to `output`, what it says of itself to ours. */
enum child_end child_run(const struct child *, struct text *output);

#endif
