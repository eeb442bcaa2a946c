/* pace.c -- how much one request asks for, as far as the agent kept up. */
#include "pace.h"

enum {
	FIRST_BUDGET = 24, /* varbinds in an answer; 60 fill 1472 bytes */
	LARGEST_BUDGET = 500,
	MOST_REPETITIONS = 250,
	CAREFUL_REPETITIONS = 10,
};

void
pace_begin(struct pace *pace)
{
	*pace = (struct pace){ .budget = FIRST_BUDGET, .cap = LARGEST_BUDGET };
}

size_t
varbinds_asked_for(const struct snmp_request *request)
{
	return request->name_count * (size_t)request->repetitions;
}

/* Rows that some column may still have; 0 when one of them does not know. */
static int64_t
most_rows_left(const struct walk_request *request)
{
	int64_t most = 0;

	for (size_t i = 0; i < request->message.name_count; i++) {
		int64_t left = column_rows_left(request->ranges[i]->column);

		if (left == 0)
			return 0;
		if (left > most)
			most = left;
	}
	return most;
}

int
pace_repetitions(const struct pace *pace, const struct walk_request *request)
{
	int64_t repetitions =
		(int64_t)(pace->budget / request->message.name_count);
	int64_t left = most_rows_left(request);

	if (request->ranges[0]->caution == CAUTION_ALONE &&
		repetitions > CAREFUL_REPETITIONS)
		repetitions = CAREFUL_REPETITIONS;
	if (repetitions > MOST_REPETITIONS)
		repetitions = MOST_REPETITIONS;
	/* One more than expected shows that the column ends. */
	if (left > 0 && repetitions > left + 1)
		repetitions = left + 1;
	return repetitions < 1 ? 1 : (int)repetitions;
}

void
pace_halve(struct pace *pace, const struct snmp_request *request)
{
	size_t half = varbinds_asked_for(request) / 2;

	if (half < pace->budget)
		pace->budget = half < 1 ? 1 : half;
}

/* Full and mostly useful: try twice as much. Cut short, though the view goes
 * on: the largest answer so far is what fits. */
void
pace_follow(struct pace *pace, const struct snmp_request *request,
	const struct snmp_response *response, size_t kept)
{
	size_t asked = varbinds_asked_for(request), came = response->count;
	const struct snmp_varbind *last = &response->varbinds[came - 1];

	if (came > pace->largest)
		pace->largest = came;
	if (came < asked && last->value.type != MIB_END_OF_VIEW)
		pace->cap = pace->largest;
	else if (kept >= came - came / 4 && asked > pace->budget / 2)
		pace->budget *= 2;
	if (pace->budget > pace->cap)
		pace->budget = pace->cap;
}
