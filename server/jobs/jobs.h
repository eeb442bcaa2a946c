/* jobs.h -- what workers do: one table, a line and a function each.
 *
 * A job is a text: the name of its kind, a blank, and what the kind makes of
 * the rest. Its answer is a text too, and goes to the client as it is:
 *
 *   STATUS TYPE[<tab>FIELD: VALUE]...\n
 *   body
 *
 *   200 text/html; charset=utf-8
 *   <!doctype html> ...
 *
 * FIELD is one of those that answer_fields lists. Bodies of text are sent
 * compressed to who takes it; that is done here, once.
 *
 * A server process says what the job is (desk.h), a worker process does it
 * (worker.h). */
#ifndef SERVER_JOBS_H
#define SERVER_JOBS_H

#include <stdbool.h>
#include <stdio.h>

#include "catalogue.h"
#include "states.h"
#include "template_folders.h"

/* Where the work is done. */
struct job_place {
	struct template_folders templates;
	struct catalogue *catalogue; /* of the archive, as new as the job */
	struct states *states; /* of the snapshots that the job names */
	const char *scratch; /* a folder for files, scratch.h; NULL: none */
};

enum job_worker { WORKER_QUICK, WORKER_SLOW, WORKER_COUNT };

/* Writes the answer; `rest` is what stands behind the name and a blank. -1
 * after logging: there is none. */
typedef int job_function(
	const struct job_place *, const char *rest, FILE *answer);

struct job_kind {
	const char *name;
	enum job_worker worker;
	/* Its text names snapshots by id only, so that nothing that is added
	 * to the archive makes another answer of it. */
	bool is_lasting;
	job_function *work;
	/* In the worker itself, which goes on afterwards: what the next jobs
	 * can use too. NULL: unpacks the states of all ids in the text. */
	void (*prepare)(const struct job_place *, const char *rest);
};

/* A NULL name ends them. */
extern const struct job_kind job_kinds[];

/* NULL when there is no such kind. */
const struct job_kind *job_kind_of(const char *job);

/* The names of fields that an answer may have; NULL ends them. */
extern const char *const answer_fields[];

/* For worker_rules; the context is a struct job_place. */
void jobs_prepare(void *place, const char *job);
int jobs_work(void *place, const char *job, int file);

#endif
