/* answer_file.c -- a file of a snapshot, a part of it, or "not modified".
 *
 * Who takes gzip gets the compressed twin that the archive keeps. The hash in
 * the manifest is the ETag of what is sent, its date that of the snapshot: an
 * answer depends on nothing else. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "archive_pack.h"
#include "conditions.h"
#include "media.h"
#include "service.h"
#include "state.h"

enum { ETAG_DIGITS = 32 };

/* What is sent of a file: itself, or its twin. */
struct form {
	const struct manifest_file *file;
	bool is_packed;
	bool has_twin; /* another request gets the other form */
	char etag[ETAG_DIGITS + sizeof("\"\"")];
	char modified[HTTP_DATE_SIZE];
	int64_t modified_at;
	const struct parcel *unpacked; /* NULL: it is a file of the archive */
};

static const struct manifest_file *
find_twin(const struct delivery *delivery)
{
	const struct manifest_file *twin;
	struct text name = { 0 };

	text_format(&name, "%s" PACKED_ENDING, delivery->file->path);
	twin = manifest_find(delivery->manifest, name.bytes);
	text_free(&name);
	return twin;
}

static struct form
choose_form(const struct delivery *delivery, const struct http_request *request)
{
	const char *codings = http_request_field(request, "Accept-Encoding");
	const struct manifest_file *twin = find_twin(delivery);
	struct form form = { .file = delivery->file, .has_twin = twin != NULL };

	form.is_packed = twin != NULL && codings != NULL &&
		coding_is_accepted(codings, "gzip");
	if (form.is_packed)
		form.file = twin;
	snprintf(form.etag, sizeof(form.etag), "\"%.*s\"", ETAG_DIGITS,
		form.file->hash);
	form.modified_at = snapshot_time(delivery->manifest->id);
	http_date(form.modified_at, form.modified);
	return form;
}

static bool
is_unmodified(const struct form *form, const struct http_request *request)
{
	const char *etags = http_request_field(request, "If-None-Match");
	const char *since = http_request_field(request, "If-Modified-Since");

	if (etags != NULL) /* then the date does not count: RFC 9110 13.2.2 */
		return etag_is_listed(etags, form->etag);
	return since != NULL && http_date_parse(since) >= form->modified_at;
}

static enum range_result
wanted_range(const struct form *form, const struct http_request *request,
	struct byte_range *range)
{
	const char *field = http_request_field(request, "Range");
	const char *same = http_request_field(request, "If-Range");

	if (field == NULL || strcmp(request->method, "GET") != 0)
		return RANGE_NONE;
	if (same != NULL && strcmp(same, form->etag) != 0 &&
		strcmp(same, form->modified) != 0)
		return RANGE_NONE;
	return range_parse(field, form->file->size, range);
}

static void
add_fields(const struct delivery *delivery, const struct form *form,
	struct http_answer *answer)
{
	const struct media *media = media_of(delivery->file->path);

	http_answer_field(answer, "Content-Type", "%s", media->type);
	http_answer_field(answer, "Accept-Ranges", "bytes");
	if (media->policy != NULL)
		http_answer_field(
			answer, "Content-Security-Policy", "%s", media->policy);
	if (form->is_packed)
		http_answer_field(answer, "Content-Encoding", "gzip");
	if (form->has_twin)
		http_answer_field(answer, "Vary", "Accept-Encoding");
	http_answer_field(answer, "ETag", "%s", form->etag);
	http_answer_field(answer, "Last-Modified", "%s", form->modified);
	http_answer_field(answer, "Cache-Control", "%s", delivery->caching);
}

static void
refuse_range(const struct form *form, const struct http_request *request,
	struct http_answer *answer)
{
	http_answer_field(answer, "Content-Range", "bytes */%lld",
		(long long)form->file->size);
	answer_error(request, answer, 416,
		"This part lies behind the end of the file.");
}

static int
open_part(const struct delivery *delivery, const struct form *form,
	const struct byte_range *range, struct http_answer *answer)
{
	const struct parcel *unpacked = form->unpacked;

	if (unpacked != NULL)
		answer->file = dup(unpacked->file);
	else
		answer->file = catalogue_open_file(delivery->service->catalogue,
			delivery->manifest, form->file);
	answer->offset =
		range->first + (unpacked != NULL ? unpacked->offset : 0);
	answer->length = range->length;
	return answer->file < 0 ? -1 : 0;
}

/* To unpack a large topology.db takes seconds: a worker does it. */
static enum desk_state
unpack(const struct delivery *delivery, struct form *form)
{
	struct text job = { 0 };
	enum desk_state state;

	if (strcmp(form->file->path, STATE_NAME) != 0 ||
		!state_is_packed(delivery->manifest))
		return DESK_READY;
	text_format(&job, "state %s", delivery->manifest->id);
	state = desk_take(delivery->service->desk, job.bytes, &form->unpacked);
	text_free(&job);
	if (state == DESK_READY && form->unpacked->length != form->file->size)
		return DESK_FAILED;
	return state;
}

static void
send_range(const struct delivery *delivery, const struct form *form,
	const struct http_request *request, struct http_answer *answer)
{
	struct byte_range range = { 0, form->file->size };
	enum range_result result = wanted_range(form, request, &range);

	if (result == RANGE_OUTSIDE) {
		refuse_range(form, request, answer);
		return;
	}
	if (open_part(delivery, form, &range, answer) != 0) {
		answer_error(request, answer, 500,
			"This file is not as it was published; the archive's "
			"keeper should run 'twinmap archive verify'.");
		return;
	}
	answer->status = result == RANGE_PART ? 206 : 200;
	add_fields(delivery, form, answer);
	if (result == RANGE_PART)
		http_answer_field(answer, "Content-Range",
			"bytes %lld-%lld/%lld", (long long)range.first,
			(long long)(range.first + range.length - 1),
			(long long)form->file->size);
}

/* A 304 says how long the file is, as a 200 would, and needs no look at it. */
static void
send_word(const struct delivery *delivery, const struct form *form,
	struct http_answer *answer)
{
	answer->status = 304;
	answer->length = form->file->size;
	add_fields(delivery, form, answer);
}

void
answer_file(const struct delivery *delivery, const struct http_request *request,
	struct http_answer *answer)
{
	struct form form = choose_form(delivery, request);
	enum desk_state state;

	if (is_unmodified(&form, request)) {
		send_word(delivery, &form, answer);
		return;
	}
	state = unpack(delivery, &form);
	if (state == DESK_READY)
		send_range(delivery, &form, request, answer);
	else
		desk_excuse(state, request, answer);
}
