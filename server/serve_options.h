/* serve_options.h -- the command line of twinmap serve, and what does not fit
 * together in it. */
#ifndef SERVER_SERVE_OPTIONS_H
#define SERVER_SERVE_OPTIONS_H

#include <stdbool.h>

#include "hosts.h"
#include "listen.h"
#include "proxies.h"

struct serve_settings {
	struct listeners listeners;
	struct hosts hosts;
	struct proxies proxies;
	const char *certificate;
	const char *key;
	const char *users;
	const char *user; /* to become */
	const char *access_log; /* NULL: none; "-": standard output */
	bool is_public;
	const char *archive;
	const char *templates[2]; /* folders: of people, ours */
	int template_count;
};

/* Ends the program when the line is wrong. */
void serve_options_read(struct serve_settings *, int argc, char **argv);
/* Once it is known where it listens; -1 after logging. */
int serve_options_check(const struct serve_settings *);

#endif
