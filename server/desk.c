/* desk.c -- answers that take work: which are there, and which are on the way.
 */
#include "desk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "record.h"
#include "times.h"

enum {
	FAILED_FOR_MS = 10000, /* then it may be tried again */
	TOO_SLOW_FOR_MS = 120000,
};

/* One answer, or one that will be. */
struct sheet {
	char *key;
	const struct job_kind *kind;
	enum desk_state state; /* READY, LATER, FAILED, TOO_SLOW */
	uint64_t job; /* while LATER */
	int64_t asked_ms;
	int64_t until_ms; /* FAILED, TOO_SLOW */
	struct parcel *parcel; /* READY */
};

struct counter {
	struct desk *desk;
	enum job_worker place;
	struct worker *worker;
	bool is_gone;
};

struct desk {
	struct counter counters[WORKER_COUNT];
	const struct catalogue *catalogue;
	int64_t most_bytes;
	size_t most_sheets;
	struct job_figures *figures; /* of each kind */
	struct sheet sheets[DESK_ANSWERS]; /* asked for last: first */
	size_t count;
};

static size_t
count_kinds(void)
{
	size_t count = 0;

	while (job_kinds[count].name != NULL)
		count++;
	return count;
}

struct desk *
desk_open(const struct desk_settings *settings)
{
	struct desk *desk = memory_zeroed(sizeof(*desk));

	desk->catalogue = settings->catalogue;
	desk->most_bytes = settings->most_bytes;
	desk->most_sheets = settings->most_answers;
	desk->figures = memory_zeroed(count_kinds() * sizeof(*desk->figures));
	for (int i = 0; i < WORKER_COUNT; i++)
		desk->counters[i] = (struct counter){ .desk = desk,
			.place = (enum job_worker)i,
			.worker = settings->workers[i] };
	return desk;
}

static void
drop_parcel(struct sheet *sheet)
{
	if (sheet->parcel != NULL)
		close(sheet->parcel->file);
	free(sheet->parcel);
	sheet->parcel = NULL;
}

static void
forget(struct desk *desk, size_t place)
{
	drop_parcel(&desk->sheets[place]);
	free(desk->sheets[place].key);
	desk->count--;
	memmove(&desk->sheets[place], &desk->sheets[place + 1],
		(desk->count - place) * sizeof(desk->sheets[0]));
}

void
desk_close(struct desk *desk)
{
	if (desk == NULL)
		return;
	while (desk->count > 0)
		forget(desk, desk->count - 1);
	free(desk->figures);
	free(desk);
}

/* ------------------------------------------------------- what is kept -- */

static char *
key_of(const struct desk *desk, const struct job_kind *kind, const char *job)
{
	struct text key = { 0 };

	text_append(&key, job);
	if (!kind->is_lasting)
		text_format(&key, "\n%s",
			archive_chain(catalogue_archive(desk->catalogue)));
	return key.bytes;
}

static bool
is_over(const struct sheet *sheet)
{
	return (sheet->state == DESK_FAILED || sheet->state == DESK_TOO_SLOW) &&
		clock_ms() >= sheet->until_ms;
}

/* In front of the others now; NULL when there is none. */
static struct sheet *
find(struct desk *desk, const char *key)
{
	for (size_t i = 0; i < desk->count; i++) {
		struct sheet found = desk->sheets[i];

		if (strcmp(found.key, key) != 0)
			continue;
		if (is_over(&found)) {
			forget(desk, i);
			return NULL;
		}
		memmove(&desk->sheets[1], &desk->sheets[0],
			i * sizeof(desk->sheets[0]));
		desk->sheets[0] = found;
		return &desk->sheets[0];
	}
	return NULL;
}

static int64_t
bytes_of(const struct sheet *sheet)
{
	const struct parcel *parcel = sheet->parcel;

	return parcel != NULL
		? parcel->offset + parcel->length + parcel->packed_length
		: 0;
}

/* The last one first, but none that somebody waits for, and not the first. */
static void
keep_within(struct desk *desk, size_t most_sheets)
{
	int64_t bytes = desk_bytes_kept(desk);

	for (size_t i = desk->count; i-- > 1;) {
		if (bytes <= desk->most_bytes && desk->count <= most_sheets)
			return;
		if (desk->sheets[i].state == DESK_LATER)
			continue;
		bytes -= bytes_of(&desk->sheets[i]);
		forget(desk, i);
	}
}

/* ------------------------------------------------------ what is asked -- */

static enum desk_state
ask_worker(struct desk *desk, const struct job_kind *kind, const char *job,
	char **key)
{
	const struct counter *counter = &desk->counters[kind->worker];
	uint64_t number;

	if (counter->is_gone)
		return DESK_GONE;
	keep_within(desk, desk->most_sheets - 1);
	if (desk->count == desk->most_sheets)
		return DESK_FULL;
	number = worker_ask(counter->worker, job);
	if (number == 0)
		return DESK_FULL;
	memmove(&desk->sheets[1], &desk->sheets[0],
		desk->count++ * sizeof(desk->sheets[0]));
	desk->sheets[0] = (struct sheet){ .key = *key,
		.kind = kind,
		.state = DESK_LATER,
		.job = number,
		.asked_ms = clock_ms() };
	*key = NULL;
	return DESK_LATER;
}

enum desk_state
desk_take(struct desk *desk, const char *job, const struct parcel **parcel)
{
	const struct job_kind *kind = job_kind_of(job);
	const struct sheet *sheet;
	enum desk_state state;
	char *key;

	*parcel = NULL;
	if (kind == NULL || strlen(job) >= WORKER_REQUEST_SIZE)
		return DESK_FAILED;
	key = key_of(desk, kind, job);
	sheet = find(desk, key);
	if (sheet != NULL) {
		state = sheet->state;
		*parcel = sheet->parcel;
	} else {
		state = ask_worker(desk, kind, job, &key);
	}
	free(key);
	return state;
}

/* --------------------------------------------------- what is answered -- */

static void
take_parcel(struct sheet *sheet, int file)
{
	struct parcel *parcel = memory_zeroed(sizeof(*parcel));

	sheet->parcel = parcel;
	if (parcel_open(parcel, file) == 0) {
		sheet->state = DESK_READY;
		return;
	}
	drop_parcel(sheet);
	sheet->state = DESK_FAILED;
	sheet->until_ms = clock_ms() + FAILED_FOR_MS;
}

static void
take_result(struct sheet *sheet, const struct worker_answer *answer)
{
	bool is_slow = answer->result == WORKER_TOO_SLOW;

	if (answer->result == WORKER_DONE) {
		take_parcel(sheet, answer->file);
		return;
	}
	sheet->state = is_slow ? DESK_TOO_SLOW : DESK_FAILED;
	sheet->until_ms =
		clock_ms() + (is_slow ? TOO_SLOW_FOR_MS : FAILED_FOR_MS);
}

static void
count_result(
	struct desk *desk, const struct sheet *sheet, enum worker_result result)
{
	struct job_figures *figures = &desk->figures[sheet->kind - job_kinds];

	figures->results[result]++;
	figures->milliseconds += clock_ms() - sheet->asked_ms;
}

static void
settle(struct counter *counter, const struct worker_answer *answer)
{
	struct desk *desk = counter->desk;

	for (size_t i = 0; i < desk->count; i++) {
		struct sheet *sheet = &desk->sheets[i];

		if (sheet->state != DESK_LATER ||
			sheet->kind->worker != counter->place ||
			sheet->job != answer->job)
			continue;
		take_result(sheet, answer);
		count_result(desk, sheet, answer->result);
		keep_within(desk, desk->most_sheets);
		return;
	}
	if (answer->file >= 0)
		close(answer->file);
}

static enum http_event
hear(void *context)
{
	struct counter *counter = context;
	struct worker_answer answer;
	bool is_heard = false;

	while (worker_hear(counter->worker, &answer)) {
		settle(counter, &answer);
		is_heard = true;
	}
	if (worker_is_gone(counter->worker) && !counter->is_gone) {
		counter->is_gone = true;
		log_error("a worker has ended; what it does cannot be served "
			  "until 'twinmap serve' is started again");
	}
	return is_heard ? HTTP_ASK_AGAIN : HTTP_GO_ON;
}

struct http_watch
desk_watch(struct desk *desk, enum job_worker place)
{
	struct counter *counter = &desk->counters[place];

	return (struct http_watch){ worker_descriptor(counter->worker), hear,
		counter };
}

bool
desk_is_staffed(const struct desk *desk)
{
	for (int i = 0; i < WORKER_COUNT; i++)
		if (desk->counters[i].is_gone)
			return false;
	return true;
}

const struct job_figures *
desk_figures(const struct desk *desk)
{
	return desk->figures;
}

size_t
desk_answers_kept(const struct desk *desk)
{
	return desk->count;
}

int64_t
desk_bytes_kept(const struct desk *desk)
{
	int64_t bytes = 0;

	for (size_t i = 0; i < desk->count; i++)
		bytes += bytes_of(&desk->sheets[i]);
	return bytes;
}
