/* desk.h -- answers that take work: from memory, or later from a worker.
 *
 * The server never waits. Who asks for what is not there is put off, whoever
 * asks the same meanwhile waits for the same job, and the answer is kept in
 * memory: those asked for last, up to so many bytes. An answer is good for the
 * archive as it is; when a record is added to it, the next one who asks gets a
 * new answer, except of jobs that name snapshots by id only. */
#ifndef SERVER_DESK_H
#define SERVER_DESK_H

#include <stdint.h>

#include "catalogue.h"
#include "http.h"
#include "jobs.h"
#include "parcel.h"
#include "worker.h"

enum { DESK_ANSWERS = 256 };

struct desk;

struct desk_settings {
	struct worker *workers[WORKER_COUNT]; /* the desk does not free them */
	const struct catalogue *catalogue;
	int64_t most_bytes; /* of answers that are kept */
	size_t most_answers; /* each is an open file; at most DESK_ANSWERS */
};

struct desk *desk_open(const struct desk_settings *);
void desk_close(struct desk *);
/* False once a worker has died. */
bool desk_is_staffed(const struct desk *);

/* What became of the jobs of a kind, ever. */
struct job_figures {
	int64_t results[WORKER_RESULTS];
	int64_t milliseconds; /* from the question to the answer */
};

/* As many as job_kinds, in their order. */
const struct job_figures *desk_figures(const struct desk *);
size_t desk_answers_kept(const struct desk *);
int64_t desk_bytes_kept(const struct desk *);

/* Looks whether a worker has answered: HTTP_ASK_AGAIN then. For a watch of
 * each worker. */
struct http_watch desk_watch(struct desk *, enum job_worker);

/* Fills in the answer, whose status is 503 when it is the last time it may ask
 * or too many jobs wait, 500 when the job failed and 504 when it took too long.
 * Unless the job says otherwise, browsers keep it but ask again each time. */
void desk_answer(struct desk *, const char *job, const struct http_request *,
	struct http_answer *);

enum desk_state {
	DESK_READY,
	DESK_LATER, /* it is being worked on */
	DESK_FULL, /* too many jobs wait */
	DESK_FAILED,
	DESK_TOO_SLOW,
	DESK_GONE, /* the worker has died */
};

/* For those who send a part of an answer. The parcel is the desk's and good
 * until it is asked again: duplicate its file to send it. */
enum desk_state desk_take(
	struct desk *, const char *job, const struct parcel **);
/* The answer that the parcel is, or that the client has it already; fields that
 * are set stay. */
void desk_send(const struct parcel *, const struct http_request *,
	struct http_answer *);
/* The answer for every state but DESK_READY. */
void desk_excuse(
	enum desk_state, const struct http_request *, struct http_answer *);

#endif
