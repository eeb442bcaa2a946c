/* serve_main.c -- twinmap serve: shows the archive in a browser. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "catalogue.h"
#include "http.h"
#include "listen.h"
#include "log.h"
#include "options.h"
#include "routes.h"

enum { DEFAULT_PORT = 8080, HIGHEST_PORT = 65535 };

struct settings {
	struct listeners listeners;
	struct hosts hosts;
};

static int
set_listen(void *context, const char *value)
{
	struct settings *settings = context;

	return listeners_add_address(&settings->listeners, value);
}

static int
set_host(void *context, const char *value)
{
	struct settings *settings = context;

	return hosts_add(&settings->hosts, value);
}

static int
set_port(void *context, const char *value)
{
	struct settings *settings = context;
	int64_t port;

	if (option_number("port", value, 0, &port) != 0)
		return -1;
	if (port > HIGHEST_PORT) {
		log_error("--port: there is no port %s", value);
		return -1;
	}
	settings->listeners.port = (int)port;
	return 0;
}

static const struct option_rule rules[] = {
	{ "listen", 'l', "ADDRESS",
		"an address of this host; may be given again "
		"(default: ::1 and 127.0.0.1)",
		set_listen },
	{ "port", 'p', "N", "default: 8080; 0: any that is free", set_port },
	{ "host", 0, "NAME",
		"another name that browsers may ask for; may be given again",
		set_host },
};

static const struct command_line line = {
	.usage = "twinmap serve [OPTION...] ARCHIVE",
	.summary = "Shows the snapshots of ARCHIVE in a browser, until it is "
		   "interrupted.",
	.rules = rules,
	.rule_count = COUNT(rules),
	.least_operands = 1,
	.most_operands = 1,
};

/* A descriptor that becomes readable when it is time to end; a write to a
 * connection that is gone must not end the program either. */
static int
watch_signals(void)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	signal(SIGPIPE, SIG_IGN);
	return signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* What the program listens on is what it may be asked for. */
static int
add_own_hosts(struct settings *settings)
{
	const struct listeners *listeners = &settings->listeners;
	int result = hosts_add(&settings->hosts, "localhost");

	for (size_t i = 0; result == 0 && i < listeners->address_count; i++)
		result = hosts_add_address(
			&settings->hosts, &listeners->addresses[i]);
	return result;
}

static int
serve(struct service *service, const struct listeners *listeners)
{
	const struct http_handler handler = { answer_request, service };
	int stop = watch_signals();
	int result;

	if (stop < 0) {
		log_error("signals: %s", strerror(errno));
		return -1;
	}
	printf("%s\n", listeners->urls.bytes);
	fflush(stdout);
	result = http_serve(
		listeners->sockets, listeners->count, stop, &handler);
	close(stop);
	return result;
}

int
main(int argc, char **argv)
{
	struct settings settings = { .listeners.port = DEFAULT_PORT };
	struct service service = { .hosts = &settings.hosts };
	int operand;
	int result = -1;

	log_set_program("twinmap serve");
	operand = command_line_read(&line, argc, argv, &settings);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	service.catalogue = catalogue_open(argv[operand]);
	if (service.catalogue != NULL &&
		listeners_open(&settings.listeners) == 0 &&
		add_own_hosts(&settings) == 0)
		result = serve(&service, &settings.listeners);
	listeners_close(&settings.listeners);
	catalogue_close(service.catalogue);
	return result == 0 ? 0 : 1;
}
