/* compare.c -- two snapshots compared, as the server shows it. */
#include "compare.h"

#include <string.h>

#include "answers.h"
#include "compare_names.h"
#include "media.h"
#include "pages.h"
#include "parts.h"

enum { RETRY_SECONDS = 3 };

/* What is asked for, once it is known which two snapshots are meant. */
struct wanted {
	const struct compared_pair *pair;
	const char *path; /* behind "/diff/A..B/" */
};

static void
send_part(const struct parcel *parcel, const char *path,
	const struct http_request *request, struct http_answer *answer)
{
	struct parcel part;
	int found = parts_find_path(parcel, path, &part);

	if (found > 0)
		desk_send(&part, request, answer);
	else if (found == 0)
		answer_error(request, answer, 404,
			"The comparison has no such page.");
	else
		desk_excuse(DESK_FAILED, request, answer);
}

/* The page asks again by itself. */
static void
ask_for_patience(const struct http_request *request, struct http_answer *answer)
{
	struct text root = { 0 };

	append_root(&root, request);
	page_sentence(&answer->body, root.bytes, "Being compared",
		"The two snapshots are being compared and their pictures are "
		"drawn; this page asks again by itself until they are there.");
	text_free(&root);
	answer->status = 503;
	http_answer_field(answer, "Content-Type", "text/html; charset=utf-8");
	http_answer_field(answer, "Content-Security-Policy", "%s", page_policy);
	http_answer_field(answer, "Cache-Control", "no-store");
	http_answer_field(answer, "Retry-After", "%d", RETRY_SECONDS);
	http_answer_field(answer, "Refresh", "%d", RETRY_SECONDS);
}

static void
send_comparison(struct desk *desk, const struct wanted *wanted,
	const struct http_request *request, struct http_answer *answer)
{
	const struct compared_pair *pair = wanted->pair;
	const struct parcel *parcel;
	struct text job = { 0 };
	enum desk_state state;

	text_format(&job, "compare %s %s", pair->before->id, pair->after->id);
	state = desk_take(desk, job.bytes, &parcel);
	text_free(&job);
	if (state == DESK_READY)
		send_part(parcel, wanted->path, request, answer);
	else if (state == DESK_LATER && request->gives_up)
		ask_for_patience(request, answer);
	else
		desk_excuse(state, request, answer);
}

/* "old/" and "new/" are the sites of the two. */
static bool
redirect_to_site(const struct wanted *wanted,
	const struct http_request *request, struct http_answer *answer)
{
	bool is_old = strncmp(wanted->path, "old/", strlen("old/")) == 0;
	bool is_new = strncmp(wanted->path, "new/", strlen("new/")) == 0;
	struct text target = { 0 };

	if (!is_old && !is_new)
		return false;
	text_format(&target, "s/%s/%s",
		is_old ? wanted->pair->before->id : wanted->pair->after->id,
		wanted->path + strlen("old/"));
	answer_redirect(request, answer, target.bytes);
	text_free(&target);
	return true;
}

static void
redirect_to_pair(const struct wanted *wanted,
	const struct http_request *request, struct http_answer *answer)
{
	struct text target = { 0 };

	text_format(&target, "diff/%s..%s/%s", wanted->pair->before->id,
		wanted->pair->after->id, wanted->path);
	answer_redirect(request, answer, target.bytes);
	text_free(&target);
}

static bool
is_canonical(const char *names, const struct compared_pair *pair)
{
	size_t length = strlen(pair->before->id);

	return strncmp(names, pair->before->id, length) == 0 &&
		strncmp(names + length, "..", 2) == 0 &&
		strcmp(names + length + 2, pair->after->id) == 0;
}

void
show_comparison(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	struct compared_pair pair;
	struct wanted wanted = { &pair, match->rest };

	compare_names(
		catalogue_archive(service->catalogue), match->name, &pair);
	if (pair.status != 0) {
		answer_error(request, answer, pair.status, pair.sentence);
	} else if (!is_canonical(match->name, &pair)) {
		redirect_to_pair(&wanted, request, answer);
	} else if (!redirect_to_site(&wanted, request, answer)) {
		if (wanted.path[0] == '\0')
			wanted.path = "index.html";
		send_comparison(service->desk, &wanted, request, answer);
	}
}

/* --------------------------------------------------------- which two? -- */

static const char *
given(const struct http_request *request, const char *name)
{
	const char *value = http_request_argument(request, name);

	return value != NULL ? value : "";
}

/* One of the two may be known already. */
static void
show_choice(struct service *service, const char *name,
	const struct http_request *request, struct http_answer *answer)
{
	const struct publication *known =
		archive_named(catalogue_archive(service->catalogue), name);
	struct text job = { 0 };

	text_format(&job, "choose %s", known != NULL ? known->id : "");
	desk_answer(service->desk, job.bytes, request, answer);
	text_free(&job);
}

void
choose_comparison(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const char *a = given(request, "a"), *b = given(request, "b");
	struct compared_pair pair;
	const struct wanted wanted = { &pair, "" };

	(void)match;
	if (a[0] == '\0' || b[0] == '\0') {
		show_choice(service, a[0] != '\0' ? a : b, request, answer);
		return;
	}
	compare_two(catalogue_archive(service->catalogue), a, b, &pair);
	if (pair.status == 0)
		redirect_to_pair(&wanted, request, answer);
	else
		answer_error(request, answer, pair.status, pair.sentence);
}
