/* management.c -- SNMP asked of each management address, over both families.
 *
 * Only the credential that opened the device is used: whether it answers over
 * the other family as well is the question, not what else opens it. */
#include "management.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "credentials.h"
#include "engine.h"
#include "mib.h"
#include "memory.h"

static const char *const objects[] = { "1.3.6.1.2.1.1.5.0" }; /* sysName */

struct managing {
	const struct management *order;
	struct engine *engine;
	volatile int stop;
	bool has_failed;
};

struct management_question {
	struct managing *managing;
	const struct question *question;
};

static void
keep(struct managing *managing, const struct question *question,
	const struct answer *answer)
{
	if (plan_answer(managing->order->plan, question, answer) != 0)
		managing->has_failed = true;
}

/* The arena lives as long as the detail. */
static const char *
name_of(struct arena *arena, const struct probe_answer *answer)
{
	const struct mib_row row = { .values = answer->values,
		.value_count = answer->value_count };
	const char *name = mib_text(arena, &row, 0);

	return name == NULL ? NULL
			    : arena_format(arena, "sysName %.100s", name);
}

/* The engine says what the network said in words. */
static struct answer
answer_of_reason(const char *reason)
{
	struct answer answer = { VERDICT_UNKNOWN, "no-answer", NULL };

	if (strcmp(reason, strerror(ECONNREFUSED)) == 0)
		return answer_of_error(ECONNREFUSED);
	if (strncmp(reason, "wrong credentials", 17) == 0)
		answer =
			(struct answer){ VERDICT_UNKNOWN, "no-access", reason };
	else if (strcmp(reason, "no answer") != 0)
		answer = (struct answer){ VERDICT_UNKNOWN, "unreachable",
			reason };
	return answer;
}

static void
done(void *context, const struct probe_answer *answer)
{
	const struct management_question *asked = context;
	struct arena *arena = arena_create();
	struct answer result = { VERDICT_TRUE };

	if (answer->agent == NULL)
		result = answer_of_reason(answer->reason);
	else
		result.detail = name_of(arena, answer);
	keep(asked->managing, asked->question, &result);
	if (answer->agent != NULL)
		agent_close(answer->agent);
	arena_free(arena);
}

static void
begin(struct management_question *asked)
{
	const struct management *order = asked->managing->order;
	const struct credential *credential =
		credentials_find(order->credentials,
			plan_credential(order->plan, asked->question));
	const struct answer lacks_key = { VERDICT_UNKNOWN, "not-attempted",
		"the credentials file no longer has what opened it" };

	if (credential == NULL) {
		keep(asked->managing, asked->question, &lacks_key);
		return;
	}
	engine_probe(asked->managing->engine,
		&(struct probe){ .address = asked->question->ip,
			.credentials = &credential,
			.credential_count = 1,
			.objects = objects,
			.object_count = COUNT(objects),
			.done = done,
			.context = asked });
}

static void
look_for_stop(void *context)
{
	struct managing *managing = context;

	managing->stop = managing->order->should_stop();
}

static int
ask_all(struct managing *managing, const struct question *questions,
	size_t count)
{
	struct management_question *asked =
		memory_zeroed((count + 1) * sizeof(*asked));
	int result;

	for (size_t i = 0; i < count; i++) {
		asked[i] =
			(struct management_question){ managing, &questions[i] };
		begin(&asked[i]);
	}
	result = engine_run(
		managing->engine, &managing->stop, look_for_stop, managing);
	engine_free(managing->engine); /* forgets what is under way */
	free(asked);
	return result == 0 && !managing->has_failed ? 0 : -1;
}

int
management_ask(const struct management *order)
{
	struct managing managing = { .order = order };
	size_t count;
	const struct question *questions =
		plan_questions(order->plan, true, &count);

	if (questions == NULL)
		return -1;
	if (count == 0)
		return 0;
	managing.engine = engine_create(order->engine);
	return managing.engine == NULL ? -1
				       : ask_all(&managing, questions, count);
}
