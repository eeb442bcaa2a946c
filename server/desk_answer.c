/* desk_answer.c -- what is said of an answer that took work, and in its place
 * when there is none. */
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "desk.h"
#include "form.h"
#include "log.h"

enum { RETRY_SECONDS = 5 };

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
	const char *field;
	bool has_caching = says_caching(answer);

	form_tell(form, parcel_field(parcel, 0), answer);
	for (int i = 1; i <= MOST_FIELDS; i++)
		if ((field = parcel_field(parcel, i)) != NULL)
			copy_field(field, answer, &has_caching);
	if (!has_caching)
		http_answer_field(answer, "Cache-Control", "no-cache");
}

/* The body compressed lies behind the body. */
void
desk_send(const struct parcel *parcel, const struct http_request *request,
	struct http_answer *answer)
{
	struct form form = form_choose(request, parcel->packed_length > 0);
	const char *etags = http_request_field(request, "If-None-Match");

	answer->file = dup(parcel->file);
	if (answer->file < 0) {
		desk_excuse(DESK_FULL, request, answer);
		return;
	}
	if (parcel->status == 200)
		form_name(&form, parcel->hash, form.is_packed ? "-gz" : "");
	answer->status = form_is_listed(&form, etags) ? 304 : parcel->status;
	answer->offset = parcel->offset + (form.is_packed ? parcel->length : 0);
	answer->length =
		form.is_packed ? parcel->packed_length : parcel->length;
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
