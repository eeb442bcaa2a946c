/* answer_file.c -- a file of a snapshot, a part of it, or "not modified".
 *
 * Who takes gzip gets the compressed twin that the archive keeps. The hash in
 * the manifest is the ETag of what is sent, its date that of the snapshot: an
 * answer depends on nothing else. */
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "archive_pack.h"
#include "conditions.h"
#include "form.h"
#include "media.h"
#include "service.h"
#include "state.h"

/* What is sent of a file: itself, or its twin. */
struct sending {
	const struct manifest_file *file;
	struct form form;
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

static struct sending
choose(const struct delivery *delivery, const struct http_request *request)
{
	const struct manifest_file *twin = find_twin(delivery);
	struct sending sending = { .file = delivery->file,
		.form = form_choose(request, twin != NULL) };

	if (sending.form.is_packed)
		sending.file = twin;
	form_name(&sending.form, sending.file->hash, "");
	sending.modified_at = snapshot_time(delivery->manifest->id);
	http_date(sending.modified_at, sending.modified);
	return sending;
}

static bool
is_unmodified(const struct sending *sending, const struct http_request *request)
{
	const char *etags = http_request_field(request, "If-None-Match");
	const char *since = http_request_field(request, "If-Modified-Since");

	if (etags != NULL) /* then the date does not count: RFC 9110 13.2.2 */
		return form_is_listed(&sending->form, etags);
	return since != NULL && http_date_parse(since) >= sending->modified_at;
}

static enum range_result
wanted_range(const struct sending *sending, const struct http_request *request,
	struct byte_range *range)
{
	const char *field = http_request_field(request, "Range");
	const char *same = http_request_field(request, "If-Range");

	if (field == NULL || strcmp(request->method, "GET") != 0)
		return RANGE_NONE;
	if (same != NULL && strcmp(same, sending->form.etag) != 0 &&
		strcmp(same, sending->modified) != 0)
		return RANGE_NONE;
	return range_parse(field, sending->file->size, range);
}

static void
add_fields(const struct delivery *delivery, const struct sending *sending,
	struct http_answer *answer)
{
	form_tell(&sending->form, media_of(delivery->file->path)->type, answer);
	http_answer_field(answer, "Accept-Ranges", "bytes");
	http_answer_field(answer, "Last-Modified", "%s", sending->modified);
	http_answer_field(answer, "Cache-Control", "%s", delivery->caching);
}

static void
refuse_range(const struct sending *sending, const struct http_request *request,
	struct http_answer *answer)
{
	http_answer_field(answer, "Content-Range", "bytes */%lld",
		(long long)sending->file->size);
	answer_error(request, answer, 416,
		"This part lies behind the end of the file.");
}

static int
open_part(const struct delivery *delivery, const struct sending *sending,
	const struct byte_range *range, struct http_answer *answer)
{
	const struct parcel *unpacked = sending->unpacked;

	if (unpacked != NULL)
		answer->file = dup(unpacked->file);
	else
		answer->file = catalogue_open_file(delivery->service->catalogue,
			delivery->manifest, sending->file);
	answer->offset =
		range->first + (unpacked != NULL ? unpacked->offset : 0);
	answer->length = range->length;
	return answer->file < 0 ? -1 : 0;
}

/* To unpack a large topology.db takes seconds: a worker does it. */
static enum desk_state
unpack(const struct delivery *delivery, struct sending *sending)
{
	struct text job = { 0 };
	enum desk_state state;

	if (strcmp(sending->file->path, STATE_NAME) != 0 ||
		!state_is_packed(delivery->manifest))
		return DESK_READY;
	text_format(&job, "state %s", delivery->manifest->id);
	state = desk_take(
		delivery->service->desk, job.bytes, &sending->unpacked);
	text_free(&job);
	if (state == DESK_READY &&
		sending->unpacked->length != sending->file->size)
		return DESK_FAILED;
	return state;
}

static void
send_range(const struct delivery *delivery, const struct sending *sending,
	const struct http_request *request, struct http_answer *answer)
{
	struct byte_range range = { 0, sending->file->size };
	enum range_result result = wanted_range(sending, request, &range);

	if (result == RANGE_OUTSIDE) {
		refuse_range(sending, request, answer);
		return;
	}
	if (open_part(delivery, sending, &range, answer) != 0) {
		answer_error(request, answer, 500,
			"This file is not as it was published; the archive's "
			"keeper should run 'twinmap archive verify'.");
		return;
	}
	answer->status = result == RANGE_PART ? 206 : 200;
	add_fields(delivery, sending, answer);
	if (result == RANGE_PART)
		http_answer_field(answer, "Content-Range",
			"bytes %lld-%lld/%lld", (long long)range.first,
			(long long)(range.first + range.length - 1),
			(long long)sending->file->size);
}

/* A 304 says how long the file is, as a 200 would, and needs no look at it. */
static void
send_word(const struct delivery *delivery, const struct sending *sending,
	struct http_answer *answer)
{
	answer->status = 304;
	answer->length = sending->file->size;
	add_fields(delivery, sending, answer);
}

void
answer_file(const struct delivery *delivery, const struct http_request *request,
	struct http_answer *answer)
{
	struct sending sending = choose(delivery, request);
	enum desk_state state;

	if (is_unmodified(&sending, request)) {
		send_word(delivery, &sending, answer);
		return;
	}
	state = unpack(delivery, &sending);
	if (state == DESK_READY)
		send_range(delivery, &sending, request, answer);
	else
		desk_excuse(state, request, answer);
}
