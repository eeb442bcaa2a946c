/* probe_settings.h -- what twinmap probe is told on its command line. */
#ifndef DISCOVER_PROBE_SETTINGS_H
#define DISCOVER_PROBE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config.h"

enum { KINDS_MOST = 16 };

struct probe_settings {
	const char *database;
	const char *vantage; /* NULL: unnamed */
	const char *kinds[KINDS_MOST]; /* none: all */
	size_t kind_count;
	int64_t timeout_ms, rate, target_rate;
	int64_t echo_count, echo_interval_ms;
	int64_t traffic_seconds; /* 0: no second reading */
	int64_t at; /* 0: now */
	struct discover_config config; /* credentials, SNMP port and limits */
};

/* Ends the program with status 2 for a wrong command line; -1 after logging
 * for a wrong configuration. */
int probe_settings_read(struct probe_settings *, int argc, char **argv);
void probe_settings_free(struct probe_settings *);

#endif
