/* compare_job.c -- the worker's side of a comparison. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "archive_page.h"
#include "compare_job.h"
#include "comparison_site.h"
#include "log.h"
#include "parts.h"
#include "paths.h"
#include "scratch.h"

enum { PROCESSES = 2 }; /* the server and its clients want some too */

static int
make_site(const struct comparison_order *order)
{
	struct database *comparison = comparison_tell(order);
	int result = -1;

	if (comparison != NULL)
		result = comparison_site(comparison, order);
	database_close(comparison);
	return result;
}

static int
write_site(const struct comparison_order *order, FILE *answer)
{
	if (make_site(order) != 0)
		return -1;
	fputs("200 application/octet-stream\n", answer);
	return parts_write(order->output, answer);
}

static int
name_states(const struct job_place *place, const char *ids,
	char names[2][SNAPSHOT_ID_SIZE], struct comparison_order *order)
{
	if (sscanf(ids, "%16s %16s", names[0], names[1]) != 2)
		return -1;
	order->before.name = names[0];
	order->before.path = state_path(place->states, names[0]);
	order->after.name = names[1];
	order->after.path = state_path(place->states, names[1]);
	return order->before.path != NULL && order->after.path != NULL ? 0 : -1;
}

int
job_compare(const struct job_place *place, const char *ids, FILE *answer)
{
	struct comparison_order order = {
		.has_sites = true,
		.server = "../../",
		.templates = place->templates.paths,
		.template_count = place->templates.count,
		.jobs = PROCESSES,
	};
	char names[2][SNAPSHOT_ID_SIZE], output[PATH_MAX];
	int result = -1;

	order.output = output;
	if (name_states(place, ids, names, &order) != 0)
		log_error("%s: the states cannot be compared", ids);
	else if (scratch_empty(place->scratch) == 0 &&
		path_join(output, place->scratch, "site") == 0)
		result = write_site(&order, answer);
	scratch_empty(place->scratch);
	return result;
}

int
job_choose(const struct job_place *place, const char *id, FILE *answer)
{
	return archive_page_about(place, "compare", id, answer);
}
