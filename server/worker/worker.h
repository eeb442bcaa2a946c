/* worker.h -- a process for what takes long, such as to compare and to draw.
 *
 * It is started before the server gives up its rights, and has limits of its
 * own. Each job runs in a child of it, so that one that dies or takes too long
 * ends alone and the next begins afresh; jobs are done one after another. What
 * a job answers is a file in memory, handed over as a descriptor. */
#ifndef SERVER_WORKER_H
#define SERVER_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lockdown;

enum { WORKER_REQUEST_SIZE = 512, WORKER_QUEUE = 16 };

struct worker_rules {
	/* In the worker itself, before a job is begun in a child of it: what
	 * the child, and those of later jobs, shall find. May be NULL. */
	void (*prepare)(void *context, const char *request);
	/* Writes the answer to the file; -1 after logging: there is none. */
	int (*work)(void *context, const char *request, int file);
	void *context;
	unsigned int seconds; /* a job may take */
	uint64_t memory; /* bytes of it */
	const struct lockdown *lockdown; /* of the worker; NULL: none */
	struct worker *const *others; /* started before; it cannot ask them */
	size_t other_count;
};

struct worker;

/* Back once it has given up its rights; NULL after logging. */
struct worker *worker_start(const struct worker_rules *);
/* The worker ends with it. */
void worker_free(struct worker *);

/* Readable when there is an answer. */
int worker_descriptor(const struct worker *);
/* The number of the job; 0 when too many wait or the request is too long. */
uint64_t worker_ask(struct worker *, const char *request);

enum worker_result {
	WORKER_DONE,
	WORKER_FAILED,
	WORKER_TOO_SLOW,
	WORKER_RESULTS,
};

struct worker_answer {
	uint64_t job;
	enum worker_result result;
	int file; /* at its start, the caller closes it; -1 unless done */
};

/* Takes the next answer; false when there is none yet. Once the worker itself
 * is gone, all that wait have failed. */
bool worker_hear(struct worker *, struct worker_answer *);
/* Known once it was heard or asked: it will answer nothing any more. */
bool worker_is_gone(const struct worker *);

#endif
