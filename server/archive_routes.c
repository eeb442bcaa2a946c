/* archive_routes.c -- what the server shows of the archive itself. */
#include "archive_routes.h"

#include "answers.h"
#include "asset.h"

void
show_timeline(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	(void)match;
	desk_answer(service->desk, "timeline", request, answer);
}

void
show_snapshot(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *found = archive_find(
		catalogue_archive(service->catalogue), match->name);
	struct text job = { 0 };

	if (found == NULL) {
		answer_missing(request, answer, NULL);
		return;
	}
	text_format(&job, "snapshot %s", found->id);
	desk_answer(service->desk, job.bytes, request, answer);
	text_free(&job);
}

void
show_asset(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	struct text job = { 0 };

	if (!asset_is_known(match->name)) {
		answer_error(request, answer, 404,
			"There is no such style sheet or script here.");
		return;
	}
	text_format(&job, "asset %s", match->name);
	desk_answer(service->desk, job.bytes, request, answer);
	text_free(&job);
}
