/* search_routes.c -- the URLs of the search: which job answers them. */
#include "search_routes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "answers.h"
#include "archive_search.h"
#include "search_ask.h"
#include "search_words.h"

enum { LONGEST_TYPE = 32, PAGE_FEW = 20, PAGE_MANY = 50, MOST_AT_ONCE = 50 };

/* Writers make search.db after the record that others wait for. */
static void
append_stamp(const struct service *service, struct text *job)
{
	const struct archive *archive = catalogue_archive(service->catalogue);
	char path[PATH_MAX];
	struct stat status = { 0 };

	if (archive_path(path, archive, SEARCH_NAME, NULL) != 0 ||
		stat(path, &status) != 0)
		status = (struct stat){ 0 };
	text_format(job, " %llx.%llx", (unsigned long long)status.st_ino,
		(unsigned long long)status.st_mtim.tv_sec * 1000000000 +
			(unsigned long long)status.st_mtim.tv_nsec);
}

/* Whatever stands there is some number. */
static int64_t
number_argument(const struct http_request *request, const char *name,
	int64_t most, int64_t otherwise)
{
	const char *value = http_request_argument(request, name);
	char *end;
	long long number;

	if (value == NULL || value[0] == '\0')
		return otherwise;
	number = strtoll(value, &end, 10);
	if (*end != '\0' || number < 0)
		return otherwise;
	return number < most ? number : most;
}

/* A word of the table `type`, or "-". */
static const char *
type_argument(const struct http_request *request)
{
	const char *type = http_request_argument(request, "type");

	if (type == NULL || type[0] == '\0')
		return "-";
	if (strlen(type) > LONGEST_TYPE ||
		type[strspn(type, "abcdefghijklmnopqrstuvwxyz-")] != '\0')
		return "none";
	return type;
}

struct question {
	const char *format; /* of the answer */
	int64_t most; /* objects of a type */
};

static void
ask(struct service *service, struct question question,
	const struct http_request *request, struct http_answer *answer)
{
	const char *words = http_request_argument(request, "q");
	const char *type = type_argument(request);
	struct text job = { 0 };

	if (words != NULL && strlen(words) > QUESTION_LIMIT) {
		answer_error(request, answer, 400,
			"That is too long: up to 200 bytes can be searched "
			"for.");
		return;
	}
	text_format(&job, "search %s", question.format);
	append_stamp(service, &job);
	text_format(&job, " %s %lld %lld %s", type,
		(long long)number_argument(
			request, "limit", MOST_AT_ONCE, question.most),
		(long long)number_argument(request, "offset", SEARCH_MOST, 0),
		words != NULL ? words : "");
	desk_answer(service->desk, job.bytes, request, answer);
	text_free(&job);
}

void
show_search(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	bool has_type = type_argument(request)[0] != '-';

	(void)match;
	ask(service,
		(struct question){ "page", has_type ? PAGE_MANY : PAGE_FEW },
		request, answer);
}

void
answer_api_search(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	(void)match;
	ask(service, (struct question){ "json", MOST_AT_ONCE }, request,
		answer);
}
