/* monitor.c -- what other programs watch the server by. */
#include "monitor.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "exposition.h"
#include "service.h"

void
monitor_count(struct monitor *monitor, const struct http_request *request,
	const struct http_answer *answer)
{
	bool has_body =
		strcmp(request->method, "HEAD") != 0 && answer->status != 304;

	if (answer->status > 0 && answer->status < STATUS_LIMIT)
		monitor->answers[answer->status]++;
	if (has_body)
		monitor->bytes += answer->file >= 0
			? answer->length
			: (int64_t)answer->body.length;
}

/* ------------------------------------------------------------- health -- */

static const char *
find_fault(const struct service *service)
{
	if (!catalogue_is_fresh(service->catalogue))
		return "the archive cannot be read";
	if (!desk_is_staffed(service->desk))
		return "a worker is gone";
	return NULL;
}

void
show_health(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct archive *archive = catalogue_archive(service->catalogue);
	const struct publication *newest = archive_newest(archive);
	const char *fault = find_fault(service);

	(void)match;
	(void)request;
	answer->status = fault == NULL ? 200 : 503;
	if (fault != NULL)
		text_format(&answer->body, "%s\n", fault);
	else
		text_format(
			&answer->body, "ok %zu snapshots\n", archive->count);
	if (newest != NULL)
		text_format(&answer->body,
			"the newest is %s, %lld seconds old\n", newest->id,
			(long long)(time(NULL) - snapshot_time(newest->id)));
	http_answer_field(answer, "Cache-Control", "no-store");
}

/* ------------------------------------------------------------ metrics -- */

static const struct exposition_label none[] = { { NULL, NULL } };

static void
append_one(struct text *text, const char *name, const char *help, int64_t value)
{
	exposition_family(text, name, "gauge", help);
	exposition_sample(text, name, none, value);
}

static void
append_process(struct text *text, const struct service *service)
{
	static const struct exposition_label build[] = {
		{ "version", TWINMAP_VERSION }, { NULL, NULL }
	};

	exposition_family(text, "twinmap_build_info", "gauge",
		"The program that serves.");
	exposition_sample(text, "twinmap_build_info", build, 1);
	append_one(text, "process_start_time_seconds",
		"When the server was started, since 1970.",
		service->monitor->started_at);
	append_one(text, "twinmap_workers_alive",
		"Whether all processes that work for the server are there.",
		desk_is_staffed(service->desk));
	append_one(text, "twinmap_archive_readable",
		"Whether the archive's log could be read last time.",
		catalogue_is_fresh(service->catalogue));
	append_one(text, "twinmap_http_connections", "That are open.",
		http_connections(service->monitor->server));
	append_one(text, "twinmap_answers_kept",
		"Answers of workers that are kept in memory.",
		(int64_t)desk_answers_kept(service->desk));
	append_one(text, "twinmap_answers_kept_bytes", "What they take.",
		desk_bytes_kept(service->desk));
}

static void
append_answers(struct text *text, const struct monitor *monitor)
{
	static const char requests[] = "twinmap_http_requests_total";
	static const char bytes[] = "twinmap_http_response_bytes_total";

	exposition_family(
		text, requests, "counter", "Answers sent, by their status.");
	for (int i = 0; i < STATUS_LIMIT; i++) {
		char status[sizeof("-2147483648")];
		const struct exposition_label labels[] = { { "code", status },
			{ NULL, NULL } };

		if (monitor->answers[i] == 0)
			continue;
		snprintf(status, sizeof(status), "%d", i);
		exposition_sample(text, requests, labels, monitor->answers[i]);
	}
	exposition_family(text, bytes, "counter", "Bytes of their bodies.");
	exposition_sample(text, bytes, none, monitor->bytes);
}

static void
append_refusals(struct text *text, const struct refusals *refusals)
{
	static const char name[] = "twinmap_http_refused_total";

	exposition_family(text, name, "counter",
		"Clients refused or cut, by the reason.");
	for (int i = 0; i < REFUSAL_COUNT; i++) {
		const struct exposition_label labels[] = {
			{ "reason", refusal_names[i] }, { NULL, NULL }
		};

		exposition_sample(text, name, labels, refusals->items[i].total);
	}
}

static const char *const result_names[WORKER_RESULTS] = {
	[WORKER_DONE] = "done",
	[WORKER_FAILED] = "failed",
	[WORKER_TOO_SLOW] = "too_slow",
};

static void
append_results(struct text *text, const struct job_figures *figures)
{
	static const char name[] = "twinmap_jobs_total";

	exposition_family(text, name, "counter",
		"Jobs of workers, by what became of them.");
	for (const struct job_kind *kind = job_kinds; kind->name != NULL;
		kind++, figures++)
		for (int i = 0; i < WORKER_RESULTS; i++) {
			const struct exposition_label labels[] = {
				{ "kind", kind->name },
				{ "result", result_names[i] }, { NULL, NULL }
			};

			exposition_sample(
				text, name, labels, figures->results[i]);
		}
}

static void
append_times(struct text *text, const struct job_figures *figures)
{
	static const char name[] = "twinmap_job_seconds_total";

	exposition_family(text, name, "counter",
		"Seconds from the question to the answer of a worker.");
	for (const struct job_kind *kind = job_kinds; kind->name != NULL;
		kind++, figures++) {
		const struct exposition_label labels[] = {
			{ "kind", kind->name }, { NULL, NULL }
		};

		exposition_thousandths(
			text, name, labels, figures->milliseconds);
	}
}

/* A worker may say of a file that it is larger than all memory. */
static void
append_file(struct text *text, const struct parcel *parcel)
{
	enum { MOST = 1 << 20 };
	size_t wanted =
		parcel->length < MOST ? (size_t)parcel->length : (size_t)MOST;
	char *bytes = memory_zeroed(wanted + 1);
	ssize_t length =
		pread(parcel->file, bytes, wanted, (off_t)parcel->offset);

	if (length > 0)
		text_append_bytes(text, bytes, (size_t)length);
	free(bytes);
}

/* Without the archive's own figures rather than not at all. */
void
show_metrics(struct service *service, const struct pattern_match *match,
	const struct http_request *request, struct http_answer *answer)
{
	const struct parcel *parcel;
	enum desk_state state = desk_take(service->desk, "monitor", &parcel);

	(void)match;
	if (state == DESK_LATER && !request->gives_up) {
		answer->later = true;
		return;
	}
	answer->status = 200;
	append_process(&answer->body, service);
	append_answers(&answer->body, service->monitor);
	append_refusals(&answer->body, service->access->refusals);
	append_results(&answer->body, desk_figures(service->desk));
	append_times(&answer->body, desk_figures(service->desk));
	if (state == DESK_READY)
		append_file(&answer->body, parcel);
	http_answer_field(answer, "Cache-Control", "no-store");
	http_answer_field(answer, "Content-Type", "%s", exposition_type);
}
