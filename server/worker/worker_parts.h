/* worker_parts.h -- what passes between the server and its worker. */
#ifndef SERVER_WORKER_PARTS_H
#define SERVER_WORKER_PARTS_H

#include "worker.h"

struct worker_job {
	uint64_t number;
	char request[WORKER_REQUEST_SIZE];
};

/* The worker's side: until the other end is closed. */
_Noreturn void worker_run(const struct worker_rules *, int socket);

/* An answer with its file; -1 when it cannot be sent. */
int worker_send(int socket, const struct worker_answer *);
/* -1 when there is none yet, or never will be. What makes no sense is a
 * failure: whoever has read the snapshots of others is not trusted. */
int worker_receive(int socket, struct worker_answer *, bool *is_gone);

#endif
