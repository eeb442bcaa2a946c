/* workers.c -- the processes that work for the server: limits and rights. */
#include "workers.h"

#include <stdlib.h>

#include "lockdown.h"
#include "memory.h"
#include "paths.h"
#include "scratch.h"

struct worker_kind {
	const char *who;
	unsigned int seconds;
	uint64_t memory; /* a job may take */
	int64_t states; /* bytes of them that are kept */
};

enum { MEGABYTE = 1 << 20 };

/* A state of 10,000 devices takes 325 megabytes. */
static const struct worker_kind kinds[WORKER_COUNT] = {
	[WORKER_QUICK] = { "the worker for searches", 10, 2048ULL * MEGABYTE,
		512LL * MEGABYTE },
	[WORKER_SLOW] = { "the worker for comparisons", 120, 8192ULL * MEGABYTE,
		1024LL * MEGABYTE },
};

/* Libraries, fonts and gnuplot. */
static const char *const programs[] = { "/usr", "/bin", "/lib", "/lib64",
	"/etc/fonts", "/var/cache/fontconfig", "/etc/ld.so.cache", "/dev/null",
	/* whose hash stands in what it draws */ "/proc/self/exe", NULL };

static struct worker *
start(const struct workers *before, const struct worker_kind *kind,
	struct lockdown *rights, struct job_place *place)
{
	const struct worker_rules rules = {
		.prepare = jobs_prepare,
		.work = jobs_work,
		.context = place,
		.seconds = kind->seconds,
		.memory = kind->memory,
		.lockdown = rights,
		.others = before->items,
		.other_count = (size_t)(kind - kinds),
	};
	struct scratch scratch;
	struct worker *worker;

	if (scratch_make(&scratch, rights) != 0)
		return NULL;
	rights->who = kind->who;
	rights->writable = scratch.folder;
	place->scratch = scratch.work;
	place->states = states_create(scratch.states, kind->states);
	/* where SQLite puts what is too large for its memory */
	setenv("SQLITE_TMPDIR", scratch.work, 1);
	worker = worker_start(&rules);
	unsetenv("SQLITE_TMPDIR");
	states_free(place->states); /* the worker has its own */
	return worker;
}

int
workers_start(struct workers *workers, const struct serve_settings *settings,
	const struct lockdown *server, struct catalogue *catalogue)
{
	char topology[PATH_MAX];
	struct lockdown rights = *server;
	struct job_place place = {
		.templates = { settings->templates, settings->template_count },
		.catalogue = catalogue,
	};

	rights.runnable = programs;
	rights.readable[rights.readable_count++] = settings->archive;
	for (int i = 0; i < settings->template_count; i++)
		rights.readable[rights.readable_count++] =
			settings->templates[i];
	if (share_path(topology, "topology") != 0) /* SQL that compares */
		return -1;
	rights.readable[rights.readable_count++] = topology;
	for (int i = 0; i < WORKER_COUNT; i++) {
		workers->items[i] = start(workers, &kinds[i], &rights, &place);
		if (workers->items[i] == NULL)
			return -1;
	}
	return 0;
}

void
workers_stop(struct workers *workers)
{
	for (int i = 0; i < WORKER_COUNT; i++)
		worker_free(workers->items[i]);
}
