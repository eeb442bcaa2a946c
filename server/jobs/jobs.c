/* jobs.c -- what workers do: one table, a line and a function each. */
#include "jobs.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "asset.h"
#include "api.h"
#include "compare_job.h"
#include "log.h"
#include "monitor_job.h"
#include "parcel.h"
#include "search_job.h"
#include "state_job.h"
#include "timeline.h"

/* Needs nothing of what was observed. */
static void
prepare_no_state(const struct job_place *place, const char *rest)
{
	(void)place;
	(void)rest;
}

const struct job_kind job_kinds[] = {
	{ "timeline", WORKER_QUICK, false, job_timeline },
	{ "snapshot", WORKER_QUICK, false, job_snapshot, prepare_no_state },
	{ "asset", WORKER_QUICK, true, job_asset },
	{ "compare", WORKER_SLOW, true, job_compare },
	{ "choose", WORKER_QUICK, false, job_choose, prepare_no_state },
	{ "search", WORKER_QUICK, false, job_search },
	{ "state", WORKER_QUICK, true, job_state },
	{ "api-archive", WORKER_QUICK, false, job_api_archive,
		prepare_no_state },
	{ "api-state", WORKER_QUICK, true, job_api_state },
	{ "api-file", WORKER_QUICK, false, job_api_file, prepare_no_state },
	{ "monitor", WORKER_QUICK, false, job_monitor, prepare_no_state },
	{ NULL },
};

const char *const answer_fields[] = { "Cache-Control", "Content-Disposition",
	"Link", "Location", NULL };

const struct job_kind *
job_kind_of(const char *job)
{
	size_t length = strcspn(job, " ");
	const struct job_kind *kind;

	for (kind = job_kinds; kind->name != NULL; kind++)
		if (strlen(kind->name) == length &&
			strncmp(kind->name, job, length) == 0)
			return kind;
	return NULL;
}

/* NULL when there is no such kind: the server asked for it before. */
static const struct job_kind *
read_job(const char *job, const char **rest)
{
	const struct job_kind *kind = job_kind_of(job);

	if (kind == NULL) {
		log_error("'%s': no worker does that", job);
		return NULL;
	}
	*rest = job + strlen(kind->name);
	*rest += **rest == ' ' ? 1 : 0;
	return kind;
}

static void
unpack_states(const struct job_place *place, const char *rest)
{
	static const char word[] = "0123456789TZ";

	for (; *rest != '\0'; rest += *rest != '\0') {
		size_t length = strspn(rest, word);
		char id[SNAPSHOT_ID_SIZE] = "";

		if (length == sizeof(id) - 1)
			memcpy(id, rest, length);
		if (snapshot_time(id) >= 0)
			states_keep(place->states, place->catalogue, id);
		rest += length;
	}
}

void
jobs_prepare(void *context, const char *job)
{
	const struct job_place *place = context;
	const char *rest;
	const struct job_kind *kind = read_job(job, &rest);

	catalogue_refresh(place->catalogue);
	if (kind != NULL && kind->prepare != NULL)
		kind->prepare(place, rest);
	else if (kind != NULL)
		unpack_states(place, rest);
}

static int
write_answer(const struct job_place *place, const char *job, int file)
{
	const char *rest;
	const struct job_kind *kind = read_job(job, &rest);
	FILE *answer;
	int result;
	bool is_whole;

	if (kind == NULL)
		return -1;
	answer = fdopen(dup(file), "w");
	if (answer != NULL) {
		result = kind->work(place, rest, answer);
		is_whole = !ferror(answer); /* fclose tells of the end alone */
		if (fclose(answer) == 0 && is_whole)
			return result;
	}
	log_error("'%s': %s", job, strerror(errno));
	return -1;
}

int
jobs_work(void *context, const char *job, int file)
{
	return write_answer(context, job, file) == 0 ? parcel_wrap(file) : -1;
}
