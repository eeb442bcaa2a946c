/* progress.h -- how much of an answer has arrived. */
#ifndef SERVER_PROGRESS_H
#define SERVER_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
	int64_t arrived; /* bytes that the other end has acknowledged, ever */
	bool is_waiting; /* there are more, and it does not take them */
};

/* False when the socket cannot tell. */
bool progress_of(int socket, struct progress *);

#endif
