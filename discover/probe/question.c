/* question.c -- what the errors of sockets say of a target. */
#include "question.h"

#include <errno.h>
#include <string.h>

#include "memory.h"

static const struct {
	int error;
	enum verdict verdict;
	const char *reason;
} meanings[] = {
	{ ECONNREFUSED, VERDICT_FALSE, "refused" },
	{ ECONNRESET, VERDICT_FALSE, "closed" },
	{ EPIPE, VERDICT_FALSE, "closed" },
	{ ETIMEDOUT, VERDICT_UNKNOWN, "no-answer" },
	{ EHOSTUNREACH, VERDICT_UNKNOWN, "unreachable" },
	{ ENETUNREACH, VERDICT_UNKNOWN, "unreachable" },
	{ EACCES, VERDICT_UNKNOWN, "unreachable" }, /* prohibited on the way */
};

struct answer
answer_of_error(int error)
{
	const struct answer other = { VERDICT_UNKNOWN, "not-attempted",
		strerror(error) };

	for (size_t i = 0; i < COUNT(meanings); i++)
		if (meanings[i].error == error)
			return (struct answer){ meanings[i].verdict,
				meanings[i].reason };
	return other;
}
