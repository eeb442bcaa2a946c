/* config.h -- what a crawl is told: a YAML file, then the command line.
 *
 *   seeds: [192.0.2.1, core.example.net]
 *   scope: ...                       # scope.h
 *   credentials: credentials.yaml    # beside this file
 *   output: topology.db
 *   limits:
 *     window: 256                    # devices asked at a time
 *     requests_per_device: 4
 *     tries: 3
 *     timeout_ms: 1000
 *     port: 161
 *     rows: 200000                   # of one table
 *     routes: 2000                   # of a device; with more, only defaults
 *     devices: 20000                 # walked; none: no limit
 *     requests_per_second: 500       # to all devices; none: no limit
 *     requests_per_second_per_device: 20
 *   probe: neighbours                # ask all that ARP and ND tables hold
 *   vantage: yes                     # this host is part of the network: keep
 *                                    # what its kernel and its lldpd know
 *
 * Without `include` the scope is what private networks use (RFC 1918, RFC
 * 4193) and the seeds themselves.
 *
 * The seed `auto` stands for what this host knows: its default routers of both
 * families and the management addresses of the neighbours of its lldpd. */
#ifndef DISCOVER_CONFIG_H
#define DISCOVER_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine.h"
#include "scope.h"

struct seed {
	char *text; /* as written: an address or a name */
	struct ip_address ip;
};

struct discover_config {
	struct seed *seeds; /* one an address; a name may have several */
	size_t seed_count, seed_capacity;
	struct scope scope;
	char *credentials; /* path; NULL: not said */
	char **recordings; /* paths; any: they answer, not the network */
	size_t recording_count, recording_capacity;
	char *output;
	int64_t device_limit; /* 0: none */
	int64_t route_limit; /* of a device; with more only defaults are read */
	bool probes_neighbours; /* all that ARP and ND tables hold */
	bool has_auto_seeds; /* "auto" is one of the seeds */
	bool is_vantage; /* this host is a device of the network */
	bool is_resumed; /* goes on with the partial file of this output */
	int64_t observed_at; /* 0: the start of the run */
	struct engine_settings engine;
};

void config_init(struct discover_config *);
void config_free(struct discover_config *);

/* Adds what the file says; -1 after logging every mistake in it. */
int config_read_file(struct discover_config *, const char *path);
/* An address, or a name of which every address counts; warns when DNS does
 * not know it. "auto" is kept for later. -1 after logging for a prefix. */
int config_add_seed(struct discover_config *, const char *text);
void config_add_seed_address(
	struct discover_config *, const char *text, const struct ip_address *);
/* A file or folder of recordings. */
void config_add_recordings(struct discover_config *, const char *path);
/* Replaces a text of the config by a copy of `value`. */
void config_replace(char **text, const char *value);
/* Reads the command line and the file that it names; ends the program with
 * status 2 for a wrong command line, -1 for a wrong file. */
int config_read(struct discover_config *, int argc, char **argv);

/* Nobody is asked whom the user did not name or own: without a scope, private
 * networks and where the crawl begins. Was that so? */
bool config_complete_scope(struct discover_config *);

/* The clock of a run: --at, or now. Seconds since 1970 UTC. */
int64_t config_clock(const struct discover_config *);

#endif
