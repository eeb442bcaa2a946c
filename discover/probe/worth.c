/* worth.c -- what an answer of DNS is worth, by who gave it. */
#include "worth.h"

#include <string.h>

#include "memory.h"
#include "message.h"
#include "records.h"

/* All other reasons leave it unknown. */
static const struct {
	const char *reason;
	enum verdict verdicts[ASKED_COUNT];
} meanings[] = {
	{ "nodata", { VERDICT_FALSE, VERDICT_FALSE, VERDICT_TRUE } },
	{ "nxdomain", { VERDICT_FALSE, VERDICT_FALSE, VERDICT_TRUE } },
	{ "not-implemented",
		{ VERDICT_UNKNOWN, VERDICT_FALSE, VERDICT_UNKNOWN } },
	{ "refused", { VERDICT_UNKNOWN, VERDICT_FALSE, VERDICT_UNKNOWN } },
	{ "other-answer", { VERDICT_UNKNOWN, VERDICT_FALSE, VERDICT_FALSE } },
};

static enum verdict
verdict_of(enum asked_one asked, const char *reason)
{
	for (size_t i = 0; i < COUNT(meanings); i++)
		if (strcmp(meanings[i].reason, reason) == 0)
			return meanings[i].verdicts[asked];
	return VERDICT_UNKNOWN;
}

struct answer
worth_of_message(enum asked_one asked, struct records *records,
	const char *record, const struct message *message)
{
	const char *reason = message_read(records, record, message);
	struct answer answer = { VERDICT_TRUE };

	if (reason == NULL)
		return answer;
	answer.verdict = verdict_of(asked, reason);
	if (answer.verdict == VERDICT_TRUE)
		answer.detail = reason;
	else
		answer.reason = reason;
	if (asked == ASKED_RESOLVER && answer.verdict == VERDICT_FALSE &&
		!message_is_final(message))
		answer = (struct answer){ VERDICT_UNKNOWN, "refused",
			"it asks no other server" };
	return answer;
}
