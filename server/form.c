/* form.c -- the form in which an answer is sent: as it is, or compressed. */
#include "form.h"

#include <stdio.h>

#include "conditions.h"
#include "media.h"

struct form
form_choose(const struct http_request *request, bool has_twin)
{
	const char *codings = http_request_field(request, "Accept-Encoding");

	return (struct form){
		.has_twin = has_twin,
		.is_packed = has_twin && codings != NULL &&
			coding_is_accepted(codings, "gzip"),
	};
}

void
form_name(struct form *form, const char *hash, const char *word)
{
	snprintf(form->etag, sizeof(form->etag), "\"%.*s%s\"", ETAG_DIGITS,
		hash, word);
}

bool
form_is_listed(const struct form *form, const char *if_none_match)
{
	return form->etag[0] != '\0' && if_none_match != NULL &&
		etag_is_listed(if_none_match, form->etag);
}

void
form_tell(const struct form *form, const char *type, struct http_answer *answer)
{
	const char *policy = media_policy(type);

	http_answer_field(answer, "Content-Type", "%s", type);
	if (policy != NULL)
		http_answer_field(
			answer, "Content-Security-Policy", "%s", policy);
	if (form->is_packed)
		http_answer_field(answer, "Content-Encoding", "gzip");
	if (form->has_twin)
		http_answer_field(answer, "Vary", "Accept-Encoding");
	if (form->etag[0] != '\0')
		http_answer_field(answer, "ETag", "%s", form->etag);
}
