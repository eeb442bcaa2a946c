/* answer_file.c -- a file of a snapshot, a part of it, or "not modified".
 *
 * The hash in the manifest is the file's ETag, its date that of the snapshot:
 * an answer depends on nothing else. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "answers.h"
#include "conditions.h"
#include "media.h"

enum { ETAG_DIGITS = 32 };

struct validators {
	char etag[ETAG_DIGITS + sizeof("\"\"")];
	char modified[HTTP_DATE_SIZE];
	int64_t modified_at;
};

static struct validators
make_validators(const struct delivery *delivery)
{
	struct validators validators;

	snprintf(validators.etag, sizeof(validators.etag), "\"%.*s\"",
		ETAG_DIGITS, delivery->file->hash);
	validators.modified_at = snapshot_time(delivery->manifest->id);
	http_date(validators.modified_at, validators.modified);
	return validators;
}

static bool
is_unmodified(
	const struct validators *validators, const struct http_request *request)
{
	const char *etags = http_request_field(request, "If-None-Match");
	const char *since = http_request_field(request, "If-Modified-Since");

	if (etags != NULL) /* then the date does not count: RFC 9110 13.2.2 */
		return etag_is_listed(etags, validators->etag);
	return since != NULL &&
		http_date_parse(since) >= validators->modified_at;
}

static enum range_result
wanted_range(const struct delivery *delivery,
	const struct validators *validators, const struct http_request *request,
	struct byte_range *range)
{
	const char *field = http_request_field(request, "Range");
	const char *same = http_request_field(request, "If-Range");

	if (field == NULL || strcmp(request->method, "GET") != 0)
		return RANGE_NONE;
	if (same != NULL && strcmp(same, validators->etag) != 0 &&
		strcmp(same, validators->modified) != 0)
		return RANGE_NONE;
	return range_parse(field, delivery->file->size, range);
}

static void
send_range(const struct delivery *delivery, const struct byte_range *range,
	const struct http_request *request, struct http_answer *answer)
{
	const struct media *media = media_of(delivery->file->path);

	answer->file = catalogue_open_file(
		delivery->catalogue, delivery->manifest, delivery->file);
	if (answer->file < 0) {
		answer_error(request, answer, 500,
			"This file is not as it was published; the archive's "
			"keeper should run 'twinmap archive verify'.");
		return;
	}
	answer->offset = range->first;
	answer->length = range->length;
	http_answer_field(answer, "Content-Type", "%s", media->type);
	http_answer_field(answer, "Accept-Ranges", "bytes");
	if (media->policy != NULL)
		http_answer_field(
			answer, "Content-Security-Policy", "%s", media->policy);
}

static void
add_validators(const struct delivery *delivery,
	const struct validators *validators, struct http_answer *answer)
{
	http_answer_field(answer, "ETag", "%s", validators->etag);
	http_answer_field(answer, "Last-Modified", "%s", validators->modified);
	http_answer_field(answer, "Cache-Control", "%s", delivery->caching);
}

static void
refuse_range(const struct delivery *delivery,
	const struct http_request *request, struct http_answer *answer)
{
	http_answer_field(answer, "Content-Range", "bytes */%lld",
		(long long)delivery->file->size);
	answer_error(request, answer, 416,
		"This part lies behind the end of the file.");
}

/* A 304 says how long the file is, as a 200 would; the library leaves out the
 * bytes. */
void
answer_file(const struct delivery *delivery, const struct http_request *request,
	struct http_answer *answer)
{
	struct validators validators = make_validators(delivery);
	struct byte_range range = { 0, delivery->file->size };
	enum range_result result = RANGE_NONE;
	bool unmodified = is_unmodified(&validators, request);

	if (!unmodified)
		result = wanted_range(delivery, &validators, request, &range);
	if (result == RANGE_OUTSIDE) {
		refuse_range(delivery, request, answer);
		return;
	}
	answer->status = unmodified ? 304 : result == RANGE_PART ? 206 : 200;
	send_range(delivery, &range, request, answer);
	if (answer->file < 0)
		return;
	add_validators(delivery, &validators, answer);
	if (result == RANGE_PART)
		http_answer_field(answer, "Content-Range",
			"bytes %lld-%lld/%lld", (long long)range.first,
			(long long)(range.first + range.length - 1),
			(long long)delivery->file->size);
}
