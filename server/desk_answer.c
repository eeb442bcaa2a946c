/* desk_answer.c -- what is said of an answer that took work, and in its place
 * when there is none. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "conditions.h"
#include "desk.h"
#include "log.h"
#include "media.h"

enum { ETAG_DIGITS = 32, RETRY_SECONDS = 5 };

struct excuse {
	int status;
	const char *sentence;
};

static const struct excuse excuses[] = {
	[DESK_LATER] = { 503,
		"This is still being worked on. Please try again in a "
		"moment." },
	[DESK_FULL] = { 503,
		"Too much is being worked on. Please try again in a moment." },
	[DESK_FAILED] = { 500,
		"This could not be made; the log of 'twinmap serve' says "
		"why." },
	[DESK_TOO_SLOW] = { 504,
		"This took too long and was given up. 'twinmap diff' has all "
		"the time it needs." },
	[DESK_GONE] = { 503,
		"The process that would make this has ended; 'twinmap serve' "
		"has to be started again." },
};

void
desk_excuse(enum desk_state state, const struct http_request *request,
	struct http_answer *answer)
{
	const struct excuse *excuse = &excuses[state];

	if (state == DESK_LATER && !request->gives_up) {
		answer->later = true;
		return;
	}
	answer_error(request, answer, excuse->status, excuse->sentence);
	if (excuse->status == 503)
		http_answer_field(answer, "Retry-After", "%d", RETRY_SECONDS);
}

/* Of the body, or of the body compressed. */
struct form {
	int64_t offset;
	int64_t length;
	bool is_packed;
	char etag[sizeof("\"\"") + ETAG_DIGITS + sizeof("-gz")];
};

static struct form
choose_form(const struct parcel *parcel, const struct http_request *request)
{
	const char *codings = http_request_field(request, "Accept-Encoding");
	struct form form = { parcel->offset, parcel->length };

	if (parcel->packed_length > 0 && codings != NULL &&
		coding_is_accepted(codings, "gzip")) {
		form.is_packed = true;
		form.offset += parcel->length;
		form.length = parcel->packed_length;
	}
	snprintf(form.etag, sizeof(form.etag), "\"%.*s%s\"", ETAG_DIGITS,
		parcel->hash, form.is_packed ? "-gz" : "");
	return form;
}

/* The name as a constant, which lives on; NULL for one that no answer may
 * have. */
static const char *
known_field(const char *field, size_t length)
{
	for (size_t i = 0; answer_fields[i] != NULL; i++)
		if (strlen(answer_fields[i]) == length &&
			strncmp(answer_fields[i], field, length) == 0)
			return answer_fields[i];
	return NULL;
}

/* "Link: <...>" */
static void
copy_field(const char *field, struct http_answer *answer, bool *has_caching)
{
	const char *colon = strstr(field, ": ");
	const char *name = colon != NULL
		? known_field(field, (size_t)(colon - field))
		: NULL;

	if (name == NULL) {
		log_warning("a worker's answer may not say '%s'", field);
		return;
	}
	http_answer_field(answer, name, "%s", colon + 2);
	*has_caching |= strcmp(name, "Cache-Control") == 0;
}

/* Whoever hands the answer on may have said it. */
static bool
says_caching(const struct http_answer *answer)
{
	for (size_t i = 0; i < answer->field_count; i++)
		if (strcmp(answer->fields[i].name, "Cache-Control") == 0)
			return true;
	return false;
}

static void
add_fields(const struct parcel *parcel, const struct form *form,
	struct http_answer *answer)
{
	enum { MOST_FIELDS = 4 };
	const char *type = parcel_field(parcel, 0);
	const char *policy = media_policy(type);
	const char *field;
	bool has_caching = says_caching(answer);

	http_answer_field(answer, "Content-Type", "%s", type);
	if (policy != NULL)
		http_answer_field(
			answer, "Content-Security-Policy", "%s", policy);
	for (int i = 1; i <= MOST_FIELDS; i++)
		if ((field = parcel_field(parcel, i)) != NULL)
			copy_field(field, answer, &has_caching);
	if (!has_caching)
		http_answer_field(answer, "Cache-Control", "no-cache");
	if (parcel->packed_length > 0)
		http_answer_field(answer, "Vary", "Accept-Encoding");
	if (form->is_packed)
		http_answer_field(answer, "Content-Encoding", "gzip");
	if (parcel->status == 200)
		http_answer_field(answer, "ETag", "%s", form->etag);
}

void
desk_send(const struct parcel *parcel, const struct http_request *request,
	struct http_answer *answer)
{
	struct form form = choose_form(parcel, request);
	const char *etags = http_request_field(request, "If-None-Match");
	bool is_known = parcel->status == 200 && etags != NULL &&
		etag_is_listed(etags, form.etag);

	answer->file = dup(parcel->file);
	if (answer->file < 0) {
		desk_excuse(DESK_FULL, request, answer);
		return;
	}
	answer->status = is_known ? 304 : parcel->status;
	answer->offset = form.offset;
	answer->length = form.length;
	add_fields(parcel, &form, answer);
}

void
desk_answer(struct desk *desk, const char *job,
	const struct http_request *request, struct http_answer *answer)
{
	const struct parcel *parcel;
	enum desk_state state = desk_take(desk, job, &parcel);

	if (state == DESK_READY)
		desk_send(parcel, request, answer);
	else
		desk_excuse(state, request, answer);
}
