/* api_routes.c -- the URLs below /api/v1/: which job answers them. */
#include "api_routes.h"

#include <string.h>

#include "answers.h"
#include "api.h"
#include "conditions.h"
#include "plain.h"

struct ending {
	const char *text;
	enum api_format format;
};

static const struct ending endings[] = {
	{ ".csv", API_CSV },
	{ ".json", API_JSON },
};

/* A list as it is asked for. */
struct list {
	char name[PATTERN_NAME_SIZE]; /* without its ending */
	enum api_format format;
	bool is_chosen; /* by the field Accept: caches have to know */
};

/* What the name does not say, Accept may. */
static void
choose_format(struct list *list, const struct http_request *request)
{
	const char *accepted = http_request_field(request, "Accept");

	list->is_chosen = true;
	list->format = accepted != NULL &&
			coding_is_accepted(accepted, "text/csv") &&
			!coding_is_accepted(accepted, "application/json")
		? API_CSV
		: API_JSON;
}

static bool
read_list(
	struct list *list, const char *text, const struct http_request *request)
{
	size_t length = strlen(text);

	*list = (struct list){ .name = "" };
	if (length == 0 || length >= sizeof(list->name) || !is_slug(text) ||
		strchr(text, '/') != NULL)
		return false;
	strcpy(list->name, text);
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t end = strlen(endings[i].text);

		if (length <= end ||
			strcmp(text + length - end, endings[i].text) != 0)
			continue;
		list->name[length - end] = '\0';
		list->format = endings[i].format;
		return true;
	}
	choose_format(list, request);
	return true;
}

static void
refuse_unknown(const struct http_request *request, struct http_answer *answer)
{
	answer_error(request, answer, 404,
		"The API has no such collection; /api/v1/openapi.json tells "
		"which there are.");
}

/* What a worker is asked. */
struct question {
	struct text job;
	bool is_lasting; /* the answer can be kept by browsers for ever */
};

/* A job's text has a bound. */
static void
ask(struct service *service, const struct question *question,
	const struct http_request *request, struct http_answer *answer)
{
	const struct parcel *parcel;
	enum desk_state state;

	if (question->job.length >= WORKER_REQUEST_SIZE) {
		answer_error(
			request, answer, 414, "The URL asks for too much.");
		return;
	}
	state = desk_take(service->desk, question->job.bytes, &parcel);
	if (state != DESK_READY) {
		desk_excuse(state, request, answer);
		return;
	}
	if (question->is_lasting && parcel->status == 200)
		http_answer_field(answer, "Cache-Control", "%s", keep_for_ever);
	desk_send(parcel, request, answer);
}

/* Answers for what has begun to be a job. */
static void
ask_list(struct service *service, struct question *question,
	const struct http_request *request, struct http_answer *answer)
{
	http_request_query(request, &question->job);
	ask(service, question, request, answer);
	text_free(&question->job);
}

static void
tell_choice(const struct list *list, struct http_answer *answer)
{
	if (list->is_chosen)
		http_answer_field(answer, "Vary", "Accept");
}

void
answer_api_archive(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	struct question question = { .is_lasting = false };
	struct list list;

	if (!read_list(&list, match->name, request)) {
		refuse_unknown(request, answer);
		return;
	}
	text_format(&question.job, "api-archive %s %s ",
		api_formats[list.format], list.name);
	tell_choice(&list, answer);
	ask_list(service, &question, request, answer);
}

/* ------------------------------------------------------- one snapshot -- */

/* What is recorded of a snapshot may become more. */
static void
answer_facts(struct service *service, const struct publication *found,
	const struct http_request *request, struct http_answer *answer)
{
	struct question question = { .is_lasting = false };

	text_format(&question.job, "api-archive %s snapshots id=%s",
		api_formats[API_ONE], found->id);
	ask(service, &question, request, answer);
	text_free(&question.job);
}

static void
answer_part(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *found = archive_named(
		catalogue_archive(service->catalogue), match->name);
	struct question question = { .is_lasting = false };
	struct list list;

	if (!read_list(&list, match->rest, request)) {
		refuse_unknown(request, answer);
		return;
	}
	question.is_lasting = strcmp(found->id, match->name) == 0;
	text_format(&question.job, "api-state %s %s %s ",
		api_formats[list.format], found->id, list.name);
	tell_choice(&list, answer);
	ask_list(service, &question, request, answer);
}

void
answer_api_snapshot(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *found = archive_named(
		catalogue_archive(service->catalogue), match->name);

	bool is_asked_of_state = match->rest[0] != '\0';

	if (found == NULL || (is_asked_of_state && found->is_pruned))
		answer_missing(request, answer, found);
	else if (!is_asked_of_state)
		answer_facts(service, found, request, answer);
	else
		answer_part(service, match, request, answer);
}

void
answer_api_description(struct service *service,
	const struct pattern_match *match, const struct http_request *request,
	struct http_answer *answer)
{
	(void)match;
	desk_answer(service->desk, "api-file openapi.json", request, answer);
}
