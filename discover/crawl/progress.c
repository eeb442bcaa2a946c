/* progress.c -- how far a crawl is, on a terminal, and what it cost. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "crawl.h"
#include "log.h"
#include "times.h"

enum { SLOWEST_TEXT = IP_TEXT_SIZE + 32 };

double
progress_now(void)
{
	return (double)clock_ms() / 1000;
}

/* Of this process, user and system. */
static double
cpu_seconds(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
		(double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

void
progress_begin(struct progress *progress)
{
	progress->started = progress_now();
	progress->is_shown = isatty(STDERR_FILENO) == 1;
}

static double
rate(double count, double divisor)
{
	return divisor > 0 ? count / divisor : 0;
}

void
progress_show(
	const struct progress *progress, const struct progress_state *state)
{
	double elapsed = progress_now() - progress->started;

	if (!progress->is_shown)
		return;
	fprintf(stderr,
		"\r%zu devices, %zu addresses known, %d in flight, %" PRId64
		" rows, %.0f rows/s\033[K",
		state->devices, state->known, state->in_flight, state->rows,
		rate((double)state->rows, elapsed));
}

void
progress_clear(const struct progress *progress)
{
	if (progress->is_shown)
		fputs("\r\033[K", stderr);
}

void
progress_note(
	struct progress *progress, const struct ip_address *ip, double began)
{
	double took = progress_now() - began;

	if (took <= progress->longest)
		return;
	progress->longest = took;
	progress->slowest = *ip;
}

/* ", slowest 192.0.2.1 0.25 s" */
static const char *
slowest_text(const struct progress *progress, char text[SLOWEST_TEXT])
{
	char ip[IP_TEXT_SIZE];

	text[0] = '\0';
	if (progress->longest > 0)
		snprintf(text, SLOWEST_TEXT, ", slowest %s %.2f s",
			ip_text(&progress->slowest, ip), progress->longest);
	return text;
}

void
progress_report(
	const struct progress *progress, const struct crawl_summary *summary)
{
	double elapsed = progress_now() - progress->started;
	double requests = (double)summary->figures.requests;
	double devices = (double)summary->devices;
	char slowest[SLOWEST_TEXT];

	log_info("%zu devices, %" PRId64 " rows, %" PRIu64
		 " requests, %.2f seconds, %.1f devices/s, %.1f "
		 "requests/device, %.1f us CPU/request, %" PRIu64
		 " retries, %" PRIu64 " wrong sources%s",
		summary->devices, summary->rows, summary->figures.requests,
		elapsed, rate(devices, elapsed), rate(requests, devices),
		rate(cpu_seconds() * 1e6, requests), summary->figures.retries,
		summary->figures.wrong_source, slowest_text(progress, slowest));
}
