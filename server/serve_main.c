/* serve_main.c -- twinmap serve: shows the archive in a browser.
 *
 * In this order: what the options say is opened, then rights are given up, then
 * clients are heard. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "activation.h"
#include "catalogue.h"
#include "http.h"
#include "lockdown.h"
#include "log.h"
#include "monitor.h"
#include "paths.h"
#include "routes.h"
#include "secrets.h"
#include "serve_options.h"
#include "service.h"
#include "workers.h"

enum {
	ANSWER_BYTES = 256 << 20,
	LONGEST_WAIT_MS = 10000, /* people and proxies give up too */
};

static const struct try_limits try_limits = {
	.burst = 5,
	.interval_ms = 6000,
	.total_burst = 20,
	.total_interval_ms = 250,
};

struct serving {
	struct serve_settings settings;
	struct refusals refusals;
	struct access access;
	struct secrets secrets;
	struct service service;
	struct lockdown lockdown;
	struct workers workers;
	struct monitor monitor;
	char templates[PATH_MAX]; /* ours */
	int signals;
};

/* What the program listens on is what it may be asked for. */
static int
add_own_hosts(struct serve_settings *settings)
{
	const struct listeners *listeners = &settings->listeners;
	int result = hosts_add(&settings->hosts, "localhost");

	for (size_t i = 0; result == 0 && i < listeners->address_count; i++)
		result = hosts_add_address(
			&settings->hosts, &listeners->addresses[i]);
	return result;
}

/* Sockets come from systemd or are opened here, never both. */
static int
open_listeners(struct listeners *listeners)
{
	size_t asked_for = listeners->address_count;

	if (activation_take(listeners) != 0)
		return -1;
	if (listeners->count == 0)
		return listeners_open(listeners);
	if (asked_for == 0)
		return 0;
	log_error("--listen: the sockets are handed over by systemd; "
		  "say there where to listen");
	return -1;
}

/* A descriptor that becomes readable when it is time to end or to look at the
 * files; a write to a connection that is gone must not end the program. */
static int
watch_signals(void)
{
	sigset_t heard;
	int descriptor;

	sigemptyset(&heard);
	sigaddset(&heard, SIGINT);
	sigaddset(&heard, SIGTERM);
	sigaddset(&heard, SIGHUP);
	sigprocmask(SIG_BLOCK, &heard, NULL);
	signal(SIGPIPE, SIG_IGN);
	descriptor = signalfd(-1, &heard, SFD_CLOEXEC | SFD_NONBLOCK);
	if (descriptor < 0)
		log_error("signals: %s", strerror(errno));
	return descriptor;
}

static enum http_event
hear_signal(void *context)
{
	const struct serving *serving = context;
	struct signalfd_siginfo signal;

	if (read(serving->signals, &signal, sizeof(signal)) !=
		(ssize_t)sizeof(signal))
		return HTTP_GO_ON;
	if (signal.ssi_signo != SIGHUP) {
		log_info("ends: %s", strsignal((int)signal.ssi_signo));
		return HTTP_STOP;
	}
	if (secrets_are_kept(&serving->secrets))
		keeper_look_now(&serving->secrets.keeper);
	return HTTP_GO_ON;
}

static enum http_event
hear_keeper(void *context)
{
	struct serving *serving = context;

	secrets_reload(&serving->secrets);
	return HTTP_GO_ON;
}

static int
give_up_rights(struct serving *serving)
{
	struct lockdown *lockdown = &serving->lockdown;

	lockdown->readable[lockdown->readable_count++] =
		serving->settings.archive;
	return lockdown_process(lockdown);
}

static void
announce(struct serving *serving)
{
	const struct listeners *listeners = &serving->settings.listeners;

	news_begin(&serving->service.news,
		catalogue_archive(serving->service.catalogue));
	printf("%s\n", listeners->urls.bytes);
	fflush(stdout);
	activation_tell("READY=1");
}

static int
serve(struct serving *serving)
{
	const struct listeners *listeners = &serving->settings.listeners;
	const struct http_watch watches[] = {
		{ serving->signals, hear_signal, serving },
		{ serving->secrets.keeper.socket, hear_keeper, serving },
		desk_watch(serving->service.desk, WORKER_QUICK),
		desk_watch(serving->service.desk, WORKER_SLOW),
	};
	const struct http_settings settings = {
		.handler = { answer_request, &serving->service },
		.sockets = listeners->sockets,
		.socket_count = listeners->count,
		.watches = watches,
		.watch_count = COUNT(watches),
		.tls = serving->secrets.tls,
		.proxies = &serving->settings.proxies,
		.refusals = &serving->refusals,
		.longest_wait_ms = LONGEST_WAIT_MS,
	};
	struct http_server *server = http_create(&settings);
	int result = -1;

	serving->monitor.server = server;
	if (server != NULL && give_up_rights(serving) == 0) {
		announce(serving); /* for systemd by a socket: the last one */
		if (lockdown_calls() == 0)
			result = http_run(server);
	}
	http_free(server);
	return result;
}

/* Where few files may be open, most are for clients. */
static size_t
most_answers(void)
{
	enum { USUAL = 1024, SHARE = 8 };
	struct rlimit limit = { .rlim_max = USUAL };
	size_t share;

	getrlimit(RLIMIT_NOFILE, &limit);
	share = limit.rlim_max / SHARE;
	return share < DESK_ANSWERS ? share : DESK_ANSWERS;
}

static void
open_desk(struct serving *serving)
{
	struct desk_settings settings = {
		.catalogue = serving->service.catalogue,
		.most_bytes = ANSWER_BYTES,
		.most_answers = most_answers(),
	};

	memcpy(settings.workers, serving->workers.items,
		sizeof(settings.workers));
	serving->service.desk = desk_open(&settings);
}

/* Before there is anything that they must not have: sockets, keys. */
static int
start_workers(struct serving *serving)
{
	struct serve_settings *settings = &serving->settings;
	struct service *service = &serving->service;

	if (share_path(serving->templates, "templates") != 0)
		return -1;
	settings->templates[settings->template_count++] = serving->templates;
	service->catalogue = catalogue_open(settings->archive);
	if (service->catalogue == NULL ||
		workers_start(&serving->workers, settings, &serving->lockdown,
			service->catalogue) != 0)
		return -1;
	open_desk(serving);
	return 0;
}

/* Mistakes in the options first: they are of the user's making. */
static int
open_all(struct serving *serving)
{
	struct serve_settings *settings = &serving->settings;

	if (serve_options_check(settings) != 0)
		exit(2);
	if (lockdown_find_user(&serving->lockdown) != 0 ||
		start_workers(serving) != 0)
		return -1;
	serving->signals = watch_signals();
	if (serving->signals < 0 || secrets_open(&serving->secrets) != 0 ||
		access_log_open(&serving->service.access_log,
			settings->access_log) != 0)
		return -1;
	if (open_listeners(&settings->listeners) != 0)
		return -1;
	/* systemd may have chosen others */
	if (serve_options_check(settings) != 0)
		return -1;
	return add_own_hosts(settings);
}

static void
close_all(struct serving *serving)
{
	secrets_close(&serving->secrets);
	tries_free(serving->access.tries);
	listeners_close(&serving->settings.listeners);
	desk_close(serving->service.desk);
	workers_stop(&serving->workers);
	access_log_close(&serving->service.access_log);
	catalogue_close(serving->service.catalogue);
}

int
main(int argc, char **argv)
{
	struct serving serving = { 0 };
	int result;

	log_set_program("twinmap serve");
	serve_options_read(&serving.settings, argc, argv);
	serving.access.proxies = serving.settings.proxies;
	serving.access.tries = tries_create(try_limits);
	serving.access.refusals = &serving.refusals;
	serving.secrets.certificate = serving.settings.certificate;
	serving.secrets.key = serving.settings.key;
	serving.secrets.users = serving.settings.users;
	serving.secrets.access = &serving.access;
	serving.secrets.keeper.socket = -1;
	serving.service.hosts = &serving.settings.hosts;
	serving.service.access = &serving.access;
	serving.service.monitor = &serving.monitor;
	serving.monitor.started_at = time(NULL);
	serving.lockdown.user = serving.settings.user;
	serving.service.access_log.file = -1;
	result = open_all(&serving);
	if (result == 0)
		result = serve(&serving);
	close_all(&serving);
	return result == 0 ? 0 : 1;
}
