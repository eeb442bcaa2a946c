/* walking.h -- for tests: a walk of an agent in memory, its rows as text.
 *
 * Include after fake_agent.h and walker.h. */
#ifndef TESTS_WALKING_H
#define TESTS_WALKING_H

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MOST_REQUESTS = 400 };

static char rows_text[65536];

static inline int
note_row(struct device *device, const struct mib_row *row)
{
	char *end = rows_text + strlen(rows_text);

	(void)device;
	assert_true(end < rows_text + sizeof(rows_text) - 512);
	if (end != rows_text)
		*end++ = ' ';
	for (size_t i = 0; i < row->index_length; i++)
		end += sprintf(
			end, "%s%" PRIu32, i > 0 ? "." : "", row->index[i]);
	for (size_t i = 0; i < row->value_count; i++)
		end += row->values[i].type == MIB_ABSENT
			? sprintf(end, "%c-", i > 0 ? ',' : ':')
			: sprintf(end, "%c%" PRId64, i > 0 ? ',' : ':',
				  row->values[i].number);
	return row->values[0].number == 666 ? -1 : 0;
}

/* Number of requests; `window` of them are under way at a time. */
static inline int
run_walk(struct walker *walker, const struct fake_agent *agent, int window)
{
	struct walk_request *out[8];
	int under_way = 0, requests = 0;

	while (!walker_is_done(walker)) {
		struct walk_request *request;

		while (under_way < window &&
			(request = walker_next(walker, window - under_way)) !=
				NULL)
			out[under_way++] = request;
		assert_true(under_way > 0);
		assert_true(++requests < MOST_REQUESTS);
		request = out[--under_way];
		if (names_that_begin(&request->message, agent->silent_at) > 0 ||
			(agent->gone_after_one && requests > 1)) {
			walker_repeat(walker, request);
			walker_failed(walker, request, "no answer");
		} else {
			struct snmp_response response =
				answer(agent, &request->message);

			walker_answered(walker, request, &response, true);
		}
	}
	return requests;
}

#endif
